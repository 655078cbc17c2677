"""A day, a month, a year: whether a text is one, how it is said, which comes first.

Dates are texts as ISO 8601 writes them (``2020-10-06``, ``2020-10``, ``2020``), empty where none is
known. The names of the months stand here: those of Python change with the machine's language.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: What months are called, in full and where there is little room.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)

#: How much of a date is known, in letters.
_YEAR, _MONTH = len("YYYY"), len("YYYY-MM")

_PARTS = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


# "6 October 2020", "October 6, 2020", "October 2020".
_WRITTEN = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?,)?\s+(?P<year>\d{4})"
)


def from_words(text: str) -> str:
    """Return a date that names its month in English as ISO 8601; anything else as it is.

    Examples
    --------
    >>> from_words("6 October 2020"), from_words("Oct. 6th, 2020"), from_words("October 2020")
    ('2020-10-06', '2020-10-06', '2020-10')
    >>> from_words("31 June 2020"), from_words("6/10/2020")
    ('31 June 2020', '6/10/2020')
    """
    found = _WRITTEN.fullmatch(text.strip())
    name = found["month"].capitalize() if found else ""
    if not found or (name not in MONTHS and name not in SHORT_MONTHS):
        return text
    month = SHORT_MONTHS.index(name[:3]) + 1
    days = [day for day in (found["day"], found["after"]) if day]
    parts = [found["year"], f"{month:02}", *(f"{int(day):02}" for day in days)]
    date = "-".join(parts)
    return date if is_date_or_part(date) else text


# Three numbers, the year first or last, with anything but letters and digits between.
_NUMBERS = re.compile(r"(\d{1,4})[^\w]+(\d{1,2})[^\w]+(\d{1,4})(?:[T ]\d\d:\d\d.*)?")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
# Days as Excel counts them, of 1982 to 2064.
_SERIAL = re.compile(r"[3-5]\d{4}(?:\.\d+)?")
_SERIAL_BEGINS = dt.date(1899, 12, 30)


def meant(text: str) -> list[str]:
    """Return what days a text may mean that is no date as ISO 8601 writes it.

    Examples
    --------
    >>> meant("28/05/2024"), meant("1.2.2020"), meant("45440"), meant("2024-5-3 00:00:00")
    (['2024-05-28'], ['2020-02-01', '2020-01-02'], ['2024-05-28'], ['2024-05-03'])
    >>> meant("May 28, 2024"), meant("31/02/2020"), meant("soon")
    (['2024-05-28'], [], [])
    """
    bare = text.strip()
    if (written := from_words(bare)) != bare:
        return [written]
    if _SERIAL.fullmatch(bare):
        return [(_SERIAL_BEGINS + dt.timedelta(days=int(float(bare)))).isoformat()]
    found = _NUMBERS.fullmatch(bare) or _TOGETHER.fullmatch(bare)
    if not found:
        return []
    first, middle, last = found.groups()
    orders = [(first, middle, last)] if len(first) == _YEAR else [(last, middle, first)]
    if len(last) == _YEAR and len(first) < _YEAR:
        orders.append((last, first, middle))
    days = (f"{year}-{month:0>2}-{day:0>2}" for year, month, day in orders)
    return list(dict.fromkeys(day for day in days if is_date_or_part(day)))


def is_date(text: str) -> bool:
    """Say whether a text is empty or a day as YYYY-MM-DD.

    Examples
    --------
    >>> [is_date(text) for text in ("2020-10-06", "", "2020-02-30", "2020", "20201006")]
    [True, True, False, False, False]
    """
    if not text:
        return True
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_date_or_part(text: str) -> bool:
    """Say whether a text is empty or a date as YYYY-MM-DD, a month or a year.

    Examples
    --------
    >>> is_date_or_part("1996"), is_date_or_part("1996-05"), is_date_or_part("996")
    (True, True, False)
    """
    if not (text and text.isascii() and text[:1] != "0"):
        return not text
    return is_date(text + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(text), ""))


def iso(given: object) -> str:
    """Return the day of a date or a moment as YYYY-MM-DD; "" for anything else.

    Examples
    --------
    >>> import numpy as np
    >>> iso(dt.datetime(2020, 10, 6, 12)), iso(np.datetime64("2020-10-06")), iso("soon")
    ('2020-10-06', '2020-10-06', '')
    """
    text = ""
    numpy = sys.modules.get("numpy")  # names are read without it, and none of its dates is there
    if numpy and isinstance(given, numpy.datetime64):
        text = str(given.astype("datetime64[D]"))
    elif isinstance(given, dt.date):  # a Timestamp is one, too, and NaT, which is no day
        text = given.isoformat()[: len("YYYY-MM-DD")]
    return text if is_date(text) else ""


def day(date: str, months: Sequence[str] = MONTHS) -> str:
    """Return a day, a month or a year in words; anything else as it is.

    Examples
    --------
    >>> day("2020-10-06"), day("2020-10-06", SHORT_MONTHS), day("2020-10"), day("2020"), day("soon")
    ('6 October 2020', '6 Oct 2020', 'October 2020', '2020', 'soon')
    """
    parts = _PARTS.fullmatch(date)
    if not parts or (parts[3] and not is_date(date)):
        return date
    first = [f"{int(parts[3])}"] if parts[3] else []
    return " ".join([*first, month(date, months)])


def month(date: str, months: Sequence[str] = MONTHS) -> str:
    """Return the month and the year of a date in words; anything else as it is.

    Examples
    --------
    >>> month("2020-10-06"), month("2020-10-06", SHORT_MONTHS), month("2020"), month("")
    ('October 2020', 'Oct 2020', '2020', '')
    """
    parts = _PARTS.fullmatch(date)
    if not parts:
        return date
    return f"{months[int(parts[2]) - 1]} {parts[1]}" if parts[2] else parts[1]


def first_and_last(dates: Iterable[str]) -> tuple[str, str]:
    """Return the first and the last of some dates, empty where none is known.

    Examples
    --------
    >>> first_and_last(["2020-10-06", "", "2019-07-08"]), first_and_last([""])
    (('2019-07-08', '2020-10-06'), ('', ''))
    """
    known = [date for date in dates if date]
    return min(known, default=""), max(known, default="")


def earliest_first(date: str) -> str:
    """Return the key by which dates are put in order: none comes last.

    Examples
    --------
    >>> sorted(["2020-10-06", "", "2019"], key=earliest_first)
    ['2019', '2020-10-06', '']
    """
    return date or "9999"


def from_to(first: str, last: str) -> str:
    """Return from when to when, in words: one day where both are the same, "" where none is known.

    Examples
    --------
    >>> from_to("2019-07-08", "2020-10-06"), from_to("2020-10-06", "2020-10-06"), from_to("", "")
    ('8 July 2019 to 6 October 2020', '6 October 2020', '')
    """
    return " to ".join(dict.fromkeys([day(first), day(last)]))


def of_when(first: str, last: str) -> str:
    """Return of when something is, to be put behind its name; "" where no day is known.

    Examples
    --------
    >>> of_when("6 October", "6 October"), of_when("2019", "2020"), of_when("", "")
    (' of 6 October', ' from 2019 to 2020', '')
    """
    if not last:
        return ""
    return f" of {first}" if first == last else f" from {first} to {last}"


def first_day(date: str) -> dt.date:
    """Return a date, or the first day of a month or a year: where it stands in an order.

    Examples
    --------
    >>> first_day("2020-10-06"), first_day("1996")
    (datetime.date(2020, 10, 6), datetime.date(1996, 1, 1))
    """
    return dt.date.fromisoformat(date + {_YEAR: "-01-01", _MONTH: "-01"}.get(len(date), ""))


def ends(date: str) -> tuple[str, str]:
    """Return the first and the last day of a day, a month or a year, to be compared as text.

    Examples
    --------
    >>> ends("1985"), ends("1985-02"), ends("1985-02-03")
    (('1985-01-01', '1985-12-31'), ('1985-02-01', '1985-02-31'), ('1985-02-03', '1985-02-03'))
    """
    first = {_YEAR: "-01-01", _MONTH: "-01"}.get(len(date), "")
    last = {_YEAR: "-12-31", _MONTH: "-31"}.get(len(date), "")
    return date + first, date + last


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
    text = from_to(*first_and_last(given))
    if not text:
        return "none known"
    undated = sum(not date for date in given)
    return f"{text} ({undated:,} without a date)" if undated else text
