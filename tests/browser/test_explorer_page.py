"""The page in a real browser: what a reader sees, does and gets."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pytest

from coalitions import explorer
from coalitions.corpus import load
from coalitions.graphs import cosigning_graph, statement_graph, two_mode_graph
from coalitions.looks import node_looks
from coalitions.names import aliases
from coalitions.overlap import pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

BLACK = "#000000"
CUBA = "Joint statement on Xinjiang read by Cuba"
PAKISTAN = "Joint statement on Hong Kong read by Pakistan"
GERMANY = "Joint statement delivered by Ambassador Christoph Heusgen"


@pytest.fixture(scope="session")
def unga75() -> str:
    graph = two_mode_graph(load("unga75"))
    return explorer.explorer_html(graph, node_looks(graph), aliases=aliases())


@pytest.fixture(scope="session")
def un_china() -> str:
    graph = two_mode_graph(load("un-china"))
    return explorer.explorer_html(graph, node_looks(graph), aliases=aliases())


def choose(page: Page, title: str, choice: str) -> None:
    page.get_by_role("radiogroup", name=title).get_by_role("radio", name=choice).check(force=True)


def named(page: Page) -> list[str]:
    table = page.get_by_role("table", name="Matching signatories")
    return table.locator("tbody button").all_inner_texts()


def find(page: Page, text: str) -> None:
    page.get_by_role("searchbox", name="Find a signatory").fill(text)
    page.keyboard.press("Enter")


def card(page: Page) -> Locator:
    return page.locator("#card")


def middle(page: Page) -> tuple[float, float]:
    box = page.locator("#network").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pixels(page: Page) -> str:
    return page.evaluate("document.querySelector('#network canvas').toDataURL()")


@pytest.mark.parametrize("spelling", ["Burma", "burma", "缅甸", "Birmanie", "MMR"])
def test_any_spelling_finds_a_state(show: Show, unga75: str, spelling: str) -> None:
    page = show(unga75)
    find(page, spelling)
    assert card(page).get_by_role("heading", level=2).inner_text() == "Myanmar"


def test_results_are_chosen_with_the_keyboard(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.get_by_role("searchbox").fill("gu")  # Guinea, Guinea-Bissau begin so
    first, second = page.get_by_role("option").all()[:2]
    assert first.get_attribute("aria-selected") == "true"
    wanted = second.locator("span").nth(1).inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.get_by_role("searchbox").input_value() == wanted
    assert not page.get_by_role("listbox").is_visible()


def test_a_name_that_nobody_bears_finds_nothing(show: Show, unga75: str) -> None:
    page = show(unga75)
    find(page, "Atlantis")
    assert page.get_by_role("option").all_inner_texts() == ["No such name here"]
    assert not card(page).is_visible()


def test_a_states_card_tells_what_is_known_and_what_is_not(show: Show, unga75: str) -> None:
    # Cuba signed its own statement (45 of 45 known). Germany's list is complete, so Cuba did not
    # sign it; those of Pakistan and Kuwait are partial, so nobody knows.
    page = show(unga75)
    find(page, "Cuba")
    text = card(page).inner_text()
    signed, unknown, absent = re.split("Not named in the known part of the list|Did not sign", text)
    assert "Named under 1 of 4 statements" in signed
    assert "read it out" in signed
    assert "Pakistan" in unknown
    assert "25 of 55 names known" in unknown
    assert "Kuwait" in unknown
    assert "Germany" in absent
    assert "Pakistan" not in absent


def test_a_click_on_a_mark_shows_its_card_and_one_on_the_ground_hides_it(
    show: Show, unga75: str
) -> None:
    page = show(unga75, reduced_motion="reduce")
    find(page, "Burma")  # the search puts Myanmar into the middle of the stage
    page.get_by_role("button", name="Close the card").click()
    assert not card(page).is_visible()
    page.mouse.click(*middle(page))
    assert card(page).get_by_role("heading", level=2).inner_text() == "Myanmar"
    box = page.locator("#network").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    assert not card(page).is_visible()


def test_pointing_at_a_mark_names_it(show: Show, unga75: str) -> None:
    page = show(unga75, reduced_motion="reduce")
    find(page, "Burma")
    page.get_by_role("button", name="Close the card").click()
    x, y = middle(page)
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.locator("#tip").wait_for(state="visible")
    assert "Myanmar" in page.locator("#tip").inner_text()
    assert "named under 2 statements" in page.locator("#tip").inner_text()


def test_statement_card_lists_signatories_and_sources(show: Show, unga75: str) -> None:
    page = show(unga75)
    page.get_by_role("button", name=PAKISTAN).click()
    assert "25 signatories named" in card(page).inner_text()
    assert "30 of the 55 are not named" in card(page).inner_text()
    links = card(page).get_by_role("link").all()
    assert len(links) == 9  # the cell source_url holds nine addresses
    assert {link.get_attribute("rel") for link in links} == {"noopener noreferrer"}


def test_partial_list_is_never_said_to_lack_a_signature(show: Show, unga75: str) -> None:
    page = show(unga75)
    words = {
        title: page.get_by_role("radiogroup", name=title).locator("label").last.inner_text()
        for title in (PAKISTAN, GERMANY)
    }
    assert words[PAKISTAN].startswith("not named")
    assert words[GERMANY] == "did not sign"


def test_answer_agrees_with_the_exact_bounds(show: Show, unga75: str) -> None:
    # Pakistan and Cuba share 19 named; 30 more signed Pakistan's, and Cuba's other 26 fit among
    # them: 19 to 45.
    page = show(unga75)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "signed")
    answer = page.get_by_role("status").inner_text()
    assert "19 of 195" in answer
    assert "between 19 and 45" in answer
    assert "not a refusal" in answer
    assert len(named(page)) == 19


def test_every_pair_has_the_bounds_of_the_tables(show: Show, un_china: str) -> None:
    corpus = load("un-china")
    titles = corpus.statements.set_index("statement_id")["title"]
    table = pairs(corpus)
    # Ten pairs across the table keep the test short; they hold complete and partial lists.
    rows = table.iloc[:: len(table) // 10].to_dict("records")
    page = show(un_china)
    for row in rows:
        for side in ("a", "b"):
            choose(page, titles[row[side]], "signed")
        answer = page.get_by_role("status").inner_text()
        assert f"{row['shared_named']} of 195" in answer
        low, high = int(row["shared_min"]), int(row["shared_max"])
        if low < high:
            assert f"between {low} and {high};" in answer
        assert len(named(page)) == row["shared_named"]
        page.get_by_role("button", name="Reset").click()


def test_did_not_sign_takes_away(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, GERMANY, "signed")
    choose(page, "Joint statement on Xinjiang delivered by Canada (UNGA 77)", "did not sign")
    # Read off data/un-china: of the 39, all but these three stand among Canada's 50.
    assert named(page) == ["Bosnia-Herz.", "Haiti", "Honduras"]
    assert "3 of 195" in page.get_by_role("status").inner_text()


def test_downloaded_csv_holds_the_table(show: Show, unga75: str) -> None:
    page = show(unga75)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "signed")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8"))))
    corpus = load("unga75")
    both = corpus.incidence.loc[
        ["2020-10-unga3-xinjiang-cuba", "2020-10-unga3-hongkong-pakistan"]
    ].all()
    assert {row["signatory"] for row in rows} == set(both[both].index)


def test_question_and_filter_change_the_picture_and_reset_restores_it(
    show: Show, unga75: str
) -> None:
    page = show(unga75)
    page.wait_for_timeout(300)
    before = pixels(page)
    page.get_by_role("checkbox", name="Critical").uncheck()
    page.wait_for_timeout(100)
    filtered = pixels(page)
    assert filtered != before
    choose(page, CUBA, "signed")
    page.wait_for_timeout(100)
    assert pixels(page) != filtered
    page.get_by_role("button", name="Reset").click()
    page.wait_for_timeout(300)
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
    first = card(page).get_by_role("heading", level=2).inner_text()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert card(page).get_by_role("heading", level=2).inner_text() != first
    page.keyboard.press("Escape")
    assert not card(page).is_visible()


def test_legend_counts_each_side(show: Show, unga75: str) -> None:
    page = show(unga75)
    text = page.locator("#legend").inner_text().split()
    assert text[-4:] == ["Supporting", "52", "Critical", "39"]


@pytest.mark.parametrize("width", [360, 768, 1280, 1920, 2560])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_fits_every_width(show: Show, unga75: str, width: int, scheme: str) -> None:
    page = show(unga75, viewport={"width": width, "height": 900}, color_scheme=scheme)
    find(page, "Cuba")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#completeness").is_visible()


@pytest.mark.parametrize("make_graph", [cosigning_graph, statement_graph])
def test_projections_have_a_page_too(show: Show, make_graph: Callable[..., nx.Graph[str]]) -> None:
    graph = make_graph(load("unga75"))
    page = show(explorer.explorer_html(graph, node_looks(graph), aliases=aliases()))
    page.get_by_role("searchbox").fill("Cuba")
    page.keyboard.press("Enter")
    assert "shared · Jaccard" in card(page).inner_text()
    assert page.get_by_role("radio").count() == 0


PAYLOADS = [
    "<img src=x onerror=document.title='run'>",
    "</script><script>document.title='run'</script>",
    "<!--<script>",
    "<svg/onload=document.title='run'>",
    '"><iframe srcdoc="<script>parent.document.title=1</script>">',
    "javascript:document.title='run'",
    "data:text/html,<script>document.title='run'</script>",
    "{{ 7 * 7 }}{% raw %}",
    "${document.title='run'}",
    "\u2028document.title='run'\u2029",
    "'-document.title-'",
    "__proto__",
    "constructor",
    "=HYPERLINK(1)",
    "\ud800 half a pair",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_the_data_does_nothing(show: Show, payload: str) -> None:
    graph = nx.Graph(
        kind="two-mode", universe=3, method=payload, source=payload, completeness=payload,
        last_date="",
    )  # fmt: skip
    graph.add_node(
        payload, kind="statement", label=payload, group=payload, count=2, side="neither",
        stance=payload, date=payload, declared=2, named=1, title=payload, source_url=payload,
    )  # fmt: skip
    graph.add_node(
        payload + "2", kind="signatory", label=payload, name=payload, group=payload, count=1,
        side="neither",
    )  # fmt: skip
    graph.add_edge(payload, payload + "2", kind="signed", shared=1, weight=1.0, role=payload)
    row = {"colour": BLACK, "size": 20.0, "label": payload, "x": 0.0, "y": 0.0}
    looks = pd.DataFrame([row, row | {"x": 99.0}], index=list(graph))
    html = explorer.explorer_html(
        graph, looks, aliases={payload + "2": (payload,)}, title=f"Title {payload}"
    )
    page = show(html)
    page.locator("#rows button").click()
    page.locator("#card button.name").first.click()
    page.get_by_role("radio").nth(1).check(force=True)
    page.get_by_role("searchbox").fill(payload)
    page.wait_for_timeout(50)
    assert page.title().startswith("Title ")
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, svg, object, embed").count() == 0
    assert page.get_by_role("link").count() == 0
    assert page.locator("#card h2").inner_text().strip() != ""
    data = json.loads(page.locator("#coalitions-data").inner_text())
    assert (
        data["nodes"][0]["title"] == payload.replace("\ud800", "\ufffd")
        or data["nodes"][0]["title"] == payload
    )
