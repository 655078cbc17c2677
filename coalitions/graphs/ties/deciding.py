"""From p-values to a decision: tails, many tests at once, and whether any could succeed at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels import Distribution, Observed

    Floats = NDArray[np.float64]

#: What is asked of a pair: does it share more than the null says, or less, or either.
TAILS = ("upper", "lower", "two-sided")
#: The smallest p-value that is told: what double precision holds is no nearer to 0.
SMALLEST = float(np.finfo(float).tiny)
#: How many statements are tried at most, to say how many would do; twice as many as there are are
#: tried anyway.
_TRIED = 5_000


def in_tail(upper: Floats, lower: Floats, tail: str) -> Floats:
    """Return the p-values of a tail; of both, twice the smaller one.

    Examples
    --------
    >>> in_tail(np.array([0.01, 0.8]), np.array([0.99, 0.3]), "two-sided").tolist()
    [0.02, 0.6]
    """
    found = {"upper": upper, "lower": lower}.get(tail)
    if found is None:
        found = 2 * np.minimum(upper, lower)
    return np.clip(found, SMALLEST, 1)


def settled(numbers: Floats) -> Floats:
    """Return numbers with ten digits: what another machine, that adds in another order, has too.

    Examples
    --------
    >>> settled(np.array([0.1 + 0.2, 1 / 3e20])).tolist()
    [0.3, 3.333333333e-21]
    """
    found, where = np.unique(numbers, return_inverse=True)
    return np.array([float(f"{each:.10g}") for each in found.tolist()])[where.reshape(-1)]


def settled_tails(upper: Floats, lower: Floats) -> tuple[Floats, Floats]:
    """Return both tails with ten digits; they hold the number itself both, so they are 1 or more.

    Examples
    --------
    >>> upper, lower = settled_tails(np.array([0.12345678904]), np.array([0.87654321098]))
    >>> upper.tolist(), lower.tolist()
    ([0.123456789], [0.876543211])
    """
    upper, lower = (settled(np.clip(tail, SMALLEST, 1)) for tail in (upper, lower))
    return upper, np.maximum(lower, 1 - upper)


def _bonferroni(p: Floats) -> Floats:
    return np.minimum(1, p * len(p))


def _holm(p: Floats) -> Floats:
    order = np.argsort(p, kind="stable")
    found = np.empty_like(p)
    found[order] = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    return np.minimum(1, found)


def _benjamini_hochberg(p: Floats) -> Floats:
    order = np.argsort(p, kind="stable")[::-1]
    found = np.empty_like(p)
    found[order] = np.minimum.accumulate(p[order] * (len(p) / np.arange(len(p), 0, -1)))
    return np.minimum(1, found)


#: Name → what p-values are after it, all tests taken together.
#:
#: ``bonferroni`` and ``holm`` bound the chance that any tie is false (S. Holm 1979), ``bh`` the
#: share of false ones (Y. Benjamini and Y. Hochberg 1995,
#: https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
CORRECTIONS: dict[str, Callable[[Floats], Floats]] = {
    "none": lambda p: p,
    "bonferroni": _bonferroni,
    "holm": _holm,
    "bh": _benjamini_hochberg,
}


@dataclass(frozen=True)
class Rule:
    """What decides about a tie.

    Attributes
    ----------
    model, tail, correction : str
    alpha : float
        Largest p-value of a significant tie.
    tests : int
        How many pairs are tested.
    partial : str
        What is done with lists that are known in part.

    Examples
    --------
    >>> Rule("sdsm", "upper", "none", 0.05, 100).strictest
    0.05
    >>> Rule("sdsm", "two-sided", "holm", 0.05, 100).strictest
    0.00025
    """

    model: str
    tail: str
    correction: str
    alpha: float
    tests: int
    partial: str = "left-out"

    @property
    def strictest(self) -> float:
        """The p-value in one tail that the smallest of all has to reach."""
        share = self.alpha / 2 if self.tail == "two-sided" else self.alpha
        return share if self.correction == "none" else share / max(1, self.tests)

    def corrected(self, p: Floats) -> Floats:
        """Return p-values after the correction."""
        return CORRECTIONS[self.correction](p)


def attainable(null: Distribution, observed: Observed, tail: str, times: int = 1) -> Floats:
    """Return the smallest p-value that each pair could attain with as many signatures as it has.

    ``null`` is of every statement so many ``times`` over. The p-value is that of sharing as many
    as the shorter of two records holds, or as few as can be.
    """
    fewest, most = null.reach
    one = np.ones(len(most))
    upper = lower = one
    if tail != "lower":
        upper, _ = null.tails(np.minimum(most, observed.most * times))
    if tail != "upper":
        _, lower = null.tails(np.maximum(fewest, observed.least * times))
    return settled(in_tail(upper, lower, tail))


def times_needed(null: Distribution, observed: Observed, rule: Rule) -> tuple[int, bool]:
    """Return how often every statement must be there for a pair to reach alpha, and if one does.

    Everybody would have signed the same share of them. Where no pair reaches it, the number is what
    was tried.
    """

    def reaches(times: int) -> bool:
        smallest = attainable(null.repeated(times), observed, rule.tail, times)
        return bool(rule.corrected(smallest).min(initial=1) <= rule.alpha)

    most = max(2, _TRIED // max(1, observed.signed.shape[1]))
    low, high = 1, 2
    while not reaches(high):
        if high == most:
            return most, False
        low, high = high, min(2 * high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high, True
