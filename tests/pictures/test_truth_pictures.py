"""Pictures stay on their page, are well-formed, and are the same whoever draws them."""

from __future__ import annotations

import io
import warnings
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest

from coalitions import (
    Corpus,
    cosigning_graph,
    load,
    save_figure,
    two_mode_graph,
    write_card,
    write_document,
    write_graph,
)
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning
from coalitions.figures.kit import faces
from coalitions.figures.kit.saving import alt_text
from coalitions.figures.registry import FIGURES
from coalitions.report import document

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("text_of_any_letters")

# --- every drawing is well-formed ----------------------------------------------------------------

#: What no XML file can hold, each within a word that must still be found.
HOSTILE = {
    "nought": "Nou\x00ght",
    "bell": "Be\x07ll",
    "escape": "\x1b[31mRed",
    "half a pair": "Ha\ud800lf",
    "no character": "No\ufffe\uffffne",
    "markup": "]]><b a='1'>&",
    "plain": "Plain",
}
REPLACED = "\ufffd"


@cache
def hostile(members: str = "any") -> Corpus:
    """Return four statements on two sides and in two events whose every text is hostile."""
    names = list(HOSTILE.values()) if members == "any" else ["Cuba", "Fiji", "Peru", "Togo"]
    words = [*list(HOSTILE.values())[:4]]
    statements = pd.DataFrame(
        {
            "statement_id": [f"id {word}" for word in words],
            "date": ["2020-01-01", "2020-02-01", "2021-02-01", "2021-05-01"],
            "stance": ["support", "critical"] * 2,
            "event_id": ["one\x01", "one\x01", "two\x02", "two\x02"],
            "title": [f"title {word}" for word in words],
            "forum": ["forum \ufffe"] * 4,
            "source_name": ["source \x03"] * 4,
            "source_url": ["https://example.org/\x04"] * 4,
        }
    )
    rows = [
        (key, name)
        for at, key in enumerate(statements["statement_id"])
        for n, name in enumerate(names)
        if n != at
    ]
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    return Corpus(statements, signatures, members=members)  # type: ignore[arg-type]


def of_kind(kind: str) -> Corpus:
    """Return a hostile corpus that a kind of figure can draw: maps and balance want states."""
    return hostile("states" if kind in ("tilemap", "worldmap", "balance") else "any")


@pytest.mark.parametrize("kind", FIGURES)
def test_an_svg_of_a_hostile_corpus_can_be_parsed(kind: str, tmp_path: Path) -> None:
    ax = FIGURES[kind](of_kind(kind))
    root = ET.parse(save_figure(ax, tmp_path / "hostile.svg")).getroot()  # noqa: S314 - ours
    said = " ".join(text for text in root.itertext() if text.strip())
    # Shown in its place, not dropped: a reader sees that a letter is missing.
    assert REPLACED in said
    assert REPLACED in alt_text(ax)
    if kind == "overlap":  # the quickest: how a name is set does not depend on the kind
        for suffix in (".png", ".pdf"):
            assert save_figure(ax, tmp_path / f"hostile{suffix}").stat().st_size > 1000


