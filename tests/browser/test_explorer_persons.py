"""On lists of persons the page says what is known: of how many, between what bounds, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pages import answer, card, choose, find, named, picture, show_view

from coalitions import (
    Corpus,
    cosigning_graph,
    explorer_page,
    load,
    node_looks,
    pairs,
    statement_graph,
    two_mode_graph,
)
from coalitions.bounds import Interval
from coalitions.explorer.page import explorer_html

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from pages import Show


SVG = "{http://www.w3.org/2000/svg}"


def page_of(graph: nx.Graph[str]) -> str:
    return explorer_html(graph, node_looks(graph))


def people(
    lists: dict[str, tuple[str, int | None]], known: str = "", universe: int = 0, **columns: str
) -> Corpus:
    """Return a corpus of persons, a letter each: under each statement, and of whom we know."""
    statements = {
        "statement_id": list(lists),
        "declared_count": [declared for _, declared in lists.values()],
    }
    signed = [(key, name) for key, (names, _) in lists.items() for name in names]
    about = pd.DataFrame({"signatory": list(known)}) if known else pd.DataFrame()
    return Corpus(
        pd.DataFrame(statements | {name: [value] * len(lists) for name, value in columns.items()}),
        pd.DataFrame(signed, columns=["statement_id", "signatory"]),
        about,
        universe=universe,
        members="any",
        noun="person/people",
    )


PARTIAL: dict[str, tuple[str, int | None]] = {"x": ("ABC", 4), "y": ("BCDE", None)}
COMPLETE: dict[str, tuple[str, int | None]] = {"x": ("ABC", 3), "y": ("BCDE", 4)}


def without_universe(lists: dict[str, tuple[str, int | None]]) -> str:
    graph = two_mode_graph(people(lists))
    for name in ("universe", "assumed"):
        graph.graph.pop(name, None)
    return page_of(graph)


@pytest.mark.parametrize(
    ("html", "signed", "rest"),
    [
        (lambda: explorer_page(people(PARTIAL)).html, "between 2 and 3", ""),
        (lambda: explorer_page(people(COMPLETE)).html, "", ""),
        (lambda: without_universe(PARTIAL), "between 2 and 3", ""),
        (lambda: page_of(cosigning_graph(people(PARTIAL))), None, ""),
        (lambda: explorer_page(people(PARTIAL, universe=9)).html, "between 2 and 3", " of 9"),
        (lambda: explorer_page(people(COMPLETE, known="ABCDEFGH")).html, "", " of 8"),
    ],
    ids=["partial", "complete", "by hand", "co-signing", "said", "listed"],
)
def test_nothing_is_a_share_of_a_universe_that_nobody_gave(
    show: Show, html: Callable[[], str], signed: str | None, rest: str
) -> None:
    page = show(html())
    title = page.get_by_role("heading", level=1).inner_text()
    whole, finding = f"5{rest} people are named under", "2 people signed both statements"
    assert title.startswith((whole, finding, finding.replace("2", "2 to 3")))
    assert answer(page).startswith(f"5{rest} people are named under")
    if signed is None:  # nothing is asked of ties
        return
    choose(page, "y", "did not sign")
    alone = (
        "1 of the 5 people named here did not sign “y”; who else could have signed is not known."
    )
    number = int(rest.removeprefix(" of ") or 0)
    beyond = f"{number - 4}{rest} people did not sign “y”: 1 that other statements name"
    assert answer(page).startswith(beyond if rest else alone)
    choose(page, "x", "did not sign")
    if not rest:
        assert "Nobody who is named here" in answer(page)
        assert not re.search(r"between|number is|of 6", answer(page))
    for name in ("x", "y"):
        choose(page, name, "signed")
    assert answer(page).startswith(f"2{rest or ' of the 5'} people")
    assert signed in answer(page)


@pytest.fixture(scope="module")
def statement_pages() -> dict[str, tuple[str, pd.DataFrame]]:
    """Return pages of three corpora with partial lists, and the pairs as the tables have them."""
    few = people(
        {"w": ("ABCD", 9), "x": ("BCDEFG", 6), "y": ("AG", 4), "z": ("ABCDEFGHIJKLMN", 16)}
    )
    corpora = {"un-china": load("un-china"), "few": few, "whole": people(PARTIAL, universe=6)}
    return {
        name: (page_of(statement_graph(corpus)), pairs(corpus)) for name, corpus in corpora.items()
    }


@pytest.mark.parametrize("name", ["un-china", "few", "whole"])
def test_a_card_has_the_intervals_of_the_tables(
    show: Show, statement_pages: dict[str, tuple[str, pd.DataFrame]], name: str
) -> None:
    html, table = statement_pages[name]
    page = show(html)
    told = page.evaluate(TOLD)
    expected = {}
    for row in table[table["shared_named"] > 0].to_dict("records"):
        shared = str(Interval(row["shared_min"], row["shared_max"]))
        low, high = (f"{row[end]:.3f}" for end in ("jaccard_min", "jaccard_max"))
        jaccard = low if low == high else f"{low}–{high}"
        expected[f"{row['a']} {row['b']}"] = f"{shared} shared · Jaccard {jaccard}"
    assert {key: told[key] for key in expected} == expected
    assert any("–" in words for words in expected.values())


#: What the cards of a page of statements say of every pair, read off without opening them all.
TOLD = """() => {
  const { nodes, edges } = JSON.parse(document.getElementById("coalitions-data").textContent);
  const told = {};
  for (const { key, label } of nodes) {
    location.hash = `at=${encodeURIComponent(key)}`;
    window.dispatchEvent(new PopStateEvent("popstate"));
    for (const item of document.querySelectorAll("#card ul.plain li")) {
      const other = nodes.find((node) => node.label === item.querySelector("button").textContent);
      const words = item.querySelector(".facts").textContent;
      told[`${key} ${other.key}`] = words;
      told[`${other.key} ${key}`] = words;
    }
  }
  return told;
}"""


def grouped(groups: str) -> str:
    """Return the page of a letter whose signatories, each in turn, are of these groups."""
    members = [f"s{number:02}" for number in range(len(groups.split(",")))]
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"]}),
        pd.DataFrame({"statement_id": "a", "signatory": members}),
        pd.DataFrame({"signatory": members, "group": groups.split(",")}),
        members="any",
    )
    return explorer_page(corpus).html


@pytest.mark.parametrize(
    ("groups", "key", "hidden"),
    [
        ("a,a,b,b,c,c,d,d,e,e," + ",".join(f"g{n:02}" for n in range(35)), "Other (34 groups)", 34),
        ("a,a,b,b,c,c,d,d,e,e,f,f,g,h,", "Other (2 groups) or none", 3),
        ("a,a,b,b,c,c,d,d,e,e,f,f,g,", "g or none", 2),
        ("a,a,b,b,c,c,d,d,e,e,f,f,g", "g", 1),
        ("a,a,b,", "No group", 1),
    ],
)
def test_groups_without_a_colour_have_one_key(
    show: Show, groups: str, key: str, hidden: int
) -> None:
    html = grouped(groups)
    page = show(html)
    everybody = len(named(page))
    labels = page.locator("#legend label").all_inner_texts()
    assert len(labels) <= 7
    assert labels[-1].split("\n") == [key, str(hidden)]
    page.locator("#legend input").last.uncheck()
    assert len(named(page)) == everybody - hidden
    assert len(page.evaluate("location.hash")) < 20  # the address names the key, not each group
    again = show(html, at=page.evaluate("location.hash"))
    assert len(named(again)) == everybody - hidden
    assert not again.locator("#legend input").last.is_checked()
    # What has no key of its own can be chosen all the same.
    select = page.get_by_label("Group", exact=True)
    page.get_by_role("button", name="Reset").click()
    assert select.is_visible() == (hidden > 1)
    if hidden > 1:
        select.select_option("g20" if hidden > 30 else "g")
        assert len(named(page)) == 1


def test_words_fit_persons_and_letters(show: Show) -> None:
    corpus = people(PARTIAL, date="2024-01-02")
    corpus.signatures.loc[0, "role"] = "lead"
    page = show(explorer_page(corpus).html)
    box = page.get_by_role("searchbox")
    assert box.get_attribute("placeholder") == "Name"  # nobody here has another
    assert page.get_by_role("heading", name="Who is named under exactly the same").is_visible()
    assert "person, larger the more often named" in page.locator("#key").inner_text()
    find(page, "A")
    words = card(page).inner_text()
    assert "2 January 2024 · lead" in words  # a letter is not read out
    assert "Named under, by year" in words
    assert "Side" not in words
    choose(page, "x)", "signed")
    choose(page, "y)", "did not sign")
    assert re.match(r"1 of the 5 people named here is named under “.*?” and did n", answer(page))
    choose(page, "x)", "any")
    choose(page, "y)", "signed")
    choose(page, "x)", "did not sign")
    assert re.match(r"2 of the 5 people named here signed “.*?” and are not named in", answer(page))


@pytest.mark.parametrize(
    ("dates", "subtitle", "order", "times"),
    [
        (("2024-02-03", ""), "3 February 2024, 1 without a date",
         ", by date, first those without one", ["2024", "No date"]),
        (("2024-02-03", "2025-02-03"), "3 February 2024 to 3 February 2025", ", by date",
         ["2024", "2025"]),
        (("", ""), "", "", []),
        (("2024-02-03", "2024-02-03"), "3 February 2024", ", by date", ["2024"]),
    ],
)  # fmt: skip
def test_statements_without_a_date_are_told(
    show: Show, dates: tuple[str, str], subtitle: str, order: str, times: list[str]
) -> None:
    corpus = people(COMPLETE)
    dated = corpus.statements.assign(date=list(dates))
    corpus = Corpus(dated, corpus.signatures, members="any", noun="person/people")
    page = show(explorer_page(corpus).html, size=(360, 740))
    assert page.locator("#subtitle").inner_text().endswith(subtitle)
    assert f"A square for each statement{order}. Choose" in page.locator("#regions").inner_text()
    find(page, "B")
    assert page.locator("#card .over-time li > span:first-child").all_inner_texts() == times
    page.get_by_text("How this was made").click()  # what a narrow bar cuts stands there whole
    whole = page.locator("#completeness-whole")
    assert whole.is_visible()
    assert whole.inner_text() == page.locator("#completeness").text_content()


def test_the_cells_of_the_chosen_row_stand_out(show: Show) -> None:
    page = show(explorer_page(people(COMPLETE)).html)
    show_view(page, "Matrix")
    find(page, "B")
    rects = [one for one in picture(page).iter(f"{SVG}rect") if one.get("height") == "17"]
    assert [float(one.get("opacity", 1)) for one in rects] == [0.4]


def test_a_month_is_told_without_a_day(show: Show) -> None:
    page = show(explorer_page(people(COMPLETE, date="2023-10")).html)
    told = page.locator("#statements .row .facts").all_inner_texts()
    assert [text for text in told if "October 2023" in text] == ["October 2023"] * 2
    assert "undefined" not in page.locator("body").inner_text()


def test_a_large_number_stays_in_its_square_and_beside_its_bar(show: Show) -> None:
    """The widest number is one of a declared count, and of those who signed the same."""
    lists: dict[str, tuple[str, int | None]] = {"x": ("ABC", 123_456), "y": ("BCDE", 99)}
    page = show(explorer_page(people(lists)).html)
    apart = page.evaluate("""
      [...document.querySelectorAll("#statements .mark.square")].map((mark) => {
        const text = document.createRange();
        text.selectNodeContents(mark);
        const [inner, outer] = [text.getBoundingClientRect(), mark.getBoundingClientRect()];
        const next = mark.nextElementSibling.getBoundingClientRect();
        return inner.width <= outer.width + 1 && outer.right <= next.left;
      })
    """)
    assert apart == [True, True]
    over = page.evaluate("""
      [...document.querySelectorAll(".amount")].map(({ firstChild: number, lastChild: bar }) => {
        number.textContent = "100,000";
        return number.getBoundingClientRect().right <= bar.getBoundingClientRect().left;
      })
    """)
    assert over
    assert all(over)
