"""What is read, and what is said of it, is so: promises on bounds, problems, columns and files."""

from __future__ import annotations

import datetime as dt
import errno
import os
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import optimize

from coalitions import (
    Corpus,
    draw_card,
    draw_venn,
    load,
    pairs,
    resolve_names,
    select,
    write_card,
)
from coalitions.bounds import overlap_bounds, region_bounds
from coalitions.cli.printing import records
from coalitions.corpus.parts import choose
from coalitions.errors.problems import (
    CoalitionsError,
    CoalitionsWarning,
    CorpusError,
    Problem,
    summary,
)
from coalitions.figures.kit import lettering
from coalitions.files.spreadsheet import csv_text
from coalitions.findings import decimals

# Bounds are exact at every size

BOTH, ONLY_A, ONLY_B, NEITHER = (True, True), (True, False), (False, True), (False, False)


def two_lists(states, unnamed, inside, outside):
    return region_bounds(
        np.array([BOTH, ONLY_A, ONLY_B, NEITHER]),
        np.array(states),
        np.array(unnamed),
        inside,
        outside,
    )


@pytest.mark.parametrize("silent", [12_345, 29_999, 60_000, 1_000_000])
@pytest.mark.parametrize("unnamed", [(0, 7), (20_001, 0), (9_999, 7_001), (12_345, 12_344)])
def test_a_region_of_two_lists_is_what_the_closed_form_says(silent, unnamed):
    shared, only_a, only_b = 3, 17_000, 11_000
    a, b = (min(count, silent + 3_000) for count in unnamed)
    low, high = overlap_bounds(shared, only_a, only_b, a, b, shared + only_a + only_b + silent)
    lists = ((shared, only_a, only_b, silent), (a, b))
    assert two_lists(*lists, [0, 1], []) == (low, high)
    size = shared + only_a + a
    assert two_lists(*lists, [0], [1]) == (size - high, size - low)


@pytest.mark.parametrize("statements", [2, 3, 4])
def test_a_region_with_one_partial_list_is_what_counting_says(statements):
    # The first list names 20,000 and leaves 30,001 unnamed; the others name 25,000 each, 5,000 of
    # them named under all. The unnamed may all be among the 20,000 that the others alone name.
    full = [True] * statements
    records = [full, [True] + [False] * (statements - 1), [False, *full[1:]], [False] * statements]
    states = np.array([5_000, 15_000, 20_000, 20_000])
    unnamed = np.array([30_001] + [0] * (statements - 1))
    inside = list(range(statements))
    assert region_bounds(np.array(records), states, unnamed, inside, []) == (15_001, 25_000)


def test_a_bound_that_takes_too_long_ends_in_a_sentence(monkeypatch):
    # What a solver has found when its time is up may be one off: it is not read.
    late = SimpleNamespace(status=1, x=np.zeros(9), message="Time limit reached.")
    monkeypatch.setattr(optimize, "milp", lambda *_, **__: late)
    with pytest.raises(CoalitionsError, match="not found within 60 seconds: choose fewer"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


@pytest.mark.parametrize("status", [2, 3, 4])
def test_a_bound_that_is_not_solved_is_not_read(status, monkeypatch):
    failed = SimpleNamespace(status=status, x=None, message="Infeasible.")
    monkeypatch.setattr(optimize, "milp", lambda *_, **__: failed)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_a_bound_that_is_not_proven_is_not_read(monkeypatch):
    solve = optimize.milp

    def unproven(*given, **options):
        found = solve(*given, **options)
        found.mip_dual_bound = found.fun - 1
        return found

    monkeypatch.setattr(optimize, "milp", unproven)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_the_solver_stops_at_no_gap(monkeypatch):
    # Its own default is 1 in 10,000: one off at 60,000.
    solve, seen = optimize.milp, []

    def spied(*given, **keywords):
        seen.append(keywords["options"])
        return solve(*given, **keywords)

    monkeypatch.setattr(optimize, "milp", spied)
    two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])
    assert [options["mip_rel_gap"] for options in seen] == [0, 0]


