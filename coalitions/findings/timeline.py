"""What a timeline says: the largest lists, how many each names, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus import choose, statement_labels
from coalitions.corpus import size as size_words
from coalitions.dates import day, month
from coalitions.findings.around import Words, words
from coalitions.findings.card import card_finding
from coalitions.findings.matter import sides_matter, statements_matter
from coalitions.findings.sentences import (
    EMPTY_LIST,
    UNKNOWN_LIST,
    listing,
    named_of_all,
    only_lists,
    sentence,
)
from coalitions.findings.sidewords import NOTHING, of_side
from coalitions.looks import NEITHER, side_name
from coalitions.tables import series_chains

if TYPE_CHECKING:
    from coalitions.corpus import Corpus


def timeline_finding(corpus: Corpus, table: pd.DataFrame) -> str:
    """Name the largest list of each side, with its month; ``table`` is that of `dated_lists`.

    Examples
    --------
    >>> from coalitions import dated_lists, load
    >>> timeline_finding(load("unga75"), dated_lists(load("unga75")))
    'Largest lists: 55 states supporting China, 39 critical (October 2020)'
    """
    if len(table) == 1:
        alone = choose(corpus, table["statement_id"])
        return f"{card_finding(alone)} ({month(table['date'].iloc[0])})"
    matter = sides_matter(corpus)
    parts: list[str] = []
    months: list[str] = []
    for side, lane in table.groupby("side", sort=False):
        best = max(zip(lane["size"], lane["statement_id"], lane["date"], strict=True))
        size, key, date = best
        word = f" {of_side(str(side), matter.get(str(side), NOTHING))}" if side != NEITHER else ""
        said = size_words(corpus, key)
        parts.append((f"{size:,}" if parts and not corpus.apart else said) + word)
        months.append(f" ({month(date)})")
    if len(set(months)) == 1:
        months = [*[""] * (len(parts) - 1), months[0]]
    known = "known " if corpus.unknown.any() else ""  # who may be on the others, nobody knows
    lists = f"Largest {known}list{'s' if len(parts) > 1 else ''}"
    if set(table["side"]) == {NEITHER}:  # else it is said of each side
        lists = f"{lists} {statements_matter(corpus)}".rstrip()
    return f"{lists}: " + ", ".join(map("".join, zip(parts, months, strict=True)))


def timeline_words(corpus: Corpus, table: pd.DataFrame, unsaid: int) -> Words:
    """Say what is drawn, and which statements are left out; so many numbers have no room."""
    notes = _not_drawn(corpus, set(table["statement_id"]))
    if unsaid:
        notes.append(f"No room for the numbers of {unsaid:,} bars: see coalitions check.")
    what = "How many signed each statement: solid is named, hatched declared and not named"
    if only_lists(corpus):
        what = "How many each statement names"
    labels = table.set_index("statement_id")["label"]
    joined = [
        f'Series "{series}": {listing([labels[key] for key in chain], 20)}.'
        for (_, series), chain in series_chains(table).items()
    ]
    if joined:
        what += "; a line joins statements of one series and side"
    lists = zip(table["label"], table["date"], table["named"], table["declared"], strict=True)
    data = [
        f"{sentence(str(label))}, {day(date)}: {_known(named, declared)}."
        for label, date, named, declared in lists
    ]
    return words(
        corpus,
        timeline_finding(corpus, table),
        what=what,
        notes=tuple(notes),
        data=" ".join([*data, *joined]),
        shown=choose(corpus, table["statement_id"]),
    )


def periods_words(
    corpus: Corpus, lists: pd.DataFrame, table: pd.DataFrame, each: str, unsaid: int
) -> Words:
    """Say what bars of a month or a year each hold, as their statements have no room for their own.

    ``lists`` is the table of `dated_lists`, ``table`` has a row a bar.
    """
    notes = _not_drawn(corpus, set(lists["statement_id"]))
    notes.append(
        f"No room for a bar for each of {len(lists):,} statements: those of one {each} are one bar."
    )
    if unsaid:
        notes.append(f"No room for the numbers of {unsaid:,} bars: see coalitions check.")
    what = f"How many signatures the statements of each {each} have together"
    if not only_lists(corpus):
        what += ": solid is named, hatched declared and not named"
    matter, parts, data = sides_matter(corpus), [], []
    for side, lane in table.groupby("side", sort=False):
        best = max(lane.to_dict("records"), key=lambda bar: bar["size"])
        word = f" {of_side(str(side), matter.get(str(side), NOTHING))}" if side != NEITHER else ""
        parts.append(f"{best['size']:,} under {best['label']}{word} ({month(best['period'])})")
        bars = zip(lane["period"], lane["label"], lane["named"], lane["size"], strict=True)
        found = [f"{month(d)}: {label}, {named_of_all(n, size - n)}" for d, label, n, size in bars]
        data.append(f"{sentence(side_name(str(side)))}: {'; '.join(found)}.")
    return words(
        corpus,
        f"Most signatures in a {each}: {', '.join(parts)}",
        what=what,
        notes=tuple(notes),
        data=" ".join(data),
        shown=choose(corpus, lists["statement_id"]),
    )


def _not_drawn(corpus: Corpus, drawn: set[str]) -> list[str]:
    """Return sentences on the statements that have no place along the dates, or no side."""
    labels, table = statement_labels(corpus), corpus.statements.set_index("statement_id")
    sizes = corpus.named + corpus.unnamed
    rest = {
        "no date": [key for key, date in table["date"].items() if not date],
        UNKNOWN_LIST: [key for key in table.index if corpus.unknown[key]],
        EMPTY_LIST: [key for key in table.index if not sizes[key] and not corpus.unknown[key]],
    }
    told = drawn.union(*rest.values())
    rest["no stance recorded"] = [key for key in table.index if key not in told]
    return [
        f"Not drawn, {why}: {listing([labels[key] for key in keys], 8)}."
        for why, keys in rest.items()
        if keys
    ]


def _known(named: int, declared: object) -> str:
    """Say how many a list names, and of how many if it declares that."""
    if pd.isna(declared):  # type: ignore[call-overload] # a number, or NA
        return f"{named:,} named, no count declared"
    return f"{named:,} of {int(str(declared)):,} named"
