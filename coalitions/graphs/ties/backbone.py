"""The significant ties as a graph: what is drawn, and written for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, refuse_no_table
from coalitions.graphs.build import cosigning_graph

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from coalitions.corpus import Corpus

#: What the graph is made of.
_COLUMNS = ("u", "v", "shared", "expected", "p_adjusted", "sign", "significant")
#: Sign → kind of edge.
_KINDS = {1: "more", -1: "fewer", 0: "as many"}


def backbone_graph(corpus: Corpus, ties: pd.DataFrame) -> nx.Graph[str]:
    """Return signatories, with an edge where a tie is significant.

    Parameters
    ----------
    corpus : Corpus
    ties : DataFrame
        Its ties, as `cosigning_ties` returns them.

    Returns
    -------
    nx.Graph
        The nodes of `cosigning_graph`; no signatory is left out. Edges have ``kind`` (``more``,
        ``fewer`` or ``as many``: what two share, beside the null model), ``shared`` and
        ``expected`` (statements), ``weight`` (by how many statements they differ), ``p_value``
        (corrected) and ``sign``.

    Raises
    ------
    CoalitionsError
        What is no table of ties, or one of another corpus.

    Examples
    --------
    >>> from coalitions import cosigning_ties, load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}
    >>> corpus = load(letters, members="any")
    >>> graph = backbone_graph(corpus, cosigning_ties(corpus, model="fixedrow"))
    >>> len(graph), graph.edges["Ann", "Bo"]["shared"], graph.edges["Ann", "Bo"]["weight"]
    (3, 4, 2.0)
    """
    found = significant_ties(corpus, ties)
    graph = cosigning_graph(corpus, min_shared=len(corpus) + 1)
    for u, v, shared, expected, p, sign in found.itertuples(index=False, name=None):
        graph.add_edge(
            u,
            v,
            kind=_KINDS[int(sign)],
            shared=int(shared),
            weight=float(f"{abs(shared - expected):.10g}"),
            expected=float(expected),
            p_value=float(p),
            sign=int(sign),
            start="",
        )
    graph.graph["method"] = (
        "Backbone of the co-signing network: an edge is a significant tie. "
        + str(ties.attrs.get("method", ""))
    )
    return graph


def significant_ties(corpus: Corpus, ties: pd.DataFrame) -> pd.DataFrame:
    """Return the significant ones among the ties of a corpus; refuse what is no such table.

    Examples
    --------
    >>> from coalitions import cosigning_ties, load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}
    >>> corpus = load(letters, members="any")
    >>> significant_ties(corpus, cosigning_ties(corpus, model="fixedrow"))[["u", "v"]].to_numpy()
    array([['Ann', 'Bo']], dtype=object)
    """
    refuse_no_corpus(corpus)
    refuse_no_table("ties", ties, _COLUMNS, "cosigning_ties")
    if lost := sorted({*ties["u"], *ties["v"]} - {*corpus.records.rows}):
        raise ChoiceError(
            f"ties: of {len(lost):,} signatories the corpus names none, the first being "
            f'"{lost[0]}": give the corpus that the ties are of'
        )
    return ties.loc[ties["significant"].astype(bool), list(_COLUMNS[:-1])]
