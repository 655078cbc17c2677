"""What a matrix says: who is named under most statements, and which rows have no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import counted, members
from coalitions.findings.around import Words, words
from coalitions.findings.sentences import (
    ALL,
    are_few,
    of_statements,
    opening,
    sentence,
    size_sentences,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: As many who are named most have their names in a title; more are counted.
MOST_NAMED = 3


def matrix_finding(corpus: Corpus) -> str:
    """Say who is named under most statements.

    Examples
    --------
    >>> from coalitions import load
    >>> matrix_finding(load("unga75"))
    '19 states are named under 2 of 4 statements about China, none under more'
    >>> matrix_finding(load({"a": ["Cuba", "Peru"], "b": ["Peru"]}))
    'Peru is named under 2 of 2 statements'
    """
    counts, number = corpus.records.sizes, len(corpus.statements)
    if not len(counts):
        return "No list names anybody"
    most = int(counts.max())
    top = list(corpus.records.rows[counts == most])
    few = are_few(corpus, top, MOST_NAMED)
    who = opening(corpus, top) if few else sentence(counted(corpus, top))
    who_is = f"{who} {'is' if len(top) == 1 else 'are'} named"
    if number == 1:
        return f"{who_is} under the one statement"
    if most == 1:
        return f"{who_is}, {'' if len(top) == 1 else 'each '}under 1 of {of_statements(corpus)}"
    rest = ", none under more" if most < number else ""
    return f"{who_is} under {most:,} of {of_statements(corpus)}{rest}"


def matrix_words(corpus: Corpus, part: Corpus, notes: Sequence[str] = ()) -> Words:
    """Return the words around a matrix; ``part`` has the statements that are drawn."""
    what = "Who is named under which statement"
    if part.partial.any():
        what += "; in a hatched column an empty cell says nothing"
    title, data = matrix_finding(corpus), size_sentences(part)
    return words(corpus, title, what=what, notes=tuple(notes), data=data, shown=part)


def named_under_fewer(corpus: Corpus, least: int, number: int) -> tuple[str, ...]:
    """Say of those named under fewer statements than somebody asked for that they are not drawn.

    Examples
    --------
    >>> from coalitions import load
    >>> named_under_fewer(load("unga75"), 2, 72)
    ('Not drawn: 72 states that are named under fewer than 2 statements.',)
    """
    if not number:
        return ()
    are = "that is" if number == 1 else "that are"
    statements = f"{least:,} statement{'s' * (least != 1)}"
    who = f"{number:,} {members(corpus, number)}"
    return (f"Not drawn: {who} {are} named under fewer than {statements}.",)


def rows_left_out(corpus: Corpus, shown: int, sets: int, many: int) -> list[str]:
    """Say that of those named under the same statements so many have a row; which sets have none.

    ``sets`` of statements are left out, and so ``many`` signatories with them.
    """
    first = "one row stands for them all"
    if shown:
        first = f"the first {f'{shown:,} are' if shown > 1 else 'is'} shown, and how many more"
    notes = [f"Of those named under the same statements {first} {ALL}."]
    if sets:
        which = "the set" if sets == 1 else f"the {sets:,} sets"
        who = f"{many:,} {members(corpus, many)}"
        notes.append(f"Not drawn, no room: {which} of statements that fewest share, {who}.")
    return notes
