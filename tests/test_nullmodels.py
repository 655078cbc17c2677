"""Null models against enumeration, rational arithmetic, and the numbers of R's backbone."""

from __future__ import annotations

import csv
import math
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from coalitions.graphs.nullmodels import MODELS, Observed, draws, null_distribution
from coalitions.graphs.nullmodels.configuration import configuration
from coalitions.graphs.nullmodels.hypergeometric import FixedFill, FixedRows
from coalitions.graphs.nullmodels.independent import Independent, fixedcol, sdsm
from coalitions.graphs.nullmodels.poissonbinomial import exact_tails
from coalitions.graphs.nullmodels.saddlepoint import saddlepoint_tails
from coalitions.graphs.nullmodels.trades import Drawn, as_many_as_needed

REFERENCE = Path(__file__).parent / "reference"
TOY = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], bool)


def table_of(name: str) -> np.ndarray:
    with (REFERENCE / name).open(encoding="utf-8") as file:
        rows = [row[1:] for row in list(csv.reader(file))[1:]]
    return np.array([[math.nan if cell == "NA" else float(cell) for cell in row] for row in rows])


DAVIS = table_of("davis.csv") == 1


def observed(signed, universe=None, could=None) -> Observed:
    signed = np.asarray(signed, bool)
    many = len(signed) if universe is None else universe
    could = None if could is None else np.asarray(could, bool)
    return Observed(signed, np.full(signed.shape[1], many), could)


def one(tail: np.ndarray) -> float:
    return float(tail[0])


def asked(chances, counts):
    """Return the arguments for one distribution of single trials."""
    counts = np.asarray(counts)
    return np.array([chances]), np.ones(len(chances), int), np.zeros(len(counts), int), counts


def tables_with_margins(signed, could):
    """Return every table with the margins of one, where it may be signed."""
    rows, columns = signed.shape
    found = np.array(list(product([False, True], repeat=rows * columns))).reshape(-1, rows, columns)
    fits = (found.sum(axis=2) == signed.sum(axis=1)).all(axis=1)
    fits &= (found.sum(axis=1) == signed.sum(axis=0)).all(axis=1)
    return found[fits & (could | ~found).all(axis=(1, 2))]


# The tails, against rational arithmetic


def rational_tails(chances, count):
    exactly = [Fraction(1)]
    for chance in map(Fraction, chances):
        before = [Fraction(0), *exactly]
        exactly = [p * (1 - chance) for p in [*exactly, Fraction(0)]]
        exactly = [p + q * chance for p, q in zip(exactly, before, strict=True)]
    return float(sum(exactly[count:])), float(sum(exactly[: count + 1]))


def test_poisson_binomial_tails_are_exact() -> None:
    chances = [0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911]
    upper, lower = exact_tails(*asked(chances, [5]))
    assert one(lower) == pytest.approx(0.6791345, abs=5e-8)
    assert one(upper) == pytest.approx(0.6283854, abs=5e-8)


@pytest.mark.parametrize("scale", [1e-3, 0.1, 1])
def test_poisson_binomial_tails_have_all_digits_far_out(scale) -> None:
    chances = np.random.default_rng(3).random(25) * scale
    counts = [0, 1, 7, 15, 24, 25]
    upper, lower = exact_tails(*asked(chances, counts))
    for n, count in enumerate(counts):
        more, fewer = rational_tails(chances, count)
        assert upper[n] == pytest.approx(more, rel=1e-12, abs=0)
        assert lower[n] == pytest.approx(fewer, rel=1e-12, abs=0)
    assert upper.min() < 1e-12


def test_many_distributions_are_asked_at_once_in_any_order() -> None:
    random = np.random.default_rng(0)
    chances, times = random.random((300, 12)), random.integers(1, 12, 12)
    rows = random.integers(0, 300, 2000)
    counts = random.integers(0, times.sum() + 1, 2000)
    upper, lower = exact_tails(chances, times, rows, counts)
    for n in range(0, 2000, 97):
        alone = asked(np.repeat(chances[rows[n]], times), [counts[n]])
        found = exact_tails(*alone)
        assert (upper[n], lower[n]) == pytest.approx((one(found[0]), one(found[1])), rel=1e-12)


