"""What the page promises of its numbers and of its size, read off the page as text."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import pytest

from coalitions import Corpus, load
from coalitions.explorer import explorer_page, notebook


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
