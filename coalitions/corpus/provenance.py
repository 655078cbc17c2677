"""What every artefact says of itself: which statements, how far the lists reach, whence, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.labels import statement_labels
from coalitions.corpus.overview import ledger, reaches
from coalitions.dates import first_and_last

if TYPE_CHECKING:
    from collections.abc import Hashable

    from coalitions.corpus.corpus import Corpus

#: Up to this many statements are spelt out in a sentence; more are counted.
SPELT_OUT = 4


def completeness(corpus: Corpus) -> str:
    """Return one sentence on how many of the declared names are known.

    Examples
    --------
    >>> from coalitions import load, select
    >>> completeness(select(load("unga75"), topic="Hong Kong"))
    'Names known: Pakistan 25 of 55, Germany 39 of 39.'
    """
    declared, named = corpus.declared, corpus.named
    if len(named) <= SPELT_OUT:
        labels = statement_labels(corpus)
        parts = [f"{labels[s]} {_share(named[s], declared[s])}" for s in named.index]
        between = "; " if any("," in label for label in labels) else ", "
        return f"Names known: {between.join(parts)}."
    statuses = ledger(declared, named)["status"]
    return f"Of {len(named):,} lists: {reaches(statuses)}."


def earlier_versions(corpus: Corpus) -> str:
    """Return one sentence on the earlier versions of letters that are left out, "" if none is.

    Examples
    --------
    >>> from coalitions import load, select
    >>> earlier_versions(select(load("un-china"), event="hrc41-2019"))[:76]
    'Left out as an earlier version of a letter: 2019-07-hrc41-xinjiang-support37'
    """
    table = corpus.earlier
    if table.empty:
        return ""
    each = [
        f"{key} (the latest is {later})"
        for key, later in zip(table["statement_id"], table["superseded_by"], strict=True)
    ]
    if len(each) == 1:
        return (
            f"Left out as an earlier version of a letter: {each[0]}; it is there when all "
            "versions are asked for."
        )
    return (
        f"Left out as earlier versions of letters ({len(each):,}): {', '.join(each)}; "
        "they are there when all versions are asked for."
    )


def _share(named: int, declared: int | None) -> str:
    if pd.isna(declared):
        return f"{named:,} (no count declared)" if named else "none (no count declared)"
    return f"{named:,} of {declared:,}"


def source(corpus: Corpus) -> str:
    """Return the sources of the lists, each once, in the order of the statements.

    Examples
    --------
    >>> from coalitions import load, select
    >>> source(select(load("unga75"), stance="critical"))
    'The Diplomat (Shannon Tiezzi) as reproduced by Strategic Study India'
    """
    names: dict[Hashable, None] = dict.fromkeys(n for n in corpus.statements["source_name"] if n)
    return "; ".join(map(str, names)) or "not stated"


def dates(corpus: Corpus) -> tuple[str, str]:
    """Return the first and the last date of the statements, empty where none has one.

    Examples
    --------
    >>> from coalitions import load
    >>> dates(load("un-china"))
    ('2019-07-08', '2025-11-21')
    """
    return first_and_last(corpus.statements["date"])


def undated(corpus: Corpus) -> str:
    """Return how many statements a span of dates leaves out, in brackets; nothing if none.

    Examples
    --------
    >>> from coalitions import load
    >>> undated(load("un-china"))
    ''
    """
    number = int((corpus.statements["date"] == "").sum())
    return f" ({number:,} without a date)" if 0 < number < len(corpus.statements) else ""