def test_the_solver_prints_nothing(capfd):
    # Presolved, this one prints a line of the solver's own on standard output.
    records = np.array(
        [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 1, 1], [0, 1, 0], [0, 0, 0]], dtype=bool
    )
    members, unnamed = np.array([1, 1, 0, 0, 1, 60_000]), np.array([34_279, 36_036, 57_755])
    assert region_bounds(records, members, unnamed, [0, 1, 2], []) == (8_070, 34_281)
    assert capfd.readouterr() == ("", "")


# Advice never loses or moves a signatory


def problems_of(signatures, *, members="states", statements=None, **tables):
    statements = {"statement_id": ["a"]} if statements is None else statements
    frames = {name: pd.DataFrame(table) for name, table in tables.items()}
    with pytest.raises(CorpusError) as refusal:
        Corpus(pd.DataFrame(statements), pd.DataFrame(signatures), members=members, **frames)
    return refusal.value.problems


def under_a(*signatories, **columns):
    return {"statement_id": ["a"] * len(signatories), "signatory": list(signatories), **columns}


@pytest.mark.parametrize(
    ("first", "again", "code"),
    [
        ("China", "People's Republic of China", "CHN"),
        ("Türkiye", "Turkey", "TUR"),
        ("SWZ", "Eswatini", "SWZ"),
        ("Czech Republic", "Czechia", "CZE"),
    ],
)
def test_a_state_that_stands_twice_is_named_as_it_is_written_with_both_rows_and_its_code(
    first, again, code
):
    (problem,) = problems_of(under_a("Cuba", first, "Togo", again))
    assert (problem.row, problem.value) == (5, again)
    assert f'"{first}" (signatures, row 3)' in problem.expected
    assert f"both {code}" in problem.expected
    assert "number" not in problem.expected


def test_a_code_that_stands_twice_is_named_as_the_source_writes_it():
    written = ["Burma", "Republic of the Union of Myanmar"]
    (problem,) = problems_of(under_a("MMR", "MMR", name_as_written=written))
    assert str(problem) == (
        'signatures, row 3, column signatory: "Republic of the Union of Myanmar": this and "Burma" '
        "(signatures, row 2) are both MMR, under the same statement: "
        "keep one, or correct the one that means another state"
    )


@pytest.mark.parametrize("name", ["Anonymous", "A member of parliament", "N.N.", "J. Smith"])
def test_persons_who_share_a_name_are_numbered_or_counted_not_removed(name):
    problems = problems_of(under_a(name, name, "Other", name), members="any")
    assert [problem.row for problem in problems] == [3, 5]
    for problem in problems:
        assert f'number them ("{name} 1", "{name} 2")' in problem.expected
        assert "declared_count" in problem.expected
        assert "first in signatures, row 2" in problem.expected
        assert "remove" not in problem.expected


def test_two_statements_or_signatories_of_one_id_may_be_two():
    repeated = {"statement_id": ["a", "a"]}
    (problem,) = problems_of(under_a("CUB"), statements=repeated)
    assert "give one of the two another id" in problem.expected
    given = {"signatory": ["Smith", "Smith"]}
    (problem,) = problems_of(under_a("Smith"), members="any", signatories=given)
    assert "tell the two apart" in problem.expected


# Complaints take time in proportion to the input


def test_a_chain_of_versions_is_walked_once_and_its_circle_named():
    count = 3_000
    ids = [f"v{n}" for n in range(count)]
    later = [*ids[1:], "v2990"]
    statements = {"statement_id": ids, "superseded_by": later}
    problems = problems_of({"statement_id": ["v0"], "signatory": ["CUB"]}, statements=statements)
    assert {problem.expected for problem in problems} == {
        "a statement cannot be its own later version"
    }
    assert sorted(statements["statement_id"].index("v2990") + 2 + n for n in range(10)) == sorted(
        problem.row for problem in problems
    )


