"""Who is named under what: the one place where names are counted.

Everything that counts asks an `Incidence`: how long lists are, who is on them, what two of them
share, who has the same record. None of those who ask know how it is kept: here as a sparse matrix,
multiplied with itself block by block. Another engine has the same methods, and is
chosen in `named_under`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from coalitions.errors import afford

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Positions = NDArray[np.int64]

#: Pairs of rows that are counted at a time.
_BLOCK = 2**20
#: How much faster a product of full matrices is, cell by cell, than one of sparse ones.
FULL_IS_FASTER = 64
#: What each pair takes while a block of them is counted (bytes).
_PAIR_BYTES = 40
#: Columns from which on single precision would not hold every count.
_INEXACT = 2**24
#: How often those rows are left out of a sparse product with which all is counted.
_CUTS = 8


@dataclass(frozen=True, eq=False)
class Incidence:
    """Rows of names: the lists of statements, or the records of signatories.

    Attributes
    ----------
    rows, columns : Index
        Whose names they are, and what may stand in a row: statements and signatories, or the
        other way round. Columns are in order.
    cells : sparse int array, shape (rows, columns)
        1 where a column stands in a row; within a row in the order of the columns.

    Examples
    --------
    >>> signatures = pd.DataFrame({"statement_id": list("aab"), "signatory": ["CUB", "PER", "PER"]})
    >>> lists = named_under(pd.Series(["a", "b"]), signatures)
    >>> lists.sizes.tolist(), lists.members("a").tolist(), lists.other_way.members("PER").tolist()
    ([2, 1], ['CUB', 'PER'], ['a', 'b'])
    """

    rows: pd.Index[str]
    columns: pd.Index[str]
    cells: csr_array[np.int32]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    @cached_property
    def other_way(self) -> Incidence:
        """The same with rows as columns: of lists the records, of records the lists."""
        return Incidence(self.columns, self.rows, self.cells.T.tocsr())

    @cached_property
    def sizes(self) -> Positions:
        """How many stand in each row."""
        return np.diff(self.cells.indptr).astype(np.int64)

    @cached_property
    def positions(self) -> list[Positions]:
        """Which columns stand in each row, by their positions."""
        return [self.cells.indices[a:b].astype(np.int64) for a, b in pairwise(self.cells.indptr)]

    def members(self, row: str) -> pd.Index[str]:
        """Return what stands in a row."""
        return self.columns[self.positions[self._place[row]]]

    def in_any(self, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return of each column whether it stands in any of some rows."""
        found = np.zeros(len(self.columns), bool)
        found[self.cells[np.flatnonzero(rows)].indices] = True
        return found

    def kinds(self) -> tuple[Incidence, Positions]:
        """Return the different rows, in the order in which they come, and which one each row is.

        Examples
        --------
        >>> signatures = pd.DataFrame({"statement_id": list("abc"), "signatory": list("xyx")})
        >>> kinds, which = named_under(pd.Series(["a", "b", "c"]), signatures).kinds()
        >>> kinds.rows.tolist(), which.tolist()
        (['a', 'b'], [0, 1, 0])
        """
        number: dict[bytes, int] = {}
        which = np.array(
            [number.setdefault(at.tobytes(), len(number)) for at in self.positions], np.int64
        )
        _, first = np.unique(which, return_index=True)
        return Incidence(self.rows[first], self.columns, self.cells[first]), which

    def pairs(self, least: int = 0) -> tuple[Positions, Positions, Positions]:
        """Return which pairs of rows share so many at least, in order, and how many they share.

        Examples
        --------
        >>> signatures = pd.DataFrame({"statement_id": list("aabc"), "signatory": list("xyxz")})
        >>> [found.tolist() for found in named_under(pd.Series(list("abc")), signatures).pairs(1)]
        [[0], [1], [1]]
        """
        found = [np.empty((3, 0), np.int64), *map(np.stack, self.pair_blocks(least))]
        first, second, both = np.concatenate(found, axis=1)
        return first, second, both

    def pair_blocks(self, least: int = 0) -> Iterator[tuple[Positions, Positions, Positions]]:
        """Yield the same block by block: no array has all pairs, and none has those below."""
        large = np.flatnonzero(self.sizes >= least)  # a shorter row shares fewer
        if len(large) < len(self):
            for i, j, both in self.of_rows(large).pair_blocks(least):
                yield large[i], large[j], both
            return
        if least > 0 and not self._is_full:
            yield from self._sparse_pairs(least)
            return
        for begin, shared in self._products():
            i, j = np.nonzero(np.triu(shared >= least, 1))
            yield i + begin, j + begin, shared[i, j].astype(np.int64)

    def sharing(self) -> Positions:
        """Return how many pairs of rows share so many columns at least, by how many: at 0 all.

        Rows that are alike are counted as one, and pairs block by block: no array has all of them,
        and one letter of any length is one row.

        Examples
        --------
        >>> signatures = pd.DataFrame({"statement_id": list("aabc"), "signatory": list("xyxz")})
        >>> named_under(pd.Series(list("abc")), signatures).sharing().tolist()
        [3, 1, 0, 0]
        """
        kinds, which = self.kinds()
        times, columns = np.bincount(which, minlength=len(kinds)), len(self.columns)
        what = f"the count of ties among {len(kinds):,} different records of {columns:,}"
        afford(what, kinds.bytes_to_count + _PAIR_BYTES * kinds.pairs_at_a_time)
        exactly = np.zeros(columns + 1, np.int64)
        # Alike with alike: they share all that they have.
        np.add.at(exactly, kinds.sizes, times * (times - 1) // 2)
        for begin, shared in kinds.blocks():
            both = times[begin : begin + len(shared), None] * times[None, begin:]
            # Weights are whole numbers below 2⁵³, which double precision holds.
            found = np.bincount(shared.ravel(), np.triu(both, 1).ravel(), columns + 1)
            exactly += found.astype(np.int64)
        at_least: Positions = exactly[::-1].cumsum()[::-1]
        return at_least

    def _sparse_pairs(self, least: int) -> Iterator[tuple[Positions, Positions, Positions]]:
        """Yield the pairs that share so many, one or more, without the others ever being there."""
        columns, cut = self.cells.T.tocsr(), 0
        work = self.cells @ np.diff(columns.indptr)  # what each row takes to multiply
        block = (np.cumsum(work) - 1) // max(1, self.pairs_at_a_time)
        ends = [*(np.flatnonzero(np.diff(block)) + 1), len(self)]
        for begin, end in pairwise([0, *ends]):
            if begin - cut > len(self) // _CUTS:  # pairs with earlier rows are counted already
                columns, cut = columns[:, begin - cut :], begin
            product = self.cells[begin:end] @ columns
            row = np.repeat(np.arange(begin, end), np.diff(product.indptr))
            column = product.indices.astype(np.int64) + cut
            wanted = np.flatnonzero((product.data >= least) & (column > row))
            wanted = wanted[np.lexsort((column[wanted], row[wanted]))]
            yield row[wanted], column[wanted], product.data[wanted].astype(np.int64)

    def members_of_pairs(self, first: Positions, second: Positions) -> Iterator[tuple[str, ...]]:
        """Yield what stands in both rows of each pair of positions."""
        keys = self.columns.to_numpy(dtype=object)
        for both in self._in_both(first, second):
            names = keys[both.indices].tolist()
            for a, b in pairwise(both.indptr.tolist()):
                yield tuple(names[a:b])

    def shared_by(self, first: Positions, second: Positions) -> Positions:
        """Return how many stand in both rows of each pair of positions.

        Examples
        --------
        >>> signatures = pd.DataFrame({"statement_id": list("aabb"), "signatory": list("xyxz")})
        >>> lists = named_under(pd.Series(["a", "b"]), signatures)
        >>> lists.shared_by(np.array([0, 1]), np.array([1, 1])).tolist()
        [1, 2]
        """
        found = [np.diff(both.indptr) for both in self._in_both(first, second)]
        return np.concatenate(found).astype(np.int64)

    def _in_both(self, first: Positions, second: Positions) -> Iterator[csr_array[np.int32]]:
        """Yield what stands in both rows of each pair, a block of pairs at a time."""
        read = np.cumsum(self.sizes[first] + self.sizes[second])
        block = (read - 1) // _BLOCK
        ends = [*(np.flatnonzero(np.diff(block)) + 1), len(first)]
        for begin, end in pairwise([0, *ends]):
            yield self.cells[first[begin:end]].multiply(self.cells[second[begin:end]]).tocsr()

    def of_rows(self, wanted: Positions) -> Incidence:
        """Return some of the rows, by their positions, in that order."""
        return Incidence(self.rows[wanted], self.columns, self.cells[wanted])

    def of_columns(self, wanted: NDArray[np.bool_]) -> Incidence:
        """Return the same rows with some of the columns."""
        return Incidence(self.rows, self.columns[wanted], self.cells[:, np.flatnonzero(wanted)])

    def blocks(self) -> Iterator[tuple[int, Positions]]:
        """Yield how many some rows share with themselves and all later ones, and the first row."""
        for begin, shared in self._products():
            yield begin, shared.astype(np.int64)

    def _products(self) -> Iterator[tuple[int, NDArray[np.float32] | NDArray[np.int32]]]:
        """Yield the same in the numbers in which it is counted.

        Rows that are full are multiplied as full matrices, in single precision, which holds every
        integer below 2²⁴ exactly; no row is counted so that has more.
        """
        step = max(1, self.pairs_at_a_time // max(1, len(self)))
        full = self.cells.astype(np.float32).toarray() if self._is_full else None
        for begin in range(0, len(self), step):
            if full is not None:
                yield begin, full[begin : begin + step] @ full[begin:].T
            else:
                yield begin, (self.cells[begin : begin + step] @ self.cells[begin:].T).toarray()

    @cached_property
    def _place(self) -> dict[str, int]:
        return {row: n for n, row in enumerate(self.rows)}

    @property
    def pairs_at_a_time(self) -> int:
        """How many pairs of rows are counted at a time."""
        return min(len(self) ** 2, max(len(self), _BLOCK))

    @property
    def bytes_to_count(self) -> int:
        """What counting takes beside the counts themselves: copies of the cells."""
        return 6 * len(self) * len(self.columns) if self._is_full else 24 * self.cells.nnz

    @cached_property
    def _is_full(self) -> bool:
        """Whether multiplying full matrices is less work than multiplying sparse ones."""
        if len(self.columns) >= _INEXACT:
            return False
        in_column = np.bincount(self.cells.indices, minlength=1).astype(float)
        return bool(
            FULL_IS_FASTER * (in_column**2).sum() >= len(self) ** 2 * float(len(self.columns))
        )

    def filled(self) -> NDArray[np.bool_]:
        """Return all cells, True where a column stands in a row.

        Raises
        ------
        CoalitionsError
            The memory cannot hold them.
        """
        long = {axis.name: f"{len(axis):,}" for axis in (self.rows, self.columns)}
        what = f"the lists of {long['statement_id']} statements and {long['signatory']} signatories"
        afford(what, 3 * len(self) * len(self.columns))
        cells = np.zeros((len(self), len(self.columns)), bool)
        cells[np.repeat(np.arange(len(self)), self.sizes), self.cells.indices] = True
        return cells


def named_under(statements: pd.Series[str], signatures: pd.DataFrame) -> Incidence:
    """Return the lists of some statements: one row a statement, also where it names nobody.

    Parameters
    ----------
    statements : Series of str
        Statement ids, in the order of the rows.
    signatures : DataFrame
        Columns ``statement_id`` and ``signatory``.

    Examples
    --------
    >>> signatures = pd.DataFrame({"statement_id": ["b"], "signatory": ["CUB"]})
    >>> named_under(pd.Series(["a", "b"]), signatures).filled().tolist()
    [[False], [True]]
    """
    rows = pd.Index(statements, name="statement_id")
    columns = pd.Index(sorted(signatures["signatory"].unique()), name="signatory")
    row = rows.get_indexer(pd.Index(signatures["statement_id"]))
    column = columns.get_indexer(pd.Index(signatures["signatory"]))
    ones, shape = np.ones(len(signatures), np.int32), (len(rows), len(columns))
    return Incidence(rows, columns, csr_array((ones, (row, column)), shape))
