"""Ties against null models: the table, its numbers, what is decided, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, hypergeom

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    Corpus,
    backbone_graph,
    cosigning_graph,
    cosigning_ties,
    draw_cosigning,
    load,
    read_graph,
    write_graph,
)
from coalitions.cli import significance
from coalitions.graphs import CORRECTIONS, MODELS, PARTIAL, TAILS
from coalitions.graphs.nullmodels import Observed, null_distribution
from coalitions.graphs.nullmodels.configuration import configuration
from coalitions.graphs.nullmodels.independent import Independent
from coalitions.graphs.ties import table as making
from coalitions.graphs.ties.completions import BOUNDED
from coalitions.graphs.ties.deciding import Rule, times_needed

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = [
    "u",
    "v",
    "shared",
    "expected",
    "p_upper",
    "p_lower",
    "p_min",
    "p_adjusted",
    "sign",
    "significant",
]


def davis_lists() -> dict[str, list[str]]:
    path = Path(__file__).parent / "reference" / "davis.csv"
    with path.open(encoding="utf-8") as file:
        women = list(csv.DictReader(file))
    return {event: [row[""] for row in women if row[event] == "1"] for event in list(women[0])[1:]}


@pytest.fixture(scope="module")
def davis() -> Corpus:
    return load(davis_lists(), members="any", noun="woman/women")


def ties_of(corpus, **how) -> pd.DataFrame:
    """Return ties, whatever is said about them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        return cosigning_ties(corpus, **how)


def said_of(corpus, **how) -> list[str]:
    with warnings.catch_warnings(record=True, action="always") as seen:
        cosigning_ties(corpus, **how)
    return [str(each.message) for each in seen]


def row_of(table, u, v):
    return table[(table["u"] == u) & (table["v"] == v)].iloc[0]


def observed(cells) -> Observed:
    """Return what is observed of a table of signatories × statements."""
    cells = np.asarray(cells, bool)
    return Observed(cells, np.full(cells.shape[1], len(cells)))


def decided(cells, model="sdsm", tail="upper", alpha=0.05, correction="none") -> pd.DataFrame:
    """Return the ties of a table of signatories × statements."""
    these = observed(cells)
    who = pd.Index([f"s{n:02}" for n in range(len(cells))], dtype=object)
    rule = Rule(model, tail, correction, alpha, len(these.pairs[0]))
    return making.decided(these, who, rule)[0]


# The published numbers


@pytest.mark.parametrize(
    ("model", "ties", "p"),
    [
        ("fixedfill", 9, 0.003255),
        ("fixedrow", 17, 0.051282),
        ("fixedcol", 9, None),
        ("sdsm", 0, None),
        ("fdsm", 5, None),
    ],
)
def test_davis_has_these_ties(davis, model, ties, p) -> None:
    table = ties_of(davis, model=model)
    assert list(table) == COLUMNS
    assert len(table) == 18 * 17 / 2
    assert table["significant"].sum() == ties
    assert ((table["p_adjusted"] <= 0.05) == table["significant"]).all()
    if p:
        assert row_of(table, "Evelyn Jefferson", "Laura Mandeville")["p_upper"] == pytest.approx(
            p, abs=5e-7
        )


@pytest.mark.parametrize(
    ("model", "more", "fewer"),
    [("sdsm", 0, 0), ("fixedfill", 9, 0), ("fixedrow", 5, 1), ("fixedcol", 8, 0)],
)
def test_davis_has_these_signed_ties(davis, model, more, fewer) -> None:
    table = ties_of(davis, model=model, tail="two-sided")
    found = table.loc[table["significant"], "sign"]
    assert ((found == 1).sum(), (found == -1).sum()) == (more, fewer)


def test_the_smallest_exact_p_of_davis_is_that_of_olivia_and_flora(davis) -> None:
    table = ties_of(davis)
    least = table.loc[table["p_upper"].idxmin()]
    assert (least["u"], least["v"]) == ("Flora Price", "Olivia Carleton")
    assert least["p_upper"] == pytest.approx(0.08837, abs=5e-6)


def test_rows_are_in_order_and_every_pair_once(davis) -> None:
    table = ties_of(davis)
    keys = list(zip(table["u"], table["v"], strict=True))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert (table["u"] < table["v"]).all()
    graph = cosigning_graph(davis)
    for row in table[table["shared"] > 0].itertuples():
        assert graph.edges[row.u, row.v]["shared"] == row.shared
    assert (table["shared"] > 0).sum() == graph.number_of_edges()


