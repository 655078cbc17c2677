"""Findings in words: who, how many, between what bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.bounds import Interval
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
    """Return how many signed exactly which statements, as sentences for the alternative text."""
    labels = statement_labels(corpus)
    rows = table.head(most).to_dict("records")
    found = [
        f"{listing([labels[s] for s in row['statements']], 20)} and no other: "
        f"{Interval(row['exclusive_min'], row['exclusive_max'])}"
        for row in rows
    ]
    return f"{'; '.join(found)}." if found else ""


def size_sentences(corpus: Corpus) -> str:
    """Return how many each statement names, and of how many, as one sentence."""
    labels = statement_labels(corpus)
    sizes = zip(corpus.named, corpus.unnamed, strict=True)
    texts = [f"{k} of {k + m}" if m else str(k) for k, m in sizes]
    found = [f"{label} {text}" for label, text in zip(labels, texts, strict=True)]
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
