"""The methods paragraphs: what was counted, how, and what is not known."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

import pandas as pd

from coalitions import Corpus, __version__, describe, select

if TYPE_CHECKING:
    import pytest


def paragraphs(corpus: Corpus) -> dict[str, str]:
    """Return heading → paragraph."""
    head, *rest = re.split(r"^## ", describe(corpus), flags=re.MULTILINE)
    assert head.strip() == "# Methods"
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip() for part in rest}


def test_it_has_these_paragraphs(small: Corpus) -> None:
    assert list(paragraphs(small)) == [
        "Corpus",
        "Completeness",
        "Overlap",
        "Networks",
        "Ties and communities",
        "Maps and flows",
        "Software",
        "References",
    ]
    assert all(paragraphs(small).values())


def test_it_says_what_the_corpus_is(small: Corpus) -> None:
    text = paragraphs(small)["Corpus"]
    # 4 + 2 + 0 + 3 names of 7 states (all but JPN).
    assert "4 joint statements from 2020-01-10 to 2021-04-04" in text
    assert "7 states are named 9 times" in text
    assert "universe is the 8 states" in text
    assert "Gazette; Herald." in text


def test_it_gives_one_date_where_there_is_one(unga75: Corpus) -> None:
    assert "4 joint statements of 2020-10-06," in paragraphs(unga75)["Corpus"]


def test_it_says_how_complete_each_list_is(small: Corpus) -> None:
    lines = paragraphs(small)["Completeness"].splitlines()
    for key, words in {
        "full": "4 declared, 4 named, complete",
        "part": "4 declared, 2 named, partial",
        "count": "3 declared, 0 named, count only",
        "plain": "no count declared, 3 named, undeclared",
    }.items():
        assert [line for line in lines if f"({key})" in line and line.endswith(words)]


def test_it_never_takes_a_gap_for_a_refusal(unga75: Corpus) -> None:
    assert "absence from a partial list is not a refusal to sign" in describe(unga75)


def test_it_names_the_universe_in_which_bounds_hold(small: Corpus) -> None:
    assert "within the universe of 8" in paragraphs(small)["Overlap"]


def test_it_names_the_software_with_its_versions(small: Corpus) -> None:
    text = paragraphs(small)["Software"]
    assert f"coalitions {__version__}" in text
    for name in ("networkx", "pandas", "numpy", "scipy", "matplotlib", "pyvis"):
        assert f"{name} {version(name)}" in text


def test_every_work_listed_is_cited_and_has_an_address(small: Corpus) -> None:
    text = paragraphs(small)
    cited = " ".join(part for head, part in text.items() if head != "References")
    works = re.split(r"^- ", text["References"], flags=re.MULTILINE)[1:]
    assert len(works) >= 4
    for work in works:
        assert "https://doi.org/" in work
        found = re.match(r"(?:\w\. ?)+ (\w+).*?\((\d{4})\)", work, flags=re.DOTALL)
        assert found is not None
        assert all(word in cited for word in found.groups())


def test_it_does_not_call_people_states() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["bill"]}),
        pd.DataFrame({"statement_id": ["bill"] * 2, "signatory": ["Ann", "Bo"]}),
        members="any",
    )
    assert "2 signatories are named 2 times" in paragraphs(corpus)["Corpus"]
    assert "states" not in paragraphs(corpus)["Corpus"]


def test_one_statement_is_not_called_statements(small: Corpus) -> None:
    text = paragraphs(select(small, topic="Air"))["Corpus"]
    assert "1 joint statement of 2021-04-04" in text


def test_it_says_what_ties_and_communities_are_held_against(
    small: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = paragraphs(small)["Ties and communities"]
    assert "Louvain's method agree (Blondel et al. 2008" in text
    assert "those known in part with the names that are known" in text
    assert "at 0.05 and not corrected" in text
    partial = paragraphs(select(small, statements=["part"]))["Ties and communities"]
    assert "Ties are pairs" not in partial
    assert "Neal" not in describe(select(small, statements=["part"]))
    monkeypatch.setattr("coalitions.findings.works.MOST_HELD", (3, 500))
    assert "Ties and communities" not in paragraphs(small)
