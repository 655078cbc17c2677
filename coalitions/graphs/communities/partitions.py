"""Partitions of those who sign together: found by Louvain's method, measured, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    #: What each two share, in one table or several: (tables, signatories, signatories).
    Shared = NDArray[np.floating[Any]]

#: Gains of modularity below which a pass ends.
_SMALL = 1e-6
#: Cells that are partitioned at a time.
_CELLS = 2**21


def partitions(shared: Shared, random: np.random.Generator) -> Integers:
    """Return the communities that Louvain's method finds in each of several tables.

    Each table is looked through in an order of its own, drawn at random. Many of them are given to
    the library as one graph in parts, which takes a fraction of the time.

    Parameters
    ----------
    shared : array, shape (tables, signatories, signatories)
        What each two share (statements, or any weight); 0 on the diagonal.
    random : Generator
        Draws the orders.

    Returns
    -------
    int array, shape (tables, signatories)
        The community of each, numbered within its table.

    References
    ----------
    V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre (2008), "Fast unfolding of
    communities in large networks", https://doi.org/10.1088/1742-5468/2008/10/P10008

    Examples
    --------
    >>> two = np.kron(np.eye(2), np.ones((2, 2))) - np.eye(4)
    >>> found = partitions(two[None], np.random.default_rng(0))[0]
    >>> bool(found[0] == found[1] != found[2] == found[3])
    True
    """
    tables, size, _ = shared.shape
    found = np.tile(np.arange(size, dtype=np.int64), (tables, 1))
    step = max(1, _CELLS // max(1, size**2))
    for begin in range(0, tables, step):
        part = shared[begin : begin + step]
        orders = random.permuted(np.tile(np.arange(size), (len(part), 1)), axis=1)
        tied = np.flatnonzero(part.any(axis=(1, 2)))
        if not len(tied):
            continue
        order = orders[tied]
        mixed = part[tied[:, None, None], order[:, :, None], order[:, None, :]]
        labels = _louvain(mixed.astype(float))
        np.put_along_axis(labels, order, labels.copy(), axis=1)
        found[begin + tied] = labels
    return found


def _louvain(shared: Floats) -> Integers:
    """Return what the library finds in tables as they are, all of them at once."""
    from sknetwork.clustering import Louvain  # noqa: PLC0415 - heavy

    tables, size, _ = shared.shape
    weights = (shared / shared.sum(axis=(1, 2))[:, None, None]).reshape(tables * size, size)
    filled = weights != 0
    many = filled.sum(axis=1)
    begins = np.repeat(np.arange(tables) * size, many.reshape(tables, size).sum(axis=1))
    columns = np.nonzero(filled)[1] + begins
    ends = np.concatenate([[0], np.cumsum(many)])
    graph = csr_matrix((weights[filled], columns, ends), shape=(tables * size, tables * size))
    # Each part has the same weight: with as high a resolution as there are parts, each is held
    # against its own degrees alone.
    method = Louvain(
        resolution=tables,
        modularity="newman",
        tol_optimization=_SMALL,
        tol_aggregation=_SMALL,
        sort_clusters=False,
        return_probs=False,
        return_aggregate=False,
    )
    return np.asarray(method.fit_predict(graph), np.int64).reshape(tables, size)


def modularity(shared: Shared, communities: Integers) -> Floats:
    r"""Return the modularity of a partition of each of several tables.

    .. math:: Q = \sum_c \left(\frac{w_c}{w} - \left(\frac{k_c}{2w}\right)^2\right)

    of the weight of the ties within each community and the sum of its degrees; 0 without ties.

    References
    ----------
    M. E. J. Newman (2004), "Analysis of weighted networks",
    https://doi.org/10.1103/PhysRevE.70.056131

    Examples
    --------
    >>> two = np.kron(np.eye(2), np.ones((2, 2))) - np.eye(4)
    >>> modularity(two[None], np.array([[0, 0, 1, 1]])).tolist()
    [0.5]
    """
    same = communities[:, :, None] == communities[:, None, :]
    degree = shared.sum(axis=2, dtype=float)
    whole = np.maximum(degree.sum(axis=1), 1)
    inside = np.where(same, shared, 0).sum(axis=(1, 2), dtype=float)
    theirs = (same @ degree[:, :, None])[:, :, 0]
    found: Floats = inside / whole - (degree * theirs).sum(axis=1) / whole**2
    return found


def numbered(communities: Integers) -> Integers:
    """Return communities numbered by size, the largest first, then by their first members.

    Examples
    --------
    >>> numbered(np.array([7, 4, 4, 9, 9])).tolist()
    [2, 0, 0, 1, 1]
    """
    _, first, which, sizes = np.unique(
        communities, return_index=True, return_inverse=True, return_counts=True
    )
    rank = np.empty(len(first), np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(first))
    return rank[which.reshape(-1)]


def agreement(one: Integers, other: Integers) -> float:
    """Return the adjusted Rand index of two partitions: 1 the same, about 0 as by chance.

    References
    ----------
    L. Hubert and P. Arabie (1985), "Comparing partitions", https://doi.org/10.1007/BF01908075

    Examples
    --------
    >>> agreement(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    >>> round(agreement(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 9)
    -0.5
    """

    def pairs(which: Integers) -> int:
        sizes = np.unique(which, return_counts=True)[1]
        return int((sizes * (sizes - 1) // 2).sum())

    ours, theirs = pairs(one), pairs(other)
    both = pairs(one * (int(other.max(initial=0)) + 1) + other)
    every = len(one) * (len(one) - 1) // 2
    expected = ours * theirs / max(1, every)
    most = (ours + theirs) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)
