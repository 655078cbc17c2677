"""A graph as a file can hold it: plain values, one type a column, no name used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from coalitions.export.columns import (
    AttributeReader,
    check_graph,
    edge_blocks,
    node_blocks,
    node_ids,
    refuse,
)
from coalitions.export.placing import placed
from coalitions.export.values import plain, text_of, titles
from coalitions.files import legible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import pandas as pd

    from coalitions.export.columns import Block, Found, Graph
    from coalitions.export.values import Scalar

# What looks add to a node.
PLACE = ("x", "y", "colour", "size")


def plain_graph(
    graph: Graph, looks: pd.DataFrame | None, taken: Mapping[str, Collection[str]]
) -> Graph:
    """Return a copy of a graph with plain attributes, and its looks among the nodes' attributes.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract. It is not changed.
    looks : DataFrame or None
        Node looks; they become the node attributes ``x``, ``y``, ``colour``, ``size``.
    taken : mapping of str to collection of str
        Names that the format keeps for itself among attributes of the ``graph``, ``nodes`` and
        ``edges``: an attribute of such a name is given a number.

    Returns
    -------
    nx.Graph
        Same nodes and edges in the same order; values of one type a column, none missing.

    Raises
    ------
    GraphError
        The graph or the looks break the contract.

    Examples
    --------
    >>> graph = nx.Graph()
    >>> graph.add_node("CUB", id=7, share=float("nan"))
    >>> dict(plain_graph(graph, None, {"nodes": ["id"]}).nodes(data=True))
    {'CUB': {'id (2)': 7}}
    """
    check_graph(graph)
    look = placed(graph, looks)
    nodes, edges = AttributeReader(), AttributeReader()
    node_columns = [(block, nodes.read(block)) for block in node_blocks(graph)]
    edge_columns = [(block, edges.read(block)) for block in edge_blocks(graph)]
    refuse([*nodes.faults, *edges.faults])

    ids = node_ids(graph)
    copy: Graph = nx.Graph()
    copy.graph.update(_graph_attributes(graph, taken.get("graph", ())))
    names = _titles(nodes, {*taken.get("nodes", ()), *(PLACE if look is not None else ())})
    for (node,), data in _rows(node_columns, nodes, names):
        copy.add_node(ids[node])
        copy.nodes[ids[node]].update(data)
    if look is not None:
        for name in PLACE:
            nx.set_node_attributes(copy, dict(zip(copy, look[name].tolist(), strict=True)), name)
    names = _titles(edges, taken.get("edges", ()))
    for (source, target), data in _rows(edge_columns, edges, names):
        copy.add_edge(ids[source], ids[target])
        copy.edges[ids[source], ids[target]].update(data)
    return copy


def _graph_attributes(graph: Graph, taken: Collection[str]) -> dict[str, Scalar]:
    named = zip(titles(graph.graph, taken), map(plain, graph.graph.values()), strict=True)
    return {
        title: legible(value) if isinstance(value, str) else value
        for title, value in named
        if value is not None
    }


def _titles(tally: AttributeReader, taken: Collection[str]) -> dict[str, str]:
    names = list(tally.types())
    return dict(zip(names, titles(names, taken), strict=True))


def _rows(
    columns: list[tuple[Block, dict[str, Found]]],
    tally: AttributeReader,
    names: Mapping[str, str],
) -> Iterator[tuple[tuple[str, ...], dict[str, Scalar]]]:
    types = tally.types()
    for block, found in columns:
        for row, keys in enumerate(zip(*block.ends, strict=True)):
            yield (
                keys,
                {
                    names[name]: _cast(value, types[name])
                    for name, read in found.items()
                    if (value := read.column[row]) is not None
                },
            )


def _cast(value: Scalar, type_: str) -> Scalar:
    if type_ == "string":
        return text_of(value)
    return float(value) if type_ == "double" else value
