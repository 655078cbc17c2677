"""What is read, and what is said of it, is so: promises on bounds, problems, columns and files."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from coalitions import Corpus, bounds
from coalitions.bounds import overlap_bounds, region_bounds
from coalitions.errors import CoalitionsError, CorpusError, Problem, summary
from coalitions.figures import lettering

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
    monkeypatch.setattr(bounds, "milp", lambda *_, **__: late)
    with pytest.raises(CoalitionsError, match="not found within 60 seconds: choose fewer"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


@pytest.mark.parametrize("status", [2, 3, 4])
def test_a_bound_that_is_not_solved_is_not_read(status, monkeypatch):
    failed = SimpleNamespace(status=status, x=None, message="Infeasible.")
    monkeypatch.setattr(bounds, "milp", lambda *_, **__: failed)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_a_bound_that_is_not_proven_is_not_read(monkeypatch):
    solve = bounds.milp

    def unproven(*given, **options):
        found = solve(*given, **options)
        found.mip_dual_bound = found.fun - 1
        return found

    monkeypatch.setattr(bounds, "milp", unproven)
    with pytest.raises(CoalitionsError, match="could not be computed"):
        two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])


def test_the_solver_stops_at_no_gap(monkeypatch):
    # Its own default is 1 in 10,000: one off at 60,000.
    solve, seen = bounds.milp, []

    def spied(*given, **keywords):
        seen.append(keywords["options"])
        return solve(*given, **keywords)

    monkeypatch.setattr(bounds, "milp", spied)
    two_lists((1, 2, 2, 3), (1, 1), [0, 1], [])
    assert [options["mip_rel_gap"] for options in seen] == [0, 0]


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
        "the whole list: coalitions check --problems FILE.csv",
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
    assert lines[-3].startswith("21 times: ")
    assert lines[-2] == f"and {sum(range(1, 21))} more, of 20 other kinds"


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
