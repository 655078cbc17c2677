"""A small graph after the graph contract, its looks, and a plain reader of GEXF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import networkx as nx
import pandas as pd

if TYPE_CHECKING:
    from pathlib import Path

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
READ = {
    "boolean": {"true": True, "false": False}.__getitem__,
    "integer": int,
    "long": int,
    "double": float,
    "string": str,
}


def cosigning() -> nx.Graph:
    graph = nx.Graph(
        kind="co-signing",
        universe=195,
        method="Two states are tied by the statements that both signed.",
        source="UN documents",
        completeness="Both lists are complete.",
        last_date="2020-10-06",
    )
    graph.add_node("CUB", kind="signatory", label="Cuba", group="", count=2, side="support")
    graph.add_node("CIV", kind="signatory", label="Côte d'Ivoire", group="African", count=1)
    graph.add_node("DEU", kind="signatory", label="Germany", group="", count=1, side="critical")
    graph.add_edge("CUB", "CIV", kind="co-signed", shared=1, weight=1.0, jaccard=0.5)
    graph.add_edge("DEU", "CUB", kind="co-signed", shared=3, weight=3.0, jaccard=0.75)
    return graph


def two_mode() -> nx.Graph:
    graph = nx.Graph(kind="two-mode", last_date="2020-10-06")
    graph.add_node("s1", kind="statement", label="Cuba", date="2020-10-06", start="2020-10-06")
    graph.add_node("s2", kind="statement", label="Kuwait", date="", start="")
    graph.add_node("CUB", kind="signatory", label="Cuba", start="2020-10-06")
    graph.add_node("DEU", kind="signatory", label="Germany", start="")
    graph.add_edge("CUB", "s1", kind="signed", weight=1.0, role="lead", start="2020-10-06")
    return graph


def fitting(suffix: str) -> nx.Graph:
    """Return a graph that the format of a suffix can hold."""
    return two_mode() if suffix == ".hif.json" else cosigning()


def looks() -> pd.DataFrame:
    # In another order than the graph's nodes, on purpose.
    return pd.DataFrame(
        {
            "x": [10.5, -20.25, 0.0],
            "y": [1.0, 2.5, -3.0],
            "colour": ["#27A2BE", "#88633B", "#000000"],
            "size": [11.0, 4.5, 6.0],
            "label": ["Germany", "Cuba", "Côte d'Ivoire"],
            "kind": ["signatory"] * 3,
        },
        index=["DEU", "CUB", "CIV"],
    )


@dataclass
class Read:
    """What a GEXF file holds, keyed by id; attributes by title, in the type declared."""

    nodes: dict = field(default_factory=dict)
    edges: dict = field(default_factory=dict)
    types: dict = field(default_factory=dict)
    meta: dict = field(default_factory=dict)


def read_gexf(path: Path) -> Read:
    root = ET.parse(path).getroot()  # noqa: S314 - a file that the test has just written
    read = Read()
    meta = root.find(f"{GEXF}meta")
    read.meta = {**meta.attrib, **{each.tag.removeprefix(GEXF): each.text for each in meta}}
    for name, into in (("node", read.nodes), ("edge", read.edges)):
        columns = {
            each.get("id"): (each.get("title"), each.get("type"))
            for block in root.iter(f"{GEXF}attributes")
            if block.get("class") == name
            for each in block
        }
        read.types[name] = dict(columns.values())
        for element in root.iter(f"{GEXF}{name}"):
            found = dict(element.attrib)
            found["attributes"] = {
                columns[each.get("for")][0]: READ[columns[each.get("for")][1]](each.get("value"))
                for each in element.iter(f"{GEXF}attvalue")
            }
            found["viz"] = {
                each.tag.removeprefix(VIZ): dict(each.attrib)
                for each in element
                if each.tag.startswith(VIZ)
            }
            assert found["id"] not in into
            into[found["id"]] = found
    return read
