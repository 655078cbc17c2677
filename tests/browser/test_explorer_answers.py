"""The same answer in words, table, picture, file, and in the tables of ``coalitions overlap``."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from pages import (
    CANADA_2022,
    CUBA,
    GERMANY,
    HONG_KONG_JUNE,
    VIEWS,
    answer,
    choose,
    download,
    named,
    picture,
    show_view,
)

from coalitions import load, pairs
from coalitions.looks import SIDE_COLOURS

if TYPE_CHECKING:
    import pandas as pd
    from pages import Show
    from playwright.sync_api import Page

JUNE = "2020-06-hrc44-hongkong-cuba"
OCTOBER = "2020-10-unga3-xinjiang-cuba"
CANADA = "2022-10-unga3-xinjiang-canada"


def csv_keys(page: Page) -> list[str]:
    table = csv.DictReader(io.StringIO(download(page, "CSV").decode()))
    return [row["signatory"] for row in table]


def lit(page: Page) -> set[str]:
    """Return the signatories whose circles stand out in the picture.

    Circles are drawn in the order of the data; those that step back are half transparent.
    """
    data = json.loads(page.locator("#coalitions-data").text_content() or "")
    keys = [node["key"] for node in data["nodes"] if node["kind"] == "signatory"]
    drawn = [
        path
        for path in picture(page).iter("{http://www.w3.org/2000/svg}path")
        if path.get("fill") in SIDE_COLOURS.values()
        and "0 1 0" in str(path.get("d"))  # a full circle, and
        and path.get("transform")  # not one of the legend's, which stand at their own size
    ]
    assert len(drawn) == len(keys)
    return {
        key for key, path in zip(keys, drawn, strict=True) if float(path.get("opacity", 1)) == 1
    }


def overlap(a: str, b: str) -> list[str]:
    table = pairs(load("un-china")).set_index(["a", "b"])
    return list(table.loc[(a, b), "members"])


def test_who_signed_both_cuban_statements(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, CUBA, "signed")
    choose(page, HONG_KONG_JUNE, "signed")
    assert answer(page).startswith("37 of 195 states signed both")
    assert len(named(page)) == 37
    assert sorted(csv_keys(page)) == sorted(overlap(JUNE, OCTOBER))
    assert lit(page) == set(overlap(JUNE, OCTOBER))


def test_who_crossed_over(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, HONG_KONG_JUNE, "signed")
    choose(page, CANADA_2022, "signed")
    assert "1 of 195" in answer(page)
    assert named(page) == ["Somalia"]
    assert csv_keys(page) == overlap(JUNE, CANADA) == ["SOM"]
    assert lit(page) == {"SOM"}


def test_who_left(show: Show, un_china: str) -> None:
    # Read off data/un-china: of Germany's 39, all but these three stand among Canada's 50.
    page = show(un_china)
    choose(page, GERMANY, "signed")
    choose(page, CANADA_2022, "did not sign")
    assert "3 of 195" in answer(page)
    assert csv_keys(page) == ["BIH", "HTI", "HND"]  # by name: Bosnia-Herz., Haiti, Honduras
    assert lit(page) == {"BIH", "HTI", "HND"}


def test_the_answer_is_the_same_in_each_view(show: Show, un_china: str) -> None:
    page = show(un_china)
    choose(page, CUBA, "signed")
    before = answer(page), named(page)
    for view in VIEWS:
        show_view(page, view)
        assert (answer(page), named(page)) == before


def test_regions_are_those_of_the_tables(
    show: Show, un_china: str, region_table: pd.DataFrame
) -> None:
    table = region_table
    short = load("un-china").signatories.set_index("signatory")["short"]
    page = show(un_china)
    page.get_by_role("button", name="Show all 74 regions").click()
    rows = page.locator("button.region")
    assert rows.count() == len(table) == 74
    numbers = page.locator("button.region .amount").all_inner_texts()
    assert [int(number) for number in numbers] == table["exclusive"].tolist()
    for place in (0, 2, 40):
        rows.nth(place).click()
        assert rows.nth(place).get_attribute("aria-pressed") == "true"
        found = named(page)
        assert any(set(found) == {short[key] for key in row} for row in table["members"])
        assert answer(page).startswith(f"{table['exclusive'][place]} of 195")
        assert len(found) == table["exclusive"][place]
        rows.nth(place).click()
        assert len(named(page)) == 133


def test_the_sentence_of_a_region_has_its_exact_bounds(
    show: Show, un_china: str, region_table: pd.DataFrame
) -> None:
    row = region_table.iloc[2]  # 0 to 15, with ten partial lists to be on or off
    page = show(un_china)
    page.locator("button.region").nth(2).click()
    assert f"between {row['exclusive_min']} and {row['exclusive_max']};" in answer(page)
