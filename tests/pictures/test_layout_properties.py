"""Whatever the graph, no mark and no label leaves the page, and none lies on another."""

from __future__ import annotations

from itertools import pairwise

import figure_checks as look
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coalitions import Corpus, draw_cosigning, draw_network, node_looks
from coalitions.figures.kit.lettering import text_width
from coalitions.figures.networks.labels import labels_with_room
from coalitions.figures.networks.network import extent
from coalitions.looks import FOOT, SMALL
from coalitions.looks.fitting import TALLEST
from coalitions.looks.packing import shares
from coalitions.looks.rooms import CELL, WIDTH

#: Places and sizes are rounded to a hundredth of a point.
NEAR = 0.05
#: Names as lists have them: short, long, of one word, wide, empty of letters, of two lines.
NAMES = [
    "Chad",
    "Papua New Guinea",
    "Independent Association of Small Island Developing Signatories",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauer",
    "WWWWWWWWWWWWWW MMMMMMMMMMMMMM",
    "…",
    "first line\nsecond line",
    "Letter on everything (Oct 2020, third version, as sent, with annexes)",
]


def graph_of(lists: list[list[int]], names: list[str], declared: int = 0) -> nx.Graph:
    """Return a two-mode graph by the contract: who is on which list, by number."""
    graph = nx.Graph(kind="two-mode")
    known = {n for listed in lists for n in listed}
    for n in sorted(known):
        count = sum(n in listed for listed in lists)
        label = f"{names[n % len(names)]} {n}"
        graph.add_node(f"p{n}", kind="signatory", label=label, side="neither", count=count)
    for at, listed in enumerate(lists):
        count = max(len(listed), declared)
        graph.add_node(
            f"s{at}",
            kind="statement",
            label=f"{names[at % len(names)]} {at}",
            side="neither",
            count=count,
            named=len(listed),
            declared=count,
        )
        graph.add_edges_from((f"s{at}", f"p{n}") for n in listed)
    return graph


def components(statements: int, each: int) -> list[list[int]]:
    return [list(range(n * each, (n + 1) * each)) for n in range(statements)]


