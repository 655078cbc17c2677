"""Two and three lists in every arrangement: each number in its region, and none on another."""

from __future__ import annotations

from functools import cache

import figure_checks as look
import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coalitions import draw_venn
from coalitions.figures.venn.spots import Circles, spot_beside, spot_within

#: The seven regions of three circles, and how many of each list may be unnamed.
REGIONS = ("a", "b", "c", "ab", "ac", "bc", "abc")
SIZES = st.one_of(st.sampled_from([0, 1, 2]), st.integers(0, 60))
REGION_SIZES = st.fixed_dictionaries(dict.fromkeys(REGIONS, SIZES))


@cache
def named(count: int) -> tuple[str, ...]:
    return tuple(f"Person {n}" for n in range(count))


def lists_of(sizes: dict[str, int]) -> dict[str, list[str]]:
    """Return the lists that hold so many names in each region; an empty list is left out."""
    names = iter(named(sum(sizes.values())))
    found: dict[str, list[str]] = {key: [] for key in "abc"}
    for region, size in sizes.items():
        for name in (next(names) for _ in range(size)):
            for key in region:
                found[key].append(name)
    return {f"Letter {key}": listed for key, listed in found.items() if listed}


def check(sizes: dict[str, int], unnamed: int, size: str) -> None:
    lists = lists_of(sizes)
    if len(lists) < 2:
        return
    declared = {key: len(listed) + unnamed for key, listed in lists.items()} if unnamed else None
    ax = draw_venn(look.corpus_of(lists, declared=declared, members="any"), size=size)
    printed = look.texts(ax, 100)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []
    numbers = [p for p in printed if p.artist.get_zorder() in (6, 7)]
    shown = [p for p in numbers if "named" not in p.text]
    # Each region that holds somebody has its number, or the foot says what is not drawn.
    wanted = sum(n > 0 for n in _exclusive(lists).values())
    assert len(shown) + look.foot(ax).count("and no other") == wanted
    for p in numbers:
        if p.artist.get_zorder() == 6:
            paths = [q.get_transform().transform_path(q.get_path()) for q in look.fields(ax)]
            assert any(path.contains_points(p.corners).all() for path in paths), p.text
    plt.close("all")


def _exclusive(lists: dict[str, list[str]]) -> dict[frozenset[str], int]:
    found: dict[frozenset[str], int] = {}
    for name in {name for listed in lists.values() for name in listed}:
        key = frozenset(k for k, listed in lists.items() if name in listed)
        found[key] = found.get(key, 0) + 1
    return found


@settings(max_examples=8)
@given(REGION_SIZES, st.sampled_from([0, 0, 3, 40]), st.sampled_from(["page", "column", "slide"]))
@example(dict.fromkeys(REGIONS, 0) | {"ab": 2, "abc": 1}, 0, "page")  # a = b, c within
@example(dict.fromkeys(REGIONS, 0) | {"ab": 5}, 0, "page")  # a = b
@example(dict.fromkeys(REGIONS, 0) | {"abc": 4}, 7, "column")  # a = b = c
@example(dict.fromkeys(REGIONS, 0) | {"a": 1, "ab": 1, "abc": 1}, 0, "slide")  # one in another
@example(dict.fromkeys(REGIONS, 0) | {"a": 60, "ab": 2, "abc": 1}, 0, "column")
@example(dict.fromkeys(REGIONS, 0) | {"a": 20, "ab": 3, "ac": 2}, 30, "page")  # two in one
@example(dict.fromkeys(REGIONS, 0) | {"a": 1, "b": 1, "c": 60}, 0, "column")  # apart
@example(dict.fromkeys(REGIONS, 1) | {"a": 40, "b": 40, "c": 40}, 0, "column")  # slivers
def test_numbers_stand_in_their_regions_and_no_text_on_another(
    sizes: dict[str, int], unnamed: int, size: str
) -> None:
    check(sizes, unnamed, size)


def test_equal_lists_have_one_number_and_two_names_beside_each_other() -> None:
    lists = {"Letter a": ["Ann", "Bo"], "Letter b": ["Ann", "Bo"]}
    printed = look.texts(draw_venn(look.corpus_of(lists, members="any")))
    assert [p.text for p in printed if p.artist.get_zorder() in (6, 7)] == ["2"]
    a, b = (next(p for p in printed if p.text == name) for name in lists)
    assert a.corners[:, 0].max() < b.corners[:, 0].min()


def test_a_list_within_two_equal_ones_has_its_number_in_its_circle() -> None:
    everybody = ["Ann", "Bo", "Cy"]
    lists = {"Letter a": everybody, "Letter b": everybody, "Letter d": ["Ann"]}
    numbers = [
        (t.get_text(), t.get_zorder())
        for t in draw_venn(look.corpus_of(lists, members="any")).texts
        if t.get_zorder() in (6, 7)
    ]
    assert sorted(numbers) == [("1", 6), ("2", 6)]


def test_what_circles_cannot_show_is_said() -> None:
    # Three large lists that meet in one name: circles of their sizes leave no room in the middle.
    sizes = {"a": 40, "b": 40, "c": 40, "ab": 1, "ac": 1, "bc": 1, "abc": 1}
    ax = draw_venn(look.corpus_of(lists_of(sizes), members="any"))
    said = "1 named under Letter a, Letter b and Letter c and no other"
    assert f"Circles leave no room for: {said}." in look.foot(ax)


TWO = Circles(np.array([[0.0, 0.0], [12.0, 0.0]]), np.array([10.0, 10.0]), np.array([10.0, 10.0]))


def test_a_spot_lies_wholly_within_its_region_or_there_is_none() -> None:
    for key in ("10", "01", "11"):
        at = spot_within(TWO, key, (4, 4))
        corners = at + np.array([(x, y) for x in (-2, 2) for y in (-2, 2)])
        assert TWO.within(key, corners).all()
    assert spot_within(TWO, "11", (9, 4)) is None
    # A wish is kept where the text fits, and only there.
    assert spot_within(TWO, "10", (4, 4), np.array([-4.0, 1.0])).tolist() == [-4, 1]
    assert spot_within(TWO, "10", (4, 4), np.array([2.0, 0.0])).tolist() != [2, 0]


def test_a_number_beside_is_outside_and_its_line_runs_through_no_text() -> None:
    page, above = (-30.0, 42.0, -30.0, 30.0), (-30.0, 42.0, 11.0, 30.0)
    start, end = spot_beside(TWO, "11", (8, 8), page, [above])
    assert TWO.within("11", start[None]).all()
    assert TWO.within("00", end[None]).all()
    assert end[1] < 0  # above, all is taken


@pytest.mark.parametrize("key", ["10", "01", "11"])
def test_a_region_without_area_has_no_points(key: str) -> None:
    same = Circles(np.zeros((2, 2)), np.array([5.0, 5.0]), np.array([5.0, 5.0]))
    assert (len(same.region(key)) > 0) == (key == "11")
