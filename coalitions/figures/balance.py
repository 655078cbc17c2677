"""Balance: for each regional group, the shares that signed on either side, both, neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import amount, choose, more_than_one, nouns, sides_here, tally
from coalitions.errors import CoalitionsError
from coalitions.figures.kit import (
    Key,
    canvas,
    clip_to_rooms,
    draw_keys,
    keys_height,
    render,
    some_names,
    text_width,
)
from coalitions.findings import Words, side_taken, words
from coalitions.looks import BOTH, GROUP_COLOURS, UNKNOWN_SIDE, look
from coalitions.tables import SIGNED, side_presence, sides_taken, stands_of

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page

#: What each part of a bar is called.
PARTS = {
    "both": "on both sides",
    "several": "on several sides",
    "neither": "signed none",
    "unknown": "not named, lists known in part",
}
#: What those without a group are called, and those who stand apart from states.
NO_GROUP, OTHERS = "Counted in no group", "Not members or observers of the UN"
#: Sides of which the title speaks, at most: the bars have all of them.
SPOKEN_OF = 3
#: Height of a bar, of the line above it and of the one below, and from one group to the next
#: (points).
BAR, NAME, REST, APART = 17.0, 14.0, 11.0, 11.0
#: Widest name of a group beside its bar, in widths of the body.
BESIDE = 0.45


class Bars(NamedTuple):
    """Where bars begin, and how wide a whole group is (points)."""

    left: float
    wide: float


class Group(NamedTuple):
    """How many of a group took which side."""

    name: str
    #: Where one may stand, in order → how many stand there.
    counts: dict[str, int]
    #: Side → how many signed on it, alone or with another.
    on: dict[str, int]

    @property
    def size(self) -> int:
        """How many are in the group."""
        return sum(self.counts.values())

    def share(self, side: str) -> float:
        """Return the share that signed on a side, alone or with another."""
        return self.on[side] / self.size


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
        Where and how to draw, by name: ``ax``, ``annotate``, ``title``, ``size``, ``theme``,
        ``screen``; see ``coalitions.figures.Drawing``.

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
    'Of 54 states of the African group, 22 signed in support'
    """
    some_names(corpus)
    known = corpus.signatories[~corpus.signatories["signatory"].isin(corpus.apart)]
    if not (known["group"] != "").any():
        raise CoalitionsError("no signatory has a group: there is nothing to hold side by side")
    if not sides_here(corpus):
        raise CoalitionsError("no statement has a stance: there are no sides to balance")
    return render(partial(_drawn, corpus), **how)


def group_counts(corpus: Corpus) -> list[Group]:
    """Return how many of each group took which side; who has no group comes last.

    Groups are sorted by the share that signed on the first side, the largest first. Who is no
    state is in no group of states, whatever the tables say, and stands below them.
    """
    taken = sides_taken(corpus)
    group = corpus.signatories.set_index("signatory")["group"]
    group = group.mask(group.index.isin(corpus.apart), OTHERS)
    on = pd.DataFrame(side_presence(corpus), index=taken.index) == SIGNED
    found = [
        Group(
            name,
            {stand: int((rows == stand).sum()) for stand in stands_of(corpus)},
            {side: int(on.loc[rows.index, side].sum()) for side in corpus.sides},
        )
        for name, rows in taken.groupby(group)
    ]
    return sorted(found, key=_place)


def _place(group: Group) -> tuple[bool, bool, float, float, str]:
    """Return by what groups are sorted: the share on the first side, then that on the second."""
    last = group.name == OTHERS
    first, second = [*map(group.share, group.on), 0.0][:2]
    return last, not group.name, -first, second, group.name


