"""What is written into a flow: names of sides, and of who crossed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions import looks
from coalitions.corpus import short_names
from coalitions.figures.flow.movers import LINE
from coalitions.figures.flow.strands import BAR, NOWHERE, Place
from coalitions.figures.kit import clip_apart, text_width
from coalitions.findings import CROSSERS_NAMED, stand_word
from coalitions.tables import crossing, sides_across

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.tables import Flow

#: Widest name of a side beside a column (points).
NAME_MOST = 70.0


def names_of_sides(corpus: Corpus) -> dict[str, str]:
    """Return what those who stand somewhere are called beside a column, as far as there is room."""
    named = {side: looks.side_name(side) for side in corpus.sides}
    words = {stand: named.get(stand) or stand_word(corpus, stand) for stand in sides_across(corpus)}
    short = clip_apart(words.values(), NAME_MOST, looks.SMALL)
    return {stand: short[word] for stand, word in words.items()}


def draw_sides(
    ax: Axes, edges: list[dict[str, tuple[float, float]]], place: Place, order: Sequence[str]
) -> None:
    """Name the sides beside the first column, those that are not there beside the last."""
    look, last = place.look, place.x(len(edges) - 1) + BAR + 4
    written = set(edges[0])
    for column, x, align, sides in (
        (edges[0], place.left - 4, "right", written),
        (edges[-1], last, "left", set(edges[-1]) - written),
    ):
        for side in sorted(sides, key=order.index):
            low, top = column[side]
            colour = look.grey if side in NOWHERE else look.ink
            text = ax.text(
                x, (low + top) / 2, place.names[side], fontsize=looks.SMALL, color=colour
            )
            text.set(ha=align, va="center_baseline")
            if align == "left" and top - low < LINE - 1:
                text.set_x(x + text_width("00", looks.SMALL))
    for side in order:
        if side not in written | set(edges[-1]):
            _name_within(ax, side, edges, place)


def _name_within(
    ax: Axes, side: str, edges: list[dict[str, tuple[float, float]]], place: Place
) -> None:
    """Name a side that only columns in between have, along the tallest of its blocks."""
    tall = {n: column[side] for n, column in enumerate(edges) if side in column}
    if not tall:
        return
    n, (low, top) = max(tall.items(), key=lambda item: item[1][1] - item[1][0])
    if top - low > 4 * LINE + text_width(place.names[side], looks.SMALL):
        x = place.x(n) + BAR / 2
        text = ax.text(
            x, low + (top - low) / 4, place.names[side], rotation=90, fontsize=looks.SMALL
        )
        text.set(ha="center", va="center", zorder=5, color=place.look.text_on(place.look.unknown))
        text.set_bbox({"facecolor": place.look.unknown, "linewidth": 0, "pad": 0.8})


def draw_crossers(
    ax: Axes,
    corpus: Corpus,
    found: Flow,
    edges: list[dict[str, tuple[float, float]]],
    place: Place,
) -> None:
    """Write at its ribbon who crossed over, where the second side is first taken."""
    short = short_names(corpus)
    landed: dict[tuple[int, str], list[str]] = {}
    for name in found.across[: CROSSERS_NAMED if len(found.across) <= CROSSERS_NAMED else 0]:
        _, (second, _) = crossing(found, name)
        block = str(found.sides.loc[name].iloc[second])
        landed.setdefault((second, block), []).append(short.get(name, name))
    for (n, side), names in landed.items():
        low, top = edges[n][side]
        y, va = (low - 2, "top") if side == found.order[0] else (top + 2, "bottom")
        text = ax.text(place.x(n) + BAR / 2, y, "\n".join(sorted(names)), fontsize=looks.SMALL)
        text.set(ha="center", va=va, zorder=6, fontweight="bold")
        text.set_bbox({"facecolor": place.look.ground, "alpha": 0.75, "linewidth": 0, "pad": 0.6})
