"""What a two-mode network shows of more than can be told apart on its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.findings import are_one_circle, no_room_for_fewest, no_room_for_smaller

if TYPE_CHECKING:
    from collections.abc import Collection

    import networkx as nx

    from coalitions.figures.kit import Size

#: Statements that are drawn, at most, and circles.
ROOM_FOR: dict[Size, tuple[int, int]] = {
    "page": (60, 2_000),
    "column": (40, 1_000),
    "slide": (40, 1_000),
    "poster": (120, 3_000),
}


class Shown(NamedTuple):
    """What is drawn of a network, and what is said of the rest."""

    graph: nx.Graph[str]
    notes: tuple[str, ...] = ()


def with_room(graph: nx.Graph[str], size: Size) -> Shown:
    """Return the statements that name most, and their signatories: alike in one circle if many.

    Parameters
    ----------
    graph : nx.Graph
        A ``two_mode_graph``.
    size : {"page", "column", "slide", "poster"}
        Which says how many have room; of no more than that, all are drawn.
    """
    statements, circles = ROOM_FOR.get(size, ROOM_FOR["page"])
    shown, notes = _largest(graph, statements)
    if len(shown) - statements > circles:
        together = _together(shown)
        fewest = _named_least(together, circles)
        shown = _part(together, together.nodes - fewest)
        many = sum(together.nodes[node]["count"] for node in fewest)
        named = dict(together.degree)
        least = min(named[node] for node in _of_kind(shown, "signatory"))
        left = [named[node] for node in fewest]
        notes = (*notes, are_one_circle(), *no_room_for_fewest(many, least, left))
    return Shown(shown, notes)


def _largest(graph: nx.Graph[str], most: int) -> Shown:
    """Return the statements that name most, so many at most, and whoever they name."""
    statements = _of_kind(graph, "statement")
    if len(statements) <= most:
        return Shown(graph)
    named = dict(graph.degree(statements))
    kept = set(sorted(statements, key=lambda node: -named[node])[:most])
    there = kept.union(*(graph[node] for node in kept))
    shown = _part(graph, there)
    left = [named[node] for node in statements if node not in kept]
    return Shown(shown, (no_room_for_smaller([named[node] for node in kept], left),))


def _together(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return one circle for all who are named under the same statements, as large as they are many.

    ``count`` is then how many they are, which says how large a circle is.
    """
    groups: dict[frozenset[str], list[str]] = {}
    for node in _of_kind(graph, "signatory"):
        groups.setdefault(frozenset(graph[node]), []).append(node)
    kept = {*_of_kind(graph, "statement"), *(group[0] for group in groups.values())}
    found = _part(graph, kept)
    for first, *others in groups.values():
        found.nodes[first]["count"] = 1 + len(others)
        if others:
            found.nodes[first]["label"] = f"{1 + len(others):,} alike"
    return found


def _part(graph: nx.Graph[str], kept: Collection[str]) -> nx.Graph[str]:
    """Return some nodes of a graph and the edges between them, in its order.

    A ``subgraph`` of few nodes has the order of a set, which is another one every time.
    """
    found: nx.Graph[str] = graph.__class__(**graph.graph)
    found.add_nodes_from((node, data) for node, data in graph.nodes.items() if node in kept)
    found.add_edges_from((a, b, d) for a, b, d in graph.edges(data=True) if a in kept and b in kept)
    return found


def _named_least(graph: nx.Graph[str], most: int) -> set[str]:
    """Return the circles beyond so many: those named under fewest statements."""
    circles = _of_kind(graph, "signatory")
    return set(sorted(circles, key=lambda node: -graph.degree[node])[most:])


def _of_kind(graph: nx.Graph[str], kind: str) -> list[str]:
    return [node for node, data in graph.nodes.items() if data["kind"] == kind]
