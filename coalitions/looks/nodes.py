"""Place, colour, size and label of each node, for print, page and Gephi alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from coalitions.errors import refuse_no_graph, refuse_no_whole, refuse_other
from coalitions.looks.fitting import arrange
from coalitions.looks.labels import node_labels
from coalitions.looks.look import PAPER, Look, community_colours, group_colours
from coalitions.looks.rooms import HEIGHT, Box
from coalitions.looks.sidelooks import NEITHER, side_colours, sides_of
from coalitions.looks.theme import FOOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from coalitions.looks.theme import Theme

#: Side of a statement's square, and diameter of a signatory's circle, for a count of 1 (points).
STATEMENT_UNIT, SIGNATORY_UNIT = 4.0, 6.0
#: Largest circle that leaves room for a label in its cell (points).
SIGNATORY_MOST = 11.0
#: Share of a slide's height that is left for a network.
SLIDE = 0.5
#: Largest seed that numpy takes.
MOST_SEED = 2**32 - 1


def node_looks(graph: nx.Graph[str], *, seed: int = 0, by: str = "") -> pd.DataFrame:
    r"""Return place, colour, size and label of each node: what figure, page and file share.

    Parameters
    ----------
    graph : nx.Graph
        A graph by the contract of ``coalitions.graphs.build``.
    seed : int
        Where springs begin, on graphs too large for stress.
    by : {"", "community"}
        What the colour of signatories stands for, if not for the usual: their community, on a graph
        as ``with_communities`` makes it. Statements are grey then.

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
        A seed below 0, or from 2³² on; another word for colours.

    Examples
    --------
    >>> from coalitions import load, two_mode_graph
    >>> from coalitions.looks import SIDE_COLOURS
    >>> looks = node_looks(two_mode_graph(load("unga75")))
    >>> looks.loc["CUB", "colour"] == SIDE_COLOURS["support"]
    True
    """
    refuse_other("by", by, ("", "community"), "nothing")
    looks = looks_on(graph, PAPER, seed=seed)
    if not by:
        return looks
    return looks.assign(colour=_by_community([data for _, data in graph.nodes(data=True)], PAPER))


def _by_community(nodes: Sequence[Mapping[str, Any]], theme: Theme) -> list[str]:
    """Return the colour of each node by its community; grey where it has none."""
    numbers = [int(data.get("community", 0)) for data in nodes]
    colours = community_colours(numbers, theme)
    return [colours.get(number, colours[0]) for number in numbers]


def looks_on(graph: nx.Graph[str], look: Look, *, seed: int = 0) -> pd.DataFrame:
    """Return the looks of nodes in a theme, and in the room that a figure has for them.

    As ``node_looks``, which is for white paper at the width of a page.
    """
    refuse_no_graph(graph)
    refuse_no_whole("seed", seed, 0, MOST_SEED)
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
    page = (look.width, SLIDE * look.height or HEIGHT)
    squares = {node: sizes[node] for node in boxes}
    places, (square, circle) = arrange(graph, boxes, squares, seed=seed, page=page)
    scale = {node: square if node in boxes else circle for node in nodes}
    if square < 1 or circle < 1:
        sizes = {node: max(0.01, round(size * scale[node], 2)) for node, size in sizes.items()}
    by = "group" if graph.graph.get("kind") == "co-signing" else "side"
    if by == "group":
        colours = group_colours((data.get("group", "") for data in nodes.values()), look)
        other = look.groups[""]
    else:
        colours = side_colours(sides_of(graph), look)
        other = colours[NEITHER]
    return pd.DataFrame(
        {
            "x": [places[n][0] for n in nodes],
            "y": [places[n][1] for n in nodes],
            "colour": [colours.get(data.get(by, ""), other) for data in nodes.values()],
            "size": [sizes[n] for n in nodes],
            "label": [labels[n] for n in nodes],
            "kind": [kinds[n] for n in nodes],
        },
        index=pd.Index(list(nodes), name="node"),
    )


def _box(size: float, label: str) -> Box:
    """Return the room (points) that a statement's square and the label under it take."""
    lines = label.split("\n")
    width = max(len(line) for line in lines) * 0.62 * FOOT
    below = 2 + 1.2 * FOOT * len(lines)
    return Box(max(size, width) + 4, size + below + 4, below / 2)
