"""Co-signing network: signatories by regional group, lines between those who sign together most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions import looks
from coalitions.figures.frame import canvas, some_names, style, words
from coalitions.figures.legend import draw_keys
from coalitions.figures.network import LEGEND, draw_lines, draw_signatories, extent
from coalitions.figures.wording import listing
from coalitions.graphs import cosigning_graph
from coalitions.looks import node_looks
from coalitions.provenance import members

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

#: Lines drawn for each signatory, at most: more is a hairball, not a diagram.
LINES_EACH = 3


def draw_cosigning(corpus: Corpus, *, ax: Axes | None = None, seed: int = 0) -> Axes:
    r"""Draw who signs with whom.

    Lines join pairs named together under many statements; weaker ties are left out, and the figure
    says from how many statements on a line is drawn. Those with the same record stand together.

    Parameters
    ----------
    corpus : Corpus
    ax : Axes, optional
        Where to draw; by default on a figure of its own at the width of a page.
    seed : int
        Where the layout begins, on graphs too large for stress.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from coalitions import load
    >>> draw_cosigning(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named together most: under 2 of 4 statements'
    """
    some_names(corpus)
    graph = cosigning_graph(corpus)
    table = node_looks(graph, seed=seed)
    least, lines = strongest(graph)
    said = words(corpus, _finding(corpus, graph), what=_what(graph, least, len(lines)))
    left, right, bottom, top = extent(table)
    with style():
        ax = canvas(
            ax, said, height=top - bottom + LEGEND, limits=(left, right, bottom, top + LEGEND)
        )
        groups = [d["group"] for _, d in graph.nodes(data=True)]
        keys = [
            (colour, f"{SHORT_GROUPS.get(group, group)} {groups.count(group)}")
            for group, colour in looks.GROUP_COLOURS.items()
            if group in groups
        ]
        draw_keys(ax, keys, (left, top + LEGEND))
        draw_lines(ax, table, lines, width=0.45)
        draw_signatories(ax, table)
    return ax


#: Names of groups that are too long for a key in one line.
SHORT_GROUPS = {
    "Latin American and Caribbean": "Latin American",
    "Western European and others": "Western and others",
    "": "no group",
}


def strongest(graph: nx.Graph[str]) -> tuple[int, list[tuple[str, str]]]:
    """Return from how many shared statements on lines are drawn, and the lines.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> least, lines = strongest(cosigning_graph(load("unga75")))
    >>> least, len(lines)
    (2, 171)
    """
    shared = sorted({edge["shared"] for _, _, edge in graph.edges(data=True)})
    for least in shared:
        lines = [(a, b) for a, b, edge in graph.edges(data=True) if edge["shared"] >= least]
        if len(lines) <= LINES_EACH * len(graph):
            return least, lines
    return (shared[-1] if shared else 0), []


def _what(graph: nx.Graph[str], least: int, lines: int) -> str:
    if not graph.size():
        return "No two are named under the same statement"
    if not lines:
        return (
            f"{graph.size():,} pairs are named together, all as often; "
            "lines between all of them would show nothing, so none is drawn"
        )
    ties = f"the {lines:,} strongest of {graph.size():,} ties"
    return f"A line joins two named together under at least {least} statements ({ties})"


def _finding(corpus: Corpus, graph: nx.Graph[str]) -> str:
    """Say who is named together most."""
    number = len(corpus.statements)
    most = max((edge["shared"] for _, _, edge in graph.edges(data=True)), default=0)
    if not most:
        return f"No two {members(corpus, 2)} are named under the same statement"
    pairs = {frozenset((a, b)) for a, b, edge in graph.edges(data=True) if edge["shared"] == most}
    closest = sorted(frozenset[str]().union(*pairs))
    together = len(pairs) == len(closest) * (len(closest) - 1) // 2
    few = 4
    who = f"{len(closest)} {members(corpus, 2)}"
    if len(closest) <= few:
        who = listing(sorted(graph.nodes[n]["label"] for n in closest))
    pairs_of = "" if together else "Pairs among "
    return f"{pairs_of}{who} are named together most: under {most} of {number} statements"
