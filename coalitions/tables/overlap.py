"""Who stands on both lists: every pair of statements or signatories, with exact bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import pandas as pd

from coalitions.corpus import choose, largest_union, overlap_between, refuse_no_corpus
from coalitions.errors import FEWER, TooLargeError, afford, listed
from coalitions.tables.asked import refuse_none_of_these, refuse_other_pairs
from coalitions.tables.cosigners import CosignerRecords, cosigner_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus, Incidence

    Indices = NDArray[np.int64]
    #: Pairs: the places of both, and how many they share by name.
    Found = tuple[Indices, Indices, Indices]

#: So many rows are worked out, and no more.
MOST_ROWS = 100_000_000
#: Rows that are worked out at a time where they are written as they come.
_ROWS = 2**12
#: What a pair takes while it is counted, and as a row of the table without names (bytes).
_PAIR_BYTES, _ROW_BYTES = 10, 220


def pairs(  # noqa: PLR0913 - four say which pairs: one filter
    corpus: Corpus,
    *,
    of: Literal["statements", "signatories"] = "statements",
    statements: Sequence[str] = (),
    min_shared: int | None = None,
    top: int | None = None,
    members: Literal["named", "none"] = "named",
) -> pd.DataFrame:
    r"""Return the overlap of every pair of statements, or of signatories, or of those asked for.

    Bounds are exact: some completion of the partial lists attains each. As the sizes
    :math:`|A|, |B|` are declared, :math:`|A \cup B| = |A| + |B| - |A \cap B|`, and the Jaccard
    coefficient :math:`|A \cap B| / |A \cup B|` rises with the overlap. A list of which neither a
    name nor a count is known may be any list, from nobody to everybody. Each list is completed by
    those who could have signed it at its date (see `could_sign`): shared can be only who could have
    signed both.

    Parameters
    ----------
    corpus : Corpus
    of : {"statements", "signatories"}
        Who is paired: statements, by the signatories that both have; or signatories, by the
        statements that both signed.
    statements : sequence of str
        Ids: of one, its pairs with all others; of several, the pairs among them; of signatories,
        the statements that are counted.
    min_shared : int, optional
        Leave out pairs that share fewer by name.
    top : int, optional
        Keep so many pairs: those that share most by name, then those that may share most.
    members : {"named", "none"}
        Whether those named under both are listed.

    Returns
    -------
    DataFrame
        One row a pair, in the order of the statements, with ``top`` the largest first: ``a``,
        ``b``, ``named_a``, ``named_b``, ``declared_a``, ``declared_b`` (NA where no count is
        declared), ``shared_named`` (named under both), ``shared_min``, ``shared_max``,
        ``union_min``, ``union_max`` (signatories), ``jaccard_min``, ``jaccard_max`` (0 to 1; NaN
        for two lists that may both be empty), ``members`` (tuple of those named under both).

        Of signatories: ``u``, ``v``, ``count_u``, ``count_v`` (statements that name each),
        ``shared`` (that name both), ``shared_min``, ``shared_max``, ``jaccard`` and
        ``overlap_coefficient`` of those that name them, ``jaccard_min``, ``jaccard_max``,
        ``statements`` (tuple of the ids that name both).

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus, or a table that the memory cannot hold.

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
    refuse_no_corpus(corpus)
    refuse_none_of_these(min_shared, top, members)
    asked = _asked_for(corpus, of, statements, members)
    blocks = _shared(asked, _least(asked, min_shared or 0, top))
    return asked.table(_kept(asked, blocks) if top is None else _largest(asked, blocks, top))


def pair_tables(
    corpus: Corpus,
    *,
    of: Literal["statements", "signatories"] = "statements",
    statements: Sequence[str] = (),
    min_shared: int | None = None,
    members: Literal["named", "none"] = "named",
) -> Iterator[pd.DataFrame]:
    """Yield what `pairs` returns in parts of some thousand rows, of which none keeps another.

    Parameters
    ----------
    corpus, of, statements, min_shared, members
        As for `pairs`.

    Yields
    ------
    DataFrame
        The next rows; a table without any, where there is no pair.

    Examples
    --------
    >>> from coalitions import load
    >>> [len(part) for part in pair_tables(load("unga75"), min_shared=1)]
    [1]
    """
    refuse_none_of_these(min_shared, None, members)
    asked = _asked_for(corpus, of, statements, members)
    nothing = True
    for found in _shared(asked, _least(asked, min_shared or 0)):
        for begin in range(0, len(found[0]), _ROWS):
            first, second, both = (each[begin : begin + _ROWS] for each in found)
            yield asked.table((first, second, both))
            nothing = False
    if nothing:
        none = np.empty(0, np.int64)
        yield asked.table((none, none, none))


class _Asked(NamedTuple):
    """Whose pairs are asked for, what they are called, the one that is in each; and their rows."""

    lists: Incidence
    what: str
    only: int | None
    most: Callable[[Found], Indices]
    table: Callable[[Found], pd.DataFrame]


def _asked_for(corpus: Corpus, of: str, statements: Sequence[str], members: str) -> _Asked:
    """Return whose pairs are asked for."""
    refuse_other_pairs(of)
    asked = [] if statements is None else listed(statements, "statements")
    chosen = choose(corpus, asked) if asked else corpus  # refuses an id that is none
    if of == "signatories":
        records = CosignerRecords(chosen)

        def cosigners(found: Found) -> pd.DataFrame:
            return cosigner_table(records, found, members)

        return _Asked(records.rows, of, None, lambda found: records.bounds(*found)[1], cosigners)
    only = None
    if len(set(asked)) == 1:
        chosen, only = corpus, int(corpus.lists.rows.get_indexer(pd.Index(asked))[0])

    def most(found: Found) -> Indices:
        return bounds_of_pairs(chosen, *found)[1]

    def table(found: Found) -> pd.DataFrame:
        return _table(chosen, found, members)

    return _Asked(chosen.lists, of, only, most, table)


