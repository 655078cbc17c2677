"""Timeline of statements: how many each side declared, and how many of them are named."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.dates import first_day, month
from coalitions.figures.kit import canvas, render, text_width, try_wider
from coalitions.figures.timeline.lanes import (
    LINE,
    Bar,
    BarLabel,
    bars_of,
    first_and_last_day,
    labels_of,
    place_of,
    series_of,
    ticks,
    years_apart,
)
from coalitions.figures.timeline.periods import PERIODS, in_periods, too_many_bars
from coalitions.findings import periods_words, timeline_words
from coalitions.tables import dated_lists

if TYPE_CHECKING:
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.looks import Look

#: Height of the tallest bar, on a page and on a slide (points).
TALL, TALL_SLIDE = 130.0, 80.0
#: Lanes that have that height; more share that of two. Room between those below the dates (points).
TWO, APART = 2, 8.0
#: Height of the band with the dates, and of the name of a side (points).
BAND, HEAD = 15.0, 14.0


def draw_timeline(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw how many signed each statement, over time: one side above the dates, others below.

    A bar is solid as far as the list names signatories, hatched as far as it declares them; a list
    without a declared count is drawn as printed. Statements without a date are left out and named.
    Where the statements have a column ``series``, a line joins those of one series on each side.
    Of more statements a side than bars have room for (166 at the width of a page, 77 in a column),
    those of one month, or of one year, are one bar, as high as they have signatures together.

    Parameters
    ----------
    corpus : Corpus
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        No statement has both a date and a number of signatories.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_timeline(load("un-china")).get_title(loc="left").replace("\n", " ")
    'Largest lists: 80 states supporting China (October 2024), 51 critical (October 2023)'
    """
    refuse_no_corpus(corpus)
    return render(partial(_drawn, corpus), **how)


def _drawn(corpus: Corpus, page: Page) -> Axes:
    lists, look = dated_lists(corpus), page.look
    table, each = lists, ""
    if too_many_bars(lists, look.width):
        try_wider(look, lacking=True)
        table, each = in_periods(lists, look.width)
    lanes = list(dict.fromkeys(table["side"]))
    colours = looks.side_colours(corpus.sides, look)
    days = PERIODS[each][-1] if each else 0
    bars = {side: bars_of(table, side, look.width, days) for side in lanes}
    most = max(bar.total for lane in bars.values() for bar in lane)
    unit = (TALL_SLIDE if look.height else TALL) * min(1.0, TWO / len(lanes)) / most
    labels = {side: labels_of(lane, unit, look.width) for side, lane in bars.items()}
    heights = {side: _height(bars[side], labels[side], unit) for side in lanes}
    unsaid = sum(
        not _number_fits(bar, unit) and bar not in {label.bar for label in labels[side]}
        for side in lanes
        for bar in bars[side]
    )
    try_wider(look, lacking=bool(unsaid))
    above, *below = heights.values()
    bottom = -BAND - sum(below) - APART * max(0, len(below) - 1)
    limits = (0.0, look.width, bottom, above)
    said = timeline_words(corpus, lists, unsaid)
    if each:
        said = periods_words(corpus, lists, table, each, unsaid)
    ax = canvas(page, said, height=above - bottom, limits=limits)
    for n, side in enumerate(lanes):
        sign, base = (1, 0.0) if n == 0 else (-1, -BAND - sum(below[: n - 1]) - APART * (n - 1))
        if n > 1:
            ax.hlines(base, 0, look.width, colors=look.hairline, linewidth=0.6, zorder=0)
        scale = (base, sign, unit)
        chains = series_of(table, bars[side])
        _draw_lane(ax, bars[side], labels[side], scale, (colours[side], look))
        _draw_series(ax, chains, scale, look)
        for label in labels[side]:
            _draw_label(ax, label, scale, look, over_lines=bool(chains))
        if lanes != [looks.NEITHER]:  # of one that takes no side there is nothing to tell apart
            name = ax.text(0, base + sign * heights[side], looks.side_name(side))
            name.set(va="top" if sign > 0 else "bottom", fontweight="bold", fontsize=looks.TEXT)
    _draw_dates(ax, table, look)
    return ax


def _height(bars: list[Bar], labels: list[BarLabel], unit: float) -> float:
    """Return how high the bars of a side are with their labels and the side's name (points)."""
    labelled = max([label.y + LINE * len(label.lines) for label in labels], default=0)
    return max(labelled, unit * max(bar.total for bar in bars)) + HEAD


def _draw_lane(
    ax: Axes,
    bars: list[Bar],
    labels: list[BarLabel],
    scale: tuple[float, int, float],
    colours: tuple[str, Look],
) -> None:
    """Draw the bars of a side; a number stands within where no label tells it."""
    base, sign, unit = scale
    labelled = {label.bar for label in labels}
    for bar in bars:
        _draw_bar(ax, bar, (base, sign * unit), colours, inside=bar not in labelled)