def test_a_significant_tie_shares_something(davis) -> None:
    for model in MODELS:
        table = ties_of(davis, model=model, alpha=0.9)
        assert (table.loc[table["significant"], "shared"] > 0).all()


# Decisions


def textbook(signed, chances):
    """Return the upper tails of all pairs, convolved one statement after another."""
    i, j = np.triu_indices(len(signed), 1)
    exactly = np.zeros((len(i), signed.shape[1] + 2))
    exactly[:, 0] = 1
    for chance in (chances[i] * chances[j]).T[:, :, None]:
        exactly[:, 1:] = exactly[:, 1:] * (1 - chance) + exactly[:, :-1] * chance
        exactly[:, :1] *= 1 - chance
    shared = (signed[i] & signed[j]).sum(axis=1)
    from_there = np.cumsum(exactly[:, ::-1], axis=1)[:, ::-1]
    return from_there[np.arange(len(i)), shared]


def test_no_decision_differs_from_the_exact_one() -> None:
    random = np.random.default_rng(7)
    taken, near = 0, 0
    # Where there are more than 500 statements tails are approximations, but near alpha.
    for n in range(500):
        rows, columns = random.integers(6, 12), 700 if n % 100 == 0 else random.integers(15, 40)
        # Two blocs, which sign their own statements more than those of the other.
        same = random.integers(0, 2, (rows, 1)) == random.integers(0, 2, columns)
        least = 0.5 if columns == 700 else random.uniform(0, 0.3)
        signed = random.random((rows, columns)) < np.where(same, 0.65, least)
        these = observed(signed)
        exact = textbook(signed, configuration(these).full)
        for alpha in (0.05, 0.01):
            p = making.adjusted_of(these, Rule("sdsm", "upper", "none", alpha, len(exact)))
            assert ((p <= alpha) == (exact <= alpha)).all()
            np.testing.assert_allclose(p, exact, rtol=1e-9 if columns <= 500 else 1e-4)
            taken += int((p <= alpha).sum())
            near += int((np.abs(exact / alpha - 1) < 0.1).sum())
    assert taken > 200
    assert near > 50


def test_corrections_are_those_of_the_books() -> None:
    p = np.random.default_rng(0).beta(0.3, 2, 200)
    p[:50] = p[50:100]  # some are equal
    np.testing.assert_allclose(CORRECTIONS["bh"](p), false_discovery_control(p))
    np.testing.assert_allclose(CORRECTIONS["bonferroni"](p), np.minimum(1, p * 200))
    holm = CORRECTIONS["holm"](p)
    for alpha in (0.01, 0.05, 0.3):
        rejected, left = set(), dict(enumerate(p))
        for rank, (n, each) in enumerate(sorted(left.items(), key=lambda item: item[1])):
            if each * (200 - rank) > alpha:
                break
            rejected.add(n)
        assert set(np.flatnonzero(holm <= alpha)) == rejected
    assert (CORRECTIONS["none"](p) == p).all()


def test_what_is_not_exact_is_made_so_where_a_decision_hangs_on_it(monkeypatch) -> None:
    random = np.random.default_rng(4)
    null = Independent(
        np.array([0, 0, 1]),
        np.array([1, 2, 2]),
        random.uniform(0.2, 0.6, (3, 20)),
        np.ones(20),
        np.full(20, 40),
    )
    shared = np.array([150, 160, 133])
    exact = null.sharpened(shared, np.arange(3))[0]
    asked = []
    sharpened = Independent.sharpened

    def noted(self, counts, pairs):
        asked.extend(pairs.tolist())
        return sharpened(self, counts, pairs)

    monkeypatch.setattr(Independent, "sharpened", noted)
    these = observed(np.zeros((3, 1)))
    object.__setattr__(these, "shared", shared)
    rule = Rule("sdsm", "upper", "none", float(exact[2]), 3)
    upper, _ = making._tails(null, these, rule)  # noqa: SLF001 - a corpus of 800 statements is slow
    assert asked == [2]
    assert upper[2] == pytest.approx(exact[2], rel=1e-9)
    assert (upper <= float(f"{exact[2]:.10g}")).tolist() == (exact <= exact[2]).tolist()


def attained(n: int, a: int, b: int, level: float, way: str) -> float:
    """Return the largest p-value up to a level of what two may share that signed a and b of n."""
    null = hypergeom(n, a, b)
    tails = {"upper": lambda s: null.sf(s - 1), "lower": null.cdf}
    asked = [(tails[way], level)] if way in tails else [(of, level / 2) for of in tails.values()]
    shared = range(max(0, a + b - n), min(a, b) + 1)
    return sum(max((p for p in map(of, shared) if p <= most), default=0) for of, most in asked)


