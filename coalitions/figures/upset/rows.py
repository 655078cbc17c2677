"""The rows of an UpSet diagram: where everything stands, what fits, and how it is drawn."""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.patches import Circle, Rectangle

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import counted, short_names
from coalitions.figures.kit import (
    LEADING,
    WIDTHS,
    clip_apart,
    clip_to_rooms,
    draw_step,
    fold,
    folded_lines,
    leaves_nothing_out,
    statement_colours,
    text_width,
)
from coalitions.findings import sizes, too_many_to_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.looks import Look

#: Height of a row of one line, and of a statement's name above the rows (points).
ROW, HEAD = 14.0, 10.0
#: Most that the dots of a statement take, and of the width those of all (points, share).
DOTS_MOST, DOTS_SHARE = 14.0, 0.34
#: Share of the width for the longest bar; between two things in a row (points).
BAR_SHARE, APART = 0.2, 8.0
#: Narrower than this, names stand below the bar and not beside it (points).
BESIDE_LEAST = 110.0
#: Most that the body takes on a page and in a column; what the words around it take on a slide.
PAGE, COLUMN, AROUND = 590.0, 370.0, 175.0
#: Rows that there are at most, on a poster, too.
MOST_ROWS = 500
#: Names of one region may take this share of the body.
NAMES_SHARE = 0.45
#: Above the two numbers.
EXACTLY, AT_LEAST = "exactly", "at least"


class Places(NamedTuple):
    """Where the parts of a row stand (points from the left)."""

    #: From one statement's dot to the next.
    dots: float
    #: Where bars begin, and how long a state is in them.
    bars: float
    unit: float
    #: Where the two numbers end, and where names begin.
    exactly: float
    at_least: float
    names: float
    #: Whether names stand below the bar.
    below: bool
    #: The colours of all of it, and the room for it.
    look: Look

    @property
    def room(self) -> float:
        """Width of the names."""
        return self.look.width - self.names


class Row(NamedTuple):
    """A region as it is drawn."""

    statements: tuple[str, ...]
    named: int
    exclusive: Interval
    inclusive: Interval
    #: Its names in lines.
    names: str
    height: float


def places(part: Corpus, table: pd.DataFrame, look: Look) -> Places:
    """Return where the parts of a row stand, for statements and their regions."""
    dots = min(DOTS_MOST, DOTS_SHARE * look.width / len(part.statements))
    bars = dots * len(part.statements) + APART
    long = BAR_SHARE * look.width
    exactly = bars + long + APART + _width(table, "exclusive", EXACTLY)
    at_least = exactly + APART + _width(table, "inclusive", AT_LEAST)
    below = look.width - at_least - 1.5 * APART < BESIDE_LEAST
    names = bars if below else at_least + 1.5 * APART
    most = max([1, *table["inclusive_max"]])
    return Places(dots, bars, long / most, exactly, at_least, names, below, look)


def _width(table: pd.DataFrame, kind: str, head: str) -> float:
    found = zip(table[f"{kind}_min"], table[f"{kind}_max"], strict=True)
    texts = [head, *(str(Interval(low, high)) for low, high in found)]
    return max(text_width(text, looks.FOOT, "bold") for text in texts)


def heads_height(part: Corpus) -> float:
    """Return how much room the names of the statements take (points)."""
    return (len(part.statements) + 1) * HEAD + 10


