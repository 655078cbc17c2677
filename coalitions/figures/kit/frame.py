"""How a figure is drawn: at a size, in a theme, on a sheet of its own or on axes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes

from coalitions import looks
from coalitions.errors import ChoiceError, CoalitionsError, refuse_no_flag, refuse_other_names, told
from coalitions.figures.kit.axes import in_axes
from coalitions.figures.kit.measures import in_points
from coalitions.figures.kit.page import (
    COLUMN_HEIGHT,
    MARGIN,
    POSTER_BODY,
    POSTER_WIDTH,
    SLIDE_BODY,
    SLIDE_SHAPE,
    SLIDE_WIDTH,
    TALLEST_PAGE,
    WIDER,
    WIDER_POSTER,
    WIDTHS,
    Drawing,
    Page,
    Size,
    TooTallError,
    size_of,
)
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, warn_of_shapeless
from coalitions.figures.kit.sheet import hand_to_pyplot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def render(
    draw: Callable[[Page], Axes],
    *,
    size: Size = "page",
    theme: looks.ThemeName | looks.Theme = "light",
    width: str | None = None,
    **where: Any,
) -> Axes:
    """Draw at a size and in a theme; leave matplotlib's settings as they were.

    Parameters
    ----------
    draw : callable
        Draws on the page that it is given, in the look that the page has.
    size : {"column", "page", "slide", "poster"}
        On a slide, type shrinks until the body fits; on a poster the body is as wide and as high
        as all of it needs.
    theme : {"light", "dark", "grey"} or Theme
    width : str, optional
        How wide the figure is: 88mm, 8.8cm, 3.5in, 252pt. A slide and a poster are scaled to it,
        column and page laid out for it.
    **where : Drawing
        The others of ``Drawing``.

    Raises
    ------
    CoalitionsError
        Too tall for a column or a slide, no such size or theme, or no such width.
    """
    size = size_of({"size": size})
    looks.refuse_no_theme(theme)
    refuse_other_names(where, Drawing.__annotations__, "a figure")
    for flag in ("annotate", "screen"):
        refuse_no_flag(flag, where.get(flag, False))
    page = Page(looks.look_in(theme), **where)
    if page.ax is not None and not isinstance(page.ax, Axes):
        raise ChoiceError(f"ax: {told(page.ax)}: expected axes, as of plt.subplots()")
    prints = 0.0 if width is None else in_points(width)
    ax = (
        in_axes(draw, page.ax, page) if page.ax is not None else _on_sheet(draw, page, size, prints)
    )
    make_legible(ax.figure.figure)
    warn_of_shapeless(ax.figure.figure, ax.get_title(loc="left"))
    if page.ax is None and page.screen:
        hand_to_pyplot(ax.figure.figure)
    return ax


def _on_sheet(draw: Callable[[Page], Axes], page: Page, size: Size, prints: float) -> Axes:
    """Draw on a sheet of its own, on a slide or a poster as wide as it takes."""
    scaled = {"slide": SLIDE_WIDTH, "poster": POSTER_WIDTH}
    for width in _widths(size, prints):
        slide = (width + 2 * MARGIN) * SLIDE_SHAPE if size == "slide" else 0.0
        look = replace(page.look, width=width, height=slide, whole=size == "poster")
        target = (prints or scaled[size]) if size in scaled else 0.0
        with from_defaults(look.rc()):
            try:
                drawn = draw(replace(page, look=look, prints=target))
            except TooTallError:
                continue
        sheet = drawn.figure.figure
        if size in scaled or sheet.get_figheight() * 72 <= _tallest(width) + 1:
            return drawn
        break
    name = f"figure of this `width` ({prints:.0f} points)" if prints else size
    raise CoalitionsError(
        f"this is too tall for a {name}: draw it at the width of a page, or choose fewer "
        f"statements{', or fewer words of your own' if page.own else ''}"
    )


def _tallest(width: float) -> float:
    """Return how tall a figure with a body of that width may be (points)."""
    return max(COLUMN_HEIGHT, TALLEST_PAGE * (width + 2 * MARGIN))


def _widths(size: Size, prints: float) -> Iterator[float]:
    """Give the widths of the body to try, one after the other (points)."""
    if size not in ("slide", "poster"):
        yield prints - 2 * MARGIN if prints else WIDTHS[size]
        return
    most, wider = (SLIDE_BODY, WIDER) if size == "slide" else (POSTER_BODY, WIDER_POSTER)
    width = WIDTHS[size]
    while width < most:
        yield width
        width *= wider
    if size == "poster":
        yield most
