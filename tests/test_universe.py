"""Who could sign, and when: states that are no more, names at their dates, bounds within both."""

from __future__ import annotations

import itertools
import random
import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from coalitions import (
    Corpus,
    check_claims,
    compare_statements,
    describe,
    explorer_page,
    extract_statements,
    load,
    pairs,
    regions,
    resolve_names,
    select,
    statement_graph,
    two_mode_graph,
)
from coalitions.bounds import overlap_within, region_bounds, room_of, union_within
from coalitions.corpus import could_sign
from coalitions.errors import ChoiceError, CoalitionsWarning, CorpusError
from coalitions.names import members_at, normalise, refusal, resolve, states, tables, times
from coalitions.names.formerly import rows_of
from coalitions.report.kept import corpus_choices, keep_corpus
from coalitions.tables import change_bounds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

#: Members at the end of a year, as the United Nations publishes them (press release ORG/1469).
MEMBERS = {
    1945: 51,
    1946: 55,
    1947: 57,
    1948: 58,
    1949: 59,
    1950: 60,
    1955: 76,
    1956: 80,
    1957: 82,
    1958: 82,
    1960: 99,
    1961: 104,
    1962: 110,
    1963: 113,
    1964: 115,
    1965: 117,
    1966: 122,
    1967: 123,
    1968: 126,
    1970: 127,
    1971: 132,
    1973: 135,
    1974: 138,
    1975: 144,
    1976: 147,
    1977: 149,
    1978: 151,
    1979: 152,
    1980: 154,
    1981: 157,
    1983: 158,
    1984: 159,
    1990: 159,
    1991: 166,
    1992: 179,
    1993: 184,
    1994: 185,
    1999: 188,
    2000: 189,
    2002: 191,
    2006: 192,
    2011: 193,
    2025: 193,
}


@pytest.mark.parametrize(("year", "number"), MEMBERS.items())
def test_the_members_of_a_year_are_as_many_as_the_united_nations_counts(
    year: int, number: int
) -> None:
    day = f"{year}-12-31"
    admitted = {row["signatory"]: row["admitted"] for row in tables().rows if row["admitted"]}
    assert sum(admitted.get(code, "9999") <= day for code in members_at(day)) == number


@pytest.mark.parametrize(
    ("code", "date", "could"),
    [
        *(("IDN", "1965-06-01", False), ("IDN", "1966-12-01", True), ("IDN", "1965", True)),
        *(("SYR", "1960", False), ("SYR", "1958-01", True), ("SYR", "1961-11", True)),
        *(("SUN", "1991-12-23", True), ("SUN", "1991-12-24", False), ("RUS", "1991-12-24", True)),
        *(("CHN", "1950", True), ("CHN", "1975", True), ("DDR", "1990-10-02", True)),
        *(("YUG", "1999", True), ("SCG", "1999", False), ("SCG", "2006-06-02", True)),
        *(("CHE", "1985", True), ("VAT", "1985", True), ("VAT", "1960", False)),
        *(("PSE", "2005", True), ("EUE", "2020", False), ("SSD", "2011-07-13", False)),
        # Before the United Nations nobody was a member: then those of today are taken.
        *(("SUN", "1942", False), ("SSD", "1942", True), ("SSD", "", True), ("SUN", "", False)),
    ],
)
def test_who_could_sign_at_a_date(code: str, date: str, could: object) -> None:
    assert (code in members_at(date)) is could


def test_times_follow_one_another_and_begin_no_later_than_the_admission() -> None:
    for row in tables().rows:
        found = times().get(row["signatory"], ())
        days = [day for each in found for day in each if day]
        assert days == sorted(days), row
        assert all(each.until for each in found[:-1]), row
        assert bool(found) == (row["kind"] != "non-member"), row
        if row["kind"] == "former":
            assert found[-1].until, row
        continues = row["signatory"] in {"RUS", "SRB", "TZA"}
        assert continues or not row["admitted"] or row["from"][:10] <= row["admitted"], row


