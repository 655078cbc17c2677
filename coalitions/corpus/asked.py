"""What a user asks of a corpus: dates and topics, and what to say if nothing fits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from coalitions.dates import first_and_last, is_date_or_part, iso
from coalitions.errors import ChoiceError, shortened, told
from coalitions.files import encodable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: As many ids are all named; of more, so many that are written like the one asked for.
FEW, NEAR = 12, 3

#: A day, a month or a year, as users have them; a datetime and a Timestamp are dates.
Day: TypeAlias = str | int | np.integer | dt.date | np.datetime64


def day_of(given: object, what: str = "") -> str:
    """Return a date as YYYY-MM-DD, YYYY-MM or YYYY, from a text, a year or a date; "" for None.

    ``what`` is what it is the date of, for the message.

    Raises
    ------
    ChoiceError
        Anything else.

    Examples
    --------
    >>> day_of("2020-10"), day_of(2020), day_of(dt.date(2020, 10, 6)), day_of(None)
    ('2020-10', '2020', '2020-10-06', '')
    """
    if given is None:
        return ""
    text = str(given) if isinstance(given, str) else iso(given)
    if isinstance(given, (int, np.integer)):
        text = str(int(given))
    if not text or not is_date_or_part(text):
        shown = f'"{given}"' if isinstance(given, str) else told(given)
        said = f"{what}: {shown}" if what else shown
        raise ChoiceError(f"{said}: expected a date as YYYY-MM-DD, YYYY-MM or YYYY")
    return text


def topics_of(cell: str) -> list[str]:
    """Return the topics of a cell, in small letters."""
    return [part.strip().casefold() for part in cell.split(";")]


def _up_to(days: pd.Series[str], last: str) -> pd.Series[bool]:
    return ((days <= last) | days.str.startswith(last)) & (days != "")


#: What is asked for → which rows of the table of statements fit it.
_FITTING: dict[str, Callable[[pd.DataFrame, Any], pd.Series[bool]]] = {
    "statements": lambda table, ids: table["statement_id"].isin(ids),
    "since": lambda table, first: table["date"] >= first,
    "until": lambda table, last: _up_to(table["date"], last),
    "event": lambda table, event: table["event_id"] == event,
    "forum": lambda table, forum: (table["forum"] == forum) & (forum != ""),
    "topic": lambda table, topic: table["topic"].map(lambda c: topic.casefold() in topics_of(c)),
    "stance": lambda table, stance: table["stance"] == stance,
}


def fitting(table: pd.DataFrame, asked: Mapping[str, str | list[str]]) -> pd.Series[bool]:
    """Say of each statement whether it fits all that is asked for: ids, event, dates and more.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"date": ["2020-10-06", "2021-01-01", ""], "topic": ["Sea"] * 3})
    >>> fitting(table, {"topic": "sea", "until": "2020"}).tolist()
    [True, False, False]
    """
    fits = pd.Series(data=True, index=table.index)
    for what, value in asked.items():
        fits &= _FITTING[what](table, value).astype(bool)
    return fits


def nothing_fits(
    table: pd.DataFrame, asked: Mapping[str, str | list[str]], earlier: pd.DataFrame
) -> str:
    """Say that no statement fits, and what would: other wishes, or an earlier version."""
    told = {key: [each] if isinstance(each, str) else each for key, each in asked.items()}
    wish = ", ".join(f"{key} {shortened(', '.join(each)) or 'empty'}" for key, each in told.items())
    there = {
        "events": _in_order(set(table["event_id"])),
        "forums": _in_order(set(table["forum"])),
        "topics": _in_order({x.strip() for c in table["topic"] for x in c.split(";")}),
        "dates": " to ".join(dict.fromkeys(first_and_last(table["date"]))),
        "stances": ", ".join(sorted(set(table["stance"]) - {""})),
    }
    known = "".join(f"\n  {key}: {value}" for key, value in there.items() if value)
    begin = f"no statement fits ({wish}); the corpus has{known or ' no such information'}"
    if earlier.empty:
        return begin
    return "\n".join([begin, *_replaced(earlier)])


def no_such_statements(unknown: list[str], known: list[str], earlier: pd.DataFrame) -> str:
    """Say of each id that is none what it may have meant: an earlier version, or the nearest ids.

    Parameters
    ----------
    unknown : list of str
        Ids that were asked for and are not in the corpus.
    known : list of str
        Those that are.
    earlier : DataFrame
        Earlier versions that are left out: ``statement_id``, and in ``superseded_by`` the latest.

    Examples
    --------
    >>> import pandas as pd
    >>> earlier = pd.DataFrame({"statement_id": ["may"], "superseded_by": ["june"]})
    >>> print(no_such_statements(["may", "jule"], ["june", "august"], earlier))
    may is an earlier version of june, and is left out: load with `versions="all"`
    no such statement: jule; there are
      june
      august
    """
    unknown = [encodable(str(key)) for key in unknown]  # a half of a letter is in no table
    asked = earlier["statement_id"].isin(unknown)
    replaced = set(earlier["statement_id"][asked])
    lines = _replaced(earlier[asked])
    none = [key for key in unknown if key not in replaced]
    if none and len(known) <= FEW:
        wish = ", ".join(shortened(str(key)) for key in none)
        lines += [f"no such statement: {wish}; there are", *(f"  {shortened(k)}" for k in known)]
        return "\n".join(lines)
    for key in none:
        near = ", ".join(map(shortened, nearest_ids(str(key), known)))
        lines.append(f"no such statement: {shortened(str(key))}; most like it: {near}")
    if none:
        lines.append(f"(all {len(known):,} ids are in the ledger)")
    return "\n".join(lines)


def nearest_ids(key: str, known: list[str]) -> list[str]:
    """Return the ids that are written most like one, the nearest first.

    Examples
    --------
    >>> nearest_ids("hrc44-cubba", ["hrc44-cuba", "hrc44-uk", "hrc47-canada", "unga75-cuba"])
    ['hrc44-cuba', 'hrc44-uk', 'hrc47-canada']
    """
    return [found for found, _, _ in process.extract(key, known, scorer=fuzz.ratio, limit=NEAR)]


def _replaced(earlier: pd.DataFrame) -> list[str]:
    """Say of earlier versions what replaces them, and what brings them in, a line each."""
    pairs = zip(earlier["statement_id"], earlier["superseded_by"], strict=True)
    lines = [
        f"{shortened(key)} is an earlier version of {shortened(later)}, and is left out: "
        'load with `versions="all"`'
        for key, later in pairs
    ]
    more = len(lines) - FEW
    return [*lines[:FEW], f"and {more:,} more earlier versions"] if more > 0 else lines


def _in_order(cells: set[str]) -> str:
    return ", ".join(map(shortened, sorted(cells - {""})))