@pytest.mark.parametrize("width", [0, 1, 40, 100, 333.3])
@pytest.mark.parametrize("text", ["", "W", "i" * 400, "Papua New Guinea and " * 30])
def test_a_text_is_clipped_at_the_last_letter_that_fits(text, width, monkeypatch):
    measured = []

    def text_width(line, size):
        measured.append(line)
        return size * sum(0.3 if letter in "i " else 0.6 for letter in line)

    monkeypatch.setattr(lettering, "text_width", text_width)
    text = " ".join(text.split())
    clipped = lettering.clip(text, width, 9)
    if clipped != text:
        kept = clipped.removesuffix("…")
        assert text.startswith(kept)
        assert text_width(clipped, 9) <= width or not kept
        assert text_width(f"{text[: len(kept) + 1]}…", 9) > width or kept == text[:-1]
    assert len(measured) < 16  # not one a letter


# Problems in numbers


def slips(value, rows, file="s.csv", expected="is not a known state"):
    return [Problem(file, row, "signatory", value, expected) for row in rows]


def test_problems_of_one_kind_are_one_line_with_their_number_and_first_places():
    text = str(
        CorpusError(
            [*slips("Cubba", range(2, 1_203)), *slips("Chyna", [7]), *slips("Togoo", [9, 12])]
        )
    )
    assert text.splitlines() == [
        "1,204 problems of 3 kinds in the input:",
        (
            '1,201 times: s.csv, rows 2, 3, 4 and 1,198 more, column signatory: "Cubba": '
            "is not a known state"
        ),
        '2 times: s.csv, rows 9, 12, column signatory: "Togoo": is not a known state',
        's.csv, row 7, column signatory: "Chyna": is not a known state',
        "the whole list: `problems` of this error",
    ]


def test_one_slip_in_many_files_is_one_kind():
    problems = [each for n in range(5) for each in slips("Cubba", [n + 2], f"{n}.txt")]
    assert summary(problems).splitlines()[1] == (
        '5 times: 0.txt, line 2; 1.txt, line 3; 2.txt, line 4 and 2 more: "Cubba": '
        "is not a known state"
    )


def test_files_that_fail_alike_are_one_kind():
    problems = [Problem(f"{n}.csv", 0, "", "", "the file is empty") for n in range(4)]
    line = "4 times: 0.csv; 1.csv; 2.csv and 1 more: the file is empty"
    assert summary(problems).splitlines()[:2] == ["4 problems of 1 kind in the input:", line]


def test_a_name_that_stands_twice_under_many_statements_is_one_kind():
    ids = [f"s{n}" for n in range(6)]
    problems = problems_of(
        {"statement_id": ids * 2, "signatory": ["China"] * 6 + ["la Chine"] * 6},
        statements={"statement_id": ids},
    )
    assert len(problems) == 6
    (line,) = summary(problems).splitlines()[1:-1]
    assert line.startswith("6 times: signatures, rows 8, 9, 10 and 3 more, column signatory")
    assert 'this and "China" (an earlier place) are both CHN' in line


def test_many_names_that_stand_twice_are_one_kind_with_examples():
    states = ["China", "Cuba", "Chad", "Togo", "Peru"]
    problems = problems_of(
        {"statement_id": ["a"] * 11, "signatory": [*states, *states, "Cubba"]},
        statements={"statement_id": ["a"]},
    )
    lines = summary(problems).splitlines()
    assert lines[0] == "6 problems of 2 kinds in the input:"
    assert lines[1].startswith(
        '5 times, also with "Cuba", "Chad" and 2 more: signatures, rows 7, 8, 9 and 2 more, '
        'column signatory: "China": this and "China" (signatures, row 2) are both CHN'
    )
    # As many as a reader can take in stay one by one, each with its places.
    assert len(summary([each for each in problems if each.row < 10]).splitlines()) == 4


def test_values_and_columns_are_kinds_of_their_own():
    problems = [
        *slips("Cubba", [2]),
        *slips("Cubbb", [3]),
        Problem("s.csv", 2, "lead", "Cubba", "is not a known state"),
        *slips("Cubba", [4], expected="another reason"),
    ]
    assert summary(problems).splitlines()[0] == "4 problems in the input:"
    assert len(summary(problems).splitlines()) == 5


