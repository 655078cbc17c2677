"""Diagrams: they draw whatever a corpus may be, print cleanly, and say what the tables say."""

from __future__ import annotations

import re
import struct
import warnings
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import figure_checks as look
import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle

from coalitions import CoalitionsError, Corpus, load, looks, pairs, regions, save_figure, select
from coalitions.bounds import Interval
from coalitions.corpus.labels import statement_labels
from coalitions.corpus.provenance import completeness
from coalitions.dates import day
from coalitions.figures.networks.network import Lines, draw_lines
from coalitions.figures.registry import FIGURES
from coalitions.figures.upset.draw import ROOM_FOR

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from matplotlib.axes import Axes

    from coalitions.figures.kit import Size

#: Of the fifteen events of un-china, those that differ: one to four lists, complete, in part, and
#: by hardly a name.
EVENTS = ("hrc41-2019", "hrc44-2020", "hrc46-2021", "unga3-2020", "unga3-2022", "unga3-2025")
ALL = [*look.CORPORA, *EVENTS]
#: What takes lists without dates; the others have tests of their own.
TIMELESS = [kind for kind in FIGURES if kind not in {"flow", "timeline"}]
PRINTED = [name for name in ALL if name not in ("counts", "nothing")]
#: Kinds that draw nothing where chance explains what is there, and say so.
AGAINST_CHANCE = ("backbone", "communities")
#: Kinds that draw states only; the corpus of odd labels has none.
MAPS = ("tilemap", "worldmap")
SVG = "{http://www.w3.org/2000/svg}"
#: Smallest type that prints (points): a newspaper's tables go down to 5.
SMALLEST = 5.0


@cache
def drawn(name: str, kind: str) -> Axes:
    """Draw one diagram of one corpus, once for all tests; whatever warns is an error."""
    with warnings.catch_warnings():
        if name == "odd labels":  # Chinese letters, which DejaVu lacks: test_truth_pictures has it
            warnings.filterwarnings("ignore", message="figure .* no shape in its font")
        return FIGURES[kind](look.corpus(name))


@cache
def fits_time(name: str, kind: str) -> bool:
    """Say whether a diagram of time finds dates, and of a series two events with sides."""
    table = look.corpus(name).statements
    events = table.loc[(table["date"] != "") & (table["stance"] != ""), "date"].nunique()
    single = name in EVENTS or name == "unga75"
    return {"flow": events > 1 and not single, "timeline": table["date"].any()}.get(kind, True)


def drawable(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of corpus and kind that are drawn; what is refused has its own tests."""
    least = {"venn": 2, "network": 0}
    return [
        (name, kind)
        for kind in FIGURES
        for name in names
        if (look.corpus(name).named > 0).sum() >= least.get(kind, 1)
        and (kind not in MAPS or look.corpus(name).members == "states")
        and (kind != "balance" or takes_sides(name))
        and fits_time(name, kind)
        and (kind != "backbone" or names_two(name))
    ]


def names_two(name: str) -> bool:
    """Say whether complete lists name two, who could be tied."""
    corpus = look.corpus(name)
    listed = look.lists(corpus)
    complete = corpus.partial.index[~corpus.partial.to_numpy(bool)]
    return len(set[str]().union(*(listed[key] for key in complete))) > 1


def takes_sides(name: str) -> bool:
    """Say whether a statement has a stance: without one there is nothing to balance."""
    return bool((look.corpus(name).statements["stance"] != "").any())


@cache
def measured(ax: Axes) -> list[look.Printed]:
    """Return the texts; where DejaVu lacks a script, matplotlib warns: no fault of ours."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s)Glyph \d+ .* missing from font")
        return look.texts(ax)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("figures")


def saved(folder: Path, name: str, kind: str, suffix: str) -> bytes:
    """Return a diagram as a file's bytes, written once."""
    path = folder / f"{name.replace(' ', '-')}-{kind}{suffix}"
    if not path.exists():
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"(?s)Glyph \d+ .* missing from font")
            save_figure(drawn(name, kind), path)
    return path.read_bytes()


# --- it draws, or says in one sentence why not ---------------------------------------------------


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("kind", FIGURES)
def test_draws_or_says_in_one_sentence_why_not(name: str, kind: str) -> None:
    try:
        ax = drawn(name, kind)
    except CoalitionsError as refusal:
        message = str(refusal)
        assert message
        assert "\n" not in message
        assert not message.endswith(".")
        # A Venn diagram is bound to a number of statements, a balance to sides, a map to states,
        # a flow and a timeline to dates, a tie to two on complete lists.
        sideless = kind == "balance" and not takes_sides(name)
        assert (
            kind in ("venn", *MAPS)
            or sideless
            or not fits_time(name, kind)
            or (kind == "backbone" and not names_two(name))
            or not look.corpus(name).named.any()
        )
        assert kind not in MAPS or not look.corpus(name).named.any() or name == "odd labels"
    else:
        assert ax.figure.figure.get_size_inches()[0] == pytest.approx(7.2)


