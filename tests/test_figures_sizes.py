"""Sizes and themes: every diagram lays itself out anew, and prints cleanly at each."""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import figure_checks as look
import numpy as np
import pytest
from colorspacious import cspace_convert
from matplotlib.colors import to_rgb

from coalitions import CoalitionsError, looks, node_looks, save_figure, two_mode_graph
from coalitions.figures import FIGURES
from coalitions.figures.frame import SCREEN_DPI, WIDTHS
from coalitions.figures.saving import alt_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

    from tests.conftest import Run

SIZES = [size for size in WIDTHS if size != "page"]  # test_figures.py measures pages
NAMES = ["unga75", "hrc44-2020", "everybody"]
#: What is drawn of each kind: a flow goes from one event to another, and unga75 is one.
EXAMPLE = dict.fromkeys(FIGURES, "unga75") | {"flow": "un-china"}
INCHES = {"column": 3.5, "page": 7.2, "slide": 40 / 3}
SVG = "{http://www.w3.org/2000/svg}"


@cache
def drawn(name: str, kind: str, size: str) -> Axes | str:
    """Draw a diagram, or return the sentence that says why not."""
    try:
        return FIGURES[kind](look.corpus(name), size=size)
    except CoalitionsError as refusal:
        return str(refusal)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", FIGURES)
def test_prints_cleanly_at_every_size_or_says_in_one_sentence_why_not(
    name: str, kind: str, size: str
) -> None:
    ax = drawn(name, kind, size)
    if isinstance(ax, str):
        assert ax
        assert "\n" not in ax
        return
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


@pytest.mark.parametrize("kind", FIGURES)
def test_no_text_leaves_the_picture_of_a_notebook(kind: str) -> None:
    ax = drawn(EXAMPLE[kind], kind, "page")
    assert look.outside(ax, look.texts(ax, SCREEN_DPI)) == []


@pytest.mark.parametrize("kind", FIGURES)
def test_what_a_corpus_of_four_statements_has_no_room_for(kind: str) -> None:
    # 91 marks with their names need more than a column of a page.
    refused = [s for s in WIDTHS if isinstance(drawn(EXAMPLE[kind], kind, s), str)]
    assert set(refused) <= ({"column"} if kind in ("network", "cosigning") else set())


@pytest.mark.parametrize(
    ("size", "kind"),
    [("column", "venn"), ("slide", "venn"), ("page", "upset"), ("slide", "matrix")],
)
def test_a_file_has_the_size_that_was_asked_for(size: str, kind: str, tmp_path: Path) -> None:
    ax = drawn("unga75", kind, size)
    png = save_figure(ax, tmp_path / "a.png").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert width == pytest.approx(INCHES[size] * 300, abs=1)
    at = png.index(b"pHYs")
    assert struct.unpack(">I", png[at + 4 : at + 8]) == (11811,)  # 300 dots an inch
    svg = ET.fromstring(save_figure(ax, tmp_path / "a.svg").read_bytes())  # noqa: S314 - our own
    assert svg.get("width") == f"{INCHES[size] * 72:g}pt"
    if size == "slide":
        assert height / width == pytest.approx(9 / 16, abs=1e-3)


def test_a_file_says_in_words_what_it_shows(tmp_path: Path) -> None:
    ax = drawn("unga75", "upset", "page")
    alt = alt_text(ax)
    assert alt.startswith(look.title(ax) + ". ")
    assert "Pakistan and Cuba and no other: 17–45" in alt
    assert "Pakistan 25 of 55" in alt
    svg = ET.fromstring(save_figure(ax, tmp_path / "a.svg").read_bytes())  # noqa: S314 - our own
    assert svg.find(f"{SVG}title").text == look.title(ax)
    assert svg.find(f"{SVG}desc").text == alt
    assert svg.get("role") == "img"
    png = save_figure(ax, tmp_path / "a.png").read_bytes()
    assert b"Description" in png
    assert alt.encode() in png
    assert b"/Subject" in save_figure(ax, tmp_path / "a.pdf").read_bytes()


@pytest.mark.parametrize("kind", FIGURES)
def test_every_figure_describes_its_numbers(kind: str) -> None:
    ax = drawn(EXAMPLE[kind], kind, "page")
    assert sum(character.isdigit() for character in alt_text(ax)) > 15


def test_an_unknown_size_or_theme_is_said() -> None:
    with pytest.raises(CoalitionsError, match='no "poster": choose one of column, page, slide'):
        FIGURES["venn"](look.corpus("unga75"), size="poster")
    with pytest.raises(CoalitionsError, match='no "pink": choose one of light, dark, grey'):
        FIGURES["venn"](look.corpus("unga75"), theme="pink")


# --- themes --------------------------------------------------------------------------------------


@pytest.mark.no_cover  # a theme is colours, not lines
@pytest.mark.parametrize("theme", looks.LOOKS)
@pytest.mark.parametrize("kind", FIGURES)
def test_every_text_can_be_read_on_the_ground_of_its_theme(kind: str, theme: str) -> None:
    ax = FIGURES[kind](look.corpus(EXAMPLE[kind]), theme=theme)
    ground = ax.figure.figure.get_facecolor()
    assert ground[:3] == to_rgb(looks.LOOKS[theme].ground)
    colours = {text.get_color() for text in (ax.title, *ax.texts) if text.get_text()}
    outside = {c for c in colours if c != looks.LOOKS[theme].ground}  # on marks: test_figures.py
    assert {c for c in outside if _contrast(c, looks.LOOKS[theme].ground) < 4.5} == set()


def test_a_theme_changes_colours_alone() -> None:
    graph = two_mode_graph(look.corpus("unga75"))
    with looks.wearing("dark"):
        dark = node_looks(graph)
    light = node_looks(graph)
    assert dark.drop(columns="colour").equals(light.drop(columns="colour"))
    assert not (dark["colour"] == light["colour"]).any()


def test_grey_has_no_colour_and_its_sides_and_groups_differ_in_lightness() -> None:
    grey = looks.LOOKS["grey"]
    for colours, least in ((grey.sides, 12), (grey.groups, 11)):
        assert all(len(set(to_rgb(c))) == 1 for c in colours.values())
        light = sorted(cspace_convert(to_rgb(c), "sRGB1", "CIELab")[0] for c in colours.values())
        assert min(np.diff(light)) >= least


@pytest.mark.parametrize("palette", ["sides", "groups"])
def test_marks_stand_out_from_the_ground_of_every_theme(palette: str) -> None:
    for worn in looks.LOOKS.values():
        for key, colour in getattr(worn, palette).items():
            if key != "neither":  # meant to recede
                assert _contrast(colour, worn.ground) >= 2.95, key


def _contrast(one: object, other: object) -> float:
    dark, bright = sorted(look.luminance(to_rgb(c)) for c in (one, other))
    return (bright + 0.05) / (dark + 0.05)


# --- command line --------------------------------------------------------------------------------


def test_the_command_line_takes_size_and_theme(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "venn.svg"
    done = run("figure", "venn", "-o", path, "--size", "column", "--theme", "dark")
    assert (done.code, done.err) == (0, "")
    svg = path.read_text(encoding="utf-8")
    assert 'width="252pt"' in svg
    assert looks.LOOKS["dark"].ground.lower() in svg


def test_the_command_line_says_why_there_is_no_figure_of_that_size(
    run: Callable[..., Run], tmp_path: Path
) -> None:
    done = run("figure", "network", "-o", tmp_path / "a.svg", "--size", "column")
    assert done.code == 1
    assert "too tall for a column: draw it at the width of a page" in done.err
    assert list(tmp_path.iterdir()) == []
