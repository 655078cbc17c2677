"""A table for eyes: one row one line, and on a narrow terminal what gives way, in what order."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from coalitions.cli.cells import GAP, Column, column_at, cut_names, whole, wide
from coalitions.errors import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

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
#: Columns of ids, and the shortest that one is cut to in its middle (letters).
IDS = frozenset({"a", "b", "statement_id", "statements"})
SHORTEST = 12


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
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"a": ["x"], "union_min": [4], "members": [("CHN", "CUB", "PAK")]})
    >>> print(table_text(frame), end="")
    a  union_min  members
    x          4  CHN, CUB, PAK
    """
    return text_of(columns_of(frame), width)


def columns_of(frame: pd.DataFrame) -> list[Column]:
    """Return the columns of a table as they will be printed."""
    return [column_at(frame, place) for place in range(frame.shape[1])]


def text_of(columns: Sequence[Column], width: int | None = None) -> str:
    """Return the text of `table_text`, of columns."""
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
    >>> import pandas as pd
    >>> parts = [pd.DataFrame({"a": [key], "b": [("x", "y")]}) for key in ("may", "june")]
    >>> list(text_of_parts((part[["a"]] for part in parts), parts))
    ['a     b\nmay   x, y\n', 'june  x, y\n']
    """
    needs: dict[str, int] = {}
    for part in measured:
        for column in columns_of(part):
            needs[column.name] = max(needs.get(column.name, 0), column.needs)
    for n, part in enumerate(parts):
        columns = columns_of(part)
        yield _lines(columns, [needs.get(each.name, 0) for each in columns], head=not n)


def _fitting(columns: Sequence[Column], width: int) -> list[Column]:
    """Return the columns that have room, each at its least width."""
    shown = list(columns)
    for name in GIVES_WAY:
        if _sum([column.least for column in shown]) <= width:
            break
        shown = [column for column in shown if column.name != name or column is columns[0]]
    return shown


def _cut_ids(columns: Sequence[Column], width: int) -> Sequence[Column]:
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
    for most in range(max(map(wide, ids), default=0) - 1, SHORTEST - 1, -1):
        cut = {one: _middle(one, most) for one in ids}
        if _sum([column.least for column in _with_ids(each, cut)]) <= width:
            return _with_ids(columns, cut) if len({*cut.values()}) == len(ids) else columns
    return columns


def _once(cells: list[str | list[str]]) -> list[str | list[str]]:
    """Return each text once, and all lists."""
    texts = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    return [*texts, *(cell for cell in cells if isinstance(cell, list))]


def _with_ids(columns: Sequence[Column], cut: dict[str, str]) -> list[Column]:
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
    if wide(text) <= most:
        return text
    room = most - 1
    ends = list(accumulate(map(wide, reversed(text))))
    tail = sum(end <= room - room // 2 for end in ends)
    starts = list(accumulate(map(wide, text)))
    head = sum(start <= room // 2 for start in starts)
    return f"{text[:head]}…{text[len(text) - tail :]}"


def _sum(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """Return the widths: what is over goes to the names and the prose, as much as they need."""
    widths = [column.least for column in columns]
    for place, column in enumerate(columns):
        over = max(0, width - _sum(widths))
        widths[place] += min(over, column.needs - widths[place])
    return widths


def _lines(columns: Sequence[Column], widths: Sequence[int], *, head: bool = True) -> str:
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
            lines.append((" " * GAP).join(cells).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _fitted(column: Column, width: int) -> list[list[str]]:
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


def _set(text: str, width: int, column: Column) -> str:
    room = " " * (width - wide(text))
    return room + text if column.is_number else text + room


def _fit(cell: str | list[str], width: int, column: Column) -> list[str]:
    """Return the lines of a cell: names cut, prose broken between words, all else whole."""
    if isinstance(cell, list):
        return [cut_names(cell, width) if width else whole(cell)]
    return _broken(cell, width) if column.is_prose and wide(cell) > width else [cell]


def _broken(text: str, width: int) -> list[str]:
    """Break prose between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if wide(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