@pytest.mark.parametrize("suffix", [".gexf", ".graphml"])
@pytest.mark.parametrize("build", [two_mode_graph, cosigning_graph])
def test_a_graph_of_a_hostile_corpus_can_be_parsed(build, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"hostile{suffix}"
    write_graph(build(hostile()), path)
    said = ET.tostring(ET.parse(path).getroot(), "unicode")  # noqa: S314 - ours
    assert f"Be{REPLACED}ll" in said
    assert f"Ha{REPLACED}lf" in said


def test_a_page_for_people_holds_no_control_characters(tmp_path: Path) -> None:
    for suffix in (".html", ".md"):
        text = write_card(hostile(), tmp_path / f"card{suffix}").read_text(encoding="utf-8")
        assert [letter for letter in text if ord(letter) < 32 and letter not in "\n\t"] == []
        assert f"Be{REPLACED}ll" in text


# --- the user's settings do not reach us ---------------------------------------------------------

#: What a matplotlibrc may hold; each alone would change bytes or stop the drawing.
SETTINGS = {
    "savefig.bbox": "tight",
    "savefig.transparent": True,
    "savefig.dpi": 37,
    "savefig.facecolor": "red",
    "savefig.pad_inches": 2,
    "svg.id": "mine",
    "svg.hashsalt": "other",
    "svg.fonttype": "path",
    "svg.image_inline": False,
    "pdf.fonttype": 3,
    "pdf.compression": 0,
    "pdf.use14corefonts": True,
    "font.weight": "black",
    "font.family": ["serif"],
    "font.style": "italic",
    "font.size": 31,
    "font.stretch": "condensed",
    "text.antialiased": False,
    "text.usetex": True,
    "text.parse_math": True,
    "text.hinting": "force_autohint",
    "axes.linewidth": 9,
    "axes.titlesize": 44,
    "axes.titlelocation": "right",
    "axes.titleweight": "light",
    "axes.facecolor": "blue",
    "axes.grid": True,
    "axes.xmargin": 0.4,
    "axes.unicode_minus": False,
    "figure.dpi": 41,
    "figure.autolayout": True,
    "figure.figsize": (1, 1),
    "figure.facecolor": "yellow",
    "path.simplify": False,
    "path.snap": False,
    "path.sketch": (3, 100, 2),
    "patch.linewidth": 7,
    "patch.antialiased": False,
    "patch.force_edgecolor": True,
    "lines.linewidth": 8,
    "lines.antialiased": False,
    "hatch.linewidth": 5,
    "hatch.color": "red",
    "image.cmap": "jet",
    "image.interpolation": "bicubic",
    "agg.path.chunksize": 100,
}


def drawn(kind: str, suffix: str, folder: Path) -> bytes:
    path = save_figure(FIGURES[kind](load("unga75")), folder / f"{kind}{suffix}")
    return path.read_bytes()


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_a_hostile_matplotlibrc_changes_no_byte(suffix: str, tmp_path: Path) -> None:
    # A Venn diagram is drawn by another package, a network has hatches and collections.
    kinds = ["venn", "network", "timeline"] if suffix == ".svg" else ["network"]
    before = {kind: drawn(kind, suffix, tmp_path) for kind in kinds}
    with mpl.rc_context(SETTINGS):
        after = {kind: drawn(kind, suffix, tmp_path) for kind in kinds}
        assert mpl.rcParams["font.size"] == 31
    assert after == before


def test_a_notebook_shows_the_same_picture_whatever_is_set() -> None:
    figure = FIGURES["network"](load("unga75")).figure.figure
    before = figure._repr_png_()
    with mpl.rc_context(SETTINGS):
        assert figure._repr_png_() == before


def test_a_figure_drawn_by_the_users_own_call_is_set_in_our_type() -> None:
    figure, buffers = FIGURES["overlap"](load("unga75")).figure.figure, [io.BytesIO(), io.BytesIO()]
    figure.savefig(buffers[0], dpi=50)
    ours = {"text.hinting": "force_autohint", "path.snap": False, "path.simplify": False}
    with mpl.rc_context(ours):
        figure.savefig(buffers[1], dpi=50)
    assert buffers[0].getvalue() == buffers[1].getvalue()


def test_a_document_is_the_same_whatever_is_set_and_whoever_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One figure stands for the eleven that have the same page.
    monkeypatch.setattr(document, "FIGURES", {"overlap": FIGURES["overlap"]})
    before = write_document(hostile(), tmp_path / "one.pdf").read_bytes()
    assert before.startswith(b"%PDF")
    with mpl.rc_context(SETTINGS):
        assert write_document(hostile(), tmp_path / "two.pdf").read_bytes() == before


# --- letters without a shape are said once -------------------------------------------------------


def of_names(*names: str) -> Corpus:
    statements = pd.DataFrame({"statement_id": ["first", "second"]})
    rows = [(key, name) for key in statements["statement_id"] for name in names]
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    return Corpus(statements, signatures, members="any")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("中国", "Kenya"), "2 letters have no shape in its font, DejaVu Sans, nor in"),
        (("한국", "日本", "中国"), "6 letters have no shape"),
        (("ไทย",), "3 letters have no shape"),
        (("Straw \U0001fad0",), "1 letter has no shape"),
        (("漢字仮名交文章例多",), "and 1 more"),
    ],
)
def test_letters_without_a_shape_are_one_warning_a_figure(
    names: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "_installed", lambda _: {})  # whatever this system has
    corpus = of_names(*names)
    with pytest.warns(CoalitionsWarning) as seen:
        ax = FIGURES["network"](corpus)
    assert len(seen) == 1
    for suffix in (".png", ".svg"):  # once said, it is not said again: any warning is an error
        save_figure(ax, tmp_path / f"a{suffix}")
    message = str(seen[0].message)
    assert said in message
    assert message.startswith('figure "')
    assert "write the names in Latin, Greek or Cyrillic letters" in message
    assert "\n" not in message


def test_letters_that_the_font_has_are_no_warning(tmp_path: Path) -> None:
    names = ("Türkiye", "Ελλάδα", "Україна", "فلسطين", "Հայաստան", "a\u0301bc", "two\nlines")
    with warnings.catch_warnings(action="error"):
        save_figure(FIGURES["network"](of_names(*names)), tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size


def test_a_figure_that_is_refused_warns_of_nothing() -> None:
    with pytest.raises(CoalitionsError, match="two or three"):
        FIGURES["venn"](of_names("中国"), statements=["first"])
