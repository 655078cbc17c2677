"""Keys to colours, in one line above what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Circle, Rectangle

from coalitions import looks
from coalitions.figures.frame import BODY_WIDTH, text_width

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

#: What hatched means, wherever it is drawn.
UNKNOWN_TEXT = "declared, not named"


def draw_sides(
    ax: Axes,
    graph: nx.Graph[str],
    corner: tuple[float, float],
    *,
    unknown: str = UNKNOWN_TEXT,
    scale: float = 1.0,
) -> None:
    """Draw the key to sides, with how many signatories took each; ``scale`` is points per unit."""
    signatories = [d for _, d in graph.nodes(data=True) if d["kind"] == "signatory"]
    counts = {side: sum(d["side"] == side for d in signatories) for side in looks.SIDE_COLOURS}
    keys = [
        (looks.SIDE_COLOURS[side], f"{looks.SIDE_NAMES[side]} {count}")
        for side, count in counts.items()
        if count or any(d["side"] == side for _, d in graph.nodes(data=True))
    ]
    partial = any(0 <= d.get("named", 0) < d.get("declared", -1) for _, d in graph.nodes(data=True))
    draw_keys(ax, keys, corner, unknown=unknown if partial else "", scale=scale)


def draw_keys(
    ax: Axes,
    keys: list[tuple[str, str]],
    corner: tuple[float, float],
    *,
    unknown: str = "",
    scale: float = 1.0,
) -> None:
    """Draw dots with their meaning from left to right, and hatched for what is unknown."""
    wide = [text_width(text, looks.FOOT) for text in [*(text for _, text in keys), unknown]]
    gap = min(16.0, (BODY_WIDTH - sum(wide) - 8 * len(wide)) / len(wide))
    x, y = corner[0] + 4 / scale, corner[1] - 6 / scale
    for (colour, text), width in zip(keys, wide, strict=False):
        ax.add_patch(Circle((x, y), 3.5 / scale, facecolor=colour, linewidth=0, zorder=5))
        ax.text(x + 6 / scale, y, text, fontsize=looks.FOOT, va="center_baseline", zorder=5)
        x += (8 + width + gap) / scale
    if unknown:
        corner = (x - 3.5 / scale, y - 3.5 / scale)
        box = Rectangle(corner, 9 / scale, 7 / scale, facecolor=looks.UNKNOWN, linewidth=0)
        box.set(hatch="//////", edgecolor=looks.HATCH, zorder=5)
        ax.add_patch(box)
        ax.text(x + 9 / scale, y, unknown, fontsize=looks.FOOT, va="center_baseline", zorder=5)
