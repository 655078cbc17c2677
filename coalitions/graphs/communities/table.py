"""Communities of the co-signing network, where it is more than the sizes alone would make."""

from __future__ import annotations

from numbers import Integral
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, afford, refuse_no_share, refuse_other, told, warn
from coalitions.graphs.communities.consensus import RUNS, SAME, best_of_runs, consensus
from coalitions.graphs.communities.saying import by_name, method, refusal
from coalitions.graphs.nullmodels import draws as tables_drawn
from coalitions.graphs.ties import observed_records, settled, statements_that_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.graphs.nullmodels import Observed

#: Where the random numbers begin: the same ones every time.
SEED = 0
#: What is done with lists that are known in part.
PARTIAL = ("left-out", "named")
#: Verdicts: the modularity is above that of the null model, or it is not, and there are no groups.
ABOVE, REFUSED = "above the null", "refused"
#: What a cell of a table takes while it is partitioned (bytes).
_CELL_BYTES = 80
#: Cells that are counted at a time.
_CELLS = 2**21


class Compared(NamedTuple):
    """What was found, beside the null model."""

    communities: NDArray[np.int64]
    modularity: float
    null: NDArray[np.float64]
    stability: float

    @property
    def p(self) -> float:
        """The share of modularities as high, what is observed with it."""
        as_high = int((self.null > self.modularity - SAME).sum())
        return (1 + as_high) / (1 + len(self.null))


def find_communities(
    corpus: Corpus,
    *,
    alpha: float = 0.05,
    draws: int = 200,
    partial: Literal["left-out", "named"] = "named",
) -> pd.DataFrame:
    r"""Return the communities of those who sign together, if there are more than by chance.

    Two signatories are tied by the number of statements that both signed. Louvain's method looks
    for the partition of highest modularity, several times; what the runs agree on is the result.
    The same is done with tables drawn at random in which each signs as many statements, and as many
    sign each statement, as did (fixed degree sequence model). Where what is observed is not above
    these, with a p-value of at most ``alpha``, there are no communities to speak of: the table is
    empty, and a warning says the numbers.

    Parameters
    ----------
    corpus : Corpus
    alpha : float
        Largest p-value of communities that are shown (between 0 and 1).
    draws : int
        How many tables are drawn (at least as many as ``alpha`` needs: 19 for 0.05).
    partial : {"left-out", "named"}
        Whether statements with a list known in part are left out, or counted with those named.

    Returns
    -------
    DataFrame
        A row for each signatory named under the statements that count, by community, then in order:
        ``signatory``, ``name``, ``community`` (1 is the largest), ``within`` (which share of what
        it shares with others it shares within its community; 0 to 1; NaN where it shares nothing).
        ``attrs`` has ``modularity`` (-0.5 to 1), ``null_mean`` and ``null_max`` (of the tables
        drawn), ``p`` (the share of those as high), ``stability`` (mean adjusted Rand index of the
        runs with the result: 1 where they all found it), ``verdict`` (``above the null`` or
        ``refused``), ``refusal`` (why there are none, "" else), ``draws`` and ``runs`` (how many
        of each) and ``method``, a paragraph.

    Raises
    ------
    CoalitionsError
        A value that is none of the choices, an ``alpha`` that is no number between 0 and 1, fewer
        ``draws`` than it needs, no statement whose list is complete where those known in part are
        left out, or more signatories than the memory holds.

    Notes
    -----
    The same corpus gives the same communities every time. A statement that a signatory could not
    have signed, by its date, is signed by it in no table drawn. Louvain's method promises no best
    partition, neither of what is observed nor of what is drawn: both have the same number of runs.
    Time grows with the square of the signatories: 200 tables of 130 take seconds, of 1,000 minutes
    (19 suffice for an ``alpha`` of 0.05).
    Numbers have ten digits.

    References
    ----------
    V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre (2008), "Fast unfolding of
    communities in large networks", https://doi.org/10.1088/1742-5468/2008/10/P10008
    A. Lancichinetti and S. Fortunato (2012), "Consensus clustering in complex networks",
    https://doi.org/10.1038/srep00336
    G. Strona, D. Nappo, F. Boccacci, S. Fattorini and J. San-Miguel-Ayanz (2014), "A fast and
    unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
    https://doi.org/10.1038/ncomms5114

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
    >>> letters |= {f"b{n}": ["Di", "Ed"] for n in range(4)}
    >>> found = find_communities(load(letters, members="any"), draws=19)
    >>> found.groupby("community")["signatory"].agg(list).tolist(), found.attrs["verdict"]
    ([['Ann', 'Bo', 'Cy'], ['Di', 'Ed']], 'above the null')
    """
    refuse_no_corpus(corpus)
    _refuse(alpha, draws, partial)
    counted = statements_that_count(corpus, partial)
    observed, who = observed_records(counted, partial)
    size = len(who)
    afford(f"what {size:,} signatories share", _CELL_BYTES * size**2)
    if said := by_name(counted):
        warn(said)
    found = _measured(observed, int(draws))
    shared = shared_by(observed.signed[None])[0]
    is_above = found.p <= alpha
    table = pd.DataFrame(
        {
            "signatory": who,
            "name": corpus.signatories.set_index("signatory")["name"].reindex(who).to_numpy(),
            "community": found.communities + 1,
            "within": settled(_within(shared, found.communities)),
        }
    )
    table = table.sort_values("community", kind="stable").reset_index(drop=True)
    table = table if is_above else table[:0]
    null = settled(np.array([found.modularity, found.null.mean(), found.null.max()])).tolist()
    told: dict[str, Any] = dict(zip(("modularity", "null_mean", "null_max"), null, strict=True))
    told |= {
        "p": float(settled(np.array([found.p]))[0]),
        "stability": float(settled(np.array([found.stability]))[0]),
        "verdict": ABOVE if is_above else REFUSED,
    }
    told |= {"draws": int(draws), "runs": RUNS}
    told["refusal"] = "" if is_above else refusal(told, int(draws))
    told["method"] = method(corpus, counted, told, draws=int(draws), seed=SEED)
    table.attrs |= told
    if told["refusal"]:
        warn(told["refusal"])
    return table


