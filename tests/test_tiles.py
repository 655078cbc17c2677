"""The map of equal tiles: complete, none on another, the continents where one looks for them."""

from __future__ import annotations

import pytest

from coalitions.maps.tiles import state_tiles
from coalitions.names.gazetteer import states

TILES = state_tiles()
PLACES = {
    code: tuple(place) for code, place in zip(TILES.index, TILES.to_numpy().tolist(), strict=True)
}
STATES = states().query("kind != 'former'").set_index("signatory")


def distance(a: str, b: str) -> int:
    """Return how many tiles lie between two states, corners counted as touching (1)."""
    return max(abs(x - y) for x, y in zip(PLACES[a], PLACES[b], strict=True))


def continent(start: str) -> set[str]:
    """Return the tiles that one reaches from a state by going from tile to touching tile."""
    found, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        near = {code for code in TILES.index if code not in found and distance(here, code) == 1}
        found |= near
        ahead += sorted(near)
    return found


def test_every_state_that_can_sign_has_a_tile_of_its_own() -> None:
    can_sign = STATES.index[STATES["kind"].isin(["member", "observer"])]
    assert list(TILES.index) == sorted(can_sign)
    assert len(TILES) == 195
    assert not TILES.duplicated().any()


def test_the_layout_is_compact_and_begins_at_nought() -> None:
    assert TILES.min().to_dict() == {"column": 0, "row": 0}
    assert TILES.max().to_dict() == {"column": 28, "row": 17}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("USA", "CAN"), ("USA", "MEX"), ("HTI", "DOM"), ("PAN", "COL"), ("ARG", "CHL"),
        ("FRA", "ESP"), ("FRA", "ITA"), ("DEU", "POL"), ("UKR", "RUS"), ("RUS", "KAZ"),
        ("IND", "PAK"), ("CHN", "MNG"), ("PRK", "KOR"), ("ISR", "PSE"), ("IRN", "IRQ"),
        ("EGY", "SDN"), ("COD", "COG"), ("ZAF", "LSO"), ("IDN", "TLS"), ("AUS", "PNG"),
    ],
)  # fmt: skip
def test_neighbours_touch(a: str, b: str) -> None:
    assert distance(a, b) == 1


@pytest.mark.parametrize(
    ("west", "east"),
    [
        ("CUB", "HTI"),
        ("PRT", "ESP"),
        ("GBR", "NLD"),
        ("CHN", "JPN"),
        ("IND", "BGD"),
        ("SEN", "SYC"),
    ],
)
def test_west_is_left_and_north_is_up(west: str, east: str) -> None:
    assert TILES.loc[west, "column"] < TILES.loc[east, "column"]
    for north, south in (("NOR", "ITA"), ("TUN", "ZAF"), ("CAN", "CHL"), ("MNG", "IDN")):
        assert TILES.loc[north, "row"] < TILES.loc[south, "row"]


def test_continents_stand_apart() -> None:
    groups = STATES["group"].to_dict()
    africa = {code for code, group in groups.items() if group == "African"}
    assert continent("EGY") == africa
    pacific = continent("FJI")
    assert len(pacific) == 14
    assert {"AUS", "NZL", "PLW", "KIR", "TON", "PNG"} <= pacific
    assert continent("USA") | continent("CUB") | continent("BRA") == {
        "CAN", "USA", *(code for code, group in groups.items() if group.startswith("Latin"))
    }  # fmt: skip