@pytest.mark.parametrize("name", ["one statement", "one name", "counts", "nothing", "hrc46-2021"])
def test_venn_refuses_less_than_two_statements_that_name_somebody(name: str) -> None:
    named = int((look.corpus(name).named > 0).sum())
    with pytest.raises(CoalitionsError, match=f"takes two or three statements.*found {named}"):
        drawn(name, "venn")


def test_venn_refuses_a_statement_that_names_nobody_by_its_id() -> None:
    corpus = look.corpus("hrc46-2021")
    ids = list(corpus.statements["statement_id"])
    silent = next(key for key, names in look.lists(corpus).items() if not names)
    with pytest.raises(CoalitionsError, match=f"{silent} names nobody"):
        FIGURES["venn"](corpus, statements=ids)


def test_venn_refuses_an_id_that_is_not_there() -> None:
    with pytest.raises(CoalitionsError, match="nowhere"):
        FIGURES["venn"](look.corpus("unga75"), statements=["nowhere", "2020-10-unga3-china-kuwait"])


# --- print ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kind"), drawable(PRINTED))
def test_no_two_texts_print_over_each_other(name: str, kind: str) -> None:
    printed = measured(drawn(name, kind))
    # Title, subtitle, foot, and what the figure is about, where there is anything to draw.
    assert len(printed) > (2 if kind in AGAINST_CHANCE else 4)
    assert look.collisions(printed) == []


@pytest.mark.parametrize(("name", "kind"), drawable(PRINTED))
def test_no_text_is_cut_by_the_edge_of_the_page(name: str, kind: str) -> None:
    ax = drawn(name, kind)
    assert look.outside(ax, measured(ax)) == []


@pytest.mark.parametrize(("name", "kind"), drawable(["unga75", "un-china", "two lists"]))
def test_no_type_is_too_small_to_print(name: str, kind: str) -> None:
    printed = measured(drawn(name, kind))
    small = {p.text: p.artist.get_fontsize() for p in printed}
    assert {t: round(s, 1) for t, s in small.items() if s < SMALLEST} == {}


@pytest.mark.parametrize("name", ["unga75", "un-china", "everybody", "hrc44-2020"])
@pytest.mark.parametrize("kind", ["network", "cosigning"])
def test_no_label_prints_over_the_mark_of_another(name: str, kind: str) -> None:
    ax = drawn(name, kind)
    centres, sizes = look.circles(ax)
    unit = look.DPI / 72  # the axes are measured in points
    labels = [p for p in measured(ax) if p.artist.get_zorder() == 4]
    assert labels
    over = []
    for p in labels:
        low, high = p.corners.min(0), p.corners.max(0)
        at = ax.transData.transform(centres)
        away = np.hypot(*(np.maximum(low - at, 0) + np.maximum(at - high, 0)).T)
        hit = np.flatnonzero(away < sizes / 2 * unit - look.TOUCHING)
        over += [f"{p.text!r} over the mark at {centres[n]}" for n in hit]
    assert over == []


@pytest.mark.parametrize("name", ["unga75", "un-china", "hrc44-2020", "nested", "three large"])
def test_a_number_of_the_venn_diagram_lies_within_its_region(name: str) -> None:
    ax = drawn(name, "venn")
    numbers = [p for p in measured(ax) if p.artist.get_zorder() == 6]  # sets the resolution, too
    paths = [p.get_transform().transform_path(p.get_path()) for p in look.fields(ax)]
    assert numbers
    spilling = [
        p.text for p in numbers if not any(path.contains_points(p.corners).all() for path in paths)
    ]
    assert spilling == []


@pytest.mark.parametrize("size", ["column", "page", "slide"])
def test_nothing_runs_through_a_number_of_the_venn_diagram(size: Size) -> None:
    ax = FIGURES["venn"](look.corpus("unga75"), size=size)
    numbers = [p for p in measured(ax) if p.artist.get_zorder() == 6]
    for place in numbers:
        place.artist.set_color("none")
    pixels = look.pixels(ax)[::-1]
    through = []
    for place in numbers:
        (left, low), (right, high) = (place.corners[side].astype(int) for side in (0, 2))
        behind = pixels[low + 1 : high, left + 1 : right].reshape(-1, 4)
        if np.ptp(behind, axis=0).max() > 2:
            through.append(place.text)
    assert len(numbers) > 3
    assert through == []


