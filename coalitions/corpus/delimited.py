"""Text with one row a line → a raw table; commas, semicolons or tabs part its cells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.headers import slip_of
from coalitions.corpus.paths import UnreadableError
from coalitions.errors import warn
from coalitions.names import entities, of_entities, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Where a row was read; never part of a corpus.
FILE, ROW = "_file", "_row"

#: What may part the cells of a row, the usual one first.
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}


def delimited(
    text: str, file: str, required: Iterable[str], renamed: Callable[[list[str]], list[str]]
) -> pd.DataFrame:
    r"""Return the table that a text holds, all cells as text; "NA" is Namibia, not a gap.

    Parameters
    ----------
    text : str
        A header and rows. What parts their cells is what gives the most of the required columns.
    file : str
        What messages call it.
    required : iterable of str
        Columns that are looked for.
    renamed : function
        From the header as it is written to the header as we have it.

    Examples
    --------
    >>> delimited("bill;who\na;NA\n", "x.csv", ["who"], list)["who"].tolist()
    ['NA']
    """
    separator = separator_of(text, set(required), renamed)
    rows = list[list[str]]()
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator))
    except csv.Error as error:
        raise UnreadableError(
            f"not a row of a CSV file ({error}): is a double quote never closed?", row=len(rows) + 1
        ) from error
    # In a cell, since an entity may stand for a comma or a quote.
    if undone := entities(text):
        warn(of_entities(undone, file))
        rows = [list(map(unescape, row)) for row in rows]
    header = renamed([cell.strip() for cell in rows[0]])
    numbered = [(n, row) for n, row in enumerate(rows[1:], 2) if any(row)]
    for n, row in numbered:
        if len(row) != len(header):
            raise UnreadableError(
                f"{len(row)} cells where the header has {len(header)}: "
                f"put cells that hold {SEPARATORS[separator]} in double quotes",
                row=n,
                value=separator.join(map(str.strip, row)),
            )
    return framed(header, numbered, file)


def separator_of(
    text: str, required: set[str], renamed: Callable[[list[str]], list[str]] = list
) -> str:
    """Return what parts the cells of the first row: what gives the most of what is looked for."""

    def worth(separator: str) -> tuple[int, int]:
        try:
            found = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error:
            return (0, 0)
        header = renamed([cell.strip() for cell in found])
        return (len(required & set(header)), len(header))

    return max(SEPARATORS, key=worth)


def framed(header: list[str], rows: list[tuple[int, list[str]]], file: str) -> pd.DataFrame:
    """Return a raw table of a header and rows with their numbers."""
    if repeated := {column for column in header if header.count(column) > 1}:
        raise UnreadableError("this column stands twice in the header", 1, min(repeated))
    columns = zip(*(row for _, row in rows), strict=True) if rows else [()] * len(header)
    frame = pd.DataFrame(
        {
            column: pd.Series(list(map(str.strip, cells)), dtype=str)
            for column, cells in zip(header, columns, strict=True)
        },
        columns=header,
    )
    frame[FILE], frame[ROW] = file, [n for n, _ in rows]
    return frame


def refuse_lacking(header: list[str], required: tuple[str, ...], row: int, hint: str = "") -> None:
    """Refuse a header that lacks a column, with what may be meant for it."""
    missing = [column for column in required if column not in header]
    if not missing:
        return
    slips = {slip_of(cell, missing): cell for cell in header if cell not in required}
    meant = "".join(f' (is "{slips[c]}" meant for {c}?)' for c in missing if c in slips)
    if "signatory" in missing and not (meant or hint):
        meant = "; say with `columns` which are meant, or with `layout` how it is laid out"
    raise UnreadableError(
        f"the header lacks {', '.join(missing)}; it needs {','.join(required)}{hint}{meant}",
        row=row,
        value=",".join(column for column in header if column not in (FILE, ROW)),
    )
