"""How a figure is drawn: at a size, in a theme, on a sheet of its own or on axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions import looks
from coalitions.errors import ChoiceError, CoalitionsError
from coalitions.figures.kit.axes import in_axes
from coalitions.figures.kit.page import (
    COLUMN_HEIGHT,
    MARGIN,
    SLIDE_BODY,
    SLIDE_SHAPE,
    WIDER,
    WIDTHS,
    Drawing,
    Page,
    Size,
    TooTallError,
)
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, warn_of_shapeless
from coalitions.figures.kit.sheet import hand_to_pyplot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes


def render(
    draw: Callable[[Page], Axes],
    *,
    size: Size = "page",
    theme: looks.ThemeName | looks.Theme = "light",
    **where: Any,
) -> Axes:
    """Draw at a size and in a theme; leave matplotlib's settings as they were.

    Parameters
    ----------
    draw : callable
        Draws on the page that it is given, in the look that is worn.
    size : {"column", "page", "slide"}
        On a slide, type shrinks until the body fits.
    theme : {"light", "dark", "grey"} or Theme
    **where : Drawing
        The others of ``Drawing``.

    Raises
    ------
    CoalitionsError
        Too tall for a column or a slide.
    """
    for known, given in ((WIDTHS, size), (looks.THEMES, theme)):
        if isinstance(given, str) and given not in known:
            raise ChoiceError(f'there is no "{given}": choose one of {", ".join(known)}')
    if unknown := sorted(where.keys() - Page.__annotations__.keys()):
        known_as = ", ".join(Drawing.__annotations__)
        raise TypeError(f"a figure takes no `{unknown[0]}`: it takes {known_as}")
    page = Page(**where)
    ax = in_axes(draw, page.ax, page, theme) if page.ax else _on_sheet(draw, page, size, theme)
    make_legible(ax.figure.figure)
    warn_of_shapeless(ax.figure.figure, ax.get_title(loc="left"))
    if page.ax is None and page.screen:
        hand_to_pyplot(ax.figure.figure)
    return ax


def _on_sheet(
    draw: Callable[[Page], Axes], page: Page, size: Size, theme: looks.ThemeName | looks.Theme
) -> Axes:
    """Draw on a sheet of its own, on a slide as wide as it takes."""
    for width in _widths(size):
        slide = (width + 2 * MARGIN) * SLIDE_SHAPE if size == "slide" else 0.0
        with looks.wearing(theme, width, slide) as worn, from_defaults(worn.rc()):
            try:
                drawn = draw(page)
            except TooTallError:
                continue
        sheet = drawn.figure.figure
        if size == "column" and sheet.get_figheight() * 72 > COLUMN_HEIGHT:
            break
        return drawn
    raise CoalitionsError(
        f"this is too tall for a {size}: draw it at the width of a page, or choose fewer "
        f"statements{', or fewer words of your own' if page.own else ''}"
    )


def _widths(size: Size) -> Iterator[float]:
    """Give the widths to try, one after the other."""
    width = WIDTHS[size]
    while width <= (SLIDE_BODY if size == "slide" else width):
        yield width
        width *= WIDER
        if size != "slide":
            return
