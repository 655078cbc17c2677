"""A name as written becomes a state, or is refused with a reason; nothing is guessed."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions.names.resolving import refusal, resolve
from coalitions.names.table import resolve_names

DATA = Path(__file__).parent.parent / "data"


def code(name: str) -> str | None:
    return resolve(name).signatory


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        ("Cuba", "CUB"),
        ("CUBA", "CUB"),
        ("CUB", "CUB"),
        ("the Plurinational State of Bolivia", "BOL"),
        ("Venezuela, Bolivarian Republic of", "VEN"),
        ("the Lao People’s Democratic Republic", "LAO"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Gambia (Republic of The)", "GMB"),
        ("Korea, Republic of", "KOR"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo-Kinshasa", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("the Congo", "COG"),
        ("St. Vincent & the Grenadines", "VCT"),
        ("the U.K.", "GBR"),
        ("U. S.", "USA"),
        ("UAE", "ARE"),
        ("DRC", "COD"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("CAR", "CAF"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Turkey", "TUR"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Nauru", "NRU"),
        ("State of Palestine", "PSE"),
        ("Saint-Siège", "VAT"),
        ("Kosovo*", "XKX"),
        ("Taiwan Province of China", "TWN"),
        ("European Union", "EUE"),
    ],
)
def test_names_of_statements_and_of_the_press_resolve(written: str, signatory: str) -> None:
    assert code(written) == signatory


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        ("Corée du Nord", "PRK"),
        ("Pays-Bas", "NLD"),
        ("Birmanie", "MMR"),
        ("la Chine", "CHN"),
        ("Costa de Marfil", "CIV"),
        ("EE. UU.", "USA"),
        ("Белоруссия", "BLR"),
        ("КНДР", "PRK"),
        ("Соединённые Штаты Америки", "USA"),
        ("الإمارات العربية المتحدة", "ARE"),
        ("سوريا", "SYR"),
        ("缅甸", "MMR"),
        ("緬甸", "MMR"),
        ("白俄羅斯", "BLR"),
        ("刚果（金）", "COD"),
        ("沙烏地阿拉伯", "SAU"),
        ("グレナダ", "GRD"),
    ],
)
def test_the_six_languages_and_the_scripts_of_the_corpora_resolve(
    written: str, signatory: str
) -> None:
    assert code(written) == signatory


@pytest.mark.parametrize(
    ("written", "signatory", "kind"),
    [
        # What other libraries made of these is in the comment.
        ("Guinea-Bisau", None, "unknown"),  # Guinea
        ("Republic of Congo", "COG", "member"),  # Togo
        ("Niger", "NER", "member"),  # Nigeria
        ("Republic of Korea", "KOR", "member"),  # North Korea
        ("China (Taiwan)", "TWN", "non-member"),  # China
        ("Group of 77 and China", None, "group"),  # China
        ("Pakistan on behalf of the OIC", None, "unknown"),  # Pakistan
        ("and", None, "unknown"),  # Andorra
        ("AND", None, "ambiguous"),  # Andorra
        ("NA", None, "unknown"),  # Namibia
        ("Georgia State", None, "unknown"),  # Georgia
        ("Chad Wilson", None, "unknown"),  # Chad
        ("CD", None, "unknown"),  # a two-letter code is none of ours
    ],
)
def test_what_other_libraries_get_wrong(written: str, signatory: str | None, kind: str) -> None:
    assert resolve(written)[1:3] == (signatory, kind)


@pytest.mark.parametrize(
    ("misspelt", "suggested"),
    [
        ("Kyrgyztan", ("Kyrgyzstan",)),
        ("Guinea-Bisau", ("Guinea-Bissau",)),
        ("Cote dIvore", ("Côte d'Ivoire",)),
        ("Phillipines", ("Philippines",)),
        ("Cuba?", ("Cuba",)),
        ("Austrai", ("Australia", "Austria")),
        ("uae", ("United Arab Emirates",)),
        ("us", ("United States of America",)),
    ],
)
def test_a_misspelling_is_unknown_and_the_nearest_names_are_suggested(
    misspelt: str, suggested: tuple[str, ...]
) -> None:
    assert resolve(misspelt) == (misspelt, None, "unknown", suggested)


@pytest.mark.parametrize(
    "other",
    [
        *("", " ", "the", "lorem ipsum", "Berlin", "Hong Kong", "Western Sahara", "French Guiana"),
        *("Scotland", "Northern Ireland", "Greenland", "Pakistan on behalf of the OIC", "Kingdom"),
    ],
)
def test_what_is_no_state_and_no_slip_of_the_pen_gets_no_suggestion(other: str) -> None:
    assert resolve(other) == (other, None, "unknown", ())


def test_acronyms_count_in_capitals_only() -> None:
    assert code("US") == "USA"
    assert code("the U.S.") == "USA"
    assert code("us") is None
    assert code("car") is None
    assert code("cub") is None


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("Korea", ("Democratic People's Republic of Korea", "Republic of Korea")),
        ("Corée", ("Democratic People's Republic of Korea", "Republic of Korea")),
        # Said in 2020 for one of the two (see data/SOURCES.md).
        (
            "Democratic Republic of Korea",
            ("Democratic People's Republic of Korea", "Democratic Republic of the Congo"),
        ),
        ("Republic of China", ("China", "Taiwan")),
        ("Czechoslovakia", ("Czechia", "Slovakia")),
        ("East Germany", ("Germany",)),
        ("刚果", ("Congo", "Democratic Republic of the Congo")),
    ],
)
def test_an_ambiguous_name_is_refused_with_its_candidates(
    written: str, candidates: tuple[str, ...]
) -> None:
    assert resolve(written) == (written, None, "ambiguous", candidates)


def test_the_soviet_union_and_yugoslavia_suggest_all_their_successors() -> None:
    assert len(resolve("USSR").suggestions) == 15
    assert len(resolve("Yugoslavia").suggestions) == 6


@pytest.mark.parametrize(
    "group",
    [
        *("Group of 77 and China", "the African Group", "Arab Group", "OIC", "GCC", "LMG"),
        *("Organization of Islamic Cooperation", "Non-Aligned Movement", "Nordic countries"),
        *("Group of Friends in Defense of the Charter of the UN", "Core Group", "CARICOM"),
        *("ASEAN", "BRICS", "WEOG", "GRULAC", "AOSIS", "Pacific Islands Forum", "Baltic states"),
    ],
)
def test_a_group_is_recognised_and_never_a_state(group: str) -> None:
    assert resolve(group) == (group, None, "group", ())


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "Cote dIvore",
            '"Cote dIvore" is not a known state (did you mean "Côte d\'Ivoire"?)',
        ),
        (
            "Austrai",
            '"Austrai" is not a known state (did you mean "Australia" or "Austria"?)',
        ),
        ("lorem ipsum", '"lorem ipsum" is not a known state'),
        (
            "Korea",
            (
                '"Korea" may be the Democratic People\'s Republic of Korea '
                "or the Republic of Korea: write one of them"
            ),
        ),
        (
            "Serbia and\nMontenegro",
            (
                '"Serbia and Montenegro" is a state that is no more (2003 to 2006; its code '
                "is SCG), followed by "
                "Montenegro and Serbia: whether a successor stands for it is yours to decide; "
                "two states are written apart, by a comma or line by line"
            ),
        ),
        ("AND", '"AND" is not clear: write "Andorra" if that is meant'),
        ("African Group", '"African Group" is a group, not a state: name its members'),
    ],
)
def test_a_refusal_says_why_and_what_to_do(written: str, line: str) -> None:
    assert refusal(resolve(written)) == line


def test_what_resolves_has_no_refusal() -> None:
    with pytest.raises(ValueError, match='"Cuba" is not refused: it is CUB'):
        refusal(resolve("Cuba"))


def test_resolve_names_is_one_row_a_name_in_order() -> None:
    given_names = ["Kyrgyztan", "Cuba", "Korea", "Cuba", "Kosovo", "Palestine"]
    table = resolve_names(iter(given_names))
    assert list(table.columns) == ["name", "signatory", "kind", "suggestions"]
    assert table["name"].tolist() == given_names
    # None, not NaN: a reader can write `is None`.
    assert table["signatory"].tolist() == [None, "CUB", None, "CUB", "XKX", "PSE"]
    assert table["kind"].tolist() == [
        *("unknown", "member", "ambiguous", "member", "non-member", "observer")
    ]
    assert table["suggestions"].map(type).eq(tuple).all()
    assert resolve_names([]).shape == (0, 4)


def test_what_is_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="a name must be text, not float: nan"):
        resolve(float("nan"))  # type: ignore[arg-type]


@given(st.text())
def test_no_text_makes_it_fail_and_every_answer_is_one_of_the_kinds(text: str) -> None:
    found = resolve(text)
    assert found.name == text
    assert (found.signatory is None) == (found.kind in {"unknown", "ambiguous", "group"})
    assert len(found.suggestions) <= 15
    if found.signatory is None:
        assert "\n" not in refusal(found)


# Refused for a reason: the first is misspelt by its source, the second does not say which one
# (the vote's source means the Republic of Korea, as the list of Council members shows).
REFUSED = {"Kyrgyztan", "Korea"}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("un-china/signatures.csv", "signatory"),
        ("unga75/signatures.csv", "signatory"),
        ("un-china/votes.csv", "iso3"),
    ],
)
def test_every_name_of_the_corpora_resolves_to_the_code_beside_it(table: str, column: str) -> None:
    with (DATA / table).open(encoding="utf-8", newline="") as stream:
        rows = [(row["name_as_written"], row[column]) for row in csv.DictReader(stream)]
    assert rows
    wrong = {(name, want, code(name)) for name, want in rows if code(name) != want}
    assert {name for name, _, _ in wrong} <= REFUSED
    assert {found for _, _, found in wrong} <= {None}


def test_resolving_a_name_does_not_load_pandas() -> None:
    # The package's own front door is left out: what counts is what this module needs.
    program = (
        "import importlib.util, sys\n"
        "spec = importlib.util.find_spec('coalitions')\n"
        "sys.modules['coalitions'] = importlib.util.module_from_spec(spec)\n"
        "from coalitions.names.resolving import resolve\n"
        "print(resolve('Cuba').signatory, 'pandas' in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert run.stdout.split() == ["CUB", "False"], run.stderr
