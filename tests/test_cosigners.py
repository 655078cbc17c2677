"""Who signs with whom, pair by pair: against enumeration, and the co-signing graph."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from test_overlap import completions, members, small_corpora, span

from coalitions import Corpus, cosigning_graph, load, pairs
from coalitions.cli import cli, options
from coalitions.errors import ChoiceError
from coalitions.errors.memory import TooLargeError
from coalitions.tables import asked as choices
from coalitions.tables import overlap

if TYPE_CHECKING:
    from pathlib import Path


@given(small_corpora())
@settings(deadline=None, max_examples=60)
def test_pairs_of_signatories_are_what_enumeration_finds(corpus: Corpus) -> None:
    ids = list(corpus.statements["statement_id"])
    named = {s: members(corpus, s) for s in ids}
    everyone = sorted(set().union(*named.values()))
    table = pairs(corpus, of="signatories")
    assert list(zip(table["u"], table["v"], strict=True)) == list(combinations(everyone, 2))
    ways = list(completions(corpus))
    for row in table.itertuples():
        u, v = str(row.u), str(row.v)
        assert row.statements == tuple(s for s in ids if {u, v} <= named[s])
        assert row.shared == len(row.statements)
        assert row.count_u == sum(u in named[s] for s in ids)
        both = [sum({u, v} <= way[s] for s in ids) for way in ways]
        either = [sum(bool({u, v} & way[s]) for s in ids) for way in ways]
        assert (row.shared_min, row.shared_max) == span(both)
        jaccard = span(b / e for b, e in zip(both, either, strict=True))
        assert (row.jaccard_min, row.jaccard_max) == pytest.approx(jaccard)


def test_they_are_the_edges_of_the_cosigning_graph(un_china: Corpus) -> None:
    table = pairs(un_china, of="signatories", min_shared=3)
    graph = cosigning_graph(un_china, min_shared=3)
    found = {
        (row.u, row.v): (row.shared, row.jaccard, row.overlap_coefficient)
        for row in table.itertuples()
    }
    edges = {
        (a, b): (edge["shared"], edge["jaccard"], edge["overlap_coefficient"])
        for a, b, edge in graph.edges(data=True)
    }
    assert found == edges


def test_the_command_prints_them(tmp_path: Path) -> None:
    lists = pd.DataFrame({"statement_id": list("aaabb"), "signatory": list("xyzxy")})
    lists.to_csv(tmp_path / "lists.csv", index=False)
    asked = ["overlap", str(tmp_path / "lists.csv"), "--members", "any", "--of", "signatories"]
    run = CliRunner().invoke(cli, [*asked, "--format", "csv"])
    head, *rows = run.output.splitlines()
    assert head.startswith("u,v,count_u,count_v,shared,shared_min,shared_max,jaccard,jaccard_min,")
    assert head.endswith(",jaccard_max,overlap_coefficient,statements")
    assert rows == [
        "x,y,2,2,2,2,2,1.0,1.0,1.0,1.0,a;b",
        "x,z,2,1,1,1,1,0.5,0.5,0.5,1.0,a",
        "y,z,2,1,1,1,1,0.5,0.5,0.5,1.0,a",
    ]
    run = CliRunner().invoke(cli, [*asked, "--format", "csv", "--top", "1", "--no-members"])
    assert run.output.splitlines()[1:] == ["x,y,2,2,2,2,2,1.0,1.0,1.0,1.0"]
    assert CliRunner().invoke(cli, [*asked, "--regions"]).exit_code == 2
    assert options.PAIRED == choices.OF


def test_what_is_paired_is_one_of_two() -> None:
    with pytest.raises(ChoiceError, match="expected statements or signatories"):
        pairs(load("unga75"), of="states")  # type: ignore[arg-type] # the point


def test_more_pairs_than_are_worked_out_are_refused_with_the_minimum_that_would_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overlap, "MOST_ROWS", 100)
    corpus = load({"a": [f"p{n}" for n in range(30)], "b": ["p0", "p1", "p2"]}, members="any")
    with pytest.raises(
        TooLargeError,
        match=r"the 435 pairs of 30 signatories .* the 100 .* `min_shared` of 2, which leaves 3",
    ):
        pairs(corpus, of="signatories")
    assert len(pairs(corpus, of="signatories", min_shared=2)) == 3
    # The three that share most are known without the others; of four, one is any of the others.
    assert pairs(corpus, of="signatories", top=3)["shared"].tolist() == [2, 2, 2]
    with pytest.raises(TooLargeError, match="the 435 pairs of 30 signatories"):
        pairs(corpus, of="signatories", top=4)
    corpus = load({"a": [f"p{n}" for n in range(30)]}, members="any")
    with pytest.raises(TooLargeError, match="no `min_shared` leaves fewer, and any"):
        pairs(corpus, of="signatories")
