"""Cut a list of names, one a line or in prose, at the right commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coalitions.names.asides import set_aside
from coalitions.names.conjunctions import parted
from coalitions.names.qualifiers import qualifies
from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦‣●○■]\s*|\(?\d{1,3}[.)]\s*)(?=\w)")
_BULLET_APART = re.compile(r"^\s*(?:[-–—•·▪◦‣●○■]\s*|\*\s+|\(?\d{1,3}[.)]\s*)(?=\w)")
_STAR = re.compile(r"^\*\w")
_AND = re.compile(r"and|&|as\s+well\s+as", re.IGNORECASE)
_LEADING_AND = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)
_TRAILING_AND = re.compile(r"[\s,]+(?:and|&)$", re.IGNORECASE)
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


@dataclass(frozen=True)
class Known:
    """How a name is known when it is seen.

    Attributes
    ----------
    is_name : callable
        Whether a spelling without commas is known.
    with_commas : set of tuple of str
        The known names that hold commas, as `inverted` gives them.
    heads, halves : set of str
        Normalised first halves of names of two halves, in English and in any language: what follows
        their "and" is not cut off.
    is_near : callable
        Whether a spelling is a known one but for a slip of the pen.
    """

    is_name: Callable[[str], bool]
    with_commas: AbstractSet[tuple[str, ...]] = frozenset()
    heads: AbstractSet[str] = frozenset()
    halves: AbstractSet[str] = frozenset()
    is_near: Callable[[str], bool] = lambda _: False

    @cached_property
    def commas(self) -> int:
        """How many commas a known name holds at most."""
        return max((len(name) for name in self.with_commas), default=1) - 1


def cut(text: str, names: Known) -> list[str]:
    r"""Cut a text into names; what is no name comes back as well, in its place.

    Parameters
    ----------
    text : str
        The list, one name a line or in prose.
    names : Known
        The names that are known.

    Returns
    -------
    list of str
        The pieces as written, white space collapsed, in order. In a list of one a line each line
        is one piece, whatever stands in it.

    Examples
    --------
    >>> known = Known({"Ham and eggs"}.__contains__)
    >>> cut("Ham and eggs, tea and milk", known)
    ['Ham and eggs', 'tea', 'milk']
    >>> cut("1. Ham and eggs\n2. Tea and milk", known)
    ['Ham and eggs', 'Tea and milk']
    """
    items, bulleted = _items(text, names)
    if _one_each(items, names, bulleted=bulleted):
        found = _lines(items, names.heads)
        found[-1:] = [_alone(last, names) for last in found[-1:]]
    else:
        found = _prose((_ITEM_END if bulleted else "\n").join(items), names)
    pieces = (_without_stop(" ".join(piece.split()), names.is_name) for piece in found)
    return [piece for piece in pieces if piece]


def _alone(last: str, names: Known) -> str:
    """Return the last name of a list of one a line without the "and" of its language before it."""
    bare = parted(last, names.is_name, names.halves)
    return bare[0] if len(bare) == 1 else last


def _without_stop(name: str, is_name: Callable[[str], bool]) -> str:
    """Return a piece without the full stop of its sentence; that of "Herz." belongs to the name."""
    bare = _FULL_STOP.sub("", name)
    return name if is_name(name) and not is_name(bare) else bare


# Lists of one a line


def _items(text: str, names: Known) -> tuple[list[str], bool]:
    """Return the lines of a text, or what stands behind each of its bullets."""
    tidy = [" ".join(line.split()) for line in text.lstrip("\ufeff").splitlines()]
    lines = [line for line in tidy if line and not line.startswith("#")]
    # "*Cuba" among names without a star carries the mark of a footnote.
    marks = any(not _STAR.match(line) for line in lines)
    bullet = _BULLET_APART if marks else _BULLET
    if not any(bullet.match(line) for line in lines):
        return lines, False
    items: list[str] = []
    for line in lines:
        joined = f"{items[-1]} {line}" if items else ""
        runs_on = joined and (names.is_name(joined) or not names.is_name(items[-1]))
        if runs_on and not bullet.match(line):
            items[-1] = joined
        else:
            items.append(bullet.sub("", line))
    return items, True


def _one_each(items: list[str], names: Known, *, bulleted: bool) -> bool:
    """Tell one name a line from prose: most lines hold one name, and they end alike."""
    if len(items) == 1 and not bulleted:
        return not _holds_several(items[0], names) and names.is_name(items[0].rstrip(_MARKS + " "))
    held = sum(_pieces(item) for item in items if _holds_several(item, names))
    several = sum(_holds_several(item, names) for item in items)
    ends = sum(item[-1] in _MARKS for item in items[:-1])
    # A few lines of two names among many of one are slips; a paragraph holds more than lines.
    return held <= len(items) - several and (
        bulleted or _even(items) or (not several and ends * 2 < len(items))
    )


def _pieces(line: str) -> int:
    return sum(map(line.rstrip(_MARKS + " .").count, _MARKS)) + 1


def _holds_several(line: str, names: Known) -> bool:
    inner = line.rstrip(_MARKS + " .")
    if not any(mark in inner for mark in _MARKS) or inverted(inner) in names.with_commas:
        return False
    before, *behind = _COMMA.split(inner)
    return not (len(behind) == 1 and qualifies(behind[0]) and names.is_name(before))


def _even(lines: list[str]) -> bool:
    """Tell lines that all end in commas, or none, from a paragraph that is broken into lines."""
    ends = [line[-1] in _MARKS for line in lines[:-1]]
    if ends and re.search(r"\band\n|\nand\b", "\n".join(lines[-2:]), re.IGNORECASE):
        ends.pop()
    return all(ends) or not any(ends)


def _lines(items: list[str], heads: AbstractSet[str]) -> list[str]:
    """Return what stands on each line, without the marks and the "and" that end a list."""
    found = [item.rstrip(_MARKS + " ") for item in items]
    if len(found) > 1:
        found[-1] = _LEADING_AND.sub("", found[-1])
        before = _TRAILING_AND.sub("", found[-2])
        if normalise(before) not in heads:
            found[-2] = before
    return found


# Prose


def _prose(text: str, names: Known) -> list[str]:
    whole, kept = set_aside(text, lambda inside: len(list(filter(None, _pieces_of(inside, names)))))
    found = (parted(piece, names.is_name, names.halves) for piece in _pieces_of(whole, names))
    return [piece.translate(kept) for pieces in found for piece in pieces]


def _pieces_of(text: str, names: Known) -> list[str]:
    parts = _GAP.split(text)
    found: list[str] = []
    at = 0
    while at < len(parts):
        end = _name_end(parts, at, names)
        if not end:
            end = at + 1
            # What is no name runs on over line breaks, up to where a name begins.
            while (
                end < len(parts)
                and not parts[end].strip(" \n")
                and not _name_end(parts, end + 1, names)
            ):
                end += 2
        found.append("".join(parts[at:end]))
        at = end + 1
    return found


def _name_end(parts: list[str], start: int, names: Known) -> int:
    """Return the end of the span at a part that is one name, or nearly one; 0 for none."""
    end = _known_end(parts, start, names)
    return max(end, _turned_end(parts, start, end, names), _half_end(parts, start, end, names))


def _known_end(parts: list[str], start: int, names: Known) -> int:
    """Return the end of the longest known name that begins at a part, or 0."""
    furthest = min(start + 2 * _LONGEST - 1, len(parts))
    for end in range(furthest, start, -2):
        name, gaps = "".join(parts[start:end]), "".join(parts[start + 1 : end : 2])
        if _CLOSED.search(gaps):
            continue
        held = len(_COMMA.findall(gaps))
        if held > names.commas:
            continue
        known = inverted(name) in names.with_commas if held else names.is_name(name)
        if known and not (held and _runs_on(parts, end, names)):
            return end
    return 0


def _runs_on(parts: list[str], end: int, names: Known) -> bool:
    """Say whether the last part goes on over a line break: "Niger, Republic of / Korea"."""
    broken = end < len(parts) and not parts[end].strip(" \n")
    return broken and _known_end(parts, end - 1, names) > end


def _turned_end(parts: list[str], start: int, end: int, names: Known) -> int:
    """Return the end of "Korea, Democratic Republic": words that belong to the name before."""
    if end != start + 1 or end + 1 >= len(parts) or parts[end].strip() not in (",", "，"):
        return 0
    behind = parts[end + 1]
    if not qualifies(behind) or names.is_name(behind) or _known_end(parts, end + 1, names):
        return 0
    end += 2
    while end + 1 < len(parts) and not parts[end].strip() and qualifies(parts[end + 1]):
        end += 2
    return end


def _half_end(parts: list[str], start: int, end: int, names: Known) -> int:
    """Return the end of "Trinidad and Barbados": half a name, and what is not its other half."""
    last = end or start + 1
    if last + 1 >= len(parts) or not _AND.fullmatch(parts[last].strip()):
        return 0
    beyond = _known_end(parts, last + 1, names)
    if end and normalise("".join(parts[start:end])) in names.heads:
        return beyond or last + 2
    # Two halves that are both misspelt, or one of them, are one name that is misspelt.
    if not (end and beyond) and names.is_near("".join(parts[start : last + 2])):
        return last + 2
    return 0
