"""Balance: for each regional group, the shares that signed on either side, both, neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.kit import (
    Key,
    canvas,
    clip_apart,
    draw_keys,
    keys_height,
    render,
    some_names,
    text_width,
)
from coalitions.findings import (
    NO_GROUP,
    Group,
    balance_words,
    group_counts,
    group_size,
    part_name,
)
from coalitions.looks import UNKNOWN_SIDE

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.looks import Look

#: Height of a bar, of the line above it and of the one below, and from one group to the next
#: (points).
BAR, NAME, REST, APART = 17.0, 14.0, 11.0, 11.0
#: Height of the line that says how many a group has, where its name leaves no room (points).
SECOND = 11.0
#: Widest name of a group beside its bar, in widths of the body.
BESIDE = 0.45


class _Head(NamedTuple):
    """The name of a group, and how many it has."""

    name: str
    size: str

    def is_long(self, look: Look) -> bool:
        """Say whether they take two lines."""
        wide = text_width(self.name, looks.TEXT, "bold") + 6 + text_width(self.size, looks.FOOT)
        return wide > look.width


class Bars(NamedTuple):
    """Where bars begin, and how wide a whole group is (points)."""

    left: float
    wide: float


def draw_balance(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw for each regional group how many signed on each side, on both or on none.

    Every bar is the whole of a group. Who is named on one side is counted there; who is named
    nowhere signed none where all lists are complete, and is unknown where one is partial.
    Statements without a stance are no part of it.

    Parameters
    ----------
    corpus : Corpus
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
        Nobody is named, no signatory has a group, or no statement a stance.

    Examples
    --------
    >>> from coalitions import load, select
    >>> ax = draw_balance(select(load("un-china"), event="hrc41-2019"))
    >>> ax.get_title(loc="left").replace("\n", " ").partition(";")[0]
    'Of 54 states of the African group, 22 signed in support of China on Xinjiang'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    return render(partial(_drawn, corpus, group_counts(corpus)), **how)


def _drawn(corpus: Corpus, groups: list[Group], page: Page) -> Axes:
    look, keys = page.look, _keys(groups, page.look)
    bars = _bars(corpus, groups, look)
    above = keys_height(keys, look) + 4
    names = _names(groups, look)
    heads = [_Head(names[group.name or NO_GROUP], group_size(corpus, group)) for group in groups]
    tops = [0.0 if bars.left else NAME + SECOND * head.is_long(look) for head in heads]
    heights = [
        top + BAR + (REST if _rest(group, bars) else 0)
        for group, top in zip(groups, tops, strict=True)
    ]
    height = above + sum(heights) + APART * (len(groups) - 1)
    said = balance_words(corpus, groups)
    ax = canvas(page, said, height=height, limits=(0, look.width, 0, height))
    draw_keys(ax, keys, (0, height), look)
    top = height - above
    for group, head, name, tall in zip(groups, heads, tops, heights, strict=True):
        _draw_name(ax, head, top, look, beside=bool(bars.left))
        _draw_bar(ax, group, top - name - BAR, bars, look)
        top -= tall + APART
    return ax


def _names(groups: list[Group], look: Look) -> dict[str, str]:
    """Return the names of groups, cut to the width of the figure."""
    names = [group.name or NO_GROUP for group in groups]
    return clip_apart(names, look.width, looks.TEXT, "bold")


def _keys(groups: list[Group], look: Look) -> list[Key]:
    """Return the key to the parts, with how many are in each over all groups."""
    colours = _colours(groups, look)
    totals = {stand: sum(group.counts[stand] for group in groups) for stand in groups[0].counts}
    return [
        Key("" if stand == UNKNOWN_SIDE else colours[stand], f"{part_name(stand)} {total}")
        for stand, total in totals.items()
        if total
    ]


def _colours(groups: list[Group], look: Look) -> dict[str, str]:
    """Return the colours of the parts of the bars."""
    return looks.side_colours(list(groups[0].on), look)


def _bars(corpus: Corpus, groups: list[Group], look: Look) -> Bars:
    """Return where bars stand: below their names; on a slide beside them, if those are short."""
    widths = [
        text_width(group.name or NO_GROUP, looks.TEXT, "bold")
        + text_width(group_size(corpus, group), looks.FOOT)
        for group in groups
    ]
    left = max(widths) + 18
    if not look.height or left > BESIDE * look.width:
        left = 0.0
    return Bars(left, look.width - left)


def _inside(group: Group, stand: str, bars: Bars) -> bool:
    """Say whether a count fits into its part of the bar."""
    wide = bars.wide * group.counts[stand] / group.size
    return text_width(str(group.counts[stand]), looks.FOOT, "bold") + 3 <= wide


def _rest(group: Group, bars: Bars) -> str:
    """Return the counts that stand below a bar, as its parts are too narrow for them."""
    narrow = [s for s, number in group.counts.items() if number and not _inside(group, s, bars)]
    return ", ".join(f"{group.counts[s]} {part_name(s)}" for s in narrow)


def _draw_name(ax: Axes, said: _Head, top: float, look: Look, *, beside: bool) -> None:
    """Write the name of a group and how many it has, above its bar or beside it."""
    y = top - (BAR + looks.TEXT * 0.7) / 2 if beside else top - looks.TEXT
    ax.text(0, y, said.name, fontsize=looks.TEXT, fontweight="bold")
    below = said.is_long(look) and not beside
    x = 0 if below else text_width(said.name, looks.TEXT, "bold") + 6
    ax.text(x, y - SECOND * below, said.size, fontsize=looks.FOOT, color=look.grey)


def _draw_bar(ax: Axes, group: Group, low: float, bars: Bars, look: Look) -> None:
    """Draw the bar of a group, and below it what does not fit into it."""
    x, colours = bars.left, _colours([group], look)
    for stand in group.counts:
        wide = bars.wide * group.counts[stand] / group.size
        if wide:
            number = str(group.counts[stand]) if _inside(group, stand, bars) else ""
            colour = "" if stand == UNKNOWN_SIDE else colours[stand]
            part = _draw_part(ax, (x, low, wide), colour, number, look)
            part.set_gid(f"{group.name or NO_GROUP}: {part_name(stand)}, {group.counts[stand]}")
            if x > bars.left:
                line = ax.plot([x, x], [low, low + BAR], color=look.ground, linewidth=1)
                line[0].set_solid_capstyle("butt")
        x += wide
    if rest := _rest(group, bars):
        ax.text(bars.left, low - looks.FOOT - 2, rest, fontsize=looks.FOOT, color=look.grey)


def _draw_part(
    ax: Axes, at: tuple[float, float, float], colour: str, number: str, look: Look
) -> Rectangle:
    """Draw one part of a bar: in the colour of its side, hatched where it has none."""
    x, y, wide = at
    unknown = not colour
    colour = colour or look.unknown
    part = Rectangle((x, y), wide, BAR, facecolor=colour, linewidth=0)
    if unknown:
        part.set(hatch="//////", edgecolor=look.hatch)
    ax.add_artist(part)
    text = ax.text(x + wide / 2, y + BAR / 2, number, fontsize=looks.FOOT)
    text.set(ha="center", va="center_baseline", fontweight="bold")
    text.set(color=look.ink if unknown else look.text_on(colour))
    if unknown:
        text.set_bbox({"facecolor": look.unknown, "linewidth": 0, "pad": 1.5})
    return part
