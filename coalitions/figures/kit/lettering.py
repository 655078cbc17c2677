"""How wide texts print, and where they break: measured, so that nothing overlaps or is cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from coalitions.dates import MONTHS, SHORT_MONTHS
from coalitions.figures.kit.faces import faces_for
from coalitions.figures.kit.shapes import said_once
from coalitions.files import legible
from coalitions.looks import told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: A word; or a date, years, or how many of how many, which stand in one line if there is room.
_WORD = re.compile(
    rf"(?:\(?\d{{1,2}} )?\(?(?:{'|'.join((*MONTHS, *SHORT_MONTHS))}) \d{{4}}\S*"
    r"|\(?\d[\d,]* of \d\S*|\d{4} to \d{4}\S*|\S+"
)
#: A part of a word, after which it may be broken where it is too long for a line.
_PART = re.compile(r"[^-_/.]*[-_/.]+|[^-_/.]+")


def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Return how wide a line of text prints (points)."""
    return size * _width_of_a_point(text, weight)


@cache
def _width_of_a_point(text: str, weight: str) -> float:
    """Return how wide a line prints per point of its size: type that is not hinted just grows."""
    plain: dict[str, Any] = {"style": "normal", "variant": "normal", "stretch": "normal"}
    font = FontProperties(family=list(faces_for(text)), weight=weight, size=1, **plain)
    with said_once():
        width, _, _ = TextToPath().get_text_width_height_descent(legible(text), font, ismath=False)
    return float(width)


def fold(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Break a text into lines no wider than ``width`` points."""
    return "\n".join(folded_lines(text, width, size, weight))


def folded_lines(text: str, width: float, size: float, weight: str = "normal") -> Iterator[str]:
    """Yield a text line by line, none wider than ``width`` points."""
    return _lines(_words(text, width, size, weight), width, size, weight)


def _lines(words: Iterable[str], width: float, size: float, weight: str) -> Iterator[str]:
    """Yield words in lines no wider than ``width`` points, but for a word that is wider.

    Words and blanks add up: only lines about as wide as may be are measured as a whole, as some
    faces move a letter nearer to a blank.
    """
    line, wide = "", 0.0
    for word in words:
        more = text_width(word, size, weight)
        longer = f"{line} {word}" if line else word
        both = wide + text_width(" ", size, weight) + more if line else more
        if abs(both - width) < size:
            both = text_width(longer, size, weight)
        if line and both > width:
            yield line
            line, wide = word, more
        else:
            line, wide = longer, both
    yield line


def _words(text: str, width: float, size: float, weight: str) -> Iterator[str]:
    """Yield what is not broken: words, and dates and shares that fit into a line."""
    for word in _WORD.findall(text):
        if " " in word and text_width(word, size, weight) > width:
            yield from word.split()
        else:
            yield word


def in_pieces(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Return a text whose words that are wider than ``width`` points have blanks where they break.

    After a hyphen, a slash or the like, if that does; no two pieces fit into one line.

    Examples
    --------
    >>> in_pieces("a very-long-word", 40, 9)
    'a very- long- word'
    """
    found: list[str] = []
    for word in text.split():
        if text_width(word, size, weight) <= width:
            found.append(word)
            continue
        piece = ""
        for unit in _units(word, width, size, weight):
            if piece and text_width(piece + unit, size, weight) > width:
                found.append(piece)
                piece = ""
            piece += unit
        found.append(piece)
    return " ".join(found)


def _units(word: str, width: float, size: float, weight: str) -> Iterator[str]:
    """Yield what a word is made of: parts, or the letters of a part that is too wide."""
    for part in _PART.findall(word):
        yield from (part,) if text_width(part, size, weight) <= width else part


def clip(text: str, width: float, size: float) -> str:
    """Return a text in one line no wider than ``width`` points, its end cut off with "…"."""
    text = " ".join(text.split())
    if text_width(text, size) <= width:
        return text

    def too_wide(letters: int) -> bool:
        return text_width(f"{text[:letters]}…", size) > width

    # Each letter more is wider: a search in halves measures a few texts, not one a letter.
    fitting = bisect_left(range(len(text)), x=True, key=too_wide) - 1
    return f"{text[: max(fitting, 0)]}…"


def clip_apart(
    texts: Iterable[str], width: float, size: float, weight: str = "normal"
) -> dict[str, str]:
    """Return each text no wider than ``width`` points, those that differ cut differently."""
    return clip_to_rooms(dict.fromkeys(texts, width), size, weight)


def clip_to_rooms(
    rooms: Mapping[str, float], size: float, weight: str = "normal"
) -> dict[str, str]:
    """Return each text no wider than its own room (points), those that differ cut differently."""
    return told_apart(rooms, partial(text_width, size=size, weight=weight))


def balanced(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Break a text into as few lines as fit ``width``, and those as even as can be."""
    words = [*_words(text, width, size, weight)]
    lines = [*_lines(words, width, size, weight)]
    for narrower in np.arange(width, width / 3, -4):
        tried = [*_lines(words, float(narrower), size, weight)]
        if len(tried) > len(lines):
            break
        lines = tried
    return "\n".join(lines)
