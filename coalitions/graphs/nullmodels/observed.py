"""Who signed what, and who could have: what every null model starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Observed:
    """Signatories × statements, and pairs of signatories in the order (0, 1), (0, 2), …, (1, 2), ….

    Attributes
    ----------
    signed : bool array, shape (signatories, statements)
        True where a signatory signed a statement.
    universe : int array, shape (statements,)
        How many could have signed each statement: those of the rows, and others who signed nothing.
    could : bool array of the shape of ``signed``, or None
        False where a signatory could not have signed; None where each could have signed everything.
    unnamed : int array, shape (statements,), or None
        How many signed each statement whom no row names; None where nobody did.

    Examples
    --------
    >>> toy = Observed(np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], bool), np.full(4, 3))
    >>> toy.shared.tolist(), toy.most.tolist(), toy.least.tolist()
    ([0, 2, 0], [1, 2, 1], [0, 1, 0])
    """

    signed: Truths
    universe: Integers
    could: Truths | None = None
    unnamed: Integers | None = None

    @cached_property
    def pairs(self) -> tuple[Integers, Integers]:
        """Which two signatories each pair is."""
        i, j = np.triu_indices(len(self.signed), 1)
        return i.astype(np.int64, copy=False), j.astype(np.int64, copy=False)

    @cached_property
    def permitted(self) -> Truths:
        """Who could have signed what, as a full table."""
        return np.ones_like(self.signed) if self.could is None else self.could

    @cached_property
    def counts(self) -> Integers:
        """How many signed each statement."""
        named: Integers = self.signed.sum(axis=0, dtype=np.int64)
        return named if self.unnamed is None else named + self.unnamed

    @cached_property
    def shared(self) -> Integers:
        """How many statements both of a pair signed."""
        return _of_pairs(_product(self.signed, self.signed), self.pairs)

    @cached_property
    def possible(self) -> Integers:
        """How many statements both of a pair could have signed."""
        if self.could is None:
            return np.full(len(self.pairs[0]), self.signed.shape[1], np.int64)
        return _of_pairs(_product(self.could, self.could), self.pairs)

    @cached_property
    def sizes(self) -> tuple[Integers, Integers]:
        """How many of the statements that both could have signed the first, and the second, did."""
        i, j = self.pairs
        if self.could is None:
            own = self.signed.sum(axis=1, dtype=np.int64)
            return own[i], own[j]
        each = _product(self.signed, self.could)
        return _of_pairs(each, (i, j)), _of_pairs(each, (j, i))

    @cached_property
    def most(self) -> Integers:
        """How many statements a pair could share at most, as many as each signed."""
        return np.minimum(*self.sizes)

    @cached_property
    def least(self) -> Integers:
        """How many statements a pair must share at least, as many as each signed."""
        first, second = self.sizes
        fewest: Integers = np.maximum(0, first + second - self.possible)
        return fewest


#: Up to so many possible numbers they are found by counting, and not by sorting.
_COUNTED = 2**24


def different(numbers: Integers) -> tuple[Integers, Integers]:
    """Return the different numbers (0 or more) in order, and which of them each one is.

    Examples
    --------
    >>> [found.tolist() for found in different(np.array([7, 2, 7]))]
    [[2, 7], [1, 0, 1]]
    """
    if numbers.max(initial=0) >= _COUNTED:
        found, where = np.unique(numbers, return_inverse=True)
        return found, where.reshape(-1)
    place = np.zeros(int(numbers.max(initial=0)) + 1, np.int64)
    place[numbers] = 1
    found = np.flatnonzero(place)
    place[found] = np.arange(len(found))
    return found, place[numbers]


def _product(one: Truths, other: Truths) -> NDArray[np.float32]:
    # Single precision holds every integer below 2²⁴ exactly: more statements than memory holds.
    return one.astype(np.float32) @ other.astype(np.float32).T


def _of_pairs(table: NDArray[np.float32], pairs: tuple[Integers, Integers]) -> Integers:
    found: Integers = table[pairs].astype(np.int64)
    return found
