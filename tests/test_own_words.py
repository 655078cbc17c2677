"""Words of one's own around figures, page and report: what they replace, and what stays."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from coalitions import (
    CoalitionsError,
    draw_balance,
    draw_card,
    draw_matrix,
    draw_venn,
    explorer_page,
    load,
    pairs,
    regions,
    statement_ledger,
    write_card,
    write_document,
    write_report,
)
from coalitions.cli.ownwords import OWN
from coalitions.corpus import completeness
from coalitions.figures import Drawing, alt_text
from coalitions.findings import OwnWords, finding, own_words, under_figures
from coalitions.report.document import _opening
from coalitions.report.page import Made, report_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run
    from matplotlib.axes import Axes

    from coalitions import Corpus

ALL = {
    "title": "Who stood with whom",
    "subtitle": "Two letters of my choice",
    "note": "A word on the lists",
    "source": "Own research",
    "credit": "Graphic: Ada Lane",
}


@pytest.fixture(scope="module")
def letters() -> Corpus:
    return load({"june": ["Cuba", "Peru"], "july": ["Peru", "Chad", "Mali"]})


def tables_of(corpus: Corpus) -> dict[str, Any]:
    return {"ledger": statement_ledger(corpus), "pairs": pairs(corpus), "regions": regions(corpus)}


def texts(ax: Axes) -> str:
    """Return all that stands in a figure, lines joined."""
    return " ".join(" ".join(t.get_text().split()) for t in ax.findobj(plt.Text))


def test_the_command_line_has_the_words_that_the_library_takes() -> None:
    assert list(OWN) == list(OwnWords.__annotations__)
    assert set(OWN) < set(Drawing.__annotations__)


def test_own_words_stand_beside_ours(letters: Corpus) -> None:
    ours, mine = texts(draw_venn(letters)), texts(draw_venn(letters, **ALL))
    for words in ALL.values():
        assert words in mine
    # What is drawn, how much is known, from where and by what: all of it is still there.
    assert "1 state is named under both statements" in ours
    assert "1 state is named under both statements" not in mine
    for kept in (
        "Circles are as large as the lists of names",
        "Names known: june 2 (no count declared), july 3 (no count declared).",
        "Drawn by coalitions",
    ):
        assert kept in ours
        assert kept in mine
    assert "Source: Own research." in mine  # the lists state none


def test_own_words_are_told_to_those_who_cannot_see(letters: Corpus) -> None:
    said = alt_text(draw_venn(letters, **ALL))
    assert said.startswith("Who stood with whom. Two letters of my choice")
    assert "A word on the lists." in said
    assert "july and no other: 2" in said  # the numbers, which the title no longer has


def test_a_source_stands_before_those_of_the_lists(unga75: Corpus) -> None:
    said = texts(draw_card(unga75, source="Own research"))
    assert "Source: Own research; " in said
    assert "Pakistani press" not in texts(draw_card(unga75))  # not of the lists shown
    assert "25 of 55" in texts(draw_matrix(unga75, source="Own research", subtitle=""))


def test_no_title_and_no_subtitle(letters: Corpus) -> None:
    with_both = draw_venn(letters)
    without = draw_venn(letters, title="", subtitle="")
    assert without.get_title() == ""
    assert alt_text(without).startswith("july and no other: 2")
    heights = [ax.figure.figure.get_figheight() for ax in (without, with_both)]
    assert heights[0] < heights[1]
    assert "Circles are as large" in texts(without)


def test_on_axes_words_that_are_given_are_written(letters: Corpus) -> None:
    ax = draw_venn(letters, ax=Figure(figsize=(8, 7)).subplots(), credit="Graphic: Ada Lane")
    assert "Graphic: Ada Lane. No list is dated." in texts(ax)
    assert "Names known:" in texts(ax)
    bare = draw_venn(letters, ax=Figure(figsize=(8, 7)).subplots(), title="Mine")
    assert "Names known:" not in texts(bare)


LONG = "x" * 200
LINES = {"title": "A title " * 16, "subtitle": "and below " * 24}


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"title": LONG}, f'`title`: "{LONG[:80]}…" (of 200 letters) is wider than the figure'),
        (
            {"note": "many words " * 200},
            "`note`: takes 20 lines at this width, expected 8 or fewer",
        ),
        ({"credit": 7}, "`credit`: 7: expected words, as text"),
    ],
)
def test_what_has_no_room_is_refused(letters: Corpus, own: dict[str, Any], said: str) -> None:
    with pytest.raises(CoalitionsError) as caught:
        draw_venn(letters, **own)
    assert said in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_a_slide_makes_room_for_words_and_a_column_has_an_end(
    letters: Corpus, unga75: Corpus
) -> None:
    wide = [
        draw_venn(letters, size="slide", note="many words " * n).figure.figure.get_figwidth()
        for n in (1, 70)
    ]
    assert wide[0] < wide[1]
    with pytest.raises(CoalitionsError, match=r"too tall for a column: .*fewer words of your own"):
        draw_balance(
            unga75,
            size="column",
            note="words " * 70,
            source="and more " * 40,
            credit="A name " * 9,
            **LINES,
        )


def test_what_no_file_can_hold_is_replaced(letters: Corpus) -> None:
    ax = draw_venn(letters, title="A\x07 bell\nand a line")
    assert ax.get_title().replace("\n", " ") == "A� bell and a line"


def test_a_figure_by_command(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "june.txt").write_text("Cuba\nPeru\n", encoding="utf-8")
    (tmp_path / "july.txt").write_text("Peru\nMali\n", encoding="utf-8")
    options = [part for name, text in ALL.items() for part in (f"--{name}", text)]
    lists = [tmp_path / "june.txt", tmp_path / "july.txt"]
    assert run("figure", "venn", *lists, *options, "-o", tmp_path / "a.svg").code == 0
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert all(words in svg for words in ALL.values())
    refused = run("figure", "venn", *lists, "--title", LONG, "-o", tmp_path / "b.svg")
    assert refused.code == 1
    assert refused.err.startswith("coalitions: --title: ")
    assert "has no blank at which it could be broken" in refused.err
    assert not (tmp_path / "b.svg").exists()


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_card_as_text(letters: Corpus, tmp_path: Path, suffix: str) -> None:
    given = ALL | {"note": "<b>Not</b> bold"}
    text = write_card(letters, tmp_path / f"card{suffix}", **given).read_text(encoding="utf-8")
    assert "Who stood with whom" in text
    assert "Graphic: Ada Lane. No list is dated." in text
    assert "<b>Not</b>" not in text
    assert "Names by list, in alphabetical order" in text


# Page and report


def record(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])["graph"]


def test_a_page_in_own_words(unga75: Corpus) -> None:
    ours, mine = (explorer_page(unga75, **own).html for own in ({}, ALL))
    before, after = record(ours), record(mine)
    assert '<h1 id="title">Who stood with whom</h1>' in mine
    assert (after["subtitle"], after["note"]) == (ALL["subtitle"], "A word on the lists.")
    assert after["credit"] == "Graphic: Ada Lane."
    assert after["source"] == f"Own research; {before['source']}"
    assert after["what"] == f"{before['subtitle']}."  # what there is moves to the foot
    assert after["completeness"] == before["completeness"] != ""
    assert "what" not in before


def test_nothing_in_own_words_is_markup(letters: Corpus) -> None:
    hostile = dict.fromkeys(ALL, "</script><img src=x onerror=alert(1)>")
    page = explorer_page(letters, **hostile).html
    assert "<img" not in page
    assert page.count("</script>") == explorer_page(letters).html.count("</script>")


def test_a_report_in_own_words(letters: Corpus) -> None:
    said = own_words(ALL | {"note": "Not <b>bold</b>"})
    made = Made(frozenset(["tables"]), tables_of(letters), [], [])
    page = report_html(letters, made._replace(own=said))
    assert "<h1>Who stood with whom</h1>" in page
    assert f"{finding(letters)}. " in page  # the finding opens the story
    assert completeness(letters) in page
    assert "Source: Own research. Graphic: Ada Lane. Made by coalitions" in page
    assert "Not &lt;b&gt;bold&lt;/b&gt;." in page
    assert f"<h1>{finding(letters)}</h1>" in report_html(letters, made)


def test_a_report_is_not_begun_where_words_have_no_room(
    letters: Corpus, tmp_path: Path, run: Callable[..., Run]
) -> None:
    with pytest.raises(CoalitionsError, match="`source`: takes 10 lines"):
        write_report(letters, tmp_path / "report", source="and more " * 130)
    with pytest.raises(CoalitionsError, match=r"`credit`: .* is wider than the figure"):
        write_document(letters, tmp_path / "report.pdf", credit=LONG)
    found = run("report", "-o", tmp_path / "report", "--credit", LONG)
    assert (found.code, found.err.startswith("coalitions: --credit: ")) == (1, True)
    assert not list(tmp_path.iterdir())


def test_what_stands_under_every_figure_of_a_report() -> None:
    assert under_figures(ALL) == {name: ALL[name] for name in ("source", "credit")}


def test_the_opening_of_a_document(letters: Corpus) -> None:
    told = [paragraph.text for paragraph in _opening(letters, own_words(ALL), ledger=False)]
    assert told[:2] == [ALL["title"], ALL["subtitle"]]
    assert told[2].startswith(f"{finding(letters)}. ")
    assert told[3] == "A word on the lists."
    assert told[-1].endswith("Source: Own research. Graphic: Ada Lane.")
    assert next(p.text for p in _opening(letters, {}, ledger=False)) == finding(letters)
