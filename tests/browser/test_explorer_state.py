"""Views, filters and the address: every control changes what it should, and a link restores it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pages import (
    CANADA_2022,
    CUBA,
    PAKISTAN,
    VIEWS,
    address,
    answer,
    bring_to_the_middle,
    card,
    choose,
    download,
    find,
    heading,
    middle,
    named,
    pixels,
    row,
    show_view,
)

from coalitions import Corpus, explorer_page, load, select

if TYPE_CHECKING:
    from pages import Show


def test_views_differ_and_keep_the_selection(show: Show, un_china: str) -> None:
    page = show(un_china)
    find(page, "Myanmar")
    seen = set()
    for view in VIEWS:
        show_view(page, view)
        assert page.get_by_role("button", name=view, exact=True).get_attribute("aria-pressed")
        assert heading(page) == "Myanmar"
        seen.add(pixels(page))
    assert len(seen) == len(VIEWS)


def test_threshold_takes_lines_away(show: Show, un_china: str) -> None:
    # Of the 3,980 pairs that share a statement, 3 share eleven, the most that any two do.
    page = show(un_china)
    assert not page.get_by_role("slider").is_visible()
    show_view(page, "Co-signing")
    slider = page.get_by_role("slider", name="Shared statements at least")
    before = pixels(page)
    slider.fill("1")
    assert page.locator("#shared-words").inner_text() == "1 · 3,980 lines"
    slider.fill("11")
    assert page.locator("#shared-words").inner_text() == "11 · 3 lines"
    assert slider.get_attribute("aria-valuetext") == "11 statements, 3 lines"
    assert pixels(page) != before


def test_regional_group_filters_picture_and_table(show: Show, un_china: str) -> None:
    corpus = load("un-china")
    group = corpus.signatories.set_index("signatory")["group"]
    african = sum(group[key] == "African" for key in corpus.incidence.columns)
    page = show(un_china)
    before = pixels(page)
    page.get_by_label("Regional group").select_option("African")
    assert len(named(page)) == african
    assert f"The filters leave {african} of them in view." in answer(page)
    assert pixels(page) != before
    page.get_by_role("button", name="Reset").click()
    assert len(named(page)) == 133
    assert page.get_by_label("Regional group").input_value() == ""
    assert pixels(page) == before


@pytest.mark.parametrize(
    ("label", "value", "option"),
    [("Event", "unga3-2020", {"event": "unga3-2020"}), ("Year", "2019", {"until": "2019"})],
)
def test_event_and_year_leave_the_states_of_the_selected_corpus(
    show: Show, un_china: str, label: str, value: str, option: dict[str, str]
) -> None:
    corpus = select(load("un-china"), **option)
    page = show(un_china)
    page.get_by_label(label).select_option(value)
    short = corpus.signatories.set_index("signatory")["short"]
    assert set(named(page)) == {short[key] for key in corpus.incidence.columns}
    groups = [group for group in page.get_by_role("radiogroup").all() if group.is_visible()]
    assert len(groups) == len(corpus.statements)


def test_side_filter_leaves_the_other_side(show: Show, un_china: str) -> None:
    page = show(un_china)
    page.get_by_role("checkbox", name="Supporting").uncheck()
    page.get_by_role("checkbox", name="Both").uncheck()
    assert len(named(page)) == 56  # the number beside "Critical"


def test_choosing_what_is_hidden_shows_it_again(show: Show, un_china: str) -> None:
    page = show(un_china)
    page.get_by_label("Regional group").select_option("African")
    find(page, "Germany")
    assert heading(page) == "Germany"
    assert page.get_by_label("Regional group").input_value() == ""


def test_a_link_restores_all_of_it_in_a_fresh_browser(show: Show, un_china: str) -> None:
    first = show(un_china)
    choose(first, CUBA, "signed")
    choose(first, PAKISTAN, "signed")
    choose(first, CANADA_2022, "did not sign")
    first.get_by_label("Regional group").select_option("Asia-Pacific")
    first.get_by_role("checkbox", name="Both").uncheck()
    show_view(first, "Co-signing")
    first.get_by_role("slider").fill("3")
    find(first, "Burma")
    at = "#" + address(first)
    second = show(un_china, at=at)
    assert answer(second) == answer(first)
    assert named(second) == named(first) != []
    assert heading(second) == "Myanmar"
    assert second.get_by_role("slider").input_value() == "3"
    assert second.get_by_label("Regional group").input_value() == "Asia-Pacific"
    assert not second.get_by_role("checkbox", name="Both").is_checked()
    without = row(second, CANADA_2022)
    assert without.get_by_role("radio", name="did not sign").is_checked()
    assert address(second) == at[1:]


def test_moved_marks_stand_in_the_address_and_reset_takes_them_home(
    show: Show, unga75: str
) -> None:
    first = show(unga75, reduced_motion="reduce")
    bring_to_the_middle(first, "Burma")
    x, y = middle(first)
    first.mouse.move(x, y)
    first.mouse.down()
    first.mouse.move(x + 50, y + 20, steps=4)
    first.mouse.up()
    at = "#" + address(first)
    assert re.fullmatch(r"#moved=MMR\+-?\d+\+-?\d+", at)
    second = show(unga75, at=at)
    assert download(second, "node list") == download(first, "node list")
    before = download(second, "node list")
    second.get_by_role("button", name="Reset").click()
    assert download(second, "node list") != before
    assert address(second) == ""
    second.go_back()
    assert download(second, "node list") == before


@pytest.mark.parametrize(
    "at",
    [
        "#",
        "#nonsense",
        "#view=atlas&signed=no&without=CUB&at=XYZ&shared=-1&group=None&year=1&hide=__proto__&moved=CUB+1&moved=X+1+2",
        "#%E0%A4%A&shared=1e9&at=%00",
    ],
)
def test_a_broken_link_opens_the_page(show: Show, un_china: str, at: str) -> None:
    page = show(un_china, at=at)
    assert len(named(page)) == 133
    assert not card(page).is_visible()


def test_back_and_forward_walk_through_the_questions(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, CUBA, "signed")
    find(page, "Germany")  # at once: each is a step of its own all the same
    assert heading(page) == "Germany"
    assert address(page) == "signed=2020-10-unga3-xinjiang-cuba&at=DEU"
    page.go_back()
    assert not card(page).is_visible()
    assert len(named(page)) == 45
    page.go_back()
    assert len(named(page)) == 133
    assert row(page, CUBA).get_by_role("radio").first.is_checked()
    page.go_forward()
    assert len(named(page)) == 45


def test_back_right_after_a_change_undoes_that_change_alone(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, CUBA, "signed")
    page.evaluate(
        "() => { document.querySelector('[value=\"Asia-Pacific\"]').selected = true;"
        " document.getElementById('filter-group').dispatchEvent(new Event('change'));"
        " return new Promise((done) => {"
        " addEventListener('popstate', () => done(), { once: true }); history.back(); }); }"
    )
    assert len(named(page)) == 45
    page.go_forward()
    assert page.get_by_label("Regional group").input_value() == "Asia-Pacific"


def test_reset_leaves_nothing_in_the_address(show: Show, un_china: str) -> None:
    page = show(un_china, at="#signed=2020-10-unga3-xinjiang-cuba&at=CUB&year=2020")
    assert card(page).is_visible()
    page.get_by_role("button", name="Reset").click()
    assert address(page) == ""
    assert not card(page).is_visible()


def test_matrix_rows_are_chosen_by_click_and_told_by_pointing(show: Show, un_china: str) -> None:
    page = show(un_china)
    show_view(page, "Matrix")
    box = page.locator("#matrix").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    assert page.locator("#tip").inner_text().count(":") == 1  # "Belarus: signed" or the like
    page.mouse.click(box["x"] + 60, box["y"] + 200)
    assert heading(page) == "Belarus"  # first by side, and by how many statements name it
    page.mouse.wheel(0, 1500)
    page.evaluate(
        "() => new Promise((done, fail) => { const box = document.getElementById('matrix');"
        " const end = performance.now() + 10_000; const look = () => {"
        " if (box.scrollTop > 1000) done();"
        " else if (performance.now() > end) fail(new Error(`scrolled by ${box.scrollTop}`));"
        " else setTimeout(look); }; look(); })"
    )


def test_lines_are_drawn_for_all_who_share_as_much_or_for_none(show: Show) -> None:
    # 300 persons under one letter, the first 12 under two more: 44,850 pairs share one or more,
    # 66 share three. Nobody's line is left out for another's of the same weight.
    signed = [("one", f"p{n:03}") for n in range(300)]
    signed += [(letter, f"p{n:03}") for letter in ("two", "three") for n in range(12)]
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["one", "two", "three"]}),
        pd.DataFrame(signed, columns=["statement_id", "signatory"]),
        members="any",
    )
    page = show(explorer_page(corpus).html)
    show_view(page, "Co-signing")
    words = page.locator("#shared-words")
    assert words.inner_text() == "2 · 66 lines"
    page.get_by_role("slider").fill("1")
    assert words.inner_text() == "1 · 66 of 44,850 lines drawn, from 3 shared statements on"


def test_a_list_of_thousands_has_no_lines_and_says_so(show: Show) -> None:
    signed = pd.DataFrame({"statement_id": "one", "signatory": [f"p{n}" for n in range(2_000)]})
    corpus = Corpus(pd.DataFrame({"statement_id": ["one"]}), signed, members="any")
    page = show(explorer_page(corpus).html)
    show_view(page, "Co-signing")
    words = page.locator("#shared-words").inner_text()
    assert words == "1 · 1,999,000 lines, none drawn: a picture holds 30,000; filter to see some"
