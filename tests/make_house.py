"""Make the picture of the house for README: rooms by level, an arrow where one imports another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import grimp
import networkx as nx
from matplotlib.figure import Figure

import coalitions
from coalitions.looks import nodes as looks

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "notebooks" / "pictures" / "house.png"
#: Inches: width of the picture, heights of a room and of a floor.
WIDTH, ROOM, FLOOR = 10.0, 0.56, 0.92
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
    folder = Path(coalitions.__file__).parent / room
    return sum(1 for _ in folder.rglob("*.py")) if folder.is_dir() else 1


def places(levels: list[list[str]]) -> dict[str, tuple[float, float]]:
    """Return where the middle of each room is (inches)."""
    found = {}
    for level, rooms in enumerate(levels):
        for number, room in enumerate(rooms):
            across = WIDTH * (number + 0.5) / len(rooms)
            found[room] = (0.35 + across * (WIDTH - 0.35) / WIDTH, FLOOR * (level + 0.7))
    return found


def draw(levels: list[list[str]], links: nx.DiGraph[str]) -> Figure:
    """Draw floors, rooms and arrows."""
    height = FLOOR * len(levels) + 0.4
    figure = Figure(figsize=(WIDTH, height))
    ax = figure.add_axes((0, 0, 1, 1))
    ax.axis("off")
    ax.set_xlim(0, WIDTH)
    ax.set_ylim(0, height)
    where = places(levels)
    for level in range(len(levels)):
        middle = FLOOR * (level + 0.7)
        ax.axhspan(middle - 0.36, middle + 0.36, color=looks.STRIPE, zorder=0)
        ax.text(0.12, middle, str(level), size=11, color=looks.GREY, va="center")
    for one, other in nx.transitive_reduction(links).edges:
        (x, y), (to_x, to_y) = where[one], where[other]
        arrow: dict[str, Any] = {"arrowstyle": "-|>", "color": looks.GREY, "lw": 0.9}
        ends = {"xy": (to_x, to_y + ROOM / 2), "xytext": (x, y - ROOM / 2)}
        ax.annotate("", **ends, arrowprops=arrow, zorder=1)
    for room, (x, y) in where.items():
        box = {"boxstyle": "round,pad=0.35", "fc": looks.GROUND, "ec": looks.INK, "lw": 0.9}
        files = modules_in(room)
        count = f"{files} files" if files > 1 else "1 file"
        ax.text(x, y, f"{room:^6}\n", size=11, ha="center", va="center", bbox=box, zorder=2)
        ax.text(x, y - 0.1, count, size=7, color=looks.GREY, ha="center", va="center", zorder=3)
    ax.text(0.12, 0.08, NOTE, size=8, color=looks.GREY)
    return figure


def main() -> None:
    """Make the picture."""
    levels = floors()
    rooms = {room for level in levels for room in level}
    draw(levels, imports(rooms)).savefig(PICTURE, dpi=150, metadata={"Software": None})


if __name__ == "__main__":
    main()
