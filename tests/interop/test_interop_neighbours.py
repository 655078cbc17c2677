"""Other formats in other programs: igraph, NetworKit and XGI read what was written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from coalitions import Corpus, node_looks, two_mode_graph, write_graph
from coalitions.graphs import GRAPHS

if TYPE_CHECKING:
    from pathlib import Path


def library(name: str) -> Any:
    """Return a library of the test extra; under CI none may be missing."""
    if os.environ.get("CI") == "true":
        return __import__(name)
    return pytest.importorskip(name)


@pytest.fixture(params=["unga75", "un-china"])
def corpus(request: pytest.FixtureRequest, unga75: Corpus, un_china: Corpus) -> Corpus:
    return {"unga75": unga75, "un-china": un_china}[request.param]


@pytest.mark.parametrize("kind", GRAPHS)
def test_igraph_reads_graphml(corpus: Corpus, tmp_path: Path, kind: str) -> None:
    igraph = library("igraph")
    graph = GRAPHS[kind](corpus)
    look = node_looks(graph)
    read = igraph.Graph.Read_GraphML(str(write_graph(graph, tmp_path / "a.graphml", looks=look)))
    assert read.vs["id"] == list(graph)
    keys = read.vs["id"]
    assert [(keys[e.source], keys[e.target]) for e in read.es] == list(graph.edges)
    for name in ("label", "group", "count", "side", "start"):
        assert read.vs[name] == [data[name] for _, data in graph.nodes(data=True)]
    assert read.vs["x"] == look["x"].tolist()
    for name in ("kind", "weight", "shared", "start"):
        assert read.es[name] == [data[name] for *_, data in graph.edges(data=True)]
    assert read["method"] == graph.graph["method"]


@pytest.mark.parametrize("kind", GRAPHS)
def test_igraph_reads_pajek(corpus: Corpus, tmp_path: Path, kind: str) -> None:
    igraph = library("igraph")
    graph = GRAPHS[kind](corpus)
    path = write_graph(graph, tmp_path / "a.net", looks=node_looks(graph))
    read = igraph.Graph.Read_Pajek(str(path))
    keys = read.vs["name"]
    assert keys == list(graph)
    assert [(keys[e.source], keys[e.target]) for e in read.es] == list(graph.edges)
    assert read.es["weight"] == [data["weight"] for *_, data in graph.edges(data=True)]
    assert all(0 < place < 1 for axis in "xy" for place in read.vs[axis])


@pytest.mark.parametrize("kind", GRAPHS)
def test_networkit_reads_graphml(corpus: Corpus, tmp_path: Path, kind: str) -> None:
    networkit = library("networkit")
    graph = GRAPHS[kind](corpus)
    path = write_graph(graph, tmp_path / "a.graphml", looks=node_looks(graph))
    read = networkit.graphio.GraphMLReader().read(str(path))
    keys = list(graph)
    assert read.numberOfNodes() == len(graph)
    found = {frozenset((keys[a], keys[b])): weight for a, b, weight in read.iterEdgesWeights()}
    assert found == {frozenset((a, b)): data["weight"] for a, b, data in graph.edges(data=True)}


def test_xgi_reads_hif(corpus: Corpus, tmp_path: Path) -> None:
    xgi = library("xgi")
    graph = two_mode_graph(corpus)
    read = xgi.read_hif(str(write_graph(graph, tmp_path / "a.hif.json", looks=node_looks(graph))))
    kinds = dict(graph.nodes(data="kind"))
    statements = [key for key, kind in kinds.items() if kind == "statement"]
    assert set(read.edges) == set(statements)
    assert set(read.nodes) == kinds.keys() - statements
    for statement in statements:
        assert read.edges.members(statement) == set(graph[statement])
        assert read.edges[statement]["date"] == graph.nodes[statement]["date"]
    for node in read.nodes:
        assert read.nodes[node]["label"] == graph.nodes[node]["label"]
