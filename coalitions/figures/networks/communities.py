"""Communities: who signs together more than with others, an area for each group."""

from __future__ import annotations

import warnings
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.collections import EllipseCollection, PatchCollection
from matplotlib.patches import FancyBboxPatch, Rectangle, Wedge

from coalitions import looks
from coalitions.corpus import members, refuse_no_corpus, short_names
from coalitions.errors import CoalitionsWarning
from coalitions.figures.kit import (
    body_most,
    canvas,
    nothing_drawn,
    render,
    some_names,
    text_width,
)
from coalitions.figures.networks.areas import (
    APART,
    HEAD,
    PAD,
    TO_NAME,
    Community,
    MemberColumns,
    height,
    that_fit,
)
from coalitions.findings import (
    communities_told,
    labels_drawn,
    share_a_grey,
    share_within,
    told_words,
)
from coalitions.graphs import draws_needed, find_communities

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from matplotlib.axes import Axes
    from matplotlib.text import Text

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Words
    from coalitions.looks import Look

#: How many tables are drawn, and more where alpha needs more.
DRAWS = 200
#: Side of the square with a group's number, and from it to the size (points).
BADGE, TO_SIZE = 12.0, 5.0
#: Height of the bar, its least width, from the size to it, and from its edge to words (points).
BAR, BAR_LEAST, TO_BAR, TO_WORDS = 9.0, 50.0, 14.0, 3.0
#: How dark an area is: share of its colour.
TINT = 0.08


class Pen(NamedTuple):
    """Where groups are drawn, and in which colours."""

    ax: Axes
    look: Look
    colours: dict[int, str]

    def of(self, number: int) -> str:
        """Return the colour of a group."""
        return self.colours.get(number, self.colours[0])

    def write(self, at: tuple[float, float], text: str, size: float, **how: Any) -> Text:
        """Write a line, centred on a height."""
        return self.ax.text(*at, text, fontsize=size, va="center_baseline", zorder=4, **how)


