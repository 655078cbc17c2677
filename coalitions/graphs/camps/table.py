"""Who stands in which of two camps, by the significant ties, and who stands between them."""

from __future__ import annotations

import time
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, told, warn
from coalitions.graphs.camps.fewest import Camps, Signed, fewest_contradictions
from coalitions.graphs.camps.saying import method, ran_out
from coalitions.graphs.ties import significant_ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    Integers = NDArray[np.int64]

#: How long is looked for the best partition (seconds).
SECONDS = 60.0
#: What is said of who may stand in either camp.
BETWEEN = "between"
_COLUMNS = ["signatory", "name", "part", "camp", "ties", "for_1", "for_2"]
_NO_ROWS = pd.DataFrame({column: pd.Series([], dtype=object) for column in _COLUMNS})


def find_camps(corpus: Corpus, ties: pd.DataFrame, *, seconds: float = SECONDS) -> pd.DataFrame:
    r"""Return the two camps that leave the fewest significant ties contradictory, exactly.

    A tie of two who share more than the null model says is for one camp, a tie of two who share
    fewer is for different camps; a partition contradicts those for which it is the other way round.
    The fewest that any partition contradicts are the frustration index of the signed graph:

    .. math:: \min_{s \in \{-1, 1\}^n} \#\{(i, j) : s_i s_j \neq \mathrm{sign}_{ij}\}.

    Who is not in the same camp in every such partition stands between.

    Parameters
    ----------
    corpus : Corpus
    ties : DataFrame
        Its ties, as `cosigning_ties` returns them, best with ``tail="two-sided"``.
    seconds : float
        How long to look for the best partition at most.

    Returns
    -------
    DataFrame
        A row for each signatory with a significant tie: ``signatory``, ``name``, ``part`` (ties
        lead from one to another only within a part; the largest is 1), ``camp`` (``1``, the larger
        of the part, ``2``, or ``between``), ``ties`` (how many it has), ``for_1``, ``for_2`` (how
        many of those with members of a camp speak for it being in that camp). ``attrs`` has
        ``ties``, ``contradictory`` (how many are contradicted), ``at_least`` (fewer than which no
        partition contradicts: the same number, unless time ran out) and ``method``.

    Raises
    ------
    CoalitionsError
        What is no table of ties, or one of another corpus; ``seconds`` that are no positive number.

    Notes
    -----
    Camps of different parts have nothing to do with one another. Where time runs out, a warning
    says how far the best partition may be from the one that was found, and whoever is not known to
    be able to change the camp is shown in that of the partition found.

    References
    ----------
    F. Harary (1953), "On the notion of balance of a signed graph",
    https://doi.org/10.1307/mmj/1028989917
    S. Aref, A. J. Mason and M. C. Wilson (2020), "A modeling and computational study of the
    frustration index in signed networks", https://doi.org/10.1002/net.21907

    Examples
    --------
    >>> from coalitions import cosigning_ties, load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] if n < 4 else ["Cy"] for n in range(8)}
    >>> corpus = load(letters, members="any")
    >>> ties = cosigning_ties(corpus, model="fixedrow", tail="two-sided")
    >>> camps = find_camps(corpus, ties)
    >>> camps[["signatory", "camp"]].to_numpy().tolist(), camps.attrs["contradictory"]
    ([['Ann', '1'], ['Bo', '1'], ['Cy', '2']], 0)
    """
    refuse_no_corpus(corpus)
    if not isinstance(seconds, Real) or isinstance(seconds, bool) or not seconds > 0:
        raise ChoiceError(f"seconds {told(seconds)}: expected a positive number, such as 60")
    found = significant_ties(corpus, ties)
    found = found[found["sign"] != 0]
    who = pd.Index(sorted({*found["u"], *found["v"]}), dtype=object)
    pair = np.sort([who.get_indexer(pd.Index(found[each])) for each in ("u", "v")], axis=0)
    signed = Signed(len(who), pair[0], pair[1], found["sign"].to_numpy() < 0)
    until = time.monotonic() + seconds
    every, rows = list[Camps](), [_NO_ROWS]
    for members, ties_of in _parts(signed):
        every.append(fewest_contradictions(ties_of, until))
        rows.append(_rows(ties_of, every[-1]).assign(signatory=who[members], part=len(every)))
    table = pd.concat(rows[1:] or rows, ignore_index=True)
    names = corpus.signatories.set_index("signatory")["name"].reindex(table["signatory"])
    table = table.assign(name=names.to_numpy())[_COLUMNS]
    contradictory = sum(each.contradictory for each in every)
    at_least = sum(each.at_least for each in every)
    table.attrs |= {"ties": len(found), "contradictory": contradictory, "at_least": at_least}
    table.attrs["method"] = method(table, str(ties.attrs.get("method", "")))
    if not all(each.settled for each in every):
        warn(ran_out(contradictory, at_least, float(seconds)))
    return table


def _parts(signed: Signed) -> Iterator[tuple[Integers, Signed]]:
    """Yield who is joined by ties, and their ties, the most first."""
    ones = np.ones(len(signed.i), np.int8)
    ways = csr_array((ones, (signed.i, signed.j)), shape=(signed.number, signed.number))
    part = connected_components(ways, directed=False)[1]
    sizes = np.bincount(part, minlength=1)
    for each in np.argsort(-sizes, kind="stable") if signed.number else ():
        members = np.flatnonzero(part == each)
        inside = part[signed.i] == each
        place = np.zeros(signed.number, np.int64)
        place[members] = np.arange(len(members))
        i, j = place[signed.i[inside]], place[signed.j[inside]]
        yield members, Signed(len(members), i, j, signed.apart[inside])


def _rows(ties: Signed, camps: Camps) -> pd.DataFrame:
    """Return a row for each of a part: its camp, and what its ties speak for."""
    second = camps.second.copy()
    first_sure = int(np.flatnonzero(camps.sure)[0])
    larger = np.bincount(second[camps.sure].astype(int), minlength=2)
    if larger[1] > larger[0] or (larger[1] == larger[0] and second[first_sure]):
        second = ~second
    speaks = np.zeros((2, ties.number), np.int64)
    for one, other in ((ties.i, ties.j), (ties.j, ties.i)):
        sure = camps.sure[other]
        toward = (second[other] ^ ties.apart)[sure]
        np.add.at(speaks, (toward.astype(int), one[sure]), 1)
    camp = np.where(camps.sure, np.where(second, "2", "1"), BETWEEN)
    many = np.bincount(np.concatenate([ties.i, ties.j]), minlength=ties.number)
    columns = {"camp": camp, "ties": many, "for_1": speaks[0], "for_2": speaks[1]}
    return pd.DataFrame(columns)
