"""A list is cut into names at the right places, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions.names.gazetteer import states
from coalitions.names.resolving import resolve, split_list
from coalitions.names.translations import called_in

PROSE = (
    "Austria, Bosnia and\nHerzegovina, the Democratic\nPeople's Republic of Korea, Iran (Islamic\n"
    "Republic of), Congo, Democratic Republic of the, Trinidad\nand Tobago, and the Netherlands."
)


def codes(names: list[str]) -> list[str | None]:
    """Return what each name resolves to."""
    return [resolve(name).signatory for name in names]


def test_prose_is_cut_at_commas_and_and_but_not_inside_names_or_at_line_breaks() -> None:
    assert codes(split_list(PROSE)) == ["AUT", "BIH", "PRK", "IRN", "COD", "TTO", "NLD"]
    assert split_list(PROSE)[2] == "the Democratic People's Republic of Korea"
    assert split_list(PROSE)[-1] == "the Netherlands"


@pytest.mark.parametrize(
    "text",
    [
        "Cuba\nKorea, Republic of\nBosnia and Herzegovina\nthe Netherlands\n",
        "Cuba,\nKorea, Republic of,\nBosnia and Herzegovina,\nthe Netherlands",
        "Cuba,\nKorea, Republic of,\nBosnia and Herzegovina\nand the Netherlands.",
        "Cuba;\r\nKorea, Republic of;\r\nBosnia and Herzegovina;\r\nthe Netherlands;\r\n",
        "1. Cuba\n2. Korea, Republic of\n3) Bosnia and\n   Herzegovina\n(4) the Netherlands",
        "• Cuba\n• Korea, Republic of\n- Bosnia and Herzegovina\n* the Netherlands",
        "\ufeff# signed\n\nCuba\nKorea, Republic of\n\n # x\nBosnia and Herzegovina\nNetherlands",
        "Cuba; Korea, Republic of; Bosnia & Herzegovina as well as the Netherlands",
        "Cuba, Korea, Republic of, Bosnia and Herzegovina and the Netherlands",
        "Cuba、 Korea, Republic of， Bosnia and Herzegovina、 the Netherlands。",
    ],
)
def test_every_usual_form_of_a_list_gives_the_same_states(text: str) -> None:
    assert codes(split_list(text)) == ["CUB", "KOR", "BIH", "NLD"]


def test_a_line_break_parts_names_only_in_a_list_of_one_a_line() -> None:
    # The same two words: a name broken over lines in prose, two lines of a list elsewhere.
    assert split_list("Cuba, South\nSudan, Fiji") == ["Cuba", "South Sudan", "Fiji"]
    assert split_list("Cuba\nSouth\nSudan\nFiji") == ["Cuba", "South", "Sudan", "Fiji"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Niger, Republic of Korea", ["Niger", "Republic of Korea"]),
        ("Korea, South Sudan", ["Korea", "South Sudan"]),
        ("Guinea, Bissau", ["Guinea", "Bissau"]),
        ("Gambia, the Netherlands", ["Gambia", "the Netherlands"]),
        ("Gambia, The, Netherlands", ["Gambia, The", "Netherlands"]),
        ("Serbia, Montenegro", ["Serbia", "Montenegro"]),
        ("Trinidad and Tobago and Tonga", ["Trinidad and Tobago", "Tonga"]),
        ("Group of 77 and China, Cuba", ["Group of 77 and China", "Cuba"]),
        ("the U.K. and the U.S.", ["the U.K.", "the U.S."]),
    ],
)
def test_the_longest_known_spelling_wins_and_no_other_is_joined(
    text: str, pieces: list[str]
) -> None:
    assert split_list(text) == pieces


def test_what_is_no_name_comes_back_to_be_refused() -> None:
    text = "The following states: Cuba, Democratic\nPeoples Repblic of Korea, Kyrgyztan and China"
    pieces = split_list(text)
    assert pieces == [
        "The following states: Cuba",
        "Democratic Peoples Repblic of Korea",
        "Kyrgyztan",
        "China",
    ]
    assert [resolve(piece).kind for piece in pieces] == ["unknown", "unknown", "unknown", "member"]


@pytest.mark.parametrize("text", ["", "\n \n", "# Cuba\n", ", and ;\n"])
def test_nothing_listed_is_an_empty_list(text: str) -> None:
    assert split_list(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad, Cuba y Perú", "TCD CUB PER"),
        ("España e Italia", "ESP ITA"),
        ("Tchad, Cuba et le Pérou", "TCD CUB PER"),
        ("Tchad, Cuba,\net le Pérou", "TCD CUB PER"),
        ("Kuba, die Schweiz sowie Peru", "CUB CHE PER"),
        ("Österreich und die Niederlande", "AUT NLD"),
        ("Чад, Куба и Перу", "TCD CUB PER"),
        ("古巴、乍得和秘鲁", "CUB TCD PER"),
        ("刚果民主共和国和秘鲁", "COD PER"),
        ("キューバ、チャド及びペルー", "CUB TCD PER"),
        ("كوبا وتشاد وبيرو", "CUB TCD PER"),
        ("كوبا، تشاد، وبيرو", "CUB TCD PER"),
        ("Albânia, Chade e o Peru", "ALB TCD PER"),
        ("Nederland en Frankrijk", "NLD FRA"),
        ("Bosnia y Herzegovina y Trinidad y Tobago", "BIH TTO"),
        ("Saint-Vincent et les Grenadines et Cuba", "VCT CUB"),
        ("البوسنة والهرسك وكوبا", "BIH CUB"),
        ("Grande-Bretagne et Irlande du Nord et Cuba", "GBR - CUB"),
        # What is no name is refused, and no name is made of its halves.
        ("Ruritania y Perú", "- PER"),
        ("Bosnia y Hersegovina", "-"),
        ("Antigua y Barbados y Cuba", "- CUB"),
        ("Trinité et Cuba", "-"),
        ("Ruritania i Borduria", "-"),
        ("Cuba i Ruritania", "-"),
    ],
)
def test_names_are_parted_at_the_and_of_their_language(text: str, expected: str) -> None:
    assert " ".join(code or "-" for code in codes(split_list(text))) == expected


def test_the_last_line_of_a_list_may_begin_with_the_and_of_its_language() -> None:
    assert codes(split_list("Cuba\nTchad\nMali\net le Pérou")) == ["CUB", "TCD", "MLI", "PER"]


@pytest.mark.parametrize(
    ("language", "word"), [("fr", " et "), ("es", " y "), ("ru", " и "), ("zh", "和"), ("ar", " و")]
)
def test_no_name_of_a_language_is_parted_at_an_and_of_its_own(language: str, word: str) -> None:
    names = called_in(language)
    for code, called in names.items():
        if code != "TTO" and resolve(called.name).signatory == code:
            text = f"{names['TTO'].name}{word}{called.name}"
            assert codes(split_list(text)) == ["TTO", code], text


TABLE = states().query("kind != 'former'")
STATES = dict(zip(TABLE["name"], TABLE["signatory"], strict=True))


@given(st.lists(st.sampled_from(sorted(STATES)), min_size=1, unique=True), st.data())
def test_any_list_of_un_names_is_read_back_whatever_its_form(
    chosen: list[str], data: st.DataObject
) -> None:
    forms = ["\n".join, ",\n".join, "; ".join, ", ".join]
    text = data.draw(st.sampled_from(forms))(chosen)
    # Two members whose names, joined by a comma, are one spelling of a third entry.
    if ("Taiwan", "China") not in pairwise(chosen):
        assert codes(split_list(text)) == [STATES[name] for name in chosen]


@given(st.text(alphabet="Cuba,;&-\n .#1andthe"))
def test_no_letter_is_lost(text: str) -> None:
    kept = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    letters = [c for c in "".join(kept) if c in "Cub"]
    assert [c for c in "".join(split_list(text)) if c in "Cub"] == letters
