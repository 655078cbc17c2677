"""The page of a figure: a sheet of its own with words around, or axes that somebody has made."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from coalitions import looks
from coalitions.corpus import choose
from coalitions.errors import ChoiceError, CoalitionsError, told
from coalitions.figures.kit.around import LEADING, check_room, in_lines, leading
from coalitions.figures.kit.lettering import fold
from coalitions.figures.kit.sheet import Body, new_sheet
from coalitions.findings import OwnWords, in_own_words, own_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.findings import Words

#: How large a figure is: one column of a page, the whole of its width, a slide, a poster.
Size = Literal["column", "page", "slide", "poster"]
#: Width of the body, by size, and the margin on either side (points).
WIDTHS: dict[Size, float] = {"column": 233.6, "page": 500.0, "slide": 500.0, "poster": 500.0}
MARGIN = 9.2
#: Height of a column (points); shape of a slide, its width (points), and the widest body whose
#: type can still be read on it.
COLUMN_HEIGHT, SLIDE_SHAPE, SLIDE_WIDTH, SLIDE_BODY = 720.0, 9 / 16, 960.0, 860.0
#: Tallest page, in its width.
TALLEST_PAGE = 1.5
#: A poster is as wide as A2; on it, type may be larger than on a page, and is never smaller.
POSTER_WIDTH = 420 / 25.4 * 72
POSTER_BODY = POSTER_WIDTH - 2 * MARGIN
#: How much wider a slide, and a poster, is tried each time.
WIDER, WIDER_POSTER = 1.06, 1.25
#: From the words above to the body; from the body to the words below (points).
ABOVE, GAP = 20.0, 12.0


class Drawing(OwnWords, total=False):
    """Where and how a figure is drawn; every ``draw_…`` function takes these by name.

    ``title``, ``subtitle``, ``note``, ``source`` and ``credit`` are words of your own.
    """

    #: Axes to draw the body on, true to shape; by default a figure of its own.
    ax: Axes | None
    #: In such axes, write the finding above the body, what it shows and the source below.
    annotate: bool
    #: On a figure of its own: the width of a page, one column of it, a slide, or a poster, on which
    #: nothing is left out.
    size: Size
    #: How wide such a figure is, in words: 88mm, 8.8cm, 3.5in, 252pt.
    width: str | None
    #: For white paper, a dark ground, print without colours; or a theme made from one of them.
    theme: looks.ThemeName | looks.Theme
    #: Whether pyplot shows a figure of its own, where pyplot is imported; it does by default.
    screen: bool


def size_of(how: Mapping[str, Any]) -> Size:
    """Return the size that a figure is drawn at; refuse what is none.

    Examples
    --------
    >>> size_of({}), size_of({"size": "poster"})
    ('page', 'poster')
    """
    size: Size = how.get("size", "page")
    if isinstance(size, str) and size in WIDTHS:
        return size
    shown = f'there is no "{size}"' if isinstance(size, str) else f"size: {told(size)}"
    raise ChoiceError(f"{shown}: choose one of {', '.join(WIDTHS)}")


@dataclass(frozen=True)
class Page:
    """Where the body of a figure is drawn and in which look, and what shall stand around it."""

    look: looks.Look
    ax: Axes | None = None
    #: How wide the figure prints (points); 0 is as wide as its body and margins.
    prints: float = 0.0
    title: str | None = None
    subtitle: str | None = None
    note: str | None = None
    source: str | None = None
    credit: str | None = None
    annotate: bool = False
    screen: bool = True
    #: Nothing is drawn: how high the body is comes back as ``Measured``.
    measuring: bool = False

    @property
    def own(self) -> dict[str, str]:
        """What is given of the user's own words."""
        return own_words(vars(self))

    @property
    def around(self) -> bool:
        """Whether all words stand around the body: on axes, where somebody asked for them."""
        return self.annotate or bool(self.own.keys() - {"title"})


class TooTallError(CoalitionsError):
    """The body does not fit the slide."""


class Measured(Exception):  # noqa: N818 - no error: the way out of a drawing that only measures
    """How high a body is at the width that there is (points), and what it says."""

    def __init__(self, height: float, said: Words) -> None:
        super().__init__(height)
        self.height, self.said = height, said


def could_be_wider(look: looks.Look) -> bool:
    """Say whether there is a slide or a poster, and a wider one to try."""
    if look.whole:
        return look.width < POSTER_BODY
    return bool(look.height) and look.width * WIDER <= SLIDE_BODY


def leaves_nothing_out(look: looks.Look) -> bool:
    """Say whether all is to be drawn: on a poster, and where a wider slide can be tried."""
    return look.whole or could_be_wider(look)


def try_wider(look: looks.Look, *, lacking: bool) -> None:
    """Ask for a wider poster, if there is one and this one lacks something."""
    if lacking and look.whole and could_be_wider(look):
        raise TooTallError("something has no room on this poster")


def body_most(page: Page, said: Words) -> float:
    """Return how high a body may be that stands between these words (points)."""
    look = page.look
    if leaves_nothing_out(look):
        return math.inf
    most = look.height or max(COLUMN_HEIGHT, TALLEST_PAGE * (look.width + 2 * MARGIN))
    lines = in_lines(in_own_words(said, page.own), look.width)
    return most - 2 * MARGIN - lines.head - ABOVE - lines.below