def region_rows(part: Corpus, table: pd.DataFrame, where: Places, top: float) -> list[Row]:
    """Return the rows that fit, the largest regions first; always one at least.

    Of a slide that could be wider, no region is left out: if it is too tall, a wider one is tried.
    """
    body = _body(where.look) - top
    room = (where.room, _most_lines(body))
    table = table.head(int(min(MOST_ROWS, max(0.0, body) // ROW)) + 1)  # no row is lower than that
    shown = {name for who in table["members"] if not _too_many(who, room) for name in who}
    names = {key: name for key, name in short_names(part).items() if key in shown}
    cut = clip_apart(names.values(), where.room - 6, looks.SMALL)
    short = {key: cut[name] or name for key, name in names.items()}
    rows: list[Row] = []
    tall = 0.0
    for found in table.to_dict("records"):
        row = _row(part, found, where, (body, short))
        tall += row.height
        if rows and (tall > body or len(rows) == MOST_ROWS):
            break
        rows.append(row)
    return rows


def _body(look: Look) -> float:
    """Return how high the body may be (points)."""
    if leaves_nothing_out(look):
        return math.inf
    if look.height:
        return look.height - AROUND
    return max(COLUMN, PAGE * min(1.0, look.width / WIDTHS["page"]))


def _row(
    part: Corpus, found: dict[Any, Any], where: Places, given: tuple[float, Mapping[str, str]]
) -> Row:
    body, short = given
    exclusive = Interval(found["exclusive_min"], found["exclusive_max"])
    inclusive = Interval(found["inclusive_min"], found["inclusive_max"])
    who: tuple[str, ...] = found["members"]
    names = _names(
        who, short, (where.room, _most_lines(body)), counted=exclusive != (len(who), len(who))
    )
    if not names:
        names = fold(too_many_to_name(counted(part, who)), where.room, looks.SMALL)
    lines = names.count("\n") + 1
    height = max(ROW, lines * LEADING * looks.SMALL + 6) + ROW * where.below
    keys: tuple[str, ...] = found["statements"]
    return Row(keys, len(who), exclusive, inclusive, names, height)


def _most_lines(body: float) -> float:
    """Return in how many lines the names of one region may stand."""
    return NAMES_SHARE * body / (LEADING * looks.SMALL)


def _too_many(who: tuple[str, ...], room: tuple[float, float]) -> bool:
    """Say, without measuring thousands of names, that they take more than so many lines."""
    width, most = room
    # None is narrower than this, nor stands without a comma.
    return len(who) * text_width("i,", looks.SMALL) > most * width


def _names(
    who: tuple[str, ...], short: Mapping[str, str], room: tuple[float, float], *, counted: bool
) -> str:
    """Return the names of a region in lines of a width, and no more than so many; "" if in more."""
    width, most = room
    if _too_many(who, room):
        return ""
    names = sorted(short[key] for key in who)
    begin = f"{len(names):,} named: " if counted else ""
    within = int(min(max(most, 0), len(begin) + sum(map(len, names))))  # a slide has no end
    lines = list(islice(folded_lines(begin + ", ".join(names), width, looks.SMALL), within + 1))
    return "\n".join(lines) if len(lines) <= most else ""


def draw_heads(ax: Axes, part: Corpus, labels: Sequence[str], where: Places) -> None:
    """Write the names of the statements as steps, each with its size and a line to its dots."""
    numbers, look = sizes(part), where.look
    rooms = {
        label: look.width - (n + 0.5) * where.dots - 16 - text_width(number, looks.FOOT)
        for n, (label, number) in enumerate(zip(labels, numbers, strict=True))
    }
    written = clip_to_rooms(rooms, looks.FOOT)
    lists = zip(labels, numbers, statement_colours(part, where.look), strict=True)
    for n, (label, size, colour) in enumerate(lists):
        x, y = (n + 0.5) * where.dots, 10 + (len(labels) - n - 0.5) * HEAD
        draw_step(ax, (x, 2), (x + 4, y), colour)
        text = written[label]
        place: dict[str, Any] = {"va": "center_baseline", "fontsize": looks.FOOT}
        ax.text(x + 6, y, text, **place)
        ax.text(x + 10 + text_width(text, looks.FOOT), y, size, color=look.grey, **place)
    heads = ((where.exactly, EXACTLY, look.ink), (where.at_least, AT_LEAST, look.grey))
    for x, word, colour in heads:
        ax.text(x, 4, word, ha="right", va="baseline", fontsize=looks.SMALL, color=colour)


def draw_rows(ax: Axes, part: Corpus, rows: list[Row], where: Places) -> None:
    """Draw the regions one below the other."""
    colours = dict(
        zip(part.statements["statement_id"], statement_colours(part, where.look), strict=True)
    )
    y, look = 0.0, where.look
    for row in rows:
        ax.hlines(y, 0, look.width, colors=look.hairline, linewidth=0.4, zorder=0.5)
        middle = y - ROW / 2
        _draw_dots(ax, row, colours, where, middle)
        _draw_bar(ax, row, where, middle)
        _draw_numbers(ax, row, where, middle)
        first = middle + 0.56 * looks.SMALL - ROW * where.below
        names = ax.text(where.names, first, row.names, va="top", fontsize=looks.SMALL)
        names.set(linespacing=LEADING)
        y -= row.height


def _draw_dots(ax: Axes, row: Row, colours: dict[str, str], where: Places, middle: float) -> None:
    look, radius = where.look, min(3.6, where.dots * 0.32)
    at = [n for n, key in enumerate(colours) if key in row.statements]
    ends = [(n + 0.5) * where.dots for n in (min(at), max(at))]
    ax.hlines(middle, ends[0], ends[1], colors=look.grey, linewidth=1)
    for n, (key, own) in enumerate(colours.items()):
        inside = key in row.statements
        colour = own if inside else look.hairline
        size = radius if inside else radius * 0.4
        dot = Circle(
            ((n + 0.5) * where.dots, middle), size, facecolor=colour, linewidth=0, zorder=3
        )
        ax.add_artist(dot)


def _draw_bar(ax: Axes, row: Row, where: Places, middle: float) -> None:
    """Draw the exclusive region as a bar, and the inclusive one as a thin line below it."""
    look, left, low, high = where.look, where.bars, *(n * where.unit for n in row.exclusive)
    foot = middle - 2.5
    if high > low:
        box = Rectangle((left + low, foot), high - low, 7, linewidth=0, zorder=1.5)
        box.set(facecolor=look.unknown, edgecolor=look.hatch, hatch="/////")
        ax.add_artist(box)
        tick = left + row.named * where.unit
        ax.vlines(tick, foot - 0.8, foot + 7.8, colors=look.ink, linewidth=1.2)
    ax.add_artist(Rectangle((left, foot), low, 7, facecolor=look.bar, linewidth=0, zorder=2))
    low, high = (n * where.unit for n in row.inclusive)
    possible, certain = look.hatch, look.bar
    ax.hlines(foot - 2.2, left + low, left + high, possible, linestyles=":", linewidth=1.1)
    ax.hlines(foot - 2.2, left, left + low, certain, linewidth=1.1)


def _draw_numbers(ax: Axes, row: Row, where: Places, middle: float) -> None:
    look = where.look
    numbers = (
        (where.exactly, row.exclusive, look.ink, "bold"),
        (where.at_least, row.inclusive, look.grey, "normal"),
    )
    for x, found, colour, weight in numbers:
        text = ax.text(x, middle, str(found), ha="right", fontsize=looks.FOOT, color=colour)
        text.set(va="center_baseline", fontweight=weight)
