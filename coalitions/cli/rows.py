"""Rows on standard output without pandas: what needs no table need not wait for it."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

from coalitions.cli.cells import column_of, is_missing
from coalitions.cli.terminal import text_of
from coalitions.errors import FEWER, afford
from coalitions.files import csv_of, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.cli.cells import Column

#: What a cell takes while it is printed, measured on the pairs of 1,500 statements (bytes).
_CELL_BYTES = {"table": 250, "csv": 40, "json": 270}


def show_rows(header: Sequence[str], rows: Sequence[Sequence[object]], style: str) -> None:
    """Print rows of text and of lists of it in the style asked for."""
    afford_text(len(rows), len(header), style)
    if style == "json":
        write(json_text(records_of(header, rows)))
    elif style == "csv":
        write(csv_of(header, rows))
    else:
        show_columns([column_of(name, [row[n] for row in rows]) for n, name in enumerate(header)])


def show_columns(columns: Sequence[Column]) -> None:
    """Print a table for eyes: as wide as the terminal, or whole for a file or a program."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    write(text_of(columns, width))


def afford_text(rows: int, columns: int, style: str) -> None:
    """Refuse a table that does not fit into memory as text."""
    smaller = f"print less with --top, --min-shared or --no-members, or --format csv; {FEWER}"
    afford(f"a table of {rows:,} rows as text", _CELL_BYTES[style] * rows * columns, smaller)


def json_text(found: object) -> str:
    """Return JSON as people read it; letters that are half a character as numbers."""
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    whole = text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
    return text if whole else json.dumps(found, indent=2) + "\n"


def records_of(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[dict[str, Any]]:
    """Return the rows as plain objects for JSON: no NaN, tuples as lists."""
    return [
        {column: plain(value) for column, value in zip(header, row, strict=True)} for row in rows
    ]


def plain(value: Any) -> Any:
    """Return a cell as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    if is_missing(value):
        return None
    return value.item() if hasattr(value, "item") else value
