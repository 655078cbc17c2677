"""How central each signatory is in the two-mode network, and how far its ties are spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from coalitions.errors import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Nodes times edges up to which what takes long is worked out: half a minute or so.
MOST = {"betweenness": 10**7, "closeness": 2 * 10**8}


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
    size, statements = observed.signed.shape
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size + statements))
    rows, columns = np.nonzero(observed.signed)
    graph.add_edges_from(zip(rows.tolist(), (size + columns).tolist(), strict=True))
    signatories = list(range(size))
    work = len(graph) * graph.number_of_edges()
    ways: dict[str, Callable[..., dict[int, float]]] = {
        "degree": nx.bipartite.degree_centrality,
        "closeness": nx.bipartite.closeness_centrality,
        "betweenness": nx.bipartite.betweenness_centrality,
    }
    found: dict[str, dict[int, float]] = {}
    for key, way in ways.items():
        if work > MOST.get(key, work):
            warn(
                f"{key} of {len(graph):,} nodes with {graph.number_of_edges():,} edges would take "
                "very long, and is left out"
            )
            found[key] = {}
            continue
        try:
            found[key] = way(graph, signatories)
        except ZeroDivisionError:  # of so few nobody can stand between others
            found[key] = dict.fromkeys(signatories, 0.0)
    return {
        key: np.array([each.get(n, np.nan) for n in signatories], np.float64)
        for key, each in found.items()
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
