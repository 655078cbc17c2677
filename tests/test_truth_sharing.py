"""Promises about networks of who shares what: counted first, refused before they are built."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.sparse import csr_array

from coalitions import Corpus, cosigning_graph, draw_cosigning, statement_graph
from coalitions.corpus import Incidence, incidence
from coalitions.errors.memory import TooLargeError
from coalitions.graphs import sharing
from coalitions.graphs.build import cosigning_multigraph
from coalitions.graphs.sharing import pairs_sharing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run


def letters(*lists: range) -> Corpus:
    """Return a letter for each range of numbers, signed by those persons."""
    rows = [(f"l{n}", f"p{k:05}") for n, people in enumerate(lists) for k in people]
    return Corpus(
        pd.DataFrame({"statement_id": [f"l{n}" for n in range(len(lists))]}),
        pd.DataFrame(rows, columns=["statement_id", "signatory"]),
        members="any",
    )


# Counted without being built


def rows_of(named: np.ndarray[tuple[int, int], np.dtype]) -> Incidence:
    """Return an array of truth values as what is counted."""
    rows, columns = map(pd.RangeIndex, named.shape)
    return Incidence(rows, columns, csr_array(named.astype(np.int32)))


@given(arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=14)))
def test_pairs_are_counted_as_one_by_one(named: np.ndarray[tuple[int, int], np.dtype]) -> None:
    rows, columns = named.shape
    shared = [int((named[i] & named[j]).sum()) for i in range(rows) for j in range(i + 1, rows)]
    expected = [sum(both >= k for both in shared) for k in range(columns + 1)]
    assert pairs_sharing(rows_of(named)).tolist() == expected


@given(st.integers(1, 40))
def test_blocks_change_nothing(block: int) -> None:
    named = rows_of(np.random.default_rng(0).random((23, 5)) < 0.5)
    whole, edges = pairs_sharing(named).tolist(), list(sharing.shared_edges(named, 2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incidence, "_BLOCK", block)
        assert pairs_sharing(named).tolist() == whole
        assert list(sharing.shared_edges(named, 2)) == edges
    assert len(edges) == whole[2]


@pytest.mark.parametrize("least", [1, 2, 5])
def test_ties_are_those_of_the_graph(least: int, un_china: Corpus) -> None:
    ties = pairs_sharing(un_china.records)
    assert ties[least] == cosigning_graph(un_china, min_shared=least).number_of_edges()


def test_a_letter_of_many_is_counted_in_little_memory() -> None:
    corpus = letters(range(6_000))
    assert corpus.incidence.shape == (1, 6_000)
    tracemalloc.start()
    assert pairs_sharing(corpus.records).tolist() == [17_997_000, 17_997_000]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


# Refused before it is built, with what would fit

#: 1,000 persons on two letters, 20 of them on a third: 499,500 pairs, 499,500 share two, 190 three.
CROWD = (range(1_000), range(1_000), range(20))


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ((range(1_000),), "499,500 edges, .* each of them shares 1, so that `min_shared` leaves"),
        (CROWD, "499,500 edges, .* take a `min_shared` of 3, which leaves 190 edges, or `two_mode"),
        ((range(500), range(498, 1_000)), "250,500 .*`min_shared` of 2, which leaves 1 edge, or"),
        (
            (*CROWD[:1], range(900)),
            "499,500 .*even a `min_shared` of 2, the .* leaves 404,550 of them",
        ),
    ],
    ids=["one letter", "three fit", "one edge", "none fits"],
)
def test_too_many_ties_are_refused_with_what_fits(
    lists: tuple[range, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MOST_ASKED", 200_000)
    corpus = letters(*lists)
    for ask in (cosigning_graph, draw_cosigning):
        with pytest.raises(TooLargeError, match=said) as refusal:
            ask(corpus)
        sentence = str(refusal.value)
        assert "no more than 200,000 edges are built" in sentence
        assert " MB of memory" in sentence
        assert "\n" not in sentence


def test_what_is_said_to_fit_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST_ASKED", 200_000)
    assert cosigning_graph(letters(*CROWD), min_shared=3).number_of_edges() == 190


def test_an_edge_a_statement_counts_each_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = letters(range(30), range(30), range(4))
    edges = cosigning_multigraph(corpus).number_of_edges()
    assert edges == 2 * 435 + 6
    monkeypatch.setattr(sharing, "MOST_ASKED", edges)
    assert cosigning_multigraph(corpus, min_shared=3).number_of_edges() == 3 * 6
    monkeypatch.setattr(sharing, "MOST_ASKED", edges - 1)
    with pytest.raises(
        TooLargeError, match=r"876 edges, .*`min_shared` of 3, which leaves 18 edges"
    ):
        cosigning_multigraph(corpus)


def test_statements_that_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST_ASKED", 100)
    with pytest.raises(TooLargeError, match=r"20 nodes .* 190 edges.* each of them shares 3"):
        statement_graph(letters(*[range(3)] * 20))


def test_a_million_ties_can_be_asked_for() -> None:
    sharing.refuse_too_many(2_000, np.array([1_999_000, 1_999_000]), 1)
    assert sharing.MOST_ASKED >= 1_000_000


@pytest.mark.parametrize("verb", [("export", "--graph", "cosigning"), ("figure", "cosigning")])
def test_the_command_line_refuses_in_one_line(
    verb: tuple[str, ...], tmp_path: Path, run: Callable[..., Run]
) -> None:
    lists = tmp_path / "letter.txt"
    lists.write_text("".join(f"Person {n}\n" for n in range(2_100)), encoding="utf-8")
    target = tmp_path / ("x.gexf" if verb[0] == "export" else "x.svg")
    result = run(*verb, lists, "--members", "any", "-o", target)
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert "2,203,950 edges, would take about 1.5 GB of memory" in result.err
    assert "--graph two-mode" in result.err
    assert not target.exists()
