"""Whatever attributes hold and are called, Gephi and Gephi Lite open the file and have them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from export_graphs import clean, held, same

if TYPE_CHECKING:
    import networkx as nx


def kept(data: dict[str, Any], *own: str) -> dict[str, Any]:
    """Return what a program should have; an empty text is none to Gephi."""
    return {
        clean(name): value
        for name, value in data.items()
        if held(value) and name not in own and value != ""
    }


def assert_same(data: dict[str, Any], found: dict[str, Any], *own: str) -> None:
    for name, value in kept(data, *own).items():
        # A column without a name is called by its number.
        title = name or next(iter(found.keys() - kept(data)))
        assert same(value, found.get(title)), (name, value, found)


def test_there_are_enough_samples_with_enough_in_them(samples: dict[str, nx.Graph]) -> None:
    assert len(samples) >= 40
    assert sum(len(graph) for graph in samples.values()) > 100
    assert sum(graph.number_of_edges() for graph in samples.values()) > 40


def test_gephi_opens_every_sample(gephi: dict[str, Any], samples: dict[str, nx.Graph]) -> None:
    for name, graph in samples.items():
        read = gephi[name]
        assert [each for each in read["issues"] if each["level"] != "INFO"] == [], name
        assert len(read["nodes"]) == graph.number_of_nodes(), name
        assert len(read["edges"]) == graph.number_of_edges(), name


def test_gephi_has_every_value_of_every_sample(
    gephi: dict[str, Any], samples: dict[str, nx.Graph]
) -> None:
    for name, graph in samples.items():
        for (_, data), node in zip(graph.nodes(data=True), gephi[name]["nodes"], strict=True):
            assert_same(data, node["attributes"], "label")
        weights = [edge["weight"] for edge in gephi[name]["edges"]]
        assert weights == pytest.approx([data["weight"] for *_, data in graph.edges(data=True)])
        for (*_, data), edge in zip(graph.edges(data=True), gephi[name]["edges"], strict=True):
            assert_same(data, edge["attributes"], "kind", "weight", "label")


def test_gephi_lite_opens_every_sample(
    graphology: dict[str, Any], samples: dict[str, nx.Graph]
) -> None:
    for name, graph in samples.items():
        read = graphology[name]
        assert len(read["nodes"]) == graph.number_of_nodes(), name
        assert len(read["edges"]) == graph.number_of_edges(), name
