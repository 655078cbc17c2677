"""How central each signatory is in the two-mode network, and how far its ties are spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.errors import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

#: Nodes at which ways begin, times cells of the table, times steps: half a minute or so.
MOST = 3 * 10**10
#: Cells of what is kept of the ways at a time.
_CELLS = 2**22


class TooLongError(Exception):
    """Ways in a network would take very long to follow."""


def centralities(observed: Observed) -> dict[str, Floats]:
    """Return three centralities of each signatory in the two-mode network, 0 to 1.

    They are normalised for two modes: divided by what a signatory could have at most, with as many
    signatories and statements.

    References
    ----------
    S. P. Borgatti and M. G. Everett (1997), "Network analysis of 2-mode data",
    https://doi.org/10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> from coalitions.graphs.nullmodels import Observed
    >>> three = Observed(np.array([[1, 1], [1, 0], [0, 1]], bool), np.array([3, 3]))
    >>> {key: found.round(3).tolist() for key, found in centralities(three).items()}
    {'degree': [1.0, 0.5, 0.5], 'closeness': [1.0, 0.6, 0.6], 'betweenness': [1.0, 0.0, 0.0]}
    """
    found = {}
    for key in CENTRALITIES:
        try:
            found[key] = centrality(observed.signed, key)
        except TooLongError:
            nodes, edges = sum(observed.signed.shape), int(observed.signed.sum())
            warn(
                f"{key} of {nodes:,} nodes with {edges:,} edges would take very long, and is left "
                "out"
            )
            found[key] = np.full(len(observed.signed), np.nan)
    return found


def centrality(signed: Truths, which: str, times: int = 1) -> Floats:
    """Return one centrality of each signatory, or raise an error where it would take very long.

    Parameters
    ----------
    signed : bool array, shape (signatories, statements)
    which : {"degree", "closeness", "betweenness"}
    times : int
        How often it is to be worked out.

    Examples
    --------
    >>> centrality(np.array([[1, 1], [1, 0], [0, 1]], bool), "betweenness").tolist()
    [1.0, 0.0, 0.0]
    """
    return CENTRALITIES[which](signed, times)


def _degree(signed: Truths, _: int) -> Floats:
    """Return which share of the statements each signed."""
    share: Floats = signed.sum(axis=1) / max(1, signed.shape[1])
    return share


def _closeness(signed: Truths, times: int) -> Floats:
    """Return how near those are whom each can reach, and how many of all these are.

    Those it can reach are as near as can be where they are two steps away (signatories), or one.
    """
    size, statements = signed.shape
    reached, whole, nearest = np.zeros((3, size))
    for begin in _begins(size, signed):
        for step, paths in enumerate(_ways(signed, begin, 0, times * size)):
            there = (paths > 0).sum(axis=1)
            reached[begin] += there
            whole[begin] += step * there
            nearest[begin] += (2 - step % 2) * there
    share = (reached - 1) / max(1, size + statements - 1)
    return np.where(whole > 0, (nearest - 2) / np.maximum(1, whole) * share, 0)  # less itself


def _betweenness(signed: Truths, times: int) -> Floats:
    """Return which share of the shortest ways between two nodes leads through each signatory.

    References
    ----------
    U. Brandes (2001), "A faster algorithm for betweenness centrality",
    https://doi.org/10.1080/0022250X.2001.9990249
    """
    size, statements = signed.shape
    through = np.zeros(size)
    for side, number in enumerate(signed.shape):
        for begin in _begins(number, signed):
            through += _through(signed, begin, side, times * sum(signed.shape))
    if not statements or not size:
        return through
    # What leads through one signatory at most.
    s, t = divmod(size - 1, statements)
    most = statements**2 * (s + 1) ** 2 + statements * (s + 1) * (2 * t - s - 1)
    most -= t * (2 * s - t + 3)
    return through / most if most else through


def _through(signed: Truths, begin: Integers, side: int, begins: int) -> Floats:
    """Return how many of the ways from some nodes lead through each signatory.

    What lies behind a node is added up from the far ends.
    """
    onward = _onward(signed)
    steps = [*_ways(signed, begin, side, begins)]
    through, behind = np.zeros(len(signed)), np.zeros_like(steps[-1])
    for step in range(len(steps) - 1, 1, -1):
        paths, at = steps[step], (side + step) % 2
        share = np.divide(1 + behind, paths, out=np.zeros_like(paths), where=paths > 0)
        behind = steps[step - 1] * (share @ onward[at])
        if at:  # from a statement: before it there are signatories
            through += behind.sum(axis=0)
    return through


def _ways(signed: Truths, begin: Integers, side: int, begins: int) -> Iterator[Floats]:
    """Yield, step by step, how many shortest ways lead from some nodes to each one of that step.

    Parameters
    ----------
    signed : bool array, shape (signatories, statements)
    begin : int array
        Where they begin: some signatories (``side`` 0), or statements (1).
    side, begins : int
        On which side; at how many nodes ways begin in all, however often.

    Yields
    ------
    array, shape (those where ways begin, nodes of one side), signatories and statements in turn
    """
    onward, at, step = _onward(signed), side, 0
    unseen = [np.ones((len(begin), many)) for many in signed.shape]
    paths = np.zeros_like(unseen[at])
    paths[np.arange(len(begin)), begin] = 1
    while paths.any():
        unseen[at][paths > 0] = 0
        yield paths
        step += 1
        if step * begins * signed.size > MOST:
            raise TooLongError
        paths = (paths @ onward[at]) * unseen[1 - at]
        at = 1 - at


def _onward(signed: Truths) -> tuple[Floats, Floats]:
    """Return what leads from signatories to statements, and back."""
    full = signed.astype(float)
    return full, full.T


def _begins(number: int, signed: Truths) -> list[Integers]:
    """Return nodes of one side, as many at a time as are kept at a time."""
    at_a_time = max(1, _CELLS // max(1, sum(signed.shape)))
    return [
        np.arange(begin, min(begin + at_a_time, number), dtype=np.int64)
        for begin in range(0, number, at_a_time)
    ]


#: Name → what it is of each signatory, by who signed what.
CENTRALITIES: dict[str, Callable[[Truths, int], Floats]] = {
    "degree": _degree,
    "closeness": _closeness,
    "betweenness": _betweenness,
}


def participation(observed: Observed, communities: Integers) -> Floats:
    r"""Return how evenly what each shares is spread over the communities: 0 to 1.

    .. math:: P_i = 1 - \sum_c (k_{ic} / k_i)^2

    of what it shares with the members of each community (-1 for who is in none), and with all. Who
    shares nothing has none.

    References
    ----------
    R. Guimerà and L. A. N. Amaral (2005), "Functional cartography of complex metabolic networks",
    https://doi.org/10.1038/nature03288

    Examples
    --------
    >>> from coalitions.graphs.nullmodels import Observed
    >>> three = Observed(np.array([[1, 1], [1, 0], [0, 1]], bool), np.array([3, 3]))
    >>> participation(three, np.array([0, 0, 1])).tolist()
    [0.5, 0.0, 0.0]
    """
    signed = observed.signed.astype(float)
    kinds = np.unique(communities)
    members = (communities[:, None] == kinds).astype(float)
    shared = signed @ (signed.T @ members)
    shared -= members * signed.sum(axis=1, keepdims=True)  # not with itself
    whole = shared.sum(axis=1)
    found = np.full(len(whole), np.nan)
    there = whole > 0
    found[there] = 1 - ((shared[there] / whole[there, None]) ** 2).sum(axis=1)
    return found