NAMES = [
    *(("Yugoslavia", "1985", "YUG"), ("Yugoslavia", "1995", ""), ("Yugoslavia", "2001-06", "SCG")),
    *(("Yugoslavia", "2010", ""), ("Yugoslavia", "", ""), ("Югославия", "1970", "YUG")),
    *(("Socialist Federal Republic of Yugoslavia", "1985", "YUG"), ("FRY", "1995", "SCG")),
    *(("Serbia and Montenegro", "2004", "SCG"), ("Serbia and Montenegro", "2010", "")),
    *(("Serbia", "2004", ""), ("Serbia", "2007", "SRB"), ("Serbia", "1980", "")),
    *(("Germany", "1985", ""), ("Germany", "1990", "DEU"), ("Germany", "1990-10-02", "")),
    *(("Allemagne", "1975", ""), ("Германия", "1975", ""), ("德国", "1975", "")),
    *(("Germany, Federal Republic of", "1985", "DEU"), ("West Germany", "1985", "DEU")),
    *(("Germany (Federal Republic of)", "1985", "DEU"), ("FRG", "1985", "DEU")),
    *(("République fédérale d'Allemagne", "1985", "DEU"), ("ФРГ", "1985", "DEU")),
    *(("German Democratic Republic", "1985", "DDR"), ("G.D.R.", "1985", "DDR")),
    *(("E. Germany", "1985", "DDR"), ("GDR", "1995", ""), ("DEU", "1985", "DEU")),
    *(("USSR", "1985", "SUN"), ("the Soviet Union*", "1970", "SUN"), ("СССР", "1950", "SUN")),
    *(("苏联", "1950", "SUN"), ("URSS", "1975", "SUN"), ("Sowjetunion", "1970", "SUN")),
    *(("USSR", "1991", "SUN"), ("USSR", "1992", ""), ("USSR", "", ""), ("SUN", "", "SUN")),
    *(("SUN", "1985", "SUN"), ("SUN", "2020", ""), ("Russia", "1985", "")),
    *(("Russian Federation", "1991", "RUS"), ("Russian Federation", "1991-12-23", "")),
    *(("Byelorussian SSR", "1985", "BLR"), ("Ukrainian SSR", "1985", "UKR")),
    *(("Czechoslovakia", "1992", "CSK"), ("Czechoslovakia", "1993", "")),
    *(("Democratic Yemen", "1985", "YMD"), ("Yemen", "1985", "YEM")),
    *(("People's Democratic Republic of Yemen", "1976", "YMD"), ("South Yemen", "1991", "")),
    *(("United Arab Republic", "1960", "UAR"), ("United Arab Republic", "1965", "EGY")),
    *(("United Arab Republic", "1980", ""), ("UAR", "1960", "UAR"), ("UAR", "1965", "EGY")),
    *(("UAR", "", ""), ("Egypt", "1960", ""), ("Syria", "1960", ""), ("Syria", "1962", "SYR")),
    *(("Tanganyika", "1962", "EAT"), ("Zanzibar", "1964", "EAZ"), ("Tanganyika", "", "TZA")),
    *(("United Republic of Tanzania", "1963", ""), ("Tanzania", "1965", "TZA")),
    *(("Viet Nam", "1970", ""), ("South Vietnam", "1970", ""), ("Viet Nam", "1977", "VNM")),
    *(("Congo", "1962", ""), ("Congo (Brazzaville)", "1962", "COG"), ("Congo", "1970", "COG")),
    *(("Cuba", "1985", "CUB"), ("Burma", "1985", "MMR"), ("Slovenia", "1985", "SVN")),
]


@pytest.mark.parametrize(("name", "date", "code"), NAMES)
def test_a_name_stands_for_whom_it_stood_for_then(name: str, date: str, code: str) -> None:
    found = resolve(name, date)
    assert (found.signatory or "") == code
    if not code:
        line = refusal(found, date)
        assert line.startswith(f'"{name}" ')
        assert "did you mean" not in line


