"""How many ties chance alone makes, at a level: what p-values can be is not all numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
#: Kinds of pair × statements up to which p-values that can be attained are looked for: of more
#: statements these lie so close that little is gained.
_LOOKED_FOR = 10**6
#: What null models have a number of for each pair.
_OF_PAIRS = ("first", "second", "n", "a", "b")


def ties_by_chance(
    null: Distribution, observed: Observed, smallest: Floats, rule: Rule
) -> dict[float, float]:
    r"""Return how many ties chance alone makes on average, at each level, if nothing is corrected.

    Two can share whole numbers of statements only, and no more than the shorter of their records:
    a pair reaches a level :math:`\alpha` with the chance
    :math:`\max \{ P(X \ge s) \le \alpha \}`, which is often far below :math:`\alpha`, or 0. The
    number is the sum of these over all pairs. Of tables drawn at random, of intervals of p-values,
    and of many statements and kinds of pair, it is the level times the pairs that can reach it at
    all, which is no smaller.

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
    bound = {level: level * int((smallest <= level).sum()) for level in levels}
    if rule.partial == "bounds" or isinstance(null, Drawn):
        return bound
    kinds = _kinds(null, observed)
    if len(kinds.first) * observed.signed.shape[1] > _LOOKED_FOR:
        return bound
    lowest = smallest[kinds.first]
    return {level: _attained(kinds, lowest, rule.tail, level) for level in levels}


class _Kinds(NamedTuple):
    """Kinds of pair: the null model of one each, what it can share, its place, and its number."""

    null: Distribution
    fewest: Integers
    most: Integers
    first: Integers
    number: Integers


def _kinds(null: Distribution, observed: Observed) -> _Kinds:
    """Return pairs that are alike to a null model, and can share as many, as one."""
    own = {name: getattr(null, name) for name in _OF_PAIRS if hasattr(null, name)}
    code = np.zeros(len(observed.least), np.int64)
    for numbers in (*own.values(), observed.least, observed.most):
        code = np.unique(code * (int(numbers.max(initial=0)) + 1) + numbers, return_inverse=True)[1]
    _, first, number = np.unique(code, return_index=True, return_counts=True)
    one: Distribution = replace(null, **{name: each[first] for name, each in own.items()})  # type: ignore[type-var] # each model is a dataclass
    fewest, most = one.reach
    fewest = np.maximum(fewest, observed.least[first])
    return _Kinds(one, fewest, np.minimum(most, observed.most[first]), first, number)


def _attained(kinds: _Kinds, smallest: Floats, tail: str, level: float) -> float:
    """Return the sum over pairs of the largest p-value up to a level that each can attain."""
    if not (smallest <= level).any():
        return 0.0
    sides, share = (("upper", "lower"), level / 2) if tail == "two-sided" else ((tail,), level)
    total = sum(float(kinds.number @ _largest_within(kinds, share, side)) for side in sides)
    return float(f"{total:.10g}")


def _largest_within(kinds: _Kinds, share: float, side: str) -> Floats:
    """Return the largest p-value of one tail, up to a share, that each kind can attain; 0 of none.

    A tail is monotone: how many are shared where it first is small enough is found by halving.
    """
    fewest, most = kinds.fewest, kinds.most
    steps = most - fewest

    def tail_at(step: Integers) -> Floats:
        upper, lower = settled_tails(
            *kinds.null.tails(fewest + step if side == "upper" else most - step)
        )
        return upper if side == "upper" else lower

    low, high = np.zeros_like(steps), steps + 1
    while (low < high).any():
        middle = np.minimum((low + high) // 2, steps)
        within = tail_at(middle) <= share
        low = np.where(within, low, np.minimum(middle + 1, high))
        high = np.where(within, middle, high)
    found: Floats = np.where(high > steps, 0.0, tail_at(np.minimum(high, steps)))
    return found
