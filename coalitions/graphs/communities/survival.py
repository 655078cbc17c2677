"""How often a signatory stays in its community: a statement left out, the unnamed drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import scipy

from coalitions.graphs.communities.consensus import consensus
from coalitions.graphs.communities.table import SEED, find_communities, shared_by
from coalitions.graphs.ties import (
    drawn_completions,
    observed_records,
    one_left_out,
    quietly_counted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.graphs.nullmodels import Observed

    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]


def community_survival(
    corpus: Corpus,
    *,
    alpha: float = 0.05,
    draws: int = 200,
    partial: Literal["left-out", "named"] = "named",
) -> pd.DataFrame:
    """Return how often each signatory is in its community, still, with other statements or names.

    Each statement is left out in turn, and communities are looked for again; 100 completions of
    the lists are drawn too, where some are known in part: of each list, as many as it declares and
    does not name, any of those who could have signed. A community is the one of before that it
    shares most signatories with, each of one alone.

    Parameters
    ----------
    corpus : Corpus
    alpha, draws, partial : float, int, str
        As for `find_communities`.

    Returns
    -------
    DataFrame
        A row for each signatory of `find_communities`, in its order: ``signatory``, ``name``,
        ``community``; ``kept`` (how many statements can be left out, one alone, with the signatory
        in its community), ``statements`` (of how many), ``hangs_on`` (the first of those without
        which it is in another, "" where there is none), ``completed`` (in which share of the
        completions it is in its community, 0 to 1; NaN where no list is partial). ``attrs`` are
        those of `find_communities`. No row where communities are refused.

    Raises
    ------
    CoalitionsError
        As for `find_communities`.

    Notes
    -----
    Communities of fewer statements, or of completed lists, are not held against the null model
    again.

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
    >>> letters |= {f"b{n}": ["Di", "Ed"] for n in range(4)}
    >>> table = community_survival(load(letters, members="any"), draws=19)
    >>> table[["kept", "statements"]].drop_duplicates().to_numpy().tolist()
    [[8, 8]]
    """
    table = find_communities(corpus, alpha=alpha, draws=draws, partial=partial)
    counted = quietly_counted(corpus, partial)
    observed, who = observed_records(counted)
    before = table.set_index("signatory")["community"]
    same = np.zeros((0, len(table)), bool)
    if len(table):
        same = _same(((each, who) for each in one_left_out(observed)), before)
    ids = counted.statements["statement_id"].to_numpy(object)
    first = np.where(same.all(axis=0), "", ids[same.argmin(axis=0)] if len(same) else "")
    completed = np.full(len(table), np.nan)
    if len(table) and (corpus.unnamed > 0).any():
        completed = _same(drawn_completions(corpus), before).mean(axis=0)
    found = table[["signatory", "name", "community"]].assign(
        kept=same.sum(axis=0).astype(np.int64),
        statements=len(counted),
        hangs_on=first,
        completed=completed,
    )
    found.attrs |= table.attrs
    return found


def _same(others: Iterable[tuple[Observed, pd.Index[str]]], before: pd.Series[int]) -> Truths:
    """Return who is in its community of before, in each of other tables."""
    random = np.random.default_rng(SEED)
    numbers = np.asarray(before, np.int64) - 1
    found = []
    for observed, who in others:
        communities, _, _ = consensus(shared_by(observed.signed[None])[0], random)
        after = communities[who.get_indexer(before.index)]
        found.append(matched(numbers, after) == numbers)
    return np.array(found)


def matched(before: Integers, after: Integers) -> Integers:
    """Return the community of before that each one of after is, -1 where it is none.

    Examples
    --------
    >>> matched(np.array([0, 0, 0, 1, 1]), np.array([4, 4, 1, 2, 2])).tolist()
    [0, 0, -1, 1, 1]
    """
    common = np.zeros((before.max() + 1, after.max() + 1), np.int64)
    np.add.at(common, (before, after), 1)
    is_ = np.full(after.max() + 1, -1, np.int64)
    # Of matches that are as good the one is taken that keeps most numbers.
    weight = common * (len(before) + 1) + np.eye(*common.shape, dtype=np.int64)
    old, new = scipy.optimize.linear_sum_assignment(weight, maximize=True)
    is_[new] = old
    return is_[after]
