"""What the page knows of nodes, edges and tiles: plain records, ready for JSON."""

from __future__ import annotations

import base64
import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from coalitions.errors import GraphError
from coalitions.explorer.further import further
from coalitions.explorer.wholegraph import APART
from coalitions.looks import (
    is_unknown,
    on_dark,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    import networkx as nx
    import pandas as pd

Record = dict[str, Any]  # the values are what JSON holds: str, int, float, lists of these

#: What is told of a statement, where it has it.
_STATEMENT = ("event", "title", "source_url", "notes")
_WITH_ARTICLE = re.compile(
    r"^(?:European|Sovereign|African|Arab) |\b(?:Union|Order of|Islands|Commission|Council|League"
    r"|Community|Organi[sz]ation|Committee|Court|Conference|Commonwealth|Secretariat|Bank|Fund)\b"
)
#: What an edge may tell, and what goes without saying; None where nothing does.
_EDGE = {
    "shared": 1,
    "role": "signatory",
    "jaccard": None,
    "shared_min": None,
    "shared_max": None,
    "jaccard_min": None,
    "jaccard_max": None,
}


def node_records(
    graph: nx.Graph[Any],
    looks: pd.DataFrame,
    aliases: Mapping[str, Sequence[str]],
    cosigning: pd.DataFrame | None = None,
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
    cosigning : pandas.DataFrame, optional
        Positions of the signatories in the co-signing network, indexed by node key.

    Returns
    -------
    list of dict
        ``id`` (the number), ``key``, ``kind``, ``label``, ``lines`` (the label as it is drawn),
        ``group``, ``count`` (not of a statement of which neither a name nor a count is known),
        ``side`` (empty where no stance is recorded), ``x``, ``y`` (downwards,
        as on a screen), ``size``, ``colour``; a statement's ``about`` (where given), ``date``,
        ``event``, ``declared`` (only
        where a number was), ``named``, ``title``, ``source_url``, ``notes``; a signatory's
        ``name``, ``aliases`` and, where given, ``cosigning`` (x and y in that network), and
        ``apart`` (its name in a sentence) where it is no member or observer of the UN; ``more``:
        what else the graph says of it, where it does.

    Raises
    ------
    GraphError
        If `looks` or `cosigning` misses a node, or gives it no finite position and size.
    """
    places = _places(list(graph), looks, "looks")
    others = _cosigning_places(graph, cosigning)
    records = []
    for number, ((key, node), place) in enumerate(zip(graph.nodes(data=True), places, strict=True)):
        record: Record = {"id": number, "key": str(key), **place}
        record["kind"] = node.get("kind", "signatory")
        record["label"] = node.get("label", "") or str(key)
        record["group"] = node.get("group", "")
        if not is_unknown(node):
            record["count"] = int(node.get("count", 0))
        record["side"] = _recorded(node.get("side", ""))
        if record["kind"] == "statement":
            record |= {"date": node.get("date", ""), "named": node.get("named", 0)}
            record |= {name: node[name] for name in _STATEMENT if node.get(name)}
            if node.get("about"):
                record["about"] = node["about"]
            if node.get("declared", -1) >= 0:
                record["declared"] = node["declared"]
        else:
            record["name"] = node.get("name", "") or record["label"]
            if node.get("status", "") == APART:
                record["apart"] = _spoken(record["name"])
            if aliases.get(str(key)):
                record["aliases"] = sorted(set(aliases[str(key)]))
            if key in others:
                record["cosigning"] = others[key]
        records.append(record | _more(node))
    return records


def without_usual(node: Record) -> Record:
    """Return the record of a node without what goes without saying, for a shorter file.

    That is its place among the nodes, a label that is drawn in one line, a name that is the label,
    and text that is empty.

    Parameters
    ----------
    node : dict
        As ``node_records`` makes it.

    Examples
    --------
    >>> without_usual({"id": 3, "label": "Fiji", "lines": ["Fiji"], "name": "Fiji", "side": ""})
    {'label': 'Fiji'}
    """
    label = node["label"]
    usual = {"id": node["id"], "lines": [label], "name": label, "group": "", "side": ""}
    return {name: value for name, value in node.items() if usual.get(name) != value}


def edge_records(graph: nx.Graph[Any], *, usual: bool = True) -> list[Record]:
    """Return one record an edge: ``from``, ``to`` (node numbers), and what is not as usual.

    Parameters
    ----------
    graph : networkx.Graph
        A graph by the contract.
    usual : bool
        Whether an edge of which nothing else is to be said has a record, too.

    Returns
    -------
    list of dict
        In the graph's order; ``shared`` only where it is not 1, ``role`` only where it is not that
        of a signatory among others; ``more``, what else the graph says of it.
    """
    number = {key: place for place, key in enumerate(graph)}
    records = []
    for one, other, edge in graph.edges(data=True):
        record = _edge_record(edge)
        if record or usual:
            records.append({"from": number[one], "to": number[other], **record})
    return records


def _edge_record(edge: Mapping[Any, Any]) -> Record:
    record: Record = {}
    for name, usual in _EDGE.items():
        if edge.get(name, usual) != usual:
            value = edge[name]
            record[name] = round(value, 4) if isinstance(value, float) else value
    return record | _more(edge)


def names_under(graph: nx.Graph[Any]) -> str:
    r"""Return who is named under each statement of a two-mode graph, as short text.

    Bytes in Base64: of each statement, in the graph's order, how many are named, and for each name
    how many signatories it stands after the one before; numbers of seven bits a byte, the lowest
    first (LEB128). Thousands of lists take a byte a name, however many there are.

    Parameters
    ----------
    graph : networkx.Graph
        A two-mode graph by the contract.

    Returns
    -------
    str

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("a", "x"), ("a", "z")])
    >>> graph.add_nodes_from(["a"], kind="statement")
    >>> base64.b64decode(names_under(graph))
    b'\x02\x01\x01'
    """
    places: dict[Hashable, int] = {}
    for key, node in graph.nodes(data=True):
        if node.get("kind") != "statement":
            places[key] = len(places)
    written = bytearray()
    for key, node in graph.nodes(data=True):
        if node.get("kind") != "statement":
            continue
        named = sorted(places[other] for other in graph[key] if other in places)
        for number in (len(named), *np.diff(named, prepend=-1).tolist()):
            rest = number
            while rest > 127:  # noqa: PLR2004 - seven bits
                written.append(rest & 127 | 128)
                rest >>= 7
            written.append(rest)
    return base64.b64encode(bytes(written)).decode("ascii")


def _more(attributes: Mapping[Any, Any]) -> Record:
    more = further(attributes)
    return {"more": more} if more else {}


def tile_records(tiles: pd.DataFrame) -> list[list[str | int]]:
    """Return key, label, column and row of each tile, by key.

    Parameters
    ----------
    tiles : pandas.DataFrame
        Columns ``label``, ``column`` and ``row``, by signatory.

    Returns
    -------
    list of list

    Examples
    --------
    >>> import pandas as pd
    >>> tile = {"label": "Fiji", "column": 27, "row": 12}
    >>> tile_records(pd.DataFrame([tile], index=["FJI"]))
    [['FJI', 'Fiji', 27, 12]]
    """
    rows = zip(tiles.index, tiles["label"], tiles["column"], tiles["row"], strict=True)
    return sorted([str(key), str(name), int(column), int(row)] for key, name, column, row in rows)


def dark_colours(nodes: Sequence[Record]) -> dict[str, str]:
    """Return the colour for the dark ground that stands for each colour of the nodes.

    Parameters
    ----------
    nodes : sequence of dict
        Records of the nodes.

    Returns
    -------
    dict of str to str
        ``#RRGGBB`` by ``#RRGGBB``.
    """
    return {colour: on_dark(colour) for colour in dict.fromkeys(n["colour"] for n in nodes)}


def _recorded(side: str) -> str:
    """Return a side that somebody recorded; "" for what only stands where there is none."""
    return "" if side == "neither" else side


def _spoken(name: str) -> str:
    """Return the name of who is no state as it stands in a sentence."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def _cosigning_places(
    graph: nx.Graph[Any], cosigning: pd.DataFrame | None
) -> dict[Hashable, list[float]]:
    if cosigning is None:
        return {}
    keys = [key for key, node in graph.nodes(data=True) if node.get("kind") != "statement"]
    places = _places(keys, cosigning, "cosigning")
    return {key: [place["x"], place["y"]] for key, place in zip(keys, places, strict=True)}


def _places(keys: Sequence[Hashable], looks: pd.DataFrame, table: str) -> list[Record]:
    missing = [str(key) for key in keys if key not in looks.index]
    if missing:
        source = "graph" if table == "looks" else "cosigning_graph(corpus)"
        raise GraphError(
            f"{table}: no row for {len(missing)} of {len(keys)} nodes, the first being "
            f'"{missing[0]}": expected one row a node; make it with node_looks({source})'
        )
    columns = looks.to_dict("index")
    return [_place(key, columns[key]) for key in keys]


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
