"""Who is where: what each signed, at least and at most, and which groups sign what."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import warnings
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import worked

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    Corpus,
    find_communities,
    group_representation,
    load,
    node_measures,
    rank_survival,
)
from coalitions.graphs.measures import centrality
from coalitions.graphs.ties import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = [
    *("signatory", "name", "group", "signed", "signed_max", "could_sign", "share", "share_max"),
    *("first", "first_min", "last", "last_max", "side", "loyalty", "loyalty_max"),
    *("degree", "closeness", "betweenness", "community", "participation"),
]
CLUBS = {
    **{f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)},
    **{f"b{n}": ["Di", "Ed"] for n in range(4)},
    "both": ["Ann", "Di"],
}


def measured(corpus: Corpus, **how) -> pd.DataFrame:
    """Return the table by signatory, whatever is said about it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        return node_measures(corpus, **how).set_index("signatory", drop=False)


def completions(corpus: Corpus):
    """Yield who signed each statement in every completion of the lists, by brute force."""
    universe = set(corpus.signatories["signatory"])
    ways = []
    for key in corpus.statements["statement_id"]:
        named = set(corpus.lists.members(key))
        more = combinations(sorted(universe - named), int(corpus.unnamed[key]))
        ways.append([named | set(each) for each in more])
    ids = corpus.statements["statement_id"].tolist()
    for lists in product(*ways):
        yield dict(zip(ids, lists, strict=True))


# What was signed


def test_both_ends_are_those_of_all_completions(small: Corpus) -> None:
    table = measured(small)
    assert list(table) == COLUMNS
    date = dict(zip(worked.IDS, small.statements["date"], strict=True))
    stance = dict(zip(worked.IDS, small.statements["stance"], strict=True))
    every = list(completions(small))
    for key, row in table.iterrows():
        signed = {tuple(name for name, who in lists.items() if key in who) for lists in every}
        assert (row["signed"], row["signed_max"]) == (
            min(map(len, signed)),
            max(map(len, signed)),
        )
        assert row["share_max"] == row["signed_max"] / row["could_sign"] == row["signed_max"] / 4
        days = [[date[name] for name in each] for each in signed]
        assert row["first"] == max(map(min, days))
        assert row["first_min"] == min(map(min, days))
        assert row["last"] == min(map(max, days))
        assert row["last_max"] == max(map(max, days))
        if row["side"] != "both":
            on = [np.mean([stance[name] == row["side"] for name in each]) for each in signed]
            assert (row["loyalty"], row["loyalty_max"]) == pytest.approx((min(on), max(on)))
    # CHN is on both lists of support; KEN on one of each side, and may be on one more of each.
    assert table["side"].to_dict() == {
        **dict.fromkeys(["CHN", "CUB", "NAM", "PAK"], "support"),
        **dict.fromkeys(["DEU", "FRA"], "critical"),
        "KEN": "both",
    }
    assert tuple(table.loc["KEN", ["loyalty", "loyalty_max"]]) == pytest.approx((1 / 3, 2 / 3))


def test_a_list_that_lacks_as_many_as_there_are_others_is_signed_by_all() -> None:
    statements = pd.DataFrame({"statement_id": ["a", "b"], "declared_count": [2, 3]})
    rows = pd.DataFrame({"statement_id": ["a", "a", "b"], "signatory": ["A", "B", "A"]})
    who = pd.DataFrame({"signatory": list("ABC")})
    table = measured(Corpus(statements, rows, who, members="any"))
    assert table["signed"].to_dict() == table["signed_max"].to_dict() == {"A": 2, "B": 2}


