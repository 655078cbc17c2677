"""HIF, the hypergraph interchange format, which XGI, HyperNetX and hypergraphx read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coalitions.errors import GraphError
from coalitions.export.plaingraph import plain_graph
from coalitions.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Graph


def write_hif(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    """Write a two-mode graph as a hypergraph: each statement an edge that holds its signatories.

    An object of ``network-type``, ``metadata`` (the attributes of the graph), ``incidences`` (each
    with ``edge``, ``node``, ``weight`` and ``attrs``), ``nodes`` and ``edges`` (with ``attrs``).

    Parameters
    ----------
    graph : nx.Graph
        Two-mode graph after the graph contract: each edge joins a node of ``kind`` ``statement``
        to one that is none.
    looks : DataFrame or None
        Node looks; they become attributes of nodes and edges.
    target : Path
        File to write; its folder must exist.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    GraphError
        The graph is no two-mode graph, or the graph or the looks break the contract.
    CoalitionsError
        The file cannot be written.

    Notes
    -----
    Missing values are left out; control characters become U+FFFD. Dates are text. The projections
    are no hypergraphs: they cannot be written.

    References
    ----------
    M. Coll et al. (2025), "HIF: The hypergraph interchange format for higher-order networks",
    https://doi.org/10.1017/nws.2025.10018

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from coalitions import load, two_mode_graph
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_hif(two_mode_graph(load("unga75")), None, folder / "a.hif.json")
    >>> data = json.loads(path.read_text())
    >>> len(data["edges"]), len(data["nodes"]), len(data["incidences"])
    (4, 91, 110)
    """
    plain = plain_graph(graph, looks, {})
    kinds = {key: data.get("kind") == "statement" for key, data in plain.nodes(data=True)}
    for source, other in plain.edges:
        if kinds[source] == kinds[other]:
            raise GraphError(
                f'edge "{source}–{other}": a hypergraph needs a two-mode graph, whose edges join a '
                'node of kind "statement" to another; take `two_mode_graph`'
            )
    data = {
        "network-type": "undirected",
        "metadata": dict(plain.graph),
        "incidences": [
            _incidence(*((a, b) if kinds[a] else (b, a)), dict(attributes))
            for a, b, attributes in plain.edges(data=True)
        ],
        "nodes": [
            {"node": key, "attrs": attributes}
            for key, attributes in plain.nodes(data=True)
            if not kinds[key]
        ],
        "edges": [
            {"edge": key, "attrs": attributes}
            for key, attributes in plain.nodes(data=True)
            if kinds[key]
        ],
    }
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
    return write_text(target, text + "\n")


def _incidence(edge: str, node: str, attributes: dict[str, object]) -> dict[str, object]:
    weight = {"weight": attributes.pop("weight")} if "weight" in attributes else {}
    return {"edge": edge, "node": node, **weight, "attrs": attributes}