# --- what it says --------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kind"), drawable(ALL))
def test_title_states_a_number_and_foot_states_completeness_and_source(
    name: str, kind: str
) -> None:
    ax = drawn(name, kind)
    assert re.search(r"\d|\b(no|none|nobody|one|two)\b", look.title(ax), re.IGNORECASE)
    assert "At least 0" not in look.title(ax)
    foot = look.foot(ax)
    corpus = look.corpus(name)
    assert re.search(r"Names known: \S|Of \d+ lists: \d", foot)
    source = re.search(
        r"Source: (.+?)\. (Lists to .+?|No list is dated)\. Drawn by coalitions \d", foot
    )
    assert source
    known = [s for s in corpus.statements["source_name"] if s]
    if not known:
        assert source[1] == "not stated"
    else:
        assert all(part in "; ".join(known) for part in re.split("; (?!and others)", source[1])[:2])
    last = max(corpus.statements["date"])
    assert source[2].endswith(day(last) or "dated") or kind in ("venn", "upset", "overlap", "card")


@pytest.mark.parametrize("kind", ["matrix", "network", "cosigning"])
def test_foot_of_a_figure_of_all_statements_is_about_all(kind: str, un_china: Corpus) -> None:
    # 29 lists of un-china without earlier versions: 13 + 10 + 5 + 1.
    foot = look.foot(drawn("un-china", kind))
    assert completeness(un_china) in foot
    assert "Of 30 lists: 14 complete, 10 known in part, 5 known only by their count" in foot


def test_statements_left_out_are_named_in_the_foot(un_china: Corpus) -> None:
    labels = statement_labels(un_china)
    silent = [key for key, names in look.lists(un_china).items() if not names]
    assert len(silent) == 5
    foot = look.foot(drawn("un-china", "overlap"))
    said = foot.partition("not drawn: ")[2].partition(". Of ")[0]
    assert all(labels[key] in said for key in silent)
    assert said.count("), ") + said.count(" and ") == len(silent) - 1  # and nothing else is named


def test_upset_says_how_many_regions_it_leaves_out() -> None:
    corpus = look.complete(look.corpus("un-china"))
    foot = look.foot(drawn("un-china", "upset"))
    shown, of, least = map(
        int, re.search(r"(\d+) of (\d+) regions drawn; the others hold (\d+)", foot).groups()
    )
    sizes = sorted(look.exclusive(corpus).values(), reverse=True)
    assert of == len(sizes)
    assert least == sizes[shown] or least == sizes[shown - 1]
    assert len(_bars(drawn("un-china", "upset"))) == shown


@pytest.mark.parametrize("name", ["unga75", "un-china"])
def test_network_says_at_least_as_many_as_the_largest_statement_declares(name: str) -> None:
    # A statement that declares n has n signatories, whoever they are.
    table = look.corpus(name).statements
    title = look.title(drawn(name, "network")).lower()
    support, critical = (
        r"(\d+) states signed in support of china, ",
        r"(?:\d+ to )?(\d+) in criticism",
    )
    said = re.search(support + critical, title)
    assert said
    for number, stance in zip(said.groups(), ("support", "critical"), strict=True):
        assert int(number) >= table["declared_count"][table["stance"] == stance].max()


@pytest.mark.parametrize("kind", ["venn", "upset", "matrix", "overlap", "network"])
def test_every_side_whose_colour_is_used_is_named_beside_it(kind: str) -> None:
    ax = drawn("unga75", kind)
    used = {look.side_of(p) for p in ax.patches if p.get_fill()} - {""}
    assert used >= {"support", "critical"}
    words = " ".join(t.get_text() for t in ax.texts)
    assert {s for s in used if not re.search(rf"\b{looks.SIDE_NAMES[s]}\b", words)} == set()


def test_the_colour_of_both_sides_is_for_those_on_both_sides_alone() -> None:
    names = {"a": ["Cuba", "Fiji"], "b": ["Cuba", "Fiji", "Chad"]}
    for stances, expected in (
        (["support", "critical"], {"support", "critical", "both"}),
        (["support", ""], {"support", "neither"}),
        (["critical", ""], {"critical", "neither"}),
    ):
        corpus = look.corpus_of(names, stance=stances)
        fields = look.fields(FIGURES["venn"](corpus))
        assert {look.side_of(p) for p in fields} <= expected, stances


