"""Who stands on these lists and on no other: every region, with exact bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.bounds import region_bounds
from coalitions.corpus import choose, refuse_no_corpus
from coalitions.errors import listed
from coalitions.tables.asked import refuse_none_of_these

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus, Universes

    Indices = NDArray[np.int64]

#: Regions whose inclusive ones are counted at a time.
_ROWS = 2**7
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


def regions(
    corpus: Corpus,
    *,
    statements: Sequence[str] = (),
    min_shared: int | None = None,
    top: int | None = None,
    members: Literal["named", "none"] = "named",
) -> pd.DataFrame:
    """Return every region of the diagram of all statements that holds a named signatory.

    The *exclusive* region of a set of statements holds those who signed all of them and no other;
    the *inclusive* one those who signed all of them. No region is cut.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str
        Ids: the regions of the diagram of these alone.
    min_shared : int, optional
        Leave out regions in which fewer are named.
    top : int, optional
        Keep so many regions, the largest first.
    members : {"named", "none"}
        Whether those named in the exclusive region are listed.

    Returns
    -------
    DataFrame
        One row a region, the largest first: ``statements`` (tuple of ids), ``exclusive`` and
        ``inclusive`` (signatories named), ``exclusive_min``, ``exclusive_max``, ``inclusive_min``,
        ``inclusive_max`` (exact bounds that partial lists allow), ``members`` (tuple of those
        named in the exclusive region).

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus.

    Notes
    -----
    Regions that only unnamed signatories could fill are not listed.

    Examples
    --------
    >>> from coalitions import load
    >>> regions(load("unga75"))[["exclusive", "inclusive"]].to_numpy().tolist()
    [[39, 39], [26, 45], [19, 19], [6, 25], [1, 1]]
    """
    refuse_no_corpus(corpus)
    refuse_none_of_these(min_shared, top, members)
    asked = [] if statements is None else listed(statements, "statements")
    corpus = choose(corpus, asked) if asked else corpus
    kinds, which = corpus.records.kinds()
    records, states = kinds.filled(), np.bincount(which, minlength=len(kinds)).astype(np.int64)
    ids, names = corpus.lists.rows.to_numpy(), corpus.records.rows.to_numpy()
    # Signatories of the same record side by side, each in the order of names.
    alike = np.split(names[np.argsort(which, kind="stable")], states.cumsum()[:-1])
    made_of = [tuple(ids[record]) for record in records]
    enough = np.flatnonzero(states >= (min_shared or 0)).tolist()
    # Bounds take long to work out: only for those that are kept.
    kept = sorted(enough, key=lambda n: (-states[n], len(made_of[n]), made_of[n]))[:top]
    bounds = _bounds_of(corpus, records, states, kept)
    rows = [
        {
            "statements": made_of[n],
            "exclusive": int(states[n]),
            **bound,
            "members": tuple(alike[n]),
        }
        for n, bound in zip(kept, bounds, strict=True)
    ]
    table = pd.DataFrame(rows, columns=REGION_COLUMNS)
    return table if members == "named" else table.drop(columns="members")


def _bounds_of(
    corpus: Corpus, records: NDArray[np.bool_], states: Indices, kept: list[int]
) -> Iterator[dict[str, int]]:
    """Yield of some regions how many are named in the inclusive one, and the bounds of both."""
    full, partial = records.astype(np.float32), bool(corpus.partial.any())
    for begin in range(0, len(kept), _ROWS):
        block = kept[begin : begin + _ROWS]
        # Single precision counts statements exactly below 2²⁴ of them, as there are here.
        holds = full[block] @ full.T == full[block].sum(axis=1, keepdims=True)
        for n, inclusive in zip(block, (holds @ states).tolist(), strict=True):
            exclusive = int(states[n])
            low, high, all_low, all_high = exclusive, exclusive, inclusive, inclusive
            if partial:
                inside = np.flatnonzero(records[n]).tolist()
                outside = np.flatnonzero(~records[n]).tolist()
                low, high = _bounds(corpus, records, states, inside, outside)
                all_low, all_high = _bounds(corpus, records, states, inside, [])
            yield {
                "exclusive_min": low,
                "exclusive_max": high,
                "inclusive": inclusive,
                "inclusive_min": all_low,
                "inclusive_max": all_high,
            }


def _bounds(
    corpus: Corpus,
    records: NDArray[np.bool_],
    states: Indices,
    inside: list[int],
    outside: list[int],
) -> tuple[int, int]:
    """Return the bounds of one region; whoever is named nowhere is a group of its own.

    A list of which nothing is known, which no region with a name lies in, may hold everybody who
    could have signed it, or nobody: the fewest are left in the region, or all that the other lists
    allow.
    """
    unknown = corpus.unknown.to_numpy()
    known = [n for n in outside if not unknown[n]]
    unnamed = np.asarray(corpus.unnamed, np.int64)
    if corpus.universes is not None:
        names, number, free = _kinds_by_universe(corpus.universes, records.shape[1])
        most = region_bounds(names, number, unnamed, inside, known, free=free).high
        full = [n for n in outside if n not in known]
        names[:, full] = free[:, full]
        return region_bounds(names, number, unnamed, inside, outside, free=free).low, most
    if len(known) < len(outside):
        return 0, _bounds(corpus, records, states, inside, known)[1]
    # More of them than there are unnamed signatures change nothing; and floats hold the number.
    silent = min(corpus.possible - int(states.sum()), int(corpus.unnamed.sum()))
    nobody = np.zeros((1, records.shape[1]), bool)
    return region_bounds(
        np.vstack([records, nobody]), np.append(states, silent), unnamed, inside, outside
    )


def _kinds_by_universe(
    found: Universes, statements: int
) -> tuple[NDArray[np.bool_], Indices, NDArray[np.bool_]]:
    """Return the kinds of those who could have signed: records, how many, and what they could."""
    whole = np.hstack([found.named.T, found.masks.T])
    kinds, states = np.unique(whole, axis=0, return_counts=True)
    return kinds[:, :statements], states.astype(np.int64), kinds[:, statements:]
