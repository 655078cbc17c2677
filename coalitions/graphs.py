"""The same corpus as three plain graphs: two-mode, and its two projections.

Each is an ``nx.Graph`` with text and plain numbers as attributes, never None, NaN or a date:

- node: ``kind`` (``statement``/``signatory``), ``label``, ``group``, ``count``, ``side``; a
  signatory also ``name``; a statement also ``stance``, ``date``, ``declared`` (−1 where no count
  is declared), ``named``, ``title``, ``source_url``;
- edge: ``kind``, ``shared`` (≥ 1), ``weight``; in the projections ``jaccard`` and
  ``overlap_coefficient`` of the named lists;
- graph: ``kind``, ``universe``, ``method``, ``completeness``, ``source``, ``last_date``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd

from coalitions.bounds import overlap_bounds
from coalitions.incidence import shared_counts
from coalitions.provenance import completeness, dates, source, statement_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

Attributes = dict[str, Any]


def two_mode_graph(corpus: Corpus) -> nx.Graph[str]:
    """Return statements and signatories, with an edge where a signatory is named.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    nx.Graph
        Every statement, and every signatory named under one. Edges have ``kind`` ``signed``,
        ``shared`` 1, ``weight`` 1.0 and ``role``.

    References
    ----------
    S. P. Borgatti and M. G. Everett (1997), "Network analysis of 2-mode data",
    https://doi.org/10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> from coalitions import load
    >>> graph = two_mode_graph(load("unga75"))
    >>> len(graph), graph.size(), graph.degree["CUB"]
    (95, 110, 1)
    """
    graph = _empty(
        corpus,
        "two-mode",
        "Two-mode network: an edge joins a signatory to each statement under which it is named.",
    )
    graph.add_nodes_from(_statement_nodes(corpus))
    graph.add_nodes_from(_signatory_nodes(corpus))
    signatures = corpus.signatures
    graph.add_edges_from(
        (statement, signatory, _signed(role))
        for statement, signatory, role in zip(
            signatures["statement_id"], signatures["signatory"], signatures["role"], strict=True
        )
    )
    return graph


def _signed(role: str) -> Attributes:
    return {"kind": "signed", "shared": 1, "weight": 1.0, "role": role or "signatory"}


def cosigning_graph(corpus: Corpus) -> nx.Graph[str]:
    r"""Return signatories, with an edge where two are named under the same statement.

    ``shared`` counts the statements under which both are named, ``jaccard`` divides it by those
    under which either is, ``overlap_coefficient`` by the smaller of the two records.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    nx.Graph
        Signatories named at least once. ``weight`` is ``shared``; edges have ``kind``
        ``co-signed``. Where lists are partial, ``shared`` is a lower bound.

    References
    ----------
    S. P. Borgatti and M. G. Everett (1997), "Network analysis of 2-mode data",
    https://doi.org/10.1016/S0378-8733(96)00301-2

    Examples
    --------
    >>> from coalitions import load
    >>> cosigning_graph(load("unga75")).edges["CUB", "CHN"]["shared"]
    1
    """
    graph = _empty(
        corpus,
        "co-signing",
        "Co-signing network: an edge joins two signatories named under the same statement; "
        "its weight is the number of such statements, a lower bound where lists are partial.",
    )
    graph.add_nodes_from(_signatory_nodes(corpus))
    named = corpus.incidence.to_numpy(bool).T
    for a, b, edge in _shared_edges(list(corpus.incidence.columns), named):
        graph.add_edge(a, b, kind="co-signed", **edge)
    return graph


def statement_graph(corpus: Corpus) -> nx.Graph[str]:
    """Return statements, with an edge where two share a named signatory.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    nx.Graph
        Every statement. Edges have ``kind`` ``overlap``; ``shared`` and ``weight`` are the number
        of signatories named under both, ``shared_min`` and ``shared_max`` what the lists allow,
        ``jaccard_min`` and ``jaccard_max`` likewise; ``jaccard`` and ``overlap_coefficient`` are
        those of the named lists.

    Examples
    --------
    >>> from coalitions import load
    >>> graph = statement_graph(load("unga75"))
    >>> edge = graph.edges["2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"]
    >>> edge["shared"], edge["shared_min"], edge["shared_max"]
    (19, 19, 45)
    """
    graph = _empty(
        corpus,
        "statements",
        "Overlap network of statements: an edge joins two statements that share a named "
        "signatory; its weight is the number shared, with exact bounds where lists are partial.",
    )
    graph.add_nodes_from(_statement_nodes(corpus))
    ids = list(corpus.incidence.index)
    named, unnamed = corpus.named.to_dict(), corpus.unnamed.to_dict()
    for a, b, edge in _shared_edges(ids, corpus.incidence.to_numpy(bool)):
        both = edge["shared"]
        low, high = overlap_bounds(
            both, named[a] - both, named[b] - both, unnamed[a], unnamed[b], corpus.universe
        )
        sizes = named[a] + unnamed[a] + named[b] + unnamed[b]
        graph.add_edge(
            a,
            b,
            kind="overlap",
            **edge,
            shared_min=int(low),
            shared_max=int(high),
            jaccard_min=float(low / (sizes - low)),
            jaccard_max=float(high / (sizes - high)),
        )
    return graph


#: Name of a graph, as files and the command line use it → what builds it.
GRAPHS: dict[str, Callable[[Corpus], nx.Graph[str]]] = {
    "two-mode": two_mode_graph,
    "cosigning": cosigning_graph,
    "statements": statement_graph,
}


def _empty(corpus: Corpus, kind: str, method: str) -> nx.Graph[str]:
    return nx.Graph(
        kind=kind,
        universe=corpus.universe,
        method=method,
        completeness=completeness(corpus),
        source=source(corpus),
        last_date=dates(corpus)[1],
    )


def _statement_nodes(corpus: Corpus) -> Iterator[tuple[str, Attributes]]:
    labels, named, declared = statement_labels(corpus), corpus.named, corpus.declared
    for row in corpus.statements.to_dict("records"):
        key = str(row["statement_id"])
        count = None if pd.isna(declared[key]) else int(declared[key])
        yield (
            key,
            {
                "kind": "statement",
                "label": labels[key],
                "group": row["topic"],
                "count": int(named[key]) if count is None else count,
                "side": row["stance"] or "neither",
                "stance": row["stance"],
                "date": row["date"],
                "declared": -1 if count is None else count,
                "named": int(named[key]),
                "title": row["title"] or labels[key],
                "source_url": row["source_url"],
            },
        )


def _signatory_nodes(corpus: Corpus) -> Iterator[tuple[str, Attributes]]:
    counts = corpus.incidence.sum()
    sides = _sides(corpus)
    about = corpus.signatories.set_index("signatory")
    for key in corpus.incidence.columns:
        yield (
            key,
            {
                "kind": "signatory",
                "label": about["short"][key],
                "name": about["name"][key],
                "group": about["group"][key],
                "count": int(counts[key]),
                "side": sides[key],
            },
        )


def _sides(corpus: Corpus) -> dict[str, str]:
    """Return the side that each named signatory took over all statements of the corpus."""
    stance = corpus.statements["stance"].to_numpy()
    support = corpus.incidence[stance == "support"].any()
    critical = corpus.incidence[stance == "critical"].any()
    side = np.select(
        [support & critical, support, critical], ["both", "support", "critical"], "neither"
    )
    return dict(zip(corpus.incidence.columns, side.tolist(), strict=True))


def _shared_edges(
    keys: list[str], named: NDArray[np.bool_]
) -> Iterator[tuple[str, str, Attributes]]:
    """Yield every pair of rows that share a column, in the order of the rows."""
    shared = shared_counts(named)
    size = shared.diagonal()
    for i, j in zip(*np.nonzero(np.triu(shared, 1)), strict=True):
        both = int(shared[i, j])
        yield (
            keys[i],
            keys[j],
            {
                "shared": both,
                "weight": float(both),
                "jaccard": float(both / (size[i] + size[j] - both)),
                "overlap_coefficient": float(both / min(size[i], size[j])),
            },
        )
