"""Areas of groups: how high they are, and how their members are set so that all have room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.figures.kit import clip_apart, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

#: Room around what stands in an area, its heading, and between two areas (points).
PAD, HEAD, APART = 6.0, 20.0, 7.0
#: Diameter of a mark, from it to its name, and from a name to the next mark (points).
MARK, TO_NAME, TO_NEXT = 6.5, 3.0, 9.0
#: Widest name (points).
WIDEST = 110.0
#: Between marks that stand alone; by how much these shrink each time, and the least (points).
BESIDE, SHRINK, LEAST = 2.0, 0.88, 2.5


class Community(NamedTuple):
    """A group: its number, who is in it, and with whom they share what they share."""

    number: int
    #: A row a member, in order: ``short``, ``within``.
    who: pd.DataFrame
    #: Number of a group → share of what the members share.
    shares: dict[int, float]


class MemberColumns(NamedTuple):
    """How the members of groups are set, in columns that are read down."""

    #: What there is for them, and how high a line is (points).
    room: float
    line: float
    #: Size of type, and name → what is written of it; 0 and nothing where marks stand alone.
    size: float = 0.0
    names: dict[str, str] = {}  # noqa: RUF012 - a tuple's, and nobody writes into it

    @property
    def mark(self) -> float:
        """Diameter of a mark (points)."""
        return MARK if self.size else min(MARK, self.line - BESIDE / 2)

    def columns(self, group: Community) -> tuple[int, list[float]]:
        """Return how many lines the members of a group take, and how wide each column is."""
        number = len(group.who)
        if not self.size:
            beside = max(1, int(self.room // self.line))
            return math.ceil(number / beside), [self.line] * min(number, beside)
        names = (self.names[str(name)] for name in group.who["short"])
        wide = [MARK + TO_NAME + text_width(name, self.size) + TO_NEXT for name in names]
        room = self.room + TO_NEXT
        for rows in range(max(1, math.ceil(sum(wide) / room)), number):
            found = [max(wide[n : n + rows]) for n in range(0, number, rows)]
            if sum(found) <= room:
                return rows, found
        return number, [max(wide)]

    def height(self, group: Community) -> float:
        """Return how high the area of a group is (points)."""
        return 2 * PAD + HEAD + self.columns(group)[0] * self.line


def height(groups: list[Community], setting: MemberColumns) -> float:
    """Return how high the areas of groups are, with the room between them (points)."""
    return sum(setting.height(group) + APART for group in groups) - APART


def that_fit(
    groups: list[Community], width: float, most: float
) -> tuple[list[Community], MemberColumns]:
    """Return the groups that have room, and how their members are set: by name, if they can.

    Parameters
    ----------
    groups : list of Community
        The largest first: the last are left out.
    width, most : float
        Of the body, and how high it may be (points).
    """
    for setting in _settings(groups, width - 2 * PAD):
        if height(groups, setting) <= most:
            return groups, setting
    while len(groups) > 1 and height(groups, setting) > most:
        groups = groups[:-1]
    return groups, setting


def _settings(groups: list[Community], room: float) -> Iterator[MemberColumns]:
    """Give ways to set the members, each smaller than the one before; in the end marks alone."""
    every = [str(name) for group in groups for name in group.who["short"]]
    for size, line in ((looks.FOOT, 12.0), (looks.SMALL, 8.2)):
        yield MemberColumns(room, line, size, clip_apart(every, WIDEST, size))
    side = MARK + BESIDE
    while side > LEAST:
        yield MemberColumns(room, side)
        side *= SHRINK
