"""Ties against null models, beside the textbook's way, in one run; and how near the saddlepoint is.

30 statements × 193 states, of unequal sizes. The textbook convolves the chances of each pair one
after another, in pure Python, and trades between sets (curveball); it is slow enough that only some
of its pairs and samples are made, and its time is scaled up. Both give the same numbers.
"""

from __future__ import annotations

import random
import time

import numpy as np

from coalitions.graphs.nullmodels import MODELS, Observed, draws, null_distribution
from coalitions.graphs.nullmodels.configuration import configuration
from coalitions.graphs.nullmodels.independent import FEW
from coalitions.graphs.nullmodels.poissonbinomial import exact_tails
from coalitions.graphs.nullmodels.saddlepoint import saddlepoint_tails

STATES, STATEMENTS, PAIRS, SAMPLES, RUNS = 193, 30, 300, 40, 5
#: Longer lists: 195 states of 6,000 statements.
LONG = 195, 6_000, 0.6
#: A hundred members and three thousand items, with so many ones.
MANY = 100, 3_035, 19_060
#: From so many statements on tails of few that are shared are not asked of the saddlepoint.
LEAST = 100


def main() -> None:
    """Print ratios and errors, and check that both ways give the same."""
    generator = np.random.default_rng(0)
    signed = generator.random((STATES, STATEMENTS)) < 0.8 * generator.random((STATES, 1))
    _stochastic(signed)
    _fixed(signed)
    _long(generator)
    _many(generator)
    _saddlepoint(generator)


def _observed(signed: np.ndarray) -> Observed:
    return Observed(signed, np.full(signed.shape[1], len(signed)))


def _stochastic(signed: np.ndarray) -> None:
    ours = []
    for _ in range(RUNS):
        start = time.perf_counter()
        observed = _observed(signed)
        upper, _ = null_distribution(observed, "sdsm").tails(observed.shared)
        ours.append(time.perf_counter() - start)
    start = time.perf_counter()
    chances = _textbook_chances(signed)
    found = [
        _textbook_tail(chances[i], chances[j], int(observed.shared[n]))
        for n, (i, j) in enumerate(zip(*(each[:PAIRS] for each in observed.pairs), strict=True))
    ]
    theirs = (time.perf_counter() - start) * len(upper) / PAIRS
    np.testing.assert_allclose(upper[:PAIRS], found, rtol=1e-6)
    print(f"sdsm, coalitions: {min(ours):9.4f} s for {len(upper):,} pairs (at most 0.1 is the bar)")
    print(f"sdsm, textbook:   {theirs:9.1f} s, scaled up from {PAIRS} pairs")
    print(f"ratio:            {theirs / min(ours):9.0f} (at least 1,000 is the bar)")


def _textbook_chances(signed: np.ndarray) -> list[list[float]]:
    """Solve the equations of the configuration model by going round, cell by cell."""
    rows, columns = signed.sum(axis=1).tolist(), signed.sum(axis=0).tolist()
    x = [each / sum(rows) ** 0.5 for each in rows]
    y = [each / sum(rows) ** 0.5 for each in columns]
    for _ in range(300):
        x = [
            d / sum(b / (1 + a * b) for b in y) if d else 0.0 for d, a in zip(rows, x, strict=True)
        ]
        y = [
            c / sum(a / (1 + a * b) for a in x) if c else 0.0
            for c, b in zip(columns, y, strict=True)
        ]
    return [[a * b / (1 + a * b) for b in y] for a in x]


def _textbook_tail(one: list[float], other: list[float], shared: int) -> float:
    exactly = [1.0]
    for a, b in zip(one, other, strict=True):
        q = a * b
        exactly = [
            p * (1 - q) + r * q for p, r in zip([*exactly, 0.0], [0.0, *exactly], strict=True)
        ]
    return sum(exactly[shared:])


def _fixed(signed: np.ndarray) -> None:
    observed = _observed(signed)
    number = 2_000
    start = time.perf_counter()
    drawn = sum(len(tables) for tables in draws(observed, number, 0))
    ours = (time.perf_counter() - start) / drawn
    dice = random.Random(0)  # noqa: S311 - no secret
    start = time.perf_counter()
    for _ in range(SAMPLES):
        _textbook_curveball(signed.T, dice)
    theirs = (time.perf_counter() - start) / SAMPLES
    print(f"fdsm, coalitions: {ours * 1000:9.3f} ms a sample, of {drawn:,}")
    print(f"fdsm, textbook:   {theirs * 1000:9.3f} ms a sample, of {SAMPLES}")
    print(f"ratio:            {theirs / ours:9.1f} (at least 8 is the bar)")


def _textbook_curveball(table: np.ndarray, dice: random.Random) -> np.ndarray:
    """Trade five times as often as there are rows, from what is observed."""
    rows = [set(np.flatnonzero(row).tolist()) for row in table]
    for _ in range(5 * len(rows)):
        i, j = dice.sample(range(len(rows)), 2)
        both = rows[i] & rows[j]
        pool = sorted(rows[i] ^ rows[j])
        dice.shuffle(pool)
        mine = len(rows[i]) - len(both)
        rows[i], rows[j] = both | set(pool[:mine]), both | set(pool[mine:])
    drawn = np.zeros_like(table)
    for n, row in enumerate(rows):
        drawn[n, list(row)] = True
    return drawn


def _long(generator: np.random.Generator) -> None:
    rows, columns, share = LONG
    signed = generator.random((rows, columns)) < 2 * share * generator.random((rows, 1))
    start = time.perf_counter()
    observed = _observed(signed)
    null_distribution(observed, "sdsm").tails(observed.shared)
    print(f"sdsm, {rows} × {columns:,}: {time.perf_counter() - start:6.2f} s")
    chances = configuration(observed).full
    beside = np.abs(chances.sum(axis=1) - signed.sum(axis=1)).max()
    print(f"margins are kept to {beside:.1e}")


def _many(generator: np.random.Generator) -> None:
    rows, columns, ones = MANY
    signed = np.zeros(rows * columns, bool)
    signed[generator.choice(signed.size, ones, replace=False)] = True
    for model in MODELS:
        start = time.perf_counter()
        observed = _observed(signed.reshape(rows, columns))
        null_distribution(observed, model).tails(observed.shared)
        print(f"{model}, {rows} × {columns:,}: {time.perf_counter() - start:6.2f} s")


def _saddlepoint(generator: np.random.Generator) -> None:
    """Print the worst relative error of tails down to 1e−12, over chances as the null has them."""
    for number, bar in ((30, 1e-2), (300, 1e-4), (1_000, 1e-4)):
        worst = 0.0
        for _ in range(20):
            signed = generator.random((40, number)) < generator.uniform(0.2, 0.9, (40, 1))
            chances = configuration(_observed(signed)).full
            q = (chances[:1] * chances[1:2]).reshape(1, -1)
            counts, few = np.arange(number + 1), 0 if number < LEAST else FEW
            asked = q, np.ones(number, np.int64), np.zeros(number + 1, np.int64), counts
            for exact, near in zip(exact_tails(*asked), saddlepoint_tails(*asked), strict=True):
                # Down to 1e−12, and of many statements where they are not exact anyway.
                told = (exact > 1e-12) & (few <= counts) & (counts <= number - few)
                worst = max(worst, float(np.abs(near[told] / exact[told] - 1).max()))
        print(f"saddlepoint, {number:5,} statements: worst relative error {worst:.1e} ({bar:.0e})")


if __name__ == "__main__":
    main()
