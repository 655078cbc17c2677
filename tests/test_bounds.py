"""Every bound against the brute force: all completions of all lists on small universes."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions.bounds import Interval, overlap_bounds, region_bounds, union_bounds


@st.composite
def partial_lists(draw, statements=3, members=5):
    universe = draw(st.integers(1, members))
    named = [
        draw(st.sets(st.integers(0, universe - 1))) for _ in range(draw(st.integers(1, statements)))
    ]
    unnamed = [draw(st.integers(0, universe - len(names))) for names in named]
    return universe, named, unnamed


def completions(universe, named, unnamed):
    """Yield every way the lists may have been in full."""
    choices = [
        [names | set(extra) for extra in combinations(sorted(set(range(universe)) - names), a)]
        for names, a in zip(named, unnamed, strict=True)
    ]
    return product(*choices)


def span(values):
    values = list(values)
    return min(values), max(values)


@given(partial_lists())
@settings(deadline=None, max_examples=150)
def test_overlap_is_what_enumeration_finds(lists):
    universe, named, unnamed = lists
    if len(named) < 2:
        return
    a, b = named[:2]
    low, high = overlap_bounds(len(a & b), len(a - b), len(b - a), unnamed[0], unnamed[1], universe)
    found = span(len(x & y) for x, y in completions(universe, [a, b], unnamed[:2]))
    assert (low, high) == found


@given(partial_lists())
@settings(deadline=None, max_examples=150)
def test_union_is_what_enumeration_finds(lists):
    universe, named, unnamed = lists
    found = span(len(set().union(*full)) for full in completions(universe, named, unnamed))
    assert union_bounds(named, unnamed, universe) == found


@given(partial_lists(), st.data())
@settings(deadline=None, max_examples=200)
def test_regions_are_what_enumeration_finds(lists, data):
    universe, named, unnamed = lists
    where = data.draw(st.lists(st.sampled_from(["in", "out", "any"]), min_size=3, max_size=3))
    inside = [i for i in range(len(named)) if where[i] == "in"] or [0]
    outside = [i for i in range(len(named)) if where[i] == "out" and i not in inside]

    records = [tuple(x in names for names in named) for x in range(universe)]
    patterns = sorted(set(records))
    bounds = region_bounds(
        np.array(patterns),
        np.array([records.count(p) for p in patterns]),
        np.array(unnamed),
        inside,
        outside,
    )

    found = span(
        sum(
            all(x in full[i] for i in inside) and not any(x in full[j] for j in outside)
            for x in range(universe)
        )
        for full in completions(universe, named, unnamed)
    )
    assert bounds == found


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # Pakistan names 25 of 55, Cuba 45 of 45, 19 in both: at least the 19; the 30 unnamed may
        # all be among the 26 that Cuba alone names, and no more: 19 + 26.
        ((25, 30), (45, 0), (19, 45)),
        # Were Pakistan's list complete, the overlap would be a point.
        ((25, 0), (45, 0), (19, 19)),
    ],
)
def test_the_core_case(a, b, expected):
    low, high = overlap_bounds(19, a[0] - 19, b[0] - 19, a[1], b[1], 195)
    assert (low, high) == expected


def test_bounds_take_arrays():
    low, high = overlap_bounds(
        np.array([19, 0]), np.array([6, 1]), np.array([26, 1]), np.array([30, 2]), 0, 195
    )
    assert low.tolist() == [19, 0]
    assert high.tolist() == [45, 1]


def test_an_interval_prints_as_one_number_where_it_is_one():
    assert str(Interval(37, 37)) == "37"
    assert str(Interval(19, 45)) == "19–45"


def test_a_universe_that_is_too_small_forces_an_overlap():
    # Three of four places in each list: 3 + 3 - 4 = 2 must be shared.
    assert overlap_bounds(0, 0, 0, 3, 3, 4) == (2, 3)
