"""How many of several statements two sign, each with a chance of its own: exact tails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Numbers that are worked on at a time: what a core's cache holds.
_BLOCK = 2**15


def exact_tails(
    chances: Floats, times: Integers, rows: Integers, counts: Integers
) -> tuple[Floats, Floats]:
    r"""Return the chance of so many or more, and of so many or fewer, by dynamic programming.

    Trial by trial, :math:`P_{n}(k) = (1 - q_n) P_{n-1}(k) + q_n P_{n-1}(k-1)`. Only what is not
    negative is added, so that a tail of 1e−30 has as many digits as one of .5: a Fourier transform
    loses them all.

    Parameters
    ----------
    chances : float array, shape (distributions, kinds of trial)
        Chance of success (0 to 1).
    times : int array, shape (kinds of trial,)
        How many trials of each kind there are.
    rows, counts : int arrays of one shape
        Which distribution is asked, and for which number of successes (0 to the number of trials).

    Returns
    -------
    upper, lower : float arrays

    References
    ----------
    Y. Hong (2013), "On computing the distribution function for the Poisson binomial distribution",
    https://doi.org/10.1016/j.csda.2012.10.006

    Examples
    --------
    >>> chances = np.array([[.123, .234, .345, .456, .567, .678, .789, .801, .911]])
    >>> upper, lower = exact_tails(chances, np.ones(9, int), np.zeros(1, int), np.full(1, 5))
    >>> round(float(upper[0]), 7), round(float(lower[0]), 7)
    (0.6283854, 0.6791345)
    """
    upper, lower = np.empty(len(rows)), np.empty(len(rows))
    highest = np.zeros(len(chances), np.int64)
    np.maximum.at(highest, rows, counts)
    # Distributions of which as many successes are asked, side by side; a query follows its own.
    order = np.argsort(highest, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    queries = np.argsort(place[rows], kind="stable")
    at = place[rows][queries]
    begin = 0
    while begin < len(order):
        end = begin + _as_many_as_fit(highest[order[begin:]])
        asked = queries[slice(*np.searchsorted(at, (begin, end)))]
        tails = _tables(chances[order[begin:end]], times, int(highest[order[end - 1]]))
        for found, table in zip((upper, lower), tails, strict=True):
            found[asked] = table[counts[asked], place[rows[asked]] - begin]
        begin = end
    return upper, lower


def _as_many_as_fit(highest: Integers) -> int:
    """Return how many distributions are worked on at once: they are in order of their length."""
    fit = np.searchsorted((highest + 2) * np.arange(1, len(highest) + 1), _BLOCK, side="right")
    return max(1, int(fit))


def _tables(chances: Floats, times: Integers, highest: int) -> tuple[Floats, Floats]:
    """Return both tails of each distribution (columns) for 0 to ``highest`` successes (rows)."""
    exactly = np.zeros((highest + 1, len(chances)))
    exactly[0] = 1
    beyond = np.zeros(len(chances))
    done = 0
    for chance, repeated in zip(chances.T, times.tolist(), strict=True):
        other = 1 - chance
        for _ in range(repeated):
            beyond += exactly[highest] * chance
            done = min(done + 1, highest)
            more = exactly[:done] * chance
            exactly[: done + 1] *= other
            exactly[1 : done + 1] += more
    upper = exactly[::-1].cumsum(axis=0)[::-1] + beyond
    return upper, exactly.cumsum(axis=0)
