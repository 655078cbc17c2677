"""Room for boxes where they wish to stand, and the cells that they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: A printed page's text block (points), so that 1 unit prints as 1 point.
WIDTH, HEIGHT = 500.0, 680.0
#: Above this many groups stress is too slow to minimise, and springs are used instead.
MOST_GROUPS = 300
#: Above this many signatories the exact assignment to cells is too slow: no cells, no labels.
MOST_CELLS = 1000
#: A signatory's cell (points): its mark and two short lines of label fit inside.
CELL = (50.0, 26.0)


class Box(NamedTuple):
    """Room that a node takes (points), and how far the middle of it lies below the node."""

    width: float
    height: float
    drop: float


def make_room(
    wish: dict[str, Points], boxes: dict[str, Box], low: Points, high: Points
) -> dict[str, Points]:
    """Place the middles of the boxes where they wish, or as near as no two of them touch."""
    placed: dict[str, Points] = {}
    xs = np.arange(low[0], high[0] + 1, CELL[0] / 4)
    ys = np.arange(low[1], high[1] + 1, CELL[1] / 4)
    middles, halves = np.zeros((len(boxes), 2)), np.zeros((len(boxes), 2))
    for n, node in enumerate(sorted(boxes, key=lambda n: (-boxes[n][0] * boxes[n][1], n))):
        half = _half(boxes[node])
        inside = [
            (at - half[axis] >= low[axis] - 1e-9) & (at + half[axis] <= high[axis] + 1e-9)
            for axis, at in enumerate((xs, ys))
        ]
        apart = half + halves[:n] + [6, 4]
        free = inside[0][:, None] & inside[1][None]
        free &= ~_near(xs, ys, middles[:n], apart)
        wished = wish[node] - [0, boxes[node].drop]
        away = ((xs - wished[0]) ** 2)[:, None] + ((ys - wished[1]) ** 2)[None]
        if free.any():
            away[~free] = np.inf
        x, y = np.unravel_index(away.argmin(), away.shape)
        middles[n], halves[n] = (xs[x], ys[y]), half
        placed[node] = middles[n].copy()
    return placed


def _near(xs: Points, ys: Points, middles: Points, apart: Points) -> NDArray[np.bool_]:
    """Say of each place of a grid whether it is nearer to any middle than both distances."""
    x = np.abs(xs[:, None] - middles[:, 0]) < apart[:, 0]
    y = np.abs(ys[:, None] - middles[:, 1]) < apart[:, 1]
    near: NDArray[np.bool_] = x.astype(np.float32) @ y.T.astype(np.float32) > 0
    return near


def _half(box: Box) -> Points:
    return np.array([box.width, box.height]) / 2


def staggered_cells(
    large: dict[str, Points],
    boxes: dict[str, Box],
    low: Points,
    high: Points,
    needed: int,
) -> Points:
    """Return the free cells of a staggered grid; rows are added until there are enough."""
    columns = int((high - low)[0] // CELL[0])
    rows = int((high - low)[1] // CELL[1])
    middles = np.array([large[node] for node in large]).reshape(-1, 2)
    apart = np.array([_half(boxes[node]) for node in large]).reshape(-1, 2) + np.array(CELL) / 2
    found: list[Points] = []
    row = count = 0
    while row < rows or count < needed:
        shift = 0.25 if row % 2 else -0.25
        xs = low[0] + (np.arange(columns) + 0.5 + shift) * CELL[0]
        y = high[1] - (row + 0.5) * CELL[1]
        near = _near(xs, np.array([y]), middles, apart - 1e-9)[:, 0]
        found.append(np.column_stack([xs[~near], np.full((~near).sum(), y)]))
        row, count = row + 1, count + len(found[-1])
    return np.concatenate(found)
