"""Make the picture of the house for README: rooms by level, an arrow where one imports another."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

import grimp
import networkx as nx
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path
from scipy.optimize import isotonic_regression

import coalitions
from coalitions import looks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    #: A room, or the lane of the arrows to it, and on which floor.
    Spot = tuple[str, int]
    Floors = list[list[Spot]]

ROOT = File(__file__).parents[1]
PICTURE = ROOT / "notebooks" / "pictures" / "house.png"
#: Inches: width of the picture, of the numbers beside it, of a room with what parts it from the
#: next, of a lane; heights of a room and of a floor.
WIDTH, BESIDE, WIDE, LANE, ROOM, FLOOR = 10.0, 0.4, 1.5, 0.4, 0.54, 1.02
#: How often the order of a floor, and the places on it, are mended.
TURNS = 120
LINE: dict[str, Any] = {"color": looks.GREY, "linewidth": 0.9, "zorder": 1}
NOTE = "An arrow: imports. Who imports what is reached by other arrows anyway has none of its own."


def floors() -> list[list[str]]:
    """Return the rooms of each level, from the ground up, as the contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [[room.strip() for room in layer.split("|")] for layer in reversed(layers)]


def imports(rooms: set[str]) -> nx.DiGraph[str]:
    """Return which room imports which, as found in the code."""
    graph = grimp.build_graph("coalitions", cache_dir=None)
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(rooms)
    for module in graph.modules - {"coalitions"}:
        for imported in graph.find_modules_directly_imported_by(module) - {"coalitions"}:
            ends = [name.split(".")[1] for name in (module, imported)]
            if ends[0] != ends[1] and rooms >= set(ends):
                found.add_edge(*ends)
    return found


def modules_in(room: str) -> int:
    """Return how many files of Python a room has."""
    folder = File(coalitions.__file__).parent / room
    return sum(1 for _ in folder.rglob("*.py")) if folder.is_dir() else 1


def with_lanes(levels: list[list[str]], links: nx.DiGraph[str]) -> nx.DiGraph[Spot]:
    """Return rooms and arrows on their floors: an arrow has a lane of each floor between its ends.

    Arrows to one room share their lanes.
    """
    level = {room: n for n, rooms in enumerate(levels) for room in rooms}
    found: nx.DiGraph[Spot] = nx.DiGraph()
    found.add_nodes_from(level.items())
    for one, other in sorted(nx.transitive_reduction(links).edges):
        below = [(other, n) for n in range(level[one] - 1, level[other] - 1, -1)]
        nx.add_path(found, [(one, level[one]), *below])
    return found


def in_order(graph: nx.DiGraph[Spot], floors: Floors) -> Floors:
    """Return the spots of each floor in an order in which few arrows cross."""
    best = floors
    for turn in range(TURNS):
        floors = [list(floor) for floor in floors]
        upward = turn % 2 == 0
        for n in range(1, len(floors)) if upward else range(len(floors) - 2, -1, -1):
            beside = floors[n - 1 if upward else n + 1]
            place = {spot: (k + 0.5) / len(beside) for k, spot in enumerate(beside)}
            floors[n].sort(key=lambda spot, place=place: mean(graph, spot, place, 0.5))
        best = min(best, floors, key=lambda tried: crossings(graph, tried))
    return best


def mean(graph: nx.DiGraph[Spot], spot: Spot, place: dict[Spot, float], middle: float) -> float:
    """Return the mean place of those that a spot is tied to, the middle where there are none."""
    tied = [place[other] for other in nx.all_neighbors(graph, spot) if other in place]
    return sum(tied) / len(tied) if tied else middle


def crossings(graph: nx.DiGraph[Spot], floors: Floors) -> int:
    """Return how many pairs of arrows cross between two floors."""
    place = {spot: k for floor in floors for k, spot in enumerate(floor)}
    return sum(
        (place[a] - place[c]) * (place[b] - place[d]) < 0
        for (a, b), (c, d) in combinations(graph.edges, 2)
        if a[1] == c[1]
    )


