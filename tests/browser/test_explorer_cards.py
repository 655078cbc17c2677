"""The cards of a state and of a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pages import PAKISTAN, card, find, row

from coalitions import cosigning_graph, load, node_looks, two_mode_graph
from coalitions.explorer.page import explorer_html

if TYPE_CHECKING:
    from pages import Show


def test_a_states_card_lists_its_statements_by_date_with_role_and_source(
    show: Show, un_china: str
) -> None:
    corpus = load("un-china")
    own = corpus.signatures[corpus.signatures["signatory"] == "CUB"]
    page = show(un_china)
    find(page, "Cuba")
    items = card(page).locator("ul").first.locator("li")
    assert items.count() == len(own)
    lines = items.all_inner_texts()
    years = [line.split(" · ")[0].split()[-1] for line in lines]
    assert years == sorted(years)
    assert sum("· lead ·" in line for line in lines) == (own["role"] == "lead").sum()
    assert all("source" in line for line in lines)


def test_closest_cosigners_are_the_strongest_ties(show: Show, un_china: str) -> None:
    graph = cosigning_graph(load("un-china"))
    page = show(un_china)
    find(page, "Somalia")
    # Somalia signed with both sides; whoever is listed shares at least as much as the tie says.
    items = card(page).locator("ul.closest li")
    strongest = max(edge["shared"] for edge in graph["SOM"].values())
    label = {graph.nodes[key]["label"]: key for key in graph}
    assert items.count() == 8
    for item in items.all():
        key = label[item.get_by_role("button").inner_text()]
        edge = graph.edges["SOM", key]
        assert re.search(rf"\n{edge['shared']}–\d+ shared · Jaccard 0\.\d+–", item.inner_text())
    assert f"that share {strongest} by name" in card(page).inner_text()


def test_side_over_time_shows_the_crossing(show: Show, un_china: str) -> None:
    # Somalia signed for China's position in 2019 and 2020, and against it in 2022.
    page = show(un_china)
    find(page, "Somalia")
    years = card(page).locator("ul.over-time li").all_inner_texts()
    assert any(line.startswith("2020") and "supporting" in line for line in years)
    assert any(line.startswith("2022") and "critical" in line for line in years)


def test_a_statements_card_has_its_ledger_line_and_notes(show: Show, unga75: str) -> None:
    table = load("unga75").statements.set_index("statement_id")
    page = show(unga75)
    row(page, PAKISTAN).get_by_role("button").click()
    assert "55 declared, 25 named, 30 unnamed: partial" in card(page).inner_text()
    card(page).get_by_text("Notes", exact=True).click()
    notes = table.loc["2020-10-unga3-hongkong-pakistan", "notes"]
    assert notes
    assert card(page).locator("details p").inner_text().split() == notes.split()


def test_what_was_computed_stands_on_the_card(show: Show) -> None:
    graph = cosigning_graph(load("unga75")).subgraph(["CUB", "MMR"]).copy()
    graph.nodes["CUB"].update(community=2, closeness=1 / 3, note="<b>first</b>")
    graph.edges["CUB", "MMR"].update(p_value=1.25e-9, sign="+")
    page = show(explorer_html(graph, node_looks(graph)))
    find(page, "CUB")
    text = card(page).inner_text()
    assert "community 2 · closeness 0.3333 · note <b>first</b>" in text
    assert "1 shared by name · Jaccard of the names 0.500 · p_value 1.25e-9 · sign +" in text
    find(page, "MMR")
    assert "community" not in card(page).inner_text()
    assert card(page).inner_text().count("p_value") == 1


def test_columns_of_a_users_own_stand_on_the_cards_of_statements_and_signatures(show: Show) -> None:
    graph = two_mode_graph(load("unga75"))
    statement = next(iter(graph["CUB"]))
    graph.nodes[statement]["vote"] = "recorded"
    graph.edges[statement, "CUB"]["page"] = 12
    page = show(explorer_html(graph, node_looks(graph)))
    find(page, "CUB")
    assert "lead · page 12 · source" in card(page).inner_text()
    card(page).locator("ul.plain button.name").first.click()
    assert "\nvote recorded\n" in card(page).inner_text()
