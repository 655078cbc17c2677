"""Sides of any name: in which order they stand, what each is called, and its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.looks.theme import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

    from coalitions.looks.theme import Theme

    #: Pairs of sides that are opposed to each other.
    Opposed = Sequence[tuple[str, str]]

#: Sides that are opposed without anybody's saying so.
KNOWN_PAIRS = (("support", "critical"), ("yes", "no"))
#: As many sides as colours can tell apart.
MOST_SIDES = 6
#: What is said of a signatory on more than one side: where two opposed ones are all there are, and
#: elsewhere; of one on none, and of one of whom it is not known.
BOTH, SEVERAL, NEITHER, UNKNOWN_SIDE = "both", "several", "neither", "unknown"
#: Between the sides of a graph, in the attribute that holds them.
BETWEEN_SIDES = ";"
_NAMES = SIDE_NAMES | {SEVERAL: "several sides"}


def is_known_pair(one: str, other: str) -> bool:
    """Say whether two sides are opposed by what they are called, in whatever letters.

    Examples
    --------
    >>> is_known_pair("No", "Yes"), is_known_pair("yes", "critical")
    (True, False)
    """
    return {one.casefold(), other.casefold()} in [set(pair) for pair in KNOWN_PAIRS]


def sides_in_order(found: Iterable[str], opposed: Opposed = ()) -> tuple[str, ...]:
    """Return sides in the order of their colours: first those that are opposed, pair by pair.

    Of a known pair of which one side is found, the other keeps its place, so that a colour means
    the same whichever statements are looked at.

    Parameters
    ----------
    found : iterable of str
        Sides, in the order in which they are met.
    opposed : sequence of pairs of str, optional
        Which are opposed, beside the known pairs.

    Examples
    --------
    >>> sides_in_order(["abstain", "no", "yes"]), sides_in_order(["critical"])
    (('yes', 'no', 'abstain'), ('support', 'critical'))
    >>> sides_in_order(["west", "east", "south"], [("east", "south")])
    ('east', 'south', 'west')
    """
    met = list(dict.fromkeys(found))
    by_letters = {side.casefold(): side for side in reversed(met)}
    pairs = [
        (by_letters.get(one, one), by_letters.get(other, other))
        for one, other in KNOWN_PAIRS
        if one in by_letters or other in by_letters
    ]
    paired = [side for pair in [*pairs, *opposed] for side in pair]
    there = [side for side in dict.fromkeys(paired) if side in met]
    order = list(dict.fromkeys([*there, *met]))
    for n, pair in enumerate(pairs):
        place = 2 * n
        absent = [side for side in pair if side not in met]
        if absent and len(order) < MOST_SIDES:
            order.insert(place + pair.index(absent[0]), absent[0])
        elif absent == [pair[0]]:  # there is no room to spare: the next side takes its place
            order.insert(place, order.pop(min(place + 1, len(order) - 1)))
    return tuple(order)


def side_colours(sides: Sequence[str], theme: Theme) -> dict[str, str]:
    """Return the colour of each side, of those on more than one, and of those on none.

    Parameters
    ----------
    sides : sequence of str
        In their order; the first two have the colours of the first two sides that there ever were.
    theme : Theme

    Returns
    -------
    dict of str
        In the order of a key; a colour that the theme has for a side by its name comes first.

    Examples
    --------
    >>> from coalitions.looks.theme import LIGHT
    >>> found = side_colours(["yes", "no", "abstain"], LIGHT)
    >>> found["yes"] == LIGHT.sides["support"], list(found)
    (True, ['yes', 'no', 'abstain', 'both', 'several', 'neither'])
    """
    given = theme.sides
    slots = (given["support"], given["critical"], *theme.further)
    own = {side: given.get(side, slot) for side, slot in zip(sides, slots, strict=False)}
    return own | {BOTH: given[BOTH], SEVERAL: given[BOTH], NEITHER: given[NEITHER]}


def side_name(side: str) -> str:
    """Return what a side is called where a reader sees it: its own name, where we have no better.

    Examples
    --------
    >>> side_name("support"), side_name("abstain"), side_name("several")
    ('supporting', 'abstain', 'several sides')
    """
    return _NAMES.get(side, side)


def side_names(sides: Sequence[str], more: str = BOTH) -> dict[str, str]:
    """Return what each side is called, then those on more than one, then those on none.

    Parameters
    ----------
    sides : sequence of str
    more : {"both", "several"}
        How those on more than one side are called.

    Examples
    --------
    >>> side_names(["support", "critical"]) == SIDE_NAMES
    True
    """
    return {side: side_name(side) for side in (*sides, more, NEITHER)}


def side_tokens(sides: Sequence[str]) -> dict[str, str]:
    """Return for each side a word that a style sheet can hold, whatever the side is called.

    Examples
    --------
    >>> side_tokens(["support", "non aligned"])
    {'support': 'support', 'non aligned': 'side-2'}
    """
    ours = KNOWN_PAIRS[0]
    return {side: side if side in ours else f"side-{n}" for n, side in enumerate(sides, 1)}


def sides_of(graph: nx.Graph[str]) -> tuple[str, ...]:
    """Return the sides of a graph in order, as it says, or as its nodes have them.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_node("UKR", side="no")
    >>> sides_of(graph)
    ('yes', 'no')
    """
    if said := graph.graph.get("sides", ""):
        return tuple(str(said).split(BETWEEN_SIDES))
    found = (str(data.get("side", "")) for _, data in graph.nodes(data=True))
    return sides_in_order(side for side in found if side not in ("", BOTH, SEVERAL, NEITHER))
