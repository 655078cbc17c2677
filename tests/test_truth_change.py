"""Two lists differ: what may be said of it, and that nobody is said to have left without a letter.

*New*, *again*, *not again*, *crossed* say on which list a name stands. *Joined*, *left*, *stayed*
are said only where one list is a later version of the other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from figure_checks import title
from matplotlib.patches import Rectangle

from coalitions import Corpus, compare_statements, draw_flow, draw_timeline, load
from coalitions.corpus.parts import choose
from coalitions.figures.flow.strands import BAR
from coalitions.figures.kit.saving import alt_text
from coalitions.findings.panels import card_lists
from coalitions.tables.change import CHANGES, VERSION_CHANGES, changes_between, later_version
from coalitions.tables.flow import flow_of
from coalitions.tables.histories import side_moves, side_standings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

    from coalitions.figures.kit import Size

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
    assert list(found) == ["a", "b", *keys, "numbers"]
    # The lists are complete: each number is that of the names.
    assert found["numbers"] == {key: [len(found[key])] * 2 for key in found["numbers"]}
    assert len(found["numbers"]) == 3
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


# --- the card ------------------------------------------------------------------------------------


def heads(corpus: Corpus, *ids: str) -> tuple[str, list[str]]:
    card = card_lists(corpus, list(ids) or None)
    return card.title.partition(":")[0], [panel.head for panel in card.panels]


@pytest.mark.parametrize(
    ("first", "second", "title", "gone"),
    [
        ("CUB FJI PER", "CUB KEN", "1 state is new, 1 again and 2 not again", ["2 not again"]),
        ("CUB", "CUB FJI KEN", "2 states are new, 1 again and none not again", []),
        ("CUB FJI", "CUB", "No state is new, 1 again and 1 not again", ["1 not again"]),
        ("CUB", "FJI", "1 state is new, none again and 1 not again", ["1 not again"]),
    ],
)
def test_a_card_says_who_is_new_again_and_not_again(
    first: str, second: str, title: str, gone: list[str]
) -> None:
    rows = [("a", "2020-01-01", "critical", first), ("b", "2021-01-01", "critical", second)]
    said, panels = heads(corpus_of(rows))
    assert said == title
    assert panels[2:] == gone


def test_a_card_of_versions_says_who_joined_and_left() -> None:
    # By way of "b"; "c" is later, whatever its id and its date.
    rows = [("c", "2020-01-01", "support", "CUB PER KEN"), ("b", "2020-01-01", "support", "CUB"),
            ("z", "2020-01-01", "support", "CUB FJI")]  # fmt: skip
    corpus = corpus_of(rows, superseded_by=["", "c", "b"])
    said, panels = heads(corpus, "z", "c")
    assert said == "2 states joined, 1 stayed and 1 left"
    assert panels == ["3 states", "1 left", "2 states"]


def test_a_card_of_the_bundled_versions() -> None:
    said, panels = heads(load("un-china", versions="all"), EARLIER, LATER)
    assert said == "14 states joined, 36 stayed and 1 left"
    assert panels[-1] == "1 left"


def test_on_a_card_another_series_makes_nobody_new_or_not_again() -> None:
    said, panels = heads(two_series("long", "short", "long", "short"), "a", "b", "c")
    assert said == "1 state is new, 2 again and 1 not again"  # long to long
    assert panels == ["3 states", "1 state", "3 states", "1 not again"]
    said, panels = heads(two_series("long", "short", "long", "short"), "a", "b")
    assert said == "No state is named under both statements"
    assert panels == ["3 states", "1 state"]


# --- the flow ------------------------------------------------------------------------------------


def test_a_flow_draws_events_of_one_side_and_hatches_the_other() -> None:
    ax = draw_flow(corpus_of(ONE_SIDED))
    blocks = [(p.get_gid(), p.get_x(), p.get_height(), p.get_hatch()) for p in ax.patches
              if isinstance(p, Rectangle) and p.get_width() == BAR]  # fmt: skip
    ((_, x, tall, _),) = [block for block in blocks if block[3]]
    assert len({block[1] for block in blocks}) == 3  # events
    assert ("critical", x, tall, None) in blocks  # Fiji and Peru, the whole block
    assert "hatched in its colour: a side without a list there, carried on" in alt_text(ax)
    assert "January 2021: 2 support, 191 neither, 2 critical (2 of them by an earlier" in alt_text(
        ax
    )


def test_who_is_carried_on_is_not_said_to_have_signed_there() -> None:
    # Kenya signs on both sides in 2020; of 2021 there is a supporting list only.
    rows = [("a", "2020-01-01", "support", "CUB KEN"), ("b", "2020-01-01", "critical", "KEN"),
            ("c", "2021-01-01", "support", "KEN"),
            ("d", "2022-01-01", "support", "CUB")]  # fmt: skip
    corpus = corpus_of(rows)
    assert side_standings(corpus).sides.loc["KEN"].tolist() == ["both", "both", "critical"]
    assert title(draw_flow(corpus)) == "Kenya signed on both sides in January 2020"
    assert flow_of(corpus, 2).across == ()  # 2020 is not drawn


@pytest.mark.parametrize("size", ["page", "column", "slide"])
def test_a_flow_names_the_two_lists_that_it_compares(size: Size) -> None:
    ax = draw_flow(corpus_of(ONE_SIDED), size=size)
    said = {text.get_text() for text in ax.texts}
    if size == "slide":
        assert {"critical, 2 new", "critical, 1 not again", "supporting, 1 crossed"} <= said
    else:
        assert {"Jan 2020 to Jan 2021", "Jan 2020 to Jan 2022"} <= said
        assert {"critical, 2 new: China and Germany", "critical, 1 not again: Peru"} <= said


def test_a_flow_follows_the_series() -> None:
    ax = draw_flow(two_series("long", "short", "long", "short"))
    said = {text.get_text() for text in ax.texts}
    assert {
        "Jan 2020 to Jan 2022",
        "critical, 1 new: Germany",
        "critical, 1 not again: Peru",
    } <= said
    assert {"Jan 2021 to Jan 2023", "critical, 1 new: China"} <= said
    assert "hatched in its colour: a series without a list there" in alt_text(ax)
    assert not {"Jan 2020 to Jan 2021", "Jan 2021 to Jan 2022", "Jan 2022 to Jan 2023"} & said
    assert title(ax) == (
        "From January 2020 to January 2023, 2 states were new on a critical list, "
        "1 not again on a later one"
    )


def test_a_flow_without_a_gap_speaks_of_no_hatching() -> None:
    ax = draw_flow(corpus_of([row for row in ONE_SIDED if row[2] == "critical"]))
    assert not [p for p in ax.patches if p.get_hatch()]
    assert "hatched" not in alt_text(ax)


# --- the timeline --------------------------------------------------------------------------------


def test_on_a_timeline_a_line_joins_the_statements_of_a_series() -> None:
    ax = draw_timeline(two_series("long", "short", "long", "short"))
    lines = {line.get_gid(): len(line.get_xdata()) for line in ax.lines if line.get_gid()}
    assert lines == {"series long": 2, "series short": 2}
    assert "a line joins statements of one series" in alt_text(ax)
    assert 'Series "long": 3 states (Jan 2020) and 3 states (Jan 2022).' in alt_text(ax)


def test_on_a_timeline_the_line_passes_by_the_largest_list_of_an_event() -> None:
    rows = [("a", "2020-01-01", "critical", "CUB FJI"), ("b", "2021-01-01", "critical", "KEN"),
            ("c", "2021-01-02", "critical", "CUB FJI DEU")]  # fmt: skip
    ax = draw_timeline(corpus_of(rows, series="long", event_id=["e1", "e2", "e2"]))
    (line,) = [line for line in ax.lines if line.get_gid()]
    first, second = line.get_ydata()
    assert second / first == pytest.approx(3 / 2)


@pytest.mark.parametrize("series", [("", "", "", ""), ("a", "b", "c", "d"), ("a", "", "", "")])
def test_no_line_joins_what_is_of_no_series(series: tuple[str, ...]) -> None:
    ax = draw_timeline(two_series(*series))
    assert not [line for line in ax.lines if line.get_gid()]
    assert "series" not in alt_text(ax)
