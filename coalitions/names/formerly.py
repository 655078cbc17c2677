"""What names stood for at other times, and who could sign then: ``reference``, read by date."""

from __future__ import annotations

import csv
import functools
from bisect import bisect_right
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from coalitions.dates import ends
from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What ``kind`` says of a state that was a member and is no more.
FORMER = "former"


class Time(NamedTuple):
    """From a day on, and until another, on which it is over; without one it goes on.

    Examples
    --------
    >>> cold_war = Time("1949-10-07", "1990-10-03")
    >>> cold_war.meets("1990"), cold_war.meets("1990-10-03"), cold_war.holds("1990")
    (True, False, False)
    """

    since: str
    until: str

    def meets(self, date: str) -> bool:
        """Say whether some day of a date (a day, a month, a year) is within."""
        first, last = ends(date)
        return self.since <= last and (not self.until or first < self.until)

    def holds(self, date: str) -> bool:
        """Say whether every day of a date is within."""
        first, last = ends(date)
        return self.since <= first and (not self.until or last < self.until)


class Once(NamedTuple):
    """Whom a spelling stood for at a time."""

    signatory: str
    time: Time


class Meanwhile(NamedTuple):
    """Who may be meant by a name of today at a time when it was not clear, and why."""

    time: Time
    meant: tuple[str, ...]
    note: str


