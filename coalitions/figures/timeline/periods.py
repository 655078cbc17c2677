"""Months or years as bars, where statements have no room for a bar each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.figures.timeline.lanes import APART, NARROWEST, first_and_last_day

if TYPE_CHECKING:
    import pandas as pd

#: Share of the width that months may take.
MONTHS_SHARE = 0.7
#: Months and years: how many letters of a date are theirs, the middle of one, their fewest days.
PERIODS = {"month": (7, "-15", 28), "year": (4, "-07-02", 365)}


def too_many_bars(table: pd.DataFrame, room: float) -> bool:
    """Say whether some side has more bars than stand side by side (points)."""
    return bool(table["side"].value_counts().max() * (NARROWEST + APART) > room)


def in_periods(table: pd.DataFrame, room: float) -> tuple[pd.DataFrame, str]:
    """Return a bar for all statements of a side in one month, or in one year; and in which of them.

    By year where a date has no month, or months have no room. Bars stand at the middle of their
    ``period``.

    Parameters
    ----------
    table : DataFrame
        As `dated_lists` returns it.
    room : float
        Width of the body (points).
    """
    first, last = first_and_last_day(table)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    dated = (table["date"].str.len() >= PERIODS["month"][0]).all()
    each = "month" if dated and months * (NARROWEST + APART) <= MONTHS_SHARE * room else "year"
    return _summed(table, each), each


def _summed(table: pd.DataFrame, each: str) -> pd.DataFrame:
    """Return the signatures of each side and period together, as rows of the same table."""
    letters, middle, _ = PERIODS[each]
    groups = table.assign(period=table["date"].str[:letters]).groupby(["side", "period"])
    found = groups[["named", "size"]].sum().assign(number=groups.size()).reset_index()
    order = list(dict.fromkeys(table["side"]))
    found = found.iloc[found["side"].map(order.index).argsort(kind="stable")]
    counted = [f"{n:,} statement{'s' * (n != 1)}" for n in found["number"]]
    return found.assign(
        statement_id=found["period"],
        date=found["period"] + middle,
        label=counted,
        event_id="",
        series="",
    ).reset_index(drop=True)
