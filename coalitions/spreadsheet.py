"""Tables that people open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

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
    safe = frame.copy()
    for position, kind in enumerate(frame.dtypes):
        if getattr(kind, "kind", "O") == "O":
            # As objects: left to itself pandas turns integers beside a gap into floats.
            cells = [_safe_cell(cell) for cell in frame.iloc[:, position]]
            column = pd.Series(cells, index=frame.index, dtype=object)
            safe.isetitem(position, column)  # type: ignore[arg-type]  # the stubs forget Series
    safe.columns = safe.columns.map(_safe_cell)
    return safe


def _safe_cell(cell: object) -> object:
    if isinstance(cell, (set, frozenset)):
        cell = sorted(cell, key=str)
    if isinstance(cell, (tuple, list)):
        cell = ";".join(map(str, cell))
    if not isinstance(cell, str):
        return cell
    guarded = f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    # Python's writer before 3.13 leaves a lone carriage return unquoted: it would end the row.
    return guarded.replace("\r\n", "\n").replace("\r", "\n")


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


def csv_text(frame: pd.DataFrame) -> str:
    r"""Return a table as the text that `write_csv` writes.

    Parameters
    ----------
    frame : DataFrame of shape (rows, columns)
        Any table. It is not changed.

    Returns
    -------
    str
        CSV with ``\n`` at line ends.

    Examples
    --------
    >>> import pandas as pd
    >>> csv_text(pd.DataFrame({"n": [1, None]}, dtype=object))
    'n\n1\n""\n'
    """
    return str(spreadsheet_safe(frame).to_csv(index=False, lineterminator="\n"))
