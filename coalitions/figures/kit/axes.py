"""A figure's body on axes that somebody has made: true to shape, its words only if asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.collections import Collection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Annotation, Text

from coalitions import looks
from coalitions.errors import ChoiceError, warn
from coalitions.figures.kit.around import LEADING, WordsInLines, in_lines, leading
from coalitions.figures.kit.page import ABOVE, GAP, SLIDE_BODY, WIDTHS, Measured, Page
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.sheet import BOLD, SAID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from coalitions.findings import Words

#: How much wider a body is laid out each time, and how often, until it fits the axes.
STEP, STEPS = 1.3, 4
#: Scale that is as good as that of type in its own size.
ENOUGH = 0.95
#: Smallest type that can be read, and that a figure should have (points).
SMALLEST, ADVISED = 4.0, 5.0


class Fit(NamedTuple):
    """A body as it is laid out, and the room that it has (points, at its own scale)."""

    width: float
    height: float
    said: Words
    lines: WordsInLines
    #: Room above and below the body for its words, and of the whole axes.
    above: float
    below: float
    room: tuple[float, float]
    #: How much smaller all of it is drawn, type too.
    scale: float


def in_axes(draw: Callable[[Page], Axes], ax: Axes, page: Page) -> Axes:
    """Draw the body on axes, as large as fits them, with type of its own size.

    Where the axes are too small for that, all is drawn smaller alike, and it is said if its type
    is too small to read.
    """
    _refuse_shared(ax)
    dots = ax.figure.figure.dpi
    room = (float(ax.bbox.width) * 72 / dots, float(ax.bbox.height) * 72 / dots)
    fit = _best(draw, page, room)
    before = set(map(id, ax.get_children()))
    page = replace(page, look=replace(page.look, width=fit.width))
    with from_defaults(page.look.rc()):
        draw(page)
        _place(ax, fit)
        _write_around(ax, fit, page)
        _lay_ground(ax, page.look.ground)
    _shrink((a for a in ax.get_children() if id(a) not in before), fit.scale)
    setattr(ax, SAID, fit.said)
    if looks.FOOT * fit.scale < SMALLEST:
        enough = [side * ADVISED / looks.FOOT / 72 for side in (fit.width, _total(fit))]
        warn(
            f"a figure on these axes has type of {looks.FOOT * fit.scale:.1f} points, too small to "
            f"read: draw it on axes of {enough[0]:.1f} × {enough[1]:.1f} inches or more "
            "(figsize), or on a figure of its own"
        )
    return ax


def _refuse_shared(ax: Axes) -> None:
    """Refuse axes whose limits are those of others: a body has limits of its own."""
    if any(len(s.get_siblings(ax)) > 1 for s in (ax.get_shared_x_axes(), ax.get_shared_y_axes())):
        raise ChoiceError(
            "the axes share their limits with others: make them without sharex and sharey"
        )


def _best(draw: Callable[[Page], Axes], page: Page, room: tuple[float, float]) -> Fit:
    """Return the layout that is drawn largest, the first of those that need not shrink."""
    width = max(room[0], WIDTHS["column"])
    found: list[Fit] = []
    for _ in range(STEPS):
        look = replace(page.look, width=width)
        found.append(_measured(draw, replace(page, look=look, measuring=True), room))
        width *= STEP
        better = len(found) == 1 or found[-1].scale > found[-2].scale
        if found[-1].scale >= ENOUGH or not better or width > max(SLIDE_BODY, room[0]):
            break
    return max(found, key=lambda fit: fit.scale)


def _measured(draw: Callable[[Page], Axes], page: Page, room: tuple[float, float]) -> Fit:
    """Return how a body as wide as the page's look fits the room on the axes (points)."""
    width = page.look.width
    with from_defaults(page.look.rc()):
        try:
            draw(page)
        except Measured as found:
            lines = in_lines(found.said, width)
            above, below = 0.0, 0.0
            if page.around:
                above, below = lines.head + ABOVE, lines.below
            elif page.title:
                above = leading(lines.title) * looks.TITLE + GAP
            total = above + found.height + below
            scale = min(1.0, room[0] / width, room[1] / total)
            own = (room[0] / scale, room[1] / scale)
            return Fit(width, found.height, found.said, lines, above, below, own, scale)
    raise TypeError("a figure must draw on a canvas")


def _total(fit: Fit) -> float:
    """Return how high body and words are together."""
    return fit.above + fit.height + fit.below


def _place(ax: Axes, fit: Fit) -> None:
    """Widen the limits of axes, so that the body stands in their middle, true to shape."""
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    across, along = (right - left) / fit.width, (top - bottom) / fit.height
    beside, spare = (fit.room[0] - fit.width) / 2, (fit.room[1] - _total(fit)) / 2
    ax.set_xlim(left - beside * across, right + beside * across)
    ax.set_ylim(bottom - (fit.below + spare) * along, top + (fit.above + spare) * along)
    ax.set_aspect("equal", adjustable="box", anchor="C")


def _write_around(ax: Axes, fit: Fit, page: Page) -> None:
    """Write what is asked for around a body; a title that is set later replaces the finding."""
    if not fit.above:
        return
    wide, tall = fit.room
    left, spare = (wide - fit.width) / 2, (tall - _total(fit)) / 2
    bottom = spare + fit.below
    top = bottom + fit.height
    around: dict[str, Any] = {
        "transform": ax.transAxes,
        "linespacing": LEADING,
        "color": page.look.grey,
    }
    x, up = left / wide, top + GAP
    if page.around:
        ax.text(x, up / tall, fit.lines.subtitle, fontsize=looks.TEXT, va="bottom", **around)
        ax.text(x, (bottom - GAP) / tall, fit.lines.foot, fontsize=looks.FOOT, va="top", **around)
        up += leading(fit.lines.subtitle) * looks.TEXT + 6
    bold = BOLD | {"fontsize": looks.TITLE * fit.scale}
    others = ax.title, ax.set_title("", loc="right")
    finding = ax.set_title(fit.lines.title, loc="left", x=x, y=up / tall, pad=0, **bold)
    for other in others:
        other.add_callback(lambda _: finding.set_text(""))


def _lay_ground(ax: Axes, colour: str) -> None:
    """Lay the ground of the theme below a body, where the figure has another."""
    if to_hex(ax.figure.figure.get_facecolor()).upper() == to_hex(colour).upper():
        return
    ax.add_artist(
        Rectangle((0, 0), 1, 1, transform=ax.transAxes, color=colour, linewidth=0, zorder=-1)
    )


def _shrink(artists: Iterable[Artist], scale: float) -> None:
    """Draw type and lines smaller, as the body is."""
    if scale == 1:
        return
    for artist in artists:
        if isinstance(artist, Text):
            artist.set_fontsize(float(artist.get_fontsize()) * scale)
            if isinstance(artist, Annotation):
                artist.xyann = (scale * artist.xyann[0], scale * artist.xyann[1])
        elif isinstance(artist, Patch | Line2D):
            artist.set_linewidth(artist.get_linewidth() * scale)
        elif isinstance(artist, Collection):
            artist.set_linewidth((np.atleast_1d(artist.get_linewidth()) * scale).tolist())