@pytest.mark.parametrize("tail", ["upper", "lower", "two-sided"])
def test_chance_makes_as_many_ties_as_p_values_that_can_be_attained_give(davis, tail) -> None:
    found = cosigning_ties(davis, model="fixedrow", tail=tail, alpha=0.03).attrs["by_chance"]
    sizes, n = davis.signatures["signatory"].value_counts().tolist(), len(davis)
    assert [*found] == [0.1, 0.05, 0.03, 0.01, 0.001]
    for level, number in found.items():
        expected = sum(attained(n, a, b, level, tail) for a, b in combinations(sizes, 2))
        assert number == pytest.approx(expected, rel=1e-6)
        assert number < level * 153
    corrected = cosigning_ties(davis, model="fixedrow", tail=tail, correction="bh", alpha=0.2)
    assert corrected.attrs["by_chance"] == {}


def test_where_it_is_not_looked_for_chance_makes_no_more_than_pairs_that_can_reach_a_level(
    davis, monkeypatch
) -> None:
    drawn = cosigning_ties(davis, model="fdsm")
    within = cosigning_ties(davis, model="fixedrow")
    monkeypatch.setattr("coalitions.graphs.ties.chance._LOOKED_FOR", 0)
    for table in (drawn, cosigning_ties(davis, model="fixedrow")):
        for level, number in table.attrs["by_chance"].items():
            assert number == level * (table["p_min"] <= level).sum()
            assert number >= within.attrs["by_chance"][level] or table is drawn


# Nothing can be significant


def test_three_statements_say_nothing_and_why() -> None:
    three = load({"a": ["A", "B", "C"], "b": ["A", "B"], "c": ["D", "C", "A"]}, members="any")
    needed = {}
    for model in MODELS:
        for correction in ("none", "holm"):
            with pytest.warns(CoalitionsWarning) as seen:
                table = cosigning_ties(three, model=model, correction=correction)
            (said,) = [str(each.message) for each in seen]
            assert said.startswith("no tie can be significant at 0.05: with 3 statements the smal")
            assert not table["significant"].any()
            assert (table["p_min"] > 0.05).all()
            assert said[1:] in table.attrs["method"]
            needed[model, correction] = int(re.findall(r"take (\d+) of their kind", said)[0])
    # Two of three each: 1/3. Every statement three times over: 1 / C(9, 6) = 1/84.
    assert needed["fixedrow", "none"] == 9
    assert needed["fixedrow", "holm"] == 12  # 6 / C(12, 8)


def test_as_many_statements_as_it_says_are_enough() -> None:
    cells = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1]], bool)
    for model in ("fixedrow", "fixedfill", "fixedcol", "sdsm"):
        rule = Rule(model, "upper", "holm", 0.01, 10)
        null = null_distribution(observed(cells), model)
        times, enough = times_needed(null, observed(cells), rule)
        assert enough
        for number, enough in ((times, True), (times - 1, False)):
            table = decided(np.tile(cells, number), model)
            assert (rule.corrected(table["p_min"].to_numpy()).min() <= 0.01) == enough


@pytest.mark.parametrize("lists", [{"a": ["A", "B", "C"]}, {"a": ["A", "B"], "b": ["A", "B"]}])
@pytest.mark.parametrize("model", ["fixedrow", "sdsm", "fdsm"])
def test_where_everybody_signed_everything_more_of_it_says_no_more(lists, model) -> None:
    (said,) = said_of(load(lists, members="any"), model=model)
    assert said.endswith("; even 5,000 of their kind would not be enough")
    table = ties_of(load(lists, members="any"), model=model)
    assert (table[["p_upper", "p_lower", "p_min", "p_adjusted"]] == 1).all(axis=None)


def test_draws_that_no_correction_can_use_are_told_so(davis, monkeypatch) -> None:
    monkeypatch.setattr("coalitions.graphs.nullmodels.trades.ENOUGH", 1_000)
    monkeypatch.setattr("coalitions.graphs.nullmodels.trades.WORK", 1_000)
    (said,) = said_of(davis, model="fdsm", correction="bonferroni")
    assert said.endswith("shares of 1,000 tables drawn, and none is below 0.001: sdsm draws none")


# Lists known in part


