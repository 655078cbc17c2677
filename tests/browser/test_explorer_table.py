"""A table of more rows than a frame holds: the answer does not wait for it, and it gets whole."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pages import at_rest, choose, named

from coalitions.explorer.page import explorer_html
from coalitions.looks import node_looks

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Page

ALL, EVEN, THIRD = 900, 450, 300  # named under the three statements


@pytest.fixture(scope="module")
def long_page() -> str:
    """Return a page of 900 members: all sign One, every second Two, every third Three."""
    graph: nx.Graph[str] = nx.Graph(kind="two-mode", universe=ALL, method="Made up.")
    for place, label in enumerate(("One", "Two", "Three"), 1):
        graph.add_node(
            f"s{place}", kind="statement", label=label, title=label, side="support", group="",
            date=f"2020-01-0{place}", named=ALL // place, declared=ALL // place, count=ALL // place,
        )  # fmt: skip
    for n in range(ALL):
        signed = [place for place in (1, 2, 3) if n % place == 0]
        label = f"Member {n:03}"
        graph.add_node(
            f"v{n}", kind="signatory", label=label, side="support", group="", count=len(signed)
        )
        graph.add_edges_from((f"s{place}", f"v{n}", {"shared": 1}) for place in signed)
    return explorer_html(graph, node_looks(graph))


def whole(page: Page, rows: int) -> list[str]:
    """Return the names in the table, once it has as many rows as it should and no old ones."""
    at_rest(page)
    assert page.locator("#rows tr").count() == rows
    assert page.locator(".put-away").count() == 0
    return named(page)


def members(step: int) -> list[str]:
    return [f"Member {n:03}" for n in range(0, ALL, step)]


def test_a_long_table_gets_whole_after_each_answer(show: Show, long_page: str) -> None:
    page = show(long_page)
    assert whole(page, ALL) == members(1)
    choose(page, "Two", "signed")
    # The sentence, the number and the file are whole at once; of the table, its beginning.
    # Looked up by id: by role, every old row would be looked at, which a browser remarks upon.
    words, number, first = page.evaluate("""() => [
      document.getElementById("answer").textContent,
      document.getElementById("matches-title").dataset.count,
      [...document.querySelectorAll("#rows button")].slice(0, 31).map((one) => one.textContent),
    ]""")
    assert words.startswith(f"{EVEN} of the {ALL} signatories named here signed “Two”.")
    assert number == str(EVEN)
    assert first == members(2)[:31]  # as many as a window of 900 pixels can hold
    with page.expect_download() as event:
        page.evaluate("document.getElementById('csv').click()")
    taken = csv.DictReader(io.StringIO(event.value.path().read_text(encoding="utf-8")))
    assert [row["name"] for row in taken] == members(2)
    assert whole(page, EVEN) == members(2)
    choose(page, "Two", "any")
    assert whole(page, ALL) == members(1)


def test_a_newer_answer_takes_the_place_of_one_under_way(show: Show, long_page: str) -> None:
    page = show(long_page)
    whole(page, ALL)
    page.evaluate("""async () => {
      const click = (name, value) =>
        document.querySelector(`[aria-label=${name}] [value=${value}]`).click();
      click("Two", "signed");
      await new Promise((done) => setTimeout(done, 160));
      click("Two", "any");
      click("Three", "signed");
    }""")
    assert whole(page, THIRD) == members(3)


def test_paper_has_all_rows_at_once(show: Show, long_page: str) -> None:
    page = show(long_page)
    whole(page, ALL)
    choose(page, "Three", "signed")
    count = "dispatchEvent(new Event('beforeprint')), document.querySelectorAll('#rows tr').length"
    assert page.evaluate(f"() => ({count})") == THIRD
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert whole(page, THIRD) == members(3)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_squares_of_a_row_stay_in_their_column(show: Show, width: int) -> None:
    graph: nx.Graph[str] = nx.Graph(kind="two-mode", universe=2, method="Made up.")
    sides = ("yes", "no", "abstain")
    for place in range(12):
        graph.add_node(
            f"s{place}", kind="statement", label=f"S{place}", title="", side=sides[place % 3],
            group="", date="2020-01-01", named=1, declared=1, count=1,
        )  # fmt: skip
    graph.add_node("v", kind="signatory", label="Somebody", side="both", group="", count=12)
    graph.add_edges_from((f"s{place}", "v", {"shared": 1}) for place in range(12))
    page = show(explorer_html(graph, node_looks(graph)), size=(width, 900))
    at_rest(page)
    cells = page.evaluate("""() => [...document.querySelectorAll("#rows .cell")].map((each) => {
      const box = each.getBoundingClientRect();
      return [box.width, box.right - each.closest("td").getBoundingClientRect().right];
    })""")
    assert len(cells) == 12
    assert all(wide >= 2 and beyond <= 0.5 for wide, beyond in cells)
