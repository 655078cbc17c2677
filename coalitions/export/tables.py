"""A pair of CSV tables, nodes and edges, as Gephi's spreadsheet import and people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.export.plaingraph import plain_graph
from coalitions.export.values import titles, value_text
from coalitions.files import csv_text, write_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coalitions.export.columns import Graph
    from coalitions.export.values import Scalar


def write_tables(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    """Write a graph as two CSV tables in the convention of Gephi's spreadsheet import.

    For ``name.csv``, the nodes go to ``name.nodes.csv`` (``Id``, ``Label``, then the attributes)
    and the edges to ``name.edges.csv`` (``Source``, ``Target``, ``Type``, ``Weight``, then the
    attributes); looks become the columns ``x``, ``y``, ``colour`` and ``size`` of the nodes.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract.
    looks : DataFrame or None
        Node looks; without them the tables have no places, colours and sizes.
    target : Path
        Name that both files' names are made of; its folder must exist.

    Returns
    -------
    Path
        The table of nodes; that of the edges is beside it.

    Raises
    ------
    GraphError
        The graph or the looks break the contract.
    CoalitionsError
        A file cannot be written.

    Notes
    -----
    Lost: attributes of the graph. Text that a spreadsheet would run as a formula has an apostrophe
    in front, keys of nodes too. Missing values are empty cells.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import networkx as nx
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> write_tables(nx.Graph([("CUB", "CHN")]), None, folder / "a.csv").name
    'a.nodes.csv'
    >>> print((folder / "a.edges.csv").read_text().strip())
    Source,Target,Type,Weight
    CUB,CHN,Undirected,
    """
    plain = plain_graph(graph, looks, {})
    keys, node_rows = list(plain), [dict(data) for _, data in plain.nodes(data=True)]
    labels = [row.pop("label", key) for key, row in zip(keys, node_rows, strict=True)]
    nodes = _table({"Id": keys, "Label": labels}, node_rows)
    edge_rows = [dict(data) for _, _, data in plain.edges(data=True)]
    head = {
        "Source": [source for source, _ in plain.edges],
        "Target": [other for _, other in plain.edges],
        "Type": ["Undirected"] * len(edge_rows),
        "Weight": [row.pop("weight", None) for row in edge_rows],
    }
    edges = _table(head, edge_rows)
    path = target.with_suffix(".nodes.csv")
    write_together(
        {
            path: csv_text(nodes).encode(),
            target.with_suffix(".edges.csv"): csv_text(edges).encode(),
        }
    )
    return path


def _table(
    head: Mapping[str, Sequence[object]], rows: Sequence[Mapping[str, Scalar]]
) -> pd.DataFrame:
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = [*head.values(), *([_cell(row.get(name)) for row in rows] for name in names)]
    # As objects: a column of integers with a gap would otherwise turn into floats.
    frame = pd.DataFrame(dict(enumerate(columns)), dtype=object)
    frame.columns = pd.Index(titles([*head, *names]))
    return frame


def _cell(value: Scalar | None) -> Scalar | None:
    return value_text(value) if isinstance(value, bool) else value
