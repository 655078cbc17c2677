"""One partition out of several runs, and how well they agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.graphs.communities.partitions import agreement, modularity, numbered, partitions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.graphs.communities.partitions import Integers, Shared

#: Runs of each table, of what is observed and of each draw alike.
RUNS = 5
#: Rounds after which runs that still differ are left as they are.
_ROUNDS = 10
#: Modularities are the same that differ by less: what adding in another order makes of them.
SAME = 1e-9


def best_of_runs(shared: Shared, random: np.random.Generator) -> NDArray[np.float64]:
    """Return the highest modularity that the runs find in each of several tables.

    Examples
    --------
    >>> two = np.kron(np.eye(2), np.ones((2, 2))) - np.eye(4)
    >>> best_of_runs(two[None], np.random.default_rng(0)).tolist()
    [0.5]
    """
    each = [modularity(shared, partitions(shared, random)) for _ in range(RUNS)]
    best: NDArray[np.float64] = np.max(each, axis=0, initial=0)
    return best


def consensus(shared: Shared, random: np.random.Generator) -> tuple[Integers, float, float]:
    """Return the partition on which the runs agree, its modularity, and how well they do.

    Who is in one community in more than half of the runs is tied as often as that, and communities
    are found in these ties, until all runs find the same. A run that is better than what comes
    out, by modularity, is taken instead.

    Parameters
    ----------
    shared : array, shape (signatories, signatories)
        What each two share; 0 on the diagonal.
    random : Generator

    Returns
    -------
    communities : int array
        Numbered by size.
    modularity : float
    stability : float
        Mean adjusted Rand index of the runs with it (1 where all of them found it).

    References
    ----------
    A. Lancichinetti and S. Fortunato (2012), "Consensus clustering in complex networks",
    https://doi.org/10.1038/srep00336

    Examples
    --------
    >>> two = np.kron(np.eye(2), np.ones((2, 2))) - np.eye(4)
    >>> [*map(str, consensus(two, np.random.default_rng(0)))]
    ['[0 0 1 1]', '0.5', '1.0']
    """
    first = partitions(np.broadcast_to(shared, (RUNS, *shared.shape)), random)
    runs = first
    for _ in range(_ROUNDS):
        together = (runs[:, :, None] == runs[:, None, :]).mean(axis=0)
        np.fill_diagonal(together, 0)
        if not ((together > 0) & (together < 1)).any():
            break
        together[together <= 0.5] = 0  # noqa: PLR2004 - more than half of the runs
        runs = partitions(np.broadcast_to(together, (RUNS, *together.shape)), random)
    candidates = np.array([numbered(each) for each in (runs[0], *first)])
    found = np.concatenate([modularity(shared[None], each[None]) for each in candidates])
    best = int(np.argmax(found > found.max(initial=0) - SAME)) if len(shared) else 0
    agreed = [agreement(candidates[best], each) for each in candidates[1:]]
    return candidates[best], float(found[best]), float(np.mean(agreed))
