"""Heatmap of all pairs of statements: what the lists allow as the two halves of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Polygon, Rectangle

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import choose
from coalitions.figures.frame import BODY_WIDTH, Words, canvas, style, text_width, words
from coalitions.figures.wording import amount, listing, sentence
from coalitions.overlap import pairs
from coalitions.provenance import statement_labels

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

#: Largest cell (points).
CELL_MOST = 84.0
#: Keeps a number readable across the two halves of a cell.
BEHIND_NUMBER = {"facecolor": looks.GROUND, "edgecolor": "none", "pad": 0.6, "alpha": 0.72}
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
    'Largest overlap: 19 to 45 states signed both Pakistan and Cuba'
    """
    named = corpus.named
    part = choose(corpus, named.index[named > 0]) if (named > 0).any() else corpus
    table, labels = pairs(part), statement_labels(corpus)
    ids = list(part.statements["statement_id"])
    longest = max(text_width(labels[s], looks.FOOT) for s in ids)
    gutter, slant = longest + 12, longest * 0.71 + 8
    cell = min(CELL_MOST, (BODY_WIDTH - gutter - slant) / len(ids))
    height = slant + cell * len(ids) + 26
    said = _words(corpus, part, table)
    with style():
        ax = canvas(
            ax, said, height=height, limits=(-gutter, BODY_WIDTH - gutter, slant - height, slant)
        )
        _draw_names(ax, part, labels, cell)
        most = max(1, int(table["shared_max"].max())) if len(table) else 1
        _draw_cells(ax, table, ids, cell, most)
        _draw_key(ax, slant - height + 4)
    return ax


def _draw_names(ax: Axes, part: Corpus, labels: pd.Series[str], cell: float) -> None:
    """Write each statement's name beside its row and above its column, its size on the diagonal."""
    declared, named = part.declared, part.named
    stance = part.statements.set_index("statement_id")["stance"]
    for n, key in enumerate(declared.index):
        y = -(n + 0.5) * cell
        colour = looks.SIDE_COLOURS[stance[key] or "neither"]
        ax.add_patch(
            Rectangle((-5, y - cell * 0.4), 2.5, cell * 0.8, facecolor=colour, linewidth=0)
        )
        text = labels[key]
        ax.text(-9, y, text, ha="right", va="center", fontsize=min(looks.FOOT, cell * 0.62))
        ax.text(
            (n + 0.5) * cell,
            4,
            text,
            rotation=45,
            ha="left",
            va="bottom",
            rotation_mode="anchor",
            fontsize=min(looks.FOOT, cell * 0.62),
        )
        size = declared.fillna(named)[key]
        whole = f"{size}" if size == named[key] else f"{named[key]}/{size}"
        ax.text(
            (n + 0.5) * cell,
            y,
            whole,
            ha="center",
            va="center",
            color=looks.GREY,
            fontsize=_fitting(whole, cell),
        )


def _draw_cells(ax: Axes, table: pd.DataFrame, ids: list[str], cell: float, most: int) -> None:
    """Shade and number the cells on both sides of the diagonal."""
    index = {key: n for n, key in enumerate(ids)}
    for row in table.to_dict("records"):
        low, high = row["shared_min"], row["shared_max"]
        text = str(Interval(low, high))
        behind = {} if low == high else {"bbox": BEHIND_NUMBER}
        for i, j in ((index[row["a"]], index[row["b"]]), (index[row["b"]], index[row["a"]])):
            x, y, w = j * cell, -(i + 1) * cell, cell - 1
            lower = [(x, y), (x + w, y), (x, y + w)]
            upper = [(x + w, y + w), (x + w, y), (x, y + w)]
            for corners, value in ((lower, low), (upper, high)):
                shade = _SHADES(value / most)
                ax.add_patch(Polygon(corners, facecolor=shade, edgecolor=shade, linewidth=0.2))
            dark = (low + high) / 2 > 0.55 * most
            ax.text(
                x + w / 2,
                y + w / 2,
                text,
                ha="center",
                va="center",
                fontsize=_fitting(text, cell),
                color=looks.GROUND if dark and low == high else looks.INK,
                **behind,
            )


def _fitting(text: str, cell: float) -> float:
    """Return the size at which a number fits into a cell."""
    interval = 0.92 * cell / text_width("00–00", 1.0)
    return min(looks.TEXT + 2, interval if len(text) > 2 else 1.25 * interval)  # noqa: PLR2004


def _draw_key(ax: Axes, y: float) -> None:
    """Draw a cell with its two halves explained, and the scale of shades."""
    for corners, value in (
        ([(0, y), (11, y), (0, y + 11)], 0.15),
        ([(11, y + 11), (11, y), (0, y + 11)], 0.75),
    ):
        ax.add_patch(Polygon(corners, facecolor=_SHADES(value), linewidth=0))
    text = "smallest and largest overlap that the lists allow; on the diagonal: named / declared"
    ax.text(16, y + 5.5, text, fontsize=looks.FOOT, va="center", color=looks.GREY)


def _words(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> Words:
    labels = statement_labels(corpus)
    title = "One statement overlaps with nothing"
    if len(table):
        order = ["shared_min", "shared_max"]
        best = table.sort_values(order, ascending=False, kind="stable").iloc[0]
        both = amount(corpus, Interval(int(best["shared_min"]), int(best["shared_max"])))
        pair = listing([labels[best["a"]], labels[best["b"]]])
        title = f"Largest overlap: {both} signed both {pair}"
    rest = [labels[s] for s in corpus.statements["statement_id"] if s not in set(part.named.index)]
    notes = (f"Known only by their count, not drawn: {listing(rest, 10)}.",) if rest else ()
    return words(corpus, sentence(title), what="How many signed both statements", notes=notes)
