"""What somebody meets who never saw the tool: each a kind that must not come back."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from coalitions import load
from coalitions.errors import ChoiceError, CoalitionsError, CorpusError

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
