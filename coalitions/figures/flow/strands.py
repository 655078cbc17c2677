"""Where a flow's blocks and the ribbons between them stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.tables import ways

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from coalitions.looks import Look
    from coalitions.tables import Flow, Way

#: Room between two blocks of a column (points).
BETWEEN = 13.0
#: Width of a column (points).
BAR = 14.0
#: Where those stand who are on no side for certain.
NOWHERE = (looks.NEITHER, looks.UNKNOWN_SIDE)


class Place(NamedTuple):
    """Where columns stand (points), and how what stands in them looks."""

    left: float
    pitch: float
    height: float
    unit: float
    #: Where one may stand → its colour, and what it is called.
    colours: Mapping[str, str]
    names: Mapping[str, str]
    look: Look

    def x(self, column: int) -> float:
        """Left edge of a column."""
        return self.left + column * self.pitch


class Ribbon(NamedTuple):
    """Those who took the same way from one column to the next; edges are heights (points)."""

    step: int
    from_side: str
    to_side: str
    #: ``new``, ``not_again``, ``crossed``, or nothing where no move is certain.
    change: str
    who: tuple[str, ...]
    #: Upper edge in the first and in the second column.
    tops: tuple[float, float]


def blocks(
    column: pd.Series[str], height: float, unit: float, order: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """Return the lower and the upper edge of each side's block, ``unit`` points a signatory.

    The first side hangs from the top, the last stands at the bottom, the others share the middle.
    """
    counts = column.value_counts()
    tall = {side: unit * int(counts.get(side, 0)) for side in order}
    first, last = order[0], order[-1]
    found = {first: (height - tall[first], height), last: (0.0, tall[last])}
    middle = [side for side in order if side not in found and tall[side]]
    room = height - tall[first] - tall[last]
    outer = [side for side in found if tall[side]]
    spare = room - sum(tall[side] for side in middle)
    apart = spare / max(1, len(middle) + len(outer) - 1)
    top = height - tall[first] - (apart if tall[first] else 0)
    for side in middle:
        found[side] = (top - tall[side], top)
        top -= tall[side] + apart
    return {side: found[side] for side in order if tall[side]}


def ribbons(
    found: Flow, edges: Sequence[dict[str, tuple[float, float]]], unit: float
) -> list[Ribbon]:
    """Return the ribbons between neighbouring columns; who crossed over has one alone.

    Parameters
    ----------
    found : Flow
    edges : sequence of dict
        The blocks of each column.
    unit : float
        Height of one signatory (points).
    """
    drawn = []
    for step, (before, after) in enumerate(pairwise(found.series)):
        groups = ways(found, before, after)
        tops: list[dict[int, float]] = []
        for column, at in ((step, 0), (step + 1, 1)):
            place = {side: top for side, (_, top) in edges[column].items()}
            tops.append({})
            for n in sorted(range(len(groups)), key=lambda n: _order(groups[n], at, found)):
                tops[-1][n] = place[groups[n].sides[at]]
                place[groups[n].sides[at]] -= unit * len(groups[n].who)
        drawn += [
            Ribbon(step, *group.sides, group.change, group.who, (tops[0][n], tops[1][n]))
            for n, group in enumerate(groups)
        ]
    return drawn


def _order(group: Way, at: int, found: Flow) -> tuple[bool, bool, int, str, str]:
    """Return where a ribbon stands in its block: carried on first, crossers innermost."""
    alone = group.who[0] in found.alone
    last = group.sides[at] == found.order[0]
    return (
        not group.carried[at],
        alone == last,
        found.order.index(group.sides[1 - at]),
        group.change,
        group.who[0],
    )
