"""GEXF 1.3, the file format of Gephi."""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING, Literal

from coalitions.export.columns import check_graph, edge_blocks, node_blocks, node_ids, refuse
from coalitions.export.gexf.lines import EdgeLines, NodeLines, Plan
from coalitions.export.gexf.text import escape, is_escaped
from coalitions.export.gexf.time import changes
from coalitions.export.placing import placed
from coalitions.export.values import marked, marked_key, plain, value_text
from coalitions.files import replacing
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
"""
_TIME = ' timeformat="date" timerepresentation="interval"'


def write_gexf(
    graph: Graph,
    looks: pd.DataFrame | None,
    target: Path,
    *,
    time: Literal["dynamic", "static"] = "dynamic",
) -> Path:
    """Write a graph as GEXF 1.3 for Gephi and Gephi Lite.

    The same graph gives the same bytes. Of a node, ``label`` is its label in Gephi (its key where
    it has none); of an edge, ``kind`` is its kind (Gephi's edge type), ``weight`` its weight and
    ``colour``, where it is ``#RRGGBB``, its colour; all other attributes, and ``colour`` too, are
    columns of the data laboratory. A node's size is half of that in `looks`, since programs
    draw it as the radius. An edge's id is made of its two ends, so that it stays when other edges
    come or go.

    ``start`` (``YYYY-MM-DD``) of a node or edge is the date from which it is there on Gephi's
    timeline; one without a date is always there. ``dates`` of an edge (dates separated by blanks)
    make its weight grow: each adds 1, what the weight has more was there from the beginning. Both
    are columns, too. A graph without dates is static, and so are weights that never change.

    Parameters
    ----------
    graph : nx.Graph or nx.MultiGraph
        Graph after the graph contract, parallel edges of different ``kind`` allowed; its
        attributes ``method``, ``completeness`` and ``source`` become the file's description,
        ``last_date`` its date.
    looks : DataFrame or None
        Node looks; without them the file has no places, colours and sizes.
    target : Path
        File to write; its folder must exist.
    time : {"dynamic", "static"}
        Whether dates become time, or are columns only.

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
    Control characters and lone surrogates become U+FFFD. None, NaN and infinities are left out.
    Column types are decided per column: a mixture of integers and other numbers is ``double``, any
    other mixture and what no number of 64 bits holds exactly are ``string``. Other attributes of
    the graph are not kept. Titles that differ only in case get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import networkx as nx
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_gexf(nx.Graph([("CUB", "CHN")]), None, folder / "a.gexf")
    >>> print(path.read_text().splitlines()[-4].strip())
    <edge id="CHN--CUB" source="CUB" target="CHN"></edge>
    """
    check_graph(graph, parallel="kind")
    timed = time == "dynamic"
    moving = timed and _weights_change(graph)
    plan = Plan(*_unlike(graph), placed(graph, looks), timed=timed, moving=moving)
    with replacing(target) as stream:
        _write(stream, graph, NodeLines(plan), EdgeLines(plan))
    return target


def _write(stream: IO[bytes], graph: Graph, nodes: NodeLines, edges: EdgeLines) -> None:
    """Write the head and the body of a file in one pass where that is possible, else in two.

    The head says which columns there are, and of which types: that is known once all nodes and
    edges are read. In a graph that keeps to the contract the first of them have all columns, so
    the head is written as they make it; where it turns out otherwise, the file is written anew. A
    pipe cannot be written to again: all is read before its first byte.
    """
    rewritable = stream.seekable()
    for is_kept in (rewritable, True):
        parts = _parts(graph, nodes, edges)
        written = next(parts)
        for text in chain([written], parts):
            if is_kept:
                stream.write(text.encode())
        # What is wrong with a column is said once, not once for each block.
        refuse(list(dict.fromkeys([*nodes.faults, *edges.faults])))
        if is_kept and written == _head(graph, nodes, edges):
            return
        if rewritable:
            stream.seek(0)
            stream.truncate()


def _parts(graph: Graph, nodes: NodeLines, edges: EdgeLines) -> Iterator[str]:
    """Yield the head as the first nodes and edges make it, then thousands of them at a time."""
    node_texts = map(nodes.text, node_blocks(graph))
    edge_texts = map(edges.text, edge_blocks(graph))
    first_nodes, first_edges = next(node_texts, ""), next(edge_texts, "")
    yield _head(graph, nodes, edges)
    yield f"    <nodes>\n{first_nodes}"
    yield from node_texts
    yield f"    </nodes>\n    <edges>\n{first_edges}"
    yield from edge_texts
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _head(graph: Graph, nodes: NodeLines, edges: EdgeLines) -> str:
    """Return what stands before the nodes, as the nodes and edges read so far make it."""
    last_date, *sentences = (
        escape(value_text(value)) if (value := plain(graph.graph.get(name))) is not None else ""
        for name in ("last_date", "method", "completeness", "source")
    )
    day = f' lastmodifieddate="{last_date}"' if last_date else ""
    mode, time = ("dynamic", _TIME) if nodes.dated or edges.dated else ("static", "")
    return (
        f"{_HEAD}  <meta{day}>\n"
        f"    <creator>coalitions {__version__}</creator>\n"
        f"    <description>{' '.join(filter(None, sentences))}</description>\n"
        "  </meta>\n"
        f'  <graph defaultedgetype="undirected" mode="{mode}"{time}>\n'
        f"{nodes.declared()}{edges.declared()}"
    )


def _unlike(graph: Graph) -> tuple[dict[str, str], dict[str, str]]:
    """Return only the keys that are not written as they are: as a node's id, in an edge's id."""
    # Mostly there are none, which one search over all keys shows.
    keys = {} if is_escaped("".join(graph)) else node_ids(graph)
    ids = {node: text for node, key in keys.items() if (text := escape(key)) != node}
    nodes = graph if ids or marked("\n".join(graph)) else ()
    marks = {node: text for node in nodes if (text := marked_key(ids.get(node, node))) != node}
    return ids, marks


def _weights_change(graph: Graph) -> bool:
    # Edges have the same attributes by the contract: where the first has none, none is looked for.
    edges = (data for _, _, data in graph.edges(data=True))
    first = next(edges, {})
    return "dates" in first and any(map(changes, chain([first], edges)))
