"""Keys to colours, above what is drawn, in as many lines as they need."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import Circle, Rectangle

from coalitions import looks
from coalitions.corpus import Corpus
from coalitions.figures.kit.lettering import clip_apart, text_width
from coalitions.graphs import named_sides
from coalitions.looks import Look, is_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx
    from matplotlib.axes import Axes

#: Widest name of a group in a key (points).
GROUP_MOST = 150.0
#: What hatched means, wherever it is drawn.
UNKNOWN_TEXT = "declared, not named"
#: From one line of keys to the next; between two keys, and below them all (points).
LINE, APART, BELOW = 12.0, 14.0, 8.0


class Key(NamedTuple):
    """A colour and what it means; hatched where the colour is empty."""

    colour: str
    text: str

    @property
    def width(self) -> float:
        """How wide it prints (points)."""
        return 10 + (0 if self.colour else 3) + text_width(self.text, looks.FOOT)


def side_keys(
    what: Corpus | nx.Graph[str], look: Look, *, unknown: str = UNKNOWN_TEXT
) -> list[Key]:
    """Return the key to the sides of a corpus or a graph, with how many signatories took each.

    ``unknown`` says what is hatched, if a list is known in part. Where nobody recorded a stance,
    there is one colour, which tells nothing and has no key.
    """
    found = _sides_of_corpus(what) if isinstance(what, Corpus) else _sides_of_graph(what)
    present = {*found.taken, *found.statements}
    keys = [
        Key(colour, f"{looks.side_name(side)} {found.taken[side]:,}")
        for side, colour in looks.side_colours(found.sides, look).items()
        if side in present and present != {looks.NEITHER}
    ]
    partial = found.partial
    if found.unknown:
        unknown = f"{unknown}, or list not known" if partial else "list not known"
        partial = True
    return [*keys, Key("", unknown)] if partial and unknown else keys


class _Sides(NamedTuple):
    """How many signatories took each side, that of each statement, and what is known of lists."""

    sides: Sequence[str]
    taken: Counter[str]
    statements: list[str]
    partial: bool
    unknown: bool


def _sides_of_corpus(corpus: Corpus) -> _Sides:
    """Return the sides of those named, as `two_mode_graph` has them, without building it."""
    side = named_sides(corpus)
    return _Sides(
        corpus.sides,
        Counter(side[key] or looks.NEITHER for key in corpus.records.rows),
        [side or looks.NEITHER for side in corpus.statements["stance"]],
        bool((corpus.unnamed > 0).any()),
        bool(corpus.unknown.any()),
    )


def _sides_of_graph(graph: nx.Graph[str]) -> _Sides:
    nodes = [data for _, data in graph.nodes(data=True)]
    signatories = (data for data in nodes if data["kind"] == "signatory")
    return _Sides(
        looks.sides_of(graph),
        Counter(data.get("side", looks.NEITHER) for data in signatories),
        [data.get("side", looks.NEITHER) for data in nodes],
        any(0 <= data.get("named", 0) < data.get("declared", -1) for data in nodes),
        any(map(is_unknown, nodes)),
    )


#: Names of groups that are too long for a key in one line.
SHORT_GROUPS = {
    "Latin American and Caribbean": "Latin American",
    "Western European and others": "Western and others",
}


def group_keys(groups: Iterable[str], look: Look) -> list[Key]:
    """Return the key to groups, the group of each signatory given, with how many are in each.

    Groups beyond those that colours can tell apart have one key together with who has none. Where
    nobody has a group, there is one colour, which tells nothing and has no key.
    """
    counts = Counter(groups)
    if not any(counts):
        return []
    colours = looks.group_colours(counts.elements(), look)
    names = {group: SHORT_GROUPS.get(group, group) for group in colours if group}
    short = clip_apart(names.values(), GROUP_MOST, looks.FOOT)
    own = [
        Key(colours[group], f"{short[name]} {counts[group]:,}".strip())
        for group, name in names.items()
    ]
    rest = sum(number for group, number in counts.items() if group not in colours)
    if not rest:
        return [*own, Key(colours[""], f"no group {counts['']:,}")] if counts[""] else own
    text = "other groups or none" if counts[""] else "other groups"
    text = f"{text} {rest + counts['']:,}"
    return [*own, Key(colours[""], text)]


def statement_colours(corpus: Corpus, look: Look) -> list[str]:
    """Return the colour of the side that each statement takes."""
    colours = looks.side_colours(corpus.sides, look)
    return [colours[side or looks.NEITHER] for side in corpus.statements["stance"]]


def keys_height(keys: list[Key], look: Look) -> float:
    """Return how much room keys take, with the space below them (points)."""
    return len(_rows(keys, look.width)) * LINE + BELOW


def keys_width(keys: list[Key]) -> float:
    """Return how much room keys take one below the other, with the space beside (points)."""
    return max(key.width for key in keys) + APART


def _rows(keys: list[Key], room: float) -> list[list[Key]]:
    """Break keys into lines no wider than the room for them."""
    rows: list[list[Key]] = [[]]
    used = 0.0
    for key in keys:
        if rows[-1] and used + key.width > room:
            rows.append([])
            used = 0.0
        rows[-1].append(key)
        used += key.width + APART
    return rows


def draw_keys(
    ax: Axes,
    keys: list[Key],
    corner: tuple[float, float],
    look: Look,
    *,
    scale: float = 1.0,
) -> None:
    """Draw dots with their meaning, and hatched boxes for what is unknown.

    ``corner`` is the top left, ``scale`` is points per unit.
    """
    for n, row in enumerate(_rows(keys, look.width)):
        x, y = corner[0], corner[1] - (6 + n * LINE) / scale
        for key in row:
            _draw_key(ax, key, (x, y), scale, look)
            x += (key.width + APART) / scale


def draw_step(ax: Axes, foot: tuple[float, float], head: tuple[float, float], colour: str) -> None:
    """Draw the line from a column up and then aside to its name."""
    ax.vlines(foot[0], foot[1], head[1], colors=colour, linewidth=0.8)
    ax.hlines(head[1], foot[0], head[0], colors=colour, linewidth=0.8)


def _draw_key(ax: Axes, key: Key, at: tuple[float, float], scale: float, look: Look) -> None:
    x, y = at
    if key.colour:
        dot = (x + 4 / scale, y)
        ax.add_artist(Circle(dot, 3.5 / scale, facecolor=key.colour, linewidth=0, zorder=5))
        text = x + 10 / scale
    else:
        box = Rectangle((x, y - 3.5 / scale), 10 / scale, 7 / scale, linewidth=0, zorder=5)
        box.set(hatch="//////", facecolor=look.unknown, edgecolor=look.hatch)
        ax.add_artist(box)
        text = x + 13 / scale
    ax.text(text, y, key.text, fontsize=looks.FOOT, va="center_baseline", zorder=5)
