"""Days as people write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


#: How much of a date is known, in letters.
_YEAR, _MONTH = len("YYYY"), len("YYYY-MM")


def first_day(date: str) -> dt.date:
    """Return a date, or the first day of a month or a year: where it stands in an order.

    Examples
    --------
    >>> first_day("2020-10-06"), first_day("1996")
    (datetime.date(2020, 10, 6), datetime.date(1996, 1, 1))
    """
    return dt.date.fromisoformat(date + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(date), ""))


def month(date: str, form: str = "%B %Y") -> str:
    """Return the month and the year of a date in words; of a year, the year.

    Examples
    --------
    >>> month("2020-10-06"), month("2020-10", "%b %Y"), month("1996")
    ('October 2020', 'Oct 2020', '1996')
    """
    return date if len(date) == _YEAR else first_day(date).strftime(form)


def day(date: str) -> str:
    """Return a date in words as far as it is known, an empty one as it is.

    Examples
    --------
    >>> day("2020-10-06"), day("2020-10"), day("1996")
    ('6 October 2020', 'October 2020', '1996')
    """
    if len(date) <= _MONTH:
        return month(date) if date else ""
    return f"{first_day(date).day} {month(date)}"


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
