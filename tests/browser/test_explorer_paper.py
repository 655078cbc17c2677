"""The page on paper: what was found, asked and shown, on white, and nothing to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import CUBA, GERMANY, PAKISTAN, VIEWS, answer, choose, row, show_view

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Page

CONTROLS = "button:not(.name, .region), input:not(.choices input), select, #network, .zoom"
SHEET = (695, 1000)  # pixels: A4 within its margins


def print_out(page: Page) -> None:
    """Lay the page out as a browser does for its printer."""
    page.set_viewport_size({"width": SHEET[0], "height": SHEET[1]})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_answer_and_no_controls(show: Show, unga75: str, scheme: str) -> None:
    page = show(unga75, color_scheme=scheme)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "did not sign")
    sentence = answer(page)
    print_out(page)
    assert page.locator("#paper .answer").inner_text() == sentence
    assert page.locator("tbody tr").count() == 26
    assert row(page, GERMANY).count() == 0  # was not asked
    asked = page.locator(".choices label:visible").all_inner_texts()
    assert asked == ["not named in the known part of the list", "signed"]
    seen = [one for one in page.locator(CONTROLS).all() if one.is_visible()]
    assert seen == []
    white = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(white) == "rgb(255, 255, 255)"
    strokes = "list => [...new Set(list.map((text) => text.getAttribute('stroke')))]"
    round_names = page.locator("#paper text[stroke]").evaluate_all(strokes)
    assert round_names == ["#ffffff"]
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper *").count() == 0
    assert page.locator("#network").is_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_pictures_fit_the_sheet_and_have_every_name(show: Show, un_china: str, view: str) -> None:
    page = show(un_china)
    show_view(page, view)
    print_out(page)
    assert page.locator("#paper .answer").is_hidden()  # nothing was asked
    for picture in page.locator("#paper svg").all():
        box = picture.bounding_box()
        assert box is not None
        assert box["width"] <= SHEET[0]
        assert box["height"] <= SHEET[1] - 60
        inside = "svg => { const { width, height } = svg.viewBox.baseVal; return [width, height]; }"
        width, height = picture.evaluate(inside)
        assert abs(box["width"] / box["height"] - width / height) < 0.01  # not stretched
    ids = page.locator("#paper [id]").evaluate_all("list => list.map((one) => one.id)")
    assert len(set(ids)) == len(ids)  # a picture cut by the clip of another would lose its end
    texts = page.locator("#paper svg text").all_text_contents()
    names = {"Matrix": ["Belarus", "Tuvalu", "15 states (Nov 2025)"], "Map": ["FJI", "USA"]}
    assert set(names.get(view, ["Belarus"])) <= set(texts)
    if view == "Matrix":
        data = "JSON.parse(document.getElementById('coalitions-data').textContent).nodes"
        states = page.evaluate(f"{data}.filter((one) => one.kind !== 'statement').length")
        rows = set(page.locator("#rows th").all_inner_texts())
        assert len(rows) == states
        assert rows <= set(texts)
