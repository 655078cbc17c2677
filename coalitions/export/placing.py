"""Where a file's nodes are, and in which colour and size: looks, checked against a graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from coalitions.errors import GraphError, told

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.export.columns import Graph

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def placed(graph: Graph, looks: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return the looks of a graph's nodes, in the graph's order.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract.
    looks : DataFrame or None
        Indexed by node key; columns ``x``, ``y`` (layout units), ``colour`` (``#RRGGBB``),
        ``size`` (points, above 0).

    Returns
    -------
    DataFrame or None
        Columns ``x``, ``y``, ``colour``, ``size``, a row a node; None where there are no looks.

    Raises
    ------
    GraphError
        A column or node is missing, or a node's looks are no finite place, colour and size.

    Examples
    --------
    >>> import networkx as nx
    >>> placed(nx.Graph(), None) is None
    True
    """
    if looks is None:
        return None
    if not hasattr(looks, "columns") or not hasattr(looks, "loc"):
        raise GraphError(f"looks: {told(looks)}: expected a table; make it with node_looks")
    missing = [name for name in ("x", "y", "colour", "size") if name not in looks.columns]
    if missing:
        raise GraphError(f"looks: no column {', '.join(missing)}; make them with node_looks")
    strangers = [node for node in graph if node not in looks.index]
    if strangers:
        raise GraphError(f'looks: no row for node "{strangers[0]}"; make them from this graph')
    frame = looks.loc[list(graph), ["x", "y", "colour", "size"]]
    numbers = frame[["x", "y", "size"]].to_numpy(dtype=float)
    fine = np.isfinite(numbers).all(axis=1) & (numbers[:, 2] > 0)
    fine &= np.array([is_colour(colour) for colour in frame["colour"]], dtype=bool)
    if not fine.all():
        row = int(np.argmin(fine))
        found = ", ".join(map(str, frame.iloc[row]))
        raise GraphError(
            f'looks: node "{frame.index[row]}": {found}: expected finite x and y, a colour such as '
            "#27A2BE and a size above 0"
        )
    return frame.astype({"x": float, "y": float, "size": float})


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a colour's red, green and blue, 0 to 255.

    Examples
    --------
    >>> rgb("#27A2BE")
    (39, 162, 190)
    """
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def is_colour(value: object) -> bool:
    """Return whether a value is a colour written as ``#RRGGBB``."""
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))
