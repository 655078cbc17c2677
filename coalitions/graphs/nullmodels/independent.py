"""Null models in which statements are independent: what two share is a sum of chances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coalitions.graphs.nullmodels.configuration import configuration
from coalitions.graphs.nullmodels.observed import different
from coalitions.graphs.nullmodels.poissonbinomial import exact_tails
from coalitions.graphs.nullmodels.saddlepoint import saddlepoint_tails

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels.observed import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]
    Tails = Callable[[Floats, Integers, Integers, Integers], tuple[Floats, Floats]]

#: Up to so many statements every tail is exact; of more, those of so few that are shared.
EXACT, FEW = 500, 30
#: Numbers that are worked on at a time.
_BLOCK = 2**20


@dataclass(frozen=True, eq=False)
class Independent:
    """What two share where each statement is signed by both with a chance of its own.

    Attributes
    ----------
    first, second : int arrays, one number a pair
        Of which kind its two signatories are.
    cells : float array, shape (kinds of signatory, kinds of statement)
        Chance that one of a kind signs.
    both : float array, shape (kinds of statement,)
        What the product of the two chances is multiplied with.
    times : int array, shape (kinds of statement,)
        How many statements there are of each kind.
    """

    first: Integers
    second: Integers
    cells: Floats
    both: Floats
    times: Integers

    @cached_property
    def _kinds(self) -> tuple[Integers, Integers, Integers]:
        """Return the kinds of pair, as two kinds of signatory, and which one each pair is."""
        size = len(self.cells)
        low, high = np.minimum(self.first, self.second), np.maximum(self.first, self.second)
        code, which = different(low * size + high)
        return code // size, code % size, which

    def _chances(self, kinds: slice | Integers) -> Floats:
        a, b, _ = self._kinds
        return self.cells[a[kinds]] * self.cells[b[kinds]] * self.both

    def _by_kind(self, of: str) -> Integers | Floats:
        """Return how many statements each pair surely signs, may sign, or signs on average."""
        a, _, which = self._kinds
        found = np.empty(len(a))
        step = max(1, _BLOCK // max(1, len(self.times)))
        for begin in range(0, len(a), step):
            part = slice(begin, begin + step)
            chances = self._chances(part)
            weighed = {"sure": chances >= 1, "open": chances > 0}.get(of, chances)
            found[part] = weighed @ self.times
        return found[which]

    @cached_property
    def expected(self) -> Floats:
        """How many a pair shares on average."""
        return np.asarray(self._by_kind("mean"), np.float64)

    @cached_property
    def reach(self) -> tuple[Integers, Integers]:
        """The fewest and the most that a pair can share."""
        return self._by_kind("sure").astype(np.int64), self._by_kind("open").astype(np.int64)

    def repeated(self, times: int) -> Independent:
        """Return the model of every statement so many times over."""
        return replace(self, times=self.times * times)

    def approximate(self, counts: Integers) -> Truths:
        """Return for which pairs `tails` are not exact."""
        return (counts > FEW) & (int(self.times.sum()) > EXACT)

    def tails(self, counts: Integers) -> tuple[Floats, Floats]:
        """Return the chance of so many or more, and of so many or fewer, pair by pair.

        They are exact up to 500 statements, and where few are shared; elsewhere they are those of
        the saddlepoint.
        """
        which = self._kinds[2]
        rough = self.approximate(counts)
        upper, lower = np.empty(len(counts)), np.empty(len(counts))
        for way, of in ((exact_tails, ~rough), (saddlepoint_tails, rough)):
            upper[of], lower[of] = self._tails(way, which[of], counts[of])
        return upper, lower

    def sharpened(self, counts: Integers, pairs: Integers) -> tuple[Floats, Floats]:
        """Return exact tails of some pairs, whatever it takes."""
        return self._tails(exact_tails, self._kinds[2][pairs], counts[pairs])

    def _tails(self, way: Tails, kinds: Integers, counts: Integers) -> tuple[Floats, Floats]:
        """Return tails of kinds of pair; each kind and count is worked out once."""
        of = int(counts.max(initial=0)) + 1
        asked, where = different(kinds * of + counts)
        upper, lower = np.empty(len(asked)), np.empty(len(asked))
        step = max(1, _BLOCK // max(1, len(self.times)))
        for begin in range(0, len(asked), step):
            kind, number = np.divmod(asked[begin : begin + step], of)
            rows, row = different(kind)
            found = way(self._chances(rows), self.times, row, number)
            upper[begin : begin + step], lower[begin : begin + step] = found
        return np.minimum(upper, 1)[where], np.minimum(lower, 1)[where]


def sdsm(observed: Observed) -> Independent:
    """Return the model that keeps, on average, how many each signed and how many signed each.

    References
    ----------
    Z. P. Neal (2014), "The backbone of bipartite projections: Inferring relationships from
    co-authorship, co-sponsorship, co-attendance and other co-behaviors",
    https://doi.org/10.1016/j.socnet.2014.06.001

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> toy = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], bool)
    >>> sdsm(Observed(toy, np.full(4, 3))).expected.round(3).tolist()
    [0.837, 1.621, 0.621]
    """
    i, j = observed.pairs
    found = configuration(observed)
    times = np.bincount(found.column_kind, minlength=found.cells.shape[1])
    ones = np.ones(found.cells.shape[1])
    return Independent(found.row_kind[i], found.row_kind[j], found.cells, ones, times)


def fixedcol(observed: Observed) -> Independent:
    r"""Return the model in which as many signed each statement as did, any of those who could.

    Of :math:`c` of :math:`m` who could have signed, both of a pair are with the chance
    :math:`c (c - 1) / (m (m - 1))`.

    References
    ----------
    Z. P. Neal, R. Domagalski and B. Sagan (2021), "Comparing alternatives to the fixed degree
    sequence model for extracting the backbone of bipartite projections",
    https://doi.org/10.1038/s41598-021-03238-3

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> toy = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], bool)
    >>> fixedcol(Observed(toy, np.full(4, 3))).expected.round(3).tolist()
    [0.667, 0.667, 0.667]
    """
    i, j = observed.pairs
    size, m = observed.counts.astype(float), observed.universe.astype(float)
    both = size * (size - 1) / np.maximum(1, m * (m - 1))
    rows, row_kind = np.unique(observed.permitted, axis=0, return_inverse=True)
    columns, column_kind = np.unique(
        np.concatenate([rows.astype(float), both[None]]), axis=1, return_inverse=True
    )
    row_kind, times = row_kind.reshape(-1), np.bincount(column_kind.reshape(-1))
    return Independent(row_kind[i], row_kind[j], columns[:-1], columns[-1], times)