def test_partial_lists_are_left_out_and_said(un_china) -> None:
    said = said_of(un_china, model="fixedrow")
    number = int(un_china.partial.sum())
    left = f"{number} of {len(un_china)} statements have a list that is known in part, and are left"
    assert said == [f'{left} out: `partial="named"` counts them with the names that are known']
    table = ties_of(un_china, model="fixedrow")
    assert f"({number} known in part left out)" in table.attrs["method"]
    named = ties_of(un_china, model="fixedrow", partial="named")
    assert f"({number} of them known in part, counted with the names" in named.attrs["method"]
    assert len(named) > len(table)
    assert named["shared"].max() > table["shared"].max()


def test_who_is_named_on_a_partial_list_alone_is_in_no_pair(small) -> None:
    # full and plain are complete: NAM is only under part, JPN nowhere.
    table = ties_of(small)
    assert set(table["u"]) | set(table["v"]) == {"CHN", "CUB", "DEU", "FRA", "KEN", "PAK"}
    # Of 8 states 4 and 3 signed: both of a pair with 12/56 and 6/56.
    found = ties_of(small, model="fixedcol")
    assert found["expected"].unique().tolist() == pytest.approx([18 / 56])
    assert row_of(found, "CHN", "CUB")["p_upper"] == pytest.approx(1 - 44 / 56 * 50 / 56)


def test_nothing_but_partial_lists_is_refused() -> None:
    table = pd.DataFrame({"statement_id": ["a"], "declared_count": [3]})
    corpus = Corpus(table, pd.DataFrame({"statement_id": ["a"] * 2, "signatory": ["CUB", "PER"]}))
    with pytest.raises(
        CoalitionsError, match=r"no list is complete, .* the one statement has a list"
    ):
        cosigning_ties(corpus)
    assert len(ties_of(corpus, partial="named")) == 1


# What is refused, and what is small


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"model": "SDSM"}, 'model "SDSM": expected fixedfill, fixedrow, fixedcol, sdsm or fdsm'),
        ({"model": None}, 'model "None": expected'),
        ({"tail": "both"}, 'tail "both": expected upper, lower or two-sided'),
        ({"correction": "fdr"}, 'correction "fdr": expected none, bonferroni, holm or bh'),
        ({"partial": "all"}, 'partial "all": expected left-out, named or bounds'),
        *(
            ({"alpha": alpha}, f"alpha {alpha!r}: expected a number between 0 and 1, such as 0.05")
            for alpha in (0, 1, -0.1, 1.5, float("nan"), float("inf"), "0.05", None, True)
        ),
    ],
)
def test_what_is_none_of_the_choices_is_refused(davis, how, said) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}") as refused:
        cosigning_ties(davis, **how)
    assert isinstance(refused.value, CoalitionsError)


@pytest.mark.parametrize("model", MODELS)
def test_one_signatory_or_nobody_is_in_no_pair(model) -> None:
    for lists in ({"a": ["A"]}, {"a": ["A"], "b": ["A"]}):
        table = cosigning_ties(load(lists, members="any"), model=model)
        assert list(table) == COLUMNS
        assert table.empty
        assert table.attrs["method"].startswith("Ties: 0 pairs of 1 ")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    "cells",
    [
        [[1], [1], [0]],  # one statement
        [[1, 1], [1, 1], [1, 1]],  # all is signed
        [[0, 0], [0, 0]],  # nothing is
        [[1, 1, 1, 0], [1, 0, 1, 0], [0, 0, 1, 0]],  # a full row and column, an empty column
    ],
)
def test_what_leaves_no_choice_is_sure(model: str, cells: list[list[int]]) -> None:
    table = decided(cells, model)
    assert not table["significant"].any()
    assert table["p_upper"].between(0.05, 1, inclusive="right").all()
    if model in {"sdsm", "fdsm"}:  # there is one table alone with these sizes
        assert (table["p_upper"] == 1).all()


def test_a_statement_that_nobody_signed_is_one_that_could_have_been() -> None:
    cells = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0]], bool)
    table = decided(cells, "fixedrow")
    assert row_of(table, "s00", "s01")["p_upper"] == pytest.approx(1 / 6)  # C(4, 2)


# Properties