def places(
    graph: nx.DiGraph[Spot], floors: Floors, rooms: set[Spot]
) -> dict[Spot, tuple[float, float]]:
    """Return where the middle of each spot is (inches): near those that it is tied to."""
    across = {spot: WIDTH / 2 for floor in floors for spot in floor}
    for _ in range(TURNS):
        for floor in floors:
            widths = np.array([WIDE if spot in rooms else LANE for spot in floor])
            left = np.cumsum(widths) - widths / 2
            # A lane stands above what it leads to.
            wish = np.array(
                [
                    mean(graph, spot, across, WIDTH / 2)
                    if spot in rooms
                    else across[next(graph.successors(spot))]
                    for spot in floor
                ]
            )
            # What is left of the order once each has its width can only grow: a regression.
            spare = isotonic_regression(wish - left).x.clip(BESIDE, WIDTH - widths.sum())
            across |= dict(zip(floor, (spare + left).tolist(), strict=True))
        aside = (WIDTH + BESIDE - min(across.values()) - max(across.values())) / 2
        across = {spot: x + aside for spot, x in across.items()}
    return {spot: (x, FLOOR * (spot[1] + 0.7)) for spot, x in across.items()}


def draw(levels: list[list[str]], links: nx.DiGraph[str]) -> Figure:
    """Draw floors, rooms and arrows: no arrow runs through a room."""
    height = FLOOR * len(levels) + 0.4
    figure = Figure(figsize=(WIDTH, height))
    ax = figure.add_axes((0, 0, 1, 1))
    ax.axis("off")
    ax.set_xlim(0, WIDTH)
    ax.set_ylim(0, height)
    graph = with_lanes(levels, links)
    rooms = {(room, level) for level, floor in enumerate(levels) for room in floor}
    floors = [sorted((s for s in graph if s[1] == level), key=str) for level in range(len(levels))]
    where = places(graph, in_order(graph, floors), rooms)
    for level in range(len(levels)):
        middle = FLOOR * (level + 0.7)
        ax.axhspan(middle - 0.36, middle + 0.36, color=looks.STRIPE, zorder=0)
        ax.text(0.12, middle, str(level), size=11, color=looks.GREY, va="center")
    for one, other in graph.edges:
        draw_arrow(ax, where[one], where[other], head=other in rooms)
    for spot in where:
        draw_room(ax, spot[0], where[spot]) if spot in rooms else draw_lane(ax, where[spot])
    ax.text(0.12, 0.08, NOTE, size=8, color=looks.GREY)
    return figure


def draw_arrow(
    ax: Axes, one: tuple[float, float], other: tuple[float, float], *, head: bool
) -> None:
    """Draw an arrow from the foot of a spot to the top of one on the floor below."""
    (x, y), (to_x, to_y) = (one[0], one[1] - ROOM / 2), (other[0], other[1] + ROOM / 2)
    half = (y + to_y) / 2
    path = Path([(x, y), (x, half), (to_x, half), (to_x, to_y)], [1, 4, 4, 4])
    style = "-|>" if head else "-"
    ax.add_patch(
        FancyArrowPatch(path=path, arrowstyle=style, mutation_scale=11, **LINE)  # type: ignore[arg-type] # a path
    )


def draw_lane(ax: Axes, at: tuple[float, float]) -> None:
    """Draw an arrow's way through a floor between its ends."""
    ax.plot([at[0]] * 2, [at[1] - ROOM / 2, at[1] + ROOM / 2], **LINE, solid_capstyle="butt")


def draw_room(ax: Axes, room: str, at: tuple[float, float]) -> None:
    """Draw a room, with how many files it has."""
    x, y = at
    box = FancyBboxPatch((x - WIDE / 2 + 0.15, y - ROOM / 2), WIDE - 0.3, ROOM, zorder=2)
    box.set(boxstyle="round,pad=0,rounding_size=0.06")
    box.set(facecolor=looks.GROUND, edgecolor=looks.INK, linewidth=0.9)
    ax.add_patch(box)
    files = modules_in(room)
    count = f"{files} files" if files > 1 else "1 file"
    ax.text(x, y + 0.08, room, size=11, ha="center", va="center", zorder=3)
    ax.text(x, y - 0.15, count, size=8, color=looks.GREY, ha="center", va="center", zorder=3)


def main() -> None:
    """Make the picture."""
    levels = floors()
    rooms = {room for level in levels for room in level}
    draw(levels, imports(rooms)).savefig(PICTURE, dpi=150, metadata={"Software": None})


if __name__ == "__main__":
    main()
