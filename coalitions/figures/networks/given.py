"""What a network is drawn of: a corpus, or a graph by the contract, with or without looks."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coalitions.corpus import Corpus
from coalitions.errors import GraphError, refuse_no_graph, told
from coalitions.figures.kit import least_shared
from coalitions.findings import Words, graph_words, words
from coalitions.looks import looks_on

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    import pandas as pd

    from coalitions.figures.kit import Key
    from coalitions.looks import Look

#: What there is none of, where somebody asks for ties of too many statements.
NONE_TOGETHER = "no two are named together under {} statements"
#: Room that a label takes below its node, and above the highest one (points).
UNDER = 36.0
#: How often a layout is tried for a wider body, each time a little smaller than it must be.
TRIES, SPARE = 4, 0.97
#: What a table of looks must hold.
COLUMNS = ("x", "y", "colour", "size", "label", "kind")


class Given(NamedTuple):
    """What is drawn, and how its nodes look where somebody says so."""

    corpus: Corpus | None
    graph: nx.Graph[str]
    looks: pd.DataFrame | None
    seed: int
    #: How many nodes there are, of which some may be left out.
    every: int

    def table(self, look: Look) -> pd.DataFrame:
        """Return the looks of the nodes: those that are given, or ours."""
        if self.looks is None:
            return looks_on(self.graph, look, seed=self.seed)
        return self.looks.loc[list(self.graph), list(COLUMNS)].copy()

    def fitted(self, look: Look, most: float) -> pd.DataFrame:
        """Return the looks of the nodes, no higher than there is room for them (points).

        Those that are too high are laid out for a wider body, and all of it is drawn smaller; so
        are looks that are given, as they are.
        """
        table, scale = self.table(look), 1.0
        for n in range(TRIES):
            tall = _height(table)
            if tall <= most:
                return table
            # A wider body is a lower one; where it is not, it must be as much smaller.
            scale *= (most / tall if n else math.sqrt(most / tall)) * SPARE
            if self.looks is None:
                table = self.table(replace(look, width=look.width / scale))
                table[["x", "y", "size"]] *= scale
            else:
                table[["x", "y", "size"]] *= most / tall * SPARE
        return table

    def keys(self, keys: list[Key]) -> list[Key]:
        """Return the keys to colours that are there: looks of one's own may have others."""
        if self.looks is None:
            return keys
        there = set(self.looks["colour"])
        return [key for key in keys if not key.colour or key.colour in there]

    def of_ties(self, min_shared: int | None) -> Given:
        """Return a co-signing network without weaker ties, and without those who have none left."""
        if min_shared is None:
            return self
        shared = {(a, b): int(edge["shared"]) for a, b, edge in self.graph.edges(data=True)}
        least = least_shared(min_shared, max(shared.values(), default=0), NONE_TOGETHER)
        graph = self.graph.copy()
        graph.remove_edges_from([tie for tie, number in shared.items() if number < least])
        graph.remove_nodes_from([node for node, ties in dict(graph.degree).items() if not ties])
        return self._replace(graph=graph)

    def of_named(self, min_shared: int | None) -> Given:
        """Return a two-mode network without those who are named under fewer statements."""
        if min_shared is None:
            return self
        signatories = [n for n, data in self.graph.nodes.items() if data["kind"] != "statement"]
        under = {node: self.graph.degree[node] for node in signatories}
        most = max(under.values(), default=0)
        least = least_shared(min_shared, most, "nobody is named under {} statements")
        graph = self.graph.copy()
        graph.remove_nodes_from([node for node, number in under.items() if number < least])
        return self._replace(graph=graph)

    def words(self, title: str, what: str, notes: tuple[str, ...], data: str) -> Words:
        """Return the words around the figure, from the corpus or from what the graph says."""
        if self.corpus is None:
            return graph_words(self.graph, title, what=what, notes=notes, data=data)
        return words(self.corpus, title, what=what, notes=notes, data=data)


def _height(table: pd.DataFrame) -> float:
    """Return how high nodes stand with the labels below them (points)."""
    low, high = (table["y"] - table["size"] / 2).min(), (table["y"] + table["size"] / 2).max()
    return float(high - low) + UNDER


def given(
    what: Corpus | nx.Graph[str],
    build: Callable[[Corpus], nx.Graph[str]],
    kind: str,
    looks: pd.DataFrame | None,
    seed: int,
) -> Given:
    """Return what is to be drawn; refuse a graph of another kind, and looks that lack a node."""
    whole = build(what) if isinstance(what, Corpus) else what
    refuse_no_graph(whole)
    is_kind = whole.graph.get("kind", "of no kind")
    if is_kind != kind:
        raise GraphError(
            f"graph: it is {is_kind}, expected {kind}: draw_network takes a two_mode_graph, "
            "draw_cosigning a cosigning_graph"
        )
    found = Given(what if isinstance(what, Corpus) else None, whole, looks, seed, len(whole))
    if looks is None:
        return found
    if not hasattr(looks, "columns") or not hasattr(looks, "index"):
        raise GraphError(f"looks: {told(looks)}: expected a table: make it with node_looks(graph)")
    if absent := [column for column in COLUMNS if column not in looks]:
        raise GraphError(f"looks: no column {', '.join(absent)}: make it with node_looks(graph)")
    if lost := [node for node in found.graph if node not in looks.index]:
        raise GraphError(
            f"looks: no row for {len(lost)} of {len(found.graph)} nodes, the first being "
            f'"{lost[0]}": expected one row a node; make it with node_looks(graph)'
        )
    return found
