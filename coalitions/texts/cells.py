"""Tables in a text: the columns that hold names stay, the others are blanked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names import read
from coalitions.texts.pieces import Listed, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = re.compile(r"[\s|:+=-]+")
_LEAST = 2
# Of the cells of a column of names so many are names (a half: some may be misspelt).
_SHARE = 0.5
_EDGES = " \t*†‡"
# What a cell beside a name says of it. Numbers, dashes and bullets say nothing of who signed.
_SIGNED = frozenset("x × ✓ ✔ ☑ y yes oui sí si ja sim да نعم 是 for signed signatory".split())  # noqa: SIM905 - a list of words
_NOT = "✗ ✘ ☒ ☐ n no non nein não нет لا 否 against abstain abstained abstention declined"
_MARKS = frozenset([
    *_SIGNED, *_NOT.split(), "not signed", "did not sign", "non-signatory", "not a signatory"
])  # fmt: skip
_WHY = (
    "is a mark in a table, which says who signed and who did not: make a spreadsheet of the table, "
    "save it as .xlsx or .csv, and read that with `layout` wide"
)


class _Cell(NamedTuple):
    start: int
    end: int
    column: int
    is_name: bool


def without_other_columns(text: str) -> str:
    r"""Return a text in which only the columns of names of its tables are left.

    Parameters
    ----------
    text : str
        The text; a table has tabs or upright lines between its cells, in two lines or more.

    Returns
    -------
    str
        As long as the text, blanks where other columns and the heads of columns stood.

    Examples
    --------
    >>> without_other_columns("No\tState\n1\tCuba\n2\tPeru").split()
    ['Cuba', 'Peru']
    """
    parts, at = [], 0
    for start, end in _blanks(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    """Yield what to leave out."""
    for rows in _tables(text):
        cells = [cell for row in rows for cell in row]
        columns = {cell.column for cell in cells}
        first = {cell.column: cell for cell in reversed(cells)}
        named = set()
        for column in columns:
            held = [cell.is_name for cell in cells if cell.column == column]
            held = held[1:] if not held[0] and len(held) > 1 else held
            if sum(held) >= max(1, _SHARE * len(held)):
                named.add(column)
        if not named or (len(columns) == 1 and sum(cell.is_name for cell in cells) < _LEAST):
            continue
        for cell in cells:
            head = cell is first[cell.column] and not cell.is_name and len(rows) > _LEAST
            if cell.column not in named or (head and _is_head(rows[0])):
                yield cell.start, cell.end


def with_marks(text: str, listed: Listed) -> Listed:
    r"""Return a list with the first mark that stands beside its names, as what is unresolved.

    Parameters
    ----------
    text : str
        The text of the list.
    listed : Listed
        The list.

    Returns
    -------
    Listed
        The same list where fewer than two of its lines are names with marks, and where all have
        the same one, which says that they signed.

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "State\tSigned\nCuba\tyes\nPeru\tno"
    >>> [piece.kind for piece in with_marks(text, lists(without_other_columns(text))[0]).pieces]
    ['state', 'state', 'mark']
    """
    start = text.rfind("\n", 0, listed.start) + 1
    start = text.rfind("\n", 0, max(0, start - 1)) + 1  # the line above may be the header
    end = text.find("\n", listed.end)
    rows = list(_rows(text[start : end if end >= 0 else len(text)], start))
    marks = [[cell for cell in row if _mark(text, cell) in _MARKS] for row in rows]
    marked = [at for at, row in enumerate(rows) if marks[at] and any(cell.is_name for cell in row)]
    if len(marked) < _LEAST:
        return listed
    told = {
        (len(rows[at]), *(_mark(text, cell) for cell in marks[at]))
        for at in range(marked[0], marked[-1] + 1)
    }
    if len(told) == 1 and len(rows[marked[0]]) == max(map(len, rows)):
        _, *same = told.pop()
        if _SIGNED.issuperset(same):
            return listed  # all of them signed
    first = marks[marked[0]][0]
    piece = Piece(first.start, first.end, "", "mark", "", _WHY)
    return listed._replace(pieces=(*listed.pieces, piece))


def _mark(text: str, cell: _Cell) -> str:
    return text[cell.start : cell.end].strip().casefold()


def _is_head(row: Sequence[_Cell]) -> bool:
    return not any(cell.is_name for cell in row)


def _tables(text: str) -> Iterator[list[list[_Cell]]]:
    """Yield the rows of each table."""
    rows: list[list[_Cell]] = []
    for line, cells in zip(text.split("\n"), _rows(text, 0), strict=True):
        if cells:
            rows.append(cells)
        elif not (rows and line.strip() and _RULE.fullmatch(line)):
            if len(rows) >= _LEAST:
                yield rows
            rows = []
    if len(rows) >= _LEAST:
        yield rows


def _rows(text: str, at: int) -> Iterator[list[_Cell]]:
    """Yield the cells of each line; none of a line that is in no table."""
    for line in text.split("\n"):
        yield _cells(line, at) if "\t" in line.strip() or line.count("|") > 1 else []
        at += len(line) + 1


def _cells(line: str, at: int) -> list[_Cell]:
    bare = line[1:] if line.lstrip().startswith("|") else line
    shift = len(line) - len(bare)
    marks = [-1, *(m.start() for m in re.finditer(r"[\t|]", bare)), len(bare)]
    found = []
    for column, (one, other) in enumerate(pairwise(marks)):
        cell = bare[one + 1 : other]
        if cell.strip() and not _RULE.fullmatch(cell):
            start = at + shift + one + 1
            found.append(_Cell(start, start + len(cell), column, _is_name(cell)))
    return found


def _is_name(cell: str) -> bool:
    bare = re.sub(r"^\W*\d{1,3}[.)]?\s+|^\W+", "", cell).strip(_EDGES)
    return read(bare).kind not in ("unknown", "group") if bare and len(bare) < 120 else False  # noqa: PLR2004 - no name is as long
