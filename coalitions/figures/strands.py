"""Who goes where in a flow: the events drawn, blocks of states, and the ribbons between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from coalitions.errors import CoalitionsError
from coalitions.series import OPPOSITE, SIDES, events, side_histories, side_moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: Room between two blocks of a column (points).
BETWEEN = 13.0
#: So many crossers are drawn one by one.
ALONE_MOST = 8
#: More columns than that cannot be told apart: of more events, the last ones are drawn.
COLUMNS_MOST = 10
#: Why an event is not drawn.
NOBODY, ONE_SIDE, NO_COMPLETE, NO_ROOM = (
    "nobody named",
    "a side has no statement",
    "no complete list",
    "no room",
)


class Ribbon(NamedTuple):
    """Those who took the same way from one column to the next; edges are heights (points)."""

    step: int
    from_side: str
    to_side: str
    #: ``joined``, ``left``, ``crossed``, or nothing where no move is certain.
    change: str
    who: tuple[str, ...]
    #: Upper edge in the first and in the second column.
    tops: tuple[float, float]


class Flow(NamedTuple):
    """What a flow draws, in data: the test of the picture, and of what it says."""

    #: Signatory × event: the side taken; as many rows as could have signed.
    sides: pd.DataFrame
    #: Who joined, left and crossed over between neighbouring events.
    moves: pd.DataFrame
    #: Who signed on one side at one of the events, and on the other at another.
    across: tuple[str, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """Those who crossed over, if they are few enough to be followed one by one."""
        return self.across if len(self.across) <= ALONE_MOST else ()

    @property
    def series(self) -> list[str]:
        """The events, in order."""
        return [str(event) for event in self.sides.columns]


def flow(corpus: Corpus, most: int) -> Flow:
    """Return the flow of a corpus over at most so many events, the last ones; ten or fewer.

    Events are drawn where each side of the corpus has a statement, and one list is complete;
    where there are not two such events, all that name somebody.

    Raises
    ------
    CoalitionsError
        Fewer than two events.

    Examples
    --------
    >>> from coalitions import load
    >>> found = flow(load("un-china"), 3)
    >>> found.series, len(found.sides), found.across
    (['unga3-2022', 'unga3-2023', 'unga3-2024'], 195, ())
    """
    series = _comparable(corpus)[-min(most, COLUMNS_MOST) :]
    sides = _everybody(corpus, side_histories(corpus)[series])
    signed = {side: sides.isin([side, "both"]).any(axis=1) for side in ("support", "critical")}
    across = sides.index[signed["support"] & signed["critical"]]
    return Flow(sides, side_moves(corpus, series), tuple(across))


def _comparable(corpus: Corpus) -> list[str]:
    """Return the events whose columns can be compared, or all that name somebody."""
    wants = _wants(corpus)
    full = [key for key, want in wants.items() if not want]
    chosen = full if len(full) > 1 else [key for key, want in wants.items() if want != NOBODY]
    if len(chosen) < 2:  # noqa: PLR2004 - a flow goes from one event to another
        raise CoalitionsError(
            "a flow goes from one event to another: it takes two events or more that have a date, "
            f"a stance and names, found {len(chosen)}"
        )
    return chosen


def _wants(corpus: Corpus) -> dict[str, str]:
    """Return what each event wants to be compared with others; nothing where it can be."""
    stance = corpus.statements["stance"]
    named, unnamed = corpus.named.to_numpy() > 0, corpus.unnamed.to_numpy() > 0
    found = events(corpus)
    taken = {stance[n] for rows in found.values() for n in rows}
    return {
        key: NOBODY
        if not named[rows].any()
        else ONE_SIDE
        if {stance[n] for n in rows} != taken
        else ""
        if (named & ~unnamed)[rows].any()
        else NO_COMPLETE
        for key, rows in found.items()
    }


def left_out(corpus: Corpus, found: Flow) -> dict[str, list[str]]:
    """Return the events that a flow does not draw, by the reason why.

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load("un-china")
    >>> left_out(corpus, flow(corpus, 99))[NO_COMPLETE]
    ['hrc47-2021', 'unga3-2021']
    """
    wants, comparable = _wants(corpus), set(_comparable(corpus))
    reasons: dict[str, list[str]] = {}
    for event, want in wants.items():
        if event not in found.series:
            reasons.setdefault(NO_ROOM if event in comparable else want, []).append(event)
    return reasons


def _everybody(corpus: Corpus, sides: pd.DataFrame) -> pd.DataFrame:
    """Return as many rows as could have signed: those nowhere named are alike."""
    spare = len(sides) - corpus.possible
    if spare > 0:
        nowhere = sides.index[~sides.isin(["support", "critical", "both"]).any(axis=1)]
        return sides.drop(index=nowhere[:spare])
    if spare < 0:
        found = events(corpus)
        partial = corpus.unnamed.to_numpy() > 0
        row = {
            key: "unknown" if partial[rows].any() else "neither"
            for key, rows in found.items()
            if key in sides
        }
        index = pd.Index([f"other {n + 1}" for n in range(-spare)], name=sides.index.name)
        return pd.concat([sides, pd.DataFrame([row] * -spare, index=index)])
    return sides


def blocks(column: pd.Series[str], height: float, unit: float) -> dict[str, tuple[float, float]]:
    """Return the lower and the upper edge of each side's block, ``unit`` points a signatory.

    Support hangs from the top, critical stands at the bottom, the others share the middle.
    """
    counts = column.value_counts()
    tall = {side: unit * int(counts.get(side, 0)) for side in SIDES}
    found = {"support": (height - tall["support"], height), "critical": (0.0, tall["critical"])}
    middle = [side for side in SIDES if side not in found and tall[side]]
    room = height - tall["support"] - tall["critical"]
    outer = [side for side in found if tall[side]]
    spare = room - sum(tall[side] for side in middle)
    apart = spare / max(1, len(middle) + len(outer) - 1)
    top = height - tall["support"] - (apart if tall["support"] else 0)
    for side in middle:
        found[side] = (top - tall[side], top)
        top -= tall[side] + apart
    return {side: found[side] for side in SIDES if tall[side]}


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
        groups = _groups(found, before, after)
        tops: list[dict[int, float]] = []
        for column, at in ((step, 0), (step + 1, 1)):
            place = {side: top for side, (_, top) in edges[column].items()}
            tops.append({})
            for n in sorted(range(len(groups)), key=lambda n: _order(groups[n], at, found.alone)):
                tops[-1][n] = place[groups[n].sides[at]]
                place[groups[n].sides[at]] -= unit * len(groups[n].who)
        drawn += [
            Ribbon(step, *group.sides, group.change, group.who, (tops[0][n], tops[1][n]))
            for n, group in enumerate(groups)
        ]
    return drawn


class Group(NamedTuple):
    """Those who take the same way: what changed, the two sides, who they are."""

    change: str
    sides: tuple[str, str]
    who: tuple[str, ...]


def _groups(found: Flow, before: str, after: str) -> list[Group]:
    """Return change, first side, second side and who: those alike together, crossers alone."""
    moves = found.moves[(found.moves["before"] == before) & (found.moves["after"] == after)]
    change = dict(zip(moves["signatory"], moves["change"], strict=True))
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, one, other in zip(
        found.sides.index, found.sides[before], found.sides[after], strict=True
    ):
        alone = name if name in found.alone else ""
        groups.setdefault((change.get(name, ""), one, other, alone), []).append(str(name))
    return [Group(key[0], (key[1], key[2]), tuple(who)) for key, who in groups.items()]


def _order(group: Group, at: int, across: tuple[str, ...]) -> tuple[bool, int, str, str]:
    """Return where a ribbon stands in its block: crossers innermost, others by their way."""
    alone = group.who[0] in across
    last = group.sides[at] == "support"
    return (alone == last, SIDES.index(group.sides[1 - at]), group.change, group.who[0])


def crossing(found: Flow, name: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return where one who crossed over was last on one side, and first on the other.

    Each is the number of a column and a side; the same column, where that one is on both.
    """
    row = [str(side) for side in found.sides.loc[name]]
    taken = [(n, side) for n, side in enumerate(row) if side in {*OPPOSITE, "both"}]
    first = taken[0][1]
    second = next(at for at in taken if at[1] != first or first == "both")
    before = [at for at in taken if at[0] < second[0]]
    return (before or [second])[-1], second
