"""What every artefact says of itself: which statements, how far the lists reach, whence, when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable

    from coalitions.corpus import Corpus

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
    table = corpus.statements.set_index("statement_id")
    short = corpus.signatories.set_index("signatory")["short"]
    speaker = table["lead"].map(lambda lead: short.get(lead, ""))
    sizes = corpus.declared.fillna(corpus.named)
    states = sizes.map(lambda size: f"{size} {members(corpus, size)}")
    label = speaker.where(speaker != "", states.where(table["date"] != "", table.index.to_series()))
    month = table["date"].map(lambda d: f"{dt.date.fromisoformat(d):%b %Y}" if d else "")
    topic = table["topic"].str.split(";").str[0]
    brackets = pd.Series("", index=label.index)
    for more in (month, topic, table["date"], table.index.to_series()):
        alike = (label + brackets).duplicated(keep=False) & (more != "")
        if more is month and len(set(table["date"])) > 1:
            alike = more != ""
        longer = brackets.where(brackets == "", brackets + ", ") + more
        brackets = brackets.where(~alike, longer)
    return label.where(brackets == "", label + " (" + brackets + ")")


def members(corpus: Corpus, number: int) -> str:
    """Return "state" or "states", or "signatory" or "signatories" for what is not a state.

    Examples
    --------
    >>> from coalitions import load
    >>> members(load("unga75"), 1), members(load("unga75"), 0)
    ('state', 'states')
    """
    if corpus.members == "states":
        return "state" if number == 1 else "states"
    return "signatory" if number == 1 else "signatories"


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
    kinds = {
        "complete": (named == declared),
        "known in part": (named < declared) & (named > 0),
        "known only by their count": (named == 0) & (declared > 0),
        "without a declared count, taken as printed": declared.isna(),
        "with more names than declared": named > declared,
    }
    counts = {kind: int(rows.fillna(value=False).sum()) for kind, rows in kinds.items()}
    parts = [f"{count} {kind}" for kind, count in counts.items() if count]
    return f"Of {len(named)} lists: {', '.join(parts)}."


def _share(named: int, declared: int | None) -> str:
    return f"{named} (no count declared)" if pd.isna(declared) else f"{named} of {declared}"


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
    known = sorted(d for d in corpus.statements["date"] if d)
    return (known[0], known[-1]) if known else ("", "")


def day(date: str) -> str:
    """Return a date in words, an empty one as it is.

    Examples
    --------
    >>> day("2020-10-06")
    '6 October 2020'
    """
    if not date:
        return ""
    known = dt.date.fromisoformat(date)
    return f"{known.day} {known:%B %Y}"
