"""Heatmap of all pairs of statements: what the lists allow as the two halves of a cell."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Polygon, Rectangle

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import choose, refuse_no_corpus, statement_labels
from coalitions.figures.kit import (
    canvas,
    clip_apart,
    could_be_wider,
    draw_keys,
    fold,
    keys_height,
    least_shared,
    render,
    side_keys,
    some_names,
    statement_colours,
    text_width,
    try_wider,
)
from coalitions.findings import (
    cells_explained,
    no_room_for_names,
    no_room_for_numbers,
    overlap_words,
    sizes,
)
from coalitions.graphs import two_mode_graph
from coalitions.tables import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Words
    from coalitions.looks import Look

#: Largest cell (points).
CELL_MOST = 84.0
#: Room that the words around the cells take on a slide, and its smallest cell (points).
AROUND, CELL_SLIDE = 190.0, 48.0
#: Most that the name of a statement may take (points).
LABEL, LABEL_LEAST = 150.0, 32.0
#: Smallest cell in which numbers can be read, and beside which names can (points).
CELLS = (14.0, 7.5)
#: Narrowest cell beside which a name stands clear of the next (points).
CELL_NAMED = 7.0
#: Type that can still be read in print (points).
SMALLEST = 5.0


def _shade(share: float, look: Look) -> str:
    """Return the colour of an amount, as a share of the largest."""
    return to_hex(_scale(look.amounts)(share))


@cache
def _scale(amounts: tuple[str, ...]) -> LinearSegmentedColormap:
    """Return the scale of colours of a look; a cell has one of them, and there are hundreds."""
    return LinearSegmentedColormap.from_list("amounts", amounts)


def draw_overlap(
    corpus: Corpus,
    *,
    min_shared: int | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw how many signed both, for every pair of statements.

    The lower left half of a cell is shaded by the smallest overlap that the lists allow, the upper
    right half by the largest. Statements that name nobody are left out, and the foot says why.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int, optional
        Leave out pairs that share fewer by name, and statements that share so many with none.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        Nobody is named, or no two statements share so many.

    Examples
    --------
    >>> from coalitions import load
    >>> title = draw_overlap(load("unga75")).get_title(loc="left").replace("\n", " ")
    >>> title.partition(": ")[2]
    '19 to 45 states signed both statements, Pakistan and Cuba, in support of China'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    part = choose(corpus, corpus.named.index[corpus.named > 0])
    every = pairs(part)
    most = int(every["shared_named"].max()) if len(every) else 0
    least = least_shared(min_shared, most, "no two statements share {} names")
    table = every[every["shared_named"] >= least]
    if least:
        kept = part.named.index.isin([*table["a"], *table["b"]])
        part = choose(corpus, part.named.index[kept])
    said = partial(overlap_words, corpus, part, every, least=least)
    return render(partial(_drawn, corpus, (part, table), said), **how)


def _drawn(
    corpus: Corpus,
    drawn: tuple[Corpus, pd.DataFrame],
    words_of: Callable[[Sequence[str]], Words],
    page: Page,
) -> Axes:
    (part, table), look = drawn, page.look
    # Names give way to cells that hold a number, or at least leave room for the names beside.
    rooms = [(look.width - cell * len(part.statements) - 20) / 1.71 for cell in CELLS]
    most = min(LABEL, 0.3 * look.width, next((r for r in rooms if r > LABEL_LEAST), LABEL_LEAST))
    ids = list(part.statements["statement_id"])
    whole = statement_labels(corpus)[ids]
    labels = whole.map(clip_apart(whole, most, looks.FOOT))
    gutter, slant, cell = _rooms(labels, look)
    if cell < CELL_NAMED:
        labels = labels.map(lambda _: "")
        gutter, slant, cell = _rooms(labels, look)
    keys = side_keys(two_mode_graph(part), look, unknown="")
    top = slant + keys_height(keys, look)
    split = bool((table["shared_min"] < table["shared_max"]).any())
    numbered = _fitting(cell) >= SMALLEST
    explained = cells_explained(split=split, numbered=numbered)
    key = fold(explained, look.width - (KEY_LEFT if split else 0.0), looks.FOOT)
    below = cell * len(ids) + (12 + (key.count("\n") + 1) * KEY_LINE if key else 2)
    limits = (-gutter, look.width - gutter, -below, top)
    absent = _no_room(labels, numbered=numbered)
    try_wider(look, lacking=bool(absent))
    said = words_of(absent)
    ax = canvas(page, said, height=limits[3] - limits[2], limits=limits)
    draw_keys(ax, keys, (-gutter, top), look)
    _draw_names(ax, part, labels, cell, look)
    _draw_sizes(ax, part, cell, look)
    most_shared = max([1, *table["shared_max"]])
    for row in table.to_dict("records"):
        found = Interval(row["shared_min"], row["shared_max"])
        i, j = ids.index(row["a"]), ids.index(row["b"])
        for place in ((j * cell, -(i + 1) * cell), (i * cell, -(j + 1) * cell)):
            _draw_cell(ax, (*place, cell), found, most_shared, look)
    if key:
        _draw_key(ax, key, (limits[0], limits[2]), look, split=split)
    return ax


def _rooms(labels: pd.Series[str], look: Look) -> tuple[float, float, float]:
    """Return the room for names beside and above the cells, and how large a cell is (points)."""
    longest = max(text_width(label, looks.FOOT) for label in labels)
    gutter, slant = longest + 12, longest * 0.71 + 8
    cell = min(CELL_MOST, (look.width - gutter - slant) / len(labels))
    if look.height:
        least = CELL_SLIDE if could_be_wider(look) else 0.0
        cell = min(cell, max(least, (look.height - slant - AROUND) / len(labels)))
    return gutter, slant, cell


def _no_room(labels: pd.Series[str], *, numbered: bool) -> list[str]:
    """Say what the cells leave no room for."""
    notes = []
    if nameless := int((labels == "").sum()):
        notes.append(no_room_for_names(nameless, len(labels), see="coalitions overlap"))
    if not numbered:
        notes.append(no_room_for_numbers())
    return notes


def _draw_names(ax: Axes, part: Corpus, labels: pd.Series[str], cell: float, look: Look) -> None:
    """Write each statement's name beside its row and above its column."""
    size = max(SMALLEST, min(looks.FOOT, cell * 0.62))
    statements = part.statements["statement_id"]
    for n, (key, colour) in enumerate(zip(statements, statement_colours(part, look), strict=True)):
        middle = (n + 0.5) * cell
        strip = Rectangle((-5, -middle - cell * 0.4), 2.5, cell * 0.8, linewidth=0)
        strip.set_facecolor(colour)
        ax.add_artist(strip)
        ax.text(-9, -middle, labels[key], ha="right", va="center", fontsize=size)
        slanted = ax.text(middle, 4, labels[key], rotation=45, fontsize=size)
        slanted.set(ha="left", va="bottom", rotation_mode="anchor")