def _refuse(alpha: float, draws: int, partial: str) -> None:
    """Refuse what is no probability, no number of draws that can reach it, or no choice."""
    refuse_other("partial", partial, PARTIAL)
    refuse_no_share("alpha", alpha)
    needed = draws_needed(alpha)
    whole = isinstance(draws, Integral) and not isinstance(draws, bool)
    if not whole or draws < needed:
        raise ChoiceError(
            f"`draws` {told(draws)}: expected a whole number, {needed:,} or more: of fewer no "
            f"p-value is as small as {alpha:g}"
        )


def draws_needed(alpha: float) -> int:
    """Return how many tables it takes for a p-value to be as small as alpha.

    Examples
    --------
    >>> draws_needed(0.05), draws_needed(0.001), draws_needed(0.9)
    (19, 999, 1)
    """
    return max(1, int(np.ceil(round(1 / alpha - 1, 6))))


def shared_by(signed: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return what each two share in several tables; 0 on the diagonal."""
    full = signed.astype(np.float32)
    shared = full @ full.transpose(0, 2, 1)
    shared[:, np.arange(shared.shape[1]), np.arange(shared.shape[1])] = 0
    return shared


def _measured(observed: Observed, number: int) -> Compared:
    """Return the communities of what is observed, and modularities of tables drawn."""
    random = np.random.default_rng(SEED)
    communities, found, stability = consensus(shared_by(observed.signed[None])[0], random)
    null = [best_of_runs(shared_by(drawn), random) for drawn in _some_at_a_time(observed, number)]
    return Compared(communities, max(0.0, found), np.concatenate(null), stability)


def _some_at_a_time(observed: Observed, number: int) -> Iterator[NDArray[np.bool_]]:
    """Yield the tables drawn, as many at a time as are counted at a time."""
    most = max(1, _CELLS // max(1, observed.signed.shape[0] ** 2))
    kept: list[NDArray[np.bool_]] = []
    for table in (each for drawn in tables_drawn(observed, number, SEED) for each in drawn):
        kept.append(table)
        if len(kept) == most:
            yield np.array(kept)
            kept = []
    if kept:
        yield np.array(kept)


def _within(shared: NDArray[np.float32], communities: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return which share of what each shares it shares within its community."""
    same = communities[:, None] == communities
    inside, whole = (shared * same).sum(axis=1, dtype=float), shared.sum(axis=1, dtype=float)
    share = np.full(len(whole), np.nan)
    share[whole > 0] = inside[whole > 0] / whole[whole > 0]
    return share
