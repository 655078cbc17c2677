"""The page in a real browser: what a reader sees, does and gets."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pages import (
    CUBA,
    GERMANY,
    PAKISTAN,
    answer,
    bring_to_the_middle,
    card,
    choose,
    download,
    find,
    heading,
    middle,
    named,
    picture,
    pixels,
    row,
)

from coalitions.corpus.loading import load
from coalitions.explorer.page import explorer_html
from coalitions.graphs.build import cosigning_graph, statement_graph
from coalitions.looks import node_looks
from coalitions.names.gazetteer import aliases

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from pages import Show


def test_any_spelling_finds_a_state(show: Show, unga75: str) -> None:
    page = show(unga75)
    for spelling in ("Burma", "burma", "缅甸", "Birmanie", "Мьянма", "ميانمار", "MMR"):
        find(page, spelling)
        assert heading(page) == "Myanmar"
        page.get_by_role("button", name="Reset").click()


def test_results_are_chosen_with_the_keyboard(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.get_by_role("searchbox").fill("gu")  # Guinea, Guinea-Bissau begin so
    first, second = page.get_by_role("listbox").get_by_role("option").all()[:2]
    assert first.get_attribute("aria-selected") == "true"
    wanted = second.locator("span").nth(1).inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_role("searchbox").input_value() == wanted
    assert not page.get_by_role("listbox").is_visible()


def test_a_name_that_nobody_bears_finds_nothing(show: Show, unga75: str) -> None:
    page = show(unga75)
    find(page, "Atlantis")
    assert page.get_by_role("listbox").get_by_role("option").all_inner_texts() == [
        "No such name here"
    ]
    assert not card(page).is_visible()


def test_a_states_card_tells_what_is_known_and_what_is_not(show: Show, unga75: str) -> None:
    # Cuba signed its own statement (45 of 45 known). Germany's list is complete, so Cuba did not
    # sign it; those of Pakistan and Kuwait are partial, so nobody knows.
    page = show(unga75)
    find(page, "Cuba")
    text = card(page).inner_text()
    signed, unknown, absent = re.split("Not named in the known part of the list|Did not sign", text)
    assert "Named under 1 of 4 statements" in signed
    assert "· lead ·" in signed
    assert "Pakistan" in unknown
    assert "25 of 55 names known" in unknown
    assert "Kuwait" in unknown
    assert "Germany" in absent
    assert "Pakistan" not in absent


def test_a_click_on_a_mark_shows_its_card_and_one_on_the_ground_hides_it(
    show: Show, unga75: str
) -> None:
    page = show(unga75, reduced_motion="reduce")
    bring_to_the_middle(page, "Burma")
    assert not card(page).is_visible()
    page.mouse.click(*middle(page))
    assert heading(page) == "Myanmar"
    box = page.locator("#network").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    assert not card(page).is_visible()


def test_pointing_at_a_mark_names_it(show: Show, unga75: str) -> None:
    page = show(unga75, reduced_motion="reduce")
    bring_to_the_middle(page, "Burma")
    x, y = middle(page)
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.locator("#tip").wait_for(state="visible")
    assert "Myanmar" in page.locator("#tip").inner_text()
    assert "named under 2 statements" in page.locator("#tip").inner_text()


def test_statement_card_lists_signatories_and_sources(show: Show, unga75: str) -> None:
    page = show(unga75)
    row(page, PAKISTAN).get_by_role("button").click()
    assert heading(page) == "Pakistan"
    assert "25 states named" in card(page).inner_text()
    assert "30 of the 55 are not named" in card(page).inner_text()
    links = card(page).get_by_role("link").all()
    assert len(links) == 9  # the cell source_url holds nine addresses
    assert {link.get_attribute("rel") for link in links} == {"noopener noreferrer"}


def test_partial_list_is_never_said_to_lack_a_signature(show: Show, unga75: str) -> None:
    # Scripts call the third choice "did not sign" on every list; what is read is another matter.
    page = show(unga75)
    for title, words in ((PAKISTAN, "not named in the known part of the list"), (GERMANY, "")):
        group = row(page, title).get_by_role("radiogroup")
        radio = group.get_by_role("radio", name="did not sign", exact=True)
        assert group.locator("label").last.inner_text() == (words or "did not sign")
        described = radio.get_attribute("aria-describedby")
        told = page.locator(f"#{described}").text_content() if described else ""
        assert str(told).startswith(words)
        assert bool(told) == bool(words)


def test_answer_agrees_with_the_exact_bounds(show: Show, unga75: str) -> None:
    # Pakistan and Cuba share 19 named; 30 more signed Pakistan's, and Cuba's other 26 fit among
    # them: 19 to 45.
    page = show(unga75)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "signed")
    sentence = answer(page)
    assert "19 of 195" in sentence
    assert "between 19 and 45" in sentence
    assert "not a refusal" in sentence
    assert len(named(page)) == 19


def test_did_not_sign_takes_away(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, GERMANY, "signed")
    choose(page, "Joint statement on Xinjiang delivered by Canada (UNGA 77)", "did not sign")
    # Read off data/un-china: of the 39, all but these three stand among Canada's 50.
    assert named(page) == ["Bosnia-Herz.", "Haiti", "Honduras"]
    assert "3 of 195" in answer(page)


def test_downloaded_csv_holds_the_table(show: Show, unga75: str) -> None:
    page = show(unga75)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "signed")
    rows = list(csv.DictReader(io.StringIO(download(page, "CSV").decode())))
    corpus = load("unga75")
    both = corpus.incidence.loc[
        ["2020-10-unga3-xinjiang-cuba", "2020-10-unga3-hongkong-pakistan"]
    ].all()
    assert {row["signatory"] for row in rows} == set(both[both].index)


def test_question_and_filter_change_the_picture_and_reset_restores_it(
    show: Show, unga75: str
) -> None:
    page = show(unga75)
    before = pixels(page)
    page.get_by_role("checkbox", name="Critical").uncheck()
    filtered = pixels(page)
    assert filtered != before
    choose(page, CUBA, "signed")
    assert pixels(page) != filtered
    page.get_by_role("button", name="Reset").click()
    assert pixels(page) == before
    assert page.get_by_role("checkbox", name="Critical").is_checked()
    assert len(named(page)) == 91


def test_searching_a_hidden_state_shows_its_side_again(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.get_by_role("checkbox", name="Critical").uncheck()
    find(page, "Germany")
    assert page.get_by_role("checkbox", name="Critical").is_checked()


def test_network_is_walked_with_the_arrow_keys(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.locator("#network").focus()
    page.keyboard.press("ArrowDown")
    first = heading(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert heading(page) != first
    page.keyboard.press("Escape")
    assert not card(page).is_visible()


def test_legend_counts_each_side(show: Show, unga75: str) -> None:
    page = show(unga75)
    text = page.locator("#legend").inner_text().split()
    assert text[-4:] == ["Supporting", "52", "Critical", "39"]


def test_on_a_phone_the_network_takes_the_width_and_no_name_is_cut(
    show: Show, un_china: str
) -> None:
    page = show(un_china, size=(360, 740))
    svg = picture(page)
    tag = "{http://www.w3.org/2000/svg}"
    placed = "g => { const { x, width } = g.getBoundingClientRect(); return [x, x + width]; }"
    assert svg.find(f"{tag}text") is not None
    page.evaluate(
        "svg => { const box = document.createElement('div'); box.id = 'drawn';"
        " box.append(document.adoptNode("
        "new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement));"
        " document.body.replaceChildren(box); }",
        ET.tostring(svg, encoding="unicode"),
    )
    stage = (24, 24 + 360)
    circles = page.locator("#drawn path[transform][d*='0 1 0']").evaluate_all(
        f"list => list.map({placed})"
    )
    left, right = min(x for x, _ in circles), max(x for _, x in circles)
    assert right - left > 0.6 * 360
    names = page.locator("#drawn g text:not([stroke])").evaluate_all(f"list => list.map({placed})")
    assert len(names) > 20
    origin = page.locator("#drawn svg").bounding_box()
    assert origin is not None
    for begin, end in names:
        assert stage[0] <= begin - origin["x"]
        assert end - origin["x"] <= stage[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_fits_every_width(show: Show, unga75: str, scheme: str) -> None:
    page = show(unga75, color_scheme=scheme)
    find(page, "Cuba")
    for width in (360, 768, 900, 1280, 1920, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width >= 900:  # everything is in view: parts scroll, the page does not
            assert page.evaluate("document.documentElement.scrollHeight") <= 900
        assert page.locator("#completeness").is_visible()


def test_a_resized_page_shows_what_a_fresh_one_of_that_size_shows(
    show: Show, un_china: str
) -> None:
    page = show(un_china)
    pixels(page)
    page.set_viewport_size({"width": 768, "height": 900})
    assert pixels(page) == pixels(show(un_china, size=(768, 900)))


@pytest.mark.parametrize(
    ("make_graph", "words"),
    [
        (cosigning_graph, "1 shared by name · Jaccard of the names 1.000"),
        # Cuba's 45 and Pakistan's 55, as `coalitions overlap` prints them.
        (statement_graph, "19–45 shared · Jaccard 0.235–0.818"),
    ],
)
def test_projections_have_a_page_too(
    show: Show, make_graph: Callable[..., nx.Graph[str]], words: str
) -> None:
    graph = make_graph(load("unga75"))
    page = show(explorer_html(graph, node_looks(graph), aliases=aliases()))
    page.get_by_role("searchbox").fill("Cuba")
    page.keyboard.press("Enter")
    assert words in card(page).inner_text()
    assert page.get_by_role("radio").count() == 0