@pytest.mark.parametrize("name", ["unga75", "two lists", "hrc44-2020"])
def test_a_number_stands_out_from_what_it_is_written_on(name: str) -> None:
    network, venn = drawn(name, "network"), drawn(name, "venn")
    squares = [p for p in network.patches if isinstance(p, FancyBboxPatch)]
    solids = {p.get_x(): p for p in network.patches if isinstance(p, Rectangle)}
    pairs = [
        (text, solids[p.get_x()])
        for text in network.texts
        for p in squares
        if text.get_text().isdigit()
        and look.is_colour(p, looks.UNKNOWN)
        and not look.hatched(p)
        and p.contains_point(network.transData.transform(text.get_position()))
    ]
    pairs += [
        (text, p)
        for text in venn.texts
        for p in look.fields(venn)
        if text.get_zorder() == 6 and p.contains_point(venn.transData.transform(text.xy))
    ]
    assert len(pairs) > 3
    low = {t.get_text(): round(look.contrast(t, p), 1) for t, p in pairs}
    assert {text: value for text, value in low.items() if value < 4.5} == {}


def test_network_writes_no_number_for_a_statement_that_has_no_names_and_no_count() -> None:
    ax = FIGURES["network"](look.corpus_of({"letter": ["Cuba", "Fiji"], "silent": []}))
    numbers = sorted(t.get_text() for t in ax.texts if t.get_text() in set("?0123456789"))
    assert numbers == ["2", "?"]


# --- numbers, from the marks ---------------------------------------------------------------------


def _bars(ax: Axes) -> dict[float, tuple[float, float]]:
    """Return the lower and the upper end of each row's bar, by its height (points)."""
    boxes = [p for p in ax.patches if isinstance(p, Rectangle) and p.get_y() < 0]
    solid = [p for p in boxes if look.is_colour(p, looks.BAR)]
    (left,) = {p.get_x() for p in solid}
    found = {_row_of(p): (p.get_width(), p.get_width()) for p in solid}
    for p in (p for p in boxes if look.hatched(p)):
        low = found[_row_of(p)][0]
        assert p.get_x() - left == pytest.approx(low)
        found[_row_of(p)] = (low, low + p.get_width())
    return found


def _row_of(bar: Rectangle) -> float:
    return round(bar.get_y() + 2.5, 3)


def _rows(ax: Axes, corpus: Corpus) -> dict[float, frozenset[str]]:
    """Return which statements' dots are filled in each row, by its height (points)."""
    dots = [p for p in ax.patches if isinstance(p, Circle) and not look.in_key(p)]
    labels = {v: k for k, v in statement_labels(corpus).items()}
    heads = [t for t in ax.texts if t.get_text() in labels and t.get_position()[1] > 0]
    column = {round(t.get_position()[0] - 6, 3): labels[t.get_text()] for t in heads}
    found: dict[float, set[str]] = {}
    for p in dots:
        members = found.setdefault(round(p.center[1], 3), set())
        if not look.is_colour(p, looks.HAIRLINE):
            members.add(column[round(p.center[0], 3)])
    return {y: frozenset(members) for y, members in found.items()}


def _written(ax: Axes, y: float) -> list[str]:
    """Return the two numbers of a row."""
    level = [t for t in ax.texts if t.get_position()[1] == pytest.approx(y)]
    return [t.get_text() for t in level if t.get_ha() == "right"]


def test_upset_of_complete_lists_draws_each_region_as_long_as_it_is_large() -> None:
    ax, corpus = drawn("un-china", "upset"), look.complete(look.corpus("un-china"))
    sizes, lists = look.exclusive(corpus), look.lists(corpus)
    bars, rows = _bars(ax), _rows(ax, look.corpus("un-china"))
    assert bars.keys() == rows.keys()
    largest, unit = max(sizes.values()), max(high for _, high in bars.values())
    sizes_drawn = {rows[y]: high / unit * largest for y, (_, high) in bars.items()}
    assert sizes_drawn == pytest.approx({k: sizes[k] for k in rows.values()})
    assert (
        min(sizes_drawn.values()) >= max(n for k, n in sizes.items() if k not in sizes_drawn) - 1e-6
    )
    for y, key in rows.items():
        at_least = len(set.intersection(*(set(lists[s]) for s in key)))
        assert _written(ax, y) == [str(sizes[key]), str(at_least)]


