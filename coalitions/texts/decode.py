"""A document as it comes, in bytes → its text, with the encoding found."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import CoalitionsError
from coalitions.names import is_utf16, is_western
from coalitions.texts.docx import text_of_docx
from coalitions.texts.html import text_of_html
from coalitions.texts.mail import text_of_mail
from coalitions.texts.pdf import text_of_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

#: The largest document that is read, and the longest text in one (bytes, letters).
LARGEST, LONGEST = 50_000_000, 2_000_000
#: How names of documents end; what has another ending is read for what it begins with.
SUFFIXES = (".html", ".htm", ".xhtml", ".docx", ".pdf", ".md", ".eml")
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?(?:<!doctype\s+html|<html|<head|<body)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\s]{1,500}(?:\s\"[^\"\n]*\")?\)")
_MAGIC = {
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc), or one that a password protects: save it as "
    ".docx without one, or as text",
    b"{\\rtf": "an RTF file: save it as .docx or as text",
    b"\x89PNG": "a picture: nothing here reads letters out of pictures",
    b"\xff\xd8\xff": "a picture: nothing here reads letters out of pictures",
    b"GIF8": "a picture: nothing here reads letters out of pictures",
    b"\x1f\x8b": "a packed file (gzip): unpack it first",
}


class Document(NamedTuple):
    """A document's text.

    Attributes
    ----------
    text : str
        The text, a cell of a table apart from the next by a tab.
    encoding : str
        How its letters were written: ``utf-8``, ``cp1252``, …
    """

    text: str
    encoding: str


class DocumentError(CoalitionsError):
    """A document that gives no text: what it is, and what to do."""


def document(raw: bytes, name: str) -> Document:
    """Return the text of a document.

    Parameters
    ----------
    raw : bytes
        What the file holds.
    name : str
        What it is called; its end says what it is, as far as its beginning does not.

    Returns
    -------
    Document

    Raises
    ------
    DocumentError
        It is empty, too large, no document, or cannot be read.

    Examples
    --------
    >>> document("<ul><li>T\u00fcrkiye<li>Cuba</ul>".encode(), "page.html").text.split()
    ['•', 'Türkiye', '•', 'Cuba']
    """
    if len(raw) > LARGEST:
        raise DocumentError(
            f"{name}: more than the {LARGEST / 1e6:,.0f} MB that a document may have: cut the list "
            "out of it"
        )
    if not raw.strip():
        raise DocumentError(f"{name}: the file is empty")
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            raise DocumentError(f"{name}: {what}")
    try:
        found = _read(raw, name)
    except ValueError as error:
        raise DocumentError(f"{name}: {error}") from error
    if len(found.text) > LONGEST:
        raise DocumentError(
            f"{name}: a text of {len(found.text):,} letters, more than {LONGEST:,}: cut the list "
            "out of it"
        )
    if not found.text.strip():
        raise DocumentError(
            f"{name}: no text in it: is it a scan, or a page that a program fills? copy its words "
            "into a text file"
        )
    return found


def _read(raw: bytes, name: str) -> Document:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    inside: dict[bytes, tuple[Callable[[bytes], str], str]] = {
        b"%PDF": (text_of_pdf, "pdf"),
        b"PK\x03\x04": (text_of_docx, "docx"),
    }
    for magic, (text_of, kind) in inside.items():
        if raw[:1024].lstrip().startswith(magic):
            return Document(text_of(raw), kind)
    if suffix in (".pdf", ".docx"):
        raise ValueError(f"no {suffix[1:].upper()} file, though it is called one")
    if suffix == ".eml":
        text, encoding = text_of_mail(raw)
        return Document(_with_plain_breaks(text), encoding)
    is_html = suffix in (".html", ".htm", ".xhtml") or bool(_HTML.match(raw[:4096]))
    text, encoding = _decoded(raw, is_html=is_html)
    if is_html:
        text = text_of_html(text)
    elif suffix == ".md":
        text = _LINK.sub(r"\1", text)
    return Document(_with_plain_breaks(text), encoding)


def _with_plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes, *, is_html: bool) -> tuple[str, str]:
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(bom):
            return _strict(raw, encoding), encoding.removesuffix("-sig")
    if b"\0" in raw:
        if is_utf16(raw):
            encoding = "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"
            return _strict(raw, encoding), encoding
        raise ValueError("binary, no text: expected text, HTML, PDF or DOCX")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(raw[:4096]) if is_html else None
    if said:
        return _strict(raw, said[1].decode("ascii")), said[1].decode("ascii").lower()
    if is_western(raw):
        return _strict(raw, "cp1252"), "cp1252"
    raise ValueError(
        "its encoding cannot be told: open it in the program that wrote it, and save it as UTF-8"
    )


def _strict(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except LookupError as error:
        raise ValueError(
            f'it calls its encoding "{encoding}", which is none: save it as UTF-8'
        ) from error
    except UnicodeDecodeError as error:
        raise ValueError(
            f"it is not in the encoding that it says ({encoding}): save it as UTF-8"
        ) from error
    return text
