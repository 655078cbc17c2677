"""Without a mouse, without sight, in any light: axe finds nothing, the keyboard does it all."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from pages import CUBA, PAKISTAN, VIEWS, answer, card, choose, find, heading, named, show_view

from coalitions import cosigning_ties, explorer_page, find_communities, load

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


#: What of the page a reader cannot get at: it stands beyond an edge, or under something else. Each
#: is scrolled to first, as the Tab key or a finger does; what is hidden has its labelled control.
OUT_OF_REACH = """() => [...document.querySelectorAll(
  "button, input, select, a, summary, h1, h2, h3, p, th, td, [tabindex]")].flatMap((part) => {
  if (!part.checkVisibility({ visibilityProperty: true }) || part.closest(".hidden, .put-away"))
    return [];
  part.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const box = part.getBoundingClientRect();
  if (!box.width || !box.height) return [];
  const name = `${part.tagName}#${part.id}.${part.className} ${part.textContent.slice(0, 30)}`;
  if (box.left < -0.5 || box.right > innerWidth + 0.5) return [`beyond an edge: ${name}`];
  const x = box.left + box.width / 2;
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const isMet = top && (part.contains(top) || top.contains(part) || top.control === part ||
    part.closest("label")?.contains(top));
  return isMet ? [] : [`under ${top?.tagName}#${top?.id}.${top?.className}: ${name}`];
})"""


@pytest.mark.parametrize("width", [320, 360, 1280, 2560])
def test_every_view_is_within_reach_at_every_width(
    show: Show, unga75: str, axe: str, width: int
) -> None:
    page = show(unga75, size=(width, 640 if width < 800 else 900))
    for view in VIEWS:
        show_view(page, view)
        if view == "Co-signing":
            choose(page, CUBA, "signed")
            choose(page, PAKISTAN, "did not sign")
            find(page, "Burma")
        assert page.evaluate(OUT_OF_REACH) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, axe) == []
    page.get_by_text("How this was made").click()
    assert page.evaluate(OUT_OF_REACH) == []
    page.get_by_role("searchbox", name="Find a signatory").fill("gui")
    assert violations(page, axe, "dark") == []


@pytest.mark.filterwarnings("ignore:.*known in part", "ignore:no tie can")
def test_ties_and_communities_are_within_reach(show: Show, axe: str) -> None:
    corpus = load("unga75")
    ties, communities = cosigning_ties(corpus), find_communities(corpus, draws=19)
    page = show(explorer_page(corpus, ties=ties, communities=communities).html)
    for width, height in ((320, 640), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUT_OF_REACH) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, axe) == []
        assert violations(page, axe, "dark") == []
    tab_to(page, "#ties")
    page.keyboard.type("shared")
    assert page.get_by_label("Shared statements at least").is_visible()
    tab_to(page, "#shared")


def test_on_a_low_screen_nothing_covers_another(show: Show, un_china: str) -> None:
    page = show(un_china)
    for size in ((900, 560), (1280, 560)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for view in ("Co-signing", "Map"):
            show_view(page, view)
            find(page, "Somalia")
            assert page.evaluate(OUT_OF_REACH) == []


def test_axe_finds_no_violation_on_a_longer_list(show: Show, un_china: str, axe: str) -> None:
    page = show(un_china, size=(360, 740))
    find(page, "Somalia")
    page.locator("#card button.name").first.click()
    page.locator("button.region").first.click()
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    assert violations(page, axe) == []


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
