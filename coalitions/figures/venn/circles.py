"""Names of the circles of a Venn diagram, and the rings of lists known in part."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.patches import Circle

from coalitions import looks
from coalitions.corpus import statement_labels
from coalitions.figures.kit import LEADING, balanced, clip_to_rooms, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.figures.venn.spots import Box
    from coalitions.looks import Look

    Points = NDArray[np.float64]

#: Room for names above or below the circles (points).
LABEL = 40.0
#: Room between two names on one line, where there is enough (points).
GAP = 12.0
#: Height of a further line of what a list holds (points).
SMALL = looks.FOOT * LEADING
#: Lines that a name may take, and the height of a further one (points); and the lines up to which
#: nothing of it is left out.
LINES, LINE, FEW = 5, looks.TEXT * LEADING, 2


def rings_of(circles: list[tuple[Points, float]], part: Corpus) -> list[float]:
    """Return the radius of each list at its declared size, in the same scale as the circles."""
    share = (part.named + part.unnamed) / part.named
    return [radius * float(np.sqrt(s)) for (_, radius), s in zip(circles, share, strict=True)]


def label_rooms(
    circles: list[tuple[Points, float]], part: Corpus, width: float
) -> tuple[float, float]:
    """Return the room for names above and below the circles (points)."""
    written, rows = _written(circles, part, width), _rows(circles)
    above, below = (
        LABEL + max([0.0, *(written[n].more for n in rows[up])]) for up in (True, False)
    )
    return above, below if rows[False] else LABEL / 2


def _rows(circles: list[tuple[Points, float]]) -> dict[bool, list[int]]:
    """Return the circles that are named above all of them, and those that are named below."""
    middle = np.mean([at[1] for at, _ in circles])
    return {
        up: [n for n, (at, _) in enumerate(circles) if (at[1] >= middle - 1e-6) == up]
        for up in (True, False)
    }


class _Written(NamedTuple):
    """The name of a circle and how large its list is, in the lines that they need."""

    name: str
    size: str

    @property
    def more(self) -> float:
        """How high lines beside the first ones are (points)."""
        return LINE * self.name.count("\n") + SMALL * self.size.count("\n")

    @property
    def wide(self) -> float:
        """How wide it is (points)."""
        lines = [(line, looks.TEXT, "bold") for line in self.name.split("\n")]
        lines += [(line, looks.FOOT, "normal") for line in self.size.split("\n")]
        return max(text_width(*line) for line in lines)


def _written(circles: list[tuple[Points, float]], part: Corpus, width: float) -> list[_Written]:
    """Return what is written at each circle; sizes in two lines where one has no room."""
    rows = list(_rows(circles).values())
    names = _short(statement_labels(part).tolist(), rows, width)
    sizes = [_size(int(n), int(m)) for n, m in zip(part.named, part.unnamed, strict=True)]
    found = list(map(_Written, names, sizes))
    for row in rows:
        if sum(found[n].wide for n in row) + GAP / 3 * (len(row) - 1) > width:
            for n in row:
                found[n] = _Written(names[n], sizes[n].replace(", ", ",\n"))
    return found


def label_circles(
    ax: Axes, circles: list[tuple[Points, float]], scale: float, part: Corpus, look: Look
) -> list[Box]:
    """Name each circle above or below all of them; ring a partial list at its declared size.

    Returns the room that the names take (points).
    """
    rings = rings_of(circles, part)
    top = max(at[1] + ring for (at, _), ring in zip(circles, rings, strict=True))
    bottom = min(at[1] - ring for (at, _), ring in zip(circles, rings, strict=True))
    taken: list[Box] = []
    written = _written(circles, part, look.width)
    for up, row in _rows(circles).items():
        if not row:
            continue
        y = top + 6 / scale if up else bottom - 6 / scale
        wide = {n: written[n].wide / scale for n in row}
        spare = (look.width / scale - sum(wide.values())) / max(1, len(row) - 1)
        gap = min(GAP, max(GAP / 3, spare * scale)) / scale
        wished = {n: float(circles[n][0][0]) for n in row}
        for n, x in _within(ax.get_xlim(), _apart(wished, wide, gap), wide, gap).items():
            half, tall = wide[n] * scale / 2, 22 + written[n].more
            foot = y * scale - (0 if up else tall)
            taken.append((x * scale - half, x * scale + half, foot, foot + tall))
            _write_name(ax, (x, y), written[n], look, up=up)
    for n, (at, _) in enumerate(circles):
        if part.unnamed.iloc[n]:
            ring = Circle(tuple(at), rings[n], fill=False, linestyle=(0, (4, 3)), linewidth=0.9)
            ring.set_edgecolor(look.grey)
            ax.add_artist(ring)
    return taken


def _write_name(ax: Axes, at: tuple[float, float], said: _Written, look: Look, *, up: bool) -> None:
    """Write the name of a list and its size, above all circles or below them."""
    centre: dict[str, Any] = {"ha": "center", "va": "bottom", "textcoords": "offset points"}
    centre["linespacing"] = LEADING
    bold: dict[str, Any] = {"fontsize": looks.TEXT, "fontweight": "bold"}
    below = 0 if up else -22 - said.more
    ax.annotate(said.name, at, (0, below + 11 + SMALL * said.size.count("\n")), **bold, **centre)
    ax.annotate(said.size, at, (0, below), fontsize=looks.FOOT, color=look.grey, **centre)


def _short(labels: list[str], rows: Sequence[list[int]], width: float) -> list[str]:
    """Return labels in lines that fit; of long ones without what stands in brackets, if that tells.

    What takes more lines than there are, or has a longer word, is cut.
    """
    brief = [label.partition(" (")[0] for label in labels]
    chosen, rooms = list(labels), [0.0] * len(labels)
    for row in rows:
        for n in row:
            rooms[n] = width / len(row) - GAP
    lines = [balanced(n, room, looks.TEXT, "bold") for n, room in zip(labels, rooms, strict=True)]
    if all(line.count("\n") < FEW for line in lines) and all(map(_fits, lines, rooms)):
        return lines
    for row in rows:
        wide = any(text_width(labels[n], looks.TEXT, "bold") > rooms[n] for n in row)
        if wide and len(set(brief)) == len(brief):
            for n in row:
                chosen[n] = brief[n]
    lines = [
        balanced(text, room, looks.TEXT, "bold") for text, room in zip(chosen, rooms, strict=True)
    ]
    if all(map(_fits, lines, rooms)):
        return lines
    most = dict(zip(chosen, (LINES * 0.8 * room for room in rooms), strict=True))
    cut = clip_to_rooms(most, looks.TEXT, "bold")
    lines = [
        balanced(cut[n], room, looks.TEXT, "bold") for n, room in zip(chosen, rooms, strict=True)
    ]
    if all(map(_fits, lines, rooms)):
        return lines
    cut = clip_to_rooms(dict(zip(chosen, rooms, strict=True)), looks.TEXT, "bold")
    return [cut[label] for label in chosen]


def _fits(text: str, room: float) -> bool:
    """Say whether a name in lines has room."""
    lines = text.split("\n")
    return len(lines) <= LINES and all(text_width(n, looks.TEXT, "bold") <= room for n in lines)


def _size(named: int, unnamed: int) -> str:
    known = f"{named:,} named"
    return f"{named + unnamed:,} declared, {known}" if unnamed else known


def _apart(at: dict[int, float], width: dict[int, float], gap: float) -> dict[int, float]:
    """Push labels on one line apart, just as far as they would touch."""
    order = sorted(at, key=lambda n: (at[n], n))
    for left, right in pairwise(order):
        short = (width[left] + width[right]) / 2 + gap - (at[right] - at[left])
        if short > 0:
            at = {n: x + (short / 2 if x >= at[right] else -short / 2) for n, x in at.items()}
    return at


def _within(
    limits: tuple[float, float], at: dict[int, float], width: dict[int, float], gap: float
) -> dict[int, float]:
    """Move labels on one line back between the edges of the page, without touching."""
    order = sorted(at, key=lambda n: (at[n], n))
    left, right = limits
    for n in reversed(order):
        at[n] = min(at[n], right - width[n] / 2)
        right = at[n] - width[n] / 2 - gap
    for n in order:
        at[n] = max(at[n], left + width[n] / 2)
        left = at[n] + width[n] / 2 + gap
    return at