@given(st.integers(1, 40), st.data())
@settings(max_examples=40)
def test_hypergeometric_tails_are_exact(n, data) -> None:
    a, b = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    low, high = max(0, a + b - n), min(a, b)
    count = data.draw(st.integers(low, high))
    chance = [
        Fraction(math.comb(a, k) * math.comb(n - a, b - k), math.comb(n, b))
        for k in range(high + 1)
    ]
    upper, lower = FixedRows(*map(np.atleast_1d, (n, a, b))).tails(np.array([count]))
    assert one(upper) == pytest.approx(float(sum(chance[count:])), rel=1e-12)
    assert one(lower) == pytest.approx(float(sum(chance[: count + 1])), rel=1e-12)


@given(st.integers(1, 9), st.integers(2, 6), st.data())
@settings(max_examples=40)
def test_tails_of_fixed_fill_are_exact(n, rows, data) -> None:
    signatures = data.draw(st.integers(0, n * rows))
    ways = [
        sum(
            math.comb(n, k)
            * math.comb(n - k, s)
            * 2**s
            * math.comb(n * (rows - 2), signatures - 2 * k - s)
            for s in range(n - k + 1)
            if signatures >= 2 * k + s
        )
        for k in range(n + 1)
    ]
    assert sum(ways) == math.comb(n * rows, signatures)
    model = FixedFill(np.array([n]), n * rows, signatures)
    low, high = (one(each) for each in model.reach)
    for count in range(int(low), int(high) + 1):
        upper, lower = model.tails(np.array([count]))
        assert one(upper) == pytest.approx(float(Fraction(sum(ways[count:]), sum(ways))), rel=1e-11)
        assert one(lower) == pytest.approx(
            float(Fraction(sum(ways[: count + 1]), sum(ways))), rel=1e-11
        )
    mean = sum(k * w for k, w in enumerate(ways)) / sum(ways)
    assert one(model.expected) == pytest.approx(mean, rel=1e-12)


