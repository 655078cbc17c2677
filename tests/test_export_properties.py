"""Whatever a graph holds, its file is well-formed, complete and true to it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import networkx as nx
from export_cases import read_gexf
from export_graphs import all_held, graphs, held, same
from hypothesis import given, settings

from coalitions.export.formats import write_graph
from coalitions.export.graphml import _TAKEN
from coalitions.export.plaingraph import plain_graph


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_gexf_holds_every_value_in_its_columns_type(graph: nx.Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = read_gexf(write_graph(graph, Path(folder, "a.gexf")))
    assert len(read.nodes) == graph.number_of_nodes()
    assert len(read.edges) == graph.number_of_edges()
    for (_, data), node in zip(graph.nodes(data=True), read.nodes.values(), strict=True):
        values = {name: value for name, value in data.items() if held(value)}
        label = values.pop("label", None)
        assert label is None or same(label, node["label"])
        assert all_held(values, node["attributes"])
    for (_, _, data), edge in zip(graph.edges(data=True), read.edges.values(), strict=True):
        values = {name: value for name, value in data.items() if held(value)}
        assert float(edge["weight"]) == values.pop("weight")
        kind = values.pop("kind", None)
        assert kind is None or same(kind, edge["kind"])
        assert all_held(values, edge["attributes"])


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_graphml_is_what_networkx_writes(graph: nx.Graph) -> None:
    """It is written element by element; networkx, whose format it is, holds all at once."""
    for each in (graph, nx.create_empty_copy(graph, with_data=False), nx.Graph()):
        with tempfile.TemporaryDirectory() as folder:
            written = write_graph(each, Path(folder, "a.graphml")).read_bytes()
            nx.write_graphml_xml(plain_graph(each, None, _TAKEN), Path(folder, "b.graphml"))
            assert written == Path(folder, "b.graphml").read_bytes()


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_the_other_formats_hold_all_nodes_and_edges(graph: nx.Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        graphml = nx.read_graphml(write_graph(graph, Path(folder, "a.graphml")))
        path = write_graph(graph, Path(folder, "a.json"))
        data = json.loads(path.read_text(encoding="utf-8"), parse_constant=lambda _: 1 / 0)
        write_graph(graph, Path(folder, "a.csv")).read_text(encoding="utf-8")
    counts = (graph.number_of_nodes(), graph.number_of_edges())
    assert (graphml.number_of_nodes(), graphml.number_of_edges()) == counts
    assert (len(data["nodes"]), len(data["edges"])) == counts
    weights = [each["weight"] for each in data["edges"]]
    assert weights == [weight for _, _, weight in graph.edges(data="weight")]
