"""Map of equal tiles: one for each state, coloured by where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.kit import SLIDE_WIDTH, canvas, render, text_width
from coalitions.figures.maps.standing import OUTSIDE, ground, standing
from coalitions.findings import tiles_told, words
from coalitions.maps import state_tiles

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page

#: Share of a tile's side that is left free between it and the next.
APART = 0.06
#: Smallest type for the code in a tile (points); below, tiles bear no text.
SMALLEST = 5.0


def draw_tilemap(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw the world as equal tiles, one for each state that can sign.

    By side; for two statements of one stance by region of their overlap; for more of one stance
    by how many name the state, in five ranges at most. Where equal steps would give most states one
    colour, ranges hold about as many states each, and the foot says so. A state that no list names
    is hatched where a list is partial.

    Parameters
    ----------
    corpus : Corpus
        Its signatories are states.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes
        Each tile is a rectangle that has the code of its state as ``gid``.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_tilemap(load("unga75")).get_title(loc="left").replace("\n", " ")
    '55 to 84 states signed in support of China, 39 in criticism; none is named on both sides'
    """
    refuse_no_corpus(corpus)
    return render(partial(_drawn, corpus), **how)


def _drawn(corpus: Corpus, page: Page) -> Axes:
    look, tiles = page.look, state_tiles()
    found = standing(corpus, look)
    columns, rows = (int(most) + 1 for most in tiles[["column", "row"]].max())
    keys = found.keys()
    place = ground(keys, rows / columns, look)
    side, height = place.wide / columns, place.tall
    what = tiles_told(corpus, outside=OUTSIDE in found.kinds)
    said = words(corpus, found.title, what=what, notes=found.notes, data=found.data())
    ax = canvas(page, said, height=place.limits[3], limits=place.limits)
    place.draw_legend(ax, keys, look)
    type_size = min(looks.FOOT, 0.86 * (1 - APART) * side / text_width("MMM", 1.0))
    smallest = SMALLEST * look.width / SLIDE_WIDTH if look.height else SMALLEST
    for state, column, row in tiles.itertuples():
        corner = (column * side, height - (row + 1) * side)
        inner = side * (1 - APART)
        tile = Rectangle(corner, inner, inner, linewidth=0, gid=state, **found.paint(state))
        tile.set_edgecolor(look.hatch)
        ax.add_artist(tile)
        if type_size < smallest:
            continue
        colour: str = found.paint(state)["facecolor"]
        name = ax.text(corner[0] + inner / 2, corner[1] + inner / 2, state, fontsize=type_size)
        name.set(ha="center", va="center_baseline", color=look.text_on(colour))
    return ax
