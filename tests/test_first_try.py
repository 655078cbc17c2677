"""What somebody meets who never saw the tool: each a kind that must not come back."""

from __future__ import annotations

import numpy as np
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from coalitions import load
from coalitions.corpus import statement_labels
from coalitions.errors import ChoiceError, CoalitionsError, CoalitionsWarning, CorpusError

ROWS = {"statement_id": ["may", "may", "june"], "signatory": ["Chile", "Peru", "Chile"]}


def test_a_table_of_marks_on_a_page_is_no_list_and_its_message_says_what_to_do(tmp_path):
    rows = [("State", "March", "May"), ("Chile", "x", ""), ("Peru", "x", "x"), ("Chad", "", "x")]
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    page = tmp_path / "ocean.html"
    page.write_text(f"<html><body><h1>Signatories</h1><table>{cells}</table></body></html>")
    with pytest.raises(CoalitionsError, match=r'"x" \(line \d\) is a mark in a table') as refused:
        load(page)
    assert "layout" in str(refused.value)
    assert "extract" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("votes.dta", "Stata: save it as CSV"),
        ("votes.rds", "write.csv"),
        ("Letters.XLS", "save it as .xlsx or .csv"),
        ("letters.gsheet", "download it there"),
        ("letters.gexf", "give the tables that it was made of"),
        ("letters.zip", "unpack it"),
    ],
)
def test_a_file_of_another_program_is_told_how_it_is_saved(tmp_path, name, said):
    path = tmp_path / name
    path.write_bytes(b"anything")
    with pytest.raises(CorpusError, match=said):
        load(path)


def test_a_path_that_is_not_there_is_named_as_it_was_given():
    with pytest.raises(CorpusError, match=r"corpus: no such file or folder \(last/corpus\)"):
        load("last/corpus")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (pl.DataFrame(ROWS), r"DataFrame \(polars\): call \.to_pandas\(\) first"),
        (pl.LazyFrame(ROWS), r"LazyFrame \(polars\): call \.collect\(\)\.to_pandas\(\) first"),
        (pa.table(ROWS), r"Table \(pyarrow\): call \.to_pandas\(\) first"),
        (pd.Series({"may": ["Chile"]}), r"call \.to_dict\(\) first"),
        (np.array([["may", "Chile"]]), "make a DataFrame of it first"),
        (pd.DataFrame(ROWS).to_dict("records"), r"load\(pandas\.DataFrame\(…\)\) takes them"),
        ([{"letter": "a", "by": "Peru"}, {"letter": "b", "by": "Chad"}], "rows or columns of a"),
        (ROWS, "rows or columns of a table"),
    ],
)
def test_a_table_that_is_none_of_pandas_is_told_how_it_becomes_one(given, said):
    with pytest.raises(ChoiceError, match=said):
        load(given)


def test_an_open_file_is_no_list_of_paths(tmp_path):
    path = tmp_path / "may.txt"
    path.write_text("Chile\nPeru\n")
    with path.open() as stream, pytest.raises(ChoiceError, match="give its path"):
        load(stream)


@pytest.mark.parametrize("kind", [list, tuple, set, np.array])
def test_a_cell_of_a_frame_may_hold_several_names_of_any_kind(kind):
    cells = [kind(["Chile", "Bosnia and Herzegovina"]), kind(["Chile"])]
    corpus = load(pd.DataFrame({"statement_id": ["may", "june"], "signatories": cells}))
    assert corpus.named.to_dict() == {"may": 2, "june": 1}


def test_a_gap_among_votes_that_r_wrote_is_told_how_it_is_written(tmp_path):
    path = tmp_path / "votes.csv"
    path.write_text("resolution,country,vote\n1,Chile,yes\n1,Peru,NA\n")
    with pytest.raises(CorpusError, match=r'row 3, column vote: "NA".*has an empty cell'):
        load(path, layout="votes")


@pytest.mark.parametrize("what", ["members", "versions", "layout", "doubles", "groups"])
def test_a_choice_that_is_none_is_told_by_its_name(what):
    with pytest.raises(ChoiceError, match=f'{what} "5": expected'):
        load("unga75", **{what: 5})


def book(path, rows, merged=(), others=()):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for area in merged:
        made.active.merge_cells(area)
    for title, row in others:
        made.create_sheet(title).append(row)
    made.save(path)
    return path


def test_merged_cells_of_a_sheet_stand_for_each_of_their_rows(tmp_path):
    rows = [
        ["statement_id", "date", "signatory"],
        ["may", "2024-05", "Chile"],
        [None, None, "Peru"],
    ]
    path = book(tmp_path / "x.xlsx", [*rows, ["june", "2024-06", "Chad"]], ["A2:A3", "B2:B3"])
    with pytest.warns(CoalitionsWarning, match="merged cells stand for each of their rows: A2:A3"):
        corpus = load(path)
    assert corpus.named.to_dict() == {"may": 2, "june": 1}


