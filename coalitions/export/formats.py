"""Graphs as files: one module a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import networkx as nx

from coalitions.errors import (
    ChoiceError,
    CoalitionsError,
    GraphError,
    afford,
    path_of,
    refuse_no_graph,
    refuse_other,
)
from coalitions.export.gexf import write_gexf
from coalitions.export.graphml import read_graphml, write_graphml
from coalitions.export.graphology import write_graphology
from coalitions.export.hif import write_hif
from coalitions.export.nodelink import read_nodelink, write_nodelink
from coalitions.export.pajek import write_pajek
from coalitions.export.tables import write_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph

    Writer: TypeAlias = Callable[[Graph, pd.DataFrame | None, Path], Path]
    Reader: TypeAlias = Callable[[Path], Graph]

__all__ = [
    "FORMATS",
    "READABLE",
    "read_graph",
    "write_gexf",
    "write_graph",
    "write_graphml",
    "write_graphology",
    "write_hif",
    "write_nodelink",
    "write_pajek",
    "write_tables",
]


class Format(NamedTuple):
    """What writes a format, what an edge takes meanwhile (bytes), what gives the graph back."""

    write: Writer
    #: As measured on a co-signing graph.
    edge_bytes: int
    read: Reader | None = None


#: Suffix → format, in the order of the documentation.
FORMATS: Mapping[str, Format] = {
    ".gexf": Format(write_gexf, 300),
    ".graphml": Format(write_graphml, 600, read_graphml),
    ".json": Format(write_nodelink, 3_000, read_nodelink),
    ".csv": Format(write_tables, 1_300),
    ".net": Format(write_pajek, 1_300),
    ".hif.json": Format(write_hif, 3_000),
    ".graphology.json": Format(write_graphology, 3_000),
}

#: Formats that give back the graph that was written.
READABLE: Mapping[str, Reader] = {
    suffix: known.read for suffix, known in FORMATS.items() if known.read
}


# What the readers of others raise.
_UNREADABLE = (
    AttributeError,
    GraphError,
    LookupError,
    SyntaxError,
    TypeError,
    ValueError,
    nx.NetworkXException,
)


def write_graph(
    graph: Graph,
    path: str | Path,
    *,
    looks: pd.DataFrame | None = None,
    time: Literal["dynamic", "static"] = "dynamic",
) -> Path:
    """Write a graph to a file for Gephi or another program.

    The suffix of the name decides on the format: ``.gexf`` (Gephi, Gephi Lite), ``.graphml``
    (igraph, NetworKit, yEd, Gephi), ``.json`` (node-link JSON), ``.csv`` (a table of nodes and one
    of edges), ``.net`` (Pajek), ``.hif.json`` (XGI, hypergraphx and other libraries of
    hypergraphs), ``.graphology.json`` (Gephi Lite, sigma). The same graph gives the same bytes.

    Parameters
    ----------
    graph : nx.Graph or nx.MultiGraph
        Undirected graph after the graph contract: keys are text, attributes text, numbers, truth
        values or dates. Only ``.gexf`` holds parallel edges.
    path : str or Path
        File to write, such as ``cosigning.gexf``; its folder must exist.
    looks : DataFrame, optional
        Looks of the nodes, indexed by node key: ``x``, ``y``, ``colour`` (``#RRGGBB``), ``size``.
        Without them the file has no places, colours and sizes.
    time : {"dynamic", "static"}
        Whether a ``.gexf`` file plays on Gephi's timeline, where the graph has dates. The other
        formats know no time: dates are text there.

    Returns
    -------
    Path
        The file that was written; for ``name.csv`` the table of nodes, ``name.nodes.csv``, which
        ``name.edges.csv`` is beside.

    Raises
    ------
    CoalitionsError
        The suffix or ``time`` is unknown, the file cannot be written, or the memory does not hold
        it; nothing is written.
    GraphError
        The graph or its looks break the contract; every place is named, nothing is written.

    Notes
    -----
    What a format loses is in the notes of its writer: `write_gexf`, `write_graphml`,
    `write_nodelink`, `write_tables`, `write_pajek`, `write_hif`, `write_graphology`. `read_graph`
    gives back ``.graphml`` and ``.json``.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import networkx as nx
    >>> graph = nx.Graph([("CUB", "CHN")])
    >>> write_graph(graph, pathlib.Path(tempfile.mkdtemp(), "cosigning.gexf")).name
    'cosigning.gexf'
    """
    refuse_no_graph(graph)
    target = path_of(path)
    refuse_other("time", time, ("dynamic", "static"))
    suffix = _suffix(target, FORMATS)
    edges = graph.number_of_edges()
    smaller = "leave out ties with `min_shared`, or write .gexf, which takes least"
    chosen = FORMATS[suffix]
    afford(f"a {suffix} file of {edges:,} edges", chosen.edge_bytes * edges, smaller)
    if chosen.write is write_gexf:
        return write_gexf(graph, looks, target, time=time)
    return chosen.write(graph, looks, target)


def read_graph(path: str | Path) -> Graph:
    """Read a graph from a file that `write_graph` has written.

    ``.graphml`` and ``.json`` (node-link JSON) give back nodes, edges, attributes and their types;
    looks that were written come back as attributes of nodes.

    Parameters
    ----------
    path : str or Path
        File to read.

    Returns
    -------
    nx.Graph

    Raises
    ------
    CoalitionsError
        The suffix is none of those, or the file cannot be read as what its suffix says.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load, statement_graph
    >>> graph = statement_graph(load("unga75"))
    >>> path = write_graph(graph, pathlib.Path(tempfile.mkdtemp(), "statements.graphml"))
    >>> read_graph(path).edges == graph.edges
    True
    """
    source = path_of(path)
    suffix = _suffix(source, FORMATS, READABLE)
    try:
        return READABLE[suffix](source)
    except OSError as error:
        raise CoalitionsError(f"cannot read {source}: {(error.strerror or '').lower()}") from error
    except _UNREADABLE as error:
        raise CoalitionsError(
            f"{source.name}: expected a {suffix} file that write_graph has written; {error}"
        ) from error


def _suffix(
    path: Path, known: Mapping[str, object], wanted: Mapping[str, object] | None = None
) -> str:
    """Return the longest known suffix of a name, if it is among those wanted."""
    fits = [each for each in known if path.name.lower().endswith(each) and path.stem]
    suffix = max(fits, key=len, default=path.suffix)
    among = known if wanted is None else wanted
    if suffix not in among or path.name.lower() == suffix:
        raise ChoiceError(
            f'{path.name}: no format for "{suffix}"; end the name with one of {", ".join(among)}'
        )
    return suffix
