"""Figures against chance: what is drawn is what tables say, and nothing where they say nothing."""

from __future__ import annotations

import random
import re
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import figure_checks as look
import numpy as np
import pytest
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    Corpus,
    cosigning_ties,
    draw_backbone,
    draw_communities,
    find_communities,
    load,
    looks,
)
from coalitions.figures.registry import FIGURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run
    from matplotlib.axes import Axes

DAVIS = Path(__file__).parents[1] / "reference" / "davis.csv"
#: How a test asks for ties, and how many there are.
ASKED: list[dict[str, Any]] = [
    {},
    {"model": "fixedrow"},
    {"model": "fixedfill", "alpha": 0.01, "tail": "two-sided"},
    {"model": "fixedrow", "tail": "lower"},
]


@cache
def made() -> Corpus:
    """Return 40 statements of 60 members, who sign more with a third of the others."""
    dice = random.Random(3)  # noqa: S311 - no secret
    return load(
        {
            f"letter {n:02}": [
                f"Member {m:02}" for m in range(60) if dice.random() < (0.08, 0.45)[m % 3 == n % 3]
            ]
            for n in range(40)
        },
        members="any",
    )


@cache
def davis() -> Corpus:
    return load(DAVIS, members="any", layout="wide", noun="woman/women")


@cache
def parties(number: int, size: int = 3) -> Corpus:
    """Return parties whose members sign four letters each, with nobody else."""
    return load(
        {
            f"p{party:02} {n}": [f"{party:02}-{m}" for m in range(size)]
            for party in range(number)
            for n in range(4)
        },
        members="any",
    )


CORPORA: dict[str, Callable[[], Corpus]] = {
    "un-china": lambda: look.corpus("un-china"),
    "davis": davis,
    "made": made,
    "odd": lambda: load(
        {
            f"{group} {n}": [f"{name} {n}" for name in list(look.ODD.values())[:6] for n in group]
            for group in ("ab", "cd")
            for n in range(6)
        },
        members="any",
    ),
}


def ends(ax: Axes) -> set[frozenset[tuple[float, float]]]:
    return {frozenset(each) for each in look.lines(ax)}


def dashed(ax: Axes) -> int:
    found = [c for c in ax.collections if isinstance(c, LineCollection)]
    return sum(len(c.get_segments()) for c in found if c.get_linestyles()[0][1])


def foot(ax: Axes) -> str:
    return " ".join(ax.figure.said.foot)  # type: ignore[union-attr] # a sheet


# --- ties ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_line_is_a_significant_tie(asked: dict[str, Any]) -> None:
    ties = cosigning_ties(made(), **asked)
    found = ties[ties["significant"]]
    ax = draw_backbone(made(), **asked)
    assert len(look.lines(ax)) == len(ends(ax)) == len(found) > 0
    assert dashed(ax) == (found["sign"] < 0).sum()
    tied = {*found["u"], *found["v"]}
    assert len(look.circles(ax)[0]) == len(tied)
    assert {t.get_text() for t in ax.texts} >= {who.replace(" ", "\n", 0) for who in tied}
    if alone := 60 - len(tied):
        assert f"Without such a tie, and not drawn: {alone} signator" in foot(ax)
    for said in (f"model {asked.get('model', 'sdsm')}: each", f"{asked.get('alpha', 0.05):g} ("):
        assert said.replace("fixedfill: each", "fixedfill: all") in foot(ax)


def test_the_title_says_how_many_stand_out_and_how_many_chance_may_make() -> None:
    ax = draw_backbone(davis(), model="fixedrow")
    title = "17 of 153 pairs of women are named together more often than chance explains"
    assert look.title(ax) == title
    assert "(upper tail, not corrected for 153 pairs, of which chance alone may make 2 " in foot(ax)
    assert "Without such a tie, and not drawn: 2 women (Helen Lloyd and Nora Fayette)." in foot(ax)
    ax = draw_backbone(made())
    title = "47 of 1,770 pairs of signatories stand out, and chance alone may make 49"
    assert look.title(ax) == ax.figure.said.silent == title  # type: ignore[union-attr]


