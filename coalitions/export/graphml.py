"""GraphML, which igraph, NetworKit, yEd, Cytoscape and Gephi read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from coalitions.export.columns import check_graph
from coalitions.export.placing import rgb
from coalitions.export.plaingraph import plain_graph
from coalitions.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph

# What networkx adds to the attributes of a graph that it reads.
_DEFAULTS = ("node_default", "edge_default")
# What Gephi takes for a node's place, size and colour and for an edge's id and colour, and what
# networkx keeps for itself.
_TAKEN = {
    "graph": ("id", *_DEFAULTS),
    "nodes": ("id", "x", "y", "z", "xpos", "ypos", "size", "r", "g", "b", "d3"),
    "edges": ("id", "edgeid", "edge weight", "edgelabel", "r", "g", "b", "d7"),
}


def write_graphml(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    r"""Write a graph as GraphML.

    Looks become the node attributes ``x``, ``y``, ``size`` and ``r``, ``g``, ``b`` (0 to 255), as
    Gephi reads them.

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
    Lost: edge kinds are an attribute and not a type, line ends in text become ``\n``, control
    characters become U+FFFD, missing values are left out. Attributes whose names mean something
    else to Gephi, such as ``size``, get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_graphml(nx.Graph([("CUB", "CHN")]), None, folder / "a.graphml")
    >>> nx.read_graphml(path).edges
    EdgeView([('CUB', 'CHN')])
    """
    plain = plain_graph(graph, looks, _TAKEN)
    for _, data in plain.nodes(data=True):
        if looks is not None:
            data.update(zip("rgb", rgb(data.pop("colour")), strict=True))
    with replacing(target) as stream:
        # networkx prefers lxml where it is installed, whose bytes differ.
        nx.write_graphml_xml(plain, stream)
    return target


def read_graphml(source: Path) -> Graph:
    """Read a graph that `write_graphml` has written.

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
    >>> graph = nx.Graph([("CUB", "CHN")], kind="co-signing")
    >>> path = write_graphml(graph, None, folder / "a.graphml")
    >>> read_graphml(path).graph
    {'kind': 'co-signing'}
    """
    graph = nx.read_graphml(source)
    for name in _DEFAULTS:
        graph.graph.pop(name, None)
    check_graph(graph)
    return graph
