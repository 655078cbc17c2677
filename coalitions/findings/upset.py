"""What is said of regions: the largest, those that are not drawn, and who stands in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import amount, is_one, statement_labels, tally
from coalitions.findings.around import Words, words
from coalitions.findings.matter import statements_matter, unsaid
from coalitions.findings.room import the_smaller
from coalitions.findings.sentences import ALL, listing, only_lists, region_sentences, sentence
from coalitions.tables import region_statements

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus


def upset_finding(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> str:
    """Name the largest region of two or more statements, or the largest of all.

    Examples
    --------
    >>> from coalitions import load, regions
    >>> corpus = load("unga75")
    >>> title = upset_finding(corpus, corpus, regions(corpus))
    >>> title.partition(", ")[2]
    'Pakistan and Cuba, in support of China, and no other'
    """
    if not len(table):
        return "No list names anybody"
    labels = statement_labels(corpus)
    shared = table[table["statements"].map(len) > 1]
    best = (shared if len(shared) else table).iloc[0]
    who, names = tally(corpus, best["members"]), [labels[s] for s in best["statements"]]
    two, few = 2, 4
    shown = len(part.statements)
    drawn = f" of the {shown:,} drawn" * (shown < len(corpus.statements))
    whole = few < len(names) == shown
    where = listing(names) if len(names) <= few else f"the same {len(names):,} statements"
    if whole:
        where = f"all {len(names):,} statements" + " drawn" * bool(drawn)
    matter = unsaid(statements_matter(corpus, best["statements"]), *names)
    where = ", ".join(filter(None, [where, matter]))
    both = "both statements, " if len(names) == two else ""
    named = f"{sentence(amount(corpus, who))} {'is' if is_one(who) else 'are'} named under"
    if shown == 1 or whole:
        return f"{named} {where}"
    return f"{named} {both}{where}, and no other{drawn}"


def upset_words(
    corpus: Corpus, part: Corpus, table: pd.DataFrame, *, shown: int, least: int = 0
) -> Words:
    """Return the words around so many rows of a table of regions: of those with ``least`` names."""
    labels = statement_labels(corpus)
    told, drawn = set(region_statements(corpus)), set(part.named.index)
    rest = [labels[s] for s in corpus.named.index if s not in drawn]
    unknown = [labels[s] for s in corpus.named.index if s not in told]
    notes = []
    if unknown:
        which = "Lists known in part, only by their count or not at all, not drawn"
        notes.append(f"{which}: {listing(unknown, 8)}.")
    small = corpus.named[[s in told and s not in drawn for s in corpus.named.index]].tolist()
    if small:
        notes.append(
            f"Not drawn, no room: {the_smaller(part.named.tolist(), small)} "
            f"(regions of all {len(told):,}: the table of regions)."
        )
    if fewer := int((table["exclusive"] < least).sum()):
        notes.append(f"Not drawn: {fewer:,} regions in which fewer than {least:,} are named {ALL}.")
    if shown < len(table) - fewer:
        smallest = int(table["exclusive"].iloc[shown - 1])
        notes.append(
            f"{shown:,} of {len(table):,} regions drawn; the others hold {smallest:,} or fewer "
            f"each {ALL}."
        )
    who, under = ("is named under", "under ") if only_lists(part) else ("signed", "")
    what = (
        f"Who {who} exactly these statements (bar), and how many {under}at least these (thin line)"
    )
    if part.unnamed.any():
        what += "; solid is certain, hatched possible, the tick how many are named"
    said = region_sentences(part, table.head(shown), rest=rest)
    title = upset_finding(corpus, part, table)
    return words(part, title, what=what, notes=tuple(notes), data=said)
