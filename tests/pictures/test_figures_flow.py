"""The flow: its columns hold everybody, its movers are those of the tables, it prints cleanly."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import figure_checks as look
import pandas as pd
import pytest
import worked
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle

from coalitions import (
    CoalitionsError,
    Corpus,
    compare_statements,
    draw_flow,
    draw_timeline,
    load,
    save_figure,
    select,
)
from coalitions.figures import alt_text
from coalitions.figures.flow.movers import SHORT
from coalitions.figures.flow.strands import blocks, ribbons
from coalitions.findings.flow import MOVES_TOLD
from coalitions.tables.dated import events
from coalitions.tables.flow import crossing, flow_of
from coalitions.tables.histories import side_histories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

THEMES = ("light", "dark", "grey")


def of_events(rows: list[tuple[str, str, str]], **more: object) -> Corpus:
    """Return a corpus of complete lists: date, stance, names."""
    table = pd.DataFrame(
        [(f"s{n}", date, stance) for n, (date, stance, _) in enumerate(rows)],
        columns=["statement_id", "date", "stance"],
    )
    names = [(f"s{n}", name) for n, (_, _, who) in enumerate(rows) for name in who.split()]
    signed = pd.DataFrame(names, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(table, signed, **more)  # type: ignore[arg-type]


def _everybody() -> Corpus:
    states = " ".join(load("unga75").signatories["signatory"])
    return of_events([("2020-01-01", "support", states), ("2021-01-01", "critical", states)])


def _swapped() -> Corpus:
    """Return two events at which two states change places, and one signs on both sides."""
    return of_events(
        [
            ("2020-01-01", "support", "CUB KEN"),
            ("2020-01-01", "critical", "FJI KEN"),
            ("2020-01-09", "support", "FJI PER"),
            ("2020-01-09", "critical", "CUB"),
        ]
    )


CORPORA = {
    "un-china": lambda: load("un-china"),
    "critical": lambda: select(load("un-china"), stance="critical"),
    "support": lambda: select(load("un-china"), stance="support"),
    "since 2022": lambda: select(load("un-china"), since="2022"),
    "worked": worked.corpus,
    "random": lambda: look.corpus("random"),
    "everybody": _everybody,
    "swapped": _swapped,
    "disjoint": lambda: of_events(
        [("2020-01-01", "support", "CUB CHN"), ("2021-01-01", "support", "PER FJI")]
    ),
    "wide universe": lambda: of_events(
        [("2020-01-01", "support", "CUB CHN"), ("2021-01-01", "support", "PER")], universe=250
    ),
    "narrow universe": lambda: of_events(
        [("2020-01-01", "support", "CUB CHN"), ("2021-01-01", "support", "PER")], universe=20
    ),
}


#: Every corpus at the width of a page; those that fill it, elsewhere too.
DRAWN = [(name, "page") for name in CORPORA] + [
    (name, size)
    for name in ("un-china", "random", "critical", "swapped")
    for size in ("column", "slide")
]


@cache
def corpus(name: str) -> Corpus:
    return CORPORA[name]()


@cache
def drawn(name: str, size: str, theme: str = "light") -> Axes:
    return draw_flow(corpus(name), size=size, theme=theme)  # type: ignore[arg-type]


def columns(ax: Axes) -> dict[float, dict[str, float]]:
    """Return left edge → side → height of the blocks of each column."""
    found: dict[float, dict[str, float]] = {}
    for patch in ax.patches:
        if isinstance(patch, Rectangle) and patch.get_gid():
            found.setdefault(round(patch.get_x(), 6), {})[str(patch.get_gid())] = patch.get_height()
    return dict(sorted(found.items()))


# What is drawn


@pytest.mark.parametrize(("name", "size"), DRAWN)
def test_every_column_holds_everybody(name: str, size: str) -> None:
    found = list(columns(drawn(name, size)).values())
    total = {sum(column.values()) for column in found}
    assert max(total) - min(total) < 1e-6
    unit = max(total) / corpus(name).universe
    chosen = flow_of(corpus(name), len(found))
    series, table = chosen.series, chosen.sides
    assert len(series) == len(found)
    for column, event in zip(found, series, strict=True):
        counts = table[event].value_counts()
        for side in {"support", "critical", "both"} & {*counts.index, *column}:
            assert column[side] / unit == pytest.approx(counts[side])
        for side in {"neither", "unknown"} & set(column):
            assert column[side] / unit == pytest.approx(counts[side])
        # Who is on a list of the event stands where that list puts them.
        here = table[event][~chosen.carried[event]]
        signed = here[here.isin(["support", "critical", "both"])]
        own = side_histories(corpus(name))[event]
        assert signed.to_dict() == own[own.isin(["support", "critical", "both"])].to_dict()


@pytest.mark.parametrize("name", CORPORA)
def test_the_ribbons_are_the_moves(name: str) -> None:
    ax = drawn(name, "page")
    moves = flow_of(corpus(name), len(columns(ax))).moves
    told: dict[str, list[str]] = {}
    for patch in ax.patches:
        if isinstance(patch, PathPatch):
            change, *who = str(patch.get_gid()).split()
            told.setdefault(change, []).extend(who)
    for change, rows in moves.groupby("change"):
        steps = rows.drop_duplicates(["after", "signatory"])
        assert sorted(told[str(change)]) == sorted(steps["signatory"])
    assert set(told) <= {"same", *moves["change"]}


def test_the_movers_are_those_of_the_statements() -> None:
    critical = corpus("critical")
    found = flow_of(critical, 99)
    ids = critical.statements["statement_id"]
    for before, after in pairwise(found.series):
        (a,), (b,) = events(critical)[before], events(critical)[after]
        table = compare_statements(critical, ids[a], ids[b])
        step = found.moves[(found.moves["before"] == before) & (found.moves["after"] == after)]
        for change in ("new", "not_again"):
            who = set(step["signatory"][step["change"] == change])
            assert who == set(table["signatory"][table["change"] == change])


def test_the_series_of_un_china() -> None:
    found = flow_of(corpus("un-china"), 99)
    assert len(found.sides) == 195
    assert found.series[:4] == ["hrc41-2019", "unga3-2019", "hrc44-2020", "unga3-2020"]
    assert {"hrc51-2022", "hrc57-2024", "unga3-2025"} <= set(found.series)  # of one side each
    assert found.across == ("SOM",)
    assert crossing(found, "SOM") == ((3, "support"), (6, "critical"))
    assert look.title(drawn("un-china", "page")) == (
        "Somalia crossed over, from supporting China (October 2020) to critical (October 2022)"
    )
    foot = look.foot(drawn("un-china", "page"))
    assert "Not drawn, no complete list: Mar 2021, Jun 2021, Sep 2021 and Oct 2021." in foot
    assert foot.count("Not drawn") == 1
    assert "Not drawn, no room: 5 earlier events, Jul 2019 to Jun 2022." in look.foot(
        drawn("un-china", "column")
    )


def test_of_many_events_the_last_twelve_are_drawn_and_the_others_counted() -> None:
    assert len(flow_of(corpus("random")).series) == 12
    foot = look.foot(drawn("random", "page"))
    assert "Not drawn, no room: 14 earlier events, Jan 2010 to Dec 2012." in foot
    assert "Not drawn, nobody named: " in foot


def test_on_a_slide_movers_are_counted_below_the_gaps() -> None:
    ax, found = drawn("un-china", "slide"), flow_of(corpus("un-china"), 99)
    counted = [p.text for p in look.texts(ax) if p.text.endswith((" new", " again", " crossed"))]
    ways = found.moves.groupby(["before", "after", "side", "change"]).size()
    assert sorted(counted) == sorted(f"{n} {SHORT[key[3]]}" for key, n in ways.items())


def test_places_change_and_both_is_a_side() -> None:
    found = flow_of(corpus("swapped"), 9)
    assert set(found.across) == {"CUB", "FJI", "KEN"}
    assert crossing(found, "KEN") == ((0, "both"), (0, "both"))
    assert crossing(found, "CUB") == ((0, "support"), (1, "critical"))
    texts = {p.text for p in look.texts(drawn("swapped", "page"))}
    assert "critical, 1 crossed over: Cuba" in texts
    assert "supporting, 1 new: Peru" in texts
    assert {"1 Jan 2020", "9 Jan 2020"} <= texts
    assert look.title(drawn("swapped", "page")) == (
        "Cuba and Fiji crossed over; Kenya signed on both sides"
    )


@pytest.mark.parametrize(("theme", "tone"), [("light", "dark"), ("dark", "white")])
def test_those_who_crossed_are_in_the_colour_that_is_told(theme: str, tone: str) -> None:
    said = alt_text(draw_flow(corpus("swapped"), theme=theme))
    assert f"; {tone}: crossed over or on both sides" in said


def test_on_a_slide_sides_are_named_where_there_is_room() -> None:
    texts = {p.text for p in look.texts(drawn("swapped", "slide"))}
    assert {"critical, 1 crossed", "supporting, 1 new"} <= texts


def test_one_on_both_sides_is_told_so() -> None:
    rows = [("2020-01-01", "support", "KEN"), ("2020-01-01", "critical", "KEN"),
            ("2021-01-01", "support", "CUB"), ("2021-01-01", "critical", "PER")]  # fmt: skip
    ax = draw_flow(of_events(rows))
    assert "dark: on both sides" in alt_text(ax)
    assert look.title(ax) == "Kenya signed on both sides in January 2020"


def test_ribbons_fill_their_blocks() -> None:
    found = flow_of(corpus("un-china"), 8)
    edges = [blocks(found.sides[event], 300.0, 1.0, found.order) for event in found.series]
    drawn_ribbons = ribbons(found, edges, 1.0)
    for step in range(len(edges) - 1):
        for at, column in ((0, edges[step]), (1, edges[step + 1])):
            spans: dict[str, list[tuple[float, float]]] = {}
            for r in (r for r in drawn_ribbons if r.step == step):
                side = (r.from_side, r.to_side)[at]
                spans.setdefault(side, []).append((r.tops[at], r.tops[at] - len(r.who)))
            for side, parts in spans.items():
                parts.sort(reverse=True)
                assert parts[0][0] == pytest.approx(column[side][1])
                assert parts[-1][1] == pytest.approx(column[side][0])
                assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(parts))


def test_of_partial_lists_at_least_so_many_are_new() -> None:
    assembly = "UN General Assembly Third Committee"
    part = select(corpus("support"), forum=assembly)
    assert look.title(draw_flow(part)) == (
        "From October 2019 to October 2020, at least 12 states were new on a list supporting China"
    )
    rows = [("2020-01-01", "critical", "CUB PER"), ("2021-01-01", "critical", "CUB")]
    assert look.title(draw_flow(of_events(rows))) == (
        "From January 2020 to January 2021, no state was new on a critical list, 1 not again on a "
        "later one"
    )


def test_without_forums_there_is_none_to_choose() -> None:
    with pytest.raises(CoalitionsError, match="no statement fits") as refusal:
        select(corpus("swapped"), forum="UN")
    assert "forums" not in str(refusal.value)


def test_every_change_has_a_word() -> None:
    assert set(MOVES_TOLD) == set(SHORT) == {"new", "not_again", "crossed"}


# It prints


@pytest.mark.parametrize(("name", "size"), DRAWN)
def test_texts_neither_overlap_nor_are_cut(name: str, size: str) -> None:
    ax = drawn(name, size)
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws(theme: str) -> None:
    assert columns(drawn("un-china", "page", theme)) == columns(drawn("un-china", "page"))


# It says why not


@pytest.mark.parametrize("name", ["unga75", "one statement", "counts", "without stance"])
def test_fewer_than_two_events_are_refused(name: str) -> None:
    with pytest.raises(CoalitionsError) as refusal:
        draw_flow(look.corpus(name))
    message = str(refusal.value)
    assert "\n" not in message
    if name != "counts":
        assert message.startswith("a flow goes from one event to another: it takes two events")


# As every figure


@pytest.mark.parametrize("draw", [draw_flow, draw_timeline])
def test_the_same_bytes_and_nothing_that_runs(draw: Callable[..., Axes], tmp_path: Path) -> None:
    given = corpus("un-china")
    before = [t.copy() for t in (given.statements, given.signatures, given.signatories)]
    one, other = (save_figure(draw(given), tmp_path / f"{n}.svg").read_bytes() for n in "ab")
    assert one == other
    tags = {e.tag.rpartition("}")[2] for e in ET.fromstring(one).iter()}  # noqa: S314 - our own
    assert not {"script", "image", "foreignObject", "a"} & tags
    assert {"title", "desc"} <= tags
    after = (given.statements, given.signatures, given.signatories)
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))


@pytest.mark.parametrize("draw", [draw_flow, draw_timeline])
def test_draws_on_the_axes_that_it_is_given(draw: Callable[..., Axes]) -> None:
    left, right = Figure(figsize=(14, 10)).subplots(1, 2)
    assert draw(corpus("swapped"), ax=left) is left
    assert left.texts
    assert not right.texts


def test_many_crossers_are_not_drawn_one_by_one() -> None:
    found = flow_of(corpus("random"), 99)
    assert len(found.across) > 8
    assert found.alone == ()
    assert "signed on both sides from" in look.title(drawn("random", "page"))
