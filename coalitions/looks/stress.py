"""How far groups of a graph stand apart, and the plane that keeps these distances best."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import scipy

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Points = NDArray[np.float64]


def distances(lengths: csr_array[np.float64], radius: Points) -> Points:
    """Return path lengths between groups plus their radii.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> distances(csr_array([[0.0, 1.5], [1.5, 0.0]]), np.ones(2)).tolist()
    [[0.0, 2.0], [2.0, 0.0]]
    """
    distance: Points = scipy.sparse.csgraph.dijkstra(lengths, directed=False)
    distance += 0.25 * (radius[:, None] + radius[None])
    np.fill_diagonal(distance, 0)
    return distance


def by_stress(distance: Points) -> Points:
    """Return the places that keep distances best, the one farthest out to the left.

    They take long, and are kept: a figure, a page and files of one graph have the same.

    References
    ----------
    T. Kamada and S. Kawai (1989), "An algorithm for drawing general undirected graphs",
    https://doi.org/10.1016/0020-0190(89)90102-6

    Examples
    --------
    >>> by_stress(np.array([[0.0, 2.0], [2.0, 0.0]]))[:, 0].round(6).tolist()
    [-1.0, 1.0]
    """
    return _by_stress(distance.tobytes(), len(distance))


@lru_cache(maxsize=8)
def _by_stress(distances: bytes, n: int) -> Points:
    distance = np.frombuffer(distances).reshape(n, n)
    start = _classical_scaling(distance)
    quotient: nx.Graph[int] = nx.empty_graph(n)
    apart = {i: dict(enumerate(row)) for i, row in enumerate(distance.tolist())}
    stress = nx.kamada_kawai_layout(quotient, dist=apart, pos=dict(enumerate(start)))
    found = _along_the_page(np.array([stress[i] for i in range(n)]))
    found.setflags(write=False)
    return found


def _classical_scaling(distance: Points) -> Points:
    """Return the plane that keeps the distances best in squares: where stress begins."""
    n = len(distance)
    centring = np.eye(n) - 1 / n
    values, vectors = np.linalg.eigh(-centring @ distance**2 @ centring / 2)
    plane = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    signs = np.sign(
        plane[np.abs(plane).argmax(0), [0, 1]]
    )  # eigenvectors have no sign of their own
    angle = np.arange(n) * 2.399963  # so that no two groups begin in the same place
    start: Points = plane * signs + 1e-3 * np.column_stack([np.cos(angle), np.sin(angle)])
    return start


def _along_the_page(points: Points) -> Points:
    """Turn the points so that they spread most along x, the first of them to the left."""
    points = points - points.mean(0)
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    turned = points @ axes.T
    far = np.abs(turned).argmax(0)
    facing: Points = turned * np.where(turned[far, [0, 1]] > 0, -1, 1)
    return facing
