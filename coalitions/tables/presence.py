"""Whether a name is under a list: yes, no, or open as long as the list is partial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

#: A signatory is under a list in every completion of it, in none, in some.
SIGNED, ABSENT, OPEN = 1, 0, -1


def presence(corpus: Corpus) -> NDArray[np.int8]:
    """Return whether each signatory is under each statement.

    A list without a declared count is taken as printed; one of which neither a name nor a count is
    known is open for everybody. Where a list leaves as many unnamed as there are others in its
    universe, everybody signed it. Who could not have signed it at its date did not.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    int array, shape (statements, signatories)
        ``SIGNED``, ``ABSENT`` or ``OPEN``, in the order of ``corpus.statements`` and
        ``corpus.signatories``.

    Examples
    --------
    >>> from coalitions import load
    >>> found = presence(load("unga75"))
    >>> [int((row == OPEN).sum()) for row in found]  # Kuwait, Pakistan, Cuba, Germany
    [194, 170, 0, 0]
    """
    members = corpus.signatories["signatory"]
    unnamed = corpus.unnamed.to_numpy()[:, None]
    others = (corpus.could - corpus.named).to_numpy()[:, None]
    everybody = (unnamed >= others) & (corpus.possible >= len(members))
    unknown = corpus.unknown.to_numpy(bool)[:, None]
    lacking = np.where(everybody & ~unknown, SIGNED, OPEN)
    missing = np.where((unnamed == 0) & ~unknown, ABSENT, lacking).astype(np.int8)
    found = np.repeat(missing, len(members), axis=1)
    if corpus.universes is not None:
        found[~corpus.universes.masks] = ABSENT
    place = pd.Index(members).get_indexer(corpus.lists.columns)
    for row, named in zip(found, corpus.lists.positions, strict=True):
        row[place[named]] = SIGNED
    return found
