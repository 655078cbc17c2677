"""The finding of a card in a sentence: how many are new and not again, or who is on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.bounds import Interval
from coalitions.corpus import (
    are_opposed,
    choose,
    members,
    overlap_tally,
    spoken_names,
    statement_labels,
    tally,
)
from coalitions.corpus import size as size_words
from coalitions.findings.matter import sides_matter, statements_matter, unsaid
from coalitions.findings.overlap import both_signed, closest_pair, pair_label
from coalitions.findings.sentences import amount, listing, only_lists, sentence, signed, stood
from coalitions.findings.sidewords import side_taken
from coalitions.tables import continues, later_version, pairs

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

    from coalitions.corpus import Corpus

#: As many are named in a title; more are counted.
NAMED = 3


def card_finding(part: Corpus) -> str:
    """Return what the lists of a card show, in a sentence; an interval where they are partial.

    Examples
    --------
    >>> from coalitions import load
    >>> from coalitions.corpus.parts import choose
    >>> ids = ["2020-06-hrc44-hongkong-cuba", "2022-10-unga3-xinjiang-canada"]
    >>> card_finding(choose(load("un-china"), ids)).partition(";")[0]
    '53 states signed in support of China on Hong Kong, 50 in criticism on Xinjiang'
    """
    # Of a list of which nothing is known there is nothing to find; its panel says so.
    part = choose(part, part.unknown.index[~part.unknown])
    table = part.statements.set_index("statement_id")
    if len(table) == 1:
        return _alone(part)
    rows = pairs(part)
    alike = table["stance"][rows["a"]].to_numpy() == table["stance"][rows["b"]].to_numpy()
    series = [
        (a, b, row)
        for row in rows[alike].to_dict("records")
        for a, b in ((row["a"], row["b"]), (row["b"], row["a"]))
        if continues(part, a, b)
    ]
    if series:
        return _change(part, *series[-1])
    best = closest_pair(rows)
    one, other = (table["stance"][best[end]] for end in ("a", "b"))
    if len(table) == 2 and are_opposed(part, one, other):  # noqa: PLR2004 - two sides
        return _sides(part, best)
    most, which = (said(part, best["a"], best["b"]) for said in (both_signed, pair_label))
    return f"{sentence(most)}: {which}"


def number_signed(part: Corpus, statement: str) -> int:
    """Return how many signed: as many as the statement declares and names."""
    return int(part.named[statement] + part.unnamed[statement])


def _alone(part: Corpus) -> str:
    statement = str(part.statements["statement_id"].iloc[0])
    total, named = number_signed(part, statement), int(part.named[statement])
    label = statement_labels(part)[statement]
    if matter := unsaid(statements_matter(part), label):
        label = f"{label}, {matter}"
    if named < total:
        known = "is" if named == 1 else "are"
        return (
            f"{named:,} of the {total:,} {members(part, total)} that signed {known} named: {label}"
        )
    done = "signed"
    if only_lists(part):
        done = "is named" if total == 1 else "are named"
    return sentence(f"{size_words(part, statement)} {done}: {label}")


def _change(part: Corpus, a: str, b: str, row: dict[Hashable, Any]) -> str:
    """Say how many are new, again and not again: the sizes, less what both share."""
    low, high = int(row["shared_min"]), int(row["shared_max"])
    before, after = number_signed(part, a), number_signed(part, b)
    new = Interval(after - high, after - low)
    again = _number(Interval(low, high))
    gone = _number(Interval(before - high, before - low))
    labels = statement_labels(part)
    who = sentence(amount(part, new))
    if later_version(part, a, b):
        said = f"{who} joined, {again} stayed and {gone} left"
    else:
        said = f"{who} {'are' if new.high > 1 else 'is'} new, {again} again and {gone} not again"
    matter = unsaid(statements_matter(part, [a, b]), labels[a], labels[b])
    return f"{said}: {labels[a]} to {labels[b]}{matter and f', {matter}'}"


def _sides(part: Corpus, row: pd.Series[Any]) -> str:
    """Say how many signed on each side, and who signed on both."""
    stance = part.statements.set_index("statement_id")["stance"]
    found = {stance[row[end]]: row[end] for end in ("a", "b")}
    (one, first), (other, second) = [(s, found[s]) for s in part.sides if s in found]
    both = Interval(int(row["shared_min"]), int(row["shared_max"]))
    shared = overlap_tally(part, row["a"], row["b"])
    who = amount(part, shared)
    if both.low == both.high == len(row["members"]) <= NAMED and both.high:
        who = listing(spoken_names(part, row["members"]))
    beside = size_words(part, second) if part.apart else f"{number_signed(part, second):,}"
    matter = sides_matter(part)
    done = stood(part, tally(part, part.lists.members(first)))
    signed_one = f"{sentence(size_words(part, first))} {done} {side_taken(one)}{matter[one].of}"
    signed_other = f"{beside} {side_taken(other, again=True)}{matter[other].of}"
    return f"{signed_one}, {signed_other}; {who} {signed(part, shared)} both"


def _number(found: Interval) -> str:
    if found == (0, 0):
        return "none"
    return str(found.low) if found.low == found.high else f"{found.low} to {found.high}"
