"""Days, months and years: said in the same words everywhere, whatever language a machine speaks."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import coalitions
from coalitions.dates import (
    SHORT_MONTHS,
    day,
    earliest_first,
    first_and_last,
    from_to,
    iso,
    month,
    span,
)

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))


@given(DAYS)
def test_words_are_those_of_the_calendar(date: dt.date) -> None:
    text = date.isoformat()
    assert day(text) == f"{date.day} {date:%B %Y}"
    assert day(text, SHORT_MONTHS) == f"{date.day} {date:%b %Y}"
    assert month(text) == day(text[:7]) == f"{date:%B %Y}"
    assert day(text[:4]) == text[:4]


def test_no_name_of_a_month_is_left_to_the_language_of_the_machine() -> None:
    sources = Path(coalitions.__file__).parent.rglob("*.py")
    named = [path.name for path in sources if re.search(r"%[aAbBcpxX]\b", path.read_text("utf-8"))]
    assert named == []


@pytest.mark.parametrize(
    "text", ["", "soon", "2020-13", "2020-02-30", "2020-10-6", "20201006", "about 2020", "٢٠٢٠"]
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert day(text) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (dt.date(2020, 10, 6), "2020-10-06"),
        (dt.datetime(2020, 10, 6, 23, 59, tzinfo=dt.UTC), "2020-10-06"),
        (pd.Timestamp("2020-10-06 12:00"), "2020-10-06"),
        (np.datetime64("2020-10-06T12:00"), "2020-10-06"),
        (pd.NaT, ""),
        (np.datetime64("NaT", "D"), ""),
        (2020, ""),
        (None, ""),
    ],
)
def test_a_moment_is_its_day(given: object, text: str) -> None:
    assert iso(given) == text


@given(st.lists(st.one_of(st.just(""), DAYS.map(str)), max_size=6))
def test_first_and_last_are_those_of_the_dates_in_order(dates: list[str]) -> None:
    ordered = sorted(dates, key=earliest_first)
    known = [date for date in ordered if date]
    assert ordered == known + [""] * (len(dates) - len(known))
    assert first_and_last(dates) == ((known[0], known[-1]) if known else ("", ""))
    assert span(dates).startswith(from_to(*first_and_last(dates)) or "none known")
