"""Co-signing network: signatories by regional group, lines between those who sign together most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coalitions.figures.kit import (
    canvas,
    draw_keys,
    group_keys,
    keys_height,
    render,
    some_names,
    words,
)
from coalitions.figures.networks.network import (
    draw_lines,
    draw_signatories,
    extent,
    fitting_labels,
    said_of_labels,
)
from coalitions.findings import closest_pairs, cosigning_finding
from coalitions.graphs import cosigning_graph
from coalitions.looks import node_looks

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    from coalitions import looks
    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Size

#: Lines drawn for each signatory, at most: more is a hairball, not a diagram.
LINES_EACH = 3


def draw_cosigning(
    corpus: Corpus,
    *,
    ax: Axes | None = None,
    seed: int = 0,
    size: Size = "page",
    theme: looks.Theme = "light",
) -> Axes:
    r"""Draw who signs with whom.

    Lines join pairs named together under many statements; weaker ties are left out, and the figure
    says from how many statements on a line is drawn. Those with the same record stand together.

    Parameters
    ----------
    corpus : Corpus
    ax : Axes, optional
        Where to draw; by default on a figure of its own.
    seed : int
        Where the layout begins, on graphs too large for stress.
    size : {"page", "column", "slide"}
        The width of a page, one column of it, or a slide.
    theme : {"light", "dark", "grey"}
        For white paper, for a dark ground, or for print without colours.

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
    return render(
        partial(_drawn, corpus, cosigning_graph(corpus), seed), ax, size=size, theme=theme
    )


def _drawn(corpus: Corpus, graph: nx.Graph[str], seed: int, ax: Axes | None) -> Axes:
    table = node_looks(graph, seed=seed)
    least, lines = strongest(graph)
    left, right, bottom, top = extent(table)
    labels = fitting_labels(table, (left, right, bottom, top))
    said = words(
        corpus,
        cosigning_finding(corpus, graph),
        what=_what(graph, least, len(lines)),
        notes=said_of_labels(labels, table),
        data=closest_pairs(graph),
    )
    keys = group_keys(d["group"] for _, d in graph.nodes(data=True))
    top += keys_height(keys)
    ax = canvas(ax, said, height=top - bottom, limits=(left, right, bottom, top))
    draw_keys(ax, keys, (left, top))
    draw_lines(ax, table, lines, width=0.45)
    draw_signatories(ax, table, labels)
    return ax


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
        return "A line would join two named together"
    if not lines:
        return (
            f"{graph.size():,} pairs are named together, all as often; "
            "lines between all of them would show nothing, so none is drawn"
        )
    ties = f"the {lines:,} strongest of {graph.size():,} ties"
    if lines == graph.size():
        ties = "all ties" if lines > 1 else "the only tie"
    under = "1 statement" if least == 1 else f"{least:,} statements"
    return f"A line joins two named together under at least {under} ({ties})"
