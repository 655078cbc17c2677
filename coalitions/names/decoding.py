"""Tell text that was decoded wrongly, or not at all, from text that only looks odd."""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names.misread import FURTHER, bytes_of_utf8, whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Letters beyond ASCII side by side.
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
# So much of a line is quoted in a message.
_QUOTED = 60
# "&amp;amp;nbsp;" has been written by three programs in a row.
_TIMES = 3
#: Encodings that UTF-8 is taken for, and what people call them.
_MISTAKEN = {"cp1252": "Latin-1", "mac_roman": "Mac Roman", "cp437": "code page 437"}
# Letters that names are written in; what comes out of an accident is hardly ever one of them.
_SENSIBLE = re.compile(
    "[\u00a0-\u017f\u0218-\u021b\u0259\u02bb-\u02bf\u0300-\u036f\u0386-\u03ce\u0400-\u045f"
    "\u0490\u0491\u05d0-\u05ea\u0621-\u0652\u067e\u0686\u06a9\u06af\u06cc\u0900-\u0dff\u0e00-\u0e7f"
    "\u1e00-\u1eff\u2010-\u2026\u2032\u2033\u20ac\u2122\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\ufeff]"
)
# "LIBERTÀ»" ends with a quotation mark; "CÃ”TE" has one in the middle of a word.
_CLOSING = "»”’“"
_PAIR = 2
# What most accidents of Latin and Cyrillic letters begin with.
_COMMON_LEADS = "ÃÂÐÑ"
_FIRST_OF_EAST_ASIA = "\u2e80"


def unescape(text: str) -> str:
    """Return a text with its HTML entities undone; what only looks like one stays.

    Examples
    --------
    >>> unescape("Trinidad &amp; Tobago, C&#244;te d&rsquo;Ivoire, AT&T")
    'Trinidad & Tobago, Côte d’Ivoire, AT&T'
    """
    for _ in range(_TIMES):
        undone = _ENTITY.sub(_character, text)
        if undone == text:
            break
        text = undone
    return text


def _character(match: re.Match[str]) -> str:
    entity = match.group()
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity


def entities(text: str) -> list[str]:
    """Return the HTML entities in a text, each once, in order.

    Examples
    --------
    >>> entities("Bosnia &amp; Herzegovina &amp; T&uuml;rkiye &co;")
    ['&amp;', '&uuml;']
    """
    return [e for e in dict.fromkeys(_ENTITY.findall(text)) if unescape(e) != e]


class Garbled(NamedTuple):
    """A text that was decoded wrongly.

    Attributes
    ----------
    text : str
        What it should be, as far as that can be told.
    why : str
        What went wrong.
    places : tuple of int
        Where in the garbled text, as offsets.
    """

    text: str
    why: str
    places: tuple[int, ...]


def garbled(text: str) -> Garbled | None:
    """Return what a text should be if it was read with the wrong encoding, or None.

    A sign of it are bytes of UTF-8 that were taken for letters, and the sign for a lost letter
    (U+FFFD).

    Examples
    --------
    >>> garbled("TÃ¼rkiye")
    Garbled(text='Türkiye', why='read with the wrong encoding (UTF-8 as Latin-1)', places=(1,))
    >>> garbled("Türkiye") is None
    True
    """
    if "\ufffd" in text:
        lost = tuple(match.start() for match in re.finditer("\ufffd", text))
        return Garbled(text, "letters were lost when this was decoded (U+FFFD)", lost)
    if text.isascii():
        return None
    # No accident is a lone letter beyond ASCII: most texts hold none, and are looked at once.
    runs = set(_RUN.findall(text))
    possible = [
        encoding
        for encoding in (*_MISTAKEN, *FURTHER)
        if any(map(bytes_of_utf8(encoding)[0].search, runs))
    ]
    if not possible:
        return None
    # The letters of one accident may look like another's: the one that explains most is meant.
    covered = {
        encoding: sum(end - start for start, end, _ in _found(text, encoding))
        for encoding in possible
    }
    encoding = max(covered, key=lambda each: covered[each])
    mended, times = text, 0
    places: tuple[int, ...] = ()
    while found := _found(mended, encoding):
        places = places or tuple(place for place, _, _ in found)
        mended, times = _mended(mended, found), times + 1
    if not times:
        return None
    twice = " twice" if times > 1 else ""
    why = f"read with the wrong encoding{twice} (UTF-8 as {(_MISTAKEN | FURTHER)[encoding]})"
    return Garbled(mended, why, places)