def test_what_could_not_be_signed_yet_is_no_share() -> None:
    dates = {"a": "1990-03-01", "b": "1990-04-01", "c": "2020-03-01"}
    corpus = Corpus(
        pd.DataFrame({"statement_id": list(dates), "date": list(dates.values())}),
        pd.DataFrame(
            [("a", "CUB"), ("b", "CUB"), ("c", "SSD")], columns=["statement_id", "signatory"]
        ),
    )
    table = measured(corpus)
    assert table[["could_sign", "share"]].to_numpy().tolist() == [[3, round(2 / 3, 10)], [1, 1]]
    assert table["side"].tolist() == ["", ""]
    assert table["loyalty"].isna().all()


def test_who_is_named_on_partial_lists_alone_has_no_place(small: Corpus) -> None:
    with pytest.warns(CoalitionsWarning, match="2 of 4 statements have a list that is known in pa"):
        table = node_measures(small).set_index("signatory")
    assert table.index[table["degree"].isna()].tolist() == ["NAM"]
    assert "of 2 of them, whose lists are complete" in table.attrs["method"]
    named = measured(small, partial="named")
    assert not named["degree"].isna().any()
    assert "of all of them, with the names that are known" in named.attrs["method"]


# Places


def test_the_women_of_davis_have_the_centralities_that_were_published() -> None:
    path = Path(__file__).parent / "reference" / "davis.csv"
    with path.open(encoding="utf-8") as file:
        women = list(csv.DictReader(file))
    lists = {event: [row[""] for row in women if row[event] == "1"] for event in list(women[0])[1:]}
    table = measured(load(lists, members="any"))
    # Borgatti and Everett (1997), table 1: degree, closeness, betweenness.
    for name, expected in {
        "Evelyn Jefferson": (0.57, 0.80, 0.10),
        "Laura Mandeville": (0.50, 0.73, 0.05),
        "Theresa Anderson": (0.57, 0.80, 0.09),
        "Dorothy Murchison": (0.14, 0.65, 0.00),
    }.items():
        found = table.loc[name, ["degree", "closeness", "betweenness"]]
        assert tuple(found) == pytest.approx(expected, abs=0.006)


def test_who_is_in_two_communities_takes_part_in_both() -> None:
    corpus = load(CLUBS, members="any")
    table = measured(corpus, communities=find_communities(corpus, draws=19))
    assert table["community"].tolist() == [1, 1, 1, 2, 2]
    # Ann shares 8 within her community and 1 beyond, Di 4 and 1.
    expected = [1 - (64 + 1) / 81, 0, 0, 1 - (16 + 1) / 25, 0]
    assert table["participation"].tolist() == pytest.approx(expected, abs=1e-9)
    without = measured(corpus)
    assert without["community"].isna().all()
    assert without["participation"].isna().all()


def two_mode(signed: np.ndarray) -> nx.Graph:
    """Return signatories 0, 1, … and the statements after them."""
    graph = nx.empty_graph(sum(signed.shape))
    graph.add_edges_from((i, len(signed) + j) for i, j in np.argwhere(signed).tolist())
    return graph


def test_places_are_those_of_networkx() -> None:
    random = np.random.default_rng(0)
    tables = [random.random(random.integers(2, 12, 2)) < random.random() for _ in range(60)]
    # A chain of lists: the longest way is one of 59 steps.
    tables.append(np.eye(30, dtype=bool) | np.eye(30, k=1, dtype=bool))
    compared = 0
    for signed in tables:
        graph, who = two_mode(signed), range(len(signed))
        for key in ("closeness", "betweenness"):
            if key == "closeness" and not nx.is_connected(graph):
                continue  # of parts networkx has values above 1
            found = centrality.centrality(signed, key)
            try:
                theirs = getattr(nx.bipartite, f"{key}_centrality")(graph, [*who])
            except ZeroDivisionError:  # of one statement alone
                continue
            assert found == pytest.approx([theirs[n] for n in who], rel=1e-12, abs=1e-12)
            compared += 1
    assert compared > 60


