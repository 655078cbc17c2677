"""What the tests of the page do with it, in the words of a reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

CUBA = "Joint statement on Xinjiang read by Cuba, Ana Silvia"
PAKISTAN = "Joint statement on Hong Kong read by Pakistan"
GERMANY = "Joint statement delivered by Ambassador Christoph Heusgen"
CANADA_2022 = "Joint statement on Xinjiang delivered by Canada (UNGA 77)"
HONG_KONG_JUNE = "Joint statement of 53 states welcoming the Hong Kong"
#: To run before the page's own script: `atRest()` keeps count of what is still to come.
COUNT_TO_COME = """
  const toCome = new Set();
  const own = {};
  for (const [name, end] of [
    ["setTimeout", "clearTimeout"], ["requestAnimationFrame", "cancelAnimationFrame"],
    ["requestIdleCallback", "cancelIdleCallback"],
  ]) {
    own[name] = window[name].bind(window);
    const cancel = window[end].bind(window);
    window[name] = (work, ...rest) => {
      const key = {};
      const id = own[name]((...given) => {
        toCome.delete(key);
        work(...given);
      }, ...rest);
      Object.assign(key, { name, id });
      toCome.add(key);
      return id;
    };
    window[end] = (id) => {
      for (const key of toCome) if (key.name === name && key.id === id) toCome.delete(key);
      cancel(id);
    };
  }
  window.atRest = () => new Promise((done) => {
    const look = () => (toCome.size ? own.setTimeout(look, 4) : done());
    own.requestAnimationFrame(() => own.requestAnimationFrame(() => own.setTimeout(look)));
  });
"""
VIEWS = ("Network", "Co-signing", "Matrix", "Map")


def row(page: Page, title: str) -> Locator:
    """Return the row of a statement, by its name or its title."""
    rows = page.locator("#statements .row")
    named_so = rows.filter(has=page.get_by_role("button", name=title, exact=True))
    return named_so if named_so.count() else rows.filter(has_text=title)


def choose(page: Page, title: str, choice: str) -> None:
    row(page, title).get_by_role("radio", name=choice, exact=True).check(force=True)


def answer(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def named(page: Page) -> list[str]:
    table = page.get_by_role("table", name="Matching signatories")
    return table.locator("tbody button").all_inner_texts()


def find(page: Page, text: str) -> None:
    page.get_by_role("searchbox", name="Find a signatory").fill(text)
    page.keyboard.press("Enter")


def card(page: Page) -> Locator:
    return page.locator("#card")


def heading(page: Page) -> str:
    return card(page).get_by_role("heading", level=2).inner_text()


def show_view(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as event:
        page.get_by_role("button", name=f"Download {name}", exact=True).click()
    return Path(event.value.path()).read_bytes()


def picture(page: Page) -> ET.Element:
    """Return the picture that the page gives as SVG."""
    # What could be dangerous in the XML of others is not in what our own page has just written.
    return ET.fromstring(download(page, "SVG"))  # noqa: S314


def address(page: Page) -> str:
    """Return what the address says of the state; a step stands in it at once."""
    return str(page.evaluate("location.hash")).removeprefix("#")


def middle(page: Page) -> tuple[float, float]:
    box = page.locator("#network").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def bring_to_the_middle(page: Page, name: str) -> None:
    """Zoom in so far that the mark is out of view: then the search moves the picture to it."""
    page.locator("#network").focus()
    for _ in range(8):
        page.keyboard.press("+")
    find(page, name)
    page.get_by_role("button", name="Close the card").click()


def at_rest(page: Page) -> None:
    """Wait until the page has nothing more in mind: no frame, no time-out, no idle moment."""
    page.evaluate("atRest()")


def pixels(page: Page) -> str:
    """Return the picture, once it has come to rest."""
    at_rest(page)
    return str(
        page.evaluate("document.querySelector('.stage > :not([hidden]) canvas').toDataURL()")
    )
