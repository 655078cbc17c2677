"""What is asked of overlaps: how many rows, how much shared, with names or without."""

from __future__ import annotations

import numpy as np

from coalitions.errors import ChoiceError, refuse_other, told

#: Whose pairs there are.
OF = ("statements", "signatories")
#: Whether those named are listed.
MEMBERS = ("named", "none")


def refuse_other_pairs(of: str) -> None:
    """Refuse pairs of what is neither statements nor signatories."""
    refuse_other("of", of, OF)


def refuse_none_of_these(min_shared: int | None, top: int | None, members: str) -> None:
    """Refuse a number of rows or of shared names that is none, and another word for members."""
    for what, number, least in (("min_shared", min_shared, 0), ("top", top, 1)):
        if number is not None and (not isinstance(number, (int, np.integer)) or number < least):
            raise ChoiceError(f"{what} {told(number)}: expected a whole number, {least} or more")
    refuse_other("members", members, MEMBERS)
