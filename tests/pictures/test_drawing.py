"""Figures as a part of something larger: pyplot, notebooks, axes, themes, threads."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import TYPE_CHECKING, Any

import figure_checks as look
import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.collections import EllipseCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    cosigning_graph,
    draw_cosigning,
    draw_network,
    draw_overlap,
    draw_tilemap,
    draw_upset,
    draw_venn,
    load,
    looks,
    node_looks,
    save_figure,
    two_mode_graph,
)
from coalitions.figures import FIGURES, alt_text
from coalitions.looks import LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.axes import Axes

KINDS = [kind for kind in FIGURES if kind not in {"flow", "timeline"}]
FOUR = ["venn", "network", "upset", "tilemap"]


@pytest.fixture(autouse=True)
def no_windows() -> Iterator[None]:
    plt.close("all")
    yield
    plt.close("all")


def texts(ax: Axes) -> list[Text]:
    return [t for t in ax.findobj(Text) if isinstance(t, Text) and t.get_text().strip()]


def extent(ax: Axes) -> Bbox:
    """Return the room that the texts of axes take (pixels)."""
    return Bbox.union([text.get_window_extent() for text in texts(ax)])


# --- pyplot --------------------------------------------------------------------------------------

SCRIPT = """
import sys
{first}
from coalitions import draw_balance, draw_card, draw_upset, draw_venn, load
import matplotlib; matplotlib.use("Agg")
corpus = load("unga75")
{second}
for draw in (draw_venn, draw_upset, draw_balance, draw_card):
    ax = draw(corpus)
    plt = sys.modules.get("matplotlib.pyplot")
    print(plt and [plt.figure(n) is ax.figure for n in plt.get_fignums()])
    if plt:
        plt.close("all")
