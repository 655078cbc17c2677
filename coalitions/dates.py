"""Days as people write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def day(date: str) -> str:
    """Return a date in words, an empty one as it is.

    Examples
    --------
    >>> day("2020-10-06")
    '6 October 2020'
    """
    if not date:
        return ""
    known = dt.date.fromisoformat(date)
    return f"{known.day} {known:%B %Y}"


def span(dates: Iterable[str]) -> str:
    """Return the first and the last of some dates in words, and how many are none.

    Examples
    --------
    >>> span(["2020-10-06", "2019-07-08", ""])
    '8 July 2019 to 6 October 2020 (1 without a date)'
    >>> span(["2020-10-06", "2020-10-06"]), span([""])
    ('6 October 2020', 'none known')
    """
    given = list(dates)
    known = sorted(date for date in given if date)
    if not known:
        return "none known"
    text = " to ".join(dict.fromkeys([day(known[0]), day(known[-1])]))
    undated = len(given) - len(known)
    return f"{text} ({undated:,} without a date)" if undated else text
