"""Columns of a table for eyes: what their cells say, how wide they are, how names are cut."""

from __future__ import annotations

import math
import sys
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len

from coalitions.errors import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: Narrowest column of names or of prose (letters), before other columns give way to it.
LEAST = 24
#: Room between two columns (letters).
GAP = 2
#: Kinds of cells of which two that are equal are written alike.
_ALIKE = frozenset({str, int, float})


class Column(NamedTuple):
    """A column as it will be printed: what it is called, its cells, and what they are."""

    name: str
    cells: list[str | list[str]]
    is_number: bool

    @property
    def is_names(self) -> bool:
        """Whether its cells are lists of names."""
        return any(isinstance(cell, list) for cell in self.cells)

    @property
    def is_prose(self) -> bool:
        """Whether its cells are sentences."""
        return self.name in {"who", "notes"}

    @property
    def needs(self) -> int:
        """Width without a cut (letters)."""
        different = {whole(cell) for cell in self.cells}
        return max([wide(self.name), *map(wide, different)])

    @property
    def least(self) -> int:
        """Width below which the column rather gives way: a header and an id are never broken."""
        if not (self.is_names or self.is_prose):
            return self.needs
        firsts = [wide(_least(cell)) for cell in self.cells if isinstance(cell, list)]
        return min(self.needs, max([LEAST, wide(self.name), *firsts]))


def column_at(frame: pd.DataFrame, place: int) -> Column:
    """Return a column of a table as it will be printed."""
    cells = frame.iloc[:, place]
    is_number = cells.dtype.kind in "biufc"
    return column_of(str(frame.columns[place]), cells.to_list(), is_number=is_number)


def column_of(name: str, values: list[Any], *, is_number: bool = False) -> Column:
    """Return a column as it will be printed."""
    return Column(visible(name), _cells(values), is_number)


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
    if is_missing(value):
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else visible(str(value))


def is_missing(value: Any) -> bool:
    """Say whether a cell is a gap; where pandas is not loaded, none is a gap of its kind."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    return "pandas" in sys.modules and value is sys.modules["pandas"].NA


def wide(text: str) -> int:
    """Return how many letters a text takes: two for those of Chinese, none for an accent."""
    return len(text) if text.isascii() else cell_len(text)


def _least(names: list[str]) -> str:
    """Return the shortest that a list is cut to: its first name, and how many there are besides."""
    return _cut(names, 1) if len(names) > 1 else "".join(names)


def _cut(names: Sequence[str], kept: int) -> str:
    return f"{', '.join(names[:kept])} … and {len(names) - kept} more"


def whole(cell: str | list[str]) -> str:
    """Return a cell as one text, nothing cut."""
    return cell if isinstance(cell, str) else ", ".join(cell)


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
    if wide(whole) <= width:
        return whole
    ends = accumulate(wide(name) + GAP for name in names)
    most = sum(end <= width for end in ends)
    fitting = (_cut(names, kept) for kept in range(min(most, len(names) - 1), 0, -1))
    return next((cut for cut in fitting if wide(cut) <= width), f"… {len(names)} in all")