@st.composite
def shapes(draw: st.DrawFn) -> list[list[int]]:
    """Draw lists as they come: apart, alike, in a ring, by chance, alone, or all of these."""
    number, each = draw(st.integers(1, 30)), draw(st.integers(0, 20))
    kind = draw(st.sampled_from(["apart", "alike", "ring", "chance", "stars"]))
    if kind == "apart":
        return components(number, each)
    if kind == "alike":
        return [list(range(each))] * number
    if kind == "ring":
        return [[n * each // 2 + k for k in range(each)] for n in range(number)]
    if kind == "stars":
        sizes = draw(st.lists(st.integers(0, 120), min_size=1, max_size=4))
        ends = np.cumsum([0, *sizes]).tolist()
        return [list(range(a, b)) for a, b in pairwise(ends)]
    seed = draw(st.integers(0, 2**16))
    drawn = np.random.default_rng(seed).random((min(number, 12), 5 * each)) < 0.2
    return [np.flatnonzero(row).tolist() for row in drawn]


def boxes_of_marks(table: pd.DataFrame) -> np.ndarray:
    half = table["size"].to_numpy() / 2
    x, y = table["x"].to_numpy(), table["y"].to_numpy()
    return np.column_stack([x - half, x + half, y - half, y + half])


def boxes_of_labels(table: pd.DataFrame) -> np.ndarray:
    """Return the room of every line of every label that is drawn, measured once more."""
    left, right, bottom, top = extent(table, WIDTH)
    found = []
    for node, label in labels_with_room(table, (left - 8, right + 8, bottom - 8, top)).items():
        statement = table["kind"][node] == "statement"
        size, weight = (FOOT, "bold") if statement else (SMALL, "normal")
        lines = [(line, size, weight) for line in label.name.split("\n")]
        lines += [(line, SMALL, "normal") for line in label.rest.split("\n") if label.rest]
        y = label.y
        for line, high, bold in lines:
            half = text_width(line, high, bold) / 2
            # The letters of a line reach from its top to 0.96 of its size below.
            found.append((label.x - half, label.x + half, y - 0.96 * high, y))
            y -= 1.14 * high
    return np.array(found).reshape(-1, 4)


def overlaps(boxes: np.ndarray) -> int:
    """Return how many pairs of boxes lie on each other."""
    x0, x1, y0, y1 = boxes.T
    meets = (x0[:, None] < x1[None] - NEAR) & (x1[:, None] > x0[None] + NEAR)
    meets &= (y0[:, None] < y1[None] - NEAR) & (y1[:, None] > y0[None] + NEAR)
    return (int(meets.sum()) - len(boxes)) // 2


def check(graph: nx.Graph) -> pd.DataFrame:
    """Check that the marks and labels of a graph stand on one page, each by itself."""
    table = node_looks(graph)
    marks, labels = boxes_of_marks(table), boxes_of_labels(table)
    left, right, bottom, top = extent(table, WIDTH)
    assert right - left == WIDTH
    assert top - bottom <= TALLEST + CELL[1]
    assert marks[:, 0].min() >= left - 8 - NEAR
    assert marks[:, 1].max() <= right + 8 + NEAR
    assert overlaps(marks) == 0
    assert overlaps(np.concatenate([marks, labels])) == 0
    if len(labels):
        assert labels[:, 0].min() >= left - 8 - NEAR
        assert labels[:, 1].max() <= right + 8 + NEAR
    return table


@settings(max_examples=20)
@given(shapes(), st.lists(st.sampled_from(NAMES), min_size=1), st.sampled_from([0, 60, 10**6]))
@example(components(12, 20), ["Person"], 0)
@example(components(60, 20), ["Person"], 0)
@example(components(150, 1), ["Person"], 0)
@example(components(1, 999), NAMES, 0)
@example([[]] * 300, NAMES, 193)
def test_no_mark_and_no_label_leaves_the_page_or_lies_on_another(
    lists: list[list[int]], names: list[str], declared: int
) -> None:
    check(graph_of(lists, names, declared))


@settings(max_examples=10)
@given(st.integers(1, 300), st.integers(0, 4), st.lists(st.sampled_from(NAMES), min_size=1))
@example(1000, 0, NAMES)
@example(1, 0, NAMES)
def test_no_signatory_of_a_cosigning_graph_leaves_the_page(
    number: int, ties: int, names: list[str]
) -> None:
    # Groups that all signed alike, of every size: cliques, pairs and lone nodes.
    graph = nx.Graph(kind="co-signing")
    for n in range(number):
        label = f"{names[n % len(names)]} {n}"
        graph.add_node(f"p{n}", kind="signatory", label=label, group="", count=1 + n % 7)
    for start in range(0, number, ties + 1):
        clique = [f"p{n}" for n in range(start, min(number, start + ties + 1))]
        graph.add_edges_from(
            (a, b, {"shared": 1, "jaccard": 0.5}) for a in clique for b in clique if a < b
        )
    check(graph)


def test_a_layout_is_the_same_each_time() -> None:
    graph = graph_of(components(30, 9), NAMES)
    pd.testing.assert_frame_equal(node_looks(graph), node_looks(graph.copy()))


def test_labels_of_all_stand_where_they_have_room_and_circles_are_as_large_as_ever() -> None:
    # Twelve letters of twenty persons, no two of whom signed the same: 252 nodes, one page.
    table = check(graph_of(components(12, 20), ["Person"]))
    left, right, bottom, top = extent(table, WIDTH)
    assert len(labels_with_room(table, (left - 8, right + 8, bottom - 8, top))) == 252
    assert table["size"].min() == 6


def test_where_marks_shrink_areas_stay_true() -> None:
    table = node_looks(graph_of([[0], [1], [2, 3, 4, 5]], ["Person"], 0)).copy()
    large = graph_of([[0], [1]], ["Person"])
    large.nodes["s0"]["count"], large.nodes["s1"]["count"] = 10**6, 10**4
    shrunk = node_looks(large)["size"]
    assert shrunk["s0"] <= WIDTH / 2
    assert shrunk["s0"] / shrunk["s1"] == pytest.approx(10, rel=0.01)
    assert table["size"]["s2"] / table["size"]["s0"] == pytest.approx(2)


@pytest.mark.parametrize(
    ("areas", "across", "along"),
    [([1.0], 10, 5), ([5, 3, 1, 1], 500, 680), ([1] * 97, 233, 680), ([1e3, 1], 500, 680)],
)
def test_shares_of_a_ground_fill_it_and_are_as_large_as_asked_for(areas, across, along) -> None:
    found = shares(areas, across, along)
    wanted = np.array(areas) * across * along / sum(areas)
    assert found[:, 2] * found[:, 3] == pytest.approx(wanted, rel=1e-6)
    low, high = found[:, :2] - found[:, 2:] / 2, found[:, :2] + found[:, 2:] / 2
    assert np.abs(low).max(0) == pytest.approx([across / 2, along / 2])
    assert np.abs(high).max(0) == pytest.approx([across / 2, along / 2])
    assert overlaps(np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])) == 0


# --- as it prints --------------------------------------------------------------------------------


def corpus_of(lists: dict[str, list[str]]) -> Corpus:
    return look.corpus_of(lists, members="any")


@pytest.fixture(scope="module")
def crowd() -> Corpus:
    """Return 60 letters of 20 persons each, none of whom signed two."""
    return corpus_of({f"letter {n}": [f"Person {n} {k}" for k in range(20)] for n in range(60)})


@pytest.mark.parametrize("draw", [draw_network, draw_cosigning])
def test_a_crowd_prints_on_one_page_and_says_how_many_labels_it_draws(draw, crowd: Corpus) -> None:
    ax = draw(crowd)
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []
    assert ax.figure.figure.get_figheight() * 72 < 900
    nodes = 1260 if draw is draw_network else 1200
    names = {f"Person {n} {k}" for n in range(60) for k in range(20)}
    names |= {f"letter {n}" for n in range(60)}
    drawn = sum(" ".join(p.text.split()) in names for p in printed)
    assert f"Labels of {drawn} of {nodes:,} are drawn: there is no room for more." in look.foot(ax)
    assert drawn > 100


def test_every_letter_of_a_crowd_keeps_its_name(crowd: Corpus) -> None:
    printed = {p.text for p in look.texts(draw_network(crowd))}
    assert {f"letter {n}" for n in range(60)} <= printed


def test_nothing_is_said_of_labels_where_all_are_drawn() -> None:
    few = corpus_of({"one": ["Ann", "Bo"], "two": ["Cy"]})
    assert "Labels of" not in look.foot(draw_network(few))


def test_names_of_wide_letters_are_cut_before_they_touch() -> None:
    wide = corpus_of({f"W{n}" * 9: [f"WWWWWWWWWWWW{n}{k}" for k in range(12)] for n in range(9)})
    printed = look.texts(draw_network(wide))
    assert look.collisions(printed) == []
    assert any("…" in p.text for p in printed)