def test_corrected_ties_say_by_whom_and_partial_lists_are_left_out_and_said() -> None:
    ax = draw_backbone(look.corpus("un-china"), model="fixedrow", correction="bh")
    assert "corrected by Benjamini and Hochberg over 8,385 pairs" in foot(ax)
    assert "15 statements with complete lists; 15 known in part are left out." in foot(ax)
    assert "chance alone" not in foot(ax) + look.title(ax)
    assert ax.figure.said.silent == ""  # type: ignore[union-attr]


def test_one_tie_is_told_by_name_and_both_ways_of_standing_out_apart() -> None:
    two = load({f"{n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}, members="any")
    ax = draw_backbone(two, model="fixedrow", correction="holm", alpha=0.1)
    assert look.title(ax) == "Ann and Bo are named together more often than chance explains"
    ax = draw_backbone(made(), model="fixedrow", tail="two-sided")
    assert look.title(ax).startswith("85 of 1,770 pairs of signatories are named together more ")
    assert look.title(ax).endswith(" often than chance explains, 8 less often")
    assert dashed(ax) == 8
    assert ", a dashed line two that share fewer" in ax.figure.said.subtitle  # type: ignore[union-attr]
    ax = draw_backbone(made(), model="fixedfill", tail="lower", alpha=0.2)
    assert "named together less often than chance explains" in look.title(ax)
    assert "A line joins two that share fewer statements" in ax.figure.said.subtitle  # type: ignore[union-attr]


def test_of_too_many_ties_those_of_the_smallest_p_values_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("coalitions.figures.networks.backbone.LINES_EACH", 1)
    ties = cosigning_ties(made(), model="fixedrow")
    p = ties["p_adjusted"][ties["significant"]].sort_values().to_numpy()
    ax = draw_backbone(made(), model="fixedrow")
    drawn = len(look.lines(ax))
    assert 0 < drawn <= len(look.circles(ax)[0]) < len(p)
    assert p[drawn - 1] < p[drawn]
    said = f"(the {drawn} of {len(p)} with the smallest p-values)"
    assert said in ax.figure.said.subtitle  # type: ignore[union-attr]
    ax = draw_backbone(parties(2, 9), model="fixedrow")
    assert look.lines(ax) == []
    assert "all of them alike; lines between all would show" in ax.figure.said.subtitle  # type: ignore[union-attr]


def test_where_no_tie_can_be_significant_it_says_what_it_would_take_and_draws_nothing() -> None:
    ax = draw_backbone(davis())
    assert look.title(ax) == "No tie can be significant at 0.05"
    said = "With 14 statements the smallest p-value that any pair could attain is 0.052; it would"
    assert ax.figure.said.subtitle.startswith(said)  # type: ignore[union-attr]
    assert "take 28 of their kind" in ax.figure.said.subtitle  # type: ignore[union-attr]
    assert "Null model sdsm" in foot(ax)
    assert "chance alone" not in foot(ax)
    assert not ax.collections
    assert not ax.patches


def test_where_none_is_significant_but_could_be_the_title_says_so() -> None:
    spread = {f"{n}": [f"m{(5 * n + k * k) % 13:02}" for k in range(7)] for n in range(24)}
    ax = draw_backbone(load(spread, members="any"), model="fixedrow")
    title = "No two signatories are named together more often than chance explains"
    assert look.title(ax) == title
    assert not ax.collections


def test_drawn_tables_are_told() -> None:
    ax = draw_backbone(parties(3), model="fdsm", alpha=0.3)
    assert "1,000 tables were drawn; the standard error of a p-value of" in foot(ax)


@pytest.mark.parametrize(
    ("corpus", "said"),
    [
        (lambda: look.corpus("hrc46-2021"), "no list is complete, and ties are drawn of complete"),
        (lambda: load({"a": ["Cuba"]}), "a tie takes two, and the complete lists do not name two"),
        (lambda: look.corpus("nothing"), "no list names anybody"),
    ],
)
def test_what_has_no_pair_is_refused(corpus: Callable[[], Corpus], said: str) -> None:
    with pytest.raises(CoalitionsError, match=said):
        draw_backbone(corpus())


# --- communities ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORPORA)
def test_an_area_is_a_group_and_holds_all_its_names(name: str) -> None:
    corpus = CORPORA[name]()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        found = find_communities(corpus, draws=19)
    ax = draw_communities(corpus)
    areas = [p for p in ax.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() < 1]
    sizes = found["community"].value_counts(sort=False)
    assert len(areas) == (sizes > 1).sum()
    short = corpus.signatories.set_index("signatory")["short"]
    written = [t for t in ax.texts if t.get_va() == "center_baseline"]
    for area, (number, who) in zip(areas, found.groupby("community")["signatory"], strict=True):
        low, high = area.get_y(), area.get_y() + area.get_height()
        inside = [t.get_text() for t in written if low < t.get_position()[1] < high]
        assert inside[0] == str(number)
        assert inside[1].startswith(f"{len(who)} ")
        if name != "odd":  # whose names are cut
            assert sorted(inside[-len(who) :]) == sorted(short[key] for key in who)
    assert max(a.get_x() + a.get_width() for a in areas) < ax.get_xlim()[1]


def test_a_circle_is_filled_as_far_as_what_it_shares_is_within() -> None:
    found = find_communities(davis(), draws=19)
    ax = draw_communities(davis())
    parts = [c for c in ax.collections if isinstance(c, PatchCollection)]
    areas = []
    for path in (path for c in parts for path in c.get_paths()):
        xy = path.to_polygons(closed_only=False)[0]
        x, y = xy[:, 0], xy[:, 1]
        areas.append(abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2)
    rings = [c.get_widths()[0] for c in ax.collections if hasattr(c, "get_widths")]
    whole = np.pi * (rings[0] / 2) ** 2
    wanted = found.sort_values(["community", "name"])["within"]
    assert np.allclose(np.array(areas) / whole, wanted, atol=0.01)


def test_a_bar_shows_with_whom_a_group_shares() -> None:
    corpus, found = davis(), find_communities(davis(), draws=19)
    group = found.set_index("signatory")["community"]
    sums = {(a, b): 0 for a in (1, 2) for b in (1, 2)}
    for pair, many in look.shared(corpus).items():
        one, other = (int(group[who]) for who in pair)
        sums[one, other] += many
        sums[other, one] += many
    share = [sums[n, n] / (sums[n, 1] + sums[n, 2]) for n in (1, 2)]
    ax = draw_communities(corpus)
    bars = [p for p in ax.patches if type(p) is Rectangle]
    wide = [bar.get_width() for bar in bars]
    assert len(bars) == 4
    assert [wide[0] / sum(wide[:2]), wide[2] / sum(wide[2:])] == pytest.approx(share)
    colours = looks.community_colours([1, 1, 2, 2], looks.LIGHT)
    faces = [to_hex(bar.get_facecolor()).upper() for bar in bars]
    assert faces == [colours[n] for n in (1, 2, 2, 1)]
    written = [t.get_text() for t in ax.texts]
    assert f"{share[0]:.0%} among themselves" in written
    assert f"{1 - share[0]:.0%} with group 2" in written


def test_groups_beyond_the_colours_are_grey_and_it_is_said() -> None:
    ax = draw_communities(parties(8))
    assert look.title(ax).startswith("8 groups of signatories, of 3 to 3, are named together")
    assert "From group 7 on all are grey: their numbers tell them apart." in foot(ax)
    areas = [p for p in ax.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() < 1]
    edges = [to_hex(area.get_edgecolor()).upper() for area in areas]
    grey = looks.LIGHT.groups[""]
    assert edges == [*looks.COMMUNITY_COLOURS, grey, grey]
    assert "grey" not in foot(draw_communities(parties(6)))
    assert "From group 4 on" in foot(draw_communities(parties(4), theme="grey"))


def test_names_that_have_no_room_are_left_out_then_groups_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    communities = "coalitions.figures.networks.communities"
    monkeypatch.setattr(f"{communities}.body_most", lambda *_: 130.0)
    ax = draw_communities(parties(2, 20), size="column")
    assert "Labels of 0 of 40 are drawn: there is no room for more." in foot(ax)
    assert sum(len(c.get_offsets()) for c in ax.collections if hasattr(c, "get_widths")) == 40
    ax = draw_communities(parties(9, 2), size="column")
    said = r"Not drawn, for there is no room: (\d+) groups of signatories, (\d+) in all"
    left = re.search(said, foot(ax))
    assert left is not None
    areas = [p for p in ax.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() < 1]
    assert len(areas) == 9 - int(left[1])
    assert int(left[2]) == 2 * int(left[1])


def test_who_is_in_no_group_is_named() -> None:
    ax = draw_communities(look.corpus("unga75"))
    assert "In no group: Kuwait." in foot(ax)
    assert "4 statements, 2 of them known in part, with the names that are known." in foot(ax)


def test_groups_that_chance_explains_are_not_drawn() -> None:
    ax = draw_communities(load({"a": ["Cuba", "Peru"], "b": ["Peru", "Chad"]}))
    assert look.title(ax) == "No groups of states are named together more than chance explains"
    said = ax.figure.said  # type: ignore[union-attr] # a sheet
    assert re.search(
        r"modularity .* is 0, no higher than chance makes it: 0 on average", said.subtitle
    )
    assert "19 tables with the same sizes (p = 1)" in said.subtitle
    assert said.silent.startswith("no groups stand out: modularity 0")
    assert not ax.collections


# --- both ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["column", "page", "slide"])
@pytest.mark.parametrize("name", ["davis", "made", "odd"])  # un-china is in test_figures_sizes
@pytest.mark.parametrize("kind", ["backbone", "communities"])
@pytest.mark.filterwarnings("ignore:figure .* no shape in its font")
def test_no_two_texts_meet_at_any_size(kind: str, name: str, size: str) -> None:
    asked = {"model": "fixedrow"} if kind == "backbone" else {}
    ax = FIGURES[kind](CORPORA[name](), size=size, **asked)
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


@pytest.mark.parametrize("theme", ["dark", "grey"])
def test_groups_are_told_apart_in_every_theme(theme: looks.ThemeName) -> None:
    ax = draw_communities(made(), theme=theme)
    look_ = looks.look_in(theme)
    assert to_hex(ax.figure.get_facecolor()).upper() == look_.ground
    areas = [p for p in ax.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() < 1]
    edges = [to_hex(area.get_edgecolor()).upper() for area in areas]
    assert edges == list(look_.communities[:3])
    badges = [p for p in ax.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() == 2]
    for text, badge in zip([t for t in ax.texts if t.get_text() in "123"], badges, strict=True):
        assert looks.contrast(to_hex(text.get_color()), to_hex(badge.get_facecolor())) >= 4.5


@pytest.mark.parametrize("draw", [draw_backbone, draw_communities])
def test_axes_of_ones_own_say_why_nothing_is_there(draw: Callable[..., Axes]) -> None:
    two = load({"a": ["Cuba", "Peru"], "b": ["Peru", "Chad"]})
    ax = draw(two, ax=Figure().subplots())
    assert [t.get_text().replace("\n", " ")[:3] for t in ax.texts] == ["No "]
    ax = draw(two, ax=Figure().subplots(), annotate=True)
    assert sum(t.get_text().startswith("No ") for t in ax.texts) == 0


def test_a_report_is_without_what_has_nothing_to_tell() -> None:
    with pytest.raises(CoalitionsError, match=r"no tie can be significant at 0\.05: with 14 stat"):
        FIGURES["backbone"].tell(davis())
    assert FIGURES["communities"].tell(davis()).collections
    assert FIGURES["venn"].tell(look.corpus("two lists")).patches


def test_the_command_line_asks_as_python_does(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    how = ("--layout", "wide", "--members", "any", "--noun", "woman/women")
    model = ("--model", "fixedrow", "--tail", "upper", "--alpha", "0.05", "--correction", "none")
    done = run("figure", "backbone", DAVIS, *how, *model, "-o", path)
    assert (done.code, done.err) == (0, "")
    svg = path.read_text(encoding="utf-8")
    assert "<title>17 of 153 pairs of women are named together" in svg
    done = run("figure", "communities", DAVIS, *how, "--alpha", "0.1", "-o", path)
    assert (done.code, done.err) == (0, "")
    for given in (("--alpha", "0.1"), ("--model", "sdsm"), ("--tail", "lower")):
        done = run("figure", "venn", *given, "-o", path)
        assert done.code == 2
        assert f"{given[0]} is for backbone" in done.err
    done = run("figure", "backbone", "--alpha", "5", "-o", path)
    assert done.code == 2
    assert "expected a number between 0 and 1" in done.err