@given(st.integers(2, 6), st.integers(1, 8), st.data())
@settings(max_examples=25)
def test_what_holds_of_every_table(rows, columns, data) -> None:
    cells = np.array(
        data.draw(st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns))
    ).reshape(rows, columns)
    model, tail = (
        data.draw(st.sampled_from(["fixedfill", "fixedrow", "fixedcol", "sdsm"])),
        data.draw(st.sampled_from(TAILS)),
    )
    table = decided(cells, model, tail)
    for column in ("p_upper", "p_lower", "p_min", "p_adjusted"):
        assert table[column].between(0, 1, inclusive="right").all()
    assert (table["p_upper"] + table["p_lower"] >= 1).all()
    assert (table["p_adjusted"] >= table["p_min"] * (1 - 1e-9)).all()
    assert not table["expected"].isna().any()
    # Other names, and statements in another order, make no other numbers.
    other = decided(cells[::-1, ::-1], model, tail)
    old = {frozenset((row.u, row.v)): row for row in table.itertuples()}
    names = {f"s{n:02}": f"s{rows - 1 - n:02}" for n in range(rows)}
    assert len(other) == len(table)
    for row in other.itertuples():
        before = old[frozenset((names[row.u], names[row.v]))]
        assert (row.shared, row.p_upper, row.p_lower, row.sign) == (
            before.shared,
            before.p_upper,
            before.p_lower,
            before.sign,
        )


def test_who_signed_never_is_in_no_pair_and_counts_among_those_who_could() -> None:
    lists = {"a": ["A", "B"], "b": ["A", "B"], "c": ["B"]}
    table = ties_of(load(lists, members="any", universe=4), model="fixedfill")
    assert table[["u", "v"]].to_numpy().tolist() == [["A", "B"]]
    # 5 signatures in 12 places: two rows share 5 / 12 · 4 / 11 of the three.
    assert table["expected"].tolist() == pytest.approx([3 * 20 / 132])


# The command line


def test_choices_are_those_of_the_room() -> None:
    assert tuple(MODELS) == significance.NULL_MODELS
    assert significance.TAIL_WORDS == TAILS
    assert tuple(CORRECTIONS) == significance.CORRECTION_WORDS
    assert significance.PARTIAL_WORDS == PARTIAL
    assert significance.BOUNDED_MODELS == BOUNDED


@pytest.fixture
def davis_csv(tmp_path) -> Path:
    path = tmp_path / "davis.csv"
    rows = [f"{event},{name}" for event, names in davis_lists().items() for name in names]
    path.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    return path


def test_rows_are_printed_by_the_contract(run: Callable, davis_csv, davis, tmp_path) -> None:
    how = ("--model", "fixedrow", "--alpha", "0.05")
    table = ties_of(davis, model="fixedrow")
    printed = run("ties", davis_csv, "--members", "any", *how, "--format", "csv")
    assert (printed.code, printed.err) == (0, "")
    read = pd.read_csv(io.StringIO(printed.out))
    assert list(read) == COLUMNS
    assert read.to_numpy().tolist() == table.to_numpy().tolist()
    told = json.loads(run("ties", davis_csv, "--signatories", "any", *how, "--format", "json").out)
    assert [list(row) for row in told[:1]] == [COLUMNS]
    assert sum(row["significant"] for row in told) == 17
    for name in ("out.csv", "out.json"):
        done = run("ties", davis_csv, "--members", "any", *how, "-o", tmp_path / name)
        assert done.out == f"{tmp_path / name}\n"
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == printed.out
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == told


def test_a_table_for_eyes_has_the_significant_ties_and_what_was_done(
    run: Callable, davis_csv
) -> None:
    printed = run(
        "ties", davis_csv, "--members", "any", "--model", "fixedrow", "--tail", "two-sided"
    ).out
    lines = printed.splitlines()
    assert lines[0].split() == [
        "u",
        "v",
        "shared",
        "expected",
        "p_upper",
        "p_lower",
        "p_adjusted",
        "sign",
    ]
    assert [line.split()[-1] for line in lines[1:7]].count("fewer") == 1
    assert lines[8].startswith("6 of 153 pairs are significant. Ties: 153 pairs of 18 ")
    assert "two-sided" in lines[8]


def test_slips_on_the_command_line_are_told_in_one_message(
    run: Callable, davis_csv, tmp_path
) -> None:
    for slip, words in (
        (("--alpha", "1"), "'--alpha': 1.0: expected a number between 0 and 1, such as 0.05"),
        (("--alpha", "nan"), "'--alpha': nan: expected a number between 0 and 1, such as 0.05"),
        (("--partial", "bounds"), "--partial bounds has no --model sdsm: what completions of "),
        (("-o", tmp_path / "x.foo"), ".foo: the name of the file must end with .csv, .json, .txt"),
        (("-o", tmp_path / "x"), "/x: the name of the file must end with"),
        (("--alpha", "much"), "--alpha"),
        (("--model", "bicm"), "--model"),
        (("-o", davis_csv), "that is a file of DATA"),
        (("-o", tmp_path.parent / "x.csv", "--format", "json"), "--format json goes into a .json"),
    ):
        told = run("ties", davis_csv, "--members", "any", *slip)
        assert (told.code, told.out) == (2, "")
        assert words in told.err


