"""Who goes where in a flow: the events drawn, blocks of states, and the ribbons between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from coalitions.errors import CoalitionsError
from coalitions.looks import BOTH, NEITHER, UNKNOWN_SIDE
from coalitions.tables import (
    SIGNED,
    events,
    side_histories,
    side_moves,
    side_standings,
    sides_across,
    signed_at,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus
    from coalitions.tables import Standings

#: Room between two blocks of a column (points).
BETWEEN = 13.0
#: So many crossers are drawn one by one.
ALONE_MOST = 8
#: More columns than that cannot be told apart: of more events, the last ones are drawn.
COLUMNS_MOST = 12
#: Why an event is not drawn.
NOBODY, NO_COMPLETE, NO_ROOM = ("nobody named", "no complete list", "no room")


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


class Flow(NamedTuple):
    """What a flow draws, in data: the test of the picture, and of what it says."""

    #: Signatory × event: the side taken there, or last; as many rows as could have signed.
    sides: pd.DataFrame
    #: Signatory × event: whether that side is carried on from an earlier event.
    carried: pd.DataFrame
    #: Signatory × event: the side taken by the lists of that event alone.
    own: pd.DataFrame
    #: Side → signatory × event: whether a list of that side at that event names them for certain.
    on: dict[str, pd.DataFrame]
    #: Pairs of sides that are opposed to each other.
    opposed: Sequence[tuple[str, str]]
    #: Where one may stand, from above to below.
    order: tuple[str, ...]
    #: Who is new on a side, not again on it, or crossed over at the events drawn.
    moves: pd.DataFrame
    #: Who signed on one side at one of the events, and on an opposed one there or at another.
    across: tuple[str, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """Those who crossed over, if they are few enough to be followed one by one."""
        return self.across if len(self.across) <= ALONE_MOST else ()

    @property
    def series(self) -> list[str]:
        """The events, in order."""
        return [str(event) for event in self.sides.columns]

    def held(self, column: int) -> dict[str, int]:
        """Return how many stand on each side of a column by an earlier list."""
        event = self.series[column]
        many = self.sides[event][self.carried[event]].value_counts()
        return {str(side): int(number) for side, number in many.items()}


def flow_of(corpus: Corpus, most: int) -> Flow:
    """Return the flow of a corpus over at most so many events, the last ones; twelve or fewer.

    Events are drawn where one list is complete; where there are not two such events, all that name
    somebody. A side without a statement there is carried on, from events before those drawn, too.

    Raises
    ------
    CoalitionsError
        Fewer than two events.

    Examples
    --------
    >>> from coalitions import load
    >>> found = flow_of(load("un-china"), 3)
    >>> found.series, len(found.sides), found.across
    (['hrc57-2024', 'unga3-2024', 'unga3-2025'], 195, ())
    """
    comparable = _comparable(corpus)
    series = comparable[-min(most, COLUMNS_MOST) :]
    standings = side_standings(corpus, comparable)
    sides = _everybody(corpus, standings, series)
    carried = standings.carried[series].reindex(sides.index, fill_value=False)
    own = side_histories(corpus)[series].reindex(sides.index, fill_value="unknown")
    on = _signed_on(corpus, sides, series)
    crossed = [on[a].any(axis=1) & on[b].any(axis=1) for a, b in _pairs(corpus)]
    across = sides.index[pd.concat(crossed, axis=1).any(axis=1)] if crossed else sides.index[:0]
    moves = side_moves(corpus, comparable)
    moves = moves[moves["after"].isin(series[1:])].reset_index(drop=True)
    order = sides_across(corpus)
    return Flow(sides, carried, own, on, _pairs(corpus), order, moves, tuple(across))


def _signed_on(
    corpus: Corpus, sides: pd.DataFrame, series: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return for each side at which events a list of it names whom."""
    at, index = signed_at(corpus), corpus.signatories["signatory"]
    return {
        side: pd.DataFrame(
            {event: at[event][side] == SIGNED for event in series}, index=pd.Index(index)
        ).reindex(sides.index, fill_value=False)
        for side in corpus.sides
    }


