"""How few members serve several lists, and how many they can hold: by kinds of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.bounds.programme import fewest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


def smallest_cover(free: NDArray[np.bool_], room: Integers, needed: Integers) -> int:
    """Return how few members are enough for each list to have as many as it needs among them.

    Parameters
    ----------
    free : bool array, shape (kinds, lists)
        Which lists are open to the members of each kind.
    room : int array, shape (kinds,)
        How many members there are of each kind.
    needed : int array, shape (lists,)

    Examples
    --------
    >>> free = np.array([[True, False], [False, True], [True, True]])
    >>> smallest_cover(free, np.array([9, 9, 1]), np.array([2, 3]))
    4
    """
    if not needed.any():
        return 0
    limits = free.T.astype(float), needed.astype(float), np.full(len(needed), np.inf)
    return fewest(np.ones(len(room)), limits, room, "a union")


def largest_flow(free: NDArray[np.bool_], room: Integers, given: Integers) -> int:
    """Return how many members can be on lists of so many each, nobody counted twice.

    Examples
    --------
    >>> free = np.array([[True, False], [True, True]])
    >>> largest_flow(free, np.array([1, 1]), np.array([3, 2]))
    2
    """
    if not given.any() or not len(room):
        return 0
    # A variable for each kind and list: how many of the kind are counted for the list.
    kinds, lists = free.shape
    rows = np.vstack(
        [np.kron(np.eye(kinds), np.ones((1, lists))), np.kron(np.ones((1, kinds)), np.eye(lists))]
    )
    limits = rows, np.full(len(rows), -np.inf), np.append(room, given).astype(float)
    most = np.where(free, np.minimum.outer(room, given), 0).reshape(-1)
    return -fewest(-np.ones(kinds * lists), limits, most, "a union")
