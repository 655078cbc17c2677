"""Groups of states: who was a member when, in names, in tables and in lists of a text."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise

import pandas as pd
import pytest

from coalitions import extract_statements, load
from coalitions.errors import ChoiceError, CorpusError
from coalitions.names import group_of, is_entered, known, members_ever, membership, resolve
from coalitions.names.groups import group_keys

TABLE = resources.files("coalitions.names") / "reference" / "memberships.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
EU = "EU member states"


def size(group: str, day: str) -> int:
    return len(membership(group_of(group), day).codes)


def test_the_table_is_whole_and_in_order() -> None:
    assert [tuple(row.values()) for row in ROWS] == sorted(tuple(row.values()) for row in ROWS)
    assert all(known(row["member"]) for row in ROWS)
    assert all(is_entered(group_of(row["group"])) for row in ROWS)
    for row in ROWS:
        assert date.fromisoformat(row["since"]) < date.fromisoformat(row["until"] or "9999-12-31")
    # Nobody is a member twice at once: the table is in the order of group, member and day.
    for one, other in pairwise(ROWS):
        if (one["group"], one["member"]) == (other["group"], other["member"]):
            assert "" < one["until"] < other["since"]


@pytest.mark.parametrize(
    ("group", "day", "number"),
    [
        # As the European Union counts itself, on the days before and after each enlargement.
        *((EU, "1958-01-01", 6), (EU, "1973-01-01", 9), (EU, "1981-01-01", 10)),
        *((EU, "1986", 12), (EU, "1995", 15), (EU, "2004-04-30", 15), (EU, "2004-05-01", 25)),
        *((EU, "2006-12", 25), (EU, "2007", 27), (EU, "2013-06-30", 27), (EU, "2013-07", 28)),
        *((EU, "2020-01-31", 28), (EU, "2020-02-01", 27), (EU, "2026", 27)),
        *(("candidate countries", "2003", 13), ("candidate countries", "2024", 9)),
        *(("G7", "1975-12", 6), ("G7", "1980", 7), ("G8", "2013", 8), ("GCC", "1990", 6)),
        *(("ASEAN", "1970", 5), ("ASEAN", "2000", 10), ("ASEAN", "2025-10-26", 11)),
        *(("Mercosur", "2000", 4), ("Mercosur", "2012-07", 3), ("Mercosur", "2014", 5)),
        *(("Mercosur", "2020", 4), ("Mercosur", "2025", 5), ("NB8", "2020", 8)),
        *(("Nordics", "2020", 5), ("Baltics", "2020", 3), ("Benelux", "1958", 3)),
    ],
)
def test_groups_are_as_many_as_they_were(group: str, day: str, number: int) -> None:
    assert size(group, day) == number


def test_a_day_a_month_and_a_year_agree() -> None:
    """A longer date is known only where every day of it says the same."""
    group = group_of(EU)
    for year in (1994, 2004, 2013, 2020, 2021):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
        said = {membership(group, day.isoformat()).codes for day in days}
        assert membership(group, str(year)).codes == (said.pop() if len(said) == 1 else ())


@pytest.mark.parametrize(
    ("written", "number", "own"),
    [
        *(("the 27 EU Member States", 27, ""), ("EU-27", 27, ""), ("EU28", 28, "")),
        *(("all 27 EU countries", 27, ""), ("EU's 27 Member States", 27, "")),
        *(("the twenty-seven member states of the European Union", 27, ""), (EU, None, "")),
        *(("The EU and its members", None, "EUE"), ("EU and its 27 Member States", 27, "EUE")),
        *(("États membres de l’Union européenne", None, ""), ("欧盟成员国", None, "")),
        ("States Members of the United Nations that are members of the European Union", None, ""),
    ],
)
def test_a_group_is_known_in_many_words(written: str, number: int | None, own: str) -> None:
    found = group_of(written)
    assert found == ("member states of the European Union", number, own)
    assert resolve(written).kind == "group"


def test_no_group_is_a_state_and_no_state_a_group() -> None:
    assert [key for key in group_keys() if resolve(key).kind != "group"] == []
    for name in ("EU", "European Union", "Georgia", "Members", "States", "Canada and its members"):
        assert group_of(name) is None
    assert group_of("members of the Group of 77").name == "Group of 77 and China"
    assert members_ever(group_of("Lima Group")) == frozenset()


def rows(*names: str, day: str = "") -> pd.DataFrame:
    return pd.DataFrame({"statement_id": "a", "date": day, "signatory": names})


def test_members_stand_for_a_group_and_nobody_twice() -> None:
    names = ("Norway", "Nordic and Baltic countries", "Baltic states", "Chad")
    found = load(rows(*names, day="2024"), groups="expanded").signatures.set_index("signatory")
    assert sorted(found.index) == "DNK EST FIN ISL LTU LVA NOR SWE TCD".split()  # noqa: SIM905 - codes
    assert found.loc["EST", "via"] == "Nordic and Baltic countries"
    assert found.loc["EST", "name_as_written"] == "Nordic and Baltic countries"
    assert found.loc[["NOR", "TCD"], "via"].tolist() == ["", ""]
    whole = load(rows("the EU and its Member States", day="2024"), groups="expanded").signatures
    assert len(whole) == 28
    assert whole.set_index("signatory").loc["EUE", "via"] == ""


@pytest.mark.parametrize(
    ("name", "day", "says"),
    [
        (EU, "", "depend on the day: give the statement a date"),
        (EU, "2020", "changed on 2020-02-01: give the whole date, not 2020"),
        (EU, "1950", "are entered from 1958-01-01 on, and the date is 1950"),
        ("G8", "2015", "from 1998-05-15 to 2014-03-24, and the date is 2015"),
        ("28 EU Member States", "2024", "said to have 28 members, and had 27 on 2024"),
        ("Lima Group", "2019", "is a group, not a state: name its members$"),
    ],
)
def test_what_nobody_can_write_out_is_refused(name: str, day: str, says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        load(rows(name, "Chad", day=day), groups="expanded")


def test_groups_are_written_out_only_where_that_is_asked_for() -> None:
    with pytest.raises(CorpusError, match=r'name its members, or take `groups="expanded"`'):
        load(rows(EU, day="2024"))
    for ask in (lambda: load(groups="all"), lambda: extract_statements("Chad", groups="all")):
        with pytest.raises(ChoiceError, match="expected refused or expanded"):
            ask()


def test_a_text_file_has_its_date_in_its_head(tmp_path, run) -> None:
    path = tmp_path / "may.txt"
    path.write_text("date: 2024-05-01\n\nChad, the Baltic states and Peru\n", encoding="utf-8")
    code, _, err = run("check", path)
    assert code == 1
    assert "or take --expand-groups" in err
    code, out, _ = run("check", path, "--expand-groups", "--format", "json")
    assert code == 0
    assert '"named": 5' in out


def test_an_extraction_says_what_a_group_is(tmp_path, run) -> None:
    path = tmp_path / "said.md"
    path.write_text("Joint statement by the Baltic states, Chad and Peru.", encoding="utf-8")
    assert "give the statement a date" in run("extract", path)[2]
    code, out, err = run("extract", path, "--date", "2024")
    assert code == 1
    assert "is a group of 3 states on 2024: write their names, or take --expand-groups" in err
    assert "take --expand-groups" in out
    code, out, _ = run("extract", path, "--date", "2024", "--expand-groups", "--format", "csv")
    assert code == 0
    assert "EST,Baltic states,signatory,Joint statement by the,Baltic states," in out
    assert run("extract", path, "--date", "2024-13")[0] == 1
    found = extract_statements(path.read_text(encoding="utf-8"), date=2024, groups="expanded")
    assert found.corpus().signatures["via"].tolist().count("Baltic states") == 3
