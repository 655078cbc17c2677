"""Findings in words: who, how many, between what bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.bounds import Interval
from coalitions.corpus import (
    Tally,
    amount,
    counted,
    is_one,
    nouns,
    short_names,
    sides_here,
    spoken_names,
    statement_labels,
    union_tally,
)
from coalitions.findings.matter import sides_matter, statements_matter
from coalitions.findings.phrases import listing, sentence
from coalitions.findings.sidewords import on_sides, side_taken

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import pandas as pd

    from coalitions.corpus import Corpus


__all__ = [
    "ALL",
    "EMPTY_LIST",
    "UNKNOWN_LIST",
    "amount",
    "are_few",
    "decimals",
    "finding",
    "listing",
    "named_of_all",
    "of_statements",
    "only_lists",
    "opening",
    "region_sentences",
    "sentence",
    "signed",
    "silent_lists",
    "size_sentences",
    "sizes",
    "stood",
]

#: Where all names stand, whatever a picture leaves out.
ALL = "(the table of regions has all)"
#: Letters of several names that a title holds.
TITLE = 160
#: What is known of a list that names nobody.
COUNT_ONLY = "known only by their count"
UNKNOWN_LIST = "neither names nor a count known"
EMPTY_LIST = "declared to be signed by nobody"


def only_lists(corpus: Corpus) -> bool:
    """Say whether nothing but names is known: no list declares how many signed it."""
    return bool(corpus.declared.isna().all())


def signed(corpus: Corpus, found: Tally) -> str:
    """Return the verb of those on a list: they "signed" only where somebody declares it.

    Examples
    --------
    >>> from coalitions import load
    >>> two, lists = Tally(Interval(2, 2)), load({"a": ["Ann", "Bob"]}, members="any")
    >>> signed(load("unga75"), two), signed(lists, two)
    ('signed', 'are named under')
    """
    if not only_lists(corpus):
        return "signed"
    return "is named under" if is_one(found) or found.found.high == 0 else "are named under"


def stood(corpus: Corpus, found: Tally) -> str:
    """Return the verb of those on a side: they "signed" only where somebody declares it.

    Examples
    --------
    >>> from coalitions import load
    >>> two = Tally(Interval(2, 2))
    >>> stood(load("unga75"), two), stood(load({"a": ["Cuba", "Peru"]}), two)
    ('signed', 'are named')
    """
    return signed(corpus, found).removesuffix(" under")


def region_sentences(
    corpus: Corpus, table: pd.DataFrame, *, rest: Sequence[str] = (), most: int = 20
) -> str:
    """Return how many and who signed exactly which statements, for the alternative text.

    ``rest`` are statements that are not drawn: of them nothing is said.
    """
    no_other = "and no other drawn" if rest else "and no other"
    labels = statement_labels(corpus)
    rows = table.head(most).to_dict("records")
    found = [
        f"{listing([labels[s] for s in row['statements']], 20)} {no_other}: "
        f"{Interval(row['exclusive_min'], row['exclusive_max'])}"
        f"{_named(corpus, row['members'])}"
        for row in rows
    ]
    return f"{'; '.join(found)}." if found else ""


def _named(corpus: Corpus, who: Sequence[str]) -> str:
    if not len(who):
        return ""
    short = short_names(corpus)
    verb = "is" if len(who) == 1 else "are"
    return f", named {verb} {listing(sorted(short[name] for name in who), 40)}"


def sizes(corpus: Corpus) -> list[str]:
    """Return how many each statement names, and of how many: "45", "25 of 55", "not known"."""
    lists = zip(corpus.named, corpus.unnamed, corpus.unknown, strict=True)
    return ["not known" if unknown else named_of_all(named, rest) for named, rest, unknown in lists]


def named_of_all(named: int, unnamed: int) -> str:
    """Return how many a list names, and of how many if it lacks some."""
    return f"{named:,} of {named + unnamed:,}" if unnamed else f"{named:,}"


def size_sentences(corpus: Corpus) -> str:
    """Return how many each statement names, and of how many, as one sentence."""
    labels = statement_labels(corpus)
    found = [f"{label} {size}" for label, size in zip(labels, sizes(corpus), strict=True)]
    return f"Named under each statement: {'; '.join(found)}."


def silent_lists(corpus: Corpus, statements: Sequence[str]) -> dict[str, list[str]]:
    """Return statements that name nobody, by what is known of them instead."""
    found: dict[str, list[str]] = {}
    for key in statements:
        if corpus.unknown[key]:
            why = UNKNOWN_LIST
        else:
            why = COUNT_ONLY if corpus.unnamed[key] else EMPTY_LIST
        found.setdefault(why, []).append(key)
    return found


def of_statements(corpus: Corpus) -> str:
    """Return how many statements there are, and about what, where that is alike for all.

    Examples
    --------
    >>> from coalitions import load
    >>> of_statements(load("unga75"))
    '4 statements about China'
    """
    matter = statements_matter(corpus)
    return f"{len(corpus):,} statement{'s' * (len(corpus) != 1)}{matter and f' {matter}'}"


def decimals(low: float, high: float) -> str:
    """Return a share, or what lists allow of it, in two digits.

    Examples
    --------
    >>> decimals(0.5, 0.5), decimals(0.234, 0.818), decimals(float("nan"), float("nan"))
    ('0.50', '0.23–0.82', 'none')
    """
    if np.isnan(low):  # of two empty lists
        return "none"
    ends = [f"{low:.2f}", f"{high:.2f}"]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def are_few(corpus: Corpus, who: Collection[str], most: int) -> bool:
    """Say whether names are so few at most, and short enough, that a title holds them.

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load({"a": ["Ann", "Bo", 200 * "x"]}, members="any")
    >>> are_few(corpus, ["Ann", "Bo"], 2), are_few(corpus, ["Ann", 200 * "x"], 2)
    (True, False)
    >>> are_few(corpus, ["Ann", "Bo"], 1), are_few(corpus, [200 * "x"], 2)
    (False, True)
    """
    if len(who) > most:
        return False
    return len(who) == 1 or sum(map(len, spoken_names(corpus, who))) <= TITLE


def opening(corpus: Corpus, who: Sequence[str], most: int = 6) -> str:
    """Return names with which a sentence begins; an identifier keeps its letters as they are."""
    text = listing(spoken_names(corpus, who), most)
    return sentence(text) if corpus.members == "states" else text


def finding(corpus: Corpus) -> str:
    """Say how many took each side, between what bounds, and how many are named on both."""
    stance = corpus.statements.set_index("statement_id")["stance"]
    taken = {side: union_tally(corpus, stance.index[stance == side]) for side in sides_here(corpus)}
    if not taken:
        verb = "names" if len(stance) == 1 else "name"
        return f"{of_statements(corpus)} {verb} {counted(corpus, corpus.records.rows)}"
    (side, first), *rest = taken.items()
    said = sides_matter(corpus)
    text = f"{amount(corpus, first)} {stood(corpus, first)} {side_taken(side)}{said[side].of}"
    for other, second in rest:
        # "55 states signed in support, 39 in criticism": the noun is said again only where needed.
        alike = not (first.apart or first.perhaps or second.apart or second.perhaps)
        again = amount(corpus, second)
        if alike and second.found.high:
            again = again.removesuffix(f" {nouns(corpus)[second.found.high != 1]}")
        text = f"{text}, {again} {side_taken(other, again=True)}{said[other].of}"
    return sentence(f"{text}; {_on_several(corpus, stance)}" if rest else text)


def _on_several(corpus: Corpus, stance: pd.Series[str]) -> str:
    on = [corpus.lists.in_any((stance == side).to_numpy()) for side in sides_here(corpus)]
    several = int((np.sum(on, axis=0) > 1).sum())
    where = {0: "none is named", 1: "one is named"}.get(several, f"{several:,} are named")
    return f"{where} {on_sides(corpus)}"
