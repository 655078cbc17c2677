"""Lists by date, a side beside the other: how many each names and declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus import refuse_no_corpus, short_names, statement_labels
from coalitions.errors import CoalitionsError
from coalitions.looks import NEITHER

if TYPE_CHECKING:
    from coalitions.corpus import Corpus


def dated_lists(corpus: Corpus) -> pd.DataFrame:
    """Return how many each statement names and declares, by side: the bars of a timeline.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row a statement that has a date and signatories, named or declared; side by
        side in their order (support, critical), each in that of the corpus, and those without a
        stance only where none has one. ``statement_id``, ``label`` (what it is called for short),
        ``date``, ``event_id``, ``side`` (its stance, or ``neither``), ``series``
        (empty where the statements have no such column), ``lead`` (who read it, by the short
        name), ``named``, ``declared`` (NA where no count is declared), ``size`` (as many as the
        list names and is known to lack).

    Raises
    ------
    CoalitionsError
        No statement has both a date and a number of signatories.

    Examples
    --------
    >>> from coalitions import load
    >>> dated_lists(load("unga75"))[["label", "side", "named", "size"]].to_numpy().tolist()[1:]
    [['Pakistan', 'support', 25, 55], ['Cuba', 'support', 45, 45], ['Germany', 'critical', 39, 39]]
    """
    refuse_no_corpus(corpus)
    about = corpus.statements
    short = short_names(corpus)
    table = pd.DataFrame(
        {
            "statement_id": about["statement_id"],
            "label": statement_labels(corpus).to_numpy(),
            "date": about["date"],
            "event_id": about["event_id"],
            "side": about["stance"].where(about["stance"] != "", NEITHER),
            "series": about["series"],
            "lead": [str(short.get(lead, lead)) for lead in about["lead"]],
            "named": corpus.named.to_numpy(),
            "declared": corpus.declared.array,
            "size": (corpus.named + corpus.unnamed).to_numpy(),
        }
    )
    table = table[(table["date"] != "") & (table["size"] > 0)]
    if table.empty:
        raise CoalitionsError(
            "a timeline takes statements that have a date and signatories, named or declared: "
            "found none"
        )
    sided = table[table["side"] != NEITHER]
    lanes = sided if len(sided) else table
    order = lanes["side"].map([*corpus.sides, NEITHER].index).sort_values(kind="stable").index
    return lanes.loc[order].reset_index(drop=True)


def series_chains(table: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """Return the statements of each series on each side, two or more to each, in their order.

    Parameters
    ----------
    table : DataFrame
        As `dated_lists` returns it.

    Returns
    -------
    dict of list of str
        Side and series → ids of statements.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("a", "support", "x"), ("b", "support", "x"), ("c", "support", "y")]
    >>> series_chains(pd.DataFrame(rows, columns=["statement_id", "side", "series"]))
    {('support', 'x'): ['a', 'b']}
    """
    found: dict[tuple[str, str], list[str]] = {}
    for key, side, name in zip(table["statement_id"], table["side"], table["series"], strict=True):
        if name:
            found.setdefault((side, name), []).append(key)
    return {place: keys for place, keys in found.items() if len(keys) > 1}