def test_of_very_many_kinds_the_most_frequent_are_named_and_the_rest_counted():
    problems = [each for n in range(60) for each in slips(f"X{n}", range(n + 1))]
    lines = summary(problems).splitlines()
    assert lines[1].startswith("60 times: ")
    assert lines[-4].startswith("21 times: ")
    assert lines[-3] == f"and {sum(range(1, 21))} more, of 20 other kinds"
    assert lines[-1].startswith("60 spellings are no known states")


def test_check_writes_every_problem_to_a_file(tmp_path, run):
    rows = "".join(f"s{n},Cubba\n" for n in range(9)) + "x,=1+1\n"
    (tmp_path / "x.csv").write_text(f"statement_id,signatory\n{rows}")
    found = tmp_path / "found.csv"
    result = run("check", tmp_path / "x.csv", "--problems", found)
    assert (result.code, result.out) == (1, "")
    assert "10 problems of 2 kinds" in result.err
    assert "9 times: x.csv, rows 2, 3, 4 and 6 more" in result.err
    table = pd.read_csv(found, keep_default_na=False)
    assert list(table) == ["file", "row", "column", "value", "expected"]
    assert table["row"].tolist() == list(range(2, 12))
    assert table["value"].tolist() == ["Cubba"] * 9 + ["'=1+1"]  # no formula for a spreadsheet


def test_check_without_a_problem_leaves_no_old_list(tmp_path, run):
    found = tmp_path / "found.csv"
    found.write_text("old")
    assert run("check", "unga75", "--problems", found).code == 0
    assert found.read_text() == "file,row,column,value,expected\n"


@pytest.mark.parametrize("name", ["x.csv", "own/statements.csv", "found.txt"])
def test_the_list_of_problems_takes_the_place_of_no_input(name, tmp_path, run):
    (tmp_path / "own").mkdir()
    (tmp_path / "x.csv").write_text("statement_id,signatory\na,Cubba\n")
    before = (tmp_path / "x.csv").read_text()
    result = run("check", tmp_path / "x.csv", tmp_path / "own", "--problems", tmp_path / name)
    assert result.code == 2
    assert "--problems" in result.err
    assert (tmp_path / "x.csv").read_text() == before
    assert not (tmp_path / "own" / "statements.csv").exists()


# Input that never ends, or is no text


def refused(*paths, **options):
    """Return the one message that a refusal of these paths is."""
    with pytest.raises(CorpusError) as refusal:
        load(*paths, **options)
    (problem,) = refusal.value.problems
    return str(problem)


def test_a_pipe_is_not_waited_for(tmp_path):
    for name in ("x.csv", "x.txt"):
        os.mkfifo(tmp_path / name)
        assert refused(tmp_path / name).startswith(f"{name}: a pipe or a device, which may never")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null"])
@pytest.mark.parametrize("name", ["x.csv", "x.txt"])
def test_a_link_to_a_device_is_not_followed(device, name, tmp_path):
    (tmp_path / name).symlink_to(device)
    assert "a pipe or a device, which may never end: expected a file" in refused(tmp_path / name)


def test_a_member_of_a_folder_may_be_no_pipe(tmp_path):
    (tmp_path / "statements.csv").write_text("statement_id\na\n")
    os.mkfifo(tmp_path / "signatures.csv")
    assert refused(tmp_path).startswith("signatures.csv: a pipe or a device")


def test_a_folder_named_as_a_file_is_no_file(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "statements.csv").mkdir()
    (tmp_path / "own" / "signatures.csv").write_text("statement_id,signatory\na,CUB\n")
    assert refused(tmp_path / "own").startswith("statements.csv: a folder: expected a file")


