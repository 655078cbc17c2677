"""The three graphs of both corpora, in Gephi and in Gephi Lite, as they were written."""

from __future__ import annotations

from typing import Any

import pytest
from interop_cases import graph_of, looks_of, told_graph

from coalitions import node_looks
from coalitions.graphs.build import GRAPHS
from coalitions.looks import EDGE_COLOUR

CORPORA = ["unga75", "un-china"]
GEPHI_TYPES = {str: "String", int: "Integer", float: "Double", bool: "Boolean"}
# What is no column: Gephi has its own.
OWN = {"node": {"label"}, "edge": {"kind", "weight"}}
FILES = [f"{corpus}-{kind}.gexf" for corpus in CORPORA for kind in (*GRAPHS, "static", "parallel")]


@pytest.fixture(scope="module", params=CORPORA)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def columns(rows: list[dict[str, Any]], element: str) -> dict[str, str]:
    return {
        name: GEPHI_TYPES[type(value)]
        for data in rows
        for name, value in data.items()
        if name not in OWN[element]
    }


def kept(data: dict[str, Any], element: str) -> dict[str, Any]:
    # An empty text is none to Gephi.
    return {name: each for name, each in data.items() if name not in OWN[element] and each != ""}


def spells(start: str) -> list[list[str]]:
    return [[start, "Infinity"]] if start else []


def steps(data: dict[str, Any]) -> list[list[Any]]:
    """Return a co-signing tie's weight over time, counted from its dates."""
    dates = data["dates"].split()
    days = sorted(set(dates))
    return [
        [day, end, float(sum(each <= day for each in dates))]
        for day, end in zip(days, [*days[1:], "Infinity"], strict=True)
    ]


@pytest.mark.parametrize("file", [*FILES, *(f"{c}-{k}.graphml" for c in CORPORA for k in GRAPHS)])
def test_gephi_reports_nothing(gephi: dict[str, Any], file: str) -> None:
    assert [each for each in gephi[file]["issues"] if each["level"] != "INFO"] == []


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("suffix", ["gexf", "graphml"])
def test_gephi_has_every_node_in_its_place(
    gephi: dict[str, Any], name: str, kind: str, suffix: str
) -> None:
    graph = graph_of(name, kind)
    read = {node["id"]: node for node in gephi[f"{name}-{kind}.{suffix}"]["nodes"]}
    assert set(read) == set(graph)
    for key, look in looks_of(name, kind).iterrows():
        node = read[key]
        assert (node["x"], node["y"]) == pytest.approx((look["x"], look["y"]), abs=1e-4)
        # Gephi draws a size as the radius; of GraphML's columns it takes the width for that.
        size = look["size"] / 2 if suffix == "gexf" else look["size"]
        assert node["size"] == pytest.approx(size, abs=1e-4)
        assert node["colour"] == look["colour"]
        assert node["label"] == graph.nodes[key]["label"]
        if suffix == "gexf":
            assert node["attributes"] == kept(graph.nodes[key], "node")
            assert node["spells"] == spells(graph.nodes[key]["start"])


@pytest.mark.parametrize("kind", GRAPHS)
def test_gephi_has_every_column_in_its_type(gephi: dict[str, Any], name: str, kind: str) -> None:
    graph, read = graph_of(name, kind), gephi[f"{name}-{kind}.gexf"]
    for element, rows in (
        ("node", [data for _, data in graph.nodes(data=True)]),
        ("edge", [data for *_, data in graph.edges(data=True)]),
    ):
        found = {each["title"]: each["type"] for each in read[f"{element}_columns"]}
        assert found == columns(rows, element)


@pytest.mark.parametrize("kind", GRAPHS)
def test_gephi_has_every_edge_from_its_day_on(gephi: dict[str, Any], name: str, kind: str) -> None:
    graph = graph_of(name, kind)
    read = {(e["source"], e["target"]): e for e in gephi[f"{name}-{kind}.gexf"]["edges"]}
    assert set(read) == set(graph.edges)
    # Only the ties of un-china grow: all of unga75 is of one day.
    grows = kind == "cosigning" and name == "un-china"
    for source, target, data in graph.edges(data=True):
        edge = read[source, target]
        assert not edge["directed"]
        assert (edge["kind"], edge["colour"]) == (data["kind"], EDGE_COLOUR)
        assert edge["attributes"] == kept(data, "edge")
        assert edge["spells"] == spells(data["start"])
        assert edge["weight"] == (None if grows else data["weight"])
        assert edge["weights"] == (steps(data) if grows else [])