def test_upset_of_partial_lists_draws_what_they_allow_and_how_many_are_named() -> None:
    ax, corpus = drawn("unga75", "upset"), look.corpus("unga75")
    table = regions(corpus)
    table.index = table["statements"].map(frozenset)
    bars, rows = _bars(ax), _rows(ax, corpus)
    assert set(rows.values()) == set(look.exclusive(corpus)) == set(table.index)
    lines = [(c.get_linewidth()[0], c.get_paths()[0].vertices) for c in ax.collections]
    left = min(p.get_x() for p in ax.patches if isinstance(p, Rectangle) and p.get_y() < 0)
    ticks = {round(float(v[:, 1].mean()) - 1, 3): v[0, 0] - left for w, v in lines if w == 1.2}
    thin = [(round(float(v[0, 1]) + 4.7, 3), v[:, 0] - left) for w, v in lines if w == 1.1]
    unit = max(high for _, high in bars.values()) / table["exclusive_max"].max()
    for y, key in rows.items():
        low, high = bars[y]
        found = table.loc[[key]].iloc[0]
        assert low / unit == pytest.approx(found["exclusive_min"])
        assert high / unit == pytest.approx(found["exclusive_max"])
        assert ticks[y] / unit == pytest.approx(look.exclusive(corpus)[key])
        (*_, possible), (begin, certain) = (x / unit for at, x in thin if at == y)
        assert (begin, certain) == pytest.approx((0, found["inclusive_min"]))
        assert possible == pytest.approx(found["inclusive_max"])
        kinds = ("exclusive", "inclusive")
        expected = [str(Interval(found[f"{k}_min"], found[f"{k}_max"])) for k in kinds]
        assert _written(ax, y) == expected


@pytest.mark.parametrize("size", ["page", "column", "slide"])
@pytest.mark.parametrize("name", ["unga75", "un-china", "everybody"])
def test_upset_names_all_of_a_region_or_says_how_many_it_holds(name: str, size: Size) -> None:
    corpus = look.corpus(name)
    ax = FIGURES["upset"](corpus, size=size)
    rows = _rows(ax, corpus)
    short = corpus.signatories.set_index("signatory")["short"]
    part = look.complete(corpus) if name == "un-china" else corpus
    if part.named.size > ROOM_FOR[size]:  # those that name most
        most = part.named.sort_values(ascending=False, kind="stable").index[: ROOM_FOR[size]]
        part = select(part, statements=list(most))
    table = regions(part)
    table.index = table["statements"].map(frozenset)
    blocks = [t for t in ax.texts if t.get_va() == "top" and t.get_position()[1] < 0]
    texts = sorted((t for t in blocks if t.get_ha() == "left"), key=lambda t: -t.get_position()[1])
    said = [" ".join(t.get_text().split()) for t in texts if "Source" not in t.get_text()]
    assert len(said) == len(rows)
    for key, text in zip(rows.values(), said, strict=True):
        members = table["members"][key]
        names = sorted(short[who] for who in members)
        whole = text.removeprefix(f"{len(names)} named: ").split(", ") == names
        assert whole or text == f"{len(names)} states: too many to name here"
        assert whole or len(names) > 100  # more than any size has room for


@pytest.mark.parametrize("name", ["unga75", "un-china", "two lists", "random"])
def test_overlap_writes_each_pair_twice_and_each_size_once(name: str) -> None:
    ax, corpus = drawn(name, "overlap"), look.corpus(name)
    named = {key: names for key, names in look.lists(corpus).items() if names}
    ids, labels = list(named), statement_labels(corpus)
    cells = {tuple(t.get_position()): t.get_text() for t in ax.texts if t.get_ha() == "center"}
    if len(ids) > 30:  # too many for type that can be read
        assert {text for text in cells.values() if text.isdigit()} == set()
        assert "Too many statements to print the numbers" in look.foot(ax)
        return
    rows = {t.get_text(): t.get_position()[1] for t in ax.texts if t.get_ha() == "right"}
    step = rows[labels[ids[0]]] - rows[labels[ids[1]]]
    table = pairs(corpus).set_index(["a", "b"])
    whole = dict(zip(corpus.unnamed.index, corpus.unnamed == 0, strict=True))
    grid = {}
    for (x, y), text in cells.items():
        i, j = int(-y / step), int(x / step)
        grid.setdefault((ids[i], ids[j]), []).append(text)
    assert len(grid) == len(ids) ** 2
    for a, b in combinations(ids, 2):
        row = table.loc[(a, b)]
        expected = [str(int(row[end])) for end in ("shared_min", "shared_max")]
        if expected[0] == expected[1]:
            expected = expected[:1]
        assert grid[a, b] == grid[b, a] == expected
        if whole[a] and whole[b]:
            assert expected == [str(len(named[a] & named[b]))]
    for key in ids:
        declared = len(named[key]) + int(corpus.unnamed[key])
        size = str(declared) if whole[key] else f"{len(named[key])} of\n{declared}"
        assert grid[key, key] == [size]


