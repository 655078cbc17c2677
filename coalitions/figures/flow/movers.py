"""Who moved in a flow: names step by step below the columns, and what stands above these."""

from __future__ import annotations

from collections import Counter
from math import inf, isfinite
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import short_names
from coalitions.figures.kit import fold, text_width
from coalitions.findings import MOVES_TOLD, listing, no_room_for_steps, when_each
from coalitions.tables import events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.flow.strands import Place
    from coalitions.tables import Flow

#: A line of the list of movers; lines that one entry may take.
LINE, LINES_MOST = 8.6, 3
#: Room above the list, room for the name of a step, for the mark of a side, between two steps
#: (points).
ABOVE, STEP, MARK, APART = 12.0, 92.0, 9.0, 2.5
#: Narrower bodies have the name of a step above its movers (points).
NARROW = 300.0
#: How a change of a side is told below a gap between two columns, where there is little room.
SHORT = {"new": "new", "not_again": "not again", "crossed": "crossed"}


class Entry(NamedTuple):
    """One printed line of the list: where it stands (points), its words, the side it is about."""

    x: float
    y: float
    text: str
    side: str = ""


def movers_listed(corpus: Corpus, found: Flow, width: float, room: float) -> list[Entry]:
    """Return who moved at each step, by side and change, as far as the names have room (points).

    Where the room has no end, all names are listed.
    """
    most = LINES_MOST if isfinite(room) else inf
    short = short_names(corpus)
    steps = []
    series = list(events(corpus))
    dates = dict(zip(series, when_each(corpus, series), strict=True))
    for (before, after), moves in found.moves.groupby(["before", "after"], sort=False):
        entries = []
        for (side, change), who in moves.groupby(["side", "change"], sort=False)["signatory"]:
            names = sorted(short.get(name, name) for name in who)
            begin = f"{looks.side_name(str(side))}, {len(names):,} {MOVES_TOLD[str(change)]}: "
            entries.append((str(side), _fitting(names, begin, width, most)))
        steps.append((f"{dates[str(before)]} to {dates[str(after)]}", entries))
    return _placed(steps, width, room)


def movers_counted(found: Flow, gaps: Sequence[float], width: float) -> list[Entry]:
    """Return how many moved at each step, by side and change, below the gaps between columns.

    ``gaps`` are the middles of the gaps (points). The side is named where there is room, so that
    it need not be told from its colour.
    """
    steps = []
    for after in found.series[1:]:
        moves = found.moves[found.moves["after"] == after]
        ways = Counter(zip(moves["side"], moves["change"], strict=True))
        steps.append(
            [(f"{n:,} {SHORT[str(change)]}", str(side)) for (side, change), n in ways.items()]
        )
    whole = [[(f"{looks.side_name(side)}, {text}", side) for text, side in told] for told in steps]
    widest = max((text_width(text, looks.SMALL) for told in whole for text, _ in told), default=0.0)
    pitch = gaps[1] - gaps[0] if len(gaps) > 1 else width / 2
    lines = []
    for x, told in zip(gaps, whole if widest + 2 * MARK < pitch else steps, strict=True):
        wide = max((text_width(text, looks.SMALL) for text, _ in told), default=0.0)
        left = x - (wide - MARK) / 2
        lines += [Entry(left, -ABOVE - n * LINE, text, side) for n, (text, side) in enumerate(told)]
    return lines


def _indent(width: float) -> float:
    """Return the room beside the list for the name of a step; none where the body is narrow."""
    return STEP if width >= NARROW else 0.0


def _fitting(names: list[str], begin: str, width: float, most: float) -> list[str]:
    """Return the names in at most so many lines, the rest counted."""
    room = width - _indent(width) - MARK
    lines = [""]
    for shown in [*range(len(names), 1, -1), len(names)]:
        lines = fold(begin + listing(names, shown), room, looks.SMALL).split("\n")
        if len(lines) <= most:
            break
    return lines


def _placed(
    steps: list[tuple[str, list[tuple[str, list[str]]]]], width: float, room: float
) -> list[Entry]:
    """Return the lines in their places, as many steps as the room holds (points)."""
    every, indent = len(steps), _indent(width)
    tall = [sum(len(text) for _, text in entries) + (not indent) for _, entries in steps]
    while tall and LINE * (sum(tall) + 2) + APART * len(tall) + ABOVE > room:
        tall.pop()
    lines, y = [], -ABOVE
    for step, entries in steps[: len(tall)]:
        lines.append(Entry(0, y, step))
        y -= 0 if indent else LINE
        for side, text in entries:
            for n, part in enumerate(text):
                lines.append(Entry(indent + MARK, y, part, "" if n else side))
                y -= LINE
        y -= APART
    if len(tall) < every:
        rest = fold(no_room_for_steps(every - len(tall)), width, looks.SMALL)
        lines += [Entry(0, y - n * LINE, part) for n, part in enumerate(rest.split("\n"))]
    return lines


def movers_height(lines: list[Entry]) -> float:
    """Return how much room the list takes (points)."""
    return max([ABOVE, *(LINE - line.y for line in lines)])


def draw_movers(ax: Axes, lines: list[Entry], place: Place) -> None:
    """Write who moved, step by step, below the columns."""
    for line in lines:
        colour = place.look.ink if line.x else place.look.grey
        ax.text(line.x, line.y, line.text, fontsize=looks.SMALL, va="top", color=colour)
        if line.side:
            mark = Rectangle((line.x - MARK, line.y - 6.1), 5, 5, linewidth=0)
            mark.set_facecolor(place.colours[line.side])
            ax.add_artist(mark)


def heads(corpus: Corpus, found: Flow, pitch: float) -> list[str]:
    """Return the date of each event as it stands above its column, and the forum if it fits."""
    texts = [fold(head, pitch - 3, looks.SMALL) for head in when_each(corpus, found.series)]
    forums = _forums(corpus, found)
    folded = [fold(forum, pitch - 4, looks.SMALL) for forum in forums]
    lines = [line for text in folded for line in text.split("\n")]
    fits = all(text_width(line, looks.SMALL) <= pitch - 4 for line in lines)
    if len(set(forums)) > 1 and fits:
        texts = [f"{forum}\n{head}" for forum, head in zip(folded, texts, strict=True)]
    return texts


def _forums(corpus: Corpus, found: Flow) -> list[str]:
    rows = events(corpus)
    forum = corpus.statements["forum"]
    return [next((forum[n] for n in rows[event] if forum[n]), "") for event in found.series]
