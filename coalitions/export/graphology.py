"""Graphology JSON, which Gephi Lite and sigma read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coalitions.export.plaingraph import plain_graph
from coalitions.export.values import marked_key
from coalitions.files import write_text
from coalitions.looks import EDGE_COLOUR

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph

# What sigma and Gephi Lite take for how a node or edge is drawn.
_DRAWN = ("color", "type", "hidden", "highlighted", "forceLabel", "zIndex", "size", "x", "y", "z")
_TAKEN = {"nodes": _DRAWN, "edges": _DRAWN}


def write_graphology(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    """Write a graph as graphology JSON.

    An object of ``options``, ``attributes``, ``nodes`` (each with ``key`` and ``attributes``) and
    ``edges`` (each with ``key``, ``source``, ``target``, ``undirected`` and ``attributes``); the
    key of an edge is its id in GEXF. Looks become the attributes ``x``, ``y``, ``color`` and
    ``size`` (the radius, as sigma draws it) of nodes, and edges get their ``color``.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract.
    looks : DataFrame or None
        Node looks; without them the file has no places, colours and sizes.
    target : Path
        File to write; its folder must exist.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    GraphError
        The graph or the looks break the contract.
    CoalitionsError
        The file cannot be written.

    Notes
    -----
    Missing values are left out; control characters become U+FFFD. Dates are text: there is no
    timeline. Attributes that would say how something is drawn, such as ``type``, get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import networkx as nx
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_graphology(nx.Graph([("CUB", "CHN")]), None, folder / "a.graphology.json")
    >>> [edge["key"] for edge in json.loads(path.read_text())["edges"]]
    ['CHN--CUB']
    """
    plain = plain_graph(graph, looks, _TAKEN)
    drawn = {} if looks is None else {"color": EDGE_COLOUR}
    data = {
        "options": {"type": "undirected", "multi": False, "allowSelfLoops": True},
        "attributes": dict(plain.graph),
        "nodes": [
            {"key": key, "attributes": attributes if looks is None else _drawn(attributes)}
            for key, attributes in plain.nodes(data=True)
        ],
        "edges": [
            {
                "key": "--".join(map(marked_key, sorted((source, other)))),
                "source": source,
                "target": other,
                "undirected": True,
                "attributes": attributes | drawn,
            }
            for source, other, attributes in plain.edges(data=True)
        ],
    }
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
    return write_text(target, text + "\n")


def _drawn(attributes: dict[str, Any]) -> dict[str, object]:
    """Return a node's attributes with its colour and size as sigma takes them."""
    others = {name: value for name, value in attributes.items() if name != "colour"}
    return others | {"size": attributes["size"] / 2, "color": attributes["colour"]}
