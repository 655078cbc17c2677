"""Tables that people open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coalitions.files.rows import csv_lines, csv_rows
from coalitions.files.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    import pandas as pd

# What a spreadsheet takes for the start of a formula, or drops before it looks for one.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet_safe(frame: pd.DataFrame) -> pd.DataFrame:
    r"""Return the table with no text that a spreadsheet would run as a formula.

    Text (cells and column names) that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage
    return is given an apostrophe in front; line ends become ``\n``. Tuples, lists and sets become
    their members, separated by semicolons. Numbers stay numbers, negative ones too.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table. It is not changed.

    Returns
    -------
    DataFrame of shape (rows, columns)
        The same rows and columns.

    References
    ----------
    .. [1] OWASP Foundation, "CSV Injection".

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"name": ["=1+1", "Cuba"], "change": [-3, 4]})
    >>> spreadsheet_safe(table)["name"].tolist()
    ["'=1+1", 'Cuba']
    >>> spreadsheet_safe(table)["change"].tolist()
    [-3, 4]
    """
    return _each_cell(frame, _safe_cell)


def spreadsheet_unguarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table of text that was made safe, as it was before.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"name": ["=1+1", "'s-Gravenhage"]})
    >>> spreadsheet_unguarded(spreadsheet_safe(table))["name"].tolist()
    ['=1+1', "'s-Gravenhage"]
    """
    return _each_cell(frame, _unguarded)


def _unguarded(cell: object) -> object:
    guarded = isinstance(cell, str) and cell[:1] == "'" and cell[1:].startswith(_FORMULA_STARTS)
    return cell[1:] if guarded and isinstance(cell, str) else cell


def _each_cell(frame: pd.DataFrame, change: Callable[[object], object]) -> pd.DataFrame:
    """Return the table with every cell of text, and every column's name, changed."""
    import pandas as pd  # noqa: PLC0415 - heavy, and the command line's help needs this room

    changed = frame.copy()
    for position, kind in enumerate(frame.dtypes):
        if getattr(kind, "kind", "O") == "O":
            # As objects: left to itself pandas turns integers beside a gap into floats.
            cells = [change(cell) for cell in frame.iloc[:, position].to_list()]
            column = pd.Series(cells, index=frame.index, dtype=object)
            changed.isetitem(position, column)  # type: ignore[arg-type]  # the stubs forget Series
    changed.columns = changed.columns.map(change)
    return changed


def _safe_cell(cell: object) -> object:
    text = _joined(cell)
    # A dash alone is no formula, and has a meaning in tables of decisions.
    guarded = isinstance(text, str) and text.startswith(_FORMULA_STARTS) and text != "-"
    return _line_ends(f"'{text}" if guarded else text)


def _flat(cell: object) -> object:
    """Return a cell as it stands in a row: one text, with one kind of line end."""
    return _line_ends(_joined(cell))


def _joined(cell: object) -> object:
    if isinstance(cell, (set, frozenset)):
        cell = sorted(cell, key=str)
    if not isinstance(cell, (tuple, list)):
        return cell
    try:
        return ";".join(cell)
    except TypeError:  # not all of them are text
        return ";".join(map(str, cell))


def _line_ends(cell: object) -> object:
    # Python's writer before 3.13 leaves a lone carriage return unquoted: it would end the row.
    if isinstance(cell, str) and "\r" in cell:
        return cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell


def write_csv(frame: pd.DataFrame, path: str | Path) -> Path:
    r"""Write a table as CSV for a spreadsheet, whole or not at all.

    UTF-8, ``\n`` at line ends, a header and no index, missing values as empty cells; text that
    would be a formula is made safe as in `spreadsheet_safe`.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table. It is not changed.
    path : str or Path
        File to write; its folder must exist.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    CoalitionsError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import pandas as pd
    >>> table = pd.DataFrame({"pair": [("CUB", "CHN")], "shared": [1]})
    >>> write_csv(table, pathlib.Path(tempfile.mkdtemp()) / "pairs.csv").read_text()
    'pair,shared\nCUB;CHN,1\n'
    """
    return write_text(path, csv_text(frame))


def csv_text(frame: pd.DataFrame, *, guard: Literal["formulas", "none"] = "formulas") -> str:
    r"""Return a table as CSV: the text that `write_csv` writes, or the data as they are.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table. It is not changed.
    guard : {"formulas", "none"}
        Whether text that a spreadsheet would run as a formula gets an apostrophe in front, as in
        a file that people open; what goes to another program is data, and has none.

    Returns
    -------
    str
        CSV with ``\n`` at line ends.

    Examples
    --------
    >>> import pandas as pd
    >>> csv_text(pd.DataFrame({"n": [1, None]}, dtype=object))
    'n\n1\n""\n'
    >>> csv_text(pd.DataFrame({"name": ["@alice"]}), guard="none")
    'name\n@alice\n'
    """
    table = spreadsheet_safe(frame) if guard == "formulas" else _each_cell(frame, _flat)
    return csv_rows(table)


def csv_of(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Return rows of text as CSV, as `csv_text` does with ``guard="none"``, without pandas.

    Parameters
    ----------
    header : sequence of str
        Names of two columns or more.
    rows : iterable of sequences
        Cells: text, whole numbers, lists of either; None where there is none.

    Examples
    --------
    >>> csv_of(["name", "code"], [["Niger, the", "NER"], ["Korea", None]])
    'name,code\n"Niger, the",NER\nKorea,\n'
    """
    return csv_lines([_flat(cell) for cell in row] for row in (header, *rows))
