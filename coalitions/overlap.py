"""Who stands on both lists: every pair of statements, every region, with exact bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.bounds import overlap_bounds, region_bounds
from coalitions.incidence import shared_counts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.bounds import Integers
    from coalitions.corpus import Corpus


def pairs(corpus: Corpus) -> pd.DataFrame:
    r"""Return the overlap of every pair of statements.

    Bounds are exact: some completion of the partial lists attains each. As the sizes
    :math:`|A|, |B|` are declared, :math:`|A \cup B| = |A| + |B| - |A \cap B|`, and the Jaccard
    coefficient :math:`|A \cap B| / |A \cup B|` rises with the overlap.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row a pair, in the order of the statements: ``a``, ``b``, ``named_a``, ``named_b``,
        ``declared_a``, ``declared_b`` (NA where no count is declared), ``shared_named`` (named
        under both), ``shared_min``, ``shared_max``, ``union_min``, ``union_max`` (signatories),
        ``jaccard_min``, ``jaccard_max`` (0 to 1; NaN for two empty lists), ``members`` (tuple of
        those named under both).

    References
    ----------
    P. Jaccard (1912), "The distribution of the flora in the alpine zone",
    https://doi.org/10.1111/j.1469-8137.1912.tb05611.x

    Examples
    --------
    >>> from coalitions import load
    >>> table = pairs(load("unga75")).set_index(["a", "b"])
    >>> row = table.loc[("2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba")]
    >>> int(row.shared_named), int(row.shared_min), int(row.shared_max)
    (19, 19, 45)
    """
    incidence = corpus.incidence.to_numpy(bool)
    shared = shared_counts(incidence)
    i, j = np.triu_indices(len(incidence), 1)
    named = np.asarray(corpus.named, np.int64)
    unnamed = np.asarray(corpus.unnamed, np.int64)
    both = shared[i, j]
    low, high = overlap_bounds(
        both, named[i] - both, named[j] - both, unnamed[i], unnamed[j], corpus.possible
    )
    size = named + unnamed
    union_min, union_max = size[i] + size[j] - high, size[i] + size[j] - low
    ids = corpus.statements["statement_id"].to_numpy()
    declared = corpus.declared.array
    states = corpus.incidence.columns.to_numpy()
    return pd.DataFrame(
        {
            "a": ids[i],
            "b": ids[j],
            "named_a": named[i],
            "named_b": named[j],
            "declared_a": declared[i],
            "declared_b": declared[j],
            "shared_named": both,
            "shared_min": low,
            "shared_max": high,
            "union_min": union_min,
            "union_max": union_max,
            "jaccard_min": _ratio(low, union_max),
            "jaccard_max": _ratio(high, union_min),
            "members": [
                tuple(states[incidence[x] & incidence[y]]) for x, y in zip(i, j, strict=True)
            ],
        }
    )


def _ratio(part: Integers, whole: Integers) -> NDArray[np.float64]:
    """Return a share, element by element; of nothing there is none."""
    return np.where(whole > 0, part / np.maximum(whole, 1), np.nan)


def regions(corpus: Corpus) -> pd.DataFrame:
    """Return every region of the diagram of all statements that holds a named signatory.

    The *exclusive* region of a set of statements holds those who signed all of them and no other;
    the *inclusive* one those who signed all of them. No region is cut.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row a region, the largest first: ``statements`` (tuple of ids), ``exclusive`` and
        ``inclusive`` (signatories named), ``exclusive_min``, ``exclusive_max``, ``inclusive_min``,
        ``inclusive_max`` (exact bounds that partial lists allow), ``members`` (tuple of those
        named in the exclusive region).

    Notes
    -----
    Regions that only unnamed signatories could fill are not listed.

    Examples
    --------
    >>> from coalitions import load
    >>> regions(load("unga75"))[["exclusive", "inclusive"]].to_numpy().tolist()
    [[39, 39], [26, 45], [19, 19], [6, 25], [1, 1]]
    """
    incidence = corpus.incidence.to_numpy(bool)
    records, group = np.unique(incidence.T, axis=0, return_inverse=True)
    states = np.bincount(group.ravel(), minlength=len(records)).astype(np.int64)
    ids = corpus.statements["statement_id"].to_numpy()
    names = corpus.incidence.columns.to_numpy()
    rows = []
    for n, record in enumerate(records):
        inside, outside = np.flatnonzero(record).tolist(), np.flatnonzero(~record).tolist()
        low, high = _bounds(corpus, records, states, inside, outside)
        all_low, all_high = _bounds(corpus, records, states, inside, [])
        rows.append(
            {
                "statements": tuple(ids[record]),
                "exclusive": int(states[n]),
                "exclusive_min": low,
                "exclusive_max": high,
                "inclusive": int(states[(records & record).sum(1) == record.sum()].sum()),
                "inclusive_min": all_low,
                "inclusive_max": all_high,
                "members": tuple(names[group.ravel() == n]),
            }
        )
    table = pd.DataFrame(rows, columns=REGION_COLUMNS)
    order = table.assign(degree=table["statements"].map(len)).sort_values(
        ["exclusive", "degree", "statements"], ascending=[False, True, True]
    )
    return order.drop(columns="degree").reset_index(drop=True)


REGION_COLUMNS = [
    "statements",
    "exclusive",
    "exclusive_min",
    "exclusive_max",
    "inclusive",
    "inclusive_min",
    "inclusive_max",
    "members",
]


def _bounds(
    corpus: Corpus,
    records: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    states: np.ndarray[tuple[int], np.dtype[np.int64]],
    inside: list[int],
    outside: list[int],
) -> tuple[int, int]:
    """Return the bounds of one region; whoever is named nowhere is a group of its own."""
    silent = corpus.possible - int(states.sum())
    nobody = np.zeros((1, records.shape[1]), bool)
    return region_bounds(
        np.vstack([records, nobody]),
        np.append(states, silent),
        np.asarray(corpus.unnamed, np.int64),
        inside,
        outside,
    )
