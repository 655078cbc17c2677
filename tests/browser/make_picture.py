"""Make the README's picture of the page: the question that finds 37 states under two statements."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from conftest import FLAGS, NAMES
from pages import COUNT_TO_COME, CUBA, HONG_KONG_JUNE, choose, pixels
from playwright.sync_api import sync_playwright

from coalitions import explorer_page, load

PICTURE = Path(__file__).parents[2] / "notebooks" / "pictures" / "explorer.png"


def main() -> None:
    """Draw the page anew into the folder of pictures."""
    file = Path(tempfile.mkdtemp()) / "page.html"
    explorer_page(load("un-china")).save(file)
    found = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.add_init_script(COUNT_TO_COME)
        page.goto(file.as_uri())
        for title in (HONG_KONG_JUNE, CUBA):
            choose(page, title, "signed")
        page.locator("#ask").evaluate("part => { part.scrollTop = 0; }")
        pixels(page)
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
