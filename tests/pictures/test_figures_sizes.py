"""Sizes and themes: every diagram lays itself out anew, and prints cleanly at each."""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import figure_checks as look
import numpy as np
import pandas as pd
import pytest
from colorspacious import cspace_convert
from matplotlib.colors import to_rgb

from coalitions import CoalitionsError, looks, node_looks, save_figure, two_mode_graph
from coalitions.figures.kit import canvas, render
from coalitions.figures.kit.page import TALLEST_PAGE, WIDTHS
from coalitions.figures.kit.rowgroups import rows_that_fit
from coalitions.figures.kit.saving import alt_text
from coalitions.figures.kit.sheet import SCREEN_DPI
from coalitions.figures.registry import FIGURES
from coalitions.findings import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes

    from coalitions import Corpus
    from coalitions.figures.kit import Page
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
    with pytest.raises(CoalitionsError, match='no "billboard": choose one of column, page, slide'):
        FIGURES["venn"](look.corpus("unga75"), size="billboard")
    with pytest.raises(CoalitionsError, match='no "pink": choose one of light, dark, grey'):
        FIGURES["venn"](look.corpus("unga75"), theme="pink")


# --- themes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", looks.THEMES)
@pytest.mark.parametrize("kind", FIGURES)
def test_every_text_can_be_read_on_the_ground_of_its_theme(kind: str, theme: str) -> None:
    ax = FIGURES[kind](look.corpus(EXAMPLE[kind]), theme=theme)
    ground = ax.figure.figure.get_facecolor()
    assert ground[:3] == to_rgb(looks.THEMES[theme].ground)
    colours = {text.get_color() for text in (ax.title, *ax.texts) if text.get_text()}
    outside = {c for c in colours if c != looks.THEMES[theme].ground}  # on marks: test_figures.py
    assert {c for c in outside if _contrast(c, looks.THEMES[theme].ground) < 4.5} == set()


def test_a_theme_changes_colours_alone() -> None:
    graph = two_mode_graph(look.corpus("unga75"))
    dark = looks.looks_on(graph, looks.look_in("dark"))
    light = node_looks(graph)
    assert dark.drop(columns="colour").equals(light.drop(columns="colour"))
    assert not (dark["colour"] == light["colour"]).any()


def test_where_nodes_stand_does_not_depend_on_what_is_drawn_meanwhile() -> None:
    graph = two_mode_graph(look.corpus("unga75"))
    found = []

    def drawn(page: Page) -> Axes:
        found.append(node_looks(graph))
        return canvas(page, Words("a", "b", ("c",)), height=9, limits=(0, 1, 0, 1))

    for size in WIDTHS:
        render(drawn, size=size, theme="grey", screen=False)
    assert all(table.equals(node_looks(graph)) for table in found)


def test_grey_has_no_colour_and_its_sides_and_groups_differ_in_lightness() -> None:
    grey = looks.THEMES["grey"]
    for colours, least in ((grey.sides, 12), (grey.groups, 11)):
        assert all(len(set(to_rgb(c))) == 1 for c in colours.values())
        light = sorted(cspace_convert(to_rgb(c), "sRGB1", "CIELab")[0] for c in colours.values())
        assert min(np.diff(light)) >= least


@pytest.mark.parametrize("palette", ["sides", "groups"])
def test_marks_stand_out_from_the_ground_of_every_theme(palette: str) -> None:
    for theme in looks.THEMES.values():
        for key, colour in getattr(theme, palette).items():
            if key != "neither":  # meant to recede
                assert _contrast(colour, theme.ground) >= 2.95, key


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
    assert looks.THEMES["dark"].ground.lower() in svg


# --- what does not fit ---------------------------------------------------------------------------

PEOPLE = [f"Person {n:03d}" for n in range(234)]
LETTERS = {"first letter": PEOPLE[:150], "second letter": PEOPLE[60:200], "reply": PEOPLE[180:]}


