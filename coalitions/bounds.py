"""What incomplete lists allow: integers in, exact intervals out.

A statement declares *n* signatories and names *k* of them; the other *n* − *k* are some of the
members of the universe that it does not name. Every bound here is attained by some completion of
the lists, and no completion lies outside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


class Interval(NamedTuple):
    """The smallest and the largest value that the lists allow, both attained.

    Examples
    --------
    >>> print(Interval(19, 45), Interval(37, 37))
    19–45 37
    """

    low: int
    high: int

    def __str__(self) -> str:
        """Return ``19–45``, or ``37`` where both ends are the same."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


def overlap_bounds(  # noqa: PLR0913 - the six numbers that the formula needs
    shared: Integers | int,
    only_a: Integers | int,
    only_b: Integers | int,
    unnamed_a: Integers | int,
    unnamed_b: Integers | int,
    universe: int,
) -> tuple[Integers, Integers]:
    r"""Return the smallest and largest size of A ∩ B, element by element.

    With *s* named in both, *p* named in B alone, *q* named in A alone, *a* and *b* unnamed, and
    *r* members of the universe named in neither,

    .. math::
        s + \max(0, a + b - r) \le |A \cap B| \le
        s + \min(a, p) + \min(b, q) + \min(a - \min(a, p), b - \min(b, q)).

    Parameters
    ----------
    shared, only_a, only_b : int or integer array
        Signatories named in both, in A alone, in B alone.
    unnamed_a, unnamed_b : int or integer array
        Signatories declared but not named (≥ 0).
    universe : int
        Number of those who could have signed.

    Returns
    -------
    low, high : integer arrays
        Bounds of the size of the overlap.

    Examples
    --------
    Pakistan names 25 of 55, Cuba all of 45; 19 are named in both:

    >>> low, high = overlap_bounds(19, 6, 26, 30, 0, 195)
    >>> int(low), int(high)
    (19, 45)
    """
    s, q, p, a, b = (np.asarray(x, np.int64) for x in (shared, only_a, only_b, unnamed_a, unnamed_b))
    neither = universe - (s + p + q)
    from_b, from_a = np.minimum(a, p), np.minimum(b, q)
    high = s + from_b + from_a + np.minimum(a - from_b, b - from_a)
    low = s + np.maximum(0, a + b - neither)
    return low, high


def union_bounds(
    named: Sequence[AbstractSet[str]], unnamed: Sequence[int], universe: int
) -> Interval:
    r"""Return the smallest and largest size of the union of several lists.

    With *N* the union of the named sets and :math:`a_i` unnamed in list *i*,

    .. math::
        |N| + \max_i \max(0, a_i - |N \setminus A_i'|) \le |\cup_i A_i|
        \le \min(|U|, |N| + \sum_i a_i).

    Parameters
    ----------
    named : sequence of sets of str
        The named signatories of each list.
    unnamed : sequence of int
        Signatories declared but not named, list by list (≥ 0).
    universe : int
        Number of those who could have signed.

    Examples
    --------
    >>> print(union_bounds([{"CUB", "CHN"}, {"CHN"}], [0, 3], 195))
    4–5
    """
    union = frozenset[str]().union(*named)
    forced = (a - len(union - set(names)) for names, a in zip(named, unnamed, strict=True))
    low = len(union) + max(0, *forced) if named else 0
    return Interval(low, min(universe, len(union) + sum(unnamed)))


class _Programme(NamedTuple):
    """Constraints ``low ≤ rows · x ≤ high``, ``0 ≤ x ≤ most``; ``exact · x`` is the region."""

    exact: NDArray[np.float64]
    most: NDArray[np.float64]
    rows: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