def _drawn(corpus: Corpus, page: Page) -> Axes:
    groups = group_counts(corpus)
    keys = _keys(groups)
    bars = _bars(corpus, groups)
    above = keys_height(keys) + 4
    name = 0 if bars.left else NAME
    heights = [name + BAR + (REST if _rest(group, bars) else 0) for group in groups]
    height = above + sum(heights) + APART * (len(groups) - 1)
    said = _words(corpus, groups)
    ax = canvas(page, said, height=height, limits=(0, look().width, 0, height))
    draw_keys(ax, keys, (0, height))
    top = height - above
    names = _names(corpus, groups)
    for group, tall in zip(groups, heights, strict=True):
        head = names[group.name or NO_GROUP], _size(corpus, group)
        _draw_name(ax, head, top, beside=bool(bars.left))
        _draw_bar(ax, group, top - name - BAR, bars)
        top -= tall + APART
    return ax


def _names(corpus: Corpus, groups: list[Group]) -> dict[str, str]:
    """Return the names of groups, cut to the room beside how many each has."""
    rooms = {
        group.name or NO_GROUP: look().width - text_width(_size(corpus, group), looks.FOOT) - 8
        for group in groups
    }
    return clip_to_rooms(rooms, looks.TEXT, "bold")


def _keys(groups: list[Group]) -> list[Key]:
    """Return the key to the parts, with how many are in each over all groups."""
    colours = _colours(groups)
    totals = {stand: sum(group.counts[stand] for group in groups) for stand in groups[0].counts}
    return [
        Key("" if stand == UNKNOWN_SIDE else colours[stand], f"{_part(stand)} {total}")
        for stand, total in totals.items()
        if total
    ]


def _part(stand: str) -> str:
    """Return what a part of a bar is called."""
    return PARTS.get(stand) or looks.side_name(stand)


def _colours(groups: list[Group]) -> dict[str, str]:
    """Return the colours of the parts of the bars."""
    return looks.side_colours(list(groups[0].on))


def _bars(corpus: Corpus, groups: list[Group]) -> Bars:
    """Return where bars stand: below their names; on a slide beside them, if those are short."""
    widths = [
        text_width(group.name or NO_GROUP, looks.TEXT, "bold")
        + text_width(_size(corpus, group), looks.FOOT)
        for group in groups
    ]
    left = max(widths) + 18
    if not look().height or left > BESIDE * look().width:
        left = 0.0
    return Bars(left, look().width - left)


def _size(corpus: Corpus, group: Group) -> str:
    if group.name == OTHERS:
        return amount(corpus, tally(corpus, corpus.apart))
    return f"{group.size:,} {nouns(corpus)[group.size != 1]}"


def _inside(group: Group, stand: str, bars: Bars) -> bool:
    """Say whether a count fits into its part of the bar."""
    wide = bars.wide * group.counts[stand] / group.size
    return text_width(str(group.counts[stand]), looks.FOOT, "bold") + 3 <= wide


def _rest(group: Group, bars: Bars) -> str:
    """Return the counts that stand below a bar, as its parts are too narrow for them."""
    narrow = [s for s, number in group.counts.items() if number and not _inside(group, s, bars)]
    return ", ".join(f"{group.counts[s]} {_part(s)}" for s in narrow)


def _draw_name(ax: Axes, said: tuple[str, str], top: float, *, beside: bool) -> None:
    """Write the name of a group and how many it has, above its bar or beside it."""
    name, size = said
    y = top - (BAR + looks.TEXT * 0.7) / 2 if beside else top - looks.TEXT
    ax.text(0, y, name, fontsize=looks.TEXT, fontweight="bold")
    x = text_width(name, looks.TEXT, "bold") + 6
    ax.text(x, y, size, fontsize=looks.FOOT, color=look().grey)


