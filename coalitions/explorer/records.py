"""What the page knows of a graph: plain records, ready for JSON."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from coalitions.errors import GraphError
from coalitions.explorer.dark import dark_variant
from coalitions.looks import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    import networkx as nx
    import pandas as pd

Record = dict[str, Any]  # the values are what JSON holds: str, int, float, lists of these

_STATEMENT = {"date": "", "declared": -1, "named": 0, "title": "", "source_url": ""}
_EDGE = ("role", "jaccard", "shared_min", "shared_max", "jaccard_min", "jaccard_max")


def node_records(
    graph: nx.Graph[Any], looks: pd.DataFrame, aliases: Mapping[str, Sequence[str]]
) -> list[Record]:
    """Return one record a node, in the graph's order, numbered from 0.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.
    looks : pandas.DataFrame
        Position, colour, size and label of each node, indexed by node key.
    aliases : mapping of str to sequence of str
        Other spellings of a signatory, by node key.

    Returns
    -------
    list of dict
        ``id`` (the number), ``key``, ``kind``, ``label``, ``lines`` (the label as it is drawn),
        ``group``, ``count``, ``side``, ``x``, ``y`` (downwards, as on a screen), ``size``,
        ``colour``, ``dark``; a statement's ``date``, ``declared``, ``named``, ``title``,
        ``source_url``; a signatory's ``name``, ``aliases``.

    Raises
    ------
    GraphError
        If `looks` misses a node, or gives it no finite position and size.
    """
    places = _places(graph, looks)
    darks = {colour: dark_variant(colour) for colour in {place["colour"] for place in places}}
    records = []
    for number, ((key, node), place) in enumerate(zip(graph.nodes(data=True), places, strict=True)):
        record: Record = {"id": number, "key": str(key), **place, "dark": darks[place["colour"]]}
        record["kind"] = node.get("kind", "signatory")
        record["label"] = node.get("label", "") or str(key)
        record["group"] = node.get("group", "")
        record["count"] = int(node.get("count", 0))
        record["side"] = node.get("side", "neither")
        if record["kind"] == "statement":
            record |= {name: node.get(name, default) for name, default in _STATEMENT.items()}
        else:
            record["name"] = node.get("name", "") or record["label"]
            record["aliases"] = sorted(set(aliases.get(str(key), ())))
        records.append(record)
    return records


def edge_records(graph: nx.Graph[Any]) -> list[Record]:
    """Return one record an edge: ``from``, ``to`` (node numbers), ``shared`` and what else it has.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.

    Returns
    -------
    list of dict
        In the graph's order.
    """
    number = {key: place for place, key in enumerate(graph)}
    records = []
    for one, other, edge in graph.edges(data=True):
        record: Record = {"from": number[one], "to": number[other]}
        record["shared"] = int(edge.get("shared", 1))
        for name in _EDGE:
            if name in edge:
                value = edge[name]
                record[name] = round(value, 4) if isinstance(value, float) else value
        records.append(record)
    return records


def graph_record(graph: nx.Graph[Any]) -> Record:
    """Return what the page says of the graph as a whole.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.

    Returns
    -------
    dict
        ``kind``, ``universe``, ``method``, ``source``, ``completeness``, ``last_date``;
        ``sides``: what each side is called; ``noun``: what signatories are called, one and many.
    """
    signatories = sum(node.get("kind") != "statement" for _, node in graph.nodes(data=True))
    return {
        "kind": graph.graph.get("kind", "two-mode"),
        # A corpus may name signatories beyond its universe; "N of M" must not have N above M.
        "universe": max(int(graph.graph.get("universe", 0)), signatories),
        "sides": SIDE_NAMES,
        "noun": ["state", "states"] if _are_states(graph) else ["signatory", "signatories"],
        **{
            name: graph.graph.get(name, "")
            for name in ("method", "source", "completeness", "last_date")
        },
    }


def _are_states(graph: nx.Graph[Any]) -> bool:
    """Say whether the signatories are states: only states are in the UN's regional groups."""
    nodes = graph.nodes(data=True)
    return any(node.get("kind") != "statement" and node.get("group") for _, node in nodes)


def _places(graph: nx.Graph[Any], looks: pd.DataFrame) -> list[Record]:
    missing = [str(key) for key in graph if key not in looks.index]
    if missing:
        raise GraphError(
            f"looks: no row for {len(missing)} of {len(graph)} nodes, the first being "
            f'"{missing[0]}": expected one row a node; make it with node_looks(graph)'
        )
    columns = looks.to_dict("index")
    return [_place(key, columns[key]) for key in graph]


def _place(key: Hashable, row: Mapping[Hashable, Any]) -> Record:
    numbers = {name: float(row[name]) for name in ("x", "y", "size")}
    for name, value in numbers.items():
        if not math.isfinite(value):
            raise GraphError(
                f'looks: node "{key}", column {name}: {value}: expected a finite number; '
                "make the table with node_looks(graph)"
            )
    return {
        "lines": str(row["label"]).split("\n"),
        "x": round(numbers["x"], 2),
        "y": round(-numbers["y"], 2) + 0.0,  # no "-0.0" in the file
        "size": round(numbers["size"], 2),
        "colour": str(row["colour"]),
    }
