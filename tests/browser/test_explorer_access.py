"""Without a mouse, without sight, in any light: axe finds nothing, the keyboard does it all."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from pages import CUBA, PAKISTAN, VIEWS, answer, card, choose, find, heading, named, show_view

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Page

AXE = "4.14.1"
# With "preload" it would fetch style sheets to look into them, and there is none to fetch.
RUN_AXE = "async (options) => (await axe.run(document, options)).violations"


@pytest.fixture(scope="session")
def axe(pytestconfig: pytest.Config) -> str:
    """Return axe-core's script, installed by npm into the git-ignored cache of pytest."""
    folder = pytestconfig.cache.mkdir(f"axe-core-{AXE}")  # type: ignore[union-attr] # always there
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        npm = shutil.which("npm")
        reason = "npm is not on the path" if npm is None else ""
        if npm is not None:
            command = [npm, "install", "--prefix", str(folder), "--no-save", f"axe-core@{AXE}"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            reason = done.stderr if done.returncode else ""
        if reason and os.environ.get("CI") == "true":
            pytest.fail(f"axe-core is not to be had: {reason}")
        if reason:
            pytest.skip(f"axe-core is not to be had: {reason}")
    return script.read_text(encoding="utf-8")


def violations(page: Page, axe: str, scheme: str = "light") -> list[tuple[str, str]]:
    """Return what axe finds; in the dark only the colours are other ones."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # light or dark
    page.evaluate(axe)
    only = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE, {"preload": False, **only})
    return [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(show: Show, unga75: str, axe: str, view: str) -> None:
    page = show(unga75)
    show_view(page, view)
    choose(page, CUBA, "signed")
    choose(page, PAKISTAN, "did not sign")
    find(page, "Burma")
    assert violations(page, axe) == []
    assert violations(page, axe, "dark") == []


@pytest.mark.parametrize("width", [360, 1000, 1920])
def test_axe_finds_no_violation_at_any_width(
    show: Show, un_china: str, axe: str, width: int
) -> None:
    page = show(un_china, size=(width, 900))
    find(page, "Somalia")
    assert violations(page, axe) == []
    page.locator("#card button.name").first.click()
    page.locator("button.region").first.click()
    page.get_by_role("searchbox", name="Find a signatory").fill("gui")
    assert violations(page, axe) == []
    assert violations(page, axe, "dark") == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this has the focus; it must come within reach."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no way to {selector} with the Tab key")


def test_everything_works_by_keyboard_alone(show: Show, unga75: str) -> None:
    page = show(unga75)
    tab_to(page, "#legend input")
    page.keyboard.press("Space")
    assert len(named(page)) == 39
    page.keyboard.press("Space")
    tab_to(page, "#search")
    page.keyboard.type("birmanie")
    page.keyboard.press("Enter")
    assert heading(page) == "Myanmar"
    tab_to(page, "#filter-group")
    page.keyboard.type("Asia")
    assert 0 < len(named(page)) < 91
    tab_to(page, "#reset")
    page.keyboard.press("Enter")
    assert len(named(page)) == 91
    tab_to(page, "#views button[value=cosigning]")
    page.keyboard.press("Enter")
    tab_to(page, "#shared")
    page.keyboard.press("Home")
    assert page.locator("#shared-words").inner_text().startswith("1 · ")
    tab_to(page, "#network")
    page.keyboard.press("ArrowDown")
    assert card(page).is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#card') !== null")
    tab_to(page, "#statements input")
    page.keyboard.press("ArrowRight")
    assert "1 of 195" in answer(page)  # Kuwait, the first statement, names itself alone
    tab_to(page, "button.region")
    page.keyboard.press("Enter")
    assert len(named(page)) == 39


def test_downloads_work_by_keyboard(show: Show, unga75: str) -> None:
    page = show(unga75)
    for name in ("CSV", "PNG", "SVG", "GEXF", "node list"):
        page.get_by_role("button", name=f"Download {name}", exact=True).focus()
        with page.expect_download():
            page.keyboard.press("Enter")


def test_matrix_is_walked_with_the_arrow_keys(show: Show, unga75: str) -> None:
    page = show(unga75)
    show_view(page, "Matrix")
    page.locator("#matrix").focus()
    page.keyboard.press("ArrowDown")
    first = heading(page)
    page.keyboard.press("ArrowDown")
    assert heading(page) != first
    page.keyboard.press("ArrowUp")
    assert heading(page) == first
    page.keyboard.press("ArrowRight")
    assert heading(page) == "Kuwait"  # the first by date


def test_focus_is_always_to_be_seen(show: Show, unga75: str) -> None:
    page = show(unga75)
    for _ in range(40):
        page.keyboard.press("Tab")
        widths = page.evaluate(
            """() => [document.activeElement, document.activeElement.nextElementSibling]
            .filter(Boolean).map((one) => parseFloat(getComputedStyle(one).outlineWidth)
            * (getComputedStyle(one).outlineStyle !== "none"))"""
        )
        assert max(widths) >= 1
