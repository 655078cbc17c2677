"""Places for the nodes of any graph on one page: with room for labels as far as there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions.looks.packing import boxes_near, free_cells, nearest_cells, shares
from coalitions.looks.place import parts_of, place, wishes
from coalitions.looks.rooms import CELL, HEIGHT, WIDTH, Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

    from coalitions.looks.place import Shapes

    Points = NDArray[np.float64]

#: How high a layout may stand that keeps to no page of its own accord: a printed page (points).
TALLEST = 810.0
#: A cell with room for one line of label; the widest and the narrowest with room for the mark
#: alone; the smallest for which statements keep their labels; room between two marks (points).
LINE_CELL, BARE_MOST, BARE_LEAST, SMALLEST, GAP = (50.0, 20.0), 24.0, 13.0, 8.0, 3.0
#: Share of a page that boxes and cells can fill, and that boxes alone take where marks shrink.
FULL, HALF = 0.92, 0.5
#: By how much marks shrink each time, and the least that they are tried at.
SHRINK, LEAST = 0.88, 1e-4
#: Above this many statements their boxes are cells like all others.
MOST_BOXES = 1200


class Arrangement(NamedTuple):
    """Where each node stands (points), and how large marks are against what was asked for."""

    places: dict[str, tuple[float, float]]
    #: Of the statements' squares, and of the signatories' circles.
    scales: tuple[float, float] = (1.0, 1.0)


class _Try(NamedTuple):
    """Room for each statement (width, height, drop), a cell for each signatory, and scales."""

    boxes: Points
    cell: tuple[float, float]
    scales: tuple[float, float] = (1.0, 1.0)


def arrange(
    graph: nx.Graph[str],
    boxes: dict[str, Box],
    squares: dict[str, float],
    *,
    seed: int = 0,
    page: tuple[float, float] = (WIDTH, HEIGHT),
) -> Arrangement:
    """Return a place for each node such that none leaves the page and none lies on another.

    Where the labels of all have room, the places are those of ``place``. Else each part of the
    graph gets a share of the page, and the room for labels is given up step by step: a second
    line, labels of signatories, labels of statements; in the end marks shrink.

    Parameters
    ----------
    graph : nx.Graph
        A graph by the contract.
    boxes : dict of Box
        Room that each statement takes with its label.
    squares : dict of float
        Side of each statement's square alone (points).
    seed : int
        Where springs begin, on graphs too large for stress.
    page : tuple of float
        Width and height of the ground (points).

    Examples
    --------
    >>> import networkx as nx
    >>> crowd = nx.star_graph(["a", *map(str, range(2000))])
    >>> crowd.graph["kind"] = "two-mode"
    >>> found = arrange(crowd, {"a": Box(60, 60, 0)}, {"a": 40.0})
    >>> len(set(found.places.values())), max(y for _, y in found.places.values()) < HEIGHT / 2
    (2001, True)
    """
    small = [node for node in graph if node not in boxes]
    known: Shapes = {}
    if _area(boxes, len(small)) < TALLEST * page[0]:
        places = place(graph, boxes, seed=seed, page=page, known=known)
        if _stands(places, boxes, page[0]):
            return Arrangement(places)
    wished = _wished(graph, boxes, page, (seed, known))
    large = np.array([wished[node] for node in boxes]).reshape(-1, 2)
    little = np.array([wished[node] for node in small]).reshape(-1, 2)
    tries = _tries(boxes, squares, len(small), page) if len(boxes) <= MOST_BOXES else iter(())
    for each in tries:
        found = _packed(each, large, little, page)
        if found is not None:
            placed = dict(zip([*boxes, *small], found, strict=True))
            return Arrangement({node: _rounded(placed[node]) for node in graph}, each.scales)
    return _on_a_grid(graph, wished, squares, page)


def _cells(graph: nx.Graph[str], boxes: dict[str, Box]) -> int:
    return sum(node not in boxes for node in graph)


def _area(boxes: dict[str, Box], cells: int) -> float:
    return sum(box.width * box.height for box in boxes.values()) + cells * CELL[0] * CELL[1]


def _stands(places: dict[str, tuple[float, float]], boxes: dict[str, Box], across: float) -> bool:
    """Say whether all rooms lie within one page and none on another."""
    room = np.array(
        [
            (x, y - boxes[node].drop, boxes[node].width, boxes[node].height)
            if node in boxes
            else (x, y, *CELL)
            for node, (x, y) in places.items()
        ]
    ).reshape(-1, 4)
    low, high = room[:, :2] - room[:, 2:] / 2, room[:, :2] + room[:, 2:] / 2
    if not len(room) or (high - low).max() > TALLEST:
        return not len(room)
    # Every other row of cells stands a quarter of a cell to the left, the rest to the right.
    wide = high[:, 0].max() - low[:, 0].min() <= across + CELL[0] / 2 + 0.1
    tall = high[:, 1].max() - low[:, 1].min() <= TALLEST
    if not (wide and tall):
        return False
    near = 0.05  # places are rounded
    meets = (low[:, None] < high[None] - near).all(-1) & (high[:, None] > low[None] + near).all(-1)
    return int(meets.sum()) == len(room)


def _wished(
    graph: nx.Graph[str],
    boxes: dict[str, Box],
    page: tuple[float, float],
    shaped: tuple[int, Shapes],
) -> dict[str, Points]:
    """Return where each node would stand if it took no room: each part on a share of the page."""
    parts = parts_of(graph)
    areas = [
        _area({node: boxes[node] for node in part if node in boxes}, _cells(part, boxes))
        for part in parts
    ]
    order = sorted(range(len(parts)), key=lambda n: -areas[n])
    grounds = shares([areas[n] for n in order], *page)
    wished: dict[str, Points] = {}
    for n, (x, y, width, height) in zip(order, grounds, strict=True):
        wished |= wishes(parts[n], np.array([x, y]), np.array([width, height]), *shaped)
    return wished


def _tries(
    boxes: dict[str, Box], squares: dict[str, float], cells: int, page: tuple[float, float]
) -> Iterator[_Try]:
    """Give rooms for boxes and cells, each smaller than the one before."""
    labelled = np.array(list(boxes.values()), dtype=float).reshape(-1, 3)
    area = page[0] * page[1]
    taken = (labelled[:, 0] * labelled[:, 1]).sum()
    for cell in (CELL, LINE_CELL):
        if taken + cells * cell[0] * cell[1] <= FULL * area:
            yield _Try(labelled, cell)
    if cells and taken + cells * SMALLEST**2 <= FULL * area:
        side = min(BARE_MOST, float(np.sqrt((FULL * area - taken) / cells)))
        while side > SMALLEST:
            yield _Try(labelled, (side, side), (1.0, min(1.0, side / BARE_LEAST)))
            side *= SHRINK
    sides = np.array([squares[node] for node in boxes])
    circles = min(1.0, float(np.sqrt(HALF * area / max(1.0, cells * BARE_LEAST**2))))
    left = area - cells * (BARE_LEAST * circles) ** 2
    fit = float(np.sqrt(HALF * left / max(1.0, (sides**2).sum())))
    scale = min(1.0, fit, min(page) / (2 * max([1.0, *sides])))
    shrunk = 1.0
    while shrunk > LEAST:
        bare = sides * scale * shrunk + GAP * min(1.0, scale * shrunk * 2)
        side = BARE_LEAST * circles * shrunk
        rooms = np.column_stack([bare, bare, np.zeros(len(bare))])
        yield _Try(rooms, (side, side), (scale * shrunk, circles * shrunk))
        shrunk *= SHRINK


def _packed(each: _Try, large: Points, small: Points, page: tuple[float, float]) -> Points | None:
    """Return the places of boxes, then of cells; None where they do not fit the page."""
    sizes, drops = each.boxes[:, :2], each.boxes[:, 2:] * [[0, 1]]
    middles = boxes_near(large - drops, sizes, *page)
    if middles is None:
        return None
    cells = free_cells(each.cell, middles, sizes, *page)
    if len(cells) < len(small):
        return None
    chosen = nearest_cells(small, cells) if len(small) else small
    return np.concatenate([middles + drops, chosen])


def _on_a_grid(
    graph: nx.Graph[str],
    wished: dict[str, Points],
    squares: dict[str, float],
    page: tuple[float, float],
) -> Arrangement:
    """Return a cell of one grid for each node, and marks that fit it."""
    side = float(np.sqrt(page[0] * page[1] / len(graph)))
    none = np.zeros((0, 2))
    cells = free_cells((side, side), none, none, *page)
    while len(cells) < len(graph):
        side *= SHRINK
        cells = free_cells((side, side), none, none, *page)
    found = nearest_cells(np.array([wished[node] for node in graph]), cells)
    places = {node: _rounded(at) for node, at in zip(graph, found, strict=True)}
    return Arrangement(places, (min(1.0, side / (2 * max([1.0, *squares.values()]))),
                                min(1.0, side / BARE_LEAST)))  # fmt: skip


def _rounded(point: Points) -> tuple[float, float]:
    return round(float(point[0]), 2), round(float(point[1]), 2)
