"""Slices: the parts of a corpus by year, event, forum or topic, and how alike their tables are."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    Corpus,
    compare_slices,
    cosigning_ties,
    find_communities,
    load,
    slices,
)
from coalitions.cli import sliced
from coalitions.corpus import SLICED_BY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def ids(parts: dict[str, Corpus]) -> dict[str, list[str]]:
    return {key: part.statements["statement_id"].tolist() for key, part in parts.items()}


def test_a_statement_is_in_the_slice_that_it_says(small: Corpus) -> None:
    assert ids(slices(small)) == {"2020": ["full", "part"], "2021": ["count", "plain"]}
    assert ids(slices(small, "event")) == {"e1": ["full", "part"], "e2": ["count", "plain"]}
    # full is on two topics; slices are in the order of their first dates.
    assert ids(slices(small, "topic")) == {
        "Land": ["full", "count"],
        "Sea": ["full", "part"],
        "Air": ["plain"],
    }
    assert slices(small)["2020"].universe == small.universe


def test_what_no_statement_says_is_no_slice(small: Corpus) -> None:
    with pytest.raises(CoalitionsError, match=r"^no statement has a forum: there are no slices by"):
        slices(small, "forum")
    with pytest.raises(ValueError, match=r'^by "month": expected year, event, forum or topic'):
        slices(small, "month")
    table = pd.DataFrame({"statement_id": ["a", "b"], "date": ["2019-07-01", ""]})
    corpus = Corpus(table, pd.DataFrame({"statement_id": ["a", "b"], "signatory": "CUB"}))
    with pytest.warns(CoalitionsWarning, match="^1 statement has no date, and is in no slice"):
        assert ids(slices(corpus)) == {"2019": ["a"]}


def test_slices_are_as_alike_as_their_ties() -> None:
    def ties(*rows: tuple[str, str, int, bool]) -> pd.DataFrame:
        return pd.DataFrame(rows, columns=["u", "v", "sign", "significant"])

    tables = {
        "2019": ties(("A", "B", 1, True), ("A", "C", 1, True), ("B", "C", 1, False)),
        "2020": ties(("A", "B", 1, True), ("A", "C", -1, True), ("C", "D", 1, True)),
        "2021": ties(("A", "B", 1, False)),
        "2022": ties(("A", "B", 1, False)),
    }
    found = compare_slices(tables)
    assert list(found) == ["from", "to", "similarity", "both", "changed"]
    assert found["from"].tolist() == ["2019", "2020", "2021"]
    # One of four is in both: A and C share more, then fewer.
    assert found["similarity"].tolist()[:2] == [0.25, 0]
    assert pd.isna(found["similarity"][2])
    assert found["both"].tolist() == [1, 0, 0]
    assert found["changed"].tolist() == [("A", "C", "D"), ("A", "B", "C", "D"), ()]


def test_slices_are_as_alike_as_the_communities_of_who_is_in_both() -> None:
    one = pd.DataFrame({"signatory": list("ABCDE"), "community": [1, 1, 1, 2, 2]})
    # The numbers are others, E is in no slice but the first, C is with D.
    other = pd.DataFrame({"signatory": list("ABCDX"), "community": [2, 2, 1, 1, 1]})
    found = compare_slices({"one": one, "other": other, "none": other[:0]})
    # Of 6 pairs 3 and 2 are together, 1 in both: (1 − 3 · 2 / 6) / (5 / 2 − 1).
    assert found["similarity"].tolist()[0] == 0
    assert found["both"].tolist() == [4, 0]
    assert found["changed"].tolist() == [("C",), ()]
    with pytest.raises(CoalitionsError, match=r"^tables: expected those of cosigning_ties for all"):
        compare_slices({"one": one, "other": pd.DataFrame({"u": []})})


# The command line


def test_choices_are_those_of_the_room() -> None:
    assert tuple(SLICED_BY) == sliced.SLICE_WORDS


@pytest.fixture
def two_years(tmp_path: Path) -> Path:
    path = tmp_path / "clubs.csv"
    rows = [
        f"{year}{club}{n},{year}-0{n + 1}-01,{name}"
        for year, clubs in {"2019": ("AB", "CD"), "2020": ("AC", "BD"), "2021": ("A",)}.items()
        for club in clubs
        for n in range(5)
        for name in club
    ]
    path.write_text("\n".join(["statement_id,date,signatory", *rows, ""]), encoding="utf-8")
    return path


def test_each_slice_has_its_rows(run: Callable, two_years: Path) -> None:
    how = (two_years, "--members", "any", "--by", "year")
    corpus = load(two_years, members="any")
    ties = run("ties", *how, "--model", "fixedrow", "--format", "csv")
    assert ties.out.startswith("slice,u,v,shared,")
    parts = slices(corpus)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        expected = sum(len(cosigning_ties(part, model="fixedrow")) for part in parts.values())
    assert ties.out.count("\n") == 1 + expected == 13
    shown = run("ties", *how, "--model", "fixedrow").out
    assert shown.endswith(
        "Similarity of slices: 2019 to 2020 0.00 (0 in both), 2020 to 2021 0.00 (0 in both).\n"
    )
    told = json.loads(run("communities", *how, "--draws", "19", "--format", "json").out)
    assert [each["slice"] for each in told["slices"]] == ["2019", "2020", "2021"]
    assert told["slices"][0]["groups"] == [["A", "B"], ["C", "D"]]
    first = find_communities(parts["2019"], draws=19).attrs
    assert told["slices"][0]["modularity"] == first["modularity"]
    # Each later community is the earlier one of its number, sharing as many with both.
    step = dict(zip(("from", "to", "similarity", "both"), ("2019", "2020", -0.5, 4), strict=True))
    assert told["between"][0] == step | {"changed": ["B", "C"]}
    nodes = json.loads(run("nodes", *how, "--format", "json").out)
    assert [len(each["nodes"]) for each in nodes["slices"]] == [4, 4, 1]
    assert nodes["between"] == told["between"]
    ties = json.loads(run("ties", *how, "--model", "fixedrow", "--format", "json").out)
    assert [len(each["ties"]) for each in ties["slices"]] == [6, 6, 0]
    assert [each["similarity"] for each in ties["between"]] == [0, 0]
    told = run("communities", *how, "--draws", "19")
    assert told.err.startswith("coalitions: warning: 2021: no communities: their modularity, 0, ")
    rows = run("nodes", *how, "--format", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["2019"] * 4 + ["2020"] * 4 + ["2021"]


def test_slices_are_compared_alone(run: Callable, two_years: Path) -> None:
    how = (two_years, "--members", "any", "--by", "year", "--compare")
    for verb in (("communities", "--draws", "19"), ("nodes",)):
        rows = run(*verb, *how, "--format", "csv").out.splitlines()
        assert rows == ["from,to,similarity,both,changed", "2019,2020,-0.5,4,B;C", "2020,2021,,0,"]
    assert run("nodes", *how).out.splitlines()[1].split() == [
        "2019",
        "2020",
        "-0.500",
        "4",
        "B,",
        "C",
    ]
    told = json.loads(run("ties", *how, "--model", "fixedrow", "--format", "json").out)
    assert [step["changed"] for step in told] == [["A", "B", "C", "D"]] * 2
    refused = run("ties", *how[:3], "--compare")
    assert (refused.code, refused.out) == (2, "")
    assert "--compare is of slices: give --by year, event, forum or topic" in refused.err


def test_what_cannot_be_sliced_is_refused(run: Callable, two_years: Path) -> None:
    how = (two_years, "--members", "any", "--by", "year")
    for verb, slip, words in (
        ("ties", ("--camps",), "--camps and --by: give one of them"),
        ("ties", ("-o", two_years.with_name("x.gexf")), "--by and a graph: give one of them"),
        ("communities", ("--survival",), "--by is a table of communities: give no --survival"),
        ("nodes", ("--groups",), "--groups and --by: give one of them"),
        ("nodes", ("--survival",), "--survival and --by: give one of them"),
    ):
        refused = run(verb, *how, *slip)
        assert (refused.code, refused.out) == (2, "")
        assert words in refused.err
    refused = run("ties", two_years, "--members", "any", "--by", "forum")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "coalitions: no statement has a forum: there are no slices by forum\n"
