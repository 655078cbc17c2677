"""What a user asks of a corpus: dates and topics, and what to say if nothing fits."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from coalitions.errors import ChoiceError
from coalitions.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

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
    text = str(given) if isinstance(given, str) else ""
    if isinstance(given, (int, np.integer)):
        text = str(int(given))
    elif isinstance(given, np.datetime64):
        text = str(given.astype("datetime64[D]"))
    elif isinstance(given, dt.date):  # a Timestamp is one, too
        text = given.isoformat()[: len("YYYY-MM-DD")]
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        shown = f'"{given}"' if isinstance(given, str) else repr(given)
        said = f"{what}: {shown}" if what else shown
        raise ChoiceError(f"{said}: expected a date as YYYY-MM-DD, YYYY-MM or YYYY")
    return text


def topics_of(cell: str) -> list[str]:
    """Return the topics of a cell, in small letters."""
    return [part.strip().casefold() for part in cell.split(";")]


def nothing_fits(table: pd.DataFrame, asked: Mapping[str, str | list[str]]) -> str:
    """Say that no statement fits, and what would."""
    days = sorted(set(table["date"]) - {""})
    told = {key: [each] if isinstance(each, str) else each for key, each in asked.items()}
    wish = ", ".join(f"{key} {shortened(', '.join(each)) or 'empty'}" for key, each in told.items())
    there = {
        "events": _in_order(set(table["event_id"])),
        "forums": _in_order(set(table["forum"])),
        "topics": _in_order({x.strip() for c in table["topic"] for x in c.split(";")}),
        "dates": " to ".join(dict.fromkeys([*days[:1], *days[-1:]])),
        "stances": ", ".join(sorted(set(table["stance"]) - {""})),
    }
    known = "".join(f"\n  {key}: {value}" for key, value in there.items() if value)
    return f"no statement fits ({wish}); the corpus has{known or ' no such information'}"


def _in_order(cells: set[str]) -> str:
    return ", ".join(map(shortened, sorted(cells - {""})))
