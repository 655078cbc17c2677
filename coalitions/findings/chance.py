"""What is held against chance, in words: for ties and for communities alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.findings.around import words

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus
    from coalitions.findings.around import Words

#: Correction of ties → who it is by.
CORRECTED = {"bonferroni": "Bonferroni", "holm": "Holm", "bh": "Benjamini and Hochberg"}
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


def made_by_chance(ties: pd.DataFrame, alpha: float) -> float:
    """Return how many ties chance alone may make at a level, on average; 0 of corrected ones.

    A level is that of the table, or one of those that are looked at beside it.
    """
    return float(ties.attrs["by_chance"].get(alpha, 0))


def correction_words(ties: pd.DataFrame, alpha: float) -> str:
    """Say what was done about many tests; where nothing was, what chance may make at a level.

    Examples
    --------
    >>> import pandas as pd
    >>> ties = pd.DataFrame(index=range(100))
    >>> ties.attrs |= {"correction": "none", "by_chance": {0.05: 2.4, 0.01: 0.0}}
    >>> correction_words(ties, 0.05)
    'not corrected for 100 pairs, of which chance alone may make 2 ties'
    >>> correction_words(ties, 0.01)
    'not corrected for 100 pairs'
    """
    many = f"{len(ties):,} {'pair' if len(ties) == 1 else 'pairs'}"
    if name := CORRECTED.get(ties.attrs["correction"]):
        return f"corrected by {name} over {many}"
    if not (by_chance := round(made_by_chance(ties, alpha))):
        return f"not corrected for {many}"
    of = "1 tie" if by_chance == 1 else f"{by_chance:,} ties"
    return f"not corrected for {many}, of which chance alone may make {of}"