def _pairs(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the pairs of opposed sides of which there may be statements, in their order."""
    found = [(a, b) for a, b in corpus.opposed if {a, b} <= set(corpus.sides)]
    return [(a, b) if corpus.sides.index(a) < corpus.sides.index(b) else (b, a) for a, b in found]


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
    named, unnamed = corpus.named.to_numpy() > 0, corpus.unnamed.to_numpy() > 0
    return {
        key: NOBODY
        if not named[rows].any()
        else ""
        if (named & ~unnamed)[rows].any()
        else NO_COMPLETE
        for key, rows in events(corpus).items()
    }


def left_out(corpus: Corpus, found: Flow) -> dict[str, list[str]]:
    """Return the events that a flow does not draw, by the reason why.

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load("un-china")
    >>> left_out(corpus, flow_of(corpus, 99))[NO_COMPLETE]
    ['hrc46-2021', 'hrc47-2021', 'hrc48-2021', 'unga3-2021']
    """
    wants, comparable = _wants(corpus), set(_comparable(corpus))
    reasons: dict[str, list[str]] = {}
    for event, want in wants.items():
        if event not in found.series:
            reasons.setdefault(NO_ROOM if event in comparable else want, []).append(event)
    return reasons


def _everybody(corpus: Corpus, standings: Standings, series: list[str]) -> pd.DataFrame:
    """Return as many rows as could have signed: those nowhere named are alike."""
    sides = standings.sides[series]
    spare = len(sides) - corpus.possible
    if spare > 0:
        nowhere = sides.index[sides.isin([NEITHER, UNKNOWN_SIDE]).all(axis=1)]
        return sides.drop(index=nowhere[:spare])
    if spare < 0:
        row = {key: UNKNOWN_SIDE if standings.partial[key] else NEITHER for key in series}
        index = pd.Index([f"other {n + 1}" for n in range(-spare)], name=sides.index.name)
        return pd.concat([sides, pd.DataFrame([row] * -spare, index=index)])
    return sides


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
        groups = _groups(found, before, after)
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


class Way(NamedTuple):
    """Those who take the same way: what changed, the two sides, carried on or not, who they are."""

    change: str
    sides: tuple[str, str]
    carried: tuple[bool, bool]
    who: tuple[str, ...]


def _groups(found: Flow, before: str, after: str) -> list[Way]:
    """Return change, first side, second side and who: those alike together, crossers alone."""
    moves = found.moves[found.moves["after"] == after]
    moved = dict(zip(moves["signatory"], moves["change"], strict=True))
    groups: dict[Any, list[str]] = {}
    ways = zip(
        found.sides.index,
        *(zip(table[before], table[after], strict=True) for table in (found.sides, found.carried)),
        strict=True,
    )
    for name, sides, held in ways:
        alone = str(name) if name in found.alone else ""
        way = (moved.get(name, ""), *map(str, sides), *map(bool, held), alone)
        groups.setdefault(way, []).append(str(name))
    return [
        Way(change, (one, other), (held, still), tuple(who))
        for (change, one, other, held, still, _), who in groups.items()
    ]


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


def crossing(found: Flow, name: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return where one who crossed over was last on one side, and first on an opposed one.

    Each is the number of a column and a side; the same column, where that one is on both.
    """
    one, other = next(
        (a, b)
        for a, b in found.opposed
        if found.on[a].loc[name].any() and found.on[b].loc[name].any()
    )
    on = zip(found.on[one].loc[name], found.on[other].loc[name], strict=True)
    row = [BOTH if a and b else one if a else other if b else "" for a, b in on]
    taken = [(n, side) for n, side in enumerate(row) if side]
    first = taken[0][1]
    second = next(at for at in taken if at[1] != first or first == BOTH)
    before = [at for at in taken if at[0] < second[0]]
    return (before or [second])[-1], second
