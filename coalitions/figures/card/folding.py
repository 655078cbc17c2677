"""Names of a card in one line or two, no two that differ cut to the same."""

from __future__ import annotations

from functools import partial
from math import inf
from typing import TYPE_CHECKING

from coalitions.figures.kit import clip, fold, text_width
from coalitions.looks import CUT, lost, told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.findings import Name

#: Lines that a name takes at most; how much wider bold prints: `clip` measures normal type.
LINES, BOLD = 2, 1.16
#: How far a name's second line stands in (points).
INDENT = 6.0


def printed(name: Name) -> str:
    """Return a name with its mark."""
    return f"{name.short} {name.mark}" if name.mark else name.short


def weight_of(name: Name) -> str:
    """Return the weight that a name is set in."""
    return "bold" if name.style == "bold" else "normal"


def names_in_lines(names: Sequence[Name], room: float, size: float) -> dict[Name, list[str]]:
    """Return each name in one or two lines; those that a cut makes alike are cut elsewhere."""
    found = {name: _folded(name, room, size) for name in names}
    bare = {name.short: " ".join(lines).removesuffix(name.mark) for name, lines in found.items()}
    alike = lost(dict(sorted(bare.items())))
    # As wide as the widest of them prints, wherever it stands: bold, and with a mark.
    marks = {name.mark for name in names}
    least = (room - INDENT - max(text_width(f" {mark}", size, "bold") for mark in marks)) / BOLD
    cut = told_apart(dict.fromkeys(alike, LINES), partial(_lines, room=least, size=size))
    return found | {
        name: [*(lines := _broken(cut[name.short], least, size))[:-1], f"{lines[-1]} {name.mark}"]
        if name.mark
        else _broken(cut[name.short], least, size)
        for name in names
        if cut.get(name.short)
    }


def _broken(text: str, room: float, size: float) -> list[str]:
    return fold(text.replace(CUT, f"{CUT} "), room, size).split("\n")


def _lines(text: str, room: float, size: float) -> float:
    """Return how many lines a name takes; none are enough where one would be too long."""
    lines = _broken(text, room, size)
    return inf if any(text_width(line, size) > room for line in lines) else len(lines)


def _folded(name: Name, room: float, size: float) -> list[str]:
    """Return a name in one or two lines; what does not fit ends in "…", and keeps its mark."""
    weight = weight_of(name)
    if text_width(printed(name), size, weight) <= room:
        return [printed(name)]
    mark = f" {name.mark}" if name.mark else ""
    wider = BOLD if name.style == "bold" else 1.0
    least = (room - INDENT - text_width(mark, size, weight)) / wider
    lines = fold(name.short, least, size, "normal").split("\n")
    lines = [*lines[: LINES - 1], " ".join(lines[LINES - 1 :])]
    clipped = [clip(line, least, size) for line in lines if line]
    return [*clipped[:-1], clipped[-1] + mark]
