"""Tables in files of other programs → raw tables of text: Excel, Parquet, JSON."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coalitions.corpus.delimited import delimited, framed, refuse_lacking
from coalitions.corpus.jsonfiles import json_array, json_lines
from coalitions.corpus.paths import UnreadableError, refuse_large, regular, text_of
from coalitions.corpus.tidying import cell_text
from coalitions.corpus.workbooks import Held, workbook
from coalitions.errors import library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from coalitions.corpus.asgiven import How


def table_in(path: Path, required: tuple[str, ...], how: How) -> pd.DataFrame:
    """Return the table in a file, by the suffix of its name; all cells as text.

    Parameters
    ----------
    path : Path
        ``.csv``, ``.tsv``, ``.xlsx`` (its first sheet with anything on it), ``.parquet``, or
        ``.jsonl`` (an object a line), or ``.json`` (a list of objects).
    required : tuple of str
        Columns that are looked for.
    how : How
        The names that columns are given, and the largest size.
    """
    rename = how.columns.renamed
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return delimited(text_of(path, how.max_size), path.name, required, rename)
    regular(path, how.max_size)
    found = reader(path, how)
    texts = [(n, [_text(cell) for cell in row]) for n, row in found.rows]
    filled = [(n, row) for n, row in texts if any(row)]
    header = rename([_text(cell) for cell in found.header])
    if found.hint:
        refuse_lacking(header, required, 1, found.hint)
    return framed(header, filled, path.name)


def _text(cell: object) -> str:
    """Return a cell as a person would write it, "" for a gap."""
    if cell is None or cell != cell:  # noqa: PLR0124 - NaN, of whatever library, is not itself
        return ""
    if isinstance(cell, (list, tuple)):
        return "; ".join(map(_text, cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell_text(cell) if not isinstance(cell, dt.date) else cell.isoformat()[:10]


def _library(name: str, path: Path) -> Any:
    """Return a library that reads a kind of file, or say how to get it."""
    what = f"a {path.suffix.lower()} file takes {name.partition('.')[0]} to read"
    return library(name, what, ", or save the table as CSV", refusal=UnreadableError)


def _xlsx(path: Path, how: How) -> Held:
    return workbook(path, how.max_size)


def _parquet(path: Path, how: How) -> Held:
    parquet = _library("pyarrow.parquet", path)
    try:
        about = parquet.ParquetFile(path).metadata
    except Exception as error:  # the library raises whatever its parts raise
        raise UnreadableError("cannot be read as Parquet: is the file whole?") from error
    stored = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
    refuse_large(max(stored, about.num_rows * about.num_columns), how.max_size)
    try:
        table = parquet.read_table(path)
        columns = [column.to_pylist() for column in table.columns]
    except Exception as error:  # the library raises whatever its parts raise
        raise UnreadableError("cannot be read as Parquet: is the file whole?") from error
    rows = zip(*columns, strict=True)
    return Held(list(table.column_names), [(n, list(row)) for n, row in enumerate(rows, 2)])


def _json_lines(path: Path, how: How) -> Held:
    return json_lines(text_of(path, how.max_size))


def _json_array(path: Path, how: How) -> Held:
    return json_array(text_of(path, how.max_size))


_READERS: dict[str, Callable[[Path, How], Held]] = {
    ".xlsx": _xlsx,
    ".parquet": _parquet,
    ".json": _json_array,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
}
#: The suffixes of tables.
TABLES = (".csv", ".tsv", *_READERS)
