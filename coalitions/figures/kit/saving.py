"""Figures as files: the same bytes each time, with words for those who cannot see them."""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalitions import looks
from coalitions.errors import ChoiceError
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, said_once
from coalitions.figures.kit.sheet import SAID, Sheet
from coalitions.files import legible, write_bytes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Kind of file → how matplotlib is told that nothing in it may depend on the day.
FORMATS: dict[str, dict[str, str | None]] = {
    ".svg": {"Date": None, "Creator": "coalitions"},
    ".png": {"Software": "coalitions"},
    ".pdf": {"CreationDate": None, "Creator": "coalitions", "Producer": "coalitions"},
}
#: What each format calls a description.
DESCRIPTIONS = {".svg": "Description", ".png": "Description", ".pdf": "Subject"}
DPI = 300


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


def save_figure(ax: Axes, path: str | Path) -> Path:
    """Write the figure of ``ax`` as SVG, PNG (300 dpi) or PDF: the same bytes each time.

    A file holds the figure's title and its description in words; the text of an SVG or a PDF can
    be edited. A slide is 13⅓ × 7½ inches; as PDF it has that shape, and scales.

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
    if suffix not in FORMATS or path.is_dir():
        wanted = "a figure is one file: give it a name that ends in .svg, .png or .pdf"
        is_folder = path.is_dir() or not path.name
        found = "is a folder" if is_folder else f'ends in "{path.suffix}"' * bool(path.suffix)
        raise ChoiceError(f"{path}: {found or 'has no ending'}; {wanted}")
    figure = ax.figure.figure
    scale = figure.scale if isinstance(figure, Sheet) else 1.0
    options: dict[str, Any] = {"format": suffix[1:], "dpi": DPI * scale}
    if suffix == ".png":
        options["pil_kwargs"] = {"dpi": (DPI, DPI)}
    described = " ".join(text for text in map(alt_text, figure.axes) if text)
    said = {"Title": _title(ax), DESCRIPTIONS[suffix]: described}
    buffer = io.BytesIO()
    make_legible(figure)
    with from_defaults(looks.RC), said_once():
        figure.savefig(buffer, metadata={**FORMATS[suffix], **said}, **options)
    content = buffer.getvalue()
    write_bytes(path, _finished(content, described, scale) if suffix == ".svg" else content)
    return path


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