def _region_programme(
    patterns: NDArray[np.bool_],
    states: Integers,
    unnamed: Integers,
    inside: list[int],
    outside: list[int],
) -> _Programme:
    """Write down every completion of the lists, as far as the region can tell them apart.

    A member that no outside list names ends in one of three ways: *exact* (in the region), *hit*
    (an outside list turns out to hold it) or *missing* (an inside list does not hold it). For each
    record there is a variable for how many end each way, and for each inside list with unnamed
    signatories one for how many of the hit, and of the missing, it holds.
    """
    variables: list[tuple[str, int, int]] = []  # (way, record, inside list or -1)
    most: list[int] = []
    candidates = np.flatnonzero(~patterns[:, outside].any(1))
    lacks = {g: [i for i in inside if not patterns[g, i]] for g in candidates.tolist()}
    for g, lacking in lacks.items():
        reachable = all(unnamed[i] for i in lacking)
        n = int(states[g])
        variables += [("exact", g, -1), ("hit", g, -1), ("missing", g, -1)]
        most += [n if reachable else 0, n, n if lacking else 0]
        free = [i for i in lacking if unnamed[i]]
        variables += [(way, g, i) for way in ("hit", "missing") for i in free]
        most += [n] * (2 * len(free))
    taken = np.ones(len(states), bool)
    taken[candidates] = False
    for i in inside:
        if unnamed[i]:
            variables.append(("elsewhere", -1, i))
            most.append(int(states[taken & ~patterns[:, i]].sum()))

    rows: list[NDArray[np.float64]] = []
    limits: list[tuple[float, float]] = []
    way, record, held = (np.array(column) for column in zip(*variables, strict=True))
    exact = ((way == "exact") & (held == -1)).astype(float)

    def require(row: NDArray[np.float64], low: float, high: float) -> None:
        rows.append(row)
        limits.append((low, high))

    for g, lacking in lacks.items():
        here = record == g
        require((here & (held == -1)).astype(float), states[g], states[g])
        for name in ("hit", "missing"):
            members = (here & (way == name) & (held == -1)).astype(float)
            parts = here & (way == name) & (held != -1)
            for j in np.flatnonzero(parts):
                require(np.eye(len(way))[j] - members, -np.inf, 0)
            if name == "missing" and lacking:  # each of them lacks at least one list
                require(parts - (len(lacking) - 1) * members, -np.inf, 0)
    hits = (way == "hit") & (held == -1)
    require(hits.astype(float), 0, float(unnamed[outside].sum()))
    for i in inside:
        if unnamed[i]:
            joins = np.array([g >= 0 and i in lacks[g] for g in record.tolist()])
            require((held == i) + exact * joins, float(unnamed[i]), float(unnamed[i]))
    for j in outside:
        room = int(states[~patterns[:, j]].sum() - unnamed[j])
        require(exact, 0, room)
    low, high = np.array(limits, float).T
    return _Programme(exact, np.array(most, float), np.array(rows), low, high)


def region_bounds(
    patterns: NDArray[np.bool_],
    states: Integers,
    unnamed: Integers,
    inside: Sequence[int],
    outside: Sequence[int],
) -> Interval:
    """Return how many could have signed all of ``inside`` and none of ``outside``.

    An integer programme over groups of members with the same named record (``_region_programme``),
    solved exactly: its smallest and largest value are attained by some completion of the lists.

    Parameters
    ----------
    patterns : bool array, shape (groups, statements)
        The distinct named records; the record that names nobody is one of them.
    states : int array, shape (groups,)
        How many members of the universe have each record.
    unnamed : int array, shape (statements,)
        Signatories declared but not named, statement by statement (≥ 0).
    inside, outside : sequences of int
        Columns of ``patterns``: the statements signed, and those not signed. A statement in
        neither is left out of account, which gives inclusive regions.

    Examples
    --------
    Two named in A alone, one in both, B has one unnamed, and three members are named in neither:

    >>> patterns = np.array([[True, False], [True, True], [False, False]])
    >>> print(region_bounds(patterns, np.array([2, 1, 3]), np.array([0, 1]), [0, 1], []))
    1–2
    """
    inside, outside = list(inside), list(outside)
    free = [i for i in inside if unnamed[i] > 0]
    named = int(states[patterns[:, inside].all(1) & ~patterns[:, outside].any(1)].sum())
    if not free and not unnamed[outside].any():
        return Interval(named, named)
    programme = _region_programme(patterns, states, unnamed, inside, outside)
    low, high = (
        milp(
            sign * programme.exact,
            integrality=1,
            bounds=Bounds(0, programme.most),
            constraints=LinearConstraint(programme.rows, programme.low, programme.high),
        )
        for sign in (1, -1)
    )
    return Interval(round(low.fun), round(-high.fun))
