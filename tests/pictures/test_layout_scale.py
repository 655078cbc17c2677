"""What a layout does by grids and matrices is what it would do place by place and path by path."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from coalitions import node_looks
from coalitions.figures.networks import labels
from coalitions.looks import packing, rooms, springs, stress
from coalitions.looks.rooms import CELL, Box
from coalitions.looks.springs import sprung


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 14), st.integers(0, 2**16))
def test_path_lengths_are_those_of_networkx(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    tree = nx.random_labeled_tree(n, seed=seed)
    tree.add_edges_from((int(a), int(b)) for a, b in rng.integers(0, n, (n, 2)) if a != b)
    for _, _, edge in tree.edges(data=True):
        edge["length"] = 1.6 - 1.2 * rng.random()
    ends = np.array(list(tree.edges), np.int64)
    lengths = np.array([edge["length"] for _, _, edge in tree.edges(data=True)])
    found = stress.distances(springs.both_ways(lengths, ends, n), np.zeros(n))
    paths = dict(nx.all_pairs_dijkstra_path_length(tree, weight="length"))
    assert found.tolist() == [[paths[i][j] for j in range(n)] for i in range(n)]


def by_trying(
    wish: dict[str, Any], boxes: dict[str, Box], low: np.ndarray, high: np.ndarray
) -> dict[str, np.ndarray]:
    """Return the middles of the boxes, found by trying every place against every box."""
    placed: dict[str, np.ndarray] = {}
    xs = np.arange(low[0], high[0] + 1, CELL[0] / 4)
    ys = np.arange(low[1], high[1] + 1, CELL[1] / 4)
    places = np.array([(x, y) for x in xs for y in ys])
    for node in sorted(boxes, key=lambda n: (-boxes[n][0] * boxes[n][1], n)):
        half = np.array([boxes[node].width, boxes[node].height]) / 2
        free = ((places - half >= low - 1e-9) & (places + half <= high + 1e-9)).all(1)
        for other, at in placed.items():
            apart = half + np.array([boxes[other].width, boxes[other].height]) / 2 + [6, 4]
            free &= (np.abs(places - at) >= apart).any(1)
        choice = places[free] if free.any() else places
        wished = wish[node] - [0, boxes[node].drop]
        placed[node] = choice[((choice - wished) ** 2).sum(1).argmin()]
    return placed


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9), st.integers(0, 2**16), st.sampled_from([120.0, 300.0]))
def test_room_for_boxes_is_that_found_by_trying_every_place(
    number: int, seed: int, across: float
) -> None:
    rng = np.random.default_rng(seed)
    low, high = np.array([-across / 2, -104.0]), np.array([across / 2, 104.0])
    boxes = {f"s{n}": Box(*rng.integers(10, 60, 2).tolist(), drop=3.0) for n in range(number)}
    wish = {node: rng.uniform(low, high) for node in boxes}
    found, expected = rooms.make_room(wish, boxes, low, high), by_trying(wish, boxes, low, high)
    assert {n: at.tolist() for n, at in found.items()} == {
        n: at.tolist() for n, at in expected.items()
    }
    for cell in rooms.staggered_cells(found, boxes, low, high, 90):
        for node, at in found.items():
            room = (np.array(boxes[node][:2]) + CELL) / 2 - 1e-6
            assert (np.abs(cell - at) >= room).any()


@pytest.mark.parametrize("seed", [0, 5])
def test_springs_keep_what_is_tied_together_and_are_the_same_each_time(seed: int) -> None:
    rng = np.random.default_rng(1)
    side = np.arange(600) % 2
    tied = rng.random((600, 600)) < np.where(side[:, None] == side[None], 0.06, 0.004)
    ties = csr_array(np.triu(tied, 1) | np.triu(tied, 1).T | np.eye(600, dtype=bool)).astype(float)
    places = sprung(ties, seed)
    assert places.tobytes() == sprung(ties, seed).tobytes()
    assert np.isfinite(places).all()
    assert len(np.unique(places, axis=0)) == 600
    middles = np.array([places[side == each].mean(0) for each in (0, 1)])
    nearer = np.argmin(((places[:, None] - middles) ** 2).sum(-1), axis=1)
    assert (nearer == side).mean() > 0.95


@pytest.mark.parametrize("shape", ["path", "ring", "star", "complete"])
def test_springs_find_a_place_for_all_whatever_the_shape(shape: str) -> None:
    graph = {
        "path": nx.path_graph,
        "ring": nx.cycle_graph,
        "star": lambda n: nx.star_graph(n - 1),
        "complete": nx.complete_graph,
    }[shape](400)
    places = sprung(csr_array(nx.to_numpy_array(graph)), 0)
    assert np.isfinite(places).all()
    assert len(np.unique(places, axis=0)) == 400
    i, j = np.array(list(graph.edges)).T
    tied = np.linalg.norm(places[i] - places[j], axis=1).mean()
    pairs = np.linalg.norm(places[:, None] - places, axis=-1).sum() / (400 * 399)
    assert shape == "complete" or tied < pairs


def test_of_a_crowd_that_fills_the_page_only_statements_are_labelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = nx.Graph(kind="two-mode")
    for n in range(3):
        graph.add_node(f"s{n}", kind="statement", label=f"letter {n}", count=9, named=9)
        for k in range(9):
            graph.add_node(f"p{n}{k}", kind="signatory", label=f"person {n} {k}", count=1)
            graph.add_edge(f"s{n}", f"p{n}{k}")
    table = node_looks(graph)
    page = (-300.0, 300.0, -500.0, 500.0)
    assert len(labels.labels_with_room(table, page)) == 30
    monkeypatch.setattr(labels, "MOST_LABELLED", 29)
    assert set(labels.labels_with_room(table, page)) == {"s0", "s1", "s2"}
    marks = table["size"] / 2
    circles = table["kind"] == "signatory"
    assert (labels.label_reach(table)[circles] == marks[circles]).all()


def test_very_many_marks_have_cells_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MANY", 50)
    monkeypatch.setattr(packing, "PART", 7)
    wishes = np.random.default_rng(0).random((60, 2)) * 10
    cells = np.array([(x, y) for x in range(10) for y in range(10)], float)
    found = packing.nearest_cells(wishes, cells)
    assert len(np.unique(found, axis=0)) == 60
    assert np.linalg.norm(found - wishes, axis=1).mean() < 2


def test_thousands_of_statements_leave_the_ground_to_those_who_sign_them() -> None:
    """All of one side sign the same kind of statements: they have their side of the ground."""
    rng = np.random.default_rng(4)
    graph = nx.Graph(kind="two-mode")
    for n in range(1_400):
        graph.add_node(f"s{n}", kind="statement", label=f"{n}", count=8)
        side = 20 * (n % 3)
        graph.add_edges_from((f"s{n}", f"p{k}") for k in side + rng.integers(0, 24, 8))
    table = node_looks(graph)
    people = table[table["kind"] == "signatory"]
    assert len(people) == 64
    for axis in "xy":
        assert np.ptp(people[axis]) > 0.6 * np.ptp(table[axis])
        assert people[axis].std() > 0.7 * table[axis].std()
