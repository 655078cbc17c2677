"""Where each state stands over the chosen statements: what every map draws, decided once."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_hex

from coalitions import looks
from coalitions.errors import CoalitionsError
from coalitions.figures.kit import Key, draw_keys, keys_height, keys_width, some_names
from coalitions.findings import (
    NOT_NAMED,
    UNEQUAL_RANGES,
    map_data,
    map_finding,
    map_notes,
    number_named,
    regions_named,
    sides_named,
)
from coalitions.maps import state_tiles
from coalitions.tables import sides

if TYPE_CHECKING:
    from collections.abc import Collection

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.looks import Look

#: States that no list names: all lists complete; some partial; not one of those that could sign.
NOWHERE, UNKNOWN, OUTSIDE = "nowhere", "unknown", "outside"
#: Up to this many statements a state has a shade for each number of them; above, for a range.
SHADES = 5
#: Share of a slide's height that is left for a map: below its legend, or beside it.
SLIDE, BESIDE = 0.56, 0.66
#: Widest legend beside a map, in widths of the body.
KEYS_MOST = 0.34
_HATCHED = "//////"


class Kind(NamedTuple):
    """One colour of a map: what it means, and how many states have it."""

    text: str
    colour: str
    states: int


class Standing(NamedTuple):
    """Where the states of the map stand.

    Attributes
    ----------
    of : dict of str
        For each of the 195 states, the key of its kind.
    kinds : dict of Kind
        The kinds that occur, in the order of the legend.
    title, notes
        The finding, and what else must be said at the foot.
    """

    of: dict[str, str]
    kinds: dict[str, Kind]
    title: str
    notes: tuple[str, ...]

    def among(self, states: Collection[str]) -> Standing:
        """Return where some of the states stand, and how many of them have each colour."""
        of = {state: kind for state, kind in self.of.items() if state in states}
        counts = Counter(of.values())
        kinds = {
            key: kind._replace(states=counts[key])
            for key, kind in self.kinds.items()
            if counts[key]
        }
        return self._replace(of=of, kinds=kinds)

    def keys(self) -> list[Key]:
        """Return the legend, every kind with its count."""
        return [
            Key("" if key == UNKNOWN else kind.colour, f"{kind.text} {kind.states:,}")
            for key, kind in self.kinds.items()
        ]

    def data(self) -> str:
        """Return the legend as a sentence, for those who cannot see the map."""
        return map_data({kind.text: kind.states for kind in self.kinds.values()})

    def paint(self, state: str) -> Any:
        """Return how the area of a state is filled."""
        key = self.of[state]
        return {
            "facecolor": self.kinds[key].colour,
            "hatch": _HATCHED if key == UNKNOWN else None,
        }


def standing(corpus: Corpus, look: Look) -> Standing:
    """Return where each state stands over the statements of a corpus.

    By side, where a statement takes one and both sides or a single statement are chosen; by region
    of the overlap, for two statements of one stance; by the number of statements, for more: in at
    most five ranges, of equal steps unless one of them held most states. A state that no list names
    is *unknown* as soon as one list is partial.

    Raises
    ------
    CoalitionsError
        No list names anybody, or the signatories are no states.
    """
    some_names(corpus)
    if corpus.members != "states":
        raise CoalitionsError("there is no map: its signatories are not states")
    stances = list(corpus.statements["stance"])
    unequal = False
    if len(set(stances)) > 1 or len(stances) == 1:
        named, kinds = _by_side(corpus, look)
    elif len(stances) == 2:  # noqa: PLR2004 - a pair
        named, kinds = _by_region(corpus, look)
    else:
        named, kinds, unequal = _by_number(corpus, look)
    states = state_tiles().index
    some, could = bool(corpus.partial.any()), set(corpus.signatories["signatory"])
    rest = UNKNOWN if some else NOWHERE
    of = {s: named.get(s, rest if s in could else OUTSIDE) for s in states}
    kinds |= {
        UNKNOWN: (NOT_NAMED[UNKNOWN], look.unknown),
        NOWHERE: (NOT_NAMED[NOWHERE], look.sides["neither"]),
        OUTSIDE: (NOT_NAMED[OUTSIDE], look.stripe),
    }
    counts = {key: list(of.values()).count(key) for key in kinds}
    found = {k: Kind(text, colour, counts[k]) for k, (text, colour) in kinds.items() if counts[k]}
    notes = (*map_notes(corpus, set(named) - set(states)), *[UNEQUAL_RANGES] * unequal)
    return Standing(of, found, map_finding(corpus), notes)


class Ground(NamedTuple):
    """Where a map lies (points): its own width and height, and all that the axes show."""

    wide: float
    tall: float
    limits: tuple[float, float, float, float]
    #: Width of the legend's lines; with none, each key has its own.
    room: float

    def draw_legend(self, ax: Axes, keys: list[Key], look: Look) -> None:
        """Draw the legend above the map, or beside it."""
        draw_keys(ax, keys, (self.limits[0], self.limits[3]), replace(look, width=self.room))


def ground(keys: list[Key], aspect: float, look: Look, most: float = math.inf) -> Ground:
    """Return where a map lies: below its legend; on a slide beside it, if that is narrow enough.

    ``aspect`` is the map's height in widths, ``most`` how high map and legend may be (points).
    """
    body, slide = look.width, look.height
    room = keys_width(keys) if slide else body
    if room <= KEYS_MOST * body:
        wide = min(body - room, BESIDE * slide / aspect)
        return Ground(wide, wide * aspect, (wide - body, wide, 0, wide * aspect), 0)
    wide = min(body, (SLIDE * slide if slide else most - keys_height(keys, look)) / aspect)
    beside, tall = (body - wide) / 2, wide * aspect
    return Ground(wide, tall, (-beside, wide + beside, 0, tall + keys_height(keys, look)), body)


Coloured = dict[str, tuple[str, str]]


def _by_side(corpus: Corpus, look: Look) -> tuple[dict[str, str], Coloured]:
    """Return the side on which each state is named, and the colours of sides."""
    table, names = sides(corpus), sides_named(corpus)
    # A side may be called as one of the kinds beside sides is: "outside".
    keys = {side: f"side {side}" if side in (NOWHERE, OUTSIDE) else side for side in names}
    sided = ~table["side"].isin([looks.NEITHER, looks.UNKNOWN_SIDE])
    side = table["side"].where(sided, looks.NEITHER)[sided | (table["named"] > 0)]
    colours = {
        keys[side]: (names[side], colour)
        for side, colour in looks.side_colours(corpus.sides, look).items()
        if side in names
    }
    colours[looks.NEITHER] = (names[looks.NEITHER], look.bar)
    return dict(zip(table["signatory"][side.index], side.map(keys), strict=True)), colours


def _by_region(corpus: Corpus, look: Look) -> tuple[dict[str, str], Coloured]:
    """Return the region of the overlap of two statements in which each state is named."""
    first, second = (set(corpus.lists.members(key)) for key in corpus.lists.rows)
    named = dict.fromkeys(first, "first") | dict.fromkeys(second, "second")
    named |= dict.fromkeys(first & second, "both")
    texts = regions_named(corpus)
    return named, {key: (text, look.regions[key]) for key, text in texts.items()}


def _by_number(corpus: Corpus, look: Look) -> tuple[dict[str, str], Coloured, bool]:
    """Return under how many statements each state is named, and whether ranges are unequal."""
    table = sides(corpus)
    table = table[table["named"] > 0]
    counts = dict(zip(table["signatory"], table["named"].tolist(), strict=True))
    ordered = np.sort(table["named"].to_numpy(np.int64))
    edges, unequal = _ranges(ordered)
    lows = (
        ordered[np.searchsorted(ordered, edges[:-1], side="right")] if unequal else edges[:-1] + 1
    )
    shades = LinearSegmentedColormap.from_list("amounts", look.amounts[2:])
    kinds: Coloured = {}
    ranges = len(edges) - 1
    for n, (low, high) in enumerate(zip(lows, edges[1:], strict=True)):
        shade = shades(n / (ranges - 1) if ranges > 1 else 0.5)
        kinds[str(high)] = (number_named(low, high, len(corpus.named)), to_hex(shade))
    of = {s: str(edges[np.searchsorted(edges, c)]) for s, c in counts.items()}
    return of, kinds, unequal and ranges > 1


def _ranges(counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], bool]:
    """Return 0 and the last number of each range, and whether ranges are unequal.

    Ranges are equal steps; where one of those would hold most of ``counts`` (sorted), and a map
    have one colour, each holds about as many states, those of one number together.
    """
    most = int(counts[-1])
    steps = np.unique(np.linspace(0, most, min(SHADES, most) + 1).round().astype(np.int64))
    held = np.diff(np.searchsorted(counts, steps, side="right"))
    if most <= SHADES or held.max() <= len(counts) / 2:
        return steps, False
    last = np.ceil(np.arange(1, SHADES + 1) * len(counts) / SHADES).astype(int) - 1
    return np.unique([0, *counts[last]]), True
