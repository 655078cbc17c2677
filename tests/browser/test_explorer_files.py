"""What can be taken away: pictures, the graph for Gephi, the nodes with their places."""

from __future__ import annotations

import csv
import io
import struct
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pages import CUBA, VIEWS, bring_to_the_middle, choose, download, middle, picture, show_view

from coalitions import cosigning_graph, load, node_looks, two_mode_graph

if TYPE_CHECKING:
    import pandas as pd
    from pages import Show
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"


def gexf(page: Page) -> nx.Graph[str]:
    return nx.read_gexf(io.BytesIO(download(page, "GEXF")))


def node_list(page: Page) -> dict[tuple[str, str], float]:
    rows = csv.DictReader(io.StringIO(download(page, "node list").decode()))
    return {(row["id"], axis): float(row[axis]) for row in rows for axis in "xy"}


def places(looks: pd.DataFrame) -> dict[tuple[str, str], float]:
    return {(str(key), axis): float(looks.loc[key, axis]) for key in looks.index for axis in "xy"}


@pytest.mark.parametrize("view", VIEWS)
def test_png_is_twice_as_sharp_as_the_svg(show: Show, un_china: str, view: str) -> None:
    page = show(un_china)
    show_view(page, view)
    png = download(page, "PNG")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    size = picture(page).attrib
    assert width == pytest.approx(2 * float(size["width"]), abs=1)
    assert height == pytest.approx(2 * float(size["height"]), abs=1)


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_says_its_finding_source_and_completeness(
    show: Show, un_china: str, view: str
) -> None:
    page = show(un_china)
    show_view(page, view)
    choose(page, CUBA, "signed")
    texts = [text.text or "" for text in picture(page).iter(f"{SVG}text")]
    words = " ".join(texts)
    assert texts[0].startswith("45 of 195 states signed")
    assert "Of 30 lists: 14 complete" in words
    assert "Source: Amnesty International Canada" in words
    assert "Supporting" in texts
    # Both signed it; among thousands of lines one of them may have no room for its name.
    assert "CUB" in texts if view == "Map" else {"Cuba", "Belarus"} & set(texts)


def test_gexf_is_the_graph_with_places_and_colours(show: Show, unga75: str) -> None:
    graph = two_mode_graph(load("unga75"))
    looks = node_looks(graph)
    page = show(unga75)
    read = gexf(page)
    assert set(read) == set(graph)
    assert {frozenset(edge) for edge in read.edges} == {frozenset(edge) for edge in graph.edges}
    for key, node in read.nodes(data=True):
        assert node["label"] == graph.nodes[key]["label"]
        assert node["side"] == graph.nodes[key]["side"]
        place = node["viz"]["position"]
        assert (place["x"], place["y"]) == pytest.approx(tuple(looks.loc[key, ["x", "y"]]))
        red, green, blue = (node["viz"]["color"][part] for part in "rgb")
        assert f"#{red:02X}{green:02X}{blue:02X}" == looks.loc[key, "colour"]


def test_gexf_of_a_question_holds_those_who_match(show: Show, unga75: str) -> None:
    page = show(unga75)
    choose(page, CUBA, "signed")
    read = gexf(page)
    assert len(read) == 46  # Cuba's statement and the 45 who signed it
    assert read.size() == 45
    assert "45 of 195 states signed" in download(page, "GEXF").decode()


def test_gexf_of_the_cosigning_view_has_the_ties_above_the_threshold(
    show: Show, un_china: str
) -> None:
    graph = cosigning_graph(load("un-china"))
    page = show(un_china)
    show_view(page, "Co-signing")
    page.get_by_role("slider").fill("8")
    read = gexf(page)
    expected = {
        frozenset((a, b)): shared for a, b, shared in graph.edges(data="shared") if shared >= 8
    }
    assert {frozenset((a, b)): w for a, b, w in read.edges(data="weight")} == expected


def test_places_are_those_of_figure_and_file_until_a_mark_is_moved(
    show: Show, un_china: str
) -> None:
    corpus = load("un-china")
    page = show(un_china, reduced_motion="reduce")
    given = places(node_looks(two_mode_graph(corpus)))
    assert node_list(page) == pytest.approx(given)
    bring_to_the_middle(page, "Burma")
    x, y = middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 20, steps=4)
    page.mouse.up()
    moved = node_list(page)
    assert {key for key, _ in moved.items() ^ given.items()} == {("MMR", "x"), ("MMR", "y")}
    assert moved["MMR", "x"] > given["MMR", "x"]
    assert moved["MMR", "y"] < given["MMR", "y"]  # downwards on the screen
    show_view(page, "Co-signing")
    assert node_list(page) == pytest.approx(places(node_looks(cosigning_graph(corpus))))
    show_view(page, "Network")
    assert node_list(page) == moved
    place = gexf(page).nodes["MMR"]["viz"]["position"]
    assert (place["x"], place["y"]) == pytest.approx((moved["MMR", "x"], moved["MMR", "y"]))
