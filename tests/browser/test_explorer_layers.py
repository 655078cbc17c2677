"""Lines where ties are significant, colours for communities: in view, by keyboard, in links."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pages import (
    address,
    at_rest,
    card,
    download,
    find,
    heading,
    named,
    picture,
    pixels,
    row,
    show_view,
)

from coalitions import cosigning_ties, explorer_page, find_communities, load

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Locator, Page

SVG = "{http://www.w3.org/2000/svg}"
GEXF = "{http://gexf.net/1.3}"
#: Two clubs that keep to themselves, and Flo, who is alone.
CLUBS = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(6)}
CLUBS |= {f"b{n}": ["Di", "Ed"] for n in range(6)} | {"c": ["Flo"]}


@pytest.fixture(scope="module")
def clubs() -> str:
    """Return the page of clubs: 4 pairs share more than the null model says, 6 fewer."""
    corpus = load(CLUBS, members="any")
    ties = cosigning_ties(corpus, model="fixedrow", tail="two-sided", alpha=0.005)
    return explorer_page(corpus, ties=ties, communities=find_communities(corpus)).html


@pytest.fixture(scope="module")
def few() -> str:
    """Return a page on which nothing can be significant."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        corpus = load({"may": ["Ann", "Bo"], "june": ["Bo", "Cy"]}, members="any")
        ties, communities = cosigning_ties(corpus), find_communities(corpus)
    return explorer_page(corpus, ties=ties, communities=communities).html


def lines(drawn: ET.Element) -> dict[str, int]:
    """Return how many lines a picture has, solid and dashed."""
    found = {"solid": 0, "dashed": 0}
    for path in drawn.iter(f"{SVG}path"):
        drawn_as = path.get("d", "")
        if re.fullmatch(r"(M[\d. -]+L[\d. -]+)+", drawn_as):
            found["dashed" if path.get("stroke-dasharray") else "solid"] += drawn_as.count("M")
    return found


def words(drawn: ET.Element) -> str:
    return " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))


