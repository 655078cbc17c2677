"""What colour stands for on the page of a corpus: side, which of two lists, or group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.looks import group_colours

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from coalitions.corpus import Corpus
    from coalitions.looks import Theme


def are_two_of_one_side(corpus: Corpus) -> bool:
    """Say whether there are two lists, with names: what is told is who is on which.

    Examples
    --------
    >>> from coalitions import load, select
    >>> are_two_of_one_side(load("unga75"))
    False
    """
    stances = corpus.statements["stance"].tolist()
    pair = len(stances) == 2 and len(set(stances)) == 1  # noqa: PLR2004 - two lists
    return pair and bool((corpus.named > 0).all())


def coloured(
    corpus: Corpus, graph: nx.Graph[str], looks: pd.DataFrame, theme: Theme
) -> pd.DataFrame:
    """Return looks with the colours of the page.

    By side, as they are; of two lists of one side by who is on both and who on one alone; where
    nobody recorded a stance, by group.

    Parameters
    ----------
    corpus : Corpus
    graph : networkx.Graph
        Its two-mode graph.
    looks : pandas.DataFrame
        One row a node, as ``node_looks(graph)`` makes it.
    theme : Theme
        Whose colours lists and groups have.

    Returns
    -------
    pandas.DataFrame
        A new one.
    """
    if are_two_of_one_side(corpus):
        return looks.assign(colour=_by_list(corpus, graph, theme))
    if corpus.statements["stance"].any() or not corpus.signatories["group"].any():
        return looks
    group = {n: data["group"] for n, data in graph.nodes.items() if data["kind"] != "statement"}
    colours = group_colours(group.values(), theme)
    own = {node: colours.get(name, theme.groups[""]) for node, name in group.items()}
    return looks.assign(
        colour=[own.get(n, c) for n, c in zip(looks.index, looks["colour"], strict=True)]
    )


def _by_list(corpus: Corpus, graph: nx.Graph[str], theme: Theme) -> list[str]:
    """Return a colour for each node: of the first list alone, of both, of the second alone."""
    first, second = corpus.lists.rows
    names = {frozenset([first]): "first", frozenset([second]): "second"}
    on = [frozenset({first, second} & {node, *graph[node]}) for node in graph]
    return [theme.regions[names.get(lists, "both")] for lists in on]
