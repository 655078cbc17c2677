"""How many groups every two members share: partial sums over groups that come some at a time.

Few members have one matrix of counts, to which each batch adds the product of its cells with
themselves; nothing is kept of the batch. Of many members the cells are kept as numbers, and pairs
are counted block by block, those below a minimum never being there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from coalitions.corpus.frames import KEYS
from coalitions.corpus.incidence import FULL_IS_FASTER, Incidence
from coalitions.corpus.ordered import Pairing, UnorderedError, as_they_come, sorted_here
from coalitions.errors import ChoiceError, afford, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from coalitions.corpus.frames import Table
    from coalitions.corpus.ordered import Groups, Numbers

    Positions = NDArray[np.int64]

#: Up to so many members have one matrix of counts.
MOST_IN_MATRIX = 4_096
#: Rows of that matrix that are looked through at a time (cells).
_CELLS = 2**22
#: Cells of groups that are full at a time, and what a signature takes that is kept (bytes).
_FULL_CELLS, _ROW_BYTES = 2**22, 32


class PairCounts(Protocol):
    """What `count_shared` returns: keys, in order, and what their pairs share."""

    @property
    def rows(self) -> pd.Index[str]:
        """Whose pairs they are."""

    @property
    def sizes(self) -> Positions:
        """How many groups each is in."""

    def pair_blocks(self, least: int) -> Iterator[tuple[Positions, Positions, Positions]]:
        """Yield which pairs share so many, in order, and how many they share, block by block."""


class _Matrix(NamedTuple):
    """Counts of all pairs in one matrix."""

    rows: pd.Index[str]
    counts: Positions

    @property
    def sizes(self) -> Positions:
        return self.counts.diagonal()

    def pair_blocks(self, least: int) -> Iterator[tuple[Positions, Positions, Positions]]:
        step = max(1, _CELLS // max(1, len(self.counts)))
        for begin in range(0, len(self.counts), step):
            part = self.counts[begin : begin + step]
            i, j = np.nonzero(np.triu(part >= max(1, least), begin + 1))
            yield i + begin, j, part[i, j]


class _ManyError(Exception):
    """There are more members than a matrix of counts has."""


def count_shared(
    table: Table, *, of: str, signatory: Callable[[str], str] | None = None
) -> PairCounts:
    """Return how many groups every two members share.

    Parameters
    ----------
    table : Table
        Signatures.
    of : {"statement_id", "signatory"}
        The column of the members; the other one is that of the groups.
    signatory : function, optional
        From a name of a signatory to what it is called.

    Returns
    -------
    PairCounts
        In the order of the members.

    Raises
    ------
    CoalitionsError
        A row lacks one of the two, or the memory does not hold what has to be held.

    Examples
    --------
    >>> from coalitions.corpus.frames import signatures_in
    >>> rows = pd.DataFrame({"statement_id": list("aab"), "signatory": ["Bo", "Ana", "Bo"]})
    >>> counted = count_shared(signatures_in(rows), of="signatory")
    >>> counted.rows.tolist(), counted.sizes.tolist()
    (['Ana', 'Bo'], [1, 2])
    >>> [[each.tolist() for each in found] for found in counted.pair_blocks(1)]
    [[[0], [1], [1]]]
    """
    by = next(column for column in KEYS if column != of)
    pairing = Pairing(table, by, of, signatory)
    order, gather = as_they_come, _in_matrix
    while True:
        members = pairing.numbers(of)
        try:
            return gather(table, order(pairing, members), members)
        except _ManyError:
            gather = _kept
        except UnorderedError:
            order = sorted_here
            warn(f"{table.name}: the rows are not in the order of {by}, and are sorted first")
        except TypeError as error:
            if "unhashable" not in str(error):
                raise
            raise ChoiceError(
                f"{table.name}: cells of {by} and {of} must be text, numbers or dates"
            ) from error


def _in_matrix(table: Table, groups: Iterable[Groups], members: Numbers) -> PairCounts:
    """Add up what the groups share in one matrix."""
    counts, rows = np.zeros((0, 0), np.int64), 0
    for group, member in groups:
        number = len(members)
        if number > MOST_IN_MATRIX:
            raise _ManyError
        if number > len(counts):
            counts = np.pad(counts, (0, number + number // 8 - len(counts)))
        _add_shared(counts, group, member)
        rows += len(group)
    keys = np.array(members.keys, dtype=object)
    order = np.argsort(keys, kind="stable")
    counts = counts[np.ix_(order, order)]
    _say_doubles(table, rows, int(counts.trace()))
    return _Matrix(pd.Index(keys[order]), counts)


def _add_shared(counts: Positions, group: Positions, member: Positions) -> None:
    """Add to a matrix how many of some groups every two members share.

    Groups that hold many members are multiplied as full matrices, in single precision, which holds
    every integer below 2²⁴ exactly; others as sparse ones.
    """
    number, wide = int(group[-1]) + 1, len(counts)
    work = float((np.bincount(group).astype(float) ** 2).sum())
    if FULL_IS_FASTER * work < number * float(wide) ** 2:
        cells = csr_array((np.ones(len(group), np.int32), (group, member)), (number, wide))
        cells.data[:] = 1  # who stands twice in a group is in it once
        product = (cells.T @ cells).tocoo()
        counts[product.coords] += product.data
        return
    step = max(1, _FULL_CELLS // wide)
    full = np.zeros((min(step, number), wide), np.float32)
    for begin in range(0, number, step):
        first, end = np.searchsorted(group, [begin, begin + step])
        full[:] = 0
        full.put((group[first:end] - begin) * wide + member[first:end], 1)
        counts += (full.T @ full).astype(np.int64)


def _kept(table: Table, groups: Iterable[Groups], members: Numbers) -> PairCounts:
    """Keep which members the groups have."""
    parts, number, rows = [], 0, 0
    for group, member in groups:
        parts.append((group.astype(np.int32) + np.int32(number), member.astype(np.int32)))
        number, rows = number + int(group[-1]) + 1, rows + len(group)
        what = f"counting the pairs of {len(members):,} members with {rows:,} signatures"
        afford(what, _ROW_BYTES * rows)
    group, member = (np.concatenate(each) for each in zip(*parts, strict=True))
    del parts
    keys = np.array(members.keys, dtype=object)
    order = np.argsort(keys, kind="stable")
    place = np.empty(len(keys), np.int32)
    place[order] = np.arange(len(keys), dtype=np.int32)
    shape = len(keys), number
    cells = csr_array((np.ones(rows, np.int32), (place[member], group)), shape)
    cells.data[:] = 1
    _say_doubles(table, rows, cells.nnz)
    columns: Any = pd.RangeIndex(number)  # nobody asks what groups are called
    return Incidence(pd.Index(keys[order]), columns, cells)


def _say_doubles(table: Table, rows: int, different: int) -> None:
    if again := rows - different:
        warn(
            f"{table.name}: {again:,} of {rows:,} rows say again who signed what, and are counted "
            "once"
        )
