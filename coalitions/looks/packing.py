"""Marks on a ground that must hold them all: rectangles, boxes and cells that never overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: Above this many marks the exact assignment to cells is slow: each half gets its own.
MOST_EXACT = 600
#: From so many marks on halves are halved further: how large a part is that has its own.
MANY, PART = 2_400, 75


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
        corner = (wishes[n] - low) / step - np.array([wide, high]) / 2
        found_at = _nearest_free(taken, (int(wide), int(high)), corner)
        if found_at is None:
            return None
        x, y = found_at
        found[n] = low + step * (np.array([x, y]) + np.array([wide, high]) / 2)
        taken[y : y + high, x : x + wide] = True
    return found


def _nearest_free(
    taken: NDArray[np.bool_], size: tuple[int, int], corner: Points
) -> tuple[int, int] | None:
    """Return the free corner nearest to the one wished for, around it first (raster steps)."""
    (wide, high), (rows, columns) = size, taken.shape
    around = 3 * max(size)
    for reach in (around, max(rows, columns)):
        x0 = int(np.clip(corner[0] - reach, 0, max(0, columns - wide)))
        y0 = int(np.clip(corner[1] - reach, 0, max(0, rows - high)))
        held = taken[y0 : int(max(y0, corner[1] + reach)) + high + 1,
                     x0 : int(max(x0, corner[0] + reach)) + wide + 1]  # fmt: skip
        if held.shape[0] < high or held.shape[1] < wide:
            continue
        sums = np.zeros((held.shape[0] + 1, held.shape[1] + 1), dtype=np.int32)
        held.cumsum(0, dtype=np.int32).cumsum(1, out=sums[1:, 1:])
        inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide]
        inside += sums[:-high, :-wide]
        away = ((x0 + np.arange(inside.shape[1]) - corner[0]) ** 2)[None] + (
            (y0 + np.arange(inside.shape[0]) - corner[1]) ** 2
        )[:, None]
        away[inside > 0] = np.inf
        best = int(away.argmin())
        if np.isfinite(away.flat[best]):
            return x0 + best % inside.shape[1], y0 + best // inside.shape[1]
    return None


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
    return _assigned(wishes, cells, MOST_EXACT if len(wishes) < MANY else PART)


def _assigned(wishes: Points, cells: Points, most: int) -> Points:
    """Return a cell for each wish: of so many at most the best for all, of more half by half."""
    if len(wishes) <= most:
        cost = ((wishes[:, None] - cells[None]) ** 2).sum(-1)
        best: Points = cells[scipy.optimize.linear_sum_assignment(cost)[1]]
        return best
    # Half of the marks and their share of the cells, across the longer side of the ground.
    axis = int(np.ptp(cells[:, 1]) > np.ptp(cells[:, 0]))
    marks = np.lexsort((wishes[:, 1 - axis], wishes[:, axis]))
    grid = np.lexsort((cells[:, 1 - axis], cells[:, axis]))
    half = len(marks) // 2
    share = half * len(grid) // len(marks)
    found = np.zeros_like(wishes)
    found[marks[:half]] = _assigned(wishes[marks[:half]], cells[grid[:share]], most)
    found[marks[half:]] = _assigned(wishes[marks[half:]], cells[grid[share:]], most)
    return found
