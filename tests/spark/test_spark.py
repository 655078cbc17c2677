"""A real Spark, on this machine: its pairs are those of every other frame. It takes Java."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from pyspark.sql import SparkSession
from test_count_pairs import HOLDERS, OF, pairs_of, some_signatures

from coalitions import CoalitionsError, count_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUIET = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "3",  # groups are parted, and what they share is added up
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config(map=QUIET).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def on(spark: SparkSession, rows: list[tuple[Any, ...]], kinds: str) -> Any:
    return spark.createDataFrame(rows, kinds)


@pytest.mark.parametrize("of", OF)
def test_pandas_polars_duckdb_and_spark_give_the_same_table(
    spark: SparkSession, tmp_path: Path, of: str
) -> None:
    frame = some_signatures(60, 30)
    by = "signatory" if of == "statements" else "statement_id"
    held: dict[str, Any] = {
        name: hold(frame.sort_values(by), tmp_path) for name, hold in HOLDERS.items()
    }
    rows = [(signatory, 2020, statement) for statement, signatory in frame.iloc[::-1].to_numpy()]
    held["Spark"] = on(spark, rows + rows[:5], "signatory string, year int, statement_id string")
    expected = pairs_of(frame, of, 3)
    assert len(expected) > 50
    for name, holder in held.items():
        found = count_pairs(holder, of=of, min_shared=3, members="any")
        assert_frame_equal(found, expected, obj=name)


def test_numbers_other_names_and_spellings_of_states(spark: SparkSession) -> None:
    rows = [(9, "Cuba"), (9, "CUB"), (10, "Peru"), (10, "CUB"), (10, "Österreich"), (9, "PER")]
    called = {"statement": "symbol.of", "signatory": "author"}
    frame = on(spark, [each for each in rows if each[1] != "Österreich"], "n int, author string")
    frame = frame.withColumnRenamed("n", "symbol.of")
    found = count_pairs(frame, of="signatories", columns=called)
    assert found[["u", "v", "shared"]].to_numpy().tolist() == [["CUB", "PER", 2]]
    statements = count_pairs(frame, columns=called)
    assert statements[["a", "b", "shared_named"]].to_numpy().tolist() == [["10", "9", 2]]
    wrong = on(spark, [("a", "Cubba")], "statement_id string, signatory string")
    with pytest.raises(CoalitionsError, match=r'"Cubba": is not a known state \(did you mean'):
        count_pairs(wrong)


def test_rows_without_a_name_and_other_cells(spark: SparkSession) -> None:
    blank = on(spark, [("a", None)], "statement_id string, signatory string")
    with pytest.raises(CoalitionsError, match="rows without signatory"):
        count_pairs(blank, members="any")
    days = [(pd.Timestamp("2020-01-01").date(), each) for each in ("Ana", "Bo")]
    found = count_pairs(
        on(spark, days, "statement_id date, signatory string"), of="signatories", members="any"
    )
    assert found["shared"].tolist() == [1]
    none = count_pairs(
        on(spark, [("a", "Ana")], "statement_id string, signatory string"), members="any"
    )
    assert none.empty
