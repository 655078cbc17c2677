"""On the page of a corpus with sides of its own: legend, filters, matrix, card and table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from pages import card, find, named, picture, show_view

from coalitions import Corpus, explorer_page
from coalitions.looks import FURTHER_COLOURS, SIDE_COLOURS

if TYPE_CHECKING:
    from pages import Show

#: Each statement: its side, its day, who is under it.
LISTS = {
    "r1-y": ("Yes", "2020-01-01", "CUB PER CHL ARG"),
    "r1-n": ("No", "2020-01-01", "FRA DEU"),
    "r1-a": ("Abstain", "2020-01-01", "KEN JPN"),
    "r2-y": ("Yes", "2021-01-01", "CUB PER FRA"),
    "r2-n": ("No", "2021-01-01", "DEU CHL"),
    "r2-a": ("Abstain", "2021-01-01", "KEN ARG"),
}


@pytest.fixture(scope="module")
def votes() -> str:
    about = [(key, side, day) for key, (side, day, _) in LISTS.items()]
    names = [(key, who) for key, (_, _, them) in LISTS.items() for who in them.split()]
    corpus = Corpus(
        pd.DataFrame(about, columns=["statement_id", "stance", "date"]),
        pd.DataFrame(names, columns=["statement_id", "signatory"]),
    )
    return explorer_page(corpus).html


def test_a_page_of_three_sides_speaks_of_these(show: Show, votes: str) -> None:
    page = show(votes)
    legend = page.locator("#legend label").all_inner_texts()
    words = [re.sub(r"\s*\d.*", "", text, flags=re.DOTALL).strip() for text in legend]
    assert words == ["Yes", "No", "Abstain", "Several sides"]
    assert not re.search(r"supporting|critical|\bboth sides", page.locator("body").inner_text())
    # Within one year who was on several sides is on one.
    page.get_by_label("Year").select_option("2021")
    find(page, "Argentina")
    assert "Several sides over all statements" in card(page).inner_text()
    assert "Abstain in view" in card(page).inner_text()
    page.get_by_label("Year").select_option("")
    assert re.search(r"Yes 1\b", card(page).inner_text())
    page.get_by_role("button", name="Close the card").click()
    page.locator("#legend").get_by_label("Abstain").uncheck()
    assert set(named(page)) == {"Argentina", "Chile", "Cuba", "France", "Germany", "Peru"}
    page.locator("#legend").get_by_label("Abstain").check()
    show_view(page, "Matrix")
    fills = {path.get("fill") for path in picture(page).iter() if path.get("fill")}
    colours = {SIDE_COLOURS[side] for side in ("support", "critical", "both")}
    assert colours | {FURTHER_COLOURS[0]} <= fills
