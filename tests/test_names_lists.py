"""A list is cut into names at the right places, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions.names.gazetteer import states
from coalitions.names.resolving import resolve, split_list

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
