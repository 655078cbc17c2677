"""GraphML, which igraph, NetworKit, yEd, Cytoscape and Gephi read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import networkx as nx

from coalitions.export.columns import check_graph
from coalitions.export.placing import rgb
from coalitions.export.plaingraph import plain_graph
from coalitions.files import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
# What a number, a text or a truth value is called.
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
_IN_QUOTES = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}
_HEAD = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


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
        stream.writelines(part.encode() for part in _text(plain))
    return target


def _text(plain: Graph) -> Iterator[str]:
    """Yield a file as networkx writes it, which would hold all elements of it at once."""
    nodes, edges = plain.nodes(data=True), plain.edges(data=True)
    ids: dict[tuple[str, str], str] = {}
    declared = [
        *_declared("graph", [plain.graph], ids),
        *_declared("node", (data for _, data in nodes), ids),
        *_declared("edge", (data for _, _, data in edges), ids),
    ]
    yield _HEAD
    yield from reversed(declared)  # the latest first, as networkx has them
    yield '  <graph edgedefault="undirected"'
    if not len(plain) and not plain.graph:
        yield " />\n</graphml>\n"
        return
    yield ">\n"
    for node, data in nodes:
        yield _element("node", f' id="{_attribute(node)}"', data, ids)
    for source, other, data in edges:
        ends = f' source="{_attribute(source)}" target="{_attribute(other)}"'
        yield _element("edge", ends, data, ids)
    yield from (_datum(ids["graph", name], value, 4) for name, value in plain.graph.items())
    yield "  </graph>\n</graphml>\n"


def _declared(
    scope: str, rows: Iterable[dict[str, Any]], ids: dict[tuple[str, str], str]
) -> Iterator[str]:
    """Yield what declares each attribute, in the order in which they come, and number them."""
    for data in rows:
        for name in data:
            if (scope, name) not in ids:
                ids[scope, name] = f"d{len(ids)}"
                yield (
                    f'  <key id="{ids[scope, name]}" for="{scope}" '
                    f'attr.name="{_attribute(name)}" attr.type="{_TYPES[type(data[name])]}" />\n'
                )


def _element(scope: str, ends: str, data: dict[str, Any], ids: dict[tuple[str, str], str]) -> str:
    """Return a node or an edge with its attributes."""
    if not data:
        return f"    <{scope}{ends} />\n"
    rows = "".join([_datum(ids[scope, name], value, 6) for name, value in data.items()])
    return f"    <{scope}{ends}>\n{rows}    </{scope}>\n"


def _datum(key: str, value: object, indent: int) -> str:
    begin, text = f'{" " * indent}<data key="{key}"', str(value)
    return f"{begin}>{escape(text)}</data>\n" if text else f"{begin} />\n"


def _attribute(text: str) -> str:
    return escape(text, _IN_QUOTES)


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
