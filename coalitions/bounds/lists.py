"""How many two lists share, and how many stand on one of several: bounds by formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions.bounds.covers import largest_flow, smallest_cover
from coalitions.bounds.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


def overlap_bounds(  # noqa: PLR0913, PLR0917 - the six numbers that the formula needs
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
    s, q, p, a, b = (
        np.asarray(x, np.int64) for x in (shared, only_a, only_b, unnamed_a, unnamed_b)
    )
    neither = universe - (s + p + q)
    from_b, from_a = np.minimum(a, p), np.minimum(b, q)
    high = s + from_b + from_a + np.minimum(a - from_b, b - from_a)
    low = s + np.maximum(0, a + b - neither)
    return low, high


class Room(NamedTuple):
    """Who is not named in both of two lists A and B, by which of them is open to them: how many.

    Attributes
    ----------
    only_a, only_b : int or integer array
        Named in A alone who could have signed B; named in B alone who could have signed A.
    both, a, b : int or integer array
        Named in neither who could have signed both; A alone; B alone.
    """

    only_a: Integers | int
    only_b: Integers | int
    both: Integers | int
    a: Integers | int
    b: Integers | int


def room_of(
    one: AbstractSet[str],
    other: AbstractSet[str],
    could_one: AbstractSet[str],
    could_other: AbstractSet[str],
) -> Room:
    """Return the room beside two named sets, within those who could have signed each.

    Examples
    --------
    >>> room_of({"CUB"}, {"CZE"}, {"CUB", "CSK", "PER"}, {"CUB", "CZE", "PER"})
    Room(only_a=1, only_b=0, both=1, a=1, b=0)
    """
    named = one | other
    return Room(
        only_a=len((one - other) & could_other),
        only_b=len((other - one) & could_one),
        both=len((could_one & could_other) - named),
        a=len(could_one - could_other - named),
        b=len(could_other - could_one - named),
    )


def overlap_within(
    shared: Integers | int, room: Room, unnamed_a: Integers | int, unnamed_b: Integers | int
) -> tuple[Integers, Integers]:
    r"""Return the smallest and largest size of A ∩ B where each has its own universe.

    As states come and go, who could have signed A is not who could have signed B. With *s* named
    in both, *q* named in A alone and free to sign B, *p* the other way round, *r* named in neither
    and free to sign both, *u* free to sign A alone and *v* B alone, and *a* and *b* unnamed,

    .. math::
        s + \max(0, (a - u)^+ + (b - v)^+ - r) \le |A \cap B| \le
        s + x + y + \min(a - x, b - y, r), \quad x = \min(a, p), y = \min(b, q).

    With one universe, where *u* and *v* are 0, these are the bounds of `overlap_bounds`.

    Parameters
    ----------
    shared : int or integer array
        Signatories named in both.
    room : Room
        Who is not named in both, by what is open to them.
    unnamed_a, unnamed_b : int or integer array
        Signatories declared but not named (≥ 0).

    Returns
    -------
    low, high : integer arrays
        Bounds of the size of the overlap, both attained.

    Examples
    --------
    Of two lists of three, one named in each, five could have signed both, and one the first alone:

    >>> low, high = overlap_within(0, Room(only_a=1, only_b=1, both=3, a=1, b=0), 2, 2)
    >>> int(low), int(high)
    (0, 3)
    """
    q, p, r, u, v = (np.asarray(x, np.int64) for x in room)
    s, a, b = (np.asarray(x, np.int64) for x in (shared, unnamed_a, unnamed_b))
    from_b, from_a = np.minimum(a, p), np.minimum(b, q)
    high = s + from_b + from_a + np.minimum(np.minimum(a - from_b, b - from_a), r)
    low = s + np.maximum(0, np.maximum(0, a - u) + np.maximum(0, b - v) - r)
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


def union_within(
    named: Sequence[AbstractSet[str]],
    unnamed: Sequence[int],
    could: Sequence[AbstractSet[str]],
) -> Interval:
    r"""Return the smallest and largest size of a union of lists, each within its own universe.

    With *N* the union of the named sets, the most is :math:`|N|` and the largest flow from the
    lists, of :math:`a_i` each, to those who are named nowhere and could have signed them; the least
    is :math:`|N|` and the smallest set that has
    :math:`a_i - |(N \cap U_i) \setminus A_i'|` members free to sign each list *i*, where that is
    more than 0.

    Parameters
    ----------
    named : sequence of sets of str
        The named signatories of each list.
    unnamed : sequence of int
        Signatories declared but not named, list by list (≥ 0).
    could : sequence of sets of str
        Who could have signed each list.

    Examples
    --------
    >>> print(union_within([{"CUB"}, {"CUB"}], [1, 1], [{"CUB", "CSK"}, {"CUB", "CZE"}]))
    3
    """
    union = frozenset[str]().union(*named)
    open_to = [who - union for who in could]
    kinds = dict[tuple[bool, ...], int]()
    for member in frozenset[str]().union(*open_to):
        kind = tuple(member in who for who in open_to)
        kinds[kind] = kinds.get(kind, 0) + 1
    lists = range(len(named))
    forced = [
        max(0, unnamed[n] - len((union & could[n]) - named[n])) if named else 0 for n in lists
    ]
    room = np.array(list(kinds.values()), np.int64)
    free = np.array(list(kinds), bool).reshape(len(kinds), len(named))
    least = smallest_cover(free, room, np.array(forced, np.int64))
    most = largest_flow(free, room, np.array(unnamed, np.int64))
    return Interval(len(union) + least, len(union) + most)
