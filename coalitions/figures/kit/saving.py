"""Figures as files: the same bytes each time, with words for those who cannot see them."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes

from coalitions import looks
from coalitions.errors import ChoiceError, path_of, refuse_no_flag, told
from coalitions.figures.kit.pdfsize import pdf_scaled
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, said_once
from coalitions.figures.kit.sheet import SAID, Sheet
from coalitions.files import legible, write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

#: Kind of file → how matplotlib is told that nothing in it may depend on the day.
FORMATS: dict[str, dict[str, str | None]] = {
    ".svg": {"Date": None, "Creator": "coalitions"},
    ".png": {"Software": "coalitions"},
    ".pdf": {"CreationDate": None, "Creator": "coalitions", "Producer": "coalitions"},
}
#: What each format calls a description.
DESCRIPTIONS = {".svg": "Description", ".png": "Description", ".pdf": "Subject"}
DPI = 300
#: How a PNG is packed: a tenth smaller than by default, in four fifths of the time.
PACKED = {"compress_level": 4, "compress_type": 0}
#: Fewest and most dots an inch.
LEAST_DPI, MOST_DPI = 36, 1200
#: Most pixels of a picture: 400 MB while it is drawn. A poster of A2 has 35 million.
PIXELS_MOST = 100_000_000


def alt_text(ax: Axes) -> str:
    """Return what a figure shows, in words, for those who cannot see it.

    Examples
    --------
    >>> from coalitions import draw_overlap, load
    >>> alt_text(draw_overlap(load("unga75"), title="All pairs")).split(". ")[:2]
    ['All pairs', 'How many signed both statements']
    """
    figure = ax.figure.figure
    if isinstance(figure, Sheet):
        return legible(figure.alt)
    said = getattr(ax, SAID, None)
    return legible(said.alt) if said else _title(ax)


def _title(ax: Axes) -> str:
    title = ax.get_title(loc="left") or ax.get_title()
    return legible(title.replace("\n", " "))


def save_figure(ax: Axes, path: str | Path, *, dpi: int = DPI, transparent: bool = False) -> Path:
    """Write the figure of ``ax`` as SVG, PNG or PDF: the same bytes each time.

    A file holds the figure's title and its description in words; the text of an SVG or a PDF can
    be edited. A slide is 13⅓ × 7½ inches, a poster as wide as A2.

    Parameters
    ----------
    ax : Axes
        What a ``draw_…`` function returned.
    path : str or Path
        Its suffix chooses the format.
    dpi : int
        Dots an inch of a PNG, 36 to 1200; the picture has 100 million at most.
    transparent : bool
        Whether the ground is left out. What keeps letters clear of lines keeps its colour.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    CoalitionsError
        The suffix is none of .svg, .png, .pdf, the file cannot be written, or the picture would
        have too many dots, or too few.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import draw_overlap, load
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> save_figure(draw_overlap(load("unga75")), folder / "overlap.svg").name
    'overlap.svg'
    """
    path = path_of(path)
    suffix = path.suffix.lower()
    if suffix not in FORMATS or path.is_dir():
        wanted = "a figure is one file: give it a name that ends in .svg, .png or .pdf"
        is_folder = path.is_dir() or not path.name
        found = "is a folder" if is_folder else f'ends in "{path.suffix}"' * bool(path.suffix)
        raise ChoiceError(f"{path}: {found or 'has no ending'}; {wanted}")
    if not isinstance(ax, Axes):
        raise ChoiceError(f"ax: {told(ax)}: expected the axes that a draw_… function returned")
    refuse_no_flag("transparent", transparent)
    figure = ax.figure.figure
    scale = figure.scale if isinstance(figure, Sheet) else 1.0
    dots = _dots(figure, dpi, scale) if suffix == ".png" else DPI
    options: dict[str, Any] = {"format": suffix[1:], "dpi": dots * scale}
    options["transparent"] = transparent
    if suffix == ".png":
        options["pil_kwargs"] = {"dpi": (dots, dots), **PACKED}
    described = " ".join(text for text in map(alt_text, figure.axes) if text)
    said = {"Title": _title(ax), DESCRIPTIONS[suffix]: described}
    buffer = io.BytesIO()
    make_legible(figure)
    with from_defaults(looks.RC), said_once():
        figure.savefig(buffer, metadata={**FORMATS[suffix], **said}, **options)
    content = buffer.getvalue()
    if suffix == ".svg":
        content = _finished(content, described, scale)
    elif suffix == ".pdf":
        content = pdf_scaled(content, scale)
    write_bytes(path, content)
    return path


def _dots(figure: Figure, dpi: int, scale: float) -> int:
    """Return the dots an inch of a picture; refuse too few to see, and more than a machine holds.

    A picture that nobody asked a number for has as many as it may.
    """
    if isinstance(dpi, bool) or not isinstance(dpi, int) or not LEAST_DPI <= dpi <= MOST_DPI:
        raise ChoiceError(
            f"`dpi` {told(dpi)}: expected a whole number from {LEAST_DPI} to {MOST_DPI}"
        )
    wide, tall = (float(side) * scale for side in figure.get_size_inches())
    most = int((PIXELS_MOST / (wide * tall)) ** 0.5)
    if dpi > most and dpi != DPI:
        millions = wide * tall * dpi**2 / 1e6
        raise ChoiceError(
            f"`dpi` {dpi}: the picture would have {millions:.0f} million dots, at most "
            f"{PIXELS_MOST / 1e6:.0f} million: choose {most} or less, or .svg or .pdf"
        )
    return min(dpi, most)


def _finished(svg: bytes, description: str, scale: float) -> bytes:
    """Describe a drawing where readers of screens look, scale it, and name a second font."""
    text = svg.decode()
    # Where DejaVu is not installed, Verdana has the same widths.
    text = text.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")
    desc = f"<desc>{escape(description, quote=False)}</desc>"
    text = text.replace("</title>", f"</title>\n {desc}", 1)
    head, tag, rest = text.partition("<svg ")
    attributes, close, rest = rest.partition(">")
    attributes = re.sub(
        r'\b(width|height)="([\d.]+)pt"',
        lambda found: f'{found[1]}="{round(float(found[2]) * scale, 3):g}pt"',
        attributes,
    )
    return f'{head}{tag}role="img" {attributes}{close}{rest}'.encode()
