"""Other libraries name the same states; where they differ from us, it is listed and explained."""

from __future__ import annotations

import gc
import warnings

import countrynames
import pycountry
import pytest
from countrynames.data import DATA as COUNTRYNAMES
from hdx.location.country import Country

from coalitions.names.gazetteer import aliases, known, states
from coalitions.names.resolving import resolve

# No row for Kosovo and the European Union in ISO 3166-1.
ALPHA_3 = {state.alpha_2: state.alpha_3 for state in pycountry.countries}
ALPHA_3 |= {"XK": "XKX", "EU": "EUE"}

# What hdx-python-country holds and we refuse.
HDX_REFUSED = {
    "刚果",  # either Congo in the Chinese press; the United Nations also writes 刚果（布）
    "Niue (New Zealand)",  # reads as a part of New Zealand
    "oPt",  # initials of many things
}
HDX_COLUMNS = [
    *("Preferred Term", "ISO Alt Term", "DGACM Alt Term", "HPC Tools Alt Term"),
    *("RW Short Name", "RW API Alt Term", "English Formal"),
    *(f"{language} Short" for language in ("English", "French", "Spanish")),
    *(f"{language} Short" for language in ("Russian", "Chinese", "Arabic")),
    *(f"M49 {language}" for language in ("English", "French", "Spanish")),
    *(f"M49 {language}" for language in ("Russian", "Chinese", "Arabic")),
]

# Spellings of countrynames that lead elsewhere with us: (spelling, its code, ours).
COUNTRYNAMES_DIFFERS = {
    ("Zaire", "ZR", "COD"),  # ISO's withdrawn code; the state is the Democratic Republic
    # As Unicode CLDR has them: Kazakh for North and South Korea, which are confused there, Guyana
    # in Pashto, and Congo in Tigrinya, which alone is the Republic.
    ("Солтүстік Корея", "KR", "PRK"),
    ("Оңтүстік Корея", "KP", "KOR"),
    ("ګیانا", "GN", "GUY"),
    ("ኮንጎ", "CD", "COG"),
}
# Its codes of states that are no more, which with us are found today by their code only.
NO_MORE = {"DD": "DDR", "YUCS": "YUG", "SUHH": "SUN", "CSHH": "CSK"}
# Our spellings that lead elsewhere in countrynames: (spelling, our code, its code).
OURS_DIFFER = {
    ("Zaire", "COD", "ZR"),  # as above
    ("Zaïre", "COD", "ZR"),
    ("Заир", "COD", "ZR"),
    ("ЕС", "EUE", "ESP"),  # the European Union; transliterated to "ES", the code of Spain
    ("УССР", "UKR", "SUHH"),  # the Ukrainian Republic, a member, taken for the Soviet Union
}

# Where pyicu is installed: Egypt, transliterated to "MSR", the code of Montserrat.
OURS_DIFFER_WITH_ICU = {("مصر", "EGY", "MSR")}


def test_pycountry_agrees_on_every_name_of_a_state() -> None:
    checked = 0
    for state in pycountry.countries:
        held = [getattr(state, field, None) for field in ("name", "official_name", "common_name")]
        for name in filter(None, held):
            checked += 1
            expected = state.alpha_3 if known(state.alpha_3) else None
            assert resolve(name).signatory == expected, name
    assert checked > 400


def test_no_territory_of_pycountry_is_taken_for_a_state() -> None:
    territories = [c for c in pycountry.countries if not known(c.alpha_3)]
    assert len(territories) == 51  # 249 entries less 193 + 2 and Cook Islands, Niue, Taiwan
    assert {resolve(territory.name).kind for territory in territories} == {"unknown"}


@pytest.fixture(scope="module")
def hdx() -> dict[str, dict[str, str]]:
    with warnings.catch_warnings():
        # It leaves its file to the garbage collector, which would warn in some later test.
        warnings.simplefilter("ignore", ResourceWarning)
        countries: dict[str, dict[str, str]] = Country.countriesdata(use_live=False)["countries"]
        gc.collect()
    return countries


def test_hdx_python_country_agrees_on_every_name_in_six_languages(
    hdx: dict[str, dict[str, str]],
) -> None:
    refused = set()
    checked = 0
    for code, row in hdx.items():
        for name in filter(None, (row.get(column) for column in HDX_COLUMNS)):
            checked += 1
            found = resolve(name)
            if known(code) and found.signatory is None:
                refused.add(name)
            elif known(code):
                assert found.signatory == code, name
            else:
                assert found.signatory is None, name
    assert checked > 3000
    assert refused == HDX_REFUSED


@pytest.mark.filterwarnings("ignore:Install 'pyicu'")
def test_countrynames_never_disagrees_where_we_resolve() -> None:
    agreed = 0
    differs = set()
    for code, spellings in COUNTRYNAMES.items():
        for spelling in spellings:
            found = resolve(spelling).signatory
            if found is None:
                continue
            if found == (ALPHA_3 | NO_MORE).get(code):
                agreed += 1
            else:
                differs.add((spelling, code, found))
    assert agreed > 2000
    assert differs == COUNTRYNAMES_DIFFERS


# countrynames may do without pyicu, which few machines can install; the text tables suffice here
@pytest.mark.filterwarnings("ignore:Install 'pyicu'")
def test_our_spellings_never_disagree_in_countrynames() -> None:
    agreed = 0
    differs = set()
    former = set(states().query("kind == 'former'")["signatory"])
    for code, spellings in aliases().items():
        for spelling in spellings if code not in former else ():
            found = countrynames.to_code(spelling)
            if found is None:
                continue
            if ALPHA_3.get(found, found) == code:
                agreed += 1
            else:
                differs.add((spelling, code, ALPHA_3.get(found, found)))
    assert agreed > 1500
    assert differs - OURS_DIFFER_WITH_ICU == OURS_DIFFER
