"""Events of a series: which statements belong to each, and when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import nearest_ids
from coalitions.errors import ChoiceError, listed, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus


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
        zip(*(table[column].tolist() for column in ("event_id", "date", "stance")), strict=True)
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
    dates = corpus.statements["date"].tolist()
    return {key: min(d for n in rows if (d := dates[n])) for key, rows in events(corpus).items()}


def rows_along(corpus: Corpus, along: Sequence[str] = ()) -> dict[str, list[int]]:
    """Return the rows of the statements of some events, or of all; refuse an event that is none.

    Examples
    --------
    >>> from coalitions import load
    >>> rows_along(load("unga75"), ["unga3-2021"])
    Traceback (most recent call last):
    coalitions.errors.ChoiceError: no such event: unga3-2021; most like it: unga3-2020
    """
    rows = events(corpus)
    asked = list(dict.fromkeys(listed(along, "events")))
    if unknown := [str(event) for event in asked if event not in rows]:
        raise ChoiceError("\n".join(_no_such_event(event, list(rows)) for event in unknown))
    return {event: rows[event] for event in asked or rows}


def _no_such_event(event: str, known: list[str]) -> str:
    """Say of an event that is none which are most like it."""
    near = ", ".join(map(shortened, nearest_ids(event, known)))
    there = f"most like it: {near}" if near else "no statement has both a date and a stance"
    return f"no such event: {shortened(event)}; {there}"
