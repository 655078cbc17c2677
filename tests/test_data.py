"""The corpora that ship with the package are what data/SOURCES.md says they are."""

from __future__ import annotations

import csv
import json
import re
import shutil
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from frictionless import Package, validate

from coalitions import __version__

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
CORPORA = ("unga75", "un-china")
TABLES = {
    "unga75": {"statements", "signatures", "claims"},
    "un-china": {"statements", "signatures", "claims", "votes"},
}
FILES = sorted(path for path in DATA.rglob("*") if path.is_file())

HEADING = re.compile(r"^### (?P<statement>\S+)$")
COUNTS = re.compile(
    r" (?P<date>\d{4}-\d\d-\d\d)[,.] .*Stance: (?P<stance>\w+)\.(?: Lead: (?P<lead>[^.]+)\.)? "
    r"Declared (?P<declared>no count|\d+), (?P<kind>listed|names found) (?P<named>\d+)\.$"
)
PRINTED = re.compile(r"^List as printed: (?P<names>.+)\.$")
NAMES_OF_A_VOTE = re.compile(r"^(?P<vote>yes|no|abstain): (?P<names>[^.]+)\.")


def table(corpus: str, name: str) -> list[dict[str, str]]:
    with (DATA / corpus / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named(corpus: str) -> Counter[str]:
    return Counter(row["statement_id"] for row in table(corpus, "signatures"))


def sourced() -> dict[str, dict[str, str]]:
    """Read what SOURCES.md says of each statement, by its identifier."""
    facts: dict[str, dict[str, str]] = {}
    statement = ""
    for line in (DATA / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        if heading := HEADING.match(line):
            statement = heading["statement"]
        elif counts := COUNTS.search(line):
            facts[statement] = {key: value or "" for key, value in counts.groupdict().items()}
        elif printed := PRINTED.match(line):
            facts[statement]["names"] = printed["names"]
    return facts


SOURCED = sourced()


def errors_of(descriptor: Path) -> list[tuple[str, str, str | None]]:
    report = validate(str(descriptor))
    assert report.errors == []  # those of the descriptor itself
    return [
        (task.name, error.type, getattr(error, "field_name", None))
        for task in report.tasks
        for error in task.errors
    ]


def copy_with(corpus: str, name: str, replace: tuple[str, str], to: Path) -> Path:
    """Copy a corpus, put one text in the place of another, and return its descriptor."""
    shutil.copytree(DATA / corpus, to)
    path = to / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert replace[0] in text
    path.write_text(text.replace(*replace, 1), encoding="utf-8", newline="")
    return to / "datapackage.json"


@pytest.mark.parametrize("corpus", CORPORA)
def test_data_package_is_valid(corpus: str) -> None:
    assert errors_of(DATA / corpus / "datapackage.json") == []


# One fault each: what stands in the table, what is put in its place, and what is then reported.
FAULTS = {
    "state twice": ("signatures", "pakistan,AFG", "pakistan,PAK", "primary-key", None),
    "name for a code": ("signatures", "cuba,CUB", "cuba,Cuba", "constraint-error", "signatory"),
    "role": ("signatures", "Kuwait,lead", "Kuwait,speaker", "constraint-error", "role"),
    "no name": ("signatures", "AFG,Afghanistan", "AFG,", "constraint-error", "name_as_written"),
    "stance": ("statements", ",support,KWT", ",neutral,KWT", "constraint-error", "stance"),
    "date": ("statements", "2020-10-06,UN", "6 October 2020,UN", "type-error", "date"),
    "count below 0": ("statements", "KWT,3,", "KWT,-3,", "constraint-error", "declared_count"),
    "no successor": ("statements", "KWT,3,,", "KWT,3,2020-11-unga3-later,", "foreign-key", None),
    "quantity": ("claims", ",union,", ",overlap,", "constraint-error", "quantity"),
    "qualifier": ("claims", ",nearly,", ",roughly,", "constraint-error", "qualifier"),
    "no statement": ("signatures", "kuwait,KWT", "kuwait-2,KWT", "foreign-key", None),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_schema_reports_a_fault(fault: str, tmp_path: Path) -> None:
    name, old, new, kind, field = FAULTS[fault]
    descriptor = copy_with("unga75", name, (old, new), tmp_path / "corpus")
    assert errors_of(descriptor) == [(name, kind, field)]


def test_na_is_a_value_and_only_the_empty_cell_is_missing(tmp_path: Path) -> None:
    replace = ("AFG,Afghanistan", "AFG,NA")
    descriptor = copy_with("unga75", "signatures", replace, tmp_path / "corpus")
    rows = Package(str(descriptor)).get_resource("signatures").read_rows()
    afghanistan = next(row for row in rows if row["signatory"] == "AFG")
    assert afghanistan["name_as_written"] == "NA"
    assert rows[-1]["evidence"] is None  # the file's last cell is empty


@pytest.mark.parametrize("corpus", CORPORA)
def test_data_package_describes_every_table_and_every_column(corpus: str) -> None:
    descriptor = json.loads((DATA / corpus / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in descriptor["resources"]}
    assert set(resources) == {path.stem for path in (DATA / corpus).glob("*.csv")} == TABLES[corpus]
    for name, resource in resources.items():
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(table(corpus, name)[0])
        assert all(field["title"] and field["description"] for field in fields)


def test_a_table_has_the_same_schema_in_both_packages() -> None:
    schemas: dict[str, list[object]] = {}
    for corpus in CORPORA:
        descriptor = json.loads((DATA / corpus / "datapackage.json").read_text(encoding="utf-8"))
        for resource in descriptor["resources"]:
            schemas.setdefault(resource["name"], []).append(resource["schema"])
    for name in TABLES["unga75"]:
        first, second = schemas[name]
        assert first == second


@pytest.mark.parametrize("corpus", CORPORA)
def test_sources_of_the_package_are_pages_that_its_tables_name(corpus: str) -> None:
    descriptor = json.loads((DATA / corpus / "datapackage.json").read_text(encoding="utf-8"))
    rows = [row for name in TABLES[corpus] for row in table(corpus, name)]
    pages = {url for row in rows for url in row["source_url"].split(" | ")}
    assert {source["path"] for source in descriptor["sources"]} <= pages


def test_core_case_is_in_the_large_corpus_row_for_row() -> None:
    core = {row["statement_id"] for row in table("unga75", "statements")}
    assert len(core) == 4
    for name in ("statements", "signatures"):
        large = [row for row in table("un-china", name) if row["statement_id"] in core]
        assert large == table("unga75", name)
    claims = [
        row for row in table("un-china", "claims") if set(row["statements"].split(";")) <= core
    ]
    assert claims == table("unga75", "claims")


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_statement_that_is_pointed_to_exists(corpus: str) -> None:
    statements = {row["statement_id"] for row in table(corpus, "statements")}
    claimed = {
        statement for row in table(corpus, "claims") for statement in row["statements"].split(";")
    }
    assert set(named(corpus)) <= statements
    assert claimed <= statements


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_more_states_are_named_than_declared(corpus: str) -> None:
    count = named(corpus)
    declared = {
        row["statement_id"]: int(row["declared_count"])
        for row in table(corpus, "statements")
        if row["declared_count"]
    }
    assert {statement for statement, most in declared.items() if count[statement] > most} == set()


@pytest.mark.parametrize("corpus", CORPORA)
def test_lead_is_the_signatory_with_that_role(corpus: str) -> None:
    statements = {row["statement_id"]: row["lead"] for row in table(corpus, "statements")}
    leads = [
        (row["statement_id"], row["signatory"])
        for row in table(corpus, "signatures")
        if row["role"] == "lead"
    ]
    count = named(corpus)
    assert leads == [
        (statement, lead) for statement, lead in statements.items() if lead and count[statement]
    ]


def test_sources_speak_of_every_statement() -> None:
    # SOURCES.md: "un-china/ holds all thirty-one".
    assert len(SOURCED) == 31
    assert set(SOURCED) == {row["statement_id"] for row in table("un-china", "statements")}


@pytest.mark.parametrize("statement", SOURCED)
def test_statement_agrees_with_its_sources(statement: str) -> None:
    (row,) = [row for row in table("un-china", "statements") if row["statement_id"] == statement]
    facts = SOURCED[statement]
    assert row["date"] == facts["date"]
    assert row["stance"] == facts["stance"]
    assert row["declared_count"] == facts["declared"].replace("no count", "")
    assert named("un-china")[statement] == int(facts["named"])
    if facts["lead"]:  # stated of the complete lists only
        assert row["lead"] == facts["lead"].replace("none stated", "")


@pytest.mark.parametrize(
    "statement", [statement for statement, facts in SOURCED.items() if facts["kind"] == "listed"]
)
def test_complete_list_holds_the_names_as_printed(statement: str) -> None:
    written = [
        row["name_as_written"]
        for row in table("un-china", "signatures")
        if row["statement_id"] == statement
    ]
    assert sorted(written) == sorted(SOURCED[statement]["names"].split(", "))


def test_votes_are_those_in_the_sources() -> None:
    printed = {
        match["vote"]: match["names"].split(", ")
        for line in (DATA / "SOURCES.md").read_text(encoding="utf-8").splitlines()
        if (match := NAMES_OF_A_VOTE.match(line))
    }
    cast: dict[str, list[str]] = {}
    for row in table("un-china", "votes"):
        cast.setdefault(row["vote"], []).append(row["name_as_written"])
    assert cast == printed
    # SOURCES.md: "17 yes, 19 no, 11 abstentions".
    assert [len(cast[vote]) for vote in ("yes", "no", "abstain")] == [17, 19, 11]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_file_is_utf8_with_plain_line_ends(path: Path) -> None:
    content = path.read_bytes()
    content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert b"\0" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")


def test_wheel_and_source_archive_carry_the_data() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    targets = settings["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["force-include"]["data"] == "coalitions/data"
    assert "/data" in targets["sdist"]["include"]


def test_citation_names_the_version_and_licence_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in citation
    assert f"\nlicense: {project['license']}\n" in citation
