"""What the page says holds on anybody's lists: numbers count what they say that they count."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pytest
from pages import answer, card, choose, download, find, named, show_view

from coalitions import Corpus, explorer_page, load, node_looks, select
from coalitions.explorer.page import explorer_html, labelled_tiles

if TYPE_CHECKING:
    from pages import Show
    from playwright.sync_api import Page

SIDES = {"support": "Supporting", "critical": "Critical", "both": "Both"}


def letters(table: dict[str, tuple[str, str, list[str]]]) -> nx.Graph[str]:
    """Return a two-mode graph from date, side and names of each letter."""
    graph: nx.Graph[str] = nx.Graph(kind="two-mode", universe=195)
    for key, (date, side, names) in table.items():
        about = {"side": side} if side else {}
        graph.add_node(
            key, kind="statement", label=key, title=key, date=date, event="", named=len(names),
            count=len(names), **about,
        )  # fmt: skip
        for name in names:
            if name not in graph:
                graph.add_node(name, kind="signatory", label=name, name=name, count=0, group="")
            graph.add_edge(key, name, kind="signed", shared=1, role="signatory")
    for name, node in graph.nodes(data=True):
        if node["kind"] == "signatory":
            under = [graph.nodes[key].get("side", "") for key in graph[name]]
            node["count"] = len(under)
            found = {side for side in under if side}
            node.update({"side": "both" if len(found) > 1 else found.pop()} if found else {})
    return graph


def with_others(others: dict[str, str]) -> nx.Graph[str]:
    """Return two letters of states and others: Cuba under both, as are the others so marked."""
    lists = {
        "First": ("2024-01-02", "support", ["Cuba", "Fiji", *others]),
        "Second": ("2025-01-02", "support", ["Cuba", *(o for o in others if others[o] == "both")]),
    }
    graph = letters(lists)
    graph.graph |= {"universe": 195 + len(others), "noun": "state", "noun_plural": "states"}
    for name in ("Cuba", "Fiji"):
        graph.nodes[name]["group"] = "African"  # so that they are taken for states without a noun
    for name in others:
        graph.nodes[name]["status"] = "non-member"
    return graph


def page_of(graph: nx.Graph[str]) -> str:
    return explorer_html(graph, node_looks(graph))


def rows(page: Page) -> list[list[str]]:
    cells = page.locator("#rows tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in cells]


@pytest.mark.parametrize(
    ("label", "value", "option"),
    [
        ("Year", "2019", {"since": "2019-01-01", "until": "2019-12-31"}),
        ("Year", "2023", {"since": "2023-01-01", "until": "2023-12-31"}),
        ("Event", "unga3-2020", {"event": "unga3-2020"}),
        ("Event", "hrc41-2019", {"event": "hrc41-2019"}),
    ],
)
def test_counts_beside_a_filter_are_of_what_is_filtered(
    show: Show, un_china: str, label: str, value: str, option: dict[str, str]
) -> None:
    whole, part = load("un-china"), select(load("un-china"), **option)
    stance = part.statements["stance"].to_numpy()
    support, critical = (part.incidence[stance == side].any() for side in ("support", "critical"))
    both = support & critical
    page = show(un_china)
    page.get_by_label(label).select_option(value)
    short = whole.signatories.set_index("signatory")["short"]
    expected = {}
    for key, count in part.incidence.sum().items():
        side = "Both" if both[key] else "Supporting" if support[key] else "Critical"
        expected[short[str(key)]] = [side, str(count)]
    assert {name: rest for name, *rest in rows(page)} == expected
    assert page.locator("#columns th").last.inner_text() == "Under, in view"
    legend = page.locator("#legend").inner_text()
    numbers = {"Supporting": support & ~both, "Critical": critical & ~both, "Both": both}
    for name, members in numbers.items():
        assert re.search(rf"{name}\s+{members.sum()} filtered, \d+ in all", legend)
    table = list(csv.DictReader(io.StringIO(download(page, "CSV").decode())))
    assert {short[r["signatory"]]: [SIDES[r["side"]], r["count"]] for r in table} == expected
    assert all(len(r["statements"].split(";")) == int(r["count"]) for r in table)


def test_both_is_both_within_the_year(show: Show) -> None:
    lists = {
        "One": ("2024-01-02", "support", ["Ann", "Bo"]),
        "Two": ("2025-01-02", "critical", ["Ann", "Cy"]),
        "Three": ("2025-03-04", "support", ["Cy"]),
    }
    page = show(page_of(letters(lists)))
    assert [row[:2] for row in rows(page)] == [
        ["Ann", "Both"],
        ["Bo", "Supporting"],
        ["Cy", "Both"],
    ]
    page.get_by_label("Year").select_option("2024")
    assert rows(page) == [["Ann", "Supporting", "1"], ["Bo", "Supporting", "1"]]
    page.get_by_label("Year").select_option("2025")
    assert rows(page) == [["Ann", "Critical", "1"], ["Cy", "Both", "2"]]
    find(page, "Ann")
    assert "Both over all statements · critical in view" in card(page).inner_text()
    assert "Named under 2 of all 3 statements" in card(page).inner_text()
    page.get_by_role("button", name="Reset").click()
    assert [row[:2] for row in rows(page)] == [
        ["Ann", "Both"],
        ["Bo", "Supporting"],
        ["Cy", "Both"],
    ]


def test_a_choice_says_of_what_its_number_is(show: Show, un_china: str) -> None:
    page = show(un_china)
    year = page.get_by_label("Year")
    year.select_option("2020")
    assert year.locator("option[value='2019']").inner_text() == "2019 · 4 statements"
    page.get_by_role("checkbox", name="Critical").uncheck()
    assert year.locator("option[value='2025']").inner_text() == "2025 · 0 statements"
    group = page.get_by_label("Regional group")
    african = group.locator("option[value='African']").inner_text()
    group.select_option("African")
    assert african == f"African · {len(named(page))} states"


@pytest.mark.parametrize(
    ("others", "title", "asked"),
    [
        ({"European Union": "both"},
         "2 of 195 states and the European Union are named",
         "1 of 195 states and the European Union signed both: “First” and “Second”."),
        ({"European Union": "both", "Order of Malta": ""},
         "2 of 195 states, the European Union and the Order of Malta are named",
         "1 of 195 states and the European Union signed both: “First” and “Second”."),
        ({"Kosovo": "", "Cook Islands": "both", "Niue": "both", "Taiwan": "both"},
         "2 of 195 states and 4 others are named",
         "1 of 195 states and 3 others signed both: “First” and “Second”."),
        ({}, "2 of 195 states are named",
         "1 of 195 states signed both: “First” and “Second”."),
    ],
)  # fmt: skip
def test_who_is_no_state_is_counted_apart(
    show: Show, others: dict[str, str], title: str, asked: str
) -> None:
    page = show(page_of(with_others(others)))
    assert page.get_by_role("heading", level=1).inner_text() == f"{title} under 2 joint statements"
    for name in ("First", "Second"):
        choose(page, name, "signed")
    assert answer(page).startswith(asked)


def test_the_map_says_who_has_no_tile(show: Show) -> None:
    graph = nx.relabel_nodes(with_others({"European Union": ""}), {"Cuba": "CUB", "Fiji": "FJI"})
    page = show(explorer_html(graph, node_looks(graph), tiles=labelled_tiles()))
    show_view(page, "Map")
    assert "2 named" in page.locator("#key").inner_text()
    assert "the European Union has no tile" in page.locator("#key").inner_text()


def test_what_nobody_declared_or_recorded_is_not_spoken_of(show: Show) -> None:
    page = show(page_of(letters({"Letter": ("", "", ["Ann", "Bo"]), "Note": ("", "", ["Bo"])})))
    find(page, "Bo")
    words = page.locator("body").inner_text().lower()
    for word in ("stance", "neither", "regional", "by date", "declared number", "-1", "−1"):
        assert word not in words
    assert page.locator("#columns").inner_text().split() == ["Signatory", "Named", "under"]
    assert "2 names, no number declared" in words
    assert "number named" in page.locator("#key").inner_text()


def test_one_letter_is_not_many(show: Show) -> None:
    page = show(page_of(letters({"Letter": ("2024-01-02", "", ["Ann", "Bo"])})))
    assert answer(page).startswith("2 of 195 signatories are named under the one statement.")
    assert not page.get_by_role("heading", name="Who signed exactly the same").is_visible()
    assert "larger" not in page.locator("#key").inner_text()


def test_groups_of_ones_own_have_a_key_where_nobody_took_sides(show: Show) -> None:
    signed = [("a", "s1"), ("a", "s2"), ("a", "s3"), ("b", "s2"), ("b", "s4"), ("c", "s2")]
    about = [("s1", "African"), ("s2", "Asia-Pacific"), ("s3", "African"), ("s4", "")]
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a", "b", "c"]}),
        pd.DataFrame(signed, columns=["statement_id", "signatory"]),
        pd.DataFrame(about, columns=["signatory", "group"]),
        members="any",
    )
    page = show(explorer_page(corpus).html)
    assert page.locator("#legend").inner_text().split("\n")[1:] == [
        "African", "2", "Asia-Pacific", "1", "No regional group", "1",
    ]  # fmt: skip
    page.get_by_role("checkbox", name="African").uncheck()
    assert named(page) == ["s2", "s4"]


@pytest.mark.parametrize(
    "source",
    ["https://me:secret@example.org/a", "https://un.org@example.net/", "javascript:alert(1)",
     "data:text/html,x", "https://un.org\\@example.net/", "the printed Gazette, p. 3"],
)  # fmt: skip
def test_what_is_no_plain_address_stays_text(show: Show, source: str) -> None:
    graph = letters({"Letter": ("2024-01-02", "", ["Ann"])})
    graph.nodes["Letter"]["source_url"] = f"{source} | https://example.org/b?c=d@e"
    page = show(page_of(graph))
    page.get_by_role("button", name="Letter").first.click()
    links = card(page).get_by_role("link").all()
    assert [link.get_attribute("href") for link in links] == ["https://example.org/b?c=d@e"]
    assert source in card(page).inner_text()


def test_a_list_of_which_nothing_is_known_is_not_empty(show: Show) -> None:
    corpus = Corpus(
        pd.DataFrame(
            {
                "statement_id": ["first", "unknown", "nobody"],
                "title": ["First", "Unknown", "Nobody"],
                "declared_count": [2, None, 0],
            }
        ),
        pd.DataFrame({"statement_id": ["first", "first"], "signatory": ["CUB", "FRA"]}),
    )
    page = show(explorer_page(corpus).html)
    choose(page, "Unknown", "signed")
    assert "Nothing is known of the list of" in answer(page)
    assert "between 0 and 195" in answer(page)
    choose(page, "First", "signed")
    assert "between 0 and 2" in answer(page)
    page.get_by_role("button", name="Reset").click()
    choose(page, "First", "signed")
    choose(page, "Unknown", "did not sign")
    assert "may or may not have signed “Unknown”" in answer(page)
    assert "between 0 and 2" in answer(page)
    page.get_by_role("button", name="Reset").click()
    choose(page, "Nobody", "signed")
    assert answer(page) == "0 of 195 states signed “Nobody”."
    page.get_by_role("button", name="Reset").click()
    find(page, "Cuba")
    said = card(page).inner_text()
    assert said.index("Not known: neither a name nor a number") < said.index("Unknown")
    assert said.index("Did not sign") < said.index("Nobody")
    page.get_by_role("button", name="Unknown").first.click()
    assert "neither a name nor a number known" in card(page).inner_text()
    assert "0 named" not in card(page).inner_text()