def levels(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Lines")


def test_the_page_opens_with_what_was_asked_for(show: Show, clubs: str) -> None:
    page = show(clubs)
    assert page.get_by_role("button", name="Co-signing").get_attribute("aria-pressed") == "true"
    assert levels(page).input_value() == "0.005"
    assert levels(page).locator("option").all_inner_texts() == [
        "shared statements",
        "significant, p ≤ 0.1: 10 ties",
        "significant, p ≤ 0.05: 10 ties",
        "significant, p ≤ 0.01: 10 ties",
        "significant, p ≤ 0.005: 4 ties",
        "significant, p ≤ 0.001: 0 ties",
    ]
    assert not page.get_by_label("Shared statements at least").is_visible()
    assert page.locator("#partly").inner_text().startswith("A line where two share more statements")
    assert lines(picture(page)) == {"solid": 4, "dashed": 0}
    assert address(page) == ""


def test_a_level_is_chosen_by_keyboard_and_stands_in_the_address(show: Show, clubs: str) -> None:
    page = show(clubs)
    levels(page).focus()
    before = pixels(page)
    page.keyboard.press("ArrowUp")
    assert address(page) == "ties=0.01"
    drawn = picture(page)
    assert lines(drawn) == {"solid": 4, "dashed": 6}
    assert "(solid) or fewer (dashed) than chance explains: null model fixedrow" in words(drawn)
    assert "share fewer than by chance" in page.locator("#key").inner_text()
    assert pixels(page) != before
    page.go_back()
    assert levels(page).input_value() == "0.005"


@pytest.mark.parametrize(
    ("at", "value", "slider"),
    [("#ties=0.1", "0.1", False), ("#ties=none", "shared", True), ("#ties=7", "0.005", False)],
)
def test_a_link_has_the_level(show: Show, clubs: str, at: str, value: str, *, slider: bool) -> None:
    page = show(clubs, at=at)
    assert levels(page).input_value() == value
    assert page.get_by_label("Shared statements at least").is_visible() is slider
    show_view(page, "Network")
    assert not levels(page).is_visible()


def test_a_card_lists_the_ties_with_their_numbers(show: Show, clubs: str) -> None:
    page = show(clubs, at="#ties=0.01")
    find(page, "Di")
    assert heading(page) == "Di"
    text = card(page).inner_text()
    assert "community 2" in text
    assert "4 significant ties, p ≤ 0.01" in text
    assert "6 shared, 2.77 expected, p 0.0012" in text
    assert "0 shared, 2.77 expected, p 0.0082" in text


def test_ties_are_of_all_statements_whatever_is_in_view(show: Show, clubs: str) -> None:
    page = show(clubs, at="#hide=2")
    assert page.locator("#ties-words").inner_text() == "3 ties"
    assert lines(picture(page)) == {"solid": 3, "dashed": 0}
    assert named(page) == ["Ann", "Bo", "Cy", "Flo"]


def test_where_none_can_be_significant_the_page_says_why(show: Show, few: str) -> None:
    page = show(few)
    said = "No tie can be significant at 0.05: with 2 statements the smallest p-value that any"
    assert page.locator("#ties-words").inner_text().startswith(said)
    drawn = picture(page)
    assert lines(drawn) == {"solid": 0, "dashed": 0}
    assert "no tie can be significant at 0.05" in words(drawn)
    below = page.locator("#partly").inner_text()
    assert "No communities: their modularity, 0, is no higher than chance makes it" in below
    assert page.get_by_role("combobox", name="Colour").count() == 0


def test_colour_stands_for_communities_or_for_the_usual(show: Show, clubs: str) -> None:
    page = show(clubs)
    legend = page.locator("#legend label")
    assert legend.all_inner_texts() == [
        "Community 1\n3",
        "Community 2\n2",
        "Other communities or none\n1",
    ]
    tone = (
        row(page, "a0").locator(".mark").evaluate("mark => mark.style.getPropertyValue('--light')")
    )
    assert tone == "#8E959B"
    page.get_by_role("checkbox", name="Community 2").uncheck()
    assert address(page) == "hide=2"
    page.get_by_role("combobox", name="Colour").select_option("one for all")
    assert address(page) == "colour=side"
    assert "Community" not in page.locator("#legend").inner_text()
    assert len(named(page)) == 6
    page.get_by_role("button", name="Reset").click()
    assert page.get_by_role("combobox", name="Colour").input_value() == "community"
    assert legend.count() == 3


def test_files_hold_ties_and_communities(show: Show, clubs: str) -> None:
    page = show(clubs, at="#ties=0.01")
    graph = ET.fromstring(download(page, "GEXF"))  # noqa: S314 - our own page's
    titles = {each.get("title"): each.get("type") for each in graph.iter(f"{GEXF}attribute")}
    assert titles["community"] == "integer"
    assert (titles["p_adjusted"], titles["sign"]) == ("double", "integer")
    edges = list(graph.iter(f"{GEXF}edge"))
    told = {each.get("for"): each.get("value") for each in edges[0].iter(f"{GEXF}attvalue")}
    assert len(edges) == 10
    assert told == {"expected": "2.769230769", "p_adjusted": "0.001165501166", "sign": "1"}
    table = download(page, "CSV").decode("utf-8").splitlines()
    assert table[0].endswith(",community")
    assert [line.rsplit(",", 1)[1] for line in table[1:]] == ["1", "1", "1", "2", "2", "3"]


def test_paper_has_the_lines_and_what_they_are(show: Show, clubs: str) -> None:
    page = show(clubs, at="#ties=0.01")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("#paper")
    assert paper.locator("[stroke-dasharray]").count() >= 1
    assert "fewer (dashed) than chance explains: null model fixedrow" in paper.inner_text()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_all_of_it_has_room(show: Show, few: str, clubs: str, scheme: str) -> None:
    for html in (few, clubs):
        page = show(html, size=(360, 780), color_scheme=scheme)
        at_rest(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        box = levels(page).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 360
        assert box["height"] >= 24
