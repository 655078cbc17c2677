"""A workbook of Excel → the header and the rows of the sheet that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from coalitions.corpus.paths import UnreadableError, refuse_large
from coalitions.errors import library, shortened, warn
from coalitions.files import told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Rows = Iterable[tuple[int, list[Any]]]

#: The largest sheets in which merged cells are looked for (bytes, unpacked).
_LARGEST_MERGED = 20_000_000
#: So many of what there is a message names.
_NAMED = 3


class Held(NamedTuple):
    """A table as a file holds it.

    Attributes
    ----------
    header : list
        The names of its columns.
    rows : iterable of int and list
        Its rows with their numbers.
    hint : str
        Where the table was found, to be put behind what its header lacks.
    """

    header: list[Any]
    rows: Rows
    hint: str = ""


def workbook(path: Path, max_size: int) -> Held:
    """Return the table on the first sheet with anything on it.

    Parameters
    ----------
    path : Path
        The file.
    max_size : int
        The largest that it may be, unpacked (bytes).

    Raises
    ------
    UnreadableError
        It is no workbook, or holds nothing, or no table.
    """
    openpyxl = library(
        "openpyxl",
        "a .xlsx file takes openpyxl to read",
        ", or save the table as CSV",
        refusal=UnreadableError,
    )
    try:
        merged = _has_merged(path, max_size)
        book = openpyxl.load_workbook(path, read_only=not merged, data_only=True)
        filled = [sheet for sheet in book.worksheets if _is_filled(sheet)]
        found = _table(filled[0], path.name) if filled else None
        others = [f'"{shortened(sheet.title)}"' for sheet in filled[1:]]
        book.close()
    except UnreadableError:
        raise
    except Exception as error:  # the library raises whatever its parts raise
        raise UnreadableError(
            "cannot be read as an Excel workbook: is it whole, and without a password? Save it "
            "again as .xlsx, or as CSV"
        ) from error
    if not found:
        raise UnreadableError("no sheet with anything on it")
    if not others:
        return found
    hint = (
        f' (read is the first sheet, "{shortened(filled[0].title)}"; if another is meant, move it '
        f"to the front: {', '.join(others[:_NAMED])})"
    )
    return found._replace(hint=hint)


def _has_merged(path: Path, max_size: int) -> bool:
    """Say whether cells of a workbook are merged; a large one is not looked through."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            refuse_large(size, max_size)
            return size <= _LARGEST_MERGED and any(
                b"<mergeCell " in archive.read(part)
                for part in parts
                if part.filename.startswith("xl/worksheets/")
            )
    except BadZipFile:
        return False  # whoever opens it says what it is


def _is_filled(sheet: Any) -> bool:
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # what a file says of its size may be anything
    return any(_is_cell(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def _is_cell(cell: object) -> bool:
    return cell is not None and bool(str(cell).strip())


def _table(sheet: Any, file: str) -> Held:
    """Return the header and the rows of a sheet."""
    header, rows = list[Any](), list[tuple[int, list[Any]]]()
    first = 0
    for number, cells in enumerate(told(sheet.iter_rows(values_only=True), file, 0), 1):
        row = list(cells)
        while row and not _is_cell(row[-1]):
            row.pop()
        if not row:
            continue
        if not header:
            header, first = row, number
            continue
        if len(row) > len(header):
            raise UnreadableError(_right_of(header, first), number)
        rows.append((number, [*row, *[None] * (len(header) - len(row))]))
    if hasattr(sheet, "merged_cells"):
        _fill(sheet, {number: row for number, row in rows if number > first}, file)
    return Held(header, rows)


def _right_of(header: list[Any], number: int) -> str:
    if len(header) > 1:
        return "a cell to the right of the header: name its column"
    return (
        f'row {number} ("{shortened(str(header[0]))}") holds no names of columns: leave out what '
        "stands above them, so that they are the first row"
    )


def _fill(sheet: Any, rows: dict[int, list[Any]], file: str) -> None:
    """Write what a merged cell holds into each of its rows, and say so."""
    filled = []
    areas = sorted(sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col))
    for area in areas:
        at, here = area.min_col - 1, range(area.min_row, area.max_row + 1)
        held = [rows[number] for number in here if number in rows]
        if len(held) < len(here) or len(held) == 1 or at >= len(held[0]):
            continue
        for row in held[1:]:
            row[at] = held[0][at]
        filled.append(area.coord)
    if filled:
        more = f" and {len(filled) - _NAMED:,} more" if len(filled) > _NAMED else ""
        named = ", ".join(filled[:_NAMED])
        warn(f"{file}: merged cells stand for each of their rows: {named}{more}")
