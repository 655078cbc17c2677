"""The report as one page: what is inside it works there, from disk, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions import load, write_document

if TYPE_CHECKING:
    from pathlib import Path

    from pages import Show


def test_the_page_to_explore_works_inside_and_the_tables_can_be_taken(
    show: Show, tmp_path: Path
) -> None:
    corpus = load({"spring": ["Cuba", "China", "Viet Nam"], "autumn": ["China", "Peru"]})
    path = write_document(corpus, tmp_path / "a.html", only=["explorer", "tables"])
    page = show(path.read_text(encoding="utf-8"))
    page.get_by_role("link", name="Explore the network").click()
    frame = page.frame_locator("iframe")
    assert frame.locator("canvas").first.is_visible()
    frame.get_by_role("button", name="Matrix").click()
    frame.get_by_role("radio", name="signed", exact=True).first.check(force=True)
    window = page.evaluate("[innerWidth, innerHeight]")
    box = page.locator("iframe").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, window[0])
    assert box["y"] + box["height"] == window[1]
    page.get_by_role("link", name="Back to the report").click()
    with page.expect_download() as event:
        page.get_by_role("link", name="pairs.csv").click()
    assert event.value.suggested_filename == "pairs.csv"
    saved = event.value.path().read_text(encoding="utf-8")
    assert saved.splitlines()[1].endswith(",CHN")
    page.emulate_media(media="print")
    assert not page.locator("iframe").is_visible()
    assert page.get_by_role("heading", name="Pairs of statements").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
