"""Labels of a network: each where it has room, none on a mark or on another, none off the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions import looks
from coalitions.figures.kit import clip, clip_apart, clip_to_rooms, text_width
from coalitions.looks import CELL

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    import pandas as pd
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Row = dict[Hashable, object]
    Box = tuple[float, float, float, float]

#: Height of a line, in heights of its type; from a square, and a circle, to its label (points).
LINE, UNDER_SQUARE, UNDER_CIRCLE = 1.17, 1.5, 1.0
#: Room between two labels side by side (points).
AIR = 1.5
#: Narrowest cut of a label (points), and the share of a name's letters that still tells it.
LEAST, TELLING = 26.0, 0.6
#: To what width a statement's label is cut, one after the other (points).
WIDTHS = (2 * CELL[0], CELL[0], LEAST)
#: Above so many nodes a page has room for marks alone: labels of signatories are not tried.
MOST_LABELLED = 6_000


class Label(NamedTuple):
    """What is written below a mark, first line apart, with the middle of its top (points)."""

    name: str
    rest: str
    x: float
    y: float


def labels_with_room(table: pd.DataFrame, page: Box) -> dict[str, Label]:
    """Return the labels that can be written without touching a mark, another or the page's edge.

    Statements come first, larger marks before smaller ones; a label too wide or too high is cut
    before it is left out, or stands beside or above its mark. No two
    labels of statements, or of signatories, say the same. Of more than ``MOST_LABELLED`` nodes
    only statements have any.

    Parameters
    ----------
    table : DataFrame
        As ``node_looks`` makes it.
    page : tuple of float
        Left, right, bottom, top: what can be written on (points).
    """
    rows: list[Row] = table.reset_index().to_dict("records")
    if len(rows) > MOST_LABELLED:
        rows = [row for row in rows if row["kind"] == "statement"]
    taken = _Taken(_marks(table), page)
    found: dict[str, Label] = {}
    cuts = _cuts(rows)
    for row in sorted(rows, key=_turn):
        statement = row["kind"] == "statement"
        tries = _tries_below_square(row, cuts) if statement else _tries_at_circle(row, cuts)
        for label in tries:
            # A lead's statement and the lead bear one name: square and circle tell them apart.
            said = (statement, *f"{label.name} {label.rest}".split())
            if taken.add(_boxes(label, statement=statement), said):
                found[str(row["node"])] = label
                break
    return found


def label_reach(table: pd.DataFrame) -> Points:
    """Return how far each mark and its label reach to either side, cut to a cell (points)."""
    found = []
    for kind, size, label in zip(table["kind"], table["size"], table["label"], strict=True):
        lines = str(label).split("\n")
        if kind == "statement":
            wide = max(text_width(line, looks.FOOT, "bold") for line in lines)
            found.append(max(size, min(wide, 2 * CELL[0])) / 2)
        elif len(table) > MOST_LABELLED:
            found.append(size / 2)
        else:
            wide = max(text_width(line, looks.SMALL) for line in lines)
            found.append(max(size, min(wide, CELL[0])) / 2)
    return np.array(found)


def _marks(table: pd.DataFrame) -> Points:
    half = table["size"].to_numpy() / 2
    x, y = table["x"].to_numpy(), table["y"].to_numpy()
    return np.column_stack([x - half, x + half, y - half, y + half])


def _turn(row: Row) -> tuple[bool, bool, float]:
    """Return when a node's label is placed: those that fit their own cell before wider ones."""
    small = row["kind"] != "statement"
    wide = max(text_width(line, looks.SMALL) for line in str(row["label"]).split("\n")) > CELL[0]
    return small, small and wide, -float(str(row["size"]))


class _Cuts(NamedTuple):
    """Cuts of labels that tell them apart: of squares by what they are cut to, of circles."""

    squares: tuple[dict[str, str], ...]
    circles: dict[str, str]


def _cuts(rows: list[Row]) -> _Cuts:
    """Return the first lines of statements' labels, and signatories' labels in a line, cut."""
    sizes = {
        str(row["label"]).partition("\n")[0]: float(str(row["size"]))
        for row in rows
        if row["kind"] == "statement"
    }
    circles = [_in_a_line(row) for row in rows if row["kind"] != "statement"]
    return _Cuts(
        tuple(
            clip_to_rooms({name: max(size, w) for name, size in sizes.items()}, looks.FOOT, "bold")
            for w in WIDTHS
        ),
        clip_apart(circles, CELL[0] - AIR, looks.SMALL),
    )


