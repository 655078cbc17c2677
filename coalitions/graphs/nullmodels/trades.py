"""Tables with the margins that are observed, drawn at random: many chains of trades at once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coalitions.errors import afford
from coalitions.graphs.nullmodels.independent import Independent, sdsm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels.observed import Observed

    Floats = NDArray[np.float64]
    Floats32 = NDArray[np.float32]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

#: Rounds of trades before the first draw of a chain, and between two draws. In a round each row
#: trades once.
BEFORE, BETWEEN = 50, 2
#: Fewest draws; chains at most; and what all draws together may take (cells and pairs).
FEWEST, CHAINS, WORK = 1_000, 32, 5 * 10**8
#: Draws where no number of them reaches the p-value that decides.
ENOUGH = 10_000
#: Random numbers that are sorted at a time; and rows of so many or more are closed up first.
_BLOCK = 2**18
_LONG = 200


def draws(observed: Observed, number: int, seed: int) -> Iterator[Truths]:
    """Yield tables that have the margins of what is observed, several chains at a time.

    Each chain begins with what is observed. In a round the rows (of the shorter side) pair off at
    random, and two that meet deal what only one of them has among themselves anew: that ends in
    every table alike. Where somebody could not have signed, there is no trade; whether every table
    can still be reached is then not proven.

    Parameters
    ----------
    observed : Observed
    number : int
        How many tables.
    seed : int

    Yields
    ------
    bool array, shape (chains, signatories, statements)

    References
    ----------
    G. Strona, D. Nappo, F. Boccacci, S. Fattorini and J. San-Miguel-Ayanz (2014), "A fast and
    unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
    https://doi.org/10.1038/ncomms5114
    K. Godard and Z. P. Neal (2022), "fastball: a fast algorithm to randomly sample bipartite graphs
    with fixed degree sequences", https://doi.org/10.1093/comnet/cnac049

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> signed = np.eye(3, dtype=bool)
    >>> drawn = next(draws(Observed(signed, np.full(3, 3)), 5, 0))
    >>> bool((drawn.sum(axis=1) == 1).all() and (drawn.sum(axis=2) == 1).all())
    True
    """
    random = np.random.default_rng(seed)
    turned = observed.signed.shape[0] > observed.signed.shape[1]
    start = observed.signed.T if turned else observed.signed
    could = observed.could.T if turned and observed.could is not None else observed.could
    # As many chains as leave no more rounds before their first draws than between all others.
    chains = max(1, min(CHAINS, number * BETWEEN // BEFORE))
    tables = np.repeat(np.ascontiguousarray(start)[None], chains, axis=0)
    for done in range(0, number, chains):
        for _ in range(BETWEEN if done else BEFORE):
            _trade(tables, could, random)
        drawn = tables[: number - done].copy()
        _verify(drawn, observed.signed.T if turned else observed.signed)
        yield drawn.transpose(0, 2, 1) if turned else drawn


def _trade(tables: Truths, could: Truths | None, random: np.random.Generator) -> None:
    """Let the rows of each table trade once, in place."""
    chains, rows, columns = tables.shape
    half = rows // 2
    meet = random.permuted(np.tile(np.arange(rows), (chains, 1)), axis=1)[:, : 2 * half]
    chain = np.repeat(np.arange(chains), half)
    one, other = meet[:, :half].reshape(-1), meet[:, half:].reshape(-1)
    step = max(1, _BLOCK // max(1, columns))
    for begin in range(0, len(chain), step):
        part = slice(begin, begin + step)
        at, a, b = chain[part], one[part], other[part]
        first = tables[at, a]
        differ = first ^ tables[at, b]
        if could is not None:
            differ &= could[a] & could[b]
        dealt = _dealt(differ, _sums(first & differ), random) | (first & ~differ)
        # Of what differs the second has what the first has not; all else both keep.
        tables[at, b] ^= (dealt ^ first) & differ
        tables[at, a] = dealt


def _dealt(differ: Truths, mine: Integers, random: np.random.Generator) -> Truths:
    """Return for each row so many of the cells that differ, any of them alike."""
    lots = random.random(differ.shape, dtype=np.float32) + ~differ  # 1 or more where none is
    ordered = np.sort(_closed_up(lots, differ), axis=1)
    last = ordered[np.arange(len(lots)), np.maximum(mine - 1, 0)]
    last[mine == 0] = -1
    dealt: Truths = lots <= last[:, None]
    again = np.flatnonzero(_sums(dealt) != mine)
    if len(again):  # two lots were equal, just there: neither cell comes before the other
        dealt[again] = _dealt(differ[again], mine[again], random)
    return dealt


def _closed_up(lots: Floats32, differ: Truths) -> Floats32:
    """Return the lots of cells that differ, closed up where rows are long and few cells do."""
    many = _sums(differ)
    most = max(1, int(many.max(initial=0)))
    if most > differ.shape[1] // 2 or differ.shape[1] < _LONG:
        return lots
    there = np.arange(most) < many[:, None]
    found = np.ones(there.shape, np.float32)
    found[there] = lots[differ]
    return found


def _sums(table: Truths) -> Integers:
    sums: Integers = table.view(np.uint8).sum(axis=1, dtype=np.int64)
    return sums


def _verify(drawn: Truths, observed: Truths) -> None:
    """Stop where a margin is not what it was."""
    for axis in (0, 1):
        if not (drawn.sum(axis=axis + 1) == observed.sum(axis=axis)).all():
            raise AssertionError("a trade has changed a margin")


@dataclass(frozen=True, eq=False)
class Drawn:
    """What pairs share in tables drawn at random, counted.

    Attributes
    ----------
    observed : Observed
    number : int
        How many tables are drawn.
    seed : int

    References
    ----------
    B. Phipson and G. K. Smyth (2010), "Permutation p-values should never be zero",
    https://doi.org/10.2202/1544-6115.1585
    """

    observed: Observed
    number: int
    seed: int

    @cached_property
    def _counted(self) -> tuple[Floats, dict[bytes, tuple[Integers, Integers]]]:
        """Return means, and how often pairs share so many or more, and so many or fewer.

        Tables are drawn once, and all that is asked of them is counted then.
        """
        observed, size = self.observed, len(self.observed.signed)
        asked = [observed.shared, observed.most, observed.least]
        needed = (8 + 4 * CHAINS) * size**2
        afford(f"what {size:,} signatories share in tables drawn at random", needed)
        bars = np.zeros((len(asked), size, size), np.float32)
        bars[(slice(None), *observed.pairs)] = asked
        total = np.zeros((size, size))
        counts = np.zeros((len(asked), 2, size, size), np.int64)
        for tables in draws(observed, self.number, self.seed):
            full = tables.astype(np.float32)
            shared = full @ full.transpose(0, 2, 1)
            total += shared.sum(axis=0)
            for bar, count in zip(bars, counts, strict=True):
                for n, which in enumerate((shared >= bar, shared <= bar)):
                    count[n] += which.view(np.uint8).sum(axis=0, dtype=np.uint8)
        keys = [each.tobytes() for each in asked]
        pairs = [(up[observed.pairs], down[observed.pairs]) for up, down in counts]
        return total[observed.pairs] / self.number, dict(zip(keys, pairs, strict=True))

    @property
    def expected(self) -> Floats:
        """How many a pair shares on average."""
        return self._counted[0]

    @property
    def reach(self) -> tuple[Integers, Integers]:
        """The fewest and the most that a pair can share."""
        return self.observed.least, self.observed.most

    @property
    def least(self) -> float:
        """The smallest p-value that so many tables can give."""
        return 1 / (1 + self.number)

    def repeated(self, times: int) -> Independent:
        """Return a model of every statement so many times over: one that need not be drawn."""
        return sdsm(self.observed).repeated(times)

    def tails(self, counts: Integers) -> tuple[Floats, Floats]:
        """Return the share of so many or more, and of so many or fewer, what is observed with it.

        What can be asked is what pairs share, and the most and the fewest that they could.
        """
        more, fewer = self._counted[1][counts.tobytes()]
        return (1 + more) / (1 + self.number), (1 + fewer) / (1 + self.number)


def as_many_as_needed(observed: Observed, threshold: float) -> int:
    """Return how many draws give a p-value at a threshold with a standard error of a tenth of it.

    No more than can be drawn in some ten seconds, if these reach the threshold at all; and 1,000
    at least.

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> toy = Observed(np.eye(3, dtype=bool), np.full(3, 3))
    >>> as_many_as_needed(toy, 0.05), as_many_as_needed(toy, 0.0001), as_many_as_needed(toy, 1e-12)
    (1900, 999900, 10000)
    """
    wanted = math.ceil(round((1 - threshold) / (threshold * 0.01), 6))
    most = max(FEWEST, WORK // max(1, observed.signed.size * BETWEEN + len(observed.pairs[0])))
    if threshold * (1 + most) < 1:  # in vain
        most = min(most, ENOUGH)
    return max(FEWEST, min(wanted, most))
