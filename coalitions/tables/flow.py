"""Who goes where along a series of events: what a flow draws, in tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from coalitions.corpus import opposites, refuse_no_corpus
from coalitions.errors import CoalitionsError, listed
from coalitions.looks import BOTH, NEITHER, UNKNOWN_SIDE
from coalitions.tables.dated import events, rows_along
from coalitions.tables.histories import series, side_moves, sides_across, signed_at
from coalitions.tables.presence import SIGNED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.corpus import Corpus

#: So many crossers are drawn one by one.
ALONE_MOST = 8
#: More columns than that cannot be told apart: of more events, the last ones are drawn.
COLUMNS_MOST = 12
#: Why an event is not drawn.
NOBODY, NO_COMPLETE, NO_ROOM = ("nobody named", "no complete list", "no room")


class Flow(NamedTuple):
    """What a flow draws, in data: the test of the picture, and of what it says."""

    #: Signatory × event: the side taken there, or last; as many rows as could have signed.
    sides: pd.DataFrame
    #: Signatory × event: whether that side is carried on from an earlier event.
    carried: pd.DataFrame
    #: Signatory × event: the side taken by the lists of that event alone.
    own: pd.DataFrame
    #: Side → signatory × event: whether a list of that side at that event names them for certain.
    on: Mapping[str, pd.DataFrame]
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


def flow_of(corpus: Corpus, most: int = COLUMNS_MOST) -> Flow:
    """Return the flow of a corpus over at most so many events, the last ones.

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
    return _flow(corpus, comparable, comparable[-most:])


def _flow(corpus: Corpus, along: Sequence[str], drawn: Sequence[str]) -> Flow:
    """Return the flow of the last of some events; each is held against those before it."""
    table = series(corpus, along)
    sides, carried, own = (_wide(corpus, table, drawn, of) for of in ("side", "carried", "own"))
    partial = dict(zip(table["event"], table["partial"], strict=True))
    sides = _everybody(corpus, sides, partial)
    carried = carried.astype(bool).reindex(sides.index, fill_value=False)
    own = own.reindex(sides.index, fill_value=UNKNOWN_SIDE)
    on, opposed = _signed_on(corpus, sides), _pairs(corpus)
    crossed = [on[a].any(axis=1) & on[b].any(axis=1) for a, b in opposed]
    across = sides.index[pd.concat(crossed, axis=1).any(axis=1)] if crossed else sides.index[:0]
    moves = side_moves(corpus, along)
    moves = moves[moves["after"].isin(drawn[1:])].reset_index(drop=True)
    return Flow(sides, carried, own, on, opposed, sides_across(corpus), moves, tuple(across))


