"""The page in a cell of a notebook: the same bytes, in a frame of their own."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from coalitions import explorer_page, load

if TYPE_CHECKING:
    from pathlib import Path

    from pages import Show

CELL = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>'


def test_frame_holds_the_same_bytes_as_the_file(tmp_path: Path) -> None:
    page = explorer_page(load("unga75"))
    held = re.fullmatch(
        r'<iframe srcdoc="([^"]*)".*></iframe>',
        page._repr_html_(),
        re.DOTALL,
    )
    assert held is not None
    assert html.unescape(held[1]) == page.html
    assert page.save(tmp_path / "page.html").read_bytes() == page.html.encode()


def test_page_works_inside_a_cell(show: Show) -> None:
    cell = explorer_page(load("unga75"))._repr_html_()
    page = show(CELL + cell)
    frame = page.frame_locator("iframe")
    group = frame.get_by_role("radiogroup", name="Cuba")
    group.get_by_role("radio", name="signed", exact=True).check(force=True)
    assert frame.get_by_role("status").first.inner_text().startswith("45 of 195")
    frame.get_by_role("button", name="Matrix").click()
    with page.expect_download() as event:
        frame.get_by_role("button", name="Download CSV").click()
    assert event.value.suggested_filename == "signatories.csv"
