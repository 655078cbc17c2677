"""Sides along a series of events: who stood where, and who joined, left or crossed over when.

What is said of a signatory holds in every completion of the partial lists, or is *unknown*.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.corpus import choose
from coalitions.errors import CoalitionsError
from coalitions.presence import ABSENT, OPEN, SIGNED, presence
from coalitions.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    #: Side → whether each signatory is under one of its lists.
    Taken = dict[str, NDArray[np.int8]]

#: Where a signatory may stand at an event, from one side of a diagram to the other.
SIDES = ("support", "neither", "both", "unknown", "critical")

#: The two sides, and an event that has no list of a side.
OPPOSITE = {"support": "critical", "critical": "support"}
NO_LIST = -2


def side_histories(corpus: Corpus) -> pd.DataFrame:
    """Return which side each signatory took, event by event.

    An event is an ``event_id``, or a date where there is none. ``support`` or ``critical`` is who
    signed such a statement there and is not known to have signed one of the other side, ``both``
    who is known to have signed both. ``neither`` is who signed none in every completion of the
    lists; ``unknown`` is everybody else: some list is partial and may hold the name.

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
    columns = {}
    for event, taken in _taken(corpus).items():
        support, critical = taken["support"], taken["critical"]
        columns[event] = np.select(
            [
                (support == SIGNED) & (critical == SIGNED),
                support == SIGNED,
                critical == SIGNED,
                (support == OPEN) | (critical == OPEN),
            ],
            ["both", "support", "critical", "unknown"],
            default="neither",
        ).tolist()
    index = pd.Index(corpus.signatories["signatory"], name="signatory")
    return pd.DataFrame(columns, index=index, dtype=str).rename_axis(columns="event")


def side_moves(corpus: Corpus, series: Sequence[str] = ()) -> pd.DataFrame:
    """Return who joined a side, left it, or crossed over to it, from one event to the next.

    ``joined`` and ``left`` are said only where both events have statements of that side, and every
    completion of the lists agrees. ``crossed`` is who signed on one side at the first event, and on
    the other at the second, where the first does not know the name on it.

    Parameters
    ----------
    corpus : Corpus
    series : sequence of str, optional
        Events whose neighbours are compared; by default all of ``side_histories``.

    Returns
    -------
    DataFrame
        One row a move, by event, side and signatory: ``before``, ``after`` (events), ``change``,
        ``side`` (the one that was joined, left, or crossed over to), ``signatory``.

    Examples
    --------
    >>> from coalitions import load
    >>> moves = side_moves(load("un-china"), ["unga3-2020", "unga3-2022"])
    >>> left = moves[(moves["change"] == "left") & (moves["side"] == "critical")]
    >>> left["signatory"].tolist()
    ['BIH', 'HND', 'HTI']
    """
    taken = _taken(corpus)
    names = corpus.signatories["signatory"].to_numpy()
    chosen = list(series or taken)
    rows = [
        (before, after, change, side, str(signatory))
        for before, after in pairwise(chosen)
        for side in OPPOSITE
        for change, who in _moved(taken[before], taken[after], side).items()
        for signatory in names[who]
    ]
    return pd.DataFrame(rows, columns=["before", "after", "change", "side", "signatory"])


def _moved(before: Taken, after: Taken, side: str) -> dict[str, NDArray[np.bool_]]:
    """Return who joined one side between two events, left it, or crossed over to it."""
    other = OPPOSITE[side]
    crossed_to = (before[other] == SIGNED) & (after[side] == SIGNED) & (before[side] != SIGNED)
    crossed_from = (before[side] == SIGNED) & (after[other] == SIGNED) & (before[other] != SIGNED)
    joined = (before[side] == ABSENT) & (after[side] == SIGNED)
    left = (before[side] == SIGNED) & (after[side] == ABSENT)
    return {"joined": joined & ~crossed_to, "left": left & ~crossed_from, "crossed": crossed_to}


def in_forum(corpus: Corpus, forum: str) -> Corpus:
    """Return the statements of one forum: with one stance, a series that can be compared.

    Parameters
    ----------
    corpus : Corpus
    forum : str
        As the table of statements has it, to the letter.

    Returns
    -------
    Corpus

    Raises
    ------
    CoalitionsError
        No statement is in it; the message has all forums.

    Examples
    --------
    >>> from coalitions import load, select
    >>> critical = select(load("un-china"), stance="critical")
    >>> list(events(in_forum(critical, "UN Human Rights Council")))
    ['hrc41-2019', 'hrc44-2020', 'hrc47-2021', 'hrc50-2022']
    """
    table = corpus.statements
    ids = table["statement_id"][table["forum"] == forum]
    if forum and len(ids):
        return choose(corpus, ids)
    known = sorted(set(table["forum"]) - {""})
    there = "\n  ".join(["there are", *map(shortened, known)]) if known else "no statement has one"
    raise CoalitionsError(f'no such forum: "{forum}"; {there}')


def events(corpus: Corpus) -> dict[str, list[int]]:
    """Return the events of a series with the rows of their statements, by their first dates.

    Statements that bear no stance belong to no side, and those without a date (of their own or of
    their event) have no place in a series.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    dict of str to list of int
        Event, or date where a statement has no ``event_id`` → positions in ``corpus.statements``.

    Examples
    --------
    >>> from coalitions import load
    >>> events(load("unga75"))
    {'unga3-2020': [0, 1, 2, 3]}
    """
    found: dict[str, list[int]] = {}
    first: dict[str, str] = {}
    table = corpus.statements
    for n, (event, date, stance) in enumerate(
        zip(table["event_id"], table["date"], table["stance"], strict=True)
    ):
        key = event or date
        if key and stance:
            found.setdefault(key, []).append(n)
            first[key] = min(filter(None, (first.get(key, ""), date)), default="")
    dated = sorted((first[key], key) for key in found if first[key])
    return {key: found[key] for _, key in dated}


def event_dates(corpus: Corpus) -> dict[str, str]:
    """Return the first date of each event, in their order.

    Examples
    --------
    >>> from coalitions import load
    >>> event_dates(load("unga75"))
    {'unga3-2020': '2020-10-06'}
    """
    dates = corpus.statements["date"]
    return {key: min(d for d in dates.iloc[rows] if d) for key, rows in events(corpus).items()}


def _taken(corpus: Corpus) -> dict[str, Taken]:
    """Return, event by event and side by side, who signed there; no list is none to be on."""
    signed, stance = presence(corpus), corpus.statements["stance"]
    return {
        event: {side: _any(signed[[n for n in rows if stance[n] == side]]) for side in OPPOSITE}
        for event, rows in events(corpus).items()
    }


def _any(lists: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return whether each signatory is under one of several lists, which may be none."""
    if not len(lists):
        return np.full(lists.shape[1], NO_LIST, np.int8)
    signed, maybe = (lists == SIGNED).any(0), (lists == OPEN).any(0)
    return np.where(signed, SIGNED, np.where(maybe, OPEN, ABSENT)).astype(np.int8)
