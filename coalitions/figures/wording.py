"""Findings in words: who, how many, between what bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.bounds import Interval, union_bounds
from coalitions.provenance import members, statement_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from coalitions.corpus import Corpus


def amount(corpus: Corpus, found: Interval) -> str:
    """Return "37 states", "19 to 45 states", "no state"."""
    if found == (0, 0):
        return f"no {members(corpus, 1)}"
    number = str(found.low) if found.low == found.high else f"{found.low} to {found.high}"
    return f"{number} {members(corpus, found.high)}"


def region_sentences(corpus: Corpus, table: pd.DataFrame, most: int = 20) -> str:
    """Return how many and who signed exactly which statements, for the alternative text."""
    labels = statement_labels(corpus)
    rows = table.head(most).to_dict("records")
    found = [
        f"{listing([labels[s] for s in row['statements']], 20)} and no other: "
        f"{Interval(row['exclusive_min'], row['exclusive_max'])}"
        f"{_named(corpus, row['members'])}"
        for row in rows
    ]
    return f"{'; '.join(found)}." if found else ""


def _named(corpus: Corpus, who: Sequence[str]) -> str:
    short = corpus.signatories.set_index("signatory")["short"]
    return f", named are {listing(sorted(short[name] for name in who), 40)}" if len(who) else ""


def sizes(corpus: Corpus) -> list[str]:
    """Return how many each statement names, and of how many: "45", "25 of 55"."""
    return [size(*known) for known in zip(corpus.named, corpus.unnamed, strict=True)]


def size(named: int, unnamed: int) -> str:
    """Return how many a list names, and of how many if it lacks some."""
    return f"{named} of {named + unnamed}" if unnamed else str(named)


def size_sentences(corpus: Corpus) -> str:
    """Return how many each statement names, and of how many, as one sentence."""
    labels = statement_labels(corpus)
    found = [f"{label} {size}" for label, size in zip(labels, sizes(corpus), strict=True)]
    return f"Named under each statement: {'; '.join(found)}."


def listing(items: Sequence[str], most: int = 6) -> str:
    """Return "a, b and c"; of more than ``most``, the first and how many others."""
    if len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1} others"]
    between = "; " if any("," in item for item in items[:-1]) and len(items) > 2 else ", "  # noqa: PLR2004
    return " and ".join([between.join(items[:-1]), items[-1]] if len(items) > 1 else items)


def sentence(text: str) -> str:
    """Begin with a capital, whatever stands there."""
    return text[:1].upper() + text[1:]


def finding(corpus: Corpus) -> str:
    """Say how many took each side, between what bounds, and how many are named on both."""
    about = corpus.statements.set_index("statement_id")["stance"]
    lists = corpus.signatures.groupby("statement_id")["signatory"].agg(set).to_dict()
    named: dict[str, list[set[str]]] = {"support": [], "critical": [], "": []}
    unnamed: dict[str, list[int]] = {stance: [] for stance in named}
    for key, stance, missing in zip(about.index, about, corpus.unnamed, strict=True):
        named[stance].append(lists.get(key, set()))
        unnamed[stance].append(int(missing))
    parts = [
        f"{amount(corpus, _union(corpus, named[stance], unnamed[stance]))} {{}} in {word}"
        for stance, word in (("support", "support"), ("critical", "criticism"))
        if named[stance]
    ]
    if not parts:
        number, all_named = len(about), len(set().union(*named[""]))
        name = "1 statement names" if number == 1 else f"{number} statements name"
        return f"{name} {amount(corpus, Interval(all_named, all_named))}"
    first, *rest = parts
    text = first.format("signed")
    if rest:
        both = len(set().union(*named["support"]) & set().union(*named["critical"]))
        where = {0: "none is named", 1: "one is named"}.get(both, f"{both} are named")
        second = rest[0].format("").replace(f" {members(corpus, 2)} ", " ")
        text = f"{text}, {' '.join(second.split())}; {where} on both sides"
    return sentence(text)


def _union(corpus: Corpus, named: list[set[str]], unnamed: list[int]) -> Interval:
    return union_bounds(named, unnamed, corpus.universe)
