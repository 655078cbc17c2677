"""Columns of the user's own, as attributes that any format can hold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from coalitions.corpus import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Hashable

#: Attributes of nodes and edges by the contract.
CONTRACT = frozenset(
    {"kind", "label", "group", "about", "count", "side", "start", "name", "status"}  # of nodes
    | {"stance", "date", "event", "declared", "named", "title", "source_url", "notes"}
    | {"shared", "weight", "role", "dates", "jaccard", "overlap_coefficient"}  # of edges
)
#: Names that mean something else in a graph by the contract, or in a file made from one.
TAKEN = CONTRACT | (
    {"x", "y", "size", "colour", "color", "viz"}  # of looks
    | {"id", "key", "source", "target", "type", "end", "pid"}  # of files
)
#: Table → what its rows are called, and the columns by which a row is known.
ROWS = {
    "statements": ("statement", ["statement_id"]),
    "signatories": ("signatory", ["signatory"]),
    "signatures": ("signature", ["statement_id", "signatory"]),
}


def further_columns(name: str, table: pd.DataFrame) -> dict[Hashable, dict[str, Any]]:
    """Return what the further columns of a table say of each row; nothing where a cell is empty.

    Parameters
    ----------
    name : {"statements", "signatories", "signatures"}
    table : DataFrame
        A table of a corpus.

    Returns
    -------
    dict
        By statement, signatory, or pair of both: attribute → text, number or truth value. A name
        that a graph has for something else begins with what the row is ("signatory_count").

    Examples
    --------
    >>> table = pd.DataFrame({"signatory": ["Ann", "Bo"], "age": [61, None], "count": ["x", ""]})
    >>> further_columns("signatories", table)
    {'Ann': {'age': 61.0, 'signatory_count': 'x'}}
    """
    row, key = ROWS[name]
    columns = [column for column in table if column not in COLUMNS[name] and str(column).strip()]
    if not columns:
        return {}
    titles = _titles([str(column).strip() for column in columns], row)
    cells = [[plain_cell(value) for value in table[column]] for column in columns]
    keys = table[key[0]] if len(key) == 1 else zip(*(table[part] for part in key), strict=True)
    found: dict[Hashable, dict[str, Any]] = {}
    for each, values in zip(keys, zip(*cells, strict=True), strict=True):
        told = {t: value for t, value in zip(titles, values, strict=True) if value != ""}
        if told:
            found[each] = told
    return found


def _titles(names: list[str], row: str) -> list[str]:
    """Return names that differ in more than case from those taken and from one another."""
    used: set[str] = set(TAKEN)
    titles = []
    for name in names:
        title = name
        while title.casefold() in used:
            title = f"{row}_{title}"
        used.add(title.casefold())
        titles.append(title)
    return titles


def plain_cell(value: object) -> str | int | float | bool:
    """Return a cell as text, number or truth value; as "" where it holds nothing.

    Examples
    --------
    >>> cells = np.int64(3), float("nan"), pd.Timestamp("2020-10-06"), [1]
    >>> [plain_cell(cell) for cell in cells]
    [3, '', '2020-10-06', '[1]']
    """
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, float):
        return value if math.isfinite(value) else ""
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, pd.Timestamp):
        return str(value.date()) if value == value.normalize() else value.isoformat()
    return str(value).strip()
