"""Graphs that tell of ties and communities, and the files that are made from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from export_cases import read_gexf

from coalitions import (
    CoalitionsError,
    Corpus,
    backbone_graph,
    cosigning_graph,
    cosigning_ties,
    find_communities,
    load,
    node_looks,
    read_graph,
    statement_graph,
    two_mode_graph,
    with_communities,
    with_ties,
    write_graph,
)
from coalitions.export.formats import FORMATS
from coalitions.graphs import cosigning_multigraph
from coalitions.looks import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

#: Two clubs, of three and of two; Flo is alone.
CLUBS = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
CLUBS |= {f"b{n}": ["Di", "Ed"] for n in range(4)} | {"c": ["Flo"]}
#: Type of each column of ties, in a file for Gephi.
TYPES = {
    "shared_tested": "integer",
    "expected": "double",
    "p_upper": "double",
    "p_lower": "double",
    "p_min": "double",
    "p_adjusted": "double",
    "sign": "integer",
    "significant": "boolean",
}


@pytest.fixture(scope="module")
def clubs() -> Corpus:
    return load(CLUBS, members="any")


@pytest.fixture(scope="module")
def found(clubs: Corpus) -> Any:
    return find_communities(clubs, draws=19)


def test_an_edge_tells_what_the_table_says_of_the_pair(clubs: Corpus) -> None:
    table = cosigning_ties(clubs, model="fixedrow")
    graph = with_ties(cosigning_graph(clubs), table)
    assert graph.edges == cosigning_graph(clubs).edges  # Di and Ann share nothing: no edge
    rows = table.set_index(["u", "v"])
    for one, other, edge in graph.edges(data=True):
        row = rows.loc[(one, other)]
        assert edge["shared_tested"] == row["shared"] == edge["shared"] == 4
        assert {name: edge[name] for name in list(TYPES)[1:]} == dict(row.drop("shared"))
        assert type(edge["significant"]) is bool
    assert table.attrs["method"] in graph.graph["method"]


def test_an_edge_that_was_not_tested_tells_nothing(small: Corpus) -> None:
    # full and plain are complete: NAM and CUB are named together under part alone.
    with pytest.warns(UserWarning, match="are left out"):
        table = cosigning_ties(small, model="fixedfill", alpha=0.9)
    graph = with_ties(cosigning_graph(small), table)
    untested = [edge for *_, edge in graph.edges(data=True) if "p_upper" not in edge]
    assert 0 < len(untested) < graph.number_of_edges()
    assert all("shared_tested" not in edge and "sign" not in edge for edge in untested)


def test_parallel_edges_all_tell(clubs: Corpus) -> None:
    graph = with_ties(cosigning_multigraph(clubs), cosigning_ties(clubs, model="fixedrow"))
    assert graph.number_of_edges() == 4 * 3 + 4
    assert all(edge["shared_tested"] == 4 for *_, edge in graph.edges(data=True))


def test_bounds_of_partial_lists_are_columns_too(small: Corpus) -> None:
    table = cosigning_ties(small, model="fixedrow", partial="bounds", alpha=0.9)
    graph = with_ties(cosigning_graph(small), table)
    edge = next(edge for *_, edge in graph.edges(data=True) if "p_upper" in edge)
    assert edge["p_upper_min"] <= edge["p_upper"]
    assert edge["shared_tested"] <= edge["shared_tested_max"]


@pytest.mark.parametrize("build", [cosigning_graph, two_mode_graph])
def test_signatories_tell_their_community_and_have_its_colour(
    clubs: Corpus, found: Any, build: Callable[[Corpus], Any]
) -> None:
    graph = with_communities(build(clubs), found)
    assert [graph.nodes[name]["community"] for name in ("Ann", "Ed", "Flo")] == [1, 2, 3]
    looks, plain = node_looks(graph, by="community"), node_looks(graph)
    colours = dict(looks["colour"])
    assert colours["Ann"] == colours["Cy"] == LIGHT.communities[0]
    assert colours["Di"] == LIGHT.communities[1]
    grey = LIGHT.groups[""]
    assert colours["Flo"] == grey  # alone
    assert all(colours[key] == grey for key in graph if graph.nodes[key]["kind"] == "statement")
    assert looks.drop(columns="colour").equals(plain.drop(columns="colour"))
    assert found.attrs["method"] in graph.graph["method"]


def test_where_communities_are_refused_nobody_is_in_one() -> None:
    lists = {"may": ["Cuba", "Peru"], "june": ["Peru", "Chad"]}
    with pytest.warns(UserWarning, match="no communities: their modularity"):
        table = find_communities(load(lists), draws=19)
    graph = with_communities(cosigning_graph(load(lists)), table)
    assert not any("community" in node for _, node in graph.nodes(data=True))
    refusal = table.attrs["refusal"]
    assert graph.graph["method"].endswith(f"{refusal[0].upper()}{refusal[1:]}.")
    assert set(node_looks(graph, by="community")["colour"]) == {LIGHT.groups[""]}


def test_what_does_not_fit_is_refused(clubs: Corpus, found: Any, unga75: Corpus) -> None:
    table, whole = cosigning_ties(clubs, model="fixedrow"), cosigning_graph(clubs)
    told = with_communities(whole, found)
    for wrong, words in (
        (lambda: with_ties(two_mode_graph(clubs), table), "its edges are no pairs of signatories"),
        (lambda: with_ties(whole, found), "ties: no column u, v, shared"),
        (lambda: with_ties(cosigning_graph(unga75), table), "6 signatories the graph has none, t"),
        (lambda: with_communities(whole, table), "communities: no column signatory, community"),
        (lambda: with_communities(statement_graph(clubs), found), "it has no signatories"),
        (lambda: with_communities(told, found), 'nodes have a "community" already'),
        (lambda: with_communities(cosigning_graph(unga75), found), 'the first being "Ann"'),
        (lambda: node_looks(whole, by="colour"), 'by "colour": expected community'),
    ):
        with pytest.raises(CoalitionsError, match=words):
            wrong()


# Files


@pytest.fixture
def clubs_csv(tmp_path: Path) -> Path:
    path = tmp_path / "clubs.csv"
    rows = [f"{letter},{name}" for letter, who in CLUBS.items() for name in who]
    path.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    return path


def test_gephi_gets_columns_of_these_types(
    run: Callable[..., Run], clubs_csv: Path, tmp_path: Path
) -> None:
    asked = ("--graph", "cosigning", "--ties", "fixedrow", "--communities", "--alpha", "0.3")
    asked += ("--correction", "holm", "--tail", "two-sided")
    done = run("export", clubs_csv, "--members", "any", *asked, "-o", tmp_path / "a.gexf")
    assert (done.code, done.err) == (0, "")
    text = (tmp_path / "a.gexf").read_text(encoding="utf-8")
    for name, kind in {**TYPES, "community": "integer"}.items():
        assert f'<attribute id="{name}" title="{name}" type="{kind}"/>' in text
    edges = read_gexf(tmp_path / "a.gexf").edges.values()
    assert {edge["attributes"]["significant"] for edge in edges} == {True}
    assert "Holm (1979" in text
    assert "two-sided" in text


def test_other_formats_have_them_too(clubs: Corpus, found: Any, tmp_path: Path) -> None:
    graph = with_ties(cosigning_graph(clubs), cosigning_ties(clubs, model="fixedrow"))
    graph = with_communities(graph, found)
    for name in ("a.graphml", "a.json"):
        back = read_graph(write_graph(graph, tmp_path / name))
        assert back.edges["Ann", "Bo"] == graph.edges["Ann", "Bo"]
        assert type(back.edges["Ann", "Bo"]["significant"]) is bool
        assert back.nodes["Ed"]["community"] == 2
    write_graph(graph, tmp_path / "a.csv")
    assert "significant" in (tmp_path / "a.edges.csv").read_text(encoding="utf-8")
    told = json.loads(write_graph(graph, tmp_path / "a.graphology.json").read_text("utf-8"))
    assert told["edges"][0]["attributes"]["p_upper"] < 0.1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--ties",), "--ties is for --graph cosigning: its edges are the pairs"),
        (("--graph", "statements", "--communities"), "--communities is for --graph two-mode or c"),
        (("--tail", "lower"), "--tail is for --ties"),
        (("--communities", "--correction", "bh"), "--correction is for --ties"),
        (("--alpha", "0.01"), "--alpha is for --ties or --communities"),
        (("--partial", "named"), "--partial is for --ties or --communities"),
        (("--communities", "--alpha", "2"), "2.0: expected a number between 0 and 1"),
        (("--graph", "cosigning", "--ties", "sdms"), "'sdms' is not one of"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    run: Callable[..., Run], tmp_path: Path, given: tuple[str, ...], words: str
) -> None:
    done = run("export", *given, "-o", tmp_path / "a.gexf")
    assert done.code == 2
    assert words in done.err
    assert not (tmp_path / "a.gexf").exists()


@pytest.mark.parametrize("suffix", [each for each in FORMATS if each != ".hif.json"])
def test_the_significant_ties_alone_are_a_graph_that_can_be_written(
    clubs: Corpus, tmp_path: Path, suffix: str
) -> None:
    table = cosigning_ties(clubs, model="fixedrow", tail="two-sided", alpha=0.3)
    graph = with_ties(backbone_graph(clubs, table), table)
    assert {edge["significant"] for *_, edge in graph.edges(data=True)} == {True}
    path = write_graph(graph, tmp_path / f"a{suffix}", looks=node_looks(graph))
    assert path.stat().st_size > 0
    if suffix == ".gexf":
        text = path.read_text(encoding="utf-8")
        assert '<attribute id="p_value" title="p_value" type="double"/>' in text