def test_who_reaches_few_is_not_near_all() -> None:
    # Two clubs of two, with five letters each: everybody is as near as can be to 6 of 13.
    signed = np.kron(np.eye(2), np.ones((2, 5))) == 1
    assert centrality.centrality(signed, "closeness") == pytest.approx([6 / 13] * 4)
    # The one who signed both stands between them: a 1 of 1.
    assert centrality.centrality(np.ones((1, 2), bool), "betweenness").tolist() == [1]


@pytest.mark.parametrize(("most", "lost"), [(400, "betweenness"), (0, "closeness")])
def test_what_would_take_too_long_is_left_out_and_said(monkeypatch, most: int, lost: str) -> None:
    # From 14 nodes 45 cells are gone through in each of 4 steps and more, from 5 of them first.
    monkeypatch.setattr(centrality, "MOST", most * 5)
    with pytest.warns(CoalitionsWarning) as seen:
        table = node_measures(load(CLUBS, members="any"))
    said = f"{lost} of 14 nodes with 22 edges would take very long, and is left out"
    assert said in {str(each.message) for each in seen}
    assert table[lost].isna().all()
    assert table["degree"].notna().all()
    assert table["closeness"].isna().all() == (lost == "closeness")


@pytest.mark.parametrize("lists", [{"a": ["A"]}, {"a": ["A", "B"]}, {"a": ["A"], "b": ["B"]}])
def test_few_are_as_defined(lists: dict) -> None:
    table = measured(load(lists, members="any"))
    assert table["share"].tolist() == [1 / len(lists)] * len(table)
    assert table["degree"].tolist() == [1 / len(lists)] * len(table)


def test_what_is_none_of_the_choices_is_refused(small: Corpus) -> None:
    with pytest.raises(CoalitionsError, match=r'^partial "bounds": expected left-out or named'):
        node_measures(small, partial="bounds")
    with pytest.raises(CoalitionsError, match=r"^communities: no column community: make the table"):
        node_measures(small, communities=pd.DataFrame({"signatory": ["CUB"]}))
    others = pd.DataFrame({"signatory": ["CUB", "Ann"], "community": [1, 1]})
    with pytest.raises(CoalitionsError, match=r'of 1 signatories the corpus names none, .* "Ann"'):
        node_measures(small, communities=others)


# Ranks


def rank_of(lists: dict[str, set[str]], who: list[str]) -> dict[str, int]:
    """Return the rank of each by how many lists it is on."""
    on = {name: sum(name in each for each in lists.values()) for name in who}
    return {name: 1 + sum(other > on[name] for other in on.values()) for name in who}


def ranked(corpus: Corpus, **how) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        return rank_survival(corpus, **how).set_index("signatory", drop=False)


def test_ranks_are_those_of_each_list_left_out(small: Corpus) -> None:
    table = ranked(small, partial="named")
    lists = {key: set(small.lists.members(key)) for key in small.statements["statement_id"]}
    who = sorted(set().union(*lists.values()))
    now = rank_of(lists, who)
    assert table["rank"].to_dict() == now
    assert table["rank"].is_monotonic_increasing
    without = {
        key: rank_of({other: lists[other] for other in lists if other != key}, who) for key in lists
    }
    for name, row in table.iterrows():
        there = {key: ranks[name] for key, ranks in without.items()}
        assert (row["rank_best"], row["rank_worst"]) == (min(there.values()), max(there.values()))
        assert row["kept"] == [*there.values()].count(now[name])
        assert row["statements"] == 4
        off = {key: abs(rank - now[name]) for key, rank in there.items()}
        assert row["hangs_on"] == (max(off, key=off.get) if any(off.values()) else "")


