"""GEXF: what Gephi needs, in bytes that never change."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from export_cases import cosigning, fitting, looks, read_gexf

from coalitions.export.formats import FORMATS, write_graph
from coalitions.looks.nodes import EDGE_COLOUR

if TYPE_CHECKING:
    from export_cases import Read


NOON = datetime(2020, 10, 6, 12)  # noqa: DTZ001 - dates in the data have no zone
MIDNIGHT = pd.Timestamp("2020-10-06")


def written(graph: nx.Graph, folder: Path, **options: Any) -> Read:
    return read_gexf(write_graph(graph, folder / "graph.gexf", **options))


def one_node(folder: Path, **attributes: Any) -> tuple[dict[str, Any], dict[str, str]]:
    graph = nx.Graph()
    graph.add_node("CUB", **attributes)
    read = written(graph, folder)
    return read.nodes["CUB"]["attributes"], read.types["node"]


def column(folder: Path, values: list[object]) -> tuple[str | None, list[object]]:
    graph = nx.Graph()
    for number, value in enumerate(values):
        graph.add_node(f"n{number}", value=value)
    read = written(graph, folder)
    found = [each["attributes"].get("value") for each in read.nodes.values()]
    return read.types["node"].get("value"), found


def test_nodes_and_edges_hold_what_the_graph_holds(tmp_path: Path) -> None:
    read = written(cosigning(), tmp_path)
    assert list(read.nodes) == ["CUB", "CIV", "DEU"]
    assert read.nodes["CIV"]["label"] == "Côte d'Ivoire"
    assert read.nodes["CIV"]["attributes"] == {"kind": "signatory", "group": "African", "count": 1}
    edge = read.edges["CUB--DEU"]
    assert (edge["kind"], edge["weight"]) == ("co-signed", "3.0")
    assert edge["attributes"] == {"shared": 3, "jaccard": 0.75}
    assert read.types == {
        "node": {"kind": "string", "group": "string", "count": "integer", "side": "string"},
        "edge": {"shared": "integer", "jaccard": "double"},
    }


def test_meta_says_method_completeness_source_and_the_corpus_own_last_date(tmp_path: Path) -> None:
    meta = written(cosigning(), tmp_path).meta
    assert meta["lastmodifieddate"] == "2020-10-06"
    assert meta["creator"].startswith("coalitions ")
    assert meta["description"] == (
        "Two states are tied by the statements that both signed. Both lists are complete. "
        "UN documents"
    )


def test_no_date_is_made_up(tmp_path: Path) -> None:
    graph = cosigning()
    graph.graph["last_date"] = ""
    assert "lastmodifieddate" not in written(graph, tmp_path).meta


def test_places_colours_and_sizes_are_those_of_the_looks(tmp_path: Path) -> None:
    read = written(cosigning(), tmp_path, looks=looks())
    viz = read.nodes["CUB"]["viz"]
    # #88633B is 136, 99, 59.
    assert viz["color"] == {"r": "136", "g": "99", "b": "59"}
    assert (float(viz["position"]["x"]), float(viz["position"]["y"])) == (-20.25, 2.5)
    # Programs draw it as the radius.
    assert float(viz["size"]["value"]) == 4.5 / 2


def test_edges_have_their_own_colour_or_that_of_the_looks(tmp_path: Path) -> None:
    graph = cosigning()
    graph.edges["CUB", "CIV"]["colour"] = "#0102FF"
    read = written(graph, tmp_path, looks=looks())
    assert read.edges["CIV--CUB"]["viz"]["color"] == {"r": "1", "g": "2", "b": "255"}
    r, g, b = (str(int(EDGE_COLOUR[at : at + 2], 16)) for at in (1, 3, 5))
    assert read.edges["CUB--DEU"]["viz"]["color"] == {"r": r, "g": g, "b": b}


def test_without_looks_the_file_has_no_viz(tmp_path: Path) -> None:
    read = written(cosigning(), tmp_path)
    assert not any(each["viz"] for each in [*read.nodes.values(), *read.edges.values()])


def test_edge_ids_stay_when_edges_and_the_order_of_nodes_change(tmp_path: Path) -> None:
    graph = cosigning()
    other = nx.Graph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edge("DEU", "CIV", weight=1.0)
    other.add_edges_from(graph.edges(data=True))
    assert set(written(graph, tmp_path).edges) < set(written(other, tmp_path).edges)


def test_edge_ids_differ_whatever_hyphens_the_keys_have(tmp_path: Path) -> None:
    # Plain joining would make a---b of both ("a-", "b") and ("a", "-b"), and more of the others.
    pairs = [("a-", "b"), ("a", "-b"), ("a--b", "c"), ("a", "b--c"), ("a%2D", "b"), ("a-%2D", "b")]
    assert len(written(nx.Graph(pairs), tmp_path).edges) == len(pairs)


@pytest.mark.parametrize(
    ("values", "kind", "found"),
    [
        ([1, -3], "integer", [1, -3]),
        ([2**31 - 1, -(2**31)], "integer", [2**31 - 1, -(2**31)]),
        ([1, 2**31], "long", [1, 2**31]),
        ([-(2**63), 2**63 - 1], "long", [-(2**63), 2**63 - 1]),
        ([2**63], "string", [str(2**63)]),
        ([1, 1.5], "double", [1.0, 1.5]),
        ([2**40, 1.5], "double", [2.0**40, 1.5]),
        # 2**53 + 1 is the first integer that a number of 64 bits with a point cannot hold.
        ([2**53, -(2**53), 1.5], "double", [2.0**53, -(2.0**53), 1.5]),
        ([2**53 + 1, 1.5], "string", [str(2**53 + 1), "1.5"]),
        ([2**53 + 1, 1], "long", [2**53 + 1, 1]),
        ([True, False], "boolean", [True, False]),
        ([True, 1], "string", ["true", "1"]),
        ([1, 1.0, True], "string", ["1", "1.0", "true"]),
        (["a", 1.5, False], "string", ["a", "1.5", "false"]),
        ([1, None, 3], "integer", [1, None, 3]),
        ([None, float("nan"), 0.5], "double", [None, None, 0.5]),
        ([float("inf"), float("-inf"), 2], "integer", [None, None, 2]),
        ([None, pd.NA, pd.NaT, np.datetime64("NaT", "D")], None, [None] * 4),
        ([np.int64(3), np.int32(4)], "integer", [3, 4]),
        ([np.float32(0.5), np.float64("nan")], "double", [0.5, None]),
        ([np.bool_(1), np.str_("x")], "string", ["true", "x"]),
        ([date(2020, 10, 6), NOON], "string", ["2020-10-06", "2020-10-06T12:00:00"]),
        ([np.datetime64("2020-10-06"), MIDNIGHT], "string", ["2020-10-06", "2020-10-06T00:00:00"]),
        ([1e300, -1e300, 1e308, 1e308], "double", [1e300, -1e300, 1e308, 1e308]),
    ],
)
def test_a_column_has_one_type_that_holds_all_its_values(
    tmp_path: Path, values: list[object], kind: Any, found: Any
) -> None:
    assert column(tmp_path, values) == (kind, found)


def test_a_column_may_begin_late_and_change_its_type_beyond_the_first_block(tmp_path: Path) -> None:
    # Blocks are of some thousands; 10,000 nodes make several.
    values = [None] * 5000 + [1] * 4999 + ["last"]
    kind, found = column(tmp_path, values)
    assert kind == "string"
    assert found == [None] * 5000 + ["1"] * 4999 + ["last"]


def test_many_different_values_stay_exact(tmp_path: Path) -> None:
    # More than the writer remembers (2**14), in text, integers and other numbers.
    count = 20_000
    graph = nx.Graph()
    for number in range(count):
        graph.add_node(f"n{number}", text=f"<{number}>", whole=number, part=number / 7)
    read = written(graph, tmp_path)
    found = [read.nodes[f"n{number}"]["attributes"] for number in range(count)]
    assert found == [{"text": f"<{n}>", "whole": n, "part": n / 7} for n in range(count)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a<b>&\"c'", "a<b>&\"c'"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        (" kept ", " kept "),
        ("emoji 🇨🇺 عربي עברית", "emoji 🇨🇺 عربي עברית"),
        ("nul\x00 bell\x07", "nul\ufffd bell\ufffd"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("{} %s %(a)s", "{} %s %(a)s"),
        ("", ""),
    ],
)
def test_text_comes_back_as_it_was_but_for_what_xml_cannot_hold(
    tmp_path: Path, text: str, found: Any
) -> None:
    graph = nx.Graph()
    graph.add_node(f"k{text}", label=f"l{text}", **{f"name{text}": text})
    graph.add_edge(f"k{text}", "other", kind=f"e{text}")
    read = written(graph, tmp_path)
    node = read.nodes[f"k{found}"]
    assert node["label"] == f"l{found}"
    assert node["attributes"] == {f"name{found}": found}
    (edge,) = read.edges.values()
    assert (edge["source"], edge["target"], edge["kind"]) == (f"k{found}", "other", f"e{found}")


def test_keys_that_only_differ_in_control_characters_stay_apart(tmp_path: Path) -> None:
    read = written(nx.Graph([("a\x00", "a\x01")]), tmp_path)
    assert list(read.nodes) == ["a\ufffd", "a\ufffd (2)"]
    assert len(read.edges) == 1


def test_attributes_named_as_parts_of_the_format_are_kept_as_columns(tmp_path: Path) -> None:
    names = ["id", "pid", "start", "end", "type", "for", "value", "source", "weight", "timeset"]
    found, types = one_node(tmp_path, **{name: name.upper() for name in names})
    assert found == {name: name.upper() for name in names}
    assert list(types) == names


def test_titles_differ_in_more_than_case(tmp_path: Path) -> None:
    found, _ = one_node(tmp_path, kind="a", Kind="b", KIND="c")
    assert found == {"kind": "a", "Kind (2)": "b", "KIND (3)": "c"}


def test_no_column_takes_an_id_that_gephi_keeps_for_itself(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_edge("A", "B", id="x", label="y", Weight=2, timeset="z", **{"0": "zero"})
    path = write_graph(graph, tmp_path / "graph.gexf")
    ids = [line.split('"')[1].lower() for line in path.read_text().splitlines() if "title=" in line]
    assert len(set(ids)) == 5
    assert not {"id", "label", "weight", "timeset"} & set(ids)
    assert read_gexf(path).edges["A--B"]["attributes"] == {
        "id": "x", "label": "y", "Weight": 2, "timeset": "z", "0": "zero",
    }  # fmt: skip


def test_a_node_without_a_label_is_labelled_by_its_key(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_node("A", label="Alpha")
    graph.add_node("B", label=None)
    graph.add_node("C")
    assert [each["label"] for each in written(graph, tmp_path).nodes.values()] == [
        "Alpha",
        "B",
        "C",
    ]


def test_an_empty_graph_is_a_file_without_nodes(tmp_path: Path) -> None:
    read = written(nx.Graph(), tmp_path)
    assert (read.nodes, read.edges) == ({}, {})


def test_a_loop_is_written_once(tmp_path: Path) -> None:
    assert list(written(nx.Graph([("A", "A"), ("A", "B")]), tmp_path).edges) == ["A--A", "A--B"]


def test_edges_come_in_the_order_of_the_graph_each_once(tmp_path: Path) -> None:
    graph = nx.gnm_random_graph(200, 9000, seed=1)
    graph = nx.relabel_nodes(graph, str)
    read = written(graph, tmp_path)
    assert [(e["source"], e["target"]) for e in read.edges.values()] == list(graph.edges)


def test_networkx_reads_the_same_nodes_and_edges(tmp_path: Path) -> None:
    path = write_graph(cosigning(), tmp_path / "graph.gexf", looks=looks())
    if "1.3" not in nx.readwrite.gexf.GEXF.versions:  # networkx 3.4 knows 1.2 and the same elements
        text = path.read_text(encoding="utf-8")
        older = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
        path.write_text(older.replace('version="1.3"', 'version="1.2"'), encoding="utf-8")
    read = nx.read_gexf(path)
    assert set(read.nodes) == {"CUB", "CIV", "DEU"}
    assert read.edges["DEU", "CUB"]["shared"] == 3
    assert read.edges["DEU", "CUB"]["weight"] == 3.0


SEEDED = """
import sys
sys.path.insert(0, sys.argv[1])
import export_cases as cases
from coalitions.export.formats import FORMATS, write_graph
for suffix in FORMATS:
    graph = cases.fitting(suffix)
    looks = cases.looks().iloc[[0] * len(graph)].set_axis(list(graph))
    write_graph(graph, sys.argv[2] + "/a" + suffix, looks=looks)
