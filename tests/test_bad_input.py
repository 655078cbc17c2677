"""Bad input: exit 1, one message that says where, what and what was expected; nothing written."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import worked

from coalitions import CoalitionsError, Corpus, load, two_mode_graph
from coalitions.errors.problems import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

HEADER = "statement_id,signatory\n"

#: What is wrong → the file's bytes, and the line of the message after the first.
LISTS: dict[str, tuple[bytes, str]] = {
    "empty file": (b"", "x.csv: the file is empty"),
    "nothing but blank lines": (b"\n \n", "x.csv: the file is empty"),
    "no header": (
        b"a,CUB\na,CHN\n",
        (
            'x.csv, row 1: "a,CUB": the header lacks statement_id, signatory; '
            "it needs statement_id,signatory; say with --columns which are meant, or with --layout "
            "how it is laid out"
        ),
    ),
    "missing column": (
        b"statement_id,state\na,CUB\n",
        (
            'x.csv, row 1: "statement_id,state": the header lacks signatory; '
            "it needs statement_id,signatory; say with --columns which are meant, or with --layout "
            "how it is laid out"
        ),
    ),
    "unknown state": (
        b"statement_id,signatory\na,CUB\na,Cote dIvore\n",
        (
            'x.csv, row 3, column signatory: "Cote dIvore": is not a known state '
            '(did you mean "Côte d\'Ivoire"?)'
        ),
    ),
    "group instead of a state": (
        b"statement_id,signatory\na,African Group\n",
        (
            'x.csv, row 2, column signatory: "African Group": '
            "is a group, not a state: name its members"
        ),
    ),
    "two-letter code": (
        b"statement_id,signatory\na,NA\n",
        'x.csv, row 2, column signatory: "NA": is not a known state',
    ),
    "the same state twice": (
        b"statement_id,signatory\na,CUB\nb,CUB\na,Cuba\n",
        (
            'x.csv, row 4, column signatory: "Cuba": this and "CUB" (x.csv, row 2) are both CUB, '
            "under the same statement: keep one, or correct the one that means another state"
        ),
    ),
    "signature without a statement": (
        b"statement_id,signatory\n,CUB\na,CHN\n",
        "x.csv, row 2, column statement_id: expected something here",
    ),
    "statement without a signature's name": (
        b"statement_id,signatory\na,\na,CHN\n",
        "x.csv, row 2, column signatory: expected something here",
    ),
    "a date that is none": (
        b"statement_id,signatory,date\na,CUB,6 October 2020\n",
        (
            'x.csv, row 2, column date: "6 October 2020": '
            "expected a date as YYYY-MM-DD, YYYY-MM or YYYY, or nothing (is 2020-10-06 meant?)"
        ),
    ),
    "a day that is none": (
        b"statement_id,signatory,date\na,CUB,2021-02-29\n",
        (
            'x.csv, row 2, column date: "2021-02-29": '
            "expected a date as YYYY-MM-DD, YYYY-MM or YYYY, or nothing"
        ),
    ),
    "a stance with a slip": (
        b"statement_id,signatory,stance\na,CUB,suport\n",
        (
            'x.csv, row 2, column stance: "suport": did you mean "support"? '
            "Correct it, or give the side another name"
        ),
    ),
    "a role that is none": (
        b"statement_id,signatory,role\na,CUB,speaker\n",
        'x.csv, row 2, column role: "speaker": expected "lead", "signatory" or nothing',
    ),
    "declared count below zero": (
        b"statement_id,signatory,declared_count\na,CUB,-3\n",
        (
            'x.csv, row 2, column declared_count: "-3": '
            "expected a whole number, 0 or more, or nothing"
        ),
    ),
    "declared count that is no whole number": (
        b"statement_id,signatory,declared_count\na,CUB,3.5\n",
        (
            'x.csv, row 2, column declared_count: "3.5": '
            "expected a whole number, 0 or more, or nothing"
        ),
    ),
    "declared count beyond the universe": (
        b"statement_id,signatory,declared_count\na,CUB,196\n",
        (
            'x.csv, row 2, column declared_count: "196": more than the universe of 195: '
            "correct the count, or give a larger universe"
        ),
    ),
    "UTF-16": (
        (HEADER + "a,CUB\n").encode("utf-16"),
        "x.csv: the file is UTF-16: save it as UTF-8",
    ),
    "NUL byte": (
        b"statement_id,signatory\na,CUB\na,C\0HN\n",
        "x.csv, row 3: a NUL byte: this is not a text file in UTF-8",
    ),
    "separated by bars": (
        b"statement_id|signatory\na|CUB\n",
        (
            'x.csv, row 1: "statement_id|signatory": the header lacks statement_id, signatory; '
            "it needs statement_id,signatory; cells are parted by commas, semicolons, tabs: save "
            "it with one of these"
        ),
    ),
    "too many cells": (
        b"statement_id,signatory\na,CUB\na,Korea, Republic of\n",
        (
            'x.csv, row 3: "a,Korea,Republic of": 3 cells where the header has 2: '
            "put cells that hold commas in double quotes"
        ),
    ),
    "too few cells": (
        b"statement_id,signatory\na\n",
        (
            'x.csv, row 2: "a": 1 cells where the header has 2: '
            "put cells that hold commas in double quotes"
        ),
    ),
    "duplicate column": (
        b"statement_id,signatory,signatory\na,CUB,CHN\n",
        "x.csv, row 1, column signatory: this column stands twice in the header",
    ),
    "name that contradicts the code": (
        b"statement_id,signatory,name_as_written\na,GNB,Guinea\na,GIN,Guinea\n",
        (
            'x.csv, row 2, column name_as_written: "Guinea": the name as written is GIN, '
            "not GNB: correct one of the two"
        ),
    ),
    "lead that is no state": (
        b"statement_id,signatory,lead\na,CUB,Cubba\n",
        'x.csv, row 2, column lead: "Cubba": is not a known state (did you mean "Cuba"?)',
    ),
    "statement that supersedes nothing": (
        b"statement_id,signatory,superseded_by\na,CUB,b\n",
        (
            'x.csv, row 2, column superseded_by: "b": no such statement: '
            "add it to statements.csv, or correct the id"
        ),
    ),
}


def assert_refused(result: Run, *lines: str) -> None:
    """Assert one message, with these problems and no other, on standard error alone."""
    heading = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    assert result.err.splitlines() == [f"coalitions: {heading} in the input:", *lines]
    assert (result.code, result.out) == (1, "")


@pytest.mark.parametrize("case", LISTS)
def test_a_list(
    case: str,
    tmp_path: Path,
    run: Callable[..., Run],
    listing: Callable[[Path], dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content, line = LISTS[case]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_bytes(content)
    before = listing(tmp_path)
    assert_refused(run("overlap", "x.csv"), line)
    assert_refused(run("export", "x.csv", "-o", "graph.gexf"), line)
    assert listing(tmp_path) == before


def test_a_list_of_a_header_alone(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "x.csv").write_text(HEADER)
    result = run("overlap", tmp_path / "x.csv")
    assert (result.code, result.out) == (1, "")
    assert "x.csv" in result.err


def test_a_count_too_large_for_a_computer(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "x.csv").write_text(f"statement_id,signatory,declared_count\na,CUB,{10**30}\n")
    result = run("overlap", tmp_path / "x.csv")
    assert (result.code, result.out) == (1, "")
    assert "x.csv, row 2, column declared_count" in result.err


def test_a_quote_that_is_never_closed(tmp_path: Path, run: Callable[..., Run]) -> None:
    # All that follows is one cell, in a large file longer than the csv module takes.
    (tmp_path / "x.csv").write_text(f'{HEADER}a,"CUB\n' + "a,CHN\n" * 30_000)
    result = run("overlap", tmp_path / "x.csv")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("coalitions: 1 problem in the input:\nx.csv, row 2")


@pytest.mark.parametrize("later", ["a", "b"])
def test_a_letter_that_is_its_own_later_version(
    later: str, tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"statement_id,signatory,superseded_by\na,CUB,{later}\nb,CUB,a\n")
    result = run("overlap", path)
    assert (result.code, result.out) == (1, "")
    assert "x.csv, row 2, column superseded_by" in result.err


def test_rows_that_describe_one_statement_differently(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,declared_count\na,CUB,3\na,CHN,4\n")
    result = run("overlap", path)
    assert (result.code, result.out) == (1, "")
    # To remove a row would lose a signature: what differs must be said.
    assert "x.csv, row 3, column declared_count" in result.err
    assert '"4"' in result.err


@pytest.mark.parametrize("given", ["missing.csv", "missing.txt", "missing"])
def test_a_missing_file(given: str, tmp_path: Path, run: Callable[..., Run]) -> None:
    result = run("overlap", tmp_path / given)
    assert (result.code, result.out) == (1, "")
    assert f"{given}: no such file" in result.err
    assert result.err.count("\n") == 2


def test_a_file_of_another_kind(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "lists.sheet").write_bytes(b"PK")
    result = run("overlap", tmp_path / "lists.sheet")
    assert result.code == 1
    assert "lists.sheet: what kind of file is this?" in result.err
    for known in ("folder", ".csv", ".txt", "unga75", "un-china"):
        assert known in result.err


def test_a_folder_without_the_files(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "own").mkdir()
    expected = "not in the folder own: a corpus folder holds statements.csv and signatures.csv"
    lines = [f"{name}.csv: {expected}" for name in ("signatures", "statements")]
    assert_refused(run("overlap", tmp_path / "own"), *lines)
    (tmp_path / "own" / "spring.txt").write_text("Cuba", encoding="utf-8")
    refused = run("overlap", tmp_path / "own").err
    assert refused.count("; lists are given by name: own/*.txt") == len(lines)


def test_the_folder_of_a_report_says_where_its_corpus_is(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    inside = tmp_path / "last" / "corpus"
    inside.mkdir(parents=True)
    for name in ("statements", "signatures"):
        (inside / f"{name}.csv").write_text("statement_id,signatory\na,CUB\n")
    for verb in (["check"], ["diff", "unga75"]):
        result = run(*verb, tmp_path / "last")
        assert result.code == 1
        assert result.err.count("; there is one in last/corpus: give that") == 2
    assert "there is one" not in run("check", tmp_path).err


def test_a_table_of_votes_names_the_layout_that_reads_it(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    table = tmp_path / "b.csv"
    table.write_text("statement_id,signatory,vote\na,Cuba,yes\na,Peru,no\n")
    assert "read a table of your own with --layout votes, or " in run("check", table).err
    assert run("check", table, "--layout", "votes").code == 0


@pytest.mark.parametrize(("number", "told"), [(41, 1), (40, 0)])
def test_many_names_that_are_no_states_may_be_persons(
    number: int, told: int, tmp_path: Path, run: Callable[..., Run]
) -> None:
    table = tmp_path / "letter.csv"
    rows = "".join(f"a,Ada Lane the {n}th\n" for n in range(number))
    table.write_text(f"statement_id,signatory\n{rows}")
    assert run("check", table).err.count("; if they are no states, take --members any") == told


TEXTS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "x.txt: the file is empty"),
    "no names": (
        b"# nobody\n\n",
        "x.txt: no names in it: expected one name a line, or a list in prose",
    ),
    "UTF-16": ("Cuba\n".encode("utf-16"), "x.txt: the file is UTF-16: save it as UTF-8"),
    "NUL byte": (b"Cuba\n\0\n", "x.txt, line 2: a NUL byte: this is not a text file in UTF-8"),
    "unknown state": (
        b"Cuba\nCubba\n",
        'x.txt, line 2: "Cubba": is not a known state (did you mean "Cuba"?)',
    ),
    "unknown state that begins another": (
        b"Nigeria\nNiger\nNigera\n",
        ('x.txt, line 3: "Nigera": is not a known state (did you mean "Nigeria" or "Niger"?)'),
    ),
    "the same name twice": (
        b"Cuba\nTogo\nTogo\n",
        (
            'x.txt, line 3: "Togo": this and "Togo" (x.txt, line 2) are both TGO, '
            "under the same statement: keep one, or correct the one that means another state"
        ),
    ),
    "the same state twice": (
        b"Cuba\nChina\nla Chine\n",
        (
            'x.txt, line 3: "la Chine": this and "China" (x.txt, line 2) are both CHN, '
            "under the same statement: keep one, or correct the one that means another state"
        ),
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_text(case: str, tmp_path: Path, run: Callable[..., Run]) -> None:
    content, line = TEXTS[case]
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    assert_refused(run("overlap", path), line)


# Many problems at once


BAD_FOLDER = {
    "statements.csv": (
        "statement_id,date,declared_count,stance,superseded_by\n"
        "a,6 October,-1,suport,zz\n"
        "b,,,,\n"
        "b,,,,\n"
    ),
    "signatures.csv": (
        "statement_id,signatory,name_as_written\n"
        "a,CUB,Cuba\n"
        "a,Nowhere,\n"
        "c,CUB,\n"
        "b,GIN,Guinea-Bissau\n"
    ),
    "claims.csv": (
        "claim_id,quantity,statements,qualifier,count\nk,size,zz,exactly,4\nl,length,a,around,-2\n"
    ),
}
FOUND = [
    ("claims.csv", 2, "statements", "zz"),
    ("claims.csv", 3, "count", "-2"),
    ("claims.csv", 3, "qualifier", "around"),
    ("claims.csv", 3, "quantity", "length"),
    ("signatures.csv", 3, "signatory", "Nowhere"),
    ("signatures.csv", 4, "statement_id", "c"),
    ("signatures.csv", 5, "name_as_written", "Guinea-Bissau"),
    ("statements.csv", 2, "date", "6 October"),
    ("statements.csv", 2, "declared_count", "-1"),
    ("statements.csv", 2, "stance", "suport"),
    ("statements.csv", 2, "superseded_by", "zz"),
    ("statements.csv", 4, "statement_id", "b"),
]


@pytest.fixture
def bad_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bad"
    folder.mkdir()
    for name, text in BAD_FOLDER.items():
        (folder / name).write_text(text)
    return folder


def test_all_problems_of_all_files_are_listed(bad_folder: Path) -> None:
    with pytest.raises(CorpusError) as refusal:
        load(bad_folder)
    problems = refusal.value.problems
    assert [(p.file, p.row, p.column, p.value) for p in problems] == FOUND
    assert all(p.expected for p in problems)
    assert str(refusal.value).splitlines()[0] == "12 problems in the input:"
    assert len(str(refusal.value).splitlines()) == 13


def test_all_files_that_cannot_be_read_are_listed(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfeC\0")
    paths = [tmp_path / name for name in ("a.csv", "b.txt", "c.csv")]
    assert_refused(
        run("overlap", *paths),
        "a.csv: the file is empty",
        "b.txt: the file is UTF-16: save it as UTF-8",
        "c.csv: no such file",
    )


def test_check_lists_problems_as_json(
    bad_folder: Path, run: Callable[..., Run], listing: Callable[[Path], dict[str, str]]
) -> None:
    before = listing(bad_folder)
    result = run("check", bad_folder, "--format", "json")
    found = json.loads(result.out)
    assert result.code == 1
    assert set(found) == {"problems", "ledger", "claims"}
    assert (found["ledger"], found["claims"]) == ([], [])
    assert [(p["file"], p["row"], p["column"], p["value"]) for p in found["problems"]] == FOUND
    assert all(set(p) == {"file", "row", "column", "value", "expected"} for p in found["problems"])
    assert listing(bad_folder) == before


@pytest.mark.parametrize("style", ["table", "csv"])
def test_check_lists_problems_as_text(
    style: str, bad_folder: Path, run: Callable[..., Run]
) -> None:
    result = run("check", bad_folder, "--format", style)
    lines = result.err.splitlines()
    assert (result.code, result.out) == (1, "")
    assert lines[0] == "coalitions: 12 problems in the input:"
    for line, (file, row, column, value) in zip(lines[1:], FOUND, strict=True):
        assert line.startswith(f'{file}, row {row}, column {column}: "{value}": ')


def test_a_claim_about_too_few_statements_is_a_problem_of_its_file(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    folder = worked.write_folder(tmp_path / "own")
    (folder / "claims.csv").write_text(
        "claim_id,quantity,statements,qualifier,count\nk,overlap,full,exactly,1\n"
    )
    result = run("check", folder, "--format", "json")
    assert result.code == 1
    (problem,) = json.loads(result.out)["problems"]
    assert (problem["file"], problem["row"], problem["column"]) == ("claims.csv", 2, "statements")


def test_no_problem_is_listed_twice(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,stance\n,CUB,suport\n")
    with pytest.raises(CorpusError) as refusal:
        load(path)
    assert len(set(refusal.value.problems)) == len(refusal.value.problems)


# Tables made by hand


def test_problems_of_tables_made_by_hand_name_the_table() -> None:
    with pytest.raises(CorpusError) as refusal:
        Corpus(
            pd.DataFrame({"statement_id": ["a", "a"], "declared_count": [-1, None]}),
            pd.DataFrame({"statement_id": ["a"], "signatory": ["Cubba"]}),
        )
    assert [(p.file, p.row, p.column, p.value) for p in refusal.value.problems] == [
        ("signatures", 2, "signatory", "Cubba"),
        ("statements", 2, "declared_count", "-1"),
        ("statements", 3, "statement_id", "a"),
    ]


def test_a_signatory_that_is_nothing_is_refused() -> None:
    with pytest.raises(CorpusError, match="signatures, row 3, column signatory"):
        Corpus(
            pd.DataFrame({"statement_id": ["a"]}),
            pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["CUB", None]}),
        )


def test_a_universe_smaller_than_who_is_named(run: Callable[..., Run]) -> None:
    result = run("overlap", "--stance", "critical", "--universe", "38")
    assert (result.code, result.out) == (1, "")
    assert 'universe: "38": fewer than are named' in result.err


def test_a_statement_that_has_the_name_of_a_signatory() -> None:
    # The two would be one node of the two-mode graph.
    with pytest.raises(CoalitionsError, match="CUB"):
        two_mode_graph(
            Corpus(
                pd.DataFrame({"statement_id": ["CUB"]}),
                pd.DataFrame({"statement_id": ["CUB", "CUB"], "signatory": ["CHN", "CUB"]}),
            )
        )


@pytest.mark.parametrize("choice", [{"members": "nations"}, {"versions": "newest"}])
def test_a_choice_that_is_none(choice: dict[str, str]) -> None:
    # Neither may pass for one of the two that there are.
    with pytest.raises((ValueError, CoalitionsError), match=next(iter(choice.values()))):
        load("unga75", **choice)  # type: ignore[arg-type]


# Places that cannot be written


@pytest.mark.parametrize(
    "command",
    [
        ("export", "-o", "file/x.gexf"),
        ("export", "-o", "nowhere/x.gexf"),
        ("export", "-o", "file/x.csv"),
        ("export", "-o", "folder.graphml"),
        ("explore", "-o", "file/x.html"),
        ("explore", "-o", "folder.html"),
        ("figure", "upset", "-o", "file/x.svg"),
        ("figure", "upset", "-o", "folder.svg"),
        ("report", "-o", "file"),
        ("report", "-o", "file/report"),
    ],
    ids=" ".join,
)
def test_a_place_that_cannot_be_written(
    command: tuple[str, ...],
    tmp_path: Path,
    run: Callable[..., Run],
    listing: Callable[[Path], dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    for suffix in ("graphml", "html", "svg"):
        (tmp_path / f"folder.{suffix}").mkdir()
    before = listing(tmp_path)
    result = run(*command)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("coalitions: ")
    assert result.err.count("\n") == 1
    assert command[-1].split("/")[0] in result.err
    assert "-o" in result.err or "is a folder; a figure is one file" in result.err
    assert listing(tmp_path) == before


def test_a_folder_with_other_files_is_no_place_for_a_report(
    tmp_path: Path, run: Callable[..., Run], listing: Callable[[Path], dict[str, str]]
) -> None:
    folder = worked.write_folder(tmp_path / "own")
    before = listing(tmp_path)
    result = run("report", folder, "-o", folder)
    assert (result.code, result.out) == (1, "")
    assert "claims.csv" in result.err
    assert listing(tmp_path) == before


@pytest.mark.parametrize("command", [("figure", "upset"), ("export",)], ids=" ".join)
def test_a_suffix_that_is_none(
    command: tuple[str, ...], tmp_path: Path, run: Callable[..., Run]
) -> None:
    result = run(*command, "-o", tmp_path / "x.doc")
    assert (result.code, result.out) == (1, "")
    assert ".doc" in result.err
    assert (".svg" if command[0] == "figure" else ".gexf") in result.err
    assert not list(tmp_path.iterdir())


# The installed command, in a process of its own


def test_in_a_process_of_its_own(tmp_path: Path) -> None:
    content, line = LISTS["unknown state"]
    (tmp_path / "x.csv").write_bytes(content)
    code = "from coalitions.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "report", "x.csv", "-o", "out"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 1
    assert done.stdout == b""
    message = done.stderr.decode().splitlines()
    assert message == ["coalitions: 1 problem in the input:", line]
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]
