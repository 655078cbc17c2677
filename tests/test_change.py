"""What changed: by hand, against every completion of small lists, and on the command line."""

from __future__ import annotations

import csv
import io
import json
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
import worked
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions import CoalitionsError, Corpus, compare_statements, load, select
from coalitions.corpus.parts import choose
from coalitions.corpus.provenance import completeness
from coalitions.tables.change import CHANGES, change_bounds
from coalitions.tables.dated import events
from coalitions.tables.histories import side_histories, side_moves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Run

GERMANY = "2020-10-unga3-xinjiang-hongkong-germany"
CANADA = "2022-10-unga3-xinjiang-canada"
HONG_KONG = "2020-06-hrc44-hongkong-cuba"


def changes(corpus: Corpus, a: str, b: str) -> dict[str, set[str]]:
    """Return change → who, without those that are empty."""
    table = compare_statements(corpus, a, b)
    return {key: set(rows["signatory"]) for key, rows in table.groupby("change")}


# By hand


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # part names CHN NAM; its 2 unnamed may be anybody else, so all the others are unknown.
        ("full", "part", {"again": "CHN", "new": "NAM", "unknown": "CUB DEU FRA JPN KEN PAK"}),
        (
            "part",
            "full",
            {"again": "CHN", "not_again": "NAM", "unknown": "CUB DEU FRA JPN KEN PAK"},
        ),
        # Opposite stances, both taken as they stand: KEN is on both.
        (
            "full",
            "plain",
            {"crossed": "KEN", "not_again": "CHN CUB PAK", "new": "DEU FRA", "neither": "JPN NAM"},
        ),
        # Opposite stances; part knows CHN and NAM, which plain does not have.
        ("plain", "part", {"new": "CHN NAM", "unknown": "CUB DEU FRA JPN KEN PAK"}),
        # A count alone says nothing of anybody.
        ("plain", "count", {"unknown": "CHN CUB DEU FRA JPN KEN NAM PAK"}),
        ("plain", "plain", {"again": "DEU FRA KEN", "neither": "CHN CUB JPN NAM PAK"}),
    ],
)  # fmt: skip
def test_the_worked_changes(a: str, b: str, expected: dict[str, str], small: Corpus) -> None:
    assert changes(small, a, b) == {key: set(who.split()) for key, who in expected.items()}


def test_the_rows_are_all_who_could_have_signed(small: Corpus) -> None:
    table = compare_statements(small, "full", "part")
    assert list(table.columns) == ["signatory", "name", "change", "named_a", "named_b"]
    assert table["signatory"].tolist() == worked.UNIVERSE
    assert set(table["signatory"][table["named_b"]]) == {"CHN", "NAM"}
    assert set(table["signatory"][table["named_a"]]) == {"CHN", "CUB", "KEN", "PAK"}


def test_germany_to_canada(un_china: Corpus) -> None:
    found = changes(un_china, GERMANY, CANADA)
    assert found["not_again"] == {"BIH", "HND", "HTI"}
    assert {key: len(who) for key, who in found.items()} == {
        "new": 14,
        "not_again": 3,
        "again": 36,
        "neither": 142,
    }


def test_who_crossed_over(un_china: Corpus) -> None:
    found = changes(un_china, HONG_KONG, CANADA)
    assert found["crossed"] == {"SOM"}
    assert not {"again", "joined", "left", "stayed"} & set(found)
    assert (len(found["not_again"]), len(found["new"])) == (52, 49)


def test_lists_without_a_stance_are_compared_as_of_one_stance() -> None:
    statements = pd.DataFrame({"statement_id": ["a", "b"], "stance": ["support", ""]})
    rows = [("a", "CUB"), ("b", "CUB"), ("b", "FJI")]
    corpus = Corpus(statements, pd.DataFrame(rows, columns=["statement_id", "signatory"]))
    assert {k: len(who) for k, who in changes(corpus, "a", "b").items()} == {
        "again": 1,
        "new": 1,
        "neither": 193,
    }


