"""Graphs as files: one module a format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from coalitions.errors import CoalitionsError
from coalitions.export.gexf import write_gexf
from coalitions.export.graphml import write_graphml
from coalitions.export.nodelink import write_nodelink
from coalitions.export.tables import write_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from coalitions.export.columns import Graph

    Writer: TypeAlias = Callable[[Graph, pd.DataFrame | None, Path], Path]

__all__ = [
    "FORMATS",
    "write_gexf",
    "write_graph",
    "write_graphml",
    "write_nodelink",
    "write_tables",
]

FORMATS: Mapping[str, Writer] = {
    ".gexf": write_gexf,
    ".graphml": write_graphml,
    ".json": write_nodelink,
    ".csv": write_tables,
}


def write_graph(graph: Graph, path: str | Path, *, looks: pd.DataFrame | None = None) -> Path:
    """Write a graph to a file for Gephi or another program.

    The suffix of the name decides on the format: ``.gexf`` (Gephi, Gephi Lite), ``.graphml``
    (igraph, NetworKit, yEd, Gephi), ``.json`` (node-link JSON), ``.csv`` (a table of nodes and one
    of edges). The same graph gives the same bytes.

    Parameters
    ----------
    graph : nx.Graph
        Undirected graph after the graph contract: keys are text, attributes text, numbers, truth
        values or dates.
    path : str or Path
        File to write, such as ``cosigning.gexf``; its folder must exist.
    looks : DataFrame, optional
        Looks of the nodes, indexed by node key: ``x``, ``y``, ``colour`` (``#RRGGBB``), ``size``.
        Without them the file has no places, colours and sizes.

    Returns
    -------
    Path
        The file that was written; for ``name.csv`` the table of nodes, ``name.nodes.csv``, which
        ``name.edges.csv`` is beside.

    Raises
    ------
    CoalitionsError
        The suffix is unknown or the file cannot be written; nothing is written.
    GraphError
        The graph or its looks break the contract; every place is named, nothing is written.

    Notes
    -----
    What a format loses is in the notes of its writer: `write_gexf`, `write_graphml`,
    `write_nodelink`, `write_tables`.

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> graph = nx.Graph([("CUB", "CHN")])
    >>> write_graph(graph, Path(tempfile.mkdtemp(), "cosigning.gexf")).name
    'cosigning.gexf'
    """
    target = Path(path)
    writer = FORMATS.get(target.suffix.lower())
    if writer is None:
        raise CoalitionsError(
            f'{target.name}: no format for "{target.suffix}"; end the name with one of '
            f"{', '.join(FORMATS)}"
        )
    return writer(graph, looks, target)
