"""What all figures share: the page, the title above, the source and the completeness below."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coalitions import looks
from coalitions.corpus import completeness, dates, source
from coalitions.dates import day, from_to
from coalitions.errors import ChoiceError, CoalitionsError
from coalitions.figures.kit.lettering import balanced, fold
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, said_once, warn_of_shapeless
from coalitions.looks import look
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase

    from coalitions.corpus import Corpus

#: How large a figure is: one column of a page, the whole of its width, a slide.
Size = Literal["column", "page", "slide"]
#: Width of the body, by size, and the margin on either side (points).
WIDTHS: dict[Size, float] = {"column": 233.6, "page": 500.0, "slide": 500.0}
MARGIN = 9.2
#: Height of a column (points); shape of a slide, its width (points), and the widest body whose
#: type can still be read on it.
COLUMN_HEIGHT, SLIDE_SHAPE, SLIDE_WIDTH, SLIDE_BODY = 720.0, 9 / 16, 960.0, 860.0
#: Tallest page, in its width.
TALLEST_PAGE = 1.5
#: How much wider a slide is tried each time.
WIDER = 1.06
#: Height of a line, in heights of its type.
LEADING = 1.25
#: Resolution in a notebook (dots an inch).
SCREEN_DPI = 100
#: Longest source line before it is cut, with a note where the rest stands (letters).
SOURCE_LETTERS = 260


class Sheet(Figure):
    """A figure of our own: what it says in words, and how much larger it prints."""

    alt: str = ""
    scale: float = 1.0

    def draw(self, renderer: RendererBase) -> None:
        """Draw with type as wide as it is: hinted for a screen, it would leave the picture."""
        with from_defaults({**looks.RC, "text.hinting": "none"}), said_once():
            super().draw(renderer)

    def _repr_png_(self) -> bytes:
        """Return the picture that a notebook shows, whatever backend is chosen there."""
        buffer = io.BytesIO()
        said = {"Software": "coalitions"}
        with from_defaults(looks.RC):
            self.savefig(buffer, format="png", dpi=SCREEN_DPI, metadata=said)
        return buffer.getvalue()


class TooTallError(CoalitionsError):
    """The body does not fit the slide."""


class Words(NamedTuple):
    """What a figure says: the finding, what and when, and what is known of the lists."""

    title: str
    subtitle: str
    foot: tuple[str, ...]
    #: What is drawn, in sentences, for those who cannot see it.
    data: str = ""

    @property
    def alt(self) -> str:
        """All that is said, and what is drawn, in one paragraph."""
        said = (f"{self.title}.", self.subtitle, self.data, *self.foot[:-2])
        return " ".join(part for part in said if part)


def words(  # noqa: PLR0913 - each is another part of what stands around a figure
    corpus: Corpus,
    title: str,
    *,
    what: str,
    notes: tuple[str, ...] = (),
    data: str = "",
    shown: Corpus | None = None,
) -> Words:
    """Return the words around a figure; the foot tells completeness, source and date.

    Parameters
    ----------
    corpus : Corpus
    title : str
        The finding.
    what : str
        What is drawn.
    notes : tuple of str
        Sentences that stand first in the foot.
    data : str
        The numbers that are drawn, in sentences: part of the alternative text.
    shown : Corpus, optional
        What is drawn of it, whose forum and dates stand below the title; by default all.
    """
    drawn = corpus if shown is None else shown
    when = from_to(*dates(drawn))
    forums = list(dict.fromkeys(f for f in drawn.statements["forum"] if f))
    last = day(dates(corpus)[1])
    where = forums[0] if len(forums) == 1 else ""
    subtitle = ". ".join(part for part in (what, ", ".join(p for p in (where, when) if p)) if part)
    sources = source(corpus)
    if len(sources) > SOURCE_LETTERS:
        sources = sources[: sources.rfind(";", 0, SOURCE_LETTERS)] + "; and others (see the ledger)"
    made = f"Drawn by coalitions {__version__}."
    foot = (
        *notes,
        completeness(corpus),
        f"Source: {sources.rstrip('.')}.",
        f"Lists to {last}. {made}" if last else f"No list is dated. {made}",
    )
    return Words(title, subtitle + ".", foot, data)


def render(
    draw: Callable[[Axes | None], Axes], ax: Axes | None, *, size: Size, theme: looks.Theme
) -> Axes:
    """Draw at a size and in a theme; leave matplotlib's settings as they were.

    Parameters
    ----------
    draw : callable
        Draws on the axes that it is given, or makes its own, in the look that is worn.
    ax : Axes or None
    size : {"column", "page", "slide"}
        On a slide, type shrinks until the body fits.
    theme : {"light", "dark", "grey"}

    Raises
    ------
    CoalitionsError
        Too tall for a column or a slide.
    """
    for known, given in ((WIDTHS, size), (looks.LOOKS, theme)):
        if given not in known:
            raise ChoiceError(f'there is no "{given}": choose one of {", ".join(known)}')
    for width in _widths(size):
        slide = (width + 2 * MARGIN) * SLIDE_SHAPE if size == "slide" else 0.0
        with looks.wearing(theme, width, slide) as worn, from_defaults(worn.rc()):
            try:
                drawn = draw(ax)
            except TooTallError:
                continue
        if size == "column" and drawn.figure.figure.get_figheight() * 72 > COLUMN_HEIGHT:
            break
        make_legible(drawn.figure.figure)
        warn_of_shapeless(drawn.figure.figure, drawn.get_title(loc="left"))
        return drawn
    raise CoalitionsError(
        f"this is too tall for a {size}: draw it at the width of a page, or choose fewer statements"
    )


def _widths(size: Size) -> Iterator[float]:
    """Give the widths to try, one after the other."""
    width = WIDTHS[size]
    while width <= (SLIDE_BODY if size == "slide" else width):
        yield width
        width *= WIDER
        if size != "slide":
            return


def could_be_wider() -> bool:
    """Say whether there is a slide, and a wider one to try."""
    return bool(look().height) and look().width * WIDER <= SLIDE_BODY


def body_most(said: Words) -> float:
    """Return how high a body may be that stands between these words (points)."""
    if look().height:
        most = look().height
    elif look().width <= WIDTHS["column"]:
        most = COLUMN_HEIGHT
    else:
        most = TALLEST_PAGE * (look().width + 2 * MARGIN)
    _, _, _, head, below = _set(said)
    return most - 2 * MARGIN - head - 20 - below


#: Why there is no figure.
NOBODY = "no list names anybody: there is nothing to draw"


def some_names(corpus: Corpus) -> None:
    """Refuse a corpus whose lists name nobody."""
    if corpus.signatures.empty:
        raise CoalitionsError(NOBODY)


def canvas(
    ax: Axes | None, said: Words, *, height: float, limits: tuple[float, float, float, float]
) -> Axes:
    """Return axes with their words around, measured in points where the figure is our own.

    Parameters
    ----------
    ax : Axes or None
        Axes to draw on; None makes a figure at the width of a page.
    said : Words
    height : float
        Height of the body (points).
    limits : tuple of float
        What the body shows: left, right, bottom, top.
    """
    title, subtitle, foot, head, below = _set(said)
    gap = 12.0
    if ax is None:
        total = MARGIN + head + 20 + height + below + MARGIN
        spare = look().height - total if look().height else 0.0
        if spare < 0:
            raise TooTallError("too tall for a slide")
        gap += spare / 2
        ax = _page(said, (head + 20, height, below), spare)
    ax.set_axis_off()
    ax.set_xlim(*limits[:2])
    ax.set_ylim(*limits[2:])
    place: dict[str, Any] = {
        "xycoords": "axes fraction",
        "textcoords": "offset points",
        "annotation_clip": False,
        "linespacing": LEADING,
        "color": look().grey,
    }
    ax.annotate(subtitle, (0, 1), (0, gap), fontsize=looks.TEXT, va="bottom", **place)
    ax.annotate(foot, (0, 0), (0, -gap), fontsize=looks.FOOT, va="top", **place)
    lift = gap + _lines(subtitle) * looks.TEXT + 6
    bold: dict[str, Any] = {"fontsize": looks.TITLE, "fontweight": "bold", "linespacing": LEADING}
    ax.set_title(title, loc="left", y=1, pad=lift, **bold)
    return ax


def _set(said: Words) -> tuple[str, str, str, float, float]:
    """Return title, subtitle and foot in lines, and how high they stand above and below."""
    title = balanced(said.title, look().width, looks.TITLE, "bold")
    subtitle = fold(said.subtitle, look().width, looks.TEXT)
    foot = "\n".join(fold(line, look().width, looks.FOOT) for line in said.foot)
    head = _lines(title) * looks.TITLE + _lines(subtitle) * looks.TEXT
    return title, subtitle, foot, head, _lines(foot) * looks.FOOT + 16


def _lines(text: str) -> float:
    """Return how high a text stands, in heights of its type."""
    return (text.count("\n") + 1) * LEADING


def _page(said: Words, heights: tuple[float, float, float], spare: float) -> Axes:
    """Return axes on a sheet of their own, with room for the words above and below."""
    _, body, below = heights
    wide, tall = look().width + 2 * MARGIN, sum(heights) + 2 * MARGIN + spare
    sheet = Sheet(figsize=(wide / 72, tall / 72))
    sheet.alt = said.alt
    sheet.scale = SLIDE_WIDTH / wide if look().height else 1.0
    FigureCanvasAgg(sheet)
    low = (MARGIN + below + spare / 2) / tall
    return sheet.add_axes((MARGIN / wide, low, look().width / wide, body / tall))
