"""A CSV file of a corpus that is to change: rows that stay keep every byte."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from coalitions.corpus.delimited import separator_of
from coalitions.corpus.paths import UnreadableError, bytes_of, kind
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import CorpusError, Problem
from coalitions.names import DECISION, SPELLING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MARK = b"\xef\xbb\xbf"


class TableFile:
    """The rows of one file, as they are and as they are to be.

    Attributes
    ----------
    header : list of str
        Its columns.
    rows : list of dict
        Its rows by column; row 2 of the file is the first.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self._text = ""
        self._mark = b""
        try:
            if kind(path):
                raw = bytes_of(path)
                self._mark = _MARK if raw.startswith(_MARK) else b""
                self._text = raw.removeprefix(_MARK).decode()
        except UnreadableError as error:
            raise CorpusError([Problem(path.name, 0, "", "", str(error))]) from error
        except UnicodeDecodeError as error:
            expected = "the file is not UTF-8: save it as UTF-8 before it is added to"
            raise CorpusError([Problem(path.name, 0, "", "", expected)]) from error
        self._end = "\r\n" if "\r\n" in self._text else "\n"
        columns = COLUMNS.get(name, (SPELLING, DECISION))
        self._separator = separator_of(self._text, set(columns)) if self._text else ","
        self._raw, cells = self._records()
        self.header = [c.strip() for c in cells[0]] if cells else list(columns)
        self.rows = [
            dict(zip(self.header, (c.strip() for c in row), strict=False)) for row in cells[1:]
        ]
        self._added: list[str] = []
        self._columns = len(self.header)

    def _records(self) -> tuple[list[str], list[list[str]]]:
        """Return the rows as they stand in the file, line ends included, and their cells."""
        lines = io.StringIO(self._text, newline="").readlines()
        reader = csv.reader(iter(lines), delimiter=self._separator)
        raw, cells, at = [], [], 0
        try:
            for row in reader:
                raw.append("".join(lines[at : reader.line_num]))
                cells.append(row)
                at = reader.line_num
        except csv.Error as error:
            expected = f"not a row of a CSV file ({error}): is a double quote never closed?"
            raise CorpusError([Problem(self.path.name, len(raw) + 1, "", "", expected)]) from error
        return raw, cells

    def add(self, row: Mapping[str, str]) -> None:
        """Put a row below the others; a column that the file lacks is put behind the others."""
        self._extend(row)
        self.rows.append(dict(row))
        self._added.append(self._line([row.get(column, "") for column in self.header]))

    def fill(self, at: int, cells: Mapping[str, str]) -> None:
        """Fill in cells of a row that stays."""
        self._extend(cells)
        self.rows[at] |= cells
        self._raw[at + 1] = self._line([self.rows[at].get(c, "") for c in self.header])

    def _extend(self, row: Mapping[str, str]) -> None:
        self.header += [
            column for column, cell in row.items() if cell and column not in self.header
        ]

    def _line(self, cells: list[str]) -> str:
        into = io.StringIO(newline="")
        csv.writer(into, delimiter=self._separator, lineterminator=self._end).writerow(cells)
        return into.getvalue()

    @property
    def text(self) -> str:
        """The file as it is to be."""
        if len(self.header) > self._columns or not self._raw:
            rows = [self.header, *([row.get(c, "") for c in self.header] for row in self.rows)]
            return "".join(map(self._line, rows))
        kept = "".join(self._raw)
        between = self._end if self._added and not kept.endswith(("\n", "\r")) else ""
        return f"{kept}{between}{''.join(self._added)}"

    @property
    def content(self) -> bytes:
        """The file as it is to be, as bytes."""
        return self._mark + self.text.encode()
