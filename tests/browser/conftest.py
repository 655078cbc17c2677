"""A real browser, and a page in it that reports whatever it should not do."""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from pages import COUNT_TO_COME

from coalitions import explorer_page, load, regions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pandas as pd
    from playwright.sync_api import Browser, Page

# Without these a browser asks the network of its own accord, which is not the page's doing.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREEN = {"media": "screen", "color_scheme": "light", "reduced_motion": "no-preference"}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = f"no browser: none of {', '.join(NAMES)} is on the path"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


class Unwatched(list[str]):
    """Takes note of nothing."""

    def append(self, deed: str) -> None:
        """Leave it out."""


class Watch:
    """What a page did that it should not: requests, console messages, errors, dialogs."""

    def __init__(self, page: Page, address: str) -> None:
        self.address, self.html = address, ""
        self.deeds: list[str] = []
        page.on("request", lambda request: self._request(request.url, address))
        page.on("console", lambda message: self.deeds.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.deeds.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.deeds.append("dialog"), dialog.dismiss()))

    def _request(self, url: str, address: str) -> None:
        if url.partition("#")[0] != address and not url.startswith(("blob:", "data:")):
            self.deeds.append(f"request: {url}")


@pytest.fixture(scope="session")
def unga75() -> str:
    return explorer_page(load("unga75")).html


@pytest.fixture(scope="session")
def un_china() -> str:
    return explorer_page(load("un-china")).html


@pytest.fixture(scope="session")
def region_table() -> pd.DataFrame:
    return regions(load("un-china"))


class Tabs:
    """Tabs of one browser; each is opened once, and its page is loaded afresh for every test."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.kept: dict[str, tuple[Page, Watch]] = {}

    def open(self, html: str) -> tuple[Page, Watch]:
        """Open a page in a browser of its own: nothing is left of others."""
        file = self.folder / f"{hashlib.sha256(html.encode()).hexdigest()[:16]}.html"
        file.write_bytes(html.encode("utf-8"))
        context = self.browser.new_context()
        context.set_default_timeout(10_000)
        context.add_init_script(COUNT_TO_COME)
        page = context.new_page()
        return page, Watch(page, file.as_uri())

    def tab(self, html: str) -> tuple[Page, Watch]:
        """Return the tab that is kept for a page, emptied."""
        if html not in self.kept:
            self.kept[html] = self.open(html)
        page, watch = self.kept[html]
        page.mouse.move(0, 0)
        page.goto("about:blank")
        watch.deeds.clear()
        return page, watch


@pytest.fixture(scope="session")
def tabs(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Tabs:
    return Tabs(browser, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def show(tabs: Tabs, unga75: str, un_china: str) -> Iterator[Callable[..., Page]]:
    """Show HTML from a file; at the end, the page must have done nothing that it should not."""
    opened: list[tuple[Page, Watch]] = []

    def open_page(
        html: str,
        *,
        at: str = "",
        size: tuple[int, int] = (1280, 900),
        watched: bool = True,
        **media: Any,
    ) -> Page:
        used = any(watch.html == html for _, watch in opened)
        fresh = used or html not in {unga75, un_china}
        page, watch = tabs.open(html) if fresh else tabs.tab(html)
        watch.html = html
        opened.append((page, watch))
        if not watched:  # a page of the test's own, which holds ours in a frame
            watch.deeds = Unwatched()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(**{**SCREEN, **media})
        page.goto(watch.address + at)
        return page

    yield open_page
    kept = [page for page, _ in tabs.kept.values()]
    for page, watch in opened:
        if page not in kept:
            page.context.close()
        assert watch.deeds == []
