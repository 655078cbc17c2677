"""Slice after slice: how alike the ties, or the communities, of two that follow one another are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from coalitions.errors import ChoiceError, refuse_no_table, told
from coalitions.graphs.communities import agreement, matched
from coalitions.graphs.ties import settled


class _Step(NamedTuple):
    """What two slices have in common, and who changed."""

    similarity: float
    both: int
    changed: tuple[str, ...]


def compare_slices(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return how alike each slice and the next one are: in their ties, or in their communities.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Slice → its table, all of `cosigning_ties` or all of `find_communities`, or of
        `node_measures` with communities; in order.

    Returns
    -------
    DataFrame
        A row for each two slices that follow one another: ``from``, ``to``, ``similarity`` (of
        ties, the Jaccard coefficient of those that are significant, 0 to 1; of communities, the
        adjusted Rand index of who is in both slices, 1 where they are the same; NaN where there is
        nothing to compare), ``both`` (how many ties, or signatories, are in both), ``changed`` (who
        has a significant tie more or less; or who is in another community, each taken for the
        earlier one that it shares most signatories with).

    Raises
    ------
    CoalitionsError
        Tables of neither kind, or of both.

    References
    ----------
    L. Hubert and P. Arabie (1985), "Comparing partitions", https://doi.org/10.1007/BF01908075

    Examples
    --------
    >>> one = pd.DataFrame({"signatory": ["A", "B", "C", "D"], "community": [1, 1, 2, 2]})
    >>> other = pd.DataFrame({"signatory": ["A", "B", "C", "D"], "community": [1, 1, 1, 2]})
    >>> compare_slices({"2019": one, "2020": other})[["both", "changed"]].to_numpy().tolist()
    [[4, ('C',)]]
    """
    if not isinstance(tables, Mapping):
        raise ChoiceError(
            f'tables: {told(tables)}: expected a table for each slice, as in {{"2019": table}}'
        )
    for slice_, table in tables.items():
        refuse_no_table(f"tables[{slice_!r}]", table, (), "cosigning_ties or find_communities")
    ways = {("u", "v", "significant"): _of_ties, ("signatory", "community"): _of_communities}
    way = next(
        (
            way
            for columns, way in ways.items()
            if all(set(columns) <= set(table) for table in tables.values())
        ),
        None,
    )
    if way is None:
        raise ChoiceError(
            "tables: expected those of cosigning_ties for all slices, or those of "
            "find_communities or node_measures"
        )
    steps = [(a, b, *way(tables[a], tables[b])) for a, b in pairwise(tables)]
    found = pd.DataFrame(steps, columns=["from", "to", "similarity", "both", "changed"])
    return found.assign(similarity=settled(found["similarity"].to_numpy(float)))


def _of_ties(one: pd.DataFrame, other: pd.DataFrame) -> _Step:
    """Compare significant ties: those of the same two, and of the same sign."""
    first, second = (
        set(
            table.loc[table["significant"].astype(bool), ["u", "v", "sign"]].itertuples(
                index=False, name=None
            )
        )
        for table in (one, other)
    )
    either = first | second
    similarity = len(first & second) / len(either) if either else np.nan
    changed = {name for u, v, _ in first ^ second for name in (u, v)}
    return _Step(similarity, len(first & second), tuple(sorted(changed)))


def _of_communities(one: pd.DataFrame, other: pd.DataFrame) -> _Step:
    """Compare the communities of those who are in both slices."""
    first, second = (table.set_index("signatory")["community"].dropna() for table in (one, other))
    both = sorted(set(first.index) & set(second.index))
    if not both:
        return _Step(np.nan, 0, ())
    before, after = (np.asarray(each[both], np.int64) - 1 for each in (first, second))
    moved = np.array(both, object)[matched(before, after) != before]
    return _Step(agreement(before, after), len(both), tuple(moved.tolist()))
