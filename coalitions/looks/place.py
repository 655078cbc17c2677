"""Where each node stands: one deterministic layout, in points, with room for every label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import scipy

from coalitions.looks.rooms import (
    CELL,
    HEIGHT,
    MOST_CELLS,
    MOST_GROUPS,
    WIDTH,
    Box,
    make_room,
    staggered_cells,
)
from coalitions.looks.springs import both_ways, sprung
from coalitions.looks.stress import by_stress, distances

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    #: First node of a part → its groups, and their centres before they are fitted to a ground.
    Shapes = dict[str, tuple[list[list[str]], Points]]

#: Share of the ground that marks fill, so that groups stand apart; more where a page would not do.
FILL, MOST_FILL = 0.52, 0.78


def place(
    graph: nx.Graph[str],
    boxes: dict[str, Box],
    *,
    seed: int = 0,
    page: tuple[float, float] = (WIDTH, HEIGHT),
    known: Shapes | None = None,
) -> dict[str, tuple[float, float]]:
    """Return a place for each node (points; y upwards), none of whose cells overlap.

    Nodes with the same neighbours stand together. Their groups are placed by stress (path lengths
    plus the radii of the groups), then every node with a box takes room for it, and each of the
    others takes the nearest free cell of a staggered grid, by an assignment that is optimal.

    Parameters
    ----------
    graph : nx.Graph
        A graph by the contract.
    boxes : dict of Box
        Room for the nodes that are larger than a cell.
    seed : int
        Where springs begin, on graphs too large for stress.
    page : tuple of float
        Width of the ground, and the height that it would best keep to (points).
    known : dict, optional
        Is told the shape of each part, which takes most of the time.

    References
    ----------
    T. Kamada and S. Kawai (1989), "An algorithm for drawing general undirected graphs",
    https://doi.org/10.1016/0020-0190(89)90102-6

    Examples
    --------
    >>> star = nx.star_graph(["a", "b", "c"])
    >>> places = place(star, {"a": Box(40, 40, 0)})
    >>> len(set(places.values()))
    3
    """
    if not len(graph):
        return {}
    known = {} if known is None else known
    small = [node for node in graph if node not in boxes]
    wish: dict[str, Points] = {}
    grounds = _grounds(graph, boxes, page)
    for part, (middle, extent) in grounds:
        wish |= wishes(part, middle, extent, seed, known)
    if len(small) > MOST_CELLS:
        return {node: _rounded(wish[node]) for node in graph}
    low = np.min([middle - extent / 2 for _, (middle, extent) in grounds], axis=0)
    high = np.max([middle + extent / 2 for _, (middle, extent) in grounds], axis=0)
    large = make_room(wish, boxes, low, high)
    cells = staggered_cells(large, boxes, low, high, len(small))
    if small:
        cost = ((np.array([wish[n] for n in small])[:, None] - cells[None]) ** 2).sum(-1)
        _, chosen = scipy.optimize.linear_sum_assignment(cost)
        wish |= {n: cells[c] for n, c in zip(small, chosen, strict=True)}
    wish |= {node: at + np.array([0, boxes[node].drop]) for node, at in large.items()}
    return {node: _rounded(wish[node]) for node in graph}


def wishes(
    part: nx.Graph[str], middle: Points, extent: Points, seed: int, known: Shapes
) -> dict[str, Points]:
    """Return where each node of a part would stand on its ground, if it took no room.

    Nodes with the same neighbours stand together.

    Parameters
    ----------
    part : nx.Graph
    middle, extent : array
        The ground of the part (points).
    seed : int
        Where springs begin, on graphs too large for stress.
    known : dict
        First node of a part → its groups and their centres, as far as they are known.

    Examples
    --------
    >>> found = wishes(nx.path_graph(["a", "b"]), np.zeros(2), np.array([100.0, 50.0]), 0, {})
    >>> sorted(found)
    ['a', 'b']
    """
    first = next(iter(part))
    if first not in known:
        groups = _twins(part)
        known[first] = groups, _centres(part, groups, seed)
    groups, shape = known[first]
    centres = _fit(shape, extent, _radii(part, groups))
    return _spread(groups, centres + middle, extent, len(part))


def _rounded(point: tuple[float, float] | Points) -> tuple[float, float]:
    return round(float(point[0]), 2), round(float(point[1]), 2)


def _twins(graph: nx.Graph[str]) -> list[list[str]]:
    """Return the nodes that share all their neighbours, with the same weights, as groups."""
    groups: dict[tuple[object, ...], list[str]] = {}
    two_mode = graph.graph.get("kind") == "two-mode"
    for node, data in graph.nodes(data=True):
        ties = {other: edge.get("shared", 1) for other, edge in graph[node].items()}
        if not two_mode:
            ties[node] = data.get("count", 0)
        alone = node if data.get("kind") == "statement" or not ties else ""
        groups.setdefault((alone, *sorted(ties.items())), []).append(node)
    return list(groups.values())


def _centres(graph: nx.Graph[str], groups: list[list[str]], seed: int) -> Points:
    """Return the centre of each group, by stress or, for very many, by springs."""
    n = len(groups)
    if n == 1:
        return np.zeros((1, 2))
    ends, lengths, weights = _ties(graph, groups)
    if n > MOST_GROUPS:
        centres = sprung(both_ways(weights, ends, n), seed)
        # Thousands of statements would leave a strip of the ground to those who sign them.
        kinds = np.array([graph.nodes[group[0]].get("kind", "") for group in groups])
        for kind in np.unique(kinds):
            centres[kinds == kind] = _even(centres[kinds == kind])
        return centres
    distance = distances(both_ways(lengths, ends, n), np.sqrt([len(group) for group in groups]))
    return by_stress(distance)


def _ties(
    graph: nx.Graph[str], groups: list[list[str]]
) -> tuple[NDArray[np.int64], Points, Points]:
    """Return which groups are tied, how long each tie is, and how strong; the last one counts."""
    index = {node: i for i, group in enumerate(groups) for node in group}
    ties: dict[tuple[int, int], float] = {}
    for a, b, edge in graph.edges(data=True):
        i, j = index[a], index[b]
        if i != j:
            ties[min(i, j), max(i, j)] = edge.get("jaccard", 0.0)
    ends = np.array(list(ties), np.int64).reshape(-1, 2)
    likeness = np.array(list(ties.values()), float)
    return ends, 1.6 - 1.2 * likeness, 1 + likeness


def _grounds(
    graph: nx.Graph[str], boxes: dict[str, Box], page: tuple[float, float]
) -> list[tuple[nx.Graph[str], tuple[Points, Points]]]:
    """Give each part of the graph a ground of its own: its middle and its extent (points).

    Large parts stand side by side, as wide as they have nodes; the small ones on shelves below.
    """
    across, along = page
    parts = parts_of(graph)
    areas = [_area(part, boxes) for part in parts]
    wide = [n for n, area in enumerate(areas) if area >= sum(areas) / 8]
    total = sum(areas[n] for n in wide)
    tallest = max([CELL[1], *(box.height for box in boxes.values())])
    fill = min(max(FILL, total / across / along), MOST_FILL)
    height = max(total / fill / across, 2 * CELL[1] + tallest)
    height = float(np.ceil(height / CELL[1]) * CELL[1])
    grounds, x = [], 0.0
    for n in wide:
        width = across * areas[n] / total
        grounds.append((n, (x + width / 2, height / 2), (width, height)))
        x += width
    x, y = 0.0, 0.0
    for n in (n for n in range(len(parts)) if n not in wide):
        widest = max((boxes[node].width for node in parts[n] if node in boxes), default=CELL[0])
        width = max(widest + CELL[0] * (len(parts[n]) > 1), areas[n] / FILL / (2 * tallest))
        if x + width > across:
            x, y = 0.0, y - 1.5 * tallest
        grounds.append((n, (x + width / 2, y - 0.75 * tallest), (width, 1.5 * tallest)))
        x += width
    middle = np.array([across, height]) / 2
    return [(parts[n], (np.array(at) - middle, np.array(extent))) for n, at, extent in grounds]


def parts_of(graph: nx.Graph[str]) -> list[nx.Graph[str]]:
    """Return the connected parts, nodes in the graph's order; subgraph views have a set's.

    Examples
    --------
    >>> [list(part) for part in parts_of(nx.Graph([("b", "a"), ("d", "c")]))]
    [['b', 'a'], ['d', 'c']]
    """
    found = list(nx.connected_components(graph))
    parts: list[nx.Graph[str]] = [nx.Graph(**graph.graph) for _ in found]
    of = {node: parts[n] for n, nodes in enumerate(found) for node in nodes}
    for node, data in graph.nodes.items():
        of[node].add_nodes_from([(node, data)])
    for node in graph:
        of[node].add_edges_from((node, other, edge) for other, edge in graph[node].items())
    return parts


def _area(part: nx.Graph[str], boxes: dict[str, Box]) -> float:
    """Return the area (square points) that the marks of a part take."""
    large = [boxes[node] for node in part if node in boxes]
    cells = (len(part) - len(large)) * CELL[0] * CELL[1]
    return cells + sum((box.width + 12) * (box.height + 6) for box in large)


def _radii(part: nx.Graph[str], groups: list[list[str]]) -> Points:
    """Return how far each group reaches from its centre, as a share of the ground.

    Large groups lie within the ground of their part, and do not spill into that of another.
    """
    return np.sqrt([[len(group) / len(part)] for group in groups]) / 2.2


def _fit(centres: Points, extent: Points, radii: Points) -> Points:
    """Stretch the centres over their ground, half by distance and half by rank, to fill it."""
    alone = 2
    if len(centres) <= alone:  # a statement and those who signed it alone: around it
        return np.zeros_like(centres)
    room = np.maximum(extent * (1 - radii) - 1.6 * np.array(CELL), 0)
    return (_even(centres) - 0.5) * room


def _even(points: Points) -> Points:
    """Return the points between 0 and 1 on each axis, half by distance and half by rank."""
    low, high = points.min(0), points.max(0)
    by_distance = (points - low) / np.maximum(high - low, 1e-9)
    by_rank = points.argsort(0, kind="stable").argsort(0, kind="stable") / max(1, len(points) - 1)
    evenly: Points = (by_distance + by_rank) / 2
    return evenly


def _spread(
    groups: list[list[str]], centres: Points, extent: Points, nodes: int
) -> dict[str, Points]:
    """Lay out each group as a sunflower around its centre, in the order of its nodes."""
    wish: dict[str, Points] = {}
    for group, centre in zip(groups, centres, strict=True):
        turn = np.arange(len(group)) * 2.399963
        radius = np.sqrt(np.arange(len(group)) / nodes) / 2.2
        offset = np.column_stack([np.cos(turn), np.sin(turn)]) * radius[:, None]
        wish |= dict(zip(group, centre + offset * extent, strict=True))
    return wish
