"""The same corpus as three plain graphs: two-mode, and its two projections.

Each is an ``nx.Graph`` with text and plain numbers as attributes, never None, NaN or a date:

- node: ``kind`` (``statement``/``signatory``), ``label``, ``group``, ``count`` (absent where
  neither a name nor a count is known), ``side`` (absent where no stance is recorded), ``start``; a
  signatory also ``name`` and ``status`` (``member``, ``observer``, ``non-member`` of the United
  Nations; else what the column ``kind`` says); a statement also ``stance``, ``date``, ``event``,
  ``declared`` (absent where no count is declared), ``named``, ``title``, ``source_url``, ``notes``,
  and ``about`` where it is given;
  and the further columns of its table, with ``statement_`` or ``signatory_`` before a name that is
  one of these;
- edge: ``kind``, ``shared`` (≥ 1), ``weight``, ``start``; in the projections ``jaccard`` and
  ``overlap_coefficient`` of the named lists; in the co-signing graph ``dates``;
- graph: ``kind``, ``members`` (``states`` or ``any``), ``noun`` and ``noun_plural`` (what they are
  called), ``universe`` (how many could have signed), ``assumed`` (true where nobody said so, and
  the universe is only who is named and unnamed here: no number is a share of it; else absent),
  ``dated`` (true where not all of them could have signed each statement, since the statements are
  of different times; else absent) and ``apart`` (how many of those are named and no member or
  observer of the United Nations), ``sides`` (in order, with ; between; absent where they are
  ``support`` and ``critical``),
  ``method``, ``completeness``, ``source``, ``last_date``.

``start`` (``YYYY-MM-DD``) is the date from which a node or edge is there: a statement and its
signatures from the statement's date, a signatory from its first statement, a co-signing tie from
the first shared statement, an overlap from the later of its two. It is empty where that is not
known, because a statement has no date: such a node or edge is always there. ``dates`` are those of
the shared statements, in order, separated by blanks; it leaves out the ones without a date, so that
``shared`` may be more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from coalitions.corpus import (
    overlap_between,
    refuse_no_corpus,
)
from coalitions.errors import ChoiceError, told
from coalitions.graphs.furthercolumns import further_columns
from coalitions.graphs.nodes import Attributes, empty_graph, signatory_nodes, statement_nodes
from coalitions.graphs.sharing import shared_edges

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalitions.corpus import Corpus


#: What each graph is, for the methods; graphs say it too, with the threshold that they keep to.
METHODS = {
    "two-mode": "Two-mode network: an edge joins a signatory to each statement under which it is "
    "named.",
    "cosigning": "Co-signing network: an edge joins two signatories named under the same "
    "statement; its weight is the number of such statements, a lower bound where lists are "
    "partial.",
    "statements": "Overlap network of statements: an edge joins two statements that share a named "
    "signatory; its weight is the number shared, with exact bounds where lists are partial.",
}


def two_mode_graph(corpus: Corpus) -> nx.Graph[str]:
    """Return statements and signatories, with an edge where a signatory is named.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    nx.Graph
        Every statement, and every signatory named under one. Edges have ``kind`` ``signed``,
        ``shared`` 1, ``weight`` 1.0, ``role`` and ``start``.

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
    refuse_no_corpus(corpus)
    graph = empty_graph(corpus, "two-mode", METHODS["two-mode"])
    graph.add_nodes_from(statement_nodes(corpus))
    graph.add_nodes_from(signatory_nodes(corpus))
    signatures = corpus.signatures
    date = dict(zip(corpus.statements["statement_id"], corpus.statements["date"], strict=True))
    more = further_columns("signatures", signatures)
    graph.add_edges_from(
        (
            statement,
            signatory,
            _signed(role, date[statement]) | more.get((statement, signatory), {}),
        )
        for statement, signatory, role in zip(
            signatures["statement_id"], signatures["signatory"], signatures["role"], strict=True
        )
    )
    return graph


def _signed(role: str, date: str) -> Attributes:
    return {
        "kind": "signed",
        "shared": 1,
        "weight": 1.0,
        "role": role or "signatory",
        "start": date,
    }


