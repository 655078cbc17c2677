"""Null models of which the distribution of what two share is a closed formula."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import scipy

from coalitions.graphs.nullmodels.observed import different

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Numbers that are worked on at a time.
_BLOCK = 2**20


@dataclass(frozen=True, eq=False)
class FixedRows:
    r"""What two share if each signs as many as it did, any of them: hypergeometric.

    .. math:: P(X = k) = \binom{a}{k} \binom{n - a}{b - k} \Big/ \binom{n}{b}.

    Attributes
    ----------
    n, a, b : int arrays, one number a pair
        How many statements both could have signed, and how many of them the first and the second
        signed.

    References
    ----------
    M. Tumminello, S. Miccichè, F. Lillo, J. Piilo and R. N. Mantegna (2011), "Statistically
    validated networks in bipartite complex systems", https://doi.org/10.1371/journal.pone.0017994
    Z. P. Neal (2013), "Identifying statistically significant edges in one-mode projections",
    https://doi.org/10.1007/s13278-013-0107-y

    Examples
    --------
    >>> both = FixedRows(np.array([14]), np.array([8]), np.array([7]))
    >>> both.tails(np.array([6]))[0].round(6).tolist(), both.expected.tolist()
    ([0.051282], [4.0])
    """

    n: Integers
    a: Integers
    b: Integers

    @cached_property
    def expected(self) -> Floats:
        """How many a pair shares on average."""
        return self.a * self.b / np.maximum(1, self.n)

    @property
    def reach(self) -> tuple[Integers, Integers]:
        """The fewest and the most that a pair can share."""
        return np.maximum(0, self.a + self.b - self.n), np.minimum(self.a, self.b)

    def repeated(self, times: int) -> FixedRows:
        """Return the model of every statement so many times over."""
        return FixedRows(self.n * times, self.a * times, self.b * times)

    def tails(self, counts: Integers) -> tuple[Floats, Floats]:
        """Return the chance of so many or more, and of so many or fewer, pair by pair."""
        small, large = np.minimum(self.a, self.b), np.maximum(self.a, self.b)
        of = int(self.n.max(initial=0)) + 1
        code, which = different((self.n * of + large) * of + small)
        triples = np.stack([code % of, code // of % of, code // of**2])
        low = np.maximum(0, triples[0] + triples[1] - triples[2])
        width = triples[0] - low + 1
        upper, lower = np.empty(len(counts)), np.empty(len(counts))
        order = np.argsort(which, kind="stable")
        step = max(1, _BLOCK // int(width.max(initial=1)))
        for begin in range(0, len(width), step):
            tables = _tables(triples[:, begin : begin + step], low[begin : begin + step])
            asked = order[slice(*np.searchsorted(which[order], (begin, begin + step)))]
            row, column = which[asked] - begin, counts[asked] - low[which[asked]]
            for found, table in zip((upper, lower), tables, strict=True):
                found[asked] = table[row, column]
        return upper, lower


def _tables(triples: Integers, low: Integers) -> tuple[Floats, Floats]:
    """Return both tails from the fewest that can be shared on, a row a distribution."""
    a, b, n = (each[:, None] for each in triples)
    width = (triples[0] - low + 1)[:, None]
    k = low[:, None] + np.arange(int(width.max(initial=1)) - 1)
    inside = np.arange(k.shape[1]) < width - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.log((a - k) * (b - k)) - np.log((k + 1.0) * (n - a - b + k + 1.0))
    logs = np.zeros((len(width), k.shape[1] + 1))
    np.cumsum(np.where(inside, ratios, 0.0), axis=1, out=logs[:, 1:])
    logs[:, 1:][~inside] = -np.inf
    exactly: Floats = np.exp(logs - logs.max(axis=1, keepdims=True))
    whole = exactly.sum(axis=1, keepdims=True)
    upper = exactly[:, ::-1].cumsum(axis=1)[:, ::-1] / whole
    return np.minimum(upper, 1), np.minimum(exactly.cumsum(axis=1) / whole, 1)


@dataclass(frozen=True, eq=False)
class FixedFill:
    r"""What two share if as many signatures as there are stand anywhere.

    Of :math:`f` signatures in :math:`M` places, :math:`2n` of them those of a pair,

    .. math:: P(X = k) = \binom{n}{k} \sum_s \binom{n - k}{s} 2^s \binom{M - 2n}{f - 2k - s}
        \Big/ \binom{M}{f}.

    Attributes
    ----------
    n : int array, one number a pair
        How many statements both could have signed.
    places, signatures : int
        How many signatures there could be, and how many there are.

    References
    ----------
    Z. P. Neal, R. Domagalski and B. Sagan (2021), "Comparing alternatives to the fixed degree
    sequence model for extracting the backbone of bipartite projections",
    https://doi.org/10.1038/s41598-021-03238-3

    Examples
    --------
    >>> FixedFill(np.array([14]), 14 * 18, 89).tails(np.array([6]))[0].round(6).tolist()
    [0.003255]
    """

    n: Integers
    places: int
    signatures: int

    @cached_property
    def expected(self) -> Floats:
        """How many a pair shares on average."""
        places, f = self.places, self.signatures
        return np.multiply(self.n, f * (f - 1) / max(1, places * (places - 1)), dtype=np.float64)

    @property
    def reach(self) -> tuple[Integers, Integers]:
        """The fewest and the most that a pair can share."""
        absent = self.places - self.signatures
        return np.maximum(0, self.n - absent), np.minimum(self.n, self.signatures // 2)

    def repeated(self, times: int) -> FixedFill:
        """Return the model of every statement so many times over."""
        return FixedFill(self.n * times, self.places * times, self.signatures * times)

    def tails(self, counts: Integers) -> tuple[Floats, Floats]:
        """Return the chance of so many or more, and of so many or fewer, pair by pair."""
        upper, lower = np.empty(len(counts)), np.empty(len(counts))
        for n in np.unique(self.n).tolist():
            asked = self.n == n
            exactly = _filled(n, self.places, self.signatures)
            upper[asked] = np.minimum(exactly[::-1].cumsum()[::-1], 1)[counts[asked]]
            lower[asked] = np.minimum(exactly.cumsum(), 1)[counts[asked]]
        return upper, lower


@lru_cache(maxsize=16)
def _filled(n: int, places: int, signatures: int) -> Floats:
    """Return the chance of each number that a pair can share, 0 to n."""
    others = places - 2 * n
    fewest, most = max(0, signatures - 2 * n), min(signatures, others)
    # log C(others, y) but for a constant, step by step: as exact as the numbers near the mode.
    y = np.arange(fewest, most, dtype=float)
    elsewhere = np.full(2 * n + 1, -np.inf)  # by how many signatures the pair has
    logs = np.append(0.0, np.cumsum(np.log(others - y) - np.log(y + 1)))
    elsewhere[signatures - np.arange(fewest, most + 1)] = logs - logs.max()
    factorial = scipy.special.gammaln(np.arange(n + 1) + 1.0)
    found = np.full(n + 1, -np.inf)
    # A pair has no fewer and no more signatures than leave room for the others.
    least, highest = signatures - most, signatures - fewest
    for k in range(max(0, least - n), min(n, highest // 2) + 1):
        s = np.arange(max(0, least - 2 * k), min(n - k, highest - 2 * k) + 1)
        ways = factorial[n] - factorial[k] - factorial[s] - factorial[n - k - s] + s * np.log(2)
        ways += elsewhere[2 * k + s]
        largest = ways.max()
        found[k] = largest + np.log(np.exp(ways - largest).sum())
    exactly: Floats = np.exp(found - found.max())
    shares: Floats = exactly / exactly.sum()
    return shares
