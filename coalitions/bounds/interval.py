"""The least and the most that lists allow."""

from __future__ import annotations

from typing import NamedTuple


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
        low, high = f"{self.low:,}", f"{self.high:,}"
        return low if low == high else f"{low}–{high}"
