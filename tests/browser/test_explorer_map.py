"""The map: a tile for every state, whatever its size; what is not known is hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pages import CUBA, GERMANY, PAKISTAN, choose, find, heading, picture, show_view

from coalitions import Corpus, explorer_page, load
from coalitions.looks import SIDE_COLOURS
from coalitions.maps.tiles import state_tiles

if TYPE_CHECKING:
    from pathlib import Path

    from pages import Show
    from playwright.sync_api import Page

PATH = "{http://www.w3.org/2000/svg}path"


def filled(page: Page) -> int:
    """Return how many tiles are filled with the colour of a side."""
    paths = picture(page).iter(PATH)
    round_key = "0 1 0"  # the circles of the key, which are no tiles
    colours = SIDE_COLOURS.values()
    return sum(p.get("fill") in colours and round_key not in str(p.get("d")) for p in paths)


def key(page: Page) -> list[str]:
    return page.locator("#key .pair").all_inner_texts()


def test_every_state_has_a_tile_and_the_named_ones_a_colour(show: Show, unga75: str) -> None:
    page = show(unga75)
    show_view(page, "Map")
    texts = picture(page).itertext()
    assert set(state_tiles().index) <= {text.strip() for text in texts}
    assert filled(page) == 91
    assert [text.split()[-2:] for text in key(page)] == [["91", "named"], ["statement", "here"]]
    assert "104 named under no statement" in key(page)[1]


def test_what_a_partial_list_leaves_open_is_hatched_and_counted(show: Show, unga75: str) -> None:
    # Cuba's 45 are all named, and 19 of them under Pakistan's statement too, whose list lacks 30:
    # of the other 26 nobody knows. Germany's list is complete, and so leaves nothing open.
    page = show(unga75)
    show_view(page, "Map")
    choose(page, CUBA, "signed")
    assert filled(page) == 45
    assert "not known" not in " ".join(key(page))
    choose(page, PAKISTAN, "signed")
    assert filled(page) == 19
    assert "26 not known" in key(page)[2]
    choose(page, PAKISTAN, "did not sign")
    assert filled(page) == 26  # named as asked; that none of them signed Pakistan's is not known
    assert "26 not known" in key(page)[2]
    choose(page, PAKISTAN, "any")
    choose(page, GERMANY, "signed")
    assert filled(page) == 0


def test_tiles_are_chosen_by_pointer_and_by_arrow_keys(show: Show, unga75: str) -> None:
    page = show(unga75)
    show_view(page, "Map")
    page.locator("#map").focus()
    page.keyboard.press("ArrowDown")
    first = heading(page)
    page.keyboard.press("ArrowRight")
    assert heading(page) != first
    page.keyboard.press("ArrowLeft")
    assert heading(page) == first
    place = state_tiles().loc["CHN"]
    at: dict[str, Any] = page.evaluate(
        """([column, row, columns, rows]) => {
          const box = document.getElementById("map").getBoundingClientRect();
          const side = Math.min(44, (box.width - 16) / columns, (box.height - 16) / rows);
          return { x: box.x + (box.width - side * columns) / 2 + side * (column + 0.5),
                   y: box.y + (box.height - side * rows) / 2 + side * (row + 0.5) };
        }""",
        [*map(int, place[["column", "row"]]), 29, 18],
    )
    page.mouse.move(at["x"], at["y"])
    assert page.locator("#tip").inner_text().startswith("China")
    page.mouse.click(at["x"], at["y"])
    assert heading(page) == "China"
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()


#: Where a click means a tile, whatever its size and however far the map is scrolled.
AT = """([column, row, columns, rows]) => {
  const [box, canvas] = ["map", "map-canvas"].map((id) => document.getElementById(id));
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const side = Math.min((width - 16) / columns, (height - 16) / rows);
  const { x, y } = canvas.getBoundingClientRect();
  const at = { x: x + (width - side * columns) / 2 + side * (column + 0.5),
               y: y + (height - side * rows) / 2 + side * (row + 0.5) };
  canvas.dispatchEvent(new MouseEvent("click", { clientX: at.x, clientY: at.y, bubbles: true }));
  return box.scrollWidth - box.clientWidth;
}"""


def test_a_phone_shows_the_whole_world_and_all_brings_it_back(show: Show, un_china: str) -> None:
    page, tiles = show(un_china, size=(320, 640)), state_tiles()
    show_view(page, "Map")
    places = [int(most) + 1 for most in tiles[["column", "row"]].max()]
    said = page.locator("#partly")
    # Fiji is in the far east: on the whole map it is there to be pointed at.
    fiji = [*map(int, tiles.loc["FJI", ["column", "row"]]), *places]
    assert page.evaluate(AT, fiji) == 0
    assert heading(page) == "Fiji"
    assert said.inner_text().startswith("The whole world; + comes near enough")
    sizes = [
        float(text.get("font-size", 0))
        for text in picture(page).iter(PATH.replace("path", "text"))
        if text.text in tiles.index
    ]
    assert len(sizes) == 195  # to take away it has its letters, however narrow the screen
    assert min(sizes) >= 9
    find(page, "Cuba")
    page.get_by_role("button", name="Zoom in").click()
    assert said.inner_text() == "The map goes on: scroll, or All for the whole world."
    scrolled = "map => [map.scrollLeft, map.scrollWidth - map.clientWidth]"
    before, most = page.locator("#map").evaluate(scrolled)
    assert before < most
    find(page, "Tonga")
    assert page.locator("#map").evaluate(scrolled)[0] > before + 50
    assert page.evaluate(AT, fiji) == most
    assert heading(page) == "Fiji"
    page.get_by_role("button", name="Show all", exact=True).click()
    assert page.locator("#map").evaluate(scrolled) == [0, 0]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def parties(tmp_path: Path) -> Corpus:
    file = tmp_path / "letter.csv"
    file.write_text("statement_id,signatory\na,Reds\na,Blues\nb,Reds\n", encoding="utf-8")
    return load(file, members="any")


def test_who_is_no_state_has_no_map(show: Show, parties: Corpus) -> None:
    page = show(explorer_page(parties).html)
    assert page.locator("#views button").all_inner_texts() == ["Network", "Co-signing", "Matrix"]
