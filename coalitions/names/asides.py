"""What commas and "and" do not part in a list in prose: marks of footnotes, words in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME_BEFORE = r"(?:(?<=[^\W\d_])|(?<=\)))"
_MARK_BEHIND = re.compile(
    rf"([,;])([*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹]+)(?=\s)|{_NAME_BEFORE}([,;])(\d{{1,2}}(?:,\d{{1,2}})*)(?=\s)"
)
# "Oman1,2": the comma is one of the marks.
_MARKS_APART = re.compile(rf"{_NAME_BEFORE}\d{{1,2}}(?:,\d{{1,2}})+(?=[,;\s]|$)")
_BRACKETED = re.compile(r"(?<=\w)\s*[(\[（]([^()\[\]（）]+)[)\]）]")
_PARTED = re.compile(r"[,;、，；،؛&]|\band\b", re.IGNORECASE)
# Private letters of Unicode: no list of names has any.
_STAND_INS = range(0xE000, 0xF8FF)


def set_aside(text: str, names_in: Callable[[str], int]) -> tuple[str, dict[int, str]]:
    """Return a text with letters for what stays whole, and what each of them stands for.

    That are several marks behind a name ("Oman1,2"), and what brackets hold behind a word ("Canada
    (also for Australia and New Zealand)") where it is several names. A mark behind a comma
    ("Yemen,* Zambia") comes before it.

    Parameters
    ----------
    text : str
        A list in prose.
    names_in : callable
        How many names a text is cut into.

    Returns
    -------
    tuple of str and dict
        The text, and a table for `str.translate` that undoes it.

    Examples
    --------
    >>> text, kept = set_aside("Peru, Benelux (Cuba, Mali)", lambda text: text.count(",") + 1)
    >>> text.count(","), text.translate(kept)
    (1, 'Peru, Benelux (Cuba, Mali)')
    """
    kept: dict[int, str] = {}
    text = _MARK_BEHIND.sub(r"\2\1\4\3", text)
    if any(ord(c) in _STAND_INS for c in text):
        return text, kept

    def stand_in(match: re.Match[str]) -> str:
        inside = match[1] if match.re is _BRACKETED else ""
        if len(kept) == len(_STAND_INS):
            return match[0]
        if inside and not (_PARTED.search(inside) and names_in(inside) > 1):
            return match[0]
        number = _STAND_INS[len(kept)]
        kept[number] = match[0]
        return chr(number)

    return _MARKS_APART.sub(stand_in, _BRACKETED.sub(stand_in, text)), kept