def test_a_gap_in_a_sheet_that_is_not_merged_is_a_gap(tmp_path):
    rows = [["statement_id", "signatory"], ["may", "Chile"], [None, "Peru"], ["june", "Chad"]]
    with pytest.raises(CorpusError, match="row 3, column statement_id: expected something here"):
        load(book(tmp_path / "x.xlsx", rows, ["C7:D9"]))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Letters on the ocean"], ["State", "May"], ["Chile", "x"]], "leave out what stands"),
        ([["State", "Assembly"], [None, "May"], ["Chile", "x"]], "a second row of headers"),
        ([["State", "May", "June"], ["Chile", "x", "x"], ["Total", 1, 7]], "row of totals is left"),
    ],
)
def test_what_stands_around_a_table_of_marks_is_told(tmp_path, rows, said):
    with pytest.raises(CorpusError, match=said):
        load(book(tmp_path / "x.xlsx", rows), layout="wide")


def test_a_note_below_a_table_and_another_sheet_are_told(tmp_path):
    rows = [["statement_id", "signatory"], ["may", "Chile"], ["Source: the desk"]]
    with pytest.raises(
        CorpusError, match=r"row 4, column signatory: .* note below a table is left"
    ):
        load(book(tmp_path / "x.xlsx", [*rows[:2], [], rows[2]]))
    cover = book(tmp_path / "y.xlsx", [["Read me"]], others=[("Data", rows[0])])
    with pytest.raises(CorpusError, match=r'read is the first sheet, "Sheet"; .* front: "Data"'):
        load(cover)


def test_a_title_above_a_table_of_cells_is_told(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Open letter;;\n;;\nNGO;Letter;Date\nAmnesty;A;2020\n")
    with pytest.raises(CorpusError, match="leave out what stands above the names of the columns"):
        load(path, members="any")
    with pytest.raises(ChoiceError, match=r'no table has a column "NGO".*leave out what stands'):
        load(path, members="any", columns={"signatory": "NGO", "statement": "Letter"})


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("28/05/2024", r"\(is 2024-05-28 meant\?\)"),
        ("1/2/2020", r"\(is 2020-02-01 meant, or 2020-01-02\?\)"),
        ("45440", r"\(is 2024-05-28 meant\?\)"),
        ("May 28, 2024", r"\(is 2024-05-28 meant\?\)"),
        ("31/02/2020", "or nothing$"),
        ("500 BC", "or nothing$"),
    ],
)
def test_a_date_that_is_written_otherwise_is_told_as_it_may_be_meant(cell, said):
    rows = {"statement_id": ["may"], "signatory": ["Chile"], "date": [cell]}
    with pytest.raises(CorpusError, match=f"expected a date as YYYY-MM-DD.*{said}"):
        load(pd.DataFrame(rows))


def test_ids_that_somebody_wrote_as_names_are_names():
    rows = {"statement_id": ["Super League", "Fan voices"], "signatory": ["Ajax", "Celtic"]}
    corpus = load(pd.DataFrame({**rows, "date": ["2024-04", "2024-09"]}), members="any")
    assert statement_labels(corpus).tolist() == ["Super League (Apr 2024)", "Fan voices (Sep 2024)"]


def test_names_by_statement_in_a_json_file_are_read_as_in_python(tmp_path):
    path = tmp_path / "x.json"
    path.write_text('{"may": ["Chile", "Peru"], "june": ["Chile"]}')
    assert load(path).named.to_dict() == {"may": 2, "june": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[{"statement_id": "a", "statement_id": "b", "signatory": "Peru"}]',
            "stands twice in",
        ),
        ('[{"statement_id": Infinity, "signatory": "Peru"}]', "Infinity is no number of a table"),
        ('[{"statement_id": 1e400, "signatory": "Peru"}]', '"1e400" is too large for a number'),
        (f'[{{"statement_id": {"9" * 5000}}}]', "a number of thousands of digits"),
    ],
)
def test_a_json_file_loses_nothing_without_a_word(tmp_path, text, said):
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(CorpusError, match=said):
        load(path)
    lines = tmp_path / "x.jsonl"
    lines.write_text(text[1:-1])
    with pytest.raises(CorpusError, match=r"x\.jsonl, row 1"):
        load(lines)


def test_other_separators_are_told(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("statement_id|signatory\na|Chile\n")
    with pytest.raises(CorpusError, match="cells are parted by commas, semicolons, tabs: save it"):
        load(path)
