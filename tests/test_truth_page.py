"""What the page promises of its numbers and of its size, read off the page as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest
from markupsafe import escape

from coalitions import Corpus, load, node_looks, pairs, regions, statement_ledger, write_card
from coalitions.explorer import notebook
from coalitions.explorer.notebook import explorer_page
from coalitions.explorer.page import explorer_html
from coalitions.files.links import is_link
from coalitions.findings import page_title
from coalitions.names.gazetteer import states
from coalitions.report.page import Made, report_html
from coalitions.report.parts import PARTS

if TYPE_CHECKING:
    from pathlib import Path

    from coalitions.explorer.records import Record


def letters(*sizes: int) -> Corpus:
    """One letter for each number, of so many persons: the first of one list of names."""
    signed = [(f"letter-{i}", f"person-{n}") for i, size in enumerate(sizes) for n in range(size)]
    return Corpus(
        pd.DataFrame({"statement_id": [f"letter-{i}" for i in range(len(sizes))]}),
        pd.DataFrame(signed, columns=["statement_id", "signatory"]),
        members="any",
    )


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.mark.parametrize(
    ("sizes", "networks"),
    [((1_500,), 0), ((501, 2), 0), ((5, 700, 3), 0), ((400, 400, 400), 1)],
)
def test_a_long_list_has_a_page_without_its_cosigning_network(
    sizes: tuple[int, ...], networks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """6,000 names under one letter make 17,997,000 pairs, which took 8 GB to write down."""
    asked: list[Corpus] = []
    whole = notebook.cosigning_graph
    monkeypatch.setattr(notebook, "cosigning_graph", lambda one: (asked.append(one), whole(one))[1])
    nodes = data_of(explorer_page(letters(*sizes)).html)["nodes"]
    assert len(asked) == networks
    people = [node for node in nodes if node["kind"] == "signatory"]
    assert len(people) == max(sizes)
    assert all(len(node["cosigning"]) == 2 for node in people)  # the view is there all the same


def test_a_small_corpus_lays_its_cosigning_network_out_for_its_own_sake() -> None:
    nodes = data_of(explorer_page(load("unga75")).html)["nodes"]
    people = [node for node in nodes if node["kind"] == "signatory"]
    assert any(node["cosigning"] != [node["x"], node["y"]] for node in people)


#: What a cell may hold that looks like a link, or sends a password along, and must stay text.
NO_LINKS = (
    "https://me:secret@example.org/a",
    "https://me@example.org/a",
    "http://:secret@example.org",
    "https://un.org%2f@example.org/",
    "https://un.org\\@example.org/",
    "https://@example.org/",
    "javascript:alert(1)",
    "JavaScript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/hosts",
    "ftp://example.org/a",
    "//example.org/a",
    "https://",
    "https:///a",
    "https://example.org/a b",
    'https://example.org/" onclick="x',
    "https://[::1",
    "the printed Gazette, page 3",
)
LINKS = (
    "https://example.org/a?b=c@d#e",
    "HTTP://example.org",
    "https://example.org/a@b",
    "https://xn--e1afmkfd.example/",
)


def test_only_plain_addresses_of_the_web_are_links() -> None:
    assert [text for text in NO_LINKS if is_link(text)] == []
    assert [text for text in LINKS if not is_link(text)] == []


@pytest.mark.parametrize("text", NO_LINKS)
def test_report_and_card_show_as_text_what_is_no_link(text: str, tmp_path: Path) -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], "source_url": [text], "stance": ["support"]}),
        pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["CUB", "FJI"]}),
    )
    tables = {
        "ledger": statement_ledger(corpus),
        "pairs": pairs(corpus),
        "regions": regions(corpus),
    }
    report = report_html(corpus, Made(frozenset(PARTS["folder"]), tables, [], []))
    card = write_card(corpus, tmp_path / "card.html").read_text(encoding="utf-8")
    for page in (report, card):
        assert not re.search(
            r'href="(?!#|explorer\.html|tables/|graphs/|corpus/|methods|references|manifest|data:,)',
            page,
        )
    assert str(escape(text)) in report


@pytest.mark.parametrize(
    ("statements", "signatories", "about", "title"),
    [
        (2, [{}, {"apart": "the European Union"}], {"universe": 196, "apart": 1},
         "1 of 195 states and the European Union are named under 2 joint statements"),
        (1, [{"apart": "Kosovo"}], {"universe": 196, "apart": 1},
         "Kosovo is named under 1 joint statement"),
        (1, [{"apart": "the European Union"}, {"apart": "Kosovo"}], {"universe": 197, "apart": 2},
         "The European Union and Kosovo are named under 1 joint statement"),
        (3, [{}] * 25 + [{"apart": "x"}] * 3, {"universe": 198, "apart": 3},
         "25 of 195 states and 3 others are named under 3 joint statements"),
        (1, [{}] * 1264, {"universe": 1264, "noun": ["senator", "senators"]},
         "1,264 senators are named under 1 joint statement"),
        (1, [{}], {"universe": 1, "noun": ["person", "people"]},
         "1 person is named under 1 joint statement"),
        (2, [{}] * 3, {"universe": 100, "noun": ["senator", "senators"]},
         "3 of 100 senators are named under 2 joint statements"),
    ],
)  # fmt: skip
def test_title_counts_what_it_says(
    statements: int, signatories: list[Record], about: Record, title: str
) -> None:
    nodes = [{"kind": "statement"}] * statements
    nodes += [{"kind": "signatory", **node} for node in signatories]
    assert page_title(nodes, {"noun": ["state", "states"], **about}) == title


@pytest.mark.parametrize(
    ("key", "spoken"),
    [("EUE", "the European Union"), ("XOM", "the Order of Malta"), ("XKX", "Kosovo"),
     ("COK", "the Cook Islands"), ("NIU", "Niue")],
)  # fmt: skip
def test_who_is_no_state_is_told_to_the_page_as_it_stands_in_a_sentence(
    key: str, spoken: str
) -> None:
    known = states().set_index("signatory")
    graph = nx.Graph(kind="two-mode", universe=196)
    name, status = known["name"][key], known["kind"][key]
    graph.add_node(key, kind="signatory", label=name, name=name, status=status, count=1)
    data = data_of(explorer_html(graph, node_looks(graph)))
    assert data["nodes"][0]["apart"] == spoken
    assert data["graph"]["apart"] == 1


def test_what_was_not_declared_or_recorded_is_not_in_the_page() -> None:
    data = data_of(explorer_page(letters(3, 2)).html)
    statements = [node for node in data["nodes"] if node["kind"] == "statement"]
    assert not any("declared" in node for node in statements)
    assert {node.get("side", "") for node in data["nodes"]} == {""}
    assert data["graph"]["subtitle"] == ""


def test_a_graph_with_the_european_union_has_the_map_of_states() -> None:
    graph = nx.Graph(kind="two-mode", members="states", universe=196)
    graph.add_node("st", kind="statement", label="Pledge", count=2, named=2)
    graph.add_node("CUB", kind="signatory", label="Cuba", group="African", status="member", count=1)
    graph.add_node("EUE", kind="signatory", label="EU", status="non-member", count=1)
    graph.add_edges_from([("st", "CUB"), ("st", "EUE")])
    looks = node_looks(graph)
    assert len(data_of(explorer_html(graph, looks))["graph"]["tiles"]) == 195
    graph.graph["universe"] = 20  # others could not have signed: a map of all would say they could
    assert "tiles" not in data_of(explorer_html(graph, looks))["graph"]
