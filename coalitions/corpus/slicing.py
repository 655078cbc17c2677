"""A corpus in slices: by year, event, forum or topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coalitions.corpus.nocorpus import refuse_no_corpus
from coalitions.corpus.parts import choose
from coalitions.errors import ChoiceError, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalitions.corpus.corpus import Corpus

#: What a corpus can be sliced by → the slices that a row of its statements is in.
SLICED_BY: dict[str, Callable[[dict[str, str]], list[str]]] = {
    "year": lambda row: [row["date"][:4]],
    "event": lambda row: [row["event_id"]],
    "forum": lambda row: [row["forum"]],
    "topic": lambda row: list(dict.fromkeys(part.strip() for part in row["topic"].split(";"))),
}


def slices(
    corpus: Corpus, by: Literal["year", "event", "forum", "topic"] = "year"
) -> dict[str, Corpus]:
    """Return the parts of a corpus, one a year, event, forum or topic.

    Parameters
    ----------
    corpus : Corpus
    by : {"year", "event", "forum", "topic"}
        What the statements of a slice have in common.

    Returns
    -------
    dict of str to Corpus
        Slice → its statements, in the order of their first dates, then of their names. A statement
        on several topics is in the slice of each.

    Raises
    ------
    CoalitionsError
        None of the choices, or no statement says what it is sliced by.

    Notes
    -----
    Statements that do not say it are left out, and a warning says how many.

    Examples
    --------
    >>> from coalitions import load
    >>> {key: len(part) for key, part in slices(load("un-china")).items()}
    {'2019': 4, '2020': 7, '2021': 7, '2022': 6, '2023': 2, '2024': 3, '2025': 1}
    """
    refuse_no_corpus(corpus)
    if not isinstance(by, str) or by not in SLICED_BY:
        *others, last = SLICED_BY
        raise ChoiceError(f'by "{by}": expected {", ".join(others)} or {last}')
    found: dict[str, list[str]] = {}
    dated: dict[str, str] = {}
    lost = 0
    for row in corpus.statements.to_dict("records"):
        values = [value for value in SLICED_BY[by]({str(k): v for k, v in row.items()}) if value]
        lost += not values
        for value in values:
            found.setdefault(value, []).append(row["statement_id"])
            dated[value] = min(filter(None, (dated.get(value, ""), row["date"])), default="")
    what = "date" if by == "year" else by
    if not found:
        raise ChoiceError(f"no statement has a {what}: there are no slices by {by}")
    if lost:
        says = "statement has" if lost == 1 else "statements have"
        warn(f"{lost:,} {says} no {what}, and {'is' if lost == 1 else 'are'} in no slice")
    return {key: choose(corpus, found[key]) for key in sorted(found, key=lambda k: (dated[k], k))}
