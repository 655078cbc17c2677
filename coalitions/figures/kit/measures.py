"""How wide a figure is to be, as people write it: 88mm, 8.8cm, 3.5in."""

from __future__ import annotations

import re

from coalitions.errors import ChoiceError

#: Unit → points.
UNITS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0}
#: Narrowest figure in which words and marks have room, and widest (points): 70 mm, and A0.
NARROWEST, WIDEST = 70 * UNITS["mm"], 1189 * UNITS["mm"]


def in_points(width: str) -> float:
    """Return a width in points; refuse what is none, or leaves no room.

    Examples
    --------
    >>> round(in_points("88mm")), in_points("3.5 in")
    (249, 252.0)
    """
    found = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?) ?(mm|cm|in|pt)", str(width).strip().lower())
    if not found:
        raise ChoiceError(f'`width` "{width}": expected a number and mm, cm, in or pt, as in 88mm')
    points = float(found[1]) * UNITS[found[2]]
    if not NARROWEST <= points <= WIDEST:
        fault = "leaves no room for words" if points < NARROWEST else "is wider than any sheet"
        raise ChoiceError(f'`width` "{width}" {fault}: expected 70mm to 1189mm')
    return points