@cache
def people() -> Corpus:
    """Return 234 people under three letters."""
    return look.corpus_of(LETTERS, members="any")


@cache
def sixty() -> Corpus:
    """Return 60 statements, each signed by another few of 30."""
    lists = {
        f"statement {n:02d}": [f"P{m:02d}" for m in range(30) if (m * (n + 3)) % 7 < 3]
        for n in range(60)
    }
    return look.corpus_of(lists, members="any")


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("kind", ["matrix", "card", "upset", "venn"])
@pytest.mark.parametrize("corpus", [people, sixty])
def test_no_figure_is_refused_for_its_many_rows_nor_taller_than_its_page(
    corpus: Callable[[], Corpus], kind: str, size: str
) -> None:
    ax = FIGURES[kind](corpus(), size=size)
    width, height = ax.figure.figure.get_size_inches()
    if size == "page":
        assert height <= TALLEST_PAGE * width + 1e-6
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


def test_the_bundled_figures_of_many_rows_keep_to_one_and_a_half_widths() -> None:
    for kind in ("matrix", "card", "upset", "overlap"):
        width, height = drawn("un-china", kind, "page").figure.figure.get_size_inches()
        assert height <= TALLEST_PAGE * width + 1e-6, kind


def test_a_matrix_says_what_it_leaves_out() -> None:
    ax = FIGURES["matrix"](people(), size="column")
    more = [int(t.get_text().split()[1]) for t in ax.texts if t.get_text().endswith(" more")]
    assert "named under the same statements the first" in look.foot(ax)
    assert "the table of regions" in look.foot(ax)
    # A row a name, and what the others stand for: everybody.
    names = [t for t in ax.texts if t.get_text() in set(PEOPLE)]
    assert len(names) + sum(more) == 234
    assert "the first" not in look.foot(FIGURES["matrix"](people()))


def test_rows_are_left_out_by_a_rule() -> None:
    table = pd.DataFrame(
        [[True, False]] * 3 + [[True, True]] * 2 + [[False, True]], index=list("abcdef")
    )
    corpus = people()
    assert [line.text for line in rows_that_fit(corpus, table, 6).lines] == list("abcdef")
    assert [line.text for line in rows_that_fit(corpus, table, 5).lines] == [
        *("a", "and 2 more", "d", "e", "f")
    ]
    least = rows_that_fit(corpus, table, 3)
    assert [(line.text, line.many) for line in least.lines] == [
        ("3 alike", 3),
        ("2 alike", 2),
        ("f", 1),
    ]
    assert "one row stands for them all" in least.notes[0]
    dropped = rows_that_fit(corpus, table, 2)
    assert [line.text for line in dropped.lines] == ["3 alike", "2 alike"]
    assert "1 sets of statements" not in " ".join(dropped.notes)
    assert "1 signatory" in dropped.notes[1]


def test_an_upset_of_sixty_statements_has_as_many_rows_as_fit() -> None:
    ax = FIGURES["upset"](sixty())
    assert "the 36 statements that name fewest" in look.foot(ax)
    assert len([t for t in ax.texts if t.get_text().startswith("statement ")]) == 24


def test_a_card_shows_the_first_names_and_how_many_more() -> None:
    ax = FIGURES["card"](people(), size="column")
    assert "Of each list at most the first" in look.foot(ax)
    assert any(t.get_text().startswith("and ") for t in ax.texts)


def test_names_that_have_no_room_beside_cells_are_counted() -> None:
    ax = FIGURES["overlap"](sixty(), size="column")
    assert "No room for the names of all 60 statements" in look.foot(ax)
    ax = FIGURES["matrix"](sixty(), size="column")
    assert "No room for the names of all 32 statements" in look.foot(ax)


