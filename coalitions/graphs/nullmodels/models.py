"""The null models by name: what each holds fixed, and the distribution that it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from coalitions.graphs.nullmodels.hypergeometric import FixedFill, FixedRows
from coalitions.graphs.nullmodels.independent import fixedcol, sdsm
from coalitions.graphs.nullmodels.trades import Drawn, as_many_as_needed

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels.observed import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

#: Where draws begin: the same numbers every time.
SEED = 0


class Distribution(Protocol):
    """What each pair of signatories would share under a null model."""

    @property
    def expected(self) -> Floats:
        """How many a pair shares on average."""

    @property
    def reach(self) -> tuple[Integers, Integers]:
        """The fewest and the most that a pair can share."""

    def repeated(self, times: int) -> Distribution:
        """Return the model of every statement so many times over."""

    def tails(self, counts: Integers) -> tuple[Floats, Floats]:
        """Return the chance of so many or more, and of so many or fewer, pair by pair."""


class Model(NamedTuple):
    """A null model: what it makes of what is observed, and what it is in words, with its work."""

    of: Callable[[Observed, float], Distribution]
    method: str


def _fixedfill(observed: Observed, _: float) -> FixedFill:
    who = observed.universe
    if observed.could is not None:
        # Those who could have signed and signed nothing count with their places, too.
        who = np.maximum(who, observed.could.sum(axis=0))
    return FixedFill(observed.possible, int(who.sum()), int(observed.counts.sum()))


#: Name → null model, from the one that holds least fixed to the one that holds most.
MODELS: dict[str, Model] = {
    "fixedfill": Model(
        _fixedfill,
        "all places of signatures are equally likely, as many of them taken as there are (exact; "
        "Neal, Domagalski and Sagan 2021, https://doi.org/10.1038/s41598-021-03238-3)",
    ),
    "fixedrow": Model(
        lambda observed, _: FixedRows(observed.possible, *observed.sizes),
        "each signs as many statements as it did, any of them (hypergeometric, exact; "
        "Neal 2013, https://doi.org/10.1007/s13278-013-0107-y)",
    ),
    "fixedcol": Model(
        lambda observed, _: fixedcol(observed),
        "as many sign each statement as did, any of those who could (Poisson-binomial; "
        "Hong 2013, https://doi.org/10.1016/j.csda.2012.10.006)",
    ),
    "sdsm": Model(
        lambda observed, _: sdsm(observed),
        "each signs as many statements, and as many sign each statement, as did, on average "
        "(stochastic degree sequence model, Neal 2014, "
        "https://doi.org/10.1016/j.socnet.2014.06.001, with the chances of the bipartite "
        "configuration model, Saracco et al. 2015, https://doi.org/10.1038/srep10595; "
        "Poisson-binomial)",
    ),
    "fdsm": Model(
        lambda observed, threshold: Drawn(observed, as_many_as_needed(observed, threshold), SEED),
        "each signs as many statements, and as many sign each statement, as did, in every table "
        "(fixed degree sequence model, drawn by trades; Strona et al. 2014, "
        "https://doi.org/10.1038/ncomms5114)",
    ),
}


def null_distribution(observed: Observed, model: str, threshold: float = 0.05) -> Distribution:
    """Return what each pair would share under a null model.

    Parameters
    ----------
    observed : Observed
    model : str
        One of `MODELS`.
    threshold : float
        Smallest p-value that is to be told apart: it says how many tables are drawn, where they
        are.

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> toy = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], bool)
    >>> observed = Observed(toy, np.full(4, 3))
    >>> null_distribution(observed, "fixedrow").tails(observed.shared)[0].tolist()
    [1.0, 0.5, 1.0]
    """
    return MODELS[model].of(observed, threshold)