def test_every_spelling_of_a_state_that_is_no_more_is_found_then_and_refused_today() -> None:
    former = {row["signatory"] for row in tables().rows if row["kind"] == "former"}
    for row in rows_of("formerly.csv"):
        then = resolve(row["alias"], row["from"])
        assert then.signatory == row["signatory"] or then.kind == "ambiguous", row
        assert normalise(row["alias"]) not in tables().groups, row
        today = resolve(row["alias"]).signatory
        assert today not in former, row


def test_every_refusal_at_a_date_says_when_and_what_to_write() -> None:
    assert refusal(resolve("Germany", "1985"), "1985") == (
        '"Germany" at that date (1985) may be the Federal Republic of Germany (DEU) or the German '
        "Democratic Republic (DDR): write the one that is meant"
    )
    assert refusal(resolve("Egypt", "1960-01-02"), "1960-01-02") == (
        '"Egypt" at that date (2 January 1960) was part of the United Arab Republic (UAR): '
        "write that one"
    )
    assert refusal(resolve("SUN", "2020"), "2020").endswith(
        "is the code of a state that is no more, since 24 December 1991"
    )
    assert "Serbia and Montenegro (SCG) or Yugoslavia (YUG)" in refusal(
        resolve("Yugoslavia", "1995"), "1995"
    )


def test_names_are_asked_for_at_a_date(run: Callable[..., Run]) -> None:
    found = run("names", "--date", "1985", "Yugoslavia", "USSR", "--format", "csv")
    assert found.code == 0
    assert [line.split(",")[1] for line in found.out.splitlines()[1:]] == ["YUG", "SUN"]
    found = run("names", "--date", "1985", "Germany")
    assert found.code == 1
    assert "may be the Federal Republic of Germany (DEU)" in found.err
    assert "expected YYYY-MM-DD" in run("names", "--date", "soon", "Cuba").err
    assert run("names", "--from", "unga75", "--date", "1985").code == 2
    with pytest.raises(ChoiceError, match="expected YYYY-MM-DD"):
        resolve_names(["Cuba"], date="85")


def corpus_of(rows: str, **how: str) -> Corpus:
    """Return a corpus of "id date declared: names" lines."""
    statements, signatures = [], []
    for line in rows.splitlines():
        head, _, who = line.strip().partition(":")
        if head:
            key, date, declared = (*head.split(), "", "")[:3]
            about = {"statement_id": key, "date": date.strip("-"), "declared_count": declared}
            statements.append(about | how)
            signatures += [
                {"statement_id": key, "signatory": name.strip()}
                for name in who.split(",")
                if name.strip()
            ]
    return Corpus(pd.DataFrame(statements), pd.DataFrame(signatures))


def test_the_universe_is_that_of_the_dates() -> None:
    assert corpus_of("a: Cuba").universe == 195
    assert corpus_of("a 2020-10-06: Cuba").universe == 195
    old = corpus_of("a 1985-06-01 3: USSR, German Democratic Republic")
    # 159 members, and as observers Switzerland, both Koreas, Monaco, the Holy See and Palestine.
    assert old.universe == 159 + 6
    assert old.universes is None
    assert old.signatures["signatory"].tolist() == ["DDR", "SUN"]
    assert not old.apart
    both = corpus_of("a 1985-06-01: USSR\nb 1995: Russian Federation\nc: Cuba")
    table = could_sign(both)
    assert table.loc["a", ["SUN", "RUS", "CZE", "CSK"]].tolist() == [True, False, False, True]
    assert table.loc["b", ["SUN", "RUS", "CZE", "CSK"]].tolist() == [False, True, True, False]
    assert table.sum(axis=1).tolist() == [165, 185 + 3, 195]
    assert both.could.tolist() == [165, 188, 195]
    # A choice of statements has the universe of their dates.
    assert select(both, until="1990").universe == 165
    assert select(both, statements=["c"]).universe == 195


