"""Pairs of a table that is larger than a corpus are the pairs of the corpus, whatever holds it."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from pyarrow import parquet

from coalitions import CoalitionsError, CoalitionsWarning, count_pairs, load, pairs
from coalitions.cli import streaming
from coalitions.corpus import frames, gram, ordered, spread

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

OF = ("statements", "signatories")


def pairs_of(frame: pd.DataFrame, of: str, least: int) -> pd.DataFrame:
    """Return what a corpus says."""
    corpus = load(frame.drop_duplicates(), members="any")
    return pairs(corpus, of=of, min_shared=least, members="none")


def some_signatures(statements: int = 40, people: int = 25, seed: int = 5) -> pd.DataFrame:
    """Draw who signed what, in the order of the statements."""
    rows, columns = np.nonzero(np.random.default_rng(seed).random((statements, people)) < 0.3)
    return pd.DataFrame(
        {
            "statement_id": [f"s{n:04}" for n in rows],
            "signatory": [f"x{n:04}" for n in columns],
        }
    )


#: What holds the table → from a DataFrame and a folder to it.
HOLDERS: dict[str, Callable[[pd.DataFrame, Path], Any]] = {
    "pandas": lambda frame, _: frame,
    "Polars": lambda frame, _: pl.from_pandas(frame),
    "Polars, lazy": lambda frame, _: pl.from_pandas(frame.iloc[::-1]).lazy(),
    "PyArrow": lambda frame, _: pa.Table.from_pandas(frame, preserve_index=False),
    "DuckDB": lambda frame, folder: small_database(frame.iloc[::-1], folder),
    "a file": lambda frame, folder: write_parquet(frame, folder / "signed.parquet"),
}


def write_parquet(frame: pd.DataFrame, path: Path) -> Path:
    parquet.write_table(pa.Table.from_pandas(frame, preserve_index=False), path)
    return path


def small_database(frame: pd.DataFrame, folder: Path) -> duckdb.DuckDBPyRelation:
    """Return a table of a database that has little memory, and spills to the disk."""
    base = duckdb.connect(
        config={"memory_limit": "24MB", "threads": 1, "temp_directory": str(folder / "spilled")}
    )
    path = write_parquet(frame, folder / "base.parquet")
    return base.read_parquet(str(path))


@pytest.mark.parametrize("of", OF)
def test_whatever_holds_the_table_its_pairs_are_the_same(
    of: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "ROWS", 50)
    frame = some_signatures()
    expected = pairs_of(frame, of, 2)
    assert len(expected) > 50
    by = "signatory" if of == "statements" else "statement_id"
    for holder in HOLDERS.values():
        held = holder(frame.sort_values(by), tmp_path)
        assert_frame_equal(count_pairs(held, of=of, min_shared=2, members="any"), expected)


def test_a_database_of_little_memory_loses_no_row(tmp_path: Path) -> None:
    frame = some_signatures(1_200, 120)
    found = count_pairs(small_database(frame, tmp_path), of="signatories", members="any")
    named = pd.crosstab(frame["statement_id"], frame["signatory"]).to_numpy()
    shared = named.T @ named
    assert found["shared"].tolist() == shared[np.triu_indices(120, 1)].tolist()
    assert found["count_u"].sum() == (shared.diagonal() * np.arange(119, -1, -1)).sum()


@st.composite
def signed(draw: st.DrawFn) -> pd.DataFrame:
    """Draw signatures in any order, some of them twice."""
    cells = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("PQRSTU"))
    rows = draw(st.lists(cells, min_size=1, max_size=40))
    return pd.DataFrame(rows, columns=["statement_id", "signatory"])


@settings(max_examples=15)
@given(
    signed(),
    st.sampled_from(OF),
    st.integers(1, 3),
    st.sampled_from([(64, 9), (10**9, 9), (64, 0)]),  # sparse, full, kept
)
def test_however_they_are_counted_pairs_are_those_of_the_corpus(
    frame: pd.DataFrame, of: str, least: int, ways: tuple[int, int]
) -> None:
    expected = pairs_of(frame, of, least)
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        patch.setattr(frames, "ROWS", 3)
        patch.setattr(ordered, "ROWS", 3)
        patch.setattr(gram, "FULL_IS_FASTER", ways[0])
        patch.setattr(gram, "MOST_IN_MATRIX", ways[1])
        patch.setattr(gram, "_FULL_CELLS", 7)
        patch.setattr(gram, "_CELLS", 7)
        found = count_pairs(frame, of=of, min_shared=least, members="any")
    assert_frame_equal(found, expected)


def test_rows_in_another_order_are_sorted_and_what_stands_twice_is_said() -> None:
    rows = [("b", "Ana"), ("a", "Ana"), ("a", "Bo"), ("b", "Bo"), ("b", "Ana")]
    frame = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    with pytest.warns(CoalitionsWarning) as said:
        found = count_pairs(frame, of="signatories", members="any")
    assert [str(each.message) for each in said] == [
        "DataFrame: the rows are not in the order of statement_id, and are sorted first",
        "DataFrame: 1 of 5 rows say again who signed what, and are counted once",
    ]
    assert found["shared"].tolist() == [2]


def test_numbers_and_other_names_of_columns() -> None:
    rows = [(9, 4.0), (10, 4.0), (10, 7.0), (11, 4.0), (11, 7.0)]
    frame = pd.DataFrame(rows, columns=["symbol", "author"])
    asked: Any = {"members": "any", "columns": {"statement": "symbol", "signatory": "author"}}
    found = count_pairs(frame, of="signatories", **asked)
    assert found[["u", "v", "shared"]].to_numpy().tolist() == [["4", "7", 2]]


def test_states_are_codes_or_names_and_nothing_else() -> None:
    rows = [("a", "Cuba"), ("a", "PER"), ("b", "CUB"), ("b", "Peru")]
    frame = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    found = count_pairs(frame, of="signatories")
    assert found[["u", "v", "shared"]].to_numpy().tolist() == [["CUB", "PER", 2]]
    wrong = pd.concat([frame, pd.DataFrame({"statement_id": ["c"], "signatory": ["Cubba"]})])
    with pytest.raises(CoalitionsError, match=r'"Cubba": is not a known state \(did you mean "C'):
        count_pairs(wrong, of="signatories")


def test_parts_of_a_cluster_add_up() -> None:
    """What Spark does with them, `make spark` sees."""
    frame = some_signatures()
    count, found = spread.Counted("statement_id", "signatory"), list[pd.DataFrame]()
    for odd in (0, 1):
        part = frame[frame["statement_id"].str[-1].astype(int) % 2 == odd]
        batches = pa.Table.from_pandas(part, preserve_index=False).to_batches(40)
        found += [each.to_pandas() for each in count(iter(batches))]
    assert list(count(iter([]))) == []
    sums = pd.concat(found).groupby(["u", "v"])["shared"].sum()
    sizes = frame["signatory"].value_counts()
    assert all(sums[who, who] == size for who, size in sizes.items())
    expected = pairs_of(frame, "signatories", 1).set_index(["u", "v"])["shared"]
    assert sums[[u != v for u, v in sums.index]].to_dict() == expected.to_dict()


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (pd.DataFrame({"statement_id": ["a", None], "signatory": "x"}), "rows without statement"),
        (pd.DataFrame({"statement_id": "a", "signatory": ["x", ""]}), "rows without signatory"),
        (pd.DataFrame({"statement_id": ["a"], "who": "x"}), "lacks signatory; there are: stat"),
        (pd.DataFrame({"statement_id": [["a"]], "signatory": "x"}), "text, numbers or dates"),
        ([("a", "x")], "a value of type list: give a DataFrame"),
        ("nowhere.parquet", "nowhere.parquet: no such file"),
        (__file__, "cannot be read as Parquet"),
    ],
)
def test_what_is_no_table_of_signatures_is_refused(frame: object, sentence: str) -> None:
    with pytest.raises(CoalitionsError, match=sentence):
        count_pairs(frame, members="any")


def test_more_pairs_than_are_worked_out_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coalitions.tables.counted.MOST_ROWS", 100)
    with pytest.raises(CoalitionsError, match="more than 100 pairs of 25 signatories"):
        count_pairs(some_signatures(), of="signatories", members="any")


# The command line


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet", "txt"])
def test_rows_go_into_a_file_as_they_are_printed(
    run: Callable[..., Run], tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"pairs.{suffix}"
    done = run("overlap", "un-china", "--min-shared", "30", "-o", path)
    assert (done.code, done.out) == (0, f"{path}\n")
    style = suffix if suffix in {"csv", "json"} else "table"
    printed = run("overlap", "un-china", "--min-shared", "30", "--format", style).out
    if suffix == "parquet":
        expected = pairs(load("un-china"), min_shared=30)
        found = pd.read_parquet(path)
        found["members"] = found["members"].map(tuple)
        assert found.astype(object).compare(expected.astype(object)).empty
    elif suffix == "csv":  # names stand in one cell
        assert path.read_text().replace(";", ",") == printed.replace(";", ",")
    else:
        assert path.read_text() == printed


def test_a_large_file_is_counted_as_it_is_read(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = some_signatures()
    path = write_parquet(frame.set_axis(["bill", "signatory"], axis=1), tmp_path / "big.parquet")
    asked = (path, "--columns", "statement=bill", "--members", "any", "--min-shared", "7")
    asked = ("overlap", *asked, "--of", "signatories")
    read = run(*asked, "--format", "csv", "--no-members")
    monkeypatch.setattr(streaming, "LARGE", 100)
    monkeypatch.setattr("coalitions.corpus.loading.load", None)  # no corpus is made
    done = run(*asked, "--format", "csv")
    assert (done.code, done.out) == (0, read.out)
    said = f"big.parquet: its {len(frame)} signatures are counted as they are read; which names"
    assert said in done.err
    into = tmp_path / "pairs.parquet"
    assert run(*asked, "-o", into).out == f"{into}\n"
    assert parquet.read_table(into).num_rows == read.out.count("\n") - 1 > 5
    none = run(*asked, "--min-shared", "40", "-o", tmp_path / "none.csv")
    assert (none.code, "no pairs of signatories that share 40" in none.err) == (0, True)


def test_what_takes_a_corpus_is_read_as_one(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that is known in part has bounds, of a file of whatever size."""
    monkeypatch.setattr(streaming, "LARGE", 3)
    frame = some_signatures(3).assign(declared_count=20)
    path = write_parquet(frame, tmp_path / "part.parquet")
    done = run("overlap", path, "--members", "any", "--universe", "30", "--format", "csv")
    bounds = pd.read_csv(io.StringIO(done.out))
    assert (bounds["shared_min"] < bounds["shared_max"]).all()
    assert not done.err


def test_a_file_of_data_is_not_written_over(run: Callable[..., Run], tmp_path: Path) -> None:
    path = write_parquet(some_signatures(3), tmp_path / "own.parquet")
    before = path.read_bytes()
    done = run("overlap", path, "--members", "any", "-o", path)
    assert (done.code, path.read_bytes()) == (2, before)
    assert "that is a file of DATA: choose another name" in done.err
    done = run("overlap", path, "--members", "any", "-o", tmp_path / "x.csv", "--format", "json")
    assert done.code == 2
    assert "--format json goes into a .json" in done.err
