"""The tables that names resolve to: complete, unambiguous, sorted."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from coalitions.names import resolving as names
from coalitions.names.gazetteer import aliases, known, states
from coalitions.names.resolving import resolve
from coalitions.names.spelling import normalise

REFERENCE = Path(names.__file__).parent / "reference"


def read(file: str) -> list[dict[str, str]]:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


ALL = read("states.csv")
STATES = [row for row in ALL if row["kind"] != "former"]
ALIASES = read("aliases.csv")
GROUPS = read("groups.csv")


def test_193_members_2_observers_and_6_others() -> None:
    kinds = Counter(row["kind"] for row in STATES)
    assert kinds == {"member": 193, "observer": 2, "non-member": 6}
    others = [row["signatory"] for row in STATES if row["kind"] != "member"]
    assert others == ["COK", "EUE", "NIU", "PSE", "TWN", "VAT", "XKX", "XOM"]


def test_the_regional_groups_have_the_sizes_that_the_united_nations_gives() -> None:
    groups = Counter(row["group"] for row in STATES)
    # 54 + 54 + 23 + 33 + 29 = 193, the United States counted; "" for the eight that are no members.
    assert groups == {
        "African": 54,
        "Asia-Pacific": 54,
        "Eastern European": 23,
        "Latin American and Caribbean": 33,
        "Western European and others": 29,
        "": 8,
    }


@pytest.mark.parametrize(
    ("signatory", "group"),
    [
        ("USA", "Western European and others"),
        ("TUR", "Western European and others"),
        ("ISR", "Western European and others"),
        ("AUS", "Western European and others"),
        ("KIR", "Asia-Pacific"),
        ("CYP", "Asia-Pacific"),
        ("KAZ", "Asia-Pacific"),
        ("GEO", "Eastern European"),
        ("EST", "Eastern European"),
        ("PSE", ""),
    ],
)
def test_the_groups_that_surprise(signatory: str, group: str) -> None:
    assert {row["signatory"]: row["group"] for row in STATES}[signatory] == group


def test_dates_of_admission_add_up_to_the_published_growth() -> None:
    admitted = [date.fromisoformat(row["admitted"]) for row in STATES if row["admitted"]]
    assert len(admitted) == 193
    # Members at the end of a year as the United Nations publishes them: 51 in 1945, 76 in 1955,
    # 99 in 1960, 127 in 1970, 154 in 1980, 159 in 1990, 185 in 1995, 189 in 2000, 193 in 2011.
    # From them go the members that are no more: Czechoslovakia and Yugoslavia (to 1992) and, from
    # their admission to their union, the German Democratic Republic (1973 to 1990) and Democratic
    # Yemen (1967 to 1990). Yugoslavia's seat lapsed in 1992 and was vacant but counted until 2000.
    counted = {year: sum(day.year <= year for day in admitted) for year in (1945, 1955, 1970)}
    assert counted == {1945: 51 - 2, 1955: 76 - 2, 1970: 127 - 3}
    # 1960: 99 counts the United Arab Republic once, for Egypt and Syria.
    assert sum(day.year <= 1960 for day in admitted) == 99 - 2 + 1
    # 1980: Czechoslovakia, Yugoslavia, the German Democratic Republic, Democratic Yemen.
    assert sum(day.year <= 1980 for day in admitted) == 154 - 4
    # 1990: the two unions are done.
    assert sum(day.year <= 1990 for day in admitted) == 159 - 2
    assert sum(day.year <= 1995 for day in admitted) == 185 - 1
    assert sum(day.year <= 2000 for day in admitted) == 189
    assert sum(day.year <= 2011 for day in admitted) == 193


@pytest.mark.parametrize(
    ("signatory", "admitted"),
    [
        *(("DEU", "1973-09-18"), ("RUS", "1945-10-24"), ("CHN", "1945-10-24")),
        *(("SRB", "2000-11-01"), ("CZE", "1993-01-19"), ("YEM", "1947-09-30")),
        *(("TZA", "1961-12-14"), ("EGY", "1945-10-24"), ("SSD", "2011-07-14")),
    ],
)
def test_seats_that_passed_on(signatory: str, admitted: str) -> None:
    assert {row["signatory"]: row["admitted"] for row in STATES}[signatory] == admitted


def test_labels_are_short_and_unique_and_resolve() -> None:
    shorts = [row["short"] for row in ALL]
    assert max(map(len, shorts)) <= 14
    assert len(set(shorts)) == len(shorts)
    for row in STATES:
        assert resolve(row["short"]).signatory == row["signatory"]
        assert resolve(row["name"]).signatory == row["signatory"]


def test_every_code_resolves_in_capitals_except_the_word_and() -> None:
    refused = [row["signatory"] for row in STATES if not resolve(row["signatory"]).signatory]
    assert refused == ["AND"]
    assert all(known(row["signatory"]) for row in STATES)
    for row in STATES:
        assert resolve(row["signatory"]).signatory in {row["signatory"], None}


def test_the_public_table_is_the_file() -> None:
    table = states()
    assert table.to_dict("records") == ALL
    assert list(table.index) == list(range(210))
    table.loc[0, "name"] = "changed"
    assert states().loc[0, "name"] == "Afghanistan"


def test_every_spelling_leads_to_one_state_unless_declared_ambiguous() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for row in STATES:
        meant[normalise(row["name"])].add(row["signatory"])
    for row in ALIASES:
        if row["kind"] in {"name", "former"}:
            meant[normalise(row["alias"])].add(row["signatory"])
    assert [key for key, codes in meant.items() if len(codes) != 1 or not key] == []
    ambiguous = {normalise(row["alias"]) for row in ALIASES if row["kind"] == "ambiguous"}
    groups = {normalise(row["alias"]) for row in GROUPS}
    assert meant.keys().isdisjoint(ambiguous)
    assert meant.keys().isdisjoint(groups)
    assert ambiguous.isdisjoint(groups)
    # A key stays a key: its own normal form is itself.
    assert [key for key in meant if normalise(key) != key] == []


def test_every_alias_resolves_as_its_row_says() -> None:
    for row in ALIASES:
        found = resolve(row["alias"])
        if row["kind"] == "ambiguous":
            assert found.kind == "ambiguous", row
            assert len(set(found.suggestions)) == len(found.suggestions)
        else:
            assert found.signatory == row["signatory"], row
            if row["kind"] != "acronym":
                assert resolve(row["alias"].upper()).signatory in {row["signatory"], None}


def test_an_acronym_is_no_other_states_code_and_no_name() -> None:
    for row in ALIASES:
        if row["kind"] == "acronym":
            assert not known(row["alias"]) or row["alias"] == row["signatory"]


@pytest.mark.parametrize("column", ["kind", "language", "signatory"])
def test_the_cells_of_the_alias_table_are_of_the_listed_values(column: str) -> None:
    allowed = {
        "kind": {"name", "acronym", "former", "ambiguous"},
        "language": {"en", "fr", "es", "ru", "ar", "zh", "zh-Hant", "ja"},
        "signatory": {row["signatory"] for row in STATES},
    }
    assert {row[column] for row in ALIASES} <= allowed[column]


def test_years_are_years_in_order() -> None:
    for row in ALIASES:
        since, until = row["since"], row["until"]
        assert all(not year or (len(year) == 4 and year.isdigit()) for year in (since, until))
        assert not (since and until) or int(since) <= int(until), row


def test_every_state_has_its_name_in_the_six_languages() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for row in ALIASES:
        if row["kind"] in {"name", "former"}:
            found[row["signatory"]].add(row["language"])
    for row in STATES:
        # French and Spanish often write the name as English does, which is then not entered twice.
        assert {"ru", "ar", "zh"} <= found[row["signatory"]], row["signatory"]


def test_the_tables_are_sorted_and_have_no_row_twice() -> None:
    order = [(r["signatory"], r["kind"], r["language"], r["alias"]) for r in ALIASES]
    assert order == sorted(set(order))
    assert [r["signatory"] for r in STATES] == sorted({r["signatory"] for r in STATES})
    by_name = [(r["name"], r["alias"]) for r in GROUPS]
    assert by_name == sorted(set(by_name))


def test_no_cell_has_white_space_at_its_ends_or_invisible_characters() -> None:
    for row in [*STATES, *ALIASES, *GROUPS]:
        for cell in row.values():
            assert cell == " ".join(cell.split())
            assert cell.isprintable()


def test_aliases_for_a_search_hold_every_spelling_sorted() -> None:
    found = aliases()
    assert list(found) == [row["signatory"] for row in ALL]
    assert {"Myanmar", "Burma", "缅甸", "緬甸", "Birmanie", "Мьянма"} <= set(found["MMR"])
    assert {"US", "United States of America", "U.S.A"}.intersection(found["USA"])
    assert all(list(spellings) == sorted(set(spellings)) for spellings in found.values())
    assert "Korea" not in found["KOR"]
    found.clear()
    assert aliases()
