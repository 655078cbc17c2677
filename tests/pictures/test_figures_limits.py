"""What figures show of more than has room: the rule of each kind, and that it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from figure_checks import corpus_of
from matplotlib.image import PcolorImage

from coalitions import (
    Corpus,
    draw_card,
    draw_matrix,
    draw_network,
    draw_overlap,
    draw_tilemap,
    draw_timeline,
    draw_upset,
    load,
    two_mode_graph,
)
from coalitions.figures.card import draw as card
from coalitions.figures.maps.standing import _ranges
from coalitions.figures.matrix import ROOM_FOR
from coalitions.figures.networks import limits
from coalitions.figures.overlap import draw as overlap
from coalitions.figures.upset import draw as upset

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

STATES = ["Cuba", "Peru", "Chad", "Mali", "Fiji", "Togo", "Oman", "Iraq", "Iran", "Laos"]
FEWEST = "Not drawn, no room: the 4 statements that name fewest."


def foot(ax: object) -> str:
    return " ".join(ax.figure.said.foot)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def nested() -> Corpus:
    """Return eight statements of which each names one state more than the one before."""
    return corpus_of({f"s{n}": STATES[: n + 2] for n in range(8)})


def dated(dates: list[str]) -> Corpus:
    """Return a statement of Cuba and Peru, who declares a third, for each date."""
    statements = pd.DataFrame({"statement_id": [f"s{n}" for n in range(len(dates))], "date": dates})
    names = [(key, state) for key in statements["statement_id"] for state in STATES[:2]]
    statements["declared_count"] = 3
    return Corpus(statements, pd.DataFrame(names, columns=["statement_id", "signatory"], dtype=str))


def test_overlap_matrix_and_upset_draw_the_statements_that_name_most(
    nested: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (overlap.ROOM_FOR, ROOM_FOR, upset.ROOM_FOR):
        monkeypatch.setitem(room, "page", 4)
    drawn = draw_overlap(nested)
    assert "overlap of the 4 statements that name most: 8 states" in drawn.figure.said.title
    assert FEWEST in foot(drawn)
    assert "s3" not in {text.get_text() for text in drawn.texts}
    matrix = draw_matrix(nested)
    assert FEWEST in foot(matrix)
    assert matrix.figure.said.data == "Named under each statement: s4 6; s5 7; s6 8; s7 9."
    assert "the 4 statements that name fewest (reg" in foot(draw_upset(nested))


@pytest.mark.parametrize("draw", [draw_overlap, draw_matrix, draw_upset, draw_network])
def test_of_statements_that_name_as_many_none_is_said_to_name_fewest(
    draw: Callable[..., Axes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (overlap.ROOM_FOR, ROOM_FOR, upset.ROOM_FOR):
        monkeypatch.setitem(room, "page", 4)
    monkeypatch.setitem(limits.ROOM_FOR, "page", (4, 5))
    alike = draw(corpus_of({f"s{n}": [STATES[n], STATES[n + 1]] for n in range(8)}))
    assert "Not drawn, no room: the last 4 of 8 statements, which all name 2" in foot(alike)
    assert "that name most" not in alike.figure.said.title  # type: ignore[union-attr] # a sheet
    lists = {f"s{n}": STATES[n : n + 2 + (n < 2)] for n in range(8)}
    edge = "the 4 statements that name fewest (of those that name 2 the last)"
    assert edge in foot(draw(corpus_of(lists)))


def test_an_overlap_of_many_statements_is_one_image_with_both_halves_of_a_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overlap, "MOST_SHAPES", 1)
    lists = {"a": STATES[:4], "b": STATES[2:6], "c": STATES[:6]}
    ax = draw_overlap(corpus_of(lists, declared={"a": 6, "b": 4, "c": 6}))
    (image,) = [artist for artist in ax.get_children() if isinstance(artist, PcolorImage)]
    dots = image.get_array()
    assert dots.shape == (24, 24, 4)
    # Row b, column a, rows from the lowest up: 2 to 4 shared. Beside it c, of which b is a part.
    cell = dots[8:16, 0:8]
    assert len(np.unique(cell.reshape(-1, 4), axis=0)) == 2
    assert (cell[0, 0] != cell[-1, -1]).any()
    assert (dots[8, 17] == dots[15, 23]).all()
    assert (dots[[0, 8, 16], [16, 8, 0], 3] == 0).all()  # the diagonal
    assert {"0", "4"} <= {text.get_text() for text in ax.texts}  # the key to shades
    assert "Too many statements to print the numbers" in foot(ax)


@pytest.mark.parametrize(
    ("dates", "each", "title"),
    [
        ([f"2023-{n % 12 + 1:02d}" for n in range(168)], "month", "42 under 14 statements"),
        ([f"{1990 + n % 20}" for n in range(180)], "year", "27 under 9 statements"),
        (["2023"] * 170, "year", "510 under 170 statements (2023)"),
    ],
)
def test_a_timeline_of_many_statements_has_a_bar_for_each_month_or_year(
    dates: list[str], each: str, title: str
) -> None:
    ax = draw_timeline(dated(dates))
    said = ax.figure.said
    assert f"Most signatures in a {each}: {title}" in said.title
    assert f"{len(dates)} statements: those of one {each} are one bar" in foot(ax)
    bars = [patch for patch in ax.patches if str(patch.get_gid()).startswith("named ")]
    assert len(bars) == len(set(dates))
    written = {text.get_text() for text in ax.texts}
    assert written & {"January 2023", "2000", "2023"}
    middles = sorted(bar.get_x() + bar.get_width() / 2 for bar in bars)
    steps = np.diff(middles)
    assert len(steps) == 0 or steps.max() < 1.15 * steps.min()  # no bar has left its place


def test_colours_of_a_map_hold_as_many_states_where_equal_steps_would_not() -> None:
    skewed = np.array([1] * 3 + [2] * 3 + [4] * 3 + [9] * 3 + [1000])
    edges, unequal = _ranges(skewed)
    assert (edges.tolist(), unequal) == ([0, 1, 2, 4, 9, 1000], True)
    assert _ranges(np.arange(1, 101))[0].tolist() == [0, 20, 40, 60, 80, 100]
    assert _ranges(np.array([1, 1, 1, 5]))[1] is False  # a colour for each number
    lists = {f"s{n}": STATES[: 9 if n < 2 else 1] for n in range(12)}
    ax = draw_tilemap(corpus_of(lists))
    assert "each colour has about as many states" in foot(ax)
    assert {"named under 2 of 12: 8", "named under 12 of 12: 1"} <= {t.get_text() for t in ax.texts}
    alike = draw_tilemap(corpus_of({f"s{n}": STATES for n in range(6)}))
    assert "named under 6 of 6: 10" in {text.get_text() for text in alike.texts}
    assert "each colour" not in foot(alike)


def test_a_network_of_many_has_a_circle_for_those_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.ROOM_FOR, "page", (2, 2))
    lists = {"a": STATES, "b": STATES[4:8], "c": STATES[:1]}
    ax = draw_network(corpus_of(lists))
    assert {"6 alike", "4 alike"} <= {text.get_text() for text in ax.texts}
    assert "Not drawn, no room: the statement that names fewest." in foot(ax)
    assert "are one circle, as large as they are many" in foot(ax)
    monkeypatch.setitem(limits.ROOM_FOR, "page", (2, 1))
    assert "no room: 6 signatories, those named under fewest statements" in foot(
        draw_network(corpus_of(lists))
    )
    alike = "6 signatories, those named under fewest statements (of those under 1 the last)"
    assert alike in foot(draw_network(corpus_of({"a": STATES[:4], "b": STATES[4:]})))


def test_a_part_of_a_network_is_in_the_order_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    # networkx gives a part of less than half in the order of a set: of strings another every time.
    monkeypatch.setitem(limits.ROOM_FOR, "page", (2, 2))
    lists = {f"list {n:02}": [f"Member {n:02} {m}" for m in range(9)] for n in range(40)}
    whole = two_mode_graph(load(lists, members="any"))
    shown = limits.with_room(whole, "page").graph
    assert list(shown) == ["list 00", "list 01", "Member 00 0", "Member 01 0"]
    assert shown.graph == whole.graph
    assert shown.nodes["Member 00 0"]["count"] == 9
    assert whole.nodes["Member 00 0"]["count"] == 1


def test_a_card_shows_the_first_names_of_long_lists(
    nested: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card, "MOST_NAMES", 3)
    ax = draw_card(nested, statements=["s7"], size="poster")
    assert "at most the first 3 names are shown" in foot(ax)
    assert "and 6 more" in {text.get_text() for text in ax.texts}