def test_ranks_in_completions_are_among_those_of_the_table(small: Corpus) -> None:
    table = ranked(small)  # NAM is on a list known in part alone
    assert "NAM" not in table.index
    every = [rank_of(lists, sorted(table.index)) for lists in completions(small)]
    for name, row in table.iterrows():
        ranks = {ranks[name] for ranks in every}
        assert row["completed_best"] >= min(ranks)
        assert row["completed_worst"] <= max(ranks)
        assert (row["completed"] > 0) <= (row["rank"] in ranks)
    assert table["completed"].between(0, 1).all()
    complete = ranked(load(CLUBS, members="any"), measure="betweenness")
    # Ann and Di stand between the clubs; without their letter the smaller club's two are alike, as
    # are the larger's three, and those have fewer ways through them.
    assert complete["rank"].to_dict() == {"Ann": 1, "Di": 2, "Ed": 3, "Bo": 4, "Cy": 4}
    assert complete.loc["Ann", ["rank_worst", "hangs_on"]].tolist() == [3, "both"]
    assert complete["completed"].isna().all()
    assert complete["completed_best"].isna().all()


def test_ranks_that_are_none_are_refused(small: Corpus, monkeypatch) -> None:
    with pytest.raises(CoalitionsError, match=r'^measure "size": expected degree, closeness or be'):
        rank_survival(small, measure="size")
    with pytest.raises(CoalitionsError, match=r'^partial "bounds": expected left-out or named'):
        rank_survival(small, partial="bounds")
    monkeypatch.setattr(centrality, "MOST", 1_000)
    with pytest.raises(
        CoalitionsError, match=r"^measure closeness: of 14 nodes, with each of 9 st"
    ):
        rank_survival(load(CLUBS, members="any"), measure="closeness")


# Groups


def tail(k: int, n: int, of: int, universe: int) -> float:
    """Return the chance that k or more of a group of so many are among n, by `math.comb`."""
    ways = [math.comb(of, x) * math.comb(universe - of, n - x) for x in range(k, min(n, of) + 1)]
    return sum(ways) / math.comb(universe, n)


def test_p_values_are_exact_and_attained_by_completions(small: Corpus) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = group_representation(small, correction="none")
    group = small.signatories.set_index("signatory")["group"]
    every = list(completions(small))
    assert len(table) == 4 * group.nunique()
    for row in table.itertuples():
        members = set(group.index[group == row.group])
        numbers = [len(lists[row.statement_id] & members) for lists in every]
        p = [tail(k, row.signatories, len(members), 8) for k in numbers]
        assert (row.size, row.could_sign) == (len(members), 8)
        assert (row.signed, row.signed_max) == (min(numbers), max(numbers))
        assert (row.p_upper, row.p_upper_min) == pytest.approx((max(p), min(p)), abs=1e-9)
        assert row.expected == pytest.approx(len(members) * row.signatories / 8)


def test_western_states_sign_the_critical_lists_of_un_china(un_china: Corpus) -> None:
    table = group_representation(un_china)
    holm = CORRECTIONS["holm"](table["p_upper"].to_numpy())
    np.testing.assert_allclose(table["p_adjusted"], holm, rtol=1e-9)
    found = table[table["significant"]]
    stance = un_china.statements.set_index("statement_id")["stance"]
    groups = found.groupby(found["statement_id"].map(stance))["group"].agg(set)
    assert groups["critical"] == {"Western European and others", "Eastern European"}
    assert groups["support"] == {"African"}


def test_groups_may_be_of_another_column() -> None:
    statements = pd.DataFrame({"statement_id": ["a"]})
    rows = pd.DataFrame({"statement_id": "a", "signatory": [f"s{n}" for n in range(4)]})
    party = ["red"] * 4 + ["blue"] * 4
    who = pd.DataFrame({"signatory": [f"s{n}" for n in range(8)], "party": party})
    with pytest.warns(CoalitionsWarning, match="a column that nobody knows is carried along"):
        corpus = Corpus(statements, rows, who, members="any")
    table = group_representation(corpus, column="party").set_index("group")
    assert table["p_upper"].to_dict() == {"blue": 1, "red": pytest.approx(1 / 70)}
    assert table["significant"].to_dict() == {"blue": False, "red": True}


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"column": "party"}, 'column "party": expected one of the signatories: kind, group'),
        ({"column": "name"}, 'column "name": expected one of the signatories'),
        ({"correction": "fdr"}, 'correction "fdr": expected none, bonferroni, holm or bh'),
        ({"alpha": 1}, "alpha 1: expected a number between 0 and 1, such as 0.05"),
    ],
)
def test_groups_that_are_none_are_refused(small: Corpus, how: dict, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}") as refused:
        group_representation(small, **how)
    assert isinstance(refused.value, CoalitionsError)


