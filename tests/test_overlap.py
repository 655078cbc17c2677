"""Who stands on both lists: by hand, against enumeration, networkx, and published numbers."""

from __future__ import annotations

import math
from itertools import combinations, product
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import worked
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions import Corpus, pairs, regions, select, two_mode_graph
from coalitions.corpus import incidence
from coalitions.findings.overlap import certain, closest_pair
from coalitions.tables import foremost_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CUBA = "2020-10-unga3-xinjiang-cuba"
GERMANY = "2020-10-unga3-xinjiang-hongkong-germany"
PAKISTAN = "2020-10-unga3-hongkong-pakistan"


def row_of(corpus: Corpus, a: str, b: str) -> pd.Series:
    """Return the row of a pair, in whichever order it stands."""
    table = pairs(corpus)
    return table[table[["a", "b"]].isin([a, b]).all(axis=1)].iloc[0]


def canada(corpus: Corpus) -> str:
    table = corpus.statements
    found = table[(table["lead"] == "CAN") & table["date"].str.startswith("2022")]
    return str(found["statement_id"].item())


def hong_kong(corpus: Corpus) -> str:
    table = corpus.statements
    june = table["date"].str.startswith("2020-06") & (table["stance"] == "support")
    return str(table.loc[june, "statement_id"].item())


def members(corpus: Corpus, statement: str) -> set[str]:
    return set(corpus.incidence.columns[corpus.incidence.loc[statement]])


# By hand


def test_the_worked_pairs(small: Corpus) -> None:
    table = pairs(small).set_index(["a", "b"])
    found = table[["shared_named", "shared_min", "shared_max", "union_min", "union_max"]]
    assert dict(zip(found.index, found.itertuples(index=False, name=None), strict=True)) == (
        worked.PAIRS
    )
    assert list(found.index) == list(combinations(worked.IDS, 2))


