"""A Word document (DOCX) → its text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: The largest text of a document, unpacked (bytes); what unpacks to more is a bomb.
LARGEST = 40_000_000
_MEMBER = "word/document.xml"


def text_of_docx(raw: bytes) -> str:
    """Return the text of a Word document.

    Parameters
    ----------
    raw : bytes
        The file.

    Returns
    -------
    str
        A line for each paragraph, "•" before what a list holds, tabs between cells.

    Raises
    ------
    ValueError
        It is no Word document, or one that unpacks to more than a document is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if _MEMBER not in packed.namelist():
                raise ValueError("a packed file, but no Word document (DOCX): unpack it first")
            with packed.open(_MEMBER) as member:
                content = member.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise ValueError("a DOCX file that is not whole, or that a password protects") from error
    if len(content) > LARGEST:
        raise ValueError(f"a DOCX file that unpacks to more than {LARGEST / 1e6:,.0f} MB")
    if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
        raise ValueError("a DOCX file with declarations that no Word document has")
    try:
        return _text(content)
    except ET.ParseError as error:
        raise ValueError("a DOCX file that is not whole") from error


def _text(content: bytes) -> str:
    parts: list[str] = []
    cells = 0
    events = ET.iterparse(io.BytesIO(content), events=("start", "end"))  # noqa: S314 - declarations are refused above, and its size is bounded
    for event, element in events:
        tag = element.tag.removeprefix(_WORD)
        if event == "start":
            cells += tag == "tc"
            continue
        if tag == "t":
            parts.append(element.text or "")
        elif tag in ("tab", "br", "cr"):
            parts.append("\t" if tag == "tab" else "\n")
        elif tag == "numPr":
            parts.append("• ")
        elif tag in ("p", "tc", "tr"):
            cells -= tag == "tc"
            inside = " " if cells else "\n"
            parts.append({"p": inside, "tc": "\t", "tr": "\n"}[tag])
            element.clear()
    text = "".join(parts)
    return re.sub(r"[ \t]*\n", "\n", re.sub(r"[ \u00a0]*\t[\t ]*", "\t", text)).strip()