def test_overlap_shades_a_cell_the_darker_the_more_the_lists_allow() -> None:
    ax, table = drawn("un-china", "overlap"), pairs(look.complete(look.corpus("un-china")))
    halves = [p for p in ax.patches if isinstance(p, Polygon)]
    n, every = 25, pairs(look.corpus("un-china"))  # lists of un-china that name somebody
    names = {key for key, names in look.lists(look.corpus("un-china")).items() if names}
    every = every[every["a"].isin(names) & every["b"].isin(names)]
    split = int((every["shared_min"] < every["shared_max"]).sum())
    # Two cells a pair, of two halves where it is not certain, and the key.
    assert len(halves) == n * (n - 1) + 2 * split + 2
    lightness = {}
    corpus = look.corpus("un-china")
    ids = [key for key, names in look.lists(corpus).items() if names]
    step = halves[0].get_path().get_extents().width + 1  # a hairline of ground between cells
    for p in halves[:-2]:
        box = p.get_path().get_extents()
        cell = ids[int(-(box.y0 + box.y1) / 2 / step)], ids[int((box.x0 + box.x1) / 2 / step)]
        lightness.setdefault(cell, set()).add(sum(p.get_facecolor()[:3]))
    by_size = {}
    for row in table.itertuples():
        assert len(lightness[row.a, row.b]) == 1  # certain: both halves alike
        assert lightness[row.a, row.b] == lightness[row.b, row.a]
        by_size[row.shared_named] = lightness[row.a, row.b].pop()
    assert len(by_size) > 10
    shades = [by_size[size] for size in sorted(by_size)]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == len(shades)


def _heads(ax: Axes) -> dict[float, str]:
    """Return the name of the statement above each column, level or upright, by its middle."""
    upright = {t.get_position()[0]: t for t in ax.texts if t.get_rotation() == 90}
    level = {
        t.get_position()[0] + 6: t
        for t in ax.texts
        if t.get_ha() == "right" and re.search(r" \(\d+( of \d+)?\)$", t.get_text())
    }
    assert bool(upright) != bool(level)
    return {x: t.get_text().rpartition(" (")[0] for x, t in (upright or level).items()}


@pytest.mark.parametrize("name", ["unga75", "un-china", "everybody", "two lists", "nested"])
def test_matrix_has_a_mark_for_each_signature_and_no_other(name: str) -> None:
    ax, corpus = drawn(name, "matrix"), look.corpus(name)
    heads = _heads(ax)
    names = [(t.get_position(), t.get_text()) for t in ax.texts if t.get_ha() == "right"]
    short = corpus.signatories.set_index("signatory")["short"]
    labels = statement_labels(corpus)
    expected = sorted(
        (labels[key], short[who]) for key, named in look.lists(corpus).items() for who in named
    )
    found = []
    for x, y in look.marks(ax):
        row = [(at[0], name) for at, name in names if abs(at[1] - y) < 0.01 and at[0] < x]
        head = next(text for at, text in heads.items() if abs(at - x) < 0.01)
        found.append((head, max(row)[1]))
    assert sorted(found) == expected


def test_matrix_hatches_the_columns_that_are_known_in_part() -> None:
    ax, corpus = drawn("unga75", "matrix"), look.corpus("unga75")
    body = [p for p in ax.patches if look.hatched(p) and p.get_height() > 20]
    heads = {
        head
        for x, head in _heads(ax).items()
        if any(p.get_x() < x < p.get_x() + p.get_width() for p in body)
    }
    assert heads == {"Kuwait", "Pakistan"}  # 1 of 3, and 25 of 55
    assert (corpus.unnamed > 0).sum() == 2
    assert len(body) == 2 * 4  # in each of the four panels


def test_network_has_a_mark_for_each_node_and_a_line_for_each_signature() -> None:
    ax, corpus = drawn("unga75", "network"), look.corpus("unga75")
    centres, sizes = look.circles(ax)
    squares = [p for p in ax.patches if isinstance(p, FancyBboxPatch)]
    grounds = [p for p in squares if look.is_colour(p, looks.UNKNOWN)]
    assert (len(grounds), len(centres)) == (4, 91)
    lines = look.lines(ax)
    assert len(lines) == len(corpus.signatures) == 1 + 25 + 45 + 39
    at = {(round(x, 2), round(y, 2)) for x, y in centres}
    middles = {
        (round(p.get_x() + p.get_width() / 2, 2), round(p.get_y() + p.get_height() / 2, 2))
        for p in grounds
    }
    ends = [{(round(x, 2), round(y, 2)) for x, y in line} for line in lines]
    assert all(len(end & at) == 1 and len(end & middles) == 1 for end in ends)
    # Area is the number of statements: the 19 that are named twice are √2 as wide.
    wide, count = np.unique(sizes, return_counts=True)
    assert count.tolist() == [72, 19]
    assert wide[1] / wide[0] == pytest.approx(2**0.5, abs=0.01)


