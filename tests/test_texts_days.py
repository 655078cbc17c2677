"""The day of a statement: taken where its sentence says it without doubt, and nowhere else."""

from __future__ import annotations

import json
import warnings

import pytest

from coalitions import extract_statements, load

BEHALF = "delivered a joint statement on behalf of 39 countries"
DATED = [
    "On 6 October 2020, on behalf of 39 countries, Germany made a joint statement on Xinjiang.",
    f"On 6 October 2020, Germany {BEHALF}.",
    f"On Tuesday, 6 October 2020, Ambassador Heusgen of Germany {BEHALF}.",
    f"On 6 October 2020, in the Third Committee, Germany {BEHALF}.",
    f"Germany, on 6 October 2020, {BEHALF}.",
    f"Germany on October 6, 2020 {BEHALF}.",
    "The joint statement of 6 October 2020 was signed by Albania, Chad and Peru.",
    "The statement was delivered by Germany on 6 October 2020 on behalf of Albania, Chad and Peru.",
    "On 6 October 2020, Albania, Chad and Peru issued a joint statement.",
    "On 6 October 2020, 39 countries issued a joint statement on Xinjiang.",
    "On 6 October 2020, a group of 39 countries issued a joint statement on Xinjiang.",
    "Le 6 octobre 2020, au nom de 39 pays, l'Allemagne a fait une déclaration commune.",
    "El 6 de octubre de 2020, en nombre de 39 países, Alemania pronunció una declaración conjunta.",
    "Em 6 de outubro de 2020, em nome de 39 países, a Alemanha fez uma declaração conjunta.",
    "Am 6. Oktober 2020 gab Deutschland im Namen von 39 Staaten eine gemeinsame Erklärung ab.",
    "6 октября 2020 года от имени 39 стран Германия выступила с совместным заявлением.",
    "2020年10月6日，德国代表39个国家发表联合声明。",
]
#: A day of something else, or of nobody knows what.
UNDATED = [
    "On 6 October 2020, a joint statement was discussed. Cuba and Peru signed a letter.",
    "On 30 June 2020 China passed a law that Germany criticised on behalf of 27 countries.",
    "In response to the letter of 5 May 2020, Germany made a statement on behalf of 39 countries.",
    f"Germany {BEHALF} on the election on 9 August 2020 in Belarus.",
    "Germany criticised in a joint statement on behalf of 39 countries the law of 30 June 2020.",
    f"On the occasion of 10 December 2020, Germany {BEHALF}.",
    f"On 6 October, Germany {BEHALF}.",
    f"On 31 June 2020, Germany {BEHALF}.",
    "By 6 October 2020, Albania, Chad and Peru had signed the statement.",
    "Since 6 October 2020, Albania, Chad and Peru have signed the statement.",
    f"Germany {BEHALF}.",
]


@pytest.mark.parametrize("text", DATED)
def test_a_day_that_is_said_without_doubt_is_taken(text: str) -> None:
    assert extract_statements(text).statements["date"].tolist() == ["2020-10-06"]


@pytest.mark.parametrize("text", UNDATED)
def test_a_day_of_something_else_is_not_taken(text: str) -> None:
    assert extract_statements(text).statements["date"].tolist() == [""]


def test_of_two_days_none_is_taken_and_it_is_said() -> None:
    text = (
        "On 6 October 2020, Germany on behalf of 39 countries criticised the law of 30 June 2020."
    )
    with pytest.warns(
        UserWarning, match="statement-1: its sentence names 6 October 2020 and 30 June"
    ):
        found = extract_statements(text)
    assert found.statements["date"].tolist() == [""]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        given = extract_statements(text, date="2020-10-06")
    assert given.statements["date"].tolist() == ["2020-10-06"]


def test_each_statement_has_its_own_day() -> None:
    text = f"On 6 October 2020, Germany {BEHALF}. On 7 October 2020, Cuba {BEHALF}."
    assert extract_statements(text).statements["date"].tolist() == ["2020-10-06", "2020-10-07"]


def test_names_are_those_of_the_day_that_the_text_says() -> None:
    text = (
        "On 6 October 1985, on behalf of 3 countries, the USSR delivered a joint statement: "
        "Cuba, the USSR and Yugoslavia."
    )
    found = extract_statements(text)
    assert found.statements["lead"].tolist() == ["SUN"]
    assert found.statements["signatories"].tolist() == [("CUB", "SUN", "YUG")]
    # Nobody leads a list because a name in it was unclear without its date.
    listed = "Signatories: Cuba, the USSR and Yugoslavia"
    assert extract_statements(listed, date="1985").statements["lead"].tolist() == [None]


def test_a_day_goes_along_into_tables_and_corpora(run, tmp_path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text(
        "On 6 October 2020, Albania, Chad and Peru issued a joint statement.", "utf-8"
    )
    assert load(letter).statements["date"].astype(str).tolist() == ["2020-10-06"]
    assert "2020-10-06" in run("extract", letter).out
    table = tmp_path / "list.csv"
    table.write_text(run("extract", letter, "--format", "csv").out, "utf-8")
    assert load(table).statements["date"].astype(str).tolist() == ["2020-10-06"]
    told = json.loads(run("extract", letter, "--format", "json").out)
    assert told["statements"][0]["date"] == "2020-10-06"
    corpus = extract_statements(letter.read_text("utf-8")).corpus()
    assert corpus.statements["date"].astype(str).tolist() == ["2020-10-06"]