def test_a_link_to_nothing_and_a_link_in_a_circle(tmp_path):
    (tmp_path / "a.csv").symlink_to(tmp_path / "gone.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "c").symlink_to(tmp_path / "c")
    assert refused(tmp_path / "a.csv") == "a.csv: a link to nothing"
    assert refused(tmp_path / "b.csv") == "b.csv: a link that leads back to itself"
    assert refused(tmp_path / "c") == "c: a link that leads back to itself"


@pytest.mark.parametrize("name", ["x" * 300 + ".csv", "é" * 200 + ".txt", "n" * 5_000])
def test_a_name_longer_than_that_of_any_file(name, tmp_path):
    said = refused(tmp_path / name)
    assert said.endswith("…: the name is longer than that of any file")
    assert len(said) < 150


def test_a_folder_that_may_not_be_entered(tmp_path, monkeypatch):
    # As the system says it; root, who may enter every folder, runs tests too.
    (tmp_path / "own").mkdir()
    real = Path.stat

    def stat(path, **options):
        if path.parent.name == "own":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    assert refused(tmp_path / "own").startswith("own/statements.csv: a folder on the way to it may")
    assert refused(tmp_path / "own" / "x.csv").startswith("x.csv: a folder on the way to it may")


@pytest.mark.parametrize("suffix", [b".csv", b".txt", b""])
def test_a_name_that_is_not_utf8(suffix, tmp_path, run):
    path = os.fsencode(tmp_path) + b"/f\xfcr" + suffix
    if suffix:
        Path(os.fsdecode(path)).write_text("statement_id,signatory\na,CUB\n")
    else:
        Path(os.fsdecode(path)).mkdir()
    result = run("overlap", os.fsdecode(path))
    assert result.code == 1
    said = f"f\ufffdr{suffix.decode()}: the name is not UTF-8: rename it"
    assert result.err.splitlines()[1:] == [said]


@pytest.mark.parametrize("half", ["\ud800", "x\udfff.txt", "\udc7f.csv"])
def test_a_name_of_half_a_character_is_refused_in_a_sentence(half, run):
    result = run("overlap", half)
    assert result.code == 1
    assert "the name is not UTF-8: rename it" in result.err


@pytest.mark.parametrize("path", ["", " ", "\t"])
def test_an_empty_path_is_not_the_folder_that_one_is_in(path):
    assert refused(path).endswith("an empty path: give a file, a folder or a bundled corpus")


def test_a_name_that_no_file_can_have():
    assert refused("a\0b.csv").endswith("no file can have such a name")


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.csv", "statement_id,signatory\na,CUB\n"), ("x.txt", "Cuba\nTogo\nChina, Mali, Chad\n")],
)
def test_a_file_may_be_as_large_as_the_limit_and_no_larger(name, text, tmp_path):
    (tmp_path / name).write_text(text)
    assert len(load(tmp_path / name, max_size=len(text)).statements) == 1
    assert refused(tmp_path / name, max_size=len(text) - 1) == (
        f"{name}: {len(text)} bytes, more than the limit of {len(text) - 1} bytes: cut it into "
        "several files, or raise the limit with `max_size`"
    )


def test_the_limit_is_an_option_of_the_command_line(tmp_path, run):
    (tmp_path / "x.txt").write_text("Cuba\n" * 300)
    result = run("overlap", tmp_path / "x.txt", "--max-size", "1kB")
    assert result.code == 1
    assert "x.txt: 1.5 kB, more than the limit of 1 kB" in result.err
    assert "raise the limit with --max-size" in result.err
    for size in ("0", "-1", "much", "1e3"):
        assert run("overlap", tmp_path / "x.txt", "--max-size", size).code == 2


# A path that exists comes before a bundled corpus of its name


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """Stand beside a folder that has the name of a bundled corpus."""
    (tmp_path / "unga75").mkdir()
    (tmp_path / "unga75" / "statements.csv").write_text("statement_id\nmine\n")
    (tmp_path / "unga75" / "signatures.csv").write_text("statement_id,signatory\nmine,CUB\n")
    monkeypatch.chdir(tmp_path)


def ids(corpus):
    return set(corpus.statements["statement_id"])


@pytest.mark.usefixtures("beside")
def test_a_folder_beside_us_wins_and_it_is_said():
    with pytest.warns(CoalitionsWarning, match="not the bundled corpus; bundled:unga75 is"):
        assert ids(load("unga75")) == {"mine"}


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("given", ["./unga75", "unga75/", Path("unga75"), Path.cwd])
def test_a_path_that_can_be_nothing_else_is_read_without_a_word(given):
    given = Path.cwd() / "unga75" if callable(given) else given
    assert ids(load(given)) == {"mine"}