def test_lines_are_a_tone_where_there_is_a_crowd_of_them() -> None:
    nodes = [f"n{n}" for n in range(200)]
    places = np.random.default_rng(0).uniform(0, 400, (200, 2))
    table = pd.DataFrame(places, nodes, ["x", "y"])
    pairs = list(combinations(nodes, 2))
    alphas = []
    for many in (0, 100, 5_000, len(pairs)):
        ax = Figure().subplots()
        draw_lines(ax, table, Lines(pairs[:many], "grey", 0.35))
        alphas.append(ax.collections[0].get_alpha())
        assert len(ax.collections[0].get_segments()) == many
    assert alphas[0] == alphas[1] == 0.75
    assert 0.75 > alphas[2] > alphas[3] > 0


def test_network_fills_a_square_as_far_as_its_names_are_known() -> None:
    ax = drawn("unga75", "network")
    grounds = {
        p.get_x(): p
        for p in ax.patches
        if isinstance(p, FancyBboxPatch) and look.is_colour(p, looks.UNKNOWN)
    }
    solids = [p for p in ax.patches if isinstance(p, Rectangle) and p.get_x() in grounds]
    known = {}
    for p in solids:
        side = grounds[p.get_x()].get_width()
        known[round(side**2, 1)] = (p.get_height() / side, look.hatched(grounds[p.get_x()]))
    # Area is the declared count: 3, 39, 45, 55.
    areas = sorted(known)
    assert [a / areas[0] * 3 for a in areas] == pytest.approx([3, 39, 45, 55], rel=0.01)
    shares = [known[a] for a in areas]
    assert [s for s, _ in shares] == pytest.approx([1 / 3, 1, 1, 25 / 55])
    assert [hatch for _, hatch in shares] == [True, False, False, True]


@pytest.mark.parametrize("name", ["unga75", "un-china"])
def test_cosigning_draws_every_tie_from_a_threshold_on_and_says_which(name: str) -> None:
    ax, corpus = drawn(name, "cosigning"), look.corpus(name)
    shared = look.shared(corpus)
    said = " ".join(t.get_text().replace("\n", " ") for t in ax.texts if "A line" in t.get_text())
    least, lines, ties = (
        int(n.replace(",", ""))
        for n in re.search(
            r"at least (\d+) statements \(the ([\d,]+) .* of ([\d,]+) ties", said
        ).groups()
    )
    assert ties == len(shared)
    assert lines == len(look.lines(ax)) == sum(n >= least for n in shared.values())
    assert len(look.circles(ax)[0]) == len(set().union(*look.lists(corpus).values()))


def test_cosigning_of_unga75_joins_the_19_named_under_both() -> None:
    # 19 are named under both Pakistan and Cuba: 19 · 18 / 2 pairs.
    assert len(look.lines(drawn("unga75", "cosigning"))) == 171


def test_venn_draws_areas_as_large_as_the_named_lists_and_rings_as_declared() -> None:
    ax = drawn("unga75", "venn")
    areas = [
        _area(p.get_patch_transform().transform_path(p.get_path()).to_polygons()[0])
        for p in look.fields(ax)
    ]
    # Exclusive regions, Kuwait left out: Pakistan 6, Cuba 26, both 19, Germany 39.
    assert sorted(a / sum(areas) * 90 for a in areas) == pytest.approx([6, 19, 26, 39], rel=0.03)
    (ring,) = [p for p in ax.patches if isinstance(p, Circle) and not p.get_fill()]
    circle = sum(sorted(areas)[:2])  # Pakistan's 25, in two regions
    assert np.pi * ring.radius**2 / circle == pytest.approx(55 / 25, rel=0.03)


def _area(polygon: np.ndarray) -> float:
    x, y = polygon.T
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # 54 and 53 named, 41 of them under both, and 51 under neither of the two.
        ("un-china", ["12", "13", "41", "51"]),
        ("nested", ["1", "1", "2"]),  # Cuba in all, Fiji in two, Chad and Peru in one
        ("alike", ["2"]),
        ("disjoint", ["2", "2", "3"]),
    ],
)
def test_venn_of_complete_lists_writes_every_region(name: str, expected: list[str]) -> None:
    numbers = [t.get_text() for t in drawn(name, "venn").texts if t.get_zorder() in (6, 7)]
    assert sorted(numbers) == expected