class GarbledPlace(NamedTuple):
    """Where a text was first seen to be decoded wrongly, and what is to be said of it.

    Attributes
    ----------
    line : int
        From 1.
    value : str
        What stands there, as far as a message quotes it.
    expected : str
        What went wrong, on how many lines, and what to do.
    """

    line: int
    value: str
    expected: str


def first_garbled(text: str) -> GarbledPlace | None:
    r"""Return the first line that was decoded wrongly, on behalf of all of them.

    Examples
    --------
    >>> first_garbled("Cuba\nTÃ¼rkiye\nCÃ´te d'Ivoire").line
    2
    """
    wrong = garbled(text)
    if wrong is None:
        return None
    lines = list(dict.fromkeys(lines_of(wrong.places, text)))
    value = text.split("\n")[lines[0] - 1].strip()
    mended = garbled(value)
    meant = f', for "{mended.text[:_QUOTED]}"' if mended and mended.text != value else ""
    count = f" ({len(lines):,} lines)" if len(lines) > 1 else ""
    expected = f"{wrong.why}{meant}{count}: save the text again from its source, as UTF-8"
    return GarbledPlace(lines[0], value[:_QUOTED], expected)


def lines_of(places: Iterable[int], text: str) -> list[int]:
    r"""Return the line of each place in a text; the places ascend.

    Examples
    --------
    >>> lines_of([0, 2, 5], "a\nb\nc")
    [1, 2, 3]
    """
    found, line, at = [], 1, 0
    for place in places:
        line += text.count("\n", at, place)
        at = place
        found.append(line)
    return found


def _found(text: str, encoding: str) -> list[tuple[int, int, str]]:
    """Return the accidents of an encoding in a text, by the rule for its letters."""
    return whole_words(text, encoding) if encoding in FURTHER else _accidents(text, encoding)


def _accidents(text: str, encoding: str) -> list[tuple[int, int, str]]:
    """Return start, end and true letter of what are bytes of UTF-8 taken for letters."""
    pattern, byte_of = bytes_of_utf8(encoding)
    found: list[tuple[int, int, str]] = []
    doubtful: list[bool] = []
    for match in pattern.finditer(text):
        try:
            letter = bytes(byte_of[c] for c in match.group()).decode("utf-8")
        except UnicodeDecodeError:
            continue
        doubtful.append(_is_writing(match, encoding, letter))
        after = text[match.end() : match.end() + 1]
        quoted = len(match.group()) == _PAIR and match.group()[-1] in _CLOSING
        if _SENSIBLE.match(letter) and (after.isalpha() or not quoted):
            found.append((*match.span(), letter))
        else:
            doubtful.pop()
    adjacent = any(one[1] == other[0] for one, other in pairwise(found))
    return found if adjacent or not all(doubtful) else []


def _is_writing(match: re.Match[str], encoding: str, letter: str) -> bool:
    """Say whether an accident may be how people write: "France–Éthiopie", "CAFÉ™"."""
    seen, before = match.group(), match.string[: match.start()][-1:]
    if unicodedata.category(seen[0])[0] in "PZ":
        return True
    if encoding != "cp1252" and letter >= _FIRST_OF_EAST_ASIA:
        return True
    shouted = before.isupper() and seen[0].isupper() and seen[0] not in _COMMON_LEADS
    if len(seen) == _PAIR and seen[0].isupper() and seen[1] in "ŠŽ":  # "KŘÍŽ"
        return seen[0] not in _COMMON_LEADS
    return len(seen) == _PAIR and shouted and not seen[1].isalnum()


def _mended(text: str, found: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, letter in found:
        parts += [text[at:start], letter]
        at = end
    return "".join([*parts, text[at:]])
