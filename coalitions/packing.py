"""Marks on a ground that must hold them all: rectangles, boxes and cells that never overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: Above this many marks the exact assignment to cells is too slow.
MOST_EXACT = 1000


def shares(areas: list[float], across: float, along: float) -> Points:
    """Return a rectangle for each area, as square as can be, that together fill the ground.

    Parameters
    ----------
    areas : list of float
        Largest first; the rectangles are as large in proportion.
    across, along : float
        The ground, whose middle is the origin (points).

    Returns
    -------
    array
        One row an area: middle (x, y), width, height.

    References
    ----------
    M. Bruls, K. Huizing and J. van Wijk (2000), "Squarified treemaps",
    https://doi.org/10.1007/978-3-7091-6783-0_4

    Examples
    --------
    >>> shares([2, 1, 1], 4, 2).tolist()
    [[-1.0, 0.0, 2.0, 2.0], [1.0, 0.5, 2.0, 1.0], [1.0, -0.5, 2.0, 1.0]]
    """
    sizes = np.asarray(areas, dtype=float) * across * along / sum(areas)
    left, top, width, height = -across / 2, along / 2, across, along
    found: list[tuple[float, float, float, float]] = []
    start = 0
    while start < len(sizes):
        upright = width >= height
        side = max(height if upright else width, 1e-9)
        stop = _strip(sizes, start, side)
        depth = sizes[start:stop].sum() / side
        at = 0.0
        for size in sizes[start:stop]:
            length = size / max(depth, 1e-9)
            if upright:
                found.append((left + depth / 2, top - at - length / 2, depth, length))
            else:
                found.append((left + at + length / 2, top - depth / 2, length, depth))
            at += length
        if upright:
            left, width = left + depth, width - depth
        else:
            top, height = top - depth, height - depth
        start = stop
    return np.array(found)


def _strip(sizes: Points, start: int, side: float) -> int:
    """Return how far a strip along one side goes before its rectangles become less square."""
    worst, stop = np.inf, start + 1
    for end in range(start + 1, len(sizes) + 1):
        depth = sizes[start:end].sum() / side
        lengths = sizes[[start, end - 1]] / max(depth, 1e-9)
        ratio = max(max(depth / n, n / depth) for n in np.maximum(lengths, 1e-9))
        if ratio > worst:
            break
        worst, stop = ratio, end
    return stop


def boxes_near(wishes: Points, sizes: Points, across: float, along: float) -> Points | None:
    """Return the middle of each box, near where it wishes and clear of all others.

    Parameters
    ----------
    wishes, sizes : array of shape (n, 2)
        Where each box would stand, and its width and height (points).
    across, along : float
        The ground, whose middle is the origin (points).

    Returns
    -------
    array or None
        None where they do not fit the ground.

    Examples
    --------
    >>> boxes_near(np.zeros((2, 2)), np.full((2, 2), 2.0), 20, 2).tolist()
    [[0.0, 0.0], [-2.0, 0.0]]
    >>> boxes_near(np.zeros((2, 2)), np.full((2, 2), 2.0), 3, 3) is None
    True
    """
    step = float(np.clip(sizes.min() / 3, 1.0, 4.0)) if len(sizes) else 1.0
    columns, rows = int(across / step), int(along / step)
    taken = np.zeros((rows, columns), dtype=bool)
    low = np.array([-columns * step / 2, -rows * step / 2])
    found = np.zeros_like(wishes)
    for n in np.lexsort((np.arange(len(sizes)), -sizes.prod(1))):
        wide, high = np.ceil(sizes[n] / step - 1e-9).astype(int)
        if wide > columns or high > rows:
            return None
        sums = np.zeros((rows + 1, columns + 1), dtype=np.int32)
        taken.cumsum(0, dtype=np.int32).cumsum(1, out=sums[1:, 1:])
        held = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
        ys, xs = np.nonzero(held == 0)
        if not len(xs):
            return None
        at = low + step * (np.column_stack([xs, ys]) + np.array([wide, high]) / 2)
        best = ((at - wishes[n]) ** 2).sum(1).argmin()
        found[n] = at[best]
        taken[ys[best] : ys[best] + high, xs[best] : xs[best] + wide] = True
    return found


def free_cells(
    cell: tuple[float, float], middles: Points, sizes: Points, across: float, along: float
) -> Points:
    """Return the middles of the cells of a grid over the ground that no box touches.

    Examples
    --------
    >>> free_cells((2, 2), np.array([[-1.0, 0.0]]), np.array([[2.0, 2.0]]), 4, 2).tolist()
    [[1.0, 0.0]]
    """
    columns, rows = max(1, int(across / cell[0] + 1e-9)), max(1, int(along / cell[1] + 1e-9))
    xs = (np.arange(columns) + 0.5) * across / columns - across / 2
    ys = along / 2 - (np.arange(rows) + 0.5) * along / rows
    grid = np.array([(x, y) for y in ys for x in xs])
    free = np.ones(len(grid), dtype=bool)
    for middle, size in zip(middles, sizes, strict=True):
        free &= (np.abs(grid - middle) >= (np.array(cell) + size) / 2 - 1e-9).any(1)
    return grid[free]


def nearest_cells(wishes: Points, cells: Points) -> Points:
    """Return a cell of its own for each wish: the best for all, or for very many a good one.

    Examples
    --------
    >>> nearest_cells(np.array([[0.0, 0], [3, 0]]), np.array([[2.0, 0], [1, 0]])).tolist()
    [[1.0, 0.0], [2.0, 0.0]]
    """
    if len(wishes) <= MOST_EXACT:
        cost = ((wishes[:, None] - cells[None]) ** 2).sum(-1)
        best: Points = cells[linear_sum_assignment(cost)[1]]
        return best
    # Those furthest left take the leftmost cells, as many as a column has; then by height.
    found = np.zeros_like(wishes)
    order = np.lexsort((wishes[:, 1], wishes[:, 0]))
    spread = np.linspace(0, len(cells) - 1, len(wishes)).round().astype(int)
    chosen = cells[np.lexsort((cells[:, 1], cells[:, 0]))][spread]
    for x in np.unique(chosen[:, 0]):
        column = np.flatnonzero(chosen[:, 0] == x)
        by_height = order[column][np.argsort(wishes[order[column], 1], kind="stable")]
        found[by_height] = chosen[column][np.argsort(chosen[column, 1], kind="stable")]
    return found