def _draw_series(
    ax: Axes, chains: dict[str, list[Bar]], scale: tuple[float, int, float], look: Look
) -> None:
    """Draw a line through the tops of the bars of each series."""
    base, sign, unit = scale
    for series, chain in chains.items():
        tops = [base + sign * unit * bar.total for bar in chain]
        line = ax.plot([bar.x for bar in chain], tops, color=look.grey, linewidth=0.6)
        line[0].set(zorder=1, alpha=0.7, gid=f"series {series}")


def _draw_bar(
    ax: Axes, bar: Bar, scale: tuple[float, float], colours: tuple[str, Look], *, inside: bool
) -> None:
    """Draw a bar: solid to what is named, hatched to what is declared; the number within it."""
    (base, unit), (colour, look) = scale, colours
    left = bar.x - bar.width / 2
    if bar.total > bar.named:
        corner = (left, base + unit * bar.named)
        hatched = Rectangle(corner, bar.width, unit * (bar.total - bar.named), linewidth=0)
        hatched.set(facecolor=look.unknown, edgecolor=colour, hatch="//////")
        hatched.set(zorder=2, gid=f"declared {bar.statement}")
        ax.add_artist(hatched)
    solid = Rectangle((left, base), bar.width, unit * bar.named, facecolor=colour, linewidth=0)
    solid.set(zorder=2, gid=f"named {bar.statement}")
    ax.add_artist(solid)
    number = f"{bar.total:,}"
    if inside and _number_fits(bar, abs(unit)):
        at = base + unit * bar.total - (LINE / 2 + 0.5 if unit > 0 else -LINE / 2 - 0.5)
        text = ax.text(bar.x, at, number, fontsize=looks.SMALL, zorder=4)
        text.set(ha="center", va="center_baseline")
        if bar.total > bar.named:
            text.set_bbox({"facecolor": look.unknown, "linewidth": 0, "pad": 0.4})
        else:
            text.set_color(look.text_on(colour))


def _number_fits(bar: Bar, unit: float) -> bool:
    return bar.width > text_width(f"{bar.total:,}", looks.SMALL) and unit * bar.total > LINE


def _draw_label(
    ax: Axes, label: BarLabel, scale: tuple[float, float, float], look: Look, *, over_lines: bool
) -> None:
    """Write a label over its bar, or under it below the dates; a line leads to what is lifted."""
    base, sign, unit = scale
    top = unit * label.bar.total
    if label.y > top + LINE:
        low, high = sorted((base + sign * (top + 1), base + sign * (label.y - 0.5)))
        ax.vlines(label.bar.x, low, high, colors=look.hairline, linewidth=0.6, zorder=1)
    lines = label.lines if sign < 0 else label.lines[::-1]
    for n, line in enumerate(lines):
        text = ax.text(label.x, base + sign * (label.y + n * LINE), line, fontsize=looks.SMALL)
        text.set(ha="center", va="bottom" if sign > 0 else "top", zorder=4)
        if over_lines:
            text.set_bbox({"facecolor": look.ground, "linewidth": 0, "pad": 0.3})
        if line == label.bar.lines[-1] or line == f"{label.bar.total:,}":
            text.set_fontweight("bold")


def _draw_dates(ax: Axes, table: pd.DataFrame, look: Look) -> None:
    """Write years, or months, or the one day, into the band between the sides."""
    first, last = first_and_last_day(table)
    for edge in (0.0, -BAND):
        ax.hlines(edge, 0, look.width, colors=look.hairline, linewidth=0.6, zorder=0)
    step = years_apart(table, look.width)
    for year in range(first.year + 1, last.year + 1) if step == 1 else ():
        x = place_of(table, dt.date(year, 1, 1), look.width)
        ax.vlines(x, -BAND, 0, colors=look.hairline, linewidth=0.6, zorder=0)
    free = 0.0
    for day, text in _written(table) or ticks(first, last, step):
        x = place_of(table, day, look.width)
        half = text_width(text, looks.FOOT) / 2
        if x - half >= free and x + half <= look.width:
            at = ax.text(x, -BAND / 2, text, fontsize=looks.FOOT, color=look.grey)
            at.set(ha="center", va="center_baseline")
            free = x + half + 6


def _written(table: pd.DataFrame) -> list[tuple[dt.date, str]]:
    """Return the months, or the year, that bars of one year stand for; nothing of other bars."""
    first, last = first_and_last_day(table)
    if "period" not in table or first.year != last.year:
        return []
    periods = dict(zip(table["date"], table["period"], strict=True))
    return [(first_day(date), month(periods[date])) for date in sorted(periods)]
