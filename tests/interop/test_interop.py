"""Files of ours, opened by the programs that they are for: the Gephi Toolkit and graphology."""

from __future__ import annotations

from typing import Any

import pytest
from interop_cases import EDGE_COLOUR, NAMES, attributes, looks, sample


@pytest.mark.parametrize("name", ["graph.gexf", "plain.gexf", "empty.gexf", "graph.graphml"])
def test_gephi_reports_nothing(gephi: dict[str, Any], name: str) -> None:
    assert [each for each in gephi[name]["issues"] if each["level"] != "INFO"] == []


@pytest.mark.parametrize("name", ["graph.gexf", "graph.graphml"])
def test_gephi_shows_nodes_where_and_as_they_were_drawn(gephi: dict[str, Any], name: str) -> None:
    graph = sample()
    read = {node["id"]: node for node in gephi[name]["nodes"]}
    assert read.keys() == set(graph)
    for key, look in looks(graph).iterrows():
        node = read[key]
        assert (node["x"], node["y"]) == pytest.approx((look["x"], look["y"]), abs=1e-4)
        size = look["size"] / 2 if name == "graph.gexf" else look["size"]
        assert node["size"] == pytest.approx(size)
        assert node["colour"] == look["colour"]
        assert node["label"] == graph.nodes[key]["label"]


def test_gephi_has_every_column_in_its_type(gephi: dict[str, Any]) -> None:
    columns = {each["title"]: each["type"] for each in gephi["graph.gexf"]["node_columns"]}
    assert columns == {
        "kind": "String", "text": "String", "whole": "Integer", "wide": "Long", "huge": "String",
        "part": "Double", "mixed_numbers": "Double", "mixed": "String", "yes": "Boolean",
        "gap": "Integer", "scalar": "Integer", "lost": "Double", **dict.fromkeys(NAMES, "String"),
    }  # fmt: skip
    columns = {each["title"]: each["type"] for each in gephi["graph.gexf"]["edge_columns"]}
    assert columns == {
        "shared": "Integer", "jaccard": "Double", "label": "String", "type": "String",
        "colour": "String",
    }  # fmt: skip


def test_gephi_has_every_value_of_every_node(gephi: dict[str, Any]) -> None:
    read = {node["id"]: node["attributes"] for node in gephi["graph.gexf"]["nodes"]}
    for key, data in sample().nodes(data=True):
        assert read[key] == attributes(data, "label")


def test_gephi_has_every_edge_with_kind_weight_and_colour(gephi: dict[str, Any]) -> None:
    graph = sample()
    read = {(e["source"], e["target"]): e for e in gephi["graph.gexf"]["edges"]}
    assert len(read) == graph.number_of_edges()
    for source, target, data in graph.edges(data=True):
        edge = read[source, target]
        assert not edge["directed"]
        assert edge["id"] == "--".join(sorted((source, target)))
        assert (edge["kind"], edge["weight"]) == (data["kind"], data["weight"])
        assert edge["attributes"] == attributes(data, "kind", "weight")
    assert read["N00", "N01"]["colour"] == EDGE_COLOUR


def test_gephi_reads_no_time_where_there_is_none(gephi: dict[str, Any]) -> None:
    assert not gephi["graph.gexf"]["time"]["dynamic"]


def test_gephi_lite_has_every_value_of_every_node(graphology: dict[str, Any]) -> None:
    graph = sample()
    read = {node["id"]: node["attributes"] for node in graphology["graph.gexf"]["nodes"]}
    for key, look in looks(graph).iterrows():
        red, green, blue = bytes.fromhex(look["colour"][1:])
        assert read[key].pop("color") == f"rgb({red},{green},{blue})"
        place = (read[key].pop("x"), read[key].pop("y"), read[key].pop("size"))
        assert place == (look["x"], look["y"], look["size"] / 2)
        assert read[key].pop("z") == 0
        assert read[key] == attributes(graph.nodes[key])


def test_gephi_lite_has_every_edge_with_kind_and_weight(graphology: dict[str, Any]) -> None:
    graph = sample()
    read = graphology["graph.gexf"]
    assert (read["type"], read["multi"]) == ("undirected", False)
    edges = {(each["source"], each["target"]): each for each in read["edges"]}
    assert len(edges) == graph.number_of_edges()
    for source, target, data in graph.edges(data=True):
        found = edges[source, target]["attributes"]
        found.pop("color")
        assert found == attributes(data)


def test_gephi_lite_shows_who_made_the_file_and_how(graphology: dict[str, Any]) -> None:
    meta = graphology["graph.gexf"]["meta"]
    assert meta["description"] == "How it was made. A source."
    assert meta["lastModifiedDate"] == "2020-10-06"


def test_gephi_lite_opens_an_empty_graph(graphology: dict[str, Any]) -> None:
    assert graphology["empty.gexf"]["nodes"] == []