@pytest.mark.parametrize(
    ("lists", "declared", "split"),
    [
        ({"a": ["Cuba", "Fiji"], "b": ["Cuba"]}, None, False),
        ({"a": ["Cuba", "Fiji"], "b": ["Cuba"]}, {"a": 2, "b": 1}, False),
        ({"a": ["Cuba", "Fiji"], "b": ["Cuba"]}, {"a": 5, "b": 4}, True),
        ({"a": ["Cuba"]}, {"a": 9}, False),
    ],
)
def test_split_cells_are_explained_where_there_are_any(
    lists: dict[str, list[str]], declared: dict[str, int] | None, *, split: bool
) -> None:
    ax = FIGURES["overlap"](look.corpus_of(lists, declared=declared))
    said = " ".join(t.get_text() for t in ax.texts)
    assert ("smallest and largest number" in said) == split
    assert "n the diagonal: names known" in said


@pytest.mark.parametrize("declared", [None, {"a": 2, "b": 2, "c": 2}])
def test_nobody_is_said_to_have_signed_what_is_only_a_list(
    declared: dict[str, int] | None,
) -> None:
    lists = {"a": ["Cuba", "Fiji"], "b": ["Cuba", "Fiji"], "c": ["Cuba", "Peru"]}
    corpus = look.corpus_of(lists, declared=declared, date="2020-01-01")
    for kind in ("venn", "overlap", "card", "upset", "timeline"):
        ax = FIGURES[kind](corpus)
        said = " ".join([look.title(ax), ax.texts[0].get_text()])
        assert ("signed" in said) == bool(declared) or kind in ("card", "venn"), kind
        assert declared or "signed" not in said


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ({"a": ["Cuba"], "b": ["Fiji"]}, "The two statements share no state: a and b"),
        (
            {"a": ["Cuba"], "b": ["Fiji"], "c": ["Peru"]},
            "No two of the statements share a state: a, b and c",
        ),
    ],
)
def test_a_venn_diagram_of_lists_that_share_nobody_says_so(
    lists: dict[str, list[str]], said: str
) -> None:
    assert look.title(FIGURES["venn"](look.corpus_of(lists))) == said


def test_greys_of_own_groups_can_be_told_apart() -> None:
    grey = looks.THEMES["grey"]
    colours = [*grey.own, grey.groups[""]]
    light = sorted(cspace_convert(to_rgb(c), "sRGB1", "CAM02-UCS")[0] for c in colours)
    assert min(np.diff(light)) >= 18
    assert all(_contrast(colour, grey.ground) >= 2.95 for colour in colours)


@pytest.mark.parametrize("kind", ["network", "cosigning"])
def test_labels_keep_clear_of_each_other_and_of_the_edge(kind: str) -> None:
    ax = drawn("unga75", kind, "slide")
    if isinstance(ax, str):
        ax = drawn("unga75", kind, "page")
    printed = [p for p in look.texts(ax) if p.artist.get_fontsize() == looks.SMALL]
    width = ax.figure.figure.bbox.size[0]
    point = look.DPI / 72
    for n, one in enumerate(printed):
        (x0, y0), (x1, y1) = one.corners.min(0), one.corners.max(0)
        assert x0 > 3 * point
        assert x1 < width - 3 * point
        for other in printed[n + 1 :]:
            (u0, v0), (u1, v1) = other.corners.min(0), other.corners.max(0)
            level = y0 < v1 - point and v0 < y1 - point
            assert not level or x1 + point < u0 or u1 + point < x0, (one.text, other.text)


@pytest.mark.parametrize("name", ["", "folder", "folder.svg", "figure.docx", "figure"])
def test_a_file_that_is_no_figure_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    for folder in ("folder", "folder.svg"):
        (tmp_path / folder).mkdir()
    with pytest.raises(CoalitionsError, match=r"give it a name that ends in \.svg, \.png or \.pdf"):
        save_figure(drawn("unga75", "venn", "page"), tmp_path / name)


def test_the_root_is_no_figure() -> None:
    with pytest.raises(CoalitionsError, match=r"^/: is a folder; a figure is one file"):
        save_figure(drawn("unga75", "venn", "page"), "/")
