"""What is not in sight is said, and what a saved picture leaves out stands in its title."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pages import CUBA, answer, at_rest, choose, download, find, heading, named, picture, show_view

from coalitions import Corpus, explorer_page
from coalitions.looks import REGION_COLOURS

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Page

CLIP, TEXT = "{http://www.w3.org/2000/svg}clipPath", "{http://www.w3.org/2000/svg}text"
#: A path that begins as a rounded square does: where, how wide, and the radius of its corners.
SQUARE = re.compile(r"M(\S+) (\S+?)h([\d.]+)a([\d.]+) ")


def title(page: Page) -> str:
    """Return the title of the picture to take away, its lines joined."""
    bold = [one for one in picture(page).iter(TEXT) if one.get("font-size") == "18"]
    return " ".join(str(one.text) for one in bold)


def said(page: Page) -> str:
    return page.locator("#partly").inner_text() if page.locator("#partly").is_visible() else ""


def test_a_matrix_says_what_of_it_is_in_sight(show: Show, un_china: str) -> None:
    page = show(un_china, size=(360, 640))
    show_view(page, "Matrix")
    assert said(page).startswith("Rows 1–")
    assert " of 133 and columns 1–" in said(page)
    page.locator("#matrix").evaluate("box => { box.scrollTop = 1e6; box.scrollLeft = 1e6; }")
    page.wait_for_function(
        "document.getElementById('partly').textContent.match(/–133 of 133 and .*–30 of 30/)"
    )
    assert title(page) == "133 of 195 states are named under 30 joint statements"  # all of it


def test_a_picture_says_in_its_title_what_it_leaves_out(show: Show, unga75: str) -> None:
    page = show(unga75)
    whole = "91 of 195 states are named under 4 joint statements"
    assert title(page) == whole
    page.get_by_role("checkbox", name="Critical").uncheck()
    page.get_by_label("Regional group").select_option("African")
    assert title(page) == f"{whole} (only: regional group African; without Critical)"
    page.get_by_role("button", name="Reset").click()
    for _ in range(6):
        page.get_by_role("button", name="Zoom in").click()
        at_rest(page)
    assert title(page) == f"{whole} (only: part of the network)"
    choose(page, CUBA, "signed")
    assert title(page).startswith("45 of 195 states signed “Cuba”. 26 of them are named under no")
    assert title(page).endswith("(only: part of the network)")


def test_statements_are_searched_by_name_title_and_date(show: Show, un_china: str) -> None:
    page = show(un_china)
    box = page.get_by_role("searchbox", name="Find a statement", exact=True)
    rows = page.locator("#statements .row")
    box.fill("cuba october 2020")
    assert rows.locator(".name").all_inner_texts() == ["Cuba (Oct 2020)"]
    assert page.locator("#statements-number").inner_text() == "1 found"
    box.fill("heusgen")
    rows.get_by_role("button").click()
    assert heading(page) == "Germany (Oct 2020)"  # one name, wherever it stands
    find(page, "Heusgen")  # and from the box of the whole page
    assert page.get_by_role("searchbox", name="Find a signatory").input_value() == (
        "Germany (Oct 2020)"
    )


def test_keys_go_from_part_to_part_and_are_listed(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.keyboard.press("4")
    assert page.evaluate("document.activeElement.id") == "map"
    for key, place in (("/", "#search"), ("q", "#ask *, #ask"), ("m", "#rows *"), ("p", "#map")):
        page.keyboard.press("Escape")
        page.locator("#map").focus()
        page.keyboard.press(key)
        assert page.evaluate("place => document.activeElement.matches(place)", place), key
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="By keyboard")
    assert keys.locator("kbd").all_inner_texts()[:4] == ["Tab", "/", "p", "q"]
    keys.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert page.locator("#map").is_visible()  # single keys can be switched off
    page.get_by_role("button", name="Keys").click()
    assert keys.is_visible()


def test_a_link_is_copied_or_shown_to_be_copied(show: Show, unga75: str) -> None:
    page = show(unga75)
    choose(page, CUBA, "signed")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: "
        "{ writeText: async (text) => { window.copied = text; } } })"
    )
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Link copied").wait_for()
    assert page.evaluate("copied === location.href")
    assert "#signed=" in page.evaluate("copied")
    page.evaluate(
        "() => { navigator.clipboard.writeText = async () => { throw new Error('no'); }; }"
    )
    page.get_by_role("button", name="Copy link").click()
    assert page.get_by_label("Copy this link").input_value() == page.evaluate("location.href")


def corpus_of(lists: dict[str, str], **columns: list[str]) -> Corpus:
    names = [(key, who) for key, them in lists.items() for who in them.split()]
    return Corpus(
        pd.DataFrame({"statement_id": list(lists), **columns}),
        pd.DataFrame(names, columns=["statement_id", "signatory"]),
    )


def test_two_lists_of_one_side_are_coloured_by_who_is_on_both(show: Show) -> None:
    page = show(explorer_page(corpus_of({"July": "GBR FRA JPN", "August": "GBR FRA KEN IRL"})).html)
    legend = page.locator("#legend label").all_inner_texts()
    assert [text.split("\n") for text in legend] == [
        ["August only", "2"], ["Both", "2"], ["July only", "1"],
    ]  # fmt: skip
    assert page.locator("#columns th").all_inner_texts() == ["State", "List", "Named under"]
    page.get_by_role("checkbox", name="Both").uncheck()
    assert named(page) == ["Ireland", "Japan", "Kenya"]
    show_view(page, "Map")
    fills = {path.get("fill") for path in picture(page).iter()}
    assert {REGION_COLOURS["first"], REGION_COLOURS["second"]} <= fills
    assert REGION_COLOURS["both"] not in fills


@pytest.mark.parametrize(
    ("lists", "columns"),
    [
        ({"a": "GBR FRA JPN"}, ["State", "Group"]),
        ({"a": "GBR FRA", "b": "GBR FRA", "c": "GBR"}, ["State", "Named under"]),
    ],
)
def test_a_column_that_says_one_thing_in_every_row_is_not_there(
    show: Show, lists: dict[str, str], columns: list[str]
) -> None:
    page = show(explorer_page(corpus_of(lists, stance=["support"] * len(lists))).html)
    assert page.locator("#columns th").all_inner_texts() == columns


@pytest.fixture(scope="module")
def many() -> str:
    """Return the page of 700 statements of 2 to 41 of 60 states, over seven years."""
    states = [str(one) for one in explorer_states()[:60]]
    lists = {
        f"s{n:03}": " ".join(states[(7 * n + i) % 60] for i in range(2 + n % 40))
        for n in range(700)
    }
    return explorer_page(corpus_of(lists, date=[f"{2000 + n % 7}-01-01" for n in range(700)])).html


def explorer_states() -> list[str]:
    from coalitions.maps import state_tiles  # noqa: PLC0415 - one use

    return sorted(state_tiles().index)


def squares(page: Page) -> list[tuple[float, float]]:
    """Return the middles of the statements' squares, in the units of the layout."""
    outlines = [path.get("d") or "" for clip in picture(page).iter(CLIP) for path in clip]
    found = [tuple(map(float, at.groups())) for each in outlines if (at := SQUARE.match(each))]
    return [(x + across / 2, y + across / 2 + r) for x, y, across, r in found]


