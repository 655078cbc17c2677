"""What p-values the completions of partial lists allow: the smallest and the largest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions.graphs.nullmodels import FixedRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels import Distribution, Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Models of which the interval is exact, and cheap. What the others hold fixed, all records at
#: once, has another value in every completion.
BOUNDED = ("fixedfill", "fixedrow", "fixedcol")


@dataclass(frozen=True, eq=False)
class Unnamed:
    """How many statements may be signed by whom of each pair, beside those that name them.

    Of a statement that names neither of a pair, none, one, or both may be among the unnamed;
    of one that names the other, the first or the second.

    Attributes
    ----------
    one : int array
        Statements of which at most one of the pair can be an unnamed signatory, and need not be.
    both : int array
        Of which neither, one or both can be.
    some : int array
        Of which one must be, and both cannot be.
    most : int array
        Of which one must be, and both can be.
    all : int array
        Of which both must be.
    first, second : int arrays
        Statements that name the other, of which the first (the second) can be, and need not be.
    sure_first, sure_second : int arrays
        Of which it must be.
    """

    one: Integers
    both: Integers
    some: Integers
    most: Integers
    all: Integers
    first: Integers
    second: Integers
    sure_first: Integers
    sure_second: Integers


def unnamed_of(observed: Observed) -> Unnamed:
    """Return where each pair may be among the unnamed signatories of statements."""
    unnamed = observed.counts - observed.signed.sum(axis=0)
    absent = observed.permitted & ~observed.signed
    room = observed.universe - observed.signed.sum(axis=0)
    i, j = observed.pairs

    def of_neither(which: NDArray[np.bool_]) -> Integers:
        part = absent[:, which].astype(np.float32)
        return (part @ part.T)[i, j].astype(np.int64)

    def of_one(which: NDArray[np.bool_]) -> tuple[Integers, Integers]:
        part = absent[:, which].astype(np.float32) @ observed.signed[:, which].T.astype(np.float32)
        return part[i, j].astype(np.int64), part[j, i].astype(np.int64)

    pair = 2
    low, high = np.clip(unnamed - (room - pair), 0, pair), np.minimum(pair, unnamed)
    sure = (unnamed > 0) & (unnamed >= room)
    first, second = of_one((unnamed > 0) & ~sure)
    sure_first, sure_second = of_one(sure)
    return Unnamed(
        of_neither((low == 0) & (high == 1)),
        of_neither((low == 0) & (high == pair)),
        of_neither((low == 1) & (high == 1)),
        of_neither((low == 1) & (high == pair)),
        of_neither(low == pair),
        first,
        second,
        sure_first,
        sure_second,
    )


class Records(NamedTuple):
    """What a pair shares, and how much each signed, in a completion."""

    shared: Integers
    first: Integers
    second: Integers


def apart(observed: Observed, open_: Unnamed) -> Iterator[Records]:
    """Yield completions in which pairs share as little as can be, and sign as much beside.

    One of them gives the largest upper tail, and the smallest lower: a signature of one of a pair
    that the other lacks makes it likelier to share so many; one that makes both of a statement's
    signatories is worth less than the one more that they share.
    """
    a, b = observed.sizes
    a, b = a + open_.all + open_.sure_first, b + open_.all + open_.sure_second
    shared = observed.shared + open_.all + open_.sure_first + open_.sure_second
    either = open_.one + open_.both + open_.some + open_.most
    for split in range(int(either.max(initial=0)) + 1):
        first = np.minimum(split, either)
        yield Records(shared, a + first, b + either - first)


def together(observed: Observed, open_: Unnamed) -> Iterator[Records]:
    """Yield completions in which pairs share as much as can be, by what both may be added to.

    One of them gives the smallest upper tail, and the largest lower.
    """
    a, b = observed.sizes
    more = open_.all + open_.most
    a = a + more + open_.sure_first + open_.first
    b = b + more + open_.sure_second + open_.second
    shared = observed.shared + more + open_.sure_first + open_.sure_second
    shared = shared + open_.first + open_.second
    for number in range(int(open_.both.max(initial=0)) + 1):
        both = np.minimum(number, open_.both)
        for split in range(int(open_.some.max(initial=0)) + 1):
            first = np.minimum(split, open_.some)
            yield Records(shared + both, a + both + first, b + both + open_.some - first)


def means(observed: Observed, open_: Unnamed) -> tuple[Floats, Floats]:
    """Return the least and the most that pairs share on average, by rows.

    The mean is the product of what each signed, by what both could.
    """
    a, b = observed.sizes
    a, b = a + open_.all + open_.sure_first, b + open_.all + open_.sure_second
    sure = open_.some + open_.most
    least = np.minimum((a + sure) * b, a * (b + sure))
    a, b = (each + open_.both + open_.most for each in (a + open_.first, b + open_.second))
    either = open_.one + open_.some
    first = np.clip((b - a + either) // 2, 0, either)
    most = (a + first) * (b + either - first)
    possible = np.maximum(1, observed.possible)
    return least / possible, most / possible


class Bounds(NamedTuple):
    """The smallest and the largest value of each pair that some completion attains."""

    shared: tuple[Integers, Integers]
    expected: tuple[Floats, Floats]
    upper: tuple[Floats, Floats]
    lower: tuple[Floats, Floats]


def bounds(null: Distribution, observed: Observed) -> Bounds:
    """Return what completions of the lists allow, exactly.

    Parameters
    ----------
    null : Distribution
        The null model of a corpus whose statements are as large as they declare.
    observed : Observed
        Who is named, and how many are not.
    """
    open_ = unnamed_of(observed)
    by_rows = isinstance(null, FixedRows)

    def tails_of(records: Records) -> tuple[Floats, Floats]:
        of = replace(null, a=records.first, b=records.second) if by_rows else null  # type: ignore[type-var] # a dataclass then
        return of.tails(records.shared)

    least, most = ([*way(observed, open_)] for way in (apart, together))
    beside, near = ([tails_of(each) for each in records] for records in (least, most))
    expected = means(observed, open_) if by_rows else (null.expected, null.expected)
    return Bounds(
        (least[0].shared, np.max([each.shared for each in most], axis=0)),
        expected,
        (np.min([up for up, _ in near], axis=0), np.max([up for up, _ in beside], axis=0)),
        (np.min([down for _, down in beside], axis=0), np.max([down for _, down in near], axis=0)),
    )
