"""What the page says of a graph as a whole: who could have signed, sides, what all are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.corpus import SIGNATORY
from coalitions.looks import BOTH, KNOWN_PAIRS, SEVERAL, SIDE_NAMES, side_names, sides_of

if TYPE_CHECKING:
    import networkx as nx

#: The ``status`` of who is named beside states and is none.
APART = "non-member"
#: Attributes of a graph that hold what its signatories are called, one and many.
_NOUN = ("noun", "noun_plural")


def apart_number(graph: nx.Graph[Any]) -> int:
    """Return how many of the signatories, counted among all that could have signed, are no states.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.

    Returns
    -------
    int
        As the graph says, or else those whose ``status`` is that of no member or observer.
    """
    here = [node for _, node in graph.nodes(data=True) if node.get("status", "") == APART]
    return max(len(here), int(graph.graph.get("apart", 0)))


def graph_record(graph: nx.Graph[Any]) -> dict[str, Any]:
    """Return what the page says of the graph as a whole.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.

    Returns
    -------
    dict
        ``kind``, ``universe``, ``assumed`` (only where nobody said who could have signed),
        ``dated`` (only where who could differs from statement to statement),
        ``method``, ``source``, ``completeness``, ``last_date``;
        ``sides``: what each side is called; ``noun``: what signatories are called, one and many.
    """
    given = int(graph.graph.get("universe", 0))
    return {
        "kind": graph.graph.get("kind", "two-mode"),
        # A corpus may name signatories beyond its universe; "N of M" must not have N above M.
        "universe": max(given, _known(graph) if given else _known(graph) + _unnamed(graph)),
        **({"assumed": True} if graph.graph.get("assumed") or not given else {}),
        **({"dated": True} if graph.graph.get("dated") else {}),
        "sides": _sides(graph),
        "noun": [graph.graph.get(name, word) for name, word in zip(_NOUN, SIGNATORY, strict=True)],
        **{
            name: graph.graph.get(name, "")
            for name in ("method", "source", "completeness", "last_date")
        },
    }


def _sides(graph: nx.Graph[Any]) -> dict[str, str]:
    """Return what the sides of a graph are called, in order, then those on more than one, on none.

    That two opposed sides are all there are, its nodes say: who is on both is so called there.
    """
    sides, found = sides_of(graph), {node.get("side", "") for _, node in graph.nodes(data=True)}
    if set(sides) <= set(KNOWN_PAIRS[0]):
        return SIDE_NAMES
    is_pair = len(sides) == 2 and SEVERAL not in found  # noqa: PLR2004 - a pair
    return side_names(sides, BOTH if is_pair else SEVERAL)


def _known(graph: nx.Graph[Any]) -> int:
    """Return how many signatories the graph has."""
    return sum(node.get("kind") != "statement" for _, node in graph.nodes(data=True))


def _unnamed(graph: nx.Graph[Any]) -> int:
    """Return how many are unnamed under all statements: each may be somebody of its own."""
    nodes = (node for _, node in graph.nodes(data=True) if node.get("kind") == "statement")
    return sum(max(0, node.get("declared", -1) - node.get("named", 0)) for node in nodes)


def are_states(graph: nx.Graph[Any]) -> bool:
    """Say whether the signatories are states: the graph says so, and nothing guesses it."""
    nodes = graph.nodes(data=True)
    signatories = any(node.get("kind") != "statement" for _, node in nodes)
    return signatories and graph.graph.get("members") == "states"


def is_two_mode(graph: nx.Graph[Any]) -> bool:
    """Say whether every edge joins a statement and a signatory, and there are edges."""
    of = {key: node.get("kind") == "statement" for key, node in graph.nodes(data=True)}
    return bool(graph.size()) and all(of[one] != of[other] for one, other in graph.edges)
