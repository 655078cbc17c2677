"""Pairs that share something: how many there are, counted before any is built, and each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from coalitions.errors import FEWER, TooLargeError, bytes_in_words, free

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Incidence

#: Most ties of a co-signing network that is built unasked: 500 signatories who all share a
#: statement have so many. And most edges of a graph that is asked for.
MOST_UNASKED, MOST_ASKED = 125_000, 2_000_000
#: What an edge of a graph takes with its attributes, measured with networkx 3.6 (bytes).
_EDGE_BYTES = 700


def pairs_sharing(named: Incidence) -> NDArray[np.int64]:
    """Return how many pairs of rows share so many columns at least, by how many.

    Rows that are alike are counted as one, and pairs block by block: no array has all of them, and
    one letter of any length is one row.

    Parameters
    ----------
    named : Incidence

    Returns
    -------
    int array, shape (columns + 1,)
        At 0 all pairs, at 1 those that share a column, at 2 those that share two, and so on.

    Examples
    --------
    >>> from coalitions import load
    >>> pairs_sharing(load("unga75").lists).tolist()[:3]
    [6, 1, 1]
    """
    return named.sharing()


def has_few_ties(named: Incidence) -> bool:
    """Say whether so few pairs of rows share a column that a graph of them is built unasked.

    Ties grow with the square of a list: mostly the lengths of lists say it, without a count.

    Parameters
    ----------
    named : Incidence
        Records of signatories, or lists of statements.

    Examples
    --------
    >>> from coalitions import load
    >>> has_few_ties(load("unga75").lists)
    True
    """
    rows, columns = len(named), named.other_way.sizes
    most = int((columns * (columns - 1) // 2).sum())
    if min(most, rows * (rows - 1) // 2) <= MOST_UNASKED:
        return True
    return int(pairs_sharing(named)[1:2].sum()) <= MOST_UNASKED


def shared_edges(
    named: Incidence, least: int, *, parallel: bool = False
) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield every pair of rows that shares so many columns, in the order of the rows.

    Parameters
    ----------
    named : Incidence
    least : int
        Fewest columns that a pair shares.
    parallel : bool
        Whether there will be an edge for each shared column.

    Raises
    ------
    TooLargeError
        More edges than are built, or than the memory holds; how many there are, what they would
        take, and from how many shared columns on they fit.
    """
    least = max(1, least)
    refuse_too_many(len(named), pairs_sharing(named), least, parallel=parallel)
    size = named.sizes
    for begin, shared in named.blocks():
        for row, column in zip(*np.nonzero(np.triu(shared, 1) >= least), strict=True):
            i, j, both = begin + row, begin + column, int(shared[row, column])
            yield (
                i,
                j,
                {
                    "shared": both,
                    "weight": float(both),
                    "jaccard": float(both / (size[i] + size[j] - both)),
                    "overlap_coefficient": float(both / min(size[i], size[j])),
                },
            )


def refuse_too_many(
    nodes: int, ties: NDArray[np.int64], least: int, *, parallel: bool = False
) -> None:
    """Refuse a graph of more edges than are built, before any of them is.

    Parameters
    ----------
    nodes : int
    ties : int array
        How many pairs share so many at least, by how many, as ``pairs_sharing`` counts them.
    least : int
        From how many on two nodes are joined.
    parallel : bool
        Whether there is an edge for each thing shared.

    Raises
    ------
    TooLargeError
        What the graph would have and take, and which ``min_shared`` makes one that fits.

    Examples
    --------
    >>> refuse_too_many(6, np.array([15, 15, 3]), 1)
    >>> refuse_too_many(6_000, np.array([17_997_000, 17_997_000, 4_950]), 1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    coalitions.errors.TooLargeError: ... `min_shared` of 2, which leaves 4,950 edges, ...
    """
    edges = ties.copy()
    if parallel:  # each pair has as many as it shares: all of the first, and those beyond them
        beyond = np.append(ties[::-1].cumsum()[::-1][1:], 0)
        edges = np.arange(len(ties)) * ties + beyond
    wanted = int(edges[least:].max(initial=0))
    there, needed = free(), _EDGE_BYTES * wanted
    fits = MOST_ASKED if there is None else min(MOST_ASKED, there // _EDGE_BYTES)
    if wanted <= fits:
        return
    limit = f"and {bytes_in_words(there or 0)} are free"
    if wanted > MOST_ASKED:
        limit = f"and no more than {MOST_ASKED:,} edges are built"
    raise TooLargeError(
        f"the graph in which {nodes:,} nodes are joined to one another, {wanted:,} edges, "
        f"would take about {bytes_in_words(needed)} of memory, {limit}: "
        f"{_smaller(edges, least, fits)}"
    )


def smallest_that_fits(edges: NDArray[np.int64], least: int, fits: int) -> int:
    """Return from how many shared things on there are few enough edges, and any; 0 if from none.

    Examples
    --------
    >>> edges = np.array([99, 90, 50, 7, 0])
    >>> smallest_that_fits(edges, 1, 60), smallest_that_fits(edges, 1, 5)
    (2, 0)
    """
    found = np.flatnonzero((edges > 0) & (edges <= fits))
    return int(min(found[found >= least], default=0))


def _smaller(edges: NDArray[np.int64], least: int, fits: int) -> str:
    """Say what makes a graph small enough."""
    instead = "`two_mode_graph`, which has the same lists (as a figure: network)"
    fitting = smallest_that_fits(edges, least, fits)
    if fitting:
        leaves = f"{edges[fitting]:,} {'edge' if edges[fitting] == 1 else 'edges'}"
        return (
            f"in an export, take a `min_shared` of {fitting}, which leaves {leaves}, or {instead}; "
            f"or {FEWER}"
        )
    most = int(np.flatnonzero(edges)[-1])
    leaves = f"the largest that leaves any, leaves {edges[most]:,} of them"
    left = f"even a `min_shared` of {most}, {leaves}"
    if edges[most] == edges[least]:
        left = f"each of them shares {most}, so that `min_shared` leaves all of them, or none"
    return f"{left}; in an export, take {instead}; or {FEWER}"
