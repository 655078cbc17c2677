"""Signed ties in two camps with as few contradictory ones as can be, exactly."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

#: How many triangles are told to the programme at most: they make its bound sharp.
_TRIANGLES = 50_000
#: Two whole numbers are apart by more than what a solver is inexact by.
_INEXACT = 1e-6
#: What ``milp`` says where it has found the best.
_PROVEN = 0


@dataclass(frozen=True, eq=False)
class Signed:
    """Ties between so many, each for standing together or for standing apart.

    Attributes
    ----------
    number : int
        How many there are.
    i, j : int arrays, shape (ties,)
        The two of each tie, the first before the second.
    apart : bool array, shape (ties,)
        Whether a tie is for standing apart.
    """

    number: int
    i: Integers
    j: Integers
    apart: Truths

    def contradicted(self, second: Truths) -> int:
        """Return how many ties are contradicted, given who is in the second camp.

        Examples
        --------
        >>> two = Signed(3, np.array([0, 1]), np.array([1, 2]), np.array([False, True]))
        >>> two.contradicted(np.array([False, False, False]))
        1
        """
        return int(((second[self.i] != second[self.j]) != self.apart).sum())


@dataclass(frozen=True, eq=False)
class Camps:
    """Two camps with the fewest contradictory ties.

    Attributes
    ----------
    second : bool array
        Who is in the second camp.
    sure : bool array
        Who is in the same camp, as seen from the others that are sure, in every best partition.
    contradictory : int
        How many ties are contradicted.
    at_least : int
        How many are in any partition; fewer than ``contradictory`` only where time ran out.
    settled : bool
        Whether all is proven; False where time ran out.
    """

    second: Truths
    sure: Truths
    contradictory: int
    at_least: int
    settled: bool


def fewest_contradictions(ties: Signed, until: float) -> Camps:
    """Return two camps with the fewest contradictory ties, and who is surely in one of them.

    Parameters
    ----------
    ties : Signed
        Ties that join all there are.
    until : float
        When to stop looking, on the clock of ``time.monotonic`` (seconds).

    References
    ----------
    S. Aref, A. J. Mason and M. C. Wilson (2020), "A modeling and computational study of the
    frustration index in signed networks", https://doi.org/10.1002/net.21907

    Examples
    --------
    >>> ring = Signed(3, np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([True, True, True]))
    >>> found = fewest_contradictions(ring, time.monotonic() + 10)
    >>> found.contradictory, found.at_least, found.sure.tolist()
    (1, 1, [True, False, False])
    """
    second = _without_contradiction(ties)
    if second is not None:
        return Camps(second, np.ones(ties.number, bool), 0, 0, settled=True)
    programme = _programme(ties)
    anchor = int(np.bincount(np.concatenate([ties.i, ties.j]), minlength=ties.number).argmax())
    first, bound = _best(programme, ties, anchor, until)
    if first is None:
        first = np.zeros(ties.number, bool)
    number = ties.contradicted(first)
    at_least = min(number, max(0, math.ceil(bound - _INEXACT)))
    found = [first]
    while at_least == number:
        sure = _alike(found, anchor)
        other = _farthest(
            programme, ties, (found[0] ^ found[0][anchor], sure, number), anchor, until
        )
        if other is None:  # time ran out
            break
        if ties.contradicted(other) == number and (other ^ found[0] ^ found[0][anchor])[sure].any():
            found.append(other)
            continue
        largest = _largest(found)
        if sure[largest]:
            return Camps(found[0], sure, number, number, settled=True)
        anchor = largest
    return Camps(found[0], _alike(found, anchor), number, at_least, settled=False)


def _without_contradiction(ties: Signed) -> Truths | None:
    """Return the camps that contradict no tie; None where there are none such."""
    both = np.concatenate([ties.i, ties.j]), np.concatenate([ties.j, ties.i])
    shape = ties.number, ties.number
    ways = csr_array((np.ones(2 * len(ties.i), np.int8), both), shape=shape)
    apart = dict(zip(zip(ties.i.tolist(), ties.j.tolist(), strict=True), ties.apart, strict=True))
    second = np.zeros(ties.number, bool)
    order, before = breadth_first_order(ways, 0)
    for each in order[1:].tolist():
        pair = min(each, int(before[each])), max(each, int(before[each]))
        second[each] = second[before[each]] ^ apart[pair]
    return None if ties.contradicted(second) else second


def _alike(found: Sequence[Truths], anchor: int) -> Truths:
    """Return who stands to one of them alike in all partitions that were found."""
    seen = np.array([each ^ each[anchor] for each in found])
    alike: Truths = (seen == seen[0]).all(axis=0)
    return alike


def _largest(found: Sequence[Truths]) -> int:
    """Return the first of the most who stand to one another alike in all partitions found."""
    seen = np.array(found) ^ found[0]
    keys = [(column ^ column[0]).tobytes() for column in seen.T]
    sizes = dict.fromkeys(keys, 0)
    for key in keys:
        sizes[key] += 1
    return keys.index(max(sizes, key=sizes.__getitem__))


@dataclass(frozen=True, eq=False)
class _Partitions:
    """What holds of every partition: who is in the second camp, and which ties are contradicted."""

    constraints: LinearConstraint
    integral: Integers


def _programme(ties: Signed) -> _Partitions:
    """Return the programme: a variable for each who has ties, and one for each tie.

    Of a tie for standing together the contradiction is at least the difference of both; of one for
    standing apart at least by how much their sum is beside 1; of a triangle with an odd number of
    ties for standing apart at least one is contradicted.
    """
    number, many = ties.number, len(ties.i)
    one, row = np.ones(many), np.arange(many)
    sign = np.where(ties.apart, 1.0, -1.0)
    both = [(row, ties.i, one), (row, ties.j, sign), (row, number + row, -one)]
    turned = [
        (row + many, ties.i, -one),
        (row + many, ties.j, -sign),
        (row + many, number + row, -one),
    ]
    upper = np.concatenate([ties.apart.astype(float), -ties.apart.astype(float)])
    parts = both + turned
    threes = _contradictory_triangles(ties)
    if len(threes):
        rows = np.repeat(2 * many + np.arange(len(threes)), 3)
        parts.append((rows, number + threes.reshape(-1), -np.ones(threes.size)))
        upper = np.concatenate([upper, -np.ones(len(threes))])
    rows, columns, values = (np.concatenate(each) for each in zip(*parts, strict=True))
    table = csr_array((values, (rows, columns)), shape=(len(upper), number + many))
    integral = np.concatenate([np.ones(number, np.int64), np.zeros(many, np.int64)])
    return _Partitions(LinearConstraint(table, -np.inf, upper), integral)


def _contradictory_triangles(ties: Signed) -> Integers:
    """Return triangles of which one tie at least is contradicted, by the positions of ties."""
    at = np.full((ties.number, ties.number), -1, np.int64)
    at[ties.i, ties.j] = at[ties.j, ties.i] = np.arange(len(ties.i))
    found: list[Integers] = []
    for n, (i, j) in enumerate(zip(ties.i.tolist(), ties.j.tolist(), strict=True)):
        third = np.flatnonzero((at[i] >= 0) & (at[j] >= 0))
        third = third[third > max(i, j)]
        odd = ties.apart[at[i, third]] ^ ties.apart[at[j, third]] ^ ties.apart[n]
        third = third[odd]
        found.append(np.stack([np.full(len(third), n), at[i, third], at[j, third]], axis=1))
        if sum(map(len, found)) > _TRIANGLES:
            break
    return np.concatenate(found) if found else np.zeros((0, 3), np.int64)


def _best(
    programme: _Partitions, ties: Signed, anchor: int, until: float
) -> tuple[Truths | None, float]:
    """Return the best partition that was found in time, and fewer than which there cannot be."""
    cost = np.concatenate([np.zeros(ties.number), np.ones(len(ties.i))])
    result = _solved(programme, [programme.constraints], cost, anchor, until)
    bound = result.mip_dual_bound if result.mip_dual_bound is not None else 0.0
    if result.status == _PROVEN:
        bound = result.fun
    found = None if result.x is None else result.x[: ties.number] > 0.5  # noqa: PLR2004 - 0 or 1
    return found, float(bound) if np.isfinite(bound) else 0.0


def _farthest(
    programme: _Partitions,
    ties: Signed,
    known: tuple[Truths, Truths, int],
    anchor: int,
    until: float,
) -> Truths | None:
    """Return the partition as good as the best that differs most from it, among those like it."""
    first, sure, number = known
    toward = np.where(sure, np.where(first, 1.0, -1.0), 0.0)
    cost = np.concatenate([toward, np.zeros(len(ties.i))])
    all_ties = np.concatenate([np.zeros(ties.number), np.ones(len(ties.i))])
    as_good = LinearConstraint(csr_array(all_ties[None]), -np.inf, number + 0.5)
    result = _solved(programme, [programme.constraints, as_good], cost, anchor, until)
    return result.x[: ties.number] > 0.5 if result.status == _PROVEN else None  # noqa: PLR2004 - 0 or 1


def _solved(
    programme: _Partitions,
    constraints: Sequence[LinearConstraint],
    cost: Floats,
    anchor: int,
    until: float,
) -> Any:
    """Return what the solver finds with one of them in the first camp."""
    upper = np.ones(len(cost))
    upper[anchor] = 0
    left = max(0.01, until - time.monotonic())
    return milp(
        cost,
        integrality=programme.integral,
        bounds=Bounds(0, upper),
        constraints=constraints,
        # Without this it stops at a relative gap of 1e-4.
        options={"mip_rel_gap": 0.0, "time_limit": left},
    )
