"""``coalitions export``: its options, and the same in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from export_cases import read_gexf

from coalitions import Corpus, cosigning_graph, node_looks, statement_graph, two_mode_graph
from coalitions.export.formats import FORMATS, write_graph
from coalitions.graphs.build import GRAPHS, cosigning_multigraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_can_be_written(
    run: Callable[..., Run], tmp_path: Path, unga75: Corpus, suffix: str
) -> None:
    result = run("export", "-o", tmp_path / f"a{suffix}")
    assert (result.code, result.err) == (0, "")
    graph = two_mode_graph(unga75)
    same = write_graph(graph, tmp_path / f"b{suffix}", looks=node_looks(graph))
    assert (tmp_path / result.out.strip()).read_bytes() == same.read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_help_names_every_format(run: Callable[..., Run], suffix: str) -> None:
    assert suffix in run("export", "--help").out


@pytest.mark.parametrize(
    ("kind", "build"), [("cosigning", cosigning_graph), ("statements", statement_graph)]
)
def test_a_threshold(
    run: Callable[..., Run], tmp_path: Path, un_china: Corpus, kind: str, build: Callable[..., Any]
) -> None:
    arguments = ("un-china", "--graph", kind, "--min-shared", "5", "-o", tmp_path / "a.gexf")
    assert run("export", *arguments).code == 0
    graph = build(un_china, min_shared=5)
    write_graph(graph, tmp_path / "b.gexf", looks=node_looks(graph))
    assert (tmp_path / "a.gexf").read_bytes() == (tmp_path / "b.gexf").read_bytes()
    shared = [
        edge["attributes"]["shared"] for edge in read_gexf(tmp_path / "a.gexf").edges.values()
    ]
    assert min(shared) == 5


@pytest.mark.parametrize("least", [1, 5])
def test_an_edge_a_statement(
    run: Callable[..., Run], tmp_path: Path, un_china: Corpus, least: int
) -> None:
    options = ("--graph", "cosigning", "--per-statement", "--min-shared", least)
    assert run("export", "un-china", *options, "-o", tmp_path / "a.gexf").code == 0
    looks = node_looks(cosigning_graph(un_china, min_shared=least))
    graph = cosigning_multigraph(un_china, min_shared=least)
    write_graph(graph, tmp_path / "b.gexf", looks=looks)
    assert (tmp_path / "a.gexf").read_bytes() == (tmp_path / "b.gexf").read_bytes()


@pytest.mark.parametrize("kind", GRAPHS)
def test_without_time(run: Callable[..., Run], tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.gexf"
    for static, mode in ((["--static"], "static"), ([], "dynamic")):
        assert run("export", "un-china", "--graph", kind, *static, "-o", path).code == 0
        assert f'<graph defaultedgetype="undirected" mode="{mode}"' in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--min-shared", "2"], "--min-shared is for --graph cosigning or statements"),
        (["--min-shared", "0", "--graph", "cosigning"], "0 is not in the range x>=1"),
        (["--per-statement"], "--per-statement is for --graph cosigning"),
        (["--per-statement", "--graph", "statements"], "--per-statement is for --graph cosigning"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    run: Callable[..., Run], tmp_path: Path, options: list[str], message: str
) -> None:
    result = run("export", *options, "-o", tmp_path / "a.gexf")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert list(tmp_path.iterdir()) == []


def test_parallel_edges_need_gexf(run: Callable[..., Run], tmp_path: Path) -> None:
    options = ("--graph", "cosigning", "--per-statement")
    result = run("export", *options, "-o", tmp_path / "a.graphml")
    assert result.code == 1
    assert "without parallel edges, which only .gexf holds" in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_projection_is_no_hypergraph(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("export", "--graph", "cosigning", "-o", tmp_path / "a.hif.json")
    assert result.code == 1
    assert "a hypergraph needs a two-mode graph" in result.err
    assert "--graph two-mode" in result.err
    assert list(tmp_path.iterdir()) == []
