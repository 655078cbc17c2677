"""What is held against chance, in words: for ties and for communities alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.findings.around import words

if TYPE_CHECKING:
    from coalitions.corpus import Corpus
    from coalitions.findings.around import Words

#: Most signatories that are named beside their number.
NAMED = 6
#: Most pairs, or groups, that are told to those who cannot see the figure.
MOST_TOLD = 12


class Told(NamedTuple):
    """What a figure says: the finding, what is drawn, notes, and the numbers in words."""

    title: str
    what: str
    notes: tuple[str, ...]
    data: str = ""
    #: Why a report is without it; "" where it has something to tell.
    silent: str = ""


def told_words(corpus: Corpus, told: Told, notes: tuple[str, ...] = ()) -> Words:
    """Return the words around a figure of ties or communities; further notes stand first."""
    notes = (*notes, *told.notes)
    said = words(corpus, told.title, what=told.what, notes=notes, data=told.data)
    return said._replace(silent=told.silent)


def of_lists(number: int) -> str:
    """Return how many statements, in words.

    Examples
    --------
    >>> of_lists(1), of_lists(2_000)
    ('1 statement', '2,000 statements')
    """
    return f"{number:,} {'statement' if number == 1 else 'statements'}"