def draw_communities(corpus: Corpus, *, alpha: float = 0.05, **how: Unpack[Drawing]) -> Axes:
    r"""Draw which groups sign together, if they do so more than chance would make them.

    Groups are those of ``find_communities``: an area each, with all members by name. A circle is
    filled as far as what its signatory shares with others is shared within the group; the bar
    shows it for the whole group, and with which other group the rest is shared. Lists that are
    known in part count with the names that are known. Where the groups are no closer than those of
    tables drawn at random, the figure says so with the numbers, and draws nothing.

    Parameters
    ----------
    corpus : Corpus
    alpha : float
        Largest p-value of groups that are shown (between 0 and 1).
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
        As of ``find_communities``; or no list names anybody.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_communities(load("unga75")).get_title(loc="left").replace("\n", " ")
    '2 groups of states, of 51 and 39, are named together more than chance explains'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    draws = max(DRAWS, draws_needed(alpha))
    with warnings.catch_warnings():
        # What it warns of, the figure says.
        warnings.simplefilter("ignore", CoalitionsWarning)
        found = find_communities(corpus, alpha=alpha, draws=draws)
    if found.empty:
        said = told_words(corpus, communities_told(corpus, found))
        return render(partial(nothing_drawn, said), **how)
    return render(partial(_drawn, corpus, found), **how)


def _drawn(corpus: Corpus, found: pd.DataFrame, page: Page) -> Axes:
    look = page.look
    groups, colours = _groups(corpus, found), looks.community_colours(found["community"], look)
    grey = next((group.number for group in groups if group.number not in colours), 0)

    def said(drawn: list[Community], labels: int) -> Words:
        told = communities_told(corpus, found, len(drawn))
        notes = labels_drawn(labels, sum(len(group.who) for group in drawn))
        return told_words(corpus, told, (*notes, *share_a_grey(grey)))

    most = body_most(page, said(groups, 0))
    groups, setting = that_fit(groups, look.width, most)
    top = height(groups, setting)
    labels = sum(len(group.who) for group in groups) if setting.size else 0
    ax = canvas(page, said(groups, labels), height=top, limits=(0, look.width, 0, top))
    pen = Pen(ax, look, colours)
    for group in groups:
        tall = setting.height(group)
        _draw_ground(pen, group, (top - tall, tall))
        _draw_heading(pen, group, f"{len(group.who):,} {members(corpus, len(group.who))}", top)
        _draw_members(pen, group, setting, top - PAD - HEAD)
        top -= tall + APART
    return ax


def _groups(corpus: Corpus, found: pd.DataFrame) -> list[Community]:
    """Return the groups of two or more, the largest first."""
    short = short_names(corpus)
    found = found.assign(short=found["signatory"].map(short))
    shares = _shares(corpus, found)
    return [
        Community(
            int(str(number)), who.sort_values("short", kind="stable"), shares[int(str(number))]
        )
        for number, who in found.groupby("community")
        if len(who) > 1
    ]


def _shares(corpus: Corpus, found: pd.DataFrame) -> dict[int, dict[int, float]]:
    """Return for each group which share of what its members share they share with which group."""
    signed = corpus.records.filled()[corpus.records.rows.get_indexer(pd.Index(found["signatory"]))]
    numbers = found["community"].to_numpy()
    there = [int(number) for number in np.unique(numbers)]
    # How many of each group are on each list; two of them share it.
    on = np.array([signed[numbers == number].sum(axis=0, dtype=np.int64) for number in there])
    shared = on @ on.T - np.diag(on.sum(axis=1))
    return {
        number: {
            other: int(some) / int(row.sum())
            for other, some in zip(there, row, strict=True)
            if some
        }
        for number, row in zip(there, shared, strict=True)
    }


def _draw_ground(pen: Pen, group: Community, at: tuple[float, float]) -> None:
    """Draw the ground of a group, within an outline."""
    (low, tall), half = at, 0.5
    corner, colour = (half, low + half), pen.of(group.number)
    round_ = "round,pad=0,rounding_size=5"
    box = FancyBboxPatch(corner, pen.look.width - 1, tall - 1, boxstyle=round_, zorder=0.5)
    box.set(facecolor=pen.look.laid(colour, TINT), edgecolor=colour, linewidth=0.9)
    pen.ax.add_artist(box)


def _draw_heading(pen: Pen, group: Community, size: str, top: float) -> None:
    """Write number and size of a group, and draw with whom its members share what they share."""
    middle, colour, number = top - PAD - BADGE / 2, pen.of(group.number), f"{group.number:,}"
    wide = max(BADGE, text_width(number, looks.TEXT, "bold") + TO_SIZE)
    corner = (PAD, middle - BADGE / 2)
    badge = FancyBboxPatch(corner, wide, BADGE, boxstyle="round,pad=0,rounding_size=3", zorder=2)
    badge.set(facecolor=colour, linewidth=0)
    pen.ax.add_artist(badge)
    bold: dict[str, Any] = {"fontweight": "bold"}
    on = pen.look.text_on(colour)
    pen.write((PAD + wide / 2, middle), number, looks.TEXT, ha="center", color=on, **bold)
    left = PAD + wide + TO_SIZE
    pen.write((left, middle), size, looks.TEXT, **bold)
    left += text_width(size, looks.TEXT, "bold") + TO_BAR
    left = max(left, pen.look.width / 3)
    if pen.look.width - PAD - left >= BAR_LEAST:
        _draw_bar(pen, group, left, middle)


def _draw_bar(pen: Pen, group: Community, left: float, middle: float) -> None:
    """Draw which share is within the group, then which is with others, the largest first."""
    room = pen.look.width - PAD - left
    others = [number for number in group.shares if number != group.number]
    others.sort(key=lambda number: (-group.shares[number], number))
    for number in (group.number, *others):
        share, colour = group.shares.get(number, 0.0), pen.of(number)
        part = Rectangle((left, middle - BAR / 2), room * share, BAR, zorder=2)
        part.set(facecolor=colour, edgecolor=pen.look.ground, linewidth=0.6)
        pen.ax.add_artist(part)
        most = room * share - 2 * TO_WORDS
        tries = share_within(share, 0 if number == group.number else number)
        if text := _first_that_fits(tries, most):
            on = pen.look.text_on(colour)
            pen.write((left + TO_WORDS, middle), text, looks.SMALL, color=on)
        left += room * share


def _first_that_fits(texts: Sequence[str], most: float) -> str:
    """Return the first of some texts that is no wider than the room for it; "" of none."""
    return next((text for text in texts if text_width(text, looks.SMALL) <= most), "")


def _draw_members(pen: Pen, group: Community, setting: MemberColumns, top: float) -> None:
    """Draw a circle for each member, filled as far as what it shares is within, and its name."""
    (rows, wide), mark, colour = setting.columns(group), setting.mark, pen.of(group.number)
    lefts = list(accumulate(wide, initial=PAD))
    places = [
        (lefts[n // rows] + mark / 2, top - (n % rows + 0.5) * setting.line)
        for n in range(len(group.who))
    ]
    size = [mark] * len(places)
    rings = EllipseCollection(
        size, size, [0.0] * len(size), units="xy", offsets=places, zorder=3, linewidths=0.7,
        offset_transform=pen.ax.transData, facecolors=pen.look.ground, edgecolors=colour,
    )  # fmt: skip
    pen.ax.add_collection(rings)
    shares = zip(places, group.who["within"].fillna(0), strict=True)
    parts = [Wedge(at, mark / 2, 90 - 360 * share, 90) for at, share in shares]
    pen.ax.add_collection(PatchCollection(parts, facecolors=colour, linewidths=0, zorder=3.1))
    if setting.size:
        for (x, y), name in zip(places, group.who["short"], strict=True):
            at = (x + mark / 2 + TO_NAME, y)
            pen.write(at, setting.names[str(name)], setting.size)
