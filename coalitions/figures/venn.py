"""Venn diagram of two or three statements: circles as large as the named lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.figure import Figure
from matplotlib_venn import venn2, venn3

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import choose
from coalitions.counting import overlap_tally
from coalitions.errors import CoalitionsError, listed
from coalitions.figures.circles import label_circles, label_rooms, rings_of
from coalitions.figures.frame import Words, canvas, render, words
from coalitions.figures.legend import draw_keys, keys_height, side_keys
from coalitions.figures.lettering import text_width
from coalitions.figures.wording import amount, listing, region_sentences, sentence
from coalitions.graphs import two_mode_graph
from coalitions.looks import look
from coalitions.overlap import pairs, regions
from coalitions.provenance import statement_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.path import Path
    from matplotlib.text import Annotation
    from matplotlib_venn._common import VennDiagram
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.figures.frame import Size

    Points = NDArray[np.float64]

#: Greatest height of the circles with their names, on a page and on a slide (points).
HEIGHT, HEIGHT_SLIDE = 280.0, 230.0
#: Smallest type in a region (points); a region that needs smaller is written beside.
LEAST = 7.0


def draw_venn(
    corpus: Corpus,
    *,
    statements: Sequence[str] | None = None,
    ax: Axes | None = None,
    size: Size = "page",
    theme: looks.Theme = "light",
) -> Axes:
    r"""Draw two or three statements as overlapping circles.

    Circles and regions are as large as the named lists; where a list is partial, each region shows
    what the unnamed signatories allow, and how many are named.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        Two or three statement ids; by default the three that name most.
    ax : Axes, optional
        Where to draw; by default on a figure of its own.
    size : {"page", "column", "slide"}
        The width of a page, one column of it, or a slide.
    theme : {"light", "dark", "grey"}
        For white paper, for a dark ground, or for print without colours.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        Not two or three statements that name somebody.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_venn(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 to 45 states signed both statements: Pakistan and Cuba'
    """
    part = choose(corpus, _chosen(corpus, statements))
    return render(partial(_drawn, corpus, part), ax, size=size, theme=theme)


def _drawn(corpus: Corpus, part: Corpus, ax: Axes | None) -> Axes:
    keys = side_keys(two_mode_graph(part), unknown="")
    room = keys_height(keys)
    height = _height(part) + room
    ax = canvas(ax, _words(part, corpus), height=height, limits=(0, 1, 0, 1))
    scale = _draw(ax, part, (height, room))
    draw_keys(ax, keys, (ax.get_xlim()[0], ax.get_ylim()[1]), scale=scale)
    return ax


def _chosen(corpus: Corpus, statements: Sequence[str] | None) -> list[str]:
    """Return two or three statements that name somebody."""
    named = corpus.named[corpus.named > 0]
    asked = [] if statements is None else listed(statements, "statements")
    largest = named.sort_values(ascending=False, kind="stable").index[:3]
    chosen = list(dict.fromkeys(asked or largest))
    silent = [s for s in chosen if s not in named.index]
    if len(chosen) not in (2, 3) or silent:
        problem = f"{', '.join(silent)} names nobody" if silent else f"found {len(chosen)}"
        raise CoalitionsError(
            f"a Venn diagram takes two or three statements with named signatories: {problem}; "
            "use upset or matrix for more"
        )
    return [s for s in corpus.statements["statement_id"] if s in chosen]


def _height(part: Corpus) -> float:
    """Return how high the circles stand with their names, at the width that there is (points)."""
    _, circles = _diagram(Figure().add_subplot(), part, _made_of(part))
    across, along = _extent(circles, part)[1]
    tall = (look().width - 8) / across * along + sum(label_rooms(circles))
    most = HEIGHT_SLIDE if look().height else HEIGHT
    return float(min(most, 0.85 * look().width, tall + 8))


def _made_of(part: Corpus) -> dict[str, tuple[str, ...]]:
    """Return the statements of each region, by the name that the layout has for it."""
    ids = list(part.statements["statement_id"])
    keys = [f"{n:0{len(ids)}b}"[::-1] for n in range(1, 2 ** len(ids))]
    return {key: tuple(s for s, bit in zip(ids, key, strict=True) if bit == "1") for key in keys}


def _diagram(
    ax: Axes, part: Corpus, made_of: dict[str, tuple[str, ...]]
) -> tuple[VennDiagram, list[tuple[Points, float]]]:
    """Draw the circles as large as the lists are long; return them with their places."""
    named = regions(part).set_index("statements")["exclusive"]
    sizes = {key: int(named.get(made, 0)) for key, made in made_of.items()}
    number = len(part.statements)
    diagram = {2: venn2, 3: venn3}[number](subsets=sizes, set_labels=[""] * number, ax=ax)
    places = zip(diagram.centers, diagram.radii, strict=True)
    return diagram, [(np.array([at.x, at.y]), float(radius)) for at, radius in places]


def _draw(ax: Axes, part: Corpus, room: tuple[float, float]) -> float:
    """Draw the circles, write into each region what the lists allow; return points per unit."""
    made_of, table = _made_of(part), regions(part).set_index("statements")
    diagram, circles = _diagram(ax, part, made_of)
    scale = _zoom(ax, circles, part, room)
    stance = part.statements.set_index("statement_id")["stance"]
    for key in made_of:
        patch, label = diagram.get_patch_by_id(key), diagram.get_label_by_id(key)
        if patch is None or label is None:
            continue
        colour = look().sides[_side({stance[s] for s in made_of[key]})]
        alpha = 0.85 if len(made_of[key]) > 1 else 0.5
        patch.set(facecolor=colour, alpha=alpha, edgecolor=look().ground, linewidth=1)
        label.set_text("")
        if made_of[key] in table.index and table["exclusive"][made_of[key]]:
            row = table.loc[[made_of[key]]].iloc[0]
            interval = Interval(int(row["exclusive_min"]), int(row["exclusive_max"]))
            text = _Text(interval, int(row["exclusive"]), colour, alpha)
            _write(ax, patch.get_path(), label.get_position(), text, scale)
    label_circles(ax, circles, scale, part)
    return scale


def _side(stances: set[str]) -> str:
    """Return the side that those who signed statements of these stances took."""
    taken = stances - {""}
    return "both" if len(taken) > 1 else next(iter(taken), "neither")


class _Text(NamedTuple):
    """What stands in a region: what the lists allow, how many are named; the region's colour."""

    interval: Interval
    named: int
    colour: str
    alpha: float

    def lines(self) -> list[tuple[str, float, str]]:
        """Return text, share of the full size and weight of each line."""
        first = (str(self.interval), 1.0, "bold")
        if self.interval.low == self.interval.high:
            return [first]
        return [first, (f"{self.named} named", looks.FOOT / looks.TITLE, "normal")]


def _write(ax: Axes, region: Path, at: tuple[float, float], text: _Text, scale: float) -> None:
    """Write into a region as large as fits; into one that is too small, from below."""
    lines = text.lines()
    for size in np.arange(looks.TITLE, LEAST - 0.1, -0.5):
        width = max(text_width(t, share * size, weight) for t, share, weight in lines) + 1
        height = _heights(lines, size).sum()
        corners = [
            (at[0] + x * width / scale, at[1] + y * height / scale)
            for x in (-0.5, 0.5)
            for y in (-0.5, 0.5)
        ]
        if region.contains_points(corners).all():
            written = _write_lines(ax, at, lines, float(size))
            for line in written:
                line.set(color=looks.text_on(text.colour, text.alpha), zorder=6, bbox=_break(text))
            return
    low = ax.get_ylim()[0] + 5 / scale
    top = low + (_heights(lines, looks.TEXT).sum() / 2 + 1) / scale
    ax.plot([at[0], at[0]], [at[1], top], color=look().ink, linewidth=0.6, zorder=5)
    _write_lines(ax, (at[0], low), lines, looks.TEXT)


def _heights(lines: list[tuple[str, float, str]], size: float) -> Points:
    """Return how high each line is at this size of the first (points)."""
    return np.array([1.15 * share * size for _, share, _ in lines])


def _break(text: _Text) -> dict[str, Any]:
    """Return what is laid under a number, so that another statement's ring breaks there."""
    colour = looks.laid(text.colour, text.alpha)
    return {"facecolor": colour, "edgecolor": "none", "boxstyle": "square,pad=0.06"}


def _write_lines(
    ax: Axes, at: tuple[float, float], lines: list[tuple[str, float, str]], size: float
) -> list[Annotation]:
    """Write lines under each other, centred on a point."""
    heights = _heights(lines, size)
    y, written = heights.sum() / 2, []
    for (line, share, weight), height in zip(lines, heights, strict=True):
        text = ax.annotate(line, at, (0, y - height / 2), textcoords="offset points")
        text.set(ha="center", va="center", fontsize=share * size, fontweight=weight)
        text.set(color=look().ink, zorder=7)
        written.append(text)
        y -= height
    return written


def _zoom(
    ax: Axes, circles: list[tuple[Points, float]], part: Corpus, room: tuple[float, float]
) -> float:
    """Fit the rings into the body, round; return how many points a unit has."""
    (height, above), width = room, look().width
    middle, (across, along) = _extent(circles, part)
    lifted, sunk = label_rooms(circles)
    scale = float(min((width - 8) / across, (height - lifted - sunk - above) / along))
    ax.set_aspect("auto")
    ax.set_xlim(middle[0] - width / scale / 2, middle[0] + width / scale / 2)
    up, down = (height + above + lifted - sunk) / 2, (height - above - lifted + sunk) / 2
    ax.set_ylim(middle[1] - down / scale, middle[1] + up / scale)
    ax.set_axis_off()
    return scale


def _extent(circles: list[tuple[Points, float]], part: Corpus) -> tuple[Points, Points]:
    """Return the middle of the rings, and how far they reach across and along."""
    rings = rings_of(circles, part)
    low = np.min([at - r for (at, _), r in zip(circles, rings, strict=True)], axis=0)
    high = np.max([at + r for (at, _), r in zip(circles, rings, strict=True)], axis=0)
    return (low + high) / 2, high - low


def _words(part: Corpus, corpus: Corpus) -> Words:
    table = pairs(part)
    best = table.sort_values(["shared_min", "shared_max"], ascending=False, kind="stable").iloc[0]
    labels = statement_labels(part)
    both = overlap_tally(part, best["a"], best["b"])
    title = (
        f"{sentence(amount(part, both))} signed both statements: "
        f"{listing([labels[best['a']], labels[best['b']]])}"
    )
    rest = [s for s in corpus.statements["statement_id"] if s not in labels.index]
    others = statement_labels(corpus)
    notes = (f"Not drawn: {listing([others[s] for s in rest])}.",) if rest else ()
    what = "Circles are as large as the lists of names"
    if part.unnamed.any():
        what += "; a dashed ring shows the declared size"
    return words(part, title, what=what, notes=notes, data=region_sentences(part, regions(part)))
