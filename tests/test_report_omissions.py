"""What a report leaves out, and that it says so: on the page, in the manifest, and aloud."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import Corpus, write_document, write_report
from coalitions.errors.problems import CoalitionsWarning
from coalitions.explorer.notebook import explorer_page
from coalitions.figures.registry import FIGURES
from coalitions.graphs import build as graphs
from coalitions.graphs import sharing
from coalitions.graphs.sharing import MOST_UNASKED, has_few_ties
from coalitions.report import document, omissions, page
from coalitions.report import folder as report_folder

if TYPE_CHECKING:
    from pathlib import Path


def letters(*lists: range) -> Corpus:
    """Return a letter for each range of numbers, signed by those persons."""
    rows = [(f"l{n}", f"p{k:05}") for n, people in enumerate(lists) for k in people]
    return Corpus(
        pd.DataFrame({"statement_id": [f"l{n}" for n in range(len(lists))]}),
        pd.DataFrame(rows, columns=["statement_id", "signatory"]),
        members="any",
    )


@pytest.mark.parametrize(
    ("lists", "small"),
    [
        ((range(500),), True),
        ((range(501),), False),
        ((range(500), range(500), range(500)), True),
        ((range(400), range(300, 700)), False),
        # The lists allow 179,850 pairs and 149,985 are there: too many; below, 122,199 are.
        ((range(100), range(50, 600)), False),
        ((range(450), range(400, 650)), False),
        ((range(450), range(5, 450), range(445, 660)), True),
    ],
)
def test_ties_are_few_where_the_graph_has_few(lists: tuple[range, ...], *, small: bool) -> None:
    pairs = {(a, b) for people in lists for a in people for b in range(a + 1, people.stop)}
    assert (len(pairs) <= MOST_UNASKED) is small
    assert has_few_ties(letters(*lists).records) is small


@pytest.mark.usefixtures("quick")
def test_of_many_pairs_those_that_share_most_are_listed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Four letters have six pairs; of one more than may be listed, it is said where the rest is."""
    corpus = letters(range(9), range(7), range(4), range(2))
    monkeypatch.setattr(omissions, "MOST_PAIRS", 6)
    assert omissions.omissions(corpus) == []
    monkeypatch.setattr(omissions, "MOST_NAMES", 3)
    found = {each.what: each.why for each in omissions.omissions(corpus)}
    assert list(found) == ["figure network", "figure matrix", "figure card"]
    assert found["figure network"].startswith("it has 4 statements, more than the 3 that a report")
    monkeypatch.setattr(omissions, "MOST_NAMES", 50)
    monkeypatch.setattr(omissions, "MOST_PAIRS", 2)
    why = "there are 6 pairs, and the 2 that share most are listed; an overlap that is asked for by"
    with pytest.warns(CoalitionsWarning) as warned:
        folder = write_report(corpus, tmp_path / "report")
    aloud = " ".join(str(each.message) for each in warned)
    assert f"the table pairs in full is left out of the report: {why}" in aloud
    assert "the figure overlap is left out of the report: it has 6 pairs, more than the 2" in aloud
    table = pd.read_csv(folder / "tables" / "pairs.csv")
    assert table[["a", "b", "shared_named"]].to_numpy().tolist() == [
        ["l0", "l1", 7],
        ["l0", "l2", 4],
    ]
    assert f"Not all are here: {why}" in (folder / "index.html").read_text(encoding="utf-8")
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["left_out"]
    assert said[0]["what"] == "table pairs in full"
    assert said[0]["why"].startswith(why)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw only the figures that this is about, and one more; 1,000 ties are many."""
    monkeypatch.setattr(omissions, "MOST_NAMES", 50)
    for module in (sharing, omissions):
        monkeypatch.setattr(module, "MOST_UNASKED", 1_000)
    kept = {kind: FIGURES[kind] for kind in ("overlap", "cosigning", "matrix", "card")}
    monkeypatch.setattr(report_folder, "FIGURES", kept)
    monkeypatch.setattr(document, "FIGURES", kept)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody build the co-signing network."""

    def build(*_: object, **__: object) -> None:
        raise AssertionError("the co-signing network is built")

    monkeypatch.setitem(graphs.GRAPHS, "cosigning", build)
    for module in ("coalitions.figures.networks.cosigning", "coalitions.explorer.notebook"):
        monkeypatch.setattr(f"{module}.cosigning_graph", build)


CASES = {
    "one letter": ((range(60),), 0, "1,770 ties"),
    "two letters": ((range(60), range(10)), 0, "graph by itself writes them"),
    "the strong ties fit": ((range(60), range(10)), 100, "of ties of 2 statements or more"),
    "none fits": (
        (range(60), range(60)),
        100,
        "no threshold of shared statements makes it",
    ),
}


