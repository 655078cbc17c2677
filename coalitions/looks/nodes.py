"""Visual variables, decided once, for print, page and Gephi alike; the only colours there are."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
from matplotlib.colors import to_rgb

from coalitions.errors import ChoiceError
from coalitions.looks.dark import DARK_GROUND, dark_variant, grey_variant
from coalitions.looks.fitting import arrange
from coalitions.looks.labels import node_labels
from coalitions.looks.place import HEIGHT, WIDTH, Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

Theme = Literal["light", "dark", "grey"]

#: Side taken over the statements of a graph. Lightness falls in steps, so that it holds in grey.
SIDE_COLOURS = {
    "support": "#27A2BE",
    "critical": "#88633B",
    "both": "#7A0B70",
    "neither": "#CCD2D9",
}

#: Regional groups of the United Nations; "" is none of them.
GROUP_COLOURS = {
    "African": "#AA8933",
    "Asia-Pacific": "#1399F9",
    "Eastern European": "#6D4787",
    "Latin American and Caribbean": "#A04557",
    "Western European and others": "#074E04",
    "": "#8E959B",
}

#: Groups that are not those of the United Nations, in the order in which they are given a colour:
#: as many as a reader who sees fewer hues can tell apart. The rest share the colour of "".
OWN_COLOURS = ("#1399F9", "#AA8933", "#074E04", "#A04557", "#6D4787", "#63123F")

#: What each side is called where a reader sees it.
SIDE_NAMES = {
    "support": "supporting",
    "critical": "critical",
    "both": "both",
    "neither": "no stance recorded",
}

INK, GREY, HAIRLINE, GROUND = "#1D2328", "#626B73", "#D5DADF", "#FFFFFF"
#: Unknown is hatched light grey, never a solid colour.
UNKNOWN, HATCH = "#EEF1F3", "#A9B2BA"
#: Region of the overlap of two statements of one stance; it is no side. Holds in grey.
REGION_COLOURS = {"first": "#C0841A", "second": "#3C6E9E", "both": "#2B1D33"}
#: Light to dark, for amounts.
AMOUNTS = ("#F3F7F8", "#BFE0E8", "#6FBACC", "#2C8CA6", "#12566B")
EDGE_COLOUR = "#AEB6BD"
#: Bars that stand for no side; every other row of a table.
BAR, STRIPE = "#4A5560", "#F6F8F9"

#: Six greys for the regional groups, as far apart in lightness as print allows.
GREYS = ("#000000", "#202020", "#3A3A3A", "#565656", "#747474", "#949494")
#: Greys for one's own groups, the largest first: few, so that each can be told from the others
#: and from that of all the rest. No more stand apart between black and a contrast of 3.
OWN_GREYS = ("#5E5E5E", "#000000", "#303030")

#: Type, in points at the width of a page.
TITLE, TEXT, SMALL, FOOT = 13.0, 9.0, 6.2, 7.5


#: Settings of matplotlib that no theme changes.
RC: Any = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "savefig.facecolor": "auto",
    "svg.fonttype": "none",
    "svg.hashsalt": "coalitions",
    "pdf.fonttype": 42,
    "text.parse_math": False,
}


@dataclass(frozen=True)
class Look:
    """The colours of a theme, and the room that a figure has (points)."""

    sides: Mapping[str, str]
    groups: Mapping[str, str]
    own: tuple[str, ...]
    regions: Mapping[str, str]
    amounts: tuple[str, ...]
    ink: str
    grey: str
    hairline: str
    ground: str
    unknown: str
    hatch: str
    edge: str
    bar: str
    stripe: str
    #: Width of the body; height of the whole figure, 0 where it is as tall as it needs to be.
    width: float = WIDTH
    height: float = 0.0

    def rc(self) -> Any:
        """Return what matplotlib needs to draw in this look, and the same bytes each time."""
        return RC | {
            "text.color": self.ink,
            "axes.labelcolor": self.ink,
            "axes.edgecolor": self.hairline,
            "xtick.color": self.grey,
            "ytick.color": self.grey,
            "hatch.color": self.hatch,
            "figure.facecolor": self.ground,
        }


LIGHT = Look(
    sides=SIDE_COLOURS,
    groups=GROUP_COLOURS,
    own=OWN_COLOURS,
    regions=REGION_COLOURS,
    amounts=AMOUNTS,
    ink=INK,
    grey=GREY,
    hairline=HAIRLINE,
    ground=GROUND,
    unknown=UNKNOWN,
    hatch=HATCH,
    edge=EDGE_COLOUR,
    bar=BAR,
    stripe=STRIPE,
)


def _recoloured(variant: Callable[[str], str], **changed: Any) -> Look:
    """Return the light look with every colour changed by a rule, and some by hand."""
    look = {
        name: value
        if isinstance(value, float)
        else variant(value)
        if isinstance(value, str)
        else tuple(map(variant, value))
        if isinstance(value, tuple)
        else {key: variant(colour) for key, colour in value.items()}
        for name, value in vars(LIGHT).items()
    }
    return Look(**look | changed)


#: Theme → its look. In grey, the lightness of the sides tells them apart, and groups are a scale.
LOOKS: dict[Theme, Look] = {
    "light": LIGHT,
    "dark": _recoloured(dark_variant, ground=DARK_GROUND),
    "grey": _recoloured(
        grey_variant, groups=dict(zip(GROUP_COLOURS, GREYS, strict=True)), own=OWN_GREYS
    ),
}
_LOOK: ContextVar[Look] = ContextVar("look", default=LIGHT)


def look() -> Look:
    """Return the look in which figures are drawn just now; light unless ``wearing`` another."""
    return _LOOK.get()


@contextmanager
def wearing(theme: Theme, width: float = WIDTH, height: float = 0.0) -> Iterator[Look]:
    """Draw in a theme, and into the room that there is (points), until the block ends.

    Examples
    --------
    >>> with wearing("dark", 236):
    ...     look().ground == DARK_GROUND, look().width
    (True, 236)
    """
    token = _LOOK.set(replace(LOOKS[theme], width=width, height=height))
    try:
        yield look()
    finally:
        _LOOK.reset(token)


#: Side of a statement's square, and diameter of a signatory's circle, for a count of 1 (points).
STATEMENT_UNIT, SIGNATORY_UNIT = 4.0, 6.0
#: Largest circle that leaves room for a label in its cell (points).
SIGNATORY_MOST = 11.0
#: Share of a slide's height that is left for a network.
SLIDE = 0.5
#: Largest seed that numpy takes.
MOST_SEED = 2**32 - 1


def node_looks(graph: nx.Graph[str], *, seed: int = 0) -> pd.DataFrame:
    r"""Return place, colour, size and label of each node: what figure, page and file share.

    Parameters
    ----------
    graph : nx.Graph
        A graph by the contract of ``coalitions.graphs.build``.
    seed : int
        Where springs begin, on graphs too large for stress.

    Returns
    -------
    DataFrame
        One row a node, in the order of the graph: ``x``, ``y`` (points at the width of a page,
        y upwards), ``colour`` (``#RRGGBB``: by regional group on a co-signing graph,
        else by side), ``size`` (side of a statement's square,
        diameter of a signatory's circle, points; area-true), ``label`` (lines separated by
        ``\n``), ``kind``.

    Raises
    ------
    ChoiceError
        A seed below 0, or from 2³² on.

    Examples
    --------
    >>> from coalitions import load, two_mode_graph
    >>> looks = node_looks(two_mode_graph(load("unga75")))
    >>> looks.loc["CUB", "colour"] == SIDE_COLOURS["support"]
    True
    """
    if not 0 <= seed <= MOST_SEED:
        raise ChoiceError(f"seed {seed}: expected a whole number from 0 to {MOST_SEED:,}")
    nodes: dict[str, dict[str, Any]] = dict(graph.nodes.items())
    kinds = {node: data.get("kind", "signatory") for node, data in nodes.items()}
    counts = {node: max(0, int(data.get("count", 1))) for node, data in nodes.items()}
    most = max([counts[n] for n in nodes if kinds[n] == "signatory"], default=1)
    unit = min(SIGNATORY_UNIT, SIGNATORY_MOST / np.sqrt(max(1, most)))
    sizes = {
        node: round(float((STATEMENT_UNIT if kinds[node] == "statement" else unit) * root), 2)
        for node, root in ((n, np.sqrt(max(1, counts[n]))) for n in nodes)
    }
    labels = node_labels(nodes)
    boxes = {n: _box(sizes[n], labels[n]) for n in nodes if kinds[n] == "statement"}
    page = (look().width, SLIDE * look().height or HEIGHT)
    squares = {node: sizes[node] for node in boxes}
    places, (square, circle) = arrange(graph, boxes, squares, seed=seed, page=page)
    scale = {node: square if node in boxes else circle for node in nodes}
    if square < 1 or circle < 1:
        sizes = {node: max(0.01, round(size * scale[node], 2)) for node, size in sizes.items()}
    by = "group" if graph.graph.get("kind") == "co-signing" else "side"
    groups = group_colours(data.get("group", "") for data in nodes.values() if by == "group")
    return pd.DataFrame(
        {
            "x": [places[n][0] for n in nodes],
            "y": [places[n][1] for n in nodes],
            "colour": [_colour(data, by, groups) for data in nodes.values()],
            "size": [sizes[n] for n in nodes],
            "label": [labels[n] for n in nodes],
            "kind": [kinds[n] for n in nodes],
        },
        index=pd.Index(list(nodes), name="node"),
    )


def _colour(data: dict[str, Any], by: str, groups: dict[str, str]) -> str:
    if by == "group":
        return groups.get(data.get("group", ""), look().groups[""])
    return look().sides[data.get("side", "neither")]


def group_colours(groups: Iterable[str]) -> dict[str, str]:
    """Return a colour for each group that has one of its own; all others share that of "".

    The United Nations' groups have theirs. Of other groups the largest have one, as far as there
    are colours that a reader who sees fewer hues can tell apart.

    Parameters
    ----------
    groups : iterable of str
        The group of each signatory, "" for none.

    Examples
    --------
    >>> list(group_colours(["African", ""])), list(group_colours(["R", "D", "D", ""]))
    (['African', ''], ['D', 'R', ''])
    """
    counts = Counter(groups)
    known = {name: colour for name, colour in look().groups.items() if counts[name] and name}
    own = sorted(
        (name for name in counts if name not in look().groups), key=lambda n: (-counts[n], n)
    )
    free = [colour for colour in look().own if colour not in known.values()]
    found = known | dict(zip(own, free, strict=False))
    return found | ({"": look().groups[""]} if len(found) < len(counts) else {})


def _box(size: float, label: str) -> Box:
    """Return the room (points) that a statement's square and the label under it take."""
    lines = label.split("\n")
    width = max(len(line) for line in lines) * 0.62 * FOOT
    below = 2 + 1.2 * FOOT * len(lines)
    return Box(max(size, width) + 4, size + below + 4, below / 2)


def text_on(colour: str, alpha: float = 1.0) -> str:
    """Return the text colour that stands out more from a colour laid over the ground.

    Examples
    --------
    >>> text_on(SIDE_COLOURS["critical"]) == GROUND, text_on(SIDE_COLOURS["neither"]) == INK
    (True, True)
    """
    ground, ink = look().ground, look().ink
    own = _luminance(laid(colour, alpha))
    return max((ground, ink), key=lambda text: _contrast(_luminance(to_rgb(text)), own))


def laid(colour: str, alpha: float) -> tuple[float, ...]:
    """Return what a colour that lets some of the ground through looks like.

    Examples
    --------
    >>> laid("#000000", 0.5)
    (0.5, 0.5, 0.5)
    """
    ground = np.array(to_rgb(look().ground))
    return tuple(((1 - alpha) * ground + alpha * np.array(to_rgb(colour))).tolist())


def _contrast(one: float, other: float) -> float:
    """Return the contrast of two luminances, by WCAG 2."""
    dark, light = sorted((one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: Iterable[float]) -> float:
    """Return the relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]  # noqa: PLR2004
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))
