"""Where the bars of a timeline stand, and which labels fit over them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.dates import SHORT_MONTHS, day, first_and_last, first_day, month
from coalitions.figures.kit import clip, text_width
from coalitions.findings import named_of_all
from coalitions.tables import series_chains

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: Widest and narrowest bar, gap between two (points).
WIDEST, NARROWEST, APART = 16.0, 1.5, 1.5
#: Widest bar where all dates lie within a month, how far apart such bars stand, in their widths.
BROADEST, STRIDE = 46.0, 2.1
#: Days of which a scale has the whole width; share of it that a shorter one has at least.
MONTH, LEAST = 31, 0.3
#: So few bars have room for a label each (points).
FEW, ROOMY = 8, 38.0
#: Widest name over a bar (points).
LONGEST = 80.0
#: From how many years to the next one is written, where not all have room.
YEARS_APART = (1, 2, 5, 10, 20, 50, 100)
#: Height of a line of a label (points); how high above its bar it may be lifted (lines).
LINE, LIFTS = 7.6, 12


class Bar(NamedTuple):
    """One statement: where it stands (points), how many it names, how many it declares."""

    statement: str
    side: str
    x: float
    width: float
    named: int
    total: int
    lines: tuple[str, ...]


class BarLabel(NamedTuple):
    """Words over a bar: the middle, the lower edge (points above the axis), the lines."""

    x: float
    y: float
    lines: tuple[str, ...]
    bar: Bar


def series_of(table: pd.DataFrame, bars: Sequence[Bar]) -> dict[str, list[Bar]]:
    """Return the bars of each series, from left to right: of one event the largest list."""
    at = {bar.statement: bar for bar in bars}
    event = dict(zip(table["statement_id"], table["event_id"], strict=True))
    found = {}
    for (_, name), keys in series_chains(table[table["statement_id"].isin(list(at))]).items():
        largest: dict[str, Bar] = {}
        for bar in (at[key] for key in keys):
            place = event[bar.statement] or bar.statement
            largest[place] = max(largest.get(place, bar), bar, key=lambda one: one.total)
        if len(largest) > 1:
            found[name] = sorted(largest.values(), key=lambda bar: bar.x)
    return found


def first_and_last_day(table: pd.DataFrame) -> tuple[dt.date, dt.date]:
    """Return the first and the last date of some statements."""
    first, last = map(first_day, first_and_last(table["date"]))
    return first, last


def place_of(table: pd.DataFrame, when: dt.date, width: float) -> float:
    """Return where a day stands (points): the first and the last with room for half a label."""
    first, last = first_and_last_day(table)
    if first == last:
        return width / 2
    days = (last - first).days
    room = (width - 2 * min(40.0, width / 8)) * min(1.0, max(LEAST, days / MONTH))
    return (width - room) / 2 + room * (when - first).days / days


def bars_of(table: pd.DataFrame, side: str, room: float, period: int = 0) -> list[Bar]:
    """Return the bars of a side, beside each other where their dates are too near.

    ``period``: of how many days a bar has all statements; 0 where it is one statement.
    """
    lane = table[table["side"] == side]
    wish = [place_of(table, first_day(date), room) for date in lane["date"]]
    few, (first, last) = len(table) <= FEW, first_and_last_day(table)
    widest = BROADEST if few and (last - first).days <= MONTH else WIDEST
    space = 0.62 * room / len(table)
    if period:  # no bar leaves the place of its own month or year
        space = _long(table, period, room) or space
    width = max(NARROWEST, min(widest, space - APART))
    least = max(ROOMY, STRIDE * width) if few and not period else width + APART
    places = places_in_a_row(wish, least, room)
    called = [_called(*row) for row in zip(lane["label"], lane["date"], lane["size"], strict=True)]
    lists = zip(lane["statement_id"], places, lane["named"], lane["size"], called, strict=True)
    return [
        Bar(key, side, x, width, int(named), int(size), _said(name, int(named), int(size)))
        for key, x, named, size, name in lists
    ]


def _long(table: pd.DataFrame, days: int, room: float) -> float:
    """Return how long so many days are (points)."""
    first, _ = first_and_last_day(table)
    return place_of(table, first + dt.timedelta(days=days), room) - place_of(table, first, room)


def _called(label: str, date: str, size: int) -> str:
    """Return what a statement is called where its date and its size stand beside it."""
    when = month(date, SHORT_MONTHS)
    name = label.removesuffix(f" ({when})").replace(f"({when}, ", "(")
    return "" if name.startswith(f"{size:,} ") else clip(name, LONGEST, looks.SMALL)


def _said(name: str, named: int, size: int) -> tuple[str, ...]:
    """Return the lines over a bar: what the statement is called, how many of how many are named."""
    number = named_of_all(named, size - named)
    return (name, number) if name else (number,)


def places_in_a_row(wish: list[float], least: float, limit: float) -> list[float]:
    """Return places in the same order, at least so far apart, those that clash about their mean."""
    groups: list[tuple[float, int]] = []
    for place in wish:
        groups.append((place, 1))
        while len(groups) > 1:
            (one, n), (other, m) = groups[-2:]
            if other - one >= least * (n + m) / 2:
                break
            groups[-2:] = [((one * n + other * m) / (n + m), n + m)]
    places = [middle + least * (k - (n - 1) / 2) for middle, n in groups for k in range(n)]
    right = limit - least / 2
    for n in range(len(places) - 1, -1, -1):
        places[n] = min(places[n], right - least * (len(places) - 1 - n))
    return [max(place, least / 2 + least * n) for n, place in enumerate(places)]


def labels_of(bars: list[Bar], unit: float, room: float) -> list[BarLabel]:
    """Return the labels that fit, the largest lists first: over their bars, or lifted above."""
    boxes = [(b.x - b.width / 2, b.x + b.width / 2, 0.0, unit * b.total) for b in bars]
    found = []
    for bar in sorted(bars, key=lambda bar: (-bar.total, bar.statement)):
        label = next(
            filter(None, (_fit(bar, part, (unit, room), boxes) for part in _shorter(bar))), None
        )
        if label:
            found.append(label)
            half = _half(label.lines)
            top = label.y + LINE * len(label.lines)
            boxes.append((label.x - half, label.x + half, label.y - 1, top))
            boxes.append((bar.x - 0.5, bar.x + 0.5, unit * bar.total, label.y))
    return found


def _shorter(bar: Bar) -> list[tuple[str, ...]]:
    return (
        [bar.lines, (f"{bar.total:,}",)]
        if len(bar.lines) > 1 or bar.named < bar.total
        else [bar.lines]
    )


def _half(lines: tuple[str, ...]) -> float:
    weights = [*["normal"] * (len(lines) - 1), "bold"]  # the number, below the name
    wide = zip(lines, weights, strict=True)
    return max(text_width(line, looks.SMALL, weight) for line, weight in wide) / 2 + 1.2


def _fit(
    bar: Bar,
    lines: tuple[str, ...],
    scale: tuple[float, float],
    boxes: list[tuple[float, float, float, float]],
) -> BarLabel | None:
    """Return the lowest free place for a label over its bar, or nothing."""
    (unit, room), half = scale, _half(lines)
    x = min(max(bar.x, half), room - half)
    for lift in range(LIFTS):
        y = unit * bar.total + 2 + lift * LINE
        box = (x - half, x + half, y - 1, y + LINE * len(lines))
        stem = (bar.x - 0.5, bar.x + 0.5, unit * bar.total + 1, y)
        if not any(_meet(other, box) or (lift and _meet(other, stem)) for other in boxes):
            return BarLabel(x, y, lines, bar)
    return None


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def years_apart(table: pd.DataFrame, room: float) -> int:
    """Return from how many years to the next one is written: 1, or a round number."""
    least = text_width("2026", looks.FOOT) + 6
    year = _long(table, 365, room)
    return next((n for n in YEARS_APART if n * year >= least), YEARS_APART[-1])


def ticks(first: dt.date, last: dt.date, step: int = 1) -> list[tuple[dt.date, str]]:
    """Return the dates that are written: years amid what is shown of them, or months."""
    if first == last:
        return [(first, day(first.isoformat()))]
    if (last - first).days <= MONTH:
        return [(each, day(each.isoformat())) for each in (first, last)]
    if first.year == last.year:
        months = [dt.date(first.year, n, 1) for n in range(first.month, last.month + 1)]
        middles = [max(first, min(last, each.replace(day=15))) for each in months]
        return [(middle, month(middle.isoformat())) for middle in middles]
    found = []
    for year in (n for n in range(first.year, last.year + 1) if n % step == 0):
        begin, end = max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))
        found.append((begin + (end - begin) / 2, str(year)))
    return found
