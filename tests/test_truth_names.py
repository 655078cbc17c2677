"""Promises: a name is one name, and a text that cannot be read is called so."""

from __future__ import annotations

import pytest

from coalitions.gazetteer import tables
from coalitions.names import refusal, resolve, split_list
from coalitions.spelling import normalise


def code(name: str) -> str | None:
    return resolve(name).signatory


# 1. A line is a name or is refused, whole


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("China, Republic of", "may be China or Taiwan"),
        ("Antigua and Barbados", 'did you mean "Antigua and Barbuda"?'),
        ("Trinidad and Barbados", 'did you mean "Trinidad and Tobago"?'),
        ("Saint Vincent and Grenada", 'did you mean "Saint Vincent and the Grenadines"?'),
        ("Bosnia and Croatia", 'did you mean "Bosnia and Herzegovina"?'),
        ("St. Kitts & Dominica", 'did you mean "Saint Kitts and Nevis"?'),
        ("Korea, Democratic Republic", "may be the Democratic People's Republic of Korea or"),
        ("Chad and Togo", "holds 2 names (Chad; Togo): write them one by one"),
        ("Chad, Togo", "holds 2 names (Chad; Togo): write them one by one"),
        ("Cuba and Nevis", "is not a known state"),
        ("Serbia and Montenegro", "is a state that is no more (2003 to 2006)"),
    ],
)
def test_a_line_is_one_name_or_is_refused_whole(line: str, said: str) -> None:
    assert split_list(f"Peru\n{line}\nChile\nMali\n") == ["Peru", line, "Chile", "Mali"]
    assert split_list(f"- Peru\n- {line}\n- Chile\n- Mali") == ["Peru", line, "Chile", "Mali"]
    assert code(line) is None
    assert said in refusal(resolve(line))


@pytest.mark.parametrize(
    "span",
    [
        "China, Republic of",
        "Korea, Democratic Republic",
        "Antigua and Barbados",
        "Trinidad and Barbados",
        "Saint Vincent and Grenada",
        "Sao Tome and Angola",
        "Trinidad and Tobego",
        "Bosna and Herzegovina",
    ],
)
def test_in_prose_what_is_nearly_one_name_is_not_cut_into_two(span: str) -> None:
    assert split_list(f"Peru, {span}, Chile, and Mali.") == ["Peru", span, "Chile", "Mali"]
    assert code(span) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peru, Trinidad, Barbados and Mali", ["Peru", "Trinidad", "Barbados", "Mali"]),
        ("Antigua and Barbuda and Barbados", ["Antigua and Barbuda", "Barbados"]),
        ("Niger, Republic of\nKorea, Fiji", ["Niger", "Republic of Korea", "Fiji"]),
        ("Sudan, South\nAfrica, Fiji", ["Sudan", "South Africa", "Fiji"]),
        ("Peru, Ireland, Republic of and Fiji", ["Peru", "Ireland, Republic of", "Fiji"]),
        ("Peru, Bosnia & Herz.", ["Peru", "Bosnia & Herz."]),
        ("Peru,\nTogo and\nFiji", ["Peru", "Togo", "Fiji"]),
    ],
)
def test_prose_is_still_cut_between_names(text: str, names: list[str]) -> None:
    assert split_list(text) == names
    assert all(map(code, names))


# 2. No suggestion drops the word that tells two states apart


@pytest.mark.parametrize(
    "name",
    [
        *("Somaliland", "New Guinea", "Saint Martin", "Tobago", "American", "Nigerien", "Indiana"),
        *("W. Sahara", "North Sudan", "West Timor", "A. Samoa", "Virgin Is.", "Macau", "Bermuda"),
        *("Papua", "Northern Cyprus", "Republic of Somaliland", "Malian", "South Ossetia"),
    ],
)
def test_rather_no_suggestion_than_a_wrong_one(name: str) -> None:
    assert resolve(name) == (name, None, "unknown", ())


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        *(("S. Sudan", "SSD"), ("Ireland, Republic of", "IRL"), ("N Korea", "PRK")),
        *(("Dem. Rep. Congo", "COD"), ("Bosnia & Herz.", "BIH"), ("Marshall Is.", "MHL")),
        *(("Solomon Is", "SLB"), ("St. Lucia", "LCA"), ("Eq. Guinea", "GNQ"), ("E. Timor", "TLS")),
        *(("Central African Rep.", "CAF"), ("W. Samoa", "WSM"), ("Papua N. Guinea", "PNG")),
        *(("Sudan, South", "SSD"), ("Macedonia (North)", "MKD"), ("Micronesia, Fed. St.", "FSM")),
        *(("Tanzania, U.R.", "TZA"), ("Korea, Rep.", "KOR"), ("St. Vincent & Gren.", "VCT")),
        *(("UK of GB & N. Ireland", "GBR"), ("S. Tome & Principe", "STP"), ("Br. Guiana", "GUY")),
    ],
)
def test_shortened_and_turned_names_are_written_out(written: str, signatory: str) -> None:
    assert code(written) == signatory


