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


def draw_sides(ax: Axes, graph: nx.Graph[str], corner: tuple[float, float]) -> None:
    """Draw the key to sides, with how many signatories took each."""
    signatories = [d for _, d in graph.nodes(data=True) if d["kind"] == "signatory"]
    counts = {side: sum(d["side"] == side for d in signatories) for side in looks.SIDE_COLOURS}
    keys = [
        (looks.SIDE_COLOURS[side], f"{looks.SIDE_NAMES[side]} {count}")
        for side, count in counts.items()
        if count
    ]
    partial = any(0 <= d.get("named", 0) < d.get("declared", -1) for _, d in graph.nodes(data=True))
    draw_keys(ax, keys, corner, unknown=UNKNOWN_TEXT if partial else "")


def draw_keys(
    ax: Axes, keys: list[tuple[str, str]], corner: tuple[float, float], *, unknown: str = ""
) -> None:
    """Draw dots with their meaning from left to right, and hatched for what is unknown."""
    room = BODY_WIDTH - sum(8 + text_width(text, looks.FOOT) for _, text in keys)
    gap = min(16.0, (room - (text_width(unknown, looks.FOOT) + 12 if unknown else 0)) / len(keys))
    x, y = corner[0] + 4, corner[1] - 6
    for colour, text in keys:
        ax.add_patch(Circle((x, y), 3.5, facecolor=colour, linewidth=0, zorder=5))
        ax.text(x + 6, y, text, fontsize=looks.FOOT, va="center_baseline", zorder=5)
        x += 8 + text_width(text, looks.FOOT) + gap
    if unknown:
        box = Rectangle((x - 3.5, y - 3.5), 9, 7, facecolor=looks.UNKNOWN, linewidth=0, zorder=5)
        box.set(hatch="//////", edgecolor=looks.HATCH)
        ax.add_patch(box)
        ax.text(x + 9, y, unknown, fontsize=looks.FOOT, va="center_baseline", zorder=5)
