"""Two lists differ: what may be said of it, and that nobody is said to have left without a letter.

*New*, *again*, *not again*, *crossed* say on which list a name stands. *Joined*, *left*, *stayed*
are said only where one list is a later version of the other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from coalitions import Corpus, compare_statements, load
from coalitions.change import CHANGES, VERSION_CHANGES, changes_between, later_version
from coalitions.corpus import choose
from coalitions.series import side_moves, side_standings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

GERMANY = "2020-10-unga3-xinjiang-hongkong-germany"
CANADA = "2022-10-unga3-xinjiang-canada"
EARLIER, LATER = "2019-07-hrc41-xinjiang-support37", "2019-07-hrc41-xinjiang-support50"


def corpus_of(rows: list[tuple[str, str, str, str]], **more: Any) -> Corpus:
    """Return a corpus of complete lists: id, date, stance, names; further columns by name."""
    table = pd.DataFrame(
        [row[:3] for row in rows], columns=["statement_id", "date", "stance"], dtype=str
    )
    names = [(row[0], name) for row in rows for name in row[3].split()]
    signed = pd.DataFrame(names, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(table.assign(**more), signed)


def told(corpus: Corpus, a: str, b: str) -> dict[str, str]:
    """Return change → who, of those whom a list names."""
    table = compare_statements(corpus, a, b)
    table = table[table["named_a"] | table["named_b"]]
    return {key: " ".join(rows["signatory"]) for key, rows in table.groupby("change")}


# --- two lists -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        (("critical", "critical"), {"new": "PER", "again": "CUB", "not_again": "FJI"}),
        (("", ""), {"new": "PER", "again": "CUB", "not_again": "FJI"}),
        (("support", ""), {"new": "PER", "again": "CUB", "not_again": "FJI"}),
        (("support", "critical"), {"new": "PER", "crossed": "CUB", "not_again": "FJI"}),
        (("critical", "support"), {"new": "PER", "crossed": "CUB", "not_again": "FJI"}),
    ],
)
def test_two_lists_say_only_who_is_on_which(
    stances: tuple[str, str], expected: dict[str, str]
) -> None:
    first, second = stances
    rows = [("a", "2020-01-01", first, "CUB FJI"), ("b", "2021-01-01", second, "CUB PER")]
    assert told(corpus_of(rows), "a", "b") == expected


def letter(*following: str) -> Corpus:
    """Return three lists in a row, each with the version that replaces it."""
    rows = [("a", "2020-01-01", "support", "CUB FJI"), ("b", "2020-01-02", "support", "CUB"),
            ("c", "2020-01-03", "support", "CUB PER")]  # fmt: skip
    return corpus_of(rows, superseded_by=list(following))


@pytest.mark.parametrize(
    ("following", "pair", "expected"),
    [
        (("b", "", ""), "ab", {"left": "FJI", "stayed": "CUB"}),
        # By way of the version in between.
        (("b", "c", ""), "ac", {"joined": "PER", "left": "FJI", "stayed": "CUB"}),
        # The order of the versions counts, not the order of the question.
        (("b", "c", ""), "ca", {"joined": "PER", "left": "FJI", "stayed": "CUB"}),
        # Two that are replaced by the same third are no versions of each other.
        (("c", "c", ""), "ab", {"not_again": "FJI", "again": "CUB"}),
        (("b", "", ""), "bc", {"new": "PER", "again": "CUB"}),
    ],
)
def test_joined_and_left_are_said_of_versions_only(
    following: tuple[str, ...], pair: str, expected: dict[str, str]
) -> None:
    corpus = letter(*following)
    assert told(corpus, *pair) == expected
    words = VERSION_CHANGES if {"left", "joined"} & set(expected) else CHANGES
    assert changes_between(corpus, *pair) == words


def test_a_version_stays_one_where_the_one_in_between_is_not_chosen() -> None:
    part = choose(letter("b", "c", ""), ["a", "c"])
    assert later_version(part, "a", "c")
    assert told(part, "a", "c")["left"] == "FJI"


@pytest.mark.parametrize(
    ("a", "b", "more", "keys"),
    [
        (GERMANY, CANADA, (), CHANGES),
        ("2020-06-hrc44-hongkong-cuba", CANADA, (), CHANGES),
        (EARLIER, LATER, ("--versions", "all"), VERSION_CHANGES),
    ],
)
def test_the_keys_of_change_as_json(
    a: str, b: str, more: tuple[str, ...], keys: tuple[str, ...], run: Callable[..., Run]
) -> None:
    found = json.loads(run("change", a, b, "un-china", *more, "--format", "json").out)
    assert list(found) == ["a", "b", *keys]
    assert sum(len(found[key]) for key in keys) == 195
    if b == LATER:
        assert (found["left"], len(found["joined"]), len(found["stayed"])) == (["QAT"], 14, 36)
    elif a == GERMANY:
        assert found["not_again"] == ["BIH", "HND", "HTI"]
    else:
        assert (found["crossed"], found["again"]) == (["SOM"], [])


@pytest.mark.parametrize(
    ("a", "b", "more", "last"),
    [
        (GERMANY, CANADA, (), "Not again: on the first list, not on the second; why, the lists"),
        ("2020-06-hrc44-hongkong-cuba", CANADA, (), "Opposite sides: new and not again only say"),
        (EARLIER, LATER, ("--versions", "all"), "Versions of one letter: joined and left are by"),
    ],
)
def test_the_table_ends_with_what_its_words_mean(
    a: str, b: str, more: tuple[str, ...], last: str, run: Callable[..., Run]
) -> None:
    said = run("change", a, b, "un-china", *more).out
    assert said.splitlines()[-1].startswith(last)
    assert ("left" in said) == bool(more)


# --- along a series of events --------------------------------------------------------------------

#: The critical side has no list at the second event; Fiji is on both of its lists.
ONE_SIDED = [
    ("a", "2020-01-01", "support", "CUB CHN"),
    ("b", "2020-01-01", "critical", "FJI PER KEN"),
    ("c", "2021-01-01", "support", "CUB KEN"),
    ("d", "2022-01-01", "support", "CUB KEN"),
    ("e", "2022-01-01", "critical", "FJI DEU CHN"),
]


def moves(corpus: Corpus) -> set[tuple[str, ...]]:
    table = side_moves(corpus)
    years = table.assign(before=table["before"].str[:4], after=table["after"].str[:4])
    return set(years.itertuples(index=False, name=None))


def test_at_an_event_without_a_list_of_a_side_nobody_moves_there() -> None:
    assert moves(corpus_of(ONE_SIDED)) == {
        ("2020", "2021", "not_again", "support", "CHN"),
        ("2020", "2021", "crossed", "support", "KEN"),
        # Held against the critical list of 2020; Kenya has crossed over in between.
        ("2020", "2022", "new", "critical", "DEU"),
        ("2020", "2022", "new", "critical", "CHN"),
        ("2020", "2022", "not_again", "critical", "PER"),
    }


def test_who_was_on_the_other_side_in_between_is_not_new_where_the_name_stood_before() -> None:
    rows = [("a", "2020-01-01", "support", "CUB"), ("b", "2021-01-01", "critical", "CUB FJI"),
            ("c", "2022-01-01", "critical", "FJI"), ("d", "2023-01-01", "support", "CUB PER"),
            ("e", "2024-01-01", "critical", "CUB FJI")]  # fmt: skip
    corpus = corpus_of(rows)
    assert moves(corpus) == {
        ("2020", "2021", "crossed", "critical", "CUB"),
        ("2021", "2022", "not_again", "critical", "CUB"),
        ("2020", "2023", "new", "support", "PER"),  # Cuba: again
        ("2023", "2024", "crossed", "critical", "CUB"),
    }
    assert side_standings(corpus).sides.loc["CUB"].tolist() == [
        "support", "critical", "neither", "support", "critical",
    ]  # fmt: skip


def test_a_side_without_a_list_is_carried_on() -> None:
    found = side_standings(corpus_of(ONE_SIDED))
    middle = found.sides["2021-01-01"]
    assert middle[["FJI", "PER", "KEN", "CUB", "CHN"]].tolist() == [
        "critical", "critical", "support", "support", "neither",
    ]  # fmt: skip
    carried = found.carried["2021-01-01"]
    assert set(carried.index[carried]) == {"FJI", "PER"}
    assert not found.carried[["2020-01-01", "2022-01-01"]].any(axis=None)


def test_before_its_first_list_a_side_has_nobody() -> None:
    rows = [("a", "2020-01-01", "support", "CUB"), ("b", "2021-01-01", "critical", "FJI")]
    corpus = corpus_of(rows)
    assert set(side_standings(corpus).sides["2020-01-01"]) == {"support", "neither"}
    assert moves(corpus) == set()  # nobody is new on a first list


def test_a_partial_list_is_carried_on_as_partial() -> None:
    rows = [("a", "2020-01-01", "support", "CUB"), ("b", "2021-01-01", "critical", "FJI")]
    found = side_standings(corpus_of(rows, declared_count=["3", "1"]))
    assert set(found.sides["2021-01-01"]) == {"support", "critical", "unknown"}
    assert found.partial == {"2020-01-01": True, "2021-01-01": True}


# --- series that the table names -----------------------------------------------------------------


def two_series(*names: str) -> Corpus:
    rows = [
        ("a", "2020-01-01", "critical", "CUB FJI PER"),
        ("b", "2021-01-01", "critical", "KEN"),
        ("c", "2022-01-01", "critical", "CUB FJI DEU"),
        ("d", "2023-01-01", "critical", "KEN CHN"),
    ]
    return corpus_of(rows, series=list(names))


def test_a_statement_of_another_series_makes_nobody_not_again() -> None:
    assert moves(two_series("long", "short", "long", "short")) == {
        ("2020", "2022", "new", "critical", "DEU"),
        ("2020", "2022", "not_again", "critical", "PER"),
        ("2021", "2023", "new", "critical", "CHN"),
    }


def test_without_series_each_list_is_held_against_the_last_of_its_side() -> None:
    found = moves(two_series("", "", "", ""))
    assert ("2020", "2021", "not_again", "critical", "CUB") in found
    assert ("2021", "2022", "new", "critical", "CUB") in found
    assert len(found) == 3 + 1 + 3 + 1 + 3 + 2


def test_those_without_a_series_continue_one_another() -> None:
    assert moves(two_series("long", "", "long", "")) == moves(
        two_series("long", "short", "long", "short")
    )


def test_another_series_is_carried_on_beside() -> None:
    found = side_standings(two_series("long", "short", "long", "short"))
    assert set(found.sides.index[found.sides["2021-01-01"] == "critical"]) == {
        "CUB", "FJI", "PER", "KEN",
    }  # fmt: skip
    assert set(found.carried.index[found.carried["2021-01-01"]]) == {"CUB", "FJI", "PER"}


def test_the_bundled_corpora_need_no_series() -> None:
    assert (load("un-china").statements["series"] == "").all()


def test_statements_of_different_series_are_compared_with_a_warning(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "letters.csv"
    path.write_text(
        "statement_id,signatory,series\na,CUB,long\nb,CUB,short\nc,FJI,long\nd,FJI,\n",
        encoding="utf-8",
    )
    said = run("change", "a", "b", path, "--format", "json")
    assert said.err == (
        'coalitions: warning: the statements are of different series ("long" and "short"): '
        "the second continues another one\n"
    )
    assert json.loads(said.out)["again"] == ["CUB"]
    assert '("long" and none)' in run("change", "a", "d", path).err
    assert run("change", "a", "c", path).err == ""
