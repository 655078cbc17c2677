"""Names in the languages of the world: what each means, and what is none without its language."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from coalitions import extract_statements
from coalitions.names import known, tables
from coalitions.names.languages import further_meanings, spelt
from coalitions.names.resolving import refusal, resolve
from coalitions.names.spelling import normalise


def rows(file: str) -> list[dict[str, str]]:
    path = resources.files("coalitions.names") / "reference" / file
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


CLDR = rows("cldr.csv")
FORMS = rows("forms.csv")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Alankomaat", "NLD"), ("Ísland", "ISL"), ("Deutschland", "DEU"), ("Ελλάδα", "GRC")),
        *(("Stati Uniti", "USA"), ("Україна", "UKR"), ("대한민국", "KOR"), ("भारत", "IND")),
        *(("ישראל", "ISR"), ("ไทย", "THA"), ("Magyarország", "HUN"), ("საქართველო", "GEO")),
        *(("ایران", "IRN"), ("Hrvatska", "HRV"), ("Việt Nam", "VNM"), ("Türkiye", "TUR")),
        *(("Países Baixos", "NLD"), ("Coreia do Sul", "KOR"), ("República da Coreia", "KOR")),
        *(("Österreich", "AUT"), ("OESTERREICH", None), ("Vereinigten Königreichs", "GBR")),
        *(("コートジボワール", "CIV"), ("大韓民国", "KOR"), ("米国", "USA"), ("EUA", "USA")),
        *(("Ilhas Salomão", "SLB"), ("Elfenbeinküste", "CIV"), ("Swasiland", "SWZ")),
    ],
)
def test_a_name_in_another_language_is_that_state(name: str, code: str | None) -> None:
    assert resolve(name).signatory == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Албании", "ALB"), ("Боснии и Герцеговины", "BIH"), ("Кот-д'Ивуара", "CIV")),
        *(("Соединенных Штатов Америки", "USA"), ("Папуа — Новой Гвинеи", "PNG"), ("Перу", "PER")),
        *(("Республики Корея", "KOR"), ("Корейской Народно-Демократической Республики", "PRK")),
        *(("Российской Федерации", "RUS"), ("Нигера", "NER"), ("Нигерии", "NGA")),
        *(("Доминики", "DMA"), ("Доминиканской Республики", "DOM"), ("Гвинеи-Бисау", "GNB")),
        *(("Польшей", "POL"), ("Беларусью", "BLR"), ("Нидерландами", "NLD"), ("Кореи", None)),
        *(("Albaniens", "ALB"), ("Österreichs", "AUT"), ("Irlands", "IRL"), ("Nigers", "NER")),
    ],
)
def test_a_name_in_another_case_is_that_state(name: str, code: str | None) -> None:
    assert resolve(name).signatory == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("United Republic of Cameroon", "CMR"), ("Cameroon, United Republic of", "CMR")),
        *(("Micronesia (Federal States of)", "FSM"), ("Germany, Federal Republic of", "DEU")),
        *(("Upper Volta", "BFA"), ("Byelorussian SSR", "BLR"), ("Khmer Republic", "KHM")),
        *(("Democratic Kampuchea", "KHM"), ("Ceylon", "LKA"), ("Dahomey", "BEN")),
        *(("People's Republic of Bulgaria", "BGR"), ("Muscat and Oman", "OMN")),
    ],
)
def test_a_name_of_another_decade_is_the_state_that_still_is(name: str, code: str) -> None:
    assert resolve(name).signatory == code


def test_every_row_means_what_it_says_or_is_refused_with_all_that_it_may_mean() -> None:
    wrong = []
    for row in CLDR:
        found = resolve(row["written"] or row["key"])
        named = tables().states[row["signatory"]]["name"]
        if found.signatory != row["signatory"] and named not in found.suggestions:
            wrong.append((row["key"], row["signatory"], found))
    alone = {"guiana", "islands"}
    for row in FORMS:
        if normalise(row["alias"]) not in alone:
            assert resolve(row["alias"]).signatory == row["signatory"], row
    assert [each for each in wrong if each[0] not in alone] == []


def test_the_tables_are_tidy_and_hold_nothing_that_ours_hold() -> None:
    ours = tables()
    keys = [row["key"] for row in CLDR]
    assert keys == sorted(keys)
    for row in CLDR:
        assert known(row["signatory"]), row
        assert row["key"] not in ours.keys, row
        assert row["key"] not in ours.ambiguous, row
        assert row["key"] not in ours.groups, row
        assert normalise(row["key"]) == row["key"], row
        assert not row["written"] or normalise(row["written"]) == row["key"], row
    for row in FORMS:
        key = normalise(row["alias"])
        assert known(row["signatory"]), row
        assert key not in ours.keys, row
        assert key not in ours.ambiguous, row
    order = [(row["language"], row["signatory"], row["note"], row["alias"]) for row in FORMS]
    assert order == sorted(set(order))


def test_a_spelling_of_two_languages_for_two_states_is_refused_with_both() -> None:
    found = resolve("Kongo")
    assert found.kind == "ambiguous"
    assert refusal(found) == (
        '"Kongo" may be Congo or the Democratic Republic of the Congo: write one of them'
    )


def test_what_our_own_rules_refuse_stays_refused() -> None:
    for name in ("Korea", "Corea", "Corée", "Корея", "República de China", "Soviet Union"):
        assert resolve(name).kind == "ambiguous", name
    for name in ("Republik China", "República da China", "Guinea-Bisau", "Papua", "Georgia State"):
        assert resolve(name).signatory is None, name


@pytest.mark.parametrize("word", ["ao", "y", "bi", "us", "end", "sin", "my", "Islands", "Guiana"])
def test_a_word_that_is_a_name_somewhere_is_none_here(word: str) -> None:
    assert resolve(word).signatory is None


def test_short_names_count_as_they_are_written() -> None:
    assert resolve("Áo").signatory == "AUT"
    assert spelt("ABD", "abd")[0].code == "USA"
    assert spelt("abd", "abd") == []
    assert {each.code for each in further_meanings("kongo")} == {"COD", "COG"}


def test_names_of_a_language_count_in_a_text_of_that_language() -> None:
    finnish = "Signatories: Alankomaat, Itävalta, Ruotsi, Viro, Suomi"
    assert extract_statements(finnish).statements["signatories"].tolist() == [
        ("NLD", "AUT", "SWE", "EST", "FIN")
    ]
    english = "Signatories: Albania, Chad and Peru. An Island, and Ira, spoke of Kina."
    assert extract_statements(english).statements["signatories"].tolist() == [("ALB", "TCD", "PER")]
