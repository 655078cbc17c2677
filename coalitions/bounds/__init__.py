"""What incomplete lists allow: integers in, exact intervals out.

A statement declares *n* signatories and names *k* of them; the other *n* − *k* are some of the
members of the universe that it does not name. Every bound here is attained by some completion of
the lists, and no completion lies outside it. Where two statements have two universes, as states
come and go, each list is completed within its own.
"""

from coalitions.bounds.interval import Interval
from coalitions.bounds.lists import (
    Room,
    overlap_bounds,
    overlap_within,
    room_of,
    union_bounds,
    union_within,
)
from coalitions.bounds.programme import PATIENCE, region_bounds

__all__ = [
    "Interval",
    "Room",
    "room_of",
    "overlap_bounds",
    "overlap_within",
    "union_bounds",
    "union_within",
    "PATIENCE",
    "region_bounds",
]
