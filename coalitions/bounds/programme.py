"""How many stand in a region of several lists: exact, by an integer programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import scipy

from coalitions.bounds.interval import Interval
from coalitions.errors import CoalitionsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Numbers = NDArray[np.float64]

#: How long one bound of a region may take (seconds); most take a thousandth of one.
PATIENCE = 60.0
#: By how much the numbers of the solver may lie beside the whole ones that they stand for.
_ROUNDING = 1e-4
#: From so many members of one kind on the solver does not presolve.
_MANY = 10_000


def region_bounds(  # noqa: PLR0913 - the tables of an integer programme, and one of its limits
    patterns: NDArray[np.bool_],
    states: Integers,
    unnamed: Integers,
    inside: Sequence[int],
    outside: Sequence[int],
    *,
    free: NDArray[np.bool_] | None = None,
) -> Interval:
    """Return how many could have signed all of ``inside`` and none of ``outside``.

    An integer programme over groups of members with the same named record (``_Programme``),
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
    free : bool array, shape (groups, statements), optional
        Which statements the members of each group could have signed; by default all.

    Raises
    ------
    CoalitionsError
        The solver did not prove its answer, after ``PATIENCE`` seconds or at all.

    Examples
    --------
    Two named in A alone, one in both, B has one unnamed, and three members are named in neither:

    >>> patterns = np.array([[True, False], [True, True], [False, False]])
    >>> print(region_bounds(patterns, np.array([2, 1, 3]), np.array([0, 1]), [0, 1], []))
    1–2
    """
    inside, outside = list(inside), list(outside)
    partial = any(unnamed[i] > 0 for i in inside)
    named = int(states[patterns[:, inside].all(1) & ~patterns[:, outside].any(1)].sum())
    if not partial and not unnamed[outside].any():
        return Interval(named, named)
    problem = _Programme(patterns, states, unnamed, inside, outside, free)
    variables = problem.variables()
    exact = np.array([v.way == "exact" for v in variables], float)
    if not exact.any():  # every member stands on an outside list
        return Interval(0, 0)
    rows, low, high = zip(*problem.constraints(variables), strict=True)
    limits = np.array(rows), np.array(low), np.array(high)
    most = np.array([v.most for v in variables], np.int64)
    return Interval(fewest(exact, limits, most), -fewest(-exact, limits, most))


def fewest(
    goal: Numbers, limits: tuple[Numbers, Numbers, Numbers], most: Integers, of: str = "a region"
) -> int:
    """Return the smallest value of a sum of whole numbers, proven to be attained and smallest.

    The limits are a matrix, and the least and the most of its product with the numbers.
    Left to itself the solver stops at a gap of 1 in 10,000, which is one too few at 60,000.
    """
    found = scipy.optimize.milp(
        goal,
        integrality=np.ones(len(most), int),
        bounds=scipy.optimize.Bounds(0, most.astype(float)),
        constraints=limits,
        options={
            "mip_rel_gap": 0.0,
            "time_limit": PATIENCE,
            # With many members what it presolves may print a line of its own on standard output.
            "presolve": int(most.max(initial=0)) < _MANY,
        },
    )
    if found.status == 1:
        raise CoalitionsError(
            f"the bounds of {of} were not found within {PATIENCE:g} seconds: "
            "choose fewer statements, or such with fewer unnamed signatories"
        )
    if found.status == 0:
        ends = np.rint(found.x)
        product, least, greatest = limits
        sums = product @ ends
        attained = ((least <= sums) & (sums <= greatest)).all() and (ends >= 0).all()
        smallest = int(goal @ ends)
        if attained and (ends <= most).all() and found.mip_dual_bound > smallest - 1 + _ROUNDING:
            return smallest
    raise CoalitionsError(
        f"the bounds of {of} could not be computed ({found.message.strip()}): "
        "choose fewer statements"
    )


class _Variable(NamedTuple):
    """How many members with one record end one way (or, ``held``, are on one list)."""

    way: str
    record: int
    held: int
    most: int


class _Programme(NamedTuple):
    """Every completion of the lists, as far as a region can tell them apart.

    A member that no outside list names ends in one of three ways: *exact* (in the region), *hit*
    (an outside list turns out to hold it) or *missing* (an inside list does not hold it). For each
    record there is a variable for how many end each way, and for each inside list with unnamed
    signatories one for how many of the hit, and of the missing, it holds; another for how many of
    its unnamed signatories are *elsewhere*, among those that an outside list names. Where not
    everybody could have signed every list, there is also a variable for how many of the *hit* each
    outside list holds.
    """

    patterns: NDArray[np.bool_]
    states: Integers
    unnamed: Integers
    inside: list[int]
    outside: list[int]
    free: NDArray[np.bool_] | None = None

    def can(self, record: int, statement: int) -> bool:
        """Say whether members with this record may be among the unnamed of a list."""
        if self.patterns[record, statement] or not self.unnamed[statement]:
            return False
        return self.free is None or bool(self.free[record, statement])

    def room(self, statement: int) -> NDArray[np.bool_]:
        """Return which records are those of members who may be on a list that names them not."""
        found = ~self.patterns[:, statement]
        return found if self.free is None else found & self.free[:, statement]

    def lacking(self, record: int) -> list[int]:
        """Return the inside lists that do not name the members with this record."""
        return [i for i in self.inside if not self.patterns[record, i]]

    def variables(self) -> list[_Variable]:
        """Return the variables, and how large each can be."""
        taken = self.patterns[:, self.outside].any(1)
        found = []
        for record in np.flatnonzero(~taken).tolist():
            lacking, n = self.lacking(record), int(self.states[record])
            reachable = all(self.can(record, i) for i in lacking)
            found += [
                _Variable("exact", record, -1, n if reachable else 0),
                _Variable("hit", record, -1, n),
                _Variable("missing", record, -1, n if lacking else 0),
            ]
            partial = [i for i in lacking if self.can(record, i)]
            found += [_Variable(way, record, i, n) for way in ("hit", "missing") for i in partial]
            if self.free is not None:
                hitting = [j for j in self.outside if self.can(record, j)]
                found += [_Variable("by", record, j, n) for j in hitting]
        for i in self.inside:
            if self.unnamed[i]:
                room = int(self.states[taken & self.room(i)].sum())
                found.append(_Variable("elsewhere", -1, i, room))
        return found

    def constraints(
        self, variables: list[_Variable]
    ) -> Iterator[tuple[NDArray[np.float64], float, float]]:
        """Yield rows with ``low ≤ row · x ≤ high``."""
        way, record, held, _ = (np.array(column) for column in zip(*variables, strict=True))
        for one in sorted({*record.tolist()} - {-1}):
            yield from self._of_record(one, record == one, way, held)
        if self.free is None:
            hits = (way == "hit") & (held == -1)
            yield hits.astype(float), 0, float(self.unnamed[self.outside].sum())
        else:
            for j in self.outside:
                by = (way == "by") & (held == j)
                yield by.astype(float), 0, float(self.unnamed[j])
        exact = (way == "exact").astype(float)
        for i in self.inside:
            if self.unnamed[i]:  # the list is filled up, by exact members that it did not name too
                joins = (record >= 0) & ~self.patterns[record, i]
                on_it = ((held == i) & (way != "by")).astype(float)
                yield on_it + exact * joins, float(self.unnamed[i]), float(self.unnamed[i])
        for j in self.outside:  # what is unnamed there needs room outside the region
            could = self.room(j)
            there = (record >= 0) & could[record]
            yield exact * there, 0, float(self.states[could].sum() - self.unnamed[j])

    def _of_record(
        self, record: int, own: NDArray[np.bool_], way: NDArray[np.str_], held: Integers
    ) -> Iterator[tuple[NDArray[np.float64], float, float]]:
        """Yield what binds the members with one record, which ``own`` variables are about."""
        total = float(self.states[record])
        whole = own & (held == -1)
        yield whole.astype(float), total, total
        for kind in ("hit", "missing"):
            members = (whole & (way == kind)).astype(float)
            parts = own & (way == kind) & (held != -1)
            for one in np.flatnonzero(parts):  # a list holds at most all of them
                row = -members
                row[one] += 1
                yield row, -np.inf, 0
            if kind == "hit" and self.free is not None:  # each by an outside list at least
                yield members - (own & (way == "by")), -np.inf, 0
            lacking = len(self.lacking(record))
            if kind == "missing" and lacking:  # each of them is off at least one list
                yield parts - (lacking - 1) * members, -np.inf, 0