def test_partial_lists_are_called_by_the_option(run: Callable) -> None:
    told = run("ties", "unga75", "--format", "csv")
    assert told.code == 0
    assert "--partial named counts them with the names that are known" in told.err
    assert "no tie can be significant at 0.05: with 2 statements" in told.err
    assert told.out.startswith(",".join(COLUMNS))


# Who could not have signed


def test_who_was_no_member_at_the_date_is_not_in_the_universe_of_the_pair() -> None:
    # South Sudan is a member from 2011 on: of the three statements of 1990 it is no part.
    lists = {
        "a": ["CUB", "PER"],
        "b": ["CUB", "PER"],
        "c": ["PER"],
        "d": ["SSD", "CUB"],
        "e": ["SSD", "PER"],
    }
    dates = ["1990-03-01"] * 3 + ["2020-03-01"] * 2
    corpus = Corpus(
        pd.DataFrame({"statement_id": list(lists), "date": dates}),
        pd.DataFrame(
            [(key, who) for key, names in lists.items() for who in names],
            columns=["statement_id", "signatory"],
        ),
    )
    table = ties_of(corpus, model="fixedrow")
    # Cuba and Peru could both sign five: 3 and 4 of them; Cuba and South Sudan two: 1 and 2.
    assert row_of(table, "CUB", "PER")["expected"] == pytest.approx(3 * 4 / 5)
    assert row_of(table, "CUB", "SSD")["expected"] == pytest.approx(1)
    assert row_of(table, "CUB", "SSD")["p_upper"] == 1
    for model in MODELS:
        found = ties_of(corpus, model=model)
        assert found["p_upper"].between(0, 1, inclusive="right").all()
        assert "by the dates of the statements" in found.attrs["method"]
    assert ties_of(corpus, model="fixedfill", partial="bounds")["expected"].notna().all()


# The significant ties as a graph


def test_a_backbone_has_the_significant_ties(davis, tmp_path) -> None:
    table = ties_of(davis, model="fixedrow", tail="two-sided")
    graph = backbone_graph(davis, table)
    whole = cosigning_graph(davis)
    assert dict(graph.nodes(data=True)) == dict(whole.nodes(data=True))
    assert graph.number_of_edges() == 6
    for row in table[table["significant"]].itertuples():
        edge = graph.edges[row.u, row.v]
        assert (edge["shared"], edge["sign"], edge["p_value"]) == (
            row.shared,
            row.sign,
            row.p_adjusted,
        )
        assert edge["kind"] == {1: "more", -1: "fewer"}[row.sign]
        assert edge["weight"] == pytest.approx(abs(row.shared - row.expected))
    assert table.attrs["method"] in graph.graph["method"]
    path = write_graph(graph, tmp_path / "backbone.graphml")
    assert read_graph(path).edges == graph.edges
    assert draw_cosigning(graph).get_title(loc="left")


def test_a_backbone_of_something_else_is_refused(davis, unga75) -> None:
    table = ties_of(davis)
    with pytest.raises(
        CoalitionsError, match="ties: no column u, v: make the table with cosigning"
    ):
        backbone_graph(davis, table.drop(columns=["u", "v"]))
    with pytest.raises(CoalitionsError, match="of 18 signatories the corpus names none, the first"):
        backbone_graph(unga75, table)


def test_the_command_line_writes_a_graph(run: Callable, davis_csv, tmp_path) -> None:
    how = ("--members", "any", "--model", "fixedrow")
    for suffix in significance._GRAPHS:  # noqa: SLF001 - the same as what is written
        path = tmp_path / f"ties{suffix}"
        done = run("ties", davis_csv, *how, "-o", path)
        assert (done.code, done.out, done.err) == (0, f"{path}\n", "")
        assert path.stat().st_size > 900
    assert read_graph(tmp_path / "ties.graphml").number_of_edges() == 17
    refused = run("ties", davis_csv, *how, "--survival", "-o", tmp_path / "ties.gexf")
    assert (refused.code, refused.out) == (2, "")
