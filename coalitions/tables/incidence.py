"""Who signed what as one matrix: yes, no, and open where a list does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus import refuse_no_corpus
from coalitions.tables.presence import OPEN, presence

if TYPE_CHECKING:
    from coalitions.corpus import Corpus


def incidence_matrix(corpus: Corpus) -> pd.DataFrame:
    """Return who signed what: signatories × statements, 1, 0, or missing where nobody knows.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame of shape (signatories, statements)
        Nullable integers (``Int8``), indexed by ``signatory``: all that could have signed, where
        that is known, else all that are named; a column for each ``statement_id``. A cell is 1
        where the list names the signatory, or must hold it as its count leaves nobody out; 0 where
        the list is complete, or taken as it is printed, and does not name it, or where it could not
        have signed at that date (see `could_sign`); missing where a list known in part may hold it.

    Examples
    --------
    >>> from coalitions import load
    >>> matrix = incidence_matrix(load("unga75"))
    >>> matrix.shape, int(matrix["2020-10-unga3-xinjiang-cuba"].sum())
    ((195, 4), 45)
    >>> int(matrix["2020-10-unga3-hongkong-pakistan"].isna().sum())
    170
    """
    refuse_no_corpus(corpus)
    found = pd.DataFrame(
        presence(corpus).T,
        index=pd.Index(corpus.signatories["signatory"], name="signatory"),
        columns=list(corpus.statements["statement_id"]),
    ).astype("Int8")
    return found.mask(found == OPEN)
