"""Every pair of signatories, or of statements, of a table that is larger than a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import count_shared, count_spread, signatures_in
from coalitions.errors import FEWER, ChoiceError, CorpusError, Problem, afford, refuse_other
from coalitions.names import known, refusal, resolve
from coalitions.tables.asked import OF, refuse_none_of_these, refuse_other_pairs
from coalitions.tables.overlap import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from coalitions.corpus import PairCounts, Table

    Indices = NDArray[np.int64]

#: Rows of the table that are worked out at a time.
_ROWS = 2**16
#: What a row takes (bytes).
_ROW_BYTES = 120
#: Whose pairs → the column that holds them.
_COLUMNS = dict(zip(OF, ("statement_id", "signatory"), strict=True))


def count_pairs(
    frame: object,
    *,
    of: Literal["statements", "signatories"] = "statements",
    min_shared: int = 1,
    members: Literal["states", "any"] = "states",
    columns: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    r"""Return what every two signatories, or statements, of a large table share.

    This is the table of `pairs` with ``members="none"``, of lists that are taken as they are
    printed: nobody declares how many signed, so that the least and the most are one number. The
    table may be larger than the memory, as no more of it is held than some rows. Signatures that
    come in the order of what is not paired (of statements, for pairs of signatories) are counted as
    they come; others are sorted first, and it is said.

    Parameters
    ----------
    frame : DataFrame, or path of a Parquet file
        One row a signature, with ``statement_id`` and ``signatory``: a DataFrame of pandas or
        PyArrow, of Polars or DuckDB (lazy ones too), of PySpark, or another that narwhals knows.
        Lazy ones sort, and leave out what stands twice, where they are. Spark counts on its
        cluster, whose parts need ``joint-statements[files]`` as well: only what pairs share comes
        back.
    of : {"statements", "signatories"}
        Who is paired: statements, by the signatories that both have; or signatories, by the
        statements that both signed.
    min_shared : int
        The fewest that pairs share, 1 or more.
    members : {"states", "any"}
        Whether signatories are states, or identifiers that are taken as they are. States are codes
        or, where no column ``date`` says that they may be of another time, names of today.
    columns : mapping of str to str, optional
        What our columns are called: ``{"statement": "symbol", "signatory": "author"}``.

    Returns
    -------
    DataFrame
        One row a pair, in the order of the ids, with the columns of `pairs` but for who stands on
        both.

    Raises
    ------
    CoalitionsError
        No table of signatures, a row that lacks one of the two, signatories that are no states, or
        more pairs than are worked out or the memory holds.

    Notes
    -----
    Who signs twice under one statement is counted once, and it is said. Up to 4,096 members are
    counted in one matrix, whatever the number of rows; of more, 32 bytes are held for each row.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("may", "CUB"), ("may", "PER"), ("june", "CUB"), ("june", "PER"), ("june", "CHN")]
    >>> frame = pd.DataFrame(sorted(rows), columns=["statement_id", "signatory"])
    >>> table = count_pairs(frame, of="signatories", min_shared=2)
    >>> table[["u", "v", "shared", "jaccard"]].to_numpy().tolist()
    [['CUB', 'PER', 2, 1.0]]
    """
    found, rows = list[pd.DataFrame](), 0
    for part in pair_counts(frame, of=of, min_shared=min_shared, members=members, columns=columns):
        found.append(part)
        rows += len(part)
        afford(f"a table of {rows:,} pairs or more", _ROW_BYTES * rows, FEWER_PAIRS)
    return pd.concat(found, ignore_index=True)


#: What makes fewer pairs.
FEWER_PAIRS = f"take a larger `min_shared`; {FEWER}"


def pair_counts(
    frame: object,
    *,
    of: Literal["statements", "signatories"] = "statements",
    min_shared: int = 1,
    members: Literal["states", "any"] = "states",
    columns: Mapping[str, str] | None = None,
) -> Iterator[pd.DataFrame]:
    """Yield what `count_pairs` returns in parts, of which none keeps another.

    Parameters
    ----------
    frame, of, min_shared, members, columns
        As for `count_pairs`.

    Yields
    ------
    DataFrame
        The next rows; a table without any, where there is no pair.

    Examples
    --------
    >>> frame = pd.DataFrame({"statement_id": ["a", "b"], "signatory": ["CUB", "CUB"]})
    >>> [len(part) for part in pair_counts(frame, members="any")]
    [1]
    """
    refuse_other_pairs(of)
    refuse_other("members", members, ("states", "any"))
    refuse_none_of_these(min_shared, None, "none")
    table = signatures_in(frame, columns)
    states = _States(table) if members == "states" else None
    count = count_shared if table.spread is None else count_spread
    counted = count(table, of=_COLUMNS[of], signatory=states)
    if states:
        states.refuse_others()
    rows = 0
    for first, second, both in counted.pair_blocks(max(1, min_shared or 0)):
        rows += len(first)
        if rows > MOST_ROWS:
            raise ChoiceError(
                f"{table.name}: more than {MOST_ROWS:,} pairs of {len(counted.rows):,} {of} share "
                f"{min_shared:,}: {FEWER_PAIRS}"
            )
        for begin in range(0, len(first), _ROWS):
            part = slice(begin, begin + _ROWS)
            yield _TABLES[of](counted, first[part], second[part], both[part])
    if not rows:
        none = np.empty(0, np.int64)
        yield _TABLES[of](counted, none, none, none)


class _States:
    """What names of states resolve to; what is none is kept, to be told at once."""

    def __init__(self, table: Table) -> None:
        self._name, self._problems = table.name, list[Problem]()
        self._dated = "date" in table.header

    def __call__(self, name: str) -> str:
        if known(name):
            return name
        found = resolve(name)
        if self._dated:
            said = (
                "a name means who it meant at the date of its statement: write the code that "
                "`resolve_names` gives for it"
            )
        elif found.signatory:
            return found.signatory
        else:
            said = refusal(found).partition('" ')[2]
        self._problems.append(Problem(self._name, 0, "signatory", name, said))
        return name

    def refuse_others(self) -> None:
        """Refuse names that are no state, all of them at once."""
        if self._problems:
            raise CorpusError(self._problems)


def _of_statements(counted: PairCounts, i: Indices, j: Indices, both: Indices) -> pd.DataFrame:
    ids, size = counted.rows.to_numpy(), counted.sizes
    union = size[i] + size[j] - both
    undeclared = pd.array([pd.NA] * len(i), dtype="Int64")
    return pd.DataFrame(
        {
            "a": ids[i],
            "b": ids[j],
            "named_a": size[i],
            "named_b": size[j],
            "declared_a": undeclared,
            "declared_b": undeclared,
            **dict.fromkeys(("shared_named", "shared_min", "shared_max"), both),
            **dict.fromkeys(("union_min", "union_max"), union),
            **dict.fromkeys(("jaccard_min", "jaccard_max"), both / union),
        }
    )


def _of_signatories(counted: PairCounts, i: Indices, j: Indices, both: Indices) -> pd.DataFrame:
    keys, size = counted.rows.to_numpy(), counted.sizes
    jaccard = both / (size[i] + size[j] - both)
    return pd.DataFrame(
        {
            "u": keys[i],
            "v": keys[j],
            "count_u": size[i],
            "count_v": size[j],
            **dict.fromkeys(("shared", "shared_min", "shared_max"), both),
            **dict.fromkeys(("jaccard", "jaccard_min", "jaccard_max"), jaccard),
            "overlap_coefficient": both / np.minimum(size[i], size[j]),
        }
    )


_TABLES: dict[str, Callable[[PairCounts, Indices, Indices, Indices], pd.DataFrame]] = {
    "statements": _of_statements,
    "signatories": _of_signatories,
}