"""


def test_pyplot_shows_a_figure_where_somebody_has_imported_it() -> None:
    pyplot, said = "import matplotlib.pyplot as plt", []
    for first, second in ((pyplot, ""), ("", pyplot), ("", "")):
        script = SCRIPT.format(first=first, second=second)
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", script],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        said.append(done.stdout.splitlines())
    assert said == [["[True]"] * 4, ["[True]"] * 4, ["None"] * 4]


def test_what_pyplot_saves_is_the_figure(tmp_path: Path) -> None:
    ax = draw_upset(load("unga75"))
    assert plt.gcf() is ax.figure
    assert plt.gca() is ax
    plt.savefig(tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size > 10_000


def test_a_file_is_the_same_whether_pyplot_shows_the_figure_or_not(tmp_path: Path) -> None:
    for suffix in ("svg", "png", "pdf"):
        shown = save_figure(draw_venn(load("unga75")), tmp_path / f"a.{suffix}")
        alone = save_figure(draw_venn(load("unga75"), screen=False), tmp_path / f"b.{suffix}")
        assert shown.read_bytes() == alone.read_bytes()
    assert len(plt.get_fignums()) == 3


def test_nothing_is_left_open_by_thirty_figures_of_a_report() -> None:
    for kind in ("overlap", "venn", "balance"):
        for _ in range(10):
            FIGURES[kind](look.corpus("unga75"))
    assert plt.get_fignums() == []


def test_nothing_is_left_open_by_a_figure_that_fails() -> None:
    with pytest.raises(CoalitionsError, match="a flow goes from one event to another"):
        FIGURES["flow"](look.corpus("unga75"))
    with pytest.raises(CoalitionsError, match="there is no"):
        draw_venn(look.corpus("unga75"), size="billboard")  # type: ignore[arg-type] # the point
    assert plt.get_fignums() == []


def test_a_figure_that_is_not_for_the_screen_is_not_there() -> None:
    draw_overlap(load("unga75"), screen=False)
    assert plt.get_fignums() == []


def test_the_last_line_of_a_cell_shows_the_picture_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ax = draw_overlap(load("unga75"))
    with monkeypatch.context() as patch:
        patch.setattr(mpl, "get_backend", lambda: "inline")
        assert ax._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]
    assert plt.get_fignums() == []  # the end of the cell has nothing more to show


def test_a_picture_is_not_shown_beside_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    ax = draw_overlap(load("unga75"))
    with monkeypatch.context() as patch:
        patch.setattr(mpl, "get_backend", lambda: "QtAgg")
        assert ax._repr_png_() is None  # type: ignore[attr-defined]
    # Without windows nobody else would show it.
    assert ax._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]
    alone = draw_overlap(load("unga75"), screen=False)
    assert alone._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]


def test_a_figure_takes_only_what_it_knows() -> None:
    with pytest.raises(TypeError, match="takes no `colour`: it takes title, subtitle"):
        draw_overlap(load("unga75"), colour="red")  # type: ignore[call-arg] # the point


# --- axes ----------------------------------------------------------------------------------------


def four(size: tuple[float, float], kinds: list[str] = FOUR, **how: Any) -> list[Axes]:
    figure = Figure(figsize=size)
    axes = list(figure.subplots(2, 2).flat)
    for kind, ax in zip(kinds, axes, strict=True):
        assert FIGURES[kind](look.corpus("unga75"), ax=ax, **how) is ax
    assert figure.axes == axes
    figure.canvas.draw()
    return axes


@pytest.mark.parametrize(
    ("kinds", "annotate"),
    [
        (FOUR, False),
        (FOUR, True),
        (["matrix", "overlap", "cosigning", "worldmap"], False),
        (["card", "balance", "upset", "venn"], True),
    ],
)
def test_four_in_subplots_do_not_touch_each_other(kinds: list[str], *, annotate: bool) -> None:
    axes = four((20, 18), kinds, annotate=annotate)
    boxes = [extent(ax) for ax in axes]
    for one, other in combinations(boxes, 2):
        assert not one.padded(-1).overlaps(other.padded(-1))
    for ax, box in zip(axes, boxes, strict=True):
        room = ax.bbox.padded(0.05 * ax.bbox.width)  # hinted for a screen, type is wider
        assert room.x0 <= box.x0 <= box.x1 <= room.x1
        assert room.y0 <= box.y0 <= box.y1 <= room.y1


@pytest.mark.parametrize("shape", [(4, 4), (12, 5), (5, 12), (9, 9)])
def test_circles_stay_circles(shape: tuple[float, float]) -> None:
    for kind in ("venn", "worldmap", "tilemap"):
        ax = Figure(figsize=shape).subplots()
        FIGURES[kind](look.corpus("unga75"), ax=ax)
        ax.figure.canvas.draw()
        unit = ax.transData.transform([(0, 0), (1, 0), (0, 1)])
        across, along = unit[1, 0] - unit[0, 0], unit[2, 1] - unit[0, 1]
        assert across == pytest.approx(along, rel=1e-3)
        assert ax.findobj(Circle) or ax.findobj(Rectangle)


def test_type_has_its_own_size_where_there_is_room_and_shrinks_with_the_body_where_not() -> None:
    sizes = {}
    for inches in (12, 9, 4):
        ax = Figure(figsize=(inches, inches)).subplots()
        draw_upset(look.corpus("unga75"), ax=ax)
        sizes[inches] = max(text.get_fontsize() for text in texts(ax))
    assert sizes[12] == sizes[9] == looks.FOOT
    assert sizes[4] < looks.FOOT - 1


def test_type_that_is_too_small_to_read_is_said() -> None:
    figure = Figure(figsize=(6, 5))
    with pytest.warns(
        CoalitionsWarning, match=r"type of [12]\.\d points, too small .* inches or more"
    ):
        draw_network(look.corpus("unga75"), ax=figure.subplots(2, 2)[0, 0])


def test_axes_bear_no_words_but_those_that_are_asked_for() -> None:
    finding = look.title(FIGURES["venn"](look.corpus("unga75")))
    for how, title, source in (
        ({}, "", False),
        ({"title": "Mine"}, "Mine", False),
        ({"annotate": True}, finding, True),
        ({"annotate": True, "title": "Mine"}, "Mine", True),
    ):
        ax = Figure(figsize=(8, 8)).subplots()
        draw_venn(look.corpus("unga75"), ax=ax, **how)  # type: ignore[arg-type] # a dict of several
        assert ax.get_title(loc="left").replace("\n", " ") == title
        assert any("Source:" in text.get_text() for text in texts(ax)) == source
        assert "19 to 45" in alt_text(ax) or "Mine" in alt_text(ax)


@pytest.mark.parametrize("loc", ["left", "center", "right"])
def test_a_title_that_is_set_later_replaces_the_finding(loc: Any) -> None:
    for ax in (Figure(figsize=(8, 8)).subplots(), None):
        drawn = draw_venn(look.corpus("unga75"), ax=ax, annotate=True)
        drawn.set_title("Mine", loc=loc)
        drawn.figure.canvas.draw()
        shown = {drawn.get_title(loc="left"), drawn.get_title(), drawn.get_title(loc="right")}
        assert shown - {""} == {"Mine"}


def test_a_title_of_ones_own_stands_in_the_file_and_in_its_words(tmp_path: Path) -> None:
    for ax in (draw_venn(load("unga75"), title="My own"), draw_venn(load("unga75"))):
        ax.set_title("My own")
        svg = save_figure(ax, tmp_path / "a.svg").read_text(encoding="utf-8")
        assert "<title>My own</title>" in svg
        assert alt_text(ax).startswith("My own. ")
        assert "19 to 45 states signed both" not in svg


@pytest.mark.parametrize("title", ["short", "a long title " * 20])
def test_a_title_that_is_set_later_is_not_cut(title: str) -> None:
    ax = draw_venn(load("unga75"))
    ax.set_title(title)
    figure = ax.figure.figure
    figure.canvas.draw()
    box = ax.set_title(title).get_window_extent()
    assert 0 < figure.bbox.height - box.y1 < 40
    assert box.x1 < figure.bbox.width


def test_axes_with_shared_limits_are_refused() -> None:
    left, _ = Figure().subplots(1, 2, sharex=True)
    with pytest.raises(CoalitionsError, match="the axes share their limits"):
        draw_venn(load("unga75"), ax=left)


def test_a_figure_of_several_is_saved_with_the_words_of_all(tmp_path: Path) -> None:
    axes = four((16, 14))
    svg = save_figure(axes[0], tmp_path / "a.svg").read_text(encoding="utf-8")
    assert all(alt_text(ax)[:40] in svg for ax in axes)


# --- themes --------------------------------------------------------------------------------------


def test_a_theme_of_ones_own_colours_a_figure() -> None:
    mine = LIGHT.replace(sides={"support": "#1B7837", "critical": "purple"}, ground="#FFFFF4")
    own = {"support": "#1B7837", "critical": "#800080"}
    assert mine.sides == {**LIGHT.sides, **own, "both": mine.sides["both"]}
    ax = draw_tilemap(load("unga75"), theme=mine)
    faces = {mpl.colors.to_hex(tile.get_facecolor()) for tile in ax.findobj(Rectangle)}
    assert {"#1b7837", "#800080"} <= faces
    assert mpl.colors.to_hex(ax.figure.figure.get_facecolor()) == "#fffff4"
    assert LIGHT.sides["support"] == "#27A2BE"


@pytest.mark.parametrize(
    ("name", "colours", "said"),
    [
        ("light", {"sides": {"support": "#FFFF00"}}, r'sides, "support": #FFFF00 .* of 1\.1, exp'),
        ("dark", {"sides": {"both": "#220022"}}, r'ground #15181B, sides, "both".*lighter'),
        ("light", {"groups": {"Nordic": "#EEEEEE"}}, r'groups, "Nordic".*expected 3\.0 or more'),
        ("grey", {"ink": "#999999"}, r"ink: #999999 .* expected 4\.5 or more: choose darker"),
        ("light", {"own": ["#000000", "white"]}, "own, number 2: #FFFFFF"),
        ("light", {"ground": "#808080"}, r'sides, "support".*; ink|; grey'),
        ("light", {"sides": {"support": "blau"}}, '"blau" is no colour: expected one such'),
        ("light", {"sides": {"supports": "blue"}}, 'sides has no "supports": choose one of sup'),
        ("light", {"colour": "blue"}, 'a theme has no "colour": choose one of sides, groups'),
    ],
)
def test_a_theme_that_cannot_be_read_is_refused(
    name: Any, colours: dict[str, Any], said: str
) -> None:
    with pytest.raises(CoalitionsError, match=said):
        THEMES[name].replace(**colours)  # type: ignore[index] # a name of the table


@pytest.mark.parametrize("name", THEMES)
def test_our_own_themes_stand_the_test_of_others(name: Any) -> None:
    assert THEMES[name].replace() == THEMES[name]  # type: ignore[index] # a name of the table


def test_a_dark_figure_lies_on_its_own_ground_on_axes_of_a_white_figure() -> None:
    ax = Figure(figsize=(8, 8)).subplots()
    draw_venn(look.corpus("unga75"), ax=ax, theme="dark")
    grounds = [p for p in ax.patches + ax.artists if isinstance(p, Rectangle)]
    assert mpl.colors.to_hex(grounds[-1].get_facecolor()) == THEMES["dark"].ground.lower()


# --- threads -------------------------------------------------------------------------------------


def test_four_threads_draw_what_one_does(tmp_path: Path) -> None:
    wanted = [(k, t) for k in ("venn", "upset", "overlap", "balance") for t in THEMES]

    def written(folder: Path, kind: str, theme: str) -> bytes:
        ax = FIGURES[kind](look.corpus("unga75"), theme=theme, screen=True)
        return save_figure(ax, folder / f"{kind}-{theme}.svg").read_bytes()

    before = mpl.rcParams.copy()
    alone = [written(tmp_path, *each) for each in wanted]
    folder = tmp_path / "threads"
    folder.mkdir()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda each: written(folder, *each), wanted))
    assert together == alone
    assert mpl.rcParams == before
    assert np.all([fig in plt.get_fignums() for fig in range(1, len(wanted) + 1)])


# --- what somebody computed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draw", "build"), [(draw_network, two_mode_graph), (draw_cosigning, cosigning_graph)]
)
def test_a_graph_is_drawn_in_the_looks_that_are_given(draw: Any, build: Any) -> None:
    graph = build(look.corpus("unga75"))
    mine = node_looks(graph).assign(colour="#123456")
    circles = draw(graph, looks=mine, screen=False).findobj(EllipseCollection)[0]
    assert {mpl.colors.to_hex(face) for face in circles.get_facecolor()} == {"#123456"}
    ax = draw(graph, screen=False)
    assert look.title(ax).startswith("91 states, ")
    said = look.foot(ax)
    assert "Pakistan 25 of 55" in said
    assert "Lists to 6 October 2020" in said


def test_looks_of_ones_own_colour_the_figure_of_a_corpus() -> None:
    corpus = look.corpus("unga75")
    mine = node_looks(two_mode_graph(corpus)).assign(colour="#123456")
    ax = draw_network(corpus, looks=mine, screen=False)
    assert look.title(ax) == look.title(draw_network(corpus, screen=False))
    assert "supporting 52" not in {text.get_text() for text in texts(ax)}


@pytest.mark.parametrize(
    ("draw", "build", "how", "said"),
    [
        (draw_network, cosigning_graph, {}, "it is co-signing, expected two-mode"),
        (draw_cosigning, two_mode_graph, {}, "it is two-mode, expected co-signing"),
        (draw_network, two_mode_graph, {"looks": "x"}, "looks: no column x: make it with"),
        (draw_cosigning, cosigning_graph, {"looks": 5}, "looks: no row for 86 of 91 nodes"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    draw: Any, build: Any, how: dict[str, Any], said: str
) -> None:
    graph = build(look.corpus("unga75"))
    if wanted := how.get("looks"):
        table = node_looks(graph)
        how = {"looks": table.head(5) if wanted == 5 else table.drop(columns=wanted)}
    with pytest.raises(CoalitionsError, match=said):
        draw(graph, **how)


@pytest.mark.parametrize("kind", ["overlap", "balance", "network", "tilemap"])
def test_every_figure_shows_the_statements_that_it_is_told(
    kind: str, run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    ids = load("unga75").statements["statement_id"]
    asked = [part for key in ids[[1, 3]] for part in ("--statement", key)]
    done = run("figure", kind, *asked, "-o", path)
    assert (done.code, done.err) == (0, "")
    svg = path.read_text(encoding="utf-8")
    assert "Pakistan" in svg
    assert "Cuba 45" not in svg
