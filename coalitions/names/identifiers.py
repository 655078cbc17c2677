"""Signatories that are no states: the same name for the same letters, and no more than that."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from coalitions.names import notices
from coalitions.names.decoding import unescape
from coalitions.names.several import holds
from coalitions.names.spelling import footnote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DASHES = re.compile("[‐‑‒–—―−﹘﹣－]")
_CELLS = re.compile(r"\S\t+\S")
_APART = re.compile(r"[;；、؛]|\s[•▪◦‣●○■·|]\s")
_SENTENCE = 8
_LAST_WORD = re.compile(r"\b[^\W\d_A-Z]{3,}[.!?]$")
# "Anonymous (2)" is numbered, not at a place called 2.
_AFFILIATION = re.compile(r"\s*(?:[,;|/]|[(\[](?!\d+[)\]])|\s-\s).*$", re.DOTALL)
_SIGNS = re.compile(r"[\W_]+")


def tidy(name: str) -> str:
    """Return an identifier as text: what looks the same is the same.

    Letters are composed (NFC), white space of any kind is one blank, a dash of any kind is "-",
    invisible characters and HTML entities go. Nothing else changes: case, accents, digits and
    marks stay.

    Parameters
    ----------
    name : str
        An identifier as written.

    Returns
    -------
    str

    Examples
    --------
    >>> tidy("Anne\u2013Marie\u00a0 Cafe\u0301\u200b") == "Anne-Marie Café"
    True
    """
    text = unescape(name)
    if text.isascii():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(_DASHES.sub("-", text).split())


def prose(name: str) -> str:
    """Return why a text is not one signatory, or "".

    Parameters
    ----------
    name : str
        An identifier as written.

    Returns
    -------
    str
        What it is instead, and what to do.

    Examples
    --------
    >>> print(prose("Amnesty International, Human Rights Watch and Oxfam"))
    several names, not one signatory: give each a line or a row (within one name, write "&")
    >>> prose("Smith, John"), prose("Trinidad and Tobago Women's Union")
    ('', '')
    """
    if _CELLS.search(name.strip()):
        return (
            "a row of a table (its cells stand apart by tabs), not one signatory: keep the column "
            "of names, or save the table as CSV with the columns statement_id,signatory"
        )
    name = tidy(name)
    if "://" in name or "www." in name.casefold():
        return "an address, not a signatory: write the name"
    if name.endswith(":"):
        return "a heading, not a signatory: leave it out, or begin the line with #"
    if len(name.split()) >= _SENTENCE and _LAST_WORD.search(name):
        return "a sentence, not a signatory: give each name a line or a row"
    if holds(name) == "several":
        within = "a comma" if _APART.search(name) else '"&"'
        return (
            "several names, not one signatory: give each a line or a row "
            f"(within one name, write {within})"
        )
    return ""


def near_duplicates(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return pairs of identifiers that may be one signatory; each is still two.

    They differ only in case, accents, punctuation, the order of "Smith, John", a mark, or in what
    stands behind a comma, a bracket or a dash.

    Parameters
    ----------
    names : iterable of str
        Identifiers.

    Returns
    -------
    list of tuple of str
        The first of its kind and the other, sorted by code point.

    Examples
    --------
    >>> near_duplicates(["Ana Kovač", "Ana Kovac", "Ana Kovač, University of Split", "Bo"])
    [('Ana Kovac', 'Ana Kovač'), ('Ana Kovac', 'Ana Kovač, University of Split')]
    """
    first: dict[str, str] = {}
    pairs = []
    # A name without an affiliation comes first, so that one with it finds it.
    for name in sorted(set(names), key=lambda each: (each.count(","), len(each), each)):
        keys = list(dict.fromkeys(_keys(name)))
        other = next((first[key] for key in keys if key in first), None)
        if other is not None:
            pairs.append((other, name))
        for key in keys:
            first.setdefault(key, name)
    return sorted(pairs)


def _keys(name: str) -> Iterator[str]:
    """Yield what a name has in common with those that may be the same signatory."""
    bare, marks = footnote(name)
    bare = name if any(map(str.isdigit, marks)) else bare
    if whole := _plain(bare):
        yield whole
    before, comma, behind = bare.partition(",")
    if comma and behind.strip() and "," not in behind:
        yield _plain(f"{behind} {before}")
    alone = _plain(_AFFILIATION.sub("", bare))
    # One word before a comma is a family name: "Smith, John" and "Smith, Mary" are two.
    if " " in alone:
        yield alone


def _plain(name: str) -> str:
    letters = name.casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in apart if not unicodedata.combining(c))
    return _SIGNS.sub(" ", letters.replace("&", " and ")).strip()


def of_pairs(pairs: list[tuple[str, str]]) -> str:
    """Return the sentence on near-duplicates.

    Examples
    --------
    >>> print(of_pairs([("Ana Kovač", "ANA KOVAČ")]))
    1 pair of names may be one signatory and is counted apart: "ANA KOVAČ" beside "Ana Kovač". \
Write them alike if one is meant
    """
    many = len(pairs) > 1
    said = f"{len(pairs):,} pairs of names" if many else "1 pair of names"
    counted = "each, and are counted apart" if many else "and is counted apart"
    shown = notices.some([f'"{other}" beside "{first}"' for first, other in pairs])
    return f"{said} may be one signatory {counted}: {shown}. Write them alike if one is meant"