def _signed_on(corpus: Corpus, sides: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return for each side at which events a list of it names whom."""
    at, index = signed_at(corpus), pd.Index(corpus.signatories["signatory"])
    return {
        side: pd.DataFrame(
            {event: at[event][side] == SIGNED for event in sides.columns}, index=index
        ).reindex(sides.index, fill_value=False)
        for side in corpus.sides
    }


def _pairs(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the pairs of opposed sides, each in the order of the sides."""
    return [(a, b) for a in corpus.sides for b in opposites(corpus, a) if _is_before(corpus, a, b)]


def _is_before(corpus: Corpus, one: str, other: str) -> bool:
    return corpus.sides.index(one) < corpus.sides.index(other)


def _wide(corpus: Corpus, table: pd.DataFrame, drawn: Sequence[str], of: str) -> pd.DataFrame:
    """Return one column of a series as signatories × events."""
    found = table.pivot(index="signatory", columns="event", values=of)  # noqa: PD010 - nothing to sum up
    return found.reindex(index=corpus.signatories["signatory"], columns=list(drawn))


def _comparable(corpus: Corpus) -> list[str]:
    """Return the events whose columns can be compared, or all that name somebody."""
    wants = _wants(corpus)
    full = [key for key, want in wants.items() if not want]
    chosen = full if len(full) > 1 else [key for key, want in wants.items() if want != NOBODY]
    _two_or_more(chosen)
    return chosen


def _two_or_more(chosen: Sequence[str]) -> None:
    """Refuse fewer than two events."""
    if len(chosen) < 2:  # noqa: PLR2004 - a flow goes from one event to another
        raise CoalitionsError(
            "a flow goes from one event to another: it takes two events or more that have a date, "
            f"a stance and names, found {len(chosen)}"
        )


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


def omitted_events(corpus: Corpus, found: Flow) -> dict[str, list[str]]:
    """Return the events that a flow does not draw, by the reason why.

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load("un-china")
    >>> omitted_events(corpus, flow_of(corpus, 99))[NO_COMPLETE]
    ['hrc46-2021', 'hrc47-2021', 'hrc48-2021', 'unga3-2021']
    """
    wants, comparable = _wants(corpus), set(_comparable(corpus))
    reasons: dict[str, list[str]] = {}
    for event, want in wants.items():
        if event not in found.series:
            reasons.setdefault(NO_ROOM if event in comparable else want, []).append(event)
    return reasons


def _everybody(corpus: Corpus, sides: pd.DataFrame, partial: Mapping[str, bool]) -> pd.DataFrame:
    """Return as many rows as could have signed: those nowhere named are alike."""
    spare = len(sides) - corpus.possible
    if spare > 0:
        nowhere = sides.index[sides.isin([NEITHER, UNKNOWN_SIDE]).all(axis=1)]
        return sides.drop(index=nowhere[:spare])
    if spare < 0:
        row = {key: UNKNOWN_SIDE if partial[key] else NEITHER for key in sides.columns}
        index = pd.Index([f"other {n + 1}" for n in range(-spare)], name=sides.index.name)
        return pd.concat([sides, pd.DataFrame([row] * -spare, index=index)])
    return sides


def flows(corpus: Corpus, along: Sequence[str] = ()) -> pd.DataFrame:
    """Return how many took which way from one event to the next: the ribbons of a flow.

    Parameters
    ----------
    corpus : Corpus
    along : sequence of str, optional
        Events, in order; by default those whose lists can be compared: where one is complete, or
        else all that name somebody.

    Returns
    -------
    DataFrame
        One row a way, by the events, those who stand alike together: ``before``, ``after`` (two
        events that follow each other), ``from_side``, ``to_side`` (as in `series`), ``change``
        (``new``, ``not_again``, ``crossed``, or empty where no move is certain), ``count`` (of all
        who could have signed), ``members`` (tuple of those that the tables name).

    Raises
    ------
    CoalitionsError
        An event that is none, or fewer than two.

    References
    ----------
    M. Rosvall, C. T. Bergstrom (2010), "Mapping change in large networks",
    https://doi.org/10.1371/journal.pone.0008694

    Examples
    --------
    >>> from coalitions import load
    >>> table = flows(load("un-china"), ["unga3-2020", "unga3-2022"])
    >>> table.loc[table["change"] == "crossed", ["to_side", "count", "members"]].to_numpy().tolist()
    [['critical', 1, ('SOM',)]]
    """
    refuse_no_corpus(corpus)
    given = listed(along, "events")
    asked = list(rows_along(corpus, given)) if given else _comparable(corpus)
    _two_or_more(asked)
    found, known = _flow(corpus, asked, asked), set(corpus.signatories["signatory"])
    rows: dict[Any, list[str]] = {}
    for before, after in pairwise(asked):
        for way in ways(found, before, after):
            rows.setdefault((before, after, *way.sides, way.change), []).extend(way.who)
    columns = ["before", "after", "from_side", "to_side", "change"]
    table = pd.DataFrame(list(rows), columns=columns).assign(count=[*map(len, rows.values())])
    members = [tuple(sorted(known.intersection(who))) for who in rows.values()]
    table["members"] = pd.Series(members, table.index, dtype=object)
    return table


class Way(NamedTuple):
    """Those who take the same way: what changed, the two sides, carried on or not, who they are."""

    change: str
    sides: tuple[str, str]
    carried: tuple[bool, bool]
    who: tuple[str, ...]


def ways(found: Flow, before: str, after: str) -> list[Way]:
    """Return who took which way from one event to another: those alike together, crossers alone."""
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


def crossing(found: Flow, name: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return where one who crossed over was last on one side, and first on an opposed one.

    Each is the number of a column and a side; the same column, where that one is on both.
    """
    on = {side: [bool(one) for one in table.loc[name]] for side, table in found.on.items()}
    one, other = next((a, b) for a, b in found.opposed if any(on[a]) and any(on[b]))
    pairs = zip(on[one], on[other], strict=True)
    row = [BOTH if a and b else one if a else other if b else "" for a, b in pairs]
    taken = [(n, side) for n, side in enumerate(row) if side]
    first = taken[0][1]
    second = next(at for at in taken if at[1] != first or first == BOTH)
    before = [at for at in taken if at[0] < second[0]]
    return (before or [second])[-1], second
