"""What is given in the wrong place or of the wrong type: one sentence, and no error from below."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import coalitions as co
from coalitions.errors import ChoiceError, CoalitionsError
from coalitions.looks import own_colours


class Other:
    """Something that nothing takes."""


#: Values of which each is wrong in most places.
WRONG = [
    5,
    -1,
    1.5,
    float("nan"),
    10**30,
    "nope",
    b"x",
    [],
    {},
    [5],
    [[5]],
    Other(),
    pd.DataFrame(),
    np.array([1, 2]),
    nx.Graph(),
    "\ud800",
]


@pytest.fixture(scope="module")
def given():
    corpus = co.load("unga75")
    camps = co.select(co.load("un-china"), stance="critical")
    ties = co.cosigning_ties(camps, partial="named", model="fixedrow")
    return {
        "corpus": corpus,
        "camps": camps,
        "ties": ties,
        "network": co.two_mode_graph(corpus),
        "pairs": co.cosigning_graph(camps),
        "ax": co.draw_timeline(corpus),
    }


#: What is called with each wrong value in one place: no value may raise anything but our own.
CALLS = {
    "load layout": lambda _, x: co.load("unga75", layout=x),
    "load columns": lambda _, x: co.load({"a": ["Cuba"]}, columns=x),
    "load max_size": lambda _, x: co.load("unga75", max_size=x),
    "load noun": lambda _, x: co.load({"a": ["Ana"]}, members="any", noun=x),
    "extract date": lambda _, x: co.extract_statements("by Cuba and Chad", date=x),
    "extract groups": lambda _, x: co.extract_statements("by Cuba and Chad", groups=x),
    "select event": lambda g, x: co.select(g["corpus"], event=x),
    "select statements": lambda g, x: co.select(g["corpus"], statements=x),
    "in_language": lambda g, x: co.in_language(g["corpus"], x),
    "pairs of": lambda g, x: co.pairs(g["corpus"], of=x),
    "pairs statements": lambda g, x: co.pairs(g["corpus"], statements=x),
    "regions statements": lambda g, x: co.regions(g["corpus"], statements=x),
    "count_pairs of": lambda g, x: co.count_pairs(g["corpus"].signatures, of=x),
    "compare_statements": lambda g, x: co.compare_statements(g["corpus"], x, x),
    "flows": lambda g, x: co.flows(g["camps"], x),
    "backbone_graph ties": lambda g, x: co.backbone_graph(g["camps"], x),
    "find_camps ties": lambda g, x: co.find_camps(g["camps"], x),
    "node_measures communities": lambda g, x: co.node_measures(g["corpus"], communities=x),
    "node_measures partial": lambda g, x: co.node_measures(g["corpus"], partial=x),
    "rank_survival measure": lambda g, x: co.rank_survival(g["corpus"], measure=x),
    "representation correction": lambda g, x: co.group_representation(g["corpus"], correction=x),
    "compare_slices": lambda _, x: co.compare_slices(x),
    "compare_slices table": lambda _, x: co.compare_slices({"a": x}),
    "with_ties": lambda g, x: co.with_ties(g["pairs"], x),
    "with_communities": lambda g, x: co.with_communities(g["pairs"], x),
    "node_looks by": lambda g, x: co.node_looks(g["network"], by=x),
    "node_looks seed": lambda _, x: co.node_looks(nx.Graph(), seed=x),
    "draw ax": lambda g, x: co.draw_venn(g["corpus"], ax=x),
    "draw theme": lambda g, x: co.draw_timeline(g["corpus"], theme=x),
    "draw size": lambda g, x: co.draw_timeline(g["corpus"], size=x),
    "draw size of a network": lambda g, x: co.draw_network(g["corpus"], size=x),
    "draw size of an upset": lambda g, x: co.draw_upset(g["corpus"], size=x),
    "draw looks": lambda g, x: co.draw_network(g["network"], looks=x),
    "draw region": lambda g, x: co.draw_worldmap(g["corpus"], region=x),
    "own_colours theme": lambda _, x: own_colours({}, ["yes", "no"], x),
    "save_figure ax": lambda _, x: co.save_figure(x, "a.svg"),
    "save_figure path": lambda g, x: co.save_figure(g["ax"], x),
    "save_figure dpi": lambda g, x: co.save_figure(g["ax"], "a.png", dpi=x),
    "write_card path": lambda g, x: co.write_card(g["corpus"], x),
    "write_graph path": lambda g, x: co.write_graph(g["network"], x),
    "write_graph looks": lambda g, x: co.write_graph(g["network"], "a.gexf", looks=x),
    "write_graph time": lambda g, x: co.write_graph(g["network"], "a.gexf", time=x),
    "read_graph": lambda _, x: co.read_graph(x),
    "paper tables": lambda g, x: co.write_paper_tables(g["corpus"], "a.md", tables=x),
    "describe of": lambda g, x: co.describe(g["corpus"], of=x),
    "bibliography model": lambda g, x: co.bibliography(g["corpus"], model=x),
    "report only": lambda g, x: co.write_report(g["corpus"], "r", only=["nope", x]),
    "report options": lambda g, x: co.write_report(g["corpus"], "r", only="methods", options=x),
    "report step": lambda g, x: co.write_report(g["corpus"], "r", only="methods", step=x),
    "report theme": lambda g, x: co.write_report(g["corpus"], "r", only="methods", theme=x),
    "page theme": lambda g, x: co.explorer_page(g["corpus"], theme=x),
    "page ties": lambda g, x: co.explorer_page(g["corpus"], ties=x),
    "page title": lambda g, x: co.explorer_page(g["corpus"], title=[x]),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_value_is_refused_in_a_sentence_of_ours(call, given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = []
    for value in WRONG:
        try:
            CALLS[call](given, value)
        except CoalitionsError as error:
            told.append(str(error))
    assert told
    assert not [message for message in told if "object at 0x" in message]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda g: co.draw_venn(g["corpus"], ax=5), "ax: 5: expected axes"),
        (lambda g: co.draw_venn(g["corpus"], theme=5), "`theme`: 5: choose light, dark or grey"),
        (lambda g: co.draw_venn(g["corpus"], size=5), "size: 5: choose one of column, page"),
        (lambda g: co.draw_venn(g["corpus"], annotate="x"), "annotate: 'x': expected True or"),
        (lambda g: co.write_graph(g["network"], "a.gexf", looks=5), "looks: 5: expected a table"),
        (lambda g: co.write_graph(g["network"], 5), "path: 5: expected the name of a file"),
        (lambda _: co.save_figure(5, "a.svg"), r"ax: 5: expected the axes that a draw_… function"),
        (lambda g: co.with_ties(g["pairs"], 5), "ties: 5: expected a table: make it with cosig"),
        (
            lambda g: co.explorer_page(g["corpus"], theme="dark"),
            "`theme`: 'dark': expected one for",
        ),
        (lambda _: co.compare_slices(5), "tables: 5: expected a table for each slice"),
        (lambda g: co.node_looks(g["network"], seed="x"), "seed 'x': expected a whole number from"),
        (lambda _: co.load("unga75", max_size=10**30), "max_size 10+: expected a number of bytes"),
    ],
)
def test_the_sentence_says_where_what_and_what_was_expected(call, said, given):
    with pytest.raises((ChoiceError, CoalitionsError), match=said):
        call(given)


@pytest.mark.parametrize(
    "call",
    [
        lambda g: co.explorer_page(g["corpus"], titel="Who"),
        lambda g: co.write_report(g["corpus"], "r", titel="Who"),
        lambda g: co.write_document(g["corpus"], "r.html", titel="Who"),
        lambda g: co.draw_venn(g["corpus"], titel="Who"),
    ],
)
def test_a_word_that_nothing_takes_is_refused_as_python_does(call, given, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TypeError, match="takes no `titel`: it takes title"):
        call(given)
    assert not list(tmp_path.iterdir())
