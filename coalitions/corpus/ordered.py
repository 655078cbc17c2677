"""Signatures in the order of their statements (or signatories), each group of them whole."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from coalitions.corpus.frames import ROWS
from coalitions.corpus.tidying import cell_text
from coalitions.errors import ChoiceError, afford

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coalitions.corpus.frames import Coded, Codes, Table

#: What a row takes while rows are sorted (bytes).
_ROW_BYTES = 20
#: Bits of a number that say which group, and which member of it, a row is.
_BITS = 32


class Groups(NamedTuple):
    """Some groups, each whole: which one each row belongs to, in order from 0, and its member."""

    group: Codes
    member: Codes


class Numbers:
    """Numbers for the values of a column, in the order in which they are met.

    Parameters
    ----------
    key : function, optional
        From a value, as text, to what it is called: values that are called alike are one.

    Examples
    --------
    >>> from coalitions.corpus.frames import Coded
    >>> numbers = Numbers()
    >>> numbers.of(Coded(np.array([0, 1, 0]), ["Bo", "Ana"])).tolist(), numbers.keys
    ([0, 1, 0], ['Bo', 'Ana'])
    """

    def __init__(self, key: Callable[[str], str] | None = None) -> None:
        self.key = key
        self._number: dict[str, int] = {}
        self._met: dict[Any, int] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._number)

    @property
    def keys(self) -> list[str]:
        """What was met, by number."""
        return list(self._number)

    def of(self, cells: Coded) -> Codes:
        """Return the numbers of some cells."""
        numbers = np.array([self._of(value) for value in cells.values], np.int64)
        return numbers[cells.codes]

    def _of(self, value: Any) -> int:
        met = self._met.get(value)
        if met is None:
            text = called(value, self.key)
            met = self._met[value] = self._number.setdefault(text, len(self._number))
        return met


def called(value: Any, key: Callable[[str], str] | None) -> str:
    """Return what a value is called.

    Examples
    --------
    >>> called(45.0, None), called("ana", str.title)
    ('45', 'Ana')
    """
    text = value if type(value) is str else cell_text(value)
    return key(text) if key else text


class Pairing(NamedTuple):
    """Which rows of a table belong together, and whose pairs are counted.

    Attributes
    ----------
    table : Table
    by : str
        The column that says which group a row belongs to.
    who : str
        The column of the members, whose pairs share groups.
    signatory : function or None
        From a name of a signatory to what it is called.
    """

    table: Table
    by: str
    who: str
    signatory: Callable[[str], str] | None = None

    def numbers(self, column: str) -> Numbers:
        """Return numbers for one of the columns, of which none is given yet."""
        return Numbers(self.signatory if column == "signatory" else None)

    def rows(self) -> Iterator[tuple[Coded, Coded]]:
        """Yield the cells of both columns, some rows at a time.

        Raises
        ------
        ChoiceError
            A row lacks one of the two.
        """
        for cells in self.table.batches((self.by, self.who)):
            for each, column in zip(cells, (self.by, self.who), strict=True):
                blank = [n for n, value in enumerate(each.values) if value is None or value == ""]
                if (each.codes < 0).any() or (blank and np.isin(each.codes, blank).any()):
                    raise ChoiceError(
                        f"{self.table.name}: rows without {column}: leave them out (to a "
                        "corpus such a row is a list of which nothing is known)"
                    )
            if len(cells[0].codes):
                yield cells


class UnorderedError(Exception):
    """Rows of a group may stand apart: groups do not come in ascending order."""


def as_they_come(pairing: Pairing, members: Numbers) -> Iterator[Groups]:
    """Yield the rows of a table, group by group.

    Parameters
    ----------
    pairing : Pairing
    members : Numbers
        Numbers of the members; it is filled.

    Raises
    ------
    ChoiceError
        A row lacks its group or its member.
    UnorderedError
        Groups do not come in ascending order, and the table does not sort.

    Examples
    --------
    >>> import pandas as pd
    >>> from coalitions.corpus.frames import signatures_in
    >>> rows = pd.DataFrame({"statement_id": list("aab"), "signatory": ["Ana", "Bo", "Ana"]})
    >>> pairing = Pairing(signatures_in(rows), "statement_id", "signatory")
    >>> found = as_they_come(pairing, Numbers())
    >>> [[codes.tolist() for codes in groups] for groups in found]
    [[[0, 0], [0, 1]], [[0], [0]]]
    """
    kept, last, key = np.empty(0, np.int64), None, pairing.numbers(pairing.by).key
    for cells, others in pairing.rows():
        begin = _begin(cells.codes)
        heads = [cells.values[n] for n in cells.codes[begin].tolist()]
        heads = [called(head, key) for head in heads] if key else heads
        goes_on = heads[0] == last
        if key or not pairing.table.sorts:
            _refuse_unordered(heads if last is None or goes_on else [last, *heads])
        last = heads[-1]
        if not goes_on and len(kept):  # nothing more of the last group
            yield Groups(np.zeros(len(kept), np.int64), kept)
            kept = kept[:0]
        ends = begin[1:] + len(kept)
        member = np.concatenate([kept, members.of(others)])
        whole = int(ends[-1]) if len(ends) else 0
        if whole:
            sizes = np.diff(ends, prepend=0)
            yield Groups(np.repeat(np.arange(len(sizes)), sizes), member[:whole])
        kept = member[whole:]
    if len(kept):
        yield Groups(np.zeros(len(kept), np.int64), kept)


def _begin(codes: Codes) -> Codes:
    """Return where another code begins than that of the row before."""
    return np.flatnonzero(np.diff(codes, prepend=codes[:1] - 1))


def _refuse_unordered(heads: list[Any]) -> None:
    try:
        ordered = all(map(operator.lt, heads, heads[1:]))
    except TypeError:  # values of several kinds have no order
        ordered = False
    if not ordered:
        raise UnorderedError


def sorted_here(pairing: Pairing, members: Numbers) -> Iterator[Groups]:
    """Yield the same of rows that are in no order: they are sorted as numbers, 8 bytes each.

    Parameters
    ----------
    pairing, members
        As for `as_they_come`.

    Raises
    ------
    CoalitionsError
        A row lacks its group or its member, or the memory does not hold the rows.

    Examples
    --------
    >>> import pandas as pd
    >>> from coalitions.corpus.frames import signatures_in
    >>> rows = pd.DataFrame({"statement_id": list("aba"), "signatory": ["Ana", "Ana", "Bo"]})
    >>> pairing = Pairing(signatures_in(rows), "statement_id", "signatory")
    >>> [[codes.tolist() for codes in groups] for groups in sorted_here(pairing, Numbers())]
    [[[0, 0, 1], [0, 1, 0]]]
    """
    groups, parts, end = pairing.numbers(pairing.by), [np.empty(0, np.int64)], 0
    for cells, others in pairing.rows():
        parts.append((groups.of(cells) << _BITS) | members.of(others))
        end += len(parts[-1])
        number = pairing.table.rows or end
        afford(
            f"sorting the {number:,} rows of {pairing.table.name} by {pairing.by}",
            _ROW_BYTES * number - 8 * end,
            f"sort them by {pairing.by} beforehand, or give a relation of DuckDB, which sorts on "
            "the disk",
        )
    rows = np.concatenate(parts)
    del parts
    rows.sort()
    begin = 0
    while begin < end:
        group = int(rows[min(end, begin + ROWS) - 1]) >> _BITS
        until = int(np.searchsorted(rows, (group + 1) << _BITS))
        part = rows[begin:until]
        yield Groups((part >> _BITS) - (part[0] >> _BITS), part & (2**_BITS - 1))
        begin = until
