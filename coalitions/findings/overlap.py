"""What is said of pairs of statements: how many signed both, in Venn, heatmap, card and report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.bounds import Interval
from coalitions.corpus import amount, members, overlap_tally, statement_labels
from coalitions.findings.around import Words, words
from coalitions.findings.matter import statements_matter, unsaid
from coalitions.findings.room import no_room_for_smaller, those_drawn
from coalitions.findings.sentences import (
    listing,
    only_lists,
    region_sentences,
    sentence,
    signed,
    silent_lists,
)
from coalitions.tables import pairs, regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from coalitions.corpus import Corpus

_SHARED = ["shared_min", "shared_max"]
#: What the two halves of a cell of pairs mean, and the cells between.
HALVES, DIAGONAL = (
    "smallest and largest number that the lists allow",
    "on the diagonal: names known",
)


def closest_pair(table: pd.DataFrame) -> pd.Series[Any]:
    """Return the pair that shares most for certain; of several, that which may share most."""
    return table.sort_values(_SHARED, ascending=False, kind="stable").iloc[0]


def certain(table: pd.DataFrame, best: pd.Series[Any], *, rest: bool) -> str:
    """Return " certain" where another pair may share more than the one that shares most for sure.

    ``rest``: whether there are statements that no pair of the table holds.
    """
    others = table["shared_max"].drop(best.name)
    return " certain" if rest or others.max() > best["shared_min"] else ""


def both_signed(corpus: Corpus, a: str, b: str) -> str:
    """Return how many signed both of two statements.

    Examples
    --------
    >>> from coalitions import load
    >>> ids = load("unga75").statements["statement_id"]
    >>> both_signed(load("unga75"), ids[1], ids[2])
    '19 to 45 states signed both statements'
    """
    both = overlap_tally(corpus, a, b)
    return f"{amount(corpus, both)} {signed(corpus, both)} both statements"


def pair_label(corpus: Corpus, a: str, b: str) -> str:
    """Return what two statements are called, and what they are about: "July and May, on Gaza"."""
    called = statement_labels(corpus)[[a, b]].tolist()
    return ", ".join(
        filter(None, [listing(called), unsaid(statements_matter(corpus, [a, b]), *called)])
    )


def overlap_finding(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> str:
    """Say which two statements share most, of those with names; ``table`` has their pairs.

    Of ``part``, that are compared; where others of the corpus name no more, the sentence says so.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load("unga75")
    >>> overlap_finding(corpus, corpus, pairs(corpus)).partition(": ")[2]
    '19 to 45 states signed both statements, Pakistan and Cuba, in support of China'
    """
    rest = len(part.named) < len(corpus.named)
    if not len(table):
        return f"1 statement{' with names' if rest else ''}: there is no pair to compare"
    best = closest_pair(table)
    if not best["shared_max"]:
        return f"No two statements{' drawn' if rest else ''} share a signatory"
    most, which = (said(corpus, best["a"], best["b"]) for said in (both_signed, pair_label))
    if smaller := _smaller(corpus, part):
        least = " certain" if best["shared_min"] < table["shared_max"].max() else ""
        these = f"{len(part.named):,} statements {those_drawn(part.named.tolist(), smaller)}"
        return f"Largest{least} overlap of the {these}: {most}, {which}"
    # Another pair may share more where lists are partial, or have no names and are not drawn.
    return f"Largest{certain(table, best, rest=rest)} overlap: {most}, {which}"


def _smaller(corpus: Corpus, part: Corpus) -> list[int]:
    """Return how many each statement names that has names and is not compared."""
    named = corpus.named[~corpus.named.index.isin(part.named.index)]
    return [number for number in named.tolist() if number]


def venn_finding(part: Corpus, table: pd.DataFrame) -> str:
    """Say how many signed the two statements drawn that share most; ``table`` has their pairs.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load({"a": ["Cuba", "Peru"], "b": ["Peru"], "c": ["Cuba"]})
    >>> venn_finding(corpus, pairs(corpus))
    '1 state is named under both statements: a and b'
    """
    best, labels = closest_pair(table), statement_labels(part)
    both = overlap_tally(part, best["a"], best["b"])
    if not best["shared_max"] and not both.apart and not both.perhaps:
        two = len(labels) == 2  # noqa: PLR2004 - both, or pairs
        none = "The two statements share no" if two else "No two of the statements share a"
        return f"{none} {members(part, 1)}: {listing(labels.tolist())}"
    most, which = (said(part, best["a"], best["b"]) for said in (both_signed, pair_label))
    return f"{sentence(most)}: {which}"


def pair_sentence(table: pd.DataFrame, labels: pd.Series[str], done: str, most: int = 20) -> str:
    """Return how many signed both, for the pairs that share most, as one sentence.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load("unga75")
    >>> pair_sentence(pairs(corpus), statement_labels(corpus), "Signed", most=1)
    'Signed both: Pakistan and Cuba 19–45.'
    """
    rows = table.sort_values(_SHARED, ascending=False, kind="stable").head(most).to_dict("records")
    found = [
        f"{labels[row['a']]} and {labels[row['b']]} "
        f"{Interval(row['shared_min'], row['shared_max'])}"
        for row in rows
    ]
    return f"{done} both: {'; '.join(found)}." if found else ""


def overlap_words(
    corpus: Corpus,
    drawn: tuple[Corpus, Corpus],
    table: pd.DataFrame,
    no_room: Sequence[str],
    *,
    least: int = 0,
) -> Words:
    """Return the words around the pairs of statements that name somebody.

    ``drawn`` are the statements that are compared, and those in a pair that shares ``least`` names;
    ``table`` has all pairs of the first.
    """
    compared, part = drawn
    labels, there = statement_labels(corpus), set(part.named.index)
    rest = [key for key in corpus.statements["statement_id"] if not corpus.named[key]]
    notes = [
        f"{sentence(why)}, not drawn: {listing([labels[key] for key in keys], 10)}."
        for why, keys in silent_lists(corpus, rest).items()
    ]
    if smaller := _smaller(corpus, compared):
        notes.append(no_room_for_smaller(compared.named.tolist(), smaller))
    kept = table[table["shared_named"] >= least]
    if fewer := len(table) - len(kept):
        pair = "pair that shares" if fewer == 1 else "pairs that share"
        notes.append(f"Not drawn: {fewer:,} {pair} fewer than {least:,} by name.")
    if alone := [labels[key] for key in compared.named.index if key not in there]:
        notes.append(f"Not drawn, in no pair that shares so many: {listing(alone, 10)}.")
    return words(
        corpus,
        overlap_finding(corpus, compared, table),
        what=_shown(corpus, table),
        notes=(*notes, *no_room),
        data=pair_sentence(kept, labels, "Named under" if only_lists(corpus) else "Signed"),
        shown=part,
    )


def _shown(corpus: Corpus, table: pd.DataFrame) -> str:
    if table.empty:
        return "A cell is a pair of statements"
    return f"How many {'are named under' if only_lists(corpus) else 'signed'} both statements"


def cells_explained(*, split: bool, numbered: bool) -> str:
    """Return what is to be explained of the cells of pairs, if anything."""
    text = "; ".join([HALVES] * split + [DIAGONAL] * numbered)
    return text if split else sentence(text)


def venn_words(
    part: Corpus, corpus: Corpus, unshown: Sequence[tuple[int, tuple[str, ...]]]
) -> Words:
    """Return the words around circles; ``unshown`` are regions that they leave no room for.

    Each of those is how many are named there, and the statements that make it.
    """
    labels, others = statement_labels(part), statement_labels(corpus)
    rest = [key for key in corpus.statements["statement_id"] if key not in labels.index]
    notes = [f"Not drawn: {listing([others[key] for key in rest])}."] if rest else []
    if found := [
        f"{number:,} named under {listing([labels[key] for key in made])} and no other"
        for number, made in unshown
    ]:
        notes.append(f"Circles leave no room for: {'; '.join(found)}.")
    what = "Circles are as large as the lists of names"
    if part.unnamed.any():
        what += "; a dashed ring shows the declared size"
    return words(
        part,
        venn_finding(part, pairs(part)),
        what=what,
        notes=tuple(notes),
        data=region_sentences(part, regions(part), rest=rest),
    )
