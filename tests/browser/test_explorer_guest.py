"""The page in the frame of another: picture first, a link to all of it, its height told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import at_rest, show_view
from test_explorer_access import OUT_OF_REACH

from coalitions import cosigning_ties, explorer_page, find_communities, load

if TYPE_CHECKING:
    from pathlib import Path

    from pages import Show

HOST = """<!doctype html><title>News</title><iframe src="%s" width="%d" height="400"></iframe>
<script>
  window.told = [];
  addEventListener("message", ({ data }) => told.push(data));
</script>"""


@pytest.fixture(scope="module")
def guest() -> str:
    return explorer_page(load("unga75")).embedded().html


def test_a_small_frame_holds_picture_legend_and_the_way_to_the_whole(
    show: Show, guest: str
) -> None:
    page = show(guest, size=(320, 400))
    at_rest(page)
    assert page.evaluate(OUT_OF_REACH) == []
    room = "document.documentElement"
    assert page.evaluate(f"[{room}.scrollWidth, {room}.scrollHeight]") == [320, 400]
    stage = page.locator("#network").bounding_box()
    assert stage is not None
    assert stage["height"] >= 150
    assert not page.locator("#ask, #matches, #regions, .tools").first.is_visible()
    show_view(page, "Map")
    link = page.get_by_role("link", name="Open the full page").get_attribute("href")
    assert str(link).endswith("#full&view=map")
    whole = show(guest, at="#full&view=map")
    assert whole.get_by_role("heading", name="Who signed what?").is_visible()
    show_view(whole, "Matrix")
    assert whole.evaluate("location.hash") == "#full&view=matrix"


@pytest.mark.filterwarnings("ignore:.*known in part", "ignore:no tie can")
def test_ties_and_communities_leave_room_for_the_picture(show: Show) -> None:
    corpus = load("unga75")
    ties, communities = cosigning_ties(corpus), find_communities(corpus, draws=19)
    html = explorer_page(corpus, ties=ties, communities=communities).embedded().html
    for size in ((320, 400), (320, 480), (640, 560)):
        page = show(html, size=size)
        at_rest(page)
        assert page.evaluate(OUT_OF_REACH) == []
        room = "document.documentElement"
        assert page.evaluate(f"[{room}.scrollWidth, {room}.scrollHeight]") == list(size)
        stage = page.locator("#network").bounding_box()
        assert stage is not None
        assert stage["height"] >= 120
        words = page.locator("#ties-words")
        assert words.inner_text().startswith("No tie can be significant at 0.05")
        below = words.bounding_box()
        assert below is not None
        assert below["y"] + below["height"] <= stage["y"] + 1


def test_the_page_around_is_told_a_height_that_suits_the_width(
    show: Show, guest: str, tmp_path: Path
) -> None:
    (tmp_path / "guest.html").write_text(guest, encoding="utf-8")
    heights = []
    for width in (320, 700):
        host = HOST % ((tmp_path / "guest.html").as_uri(), width)
        page = show(host, size=(800, 900), watched=False)
        page.wait_for_function("told.length > 0")
        told = page.evaluate("told.at(-1)")
        assert told["type"] == "coalitions-height"
        assert page.evaluate("history.length") == 2  # no step of its own in the host's history
        heights.append(told["height"])
    assert 350 < heights[0] < 520 < heights[1] < 800


def test_the_same_page_otherwise(guest: str) -> None:
    page = explorer_page(load("unga75")).html
    assert guest.replace(' class="embedded"', "", 1) == page
