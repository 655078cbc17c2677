"""Tails of many statements, near enough in a moment: the saddlepoint of Lugannani and Rice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Nearer to the mean than so many standard deviations the formula is interpolated: there it is a
#: difference of two large numbers.
_NEAR = 0.1
#: The exponent that is looked for lies within this.
_FARTHEST = 700.0
#: Numbers that are worked on at a time.
_BLOCK = 2**20


def saddlepoint_tails(
    chances: Floats, times: Integers, rows: Integers, counts: Integers
) -> tuple[Floats, Floats]:
    """Return the chance of so many or more, and of so many or fewer, near enough.

    Parameters and what is returned are those of `exact_tails`. The formula is that for lattices,
    with its second term: its relative error falls with the number of trials, far out in the tail,
    too.

    References
    ----------
    R. Lugannani and S. Rice (1980), "Saddle point approximation for the distribution of the sum of
    independent random variables", https://doi.org/10.2307/1426607
    H. E. Daniels (1987), "Tail probability approximations", https://doi.org/10.2307/1403269

    Examples
    --------
    >>> chances, times = np.array([[0.1, 0.3]]), np.array([400, 200])
    >>> upper, lower = saddlepoint_tails(chances, times, np.zeros(1, int), np.full(1, 140))
    >>> print(f"{upper[0]:.5e}")
    8.72636e-06
    """
    upper, lower = np.empty(len(rows)), np.empty(len(rows))
    step = max(1, _BLOCK // max(1, chances.shape[1]))
    for begin in range(0, len(rows), step):
        part = slice(begin, begin + step)
        of_these, count = chances[rows[part]], counts[part]
        upper[part] = _at_least(of_these, times, count)
        # So many or fewer succeed where so many or more fail.
        lower[part] = _at_least(1 - of_these, times, times.sum() - count)
    # Both hold the number itself, so that together they are more than 1.
    return np.maximum(upper, 1 - lower), np.maximum(lower, 1 - upper)


def _at_least(chances: Floats, times: Integers, counts: Integers) -> Floats:
    """Return the chance of so many successes or more."""
    sure, open_ = (chances >= 1) @ times, (chances > 0) & (chances < 1)
    most = sure + open_ @ times
    found = np.where(counts <= sure, 1.0, 0.0)
    all_of_them = (counts == most) & (counts > sure)
    each = np.where(open_, chances, 1.0)[all_of_them]
    found[all_of_them] = np.exp(np.log(each) @ times)
    between = (counts > sure) & (counts < most)
    if between.any():
        inside = np.where(open_[between], chances[between], 0.0)
        found[between] = _lugannani_rice(inside, times, (counts - sure)[between].astype(float))
    return np.clip(found, 0, 1)


def _lugannani_rice(chances: Floats, times: Integers, counts: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        odds = np.log(chances) - np.log1p(-chances)  # −inf where there is no chance
    t = _exponents(odds, times, counts)
    w, correction = _formula(chances, odds, times, t)
    near = np.abs(w) < _NEAR
    if near.any():
        spread = 2 * _NEAR / np.sqrt((chances[near] * (1 - chances[near])) @ times)
        below = _formula(chances[near], odds[near], times, -spread)[1]
        above = _formula(chances[near], odds[near], times, spread)[1]
        share = (t[near] + spread) / (2 * spread)
        correction[near] = below + (above - below) * share
    tail: Floats = scipy.special.ndtr(-w) + np.exp(-(w**2) / 2) / np.sqrt(2 * np.pi) * correction
    return tail


def _exponents(odds: Floats, times: Integers, counts: Floats) -> Floats:
    """Return the exponent with which the mean is the count, by Newton's method kept in bounds."""
    low, high = np.full(len(counts), -_FARTHEST), np.full(len(counts), _FARTHEST)
    t = np.zeros(len(counts))
    for _ in range(100):
        tilted = scipy.special.expit(odds + t[:, None])
        beside = tilted @ times - counts
        low, high = np.where(beside < 0, t, low), np.where(beside > 0, t, high)
        with np.errstate(divide="ignore", invalid="ignore"):
            following = t - beside / ((tilted * (1 - tilted)) @ times)
        inside = (following > low) & (following < high)
        following = np.where(beside == 0, t, np.where(inside, following, (low + high) / 2))
        if np.all(np.abs(following - t) <= 1e-14 * (1 + np.abs(t))):
            break
        t = following
    return t


def _formula(chances: Floats, odds: Floats, times: Integers, t: Floats) -> tuple[Floats, Floats]:
    """Return the root of twice the exponent, and what is added to the normal tail."""
    tilted = scipy.special.expit(odds + t[:, None])
    spread = tilted * (1 - tilted)
    second = spread @ times
    third = (spread * (1 - 2 * tilted)) @ times / second**1.5
    fourth = (spread * (1 - 6 * spread)) @ times / second**2
    # 1 − q + q eᵗ, without the overflow of eᵗ.
    cumulant = np.logaddexp(np.log1p(-chances), np.log(np.maximum(chances, 1e-323)) + t[:, None])
    cumulant = np.where(chances > 0, cumulant, 0.0) @ times
    w = np.sign(t) * np.sqrt(2 * np.maximum(t * (tilted @ times) - cumulant, 0))
    deviation = np.sqrt(second)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        g = -1 / np.expm1(-t)
        slope = -np.exp(-t) * g**2
        curve = np.exp(-t) * (1 + np.exp(-t)) * g**3
        more = g * (fourth / 8 - 5 * third**2 / 24) + slope * third / (2 * deviation)
        more -= curve / (2 * second)
        return w, (g + more) / deviation - 1 / w + 1 / w**3
