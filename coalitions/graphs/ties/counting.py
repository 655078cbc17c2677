"""Which statements count, and who is named under them: what null models start from."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from coalitions.corpus import choose
from coalitions.errors import ChoiceError, afford, warn
from coalitions.graphs.nullmodels import Observed

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

#: What is done with lists that are known in part.
PARTIAL = ("left-out", "named", "bounds")
#: What a pair takes while it is worked on (bytes).
_PAIR_BYTES = 200


def statements_that_count(corpus: Corpus, partial: str = "left-out") -> Corpus:
    """Return the corpus without the statements whose lists are known in part, and say so.

    Parameters
    ----------
    corpus : Corpus
    partial : {"left-out", "named", "bounds"}
        Whether they are left out, or stay with the names that are known, or stay but for those of
        which neither a name nor a count is known.

    Raises
    ------
    CoalitionsError
        No list is complete.

    Examples
    --------
    >>> import warnings
    >>> from coalitions import load
    >>> with warnings.catch_warnings(record=True, action="always") as seen:
    ...     len(statements_that_count(load("unga75")))
    2
    >>> print(seen[0].message)  # doctest: +ELLIPSIS
    2 of 4 statements have a list that is known in part, and are left out: ...
    """
    if partial == "named" or not corpus.partial.any():
        return corpus
    if partial == "bounds":
        return _of_known_size(corpus)
    complete = corpus.partial.index[~corpus.partial.to_numpy(bool)]
    number, of = int(corpus.partial.sum()), len(corpus)
    which = f"{number:,} of {of:,} statements have a list that is known in part"
    instead = '`partial="named"` counts them with the names that are known'
    if not len(complete):
        which = "the one statement has a list that is known in part" if of == 1 else which
        raise ChoiceError(
            f"no list is complete, and ties are of complete lists: {which}: {instead}"
        )
    verb = "is" if number == 1 else "are"
    which = which.replace("have a list", "has a list") if number == 1 else which
    warn(f"{which}, and {verb} left out: {instead}")
    return choose(corpus, complete)


def quietly_counted(corpus: Corpus, partial: str = "left-out") -> Corpus:
    """Return the statements that count, where it is said already which are left out.

    Examples
    --------
    >>> from coalitions import load
    >>> len(quietly_counted(load("unga75")))
    2
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return statements_that_count(corpus, partial)


def _of_known_size(corpus: Corpus) -> Corpus:
    """Return the corpus without the statements of which neither a name nor a count is known."""
    unknown = int(corpus.unknown.sum())
    if not unknown:
        return corpus
    which = f"of {unknown:,} of {len(corpus):,} statements neither a name nor a count is known"
    if unknown == len(corpus):
        raise ChoiceError(f"{which}: no p-value has bounds")
    warn(f"{which}, and {'it is' if unknown == 1 else 'they are'} left out")
    return choose(corpus, corpus.unknown.index[~corpus.unknown.to_numpy(bool)])


def observed_records(corpus: Corpus, partial: str = "left-out") -> tuple[Observed, pd.Index[str]]:
    """Return who signed what among those named, and who they are, in the order of their codes.

    Whoever could have signed and is named nowhere counts where it is said how many could. With
    ``partial="bounds"`` those count who signed and are not named.

    Examples
    --------
    >>> from coalitions import load
    >>> observed, who = observed_records(load("unga75"))
    >>> observed.signed.shape, observed.universe.tolist(), who[:2].tolist()
    ((91, 4), [195, 195, 195, 195], ['AFG', 'AGO'])
    """
    signatories = len(corpus.records)
    pairs = signatories * (signatories - 1) // 2
    afford(f"a table of {pairs:,} pairs of {signatories:,} signatories", _PAIR_BYTES * pairs)
    who = corpus.records.rows
    unnamed = np.asarray(corpus.unnamed, np.int64) if partial == "bounds" else None
    # Who may be on a list that is known in part, and is named nowhere, is nobody in particular.
    newcomers = 0 if partial == "bounds" else corpus.newcomers
    could, universe = who_could_sign(corpus, who)
    universe = np.maximum(signatories if could is None else 0, universe - newcomers)
    return Observed(corpus.records.filled(), universe, could, unnamed), who


def who_could_sign(
    corpus: Corpus, who: pd.Index[str]
) -> tuple[NDArray[np.bool_] | None, NDArray[np.int64]]:
    """Return who of some signatories could have signed which statement, and how many in all.

    The first is None where each of them could have signed everything.

    Examples
    --------
    >>> from coalitions import load
    >>> could, universe = who_could_sign(load("unga75"), load("unga75").records.rows)
    >>> could is None, universe.tolist()
    (True, [195, 195, 195, 195])
    """
    universes = corpus.universes
    if universes is None:
        return None, np.full(len(corpus), corpus.possible, np.int64)
    place = universes.signatories.get_indexer(who)
    return np.ascontiguousarray(universes.masks.T[place]), universes.sizes
