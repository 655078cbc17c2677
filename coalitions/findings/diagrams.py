"""What diagrams find: their titles, and what they say of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.bounds import Interval
from coalitions.corpus import (
    amount,
    counted,
    is_one,
    members,
    overlap_tally,
    spoken_names,
    statement_labels,
    tally,
)
from coalitions.findings.sentences import listing, opening, sentence, signed

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from coalitions.corpus import Corpus

#: As many who are named most have their names in a title; more are counted.
MOST_NAMED = 3

_SHARED = ["shared_min", "shared_max"]


def upset_finding(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> str:
    """Name the largest region of two or more statements, or the largest of all.

    Examples
    --------
    >>> from coalitions import load, regions
    >>> corpus = load("unga75")
    >>> upset_finding(corpus, corpus, regions(corpus))
    '19 states are named under both statements, Pakistan and Cuba, and no other'
    """
    if not len(table):
        return "No list names anybody"
    labels = statement_labels(corpus)
    shared = table[table["statements"].map(len) > 1]
    best = (shared if len(shared) else table).iloc[0]
    who, names = tally(corpus, best["members"]), [labels[s] for s in best["statements"]]
    two, few = 2, 4
    where = listing(names) if len(names) <= few else f"the same {len(names)} statements"
    named = f"{sentence(amount(corpus, who))} {'is' if is_one(who) else 'are'} named under"
    if len(part.statements) == 1:
        return f"{named} {where}"
    others = (
        ""
        if len(part.statements) == len(corpus.statements)
        else (f" of the {len(part.statements)} drawn")
    )
    return (
        f"{named} {'both statements, ' if len(names) == two else ''}{where}, and no other{others}"
    )


def overlap_finding(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> str:
    """Say which two statements share most, of those with names; ``table`` has their pairs.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load("unga75")
    >>> overlap_finding(corpus, corpus, pairs(corpus))
    'Largest certain overlap: 19 to 45 states signed both statements, Pakistan and Cuba'
    """
    rest = len(part.named) < len(corpus.named)
    if not len(table):
        return f"1 statement{' with names' if rest else ''}: there is no pair to compare"
    best = _closest_pair(table)
    if not best["shared_max"]:
        return f"No two statements{' drawn' if rest else ''} share a signatory"
    both = overlap_tally(corpus, best["a"], best["b"])
    most = f"{amount(corpus, both)} {signed(corpus, both)} both statements"
    # Another pair may share more where lists are partial, or have no names and are not drawn.
    others = table["shared_max"].drop(best.name)
    certain = " certain" if rest or others.max() > best["shared_min"] else ""
    return f"Largest{certain} overlap: {most}, {_pair(corpus, best)}"


def venn_finding(part: Corpus, table: pd.DataFrame) -> str:
    """Say how many signed the two statements drawn that share most; ``table`` has their pairs.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load({"a": ["Cuba", "Peru"], "b": ["Peru"], "c": ["Cuba"]})
    >>> venn_finding(corpus, pairs(corpus))
    '1 state is named under both statements: a and b'
    """
    best, labels = _closest_pair(table), statement_labels(part)
    both = overlap_tally(part, best["a"], best["b"])
    if not best["shared_max"] and not both.apart and not both.perhaps:
        two = len(labels) == 2  # noqa: PLR2004 - both, or pairs
        none = "The two statements share no" if two else "No two of the statements share a"
        return f"{none} {members(part, 1)}: {listing(labels.tolist())}"
    most = f"{sentence(amount(part, both))} {signed(part, both)} both statements"
    return f"{most}: {_pair(part, best)}"


def _closest_pair(table: pd.DataFrame) -> pd.Series[Any]:
    """Return the pair that shares most for certain; of several, that which may share most."""
    return table.sort_values(_SHARED, ascending=False, kind="stable").iloc[0]


def _pair(corpus: Corpus, pair: pd.Series[Any]) -> str:
    labels = statement_labels(corpus)
    return listing([labels[pair["a"]], labels[pair["b"]]])


def pair_sentence(table: pd.DataFrame, labels: pd.Series[str], done: str, most: int = 20) -> str:
    """Return how many signed both, for the pairs that share most, as one sentence.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = load("unga75")
    >>> pair_sentence(pairs(corpus), statement_labels(corpus), "Signed", most=1)
    'Signed both: Pakistan and Cuba 19–45.'
    """
    rows = table.sort_values(_SHARED, ascending=False, kind="stable").head(most).to_dict("records")
    found = [
        f"{labels[row['a']]} and {labels[row['b']]} "
        f"{Interval(row['shared_min'], row['shared_max'])}"
        for row in rows
    ]
    return f"{done} both: {'; '.join(found)}." if found else ""


def matrix_finding(corpus: Corpus) -> str:
    """Say who is named under most statements.

    Examples
    --------
    >>> from coalitions import load
    >>> matrix_finding(load("unga75"))
    '19 states are named under 2 of 4 statements, none under more'
    >>> matrix_finding(load({"a": ["Cuba", "Peru"], "b": ["Peru"]}))
    'Peru is named under 2 of 2 statements'
    """
    counts, number = corpus.records.sizes, len(corpus.statements)
    if not len(counts):
        return "No list names anybody"
    most = int(counts.max())
    top = list(corpus.records.rows[counts == most])
    few = len(top) <= MOST_NAMED
    who = opening(corpus, top) if few else sentence(counted(corpus, top))
    who_is = f"{who} {'is' if len(top) == 1 else 'are'} named"
    if number == 1:
        return f"{who_is} under the one statement"
    if most == 1:
        return f"{who_is}, {'' if len(top) == 1 else 'each '}under 1 of {number:,} statements"
    rest = ", none under more" if most < number else ""
    return f"{who_is} under {most:,} of {number:,} statements{rest}"


def cosigning_finding(corpus: Corpus, graph: nx.Graph[str]) -> str:
    """Say who is named together most.

    Examples
    --------
    >>> from coalitions import cosigning_graph, load
    >>> corpus = load("unga75")
    >>> cosigning_finding(corpus, cosigning_graph(corpus))
    '19 states are named together most: under 2 of 4 statements'
    """
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
