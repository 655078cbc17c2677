"""Heatmap of all pairs of statements: what the lists allow as the two halves of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import Polygon, Rectangle

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import choose
from coalitions.figures.frame import (
    BODY_WIDTH,
    Words,
    canvas,
    clip,
    some_names,
    style,
    text_width,
    words,
)
from coalitions.figures.legend import draw_sides
from coalitions.figures.wording import amount, listing, sentence
from coalitions.graphs import two_mode_graph
from coalitions.overlap import pairs
from coalitions.provenance import statement_labels

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

#: Largest cell (points).
CELL_MOST = 84.0
#: Room for the key to sides, and the most that the name of a statement may take (points).
LEGEND, LABEL = 20.0, 150.0
#: Type that can still be read in print (points).
SMALLEST = 5.0
_SHADES = LinearSegmentedColormap.from_list("amounts", looks.AMOUNTS)


def draw_overlap(corpus: Corpus, *, ax: Axes | None = None) -> Axes:
    r"""Draw how many signed both, for every pair of statements.

    The lower left half of a cell is shaded by the smallest overlap that the lists allow, the upper
    right half by the largest. Statements known only by their count are left out, and named.

    Parameters
    ----------
    corpus : Corpus
    ax : Axes, optional
        Where to draw; by default on a figure of its own at the width of a page.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from coalitions import load
    >>> draw_overlap(load("unga75")).get_title(loc="left").replace("\n", " ")
    'Largest overlap: 19 to 45 states signed both statements, Pakistan and Cuba'
    """
    some_names(corpus)
    named = corpus.named
    part = choose(corpus, named.index[named > 0])
    table = pairs(part)
    labels = statement_labels(corpus).map(lambda text: clip(text, LABEL, looks.FOOT))
    ids = list(part.statements["statement_id"])
    longest = max(text_width(labels[s], looks.FOOT) for s in ids)
    gutter, slant = longest + 12, longest * 0.71 + 8
    cell = min(CELL_MOST, (BODY_WIDTH - gutter - slant) / len(ids))
    limits = (-gutter, BODY_WIDTH - gutter, -cell * len(ids) - 26, slant + LEGEND)
    numbered = _fitting(cell) >= SMALLEST
    said = _words(corpus, part, table, numbered=numbered)
    with style():
        ax = canvas(ax, said, height=limits[3] - limits[2], limits=limits)
        draw_sides(ax, two_mode_graph(part), (-gutter, slant + LEGEND))
        _draw_names(ax, part, labels, cell)
        _draw_sizes(ax, part, cell)
        most = max([1, *table["shared_max"]])
        for row in table.to_dict("records"):
            found = Interval(row["shared_min"], row["shared_max"])
            i, j = ids.index(row["a"]), ids.index(row["b"])
            for place in ((j * cell, -(i + 1) * cell), (i * cell, -(j + 1) * cell)):
                _draw_cell(ax, place, cell, found, most)
        _draw_key(ax, limits[2] + 4)
    return ax


def _draw_names(ax: Axes, part: Corpus, labels: pd.Series[str], cell: float) -> None:
    """Write each statement's name beside its row and above its column."""
    stance = part.statements.set_index("statement_id")["stance"]
    size = max(SMALLEST, min(looks.FOOT, cell * 0.62))
    for n, key in enumerate(stance.index):
        middle = (n + 0.5) * cell
        strip = Rectangle((-5, -middle - cell * 0.4), 2.5, cell * 0.8, linewidth=0)
        strip.set_facecolor(looks.SIDE_COLOURS[stance[key] or "neither"])
        ax.add_patch(strip)
        ax.text(-9, -middle, labels[key], ha="right", va="center", fontsize=size)
        slanted = ax.text(middle, 4, labels[key], rotation=45, fontsize=size)
        slanted.set(ha="left", va="bottom", rotation_mode="anchor")


def _draw_sizes(ax: Axes, part: Corpus, cell: float) -> None:
    """Write on the diagonal how many each statement names, and of how many."""
    if _fitting(cell) < SMALLEST:
        return
    for n, (named, unnamed) in enumerate(zip(part.named, part.unnamed, strict=True)):
        text = f"{named} of\n{named + unnamed}" if unnamed else str(named)
        written = ax.text((n + 0.5) * cell, -(n + 0.5) * cell, text, fontsize=_fitting(cell))
        written.set(ha="center", va="center", color=looks.GREY, linespacing=0.95)


def _draw_cell(
    ax: Axes, place: tuple[float, float], cell: float, found: Interval, most: int
) -> None:
    """Shade and number a cell: whole where the number is certain, else its two halves."""
    (x, y), width = place, cell - 1
    lower = [(x, y), (x + width, y), (x, y + width)]
    upper = [(x + width, y + width), (x + width, y), (x, y + width)]
    shades = [to_hex(_SHADES(value / most)) for value in found]
    for corners, shade in zip((lower, upper), shades, strict=True):
        ax.add_patch(Polygon(corners, facecolor=shade, edgecolor=shade, linewidth=0.2))
    size = _fitting(cell)
    if size < SMALLEST:
        return
    points = ((0.5, 0.5),) if found.low == found.high else ((0.27, 0.25), (0.73, 0.75))
    for (u, v), value, shade in zip(points, found, shades, strict=False):
        number = ax.text(x + u * width, y + v * width, str(value), fontsize=size)
        number.set(ha="center", va="center_baseline", color=looks.text_on(shade))


def _fitting(cell: float) -> float:
    """Return the size at which two figures fit into half a cell."""
    return min(looks.TEXT + 2, 0.46 * cell / text_width("00", 1.0))


def _draw_key(ax: Axes, y: float) -> None:
    """Draw a cell with its two halves explained, and the scale of shades."""
    for corners, value in (
        ([(0, y), (11, y), (0, y + 11)], 0.15),
        ([(11, y + 11), (11, y), (0, y + 11)], 0.75),
    ):
        ax.add_patch(Polygon(corners, facecolor=_SHADES(value), linewidth=0))
    text = "smallest and largest number that the lists allow; on the diagonal: names known"
    ax.text(16, y + 5.5, text, fontsize=looks.FOOT, va="center", color=looks.GREY)


def _words(corpus: Corpus, part: Corpus, table: pd.DataFrame, *, numbered: bool) -> Words:
    labels = statement_labels(corpus)
    title = "1 statement: there is no pair to compare"
    if len(table):
        order = ["shared_min", "shared_max"]
        best = table.sort_values(order, ascending=False, kind="stable").iloc[0]
        both = amount(corpus, Interval(int(best["shared_min"]), int(best["shared_max"])))
        pair = listing([labels[best["a"]], labels[best["b"]]])
        title = f"Largest overlap: {both} signed both statements, {pair}"
        if not best["shared_max"]:
            title = "No two statements share a signatory"
    rest = [labels[s] for s in corpus.statements["statement_id"] if s not in set(part.named.index)]
    notes = [f"Known only by their count, not drawn: {listing(rest, 10)}."] if rest else []
    if not numbered:
        notes.append("Too many statements to print the numbers: see coalitions overlap.")
    return words(
        corpus, sentence(title), what="How many signed both statements", notes=tuple(notes)
    )
