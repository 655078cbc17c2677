"""What pages put between two halves of a list: numbers, symbols, running heads, "continued"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.texts.cues import DOCUMENT
from coalitions.texts.items import MARK
from coalitions.texts.spotting import spots
from coalitions.texts.words import AND, AND_CLOSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGE = r"(?:page|pages|pg\.?|p\.|seite|página|pág\.?|стр\.?|страница|صفحة|第)"
_NUMBER = (
    rf"(?:[\[(|–—-]+\s*)?{_PAGE}?\s*\|?\s*\d{{1,3}}(?:\s*(?:/|\||of|de|von|sur|из)\s*(?:\d{{1,3}}|{_PAGE}))?"
    r"\s*(?:页|頁|ページ)?\s*[\])|–—-]*"
)
# "A/C.3/75/PV.5", "20-13243", "20-13243 (E)".
_SYMBOL = r"(?:(?:[A-Z]{1,4}(?:/[\w.-]+){1,6}|\d{2}-\d{5}(?:\s?\(E\))?)\*?)"
_HOUSE = (
    r"(?:United\s+Nations|General\s+Assembly|Security\s+Council|Human\s+Rights\s+Council"
    r"|Original:\s*\w+|Distr\.:?\s*\w+)"
)
_NUMBERED = re.compile(
    rf"\s*(?:{_NUMBER}|{_SYMBOL}(?:\s+{_NUMBER})?|{_NUMBER}\s+{_SYMBOL}|{_HOUSE}\s+{_SYMBOL})\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s*{_HOUSE}\s*", re.IGNORECASE)
_AGAIN = (
    r"(?:continued|continuing|cont(?:['’]?d|inued|in\.|\.)|suite(?:\s+et\s+fin)?|continuaci[oó]n|continúa"
    r"|continuação|cont\.|Fortsetzung|продолжение|окончание|تابع|续|續|続き)"
)
_WHERE = r"(?:\s+(?:on|from|overleaf|over|next|previous|the|page|p\.|\d{1,3})){0,5}"
# "Signatories (continued):", "(continued on next page)", "Signatories – cont'd".
_CONTINUED = re.compile(
    rf"\s*(?P<head>[^\n:()\[\]（）]{{0,60}}?)[\s,:–—-]*[(\[（]?\s*{_AGAIN}{_WHERE}\s*[)\]）]?\s*[:.]?\s*",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 2
# So many lines back a heading is looked for that is continued.
_BACK = 300
_TITLE = re.compile(rf"\b{DOCUMENT}", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:{MARK}|(?<![^\W\d_])(?:{AND})|(?:{AND_CLOSE}))[\s*]*\Z", re.IGNORECASE)


class _Line(NamedTuple):
    """A line, its words, whether a line with words stands before it, and one of the same words."""

    start: int
    end: int
    text: str
    key: str
    begun: bool
    again: bool


def without_pages(text: str) -> str:
    r"""Return a text in which what pages put between two halves of a list is blank.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str
        As long as the text; a line break stays before what was left out, two where the first half
        had ended.

    Examples
    --------
    >>> without_pages("Cuba, Chad,\n- 2 -\nPeru").split()
    ['Cuba,', 'Chad,', 'Peru']
    >>> without_pages("Signatories:\nCuba\nSignatories (continued)\nPeru").split()
    ['Signatories:', 'Cuba', 'Peru']
    """
    lines = list(_lines(text))
    parts, at = [], 0
    for first, last in _blocks(lines):
        # With the line break before it: what follows begins a line, and has no blanks before it.
        start, end = lines[first].start - 1, lines[last].start
        before = lines[first - 1].text
        blank = any(not line.text.strip() for line in lines[first:last])
        apart = blank and not _GOES_ON.search(before)
        breaks = "\n\n" if apart else "\n"
        parts += [text[at:start], " " * (end - start - len(breaks)), breaks]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    known: set[str] = set()
    for line in text.split("\n"):
        key = " ".join(_WORDS.findall(line.casefold()))
        yield _Line(at, at + len(line), line, key, bool(known), key in known)
        known.update([key] if key else [])
        at += len(line) + 1


def _blocks(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Yield from which line to which there is nothing but what pages have, and empty lines."""
    at = 1
    while at < len(lines):
        if not _is_of_pages(lines, at):
            at += 1
            continue
        first, last = at, at + 1
        while first > 1 and _is_between(lines, first - 1):
            first -= 1
        while last < len(lines) and (_is_of_pages(lines, last) or _is_between(lines, last)):
            last += 1
        if last < len(lines) and lines[first].begun:
            yield first, last
        at = last + 1


def _is_of_pages(lines: Sequence[_Line], at: int) -> bool:
    """Say whether a line is a number, a symbol, or says that a list is continued."""
    line = lines[at].text
    if not line.strip():
        return False
    if _NUMBERED.fullmatch(line):
        return True
    found = _CONTINUED.fullmatch(line)
    return bool(found) and _is_same_head(lines, at, found["head"] if found else "")


def _is_same_head(lines: Sequence[_Line], at: int, head: str) -> bool:
    """Say whether the heading that is continued is the last one above."""
    key = " ".join(_WORDS.findall(head.casefold()))
    if not key:
        return True
    for line in reversed(lines[max(0, at - _BACK) : at]):
        above = _CONTINUED.fullmatch(line.text)
        here = " ".join(_WORDS.findall(above["head"].casefold())) if above else line.key
        if here == key or (above and not here):
            return True
        if line.key.startswith(f"{key} ") or line.text.rstrip().endswith(":"):
            return line.key.startswith(key)
    return False


def _is_between(lines: Sequence[_Line], at: int) -> bool:
    """Say whether a line beside a page's number is empty, or a head that stands above, too."""
    line = lines[at]
    if not line.text.strip() or _BESIDE.fullmatch(line.text):
        return True
    several = len(line.key.split()) >= _LEAST_WORDS and not line.text.rstrip().endswith(":")
    if not several or not line.again:
        return False
    # A name that stands on both pages is none of their heads.
    return bool(_TITLE.search(line.text)) or not spots(line.text)