@pytest.mark.usefixtures("beside")
def test_the_bundled_corpus_has_a_name_that_is_no_path():
    assert len(ids(load("bundled:unga75"))) == 4
    assert len(ids(load())) == 4
    assert len(ids(load("bundled:unga75", "./unga75"))) == 5


def test_a_bundled_corpus_that_is_none_is_refused():
    assert refused("bundled:unga57").endswith("no such bundled corpus; there are un-china, unga75")


def test_a_name_that_is_no_path_is_the_bundled_corpus():
    assert len(ids(load("unga75"))) == len(ids(load(Path("unga75")))) == 4


# Only what is known to be a signature is one


def own_list(folder, header, *rows, file="x.csv"):
    (folder / file).write_text("\n".join([header, *rows]) + "\n")
    return folder / file


@pytest.mark.parametrize(
    ("column", "cell", "meant"),
    [
        ("declared_cont", "3", "declared_count"),
        ("stanse", "support", "stance"),
        ("Stance", "support", "stance"),
        ("Declared Count", "3", "declared_count"),
        ("superseeded_by", "b", "superseded_by"),
        ("lead_", "CUB", "lead"),
        ("dat", "2020", "date"),
        ("eventid", "e", "event_id"),
        ("name-as-writen", "Cuba", "name_as_written"),
        ("rloe", "lead", "role"),
        ("stanse", "", "stance"),
    ],
)
def test_a_column_one_letter_away_from_a_known_one_is_an_error(column, cell, meant, tmp_path):
    path = own_list(tmp_path, f"statement_id,signatory,{column}", f"a,CUB,{cell}")
    assert refused(path) == (
        f'x.csv, row 1, column {column}: not a column we know: is "{meant}" meant? '
        "Correct it, or rename it"
    )


@pytest.mark.parametrize("header", ["statement_id,signtory", "statment_id,Signatory"])
def test_a_slip_in_a_column_that_must_be_there_is_named(header, tmp_path):
    said = refused(own_list(tmp_path, header, "a,CUB"))
    for slip in set(header.split(",")) - {"statement_id"}:
        assert f'is "{slip}" meant for' in said


@pytest.mark.parametrize(
    ("columns", "hints"),
    [
        ("url", '"url" (is "source_url" meant?)'),
        ("party", '"party"'),
        ("declared", '"declared" (is "declared_count" meant?)'),
        ("country", '"country"'),
        ("party,source", '"party", "source" (is "source_url" meant?)'),
    ],
)
def test_columns_that_nobody_knows_are_one_warning_a_file(columns, hints, tmp_path):
    cells = ",".join("some" for _ in columns.split(","))
    path = own_list(tmp_path, f"statement_id,signatory,{columns}", f"a,CUB,{cells}")
    with pytest.warns(CoalitionsWarning) as seen:
        corpus = load(path)
    (said,) = (str(each.message) for each in seen)
    assert said.startswith("x.csv: ")
    assert said.endswith(f"carried along, and not understood: {hints}")
    assert set(columns.split(",")) <= set(corpus.signatures)  # nothing is dropped


def test_a_column_of_another_table_is_told_where_it_belongs(tmp_path):
    own_list(tmp_path, "statement_id", "a", file="statements.csv")
    own_list(tmp_path, "statement_id,signatory,stance", "a,CUB,support", file="signatures.csv")
    with pytest.warns(CoalitionsWarning, match=r'"stance" \(belongs in the statements\)'):
        load(tmp_path)


def test_a_column_beside_the_known_one_is_no_slip(tmp_path):
    path = own_list(tmp_path, "statement_id,signatory,notes,note", "a,CUB,one,two")
    with pytest.warns(CoalitionsWarning, match='"note"'):
        load(path)


def test_tables_made_by_hand_have_their_columns_read_too():
    (problem,) = problems_of(under_a("CUB", rol=["lead"]))
    assert (problem.file, problem.row, problem.column) == ("signatures", 1, "rol")
    (problem,) = problems_of(under_a("CUB", "CHN", vote=[True, False]))
    assert (problem.row, problem.value) == (3, "False")


