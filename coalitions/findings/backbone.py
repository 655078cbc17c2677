"""Ties that stand out: how many, which way, how it was decided; and why none can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import counted, members, short_names, spoken_names
from coalitions.findings.chance import (
    MOST_TOLD,
    NAMED,
    Told,
    correction_words,
    made_by_chance,
    of_lists,
)
from coalitions.findings.sentences import listing, sentence
from coalitions.graphs import MODELS

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus

#: Tail → which way a tie stands out, and how the tail is called.
_OFTEN = {"upper": "more often", "lower": "less often", "two-sided": "more or less often"}
_TAIL = {"upper": "upper tail", "lower": "lower tail", "two-sided": "two-sided"}
_THAN = "than chance explains"


def backbone_told(corpus: Corpus, ties: pd.DataFrame, lines: int = -1) -> Told:
    """Say which ties stand out, of how many pairs, and how that was decided.

    Parameters
    ----------
    corpus : Corpus
    ties : DataFrame
        As ``cosigning_ties`` returns them.
    lines : int
        How many are drawn; all by default.

    Examples
    --------
    >>> from coalitions import cosigning_ties, load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}
    >>> corpus = load(letters, members="any")
    >>> backbone_told(corpus, cosigning_ties(corpus, model="fixedrow")).title
    'Ann and Bo are named together more often than chance explains'
    """
    found = ties[ties["significant"]]
    notes = _decided(corpus, ties)
    if why := ties.attrs["power"]:
        title, _, what = sentence(why).partition(": ")
        return Told(title, sentence(what), notes, silent=why)
    title = _finding(corpus, ties, found)
    if found.empty:
        what = "A line would join two that stand out"
        return Told(title, what, notes, silent=title[:1].lower() + title[1:])
    if alone := sorted({*corpus.records.rows} - {*found["u"], *found["v"]}):
        named = f" ({listing(spoken_names(corpus, alone))})" if len(alone) <= NAMED else ""
        notes = (f"Without such a tie, and not drawn: {counted(corpus, alone)}{named}.", *notes)
    silent = title if _as_by_chance(ties, len(found)) else ""
    return Told(title, _lines(found, lines), notes, _closest(corpus, found), silent)


def _finding(corpus: Corpus, ties: pd.DataFrame, found: pd.DataFrame) -> str:
    """Say how many pairs stand out, and which way; of one pair, who it is."""
    who, number = members(corpus, 2), len(found)
    if not number:
        return f"No two {who} are named together {_OFTEN[ties.attrs['tail']]} {_THAN}"
    of = f"of {len(ties):,} pairs of {who}"
    if _as_by_chance(ties, number):
        might = f"chance alone may make {round(_by_chance(ties)):,}"
        return f"{number:,} {of} {'stands' if number == 1 else 'stand'} out, and {might}"
    fewer = int((found["sign"] < 0).sum())
    way = f"{'less' if fewer == number else 'more'} often {_THAN}"
    if number == 1:
        pair = spoken_names(corpus, [found["u"].iloc[0], found["v"].iloc[0]])
        return f"{sentence(listing(pair))} are named together {way}"
    if 0 < fewer < number:
        way, number = f"{way}, {fewer:,} less often", number - fewer
    return f"{number:,} {of} {'is' if number == 1 else 'are'} named together {way}"


def _by_chance(ties: pd.DataFrame) -> float:
    """Return how many pairs may stand out by chance alone, where p-values are not corrected."""
    return made_by_chance(ties, ties.attrs["alpha"])


def _as_by_chance(ties: pd.DataFrame, number: int) -> bool:
    return number <= _by_chance(ties)


def _lines(found: pd.DataFrame, lines: int) -> str:
    """Say what a line joins, and how many of the ties are drawn, if not all are."""
    than = "statements than the null model expects"
    fewer = found["sign"] < 0
    way = "fewer" if fewer.all() else "more"
    if not lines:
        return (
            f"{len(found):,} pairs share {way} {than}, all of them alike; lines between all would "
            "show nothing, so none is drawn"
        )
    joins = f"A line joins two that share {way} {than}"
    if fewer.any() and not fewer.all():
        joins += ", a dashed line two that share fewer"
    if 0 < lines < len(found):
        joins += f" (the {lines:,} of {len(found):,} with the smallest p-values)"
    return joins


def _decided(corpus: Corpus, ties: pd.DataFrame) -> tuple[str, ...]:
    """Say how it was decided: which lists count, null model, alpha, tail, correction."""
    told, left = ties.attrs, int(corpus.partial.sum())
    lists = of_lists(len(corpus) - left)
    if left:
        are = "is" if left == 1 else "are"
        lists += f" with complete lists; {left:,} known in part {are} left out"
    holds = MODELS[told["model"]].method.partition(" (")[0]
    null = f"Null model {told['model']}: {holds}. {told['drawn']}".strip()
    how = f"{_TAIL[told['tail']]}, {correction_words(ties, told['alpha'])}"
    tie = f"A tie has a p-value of at most {told['alpha']:g} ({how})."
    return (f"Counted: {lists}.", null, tie)


def _closest(corpus: Corpus, found: pd.DataFrame) -> str:
    """Return the pairs that stand out most, as one sentence."""
    first = found.sort_values("p_adjusted", kind="stable").head(MOST_TOLD)
    short = short_names(corpus)
    rows = first[["u", "v", "shared", "expected"]].itertuples(index=False, name=None)
    pairs = [f"{short[u]} and {short[v]} {many}, {mean:.3g}" for u, v, many, mean in rows]
    return f"Statements shared, and expected, by those that stand out most: {'; '.join(pairs)}."
