"""Sheets: how wide a figure is, what fits it, and the files that it becomes."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pypdf import PdfReader

from coalitions import (
    CoalitionsError,
    Corpus,
    draw_card,
    draw_matrix,
    draw_overlap,
    draw_venn,
    save_figure,
)
from coalitions.cli import drawing
from coalitions.figures import FORMATS
from coalitions.figures.kit import canvas, render
from coalitions.figures.kit.measures import in_points
from coalitions.findings import Words
from coalitions.tables import choose_statements

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run
    from matplotlib.axes import Axes

SVG_WIDTH = 'width="{:g}pt"'


def box(height: float, page: object) -> Axes:
    """Draw an empty body of a height."""
    said = Words("Nothing", "It is empty.", ("Source: none.", "No list is dated."))
    return canvas(page, said, height=height, limits=(0, 1, 0, 1))  # type: ignore[arg-type]


def inches(ax: Axes) -> tuple[float, float]:
    wide, tall = ax.figure.figure.get_size_inches()
    scale = ax.figure.figure.scale  # type: ignore[attr-defined]
    return wide * scale, tall * scale


def pixels(path: Path) -> tuple[int, int]:
    wide, tall = struct.unpack(">II", path.read_bytes()[16:24])
    return wide, tall


@pytest.mark.parametrize(
    ("width", "points"), [("88mm", 249.45), ("8.8 cm", 249.45), ("3.5IN", 252), ("300pt", 300)]
)
def test_a_width_is_read_in_any_unit(width: str, points: float) -> None:
    assert in_points(width) == pytest.approx(points, abs=0.01)
    assert inches(render(partial(box, 100.0), width=width))[0] * 72 == pytest.approx(
        points, abs=0.01
    )


@pytest.mark.parametrize(
    ("width", "said"),
    [
        ("wide", 'width` "wide": expected a number and mm, cm, in or pt, as in 88mm'),
        ("88", 'width` "88": expected a number and mm'),
        ("-88mm", "expected a number and mm"),
        ("79mm", 'width` "79mm" leaves no room for words: expected 80mm to 1189mm'),
        ("2000mm", 'width` "2000mm" is wider than any sheet'),
        ("1" * 400 + "mm", "expected a number and mm"),
    ],
)
def test_what_is_no_width_is_refused(width: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as found:
        render(partial(box, 100.0), width=width)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize(("size", "wide"), [("slide", 40 / 3), ("poster", 420 / 25.4)])
def test_slides_and_posters_are_scaled_to_their_width(size: str, wide: float) -> None:
    draw = partial(box, 150.0)
    assert inches(render(draw, size=size))[0] == pytest.approx(wide)  # type: ignore[arg-type]
    other = render(draw, size=size, width="200mm")  # type: ignore[arg-type]
    assert inches(other)[0] == pytest.approx(200 / 25.4)


@pytest.mark.parametrize("size", ["column", "page", "slide"])
def test_what_is_too_tall_is_refused(size: str) -> None:
    with pytest.raises(CoalitionsError, match=f"too tall for a {size}: draw it at the width of a"):
        render(partial(box, 2000.0), size=size)  # type: ignore[arg-type]
    with pytest.raises(CoalitionsError, match="too tall for a figure of this `width`"):
        render(partial(box, 2000.0), width="120mm")


def test_a_poster_is_wider_before_it_is_taller() -> None:
    wide, tall = inches(render(partial(box, 600.0), size="poster"))
    assert tall < 1.5 * wide
    wide, tall = inches(render(partial(box, 4000.0), size="poster"))
    assert wide == pytest.approx(420 / 25.4)
    assert tall * 72 > 4000


def test_a_poster_leaves_nothing_out() -> None:
    rows = [
        (f"letter {n}", f"P{m:03d}") for n in range(4) for m in range(900) if (m * (n + 3)) % 7 < 3
    ]
    statements = pd.DataFrame({"statement_id": [f"letter {n}" for n in range(4)]})
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    corpus = Corpus(statements, signatures, members="any")
    page, poster = (draw_matrix(corpus, size=size) for size in ("column", "poster"))
    everybody = set(signatures["signatory"])
    assert not everybody <= {t.get_text() for t in page.texts}
    assert everybody <= {t.get_text() for t in poster.texts}


def test_files_have_the_width_and_the_dots_that_were_asked_for(
    unga75: Corpus, tmp_path: Path
) -> None:
    ax = draw_overlap(unga75, width="120mm")
    path = save_figure(ax, tmp_path / "a.png", dpi=100)
    assert pixels(path)[0] == pytest.approx(120 / 25.4 * 100, abs=1)
    at = path.read_bytes().index(b"pHYs")
    assert struct.unpack(">I", path.read_bytes()[at + 4 : at + 8]) == (3937,)
    svg = save_figure(ax, tmp_path / "a.svg").read_text(encoding="utf-8")
    assert SVG_WIDTH.format(round(120 / 25.4 * 72, 3)) in svg


@pytest.mark.parametrize("dpi", [0, 35, 1201, 72.5, True, "300"])
def test_dots_are_a_whole_number(dpi: object, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected a whole number from 36 to 1200"):
        save_figure(render(partial(box, 50.0)), tmp_path / "a.png", dpi=dpi)  # type: ignore[arg-type]


def test_the_dots_of_a_picture_are_bounded(tmp_path: Path) -> None:
    ax = render(partial(box, 4000.0), size="poster")
    with pytest.raises(ValueError, match=r"million dots, at most 100 million: choose \d+ or less"):
        save_figure(ax, tmp_path / "a.png", dpi=1200)
    assert list(tmp_path.iterdir()) == []


def test_a_ground_is_left_out(tmp_path: Path) -> None:
    ax = render(partial(box, 50.0), width="80mm")
    solid, clear = (
        save_figure(ax, tmp_path / f"{n}.svg", transparent=bool(n)).read_text() for n in (0, 1)
    )
    ground = '<g id="patch_1">\n   <path d="'
    assert "fill: #ffffff" in solid.partition(ground)[2][:300]
    assert "fill: #ffffff" not in clear.partition(ground)[2][:300]


@pytest.mark.parametrize("size", ["slide", "poster"])
def test_a_pdf_prints_at_its_size_and_is_the_same_each_time(size: str, tmp_path: Path) -> None:
    files = [
        save_figure(render(partial(box, 150.0), size=size), tmp_path / f"{n}.pdf")  # type: ignore[arg-type]
        for n in (1, 2)
    ]
    assert files[0].read_bytes() == files[1].read_bytes()
    reader = PdfReader(files[0], strict=True)
    wide = {"slide": 960, "poster": 420 / 25.4 * 72}[size]
    assert float(reader.pages[0].mediabox.width) == pytest.approx(wide, abs=0.01)
    assert "It is empty." in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == "Nothing"
    assert "/CreationDate" not in reader.metadata


def test_the_command_line_writes_several_formats(run: Callable[..., Run], tmp_path: Path) -> None:
    how = ("--width", "90mm", "--format", "svg,png", "--dpi", "50", "--transparent")
    done = run("figure", "card", "--stance", "critical", *how, "-o", tmp_path / "card")
    assert (done.code, done.err) == (0, "")
    assert done.out.split() == [str(tmp_path / "card.svg"), str(tmp_path / "card.png")]
    assert pixels(tmp_path / "card.png")[0] == pytest.approx(90 / 25.4 * 50, abs=1)
    assert tuple(name.lstrip(".") for name in FORMATS) == drawing.FORMATS


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("--format", "gif", "-o", "a"), '"gif": choose from svg, png, pdf'),
        (("--format", "svg", "-o", "a.svg"), "give -o a name without one, as in -o a"),
        (("--width", "60mm", "-o", "a.svg"), '--width "60mm" leaves no room for words'),
        (("--dpi", "9000", "-o", "a.png"), "9000 is not in the range 36<=x<=1200"),
        (("--width", "90mm", "-o", "a.md"), "--width is for .svg, .png and .pdf, not for text"),
        (
            ("--size", "poster", "--dpi", "72", "-o", "a.html"),
            "--size and --dpi are for .svg, .png and .pdf, not for text",
        ),
    ],
)
def test_options_that_cannot_hold_are_refused(
    how: tuple[str, ...],
    said: str,
    run: Callable[..., Run],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("figure", "card", *how)
    assert done.code == (1 if "60mm" in how else 2)
    assert done.out == ""
    assert said in " ".join(done.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_card_has_yes_before_no_on_one_day() -> None:
    lists = {"r-abstain": ["Cuba"], "r-no": ["Peru"], "r-yes": ["Fiji"]}
    statements = pd.DataFrame(
        {"statement_id": list(lists), "date": "2020-01-01", "stance": ["abstain", "no", "yes"]}
    )
    rows = [(key, name) for key, names in lists.items() for name in names]
    corpus = Corpus(statements, pd.DataFrame(rows, columns=["statement_id", "signatory"]))
    assert choose_statements(corpus).statements == ["r-yes", "r-no", "r-abstain"]
    # Short names leave room for the heads, and panels share the width.
    heads = [t for t in draw_card(corpus).texts if t.get_text().startswith("1 state, ")]
    assert [t.get_text() for t in heads] == ["1 state, yes", "1 state, no", "1 state, abstain"]
    first, second, third = (t.get_position()[0] for t in heads)
    assert second - first == pytest.approx(third - second, abs=45)  # a column of names


def test_long_names_of_circles_stand_in_lines() -> None:
    names = ["Joint statement on Xinjiang and Hong Kong", "Joint statement on Xinjiang and Tibet"]
    statements = pd.DataFrame({"statement_id": ["a", "b"], "label": names})
    rows = [("a", "Cuba"), ("a", "Fiji"), ("b", "Cuba"), ("b", "Peru")]
    corpus = Corpus(statements, pd.DataFrame(rows, columns=["statement_id", "signatory"]))
    written = [" ".join(t.get_text().split()) for t in draw_venn(corpus, size="column").texts]
    assert set(names) <= set(written)
