"""Venn diagram of two or three statements: circles as large as the named lists."""

from __future__ import annotations

import warnings
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.figure import Figure

from coalitions.bounds import Interval
from coalitions.corpus import called_as_in, choose, refuse_no_corpus
from coalitions.errors import ChoiceError, listed
from coalitions.figures.kit import canvas, draw_keys, keys_height, render, side_keys
from coalitions.figures.venn.areas import venn2, venn3
from coalitions.figures.venn.circles import label_circles, label_rooms, rings_of
from coalitions.figures.venn.numbers import Region, Text, write_beside, write_within
from coalitions.figures.venn.spots import Circles
from coalitions.findings import venn_words
from coalitions.looks import side_colours
from coalitions.tables import regions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from matplotlib.axes import Axes
    from matplotlib_venn._common import VennDiagram
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.looks import Look

    Points = NDArray[np.float64]

#: Greatest height of the circles with their names, on a page and on a slide (points).
HEIGHT, HEIGHT_SLIDE = 280.0, 230.0


def draw_venn(
    corpus: Corpus,
    *,
    statements: Sequence[str] | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw two or three statements as overlapping circles.

    Circles and regions are as large as the named lists; where a list is partial, each region shows
    what the unnamed signatories allow, and how many are named.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        Two or three statement ids; by default the three that name most.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

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
    '19 to 45 states signed both statements: Pakistan and Cuba, in support of China'
    """
    refuse_no_corpus(corpus)
    if asked := [] if statements is None else listed(statements, "statements"):
        choose(corpus, asked)  # refuses an id that is none
    part = called_as_in(corpus, choose(corpus, _chosen(corpus, statements)))
    return render(partial(_drawn, corpus, part), **how)


def _drawn(corpus: Corpus, part: Corpus, page: Page) -> Axes:
    look = page.look
    keys = side_keys(part, look, unknown="")
    room = keys_height(keys, look)
    height = _height(part, look) + room
    ax = canvas(page, venn_words(part, corpus, _unshown(part)), height=height, limits=(0, 1, 0, 1))
    scale = _draw(ax, part, (height, room), look)
    draw_keys(ax, keys, (ax.get_xlim()[0], ax.get_ylim()[1]), look, scale=scale)
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
        raise ChoiceError(
            f"a Venn diagram takes two or three statements with named signatories: {problem}; "
            "use upset or matrix for more"
        )
    return [s for s in corpus.statements["statement_id"] if s in chosen]


def _height(part: Corpus, look: Look) -> float:
    """Return how high the circles stand with their names, at the width that there is (points)."""
    _, circles = _diagram(Figure().add_subplot(), part, _made_of(part))
    across, along = _extent(circles, part)[1]
    tall = (look.width - 8) / across * along + sum(label_rooms(circles, part, look.width))
    most = HEIGHT_SLIDE if look.height else HEIGHT
    return float(min(most, 0.85 * look.width, tall + 8))


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
    with warnings.catch_warnings():
        # It warns where circles cannot show the lists: the foot says of whom.
        warnings.filterwarnings("ignore", category=UserWarning)
        diagram = {2: venn2, 3: venn3}[number](subsets=sizes, set_labels=[""] * number, ax=ax)
    places = zip(diagram.centers, diagram.radii, strict=True)
    return diagram, [(np.array([at.x, at.y]), float(radius)) for at, radius in places]


def _draw(ax: Axes, part: Corpus, room: tuple[float, float], look: Look) -> float:
    """Draw the circles, write into each region what the lists allow; return points per unit."""
    made_of, table = _made_of(part), regions(part).set_index("statements")
    diagram, found = _diagram(ax, part, made_of)
    scale = _zoom(ax, found, part, (look.width, *room))
    circles = _in_points(found, part, scale)
    taken = label_circles(ax, found, scale, part, look)
    stance = part.statements.set_index("statement_id")["stance"]
    colours = side_colours(part.sides, look)
    beside: list[tuple[Region, Text]] = []
    for key, made in made_of.items():
        patch, label = diagram.get_patch_by_id(key), diagram.get_label_by_id(key)
        colour = colours[_side({stance[s] for s in made})]
        alpha = 0.85 if len(made) > 1 else 0.5
        if patch is not None:
            patch.set(facecolor=colour, alpha=alpha, edgecolor=look.ground, linewidth=1)
        if label is not None:
            label.set_text("")
        if made not in table.index or not table["exclusive"][made]:
            continue
        row = table.loc[[made]].iloc[0]
        interval = Interval(int(row["exclusive_min"]), int(row["exclusive_max"]))
        text = Text(interval, int(row["exclusive"]), colour, alpha, look)
        wish = None if label is None else np.array(label.get_position()) * scale
        region = Region(circles, key, wish)
        if written := write_within(ax, region, text, scale):
            taken.append(written)
        elif len(circles.region(key)):
            beside.append((region, text))
    left, right, bottom, top = (*ax.get_xlim(), *ax.get_ylim())
    page = (left * scale, right * scale, bottom * scale, top * scale - room[1])
    for region, text in beside:
        taken.append(write_beside(ax, region, text, (page, taken), scale))
    return scale


def _in_points(found: list[tuple[Points, float]], part: Corpus, scale: float) -> Circles:
    """Return the circles with their rings, measured in points."""
    return Circles(
        np.array([at for at, _ in found]) * scale,
        np.array([radius for _, radius in found]) * scale,
        np.array(rings_of(found, part)) * scale,
    )


def _side(stances: set[str]) -> str:
    """Return the side that those who signed statements of these stances took."""
    taken = stances - {""}
    return "both" if len(taken) > 1 else next(iter(taken), "neither")


def _zoom(
    ax: Axes, circles: list[tuple[Points, float]], part: Corpus, room: tuple[float, float, float]
) -> float:
    """Fit the rings into the body, round; return how many points a unit has."""
    width, height, above = room
    middle, (across, along) = _extent(circles, part)
    lifted, sunk = label_rooms(circles, part, width)
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


def _unshown(part: Corpus) -> list[tuple[int, tuple[str, ...]]]:
    """Return the regions that circles of the right size have no place for: how many, of what."""
    made_of, table = _made_of(part), regions(part).set_index("statements")["exclusive"]
    circles = _in_points(_diagram(Figure().add_subplot(), part, made_of)[1], part, 1.0)
    return [
        (int(table[made]), made)
        for key, made in made_of.items()
        if table.get(made, 0) and not len(circles.region(key))
    ]