@pytest.mark.parametrize("kind", [*GRAPHS, "parallel"])
def test_gephis_timeline_runs_from_the_first_to_the_last_statement(
    gephi: dict[str, Any], name: str, kind: str
) -> None:
    graph = graph_of(name, kind)
    starts = {data["start"] for _, data in graph.nodes(data=True)}
    for *_, data in graph.edges(data=True):
        starts |= {data["start"], *data.get("dates", "").split()}
    assert gephi[f"{name}-{kind}.gexf"]["time"] == {
        "dynamic": True,
        "format": "DATE",
        "low": min(starts - {""}),
        "high": max(starts),
    }


def test_without_time_gephi_has_the_same_graph_and_no_timeline(
    gephi: dict[str, Any], name: str
) -> None:
    read, graph = gephi[f"{name}-static.gexf"], graph_of(name, "cosigning")
    assert not read["time"]["dynamic"]
    found = {(e["source"], e["target"]): e for e in read["edges"]}
    assert set(found) == set(graph.edges)
    for source, target, data in graph.edges(data=True):
        edge = found[source, target]
        assert (edge["weight"], edge["weights"], edge["spells"]) == (data["weight"], [], [])
        assert edge["attributes"] == kept(data, "edge")


def test_gephi_keeps_parallel_edges_apart(gephi: dict[str, Any], name: str) -> None:
    graph = graph_of(name, "parallel")
    read = {
        (e["source"], e["target"], e["kind"]): e for e in gephi[f"{name}-parallel.gexf"]["edges"]
    }
    assert set(read) == set(graph.edges(keys=True))
    for source, target, key, data in graph.edges(keys=True, data=True):
        edge = read[source, target, key]
        assert (edge["weight"], edge["spells"]) == (1.0, spells(data["start"]))


@pytest.mark.parametrize("kind", [*GRAPHS, "static"])
def test_gephi_lite_has_every_node_and_edge(
    graphology: dict[str, Any], name: str, kind: str
) -> None:
    read = graphology[f"{name}-{kind}.gexf"]
    # Without time it is the same graph.
    kind = "cosigning" if kind == "static" else kind
    graph = graph_of(name, kind)
    nodes = {node["id"]: node["attributes"] for node in read["nodes"]}
    assert list(nodes) == list(graph)
    for key, look in looks_of(name, kind).iterrows():
        red, green, blue = bytes.fromhex(look["colour"][1:])
        assert nodes[key].pop("color") == f"rgb({red},{green},{blue})"
        place = [nodes[key].pop(each) for each in ("x", "y", "z", "size")]
        assert place == [look["x"], look["y"], 0, look["size"] / 2]
        assert nodes[key] == graph.nodes[key]
    edges = {(each["source"], each["target"]): each["attributes"] for each in read["edges"]}
    assert list(edges) == list(graph.edges)
    for source, target, data in graph.edges(data=True):
        edges[source, target].pop("color")
        # It knows no time: of a weight that changes it takes the last value.
        assert edges[source, target] == data


def test_gephi_lite_keeps_parallel_edges(graphology: dict[str, Any], name: str) -> None:
    read = graphology[f"{name}-parallel.gexf"]
    # unga75: the 19 named under both of two statements are tied twice.
    assert read["multi"]
    assert len(read["edges"]) == graph_of(name, "parallel").number_of_edges()


@pytest.mark.parametrize("file", ["told.gexf", "told.graphml"])
def test_gephi_filters_by_p_value_and_has_the_colours_of_communities(
    gephi: dict[str, Any], file: str
) -> None:
    graph, read = told_graph(), gephi[file]
    whole = "Integer" if file.endswith(".gexf") else "Long"
    assert [each for each in read["issues"] if each["level"] != "INFO"] == []
    types = {each["title"]: each["type"] for each in read["edge_columns"]}
    assert types["p_upper"] == types["p_adjusted"] == types["expected"] == "Double"
    assert (types["significant"], types["sign"]) == ("Boolean", whole)
    assert {"community": whole}.items() <= {
        each["title"]: each["type"] for each in read["node_columns"]
    }.items()
    colours = node_looks(graph, by="community")["colour"]
    assert {node["id"]: node["colour"] for node in read["nodes"]} == dict(colours)
    for edge in read["edges"]:
        told = graph.edges[edge["source"], edge["target"]]
        assert edge["attributes"]["p_adjusted"] == told["p_adjusted"]
        assert edge["attributes"]["significant"] is told["significant"]