@pytest.mark.usefixtures("quick", "no_network")
@pytest.mark.parametrize("case", CASES)
def test_no_report_builds_a_large_cosigning_network(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, most, said = CASES[case]
    if most:
        monkeypatch.setattr(omissions, "MOST_ASKED", most)
    corpus = letters(*lists)
    with pytest.warns(CoalitionsWarning) as warned:
        report = write_report(corpus, tmp_path / "report")
    first = str(warned[0].message)
    assert first.startswith("the figure cosigning and the graph cosigning are left out of the ")
    assert said in first
    assert "more than the 1,000 that a report builds unasked" in first
    page = (report / "index.html").read_text(encoding="utf-8")
    assert page.count(said) == 2  # in place of the figure, and of the files
    assert "cosigning.graphml" not in page
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert [each["what"] for each in manifest["left_out"]] == [
        "figure cosigning",
        "graph cosigning",
        "figure matrix",
        "figure card",
    ]
    assert said in manifest["left_out"][0]["why"]
    assert not [entry for entry in manifest["files"] if "cosigning" in entry["path"]]
    assert {path.stem for path in (report / "graphs").iterdir()} == {"two-mode", "statements"}


@pytest.mark.usefixtures("quick", "no_network")
def test_nor_does_the_document_or_the_page(tmp_path: Path) -> None:
    corpus = letters(range(60))
    with pytest.warns(CoalitionsWarning) as warned:
        write_document(corpus, tmp_path / "report.pdf")
    assert "the figure cosigning is left out of the report: " in str(warned[0].message)
    assert len(warned) == 2  # one for each reason
    assert "<html" in explorer_page(corpus).html


@pytest.mark.parametrize(
    ("lists", "kinds"),
    [
        ((range(40),), []),
        ((range(60),), ["matrix", "card"]),
        ((range(30), range(30, 60)), ["matrix", "card"]),
        ((range(20), range(20, 40), range(40, 60), range(60, 80)), ["matrix"]),
    ],
)
def test_long_figures_are_drawn_where_they_are_asked_for(
    lists: tuple[range, ...], kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(omissions, "MOST_NAMES", 50)
    found = omissions.omissions(letters(*lists))
    assert [each.what for each in found] == [f"figure {kind}" for kind in kinds]
    for each in found:
        assert "more than the 50 that a report draws unasked" in each.why
        assert "asked for by itself" in each.why


def test_nothing_is_left_out_of_what_is_bundled(unga75: Corpus, un_china: Corpus) -> None:
    assert omissions.omissions(unga75) == []
    assert omissions.omissions(un_china) == []


@pytest.mark.usefixtures("quick")
def test_a_large_network_of_statements_is_written_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Five letters that all share two persons have ten ties; three of these share three."""
    corpus = letters(*[range(3)] * 3, *[range(2)] * 2)
    for module in (sharing, omissions):
        monkeypatch.setattr(module, "MOST_UNASKED", 9)
    monkeypatch.setattr(omissions, "MOST_ASKED", 8)
    with pytest.warns(CoalitionsWarning) as warned:
        folder = write_report(corpus, tmp_path / "report", only=["graphs", "methods"])
    said = (
        "the network of statements has 10 ties, more than the 9 that a report builds unasked; an "
        "export of the graph of statements by itself, of ties of 3 signatories or more "
        "(`min_shared` 3), writes the strongest 3"
    )
    assert str(warned[0].message) == (f"the graph statements is left out of the report: {said}")
    assert f"This graph is left out: {said}." in (folder / "index.html").read_text("utf-8")
    assert {path.stem for path in (folder / "graphs").iterdir()} == {"two-mode", "cosigning"}
    assert graphs.METHODS["statements"] not in (folder / "methods.md").read_text("utf-8")


@pytest.mark.usefixtures("quick")
def test_of_many_regions_the_largest_are_listed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    corpus = letters(range(6), range(3, 10))
    monkeypatch.setattr(omissions, "MOST_REGIONS", 3)
    assert omissions.omissions(corpus) == []
    monkeypatch.setattr(omissions, "MOST_REGIONS", 2)
    said = (
        "there are 3 regions, and the 2 largest are listed; an overlap by regions that is asked "
        "for by itself has all"
    )
    with pytest.warns(CoalitionsWarning, match=said):
        folder = write_report(corpus, tmp_path / "report", only=["tables"])
    assert pd.read_csv(folder / "tables" / "regions.csv")["exclusive"].tolist() == [4, 3]
    assert f"Not all are here: {said}" in (folder / "index.html").read_text("utf-8")


def test_the_page_shows_the_first_rows_and_names_and_the_tables_have_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for limit, most in (("ROWS", 2), ("NAMES", 2), ("STATEMENTS", 1)):
        monkeypatch.setattr(page, limit, most)
    corpus = letters(range(5), range(4), range(2))
    folder = write_report(corpus, tmp_path / "report", only=["tables"])
    shown = (folder / "index.html").read_text("utf-8")
    assert "Shown: the first 2 of the 3 in pairs.csv." in shown
    assert "Shown: the first 2 of the 3 in regions.csv." in shown
    assert "<td>p00000, p00001, and 2 more</td>" in shown
    assert ">l0; and 2 more</th>" in shown
    table = pd.read_csv(folder / "tables" / "pairs.csv")
    assert table["members"].tolist()[0] == "p00000;p00001;p00002;p00003"
    assert len(table) == len(pd.read_csv(folder / "tables" / "regions.csv")) == 3
