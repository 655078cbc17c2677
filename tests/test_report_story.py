"""What a report says first, and the report as one document."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import figure_checks as look
import pytest

from coalitions import CoalitionsError, write_document
from coalitions.figures.registry import FIGURES, in_report
from coalitions.findings.paragraph import story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_the_opening_says_sizes_overlap_sides_and_gaps() -> None:
    assert story(look.corpus("unga75")) == [
        (
            "4 joint statements of 6 October 2020: 3 in support of China, 1 in criticism; "
            "their lists name 91 states."
        ),
        (
            "The largest certain overlap: 19 to 45 states signed both statements, Pakistan and "
            "Cuba, in support of China."
        ),
        "No state is named on both sides.",
        (
            "2 lists known in part or only by count leave signatures without a name "
            "(Kuwait 2 of 3 and Pakistan 30 of 55): what depends on them is given as an interval."
        ),
    ]


def test_the_opening_of_all_statements_names_who_is_on_both_sides() -> None:
    text = " ".join(story(look.corpus("un-china")))
    assert "Somalia is named on both sides" in text
    assert "8 July 2019 to 21 November 2025" in text


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("one statement", "declares no count of signatories: whether all are named is not known."),
        (
            "disjoint",
            "No list declares a count of signatories: whether all are named is not known.",
        ),
        ("one name", "(letter 1 of 2): what depends on them is given as an interval."),
    ],
)
def test_small_corpora_have_an_opening(name: str, last: str) -> None:
    said = story(look.corpus(name))
    assert said[-1].endswith(last)
    assert ("No two statements share a signatory." in said) == (name == "disjoint")


def test_every_figure_has_a_caption() -> None:
    assert all(each.kind == kind and each.name and each.caption for kind, each in FIGURES.items())
    places = [each.place for each in in_report(FIGURES.values())]
    assert places == list(range(1, len(FIGURES) + 1))


def test_the_document_holds_every_figure(run: Callable[..., Run], tmp_path: Path) -> None:
    done = run("report", "--format", "pdf", "-o", tmp_path / "a.pdf")
    assert (done.code, done.err) == (0, "")
    content = (tmp_path / "a.pdf").read_bytes()
    pages = len(re.findall(rb"/Type /Page\b", content))
    # The opening, the methods, and all but a flow, which takes two events.
    assert pages >= len(FIGURES) - 1 + 2
    assert b"CreationDate" not in content
    assert len(zlib.compress(content)) > 50_000


def test_the_document_says_which_figures_are_missing_and_is_the_same_again(tmp_path: Path) -> None:
    path = write_document(look.corpus("one statement"), tmp_path / "a.pdf")
    pages = len(re.findall(rb"/Type /Page\b", path.read_bytes()))
    assert pages < len(FIGURES) + 3
    again = write_document(look.corpus("one statement"), tmp_path / "b.pdf")
    assert again.read_bytes() == path.read_bytes()


def test_a_document_is_a_page_or_a_pdf(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match=r"report\.doc: a document is one file: .*\.html"):
        write_document(look.corpus("two lists"), tmp_path / "report.doc")
    assert list(tmp_path.iterdir()) == []
