"""Time in GEXF: from when on a node or edge is there, and how its weight grew."""

from __future__ import annotations

import os
import threading
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from export_cases import GEXF, read_gexf, two_mode

from coalitions import Corpus, cosigning_graph, statement_graph, two_mode_graph
from coalitions.errors.problems import CoalitionsError, GraphError
from coalitions.export.formats import write_graph
from coalitions.graphs.build import cosigning_multigraph

if TYPE_CHECKING:
    from pathlib import Path

Step = tuple[str | None, str | None, float]


def tree(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314 - a file that the test has just written


def mode(path: Path) -> dict[str, str]:
    graph = tree(path).find(f"{GEXF}graph")
    return {key: value for key, value in graph.attrib.items() if key != "defaultedgetype"}


def starts(path: Path, element: str) -> dict[str, str | None]:
    return {each.get("id"): each.get("start") for each in tree(path).iter(f"{GEXF}{element}")}


def steps(path: Path) -> dict[str, list[Step]]:
    """Return the values of each edge's weight over time."""
    return {
        edge.get("id"): [
            (each.get("start"), each.get("end"), float(each.get("value")))
            for each in edge.iter(f"{GEXF}attvalue")
            if each.get("for") == "weight"
        ]
        for edge in tree(path).iter(f"{GEXF}edge")
    }


def tie(folder: Path, *edges: dict[str, Any]) -> dict[str, list[Step]]:
    graph = nx.Graph()
    for number, data in enumerate(edges):
        graph.add_edge("A", f"B{number}", **data)
    return steps(write_graph(graph, folder / "a.gexf"))


def test_a_weight_that_is_text_beside_one_that_changes_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match='edge "A–B1", attribute "weight": \'three\''):
        tie(
            tmp_path,
            {"weight": 2.0, "dates": "2020-10-06"},
            {"weight": "three", "dates": "2020-10-06"},
        )


def test_nodes_and_edges_are_there_from_their_date_on(tmp_path: Path) -> None:
    path = write_graph(two_mode(), tmp_path / "a.gexf")
    assert mode(path) == {
        "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval",
    }  # fmt: skip
    # s2 and DEU have no date: always there.
    assert starts(path, "node") == {
        "s1": "2020-10-06", "s2": None, "CUB": "2020-10-06", "DEU": None,
    }  # fmt: skip
    assert starts(path, "edge") == {"CUB--s1": "2020-10-06"}
    # What is time is a column, too.
    assert read_gexf(path).nodes["s1"]["attributes"]["start"] == "2020-10-06"


def test_without_time_the_file_is_static_and_dates_are_columns(tmp_path: Path) -> None:
    graph = two_mode()
    graph.edges["CUB", "s1"].update(dates="2020-01-01 2020-10-06", weight=2.0)
    path = write_graph(graph, tmp_path / "a.gexf", time="static")
    assert mode(path) == {"mode": "static"}
    assert set(starts(path, "node").values()) | set(starts(path, "edge").values()) == {None}
    assert steps(path) == {"CUB--s1": []}
    read = read_gexf(path)
    assert read.nodes["s1"]["attributes"]["start"] == "2020-10-06"
    assert read.edges["CUB--s1"]["attributes"]["dates"] == "2020-01-01 2020-10-06"


def test_another_word_for_time_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match='time "moving": expected dynamic or static'):
        write_graph(nx.Graph(), tmp_path / "a.gexf", time="moving")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["", "soon", "2020", "2020-02-30", "2020-1-1", 2020, None])
def test_what_is_no_date_is_no_time(tmp_path: Path, value: object) -> None:
    graph = nx.Graph()
    graph.add_node("A", start=value)
    graph.add_edge("A", "B", start=value)
    path = write_graph(graph, tmp_path / "a.gexf")
    assert mode(path) == {"mode": "static"}
    assert set(starts(path, "node").values()) | set(starts(path, "edge").values()) == {None}


