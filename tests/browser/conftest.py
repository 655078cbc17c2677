"""A real browser, and a page in it that reports whatever it should not do."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from coalitions import explorer_page, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


class Watch:
    """What a page did that it should not: requests, console messages, errors, dialogs."""

    def __init__(self, page: Page, address: str) -> None:
        self.deeds: list[str] = []
        page.on("request", lambda request: self._request(request.url, address))
        page.on("console", lambda message: self.deeds.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.deeds.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.deeds.append("dialog"), dialog.dismiss()))

    def _request(self, url: str, address: str) -> None:
        if url.partition("#")[0] != address and not url.startswith("blob:"):
            self.deeds.append(f"request: {url}")


@pytest.fixture(scope="session")
def unga75() -> str:
    return explorer_page(load("unga75")).html


@pytest.fixture(scope="session")
def un_china() -> str:
    return explorer_page(load("un-china")).html


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Show HTML from a file; at the end, the page must have done nothing that it should not."""
    opened: list[tuple[Any, Watch]] = []

    def open_page(html: str, *, at: str = "", **context: Any) -> Page:
        file = tmp_path / f"page-{len(opened)}.html"
        file.write_bytes(html.encode("utf-8"))
        settings = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        settings.set_default_timeout(10_000)
        page = settings.new_page()
        opened.append((settings, Watch(page, file.as_uri())))
        page.goto(file.as_uri() + at)
        return page

    yield open_page
    for settings, watch in opened:
        settings.close()
        assert watch.deeds == []
