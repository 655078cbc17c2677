"""The timeline: every bar is its list, every date its day, and it prints cleanly."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import figure_checks as look
import pandas as pd
import pytest
import worked
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from coalitions import CoalitionsError, Corpus, draw_timeline, load, select
from coalitions.figures.timeline.lanes import places_in_a_row, ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

THEMES = ("light", "dark", "grey")


def dated(rows: list[tuple[str, str, str, str]]) -> Corpus:
    """Return a corpus of statements: date, stance, declared, names."""
    table = pd.DataFrame(
        [(f"s{n}", *row[:3]) for n, row in enumerate(rows)],
        columns=["statement_id", "date", "stance", "declared_count"],
    )
    names = [(f"s{n}", name) for n, row in enumerate(rows) for name in row[3].split()]
    return Corpus(table, pd.DataFrame(names, columns=["statement_id", "signatory"], dtype=str))


CORPORA = {
    "un-china": lambda: load("un-china"),
    "unga75": lambda: load("unga75"),
    **{event: lambda event=event: look.corpus(event) for event in look.EVENTS},
    "critical": lambda: select(load("un-china"), stance="critical"),
    "worked": worked.corpus,
    "random": lambda: look.corpus("random"),
    "without stance": lambda: look.corpus("without stance"),
    "counts": lambda: dated([("2020-01-01", "support", "12", ""), ("2020-03-01", "", "40", "")]),
    "undated": lambda: dated(
        [("2020-01-01", "support", "3", "CUB"), ("2020-01-20", "critical", "", "PER FJI"),
         ("", "support", "9", "CUB"), ("2020-01-05", "support", "", "")]
    ),
}  # fmt: skip


#: The corpora that fill each size, and those that test_figures.py does not draw.
DRAWN = [(name, size) for name in ("un-china", "random", "undated") for size in ("column", "slide")]
DRAWN += [(name, "page") for name in ("critical", "worked", "counts", "undated")]


@cache
def corpus(name: str) -> Corpus:
    return CORPORA[name]()


@cache
def drawn(name: str, size: str, theme: str = "light") -> Axes:
    return draw_timeline(corpus(name), size=size, theme=theme)  # type: ignore[arg-type]


def bars(ax: Axes) -> dict[tuple[str, str], Rectangle]:
    """Return (named or declared, statement) → bar."""
    found = [p for p in ax.patches if isinstance(p, Rectangle) and p.get_gid()]
    return {tuple(str(p.get_gid()).split(" ", 1)): p for p in found}  # type: ignore[misc]


@pytest.mark.parametrize(("name", "size"), DRAWN)
def test_texts_neither_overlap_nor_are_cut(name: str, size: str) -> None:
    ax = drawn(name, size)
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


@pytest.mark.parametrize("name", CORPORA)
def test_bars_are_as_long_as_their_lists(name: str) -> None:
    found, given_ = bars(drawn(name, "page")), corpus(name)
    unit = max(
        (abs(bar.get_height()) / given_.named[key] for (kind, key), bar in found.items()
         if kind == "named" and given_.named[key]), default=0.0,
    )  # fmt: skip
    for (kind, key), bar in found.items():
        count = given_.named[key] if kind == "named" else given_.unnamed[key]
        if unit:
            assert abs(bar.get_height()) / unit == pytest.approx(count)
        assert look.hatched(bar) is (kind == "declared")
        # Support stands above the dates, critical hangs below them.
        side = given_.statements.set_index("statement_id")["stance"][key]
        alone = len(set(given_.statements["stance"])) == 1
        assert (bar.get_height() < 0) is (side == "critical" and not alone and bool(count))
    partial = {key for key, unnamed in given_.unnamed.items() if unnamed}
    shown = {key for kind, key in found if kind == "declared"}
    dates = given_.statements.set_index("statement_id")
    assert shown <= partial
    sided = dates.index[(dates["date"] != "") & (dates["stance"] != "")]
    assert partial & set(sided) <= shown


def test_bars_stand_in_the_order_of_their_dates() -> None:
    found, table = bars(drawn("un-china", "page")), corpus("un-china").statements
    for side in ("support", "critical"):
        ids = table["statement_id"][table["stance"] == side]
        places = [found["named", key].get_x() for key in ids]
        width = found["named", ids.iloc[0]].get_width()
        assert all(b - a >= width for a, b in pairwise(places))


def test_the_finding_is_the_largest_list_of_each_side() -> None:
    assert look.title(drawn("un-china", "page")) == (
        "Largest lists: 80 states supporting China (October 2024), 51 critical (October 2023)"
    )
    assert look.title(drawn("unga75", "page")) == (
        "Largest lists: 55 states supporting China, 39 critical (October 2020)"
    )
    assert look.title(drawn("critical", "page")).startswith("Largest list: 51 states critical")
    assert (
        look.title(drawn("without stance", "page"))
        == "Largest list about China: 55 states (October 2020)"
    )


def test_what_is_left_out_is_named() -> None:
    foot = look.foot(drawn("undated", "page"))
    assert "Not drawn, no date: " in foot
    assert "Not drawn, neither names nor a count known: " in foot
    assert "Not drawn, no stance recorded: " in look.foot(drawn("counts", "page"))
    assert "No room for the numbers of" in look.foot(drawn("random", "column"))


def test_numbers_and_leads_stand_at_the_bars() -> None:
    texts = {p.text for p in look.texts(drawn("unga75", "page"))}
    assert {"Pakistan", "25 of 55", "Cuba", "45", "Germany", "39", "1 of 3"} <= texts
    assert {"supporting", "critical", "6 October 2020"} <= texts


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws_the_same_bars(theme: str) -> None:
    places = [bar.get_bbox().bounds for bar in bars(drawn("unga75", "page", theme)).values()]
    assert places == [bar.get_bbox().bounds for bar in bars(drawn("unga75", "page")).values()]


@pytest.mark.parametrize("name", ["two lists", "one statement", "nothing"])
def test_without_dates_there_is_no_timeline(name: str) -> None:
    with pytest.raises(CoalitionsError, match="takes statements that have a date"):
        draw_timeline(look.corpus(name))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2020-10-06", "2020-10-06", ["6 October 2020"]),
        ("2020-10-06", "2020-10-20", ["6 October 2020", "20 October 2020"]),
        ("2020-06-30", "2020-07-01", ["30 June 2020", "1 July 2020"]),
        ("2020-09-06", "2020-10-20", ["September 2020", "October 2020"]),
        ("2019-07-08", "2021-01-20", ["2019", "2020", "2021"]),
    ],
)
def test_dates_are_written_in_words(first: str, last: str, expected: list[str]) -> None:
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    found = ticks(begin, end)
    assert [text for _, text in found] == expected
    assert all(begin <= day <= end for day, _ in found)


def test_few_bars_of_one_event_are_broad_and_stand_together() -> None:
    for event in ("hrc44-2020", "unga3-2020"):
        found = [bar for (kind, _), bar in bars(drawn(event, "page")).items() if kind == "named"]
        middles = sorted(bar.get_x() + bar.get_width() / 2 for bar in found)
        assert {round(bar.get_width()) for bar in found} == {46}
        assert middles[-1] - middles[0] < 250


@given(st.lists(st.floats(0, 100), max_size=12).map(sorted), st.floats(0.5, 8))
def test_bars_are_spread_as_little_as_need_be(wish: list[float], least: float) -> None:
    places = places_in_a_row(wish, least, 100.0)
    assert len(places) == len(wish)
    assert all(b - a >= least - 1e-6 for a, b in pairwise(places))
    assert all(least / 2 - 1e-6 <= place <= 100 - least / 2 + 1e-6 for place in places)
