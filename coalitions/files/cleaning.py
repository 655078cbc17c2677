"""Text as a file can hold it: one cleaning for every drawing, graph, page and table."""

from __future__ import annotations

import re

# What XML 1.0 has no way to write; half a surrogate pair has no UTF-8 either.
_ILLEGIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A letter that is written from right to left, and a number behind it in an English sentence.
_NUMBER_BEHIND = re.compile("([\u0590-\u08ff])(?=\\s+\\d)")
# Such a letter, and one from left to right or a number.
_LEFTWARDS = re.compile("[\u0590-\u08ff]")
_RIGHTWARDS = re.compile("[0-9A-Za-z\u00c0-\u052f]")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def is_legible(text: str) -> bool:
    r"""Return whether a file can hold the text as it is.

    Examples
    --------
    >>> is_legible("Türkiye"), is_legible("Tür\x07kiye")
    (True, False)
    """
    return not _ILLEGIBLE.search(text)


def legible(text: str) -> str:
    r"""Return text with what no file can hold (control characters, …) replaced by U+FFFD.

    Examples
    --------
    >>> legible("Tür\x07kiye")
    'Tür�kiye'
    """
    return _ILLEGIBLE.sub("\ufffd", text)


def encodable(text: str) -> str:
    r"""Return text with what UTF-8 cannot write (half a surrogate pair) replaced by U+FFFD.

    Examples
    --------
    >>> encodable("Tür\ud800kiye"), encodable("a\tb")
    ('Tür�kiye', 'a\tb')
    """
    return text if text.isascii() else _HALF_A_PAIR.sub("\ufffd", text)


def numbers_behind(text: str) -> str:
    r"""Return a page in which a number stays behind a name in Arabic or Hebrew letters.

    A browser would show it before the name, since both are then taken for one run from right to
    left: a mark of the other direction (U+200E) parts them.

    Examples
    --------
    >>> numbers_behind("كوبا 45 of 45") == "كوبا\u200e 45 of 45", numbers_behind("Cuba 45")
    (True, 'Cuba 45')
    """
    return _NUMBER_BEHIND.sub("\\1\u200e", text)


def from_the_left(text: str) -> str:
    r"""Return a text each line of which goes from left to right, whatever letter it begins with.

    A line that begins with a name in Arabic or Hebrew letters would begin at the right otherwise,
    and a number behind the name would stand before it: marks of direction (U+200E) say it. Lines
    of such letters alone are as they were.

    Examples
    --------
    >>> from_the_left("كوبا and Peru, كوبا 45") == "\u200eكوبا and Peru, كوبا\u200e 45"
    True
    >>> from_the_left("كوبا"), from_the_left("Cuba 45")
    ('كوبا', 'Cuba 45')
    """
    if not _LEFTWARDS.search(text):
        return text
    lines = (line.removeprefix("\u200e") for line in text.split("\n"))
    marked = (f"\u200e{line}" if _RIGHTWARDS.search(line) else line for line in lines)
    return numbers_behind("\n".join(marked))
