"""Where everybody stands at each event: by its own lists, or by the last list before it.

A side that has no list at an event is carried on from its last one: nobody moves there, since
nobody was asked. Where statements have a ``series``, each series of a side is carried on alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions.corpus import opposites
from coalitions.tables.presence import ABSENT, OPEN, SIGNED, presence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    #: Whether each signatory is on something: ``SIGNED``, ``ABSENT``, ``OPEN`` or ``NO_LIST``.
    Signed = NDArray[np.int8]

#: What stands for a side of which there is no list, and for who is carried on no more, having been
#: on a list of another side since that is not opposed to it: no move tells of that.
NO_LIST, ELSEWHERE = -2, -3


class Thread(NamedTuple):
    """Statements of one side that continue one another; without ``series`` all of that side."""

    series: str
    side: str


class Lineup(NamedTuple):
    """Where everybody stands at one event."""

    event: str
    #: Thread → the event of its last list: this one, or an earlier one; the latest stand last.
    since: dict[Thread, str]
    #: Thread → who is on that list.
    on: dict[Thread, Signed]
    #: The same without those who have crossed over since.
    held: dict[Thread, Signed]
    #: Thread → whether that list is partial.
    partial: dict[Thread, bool]
    #: How many could have signed.
    number: int
    #: Side → the sides that are opposed to it.
    against: Mapping[str, Sequence[str]]

    def fresh(self, side: str) -> list[Thread]:
        """Return the threads of a side that have a list at this very event."""
        return [t for t, event in self.since.items() if t.side == side and event == self.event]

    def signed(self, side: str) -> Signed:
        """Return who stands on a side: on a last list of it, and not on the other side since."""
        return any_of([held for t, held in self.held.items() if t.side == side], self.number)

    def signed_here(self, side: str) -> Signed:
        """Return who is on a list of a side at this very event."""
        return any_of([self.on[t] for t in self.fresh(side)], self.number)


def any_of(lists: Sequence[Signed], number: int) -> Signed:
    """Return whether each of so many is under one of several lists, which may be none.

    Examples
    --------
    >>> any_of([np.array([1, 0, 0], np.int8), np.array([0, 0, -1], np.int8)], 3).tolist()
    [1, 0, -1]
    """
    if not len(lists):
        return np.full(number, NO_LIST, np.int8)
    array = np.asarray(lists)
    signed, maybe = (array == SIGNED).any(0), (array == OPEN).any(0)
    return np.where(signed, SIGNED, np.where(maybe, OPEN, ABSENT)).astype(np.int8)


def standings(corpus: Corpus, rows: Mapping[str, Sequence[int]]) -> list[Lineup]:
    """Return where everybody stands at each of some events, one after the other.

    Who takes another side at an event at which the first has no list is not carried on there.

    Parameters
    ----------
    corpus : Corpus
    rows : mapping of str to sequence of int
        Event → positions of its statements in ``corpus.statements``; in order.

    Returns
    -------
    list of Lineup

    Examples
    --------
    >>> from coalitions import load
    >>> (at,) = standings(load("unga75"), {"unga3-2020": [0, 1, 2, 3]})
    >>> int((at.signed("critical") == SIGNED).sum())
    39
    """
    table = corpus.statements
    series = table["series"].tolist()
    stance, partial = table["stance"].tolist(), corpus.partial.to_numpy(bool)
    array = presence(corpus)
    against = {side: opposites(corpus, side) for side in corpus.sides}
    found: list[Lineup] = []
    for event, positions in rows.items():
        last = found[-1] if found else Lineup("", {}, {}, {}, {}, array.shape[1], against)
        at = Lineup(
            event,
            {**last.since},
            {**last.on},
            {**last.held},
            {**last.partial},
            last.number,
            against,
        )
        for thread in dict.fromkeys(Thread(series[n], stance[n]) for n in positions):
            mine = [n for n in positions if (series[n], stance[n]) == thread]
            for kept in (at.since, at.held):
                kept.pop(thread, None)  # what is set anew stands last
            at.since[thread] = event
            at.on[thread] = at.held[thread] = any_of(list(array[mine]), at.number)
            at.partial[thread] = bool(partial[mine].any())
        _let_go(last, at)
        found.append(at)
    return found


def crossed_to(last: Lineup, at: Lineup, side: str) -> NDArray[np.bool_]:
    """Return who stood on an opposed side only, and is on a list of this one at this event."""
    stood: NDArray[np.bool_] = (
        any_of([last.signed(other) for other in at.against[side]], at.number) == SIGNED
    )
    return stood & _new_here(last, at, side)


def _new_here(last: Lineup, at: Lineup, side: str) -> NDArray[np.bool_]:
    """Return who is on a list of a side at this event, and did not stand on that side before."""
    new: NDArray[np.bool_] = (last.signed(side) != SIGNED) & (at.signed_here(side) == SIGNED)
    return new


def _let_go(last: Lineup, at: Lineup) -> None:
    """Carry on nobody on a side who has crossed over from it, or is on a list of another since."""
    for side, opposed in at.against.items():
        crossed, new = crossed_to(last, at, side), _new_here(last, at, side)
        here = set(at.fresh(side)).union(*map(at.fresh, at.against))
        for thread, held in at.held.items():
            if thread.side == side or thread in here:
                continue
            gone, left = (crossed, ABSENT) if thread.side in opposed else (new, ELSEWHERE)
            at.held[thread] = np.where(gone & (held == SIGNED), left, held)