@pytest.mark.parametrize(("n", "bar"), [(30, 1e-2), (300, 1e-4), (2000, 2e-6)])
def test_the_saddlepoint_is_near_enough(n, bar) -> None:
    random = np.random.default_rng(1)
    chances = random.uniform(0.2, 0.7, n)
    counts = np.arange(n // 8, n - n // 8, max(1, n // 60))
    exact, near = exact_tails(*asked(chances, counts)), saddlepoint_tails(*asked(chances, counts))
    for truth, found in zip(exact, near, strict=True):
        told = truth > 1e-12
        assert told.sum() > 10
        assert np.abs(found[told] / truth[told] - 1).max() < bar


def test_the_saddlepoint_knows_what_is_sure() -> None:
    chances, times = np.array([[1.0, 0.0, 0.5]]), np.array([3, 4, 2])
    counts = np.arange(8)
    exact = exact_tails(chances, times, np.zeros(8, int), counts)
    near = saddlepoint_tails(chances, times, np.zeros(8, int), counts)
    sure = [0, 1, 2, 3, 6, 7]  # 3 are sure, 2 more are open
    np.testing.assert_allclose(near[0][sure], exact[0][sure], rtol=1e-12)
    np.testing.assert_allclose(
        near[1][[0, 1, 2, 5, 6, 7]], exact[1][[0, 1, 2, 5, 6, 7]], rtol=1e-12
    )


# The numbers of R's backbone


@pytest.mark.parametrize("model", ["fixedfill", "fixedrow"])
def test_exact_models_are_those_of_backbone(model) -> None:
    women = observed(DAVIS)
    theirs = table_of(f"davis_{model}_upper.csv")[women.pairs]
    ours = null_distribution(women, model).tails(women.shared)[0]
    told = ~np.isnan(theirs)
    assert told.sum() == 139
    assert women.shared.sum() == 322
    np.testing.assert_allclose(ours[told], theirs[told], atol=1e-12, rtol=0)


def test_chances_are_those_of_backbone_and_of_bicm() -> None:
    chances = configuration(observed(DAVIS)).full
    np.testing.assert_allclose(chances, table_of("davis_bicm.csv"), atol=6e-7)
    np.testing.assert_allclose(chances, table_of("davis_bicm_package.csv"), atol=1e-8)
    three = configuration(observed([[0, 0, 1], [0, 1, 0], [1, 0, 1]])).full
    theirs = [[0.21577928, 0.21577928, 0.56844144]] * 2 + [[0.56844144, 0.56844144, 0.86311711]]
    np.testing.assert_allclose(three, theirs, atol=1e-8)


def approximated(chances: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return tails of pairs (rows) by the refined normal approximation that backbone has."""
    variance = (chances * (1 - chances)).sum(axis=1)
    skew = (chances * (1 - chances) * (1 - 2 * chances)).sum(axis=1) / variance**1.5

    def lower(edge: np.ndarray) -> np.ndarray:
        x = (edge - chances.sum(axis=1)) / np.sqrt(variance)
        return np.clip(norm.cdf(x) + skew * (1 - x**2) * norm.pdf(x) / 6, 0, 1)

    return 1 - lower(counts - 0.5), lower(counts + 0.5)


def test_what_backbone_approximates_are_these_distributions() -> None:
    women = observed(DAVIS)
    i, j = women.pairs
    chances = configuration(women).full
    upper, lower = approximated(chances[i] * chances[j], women.shared)
    sizes = DAVIS.sum(axis=0)
    both = np.tile(sizes * (sizes - 1) / (18 * 17), (len(i), 1))
    for name, ours in (
        ("davis_sdsm_upper.csv", upper),
        ("davis_sdsm_lower.csv", lower),
        ("davis_fixedcol_upper.csv", approximated(both, women.shared)[0]),
    ):
        theirs = table_of(name)[i, j]
        told = ~np.isnan(theirs)
        assert told.sum() == 139
        np.testing.assert_allclose(ours[told], theirs[told], atol=1e-8)
    # And the approximation is none of a p-value that decides: exact, another pair has the smallest.
    exact = sdsm(women).tails(women.shared)[0]
    assert exact.argmin() != upper.argmin()
    assert (float(exact.min()), float(upper.min())) == pytest.approx((0.08837, 0.09742), abs=5e-6)


@pytest.mark.parametrize("model", MODELS)
def test_a_hundred_and_three_thousand_are_not_too_many(model) -> None:
    signed = np.zeros(100 * 3035, bool)
    signed[np.random.default_rng(0).choice(signed.size, 19_060, replace=False)] = True
    these = observed(signed.reshape(100, 3035))
    null = Drawn(these, 20, 0) if model == "fdsm" else null_distribution(these, model)
    upper, lower = null.tails(these.shared)
    assert len(upper) == 4950
    assert ((upper > 0) & (upper <= 1) & (lower > 0) & (lower <= 1)).all()
    assert (upper + lower >= 1).all()
    # Nothing but chance is at work: half of the pairs share more than on average; fewer do where
    # lists are as long as they are on average alone, as then some are longer.
    assert 0.4 - 0.2 * (model == "sdsm") < (these.shared > null.expected).mean() < 0.6


@pytest.mark.parametrize(
    ("model", "upper", "lower"),
    [
        ("fixedrow", [1, 0.5, 1], [0.25, 1, 0.5]),
        ("fixedcol", [1, 1 / 9, 1], [4 / 9, 1, 4 / 9]),
        ("fixedfill", [1, 160 / 924, 1], [248 / 924, 920 / 924, 248 / 924]),
    ],
)
def test_the_toy_by_hand(model, upper, lower) -> None:
    toy = observed(TOY)
    found = null_distribution(toy, model).tails(toy.shared)
    np.testing.assert_allclose(found[0], upper, rtol=1e-12)
    np.testing.assert_allclose(found[1], lower, rtol=1e-12)


def test_fixed_fill_is_what_enumeration_finds() -> None:
    shared = np.zeros(5, int)
    for places in combinations(range(12), 6):
        table = np.zeros(12, bool)
        table[list(places)] = True
        rows = table.reshape(3, 4)
        shared[(rows[0] & rows[1]).sum()] += 1
    assert shared.sum() == 924
    assert (shared[2:].sum(), shared[:1].sum(), shared[:3].sum()) == (160, 248, 920)


# The bipartite configuration model


def margins_hold(signed, chances) -> bool:
    return all(
        np.allclose(signed.sum(axis=axis), chances.sum(axis=axis), rtol=1e-12, atol=1e-12)
        for axis in (0, 1)
    )


def test_chances_keep_the_margins() -> None:
    random = np.random.default_rng(0)
    for rows, columns, share in ((193, 30, 0.3), (20, 30, 0.03), (40, 25, 0.97), (9, 300, 0.5)):
        signed = random.random((rows, columns)) < share * random.random((rows, 1)) * 2
        chances = configuration(observed(signed)).full
        assert margins_hold(signed, chances)
        assert ((chances >= 0) & (chances <= 1)).all()


@given(
    st.lists(st.booleans(), min_size=12, max_size=12),
    st.lists(st.booleans(), min_size=12, max_size=12),
)
@settings(max_examples=60)
def test_what_the_margins_leave_no_choice_of_is_sure(cells, closed) -> None:
    # A cell is 0 or 1 exactly where all tables with these margins agree on it, and no other is.
    signed = np.array(cells).reshape(3, 4)
    could = signed | ~np.array(closed).reshape(3, 4)
    chances = configuration(observed(signed, could=could)).full
    every = tables_with_margins(signed, could)
    same = (every == every[0]).all(axis=0)
    assert ((chances == every[0]) == same).all()
    assert margins_hold(signed, chances)
    assert (chances[~could] == 0).all()


def test_nested_lists_have_chances_though_the_equations_have_no_solution() -> None:
    nested = np.array([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]], bool)
    expected = np.full((4, 4), 0.5)
    expected[:2, :2], expected[2:, 2:] = 1, 0
    np.testing.assert_allclose(configuration(observed(nested)).full, expected, atol=1e-12)


@pytest.mark.parametrize(
    "signed",
    [np.ones((3, 4)), np.zeros((3, 4)), np.eye(3), np.ones((1, 3)), np.tri(4), np.ones((3, 1))],
)
@pytest.mark.parametrize("model", MODELS)
def test_empty_and_full_rows_and_columns_have_a_result(model, signed) -> None:
    these = observed(signed)
    null = null_distribution(these, model)
    upper, lower = null.tails(these.shared)
    assert ((upper > 0) & (upper <= 1) & (lower > 0) & (lower <= 1)).all()
    assert (upper + lower >= 1).all()
    low, high = null.reach
    assert ((low <= these.shared) & (these.shared <= high)).all()
    if np.isin(signed.sum(axis=1), (0, signed.shape[1])).all() and model not in {
        "fixedfill",
        "fixedcol",
    }:
        assert (upper == 1).all()
        assert (lower == 1).all()
        np.testing.assert_allclose(null.expected, these.shared)


def test_fixed_columns_count_whoever_could_have_signed() -> None:
    more = observed(TOY, universe=5)
    # Sizes 2, 1, 1, 2 of 5: both of a pair with 1/10, 0, 0, 1/10.
    upper, lower = fixedcol(more).tails(more.shared)
    np.testing.assert_allclose(upper, [1, 0.01, 1])
    np.testing.assert_allclose(lower, [0.81, 1, 0.81])


# Tables drawn by trades


def test_every_table_is_drawn_as_often_as_another() -> None:
    every = tables_with_margins(TOY, np.ones_like(TOY))
    assert len(every) == 8
    drawn = np.concatenate(list(draws(observed(TOY), 8000, 5)))
    assert len(drawn) == 8000
    which = (drawn[:, None] == every[None]).all(axis=(2, 3))
    assert (which.sum(axis=1) == 1).all()
    # A binomial of 8000 and 1/8 lies within five standard deviations (30 each) of 1000.
    assert np.abs(which.sum(axis=0) - 1000).max() < 150


def test_p_values_of_draws_are_those_of_enumeration() -> None:
    toy = observed(TOY)
    upper, lower = null_distribution(toy, "fdsm", 0.01).tails(toy.shared)
    # Over the 8 tables; 9,900 are drawn: standard errors of .005 at most.
    np.testing.assert_allclose(upper, [1, 0.25, 1], atol=0.02)
    np.testing.assert_allclose(lower, [0.5, 1, 0.75], atol=0.02)


def test_draws_are_the_same_every_time_and_keep_what_could_not_be_signed() -> None:
    random = np.random.default_rng(2)
    signed = random.random((7, 11)) < 0.4
    could = signed | (random.random((7, 11)) < 0.7)
    for these in (observed(signed, could=could), observed(signed.T, could=could.T)):
        one_time, again = (np.concatenate(list(draws(these, 100, 1))) for _ in range(2))
        assert (one_time == again).all()
        assert not (one_time & ~these.permitted).any()
        assert (one_time.sum(axis=1) == these.signed.sum(axis=0)).all()
        assert (one_time != these.signed).any()


def test_more_is_drawn_for_smaller_p_values_as_far_as_that_is_of_use() -> None:
    women = observed(DAVIS)
    assert as_many_as_needed(women, 0.05) == 1900
    assert as_many_as_needed(women, 0.05 / 153) == 305_900
    assert as_many_as_needed(women, 1e-9) == 10_000  # no number that can be drawn reaches that
    large = observed(np.zeros((100, 3035)))
    assert as_many_as_needed(large, 0.05) == 1000


# Who could not have signed


def test_what_one_could_not_sign_is_not_in_the_universe_of_its_pairs() -> None:
    signed = np.array([[1, 1, 1, 0, 0, 0], [1, 1, 0, 0, 0, 1], [0, 0, 1, 1, 0, 0]], bool)
    could = np.ones_like(signed)
    could[1, 2:4] = False
    these = observed(signed, could=could)
    assert these.possible.tolist() == [4, 6, 4]
    assert [sizes.tolist() for sizes in these.sizes] == [[2, 3, 3], [3, 2, 0]]
    # Of the four statements that both could sign the first signed 2, the second 3; they share 2.
    upper, _ = null_distribution(these, "fixedrow").tails(these.shared)
    assert one(upper) == pytest.approx(1 / 2)
    expected = sdsm(these).expected
    chances = configuration(these).full
    np.testing.assert_allclose(expected[0], chances[0] @ chances[1])
    assert (chances[1, 2:4] == 0).all()


# Many statements


def test_tails_of_many_statements_are_near_and_can_be_exact() -> None:
    random = np.random.default_rng(4)
    chances = random.uniform(0.2, 0.6, (3, 20))
    pairs = np.array([0, 0, 1]), np.array([1, 2, 2])
    null = Independent(*pairs, chances, np.ones(20), np.full(20, 40))
    counts = np.array([150, 20, 133])
    assert null.approximate(counts).tolist() == [True, False, True]
    rough = null.tails(counts)
    exact = null.sharpened(counts, np.arange(3))
    assert rough[0][1] == pytest.approx(exact[0][1], rel=1e-13)
    for near, truth in zip(rough, exact, strict=True):
        np.testing.assert_allclose(near, truth, rtol=1e-5)
    assert not null.repeated(1).approximate(np.array([20, 20, 20])).any()
