"""Rows of CSV as pandas writes them, each different cell put into words once."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def csv_rows(frame: pd.DataFrame) -> str:
    r"""Return a table as CSV without its index: byte for byte what ``to_csv`` returns.

    A long table has few different numbers and names, and pandas writes each cell anew.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table. It is not changed.

    Examples
    --------
    >>> import pandas as pd
    >>> csv_rows(pd.DataFrame({"name": ["a, b", None], "share": [0.5, float("nan")]}))
    'name,share\n"a, b",0.5\n,\n'
    """
    alone = 2  # a lone empty cell is written as ""
    columns = [_texts(frame.iloc[:, place]) for place in range(frame.shape[1])]
    if len(columns) < alone or any(texts is None for texts in columns):
        return str(frame.to_csv(index=False, lineterminator="\n"))
    head = str(frame.head(0).to_csv(index=False, lineterminator="\n"))
    rows = map(",".join, zip(*(texts for texts in columns if texts is not None), strict=True))
    return head + "".join(f"{row}\n" for row in rows)


class _Echo:
    """What gives back what is written to it."""

    @staticmethod
    def write(text: str) -> str:
        return text


_WRITER = csv.writer(_Echo(), lineterminator="\n")


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    r"""Return rows of cells as CSV, a line each.

    Examples
    --------
    >>> csv_lines([["a, b", None], [1, "c"]])
    '"a, b",\n1,c\n'
    """
    return "".join(_WRITER.writerow(row) for row in rows)


def _field(value: str | float | None) -> str:
    if type(value) is str and not any(letter in value for letter in ',"\n\r'):
        return value  # a cell of thousands of names is looked through four times, not by the letter
    # Beside another cell, since a lone one is written otherwise.
    return str(_WRITER.writerow((value, ""))).removesuffix(",\n")


def _texts(cells: pd.Series[Any]) -> list[str] | None:
    """Return the cells of a column as they are written, or None where only pandas knows how."""
    import numpy as np  # noqa: PLC0415 - heavy, and the command line's help needs this room
    import pandas as pd  # noqa: PLC0415 - the same

    kind = cells.dtype
    if isinstance(kind, np.dtype) and (kind.kind in "iu" or kind == np.float64):
        # Floats by their bits: 0.0 and -0.0 are one number, and two texts.
        values = cells.to_numpy()
        codes, different = pd.factorize(values.view(np.int64) if kind.kind == "f" else values)
        if kind.kind == "f":
            different = different.view(np.float64)
        texts = ["" if n != n else _field(n) for n in different.tolist()]  # noqa: PLR0124 - NaN
        found: list[str] = np.array(texts, dtype=object)[codes].tolist()
        return found
    if kind == np.object_ or isinstance(kind, (pd.StringDtype, pd.Int64Dtype)):
        return _texts_of_each(cells.astype(object).where(cells.notna(), None).tolist())
    return None


def _texts_of_each(cells: Iterable[object]) -> list[str] | None:
    known: dict[str, str] = {}
    found = []
    for cell in cells:
        if type(cell) is str:
            text = known.get(cell)
            if text is None:
                text = known[cell] = _field(cell)
        elif cell is None or type(cell) is int:
            text = _field(cell)
        else:
            return None
        found.append(text)
    return found