def _draw_sizes(ax: Axes, part: Corpus, cell: float, look: Look) -> None:
    """Write on the diagonal how many each statement names, and of how many."""
    if _fitting(cell) < SMALLEST:
        return
    for n, size in enumerate(sizes(part)):
        text = size.replace(" of ", " of\n")
        written = ax.text((n + 0.5) * cell, -(n + 0.5) * cell, text, fontsize=_fitting(cell))
        written.set(ha="center", va="center", color=look.grey, linespacing=0.95)


def _draw_cell(
    ax: Axes, place: tuple[float, float, float], found: Interval, most: int, look: Look
) -> None:
    """Shade and number a cell: whole where the number is certain, else its two halves."""
    x, y, cell = place
    width = cell - 1
    lower = [(x, y), (x + width, y), (x, y + width)]
    upper = [(x + width, y + width), (x + width, y), (x, y + width)]
    shades = [_shade(value / most, look) for value in found]
    for corners, shade in zip((lower, upper), shades, strict=True):
        ax.add_artist(Polygon(corners, facecolor=shade, edgecolor=shade, linewidth=0.2))
    size = _fitting(cell)
    if size < SMALLEST:
        return
    points = ((0.5, 0.5),) if found.low == found.high else ((0.27, 0.25), (0.73, 0.75))
    for (u, v), value, shade in zip(points, found, shades, strict=False):
        number = ax.text(x + u * width, y + v * width, str(value), fontsize=size)
        number.set(ha="center", va="center_baseline", color=look.text_on(shade))


def _fitting(cell: float) -> float:
    """Return the size at which two figures fit into half a cell."""
    return min(looks.TEXT + 2, 0.46 * cell / text_width("00", 1.0))


#: Where what the cells mean is written, and its lines (points).
KEY_LEFT, KEY_LINE = 16.0, 9.6


def _draw_key(ax: Axes, text: str, corner: tuple[float, float], look: Look, *, split: bool) -> None:
    """Draw a cell with its two halves explained, where there is one, and what the diagonal is."""
    x, y = corner
    y += (text.count("\n") + 1) * KEY_LINE - 10
    if split:
        _draw_halves(ax, x, y, look)
    written = ax.text(x + (KEY_LEFT if split else 0.0), y + 11, text, fontsize=looks.FOOT)
    written.set(va="top", linespacing=KEY_LINE / looks.FOOT, color=look.grey)


def _draw_halves(ax: Axes, x: float, y: float, look: Look) -> None:
    for corners, value in (
        ([(x, y), (x + 11, y), (x, y + 11)], 0.15),
        ([(x + 11, y + 11), (x + 11, y), (x, y + 11)], 0.75),
    ):
        ax.add_artist(Polygon(corners, facecolor=_shade(value, look), linewidth=0))
