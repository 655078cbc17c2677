"""Maps: each state once, in the colour of where it stands; the legend counts what is drawn."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from figure_checks import corpus_of, luminance
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Circle, Patch, Rectangle

from coalitions import (
    CoalitionsError,
    Corpus,
    draw_tilemap,
    draw_worldmap,
    load,
    looks,
    save_figure,
    select,
)
from coalitions.cli import options
from coalitions.figures import alt_text
from coalitions.figures.maps.dots import REACH, clear_places
from coalitions.figures.maps.standing import standing
from coalitions.findings import borders_told
from coalitions.maps import REGIONS, borders
from coalitions.maps.borders import NO_STATE, state_outlines
from coalitions.maps.projection import equal_earth
from coalitions.maps.tiles import state_tiles
from coalitions.names.gazetteer import states

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run
    from matplotlib.axes import Axes

MAPS = pytest.mark.parametrize("draw", [draw_tilemap, draw_worldmap])
TABLE = states().query("kind != 'former'")  # a map is of the states of today
EVERYBODY = sorted(TABLE["signatory"][TABLE["kind"] != "non-member"])
REFERENCE = Path(borders.__file__).parent / "reference"
SIDES = {side: colour.lower() for side, colour in looks.SIDE_COLOURS.items()}


@cache
def drawn(draw: Callable[..., Axes], name: str, size: str = "page") -> Axes:
    """Draw a map once for all the tests that look at it."""
    return draw(load(name), size=size)


def marks(ax: Axes) -> dict[str, Patch]:
    """Return the one patch that stands for each state."""
    found = [patch for patch in ax.patches if patch.get_gid()]
    assert len({patch.get_gid() for patch in found}) == len(found)
    return {str(patch.get_gid()): patch for patch in found}


def colours(ax: Axes) -> Counter[str]:
    """Return how many states have each colour; "" is hatched."""
    return Counter(
        "" if patch.get_hatch() else to_hex(patch.get_facecolor()) for patch in marks(ax).values()
    )


def foot(ax: Axes) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in ax.texts)


@MAPS
def test_sides_are_counted_as_the_lists_are_long(draw: Callable[..., Axes], unga75: Corpus) -> None:
    ax = drawn(draw, "unga75")
    lists = unga75.signatures.groupby("statement_id")["signatory"].agg(set)
    stance = unga75.statements.set_index("statement_id")["stance"]
    support, critical = (
        set().union(*lists[[key for key in lists.index if stance[key] == side]])
        for side in ("support", "critical")
    )
    assert (len(support), len(critical), support & critical) == (52, 39, set())
    assert colours(ax) == {SIDES["support"]: 52, SIDES["critical"]: 39, "": 195 - 52 - 39}
    placed = marks(ax)
    assert {
        s for s, m in placed.items() if to_hex(m.get_facecolor()) == SIDES["support"]
    } == support
    for text in ("supporting 52", "critical 39", "not named, lists known in part 104"):
        assert text in foot(ax)
    assert "32 declared signatures are not named" in foot(ax)


@MAPS
def test_who_is_named_on_both_sides_has_a_colour_of_its_own(draw: Callable[..., Axes]) -> None:
    ax = drawn(draw, "un-china")
    assert to_hex(marks(ax)["SOM"].get_facecolor()) == SIDES["both"]
    assert colours(ax)[SIDES["both"]] == 1


@MAPS
def test_a_complete_list_leaves_nobody_unknown(draw: Callable[..., Axes]) -> None:
    ax = draw(select(load("unga75"), stance="critical"))
    assert colours(ax) == {SIDES["critical"]: 39, SIDES["neither"]: 156}
    assert "not named 156" in foot(ax)


@MAPS
def test_every_state_is_on_the_map_at_every_size(draw: Callable[..., Axes], unga75: Corpus) -> None:
    for size, theme in (("column", "light"), ("page", "grey"), ("slide", "dark")):
        assert sorted(marks(draw(unga75, size=size, theme=theme))) == EVERYBODY


@MAPS
def test_two_statements_of_one_stance_show_their_overlap(draw: Callable[..., Axes]) -> None:
    for stance in ("support", ""):
        corpus = corpus_of(
            {"a": ["Cuba", "Fiji", "Chad"], "b": ["Cuba", "Peru"]},
            declared={"a": 3, "b": 2},
            stance=stance,
        )
        ax = draw(corpus)
        first, second, both = (looks.REGION_COLOURS[k].lower() for k in ("first", "second", "both"))
        assert colours(ax) == {first: 2, second: 1, both: 1, SIDES["neither"]: 191}
        title = ax.get_title(loc="left").replace("\n", " ")
        assert title == "1 state signed both statements, a and b"


@MAPS
def test_more_statements_of_one_stance_show_how_many_name_a_state(
    draw: Callable[..., Axes],
) -> None:
    lists = {"a": ["Cuba", "Fiji", "Chad"], "b": ["Cuba", "Fiji"], "c": ["Cuba"]}
    ax = draw(corpus_of(lists, stance="support"))
    assert sorted(colours(ax).values()) == [1, 1, 1, 192]
    for n in (1, 2, 3):
        assert f"named under {n} of 3: 1" in foot(ax)


def test_many_statements_share_their_shades_in_ranges(un_china: Corpus) -> None:
    found = standing(select(un_china, stance="critical"), looks.PAPER)
    texts = [kind.text for kind in found.kinds.values()]
    assert texts[:2] == ["named under 1–2 of 12:", "named under 3–4 of 12:"]
    assert sum(kind.states for kind in found.kinds.values()) == 195
    assert "named under 1–2 of 12:" in found.data().replace("Named", "named")


def test_of_disjoint_lists_who_is_named_stands_out_from_who_is_not() -> None:
    ax = draw_tilemap(corpus_of({"a": ["Cuba"], "b": ["Chad"], "c": ["Peru"]}, stance="support"))
    (named, _), (rest, _) = sorted(colours(ax).items(), key=lambda item: item[1])
    assert rest == SIDES["neither"]
    assert abs(luminance(to_rgb(named)) - luminance(to_rgb(rest))) > 0.25


def test_one_partial_list_says_how_many_of_the_hatched_signed() -> None:
    corpus = corpus_of({"a": ["Cuba", "Fiji"]}, declared={"a": 5})
    found = standing(corpus, looks.PAPER)
    assert found.notes == ("3 of the hatched states signed as well; which ones is not known.",)
    assert found.kinds["neither"].text == "named, no stance recorded"
    assert (found.kinds["neither"].states, found.kinds["unknown"].states) == (2, 193)


def test_who_could_not_sign_is_neither_unknown_nor_silent() -> None:
    given = corpus_of({"a": ["Cuba"]}).signatories
    council = given[given["signatory"].isin(["CUB", "FJI", "PER"])]
    plain = corpus_of({"a": ["Cuba"]}, declared={"a": 2})
    found = standing(Corpus(plain.statements, plain.signatures, council), looks.PAPER)
    assert {key: kind.states for key, kind in found.kinds.items()} == {
        "neither": 1, "unknown": 2, "outside": 192
    }  # fmt: skip


def test_a_signatory_without_a_place_is_named() -> None:
    found = standing(corpus_of({"a": ["Cuba", "XKX", "TWN"]}), looks.PAPER)
    assert found.notes == ("Not on the map: Kosovo and Taiwan.",)


def test_who_is_no_more_has_no_place_on_a_map_of_today() -> None:
    then = corpus_of({"a": ["Cuba", "SUN", "YUG"]}, date="1985-10-01")
    assert standing(then, looks.PAPER).notes == (
        "Not on the map, which is of today: USSR and Yugoslavia.",
    )
    # The USSR could sign and has no tile; Kazakhstan has one and could not.
    for corpus in (then, corpus_of({"a": ["Cuba"]}, date="1985-10-01")):
        assert "every member and observer of the United Nations today" in alt_text(
            draw_tilemap(corpus)
        )
    assert "Every state that can sign has a tile" in alt_text(draw_tilemap(load("unga75")))


@MAPS
def test_what_are_no_states_have_no_map(draw: Callable[..., Axes]) -> None:
    with pytest.raises(CoalitionsError, match="there is no map: its signatories are not states"):
        draw(corpus_of({"a": ["x", "y"]}, members="any"))
    with pytest.raises(CoalitionsError, match="no list names anybody"):
        draw(corpus_of({"a": []}, declared={"a": 3}))


def test_tiles_do_not_overlap_and_are_where_the_table_says() -> None:
    found = marks(drawn(draw_tilemap, "unga75"))
    tiles = state_tiles()
    corners = {s: m.get_xy() for s, m in found.items() if isinstance(m, Rectangle)}
    side = found["CUB"].get_width()  # type: ignore[attr-defined]
    assert len(corners) == 195
    for a, b in itertools.combinations(EVERYBODY, 2):
        away = np.abs(np.subtract(corners[a], corners[b]))
        assert away.max() > side
    assert corners["CAN"][1] > corners["USA"][1]
    assert tiles.loc["CAN", "row"] < tiles.loc["USA", "row"]


def test_codes_are_written_while_they_can_be_read() -> None:
    for size, written in (("page", 195), ("slide", 195), ("column", 0)):
        ax = drawn(draw_tilemap, "unga75", size)
        assert len([t for t in ax.texts if t.get_text() in set(EVERYBODY)]) == written


@MAPS
def test_on_a_slide_the_legend_stands_beside_the_map_if_it_is_narrow(
    draw: Callable[..., Axes],
) -> None:
    ax = drawn(draw, "unga75", "slide")
    legend = [t for t in ax.texts if t.get_text().startswith(("supporting", "critical", "not n"))]
    left = min(m.get_window_extent().x0 for m in marks(ax).values())
    assert max(t.get_window_extent().x1 for t in legend) < left
    assert len({round(t.get_window_extent().x0, -1) for t in legend[:2]}) == 1
    two = corpus_of({"a" * 40: ["Cuba", "Peru"], "b": ["Cuba"]}, stance="support")
    ax = draw(two, size="slide")
    legend = [t for t in ax.texts if t.get_text().startswith("named under")]
    top = max(m.get_window_extent().y1 for m in marks(ax).values())
    assert min(t.get_window_extent().y0 for t in legend) > top


# The world map


@pytest.mark.parametrize("size", ["column", "page", "slide"])
def test_no_dot_hides_another_or_a_state(size: str) -> None:
    found = marks(drawn(draw_worldmap, "unga75", size))
    dots = {s: m for s, m in found.items() if isinstance(m, Circle)}
    assert {"VAT", "TUV", "NRU", "MCO", "SGP", "KNA", "MDV"} <= set(dots)
    assert not {"FRA", "RUS", "CUB", "NZL"} & set(dots)
    for a, b in itertools.combinations(dots.values(), 2):
        assert np.hypot(*np.subtract(a.center, b.center)) > 2 * a.radius  # type: ignore[arg-type]


def test_the_borders_say_what_they_are() -> None:
    text = foot(drawn(draw_worldmap, "unga75"))
    assert "imply no opinion on the status of any territory" in text


def test_outlines_are_closed_and_do_not_cross_the_180th_meridian() -> None:
    outlines = state_outlines()
    assert sorted(set(outlines) - {NO_STATE}) == EVERYBODY
    for code, outline in outlines.items():
        assert outline.rings or code == "TUV"
        for ring in outline.rings:
            assert (ring[0] == ring[-1]).all()
            assert len(ring) >= 4
            assert np.abs(ring[:, 0]).max() <= 180
            assert np.ptp(ring[:, 0]) < 180
            assert not crossings(ring), code


def test_the_outlines_take_little_room(tmp_path: Path) -> None:
    assert (REFERENCE / "countries.json").stat().st_size < 250_000
    path = save_figure(drawn(draw_worldmap, "unga75"), tmp_path / "world.svg")
    assert path.stat().st_size < 700_000


def crossings(ring: np.ndarray) -> int:
    """Return how often a ring crosses itself."""
    start, step = ring[:-1], np.diff(ring, axis=0)
    total = 0
    for i in range(len(start) - 2):
        j = np.arange(i + 2, len(start) - (i == 0))
        ahead = start[j] - start[i]
        across = step[i, 0] * step[j, 1] - step[i, 1] * step[j, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            here = (ahead[:, 0] * step[j, 1] - ahead[:, 1] * step[j, 0]) / across
            there = (ahead[:, 0] * step[i, 1] - ahead[:, 1] * step[i, 0]) / across
        total += int(((here > 0) & (here < 1) & (there > 0) & (there < 1)).sum())
    return total


def test_areas_are_about_those_that_are_published() -> None:
    # Thousands of square kilometres, UN Demographic Yearbook, table 3, land and water.
    published = {"BRA": 8516, "RUS": 17098, "AUS": 7692, "CUB": 110, "DZA": 2382, "CHE": 41}
    for code, area in published.items():
        rings = [equal_earth(*ring.T) for ring in state_outlines()[code].rings]
        own = abs(sum(np.sum(r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1]) / 2 for r in rings))
        assert own * 6371**2 / 1000 == pytest.approx(area, rel=0.06), code


def test_neighbours_keep_one_common_border() -> None:
    outlines = state_outlines()
    places = {
        c: {tuple(p) for r in o.rings for p in r.round(2).tolist()} for c, o in outlines.items()
    }
    for a, b in (("FRA", "DEU"), ("USA", "CAN"), ("CHN", "MNG"), ("ZAF", "LSO"), ("ITA", "SMR")):
        assert len(places[a] & places[b]) >= 2, (a, b)


def test_the_projection_is_that_of_the_paper() -> None:
    # PROJ's own example (eqearth, R = 1); the pole's height and the equator's half by the formula.
    assert equal_earth(np.array([122.0]), np.array([47.0])).round(2).tolist() == [[1.55, 0.89]]
    corners = equal_earth(np.array([180.0, 0.0, -180.0]), np.array([0.0, 90.0, 0.0]))
    assert corners == pytest.approx(
        np.array([[2.7066297, 0], [0, 1.3173628], [-2.7066297, 0]]), abs=1e-6
    )


def test_the_projection_keeps_areas() -> None:
    step = 1e-4
    lon, lat = (
        a.ravel() for a in np.meshgrid(np.arange(-175.0, 180, 35), np.arange(-85.0, 90, 17))
    )
    here = equal_earth(lon, lat)
    east = (equal_earth(lon + step, lat) - here) / np.radians(step)
    north = (equal_earth(lat=lat + step, lon=lon) - here) / np.radians(step)
    area = east[:, 0] * north[:, 1] - east[:, 1] * north[:, 0]
    assert area == pytest.approx(np.cos(np.radians(lat)), rel=1e-4)


def test_dots_that_are_apart_stay_where_they_are() -> None:
    places = {"A": np.array([0.0, 0.0]), "B": np.array([5.0, 0.0])}
    assert all((at == places[s]).all() for s, at in clear_places(places, {}, 1.0).items())
    crowd = dict(zip("abcdefghijkl", np.random.default_rng(1).uniform(0, 6, (12, 2)), strict=True))
    moved = clear_places(crowd, {}, 1.0)
    for one, other in itertools.combinations(moved.values(), 2):
        assert np.hypot(*(one - other)) >= 2
    assert max(np.hypot(*(moved[s] - crowd[s])) for s in crowd) <= REACH


def test_a_dot_leaves_the_land_of_others_where_the_sea_is_near() -> None:
    square = np.array([[0.0, 0.0], [30.0, 0.0], [30.0, 30.0], [0.0, 30.0], [0.0, 0.0]])
    middles = {"A": np.array([28.0, 10.0]), "B": np.array([15.0, 15.0]), "C": np.array([40.0, 5.0])}
    found = clear_places(middles, {"L": [square], "C": [square + 30]}, 1.0)
    assert found["A"][0] >= 31
    assert found["A"][1] == pytest.approx(10)
    assert (found["B"] == middles["B"]).all()  # amid land: there is nowhere to go
    assert (found["C"] == middles["C"]).all()


def test_small_states_of_europe_stand_on_no_neighbour_and_are_there_once() -> None:
    ax = drawn(draw_worldmap, "unga75")
    found = marks(ax)
    assert [t.get_text() for t in ax.texts if t.get_text() == "Europe"] == ["Europe"]
    land = [p for p in ax.patches if not isinstance(p, (Circle, Rectangle))]
    for code in ("SMR", "VAT", "MCO", "MLT", "AND"):
        dot = found[code]
        assert isinstance(dot, Circle)
        assert dot.center[0] < found["CHL"].get_path().get_extents().x0  # in the inset
        rim = np.array(dot.center) + dot.radius * np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])
        assert not any(p.get_path().contains_points(rim).any() for p in land), code


@pytest.mark.parametrize(
    ("region", "there", "elsewhere"),
    [
        ("europe", {"SMR", "VAT", "MLT", "ISL", "RUS"}, {"JPN", "USA", "NGA"}),
        ("oceania", {"FJI", "TUV", "KIR", "NZL", "TON"}, {"FRA", "ARG"}),
    ],
)
def test_a_part_of_the_world_is_drawn_alone(
    region: str, there: set[str], elsewhere: set[str], unga75: Corpus
) -> None:
    ax = draw_worldmap(unga75, region=region)
    found = marks(ax)
    assert there <= set(found)
    assert not elsewhere & set(found)
    keys = [t.get_text() for t in ax.texts if t.get_text()[-1:].isdigit()]
    assert sum(int(key.rsplit(" ", 1)[1]) for key in keys) == len(found)
    assert f"{region.capitalize()}: states by area" in foot(ax)
    width, height = ax.figure.figure.get_size_inches()
    assert height <= 1.5 * width


def test_a_tall_part_of_the_world_keeps_to_its_page(unga75: Corpus) -> None:
    width, height = draw_worldmap(unga75, region="americas").figure.figure.get_size_inches()
    assert height <= 1.5 * width + 1e-6


def test_what_is_no_part_of_the_world_is_refused(
    unga75: Corpus, run: Callable[..., Run], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match='no region "atlantis": choose one of africa, americas'):
        draw_worldmap(unga75, region="atlantis")
    assert tuple(REGIONS) == options.REGIONS
    done = run("figure", "tilemap", "--region", "europe", "-o", tmp_path / "a.svg")
    assert done.code == 2
    assert "--region is for worldmap, not for tilemap" in done.err
    done = run("figure", "worldmap", "--region", "caribbean", "-o", tmp_path / "a.svg")
    assert (done.code, done.err) == (0, "")
    assert "The Caribbean" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "date", "said"),
    [
        ("Cuba", "2020-01-01", "Borders are those of Natural Earth and imply"),
        ("Cuba", "", "Borders are those of Natural Earth and imply"),
        ("Cuba", "1985", "Natural Earth as of 2018, not of 1985 and imply"),
        (
            "West Germany; Sudan; Cuba",
            "1985-05-01",
            "as of 2018, not of 1985 when those of Germany and the Sudan were others, and imply",
        ),
        ("Germany; Sudan", "2000-01-01", "not of 2000 when those of the Sudan were others, and"),
    ],
)
def test_borders_say_of_when_they_are_where_lists_are_older(
    names: str, date: str, said: str
) -> None:
    corpus = corpus_of({"a": names.split("; ")}, date=date)
    assert said in borders_told(corpus)