#: Why there is no figure.
NOBODY = "no list names anybody: there is nothing to draw"


def some_names(corpus: Corpus) -> None:
    """Refuse a corpus whose lists name nobody."""
    if corpus.signatures.empty:
        raise CoalitionsError(NOBODY)


def those_that_name_most(corpus: Corpus, most: int) -> Corpus:
    """Return the statements that name most, so many at most, in their order.

    Examples
    --------
    >>> from coalitions import load
    >>> those_that_name_most(load("unga75"), 1).named.to_dict()
    {'2020-10-unga3-xinjiang-cuba': 45}
    """
    if len(corpus.named) <= most:
        return corpus
    largest = corpus.named.sort_values(ascending=False, kind="stable").index[:most]
    return choose(corpus, corpus.named.index[corpus.named.index.isin(largest)])


def least_shared(asked: int | None, most: int, what: str) -> int:
    """Return from how many shared on something is drawn; refuse what is no number, or too high.

    Examples
    --------
    >>> least_shared(None, 5, "no region holds {} names"), least_shared(2, 5, "")
    (0, 2)
    >>> least_shared(9, 5, "no region holds {} names")
    Traceback (most recent call last):
    coalitions.errors.ChoiceError: no region holds 9 names: the most is 5; lower `min_shared`
    """
    if asked is None:
        return 0
    if not isinstance(asked, (int, np.integer)) or isinstance(asked, bool) or asked < 1:
        raise ChoiceError(f"`min_shared` {asked!r}: expected a whole number, 1 or more")
    if asked > most:
        raise ChoiceError(f"{what.format(f'{asked:,}')}: the most is {most:,}; lower `min_shared`")
    return int(asked)


def refuse_too_long(own: Mapping[str, str]) -> None:
    """Refuse a user's own words that have no room in a figure as wide as a page.

    Raises
    ------
    ChoiceError
        Which, and how long it is.
    """
    check_room(own, WIDTHS["page"])


def canvas(
    page: Page, said: Words, *, height: float, limits: tuple[float, float, float, float]
) -> Axes:
    """Return axes for a body, measured in points; on a sheet of its own with the words around.

    Parameters
    ----------
    page : Page
    said : Words
    height : float
        Height of the body (points).
    limits : tuple of float
        What the body shows: left, right, bottom, top.
    """
    own = page.own
    try:
        check_room(own, page.look.width)
    except ChoiceError as error:
        if could_be_wider(page.look):
            raise TooTallError(str(error)) from error
        raise
    said = in_own_words(said, own)
    if page.measuring:
        raise Measured(height, said)
    ax = _sheet(page, said, height) if page.ax is None else page.ax
    ax.set_axis_off()
    ax.set_xlim(*limits[:2])
    ax.set_ylim(*limits[2:])
    return ax


def nothing_drawn(said: Words, page: Page) -> Axes:
    """Return a body without a picture: the words around it say why, or one line on bare axes."""
    look = page.look
    why = "" if page.ax is None or page.around else fold(said.title, look.width, looks.TEXT)
    height = max(1.0, leading(why) * looks.TEXT)
    ax = canvas(page, said, height=height, limits=(0, look.width, 0, height))
    if why:
        ax.text(0, height, why, fontsize=looks.TEXT, va="top", linespacing=LEADING)
    return ax


def _sheet(page: Page, said: Words, height: float) -> Axes:
    """Return axes on a sheet of their own, with the words above and below."""
    look = page.look
    lines = in_lines(said, look.width)
    total = MARGIN + lines.head + ABOVE + height + lines.below + MARGIN
    spare = look.height - total if look.height else 0.0
    if spare < 0:
        raise TooTallError("too tall for a slide")
    wide = look.width + 2 * MARGIN
    try_wider(look, lacking=total > TALLEST_PAGE * wide)
    tall = sum((lines.head + ABOVE, height, lines.below)) + 2 * MARGIN + spare
    sheet = new_sheet((wide / 72, tall / 72))
    sheet.said = said
    sheet.scale = page.prints / wide if page.prints else 1.0
    low = (MARGIN + lines.below + spare / 2) / tall
    place = (MARGIN / wide, low, look.width / wide, height / tall)
    ax = Body(sheet, place)
    sheet.add_axes(ax)
    gap = GAP + spare / 2
    around: dict[str, Any] = _around(look)
    ax.annotate(lines.subtitle, (0, 1), (0, gap), fontsize=looks.TEXT, va="bottom", **around)
    ax.annotate(lines.foot, (0, 0), (0, -gap), fontsize=looks.FOOT, va="top", **around)
    ax.lift, ax.room = gap + leading(lines.subtitle) * looks.TEXT + 6, look.width
    ax.set_title(said.title)
    return ax


def _around(look: looks.Look) -> dict[str, Any]:
    """Return how the words above and below a body are set."""
    return {
        "xycoords": "axes fraction",
        "textcoords": "offset points",
        "annotation_clip": False,
        "linespacing": LEADING,
        "color": look.grey,
    }
