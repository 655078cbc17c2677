"""Sides along a series of events: who stood where, and who is new, not again or crossed over when.

What is said of a signatory holds in every completion of the partial lists, or is *unknown*.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from coalitions.corpus import more_than_one, refuse_no_corpus
from coalitions.looks import NEITHER
from coalitions.looks import UNKNOWN_SIDE as UNKNOWN
from coalitions.tables.dated import event_dates, events, rows_along
from coalitions.tables.presence import ABSENT, SIGNED, presence
from coalitions.tables.standings import ELSEWHERE, any_of, crossed_to, standings
from coalitions.tables.stands import stand_of_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.tables.standings import Lineup

    #: Side → whether each signatory is under one of its lists.
    Taken = dict[str, NDArray[np.int8]]


def sides_across(corpus: Corpus) -> tuple[str, ...]:
    """Return where one may stand at an event, from one edge of a diagram to the other.

    Examples
    --------
    >>> from coalitions import load
    >>> sides_across(load("unga75"))
    ('support', 'neither', 'both', 'unknown', 'critical')
    """
    first, second, rest = corpus.sides[:1], corpus.sides[1:2], corpus.sides[2:]
    return (*first, *rest, NEITHER, more_than_one(corpus), UNKNOWN, *second)


def side_histories(corpus: Corpus) -> pd.DataFrame:
    """Return which side each signatory took, event by event.

    An event is an ``event_id``, or a date where there is none. A side (``support``) is for who
    signed such a statement there and is not known to have signed one of another side, ``both`` for
    who is known to have signed both of two opposed sides (``several``: more than one, where there
    are others). ``neither`` is who signed none in every completion of the lists; ``unknown`` is
    everybody else: some list is partial and may hold the name. Over events of different times
    ``neither`` is also who could not have signed there (see `could_sign`), and could elsewhere.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame of str
        One row each that could have signed, in the order of ``corpus.signatories``; one column an
        event, by its first date. Statements without a stance or without a date are no part of it.

    Examples
    --------
    >>> from coalitions import load
    >>> histories = side_histories(load("un-china"))
    >>> histories.loc["SOM", ["hrc41-2019", "unga3-2019", "hrc46-2021", "unga3-2022"]].tolist()
    ['support', 'neither', 'unknown', 'critical']
    """
    columns = {event: _sides(corpus, taken) for event, taken in signed_at(corpus).items()}
    return _by_event(corpus, columns).astype(str)


class Standings(NamedTuple):
    """Where everybody stands along some events, and who only by an earlier list."""

    #: Signatory × event: one of ``sides_across``.
    sides: pd.DataFrame
    #: Signatory × event: whether that side is taken by no list of that event.
    carried: pd.DataFrame
    #: Event → whether one of the lists that count there is partial.
    partial: dict[str, bool]


def side_standings(corpus: Corpus, along: Sequence[str] = ()) -> Standings:
    """Return where each signatory stands, event by event; a side without a list is carried on.

    Parameters
    ----------
    corpus : Corpus
    along : sequence of str, optional
        Events, in order; by default all of ``side_histories``.

    Returns
    -------
    Standings

    Examples
    --------
    >>> from coalitions import load
    >>> found = side_standings(load("un-china"), ["unga3-2020", "hrc46-2021"])
    >>> found.sides.loc["CAN"].tolist(), found.carried.loc["CAN"].tolist()
    (['critical', 'critical'], [False, True])
    """
    chosen = standings(corpus, rows_along(corpus, along))
    sides, carried = {}, {}
    for at in chosen:
        sides[at.event] = _sides(corpus, {side: at.signed(side) for side in corpus.sides})
        here = any_of([at.signed_here(side) for side in corpus.sides], at.number) == SIGNED
        carried[at.event] = ~np.isin(sides[at.event], [NEITHER, UNKNOWN]) & ~here
    partial = {at.event: any(at.partial.values()) for at in chosen}
    return Standings(
        _by_event(corpus, sides).astype(str), _by_event(corpus, carried).astype(bool), partial
    )


def series(corpus: Corpus, along: Sequence[str] = ()) -> pd.DataFrame:
    """Return where everybody stands along a series of events: the columns of a flow.

    A side that has no list at an event is carried on from its last one, and nobody moves there:
    nobody was asked. Statements without a stance, or without a date, are no part of it.

    Parameters
    ----------
    corpus : Corpus
    along : sequence of str, optional
        Events, in order: an ``event_id``, or a date where there is none; by default all.

    Returns
    -------
    DataFrame
        One row an event and signatory, by the events' first dates: ``event``, ``date`` (the first
        of the event), ``signatory``, ``name`` (the short one), ``side`` (where it stands:
        ``support``, ``neither``, ``both``, ``unknown`` or ``critical``; of a corpus with other
        sides one of these, or ``several``), ``carried`` (whether it
        stands there by an earlier list only), ``own`` (the side by the lists of that event alone),
        ``partial`` (whether a list that counts there is partial).

    Raises
    ------
    CoalitionsError
        An event that is none of those.

    Notes
    -----
    Each side holds in every completion of the partial lists, or is ``unknown``. Who could have
    signed and stands in no table is not listed. Over events of different times ``neither`` is also
    who could not have signed there (see `could_sign`), and could elsewhere.

    Examples
    --------
    >>> from coalitions import load
    >>> table = series(load("un-china"), ["unga3-2020", "unga3-2022"])
    >>> table[table["side"] == "critical"].groupby("event").size().to_dict()
    {'unga3-2020': 39, 'unga3-2022': 50}
    """
    refuse_no_corpus(corpus)
    dates, own, found = event_dates(corpus), side_histories(corpus), side_standings(corpus, along)
    about = corpus.signatories
    return pd.DataFrame(
        {
            "event": np.repeat(found.sides.columns.to_numpy(object), len(about)),
            "date": np.repeat([dates[event] for event in found.sides.columns], len(about)),
            "signatory": np.tile(about["signatory"].to_numpy(object), len(found.sides.columns)),
            "name": np.tile(about["short"].to_numpy(object), len(found.sides.columns)),
            "side": found.sides.to_numpy(object).ravel(order="F"),
            "carried": found.carried.to_numpy(bool).ravel(order="F"),
            "own": own[found.sides.columns].to_numpy(object).ravel(order="F"),
            "partial": np.repeat(list(found.partial.values()), len(about)),
        }
    )


def _sides(corpus: Corpus, taken: Taken) -> list[str]:
    """Return the side of each signatory by who is on the lists of each."""
    return stand_of_each(taken, more_than_one(corpus), len(corpus.signatories))


def _by_event(corpus: Corpus, columns: dict[str, Any]) -> pd.DataFrame:
    index = pd.Index(corpus.signatories["signatory"], name="signatory")
    return pd.DataFrame(columns, index=index).rename_axis(columns="event")


def side_moves(corpus: Corpus, along: Sequence[str] = ()) -> pd.DataFrame:
    """Return who is new on a side, not again on it, or crossed over to it, event by event.

    A list is held against the last one before it of the same side; of the same side and ``series``,
    where the statements have such a column. ``new`` is who is on the later only, ``not_again`` who
    is on the earlier only, where every completion of the lists agrees. ``crossed`` is who stood on
    an opposed side only, and is on a list of this one now. At an event at which a side has no list,
    nobody moves there.

    Parameters
    ----------
    corpus : Corpus
    along : sequence of str, optional
        Events that are compared, in order: an ``event_id``, or a date where there is none; by
        default all.

    Returns
    -------
    DataFrame
        One row a move, by event and side: ``before``, ``after`` (the events of the two lists),
        ``change``, ``side`` (the one of the list, or the one that was crossed over to),
        ``signatory``.

    Raises
    ------
    CoalitionsError
        An event that is none of those.

    Examples
    --------
    >>> from coalitions import load
    >>> moves = side_moves(load("un-china"), ["unga3-2020", "unga3-2022"])
    >>> gone = moves[(moves["change"] == "not_again") & (moves["side"] == "critical")]
    >>> gone["signatory"].tolist()
    ['BIH', 'HND', 'HTI']
    """
    refuse_no_corpus(corpus)
    names = corpus.signatories["signatory"].to_numpy()
    chosen = standings(corpus, rows_along(corpus, along))
    found = [
        (before, at.event, change, side, str(signatory))
        for last, at in pairwise(chosen)
        for side in corpus.sides
        for before, change, who in _moved(last, at, side)
        for signatory in names[who]
    ]
    return pd.DataFrame(found, columns=["before", "after", "change", "side", "signatory"])


def _moved(last: Lineup, at: Lineup, side: str) -> list[tuple[str, str, NDArray[np.bool_]]]:
    """Return since which event, and how, who moved to or from one side."""
    here, nobody = crossed_to(last, at, side), np.zeros(at.number, dtype=bool)
    away = np.any([nobody, *(crossed_to(last, at, one) for one in at.against[side])], axis=0)
    found = []
    for thread in at.fresh(side):
        if thread in last.on:
            was, now, before = last.on[thread], at.on[thread], last.since[thread]
            # Who has crossed over was told so then.
            stood = np.isin(last.held[thread], (SIGNED, ELSEWHERE))
            found += [
                (before, "new", (was == ABSENT) & (now == SIGNED) & ~here),
                (before, "not_again", stood & (now == ABSENT) & ~away),
            ]
    over = {t: held for t, held in last.held.items() if t.side in at.against[side]}
    for thread in reversed(over):  # each is told to have crossed from the latest list
        found.append((last.since[thread], "crossed", here & (over[thread] == SIGNED)))
        here = here & (over[thread] != SIGNED)
    return found


def signed_at(corpus: Corpus) -> dict[str, Taken]:
    """Return, event by event and side by side, who signed there; no list is none to be on.

    Examples
    --------
    >>> from coalitions import load
    >>> found = signed_at(load("unga75"))["unga3-2020"]
    >>> {side: int((on == SIGNED).sum()) for side, on in found.items()}
    {'support': 52, 'critical': 39}
    """
    signed, stance = presence(corpus), corpus.statements["stance"]
    number = signed.shape[1]
    return {
        event: {
            side: any_of([signed[n] for n in rows if stance[n] == side], number)
            for side in corpus.sides
        }
        for event, rows in events(corpus).items()
    }
