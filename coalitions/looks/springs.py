"""Where very many groups stand: what is tied side by side, all of it spread over the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: How often all are moved, and how far at first (shares of the way).
ROUNDS, FIRST = 40, 0.5
#: Squares across the plane; those in one push as one.
SQUARES = 16
#: Vectors in which axes are looked for, how often they are set upright, and multiplied in between.
KEPT, POWERS, AT_ONCE = 8, 12, 5
#: How strongly all push each other apart, against what is tied pulling together.
PUSH = 0.35


def sprung(ties: csr_array[np.float64], seed: int) -> Points:
    """Return a place for each row of a matrix of ties, tied ones near each other.

    Places begin on the two axes that keep ties shortest: those of correspondence analysis, as far
    as ties are between statements and signatories. Then what is tied pulls together, and all push
    each other apart, those of a square of the plane as one: every round takes as long as there are
    ties and rows, not pairs of rows.

    Parameters
    ----------
    ties : sparse float array, shape (n, n)
        Symmetric; no row is empty.
    seed : int
        Where springs begin: how far from the axes.

    References
    ----------
    T. Qin and K. Rohe (2013), "Regularized spectral clustering under the degree-corrected
    stochastic blockmodel", https://papers.nips.cc/paper/5099
    T. M. J. Fruchterman and E. M. Reingold (1991), "Graph drawing by force-directed placement",
    https://doi.org/10.1002/spe.4380211102

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> two_pairs = np.kron(np.eye(2), np.ones((2, 2))) + 0.01
    >>> x, _ = sprung(csr_array(two_pairs), 0).T
    >>> bool(abs(x[0] - x[1]) < abs(x[0] - x[2]))
    True
    """
    strength = np.asarray(ties.sum(axis=1), float).ravel()
    places = _standard(_axes(ties, strength) + _scattered(len(strength), seed))
    for far in np.linspace(FIRST, 0.05, ROUNDS):
        middle = (ties @ places) / strength[:, None]
        places = _standard(places + far * (middle - places + PUSH * _pushed(places)))
    return places


def both_ways(values: Points, ends: NDArray[np.int64], n: int) -> csr_array[np.float64]:
    """Return a symmetric matrix of ties."""
    i, j = ends.T
    return csr_array((np.tile(values, 2), (np.append(i, j), np.append(j, i))), (n, n))


def _axes(ties: csr_array[np.float64], strength: Points) -> Points:
    """Return the two axes that keep ties shortest, beside the one on which all stand alike."""
    # A few ties more for each: else some that hardly anybody is tied to take an axis of their own.
    root = 1 / np.sqrt(strength + strength.mean())
    scaled = ties.multiply(root[:, None]).multiply(root[None]).tocsr()
    # Powers of the matrix leave what changes least from tie to tie; how many, is how far that
    # reaches, and not whether an end is found.
    found = np.random.default_rng(0).standard_normal((len(strength), min(KEPT, len(strength))))
    for _ in range(POWERS):
        for _ in range(AT_ONCE):
            found += scaled @ found
        found, _ = np.linalg.qr(found)
    _, turn = np.linalg.eigh(found.T @ (scaled @ found))
    axes: Points = (found @ turn)[:, [-2, -3]] * root[:, None]
    signs = np.sign(axes[np.abs(axes).argmax(0), [0, 1]])  # they have no sign of their own
    return _standard(axes * signs)


def _scattered(rows: int, seed: int) -> Points:
    return 0.05 * np.random.default_rng(seed).standard_normal((rows, 2))


def _standard(places: Points) -> Points:
    """Return places around 0, as far from it as 1 on each axis, the far ones drawn nearer."""
    places = places - places.mean(0)
    places = places / np.maximum(places.std(0), 1e-12)
    return np.clip(places, -3, 3)


def _pushed(places: Points) -> Points:
    """Return how all others push each away, those of a square from its middle."""
    low, wide = places.min(0), np.maximum(np.ptp(places, axis=0), 1e-12)
    column = np.minimum((places - low) / wide * SQUARES, SQUARES - 1).astype(np.int64)
    square = column[:, 0] * SQUARES + column[:, 1]
    count = np.bincount(square, minlength=SQUARES**2).astype(float)
    there = count > 0
    middles = np.column_stack(
        [np.bincount(square, each, SQUARES**2)[there] / count[there] for each in places.T]
    )
    share = count[there] / len(places)
    apart = (places**2).sum(1)[:, None] + (middles**2).sum(1)[None] - 2 * places @ middles.T
    weight = share / (np.maximum(apart, 0) + (wide.max() / SQUARES) ** 2)
    push: Points = places * weight.sum(1)[:, None] - weight @ middles
    return push