def test_a_universe_that_somebody_gives_holds_at_any_date() -> None:
    rows = {"statement_id": ["a", "b"], "signatory": ["USSR", "Cuba"], "date": ["1985", "2020"]}
    given = load(pd.DataFrame(rows), universe=300)
    assert (given.universe, given.universes, given.could.tolist()) == (300, None, [300, 300])
    statements = pd.DataFrame({"statement_id": ["a"], "date": ["1985"]})
    signatures = pd.DataFrame({"statement_id": ["a"], "signatory": ["Cuba"]})
    own = Corpus(statements, signatures, pd.DataFrame({"signatory": ["CUB", "SSD"]}))
    assert own.signatories["signatory"].tolist() == ["CUB", "SSD"]


def test_more_than_could_sign_at_the_date_are_refused() -> None:
    with pytest.raises(CorpusError, match="more than the universe of 165"):
        corpus_of("a 1985-06-01 170: Cuba\nb 2020 170: Cuba")


def test_who_was_no_member_then_counts_and_is_told() -> None:
    with pytest.warns(CoalitionsWarning, match=r"1 name stands .*Slovenia \(1985\)"):
        found = corpus_of("a 1985: Slovenia\nb 1985-07-01: Cuba")
    assert found.could.tolist() == [166, 165]
    with pytest.raises(CorpusError, match="no more, since 24 December 1991"):
        corpus_of("a 2020: SUN")


def test_names_in_tables_are_read_at_the_date_of_their_statement() -> None:
    with pytest.raises(CorpusError) as caught:
        corpus_of("a 1985: Germany, USSR\nb 1995: USSR, Germany")
    said = [(each.value, each.expected[:20]) for each in caught.value.problems]
    assert said == [("Germany", "at that date (1985) "), ("USSR", "is a state that is n")]
    written = pd.DataFrame(
        {"statement_id": ["a"], "signatory": ["DDR"], "name_as_written": ["USSR"]}
    )
    with pytest.raises(CorpusError, match="the name as written is SUN, not DDR"):
        Corpus(pd.DataFrame({"statement_id": ["a"], "date": ["1985"]}), written)


def test_decisions_are_about_spellings_that_do_not_resolve_at_their_date() -> None:
    rows = pd.DataFrame(
        {"statement_id": ["a", "b", "c"], "date": ["1985", "1995", "1985"]}
        | {"signatory": ["Yugoslavia", "Yugoslavia", "Germany"]}
    )
    made = {"Yugoslavia": "SCG", "Germany": "DEU"}
    with pytest.warns(CoalitionsWarning, match=r"Serbia and Montenegro \(1995\)"):
        found = load(rows, names=made)
    assert found.signatures["signatory"].tolist() == ["YUG", "DEU", "SCG"]


def test_doubles_are_found_at_their_date() -> None:
    rows = pd.DataFrame(
        {"statement_id": "a", "date": "1985", "signatory": ["USSR", "Soviet Union"]}
    )
    with pytest.raises(CorpusError, match="are both SUN"):
        load(rows)
    with pytest.warns(CoalitionsWarning, match="1 row names who stands"):
        assert load(rows, doubles="merged").signatures["signatory"].tolist() == ["SUN"]


def test_the_bundled_corpora_have_the_universe_of_today() -> None:
    for name in ("unga75", "un-china"):
        assert load(name).universe == 195
        assert load(name).universes is None


def small(rng: random.Random) -> tuple[list[set[str]], list[int], list[set[str]]]:
    """Return named sets, unnamed numbers and universes of two or three lists of a few."""
    everybody = [f"s{n}" for n in range(rng.choice([3, 4, 5]))]
    could = [{s for s in everybody if rng.random() < 0.75} for _ in range(rng.choice([2, 2, 3]))]
    named = [{s for s in sorted(who) if rng.random() < 0.35} for who in could]
    unnamed = [rng.randint(0, len(who - names)) for who, names in zip(could, named, strict=True)]
    return named, unnamed, could


def completions(
    named: list[set[str]], unnamed: list[int], could: list[set[str]]
) -> list[tuple[set[str], ...]]:
    each = [
        [names | set(more) for more in itertools.combinations(sorted(who - names), number)]
        for names, number, who in zip(named, unnamed, could, strict=True)
    ]
    return list(itertools.product(*each))


