"""Co-signing network: signatories by regional group, lines between those who sign together most."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from coalitions.corpus import Corpus
from coalitions.errors import TooLargeError
from coalitions.figures.kit import least_shared, render, some_names
from coalitions.figures.networks.given import NONE_TOGETHER, Given, given
from coalitions.figures.networks.network import Lines
from coalitions.figures.networks.tied import draw_ties
from coalitions.findings import (
    closest_pairs,
    cosigning_caption,
    cosigning_finding,
    graph_finding,
    labels_drawn,
    too_many_lines,
)
from coalitions.graphs import cosigning_graph, pairs_sharing, smallest_that_fits

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Words

#: Lines drawn for each signatory, at most: more is a hairball, not a diagram.
LINES_EACH = 3
#: Lines drawn where somebody says from how many shared statements on, at most: all that 200
#: signatories can have.
LINES_MOST = 20_000


def draw_cosigning(
    corpus: Corpus | nx.Graph[str],
    *,
    min_shared: int | None = None,
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
    min_shared : int, optional
        Draw a line from so many shared statements on, and leave out who has none. By default lines
        are drawn from as many on as leaves three a signatory or fewer. More than 20,000 lines are
        refused.
    looks : DataFrame, optional
        Place, colour, size and label of each node, as ``node_looks`` has them.
    seed : int
        Where the layout begins, on graphs too large for stress.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from coalitions import load
    >>> draw_cosigning(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named together most: under 2 of 4 statements about China'
    """
    if isinstance(corpus, Corpus):
        some_names(corpus)
    build = partial(_ties, min_shared)
    asked = given(corpus, build, "co-signing", looks, seed).of_ties(min_shared)
    if min_shared is not None:
        shared = np.bincount([edge["shared"] for _, _, edge in asked.graph.edges(data=True)])
        _refuse_too_many(shared[::-1].cumsum()[::-1], min_shared)
    return render(partial(_drawn, asked, min_shared), **how)


def _ties(min_shared: int | None, corpus: Corpus) -> nx.Graph[str]:
    """Return who signs with whom; of thousands, only the ties that were asked for can be built."""
    least = max(1, least_shared(min_shared, sys.maxsize, NONE_TOGETHER))
    if min_shared is not None:  # before a graph of them is built
        _refuse_too_many(pairs_sharing(corpus.records), least)
    graph = cosigning_graph(corpus, min_shared=least)
    return graph if graph.size() else cosigning_graph(corpus)  # that says how many there are


def _refuse_too_many(ties: NDArray[np.int64], least: int) -> None:
    """Refuse more lines than can be told apart; ``ties``: how many share so many, by how many."""
    wanted = int(ties[least:].max(initial=0))
    if wanted <= LINES_MOST:
        return
    fits = smallest_that_fits(ties, least, LINES_MOST)
    raise TooLargeError(too_many_lines(wanted, LINES_MOST, fits, int(ties[fits])))


def _drawn(asked: Given, min_shared: int | None, page: Page) -> Axes:
    graph = asked.graph
    least, lines = (min_shared, list(graph.edges)) if min_shared else strongest(graph)
    title = graph_finding(graph)
    if asked.corpus is not None:
        title = cosigning_finding(asked.corpus, graph)
    what = cosigning_caption(graph, least, len(lines), of=asked.every if min_shared else 0)
    pairs = closest_pairs(graph)

    def said(labels: int) -> Words:
        return asked.words(title, what, labels_drawn(labels, len(graph)), pairs)

    return draw_ties(asked, page, said, [Lines(lines, page.look.edge, 0.45)])


def strongest(graph: nx.Graph[str]) -> tuple[int, list[tuple[str, str]]]:
    """Return from how many shared statements on lines are drawn, and the lines.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> least, lines = strongest(cosigning_graph(load("unga75")))
    >>> least, len(lines)
    (2, 171)
    """
    every = sorted(edge["shared"] for _, _, edge in graph.edges(data=True))
    most = LINES_EACH * len(graph)
    # Who shares as much as the strongest that has no room is left out with it.
    left_out = every[-most - 1] if len(every) > most else 0
    least = next((each for each in every[-most:] if each > left_out), 0)
    if not least:
        return (every[-1] if every else 0), []
    return least, [(a, b) for a, b, edge in graph.edges(data=True) if edge["shared"] >= least]
