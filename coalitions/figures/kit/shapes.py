"""Letters that the font of figures has no shape for, said in one sentence a figure."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.axis import Axis
from matplotlib.text import Text

from coalitions.errors import warn
from coalitions.figures.kit.faces import faces_for, is_set
from coalitions.files import from_the_left, is_legible, legible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

#: Letters that the sentence shows before it counts the rest, and of a title before it is cut.
SHOWN, TITLE_LETTERS = 8, 60


def make_legible(figure: Figure) -> None:
    """Replace what no file can hold in every text and every id of a figure by U+FFFD.

    Letters that the font lacks are set in a face of the system that has them; lines go from left to
    right.
    """
    for artist in _shown(figure):
        gid = artist.get_gid()
        if gid and not is_legible(gid):
            artist.set_gid(legible(gid))
        if not isinstance(artist, Text):
            continue
        if not is_legible(artist.get_text()):
            artist.set_text(legible(artist.get_text()))
        if sets_from_the_right():
            artist.set_text(from_the_left(artist.get_text()))
        faces = faces_for(artist.get_text())
        if len(faces) > 1:
            artist.set_fontfamily(faces)


def sets_from_the_right() -> bool:
    """Say whether this matplotlib joins Arabic letters, and sets them from right to left."""
    return mpl.__version_info__ >= (3, 11)


def warn_of_shapeless(figure: Figure, title: str) -> None:
    """Warn in one sentence if some letters of a figure have no shape in its font."""
    texts = [t.get_text() for t in _shown(figure) if isinstance(t, Text)]
    found = shapeless("".join(texts))
    if not found:
        return
    shown = " ".join(letter if letter.isprintable() else _code(letter) for letter in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    letters = "1 letter has" if len(found) == 1 else f"{len(found)} letters have"
    name = " ".join(legible(title).split())
    name = name if len(name) <= TITLE_LETTERS else f"{name[: TITLE_LETTERS - 1]}…"
    warn(
        f'figure "{name}": {letters} no shape in its font, DejaVu Sans, nor in another of this '
        f"system ({shown}{more}), and print as empty boxes in PNG and PDF; install a face that has "
        "them, such as Noto Sans CJK, or write the names in Latin, Greek or Cyrillic letters in "
        "signatories.csv or statements.csv"
    )


def _shown(artist: Artist) -> Iterator[Artist]:
    """Give an artist and all that it holds but hidden scales: asked for its ticks, one makes them.

    Making ticks that nobody sees took a fifth of the time of a drawing.
    """
    yield artist
    for part in artist.get_children():
        if not (isinstance(part, Axis) and not part.axes.axison):
            yield from _shown(part)


def shapeless(text: str) -> list[str]:
    """Return the letters of a text that no face has a shape for, each once, in their order.

    Examples
    --------
    >>> shapeless("Türkiye, Ελλάδα"), shapeless("\ue000 and \ue001")
    ([], ['\ue000', '\ue001'])
    """
    letters = (letter for letter in dict.fromkeys(text) if letter not in "\n\r\t")
    return [letter for letter in letters if not is_set(letter)]


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


@contextmanager
def said_once() -> Iterator[None]:
    """Keep matplotlib's own warning of each missing letter back: ours stands for them all.

    Nor does it say that another face has no bold type: it is set in what there is.
    """
    log = logging.getLogger("matplotlib.font_manager")
    log.addFilter(_has_weight)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", r"(?s)Glyph \d+ .*missing from")
            yield
    finally:
        log.removeFilter(_has_weight)


def _has_weight(record: logging.LogRecord) -> bool:
    return "Failed to find font weight" not in str(record.msg)
