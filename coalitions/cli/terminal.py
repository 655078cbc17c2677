"""A table for eyes: one row one line, and on a narrow terminal what gives way, in what order."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from rich.cells import cell_len

from coalitions.errors import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Columns that a narrow terminal leaves out, the first first: what follows from others, then what
#: is not asked for most often, at last the names. No other column is ever left out; where there is
#: no room yet, ids are cut.
GIVES_WAY = (
    "union_min",
    "union_max",
    "jaccard_min",
    "jaccard_max",
    "declared_a",
    "declared_b",
    "named_a",
    "named_b",
    "overlap_coefficient",
    "jaccard",
    "count_u",
    "count_v",
    "inclusive",
    "inclusive_min",
    "inclusive_max",
    "notes",
    "unnamed",
    "shared_named",
    "low",
    "high",
    "qualifier",
    "exclusive_min",
    "exclusive_max",
    "members",
)
#: Narrowest column of names or of prose (letters), before other columns give way to it.
LEAST = 24
#: Columns of ids, and the shortest that one is cut to in its middle (letters).
IDS = frozenset({"a", "b", "statement_id", "statements"})
SHORTEST = 12
_GAP = 2
#: Kinds of cells of which two that are equal are written alike.
_ALIKE = frozenset({str, int, float})


class _Column(NamedTuple):
    """A column as it will be printed: what it is called, its cells, and what they are."""

    name: str
    cells: list[str | list[str]]
    is_number: bool

    @property
    def is_names(self) -> bool:
        return any(isinstance(cell, list) for cell in self.cells)

    @property
    def is_prose(self) -> bool:
        return self.name in {"who", "notes"}

    @property
    def needs(self) -> int:
        """Width without a cut (letters)."""
        different = {_whole(cell) for cell in self.cells}
        return max([_wide(self.name), *map(_wide, different)])

    @property
    def least(self) -> int:
        """Width below which the column rather gives way: a header and an id are never broken."""
        if not (self.is_names or self.is_prose):
            return self.needs
        firsts = [_wide(_least(cell)) for cell in self.cells if isinstance(cell, list)]
        return min(self.needs, max([LEAST, _wide(self.name), *firsts]))


def table_text(frame: pd.DataFrame, width: int | None = None) -> str:
    r"""Return a table as text: a header, and a line for each row.

    Without a width nothing is cut. With one, lists of names are cut first ("… and 12 more"); then
    the columns of ``GIVES_WAY`` go, in that order, and a line below says which. Prose is broken
    between words, over several lines. At last ids are cut in the middle, as long as no two become
    alike, and a line below says so. Headers are never cut or broken, and no id to less than
    ``SHORTEST``: where they alone are wider, so is the line.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table; lists and tuples are names.
    width : int, optional
        Width of the terminal (letters); none where the text goes to a file or another program.

    Returns
    -------
    str
        Lines, the last one ended too. What a terminal would obey is shown instead.

    Examples
    --------
    >>> frame = pd.DataFrame({"a": ["x"], "union_min": [4], "members": [("CHN", "CUB", "PAK")]})
    >>> print(table_text(frame), end="")
    a  union_min  members
    x          4  CHN, CUB, PAK
    """
    columns = [_column(frame, place) for place in range(frame.shape[1])]
    if width is None:
        return _lines(columns, [column.needs for column in columns])
    fitting = _fitting(columns, width)
    shown = _cut_ids(fitting, width)
    said = []
    if gone := [visible(each.name) for each in columns if all(each is not one for one in fitting)]:
        said.append(
            f"Left out, as the terminal is narrow: {', '.join(gone)} (--format csv has all)."
        )
    if shown is not fitting:
        said.append("Ids are cut in the middle, as the terminal is narrow (--format csv has all).")
    below = [line for sentence in said for line in ["", *_broken(sentence, width)]]
    return _lines(shown, _widths(shown, width)) + "".join(f"{line}\n" for line in below)


def _wide(text: str) -> int:
    """Return how many letters a text takes: two for those of Chinese, none for an accent."""
    return len(text) if text.isascii() else cell_len(text)


def text_of_parts(measured: Iterable[pd.DataFrame], parts: Iterable[pd.DataFrame]) -> Iterator[str]:
    r"""Yield the same text of a table that comes in parts, where nothing is cut.

    Parameters
    ----------
    measured : iterable of DataFrame
        The parts that say how wide columns are; the last column may be missing, if it is text.
    parts : iterable of DataFrame
        The parts.

    Yields
    ------
    str
        Lines, in the first part with the header.

    Examples
    --------
    >>> parts = [pd.DataFrame({"a": [key], "b": [("x", "y")]}) for key in ("may", "june")]
    >>> list(text_of_parts((part[["a"]] for part in parts), parts))
    ['a     b\nmay   x, y\n', 'june  x, y\n']
    """
    needs: dict[str, int] = {}
    for part in measured:
        for column in (_column(part, place) for place in range(part.shape[1])):
            needs[column.name] = max(needs.get(column.name, 0), column.needs)
    for n, part in enumerate(parts):
        columns = [_column(part, place) for place in range(part.shape[1])]
        yield _lines(columns, [needs.get(each.name, 0) for each in columns], head=not n)


def _column(frame: pd.DataFrame, place: int) -> _Column:
    cells = frame.iloc[:, place]
    number = pd.api.types.is_numeric_dtype(cells)
    return _Column(visible(str(frame.columns[place])), _cells(cells.to_list()), number)


def _cells(values: list[Any]) -> list[str | list[str]]:
    """Return the cells of a column as they are shown; a long one has the same few many times."""
    known: dict[tuple[type, Any], str | list[str]] = {}
    found = []
    for value in values:
        kind = type(value)
        if kind not in _ALIKE or value == 0:  # 0.0 is -0.0, and is written otherwise
            found.append(_cell(value))
            continue
        cell = known.get((kind, value))
        if cell is None:
            cell = known[kind, value] = _cell(value)
        found.append(cell)
    return found


def _cell(value: Any) -> str | list[str]:
    """Return a cell as it is shown; a list of names stays one."""
    if isinstance(value, (list, tuple)):
        return [visible(str(each)) for each in value]
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else visible(str(value))


def _least(names: list[str]) -> str:
    """Return the shortest that a list is cut to: its first name, and how many there are besides."""
    return _cut(names, 1) if len(names) > 1 else "".join(names)


def _cut(names: Sequence[str], kept: int) -> str:
    return f"{', '.join(names[:kept])} … and {len(names) - kept} more"


def _whole(cell: str | list[str]) -> str:
    return cell if isinstance(cell, str) else ", ".join(cell)


def _fitting(columns: Sequence[_Column], width: int) -> list[_Column]:
    """Return the columns that have room, each at its least width."""
    shown = list(columns)
    for name in GIVES_WAY:
        if _sum([column.least for column in shown]) <= width:
            break
        shown = [column for column in shown if column.name != name or column is columns[0]]
    return shown


def _cut_ids(columns: Sequence[_Column], width: int) -> Sequence[_Column]:
    """Return the columns with ids cut as little as will do; whole where two would be alike."""
    if _sum([column.least for column in columns]) <= width:
        return columns
    each = [column._replace(cells=_once(column.cells)) for column in columns]
    ids = {
        one
        for column in each
        if column.name in IDS
        for cell in column.cells
        for one in ([cell] if isinstance(cell, str) else cell)
    }
    for most in range(max(map(_wide, ids), default=0) - 1, SHORTEST - 1, -1):
        cut = {one: _middle(one, most) for one in ids}
        if _sum([column.least for column in _with_ids(each, cut)]) <= width:
            return _with_ids(columns, cut) if len({*cut.values()}) == len(ids) else columns
    return columns


def _once(cells: list[str | list[str]]) -> list[str | list[str]]:
    """Return each text once, and all lists."""
    texts = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    return [*texts, *(cell for cell in cells if isinstance(cell, list))]


def _with_ids(columns: Sequence[_Column], cut: dict[str, str]) -> list[_Column]:
    """Return the columns with what each id is cut to."""
    return [
        column._replace(
            cells=[
                cut[cell] if isinstance(cell, str) else [cut[one] for one in cell]
                for cell in column.cells
            ]
        )
        if column.name in IDS
        else column
        for column in columns
    ]


def _middle(text: str, most: int) -> str:
    """Return a text without its middle; the end, which tells ids apart, keeps the longer half."""
    if _wide(text) <= most:
        return text
    room = most - 1
    ends = list(accumulate(map(_wide, reversed(text))))
    tail = sum(end <= room - room // 2 for end in ends)
    starts = list(accumulate(map(_wide, text)))
    head = sum(start <= room // 2 for start in starts)
    return f"{text[:head]}…{text[len(text) - tail :]}"


def _sum(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _widths(columns: Sequence[_Column], width: int) -> list[int]:
    """Return the widths: what is over goes to the names and the prose, as much as they need."""
    widths = [column.least for column in columns]
    for place, column in enumerate(columns):
        over = max(0, width - _sum(widths))
        widths[place] += min(over, column.needs - widths[place])
    return widths


def _lines(columns: Sequence[_Column], widths: Sequence[int], *, head: bool = True) -> str:
    """Return the header and the rows, in columns of these widths."""
    fitted = [
        [*([[_set(column.name, wide, column)]] if head else []), *_fitted(column, wide)]
        for column, wide in zip(columns, widths, strict=True)
    ]
    blank = [_set("", wide, column) for wide, column in zip(widths, columns, strict=True)]
    lines = []
    for row in zip(*fitted, strict=True):
        for n in range(max(map(len, row))):
            cells = [
                part[n] if n < len(part) else empty for part, empty in zip(row, blank, strict=True)
            ]
            lines.append((" " * _GAP).join(cells).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _fitted(column: _Column, width: int) -> list[list[str]]:
    """Return the lines of each cell, as wide as the column; those of one text only once."""
    known: dict[str, list[str]] = {}
    found = []
    for cell in column.cells:
        lines = known.get(cell) if isinstance(cell, str) else None
        if lines is None:
            lines = [_set(line, width, column) for line in _fit(cell, width, column)]
            if isinstance(cell, str):
                known[cell] = lines
        found.append(lines)
    return found


def _set(text: str, width: int, column: _Column) -> str:
    room = " " * (width - _wide(text))
    return room + text if column.is_number else text + room


def _fit(cell: str | list[str], width: int, column: _Column) -> list[str]:
    """Return the lines of a cell: names cut, prose broken between words, all else whole."""
    if isinstance(cell, list):
        return [cut_names(cell, width) if width else _whole(cell)]
    return _broken(cell, width) if column.is_prose and _wide(cell) > width else [cell]


def cut_names(names: Sequence[str], width: int) -> str:
    """Return as many whole names as fit, and how many there are besides.

    Parameters
    ----------
    names : sequence of str
        Names or ids; none of them is broken.
    width : int
        Most letters.

    Returns
    -------
    str

    Examples
    --------
    >>> cut_names(["China", "Cuba", "Pakistan", "Russia"], 24)
    'China, Cuba … and 2 more'
    >>> cut_names(["China", "Cuba"], 24)
    'China, Cuba'
    """
    whole = ", ".join(names)
    if _wide(whole) <= width:
        return whole
    ends = accumulate(_wide(name) + _GAP for name in names)
    most = sum(end <= width for end in ends)
    fitting = (_cut(names, kept) for kept in range(min(most, len(names) - 1), 0, -1))
    return next((cut for cut in fitting if _wide(cut) <= width), f"… {len(names)} in all")


def _broken(text: str, width: int) -> list[str]:
    """Break prose between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _wide(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
