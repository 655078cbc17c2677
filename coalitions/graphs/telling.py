"""Graphs that tell of what was found: ties against a null model, communities."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coalitions.errors import ChoiceError, refuse_no_graph, refuse_no_table

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    Found = TypeVar("Found", bound=nx.Graph[str])

#: What a table of ties must have.
_OF_TIES = ("u", "v", "shared", "p_upper", "p_adjusted", "significant")
#: Columns of ties → what an edge calls them that has its own number of shared statements.
_CALLED = {"shared": "shared_tested", "shared_max": "shared_tested_max"}
#: What a node calls its community.
COMMUNITY = "community"


def with_ties(graph: Found, ties: pd.DataFrame) -> Found:
    """Return a co-signing graph whose edges tell what the null model says of them.

    Parameters
    ----------
    graph : nx.Graph or nx.MultiGraph
        As `cosigning_graph` makes it; it stays as it is.
    ties : DataFrame
        Ties of the same corpus, as `cosigning_ties` returns them.

    Returns
    -------
    nx.Graph or nx.MultiGraph
        A copy. Edges have the columns of the table: ``expected`` (statements), ``p_upper``,
        ``p_lower``, ``p_min``, ``p_adjusted`` (numbers), ``sign`` (1, 0 or -1), ``significant``
        (truth value), and ``shared_tested``: how many statements two share among those that count.
        An edge between signatories of whom no such statement names both has none of them.

    Raises
    ------
    ChoiceError
        What is no co-signing graph, no table of ties, or one of other signatories.

    Notes
    -----
    No edge is added: of pairs that share nothing, `cosigning_ties` and `backbone_graph` tell.

    Examples
    --------
    >>> from coalitions import cosigning_graph, cosigning_ties, load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}
    >>> corpus = load(letters, members="any")
    >>> graph = with_ties(cosigning_graph(corpus), cosigning_ties(corpus, model="fixedrow"))
    >>> edge = graph.edges["Ann", "Bo"]
    >>> edge["shared"], edge["expected"], edge["significant"]
    (4, 2.0, True)
    """
    refuse_no_graph(graph)
    if graph.graph.get("kind") != "co-signing":
        raise ChoiceError(
            "graph: its edges are no pairs of signatories: give the one that cosigning_graph makes"
        )
    refuse_no_table("ties", ties, _OF_TIES, "cosigning_ties")
    _refuse_others(graph, [*ties["u"], *ties["v"]], "ties")
    told = ties.rename(columns=_CALLED)
    names = [str(name) for name in told if name not in {"u", "v"}]
    # Plain numbers, and each column of one type: a program tells numbers, signs and truth by it.
    columns = [told[name].tolist() for name in names]
    rows = dict(
        zip(zip(told["u"], told["v"], strict=True), zip(*columns, strict=True), strict=True)
    )
    found = graph.copy()
    for one, other, edge in found.edges(data=True):
        row = rows.get((one, other)) or rows.get((other, one))
        if row is not None:
            edge.update(zip(names, row, strict=True))
    _say(found, ties)
    return found


def with_communities(graph: Found, communities: pd.DataFrame) -> Found:
    """Return a graph whose signatories tell in which community they are.

    Parameters
    ----------
    graph : nx.Graph or nx.MultiGraph
        A two-mode or co-signing graph; it stays as it is.
    communities : DataFrame
        Communities of the same corpus, as `find_communities` returns them.

    Returns
    -------
    nx.Graph or nx.MultiGraph
        A copy. Signatories have ``community``, a whole number of which 1 is the largest; who is in
        none has none, and nobody where communities were refused. ``node_looks(graph,
        by="community")`` colours them.

    Raises
    ------
    ChoiceError
        No table of communities, one of other signatories, a graph without signatories, or one
        whose nodes have a ``community`` already.

    Examples
    --------
    >>> from coalitions import find_communities, load, two_mode_graph
    >>> letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
    >>> letters |= {f"b{n}": ["Di", "Ed"] for n in range(4)}
    >>> corpus = load(letters, members="any")
    >>> graph = with_communities(two_mode_graph(corpus), find_communities(corpus, draws=19))
    >>> graph.nodes["Ann"]["community"], graph.nodes["Ed"]["community"]
    (1, 2)
    """
    refuse_no_graph(graph)
    refuse_no_table("communities", communities, ("signatory", COMMUNITY), "find_communities")
    if not any(node.get("kind") != "statement" for _, node in graph.nodes(data=True)):
        raise ChoiceError("graph: it has no signatories, and communities are of these")
    if any(COMMUNITY in node for _, node in graph.nodes(data=True)):
        raise ChoiceError(
            f'graph: its nodes have a "{COMMUNITY}" already: call the column of signatories.csv '
            "something else"
        )
    _refuse_others(graph, communities["signatory"].tolist(), "communities")
    found = graph.copy()
    numbers = communities[COMMUNITY].tolist()
    for key, number in zip(communities["signatory"], numbers, strict=True):
        found.nodes[key][COMMUNITY] = number
    _say(found, communities)
    return found


def _refuse_others(graph: nx.Graph[str], keys: list[str], what: str) -> None:
    """Refuse a table of signatories that the graph does not have."""
    if lost := sorted({*keys} - {*graph}):
        raise ChoiceError(
            f"{what}: of {len(lost):,} signatories the graph has none, the first being "
            f'"{lost[0]}": give the graph of the same corpus'
        )


def _say(graph: nx.Graph[str], table: pd.DataFrame) -> None:
    """Let the graph say how the table was made."""
    said = (str(graph.graph.get("method", "")), str(table.attrs.get("method", "")))
    graph.graph["method"] = " ".join(filter(None, said))
