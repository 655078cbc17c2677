"""A graph with everything that a file may have to hold, its looks, and how it comes back."""

from __future__ import annotations

from functools import cache
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from coalitions import (
    cosigning_graph,
    cosigning_ties,
    find_communities,
    load,
    node_looks,
    with_communities,
    with_ties,
)
from coalitions.graphs.build import GRAPHS, cosigning_multigraph

KINDS = ("co-signed", "overlap", "signed")
EDGE_COLOUR = "#0A64C8"
AWKWARD = ["a <b> & \"c\" 'd'", "😀 Türkiye", "עברית عربي", " spaces ", "line\nend\ttab", "nul\x00"]
# The names that GEXF gives to attributes of its own elements, or Gephi to its columns.
NAMES = ["id", "pid", "start", "end", "type", "for", "timeset", "Interval", "Weight", "source"]


@cache
def graph_of(corpus: str, kind: str) -> nx.Graph:
    """Return a corpus' graph, "parallel" being the co-signing one with a tie a statement."""
    return GRAPHS.get(kind, cosigning_multigraph)(load(corpus))


@cache
def looks_of(corpus: str, kind: str) -> pd.DataFrame:
    return node_looks(graph_of(corpus, "cosigning" if kind == "parallel" else kind))


@cache
def told_graph() -> nx.Graph:
    """Return a graph whose edges tell of a null model, whose signatories of communities."""
    letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(6)} | {"c": ["Ann", "Di"]}
    letters |= {f"b{n}": ["Di", "Ed"] for n in range(6)}
    corpus = load(letters, members="any")
    ties = cosigning_ties(corpus, model="fixedrow", tail="two-sided")
    return with_communities(with_ties(cosigning_graph(corpus), ties), find_communities(corpus))


def sample() -> nx.Graph:
    graph = nx.Graph(
        kind="co-signing", method="How it was made.", source="A source.", last_date="2020-10-06"
    )
    for number in range(100):
        graph.add_node(
            f"N{number:02}",
            kind="signatory",
            label=f"State {number}",
            text=AWKWARD[number % len(AWKWARD)],
            whole=number - 50,
            wide=number * 2**40,
            huge=2**70 + number,
            part=number / 7,
            mixed_numbers=number if number % 2 else number / 3,
            mixed=number if number % 2 else "text",
            yes=number % 3 == 0,
            gap=None if number % 4 else number,
            scalar=np.int16(number),
            lost=float("nan") if number % 5 else 1.5,
            **{name: f"{name} {number}" for name in NAMES},
        )
    for number in range(100):
        for step in (1, 7):
            graph.add_edge(
                f"N{number:02}",
                f"N{(number + step) % 100:02}",
                kind=KINDS[(number + step) % 3],
                weight=1 + number / 4,
                shared=number + 1,
                jaccard=number / 99,
                label=f"edge {number}",
                type="any",
            )
    graph.edges["N00", "N01"]["colour"] = EDGE_COLOUR
    return graph


def looks(graph: nx.Graph) -> pd.DataFrame:
    numbers = np.arange(len(graph))
    return pd.DataFrame(
        {
            "x": 300 * np.cos(numbers / 9),
            "y": 300 * np.sin(numbers / 9),
            "colour": [f"#{number * 2:02X}{255 - number:02X}7F" for number in numbers],
            "size": 4 + numbers / 10,
        },
        index=list(graph),
    )


def expected(value: object) -> object:
    """Return a value as a file holds it and JSON brings it back; None where it is left out."""
    if isinstance(value, float) and np.isnan(value):
        return None
    if isinstance(value, np.integer):
        return int(value)
    if isinstance(value, int) and abs(value) >= 2**63:
        return str(value)
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def attributes(data: dict[str, Any], *own: str) -> dict[str, object]:
    kept = {name: expected(value) for name, value in data.items() if name not in own}
    if isinstance(kept.get("mixed"), int):
        kept["mixed"] = str(kept["mixed"])
    return {name: value for name, value in kept.items() if value is not None}
