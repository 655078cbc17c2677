"""A part of a corpus, by what its statements say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus.asked import day_of, fitting, nothing_fits
from coalitions.corpus.nocorpus import refuse_no_corpus
from coalitions.corpus.parts import choose, part_of
from coalitions.errors import ChoiceError, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalitions.corpus.asked import Day
    from coalitions.corpus.corpus import Corpus


def select(  # noqa: PLR0913 - one filter, whose fields each say another part of what is wanted
    corpus: Corpus,
    *,
    statements: Iterable[str] | None = None,
    event: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    forum: str | None = None,
    topic: str | None = None,
    stance: str | None = None,
) -> Corpus:
    """Return the part of a corpus that fits all that is asked; the universe stays as it is.

    Parameters
    ----------
    corpus : Corpus
    statements : iterable of str, optional
        Ids of statements.
    event : str, optional
        An ``event_id``.
    since, until : str, int, date, datetime or Timestamp, optional
        First and last date, both included: YYYY-MM-DD, or only YYYY or YYYY-MM; a year may be a
        number. Of a moment its day counts.
    forum : str, optional
        A forum, to the letter as the table of statements has it.
    topic : str, optional
        One of the topics of a statement, case ignored (several are separated by ``;``).
    stance : str, optional
        One of the stances of the corpus, as ``critical``.

    Returns
    -------
    Corpus

    Raises
    ------
    CoalitionsError
        No statement fits; the message says what there is. Or what is asked for is no date or text.
        It is a ValueError, too.

    Examples
    --------
    >>> from coalitions import load
    >>> select(load("un-china"), since=2020, until=2020, stance="critical").named.tolist()
    [27, 39]
    >>> council = select(load("un-china"), forum="UN Human Rights Council", stance="critical")
    >>> council.statements["event_id"].tolist()
    ['hrc41-2019', 'hrc44-2020', 'hrc47-2021', 'hrc50-2022', 'hrc57-2024']
    """
    refuse_no_corpus(corpus)
    table = corpus.statements
    asked = {
        "statements": None if statements is None else _ids(corpus, statements),
        "since": day_of(since, "since") or None,
        "until": day_of(until, "until") or None,
        "event": event,
        "forum": forum,
        "topic": topic,
        "stance": stance,
    }
    for what, value in asked.items():
        if value is not None and what != "statements":
            _refuse_no_text(what, value)
    wanted = {what: value for what, value in asked.items() if value is not None}
    if not wanted:
        return corpus
    fits = fitting(table, wanted)
    # Of statements that are chosen by their ids, the earlier versions are those of just these.
    others = {what: value for what, value in wanted.items() if what != "statements"}
    earlier = corpus.earlier[fitting(corpus.earlier, others)]
    if statements is not None:
        earlier = earlier[earlier["superseded_by"].isin(wanted["statements"])]
    if not fits.any():
        raise ChoiceError(nothing_fits(table, wanted, earlier))
    return part_of(corpus, fits, earlier=earlier)


def _refuse_no_text(what: str, given: object) -> None:
    if not isinstance(given, str):
        raise ChoiceError(f"{what}: {told(given)} is no text")
    try:
        given.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as error:
        raise ChoiceError(f"{what}: {told(given)} is no text") from error


def _ids(corpus: Corpus, statements: Iterable[str]) -> list[str]:
    """Return the ids of some statements that are there, at least one."""
    found: list[str] = choose(corpus, statements).statements["statement_id"].tolist()
    if not found:
        raise ChoiceError("statements: an empty list: give one id or more")
    return found
