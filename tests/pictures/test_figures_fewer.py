"""Fewer things in a figure: from so many shared on; refused in a sentence elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import figure_checks as look
import pytest

from coalitions import (
    CoalitionsError,
    Corpus,
    cosigning_graph,
    draw_cosigning,
    draw_matrix,
    draw_network,
    draw_overlap,
    draw_upset,
    load,
    pairs,
    regions,
    select,
    two_mode_graph,
)
from coalitions.figures.registry import FIGURES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

LISTS = {
    "may": ["Cuba", "Peru", "Chad"],
    "june": ["Cuba", "Peru", "Mali"],
    "july": ["Cuba", "Fiji"],
    "august": ["Togo"],
}
DRAWS = (draw_upset, draw_matrix, draw_overlap, draw_network, draw_cosigning)
TAKERS = [kind for kind, diagram in FIGURES.items() if "min_shared" in diagram.takes]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(LISTS)


def foot(ax: object) -> str:
    return " ".join(ax.figure.said.foot)  # type: ignore[attr-defined]


def test_the_registry_says_which_figures_take_it() -> None:
    assert TAKERS == ["upset", "matrix", "overlap", "network", "cosigning"]


def test_overlap_leaves_out_pairs_and_statements_that_are_in_none(corpus: Corpus) -> None:
    ax = draw_overlap(corpus, min_shared=2)
    assert "Not drawn: 5 pairs that share fewer than 2 by name." in foot(ax)
    assert "Not drawn, in no pair that shares so many: july and august." in foot(ax)
    assert "Named under both: may and june 2." in ax.figure.said.data
    assert ax.figure.said.title == draw_overlap(corpus).figure.said.title
    written = {text.get_text() for text in ax.texts}
    assert "may" in written
    assert "july" not in written


def test_overlap_without_it_is_as_it_was(corpus: Corpus) -> None:
    assert "Not drawn" not in foot(draw_overlap(corpus))
    assert draw_overlap(corpus).figure.said.data.count(" and ") == len(pairs(corpus))


def test_upset_leaves_out_small_regions(corpus: Corpus) -> None:
    every = regions(corpus)["exclusive"].tolist()
    assert every == [1] * 6
    un_china = select(load("un-china"), stance="critical")
    table = regions(un_china, statements=un_china.named.index[un_china.unnamed == 0].tolist())
    ax = draw_upset(un_china, min_shared=5)
    fewer = int((table["exclusive"] < 5).sum())
    assert f"Not drawn: {fewer} regions in which fewer than 5 are named (" in foot(ax)
    assert ax.figure.said.title == draw_upset(un_china).figure.said.title


def test_matrix_and_network_leave_out_who_is_named_under_fewer(corpus: Corpus) -> None:
    matrix, network = draw_matrix(corpus, min_shared=2), draw_network(corpus, min_shared=2)
    assert "Not drawn: 4 states that are named under fewer than 2 statements." in foot(matrix)
    for ax in (matrix, network):
        written = {text.get_text() for text in ax.texts}
        assert {"Cuba", "Peru"} <= written
        assert not {"Chad", "Mali", "Fiji", "Togo"} & written
    caption = "2 of the 6 named under 4 joint statements, those named under 2 or more; a line"
    assert network.figure.said.subtitle.startswith(caption)  # type: ignore[union-attr]


def test_cosigning_draws_every_tie_from_so_many_on(corpus: Corpus) -> None:
    ax = draw_cosigning(corpus, min_shared=1)
    ties = cosigning_graph(corpus).size()
    assert len(look.lines(ax)) == ties == 6
    assert "under at least 1 statement (6 ties among 5 of the 6 named)" in ax.figure.said.subtitle  # type: ignore[union-attr]
    ax = draw_cosigning(corpus, min_shared=2)
    assert len(look.lines(ax)) == 1
    assert "under at least 2 statements (1 tie among 2 of the 6 named)" in ax.figure.said.subtitle  # type: ignore[union-attr]


def test_a_graph_is_thinned_alike_and_stays_as_it_is(corpus: Corpus) -> None:
    graph, ties = two_mode_graph(corpus), cosigning_graph(corpus)
    sizes = len(graph), ties.size()
    assert "2 states, 5 signatures" in draw_network(graph, min_shared=2).figure.said.title
    assert len(look.lines(draw_cosigning(ties, min_shared=2))) == 1
    assert (len(graph), ties.size()) == sizes


def test_ties_that_are_too_many_to_build_are_thinned_first(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalitions.graphs.sharing.MOST_ASKED", 1)
    with pytest.raises(CoalitionsError, match="`min_shared`"):
        draw_cosigning(corpus)
    assert len(look.lines(draw_cosigning(corpus, min_shared=2))) == 1


@pytest.mark.parametrize("draw", DRAWS)
@pytest.mark.parametrize("wrong", [0, -1, 1.5, "2", True])
def test_what_is_no_such_number_is_refused(
    draw: Callable[..., object], wrong: object, corpus: Corpus
) -> None:
    with pytest.raises(ValueError, match=r"^`min_shared` .* expected a whole number, 1 or more$"):
        draw(corpus, min_shared=wrong)


@pytest.mark.parametrize("draw", DRAWS)
def test_more_than_anything_shares_is_refused_with_the_most(
    draw: Callable[..., object], corpus: Corpus
) -> None:
    with pytest.raises(ValueError, match=r" 9 (names|statements): the most is [123]; lower `min_"):
        draw(corpus, min_shared=9)


@pytest.mark.parametrize("kind", sorted(set(FIGURES) - set(TAKERS)))
def test_other_figures_refuse_it_in_a_sentence(
    kind: str, run: Callable[..., Run], tmp_path: Path
) -> None:
    done = run("figure", kind, "--min-shared", "2", "-o", str(tmp_path / "x.svg"))
    takers = "upset, matrix, overlap, network, cosigning"
    assert done.code == 2
    assert f"--min-shared is for {takers}, not for {kind}" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_command_draws_it(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "overlap.svg"
    done = run("figure", "overlap", "--min-shared", "19", "-o", str(path))
    assert (done.code, done.err) == (0, "")
    assert "fewer than 19 by name" in path.read_text(encoding="utf-8")
    done = run("figure", "overlap", "--min-shared", "20", "-o", str(path))
    assert done.code == 1
    assert "no two statements share 20 names: the most is 19; lower --min-shared" in done.err


@pytest.mark.parametrize("verb", ["explore", "export"])
def test_page_and_export_take_statements_too(
    verb: str, run: Callable[..., Run], tmp_path: Path
) -> None:
    path = tmp_path / ("x.html" if verb == "explore" else "x.json")
    cuba, kuwait = "2020-10-unga3-xinjiang-cuba", "2020-10-unga3-china-kuwait"
    done = run(verb, "--statement", cuba, "-o", str(path))
    assert (done.code, done.err) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert cuba in text
    assert kuwait not in text
    done = run(verb, "--statement", "cuba", "-o", str(path))
    assert done.code == 1
    assert "no such statement: cuba" in done.err
