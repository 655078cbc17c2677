"""Who is named under what, as one array, and the one product that gives every count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.errors import afford

if TYPE_CHECKING:
    from numpy.typing import NDArray


def incidence_table(statements: pd.Series[str], signatures: pd.DataFrame) -> pd.DataFrame:
    """Return who is named under what: statements × named signatories, True where named.

    Parameters
    ----------
    statements : Series of str
        Statement ids, in the order of the rows.
    signatures : DataFrame
        Columns ``statement_id`` and ``signatory``.

    Returns
    -------
    DataFrame of bool
        One row a statement (also those that name nobody), one column a signatory, sorted.

    Raises
    ------
    CoalitionsError
        The memory cannot hold it.

    Examples
    --------
    >>> import pandas as pd
    >>> signatures = pd.DataFrame({"statement_id": ["a", "b"], "signatory": ["CUB", "CUB"]})
    >>> incidence_table(pd.Series(["a", "b"]), signatures)["CUB"].tolist()
    [True, True]
    """
    rows = pd.Index(statements, name="statement_id")
    columns = pd.Index(sorted(set(signatures["signatory"])), name="signatory")
    lists = f"the lists of {len(rows):,} statements and {len(columns):,} signatories"
    afford(lists, 3 * len(rows) * len(columns))
    named = np.zeros((len(rows), len(columns)), bool)
    named[
        rows.get_indexer(pd.Index(signatures["statement_id"])),
        columns.get_indexer(pd.Index(signatures["signatory"])),
    ] = True
    return pd.DataFrame(named, rows, columns)


def shared_counts(incidence: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many columns each pair of rows shares.

    One product of the incidence with its transpose. Single precision holds every integer below
    2²⁴ exactly, so the counts are exact up to 16 million columns.

    Parameters
    ----------
    incidence : bool array, shape (rows, columns)

    Returns
    -------
    int array, shape (rows, rows)
        Symmetric; the diagonal holds the row sums.

    Examples
    --------
    >>> shared_counts(np.array([[True, True, False], [False, True, True]])).tolist()
    [[2, 1], [1, 2]]
    """
    packed = incidence.astype(np.float32)
    return (packed @ packed.T).astype(np.int64)
