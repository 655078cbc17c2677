"""The same fact is said in the same words, in figure, card, map and report."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

import coalitions
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
from coalitions.report.besides import _PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterator

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


#: What goes wrong is said where it is found; how a diagram is read, in the registry of diagrams.
WRONG = {"raise", "warn", "least_shared", "ChoiceError"}
ERRORS = {
    "no list names anybody: there is nothing to draw",
    "no two are named together under {} statements",
    "a figure is one file: give it a name that ends in .svg, .png or .pdf",
    "leaves no room for words",
    "is wider than any sheet",
    "Failed to find font weight",  # of a library, which is left out
    "put it there, or run this where it is; what was read is kept in corpus/ of the report",
    "it is there as seen from ",
    _PROGRAM,  # for Python
}


def sentences(tree: ast.AST) -> Iterator[str]:
    """Give the texts of five words and more in a module that are no docstring and no error."""
    for node in ast.iter_child_nodes(tree):
        called = getattr(node, "func", None)
        name = getattr(called, "id", getattr(called, "attr", ""))
        if isinstance(node, ast.Raise) or name in WRONG:
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if len(re.findall(r"[A-Za-z]{2,}", node.value)) >= 5 and " " in node.value:
                yield node.value
        else:
            yield from sentences(node)


@pytest.mark.parametrize("room", ["figures", "report"])
def test_every_sentence_about_data_stands_in_findings(room: str) -> None:
    package = Path(coalitions.__file__).parent
    found = {
        (path.name, text)
        for path in (package / room).rglob("*.py")
        if path.name != "registry.py"
        for text in sentences(ast.parse(path.read_text(encoding="utf-8")))
    }
    style = {pair for pair in found if "sans-serif" in pair[1] or pair[1].startswith("/*")}
    assert {pair for pair in found - style if pair[1] not in ERRORS} == set()
    assert len(list(sentences(ast.parse("x = 'Who signed both of these statements'")))) == 1
