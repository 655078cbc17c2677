"""What statements share, and who is on any of them, each list within who could have signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.bounds import (
    Interval,
    overlap_bounds,
    overlap_within,
    union_bounds,
    union_within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalitions.corpus.corpus import Corpus

    Positions = NDArray[np.int64]
    #: The positions of both statements of some pairs, and how many they share by name.
    Pairs = tuple[Positions, Positions, Positions]


def overlap_between(
    corpus: Corpus,
    pairs: Pairs,
    unnamed: tuple[Positions, Positions],
) -> tuple[Positions, Positions]:
    """Return the least and the most that pairs of statements share, each within its universe.

    Parameters
    ----------
    corpus : Corpus
    pairs : tuple of three int arrays
        The positions of both statements, and how many they share by name.
    unnamed : tuple of two int arrays
        How many each declares and does not name.

    Examples
    --------
    >>> from coalitions import load
    >>> i, j, both = (np.array([n]) for n in (1, 2, 19))
    >>> overlap_between(load("unga75"), (i, j, both), (np.array([30]), np.array([0])))
    (array([19]), array([45]))
    """
    i, j, both = pairs
    if corpus.universes is not None:
        return overlap_within(both, corpus.universes.room(i, j, both), *unnamed)
    named = corpus.lists.sizes
    return overlap_bounds(both, named[i] - both, named[j] - both, *unnamed, corpus.possible)


def largest_union(corpus: Corpus, pairs: Pairs, shared: Positions) -> Positions:
    """Return the most that are on either list of pairs of statements.

    A list of which neither a name nor a count is known may hold all who could have signed it.
    ``pairs`` is as for `overlap_between`, ``shared`` the least that they share.
    """
    i, j, both = pairs
    size = corpus.lists.sizes + np.asarray(corpus.unnamed, np.int64)
    unknown, could = corpus.unknown.to_numpy(bool), corpus.could.to_numpy(np.int64)
    beside_i, beside_j = (np.zeros_like(i) for _ in range(2))
    if corpus.universes is not None:
        room = corpus.universes.room(i, j, both)
        most = np.asarray(corpus.unnamed_most, np.int64)
        named = corpus.lists.sizes
        beside_i = named[j] - both - room.only_b + np.minimum(most[j], room.b)
        beside_j = named[i] - both - room.only_a + np.minimum(most[i], room.a)
    return np.select(
        [unknown[i], unknown[j]],
        [could[i] + beside_i, could[j] + beside_j],
        size[i] + size[j] - shared,
    )


def shared_by(corpus: Corpus, a: str, b: str) -> Interval:
    """Return the least and the most that two statements share, each within its universe.

    Examples
    --------
    >>> from coalitions import load
    >>> both = ("2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba")
    >>> print(shared_by(load("unga75"), *both))
    19–45
    """
    pair, least, most = _pair(corpus, a, b)
    low, high = overlap_between(corpus, pair, least)[0], overlap_between(corpus, pair, most)[1]
    return Interval(int(low[0]), int(high[0]))


def most_on_either(corpus: Corpus, a: str, b: str) -> int:
    """Return the most that are on either of two lists."""
    pair, least, _ = _pair(corpus, a, b)
    return int(largest_union(corpus, pair, overlap_between(corpus, pair, least)[0])[0])


def _pair(
    corpus: Corpus, a: str, b: str
) -> tuple[Pairs, tuple[Positions, Positions], tuple[Positions, Positions]]:
    """Return the positions of two statements, what they share by name, the unnamed of each."""
    i, j = (corpus.lists.rows.get_indexer(pd.Index([key])).astype(np.int64) for key in (a, b))
    both = len(corpus.lists.members(a).intersection(corpus.lists.members(b)))
    least, most = (np.asarray(n, np.int64) for n in (corpus.unnamed, corpus.unnamed_most))
    return (i, j, np.array([both], np.int64)), (least[i], least[j]), (most[i], most[j])


def on_any(
    corpus: Corpus,
    statements: Sequence[str],
    unnamed: Sequence[int],
    leave_out: frozenset[str] = frozenset(),
) -> Interval:
    """Return the least and the most that are on one of some lists, each within its universe.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str
        Ids.
    unnamed : sequence of int
        How many each declares and does not name.
    leave_out : frozenset of str
        Who is not counted.
    """
    lists = [set(corpus.lists.members(key)) - leave_out for key in statements]
    if corpus.universes is None:
        return union_bounds(lists, unnamed, corpus.possible - len(leave_out))
    places = corpus.lists.rows.get_indexer(pd.Index(list(statements)))
    could = [corpus.universes.of(int(n)) - leave_out for n in places]
    return union_within(lists, unnamed, could)


def could_sign(corpus: Corpus) -> pd.DataFrame:
    """Return who could have signed what: statements × signatories, True for who could.

    Of states, the members and observers of the United Nations at the date of the statement (at
    some day of it, where only a month or a year is known), and whoever is named under it. Without
    a date, or from before the United Nations, that is today. Who is no state could sign at any
    date. Where the corpus says who could have signed (`universe`, or states in
    ``signatories.csv``), and where the signatories are no states, everybody could sign everything.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame of bool
        In the order of ``corpus.statements`` and ``corpus.signatories``. A universe given as a
        number may hold more than have a column.

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load({"spring": ["Cuba", "Peru"]})
    >>> could_sign(corpus).shape, bool(could_sign(corpus).to_numpy().all())
    ((1, 195), True)
    >>> rows = {"statement_id": ["old", "new"], "signatory": "Cuba", "date": ["1985", "1995"]}
    >>> could_sign(load(pd.DataFrame(rows)))[["CSK", "CZE"]].to_numpy().tolist()
    [[True, False], [False, True]]
    """
    rows = pd.Index(corpus.statements["statement_id"])
    columns = pd.Index(corpus.signatories["signatory"])
    found = corpus.universes
    cells = np.ones((len(rows), len(columns)), bool) if found is None else found.masks
    return pd.DataFrame(cells, rows, columns)
