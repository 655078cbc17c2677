"""Tables as Parquet, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.errors import library
from coalitions.files.writing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd


def write_parquet(parts: Iterable[pd.DataFrame], path: Path) -> Path:
    """Write a table that comes in parts as Parquet, whole or not at all; no part is kept.

    Parameters
    ----------
    parts : iterable of DataFrame
        One or more, with the same columns: numbers, text, or tuples of text.
    path : Path
        File to write; its folder must exist.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    CoalitionsError
        The file cannot be written, or pyarrow is not installed.
    """
    what, otherwise = "a .parquet file takes pyarrow to write", ", or write .csv"
    arrow = library("pyarrow", what, otherwise)
    parquet = library("pyarrow.parquet", what, otherwise)
    with replacing(path) as stream:
        writer = None
        for part in parts:
            schema = arrow.schema([(str(key), _type(part[key], arrow)) for key in part])
            if writer is None:
                writer = parquet.ParquetWriter(stream, schema)
            writer.write_table(arrow.Table.from_pandas(part, schema, preserve_index=False))
        if writer is not None:
            writer.close()
    return path


def _type(cells: pd.Series[Any], arrow: Any) -> Any:
    """Return the type that a column has in every part, whatever its cells in this one."""
    kind = str(cells.dtype).lower()
    if kind.startswith("int"):
        return arrow.int64()
    if kind.startswith("float"):
        return arrow.float64()
    lists = cells.name in LISTS
    return arrow.list_(arrow.string()) if lists else arrow.string()


#: Columns that hold tuples of text.
LISTS = frozenset({"members", "statements"})
