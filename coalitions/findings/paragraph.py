"""What a report says first, in sentences drawn from the data: sizes, overlap, both sides, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import (
    counted,
    dates,
    members,
    sides_here,
    statement_labels,
    undated,
)
from coalitions.dates import day, of_when
from coalitions.findings.matter import sides_matter
from coalitions.findings.overlap import both_signed, certain, closest_pair, pair_label
from coalitions.findings.sentences import listing, opening, sentence
from coalitions.findings.sidewords import on_sides, side_taken
from coalitions.tables import foremost_pairs

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus

#: Names written out in a sentence, at most.
NAMES = 8
#: Sentences on what a report found, at most, where there is room for no more.
FOUND = 3


def story(corpus: Corpus) -> list[str]:
    """Return the opening paragraph of a report, a sentence each.

    Examples
    --------
    >>> from coalitions import load
    >>> story(load("unga75"))[2]
    'No state is named on both sides.'
    """
    return [text for text in told(corpus).values() if text]


def told(corpus: Corpus) -> dict[str, str]:
    """Return the same sentences by what they are about; "" where there is nothing to say.

    Examples
    --------
    >>> from coalitions import load
    >>> told(load({"may": ["Cuba", "Peru"]}))["lists"]
    '1 joint statement; its list names 2 states.'
    """
    return {
        "lists": _ledger(corpus),
        "overlap": _overlap(corpus),
        "both sides": _both(corpus),
        "unknown": _unknown(corpus),
    }


def headlines(corpus: Corpus) -> tuple[list[str], str]:
    """Return what was found, in three sentences if there is as much to say, and what is unsure.

    Examples
    --------
    >>> from coalitions import load
    >>> found, unsure = headlines(load({"may": ["Cuba", "Peru"], "june": ["Peru", "Chad"]}))
    >>> found[-1]
    '2 states are named under one statement alone.'
    >>> unsure
    'No list declares a count of signatories: whether all are named is not known.'
    """
    *found, unsure = told(corpus).values()
    said = (*found, _alone(corpus), _group(corpus))
    return [text for text in said if text][:FOUND], unsure


def _ledger(corpus: Corpus) -> str:
    """Say how many statements there are, of when, and how many of each side."""
    number = len(corpus.statements)
    when = of_when(*map(day, dates(corpus)))
    statements = "1 joint statement" if number == 1 else f"{number:,} joint statements"
    stance, matter = list(corpus.statements["stance"]), sides_matter(corpus)
    sides = [
        f"{stance.count(side)} {side_taken(side, again=n > 0)}{matter[side].of}"
        for n, side in enumerate(sides_here(corpus))
    ]
    if sides and "" in stance:
        sides.append(f"{stance.count('')} without a recorded stance")
    lists = "its list names" if number == 1 else "their lists name"
    named = f"{lists} {counted(corpus, corpus.records.rows)}"
    begin = f"{statements}{when}{undated(corpus)}"
    return f"{begin}: {', '.join(sides)}; {named}." if sides else f"{begin}; {named}."


def _overlap(corpus: Corpus) -> str:
    """Say which two statements share most."""
    table, unknown = foremost_pairs(corpus), bool(corpus.unknown.any())
    if not table["shared_max"].any():
        if len(corpus.statements) == 1 or (unknown and table.empty):
            return ""
        far = ", as far as their lists are known" if unknown else ""
        return f"No two statements share a signatory{far}."
    best = closest_pair(table)
    most, which = (said(corpus, best["a"], best["b"]) for said in (both_signed, pair_label))
    # Another pair may share more where lists are partial, or where nothing is known of one.
    return f"The largest{certain(table, best, rest=unknown)} overlap: {most}, {which}."


def _both(corpus: Corpus) -> str:
    """Say who is named on both sides, or on more than one of several."""
    stance = corpus.statements.set_index("statement_id")["stance"]
    if len(sides_here(corpus)) <= 1:
        return ""
    taken = corpus.signatures.assign(side=corpus.signatures["statement_id"].map(stance))
    sides: pd.Series[int] = taken[taken["side"] != ""].groupby("signatory")["side"].nunique()
    both = list(sides.index[sides > 1])
    if not both:
        return f"No {members(corpus, 1)} is named {on_sides(corpus)}."
    verb = "is" if len(both) == 1 else "are"
    return f"{opening(corpus, both, NAMES)} {verb} named {on_sides(corpus)}, over these statements."


def _alone(corpus: Corpus) -> str:
    """Say how many are named under one of several statements alone, and how many under all."""
    often, number = corpus.records.sizes, len(corpus.statements)
    once = corpus.records.rows[often == 1]
    if number == 1 or not len(once):
        return ""
    text = f"{counted(corpus, once)} {'is' if len(once) == 1 else 'are'} named under one statement"
    if number > 2:  # noqa: PLR2004 - of two, all is what the overlap says
        return f"{sentence(text)} alone, {int((often == number).sum()):,} under all {number:,}."
    return f"{sentence(text)} alone."


def _group(corpus: Corpus) -> str:
    """Say of which group most are that are named."""
    named = set(corpus.records.rows)
    table = corpus.signatories[corpus.signatories["signatory"].isin(named)]
    groups = table["group"][table["group"] != ""].value_counts(sort=False).sort_index()
    if groups.empty or (groups == groups.max()).sum() > 1:
        return ""
    group, many = groups.idxmax(), int(groups.max())
    return f"The largest group of those named: {group}, {many:,} of {len(table):,}."


def _unknown(corpus: Corpus) -> str:
    """Say how many of those who signed no list names, and of which lists nothing is known."""
    nothing = list(statement_labels(corpus)[corpus.unknown.to_numpy(bool)])
    if not nothing:
        return _gaps(corpus)
    lists = "1 list" if len(nothing) == 1 else f"{len(nothing):,} lists"
    said = (
        f"Of {lists} neither a name nor a count is known ({listing(nothing, NAMES)}): anybody may "
        f"have signed {'it' if len(nothing) == 1 else 'them'}."
    )
    return said if corpus.unknown.all() else f"{_gaps(corpus)} {said}"


def _gaps(corpus: Corpus) -> str:
    """Say how many of those who signed no list names, where a count is known."""
    labels, unnamed = statement_labels(corpus), corpus.unnamed[corpus.unnamed > 0]
    if unnamed.empty:
        return _all_named(corpus)
    gaps = [
        f"{labels[s]} {unnamed[s]:,} of {corpus.named[s] + unnamed[s]:,}" for s in unnamed.index
    ]
    open_lists, verb = ("1 list", "leaves") if len(gaps) == 1 else (f"{len(gaps):,} lists", "leave")
    return (
        f"{open_lists} known in part or only by count {verb} signatures without a name "
        f"({listing(gaps, NAMES)}): what depends on them is given as an interval."
    )


def _all_named(corpus: Corpus) -> str:
    """Say what is known where no list lacks a name: nothing is said of what was not declared."""
    declared = corpus.declared[~corpus.unknown]
    silent, number = int(declared.isna().sum()), len(declared)
    if not silent:
        return "Every declared signatory is named."
    if silent == number:
        lists = "The list declares" if number == 1 else "No list declares"
        if number < len(corpus.declared):
            lists = "1 list names signatories and declares" if number == 1 else "No list declares"
        what = "no count" if number == 1 else "a count"
        return f"{lists} {what} of signatories: whether all are named is not known."
    known = number - silent
    complete = (
        "1 list declares a count and names"
        if known == 1
        else (f"{known:,} lists declare a count and name")
    )
    rest = "1 list" if silent == 1 else f"{silent:,} lists"
    return f"{complete} that many; of {rest} it is not known."
