"""Graphs and looks that no file can hold: one message that names each place, nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pytest
from export_cases import cosigning, looks

from coalitions.errors.problems import GraphError
from coalitions.export.formats import FORMATS, write_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def broken(change: Callable[[Any], Any]) -> nx.Graph:
    graph = cosigning()
    change(graph)
    return graph


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda g: g.nodes["CUB"].update(tags=[7]), "node \"CUB\", attribute \"tags\": list '[7]'"),
        (lambda g: g.nodes["CUB"].update(tags={1}), "node \"CUB\", attribute \"tags\": set '{1}'"),
        (lambda g: g.nodes["CUB"].update(t=object), 'node "CUB", attribute "t": type'),
        (lambda g: g.nodes["CUB"].update(t=b"x"), 'node "CUB", attribute "t": bytes'),
        (lambda g: g.nodes["CUB"].update(t=1j), 'node "CUB", attribute "t": complex'),
        (lambda g: g.nodes["CUB"].update(t=np.timedelta64(1, "D")), 'attribute "t": timedelta64'),
        (lambda g: g.nodes["CUB"].update({7: "x"}), "attribute 7: expected a name that is text"),
        (lambda g: g.edges["CUB", "DEU"].update(d={}), 'edge "CUB–DEU", attribute "d": dict'),
        (lambda g: g.edges["CUB", "DEU"].update(weight=0), 'edge "CUB–DEU", attribute "weight": 0'),
        (lambda g: g.edges["CUB", "DEU"].update(weight=-1.0), 'attribute "weight": -1.0'),
        (lambda g: g.edges["CUB", "DEU"].update(weight=1e-50), 'attribute "weight": 1e-50'),
        (lambda g: g.edges["CUB", "DEU"].update(weight="3"), "attribute \"weight\": '3'"),
        (lambda g: g.edges["CUB", "DEU"].update(weight=True), 'attribute "weight": True'),
        (lambda g: g.edges["CUB", "DEU"].update(weight=float("inf")), 'attribute "weight": inf'),
        (lambda g: g.add_node(3), "node 3: expected a key of one character or more"),
        (lambda g: g.add_node(("a",)), "node ('a',): expected a key"),
        (lambda g: g.add_node(""), "node '': expected a key"),
        (lambda g: g.graph.update(tags=[1]), "graph attribute \"tags\": list '[1]'"),
        (lambda g: g.graph.update({2: "x"}), "graph attribute 2: expected a name"),
    ],
)  # fmt: skip
def test_a_graph_that_breaks_the_contract_is_refused_and_nothing_written(
    tmp_path: Path, suffix: str, change: Callable[[Any], Any], message: str
) -> None:
    with pytest.raises(GraphError) as refused:
        write_graph(broken(change), tmp_path / f"a{suffix}")
    assert message in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_every_fault_is_named_at_once_up_to_ten(tmp_path: Path) -> None:
    graph = nx.Graph()
    for number in range(12):
        graph.add_node(f"n{number}", bad=[number])
    with pytest.raises(GraphError) as refused:
        write_graph(graph, tmp_path / "a.gexf")
    lines = str(refused.value).splitlines()
    assert lines[0] == "the graph cannot be written:"
    assert [line.split('"')[1] for line in lines[1:11]] == [f"n{n}" for n in range(10)]
    assert lines[11:] == ["and 2 more"]


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [(nx.DiGraph, ".gexf"), *((nx.MultiGraph, suffix) for suffix in FORMATS if suffix != ".gexf")],
)
def test_directed_and_parallel_edges_are_refused(tmp_path: Path, kind: Any, suffix: str) -> None:
    with pytest.raises(GraphError, match=f"the graph is a {kind.__name__}: expected an undirected"):
        write_graph(kind([("A", "B")]), tmp_path / f"a{suffix}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "kinds", "message"),
    [
        ("two", ("a", "a"), 'edge "A–B", attribute "kind": \'a\': expected another kind'),
        ("two", (None, None), 'edge "A–B", attribute "kind": None: expected another kind'),
        (2, ("a", "b"), 'edge "A–B", key 2: expected text'),
    ],
)
def test_parallel_edges_that_gephi_would_join_are_refused(
    tmp_path: Path, key: Any, kinds: Any, message: str
) -> None:
    graph = nx.MultiGraph()
    graph.add_edge("A", "B", "one", kind=kinds[0])
    graph.add_edge("B", "A", key, kind=kinds[1])
    with pytest.raises(GraphError) as refused:
        write_graph(graph, tmp_path / "a.gexf")
    assert message in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda look: look.drop(columns="size"), "looks: no column size"),
        (lambda look: look.drop(index="CUB"), 'looks: no row for node "CUB"'),
        (lambda look: look.assign(x=float("nan")), 'looks: node "CUB": nan'),
        (lambda look: look.assign(size=0), 'looks: node "CUB": -20.25, 2.5, #88633B, 0'),
        (lambda look: look.assign(colour="red"), 'looks: node "CUB": -20.25, 2.5, red'),
    ],
)
def test_looks_that_do_not_fit_the_graph_are_refused(
    tmp_path: Path, change: Callable[[Any], Any], message: str
) -> None:
    with pytest.raises(GraphError) as refused:
        write_graph(cosigning(), tmp_path / "a.gexf", looks=change(looks()))
    assert message in str(refused.value)
    assert list(tmp_path.iterdir()) == []
