"""Which side each that could have signed took, as far as every completion of the lists agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.tables.presence import ABSENT, OPEN, SIGNED, presence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

#: Where one may stand, in the order in which it is drawn.
STANDS = ("support", "both", "critical", "neither", "unknown")


def sides_taken(corpus: Corpus) -> pd.Series[str]:
    """Return which side each that could have signed took over the statements of a corpus.

    ``support`` or ``critical`` is who is named under a statement of that side and not known to
    have signed one of the other, ``both`` who is known to have signed both, ``neither`` who signed
    no statement of either side in any completion of the lists, ``unknown`` everybody else.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Series of str
        One of ``STANDS`` by signatory, in the order of ``corpus.signatories``. Statements without
        a stance are no part of it.

    Notes
    -----
    Who is named on one side is counted there even where a partial list of the other side may hold
    the name: only that a name stands somewhere is certain.

    Examples
    --------
    >>> from coalitions import load
    >>> sides_taken(load("unga75")).value_counts().sort_index().to_dict()
    {'critical': 39, 'support': 52, 'unknown': 104}
    """
    array = presence(corpus)
    stance = corpus.statements["stance"].to_numpy()
    support, critical = (_taken(array[stance == side]) for side in ("support", "critical"))
    stand = np.select(
        [
            (support == SIGNED) & (critical == SIGNED),
            support == SIGNED,
            critical == SIGNED,
            (support == ABSENT) & (critical == ABSENT),
        ],
        ["both", "support", "critical", "neither"],
        default="unknown",
    )
    return pd.Series(stand.tolist(), index=pd.Index(corpus.signatories["signatory"]), dtype=object)


def sides(corpus: Corpus) -> pd.DataFrame:
    """Return which side each that could have signed took, and how many lists name it.

    It is what maps colour, a network of signatories, and, group by group, a balance.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row each that could have signed, in the order of ``corpus.signatories``: ``signatory``,
        ``name`` (the short one), ``group``, ``side`` (``support``, ``both``, ``critical``,
        ``neither`` or ``unknown``), ``named`` (under how many statements, of those without a
        stance, too).

    Notes
    -----
    ``support`` or ``critical`` is who is named on that side and not known to have signed on the
    other, ``both`` who is known to have signed on both, ``neither`` who signed on none in every
    completion of the lists, ``unknown`` everybody else.

    Examples
    --------
    >>> from coalitions import load
    >>> table = sides(load("unga75")).set_index("name")
    >>> table.loc[["Cuba", "Germany", "Brazil"], "side"].tolist()
    ['support', 'critical', 'unknown']
    """
    about = corpus.signatories
    counts = corpus.signatures["signatory"].value_counts()
    return pd.DataFrame(
        {
            "signatory": about["signatory"],
            "name": about["short"],
            "group": about["group"],
            "side": sides_taken(corpus).to_numpy(),
            "named": about["signatory"].map(counts).fillna(0).astype(int),
        }
    )


def _taken(rows: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return whether each signed one of the statements: yes, none, or open."""
    signed, open_ = (rows == SIGNED).any(axis=0), (rows == OPEN).any(axis=0)
    return np.select([signed, open_], [SIGNED, OPEN], default=ABSENT).astype(np.int8)
