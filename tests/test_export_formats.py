"""GraphML, CSV, node-link JSON, and the choice between the formats."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pytest
from export_cases import cosigning, fitting, looks

from coalitions.errors.problems import CoalitionsError
from coalitions.export.formats import FORMATS, write_graph

if TYPE_CHECKING:
    from pathlib import Path


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def awkward() -> nx.Graph:
    graph = nx.Graph(id="g", node_default="d", note="bell\x07")
    graph.add_node("A", id=1, x="here", size="big", r="red", half="\ud800", mix=1)
    graph.add_node("B", mix=1.5, huge=2**70, ok=True, none=None, mixed=False)
    graph.add_node("C", mixed=1, label="see")
    graph.add_edge("A", "B", id="e", source="s", target="t", type="k", weight=2)
    return graph


@pytest.mark.parametrize("name", ["a.gexf", "a.GEXF", "a.graphml", "a.json", "a.b.csv"])
def test_the_suffix_decides_on_the_format(tmp_path: Path, name: str) -> None:
    path = write_graph(cosigning(), str(tmp_path / name))
    assert path.exists()
    assert path.parent == tmp_path


@pytest.mark.parametrize("name", ["a.xlsx", "a", "gexf"])
def test_an_unknown_suffix_names_those_that_are_possible(tmp_path: Path, name: str) -> None:
    with pytest.raises(CoalitionsError) as refused:
        write_graph(cosigning(), tmp_path / name)
    assert str(refused.value).startswith(f"{name}: no format for ")
    assert all(suffix in str(refused.value) for suffix in FORMATS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(CoalitionsError) as refused:
        write_graph(fitting(suffix), tmp_path / "none" / f"a{suffix}")
    assert f"in {tmp_path / 'none'}: no such file or directory" in str(refused.value)
    assert "choose another `path`" in str(refused.value)


def test_graphml_is_read_by_networkx_as_the_graph_it_was(tmp_path: Path) -> None:
    graph = cosigning()
    read = nx.read_graphml(write_graph(graph, tmp_path / "a.graphml"))
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(read.edges(data=True)) == list(graph.edges(data=True))
    # networkx adds the defaults that the format declares: none here.
    assert read.graph == {**graph.graph, "node_default": {}, "edge_default": {}}


def test_graphml_has_places_and_colours_as_gephi_reads_them(tmp_path: Path) -> None:
    read = nx.read_graphml(write_graph(cosigning(), tmp_path / "a.graphml", looks=looks()))
    cuba = {name: read.nodes["CUB"][name] for name in ("x", "y", "size", "r", "g", "b")}
    # #88633B is 136, 99, 59.
    assert cuba == {"x": -20.25, "y": 2.5, "size": 4.5, "r": 136, "g": 99, "b": 59}


def test_graphml_gives_another_name_to_what_gephi_would_misread(tmp_path: Path) -> None:
    read = nx.read_graphml(write_graph(awkward(), tmp_path / "a.graphml"))
    assert read.nodes["A"] == {
        "id (2)": 1, "x (2)": "here", "size (2)": "big", "r (2)": "red", "half": "\ufffd",
        "mix": 1.0,
    }  # fmt: skip
    assert read.nodes["B"] == {"mix": 1.5, "huge": str(2**70), "ok": True, "mixed": "false"}
    assert read.nodes["C"] == {"mixed": "1", "label": "see"}
    assert read.edges["A", "B"]["id (2)"] == "e"
    assert read.graph["id (2)"] == "g"
    assert read.graph["note"] == "bell\ufffd"


def test_json_is_read_by_networkx_as_the_graph_it_was(tmp_path: Path) -> None:
    graph = cosigning()
    path = write_graph(graph, tmp_path / "a.json")
    read = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert nx.utils.graphs_equal(read, graph)
    assert read.graph == graph.graph
    assert "Côte d'Ivoire" in path.read_text(encoding="utf-8")


def test_json_has_looks_among_the_attributes_of_nodes(tmp_path: Path) -> None:
    path = write_graph(cosigning(), tmp_path / "a.json", looks=looks())
    (cuba,) = [n for n in json.loads(path.read_text(encoding="utf-8"))["nodes"] if n["id"] == "CUB"]
    assert (cuba["x"], cuba["y"], cuba["size"], cuba["colour"]) == (-20.25, 2.5, 4.5, "#88633B")


def test_json_keeps_attributes_named_as_its_own(tmp_path: Path) -> None:
    path = write_graph(awkward(), tmp_path / "a.json", looks=looks().set_axis(["A", "B", "C"]))
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["nodes"][0]["id"] == "A"
    assert data["nodes"][0]["id (2)"] == 1
    assert (data["nodes"][0]["x"], data["nodes"][0]["x (2)"]) == (10.5, "here")
    assert data["edges"] == [
        {"source": "A", "source (2)": "s", "target": "B", "target (2)": "t",
         "id": "e", "type": "k", "weight": 2}
    ]  # fmt: skip


def test_json_has_no_nan(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("A", a=float("nan"), b=float("-inf"), c=None)
    path = write_graph(graph, tmp_path / "a.json")
    assert json.loads(path.read_text(encoding="utf-8"))["nodes"] == [{"id": "A"}]


def test_csv_is_a_table_of_nodes_and_one_of_edges_as_gephi_wants_them(tmp_path: Path) -> None:
    path = write_graph(cosigning(), tmp_path / "a.csv")
    assert path == tmp_path / "a.nodes.csv"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.edges.csv", "a.nodes.csv"]
    assert rows(path) == [
        ["Id", "Label", "kind", "group", "count", "side"],
        ["CUB", "Cuba", "signatory", "", "2", "support"],
        ["CIV", "Côte d'Ivoire", "signatory", "African", "1", ""],
        ["DEU", "Germany", "signatory", "", "1", "critical"],
    ]
    assert rows(tmp_path / "a.edges.csv") == [
        ["Source", "Target", "Type", "Weight", "kind", "shared", "jaccard"],
        ["CUB", "CIV", "Undirected", "1.0", "co-signed", "1", "0.5"],
        ["CUB", "DEU", "Undirected", "3.0", "co-signed", "3", "0.75"],
    ]


def test_csv_has_the_looks_of_nodes(tmp_path: Path) -> None:
    table = pd.read_csv(write_graph(cosigning(), tmp_path / "a.csv", looks=looks()))
    cuba = table.set_index("Id").loc["CUB"]
    assert [cuba["x"], cuba["y"], cuba["colour"], cuba["size"]] == [-20.25, 2.5, "#88633B", 4.5]


def test_csv_keeps_integers_beside_gaps_and_writes_truth_in_small_letters(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("A", declared=25, ok=True)
    graph.add_node("B", ok=False)
    assert rows(write_graph(graph, tmp_path / "a.csv"))[1:] == [
        ["A", "A", "25", "true"],
        ["B", "B", "", "false"],
    ]


def test_csv_has_no_column_twice(tmp_path: Path) -> None:
    write_graph(awkward(), tmp_path / "a.csv")
    assert rows(tmp_path / "a.nodes.csv")[0][:3] == ["Id", "Label", "id (2)"]
    assert rows(tmp_path / "a.edges.csv") == [
        ["Source", "Target", "Type", "Weight", "id", "source (2)", "target (2)", "type (2)"],
        ["A", "B", "Undirected", "2", "e", "s", "t", "k"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_runs_nothing_in_a_spreadsheet(tmp_path: Path, start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    graph = nx.Graph()
    graph.add_node(text, label=text, change=-3, **{text: text})
    graph.add_edge(text, "B", note=text)
    # A carriage return becomes \n, which every writer quotes.
    safe = f"'{text}".replace("\r", "\n")
    assert rows(write_graph(graph, tmp_path / "a.csv"))[:2] == [
        ["Id", "Label", "change", safe],
        [safe, safe, "-3", safe],
    ]
    assert rows(tmp_path / "a.edges.csv")[1] == [safe, "B", "Undirected", "", safe]
