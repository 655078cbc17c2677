"""What all figures share: the page, the title above, the source and the completeness below."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from coalitions import looks
from coalitions.errors import CoalitionsError
from coalitions.files import write_bytes
from coalitions.provenance import completeness, dates, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

#: Width of the page and of what is drawn on it (points).
PAGE_WIDTH, BODY_WIDTH = 518.4, 500.0
MARGIN = (PAGE_WIDTH - BODY_WIDTH) / 2
#: Longest source line before it is cut, with a note where the rest stands (letters).
SOURCE_LETTERS = 260

#: Kind of file → how matplotlib is told that nothing in it may depend on the day.
FORMATS: dict[str, dict[str, str | None]] = {
    ".svg": {"Date": None, "Creator": "coalitions"},
    ".png": {"Software": "coalitions"},
    ".pdf": {"CreationDate": None, "Creator": "coalitions", "Producer": "coalitions"},
}
DPI = 300


class Words(NamedTuple):
    """What a figure says: the finding, what and when, and what is known of the lists."""

    title: str
    subtitle: str
    foot: tuple[str, ...]


def words(corpus: Corpus, title: str, *, what: str, notes: tuple[str, ...] = ()) -> Words:
    """Return the words around a figure; the foot tells completeness, source and date."""
    first, last = dates(corpus)
    when = first if first == last else f"{first} to {last}"
    forums = list(dict.fromkeys(f for f in corpus.statements["forum"] if f))
    where = forums[0] if len(forums) == 1 else ""
    subtitle = ". ".join(part for part in (what, ", ".join(p for p in (where, when) if p)) if part)
    sources = source(corpus)
    if len(sources) > SOURCE_LETTERS:
        sources = sources[: sources.rfind(";", 0, SOURCE_LETTERS)] + "; and others (see the ledger)"
    foot = (
        *notes,
        completeness(corpus),
        f"Source: {sources.rstrip('.')}.",
        f"Lists to {last or 'no date'}. Drawn by coalitions {version('coalitions')}.",
    )
    return Words(title, subtitle + ".", foot)


@contextmanager
def style() -> Iterator[None]:
    """Draw in the project's style, and leave matplotlib's settings as they were."""
    with mpl.rc_context(cast("Any", looks.RC)):
        yield


@cache
def text_width(text: str, size: float, weight: str = "normal") -> float:
    """Return how wide a line of text prints (points)."""
    font = FontProperties(family="DejaVu Sans", weight=weight, size=size)
    with warnings.catch_warnings():  # a missing letter is reported where it is drawn
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        width, _, _ = TextToPath().get_text_width_height_descent(text, font, ismath=False)
    return float(width)


def fold(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Break a text into lines no wider than ``width`` points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def clip(text: str, width: float, size: float) -> str:
    """Return a text in one line no wider than ``width`` points, its end cut off with "…"."""
    text = " ".join(text.split())
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text}…"


#: Why there is no figure.
NOBODY = "no list names anybody: there is nothing to draw"


def some_names(corpus: Corpus) -> None:
    """Refuse a corpus whose lists name nobody."""
    if corpus.signatures.empty:
        raise CoalitionsError(NOBODY)


def balanced(text: str, width: float, size: float, weight: str = "normal") -> str:
    """Break a text into as few lines as fit ``width``, and those as even as can be."""
    lines = fold(text, width, size, weight)
    for narrower in np.arange(width, width / 3, -4):
        tried = fold(text, float(narrower), size, weight)
        if tried.count("\n") > lines.count("\n"):
            break
        lines = tried
    return lines


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
    title = balanced(said.title, BODY_WIDTH, looks.TITLE, "bold")
    subtitle = fold(said.subtitle, BODY_WIDTH, looks.TEXT)
    foot = "\n".join(fold(line, BODY_WIDTH, looks.FOOT) for line in said.foot)
    line = 1.25
    head = (title.count("\n") + 1) * looks.TITLE * line + (
        subtitle.count("\n") + 1
    ) * looks.TEXT * line
    below = (foot.count("\n") + 1) * looks.FOOT * line + 16
    if ax is None:
        total = MARGIN + head + 20 + height + below + MARGIN
        figure = Figure(figsize=(PAGE_WIDTH / 72, total / 72))
        FigureCanvasAgg(figure)
        ax = figure.add_axes(
            (MARGIN / PAGE_WIDTH, (MARGIN + below) / total, BODY_WIDTH / PAGE_WIDTH, height / total)
        )
    ax.set_axis_off()
    ax.set_xlim(*limits[:2])
    ax.set_ylim(*limits[2:])
    place: dict[str, Any] = {
        "xycoords": "axes fraction",
        "textcoords": "offset points",
        "annotation_clip": False,
    }
    above: dict[str, Any] = {"va": "bottom", "linespacing": line, **place}
    gap = 12
    ax.annotate(subtitle, (0, 1), (0, gap), color=looks.GREY, fontsize=looks.TEXT, **above)
    lift = gap + (subtitle.count("\n") + 1) * looks.TEXT * line + 6
    ax.set_title(
        title, loc="left", y=1, pad=lift, fontsize=looks.TITLE, fontweight="bold", linespacing=line
    )
    ax.annotate(
        foot,
        (0, 0),
        (0, -12),
        fontsize=looks.FOOT,
        color=looks.GREY,
        va="top",
        linespacing=line,
        **place,
    )
    return ax


def save_figure(ax: Axes, path: str | Path) -> Path:
    """Write the figure of ``ax`` as SVG, PNG (300 dpi) or PDF: the same bytes each time.

    Parameters
    ----------
    ax : Axes
        What a ``draw_…`` function returned.
    path : str or Path
        Its suffix chooses the format.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    CoalitionsError
        The suffix is none of .svg, .png, .pdf, or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from coalitions import draw_overlap, load
    >>> save_figure(draw_overlap(load("unga75")), Path(tempfile.mkdtemp()) / "overlap.svg").name
    'overlap.svg'
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise CoalitionsError(f'{path.name}: cannot draw a "{path.suffix}" file; use {known}')
    figure = ax.figure.figure
    title = ax.get_title(loc="left").replace("\n", " ")
    buffer = io.BytesIO()
    with style():
        metadata = {**FORMATS[suffix], "Title": title}
        figure.savefig(buffer, format=suffix[1:], dpi=DPI, metadata=metadata)
    content = buffer.getvalue()
    if suffix == ".svg":  # where DejaVu is not installed, Verdana has the same widths
        content = content.replace(b"'DejaVu Sans'", b"'DejaVu Sans', Verdana, sans-serif")
    write_bytes(path, content)
    return path