def test_a_date_is_time_as_its_text_is(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("A", start=date(2020, 10, 6))
    assert starts(write_graph(graph, tmp_path / "a.gexf"), "node") == {"A": "2020-10-06"}


def test_a_first_date_beyond_the_first_block_makes_the_file_dynamic(tmp_path: Path) -> None:
    # Blocks are of some thousands.
    graph = nx.Graph()
    graph.add_nodes_from(f"n{number}" for number in range(9000))
    graph.add_node("last", start="2020-10-06", new=1)
    path = write_graph(graph, tmp_path / "a.gexf")
    assert mode(path)["mode"] == "dynamic"
    assert starts(path, "node")["last"] == "2020-10-06"
    assert read_gexf(path).types["node"] == {"start": "string", "new": "integer"}


def test_a_weight_grows_by_one_a_date(tmp_path: Path) -> None:
    # Two on one day: one step of 2.
    found = tie(tmp_path, {"weight": 4.0, "dates": "2019-01-01 2020-02-02 2020-02-02 2021-03-03"})
    assert found["A--B0"] == [
        ("2019-01-01", "2020-02-02", 1.0),
        ("2020-02-02", "2021-03-03", 3.0),
        ("2021-03-03", None, 4.0),
    ]


def test_what_has_no_date_was_there_from_the_beginning(tmp_path: Path) -> None:
    assert tie(tmp_path, {"weight": 3.0, "dates": "2020-02-02"})["A--B0"] == [
        (None, "2020-02-02", 2.0),
        ("2020-02-02", None, 3.0),
    ]


@pytest.mark.parametrize("dates", ["", "soon", None, "2020-02-02 soon", "2020-02-02 " * 7])
def test_beside_a_weight_that_changes_every_weight_has_its_value_over_time(
    tmp_path: Path, dates: str | None
) -> None:
    # Gephi would show no weight at all otherwise. Seven dates do not add up to 5.
    changing = {"weight": 2.0, "dates": "2020-02-02 2021-03-03"}
    found = tie(tmp_path, changing, {"weight": 5.0, "dates": dates}, {"weight": None})
    assert found["A--B1"] == [(None, None, 5.0)]
    assert found["A--B2"] == []


@pytest.mark.parametrize("dates", ["2020-02-02", "2020-02-02 2020-02-02", "", "soon"])
def test_weights_that_never_change_are_plain(tmp_path: Path, dates: str) -> None:
    weight = float(max(1, len(dates.split())))
    assert tie(tmp_path, {"weight": weight, "dates": dates}) == {"A--B0": []}
    assert read_gexf(tmp_path / "a.gexf").edges["A--B0"]["weight"] == str(weight)


def test_the_co_signing_graph_forms_over_time(un_china: Corpus, tmp_path: Path) -> None:
    graph = cosigning_graph(un_china)
    path = write_graph(graph, tmp_path / "a.gexf")
    assert starts(path, "node") == {node: data["start"] for node, data in graph.nodes(data=True)}
    found = steps(path)
    for a, b, data in graph.edges(data=True):
        values = found["--".join(sorted((a, b)))]
        dates = data["dates"].split()
        # At the date of each step, as many of the shared statements were there.
        assert [(s, w) for s, _, w in values] == [
            (day, sum(d <= day for d in dates)) for day in sorted(set(dates))
        ]
        assert [end for _, end, _ in values] == [start for start, _, _ in values[1:]] + [None]


@pytest.mark.parametrize("build", [two_mode_graph, statement_graph])
def test_the_other_graphs_have_starts_and_plain_weights(
    un_china: Corpus, tmp_path: Path, build: Any
) -> None:
    graph = build(un_china)
    path = write_graph(graph, tmp_path / "a.gexf")
    found = starts(path, "edge")
    assert found == {
        "--".join(sorted((a, b))): data["start"] for a, b, data in graph.edges(data=True)
    }
    assert set(map(tuple, steps(path).values())) == {()}


# An edge a statement


def test_parallel_edges_are_apart_by_kind(small: Corpus, tmp_path: Path) -> None:
    graph = cosigning_multigraph(small)
    # A second statement of CHN and NAM.
    graph.add_edge("NAM", "CHN", "other", kind="other", weight=1.0, start="2022-01-01")
    read = read_gexf(write_graph(graph, tmp_path / "a.gexf")).edges
    assert len(read) == graph.number_of_edges()
    assert {key: read[key]["kind"] for key in read if key.startswith("CHN--NAM")} == {
        "CHN--NAM--part": "part",
        "CHN--NAM--other": "other",
    }
    assert starts(tmp_path / "a.gexf", "edge")["CHN--NAM--part"] == "2020-02-20"


def test_ids_of_parallel_edges_differ_whatever_hyphens_the_keys_have(tmp_path: Path) -> None:
    graph = nx.MultiGraph()
    for source, target, key in [("a", "b", "c--d"), ("a", "b--c", "d"), ("a--b", "c", "d")]:
        graph.add_edge(source, target, key, kind=key)
    assert len(read_gexf(write_graph(graph, tmp_path / "a.gexf")).edges) == 3


# Pipes, which cannot be written to twice


def test_a_pipe_gets_the_same_bytes_as_a_file(un_china: Corpus, tmp_path: Path) -> None:
    graph = cosigning_graph(un_china)
    # A column that only the last node has makes a file's head known at the end.
    graph.nodes[list(graph)[-1]]["late"] = 1
    pipe = tmp_path / "pipe.gexf"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_graph(graph, pipe)
    reader.join()
    assert read == [write_graph(graph, tmp_path / "a.gexf").read_bytes()]