def test_of_many_statements_the_page_shows_what_is_asked_for(show: Show, many: str) -> None:
    page = show(many)
    assert said(page) == (
        "60 of 700 statements drawn, the largest. Filter, ask or choose to see others."
    )
    assert "(only: 60 of 700 statements drawn, the largest)" in title(page)
    drawn = squares(page)
    assert len(drawn) == 60
    for (x, y), (right, below) in combinations(drawn, 2):  # none hides another
        assert max(abs(x - right), abs(y - below)) > 39
    assert download(page, "GEXF").count(b"<edge ") > 10_000  # a file holds them all
    assert page.locator("#statements .row").count() < 200  # made as they come into sight
    many_words = page.locator("#regions-many")
    assert many_words.inner_text().startswith("700 statements in view are too many")
    page.get_by_role("searchbox", name="Find a statement", exact=True).fill("s005")
    page.get_by_role("radio", name="signed", exact=True).check(force=True)
    assert answer(page).startswith("7 of 194 states signed")
    assert said(page).startswith("60 of 700 statements drawn, those asked for and the largest")
    find(page, named(page)[0])
    assert "that name" in said(page)  # the neighbourhood of who is chosen
    page.get_by_role("button", name="Reset").click()
    page.get_by_label("Year").select_option("2003")
    assert said(page) == ""
    assert not many_words.is_visible() or "60" in many_words.inner_text()
    show_view(page, "Matrix")
    assert "columns 1–" in said(page)
