"""What every artefact says of itself: which statements, how far the lists reach, whence, when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import pandas as pd

from coalitions.corpus.counting import members
from coalitions.corpus.overview import ledger, reaches
from coalitions.dates import SHORT_MONTHS, first_and_last, month

if TYPE_CHECKING:
    from collections.abc import Hashable

    from coalitions.corpus.corpus import Corpus

__all__ = [
    "completeness",
    "dates",
    "earlier_versions",
    "members",
    "source",
    "statement_labels",
    "undated",
]

#: Up to this many statements are spelt out in a sentence; more are counted.
SPELT_OUT = 4


def statement_labels(corpus: Corpus) -> pd.Series[str]:
    """Return a short label for each statement, no longer than it takes to tell them apart.

    The lead's name; then, in brackets, the month, the topic, the day or at last the id, where two
    would be alike.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Series of str
        By ``statement_id``, unique.

    Examples
    --------
    >>> from coalitions import load
    >>> statement_labels(load("unga75")).tolist()
    ['Kuwait', 'Pakistan', 'Cuba', 'Germany']
    """
    if corpus not in _LABELS:
        _LABELS[corpus] = _labels(corpus)
    return _LABELS[corpus].copy()


#: A report asks for the labels of a corpus dozens of times; they go when the corpus does.
_LABELS: WeakKeyDictionary[Corpus, pd.Series[str]] = WeakKeyDictionary()


def _labels(corpus: Corpus) -> pd.Series[str]:
    table = corpus.statements.to_dict("records")
    ids = [row["statement_id"] for row in table]
    short = dict(zip(corpus.signatories["signatory"], corpus.signatories["short"], strict=True))
    sizes = corpus.declared.fillna(corpus.named)
    many = {
        key: "list not known" if unknown else f"{n:,} {members(corpus, n)}"
        for key, n, unknown in zip(ids, sizes, corpus.unknown, strict=True)
    }
    months = [month(row["date"], SHORT_MONTHS) for row in table]
    topics = [row["topic"].partition(";")[0] for row in table]
    days = [row["date"] for row in table]
    labels = [
        short.get(row["lead"], "") or (many[key] if row["date"] else key)
        for key, row in zip(ids, table, strict=True)
    ]
    brackets = [""] * len(labels)
    for more in (months, topics, days, ids):
        whole = list(zip(labels, brackets, strict=True))
        seen = Counter(whole)
        everywhere = more is months and len(set(days)) > 1
        brackets = [
            ", ".join(filter(None, (each[1], text))) if everywhere or seen[each] > 1 else each[1]
            for each, text in zip(whole, more, strict=True)
        ]
    found = [f"{a} ({b})" if b else a for a, b in zip(labels, brackets, strict=True)]
    return pd.Series(found, index=pd.Index(ids, name="statement_id"), dtype=str)


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
