"""How often a signatory keeps its rank: a statement left out, the unnamed of lists drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, refuse_other
from coalitions.graphs.measures.centrality import CENTRALITIES, TooLongError, centrality
from coalitions.graphs.ties import (
    drawn_completions,
    observed_records,
    one_left_out,
    settled,
    statements_that_count,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.graphs.nullmodels import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: What is done with lists that are known in part.
PARTIAL = ("left-out", "named")


def rank_survival(
    corpus: Corpus,
    *,
    measure: Literal["degree", "closeness", "betweenness"] = "degree",
    partial: Literal["left-out", "named"] = "left-out",
) -> pd.DataFrame:
    """Return how often each signatory has its rank, still, with other statements or names.

    Each statement is left out in turn, and all are ranked again; 100 completions of the lists are
    drawn too, where some are known in part: of each list, as many as it declares and does not name,
    any of those who could have signed.

    Parameters
    ----------
    corpus : Corpus
    measure : {"degree", "closeness", "betweenness"}
        By what they are ranked, as `node_measures` has it.
    partial : {"left-out", "named"}
        Whether ranks are by complete lists alone, or also by those known in part, with those named.

    Returns
    -------
    DataFrame
        A row for each signatory named under the statements that count, the first rank first:
        ``signatory``, ``name``, the measure (0 to 1), ``rank`` (1 the highest; who is alike has the
        same), ``kept`` (how many statements can be left out, one alone, with the signatory in its
        rank), ``statements`` (of how many), ``rank_best`` and ``rank_worst`` (then), ``hangs_on``
        (the first of those without which its rank is farthest off, "" where it is always the same),
        ``completed`` (in which share of the completions it is in its rank, 0 to 1),
        ``completed_best`` and ``completed_worst`` (its ranks in these); NaN and NA where no list is
        partial.

    Raises
    ------
    CoalitionsError
        A value that is none of the choices, no statement whose list is complete where the others
        are left out, or a network in which the measure would take very long so often.

    Notes
    -----
    Ranks are among those of the table, also in completions that others are drawn into. A share of
    completions is no probability: the unnamed of a list are not drawn at random by those who sign.

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {"a": ["Ann", "Bo"], "b": ["Ann", "Bo"], "c": ["Ann"], "d": ["Cy"]}
    >>> table = rank_survival(load(letters, members="any"))
    >>> table[["signatory", "rank", "kept", "rank_worst", "hangs_on"]].to_numpy().tolist()
    [['Ann', 1, 4, 1, ''], ['Bo', 2, 3, 2, 'c'], ['Cy', 3, 2, 3, 'a']]
    """
    refuse_no_corpus(corpus)
    _refuse(measure, partial)
    counted = statements_that_count(corpus, partial)
    observed, who = observed_records(counted)
    times = len(counted) + 1
    try:
        value = settled(centrality(observed.signed, measure, times))
    except TooLongError:
        raise ChoiceError(
            f"measure {measure}: of {sum(observed.signed.shape):,} nodes, with each of "
            f"{len(counted):,} statements left out in turn, it would take very long; degree does "
            "not"
        ) from None
    rank = _ranks(value)
    without = _ranks_in(((each, who) for each in one_left_out(observed)), who, measure)
    off = np.abs(without - rank)
    ids = counted.statements["statement_id"].to_numpy(object)
    table = pd.DataFrame(
        {
            "signatory": who,
            "name": corpus.signatories.set_index("signatory")["name"].reindex(who).to_numpy(),
            measure: value,
            "rank": rank,
            "kept": (off == 0).sum(axis=0).astype(np.int64),
            "statements": len(counted),
            "rank_best": without.min(axis=0),
            "rank_worst": without.max(axis=0),
            "hangs_on": np.where(off.any(axis=0), ids[off.argmax(axis=0)], ""),
            "completed": np.nan,
            "completed_best": pd.array([pd.NA] * len(who), "Int64"),
            "completed_worst": pd.array([pd.NA] * len(who), "Int64"),
        }
    )
    if (corpus.unnamed > 0).any():
        completed = _ranks_in(drawn_completions(corpus), who, measure)
        table["completed"] = settled((completed == rank).mean(axis=0))
        table["completed_best"] = pd.array(completed.min(axis=0), "Int64")
        table["completed_worst"] = pd.array(completed.max(axis=0), "Int64")
    return table.sort_values("rank", kind="stable").reset_index(drop=True)


def _refuse(measure: str, partial: str) -> None:
    """Refuse what is none of the choices."""
    refuse_other("measure", measure, CENTRALITIES)
    refuse_other("partial", partial, PARTIAL)


def _ranks_in(
    others: Iterable[tuple[Observed, pd.Index[str]]], who: pd.Index[str], measure: str
) -> Integers:
    """Return the ranks of some signatories, among themselves, in each of other tables."""
    ranks = [
        _ranks(settled(centrality(observed.signed, measure))[rows.get_indexer(who)])
        for observed, rows in others
    ]
    return np.array(ranks, np.int64)


def _ranks(values: Floats) -> Integers:
    """Return ranks, 1 the highest value; equal ones have the same, and the next is further on."""
    ordered = np.sort(values)
    higher: Integers = len(values) - np.searchsorted(ordered, values, side="right")
    return higher + 1