def _in_a_line(row: Row) -> str:
    return str(row["label"]).replace("-\n", "-").replace("\n", " ")


class _Taken:
    """Boxes and words that are taken, and the page."""

    def __init__(self, marks: Points, page: Box) -> None:
        self._boxes, self._count, self._page = np.zeros((3 * len(marks) + 8, 4)), len(marks), page
        self._boxes[: len(marks)] = marks
        self._said: set[tuple[object, ...]] = set()

    def add(self, boxes: list[Box], said: tuple[object, ...]) -> bool:
        """Take the room of some boxes, if all of it is free and nothing else says the same."""
        if not any(said[1:]) or said in self._said:
            return False
        left, right, bottom, top = self._page
        held = self._boxes[: self._count]
        for x0, x1, y0, y1 in boxes:
            if x0 < left or x1 > right or y0 < bottom or y1 > top:
                return False
            across = (held[:, 0] < x1) & (held[:, 1] > x0)
            if (across & (held[:, 2] < y1) & (held[:, 3] > y0)).any():
                return False
        aired = [(x0 - AIR, x1 + AIR, y0, y1) for x0, x1, y0, y1 in boxes]
        self._boxes[self._count : self._count + len(boxes)] = aired
        self._count += len(boxes)
        self._said.add(said)
        return True


def _tries_below_square(row: Row, cuts: _Cuts) -> Iterator[Label]:
    """Give a statement's label, then cuts of it."""
    x, size = float(str(row["x"])), float(str(row["size"]))
    y = float(str(row["y"])) - size / 2 - UNDER_SQUARE
    name, _, rest = str(row["label"]).partition("\n")
    yield Label(name, rest, x, y)
    whole = name
    for least, cut in zip(WIDTHS, cuts.squares, strict=True):
        width, name = max(size, least), cut[whole]
        if len(name) < TELLING * len(whole):
            return
        lines = [_cut(line, width) for line in rest.split("\n")] if rest else []
        yield Label(name, "\n".join(lines), x, y)
        yield Label(name, "", x, y)


def _tries_at_circle(row: Row, cuts: _Cuts) -> Iterator[Label]:
    """Give a signatory's label, then cuts of it, then the same beside and above its mark."""
    x, size = float(str(row["x"])), float(str(row["size"]))
    y, label = float(str(row["y"])), str(row["label"])
    below = y - size / 2 - UNDER_CIRCLE
    yield Label(label, "", x, below)
    lines = [_cut(line, CELL[0] - AIR) for line in label.split("\n")]
    yield Label("\n".join(lines), "", x, below)
    one = cuts.circles[_in_a_line(row)]
    high, half = LINE * looks.SMALL, text_width(one, looks.SMALL) / 2
    yield Label(one, "", x, below)
    for side in (1, -1):
        yield Label(one, "", x + side * (size / 2 + UNDER_CIRCLE + half), y + high / 2)
    yield Label(one, "", x, y + size / 2 + UNDER_CIRCLE + high)


def _cut(text: str, width: float) -> str:
    """Return a further line of a label, cut off with "…" to a width."""
    return clip(text, width, looks.SMALL)


def _boxes(label: Label, *, statement: bool) -> list[Box]:
    """Return the room of a label's lines: left, right, bottom, top (points)."""
    size, weight = (looks.FOOT, "bold") if statement else (looks.SMALL, "normal")
    found = [_box(label.name, size, weight, (label.x, label.y))]
    if label.rest:
        at = (label.x, label.y - looks.FOOT * 1.2)
        found.append(_box(label.rest, looks.SMALL, "normal", at))
    return found


def _box(text: str, size: float, weight: str, at: tuple[float, float]) -> Box:
    lines = text.split("\n")
    half = max(text_width(line, size, weight) for line in lines) / 2
    return at[0] - half, at[0] + half, at[1] - LINE * size * len(lines), at[1]