def test_bundled_and_known_columns_raise_no_warning(recwarn):
    for name in ("unga75", "un-china"):
        load(name, versions="all")
    assert not list(recwarn)


CODES = ["CUB", "CHN", "MLI", "TGO"]


@pytest.mark.parametrize(
    ("column", "votes"),
    [
        ("vote", "Y N A X"),
        ("ms_vote", "Y Y N"),
        ("Vote", "yes yes abstain"),
        ("decision", "Yes,No,Abstain"),
        ("ballot", "1 3 2"),
        ("signed", "1 1 0"),
        ("sponsored", "TRUE FALSE"),
        ("how", "For Against"),
        ("answer", "oui non abstention"),
        ("roll_call", "Yes,Absent"),
        ("vote", "X"),
    ],
)
def test_a_column_of_votes_is_refused_with_the_way_to_load_them(column, votes, tmp_path):
    cells = votes.split(",") if "," in votes else votes.split()
    rows = [f"res1,{code},{vote}" for code, vote in zip(CODES, cells, strict=False)]
    said = refused(own_list(tmp_path, f"statement_id,signatory,{column}", *rows))
    assert f"column {column}: " in said
    assert "a column of votes" in said
    assert '"res1-yes", those against it "res1-no"' in said
    against = next(c for c in cells if c.casefold() not in {"y", "yes", "oui", "for", "1", "true"})
    assert said.startswith(f"x.csv, row {2 + cells.index(against)}, ")


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("signed", ["yes", "yes"]),  # each is a signature indeed
        ("party", ["A", "X"]),
        ("eu", ["1", "0"]),
        ("remark", ["no comment", "yes"]),
        ("ballot_url", ["https://a", "https://b"]),
    ],
)
def test_a_column_that_holds_no_votes_is_kept(column, cells, tmp_path):
    rows = [f"a,{code},{cell}" for code, cell in zip(["CUB", "CHN"], cells, strict=True)]
    with pytest.warns(CoalitionsWarning, match=column):
        corpus = load(own_list(tmp_path, f"statement_id,signatory,{column}", *rows))
    assert sorted(corpus.signatures[column]) == sorted(cells)


def test_one_of_several_lists_has_a_column_more(tmp_path):
    plain = own_list(tmp_path, "statement_id,signatory", "a,CUB", file="a.csv")
    votes = own_list(tmp_path, "statement_id,signatory,vote", "b,CUB,no", file="b.csv")
    assert refused(plain, votes).startswith('b.csv, row 2, column vote: "no": a column of votes')


# A string is no list, a choice is one of the choices


@pytest.mark.parametrize(
    "call",
    [
        lambda corpus, text: draw_venn(corpus, statements=text),
        lambda corpus, text: draw_card(corpus, statements=text),
        lambda corpus, text: write_card(corpus, "never.md", statements=text),
        choose,
        lambda _, text: resolve_names(text),
    ],
)
def test_a_text_where_a_list_is_meant_is_not_taken_letter_by_letter(call, small):
    with pytest.raises(
        CoalitionsError, match=r'"full" is a text, a list is meant: write \["full"\]'
    ):
        call(small, "full")
    with pytest.raises(CoalitionsError, match="5 is no list"):
        call(small, 5)


def test_a_statement_asked_for_twice_is_one_circle(small):
    with pytest.raises(CoalitionsError, match=r"two or three statements .* found 1"):
        draw_venn(small, statements=["full", "full"])


