"""Which two statements share most: found in one pass over all pairs, of which none is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.tables.overlap import bounds_of_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus


def foremost_pairs(corpus: Corpus) -> pd.DataFrame:
    """Return the few pairs of statements of which one shares most, for certain or perhaps.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        Columns ``a``, ``b``, ``shared_min`` and ``shared_max`` as of `pairs`, in its order. Among
        the rows are the pair that shares most for certain (of several, the one that may share most,
        then the first of them), and two that no other exceeds in what they may share. Pairs with a
        list of which nothing is known are left out.

    Examples
    --------
    >>> from coalitions import load
    >>> table = foremost_pairs(load("unga75"))
    >>> table.sort_values("shared_min")[["shared_min", "shared_max"]].to_numpy()[-1].tolist()
    [19, 45]
    """
    ids, unknown = corpus.lists.rows.to_numpy(), corpus.unknown.to_numpy(bool)
    kept = np.empty((4, 0), np.int64)
    for i, j, both in corpus.lists.pair_blocks():
        low, high, _ = bounds_of_pairs(corpus, i, j, both)
        found = np.stack([i, j, low, high])[:, ~(unknown[i] | unknown[j])]
        kept = _foremost(np.hstack([kept, found]))
    first, second, low, high = kept
    return pd.DataFrame({"a": ids[first], "b": ids[second], "shared_min": low, "shared_max": high})


def _foremost(found: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return of some pairs the one that shares most for certain, and the two that may share most.

    Columns are pairs; rows are the places of both, the least and the most that they share.
    """
    _, _, low, high = found
    if not len(low):
        return found
    surest = np.flatnonzero(low == low.max())
    first = int(high.argmax())
    after = np.delete(np.arange(len(high)), first)
    second = after[high[after].argmax()] if len(after) else first
    return found[:, sorted({int(surest[high[surest].argmax()]), first, int(second)})]
