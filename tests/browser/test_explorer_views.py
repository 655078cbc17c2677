"""A view is one module and one name in the table: all else of the page finds it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import address, at_rest, download, picture, show_view

from coalitions import cosigning_graph, explorer_page, load, node_looks
from coalitions.explorer import modules
from coalitions.explorer.page import explorer_html

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from pages import Show

#: Lines only where somebody has computed that they are no chance; marks in a row.
OWN = """
import { edges } from "../model/data.js";
import { shown } from "../model/shown.js";
import { anyView } from "./view.js";
import { onStage } from "./onstage.js";

const sure = edges.filter((edge) => edge.more?.p_value < 0.05);

export const ownView = {
  ...onStage,
  key: "sure",
  name: "Sure ties",
  isThere: sure.length > 0,
  moved: "moved-sure",
  home: (node) => ({ x: 40 * node.id, y: 0 }),
  ties: {
    ...anyView.ties,
    bundles: () => [{ pairs: sure.flatMap((edge) => [edge.from, edge.to]), width: 3, opacity: 1 }],
    pairs: () => sure.map((edge) => [edge.from, edge.to, edge.shared]),
  },
  words: {
    ...onStage.words,
    line: () => `${sure.length} sure ties of ${shown.signatories.length}`,
  },
};
"""


@pytest.fixture
def _one_view_more(monkeypatch: pytest.MonkeyPatch) -> None:
    table = modules.web_text("picture/views.js")
    table = 'import { ownView } from "./own.js";\n' + table.replace("mapView]", "mapView, ownView]")
    assert "mapView, ownView]" in table
    own = {"picture/own.js": OWN, "picture/views.js": table}
    text = modules.web_text
    monkeypatch.setattr(modules, "web_text", lambda path: own.get(path) or text(path))


@pytest.fixture
def html(_one_view_more: None) -> str:
    graph = cosigning_graph(load("unga75")).subgraph(["CUB", "MMR", "PAK"]).copy()
    for place, edge in enumerate(graph.edges):
        graph.edges[edge]["p_value"] = (0.001, 0.5, 0.04)[place]
    return explorer_html(graph, node_looks(graph))


def lines(picture: ET.Element) -> list[str]:
    """Return the paths that are as wide as the lines of that view."""
    paths = picture.iter("{http://www.w3.org/2000/svg}path")
    return [path.get("d", "") for path in paths if path.get("stroke-width") == "3"]


def test_a_view_of_ones_own_has_button_address_words_keys_and_files(show: Show, html: str) -> None:
    page = show(html)
    show_view(page, "Sure ties")
    stage = page.get_by_role("application")
    assert stage.get_attribute("aria-label") == "Sure ties: 2 sure ties of 3"
    assert address(page) == "view=sure"
    (path,) = lines(picture(page))
    assert path.count("M") == path.count("L") == 2
    assert download(page, "GEXF").count(b"<edge ") == 2
    assert b",0\r\n" in download(page, "node list")  # all in a row
    stage.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "at=" in address(page)


def test_an_address_leads_to_it_and_paper_shows_it(show: Show, html: str) -> None:
    page = show(html, at="#view=sure&moved-sure=CUB+10+-20")
    assert page.get_by_role("button", name="Sure ties").get_attribute("aria-pressed") == "true"
    assert b"10,20\r\n" in download(page, "node list")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper .facts").inner_text().startswith("Sure ties: 2 sure ties of 3.")
    assert page.locator("#paper svg").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.usefixtures("_one_view_more")
def test_a_graph_that_has_nothing_for_it_has_no_such_view(show: Show) -> None:
    graph = cosigning_graph(load("unga75")).subgraph(["CUB", "MMR"])
    page = show(explorer_html(graph, node_looks(graph)), at="#view=sure")
    assert page.get_by_role("button", name="Sure ties").count() == 0
    assert page.get_by_role("application").get_attribute("aria-label").startswith("Network: ")


#: How many dots of the network's canvas behind the buttons belong to a mark or a name.
BEHIND = """
  () => {
    const [stage, buttons] = ["#network canvas", "#zoom"].map(
      (which) => document.querySelector(which).getBoundingClientRect());
    const canvas = document.querySelector("#network canvas");
    const scale = canvas.width / stage.width;
    const [x, y, width, height] = [
      buttons.x - stage.x, buttons.y - stage.y, buttons.width, buttons.height,
    ].map((n) => Math.round(n * scale));
    const paper = Object.assign(document.createElement("canvas"), { width, height });
    const copy = paper.getContext("2d");
    copy.fillStyle = "white";
    copy.fillRect(0, 0, width, height);
    copy.drawImage(canvas, x, y, width, height, 0, 0, width, height);
    const { data } = copy.getImageData(0, 0, width, height);
    return data.filter((value, place) => place % 4 === 1 && value < 150).length;
  }
"""


@pytest.mark.parametrize("view", ["Network", "Co-signing"])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (700, 900)])
def test_no_name_stands_behind_the_buttons_for_the_zoom(
    show: Show, view: str, size: tuple[int, int]
) -> None:
    states = load("un-china").signatories["name"].tolist()
    lists = {f"list {n}": states[20 * n : 20 * n + 20] for n in range(5)}
    page = show(explorer_page(load(lists)).html, size=size)
    show_view(page, view)
    at_rest(page)
    assert page.evaluate(BEHIND) == 0
