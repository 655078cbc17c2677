"""Colours of one's own: refused where some readers could not tell them apart."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib.colors import to_hex, to_rgb

from coalitions import CoalitionsError, CoalitionsWarning, Corpus, explorer_page, looks
from coalitions.looks.sight import APART, SIGHTS, distance, lightness

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

#: Our names of sights → those of the oracle.
CONES = {name: f"{name.removesuffix('opia')}omaly" for name in SIGHTS if name != "plain sight"}


def seen(colour: str, sight: str) -> np.ndarray:
    if sight == "plain sight":
        return np.array(to_rgb(colour))
    space = {"name": "sRGB1+CVD", "cvd_type": CONES[sight], "severity": 100}
    return np.clip(cspace_convert(to_rgb(colour), space, "sRGB1"), 0, 1)


@pytest.mark.parametrize("sight", SIGHTS)
def test_distance_is_that_of_another_library(sight: str) -> None:
    dice = random.Random(7)  # noqa: S311 - no secret
    colours = ["#000000", "#FFFFFF", *(f"#{dice.randrange(1 << 24):06X}" for _ in range(40))]
    for one, other in pairwise(colours):
        oracle = deltaE(
            seen(one, sight), seen(other, sight), input_space="sRGB1", uniform_space="CAM02-UCS"
        )
        assert distance(one, other, sight) == pytest.approx(oracle, abs=1e-6)


def test_lightness_is_that_of_another_library() -> None:
    for colour in ("#000000", "#030201", "#777777", "#27A2BE", "#FFFFFF"):
        oracle = float(cspace_convert(to_rgb(colour), "sRGB1", "CIELab")[0])
        assert lightness(colour) == pytest.approx(oracle, abs=0.01)


@pytest.mark.parametrize(
    ("colours", "theme", "said"),
    [
        (
            {"yes": "#2CA02C", "no": "#D62728"},
            "light",
            "yes #2CA02C and no #D62728 look alike unde",
        ),
        ({"no": "#D62728", "abstain": "#2CA02C"}, "light", r"deuteranopia \(distance 5, expected "),
        ({"yes": "#D8C9D8"}, "light", "ground #FFFFFF, yes #D8C9D8 has a contrast of 1.6, expect"),
        ({"yes": "#000080"}, "dark", "yes #000080 .* choose lighter colours"),
        ({"yes": "blau"}, "light", 'colours: yes: "blau" is no colour: expected one such as teal'),
        ({"support": "blue"}, "light", 'no side "support": choose one of yes, no, abstain, both'),
        ({"yes": "blue"}, "grey", "leave out `colours`, or choose another `theme`"),
        ({"first": "#2CA02C", "second": "#D62728"}, "light", "first .* look alike under deuteran"),
        (
            {"yes": "#005AB5", "no": "#DC3220", "abstain": "#707070", "both": "#6C6C6C"},
            "light",
            "abstain #707070 and both #6C6C6C look alike",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:colours")
def test_colours_that_do_not_hold_are_refused_in_one_sentence(
    colours: dict[str, str], theme: looks.ThemeName, said: str
) -> None:
    with pytest.raises(CoalitionsError, match=said) as found:
        looks.own_colours(colours, ["yes", "no", "abstain"], theme)
    assert "\n" not in str(found.value)
    assert isinstance(found.value, ValueError)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("number", [2, 3, 4])
def test_a_colour_of_ours_gives_way_to_those_that_are_given(
    theme: looks.ThemeName, number: int
) -> None:
    sides = list("abcdef"[:number])
    # As our own for the third side and for those on several.
    given = {"a": looks.THEMES[theme].further[0]}
    mine = looks.own_colours(given, sides, theme)
    found = looks.side_colours(sides, mine)
    assert found["a"] == given["a"]
    nearest = min(
        distance(given["a"], colour, sight)
        for name, colour in found.items()
        for sight in SIGHTS
        if name != "a"
    )
    assert nearest >= APART
    assert found["neither"] == looks.THEMES[theme].sides["neither"]


def test_where_none_of_ours_goes_with_those_given_another_is_asked_for() -> None:
    given = {"a": looks.THEMES["dark"].further[0]}
    with pytest.raises(CoalitionsError, match=r"none of ours for c stands apart .* one for c, too"):
        looks.own_colours(given, list("abcdef"), "dark")


def test_a_theme_keeps_its_sides_apart() -> None:
    mine = looks.LIGHT.replace(sides={"support": "#1B7837", "critical": "#762A83"})
    assert mine.sides["both"] != looks.LIGHT.sides["both"]
    with pytest.raises(CoalitionsError, match="support #2CA02C and critical #D62728 look alike"):
        looks.LIGHT.replace(sides={"support": "#2CA02C", "critical": "#D62728"})


def test_two_that_print_as_one_grey_are_drawn_with_a_warning() -> None:
    with pytest.warns(CoalitionsWarning, match=r"nearly the same grey \(lightness 42 and 38\)"):
        mine = looks.own_colours(
            {"support": "#2166AC", "critical": "#B2182B"}, ["support", "critical"]
        )
    assert mine.sides["critical"] == "#B2182B"


def test_the_command_line_takes_colours(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    done = run("figure", "venn", "--colours", "support=#1B7837, critical=orchid", "-o", path)
    assert (done.code, done.out) == (1, "")
    assert "critical #DA70D6 has a contrast of 2.9" in done.err
    done = run("figure", "venn", "--colours", "support=#1B7837,critical=purple", "-o", path)
    assert (done.code, done.err) == (0, "")
    svg = path.read_text(encoding="utf-8")
    assert "#1b7837" in svg
    assert to_hex("purple") in svg
    assert looks.SIDE_COLOURS["critical"].lower() not in svg


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("support", '"support": expected SIDE=COLOUR, as in support=#1B7837'),
        ("=blue", '"=blue": expected SIDE=COLOUR'),
        ("support=blue,support=red", '"support=red": support is given twice'),
    ],
)
def test_colours_that_cannot_be_read_are_wrong_usage(
    given: str, said: str, run: Callable[..., Run], tmp_path: Path
) -> None:
    done = run("figure", "venn", "--colours", given, "-o", tmp_path / "a.svg")
    assert done.code == 2
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_text_takes_no_colours(run: Callable[..., Run], tmp_path: Path) -> None:
    done = run("figure", "card", "--colours", "support=#1B7837", "-o", tmp_path / "a.md")
    assert done.code == 2
    assert "--colours is for .svg, .png and .pdf, not for text" in done.err


def test_page_and_report_have_them_too(
    unga75: Corpus, run: Callable[..., Run], tmp_path: Path
) -> None:
    mine = looks.own_colours({"support": "#005AB5", "critical": "#D55E00"}, unga75.sides)
    page = explorer_page(unga75, theme=mine).html
    assert {"#005AB5", "#D55E00"} <= set(re.findall("#[0-9A-F]{6}", page))
    assert looks.SIDE_COLOURS["support"] not in page
    how = ("--colours", "critical=#D55E00", "--format", "page", "--only", "tables")
    done = run("report", *how, "-o", tmp_path / "a.html")
    assert done.code == 0
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "#D55E00" in html
    assert looks.SIDE_COLOURS["critical"] not in html
    done = run("report", "--colours", "critical=#FFFF00", "-o", tmp_path / "b")
    assert done.code == 1
    assert "critical #FFFF00 has a contrast of 1.1" in done.err
    assert not (tmp_path / "b").exists()