STATEMENTS = pd.DataFrame({"statement_id": ["a"]})
SIGNATURES = pd.DataFrame({"statement_id": ["a"], "signatory": ["CUB"]})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"members": "people"}, 'members "people": expected states or any'),
        ({"members": None}, 'members "None": expected states or any'),
        ({"universe": "12"}, "universe '12': expected a whole number"),
        ({"universe": -1}, "universe -1: expected a whole number"),
        ({"universe": 9.5}, "universe 9.5: expected a whole number"),
        ({"universe": True}, "universe True: expected a whole number"),
        ({"signatures": [{"statement_id": "a"}]}, "signatures: expected a DataFrame, found a list"),
        ({"statements": "a.csv"}, "statements: expected a DataFrame, found a str"),
        ({"claims": None}, "claims: expected a DataFrame, found a NoneType"),
    ],
)
def test_what_a_corpus_cannot_be_made_of_is_refused_in_one_sentence(given, said):
    with pytest.raises(CoalitionsError) as refusal:
        Corpus(**({"statements": STATEMENTS, "signatures": SIGNATURES} | given))
    assert str(refusal.value).startswith(said)


@pytest.mark.parametrize("given", [None, 5, b"a.csv", STATEMENTS["statement_id"], {"a"}])
def test_what_nothing_can_be_loaded_from_is_refused_with_what_can_be(given):
    with pytest.raises(
        CoalitionsError,
        match=r"nothing can be loaded from a value of type \w+(?: \(pandas\))?: (?:give|call)",
    ):
        load(given)


@pytest.mark.parametrize("size", [0, -1, "200MB", 1.5])
def test_a_limit_is_a_number_of_bytes(size):
    with pytest.raises(CoalitionsError, match="expected a number of bytes, 1 or more"):
        load("unga75", max_size=size)


@pytest.mark.parametrize(
    "since",
    [
        2021,
        np.int64(2021),
        "2021",
        "2021-01",
        dt.date(2021, 1, 1),
        dt.datetime(2021, 1, 1, 12, tzinfo=dt.UTC),
        pd.Timestamp("2021-01-01"),
        np.datetime64("2021-01-01"),
    ],
)
def test_a_date_may_be_a_year_or_a_date(since, un_china):
    later = select(un_china, since=since).statements["date"]
    assert len(later) == (un_china.statements["date"] >= "2021").sum()
    earlier = select(un_china, until=since).statements["date"]
    assert earlier.str[:7].max() <= ("2021-12" if str(since) == "2021" else "2021-01")


@pytest.mark.parametrize("since", [20.5, ["2020"], True, "last year", 20201006, "", pd.NaT])
@pytest.mark.parametrize("end", ["since", "until"])
def test_a_date_that_is_none_is_refused_in_one_sentence(since, end, un_china):
    with pytest.raises(CoalitionsError, match="expected a date as YYYY-MM-DD, YYYY-MM or YYYY"):
        select(un_china, **{end: since})


@pytest.mark.parametrize("field", ["event", "topic", "stance"])
def test_what_is_asked_for_is_a_text(field, un_china):
    with pytest.raises(CoalitionsError, match=f"{field}: 5 is no text"):
        select(un_china, **{field: 5})


# Of two empty lists there is no likeness


def test_two_empty_lists_have_no_jaccard():
    statements = {"statement_id": ["a", "b", "c"], "declared_count": [0, 0, None]}
    signatures = {"statement_id": ["c"], "signatory": ["CUB"]}
    table = pairs(Corpus(pd.DataFrame(statements), pd.DataFrame(signatures)))
    rows = table.set_index(["a", "b"])[["jaccard_min", "jaccard_max"]]
    assert rows.loc[("a", "b")].isna().all()
    assert (rows.loc[("a", "c")] == 0).all()
    assert [row["jaccard_min"] for row in records(table)] == [None, 0, 0]
    assert csv_text(table).splitlines()[1].endswith(",0,0,0,0,0,,,")


def test_an_empty_list_and_one_whose_names_are_not_known_may_be_compared():
    statements = {"statement_id": ["a", "b"], "declared_count": [0, 3]}
    signatures = pd.DataFrame({"statement_id": [], "signatory": []})
    row = pairs(Corpus(pd.DataFrame(statements), signatures)).iloc[0]
    assert (row["jaccard_min"], row["jaccard_max"], row["union_min"]) == (0, 0, 3)


def test_the_report_says_none_for_the_jaccard_of_two_empty_lists():
    assert decimals(float("nan"), float("nan")) == "none"
    assert decimals(0.25, 0.5) == "0.25–0.50"
