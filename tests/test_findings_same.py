"""The same fact is said in the same words, in figure, card, map and report."""

from __future__ import annotations

import networkx as nx
import pytest

from coalitions import Corpus, cosigning_graph, load, pairs, select, two_mode_graph
from coalitions.findings import (
    both_signed,
    card_finding,
    graph_finding,
    map_finding,
    overlap_finding,
    sentence,
    story,
    venn_finding,
)

TWO = ["2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"]
CORPORA = {
    "declared": lambda: select(load("unga75"), statements=TWO),
    "printed": lambda: load({"may": ["Cuba", "Peru"], "june": ["Peru", "Chad"]}),
    "nobody": lambda: load({"may": ["Cuba"], "june": ["Peru", "Chad"]}),
    "senators": lambda: load({"a": ["Ann", "Bo"], "b": ["Bo"]}, members="any", noun="senator"),
    "apart": lambda: load({"may": ["Cuba", "European Union"], "june": ["European Union", "Cuba"]}),
}


@pytest.mark.parametrize("name", CORPORA)
def test_how_many_signed_both_is_said_alike(name: str) -> None:
    corpus: Corpus = CORPORA[name]()
    said = both_signed(corpus, *corpus.statements["statement_id"])
    title, opening = overlap_finding(corpus, corpus, pairs(corpus)), " ".join(story(corpus))
    if name == "nobody":
        assert title == "No two statements share a signatory"
        assert f"{title}." in opening
    else:
        assert said in title
        assert f"overlap: {said}, " in opening
        assert venn_finding(corpus, pairs(corpus)).startswith(f"{sentence(said)}: ")
    if name == "declared":
        assert said == "19 to 45 states signed both statements"
    elif name != "nobody":
        assert " named under both statements" in said
    assert card_finding(corpus).startswith(sentence(said))
    if corpus.members == "states":
        assert map_finding(corpus).startswith(f"{sentence(said)}, ")


def test_a_graph_without_a_corpus_counts_in_one_and_in_many() -> None:
    graph = cosigning_graph(load({"a": ["Cuba", "Peru"]}))
    assert graph_finding(graph) == "2 states, 1 pair named together"
    assert graph_finding(two_mode_graph(load({"a": ["Cuba"]}))) == "1 state, 1 signature"
    assert graph_finding(nx.Graph(kind="two-mode")) == "0 signatories, 0 signatures"