def _draw_bar(ax: Axes, group: Group, low: float, bars: Bars) -> None:
    """Draw the bar of a group, and below it what does not fit into it."""
    x, colours = bars.left, _colours([group])
    for stand in group.counts:
        wide = bars.wide * group.counts[stand] / group.size
        if wide:
            number = str(group.counts[stand]) if _inside(group, stand, bars) else ""
            colour = "" if stand == UNKNOWN_SIDE else colours[stand]
            part = _draw_part(ax, (x, low, wide), colour, number)
            part.set_gid(f"{group.name or NO_GROUP}: {_part(stand)}, {group.counts[stand]}")
            if x > bars.left:
                line = ax.plot([x, x], [low, low + BAR], color=look().ground, linewidth=1)
                line[0].set_solid_capstyle("butt")
        x += wide
    if rest := _rest(group, bars):
        ax.text(bars.left, low - looks.FOOT - 2, rest, fontsize=looks.FOOT, color=look().grey)


def _draw_part(ax: Axes, at: tuple[float, float, float], colour: str, number: str) -> Rectangle:
    """Draw one part of a bar: in the colour of its side, hatched where it has none."""
    x, y, wide = at
    unknown = not colour
    colour = colour or look().unknown
    part = Rectangle((x, y), wide, BAR, facecolor=colour, linewidth=0)
    if unknown:
        part.set(hatch="//////", edgecolor=look().hatch)
    ax.add_artist(part)
    text = ax.text(x + wide / 2, y + BAR / 2, number, fontsize=looks.FOOT)
    text.set(ha="center", va="center_baseline", fontweight="bold")
    text.set(color=look().ink if unknown else looks.text_on(colour))
    if unknown:
        text.set_bbox({"facecolor": look().unknown, "linewidth": 0, "pad": 1.5})
    return part


def _words(corpus: Corpus, groups: list[Group]) -> Words:
    grouped = [group for group in groups if group.name not in ("", OTHERS)]
    parts: dict[str, list[str]] = {}
    sides = sides_here(corpus)
    for side in sides[:SPOKEN_OF]:
        best = max(grouped, key=lambda group: group.share(side))
        number, how = best.on[side], side_taken(side, again=bool(parts))
        if number:
            least = "at least " if _open(corpus, side) and number < best.size else ""
            signed = f"{least}{number}{'' if parts else ' signed'} {how}"
            of = f"of {_size(corpus, best)} of the {best.name} group"
            parts.setdefault(of, []).append(signed)
    found = [f"{of}, {' and '.join(signed)}" for of, signed in parts.items()]
    where, anywhere = "on either side", "on either side"
    if len(sides) == 1:
        where = anywhere = side_taken(sides[0])
    elif more_than_one(corpus) != BOTH:
        where, anywhere = "on each side", "on any side"
    title = "; ".join(found) or f"Nobody of a group is named {anywhere}"
    regional = "regional " if {group.name for group in grouped} <= set(GROUP_COLOURS) else ""
    what = f"Share of each {regional}group that signed {where}; every bar is a whole group"
    data = " ".join(f"{g.name or NO_GROUP}: {_spelt(g)}." for g in groups)
    sided = corpus.statements["statement_id"][corpus.statements["stance"] != ""]
    return words(
        corpus,
        title[:1].upper() + title[1:],
        what=what,
        notes=_notes(corpus),
        data=data,
        shown=choose(corpus, sided),
    )


def _open(corpus: Corpus, side: str) -> bool:
    """Say whether a list of a side is partial, so that more may have signed on it."""
    rows = (corpus.statements["stance"] == side).to_numpy()
    return bool(corpus.partial.to_numpy()[rows].any())


def _spelt(group: Group) -> str:
    return ", ".join(f"{n} {_part(stand)}" for stand, n in group.counts.items() if n)


def _notes(corpus: Corpus) -> tuple[str, ...]:
    """Return what the bars cannot show."""
    notes = []
    if corpus.partial.any() and len(sides_here(corpus)) > 1:
        notes.append(
            "Who is named on one side is counted there; a partial list may hold the name, too."
        )
    others = corpus.possible - len(corpus.signatories)
    if others > 0:
        notes.append(f"{others:,} more could have signed; no table says who they are.")
    silent = int((corpus.statements["stance"] == "").sum())
    if silent:
        notes.append(f"Without a stance, not counted: {silent} of {len(corpus.named)} statements.")
    return tuple(notes)