@pytest.mark.parametrize("block", [1, 2**20])
def test_which_pair_is_foremost_is_found_without_a_row_for_every_pair(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of lists known in part, by count, or not at all; in several blocks of pairs, and in one."""
    monkeypatch.setattr(incidence, "_BLOCK", block)
    draw, said = np.random.default_rng(1), set()
    for _ in range(20):
        lists = [[name for name in "abcdef" if draw.random() < 0.5] for _ in range(5)]
        more = draw.integers(-1, 3, len(lists))
        declared = [
            str(min(6, len(a) + m)) if m >= 0 else "" for a, m in zip(lists, more, strict=True)
        ]
        corpus = Corpus(
            pd.DataFrame({"statement_id": list("vwxyz"), "declared_count": declared}),
            pd.DataFrame(
                [(key, name) for key, a in zip("vwxyz", lists, strict=True) for name in a],
                columns=["statement_id", "signatory"],
            ),
            members="any",
            universe=6,
        )
        every, found = pairs(corpus), foremost_pairs(corpus)
        unknown = list(corpus.unknown.index[corpus.unknown])
        every = every[~every[["a", "b"]].isin(unknown).any(axis=1)]
        expected, best = closest_pair(every), closest_pair(found)
        assert best.tolist() == expected[found.columns].tolist()
        said.add(certain(every, expected, rest=False))
        assert certain(found, best, rest=False) == certain(every, expected, rest=False)
    assert said == {"", " certain"}


def test_the_worked_jaccard_coefficients(small: Corpus) -> None:
    table = pairs(small).set_index(["a", "b"])[["jaccard_min", "jaccard_max"]]
    # Least overlap over largest union; largest overlap over least union.
    assert table["jaccard_min"].tolist() == pytest.approx([1 / 7, 0, 1 / 6, 0, 0, 0])
    assert table["jaccard_max"].tolist() == pytest.approx([3 / 5, 3 / 4, 1 / 6, 3 / 4, 2 / 5, 1])


def test_the_worked_sizes_and_members(small: Corpus) -> None:
    table = pairs(small)
    sizes = {**dict.fromkeys(("full", "part"), 4), "count": 3, "plain": None}
    assert table["declared_a"].tolist() == [sizes[s] for s in table["a"]]
    assert [None if pd.isna(n) else n for n in table["declared_b"]] == [
        sizes[s] for s in table["b"]
    ]
    named = {s: len(states) for s, states in worked.NAMED.items()}
    assert table["named_a"].tolist() == [named[s] for s in table["a"]]
    assert table["named_b"].tolist() == [named[s] for s in table["b"]]
    assert table["members"].tolist() == [("CHN",), (), ("KEN",), (), (), ()]


def test_the_worked_regions(small: Corpus) -> None:
    table = regions(small).set_index("statements")
    found = table[
        [
            "exclusive",
            "exclusive_min",
            "exclusive_max",
            "inclusive",
            "inclusive_min",
            "inclusive_max",
            "members",
        ]
    ]
    assert dict(zip(found.index, found.itertuples(index=False, name=None), strict=True)) == (
        worked.REGIONS
    )
    assert list(found.index) == list(worked.REGIONS)


# Against enumeration


@st.composite
def small_corpora(draw: st.DrawFn) -> Corpus:
    """Draw up to three partial lists of a universe of up to five."""
    everyone = "ABCDE"[: draw(st.integers(2, 5))]
    lists = draw(st.lists(st.sets(st.sampled_from(everyone)), min_size=2, max_size=3))
    unnamed = [draw(st.integers(0, len(everyone) - len(names))) for names in lists]
    ids = [f"s{n}" for n in range(len(lists))]
    declared = [
        "" if not a and draw(st.booleans()) else str(len(names) + a)
        for names, a in zip(lists, unnamed, strict=True)
    ]
    return Corpus(
        pd.DataFrame({"statement_id": ids, "declared_count": declared}, dtype=str),
        pd.DataFrame(
            [(s, x) for s, names in zip(ids, lists, strict=True) for x in names],
            columns=["statement_id", "signatory"],
            dtype=str,
        ),
        pd.DataFrame({"signatory": list(everyone)}, dtype=str),
        members="any",
    )


def completions(corpus: Corpus) -> Iterator[dict[str, set[str]]]:
    """Yield every way the lists may have been in full; one without name and count may be any."""
    everyone = set(corpus.signatories["signatory"])
    choices = []
    for statement, unnamed in corpus.unnamed.items():
        named = members(corpus, str(statement))
        others = sorted(everyone - named)
        silent = not named and pd.isna(corpus.declared[statement])
        sizes = range(len(others) + 1) if silent else [unnamed]
        choices.append([named | set(extra) for n in sizes for extra in combinations(others, n)])
    for full in product(*choices):
        yield dict(zip(corpus.unnamed.index, full, strict=True))


def span(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    return min(found), max(found)


@given(small_corpora())
@settings(deadline=None, max_examples=40)
def test_pairs_are_what_enumeration_finds(corpus: Corpus) -> None:
    ways = list(completions(corpus))
    for row in pairs(corpus).itertuples():
        a, b = str(row.a), str(row.b)
        assert (row.shared_min, row.shared_max) == span(len(w[a] & w[b]) for w in ways)
        assert (row.union_min, row.union_max) == span(len(w[a] | w[b]) for w in ways)
        if row.union_min:
            jaccard = span(len(w[a] & w[b]) / len(w[a] | w[b]) for w in ways)
        else:  # two lists that may both be empty have none
            jaccard = (math.nan, math.nan)
        assert (row.jaccard_min, row.jaccard_max) == pytest.approx(jaccard, nan_ok=True)
        assert set(row.members) == members(corpus, a) & members(corpus, b)


@given(small_corpora())
@settings(deadline=None, max_examples=40)
def test_regions_are_what_enumeration_finds(corpus: Corpus) -> None:
    ways = list(completions(corpus))
    ids = set(corpus.statements["statement_id"])
    for row in regions(corpus).itertuples():
        inside = set(row.statements)
        inclusive = [set.intersection(*(w[s] for s in inside)) for w in ways]
        exclusive = [
            both - set().union(*(w[s] for s in ids - inside))
            for both, w in zip(inclusive, ways, strict=True)
        ]
        assert (row.exclusive_min, row.exclusive_max) == span(map(len, exclusive))
        assert (row.inclusive_min, row.inclusive_max) == span(map(len, inclusive))


# What must always hold


@given(small_corpora())
@settings(deadline=None, max_examples=40)
def test_what_must_always_hold(corpus: Corpus) -> None:
    table = pairs(corpus)
    assert (table["shared_min"] <= table["shared_max"]).all()
    assert (table["shared_min"] >= table["shared_named"]).all()
    assert (table["union_max"] <= corpus.universe).all()
    some = table[table["union_min"] > 0]
    assert (some["jaccard_min"] >= 0).all()
    assert (some["jaccard_min"] <= some["jaccard_max"]).all()
    assert (some["jaccard_max"] <= 1).all()
    assert table["jaccard_max"].isna().sum() == len(table) - len(some)
    whole = (~corpus.partial).to_dict()
    for row in table[table["a"].map(whole) & table["b"].map(whole)].itertuples():
        assert row.shared_min == row.shared_max == row.shared_named
        assert row.union_min == row.union_max
        assert row.jaccard_min == row.jaccard_max or row.union_max == 0
    table = regions(corpus)
    assert table["exclusive"].sum() == corpus.signatures["signatory"].nunique()
    assert (table["exclusive"] == table["members"].map(len)).all()
    assert (table["exclusive"] >= 1).all()
    assert (table["exclusive"] <= table["inclusive"]).all()
    assert table["inclusive_min"].ge(table["inclusive"]).all()
    assert table["statements"].is_unique


@pytest.mark.parametrize("name", ["unga75", "un_china"])
def test_no_region_is_cut(name: str, request: pytest.FixtureRequest) -> None:
    corpus = request.getfixturevalue(name)
    table = regions(corpus)
    # Who signed exactly what, said once more with plain sets.
    by_state = corpus.signatures.groupby("signatory")["statement_id"].agg(frozenset)
    expected: dict[frozenset[str], set[str]] = {}
    for state, record in by_state.items():
        expected.setdefault(record, set()).add(str(state))
    found = zip(map(frozenset, table["statements"]), map(set, table["members"]), strict=True)
    assert dict(found) == expected
    assert table["exclusive"].sum() == len(by_state)


def test_shared_counts_are_those_of_networkx(un_china: Corpus) -> None:
    graph = two_mode_graph(un_china)
    oracle = nx.bipartite.weighted_projected_graph(graph, un_china.statements["statement_id"])
    table = pairs(un_china)
    assert len(table) == len(oracle) * (len(oracle) - 1) / 2
    for row in table.itertuples():
        expected = oracle.edges[row.a, row.b]["weight"] if oracle.has_edge(row.a, row.b) else 0
        assert row.shared_named == expected


# Corpora at the edge


def test_lists_known_only_by_their_count_have_bounds_too() -> None:
    # 3 and 2 of 4: they share 1 at least (3 + 2 − 4) and 2 at most.
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a", "b"], "declared_count": [3, 2]}),
        pd.DataFrame({"statement_id": [], "signatory": []}, dtype=str),
        universe=4,
        members="any",
    )
    row = pairs(corpus).iloc[0]
    assert (row["shared_named"], row["shared_min"], row["shared_max"]) == (0, 1, 2)
    assert (row["union_min"], row["union_max"], row["members"]) == (3, 4, ())
    assert regions(corpus).empty


def test_one_statement_has_no_pair(small: Corpus) -> None:
    assert pairs(select(small, topic="Air")).empty
    assert regions(select(small, topic="Air"))["members"].tolist() == [("DEU", "FRA", "KEN")]


# The United Nations: numbers published or counted by hand in data/SOURCES.md


def test_cuba_and_hong_kong(un_china: Corpus) -> None:
    row = row_of(un_china, CUBA, hong_kong(un_china))
    assert {row["named_a"], row["named_b"]} == {53, 45}
    assert (row["shared_named"], row["shared_min"], row["shared_max"]) == (37, 37, 37)
    assert (row["union_min"], row["union_max"]) == (61, 61)  # 45 + 53 − 37
    assert row["jaccard_min"] == row["jaccard_max"] == pytest.approx(0.6066, abs=5e-5)


def test_germany_and_canada(un_china: Corpus) -> None:
    row = row_of(un_china, GERMANY, canada(un_china))
    assert (row["named_a"], row["named_b"], row["shared_named"]) == (39, 50, 36)
    assert row["jaccard_min"] == row["jaccard_max"] == pytest.approx(0.6792, abs=5e-5)
    lost = members(un_china, GERMANY) - members(un_china, canada(un_china))
    assert lost == {"BIH", "HND", "HTI"}


def test_opposite_sides(un_china: Corpus) -> None:
    row = row_of(un_china, GERMANY, CUBA)
    assert (row["shared_min"], row["shared_max"], row["members"]) == (0, 0, ())
    assert row_of(un_china, hong_kong(un_china), canada(un_china))["members"] == ("SOM",)


@pytest.mark.parametrize(("which", "african"), [("cuba", 21), ("hong kong", 25)])
def test_african_states(un_china: Corpus, which: str, african: int) -> None:
    statement = CUBA if which == "cuba" else hong_kong(un_china)
    group = un_china.signatories.set_index("signatory")["group"]
    assert sum(group[s] == "African" for s in members(un_china, statement)) == african


@pytest.mark.parametrize("name", ["unga75", "un_china"])
def test_pakistan_and_cuba(name: str, request: pytest.FixtureRequest) -> None:
    row = row_of(request.getfixturevalue(name), PAKISTAN, CUBA)
    assert (row["shared_named"], row["shared_min"], row["shared_max"]) == (19, 19, 45)
    assert (row["union_min"], row["union_max"]) == (55, 81)  # 55 + 45 − 45, 55 + 45 − 19
    # The names that data/SOURCES.md lists.
    assert " ".join(row["members"]) == (
        "ARE BHR BLR CHN EGY ERI IRN IRQ MAR MMR PAK PRK PSE RUS SAU SDN SYR VEN YEM"
    )
