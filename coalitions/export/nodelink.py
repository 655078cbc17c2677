"""Node-link JSON, which networkx, D3 and most scripts read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx

from coalitions.export.columns import check_graph
from coalitions.export.plaingraph import plain_graph
from coalitions.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph

_TAKEN = {"nodes": ("id",), "edges": ("source", "target")}


def write_nodelink(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    """Write a graph as node-link JSON.

    An object of ``directed``, ``multigraph``, ``graph``, ``nodes`` (each with its ``id``) and
    ``edges`` (each with ``source`` and ``target``); looks become the node attributes ``x``, ``y``,
    ``colour`` and ``size``.

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
    Missing values are left out; control characters become U+FFFD. Attributes named as the
    format's own (``id`` of a node; ``source``, ``target`` of an edge) get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_nodelink(nx.Graph([("CUB", "CHN")]), None, folder / "a.json")
    >>> json.loads(path.read_text())["edges"]
    [{'source': 'CUB', 'target': 'CHN'}]
    """
    data = nx.node_link_data(plain_graph(graph, looks, _TAKEN), edges="edges")
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    return write_text(target, text + "\n")


def read_nodelink(source: Path) -> Graph:
    """Read a graph that `write_nodelink` has written.

    Parameters
    ----------
    source : Path
        File to read.

    Returns
    -------
    nx.Graph
        Looks are node attributes, as they are in the file.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_nodelink(nx.Graph([("CUB", "CHN")]), None, folder / "a.json")
    >>> read_nodelink(path).edges
    EdgeView([('CUB', 'CHN')])
    """
    graph: Graph = nx.node_link_graph(json.loads(source.read_text(encoding="utf-8")), edges="edges")
    check_graph(graph)
    return graph
