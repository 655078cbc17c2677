"""One place, colour, size and label for each node; a palette that everybody can tell apart."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import make_palette
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import worked
from colorspacious import cspace_convert, deltaE
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from pandas.testing import assert_frame_equal

from coalitions import (
    Corpus,
    cosigning_graph,
    load,
    looks,
    node_looks,
    select,
    statement_graph,
    two_mode_graph,
)
from coalitions.looks import palette
from coalitions.looks.rooms import CELL, MOST_CELLS, MOST_GROUPS, WIDTH
from coalitions.looks.sight import distance, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

PALETTES = {
    "sides": looks.SIDE_COLOURS,
    "groups": looks.GROUP_COLOURS,
    "own groups": dict(enumerate(looks.OWN_COLOURS)) | {"": looks.GROUP_COLOURS[""]},
    "communities": dict(enumerate(looks.COMMUNITY_COLOURS)) | {"": looks.GROUP_COLOURS[""]},
    "regions": looks.REGION_COLOURS | {"neither": looks.SIDE_COLOURS["neither"]},
}
SIGHTS = ["plain", "deuteranomaly", "protanomaly", "tritanomaly"]


def rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def seen(colour: str, sight: str) -> NDArray[np.float64]:
    """Return a colour as it is seen where one kind of cone is missing (Machado et al. 2009)."""
    if sight == "plain":
        return rgb(colour)
    space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
    return np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    c = rgb(colour)
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


# Colours


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_two_colours_can_be_told_apart(palette: str, sight: str) -> None:
    colours = {key: seen(colour, sight) for key, colour in PALETTES[palette].items()}
    distances = {
        (a, b): deltaE(colours[a], colours[b], input_space="sRGB1", uniform_space="CAM02-UCS")
        for a, b in combinations(colours, 2)
    }
    assert min(distances.values()) >= 18, distances


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_stand_out_from_the_ground(palette: str) -> None:
    for key, colour in PALETTES[palette].items():
        if key != "neither":  # meant to recede
            assert contrast(colour, looks.GROUND) >= 3, key


@pytest.mark.parametrize("colour", [looks.INK, looks.GREY])
def test_text_can_be_read(colour: str) -> None:
    assert contrast(colour, looks.GROUND) >= 4.5


@pytest.mark.parametrize("theme", looks.THEMES)
def test_the_largest_communities_are_told_apart_in_every_theme(theme: looks.ThemeName) -> None:
    found = looks.community_colours([1, 1, 2, 2, 3, 3, 4, 4, 5], looks.THEMES[theme])
    assert 5 not in found
    assert min(nearest(a, b)[0] for a, b in combinations(found.values(), 2)) >= 18
    # Nor is one of the two largest taken for a side.
    sides = {name: colour for name, colour in looks.THEMES[theme].sides.items() if name != "both"}
    if theme != "grey":
        assert all(distance(found[n], side) >= 25 for n in (1, 2) for side in sides.values())


def test_the_tables_of_the_palette_are_those_that_are_derived() -> None:
    for name, table in make_palette.tables().items():
        assert getattr(palette, name) == table, f"{name}: run tests/make_palette.py"


def test_every_colour_of_the_palette_has_one_for_other_grounds() -> None:
    chosen = set(re.findall("#[0-9A-F]{6}", Path(palette.__file__).read_text().split("GREYS =")[0]))
    assert chosen == set(palette.ON_DARK) == set(palette.IN_GREY)


@pytest.mark.parametrize("colour", sorted(palette.ON_DARK.keys() - {palette.GROUND}))
def test_a_colour_stands_out_on_the_dark_ground_as_on_white(colour: str) -> None:
    ground = looks.THEMES["dark"].ground
    dark = looks.contrast(looks.on_dark(colour), ground)
    most = contrast("#FFFFFF", ground)  # nothing stands out more than white: near black, not either
    assert dark == pytest.approx(min(contrast(colour, "#FFFFFF"), most), rel=0.02)


@pytest.mark.parametrize("colour", ["#000000", "#000080", "#8B0000", "#123456", "#ff0000"])
def test_a_colour_of_somebody_else_is_seen_on_the_dark_ground_too(colour: str) -> None:
    dark = looks.contrast(looks.on_dark(colour), looks.THEMES["dark"].ground)
    assert dark >= min(0.98 * contrast(colour, "#FFFFFF"), 17)


def test_contrast_is_that_of_wcag() -> None:
    # The grey that WCAG's own notes give as the lightest with 4.5 to 1 on white.
    assert looks.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert looks.contrast("#6D4787", "#F6F8F9") == pytest.approx(contrast("#6D4787", "#F6F8F9"))


def test_sides_hold_in_grey() -> None:
    lightness = sorted(
        float(cspace_convert(rgb(colour), "sRGB1", "CIELab")[0])
        for colour in looks.SIDE_COLOURS.values()
    )
    assert min(np.diff(lightness)) >= 12


def test_amounts_run_from_light_to_dark() -> None:
    lightness = [float(cspace_convert(rgb(c), "sRGB1", "CIELab")[0]) for c in looks.AMOUNTS]
    assert (np.diff(lightness) < 0).all()


def test_the_palettes_know_every_side_and_group(un_china: Corpus) -> None:
    assert (
        set(looks.SIDE_COLOURS)
        == set(looks.SIDE_NAMES)
        == {
            "support",
            "critical",
            "both",
            "neither",
        }
    )
    assert set(un_china.signatories["group"]) <= set(looks.GROUP_COLOURS)


# Places


def corpus_of(names: dict[str, Iterable[str]]) -> Corpus:
    """Return a corpus of statement id → identifiers."""
    rows = [(statement, name) for statement, listed in names.items() for name in listed]
    return Corpus(
        pd.DataFrame({"statement_id": list(names)}, dtype=str),
        pd.DataFrame(rows, columns=["statement_id", "signatory"], dtype=str),
        members="any",
    )


def random_corpus(statements: int, signatories: int) -> Corpus:
    """Return a corpus in which each signs each with even odds."""
    signed = np.random.default_rng(7).random((statements, signatories)) < 0.5
    return corpus_of(
        {f"s{i}": [f"x{j}" for j in np.flatnonzero(row)] for i, row in enumerate(signed)}
    )


CASES = {
    "worked": (worked.corpus, two_mode_graph),
    "unga75": (load, two_mode_graph),
    "unga75 co-signing": (load, cosigning_graph),
    "un-china": (lambda: load("un-china"), two_mode_graph),
    "un-china co-signing": (lambda: load("un-china"), cosigning_graph),
    "un-china statements": (lambda: load("un-china"), statement_graph),
    "statements alone": (lambda: corpus_of({"a": [], "b": [], "c": []}), two_mode_graph),
    "one of each": (lambda: corpus_of({"a": ["Ann"]}), two_mode_graph),
    "two parts": (lambda: corpus_of({"a": ["Ann", "Bo"], "b": ["Cy"], "c": []}), two_mode_graph),
}


@pytest.fixture(scope="module", params=CASES)
def graph(request: pytest.FixtureRequest) -> nx.Graph[str]:
    make, build = CASES[request.param]
    return build(make())


@pytest.fixture(scope="module")
def table(graph: nx.Graph[str]) -> pd.DataFrame:
    return node_looks(graph)


def test_looks_keep_the_contract(graph: nx.Graph[str], table: pd.DataFrame) -> None:
    assert list(table.columns) == ["x", "y", "colour", "size", "label", "kind"]
    assert list(table.index) == list(graph)
    assert table[["x", "y", "size"]].dtypes.tolist() == [np.dtype(float)] * 3
    assert np.isfinite(table[["x", "y", "size"]].to_numpy()).all()
    assert table["colour"].str.fullmatch("#[0-9A-F]{6}").all()
    assert table["kind"].tolist() == [kind for _, kind in graph.nodes(data="kind")]
    assert table["label"].str.len().gt(0).all()
    assert table["size"].gt(0).all()


@pytest.mark.parametrize("event", ["hrc44-2020", "hrc41-2019"])
def test_those_who_share_no_statement_with_others_stand_apart_from_them(event: str) -> None:
    graph = two_mode_graph(select(load("un-china"), event=event))
    x = node_looks(graph)["x"]
    parts = sorted((x[list(part)] for part in nx.connected_components(graph)), key=min)
    assert len(parts) == 2
    assert parts[0].max() < parts[1].min()


def test_every_node_has_a_place_of_its_own(table: pd.DataFrame) -> None:
    assert not table.duplicated(["x", "y"]).any()


def ink(table: pd.DataFrame) -> dict[str, tuple[float, float, float, float]]:
    """Return the room of each node (left, right, bottom, top), labels as their font measures.

    A statement's square has its label below it, line by line; a signatory has its cell.
    """
    font = FontProperties(family="DejaVu Sans")
    room = {}
    for row in table.itertuples():
        if row.kind == "signatory":
            w, h = CELL[0] / 2, CELL[1] / 2
            room[row.Index] = (row.x - w, row.x + w, row.y - h, row.y + h)
            continue
        lines = row.label.split("\n")
        texts = [TextPath((0, 0), line, size=looks.FOOT, prop=font) for line in lines]
        widths = [text.get_extents().width for text in texts]
        half, wide = row.size / 2, max(row.size, *widths) / 2
        below = row.y - half - 2 - 1.2 * looks.FOOT * len(lines)
        room[row.Index] = (row.x - wide, row.x + wide, below, row.y + half)
    return room


def test_no_two_marks_touch(table: pd.DataFrame) -> None:
    room = ink(table)
    near = 0.02  # places are rounded to a hundredth of a point
    touching = [
        (m, n)
        for (m, a), (n, b) in combinations(room.items(), 2)
        if a[0] < b[1] - near and b[0] < a[1] - near and a[2] < b[3] - near and b[2] < a[3] - near
    ]
    assert touching == []


def test_all_fits_the_width_of_a_page(table: pd.DataFrame) -> None:
    room = list(ink(table).values())
    # Every other row of cells stands a quarter of a cell to the left, the rest to the right.
    most = WIDTH + CELL[0] / 2
    assert max(r[1] for r in room) - min(r[0] for r in room) <= most


def test_looks_are_the_same_each_time(graph: nx.Graph[str], table: pd.DataFrame) -> None:
    assert_frame_equal(node_looks(graph.copy()), table)


def test_the_order_of_rows_does_not_matter(small: Corpus) -> None:
    turned = Corpus(worked.statements()[::-1], worked.signatures()[::-1], worked.signatories())
    assert_frame_equal(node_looks(two_mode_graph(turned)), node_looks(two_mode_graph(small)))


# Graphs at the edge


@pytest.mark.parametrize("build", [two_mode_graph, cosigning_graph, statement_graph])
def test_an_empty_graph_has_no_looks(build: Callable[[Corpus], nx.Graph[str]]) -> None:
    table = node_looks(build(corpus_of({})))
    assert table.empty
    assert list(table.columns) == ["x", "y", "colour", "size", "label", "kind"]


def test_a_graph_of_very_many_groups_is_laid_out_by_springs() -> None:
    graph = two_mode_graph(random_corpus(16, 420))
    # 16 even odds make 420 records out of 65,536: nearly all are alone in their group.
    assert len({frozenset(graph[n]) for n in graph}) > max(400, MOST_GROUPS)
    one = node_looks(graph, seed=1)
    assert_frame_equal(one, node_looks(graph, seed=1))
    assert not one.duplicated(["x", "y"]).any()
    # Springs begin where the seed says; stress does not ask for one.
    assert not one[["x", "y"]].equals(node_looks(graph, seed=2)[["x", "y"]])


def test_the_seed_says_nothing_to_a_graph_of_few_groups(small: Corpus) -> None:
    graph = two_mode_graph(small)
    assert_frame_equal(node_looks(graph, seed=0), node_looks(graph, seed=1))


def test_more_signatories_than_there_are_cells_for() -> None:
    names = [f"x{j}" for j in range(MOST_CELLS + 100)]
    graph = two_mode_graph(corpus_of({"a": names[:700], "b": names[400:]}))
    table = node_looks(graph)
    assert len(table) == MOST_CELLS + 102
    assert np.isfinite(table[["x", "y"]].to_numpy()).all()
    assert not table.duplicated(["x", "y"]).any()


# Colour, size, label


def test_colour_is_by_side_or_by_group_never_both(small: Corpus) -> None:
    table = node_looks(two_mode_graph(small))
    for state, side in worked.SIDES.items():
        assert table.loc[state, "colour"] == looks.SIDE_COLOURS[side]
    assert table.loc["count", "colour"] == looks.SIDE_COLOURS["critical"]
    table = node_looks(cosigning_graph(small))
    assert table.loc["KEN", "colour"] == looks.GROUP_COLOURS["African"]
    assert table.loc["CUB", "colour"] == looks.GROUP_COLOURS["Latin American and Caribbean"]


def test_size_is_true_to_the_count_by_area(un_china: Corpus) -> None:
    graph = two_mode_graph(un_china)
    table = node_looks(graph)
    counts = pd.Series(dict(graph.nodes(data="count")))
    for kind in ("statement", "signatory"):
        area = (table["size"] ** 2 / counts)[table["kind"] == kind]
        assert area.max() == pytest.approx(area.min(), rel=0.02)  # sizes are rounded
    assert table.loc[table["kind"] == "signatory", "size"].max() <= looks.SIGNATORY_MOST + 0.01


def test_a_partial_statement_says_so_in_its_label(small: Corpus) -> None:
    labels = node_looks(two_mode_graph(small))["label"]
    assert "2 of 4 named" in labels["part"]
    assert "0 of 3 named" in labels["count"]
    assert "named" not in labels["full"] + labels["plain"]
    assert labels["NAM"] == "Namibia"
