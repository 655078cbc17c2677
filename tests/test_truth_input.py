"""What is read, and what is said of it, is so: promises on bounds, problems, columns and files."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from coalitions import bounds
from coalitions.bounds import overlap_bounds, region_bounds
from coalitions.errors import CoalitionsError

# Bounds are exact at every size

BOTH, ONLY_A, ONLY_B, NEITHER = (True, True), (True, False), (False, True), (False, False)


def two_lists(states, unnamed, inside, outside):
    return region_bounds(
        np.array([BOTH, ONLY_A, ONLY_B, NEITHER]),
        np.array(states),
        np.array(unnamed),
        inside,
        outside,
    )


@pytest.mark.parametrize("silent", [12_345, 29_999, 60_000, 1_000_000])
@pytest.mark.parametrize("unnamed", [(0, 7), (20_001, 0), (9_999, 7_001), (12_345, 12_344)])
def test_a_region_of_two_lists_is_what_the_closed_form_says(silent, unnamed):
    shared, only_a, only_b = 3, 17_000, 11_000
    a, b = (min(count, silent + 3_000) for count in unnamed)
    low, high = overlap_bounds(shared, only_a, only_b, a, b, shared + only_a + only_b + silent)
    lists = ((shared, only_a, only_b, silent), (a, b))
    assert two_lists(*lists, [0, 1], []) == (low, high)
    size = shared + only_a + a
    assert two_lists(*lists, [0], [1]) == (size - high, size - low)


@pytest.mark.parametrize("statements", [2, 3, 4])
def test_a_region_with_one_partial_list_is_what_counting_says(statements):
    # The first list names 20,000 and leaves 30,001 unnamed; the others name 25,000 each, 5,000 of
    # them named under all. The unnamed may all be among the 20,000 that the others alone name.
    full = [True] * statements
    records = [full, [True] + [False] * (statements - 1), [False, *full[1:]], [False] * statements]
    states = np.array([5_000, 15_000, 20_000, 20_000])
    unnamed = np.array([30_001] + [0] * (statements - 1))
    inside = list(range(statements))
    assert region_bounds(np.array(records), states, unnamed, inside, []) == (15_001, 25_000)


def test_a_bound_that_takes_too_long_ends_in_a_sentence(monkeypatch):
    # What a solver has found when its time is up may be one off: it is not read.
    late = SimpleNamespace(status=1, x=np.zeros(9), message="Time limit reached.")
    monkeypatch.setattr(bounds, "milp", lambda *_, **__: late)
    with pytest.raises(CoalitionsError, match="not found within 60 seconds: choose fewer"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


@pytest.mark.parametrize("status", [2, 3, 4])
def test_a_bound_that_is_not_solved_is_not_read(status, monkeypatch):
    failed = SimpleNamespace(status=status, x=None, message="Infeasible.")
    monkeypatch.setattr(bounds, "milp", lambda *_, **__: failed)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_a_bound_that_is_not_proven_is_not_read(monkeypatch):
    solve = bounds.milp

    def unproven(*given, **options):
        found = solve(*given, **options)
        found.mip_dual_bound = found.fun - 1
        return found

    monkeypatch.setattr(bounds, "milp", unproven)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_the_solver_stops_at_no_gap(monkeypatch):
    # Its own default is 1 in 10,000: one off at 60,000.
    solve, seen = bounds.milp, []

    def spied(*given, **keywords):
        seen.append(keywords["options"])
        return solve(*given, **keywords)

    monkeypatch.setattr(bounds, "milp", spied)
    two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])
    assert [options["mip_rel_gap"] for options in seen] == [0, 0]