def test_venn_of_partial_lists_writes_what_they_allow_and_how_many_are_named() -> None:
    texts = [t.get_text() for t in drawn("unga75", "venn").texts]
    # Pakistan has 30 more to give: 19 to 19 + 26 with Cuba, 6 to 36 alone, Cuba 26 − 26 to 26.
    # All of the 30 may be among Germany's 39: 9 to 39.
    assert {"19–45", "6–36", "0–26", "9–39"} < set(texts)
    assert {"19 named", "6 named", "26 named", "39 named", "55 declared, 25 named"} < set(texts)


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kind"), drawable(["unga75", "odd labels"]))
def test_svg_is_well_formed_and_neither_runs_nor_requests_anything(
    folder: Path, name: str, kind: str
) -> None:
    root = ET.fromstring(saved(folder, name, kind, ".svg"))  # noqa: S314 - of our own making
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "image", "foreignObject", "a")
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2]
            assert not attribute.startswith("on")
            if attribute == "href":
                assert value.startswith("#")
            assert re.findall(r"url\((?!#)", value) == []
        if element.tag == f"{SVG}style":
            assert "@import" not in (element.text or "")
            assert "url(" not in (element.text or "")


@pytest.mark.parametrize(
    "kind", [k for _, k in drawable(["odd labels"]) if k not in AGAINST_CHANCE]
)
def test_svg_shows_markup_in_labels_as_text(folder: Path, kind: str) -> None:
    root = ET.fromstring(saved(folder, "odd labels", kind, ".svg"))  # noqa: S314 - of our own making
    shown = re.sub(r"\s+", " ", " ".join(root.itertext()))
    assert "$x^2$" in shown
    if kind != "venn":  # which shows the first three statements
        assert "<img src=x" in shown  # as far as there is room
        assert "</script>" in shown


@pytest.mark.parametrize("kind", TIMELESS)
def test_png_is_as_wide_as_a_page_at_300_dots_an_inch(folder: Path, kind: str) -> None:
    content = saved(folder, "unga75", kind, ".png")
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2160  # 7.2 inches
    assert height == pytest.approx(
        drawn("unga75", kind).figure.figure.get_size_inches()[1] * 300, abs=1
    )
    at = content.index(b"pHYs")
    assert struct.unpack(">I", content[at + 4 : at + 8]) == (11811,)  # dots a metre


@pytest.mark.parametrize("kind", ["venn", "network"])
def test_pdf_is_a_pdf_without_a_date(folder: Path, kind: str) -> None:
    content = saved(folder, "unga75", kind, ".pdf")
    assert content.startswith(b"%PDF-")
    assert b"CreationDate" not in content
    assert b"/FontFile2" in content  # type that can be edited, not outlines of it


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_same_corpus_gives_the_same_bytes(folder: Path, suffix: str, tmp_path: Path) -> None:
    for kind in ("venn", "network"):
        again = save_figure(FIGURES[kind](load("unga75")), tmp_path / f"{kind}{suffix}")
        assert again.read_bytes() == saved(folder, "unga75", kind, suffix)


def test_a_suffix_of_another_kind_is_refused_and_nothing_written(tmp_path: Path) -> None:
    for name in ("figure.gif", "figure", "figure.svg.txt"):
        with pytest.raises(CoalitionsError) as refusal:
            save_figure(drawn("two lists", "venn"), tmp_path / name)
        assert str(refusal.value).startswith(str(tmp_path / name))
        assert str(refusal.value).endswith("give it a name that ends in .svg, .png or .pdf")
        assert "\n" not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_suffix_in_capitals_is_taken(tmp_path: Path) -> None:
    path = save_figure(drawn("two lists", "venn"), tmp_path / "FIGURE.PDF")
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match=r"cannot write venn\.svg in .*nowhere"):
        save_figure(drawn("two lists", "venn"), tmp_path / "nowhere" / "venn.svg")


# --- as a part of something larger ---------------------------------------------------------------


@pytest.mark.parametrize("kind", TIMELESS)
def test_drawing_and_saving_leave_matplotlibs_settings_alone(kind: str, tmp_path: Path) -> None:
    before = mpl.rcParams.copy()
    save_figure(FIGURES[kind](look.corpus("hrc41-2019")), tmp_path / "figure.svg")
    assert mpl.rcParams == before


@pytest.mark.parametrize("kind", TIMELESS)
def test_draws_on_the_axes_that_it_is_given(kind: str) -> None:
    figure = Figure(figsize=(14, 10))
    left, right = figure.subplots(1, 2)
    assert FIGURES[kind](look.corpus("hrc41-2019"), ax=left) is left
    assert figure.axes == [left, right]
    assert look.title(left) == ""  # test_drawing.py tells what can stand there
    assert left.texts
    assert not right.texts
    assert tuple(figure.get_size_inches()) == (14, 10)


@pytest.mark.parametrize("kind", TIMELESS)
def test_a_corpus_is_not_changed_by_drawing_it(kind: str) -> None:
    corpus = look.corpus("hrc44-2020")
    before = [t.copy() for t in (corpus.statements, corpus.signatures, corpus.signatories)]
    FIGURES[kind](corpus)
    after = (corpus.statements, corpus.signatures, corpus.signatories)
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))
