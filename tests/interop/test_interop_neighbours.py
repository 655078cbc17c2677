"""Other formats in other programs: igraph, NetworKit, XGI, hypergraphx read what was written."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from interop_cases import graph_of, looks_of

from coalitions import write_graph
from coalitions.graphs.build import GRAPHS

if TYPE_CHECKING:
    from pathlib import Path


def library(name: str) -> Any:
    """Return a library of the test extra; under CI none may be missing."""
    if os.environ.get("CI") == "true":
        return import_module(name)
    return pytest.importorskip(name)


@pytest.fixture(params=["unga75", "un-china"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("kind", GRAPHS)
def test_igraph_reads_graphml(name: str, tmp_path: Path, kind: str) -> None:
    igraph = library("igraph")
    graph = graph_of(name, kind)
    look = looks_of(name, kind)
    read = igraph.Graph.Read_GraphML(str(write_graph(graph, tmp_path / "a.graphml", looks=look)))
    assert read.vs["id"] == list(graph)
    keys = read.vs["id"]
    assert [(keys[e.source], keys[e.target]) for e in read.es] == list(graph.edges)
    for each in ("label", "group", "count", "side", "start"):
        assert read.vs[each] == [data[each] for _, data in graph.nodes(data=True)]
    assert read.vs["x"] == look["x"].tolist()
    for each in ("kind", "weight", "shared", "start"):
        assert read.es[each] == [data[each] for *_, data in graph.edges(data=True)]
    assert read["method"] == graph.graph["method"]


@pytest.mark.parametrize("kind", GRAPHS)
def test_igraph_reads_pajek(name: str, tmp_path: Path, kind: str) -> None:
    igraph = library("igraph")
    graph = graph_of(name, kind)
    path = write_graph(graph, tmp_path / "a.net", looks=looks_of(name, kind))
    read = igraph.Graph.Read_Pajek(str(path))
    keys = read.vs["name"]
    assert keys == list(graph)
    assert [(keys[e.source], keys[e.target]) for e in read.es] == list(graph.edges)
    assert read.es["weight"] == [data["weight"] for *_, data in graph.edges(data=True)]
    assert all(0 < place < 1 for axis in "xy" for place in read.vs[axis])


@pytest.mark.parametrize("kind", GRAPHS)
def test_networkit_reads_graphml(name: str, tmp_path: Path, kind: str) -> None:
    networkit = library("networkit")
    graph = graph_of(name, kind)
    path = write_graph(graph, tmp_path / "a.graphml", looks=looks_of(name, kind))
    read = networkit.graphio.GraphMLReader().read(str(path))
    keys = list(graph)
    assert read.numberOfNodes() == len(graph)
    found = {frozenset((keys[a], keys[b])): weight for a, b, weight in read.iterEdgesWeights()}
    assert found == {frozenset((a, b)): data["weight"] for a, b, data in graph.edges(data=True)}


def test_xgi_reads_hif(name: str, tmp_path: Path) -> None:
    xgi = library("xgi")
    graph = graph_of(name, "two-mode")
    read = xgi.read_hif(
        str(write_graph(graph, tmp_path / "a.hif.json", looks=looks_of(name, "two-mode")))
    )
    kinds = dict(graph.nodes(data="kind"))
    statements = [key for key, kind in kinds.items() if kind == "statement"]
    assert set(read.edges) == set(statements)
    assert set(read.nodes) == kinds.keys() - statements
    for statement in statements:
        assert read.edges.members(statement) == set(graph[statement])
        assert read.edges[statement]["date"] == graph.nodes[statement]["date"]
    for node in read.nodes:
        assert read.nodes[node]["label"] == graph.nodes[node]["label"]


def test_hypergraphx_reads_hif(name: str, tmp_path: Path) -> None:
    hif = library("hypergraphx.readwrite.hif")
    graph = graph_of(name, "two-mode")
    path = write_graph(graph, tmp_path / "a.hif.json", looks=looks_of(name, "two-mode"))
    read = hif.read_hif(str(path))
    # It numbers nodes; what the file calls them, and what it says of them, it keeps beside.
    nodes = {node: read.get_node_metadata(node) for node in read.get_nodes()}
    statements = {key for key, kind in graph.nodes(data="kind") if kind == "statement"}
    assert {each["node"] for each in nodes.values()} == set(graph) - statements
    assert all(e["attrs"]["label"] == graph.nodes[e["node"]]["label"] for e in nodes.values())
    members = {
        read.get_edge_metadata(edge)["edge"]: {nodes[node]["node"] for node in edge}
        for edge in read.get_edges()
    }
    # It keeps one of statements with the very same signatories, none of those without any.
    assert members == {key: set(graph[key]) for key in members}
    signed = {frozenset(graph[key]) for key in statements if graph[key]}
    assert len(members) == len(signed)