def _shared(asked: _Asked, least: int) -> Iterator[Found]:
    """Yield the pairs that share so many by name, in order, block by block, and how many."""
    lists, only = asked.lists, asked.only
    what = f"counting what {len(lists):,} {asked.what} share"
    afford(what, lists.bytes_to_count + _PAIR_BYTES * lists.pairs_at_a_time)
    for i, j, both in lists.pair_blocks(least):
        wanted = slice(None) if only is None else (i == only) | (j == only)
        yield i[wanted], j[wanted], both[wanted]


def _least(asked: _Asked, least: int, top: int | None = None) -> int:
    """Return how many a pair must share to be worked out: more, where as many as wanted do.

    Where too many are left they are refused, with the minimum that leaves few enough.
    """
    count = len(asked.lists)
    if (count - 1 if asked.only is not None else count * (count - 1) // 2) <= MOST_ROWS:
        return least
    shared = asked.lists.sharing()
    if top is not None:
        least = max([least, *np.flatnonzero(shared >= top).tolist()[-1:]])
    rows = int(shared[least : least + 1].sum())
    if rows <= MOST_ROWS:
        return least
    fewer = np.flatnonzero((shared <= MOST_ROWS) & (shared > 0) & (np.arange(len(shared)) > least))
    leaves = "no `min_shared` leaves fewer, and any"
    if len(fewer):
        leaves = f"take a `min_shared` of {fewer[0]}, which leaves {shared[fewer[0]]:,}"
    raise TooLargeError(
        f"the {rows:,} pairs of {count:,} {asked.what} are more than the {MOST_ROWS:,} "
        f"that are worked out: {leaves}; or {FEWER}"
    )


def _kept(asked: _Asked, blocks: Iterator[Found]) -> Found:
    """Return all of the pairs, or refuse more than a table can have."""
    found, rows = [np.empty((3, 0), np.int64)], 0
    for block in blocks:
        found.append(np.stack(block))
        rows += len(block[0])
        what = f"the overlaps of {len(asked.lists):,} {asked.what}, {rows:,} pairs or more,"
        afford(what, _ROW_BYTES * rows, f"take `top` or `min_shared`; {FEWER}")
    first, second, both = np.concatenate(found, axis=1)
    return first, second, both


def _largest(asked: _Asked, blocks: Iterator[Found], top: int) -> Found:
    """Return the pairs that share most by name, then those that may share most."""
    found = np.empty((4, 0), np.int64)
    for i, j, both in blocks:
        if len(both) > top:  # fewer share more
            wanted = both >= np.partition(both, -top)[-top]
            i, j, both = i[wanted], j[wanted], both[wanted]  # noqa: PLW2901 - those that may stay
        found = np.hstack([found, np.stack([i, j, both, asked.most((i, j, both))])])
        # Stable: of two that are alike, the one whose statements come first.
        found = found[:, np.lexsort((-found[3], -found[2]))[:top]]
    return found[0], found[1], found[2]


def bounds_of_pairs(
    corpus: Corpus, i: Indices, j: Indices, both: Indices
) -> tuple[Indices, Indices, Indices]:
    """Return the least and the most that pairs share, and the most if no list is unknown.

    The pairs are those of places ``i`` and ``j``, which share ``both`` names.
    """
    unnamed, most = (np.asarray(n, np.int64) for n in (corpus.unnamed, corpus.unnamed_most))
    low, known = overlap_between(corpus, (i, j, both), (unnamed[i], unnamed[j]))
    _, high = overlap_between(corpus, (i, j, both), (most[i], most[j]))
    return low, high, known


def _table(corpus: Corpus, found: Found, members: str) -> pd.DataFrame:
    """Return the rows of some pairs."""
    i, j, both = found
    ids, declared = corpus.lists.rows.to_numpy(), corpus.declared.array
    named = np.asarray(corpus.named, np.int64)
    low, high, known = bounds_of_pairs(corpus, i, j, both)
    size = named + np.asarray(corpus.unnamed)
    # A list is no larger than it must be where the union is least.
    union_min = size[i] + size[j] - known
    union_max = largest_union(corpus, (i, j, both), low)
    share = union_min > 0  # of nothing there is none
    table = pd.DataFrame(
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
            "jaccard_min": np.where(share, low / np.maximum(union_max, 1), np.nan),
            "jaccard_max": np.where(share, high / np.maximum(union_min, 1), np.nan),
        }
    )
    if members == "named":
        table["members"] = pd.Series(_members(corpus, i, j, both), table.index, dtype=object)
    return table


def _members(corpus: Corpus, i: Indices, j: Indices, both: Indices) -> list[tuple[str, ...]]:
    """Return who is named under both statements of each pair."""
    needed = 9 * int(both.sum()) + 64 * len(both)
    what = f"the names that {len(both):,} pairs share, {int(both.sum()):,} in all,"
    afford(
        what,
        needed,
        f'leave them out with `members="none"`, or take `top` or `min_shared`; {FEWER}',
    )
    return list(corpus.lists.members_of_pairs(i, j))
