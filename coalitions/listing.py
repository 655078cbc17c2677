"""Cut a list of names, one a line or in prose, at the right commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦‣●○■]\s*|\(?\d{1,3}[.)]\s*)(?=\w)")
_MARKS = ",;，、；،؛"
_ITEM_END = "\x1e"
_GAP = re.compile(
    rf"((?:\s*(?:[{_MARKS}\n{_ITEM_END}]|\band\b|&|\bas\s+well\s+as\b)\s*)+)", re.IGNORECASE
)
_CLOSED = re.compile(rf"[;、；،؛{_ITEM_END}]")
_COMMA = re.compile(r"[,，]")
_FULL_STOP = re.compile(r"(?<!\b\w)\.$")
# Parts of the longest name that holds separators, line breaks of a narrow column included.
_LONGEST = 8


def inverted(name: str) -> tuple[str, ...]:
    """Return the keys of the parts of a name between its commas.

    Parameters
    ----------
    name : str
        A name such as "Korea, Republic of".

    Returns
    -------
    tuple of str
        One key a part.

    Examples
    --------
    >>> inverted("Korea, Republic of")
    ('korea', 'republic of')
    """
    return tuple(normalise(part) for part in _COMMA.split(name))


def cut(
    text: str, is_name: Callable[[str], bool], with_commas: AbstractSet[tuple[str, ...]]
) -> list[str]:
    r"""Cut a text into names; what is no name comes back as well, in its place.

    Parameters
    ----------
    text : str
        The list, one name a line or in prose.
    is_name : callable
        Whether a spelling without commas is known.
    with_commas : set of tuple of str
        The known names that hold commas, as `inverted` gives them.

    Returns
    -------
    list of str
        The pieces as written, white space collapsed, in order.

    Examples
    --------
    >>> cut("1. Ham and eggs\n2. Tea, milk", {"Ham and eggs"}.__contains__, set())
    ['Ham and eggs', 'Tea', 'milk']
    """
    parts = _GAP.split(_joined_lines(text, with_commas))
    commas = max((len(name) for name in with_commas), default=1) - 1

    def known_end(start: int) -> int:
        """Return the end of the longest known name that begins at a part, or 0."""
        furthest = min(start + 2 * _LONGEST - 1, len(parts))
        for end in range(furthest, start, -2):
            name, gaps = "".join(parts[start:end]), "".join(parts[start + 1 : end : 2])
            if _CLOSED.search(gaps):
                continue
            held = len(_COMMA.findall(gaps))
            if held <= commas and (inverted(name) in with_commas if held else is_name(name)):
                return end
        return 0

    found: list[str] = []
    at = 0
    while at < len(parts):
        end = known_end(at)
        if not end:
            end = at + 1
            # What is no name runs on over line breaks, up to where a name begins.
            while end < len(parts) and not parts[end].strip(" \n") and not known_end(end + 1):
                end += 2
        found.append(_FULL_STOP.sub("", " ".join("".join(parts[at:end]).split())))
        at = end + 1
    return [name for name in found if name]


def _joined_lines(text: str, with_commas: AbstractSet[tuple[str, ...]]) -> str:
    tidy = [" ".join(line.split()) for line in text.lstrip("\ufeff").splitlines()]
    lines = [line for line in tidy if line and not line.startswith("#")]
    if any(_BULLET.match(line) for line in lines):
        return "\n".join(_BULLET.sub(_ITEM_END, line) for line in lines)
    one_a_line = not any(_holds_several(line, with_commas) for line in lines) and _even(lines)
    return (_ITEM_END if one_a_line else "\n").join(lines)


def _holds_several(line: str, with_commas: AbstractSet[tuple[str, ...]]) -> bool:
    inner = line.rstrip(_MARKS + " .")
    return any(mark in inner for mark in _MARKS) and inverted(inner) not in with_commas


def _even(lines: list[str]) -> bool:
    """Tell lines that all end in commas, or none, from a paragraph that is broken into lines."""
    ends = [line[-1] in _MARKS for line in lines[:-1]]
    if ends and re.search(r"\band\n|\nand\b", "\n".join(lines[-2:]), re.IGNORECASE):
        ends.pop()
    return all(ends) or not any(ends)