def test_an_id_that_is_not_there(un_china: Corpus) -> None:
    with pytest.raises(CoalitionsError) as refused:
        compare_statements(un_china, "2020-10-unga3-xinjiang-germany", "canada")
    first, second, last = str(refused.value).splitlines()
    assert first.startswith("no such statement: 2020-10-unga3-xinjiang-germany; most like it: ")
    assert GERMANY in first
    assert CANADA in second
    assert last == "(all 30 ids are in the ledger)"


def test_versions_of_a_letter() -> None:
    earlier, later = "2019-07-hrc41-xinjiang-support37", "2019-07-hrc41-xinjiang-support50"
    with pytest.raises(CoalitionsError, match=later):
        compare_statements(load("un-china"), earlier, later)
    found = changes(load("un-china", versions="all"), earlier, later)
    assert (found["left"], len(found["joined"])) == ({"QAT"}, 14)


# Series, by hand


def test_the_worked_histories(small: Corpus) -> None:
    assert events(small) == {"e1": [0, 1], "e2": [2, 3]}
    table = side_histories(small)
    # e1: four named in full, NAM in part; of the others part may hold two. e2: plain names three.
    assert table["e1"].to_dict() == {
        **dict.fromkeys(["CHN", "CUB", "KEN", "PAK", "NAM"], "support"),
        **dict.fromkeys(["DEU", "FRA", "JPN"], "unknown"),
    }
    assert table["e2"].to_dict() == {
        **dict.fromkeys(["DEU", "FRA", "KEN"], "critical"),
        **dict.fromkeys(["CHN", "CUB", "JPN", "NAM", "PAK"], "unknown"),
    }
    # No side has a second list, so nobody is new there or not again; KEN is on both sides.
    assert side_moves(small).to_numpy().tolist() == [["e1", "e2", "crossed", "critical", "KEN"]]


def test_both_sides_at_one_event_and_dates_as_events() -> None:
    corpus = series_of(
        [("a", "2020-01-01", "support"), ("b", "2020-01-01", "critical"),
         ("c", "2021-01-01", "support"), ("d", "2021-01-01", "critical"),
         ("e", "", "support"), ("f", "2021-01-01", "")],
        {"a": "CUB FJI", "b": "CUB", "c": "CUB", "d": "FJI", "e": "PER", "f": "PER"},
    )  # fmt: skip
    table = side_histories(corpus)
    assert list(table.columns) == ["2020-01-01", "2021-01-01"]
    assert table.loc["CUB"].tolist() == ["both", "support"]
    assert table.loc["FJI"].tolist() == ["support", "critical"]
    assert table.loc["PER"].tolist() == ["neither", "neither"]
    moves = side_moves(corpus)[["change", "side", "signatory"]]
    assert moves.to_numpy().tolist() == [
        ["not_again", "critical", "CUB"],
        ["crossed", "critical", "FJI"],
    ]


