"""How many ties chance alone makes, at a level: what p-values can be is not all numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.graphs.nullmodels import Drawn
from coalitions.graphs.ties.deciding import settled_tails

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels import Distribution, Observed
    from coalitions.graphs.ties.deciding import Rule

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Levels of significance that are looked at beside that of a table.
LEVELS = (0.1, 0.05, 0.01, 0.001)
#: Pairs × statements up to which p-values that can be attained are looked for: of more statements
#: these lie so close that little is gained.
_LOOKED_FOR = 10**6


def ties_by_chance(
    null: Distribution, observed: Observed, smallest: Floats, rule: Rule
) -> dict[float, float]:
    r"""Return how many ties chance alone makes on average, at each level, if nothing is corrected.

    Two can share whole numbers of statements only, and no more than the shorter of their records:
    a pair reaches a level :math:`\alpha` with the chance
    :math:`\max \{ P(X \ge s) \le \alpha \}`, which is often far below :math:`\alpha`, or 0. The
    number is the sum of these over all pairs. Of tables drawn at random, of intervals of p-values,
    and of many pairs and statements, it is the level times the pairs that can reach it at all,
    which is no smaller.

    Parameters
    ----------
    null : Distribution
    observed : Observed
    smallest : float array
        The smallest p-value that each pair could attain.
    rule : Rule

    Returns
    -------
    dict
        Level, of `LEVELS` and the rule's own, → number of ties; empty where p-values are corrected.

    Examples
    --------
    >>> from coalitions.graphs.nullmodels import Observed, null_distribution
    >>> from coalitions.graphs.ties.deciding import Rule, attainable
    >>> toy = np.zeros((2, 20), bool)
    >>> toy[:, :2] = True
    >>> observed = Observed(toy, np.full(20, 2))
    >>> null = null_distribution(observed, "fixedrow")
    >>> rule = Rule("fixedrow", "upper", "none", 0.05, 1)
    >>> ties_by_chance(null, observed, attainable(null, observed, "upper"), rule)
    {0.1: 0.005263157895, 0.05: 0.005263157895, 0.01: 0.005263157895, 0.001: 0.0}
    """
    if rule.correction != "none":
        return {}
    levels = sorted({*LEVELS, rule.alpha}, reverse=True)
    many = observed.signed.shape[1] * len(smallest) > _LOOKED_FOR
    if many or rule.partial == "bounds" or isinstance(null, Drawn):
        return {level: level * int((smallest <= level).sum()) for level in levels}
    return {level: _attained(null, observed, smallest, rule.tail, level) for level in levels}


def _attained(
    null: Distribution, observed: Observed, smallest: Floats, tail: str, level: float
) -> float:
    """Return the sum over pairs of the largest p-value up to a level that each can attain."""
    if not (smallest <= level).any():
        return 0.0
    sides, share = (("upper", "lower"), level / 2) if tail == "two-sided" else ((tail,), level)
    total = sum(float(_largest_within(null, observed, share, side).sum()) for side in sides)
    return float(f"{total:.10g}")


def _largest_within(null: Distribution, observed: Observed, share: float, side: str) -> Floats:
    """Return the largest p-value of one tail, up to a share, that each pair can attain; 0 of none.

    A tail is monotone: how many are shared where it first is small enough is found by halving.
    """
    fewest, most = null.reach
    fewest, most = np.maximum(fewest, observed.least), np.minimum(most, observed.most)
    steps = most - fewest

    def tail_at(step: Integers) -> Floats:
        upper, lower = settled_tails(*null.tails(fewest + step if side == "upper" else most - step))
        return upper if side == "upper" else lower

    low, high = np.zeros_like(steps), steps + 1
    while (low < high).any():
        middle = np.minimum((low + high) // 2, steps)
        within = tail_at(middle) <= share
        low = np.where(within, low, np.minimum(middle + 1, high))
        high = np.where(within, middle, high)
    found: Floats = np.where(high > steps, 0.0, tail_at(np.minimum(high, steps)))
    return found
