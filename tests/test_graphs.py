"""The three graphs: what they hold, by hand and by contract, and against networkx."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest
import worked

from coalitions import Corpus, cosigning_graph, load, select, statement_graph, two_mode_graph
from coalitions.graphs.build import GRAPHS, cosigning_multigraph

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = {
    "",
    "African",
    "Asia-Pacific",
    "Eastern European",
    "Latin American and Caribbean",
    "Western European and others",
}
STATEMENT = {
    "kind": str,
    "label": str,
    "group": str,
    "about": str,
    "count": int,
    "side": str,
    "start": str,
    "stance": str,
    "date": str,
    "event": str,
    "declared": int,
    "named": int,
    "title": str,
    "source_url": str,
    "notes": str,
}
SIGNATORY = {
    "kind": str,
    "label": str,
    "name": str,
    "group": str,
    "status": str,
    "count": int,
    "side": str,
    "start": str,
}
#: Absent where a statement takes no side, and where it declares no count.
OPTIONAL = {"about", "side", "declared"}
PROJECTED = {
    "kind": str,
    "shared": int,
    "weight": float,
    "jaccard": float,
    "overlap_coefficient": float,
    "start": str,
}
BOUNDED = {"shared_min": int, "shared_max": int, "jaccard_min": float, "jaccard_max": float}
EDGE = {
    "two-mode": {"kind": str, "shared": int, "weight": float, "role": str, "start": str},
    "cosigning": PROJECTED | {"dates": str},
    "statements": PROJECTED | BOUNDED,
}
KIND = {"two-mode": "two-mode", "cosigning": "co-signing", "statements": "statements"}
EDGE_KIND = {"two-mode": "signed", "cosigning": "co-signed", "statements": "overlap"}


def types(attributes: dict[str, object]) -> dict[str, type]:
    return {key: type(value) for key, value in attributes.items()}


def sparse() -> Corpus:
    """Return a corpus with every gap that there may be."""
    return Corpus(
        pd.DataFrame({"statement_id": ["a", "b", "c"], "declared_count": [None, 2, 0]}),
        pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["Kosovo", "PSE"]}),
    )


@pytest.fixture(scope="module", params=["worked", "unga75", "un-china", "sparse", "any"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    if request.param in {"worked", "sparse"}:
        return worked.corpus() if request.param == "worked" else sparse()
    if request.param == "any":
        people = worked.signatures().assign(signatory=lambda t: "M. " + t["signatory"])
        return Corpus(worked.statements().assign(lead=""), people, members="any")
    return load(request.param)


# The contract


@pytest.mark.parametrize("name", GRAPHS)
def test_the_graph_keeps_the_contract(corpus: Corpus, name: str) -> None:
    graph = GRAPHS[name](corpus)
    assert type(graph) is nx.Graph
    assert types(graph.graph) == {
        "kind": str,
        "members": str,
        "noun": str,
        "noun_plural": str,
        "universe": int,
        "apart": int,
        "method": str,
        "completeness": str,
        "source": str,
        "last_date": str,
    } | ({"assumed": bool} if corpus.assumed else {})
    assert graph.graph.get("assumed", False) == corpus.assumed
    assert graph.graph["kind"] == KIND[name]
    assert graph.graph["universe"] == corpus.universe + graph.graph["apart"]
    assert all(graph.graph[key] for key in ("method", "completeness", "source"))
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", graph.graph["last_date"])
    assert not list(nx.selfloop_edges(graph))


@pytest.mark.parametrize("name", GRAPHS)
def test_nodes_keep_the_contract(corpus: Corpus, name: str) -> None:
    graph = GRAPHS[name](corpus)
    for node, data in graph.nodes(data=True):
        assert type(node) is str
        told = STATEMENT if data["kind"] == "statement" else SIGNATORY
        assert types(data) == {k: t for k, t in told.items() if k in data or k not in OPTIONAL}
        assert data["kind"] in {"statement", "signatory"}
        assert data.get("side") in {"support", "critical", "both", None}
        assert data["label"]
        if data["kind"] == "signatory":
            assert data["group"] in GROUPS
            assert data["count"] >= 1
            assert data["name"]
            assert data["status"] in {"member", "observer", "non-member", ""}
        else:
            assert data.get("side", "") == data["stance"]
            assert data["count"] == data.get("declared", data["named"])
            assert data.get("declared", 0) >= 0
            assert data["title"]


@pytest.mark.parametrize("name", GRAPHS)
def test_edges_keep_the_contract(corpus: Corpus, name: str) -> None:
    graph = GRAPHS[name](corpus)
    for _, _, data in graph.edges(data=True):
        assert types(data) == EDGE[name]
        assert data["kind"] == EDGE_KIND[name]
        assert data["shared"] >= 1
        assert data["weight"] == data["shared"]
        if "jaccard" in data:
            assert 0 < data["jaccard"] <= data["overlap_coefficient"] <= 1
        if "shared_min" in data:
            assert data["shared"] <= data["shared_min"] <= data["shared_max"]
            assert 0 < data["jaccard_min"] <= data["jaccard_max"] <= 1
        if "role" in data:
            assert data["role"] in {"lead", "signatory"}


def test_the_nodes_are_who_is_named_and_what_is_stated(corpus: Corpus) -> None:
    statements = list(corpus.statements["statement_id"])
    named = sorted(set(corpus.signatures["signatory"]))
    assert list(two_mode_graph(corpus)) == statements + named
    assert list(cosigning_graph(corpus)) == named
    assert list(statement_graph(corpus)) == statements


def test_a_node_is_the_same_in_the_two_mode_graph_and_its_projections(corpus: Corpus) -> None:
    whole = two_mode_graph(corpus)
    for part in (cosigning_graph(corpus), statement_graph(corpus)):
        for node, data in part.nodes(data=True):
            assert data == whole.nodes[node]


# Time


@pytest.mark.parametrize("name", GRAPHS)
def test_nodes_and_edges_start_with_their_statements(corpus: Corpus, name: str) -> None:
    graph = GRAPHS[name](corpus)
    date = corpus.statements.set_index("statement_id")["date"].to_dict()
    named = {s: set(rows) for s, rows in corpus.signatures.groupby("statement_id")["signatory"]}
    for node, data in graph.nodes(data=True):
        own = [node] if node in date else [s for s in named if node in named[s]]
        # The empty text, no date, sorts first.
        assert data["start"] == min(date[s] for s in own)
    for a, b, data in graph.edges(data=True):
        if name == "two-mode":
            assert data["start"] == date[a]
        elif name == "statements":
            assert data["start"] == max(date[a], date[b])
        else:
            shared = sorted(date[s] for s in named if {a, b} <= named[s])
            assert data["start"] == shared[0]
            assert data["dates"].split() == [each for each in shared if each]
            assert data["shared"] == len(shared)


def test_a_tie_through_a_statement_without_a_date_is_always_there() -> None:
    pair = pd.DataFrame({"statement_id": list("aabb"), "signatory": ["CUB", "CHN"] * 2})
    statements = pd.DataFrame({"statement_id": ["a", "b"], "date": ["2020-01-02", ""]})
    graph = cosigning_graph(Corpus(statements, pair))
    edge = graph.edges["CHN", "CUB"]
    assert (edge["start"], edge["dates"], edge["shared"]) == ("", "2020-01-02", 2)
    assert graph.nodes["CUB"]["start"] == ""


# Thresholds, and an edge a statement


@pytest.mark.parametrize("build", [cosigning_graph, statement_graph])
def test_a_threshold_leaves_out_ties_and_no_nodes(corpus: Corpus, build: Any) -> None:
    whole, part = build(corpus), build(corpus, min_shared=2)
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))
    strong = [(a, b, data) for a, b, data in whole.edges(data=True) if data["shared"] >= 2]
    assert list(part.edges(data=True)) == strong
    assert "Pairs that share fewer than 2 " in part.graph["method"]
    assert "fewer than" not in whole.graph["method"]


@pytest.mark.parametrize("least", [1, 2])
def test_an_edge_a_statement_adds_up_to_the_co_signing_graph(corpus: Corpus, least: int) -> None:
    simple = cosigning_graph(corpus, min_shared=least)
    parallel = cosigning_multigraph(corpus, min_shared=least)
    assert dict(parallel.nodes(data=True)) == dict(simple.nodes(data=True))
    assert set(map(frozenset, parallel.edges())) == set(map(frozenset, simple.edges))
    date = corpus.statements.set_index("statement_id")["date"].to_dict()
    signed = set(corpus.signatures[["statement_id", "signatory"]].itertuples(index=False))
    for a, b, data in simple.edges(data=True):
        edges = parallel.get_edge_data(a, b)
        assert len(edges) == data["shared"]
        for statement, edge in edges.items():
            start = date[statement]
            assert edge == {"kind": statement, "shared": 1, "weight": 1.0, "start": start}
            assert {(statement, a), (statement, b)} <= signed


# Against networkx


def test_projections_are_those_of_networkx(corpus: Corpus) -> None:
    whole = two_mode_graph(corpus)
    for part in (cosigning_graph(corpus), statement_graph(corpus)):
        shared = nx.bipartite.weighted_projected_graph(whole, list(part))
        jaccard = nx.bipartite.overlap_weighted_projected_graph(whole, list(part), jaccard=True)
        smaller = nx.bipartite.overlap_weighted_projected_graph(whole, list(part), jaccard=False)
        assert set(map(frozenset, part.edges)) == set(map(frozenset, shared.edges))
        for a, b, data in part.edges(data=True):
            assert data["shared"] == shared.edges[a, b]["weight"]
            assert data["jaccard"] == pytest.approx(jaccard.edges[a, b]["weight"])
            assert data["overlap_coefficient"] == pytest.approx(smaller.edges[a, b]["weight"])


def test_the_two_mode_graph_is_bipartite(corpus: Corpus) -> None:
    graph = two_mode_graph(corpus)
    for a, b in graph.edges:
        assert graph.nodes[a]["kind"] == "statement"
        assert graph.nodes[b]["kind"] == "signatory"
    signed = corpus.signatures[["statement_id", "signatory"]]
    assert set(graph.edges) == set(signed.itertuples(index=False, name=None))
    for node, data in graph.nodes(data=True):
        assert graph.degree[node] == data["named" if data["kind"] == "statement" else "count"]


# By hand


def pairs_of(names: str) -> Iterator[frozenset[str]]:
    return map(frozenset, combinations(names.split(), 2))


def test_the_worked_co_signing_graph(small: Corpus) -> None:
    graph = cosigning_graph(small)
    # Each pair of full, of part, of plain; no pair stands together twice.
    edges = {*pairs_of("CHN CUB KEN PAK"), *pairs_of("CHN NAM"), *pairs_of("DEU FRA KEN")}
    assert set(map(frozenset, graph.edges)) == edges
    assert {data["shared"] for *_, data in graph.edges(data=True)} == {1}
    coefficients = {
        ("CUB", "PAK"): (1, 1),  # both under full only
        ("CHN", "CUB"): (1 / 2, 1),  # full and part, full
        ("CHN", "KEN"): (1 / 3, 1 / 2),  # full and part, full and plain
    }
    for pair, expected in coefficients.items():
        edge = graph.edges[pair]
        assert (edge["jaccard"], edge["overlap_coefficient"]) == pytest.approx(expected)


def test_the_worked_statement_graph(small: Corpus) -> None:
    graph = statement_graph(small)
    assert set(graph.edges) == {("full", "part"), ("full", "plain")}
    edge = graph.edges["full", "part"]
    # Named: 1 of 4 and 2. Declared 4 and 4, overlap 1 to 3.
    assert edge == pytest.approx(
        {
            "kind": "overlap",
            "shared": 1,
            "weight": 1.0,
            "jaccard": 1 / 5,
            "overlap_coefficient": 1 / 2,
            "start": "2020-02-20",
            "shared_min": 1,
            "shared_max": 3,
            "jaccard_min": 1 / 7,
            "jaccard_max": 3 / 5,
        }
    )
    edge = graph.edges["full", "plain"]
    assert (edge["shared_min"], edge["shared_max"]) == (1, 1)
    assert edge["jaccard_min"] == edge["jaccard_max"] == edge["jaccard"] == pytest.approx(1 / 6)


def test_the_worked_nodes(small: Corpus) -> None:
    graph = two_mode_graph(small)
    states = {n: d for n, d in graph.nodes(data=True) if d["kind"] == "signatory"}
    assert {node: data["side"] for node, data in states.items()} == worked.SIDES
    counts = {node: data["count"] for node, data in states.items()}
    assert counts == dict.fromkeys(("CUB", "DEU", "FRA", "NAM", "PAK"), 1) | {"CHN": 2, "KEN": 2}
    assert states["NAM"]["name"] == states["NAM"]["label"] == "Namibia"
    assert states["CUB"]["group"] == "Latin American and Caribbean"
    keys = ("count", "declared", "named", "stance", "side", "date", "group")
    assert [tuple(graph.nodes[s].get(key) for key in keys) for s in worked.IDS] == [
        (4, 4, 4, "support", "support", "2020-01-10", "Land; Sea"),
        (4, 4, 2, "support", "support", "2020-02-20", "Sea"),
        (3, 3, 0, "critical", "critical", "2021-03-03", "Land"),
        (3, None, 3, "critical", "critical", "2021-04-04", "Air"),
    ]
    assert graph.edges["full", "CUB"]["role"] == "lead"
    assert graph.edges["full", "CHN"]["role"] == "signatory"
    assert graph.graph["last_date"] == "2021-04-04"


def test_a_side_is_taken_over_the_statements_of_the_graph(small: Corpus) -> None:
    for topic, side in {"Land": "support", "Air": "critical"}.items():
        assert two_mode_graph(select(small, topic=topic)).nodes["KEN"]["side"] == side
    # Somalia: Hong Kong 2020 in support, Canada's statement of 2022 critical.
    assert two_mode_graph(load("un-china")).nodes["SOM"]["side"] == "both"


def test_core_case(unga75: Corpus) -> None:
    graph = two_mode_graph(unga75)
    # 1 + 25 + 45 + 39 names; 52 states in support and 39 others, and the four statements.
    assert graph.number_of_edges() == 110
    assert len(graph) == 52 + 39 + 4
    assert nx.number_connected_components(graph) == 3  # Kuwait; Pakistan with Cuba; Germany