def test_a_corpus_without_groups_is_refused() -> None:
    with pytest.raises(CoalitionsError, match="it says of no signatory of which group it is"):
        group_representation(load(CLUBS, members="any"))


def test_a_list_of_which_nothing_is_known_is_left_out_and_said() -> None:
    statements = pd.DataFrame({"statement_id": ["a", "b"]})
    corpus = Corpus(statements, pd.DataFrame({"statement_id": ["a"], "signatory": ["CUB"]}))
    with pytest.warns(CoalitionsWarning, match="^1 statement is left out, of which neither a name"):
        assert set(group_representation(corpus)["statement_id"]) == {"a"}


# The command line


def test_nodes_are_printed_by_the_contract(run: Callable, tmp_path: Path) -> None:
    path = tmp_path / "clubs.csv"
    rows = [f"{letter},{name}" for letter, who in CLUBS.items() for name in who]
    path.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    how = ("nodes", path, "--members", "any")
    printed = run(*how, "--format", "csv")
    assert (printed.code, printed.err) == (0, "")
    table = pd.read_csv(io.StringIO(printed.out))
    assert list(table) == COLUMNS
    assert table["community"].tolist() == [1, 1, 1, 2, 2]
    # As many tables are drawn as so small a p-value needs.
    told = json.loads(run(*how, "--alpha", "0.004", "-o", "-", "--format", "json").out)
    assert [row["community"] for row in told] == [1, 1, 1, 2, 2]
    assert [list(row) for row in told[:1]] == [COLUMNS]
    refused = run(*how, "-o", tmp_path / "x.gexf")
    assert (refused.code, refused.out) == (2, "")
    assert "the name of the file must end with .csv, .json or .txt" in refused.err
    survival = run(*how, "--survival", "--format", "csv").out.splitlines()
    assert survival[0].startswith("signatory,name,degree,rank,kept,statements,rank_best,rank_worst")
    # Without one of the letters of her club Di has signed more.
    assert survival[1].startswith("Ann,Ann,0.5555555556,1,5,9,1,2,a0,")
    between = json.loads(run(*how, "--survival", "betweenness", "--format", "json").out)
    assert [row["rank"] for row in between] == [1, 2, 3, 4, 4]
    refused = run(*how, "--survival", "--groups", "group")
    assert (refused.code, refused.out) == (2, "")
    assert "--groups and --survival: give one of them" in refused.err
    refused = run(*how, "--groups", "party")
    assert (refused.code, refused.out) == (1, "")
    assert 'column "party": expected one of' in refused.err
    assert list(tmp_path.iterdir()) == [path]


def test_nodes_are_shown_with_intervals_and_groups_by_themselves(run: Callable) -> None:
    shown = run("nodes", "unga75")
    assert shown.code == 0
    assert shown.err.count("known in part") == 1
    assert "no communities" in shown.err or "community" in shown.out
    lines = shown.out.splitlines()
    assert lines[0].split()[:5] == ["signatory", "name", "signed", "share", "side"]
    assert next(line for line in lines if line.startswith("CUB")).split()[2:5] == [
        "1–3",
        "25%–75%",
        "support",
    ]
    groups = run("nodes", "unga75", "--groups").out
    assert "Western European and others" in groups
    assert "Groups: 20 pairs of a statement and a group." in groups
