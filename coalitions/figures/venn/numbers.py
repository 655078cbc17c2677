"""Numbers of a Venn diagram: as large as fits their region, or beside it on a line."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from coalitions import looks
from coalitions.figures.kit import text_width
from coalitions.figures.venn.spots import Circles, spot_beside, spot_within

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation
    from numpy.typing import NDArray

    from coalitions.bounds import Interval
    from coalitions.figures.venn.spots import Box
    from coalitions.looks import Look

    Points = NDArray[np.float64]

#: Smallest type in a region (points); a region that needs smaller is written beside.
LEAST = 7.0
#: Room beside a number before the line of its region (points, both sides together).
AIR = 1.0


class Region(NamedTuple):
    """A region of a diagram: its circles, the digits of those it lies in, where a text would be."""

    circles: Circles
    key: str
    wish: Points | None


class Text(NamedTuple):
    """What stands in a region: what the lists allow, how many are named; in which colours."""

    interval: Interval
    named: int
    colour: str
    alpha: float
    look: Look

    def lines(self) -> list[tuple[str, float, str]]:
        """Return text, share of the full size and weight of each line."""
        first = (str(self.interval), 1.0, "bold")
        if self.interval.low == self.interval.high:
            return [first]
        return [first, (f"{self.named} named", looks.FOOT / looks.TITLE, "normal")]


def write_within(ax: Axes, region: Region, text: Text, scale: float) -> Box | None:
    """Write into a region as large as fits; return the room that is taken, if it fits."""
    lines = text.lines()
    # From the smallest type to the largest: where one size has no room, a larger has none.
    sizes = np.arange(LEAST, looks.TITLE + 0.1, 0.5).tolist()
    fits = bisect(sizes, 0, key=lambda size: _spot(region, lines, size) is None)
    if not fits:
        return None
    size = sizes[fits - 1]
    room = _room(lines, size)
    at = _spot(region, lines, size)
    if at is None:  # the smallest has room: bisect looked at it
        return None
    for line in _write_lines(ax, at / scale, lines, size):
        colour = text.look.text_on(text.colour, text.alpha)
        line.set(color=colour, zorder=6, bbox=_break(text.look.laid(text.colour, text.alpha)))
    return _around(at, room)


def _spot(region: Region, lines: list[tuple[str, float, str]], size: float) -> Points | None:
    """Return where lines stand wholly in a region, at this size of the first."""
    width, height = _room(lines, size)
    return spot_within(region.circles, region.key, (width + AIR, height), region.wish)


def write_beside(
    ax: Axes,
    region: Region,
    text: Text,
    page: tuple[Box, list[Box]],
    scale: float,
) -> Box:
    """Write what a region holds outside the circles, with a line to it; return its room."""
    room = _room(text.lines(), looks.TEXT)
    start, end = spot_beside(region.circles, region.key, room, *page)
    tip = start + (end - start) * (1 - _short(end - start, room))
    x, y = np.array([start, tip]).T / scale
    ax.plot(x, y, color=text.look.ink, linewidth=0.6, zorder=5)
    _write_lines(ax, end / scale, text.lines(), looks.TEXT)
    return _around(end, room)


def _short(line: Points, room: tuple[float, float]) -> float:
    """Return the share of a line that lies within the room of the text at its end."""
    reach = [side / 2 / abs(part) for side, part in zip(room, line, strict=True) if abs(part) > 0]
    return float(min([1.0, *reach]))


def _around(at: Points, room: tuple[float, float]) -> Box:
    (x, y), (wide, high) = at, room
    return x - wide / 2, x + wide / 2, y - high / 2, y + high / 2


def _room(lines: list[tuple[str, float, str]], size: float) -> tuple[float, float]:
    """Return how wide and how high lines print (points)."""
    width = max(text_width(t, share * size, weight) for t, share, weight in lines) + 1
    return width, float(_heights(lines, size).sum())


def _heights(lines: list[tuple[str, float, str]], size: float) -> Points:
    """Return how high each line is at this size of the first (points)."""
    return np.array([1.15 * share * size for _, share, _ in lines])


def _break(colour: tuple[float, ...]) -> dict[str, Any]:
    """Return what is laid under a number, so that another statement's ring breaks there."""
    return {"facecolor": colour, "edgecolor": "none", "boxstyle": "square,pad=0.06"}


def _write_lines(
    ax: Axes, at: Points, lines: list[tuple[str, float, str]], size: float
) -> list[Annotation]:
    """Write lines under each other, centred on a point."""
    heights = _heights(lines, size)
    y, written = heights.sum() / 2, []
    for (line, share, weight), height in zip(lines, heights, strict=True):
        text = ax.annotate(
            line, (float(at[0]), float(at[1])), (0, y - height / 2), textcoords="offset points"
        )
        text.set(ha="center", va="center", fontsize=share * size, fontweight=weight)
        text.set(zorder=7)
        written.append(text)
        y -= height
    return written