"""


def test_the_same_graph_gives_the_same_bytes_under_another_hash_seed(tmp_path: Path) -> None:
    contents = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", SEEDED, str(Path(__file__).parent), str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        contents.append({each.name: each.read_bytes() for each in folder.iterdir()})
    assert len(contents[0]) > len(FORMATS)  # a table each of nodes and edges
    assert contents[0] == contents[1]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_graph_and_its_looks_are_not_changed(tmp_path: Path, suffix: str) -> None:
    graph = fitting(suffix)
    look = looks().iloc[[0] * len(graph)].set_axis(list(graph))
    graph.graph["id"] = "kept"
    before = look.copy(deep=True)
    write_graph(graph, tmp_path / f"a{suffix}", looks=look)
    expected = fitting(suffix)
    expected.graph["id"] = "kept"
    assert nx.utils.graphs_equal(graph, expected)
    assert graph.graph == expected.graph
    pd.testing.assert_frame_equal(look, before)


def test_a_missing_weight_is_left_out(tmp_path: Path) -> None:
    graph = nx.Graph()
    graph.add_edge("A", "B", weight=None)
    graph.add_edge("A", "C", weight=float("nan"))
    graph.add_edge("A", "D", weight=np.float64(2.5))
    edges = written(graph, tmp_path).edges
    assert [each.get("weight") for each in edges.values()] == [None, None, "2.5"]


def test_a_column_that_gephi_would_take_for_its_own_keeps_its_title(tmp_path: Path) -> None:
    graph = cosigning()
    # Gephi reads names without the blanks around them.
    graph.add_node("CUB", **{"weight ": 2, " ID": 3})
    text = write_graph(graph, tmp_path / "a.gexf").read_text(encoding="utf-8")
    assert '<attribute id="0" title="weight " type="integer"/>' in text
    assert '<attribute id="1" title=" ID" type="integer"/>' in text