def rows_of(file: str) -> list[dict[str, str]]:
    """Return the rows of a table of ``reference``."""
    text = (resources.files("coalitions.names") / "reference" / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@functools.cache
def once() -> dict[str, tuple[Once, ...]]:
    """Return whom each spelling stood for at other times, by its normal form.

    Examples
    --------
    >>> [each.signatory for each in once()["united arab republic"]]
    ['EGY', 'UAR']
    """
    found: dict[str, tuple[Once, ...]] = {}
    for row in rows_of("formerly.csv"):
        key = normalise(row["alias"])
        each = Once(row["signatory"], Time(row["from"], row["until"]))
        found[key] = (*found.get(key, ()), each)
    return found


@functools.cache
def _meanwhile() -> dict[str, tuple[Meanwhile, ...]]:
    found: dict[str, tuple[Meanwhile, ...]] = {}
    for row in rows_of("meanwhile.csv"):
        meant = tuple(row["meant"].split(";"))
        each = Meanwhile(Time(row["from"], row["until"]), meant, row["note"])
        found[row["signatory"]] = (*found.get(row["signatory"], ()), each)
    return found


def meant_then(key: str, date: str) -> tuple[str, ...]:
    """Return whom a spelling stood for at a date, where that is told; several where it may be two.

    Examples
    --------
    >>> meant_then("yugoslavia", "1985"), meant_then("yugoslavia", "1995")
    (('YUG',), ('SCG', 'YUG'))
    """
    then = [each.signatory for each in once().get(key, ()) if date and each.time.meets(date)]
    return tuple(dict.fromkeys(then))


def former_codes(key: str) -> tuple[str, ...]:
    """Return the states that are no more for which a spelling stood once, by code.

    Examples
    --------
    >>> former_codes("yugoslavia"), former_codes("west germany")
    (('SCG', 'YUG'), ())
    """
    codes = dict.fromkeys(each.signatory for each in once().get(key, ()))
    return tuple(code for code in codes if _of(code)["kind"] == FORMER)


def unclear_then(code: str, date: str) -> Meanwhile | None:
    """Return who may be meant by a name of a state of today at a date, if that is not clear.

    Examples
    --------
    >>> unclear_then("DEU", "1985").meant, unclear_then("DEU", "1990-10-03")
    (('DEU', 'DDR'), None)
    """
    found = (each for each in _meanwhile().get(code, ()) if date and each.time.holds(date))
    return next(found, None)


@functools.cache
def _states() -> tuple[dict[str, str], ...]:
    return tuple(rows_of("states.csv"))


@functools.cache
def times() -> dict[str, tuple[Time, ...]]:
    """Return when each state was a member or an observer of the United Nations, by code.

    Examples
    --------
    >>> times()["IDN"]
    (Time(since='1950-09-28', until='1965-01-20'), Time(since='1966-09-28', until=''))
    """
    return {
        row["signatory"]: tuple(
            Time(*each)
            for each in zip(row["from"].split(";"), row["until"].split(";"), strict=True)
        )
        for row in _states()
        if row["from"]
    }


#: The day on which the Charter came into force: nobody was a member before.
FOUNDED = "1945-10-24"


def universe_known(date: str) -> bool:
    """Say whether a date tells who could sign: it is known, and there were United Nations.

    Examples
    --------
    >>> universe_known("1985"), universe_known(""), universe_known("1942-01-01")
    (True, False, False)
    """
    return bool(date) and ends(date)[1] >= FOUNDED


@functools.lru_cache(maxsize=4096)
def members_at(date: str) -> frozenset[str]:
    """Return the members and observers of the United Nations at a date, by code.

    Parameters
    ----------
    date : str
        A day, a month or a year (whoever was one at some day of it); "" is today. Before the
        United Nations there were no members: then, too, those of today are returned.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> len(members_at("")), len(members_at("1985")), "DDR" in members_at("1985")
    (195, 165, True)
    """
    if not universe_known(date):
        return frozenset(code for code, each in times().items() if not each[-1].until)
    first, last = ends(date)
    begun, over = _turns()
    return _members_between(
        max((day for day in begun if day <= last), default=""),
        max((day for day in over if day <= first), default=""),
    )


@functools.cache
def _turns() -> tuple[frozenset[str], frozenset[str]]:
    """Return the days on which a membership began, and those on which one was over."""
    every = [time for each in times().values() for time in each]
    return frozenset(time.since for time in every), frozenset(t.until for t in every if t.until)


@functools.cache
def _members_between(begun: str, over: str) -> frozenset[str]:
    """Return whose membership had begun by one day and was not over by another.

    Thousands of dates lie between few such days.
    """
    return frozenset(
        code
        for code, each in times().items()
        if any(t.since <= begun and (not t.until or over < t.until) for t in each)
    )


@functools.lru_cache(maxsize=4096)
def era(date: str) -> tuple[int, ...]:
    """Return which turns a date lies between: at dates of one era each name stands for the same.

    Examples
    --------
    >>> era("1985-01-02") == era("1985-03-04"), era("1990-10-02") == era("1990-10-03"), era("")
    (True, False, ())
    """
    return tuple(bisect_right(_days_of_turns(), day) for day in ends(date)) if date else ()


@functools.cache
def _days_of_turns() -> list[str]:
    """Return the days on which something began, or was over, in order."""
    told = [
        each.time for group in (once(), _meanwhile()) for some in group.values() for each in some
    ]
    every = [*told, *(time for some in times().values() for time in some)]
    return sorted({FOUNDED, *(time.since for time in every), *(time.until for time in every)})


def is_over(code: str, date: str) -> bool:
    """Say whether a state was no more at a date."""
    return bool(date) and _of(code)["kind"] == FORMER and times()[code][-1].until <= ends(date)[0]


@functools.cache
def _by_code() -> dict[str, dict[str, str]]:
    return {row["signatory"]: row for row in _states()}


def _of(code: str) -> dict[str, str]:
    return _by_code()[code]


def outside(code: str, date: str) -> bool:
    """Say whether a state was neither a member nor an observer at a date, and is or was another."""
    return universe_known(date) and code in times() and code not in members_at(date)


def spellings() -> Iterable[tuple[str, str]]:
    """Yield the spellings of states that are no more, each with its code."""
    kinds = {code: row["kind"] for code, row in _by_code().items()}
    for row in rows_of("formerly.csv"):
        if kinds[row["signatory"]] == FORMER:
            yield row["alias"], row["signatory"]