def series_of(rows: list[tuple[str, str, str]], lists: dict[str, str], **more: Any) -> Corpus:
    statements = pd.DataFrame(rows, columns=["statement_id", "date", "stance"], dtype=str)
    signed = [(key, name) for key, names in lists.items() for name in names.split()]
    signatures = pd.DataFrame(signed, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(statements.assign(**more), signatures)


def test_a_series_of_one_side_has_the_changes_of_its_neighbours(un_china: Corpus) -> None:
    corpus = select(un_china, stance="critical")
    table, moves = side_histories(corpus), side_moves(corpus)
    ids = {key: corpus.statements["statement_id"][n] for key, (n,) in events(corpus).items()}
    assert list(table.columns) == list(ids)
    for before, after in zip(table.columns, table.columns[1:], strict=False):
        found = changes(corpus, ids[before], ids[after])
        step = moves[(moves["before"] == before) & (moves["after"] == after)]
        for change in ("new", "not_again", "crossed"):
            who = set(step["signatory"][step["change"] == change])
            assert who == found.get(change, set())
    assert set(table.to_numpy().ravel()) == {"neither", "unknown", "critical"}


def test_a_chosen_series(un_china: Corpus) -> None:
    moves = side_moves(un_china, ["unga3-2020", "unga3-2022"]).groupby(["change", "side"])
    who = moves["signatory"].agg(set)
    assert who["not_again", "critical"] == {"BIH", "HND", "HTI"}
    assert who["crossed", "critical"] == {"SOM"}


# Against every completion

MEMBERS = ["CHN", "CUB", "DEU", "FJI"]


@st.composite
def small_corpora(draw: st.DrawFn) -> Corpus:
    """Draw two to four statements at two events among four signatories, complete or partial."""
    number = draw(st.integers(2, 4))
    lists = [draw(st.sets(st.sampled_from(MEMBERS))) for _ in range(number)]
    rows = [
        (
            f"s{n}",
            draw(st.sampled_from(["e1", "e2"])),
            draw(st.sampled_from(["support", "critical", "critical"])),
            draw(st.sampled_from(["", str(draw(st.integers(len(names), 4)))])),
        )
        for n, names in enumerate(lists)
    ]
    statements = pd.DataFrame(
        rows, columns=["statement_id", "event_id", "stance", "declared_count"], dtype=str
    )
    statements["date"] = statements["event_id"].map({"e1": "2020-01-01", "e2": "2021-01-01"})
    signed = [(f"s{n}", name) for n, names in enumerate(lists) for name in sorted(names)]
    signatures = pd.DataFrame(signed, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(statements, signatures, pd.DataFrame({"signatory": MEMBERS}))


def completions(corpus: Corpus) -> Iterator[dict[str, set[str]]]:
    """Yield every way in which the unnamed may be filled in; without name and count, any list."""
    rows = corpus.signatures
    named = {k: set(rows["signatory"][rows["statement_id"] == k]) for k in corpus.named.index}
    silent = {k: not named[k] and bool(pd.isna(corpus.declared[k])) for k in named}
    ways = [
        [
            named[k] | set(more)
            for size in (range(len(MEMBERS) + 1) if silent[k] else [n])
            for more in combinations(sorted(set(MEMBERS) - named[k]), size)
        ]
        for k, n in corpus.unnamed.items()
    ]
    for way in product(*ways):
        yield dict(zip(named, way, strict=True))


@settings(max_examples=60)
@given(small_corpora())
def test_changes_are_those_of_all_completions(corpus: Corpus) -> None:
    stance = dict(zip(corpus.statements["statement_id"], corpus.statements["stance"], strict=True))
    a, b = list(stance)[:2]
    words = ("not_again", "new", "crossed" if stance[a] != stance[b] else "again")
    table = compare_statements(corpus, a, b).set_index("signatory")["change"]
    possible: dict[str, set[str]] = {name: set() for name in MEMBERS}
    counts: dict[str, set[int]] = {word: set() for word in words}
    for lists in completions(corpus):
        one, other = lists[a], lists[b]
        for word, who in zip(words, (one - other, other - one, one & other), strict=True):
            counts[word].add(len(who))
        for name in MEMBERS:
            on = (name in lists[a], name in lists[b])
            word = {(True, False): words[0], (False, True): words[1], (True, True): words[2]}
            possible[name].add(word.get(on, "neither"))
    for name, words_ in possible.items():
        assert table[name] == (next(iter(words_)) if len(words_) == 1 else "unknown")
    numbers = change_bounds(corpus, a, b)
    assert numbers == {word: (min(found), max(found)) for word, found in counts.items()}


@settings(max_examples=60)
@given(small_corpora())
def test_sides_are_those_of_all_completions(corpus: Corpus) -> None:
    at = corpus.statements.set_index("statement_id")[["event_id", "stance"]]
    of_event = {
        event: list(zip(rows.index, rows["stance"], strict=True))
        for event, rows in at.groupby("event_id")
    }
    seen: dict[tuple[str, str], set[frozenset[str]]] = {}
    for lists in completions(corpus):
        for name, event in product(MEMBERS, of_event):
            on = frozenset(side for k, side in of_event[event] if name in lists[k])
            seen.setdefault((name, event), set()).add(on)
    table = side_histories(corpus)
    for (name, event), ways in seen.items():
        certain, possible = frozenset.intersection(*ways), frozenset[str]().union(*ways)
        expected = "both" if len(certain) > 1 else next(iter(certain), "neither")
        if not certain and possible:
            expected = "unknown"
        assert table.loc[name, event] == expected
    offered = {event: set(rows["stance"]) for event, rows in at.groupby("event_id")}
    moved = {
        (change, side, name)
        for change, first, second in (("new", "e1", "e2"), ("not_again", "e2", "e1"))
        for side in ("support", "critical")
        for name in MEMBERS
        if len(offered) == 2 and all(side in sides for sides in offered.values())
        if all(side not in way for way in seen[name, first])
        if all(side in way for way in seen[name, second])
    }
    moves = side_moves(corpus)[["change", "side", "signatory"]]
    found = set(moves.itertuples(index=False, name=None))
    crossed = {row for row in found if row[0] == "crossed"}
    assert found - crossed <= moved
    for _, side, name in crossed:
        assert all(side in way for way in seen[name, "e2"])
        assert all({"support", "critical"} - {side} <= way for way in seen[name, "e1"])
    # Who is new or not again for certain is told so, unless the same step took them across.
    across = {name for _, _, name in crossed}
    assert {row for row in moved if row[2] not in across} <= found


# The command line


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return worked.write_folder(tmp_path / "own")


def test_change_as_json(own: Path, run: Callable[..., Run]) -> None:
    result = run("change", "full", "part", own, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert list(found) == ["a", "b", *CHANGES, "numbers"]
    # full has 4 names, part 2 of 4: one is on both by name, and up to 2 more may be.
    assert found["numbers"] == {"new": [1, 3], "again": [1, 3], "not_again": [1, 3]}
    assert (found["a"], found["b"]) == ("full", "part")
    assert {key: who for key, who in found.items() if who and key in CHANGES} == {
        "again": ["CHN"],
        "new": ["NAM"],
        "unknown": ["CUB", "DEU", "FRA", "JPN", "KEN", "PAK"],
    }


def test_change_of_the_bundled_lists(run: Callable[..., Run]) -> None:
    result = run("change", GERMANY, CANADA, "un-china", "--format", "json")
    assert json.loads(result.out)["not_again"] == ["BIH", "HND", "HTI"]
    pakistan, cuba = "2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"
    found = json.loads(run("change", cuba, pakistan, "--format", "json").out)
    assert (len(found["again"]), found["not_again"], len(found["unknown"])) == (19, [], 170)


def test_change_as_csv(own: Path, run: Callable[..., Run]) -> None:
    result = run("change", "full", "part", own, "--format", "csv")
    table = list(csv.DictReader(io.StringIO(result.out)))
    assert list(table[0]) == ["signatory", "name", "change", "named_a", "named_b"]
    assert [row["change"] for row in table if row["signatory"] == "NAM"] == ["new"]


def test_change_as_a_table(own: Path, run: Callable[..., Run]) -> None:
    result = run("change", "full", "plain", own)
    assert (result.code, result.err) == (0, "")
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert lines == [
        "from Cuba (Jan 2020): 4 states, supporting (full)",
        "to 3 states (Apr 2021): 3 states, critical (plain)",
        "",
        "change states who",
        "new 2 France, Germany",
        "not again 3 China, Cuba, Pakistan",
        "crossed 1 Kenya",
        "neither 2 2 that neither list names",
        "",
        completeness(choose(worked.corpus(), ["full", "plain"])),
        "Opposite sides: new and not again only say on which list a name stands.",
    ]


def test_change_says_what_is_unknown(own: Path, run: Callable[..., Run]) -> None:
    lines = [" ".join(x.split()) for x in run("change", "full", "part", own).out.splitlines()]
    assert "unknown 6 Cuba, Kenya, Pakistan; 3 that neither list names" in lines
    assert (
        "Sure by name are those above; with the unnamed, there are 1–3 new, 1–3 again, "
        "1–3 not again."
    ) in lines
    assert lines[-1] == "unknown: a partial list may hold the name, nobody knows."


def test_change_of_an_id_that_is_not_there(own: Path, run: Callable[..., Run]) -> None:
    result = run("change", "full", "plan", own, "--format", "json")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("coalitions: no such statement: plan; there are\n  full\n")
