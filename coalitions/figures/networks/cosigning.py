"""Co-signing network: signatories by regional group, lines between those who sign together most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coalitions.corpus import Corpus, counted, members, spoken_names
from coalitions.figures.kit import (
    canvas,
    draw_keys,
    group_keys,
    keys_height,
    render,
    some_names,
)
from coalitions.figures.networks.given import Given, given, size_of
from coalitions.figures.networks.network import (
    draw_lines,
    draw_signatories,
    extent,
    fitting_labels,
    said_of_labels,
)
from coalitions.findings import listing, opening, sentence
from coalitions.graphs import cosigning_graph

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.figures.kit import Drawing, Page

#: Lines drawn for each signatory, at most: more is a hairball, not a diagram.
LINES_EACH = 3


def draw_cosigning(
    corpus: Corpus | nx.Graph[str],
    *,
    looks: pd.DataFrame | None = None,
    seed: int = 0,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw who signs with whom.

    Lines join pairs named together under many statements; weaker ties are left out, and the figure
    says from how many statements on a line is drawn. Those with the same record stand together.

    Parameters
    ----------
    corpus : Corpus or nx.Graph
        A corpus, or its ``cosigning_graph`` with what was changed in it.
    looks : DataFrame, optional
        Place, colour, size and label of each node, as ``node_looks`` has them.
    seed : int
        Where the layout begins, on graphs too large for stress.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``title``, ``size``, ``theme``,
        ``screen``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from coalitions import load
    >>> draw_cosigning(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named together most: under 2 of 4 statements'
    """
    if isinstance(corpus, Corpus):
        some_names(corpus)
    asked = given(corpus, cosigning_graph, "co-signing", looks, seed)
    return render(partial(_drawn, asked), **how)


def _drawn(asked: Given, page: Page) -> Axes:
    graph, table = asked.graph, asked.table()
    least, lines = strongest(graph)
    left, right, bottom, top = extent(table)
    labels = fitting_labels(table, (left, right, bottom, top))
    title = f"{size_of(graph)}, {graph.size():,} pairs named together"
    if asked.corpus is not None:
        title = _finding(asked.corpus, graph)
    what, notes = _what(graph, least, len(lines)), said_of_labels(labels, table)
    said = asked.words(title, what, notes, _closest(graph))
    keys = asked.keys(group_keys(d["group"] for _, d in graph.nodes(data=True)))
    top += keys_height(keys)
    ax = canvas(page, said, height=top - bottom, limits=(left, right, bottom, top))
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


def _closest(graph: nx.Graph[str], most: int = 12) -> str:
    """Return the pairs named together most often, as one sentence."""
    label = graph.nodes(data="label")
    ties: list[tuple[str, str, int]] = sorted(
        graph.edges(data="shared"), key=lambda tie: (-tie[2], tie[0], tie[1])
    )
    found = [f"{label[a]} and {label[b]} {shared}" for a, b, shared in ties[:most]]
    return f"Statements shared by the closest pairs: {'; '.join(found)}." if found else ""


def _finding(corpus: Corpus, graph: nx.Graph[str]) -> str:
    """Say who is named together most."""
    number = len(corpus.statements)
    most = max((edge["shared"] for _, _, edge in graph.edges(data=True)), default=0)
    if not most:
        return f"No two {members(corpus, 2)} are named under the same statement"
    if number == 1:
        return f"{counted(corpus, graph)} are named together, under the one statement"
    if most == 1:
        no_two = f"No two {members(corpus, 2)} are named together under more than 1"
        return f"{no_two} of {number:,} statements"
    pairs = {frozenset((a, b)) for a, b, edge in graph.edges(data=True) if edge["shared"] == most}
    closest = sorted(frozenset[str]().union(*pairs))
    together = len(pairs) == len(closest) * (len(closest) - 1) // 2
    few = 4
    most_of = f"are named together most: under {most:,} of {number:,} statements"
    if not together:
        named = listing(spoken_names(corpus, closest))
        return f"Pairs among {named if len(closest) <= few else counted(corpus, closest)} {most_of}"
    who = opening(corpus, closest) if len(closest) <= few else sentence(counted(corpus, closest))
    return f"{who} {most_of}"
