"""Pajek's .net, which Pajek, igraph and networkx read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.export.plaingraph import plain_graph
from coalitions.export.values import distinct
from coalitions.files import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph


def write_pajek(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    r"""Write a graph for Pajek: who is tied to whom, how strongly, and where each is drawn.

    Vertices are labelled by their keys; edges have their weight, 1 where there is none. Places are
    brought to Pajek's square from 0 to 1, whose y points down.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract.
    looks : DataFrame or None
        Node looks; without them the file has no places.
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
    Lost: every attribute but the weight, labels, colours, sizes, dates. Quotation marks in keys
    become apostrophes, line ends blanks; keys that are alike then get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import networkx as nx
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_pajek(nx.Graph([("CUB", "CHN")]), None, folder / "a.net")
    >>> path.read_text().splitlines()
    ['*Vertices 2', '1 "CUB"', '2 "CHN"', '*Edges', '1 2 1.0']
    """
    plain = plain_graph(graph, looks, {})
    keys = [" ".join(key.replace('"', "'").splitlines()) or " " for key in plain]
    places = [""] * len(keys) if looks is None else _places(looks.loc[list(graph)])
    number = {key: n for n, key in enumerate(plain, 1)}
    vertices = [
        f'{n} "{key}"{place}'
        for n, (key, place) in enumerate(zip(distinct(keys, set(), str), places, strict=True), 1)
    ]
    edges = [
        f"{number[source]} {number[other]} {float(weight)!r}"
        for source, other, weight in plain.edges(data="weight", default=1.0)
    ]
    lines = [f"*Vertices {len(keys)}", *vertices, "*Edges", *edges]
    return write_text(target, "\n".join(lines) + "\n")


def _places(looks: pd.DataFrame) -> Sequence[str]:
    """Return where each node is, in the middle nine tenths of Pajek's square."""
    place = looks[["x", "y"]].to_numpy(dtype=float) * (1, -1)
    low = place.min(axis=0, initial=np.inf)
    span = (place.max(axis=0, initial=-np.inf) - low).max(initial=0.0)
    middle = 0.05 + 0.9 * (place - low) / (span or 1.0)
    return [f" {x:.4f} {y:.4f} 0.5" for x, y in middle.tolist()]
