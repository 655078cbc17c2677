"""Text with one row a line → a raw table; commas, semicolons or tabs part its cells."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.headers import slip_of
from coalitions.corpus.paths import UnreadableError
from coalitions.errors import warn
from coalitions.files import tell
from coalitions.names import entities, of_entities, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: Where a row was read; never part of a corpus.
FILE, ROW = "_file", "_row"

#: What may part the cells of a row, the usual one first.
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
#: Rows that are read at a time: fewer lists than those at which Python stops to look for what could
#: be thrown away.
_AT_A_TIME = 2**9


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
    undone = entities(text)
    rows = _rows(text, separator, unescaped=bool(undone))
    first = next(rows)[1][0]
    columns: list[list[str]] = [[] for _ in first]
    numbers, odd, lines = list[int](), None, text.count("\n")
    for number, part in rows:
        tell(file, min(number, lines), lines)
        if {len(row) for row in part} <= {len(first)} and all(map(any, part)):
            numbers += range(number, number + len(part))
        else:
            numbered = [(n, row) for n, row in enumerate(part, number) if any(row)]
            odd = odd or next((each for each in numbered if len(each[1]) != len(first)), None)
            numbers += [n for n, _ in numbered]
            part = [row for _, row in numbered]  # noqa: PLW2901 - without the rows of blanks
        for column, cells in zip(columns, zip(*part, strict=False), strict=False):
            column.extend(map(str.strip, cells))
    if undone:
        warn(of_entities(undone, file))
    header = renamed([cell.strip() for cell in first])
    if odd:
        raise UnreadableError(
            f"{len(odd[1])} cells where the header has {len(header)}: "
            f"put cells that hold {SEPARATORS[separator]} in double quotes",
            row=odd[0],
            value=separator.join(map(str.strip, odd[1])),
        )
    return tabled(header, columns, numbers, file)


def _rows(text: str, separator: str, *, unescaped: bool) -> Iterator[tuple[int, list[list[str]]]]:
    """Yield the rows of a text, the first one alone, then some at a time, and their first number.

    Nobody keeps them: millions of rows are millions of lists.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
    number, most = 1, 1
    while True:
        rows = list[list[str]]()
        try:
            rows.extend(islice(reader, most))
        except csv.Error as error:
            raise UnreadableError(
                f"not a row of a CSV file ({error}): is a double quote never closed?",
                row=number + len(rows),
            ) from error
        if not rows:
            return
        # In a cell, since an entity may stand for a comma or a quote.
        yield number, [list(map(unescape, row)) for row in rows] if unescaped else rows
        number, most = number + len(rows), _AT_A_TIME


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
    columns = zip(*(row for _, row in rows), strict=True) if rows else [()] * len(header)
    stripped = [list(map(str.strip, cells)) for cells in columns]
    return tabled(header, stripped, [n for n, _ in rows], file)


def tabled(
    header: list[str], columns: list[list[str]], numbers: list[int], file: str
) -> pd.DataFrame:
    """Return a raw table of a header, the cells of each column, and the numbers of rows."""
    if repeated := {column for column in header if header.count(column) > 1}:
        hint = (
            ": columns without a name; leave out what stands above the names of the columns"
            if repeated == {""}
            else ""
        )
        raise UnreadableError(f"this column stands twice in the header{hint}", 1, min(repeated))
    frame = pd.DataFrame(
        {
            column: pd.Series(cells, dtype=str)
            for column, cells in zip(header, columns, strict=True)
        },
        columns=header,
    )
    frame[FILE], frame[ROW] = file, numbers
    return frame


def refuse_lacking(header: list[str], required: tuple[str, ...], row: int, hint: str = "") -> None:
    """Refuse a header that lacks a column, with what may be meant for it."""
    missing = [column for column in required if column not in header]
    if not missing:
        return
    header = [cell for cell in header if cell not in (FILE, ROW)]
    slips = {slip_of(cell, missing): cell for cell in header if cell not in required}
    meant = "".join(f' (is "{slips[c]}" meant for {c}?)' for c in missing if c in slips)
    if len(header) == 1 and "|" in header[0]:
        meant = f"; cells are parted by {', '.join(SEPARATORS.values())}: save it with one of these"
    if len(header) > 1 and sum(map(bool, header)) == 1:
        meant = "; leave out what stands above the names of the columns"
    if "signatory" in missing and not (meant or hint):
        meant = "; say with `columns` which are meant, or with `layout` how it is laid out"
    raise UnreadableError(
        f"the header lacks {', '.join(missing)}; it needs {','.join(required)}{hint}{meant}",
        row=row,
        value=",".join(header),
    )