def test_a_name_that_loses_a_word_never_points_to_another_state_alone() -> None:
    def bare(key: str) -> str:
        return " ".join(word for word in key.split() if word not in {"of", "de", "du"})

    known = tables()
    exact = set(map(bare, known.keys))
    wrong = []
    for key, meant in known.keys.items():
        words = key.split()
        for at in range(len(words) if key.isascii() and len(words) > 1 else 0):
            less = " ".join(words[:at] + words[at + 1 :])
            found = resolve(less)
            # What is another's exact name is that other's ("South Sudan", "Sudan").
            if bare(less) in exact or found.kind in ("ambiguous", "group"):
                continue
            near = found.suggestions or ((found.signatory,) if found.signatory else ())
            if near and not {meant, known.states[meant]["name"]}.intersection(near):
                wrong.append((key, less, near))
    assert wrong == []


@pytest.mark.parametrize("word", ["north", "south", "east", "west", "new", "saint", "equatorial"])
def test_a_name_that_gains_a_word_never_points_to_the_state_without_it(word: str) -> None:
    known = tables()
    for state in known.states.values():
        longer = f"{word} {normalise(state['name'])}"
        if longer not in known.keys and longer not in known.ambiguous:
            assert resolve(longer)[1:] == (None, "unknown", ()), longer


# 3. Second names in brackets


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        *(("Albania (ALB)", "ALB"), ("Czechia (Czech Republic)", "CZE"), ("Andorra (AND)", "AND")),
        *(("Myanmar (formerly Burma)", "MMR"), ("Eswatini (ex-Swaziland)", "SWZ")),
        *(("Türkiye [Turkey]", "TUR"), ("Cabo Verde (a.k.a. “Cape Verde”)", "CPV")),
        *(("Sri Lanka/Ceylon", "LKA"), ("Benin, formerly Dahomey", "BEN")),
        *(
            ("Burma (now Myanmar)", "MMR"),
            ("Swaziland (until 2018)", None),
            ("Korea (Rep.)", "KOR"),
        ),
    ],
)
def test_two_names_of_one_state_resolve(written: str, signatory: str | None) -> None:
    assert code(written) == signatory


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Niger (Nigeria)", "names two states, Niger and Nigeria: write the one that is meant"),
        ("Dominica (DOM)", "names two states, Dominica and Dominican Republic"),
        ("Slovakia (formerly Slovenia)", "names two states, Slovakia and Slovenia"),
        ("Mali / Malta", "names two states, Mali and Malta"),
        ("Georgia (US)", "names two states, Georgia and United States of America"),
        ("Peru (observer)", 'holds "observer", which is no name of Peru that is known'),
        ("South Korea (Korea)", 'holds "Korea", which is not clear: leave it out'),
    ],
)
def test_two_names_of_two_states_are_refused_and_it_is_said_why(written: str, said: str) -> None:
    assert code(written) is None
    assert said in refusal(resolve(written))


# 6. Advice never moves a signatory to another state


@pytest.mark.parametrize(
    "name", ["German Democratic Republic", "E. Germany", "South Yemen", "USSR"]
)
def test_a_state_that_is_no_more_is_called_so_and_nobody_is_told_what_to_write(name: str) -> None:
    line = refusal(resolve(name))
    assert "is a state that is no more (" in line
    assert line.endswith("whether a successor stands for it is yours to decide")
    assert "write" not in line
