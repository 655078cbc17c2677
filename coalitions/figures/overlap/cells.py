"""Cells of a heatmap: two shapes each with their numbers, or all of them one image."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.image import PcolorImage
from matplotlib.patches import Polygon

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.figures.kit import Key, text_width

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from coalitions.looks import Look

#: Dots of an image along a cell, and across it.
DOTS = 8
#: Type that can still be read in print (points).
SMALLEST = 5.0


def shade_of(share: float, look: Look) -> str:
    """Return the colour of an amount, as a share of the largest."""
    return to_hex(_shades(look.amounts)(share))


@cache
def _shades(amounts: tuple[str, ...]) -> LinearSegmentedColormap:
    """Return the scale of colours of a look; a cell has one of them, and there are hundreds."""
    return LinearSegmentedColormap.from_list("amounts", amounts)


def scale(most: int, look: Look) -> list[Key]:
    """Return the key to shades where cells hold no numbers: none, all, and between."""
    amounts = sorted({0, *(round(most * n / 4) for n in range(1, 5))})
    return [Key(shade_of(amount / most, look), f"{amount:,}") for amount in amounts]


def draw_cells(ax: Axes, ids: list[str], table: pd.DataFrame, cell: float, look: Look) -> None:
    """Draw every pair as two cells, with what it shares written into them."""
    most = max([1, *table["shared_max"]])
    for row in table.to_dict("records"):
        found = Interval(row["shared_min"], row["shared_max"])
        i, j = ids.index(row["a"]), ids.index(row["b"])
        for place in ((j * cell, -(i + 1) * cell), (i * cell, -(j + 1) * cell)):
            _draw_cell(ax, (*place, cell), found, most, look)


def draw_image(ax: Axes, ids: list[str], table: pd.DataFrame, cell: float, look: Look) -> None:
    """Draw all pairs as one picture: as cells without numbers, and without lines between them."""
    at = {key: n for n, key in enumerate(ids)}
    a, b = (table[which].map(at).to_numpy(np.int64) for which in ("a", "b"))
    shades = _shades(look.amounts)
    most = max([1, *table["shared_max"]])
    low, high = np.zeros((2, len(ids), len(ids), 4), dtype=np.uint8)
    for cells, bound in ((low, "shared_min"), (high, "shared_max")):
        cells[a, b] = cells[b, a] = shades(table[bound].to_numpy(float) / most, bytes=True)
    dots, above = (_in_dots(cells[::-1]) for cells in (low, high))
    half = ~np.tri(DOTS, dtype=bool)[::-1]
    np.copyto(dots, above, where=np.tile(half, (len(ids), len(ids)))[..., None])
    edges = np.linspace(0, cell * len(ids), DOTS * len(ids) + 1)
    # Not `imshow`, which holds thirty bytes for each dot of the file.
    image = PcolorImage(ax, edges, edges - edges[-1], dots)
    image.set_zorder(1)
    ax.add_image(image)


def _in_dots(cells: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return so many dots for each cell, along it and across it."""
    return cells.repeat(DOTS, axis=0).repeat(DOTS, axis=1)


def _draw_cell(
    ax: Axes, place: tuple[float, float, float], found: Interval, most: int, look: Look
) -> None:
    """Shade and number a cell: whole where the number is certain, else its two halves."""
    x, y, cell = place
    width = cell - 1
    lower = [(x, y), (x + width, y), (x, y + width)]
    upper = [(x + width, y + width), (x + width, y), (x, y + width)]
    shades = [shade_of(value / most, look) for value in found]
    # Two halves of one colour would show the seam between them.
    shapes = [[*lower[:2], upper[0], lower[2]]] if found.low == found.high else [lower, upper]
    for corners, shade in zip(shapes, shades, strict=False):
        ax.add_artist(Polygon(corners, facecolor=shade, edgecolor=shade, linewidth=0.2))
    size = fitting(cell)
    if size < SMALLEST:
        return
    points = ((0.5, 0.5),) if found.low == found.high else ((0.27, 0.25), (0.73, 0.75))
    for (u, v), value, shade in zip(points, found, shades, strict=False):
        number = ax.text(x + u * width, y + v * width, str(value), fontsize=size)
        number.set(ha="center", va="center_baseline", color=look.text_on(shade))


def fitting(cell: float) -> float:
    """Return the size at which two figures fit into half a cell."""
    return min(looks.TEXT + 2, 0.46 * cell / text_width("00", 1.0))
