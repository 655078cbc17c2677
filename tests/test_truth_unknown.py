"""A list of which neither a name nor a count is known is unknown, and no list of nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import figure_checks as look
import pandas as pd
import pytest

from coalitions import (
    Corpus,
    check_claims,
    compare_statements,
    describe,
    draw_balance,
    draw_card,
    draw_matrix,
    draw_network,
    draw_overlap,
    draw_tilemap,
    draw_timeline,
    pairs,
    regions,
    statement_ledger,
    two_mode_graph,
    write_graph,
)
from coalitions.bounds import Interval
from coalitions.corpus.counting import list_tally, overlap_tally, size, union_tally
from coalitions.corpus.provenance import completeness, statement_labels
from coalitions.explorer.records import node_records
from coalitions.findings.panels import card_lists
from coalitions.findings.paragraph import story
from coalitions.findings.sentences import sizes
from coalitions.looks import node_looks
from coalitions.tables.histories import side_moves, side_standings
from coalitions.tables.presence import OPEN, presence
from coalitions.tables.stands import sides_taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run
    from matplotlib.axes import Axes


def corpus_of(**more: object) -> Corpus:
    """Return a list of three, one of two on the other side, one unknown (x), one empty (z)."""
    statements = pd.DataFrame(
        {
            "statement_id": ["a", "b", "x", "z"],
            "date": ["2020-01-01", "2020-01-01", "2021-01-01", "2022-01-01"],
            "stance": ["support", "critical", "support", "support"],
            "declared_count": [3, 2, None, 0],
        }
    ).assign(**more)
    signed = [("a", "CUB"), ("a", "CHN"), ("a", "PER"), ("b", "PER"), ("b", "FRA")]
    table = pd.DataFrame(signed, columns=["statement_id", "signatory"])
    return Corpus(statements, table)


def printed(ax: Axes) -> str:
    """Return all that stands on a figure, in one line."""
    texts = [text.get_text() for text in (*ax.texts, *ax.figure.texts)]
    return " ".join([look.title(ax), *texts]).replace("\n", " ")


def test_its_size_is_anything_and_an_empty_list_is_empty() -> None:
    corpus = corpus_of()
    assert list_tally(corpus, "x").found == Interval(0, 195)
    assert list_tally(corpus, "z").found == Interval(0, 0)
    assert (size(corpus, "x"), size(corpus, "z")) == ("an unknown number of states", "no state")
    assert sizes(corpus) == ["3", "2", "not known", "0"]
    assert statement_ledger(corpus)["status"].tolist() == [
        *("complete", "complete", "unknown", "complete"),
    ]
    assert union_tally(corpus, ["a", "x"]).found == Interval(3, 195)
    assert overlap_tally(corpus, "a", "x").found == Interval(0, 3)


def test_a_lead_alone_makes_no_list() -> None:
    corpus = corpus_of(lead=["", "", "CUB", ""])
    assert corpus.unknown.tolist() == [False, False, True, False]
    assert (presence(corpus)[2] == OPEN).all()
    assert statement_labels(corpus)["x"] == "Cuba (Jan 2021)"


def test_claims_about_it_are_possible_and_no_wider_than_they_must_be() -> None:
    claims = pd.DataFrame(
        {
            "claim_id": ["c", "d", "e"],
            "quantity": ["size", "union", "overlap"],
            "statements": ["x", "a;x", "a;x"],
            "qualifier": ["exactly", "fewer than", "more than"],
            "count": [50, 3, 3],
        }
    )
    base = corpus_of()
    corpus = Corpus(base.statements, base.signatures, claims=claims)
    table = check_claims(corpus)
    assert table["verdict"].tolist() == ["possible", "contradicted", "contradicted"]
    assert table[["low", "high"]].to_numpy().tolist() == [[0, 195], [3, 195], [0, 3]]


def test_an_overlap_with_it_is_an_interval_and_two_of_them_have_no_jaccard() -> None:
    corpus = corpus_of(declared_count=[3, None, None, 0])
    corpus = Corpus(corpus.statements, corpus.signatures[corpus.signatures["statement_id"] == "a"])
    table = pairs(corpus).set_index(["a", "b"])
    row = table.loc[("a", "x")]
    assert (row.shared_min, row.shared_max, row.union_min, row.union_max) == (0, 3, 3, 195)
    assert (row.jaccard_min, row.jaccard_max) == (0, 1)
    row = table.loc[("b", "x")]
    assert (row.shared_min, row.shared_max, row.union_min, row.union_max) == (0, 195, 0, 195)
    assert table.loc[[("b", "x"), ("x", "z")], "jaccard_max"].isna().all()
    found = regions(corpus).iloc[0]
    assert (found["exclusive_min"], found["exclusive_max"], found["inclusive_min"]) == (0, 3, 3)


@pytest.mark.parametrize(("a", "b"), [("a", "x"), ("x", "a"), ("b", "x"), ("x", "z")])
def test_nobody_is_new_again_or_not_again_under_it(a: str, b: str) -> None:
    assert set(compare_statements(corpus_of(), a, b)["change"]) == {"unknown"}


def test_nobody_moves_to_it_or_from_it_and_no_side_is_denied() -> None:
    corpus = corpus_of(declared_count=[3, 2, None, None])
    assert side_moves(corpus).empty
    assert "neither" not in set(side_standings(corpus).sides["2021-01-01"])
    assert set(sides_taken(corpus)) == {"support", "critical", "both", "unknown"}


def test_words_say_that_it_is_not_known() -> None:
    corpus = corpus_of()
    said = " ".join(story(corpus))
    assert "Of 1 list neither a name nor a count is known" in said
    assert "anybody may have signed it" in said
    assert "list not known (Jan 2021) none (no count declared)" in completeness(corpus)
    assert "(x): no count declared, 0 named, unknown" in describe(corpus)
    assert "may be any list, from nobody to everybody" in describe(corpus)
    assert "may be any list" not in describe(corpus_of(declared_count=[3, 2, 9, 0]))


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (draw_overlap, "Neither names nor a count known, not drawn: list not known (Jan 2021)."),
        (draw_overlap, "Declared to be signed by nobody, not drawn: 0 states (Jan 2022)."),
        (draw_timeline, "Not drawn, neither names nor a count known: list not known (Jan 2021)."),
        (draw_timeline, "Not drawn, declared to be signed by nobody: 0 states (Jan 2022)."),
        (draw_tilemap, "Neither a name nor a count known: list not known (Jan 2021)"),
        (draw_balance, "a partial list may hold the name, too"),
    ],
)
def test_figures_say_it_at_the_foot(draw: Callable[[Corpus], Axes], said: str) -> None:
    assert said in look.foot(draw(corpus_of()))


def test_figures_hatch_it_and_have_no_zero_for_it() -> None:
    network = draw_network(corpus_of())
    texts = [text.get_text() for text in network.texts]
    assert "?" in texts
    assert "list not known" in texts
    assert "in a hatched column an empty cell says nothing" in printed(draw_matrix(corpus_of()))
    assert look.title(draw_timeline(corpus_of())).startswith("Largest known lists: ")


def test_a_card_says_so_and_holds_nobody_against_it() -> None:
    corpus = corpus_of()
    found = [(panel.head, panel.about) for panel in card_lists(corpus, ["a", "x"]).panels]
    assert found == [
        ("3 states", "all 3 named"),
        ("Not known", "neither names nor a count known"),
    ]
    assert look.title(draw_card(corpus, statements=["a", "x"])) == "3 states signed: 3 states"
    later = corpus_of(date=["2021-01-01", "2020-01-01", "2020-01-01", "2022-01-01"])
    head = card_lists(later, ["a", "x"]).panels[-1]
    assert head.about == "all 3 named; 3 in italics may be on the other list, too"
    assert not head.set_in("bold")


@pytest.mark.parametrize(
    ("stance", "said"),
    [("support", "that signed in support"), ("critical", "that signed in criticism")],
)
def test_a_balance_of_one_side_speaks_of_no_other(stance: str, said: str) -> None:
    ax = draw_balance(corpus_of(stance=stance))
    assert said in printed(ax)
    for words in ("either", "one side"):
        assert words not in printed(ax)


@pytest.mark.parametrize("suffix", [".graphml", ".json", ".gexf", ".csv", ".net", ".hif.json"])
def test_no_file_has_a_count_for_it(tmp_path: Path, suffix: str) -> None:
    graph = two_mode_graph(corpus_of())
    assert "count" not in graph.nodes["x"]
    assert graph.nodes["z"]["count"] == 0
    write_graph(graph, tmp_path / f"graph{suffix}")
    by_key = {record["key"]: record for record in node_records(graph, node_looks(graph), {})}
    assert "count" not in by_key["x"]
    assert by_key["z"]["count"] == 0


def test_change_says_it_in_words_and_numbers(tmp_path: Path, run: Callable[..., Run]) -> None:
    corpus = corpus_of()
    corpus.statements.to_csv(tmp_path / "statements.csv", index=False)
    corpus.signatures.to_csv(tmp_path / "signatures.csv", index=False)
    text = run("change", "a", "x", tmp_path).out
    assert "an unknown number of states, supporting (x)" in text
    assert "neither a name nor a count is known, anybody may be on the list" in text
    assert "0 states" not in text
    out = run("change", "a", "x", tmp_path, "--format", "json").out
    found = json.loads(out)
    assert len(found["unknown"]) == 195
    assert found["numbers"] == {"new": [0, 192], "again": [0, 3], "not_again": [0, 3]}
