"""Pajek, HIF and graphology JSON, and graphs that are read again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from export_cases import cosigning, fitting, looks, two_mode

from coalitions import Corpus, node_looks
from coalitions.errors.problems import CoalitionsError, GraphError
from coalitions.export.formats import FORMATS, READABLE, read_graph, write_graph
from coalitions.graphs.build import GRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable

README = Path(__file__).parent.parent / "README.md"


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


# Suffixes


@pytest.mark.parametrize(
    ("name", "first"),
    [("a.json", "directed"), ("a.HIF.json", "network-type"), ("a.b.graphology.JSON", "options")],
)
def test_the_longest_suffix_decides(tmp_path: Path, name: str, first: str) -> None:
    assert next(iter(loaded(write_graph(two_mode(), tmp_path / name)))) == first


@pytest.mark.parametrize("name", [".hif.json", ".json", ".net"])
def test_a_suffix_alone_is_no_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CoalitionsError, match="no format for"):
        write_graph(two_mode(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    paths = [write_graph(fitting(suffix), tmp_path / f"{n}{suffix}") for n in "ab"]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_readme_lists_every_format_with_what_it_loses() -> None:
    rows = re.findall(
        r"^\| `(\.[\w.]+)` \| (.+) \| (.+) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    assert [suffix for suffix, _, _ in rows] == list(FORMATS)
    assert all(opens and loses for _, opens, loses in rows)


# Pajek


def test_pajek_has_ties_weights_and_places(tmp_path: Path) -> None:
    lines = write_graph(cosigning(), tmp_path / "a.net", looks=looks()).read_text("utf-8")
    # x from -20.25 (Cuba) to 10.5 (Germany) is the longer side, 30.75, and becomes 0.05 to 0.95;
    # y, turned over, from -2.5 (Cuba) to 3: 5.5 of 30.75. Cuba 0, Côte d'Ivoire (0, -3), Germany 1.
    assert lines.splitlines() == [
        "*Vertices 3",
        '1 "CUB" 0.0500 0.0500 0.5',
        f'2 "CIV" {0.05 + 0.9 * 20.25 / 30.75:.4f} {0.05 + 0.9 * 5.5 / 30.75:.4f} 0.5',
        f'3 "DEU" 0.9500 {0.05 + 0.9 * 1.5 / 30.75:.4f} 0.5',
        "*Edges",
        "1 2 1.0",
        "1 3 3.0",
    ]


def test_networkx_reads_pajek(tmp_path: Path) -> None:
    graph = nx.Graph([("a b", 'say "c"'), ("a b", "line\nend")])
    read = nx.read_pajek(write_graph(graph, tmp_path / "a.net"))
    edges = {frozenset(edge) for edge in read.edges()}
    assert edges == {frozenset(("a b", "say 'c'")), frozenset(("a b", "line end"))}


def test_pajek_keeps_keys_apart(tmp_path: Path) -> None:
    text = write_graph(nx.Graph([('a"', "a'")]), tmp_path / "a.net").read_text("utf-8")
    assert text.splitlines()[1:3] == ['1 "a\'"', '2 "a\' (2)"']


@pytest.mark.parametrize("keys", [[], ["A"]])
def test_pajek_of_few_nodes(tmp_path: Path, keys: list[str]) -> None:
    graph = nx.empty_graph(keys)
    path = write_graph(graph, tmp_path / "a.net", looks=looks().iloc[: len(keys)].set_axis(keys))
    assert path.read_text("utf-8").splitlines()[0] == f"*Vertices {len(keys)}"


# HIF


def test_hif_is_a_hypergraph_of_statements(tmp_path: Path) -> None:
    data = loaded(write_graph(two_mode(), tmp_path / "a.hif.json"))
    assert data["network-type"] == "undirected"
    assert data["metadata"] == two_mode().graph
    attributes = {"kind": "signed", "role": "lead", "start": "2020-10-06"}
    assert data["incidences"] == [{"edge": "s1", "node": "CUB", "weight": 1.0, "attrs": attributes}]
    assert [each["node"] for each in data["nodes"]] == ["CUB", "DEU"]
    assert [(each["edge"], each["attrs"]["date"]) for each in data["edges"]] == [
        ("s1", "2020-10-06"),
        ("s2", ""),
    ]


@pytest.mark.parametrize("graph", [cosigning(), nx.Graph([("A", "B")])])
def test_hif_of_a_projection_is_refused(tmp_path: Path, graph: nx.Graph) -> None:
    with pytest.raises(GraphError, match=r'edge ".+": a hypergraph needs a two-mode graph'):
        write_graph(graph, tmp_path / "a.hif.json")
    assert list(tmp_path.iterdir()) == []


# Graphology


def test_graphology_has_nodes_and_edges_with_looks(tmp_path: Path) -> None:
    graph = cosigning()
    graph.nodes["CUB"]["type"] = "island"
    data = loaded(write_graph(graph, tmp_path / "a.graphology.json", looks=looks()))
    assert data["options"] == {"type": "undirected", "multi": False, "allowSelfLoops": True}
    assert data["attributes"] == graph.graph
    cuba = {**graph.nodes["CUB"], "type (2)": "island"}
    del cuba["type"]
    look = {"x": -20.25, "y": 2.5, "size": 2.25, "color": "#88633B"}
    assert data["nodes"][0] == {"key": "CUB", "attributes": cuba | look}
    edge = data["edges"][1]
    assert edge["attributes"].pop("color").startswith("#")
    assert edge == {
        "key": "CUB--DEU",
        "source": "CUB",
        "target": "DEU",
        "undirected": True,
        "attributes": graph.edges["CUB", "DEU"],
    }


# Reading


@pytest.mark.parametrize("suffix", READABLE)
@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_comes_back_as_it_was(
    un_china: Corpus, tmp_path: Path, name: str, suffix: str
) -> None:
    graph = GRAPHS[name](un_china)
    read = read_graph(str(write_graph(graph, tmp_path / f"a{suffix}")))
    assert type(read) is nx.Graph
    assert nx.utils.graphs_equal(read, graph)
    assert list(read.edges) == list(graph.edges)
    assert read.graph == graph.graph
    again = write_graph(read, tmp_path / f"b{suffix}")
    assert again.read_bytes() == (tmp_path / f"a{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", READABLE)
def test_looks_come_back_as_attributes(unga75: Corpus, tmp_path: Path, suffix: str) -> None:
    graph = GRAPHS["two-mode"](unga75)
    look = node_looks(graph)
    read = read_graph(write_graph(graph, tmp_path / f"a{suffix}", looks=look))
    for name in ("x", "y", "size"):
        assert dict(read.nodes(data=name)) == look[name].to_dict()


@pytest.mark.parametrize("suffix", [each for each in FORMATS if each not in READABLE])
def test_other_formats_are_written_only(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(CoalitionsError) as refused:
        read_graph(tmp_path / f"a{suffix}")
    assert str(refused.value) == (
        f'a{suffix}: no format for "{suffix}"; end the name with one of .graphml, .json'
    )


@pytest.mark.parametrize("suffix", READABLE)
@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(""),
        lambda path: path.write_text("{}"),
        lambda path: path.write_text("[1]"),
        lambda path: path.write_text("<a/>"),
        lambda path: path.write_bytes(b"\xff\xfe\x00"),
        lambda path: path.write_text(path.read_text("utf-8")[:200]),
    ],
)
def test_a_file_that_is_no_graph_is_named(
    tmp_path: Path, suffix: str, change: Callable[[Path], object]
) -> None:
    path = write_graph(cosigning(), tmp_path / f"a{suffix}")
    change(path)
    with pytest.raises(CoalitionsError) as refused:
        read_graph(path)
    expected = f"a{suffix}: expected a {suffix} file that write_graph has written; "
    assert str(refused.value).startswith(expected)


@pytest.mark.parametrize("suffix", READABLE)
def test_a_directed_graph_is_not_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    graph = nx.DiGraph([("A", "B")])
    if suffix == ".json":
        path.write_text(json.dumps(nx.node_link_data(graph, edges="edges")), "utf-8")
    else:
        nx.write_graphml(graph, path)
    with pytest.raises(CoalitionsError, match="the graph is a DiGraph"):
        read_graph(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match=r"cannot read .*a\.json: no such file"):
        read_graph(tmp_path / "a.json")