def test_bounds_within_different_universes_are_attained_and_hold() -> None:
    # Every completion of some hundred small lists, each within its own universe.
    rng = random.Random(20261126)  # noqa: S311 - small lists, the same ones each time
    for _ in range(120):
        named, unnamed, could = small(rng)
        found = completions(named, unnamed, could)
        (a, b), (ca, cb) = named[:2], could[:2]
        low, high = overlap_within(len(a & b), room_of(a, b, ca, cb), *unnamed[:2])
        shared = [len(lists[0] & lists[1]) for lists in found]
        assert (low, high) == (min(shared), max(shared)), (named, unnamed, could)
        sizes = [len(set().union(*lists)) for lists in found]
        union = union_within(named, unnamed, could)
        assert union == (min(sizes), max(sizes)), (named, unnamed, could)


def test_regions_within_different_universes_are_attained_and_hold() -> None:
    rng = random.Random(20261127)  # noqa: S311 - small lists, the same ones each time
    for _ in range(25):
        named, unnamed, could = small(rng)
        found = completions(named, unnamed, could)
        everybody = sorted(set().union(*could))
        whole = np.array([[s in who for who in (*named, *could)] for s in everybody]).reshape(
            len(everybody), -1
        )
        kinds, states_ = np.unique(whole, axis=0, return_counts=True)
        many = len(named)
        for ways in itertools.product("io-", repeat=many):
            inside = [n for n, way in enumerate(ways) if way == "i"]
            outside = [n for n, way in enumerate(ways) if way == "o"]
            if not inside or not everybody:
                continue
            numbers = [
                sum(
                    all(s in lists[n] for n in inside) and not any(s in lists[n] for n in outside)
                    for s in everybody
                )
                for lists in found
            ]
            bounds = region_bounds(
                kinds[:, :many],
                states_.astype(np.int64),
                np.array(unnamed),
                inside,
                outside,
                free=kinds[:, many:],
            )
            assert bounds == (min(numbers), max(numbers)), (named, unnamed, could, ways)


OLD_AND_NEW = """
old 1961-11-01 104: USSR
new 2020-01-01 190: Cuba
nobody 1965-03-01
"""


def test_tables_keep_each_list_within_who_could_sign_it() -> None:
    corpus = corpus_of(OLD_AND_NEW, stance="support")
    old, new = (set(members_at(day)) for day in ("1961-11-01", "2020-01-01"))
    table = pairs(corpus).set_index(["a", "b"]).loc[("old", "new")]
    named = {"SUN"}, {"CUB"}
    low, high = overlap_within(0, room_of(*named, old, new), 103, 189)
    assert (table.shared_min, table.shared_max) == (int(low), int(high))
    # The USSR is on the first list, and could not sign the second.
    assert table.shared_max <= 103
    assert table.union_min == 104 + 190 - table.shared_max
    numbers = change_bounds(corpus, "old", "new")
    assert numbers["again"] == (table.shared_min, table.shared_max)
    change = compare_statements(corpus, "old", "new").set_index("signatory")["change"]
    assert set(change.index) == old | new
    # Of a list of which nothing is known: all who could sign it, and nobody else.
    unknown = pairs(corpus).set_index(["a", "b"]).loc[("nobody", "new")]
    assert unknown.union_max == len(members_at("1965-03-01") | new)
    (region,) = [row for row in regions(corpus).to_dict("records") if row["statements"] == ("old",)]
    assert region["inclusive_max"] == 104
    # The USSR could not sign the second list, and the third may hold it; without that it is left.
    assert region["exclusive_min"] == 0
    two = regions(select(corpus, statements=["old", "new"])).to_dict("records")
    (region,) = [row for row in two if row["statements"] == ("old",)]
    assert region["exclusive_min"] == 104 - table.shared_max
    (region,) = regions(corpus_of("a 1985: USSR\nb 2020")).to_dict("records")
    assert (region["exclusive_min"], region["exclusive_max"]) == (1, 1)


