"""The page as text: what it holds, and what it must not hold."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from coalitions.corpus.loading import load
from coalitions.errors.problems import CoalitionsError, GraphError
from coalitions.explorer.inline import json_text
from coalitions.explorer.notebook import explorer_page
from coalitions.explorer.page import explorer_html
from coalitions.explorer.writing import write_explorer
from coalitions.findings import page_subtitle, page_title
from coalitions.graphs.build import cosigning_graph, statement_graph, two_mode_graph
from coalitions.looks import node_looks
from coalitions.names.gazetteer import aliases


def small_graph() -> nx.Graph[str]:
    """One statement of 3 names, of which 2 are known."""
    graph = nx.Graph(
        kind="two-mode", universe=195, method="Read by hand.", source="A newspaper",
        completeness="2 of 3 names known", last_date="2020-10-06",
    )  # fmt: skip
    graph.add_node(
        "st", kind="statement", label="Cuba", group="Xinjiang", count=3, side="support",
        stance="support", date="2020-10-06", declared=3, named=2, title="Statement by Cuba",
        source_url="https://example.org/a | javascript:alert(1)",
    )  # fmt: skip
    for key, name, role in (("CUB", "Cuba", "lead"), ("MMR", "Myanmar", "signatory")):
        graph.add_node(
            key, kind="signatory", label=name, name=name, group="none", count=1, side="support"
        )
        graph.add_edge("st", key, kind="signed", shared=1, weight=1.0, role=role)
    return graph


def small_looks() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "x": [0.0, 10.0, -10.0],
            "y": [0.0, 5.0, -5.0],
            "colour": ["#27A2BE"] * 3,
            "size": [20.0, 6.0, 6.0],
            "label": ["Cuba\n2 of 3 named", "Cuba", "Myanmar"],
            "kind": ["statement", "signatory", "signatory"],
        },
        index=["st", "CUB", "MMR"],
    )


def page_of(**options: object) -> str:
    return explorer_html(small_graph(), small_looks(), **options)  # type: ignore[arg-type]


def data_of(page: str) -> dict[str, Any]:
    found = re.findall(
        r'<script type="application/json" id="coalitions-data">(.*?)</script>', page, re.DOTALL
    )
    assert len(found) == 1
    return json.loads(found[0])


def test_a_graph_has_the_page_of_its_corpus(tmp_path: Path) -> None:
    corpus = load("unga75")
    graph = two_mode_graph(corpus)
    page = write_explorer(
        graph,
        tmp_path / "page.html",
        looks=node_looks(graph),
        aliases=aliases(),
        cosigning=node_looks(cosigning_graph(corpus)),
    )
    assert page.read_text(encoding="utf-8") == explorer_page(corpus).html


def test_a_corpus_has_its_page_in_a_file(tmp_path: Path) -> None:
    corpus = load("unga75")
    written = write_explorer(corpus, tmp_path / "page.html", title="Four statements")
    page = written.read_text(encoding="utf-8")
    assert page == explorer_page(corpus, title="Four statements").html


@pytest.mark.parametrize("make", [two_mode_graph, cosigning_graph, statement_graph])
def test_a_graph_without_looks_has_the_usual_ones(make: Any, tmp_path: Path) -> None:
    graph = make(load("unga75"))
    bare = write_explorer(graph, str(tmp_path / "bare.html")).read_bytes()
    assert bare == write_explorer(graph, tmp_path / "o.html", node_looks(graph)).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (lambda path: (small_graph(), small_looks(), path), "path: a DataFrame: expected the name"),
        (lambda path: (load("unga75"), small_looks(), path), "path: a DataFrame: expected the na"),
        (lambda path: (path, small_graph()), "a corpus or a graph (load it first): write write_ex"),
        (lambda _: ("unga75", "page.html"), "data: a str: expected a corpus or a graph (load it"),
        (lambda path: (small_looks(), path), "data: a DataFrame: expected a corpus or a graph: w"),
        (lambda path: (load("unga75"), path, small_looks()), "looks: belongs to a graph, and a co"),
        (lambda _: (small_graph(), None), "path: a NoneType: expected the name of a file"),
    ],
)
def test_another_order_is_refused_with_the_right_one(
    arguments: Any, said: str, tmp_path: Path
) -> None:
    with pytest.raises(CoalitionsError, match=re.escape(said)) as refusal:
        write_explorer(*arguments(tmp_path / "page.html"))
    assert isinstance(refusal.value, ValueError)
    assert "graph" in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("universe", [194, 195])
def test_a_map_shows_all_states_where_just_these_could_have_signed(universe: int) -> None:
    graph = two_mode_graph(load("unga75"))
    graph.graph["universe"] = universe
    tiles = data_of(explorer_html(graph, node_looks(graph)))["graph"].get("tiles", [])
    assert len(tiles) == (195 if universe == 195 else 0)


def test_projections_and_who_is_no_state_have_no_map() -> None:
    for make in (cosigning_graph, statement_graph):
        graph = make(load("unga75"))
        assert "tiles" not in data_of(explorer_html(graph, node_looks(graph)))["graph"]
    graph = nx.relabel_nodes(small_graph(), {"MMR": "League"})
    graph.graph["universe"] = 195
    looks = small_looks().rename({"MMR": "League"})
    assert "tiles" not in data_of(explorer_html(graph, looks))["graph"]


def test_data_stand_in_one_element() -> None:
    data = data_of(page_of(aliases={"MMR": ("Burma", "缅甸")}))
    keys = [node["key"] for node in data["nodes"]]
    assert keys == ["st", "CUB", "MMR"]
    assert data["nodes"][2]["aliases"] == ["Burma", "缅甸"]
    # Cuba leads; that it and Myanmar, its neighbour, are named stands in three bytes.
    assert data["edges"] == [{"from": 0, "to": 1, "role": "lead"}]
    assert base64.b64decode(data["graph"]["signed"]) == b"\x02\x01\x01"
    assert data["options"]["physics"] == {"enabled": False}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2, {"found": 2}),
        (np.int64(2), {"found": 2}),
        (np.float64(1e-7), {"found": 1e-7}),
        ("north", {"found": "north"}),
        (True, {"found": True}),
        (dt.date(2020, 10, 6), {"found": "2020-10-06"}),
        (2**53 + 1, {"found": "9007199254740993"}),
        (pd.NaT, None),
        ("", None),
        (float("nan"), None),
        (float("inf"), None),
        (["a", "list"], None),
        (None, None),
    ],
)
def test_what_was_computed_reaches_the_page(value: object, expected: object) -> None:
    graph = small_graph()
    graph.nodes["st"]["found"] = graph.nodes["CUB"]["found"] = value
    graph.edges["st", "MMR"]["found"] = value
    data = data_of(explorer_html(graph, small_looks()))
    assert [node.get("more") for node in data["nodes"]] == [expected, expected, None]
    assert [edge["more"] for edge in data["edges"] if "more" in edge] == [expected] * bool(expected)


@pytest.mark.parametrize("make", [two_mode_graph, cosigning_graph, statement_graph])
def test_what_every_graph_has_is_said_once(make: Any) -> None:
    graph = make(load("un-china"))
    data = data_of(explorer_html(graph, node_looks(graph)))
    assert not any("more" in record for record in data["nodes"] + data["edges"])


def test_a_place_is_the_looks_place_with_y_downwards() -> None:
    node = data_of(page_of())["nodes"][1]
    assert (node["x"], node["y"], node["colour"]) == (10.0, -5.0, "#27A2BE")


def test_policy_names_the_hash_of_each_script_and_allows_no_request() -> None:
    page = page_of()
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in scripts
    ]
    assert len(scripts) == 2
    assert rules["script-src"].split() == hashes
    assert rules["default-src"] == rules["connect-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"


def test_page_loads_nothing() -> None:
    page = re.sub(r"<script.*?</script>", "", page_of(), flags=re.DOTALL)
    assert re.findall(r"\b(?:src|href|action)=[\"']?([^\"'>\s]+)", page) == ["data:,"]
    assert "url(" not in page
    assert "@import" not in page
    assert "sourceMappingURL" not in page_of()


def test_no_text_can_leave_its_element() -> None:
    graph = small_graph()
    graph.nodes["MMR"]["name"] = "</script><img src=x>\u2028&"
    page = explorer_html(graph, small_looks(), title="</title><b>&")
    assert "<img" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "<title>&lt;/title&gt;&lt;b&gt;&amp;</title>" in page
    assert data_of(page)["nodes"][2]["name"] == "</script><img src=x>\u2028&"


def test_json_text_is_json_of_harmless_letters() -> None:
    odd = {"a": "<!-- </script> & \u2028\u2029 \ud800", "ü": [1, 2.5]}
    text = str(json_text(odd))
    assert json.loads(text) == odd
    assert not set("<>&\u2028\u2029\ud800") & set(text)


def test_page_is_the_same_under_another_hash_seed() -> None:
    program = (
        "import sys; sys.path.insert(0, 'tests'); import test_explorer as t; "
        "sys.stdout.buffer.write(t.page_of(aliases={'MMR': {'Burma', 'Birmanie', 'B'}}).encode())"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
    assert str(Path(__file__).parents[1]) not in pages.pop().decode()


def test_input_stays_as_it_was() -> None:
    graph, looks = small_graph(), small_looks()
    explorer_html(graph, looks)
    assert nx.utils.graphs_equal(graph, small_graph())
    pd.testing.assert_frame_equal(looks, small_looks())


def test_nothing_else_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written = write_explorer(small_graph(), tmp_path / "page.html", looks=small_looks())
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    assert written.read_bytes() == page_of().encode("utf-8")


def test_missing_looks_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r'looks: no row for 1 of 3 nodes.*"MMR".*node_looks'):
        write_explorer(small_graph(), tmp_path / "page.html", looks=small_looks().drop("MMR"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_place_that_is_no_number_is_refused(bad: float) -> None:
    looks = small_looks()
    looks.loc["CUB", "x"] = bad
    with pytest.raises(GraphError, match=r'node "CUB", column x: (nan|inf): expected a finite'):
        explorer_html(small_graph(), looks)


def test_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match=r"page\.html"):
        write_explorer(small_graph(), tmp_path / "no" / "page.html", looks=small_looks())


def test_empty_graph_has_a_page() -> None:
    looks = small_looks().iloc[:0]
    assert data_of(explorer_html(nx.Graph(), looks))["nodes"] == []


def test_universe_is_never_smaller_than_the_signatories() -> None:
    graph = small_graph()
    graph.graph["universe"] = 1
    assert data_of(explorer_html(graph, small_looks()))["graph"]["universe"] == 2


@pytest.mark.parametrize(
    ("statements", "signatories", "title"),
    [
        (4, 91, "91 of 195 states are named under 4 joint statements"),
        (1, 1, "1 of 195 states is named under 1 joint statement"),
        (0, 5, "5 of 195 states are named under the joint statements"),
        (3, 0, "How far 3 joint statements share their signatories"),
    ],
)
def test_title_says_the_number(statements: int, signatories: int, title: str) -> None:
    nodes = [{"kind": "statement"}] * statements + [{"kind": "signatory"}] * signatories
    assert page_title(nodes, {"universe": 195, "noun": ["state", "states"]}) == title


def test_subtitle_says_what_and_when() -> None:
    first = {"kind": "statement", "date": "2019-07-08", "group": "Xinjiang"}
    last = {"kind": "statement", "date": "2020-10-06", "group": "Hong Kong; Xinjiang"}
    assert (
        page_subtitle([last, first], {"last_date": ""})
        == "Joint statements on Hong Kong and Xinjiang, 8 July 2019 to 6 October 2020"
    )
    assert page_subtitle([], {"last_date": "2020-10-06"}) == "Statements up to 6 October 2020"
    assert page_subtitle([], {"last_date": ""}) == ""