def cosigning_graph(corpus: Corpus, *, min_shared: int = 1) -> nx.Graph[str]:
    r"""Return signatories, with an edge where two are named under the same statement.

    ``shared`` counts the statements under which both are named, ``jaccard`` divides it by those
    under which either is, ``overlap_coefficient`` by the smaller of the two records.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int
        Fewest statements that a pair must share to be joined; no signatory is left out.

    Returns
    -------
    nx.Graph
        Signatories named at least once. ``weight`` is ``shared``; edges have ``kind``
        ``co-signed``, ``start`` and ``dates``. Where lists are partial, ``shared`` is a lower
        bound.

    Raises
    ------
    CoalitionsError
        More than 2,000,000 ties, or more than the memory holds: they grow with the square of a
        list. They are counted before any is built; the message says which ``min_shared`` fits.

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
    refuse_no_corpus(corpus)
    graph = empty_graph(
        corpus,
        "co-signing",
        METHODS["cosigning"] + _threshold(min_shared, "statements"),
    )
    graph.add_nodes_from(signatory_nodes(corpus))
    keys, under = list(corpus.records.rows), list(map(set, corpus.records.positions))
    dates = corpus.statements["date"].to_numpy(dtype=object)
    for i, j, edge in shared_edges(corpus.records, min_shared):
        shared = sorted(dates[n] for n in under[i] & under[j])
        edge["start"], edge["dates"] = shared[0], " ".join(filter(None, shared))
        graph.add_edge(keys[i], keys[j], kind="co-signed", **edge)
    return graph


def cosigning_multigraph(corpus: Corpus, *, min_shared: int = 1) -> nx.MultiGraph[str]:
    """Return signatories, with an edge for each statement under which two are named.

    The nodes are those of `cosigning_graph`, whose places and colours fit this graph too.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int
        Fewest statements that a pair must share to be joined; no signatory is left out.

    Returns
    -------
    nx.MultiGraph
        The statement is the key and the ``kind`` of an edge; ``shared`` is 1, ``weight`` 1.0,
        ``start`` the statement's date.

    Examples
    --------
    >>> from coalitions import load
    >>> graph = cosigning_multigraph(load("un-china"), min_shared=2)
    >>> min(graph.number_of_edges(a, b) for a, b in graph.edges())
    2
    """
    graph: nx.MultiGraph[str] = nx.MultiGraph(
        empty_graph(
            corpus,
            "co-signing",
            "Co-signing network, statement by statement: an edge joins two signatories for each "
            "statement under which both are named." + _threshold(min_shared, "statements"),
        )
    )
    graph.add_nodes_from(signatory_nodes(corpus))
    keys, under = list(corpus.records.rows), list(map(set, corpus.records.positions))
    statements = corpus.statements[["statement_id", "date"]].to_numpy(dtype=object)
    for i, j, _ in shared_edges(corpus.records, min_shared, parallel=True):
        for key, date in (statements[n] for n in sorted(under[i] & under[j])):
            about: Attributes = {"kind": key, "shared": 1, "weight": 1.0, "start": date}
            graph.add_edge(keys[i], keys[j], key, **about)
    return graph


def _threshold(min_shared: int, what: str) -> str:
    """Say what is left out, in words; refuse what is no number of shared ones."""
    if not isinstance(min_shared, (int, np.integer)) or isinstance(min_shared, bool):
        raise ChoiceError(f"`min_shared` {told(min_shared)}: expected a whole number, such as 2")
    return f" Pairs that share fewer than {min_shared} {what} are not joined." * (min_shared > 1)


def statement_graph(corpus: Corpus, *, min_shared: int = 1) -> nx.Graph[str]:
    """Return statements, with an edge where two share a named signatory.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int
        Fewest named signatories that a pair must share to be joined; no statement is left out.

    Returns
    -------
    nx.Graph
        Every statement. Edges have ``kind`` ``overlap``; ``shared`` and ``weight`` are the number
        of signatories named under both, ``shared_min`` and ``shared_max`` what the lists allow,
        ``jaccard_min`` and ``jaccard_max`` likewise; ``jaccard`` and ``overlap_coefficient`` are
        those of the named lists; ``start`` is the later of the two dates.

    Examples
    --------
    >>> from coalitions import load
    >>> graph = statement_graph(load("unga75"))
    >>> edge = graph.edges["2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"]
    >>> edge["shared"], edge["shared_min"], edge["shared_max"]
    (19, 19, 45)
    """
    refuse_no_corpus(corpus)
    graph = empty_graph(
        corpus,
        "statements",
        METHODS["statements"] + _threshold(min_shared, "named signatories"),
    )
    graph.add_nodes_from(statement_nodes(corpus))
    ids, dates = list(corpus.lists.rows), corpus.statements["date"].tolist()
    unnamed = corpus.unnamed.to_numpy(np.int64)
    size = (corpus.lists.sizes + unnamed).tolist()
    for i, j, edge in shared_edges(corpus.lists, min_shared):
        pair = np.array(i), np.array(j), np.array(edge["shared"])
        low, high = map(int, overlap_between(corpus, pair, (unnamed[i], unnamed[j])))
        a, b, sizes = ids[i], ids[j], size[i] + size[j]
        graph.add_edge(
            a,
            b,
            kind="overlap",
            **edge,
            start=max(dates[i], dates[j]),
            shared_min=int(low),
            shared_max=int(high),
            jaccard_min=float(low / (sizes - low)),
            jaccard_max=float(high / (sizes - high)),
        )
    return graph


#: Name of a graph, as files and the command line use it → what builds it.
GRAPHS: dict[str, Callable[..., nx.Graph[str]]] = {
    "two-mode": two_mode_graph,
    "cosigning": cosigning_graph,
    "statements": statement_graph,
}
