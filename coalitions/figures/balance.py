"""Balance: for each regional group, the shares that signed on either side, both, neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import amount, choose, nouns, tally
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
from coalitions.findings import Words, words
from coalitions.looks import GROUP_COLOURS, look
from coalitions.tables import STANDS, sides_taken

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page

#: What each part of a bar is called.
PARTS = {
    "support": "supporting",
    "both": "on both sides",
    "critical": "critical",
    "neither": "signed none",
    "unknown": "not named, lists known in part",
}
#: What those without a group are called, and those who stand apart from states.
NO_GROUP, OTHERS = "Counted in no group", "Not members or observers of the UN"
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
    counts: dict[str, int]

    @property
    def size(self) -> int:
        """How many are in the group."""
        return sum(self.counts.values())

    def share(self, side: str) -> float:
        """Return the share that signed on a side, alone or with the other."""
        return (self.counts[side] + self.counts["both"]) / self.size


def draw_balance(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw for each regional group how many signed in support, in criticism, both or neither.

    Every bar is the whole of a group. Who is named on one side is counted there; who is named
    nowhere signed neither where all lists are complete, and is unknown where one is partial.
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
    if not corpus.statements["stance"].isin(["support", "critical"]).any():
        raise CoalitionsError("no statement has a stance: there are no sides to balance")
    return render(partial(_drawn, corpus), **how)


def group_counts(corpus: Corpus) -> list[Group]:
    """Return how many of each group took which side; who has no group comes last.

    Groups are sorted by the share that signed in support, the largest first. Who is no state is in
    no group of states, whatever the tables say, and stands below them.
    """
    taken = sides_taken(corpus)
    group = corpus.signatories.set_index("signatory")["group"]
    group = group.mask(group.index.isin(corpus.apart), OTHERS)
    found = [
        Group(name, {stand: int((rows == stand).sum()) for stand in STANDS})
        for name, rows in taken.groupby(group)
    ]
    return sorted(found, key=_place)


def _place(group: Group) -> tuple[bool, bool, float, float, str]:
    """Return by what groups are sorted."""
    last = group.name == OTHERS
    return last, not group.name, -group.share("support"), group.share("critical"), group.name


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
    totals = {stand: sum(group.counts[stand] for group in groups) for stand in STANDS}
    return [
        Key("" if stand == "unknown" else look().sides[stand], f"{PARTS[stand]} {total}")
        for stand, total in totals.items()
        if total
    ]


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
    narrow = [s for s in STANDS if group.counts[s] and not _inside(group, s, bars)]
    return ", ".join(f"{group.counts[s]} {PARTS[s]}" for s in narrow)


def _draw_name(ax: Axes, said: tuple[str, str], top: float, *, beside: bool) -> None:
    """Write the name of a group and how many it has, above its bar or beside it."""
    name, size = said
    y = top - (BAR + looks.TEXT * 0.7) / 2 if beside else top - looks.TEXT
    ax.text(0, y, name, fontsize=looks.TEXT, fontweight="bold")
    x = text_width(name, looks.TEXT, "bold") + 6
    ax.text(x, y, size, fontsize=looks.FOOT, color=look().grey)


def _draw_bar(ax: Axes, group: Group, low: float, bars: Bars) -> None:
    """Draw the bar of a group, and below it what does not fit into it."""
    x = bars.left
    for stand in STANDS:
        wide = bars.wide * group.counts[stand] / group.size
        if wide:
            number = str(group.counts[stand]) if _inside(group, stand, bars) else ""
            part = _draw_part(ax, (x, low, wide), stand, number)
            part.set_gid(f"{group.name or NO_GROUP}: {PARTS[stand]}, {group.counts[stand]}")
            if x > bars.left:
                line = ax.plot([x, x], [low, low + BAR], color=look().ground, linewidth=1)
                line[0].set_solid_capstyle("butt")
        x += wide
    if rest := _rest(group, bars):
        ax.text(bars.left, low - looks.FOOT - 2, rest, fontsize=looks.FOOT, color=look().grey)


def _draw_part(ax: Axes, at: tuple[float, float, float], stand: str, number: str) -> Rectangle:
    """Draw one part of a bar: in the colour of its side, hatched where it is not known."""
    x, y, wide = at
    unknown = stand == "unknown"
    colour = look().unknown if unknown else look().sides[stand]
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
    for side, how in _sides(corpus).items():
        best = max(grouped, key=lambda group: group.share(side))
        number = best.counts[side] + best.counts["both"]
        if number:
            least = "at least " if _open(corpus, side) and number < best.size else ""
            signed = f"{least}{number}{'' if parts else ' signed'} {how}"
            of = f"of {_size(corpus, best)} of the {best.name} group"
            parts.setdefault(of, []).append(signed)
    found = [f"{of}, {' and '.join(signed)}" for of, signed in parts.items()]
    sides = [*_sides(corpus).values()]
    where = sides[0] if len(sides) == 1 else "on either side"
    title = "; ".join(found) or f"Nobody of a group is named {where}"
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


def _sides(corpus: Corpus) -> dict[str, str]:
    """Return the sides of which there is a statement, with what is said of who signed it."""
    words = {"support": "in support", "critical": "in criticism"}
    return {side: how for side, how in words.items() if (corpus.statements["stance"] == side).any()}


def _open(corpus: Corpus, side: str) -> bool:
    """Say whether a list of a side is partial, so that more may have signed on it."""
    rows = (corpus.statements["stance"] == side).to_numpy()
    return bool(corpus.partial.to_numpy()[rows].any())


def _spelt(group: Group) -> str:
    return ", ".join(f"{n} {PARTS[stand]}" for stand, n in group.counts.items() if n)


def _notes(corpus: Corpus) -> tuple[str, ...]:
    """Return what the bars cannot show."""
    notes = []
    if corpus.partial.any() and len(_sides(corpus)) > 1:
        notes.append(
            "Who is named on one side is counted there; a partial list may hold the name, too."
        )
    others = corpus.possible - len(corpus.signatories)
    if others > 0:
        notes.append(f"{others:,} more could have signed; no table says who they are.")
    silent = int((~corpus.statements["stance"].isin(["support", "critical"])).sum())
    if silent:
        notes.append(f"Without a stance, not counted: {silent} of {len(corpus.named)} statements.")
    return tuple(notes)
