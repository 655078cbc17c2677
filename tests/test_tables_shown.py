"""What a figure shows is a table that one can print: the same numbers, from the same place."""

from __future__ import annotations

import pandas as pd
import pytest
import worked

from coalitions import (
    CoalitionsError,
    Corpus,
    dated_lists,
    draw_flow,
    draw_timeline,
    flows,
    group_sides,
    listed_names,
    load,
    select,
    series,
    side_moves,
    sides,
)
from coalitions.tables.stands import sides_taken


@pytest.fixture(scope="module")
def un_china() -> Corpus:
    return load("un-china")


def two_days(**more: object) -> Corpus:
    """Return two events at which two states change places, and one signs on both sides."""
    rows = [
        ("a", "2020-01-01", "support", "CUB KEN"),
        ("b", "2020-01-01", "critical", "FJI KEN"),
        ("c", "2020-01-09", "support", "FJI PER"),
        ("d", "2020-01-09", "critical", "CUB"),
    ]
    statements = pd.DataFrame(
        [row[:3] for row in rows], columns=["statement_id", "date", "stance"], dtype=str
    )
    names = [(key, name) for key, _, _, who in rows for name in who.split()]
    signed = pd.DataFrame(names, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(statements, signed, **more)  # type: ignore[arg-type]


def test_sides_are_those_of_all_who_could_have_signed(small: Corpus) -> None:
    table = sides(small)
    assert table["signatory"].tolist() == worked.UNIVERSE
    assert table["side"].tolist() == sides_taken(small).tolist()
    assert table.set_index("signatory")["named"].to_dict() == {
        name: sum(name in who for who in worked.NAMED.values()) for name in worked.UNIVERSE
    }


def test_groups_hold_everybody_and_add_up(un_china: Corpus) -> None:
    table = group_sides(un_china)
    assert table.groupby("group")["size"].first().sum() == 195
    assert (table.groupby("group")["count"].sum() == table.groupby("group")["size"].first()).all()
    each = sides(un_china)
    for group, side, count in zip(table["group"], table["side"], table["count"], strict=True):
        assert count == ((each["group"] == group) & (each["side"] == side)).sum()
    both = table[table["side"] == "both"].set_index("group")["count"]
    alone = table[table["side"] == "support"].set_index("group")
    assert (alone["signed"] - alone["count"] == both).all()
    assert table["group"].drop_duplicates().tolist()[-1] == ""
    assert table["signed"].isna().groupby(table["side"]).all().to_dict() == {
        "both": True,
        "critical": False,
        "neither": True,
        "support": False,
        "unknown": True,
    }


def test_groups_take_sides_of_ones_own_and_want_groups_and_sides() -> None:
    rows = [("a", "yes", "CUB"), ("b", "group", "PER"), ("c", "size", "PER")]
    statements = pd.DataFrame([row[:2] for row in rows], columns=["statement_id", "stance"])
    signed = pd.DataFrame(
        [(key, name) for key, _, name in rows], columns=["statement_id", "signatory"]
    )
    table = group_sides(Corpus(statements, signed))
    found = table[table["group"] == "Latin American and Caribbean"].set_index("side")
    assert found["count"].to_dict() == {
        "yes": 1,
        "no": 0,
        "group": 0,
        "size": 0,
        "several": 1,
        "neither": 31,
        "unknown": 0,
    }
    assert found["signed"].dropna().to_dict() == {"yes": 1, "no": 0, "group": 1, "size": 1}
    with pytest.raises(CoalitionsError, match="no statement has a stance"):
        group_sides(load({"a": ["Cuba"]}))
    with pytest.raises(CoalitionsError, match="no signatory has a group"):
        group_sides(load({"a": ["Ann"]}, members="any"))


def test_a_series_says_where_each_stands_and_how_that_is_known() -> None:
    table = series(two_days()).set_index(["event", "signatory"])
    day, after = "2020-01-01", "2020-01-09"
    assert table.loc[(day, ["CUB", "FJI", "KEN", "PER"]), "side"].tolist() == [
        "support",
        "critical",
        "both",
        "neither",
    ]
    assert table.loc[(after, ["CUB", "FJI", "KEN", "PER"]), "own"].tolist() == [
        "critical",
        "support",
        "neither",
        "support",
    ]
    assert not table["partial"].any()
    assert set(table["date"]) == {day, after}


def test_a_side_without_a_list_is_carried_on() -> None:
    corpus = select(two_days(), statements=["a", "d"])
    table = series(corpus).set_index(["event", "signatory"])
    assert table.loc[("2020-01-09", "KEN"), ["side", "carried", "own"]].tolist() == [
        "support",
        True,
        "neither",
    ]


@pytest.mark.parametrize("universe", [None, 20, 250])
def test_flows_hold_everybody_and_are_what_is_drawn(universe: int | None) -> None:
    corpus = two_days(**({"universe": universe} if universe else {}))
    table = flows(corpus)
    assert table["count"].sum() == (universe or 195)
    moved = table[table["change"] != ""]
    assert sorted(moved["change"]) == ["crossed", "crossed", "new", "not_again"]
    drawn = {p.get_gid() for p in draw_flow(corpus).patches if " " in str(p.get_gid())}
    for change, members in zip(moved["change"], moved["members"], strict=True):
        assert f"{change} {' '.join(members)}" in drawn


def test_flows_and_moves_agree(un_china: Corpus) -> None:
    events = ["unga3-2020", "unga3-2022", "unga3-2023"]
    ways, moves = flows(un_china, events), side_moves(un_china, events)
    assert set(ways.groupby("after")["count"].sum()) == {195}
    told = ways[ways["change"] != ""].explode("members")
    assert set(zip(told["after"], told["members"], strict=True)) == set(
        zip(moves["after"], moves["signatory"], strict=True)
    )


@pytest.mark.parametrize("table", [series, side_moves, flows])
def test_an_event_that_is_none_is_refused_with_those_most_like_it(
    table: object, un_china: Corpus
) -> None:
    with pytest.raises(ValueError, match=r"^no such event: unga3-2002; most like it: unga3-20"):
        table(un_china, ["unga3-2020", "unga3-2002"])  # type: ignore[operator]
    with pytest.raises(ValueError, match=r'^events: "unga3-2020" is a text, a list is meant'):
        table(un_china, "unga3-2020")  # type: ignore[operator]
    with pytest.raises(ValueError, match="no statement has both a date and a stance"):
        table(load({"a": ["Cuba"]}), ["2020"])  # type: ignore[operator]


def test_one_event_is_no_flow(un_china: Corpus) -> None:
    with pytest.raises(CoalitionsError, match=r"takes two events or more.*found 1"):
        flows(un_china, ["unga3-2020"])


def test_dated_lists_are_the_bars_of_a_timeline(small: Corpus, un_china: Corpus) -> None:
    table = dated_lists(un_china)
    named = {f"named {key}" for key in table["statement_id"]}
    assert {str(bar.get_gid()) for bar in draw_timeline(un_china).patches} >= named
    assert table["side"].tolist() == sorted(table["side"], reverse=True)
    assert (table["size"] == table["declared"].fillna(table["named"])).all()
    found = dated_lists(small)[["statement_id", "named", "size"]].to_numpy().tolist()
    assert found == [["full", 4, 4], ["part", 2, 4], ["count", 0, 3], ["plain", 3, 3]]


def test_listed_names_say_who_is_new_gone_and_on_both_sides() -> None:
    table = listed_names(two_days(), ["a", "b", "c"])
    assert table[["statement_id", "kind", "signatory", "change"]].to_numpy().tolist() == [
        ["a", "list", "CUB", ""],
        ["a", "list", "KEN", ""],
        ["b", "list", "FJI", ""],
        ["b", "list", "KEN", ""],
        ["c", "list", "FJI", "new"],
        ["c", "list", "PER", "new"],
        ["c", "not_again", "CUB", ""],
        ["c", "not_again", "KEN", ""],
    ]
    assert set(table.loc[table["both_sides"], "signatory"]) == {"FJI", "KEN"}
    assert set(table.loc[table["kind"] == "not_again", "against"]) == {"a"}


def test_tables_of_people_have_the_same_columns() -> None:
    corpus = load({"a": ["Ann Lee", "Bo Ray"], "b": ["Bo Ray"]}, members="any")
    assert sides(corpus)["side"].tolist() == ["neither", "neither"]
    assert sides(corpus)["named"].tolist() == [1, 2]
    assert series(corpus).empty
    assert side_moves(corpus).empty
    assert listed_names(corpus)["name"].tolist() == ["Ann Lee", "Bo Ray", "Bo Ray"]
    assert list(series(corpus).columns) == list(series(load("unga75")).columns)