def test_change_says_neither_only_of_those_who_could_sign() -> None:
    corpus = corpus_of("a 1985-06-01: USSR, Cuba\nb 1986-06-01: Cuba\nc 2020: Cuba, Czechia")
    change = compare_statements(corpus, "a", "b").set_index("signatory")["change"]
    assert "CZE" not in change.index
    assert len(change) == 165
    assert change["SUN"] == "not_again"
    change = compare_statements(corpus, "a", "c").set_index("signatory")["change"]
    assert change["CZE"] == "new"
    assert change["CSK"] == "neither"


def test_a_claim_is_held_against_who_could_sign() -> None:
    statements = pd.DataFrame(
        {"statement_id": ["a", "b"], "date": ["1950", "2020"], "declared_count": [60, 195]}
    )
    signatures = pd.DataFrame({"statement_id": ["a", "b"], "signatory": ["USSR", "Cuba"]})
    claims = pd.DataFrame(
        {"claim_id": ["all", "both"], "quantity": ["union", "overlap"], "statements": "a;b"}
        | {"qualifier": "exactly", "count": [198, 57]}
    )
    found = check_claims(Corpus(statements, signatures, claims=claims)).set_index("claim_id")
    old, new = members_at("1950"), members_at("2020")
    assert found.loc["both", "high"] == 59  # 60 could have signed both, and one is the USSR
    assert found.loc["all", "high"] == len(old | new)


def test_the_table_of_states_says_when_each_could_sign() -> None:
    table = states().set_index("signatory")
    assert table.loc["SUN", ["kind", "from", "until"]].tolist() == [
        *("former", "1945-10-24", "1991-12-24")
    ]
    assert table.loc["IDN", "until"] == "1965-01-20;"
    former = table.index[table["kind"] == "former"].tolist()
    assert former == ["CSK", "DDR", "EAT", "EAZ", "SCG", "SUN", "UAR", "YMD", "YUG"]


def test_graphs_and_page_say_that_not_all_could_sign_each() -> None:
    corpus = corpus_of("a 1985-06-01 9: USSR, Cuba\nb 2020-06-01 9: Cuba")
    graph = two_mode_graph(corpus)
    assert graph.graph["dated"] is True
    assert (graph.nodes["SUN"]["status"], graph.graph["apart"]) == ("former", 0)
    html = explorer_page(corpus).html
    assert re.search(r'"dated": ?true', html)
    assert '"tiles":[' not in html  # the map is that of the states of today
    assert "dated" not in two_mode_graph(load("unga75")).graph
    edge = statement_graph(corpus).edges["a", "b"]
    row = pairs(corpus).iloc[0]
    assert (edge["shared_min"], edge["shared_max"]) == (row.shared_min, row.shared_max)
    assert "Each statement has the universe of its date" in describe(corpus)


def test_a_report_keeps_its_corpus_with_the_dates(tmp_path: Path) -> None:
    corpus = corpus_of("a 1985-06-01 9: USSR, Cuba\nb 2020-06-01 9: Cuba")
    keep_corpus(corpus, tmp_path)
    assert corpus_choices(corpus)["universe"] == 0
    again = load(tmp_path / "corpus")
    assert could_sign(again).equals(could_sign(corpus))


def test_names_in_a_text_are_read_at_its_date() -> None:
    text = "Cuba made a joint statement on behalf of 4 states: Chad, Cuba, the USSR and Peru."
    assert extract_statements(text, date="1985").signatures["signatory"].tolist() == [
        *("TCD", "CUB", "SUN", "PER")
    ]
    assert extract_statements(text).unresolved["text"].tolist() == ["USSR"]
    german = extract_statements(text.replace("the USSR", "Germany"), date="1985")
    assert german.unresolved["why"].str.contains(r"\(DEU\) or .* \(DDR\)").tolist() == [True]
    assert "at that date (1985) may be" in " ".join(german.doubts)
