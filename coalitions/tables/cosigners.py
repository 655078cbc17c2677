"""Who signs with whom: every pair of signatories, with exact bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    Indices = NDArray[np.int64]


class CosignerRecords:
    """Under which statements signatories are, and may be where lists are partial.

    Attributes
    ----------
    rows : Incidence
        The statements that name each signatory.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.rows = corpus.records
        named, possible = np.asarray(corpus.named, np.int64), corpus.possible
        unnamed, most = (np.asarray(n, np.int64) for n in (corpus.unnamed, corpus.unnamed_most))
        others = possible - named
        #: Of two that such a list does not name, both may be on it; one must be, and not both can.
        self._both_may = (most >= 2) & (others >= 2)  # noqa: PLR2004 - two of them
        self._one_must = (unnamed == 1) & (most == 1) & (others == 2)  # noqa: PLR2004 - the same
        #: Lists that may hold somebody who is not named, and those that hold everybody.
        self._open = (most >= 1) & (others >= 1)
        self._full = (unnamed >= others) & (others >= 1)

    def bounds(
        self, i: Indices, j: Indices, both: Indices
    ) -> tuple[Indices, Indices, Indices, Indices]:
        """Return the least and the most statements that pairs share, and how many either signed.

        The third is how many either signed where they share the least, and as few as can be shared
        against them; the fourth where they share the most.
        """
        size = self.rows.sizes
        union = size[i] + size[j] - both
        low = both + self._outside(self._full, i, j, both=True)
        neither = self._outside(self._both_may, i, j)
        high = both + self._one_named(self._open, i, j) + neither
        wide = union + self._outside(self._open, i, j)
        return low, high, wide, union + neither + self._outside(self._one_must, i, j)

    def _counts(self, lists: NDArray[np.bool_], i: Indices, j: Indices) -> list[Indices]:
        """Return how many of some lists name the first, the second, both."""
        rows = self.rows.of_columns(lists)
        return [rows.sizes[i], rows.sizes[j], rows.shared_by(i, j)]

    def _one_named(self, lists: NDArray[np.bool_], i: Indices, j: Indices) -> Indices:
        if not lists.any():
            return np.zeros(len(i), np.int64)
        one, other, both = self._counts(lists, i, j)
        return one + other - 2 * both

    def _outside(
        self, lists: NDArray[np.bool_], i: Indices, j: Indices, *, both: bool = False
    ) -> Indices:
        """Return how many of some lists name neither; or, of those, or not ``both``."""
        if not lists.any():
            return np.zeros(len(i), np.int64)
        one, other, shared = self._counts(lists, i, j)
        return int(lists.sum()) - (shared if both else one + other - shared)


def cosigner_table(
    records: CosignerRecords, found: tuple[Indices, Indices, Indices], members: str
) -> pd.DataFrame:
    """Return the rows of some pairs of signatories, as `pairs` describes them.

    Examples
    --------
    >>> from coalitions import load
    >>> records = CosignerRecords(load("unga75"))
    >>> cosigner_table(records, records.rows.pairs(2), "none").columns[:4].tolist()
    ['u', 'v', 'count_u', 'count_v']
    """
    i, j, both = found
    keys, size = records.rows.rows.to_numpy(), records.rows.sizes
    low, high, wide, narrow = records.bounds(i, j, both)
    table = pd.DataFrame(
        {
            "u": keys[i],
            "v": keys[j],
            "count_u": size[i],
            "count_v": size[j],
            "shared": both,
            "shared_min": low,
            "shared_max": high,
            "jaccard": both / (size[i] + size[j] - both),
            "jaccard_min": low / wide,
            "jaccard_max": high / narrow,
            "overlap_coefficient": both / np.minimum(size[i], size[j]),
        }
    )
    if members == "named":
        ids = list(records.rows.members_of_pairs(i, j))
        table["statements"] = pd.Series(ids, table.index, dtype=object)
    return table
