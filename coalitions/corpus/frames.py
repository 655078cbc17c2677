"""Tables of signatures as others hold them → two columns, some rows at a time.

A table may be a pandas DataFrame, a Parquet file, or any frame that narwhals speaks: those of
Polars, PyArrow, DuckDB, PySpark and others. What a frame of a database can do itself is done there:
each signature is kept once, and rows come sorted; nothing here has all of them.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from coalitions.corpus.asgiven import GivenColumns
from coalitions.corpus.paths import UnreadableError, regular, shown
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import ChoiceError, CoalitionsError, CorpusError, Problem, library, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Codes = NDArray[np.int64]

#: Rows that are read at a time.
ROWS = 2**18
#: The columns that say who signed what.
KEYS = ("statement_id", "signatory")


class Coded(NamedTuple):
    """Cells of a column: for each the place of its value, and the values."""

    codes: Codes
    values: Sequence[Any]


class Table(NamedTuple):
    """A table of signatures that can be read more than once.

    Attributes
    ----------
    name : str
        What messages call it.
    header : list of str
        Its columns, by our names.
    rows : int or None
        How many there are; None where that would have to be counted.
    batches : function
        From the columns that are wanted to their cells, some rows at a time. The first one is what
        rows are sorted by, where the table sorts.
    sorts : bool
        Whether the table itself sorts its rows, and has each of them once.
    spread : frame of Spark or None
        Both columns by our names, where a cluster has them and can count them itself.
    """

    name: str
    header: list[str]
    rows: int | None
    batches: Callable[[tuple[str, str]], Iterator[tuple[Coded, Coded]]]
    sorts: bool = False
    spread: Any = None


def signatures_in(frame: object, columns: Mapping[str, str] | None = None) -> Table:
    """Return a table of signatures, whatever holds it.

    Parameters
    ----------
    frame : DataFrame, path of a Parquet file, frame that narwhals speaks, or Table
    columns : mapping of str to str, optional
        What our columns are called, as `load` takes it.

    Raises
    ------
    CoalitionsError
        It is no such table, lacks a column, or takes a library that is not installed.

    Examples
    --------
    >>> frame = pd.DataFrame({"bill": ["a"], "signatory": ["Ana"]})
    >>> table = signatures_in(frame, {"statement": "bill"})
    >>> [cells.values for batch in table.batches(KEYS) for cells in batch]
    [['a'], ['Ana']]
    """
    if isinstance(frame, Table):
        return frame
    given = GivenColumns(
        {} if columns is None else columns, (*COLUMNS["statements"], *COLUMNS["signatures"])
    )
    try:
        if isinstance(frame, pd.DataFrame):
            table = _of_pandas(frame, given)
        elif isinstance(frame, (str, PathLike)):
            table = _of_parquet(Path(frame), given)
        else:
            table = _of_others(frame, given)
    except UnreadableError as error:
        name = shown(frame) if isinstance(frame, (str, PathLike)) else type(frame).__name__
        problem = Problem(name, error.row, error.column, error.value, str(error))
        raise CorpusError([problem]) from error
    given.refuse_unmet()
    if lacking := [key for key in KEYS if key not in table.header]:
        there = ", ".join(map(shortened, table.header[:40]))
        raise ChoiceError(
            f"{table.name}: the header lacks {', '.join(lacking)}; there are: {there}. Say with "
            "`columns` what they are called"
        )
    return table


def _of_pandas(frame: pd.DataFrame, given: GivenColumns) -> Table:
    header = given.renamed(list(map(str, frame)))

    def batches(wanted: tuple[str, str]) -> Iterator[tuple[Coded, Coded]]:
        columns = [frame.iloc[:, header.index(key)] for key in wanted]
        for begin in range(0, len(frame), ROWS):
            first, second = (_factorized(each.iloc[begin : begin + ROWS]) for each in columns)
            yield first, second

    return Table("DataFrame", header, len(frame), batches)


def _factorized(cells: pd.Series[Any]) -> Coded:
    codes, values = pd.factorize(cells)
    return Coded(codes.astype(np.int64), list(values))


def _of_parquet(path: Path, given: GivenColumns) -> Table:
    """Return a Parquet file as a table: its columns are decoded as codes and values, as stored."""
    regular(path, max_size=2**63)
    parquet = library("pyarrow.parquet", "a Parquet file takes pyarrow to read")
    try:
        about = parquet.ParquetFile(path)
        theirs = list(about.schema_arrow.names)
    except Exception as error:  # the library raises whatever its parts raise
        raise UnreadableError("cannot be read as Parquet: is the file whole?") from error
    header, rows = given.renamed(theirs), about.metadata.num_rows

    def batches(wanted: tuple[str, str]) -> Iterator[tuple[Coded, Coded]]:
        columns = [theirs[header.index(key)] for key in wanted]
        # Read ahead, the library would keep what it has read to the end.
        file = parquet.ParquetFile(path, read_dictionary=columns, pre_buffer=False)
        for batch in file.iter_batches(ROWS, columns=columns):
            yield of_arrow(batch, columns)

    return Table(path.name, header, rows, batches)


def of_arrow(batch: Any, columns: Sequence[str]) -> tuple[Coded, Coded]:
    """Return two columns of an Arrow table or batch as codes and values; gaps are below zero."""
    found = []
    for column in columns:
        cells = batch.column(column)
        if hasattr(cells, "combine_chunks"):
            cells = cells.combine_chunks()
        if not hasattr(cells, "dictionary"):
            cells = cells.dictionary_encode()
        codes = cells.indices
        if codes.null_count:
            codes = codes.fill_null(-1)
        found.append(Coded(codes.to_numpy(zero_copy_only=False), cells.dictionary.to_pylist()))
    return found[0], found[1]


def _of_others(frame: Any, given: GivenColumns) -> Table:
    """Return a frame of another library as a table, by narwhals."""
    what = f"a frame of type {type(frame).__name__} takes"
    nw = library("narwhals", f"{what} narwhals to read")
    try:
        known = nw.from_native(frame)
    except TypeError as error:
        raise CoalitionsError(
            f"no pairs can be counted in a value of type {type(frame).__name__}: give a DataFrame "
            "of pandas, Polars, PyArrow, DuckDB or PySpark with the columns statement_id and "
            "signatory, or the path of a Parquet file"
        ) from error
    library("pyarrow", f"{what} pyarrow to read")
    theirs = list(known.collect_schema().names())
    header = given.renamed(theirs)
    lazy = isinstance(known, nw.LazyFrame)

    def batches(wanted: tuple[str, str]) -> Iterator[tuple[Coded, Coded]]:
        columns = [theirs[header.index(key)] for key in wanted]
        part = known.select(*columns)
        if lazy:
            part = part.unique().sort(columns)
        for batch in _arrow_batches(part, lazy=lazy):
            yield of_arrow(batch, columns)

    rows = None if lazy else len(known)
    spread = _on_cluster(nw, known, header)
    return Table(type(frame).__name__, header, rows, batches, sorts=lazy, spread=spread)


def _on_cluster(nw: Any, known: Any, header: list[str]) -> Any:
    """Return both columns of a frame of Spark; None of others, and of cells that are not plain."""
    spark = known.implementation.is_pyspark() or known.implementation.is_pyspark_connect()
    if not spark or any(header.count(key) != 1 for key in KEYS):
        return None
    kinds = dict(zip(header, known.collect_schema().dtypes(), strict=True))
    plain = all(kinds[key] == nw.String or kinds[key].is_integer() for key in KEYS)
    return known.to_native().toDF(*header).select(*KEYS) if plain else None


def _arrow_batches(part: Any, *, lazy: bool) -> Iterator[Any]:
    """Yield the rows of a frame of narwhals as Arrow has them, one part after another."""
    if not lazy:
        yield from part.to_arrow().to_batches(ROWS)
        return
    native = part.to_native()
    if part.implementation.is_duckdb():
        yield from native.to_arrow_reader(ROWS)
    elif part.implementation.is_polars():
        for each in native.collect_batches(chunk_size=ROWS, maintain_order=True):
            yield from each.to_arrow().to_batches()
    else:
        yield from part.collect("pyarrow").to_native().to_batches(ROWS)
