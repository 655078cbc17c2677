"""What networks say: who is named together most, what a line joins, which labels have no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import counted, members, spoken_names
from coalitions.findings.sentences import are_few, listing, of_statements, opening, sentence

if TYPE_CHECKING:
    import networkx as nx

    from coalitions.corpus import Corpus

#: As many who are named together most have their names in a title; more are counted.
MOST_NAMED = 4


def cosigning_finding(corpus: Corpus, graph: nx.Graph[str]) -> str:
    """Say who is named together most.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> corpus = load("unga75")
    >>> cosigning_finding(corpus, cosigning_graph(corpus))
    '19 states are named together most: under 2 of 4 statements about China'
    """
    number = len(corpus.statements)
    most = max((edge["shared"] for _, _, edge in graph.edges(data=True)), default=0)
    if not most:
        return f"No two {members(corpus, 2)} are named under the same statement"
    if number == 1:
        return f"{counted(corpus, graph)} are named together, under the one statement"
    if most == 1:
        no_two = f"No two {members(corpus, 2)} are named together under more than 1"
        return f"{no_two} of {of_statements(corpus)}"
    pairs = {frozenset((a, b)) for a, b, edge in graph.edges(data=True) if edge["shared"] == most}
    closest = sorted(frozenset[str]().union(*pairs))
    together = len(pairs) == len(closest) * (len(closest) - 1) // 2
    few = are_few(corpus, closest, MOST_NAMED)
    most_of = f"are named together most: under {most:,} of {of_statements(corpus)}"
    if not together:
        named = listing(spoken_names(corpus, closest))
        return f"Pairs among {named if few else counted(corpus, closest)} {most_of}"
    who = opening(corpus, closest) if few else sentence(counted(corpus, closest))
    return f"{who} {most_of}"


def closest_pairs(graph: nx.Graph[str], most: int = 12) -> str:
    """Return the pairs named together most often, as one sentence.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> closest_pairs(cosigning_graph(load({"a": ["Cuba", "Peru"]})))
    'Statements shared by the closest pairs: Cuba and Peru 1.'
    """
    label = graph.nodes(data="label")
    ties: list[tuple[str, str, int]] = sorted(
        graph.edges(data="shared"), key=lambda tie: (-tie[2], tie[0], tie[1])
    )
    found = [f"{label[a]} and {label[b]} {shared}" for a, b, shared in ties[:most]]
    return f"Statements shared by the closest pairs: {'; '.join(found)}." if found else ""


def graph_finding(graph: nx.Graph[str]) -> str:
    """Say how large a graph is that no corpus is known of.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> graph_finding(cosigning_graph(load({"a": ["Cuba", "Peru"]})))
    '2 states, 1 pair named together'
    """
    number = sum(data.get("kind") != "statement" for _, data in graph.nodes(data=True))
    one, many = graph.graph.get("noun", "signatory"), graph.graph.get("noun_plural", "signatories")
    tied = ("pair named together", "pairs named together")
    ties = tied if graph.graph.get("kind") == "co-signing" else ("signature", "signatures")
    who = f"{number:,} {one if number == 1 else many}"
    return f"{who}, {graph.size():,} {ties[graph.size() != 1]}"


def network_caption(graph: nx.Graph[str], least: int = 0, left_out: int = 0) -> str:
    """Say what a line of a two-mode network joins; so many named under fewer are left out."""
    named = [n for n in graph if graph.nodes[n]["kind"] == "signatory"]
    number = len(graph) - len(named)
    statements = "1 joint statement" if number == 1 else f"{number:,} joint statements"
    who = f"{len(named):,} named under {statements}"
    if left_out:
        many = f"{len(named):,} of the {len(named) + left_out:,} named under {statements}"
        who = f"{many}, those named under {least:,} or more"
    return f"{who}; a line joins each to the statements under which it is named"


def cosigning_caption(graph: nx.Graph[str], least: int, lines: int, *, of: int = 0) -> str:
    """Say from how many shared statements on so many lines of a co-signing network are drawn.

    ``of``: how many there are in all, where only those who have a tie are drawn.
    """
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
    if of:
        drawn = "all" if len(graph) == of else f"{len(graph):,} of the {of:,}"
        ties = f"{lines:,} {'tie' if lines == 1 else 'ties'} among {drawn} named"
    under = "1 statement" if least == 1 else f"{least:,} statements"
    return f"A line joins two named together under at least {under} ({ties})"


def labels_drawn(drawn: int, every: int) -> tuple[str, ...]:
    """Return the note that says how many labels are drawn, if not all of them are."""
    if drawn == every:
        return ()
    return (f"Labels of {drawn:,} of {every:,} are drawn: there is no room for more.",)
