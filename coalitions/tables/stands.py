"""Which side each that could have signed took, as far as every completion of the lists agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.corpus import more_than_one, refuse_no_corpus
from coalitions.looks import NEITHER
from coalitions.looks import UNKNOWN_SIDE as UNKNOWN
from coalitions.tables.presence import ABSENT, OPEN, SIGNED, presence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus


def stands_of(corpus: Corpus) -> tuple[str, ...]:
    """Return where one may stand, in the order in which it is drawn.

    Examples
    --------
    >>> from coalitions import load
    >>> stands_of(load("unga75"))
    ('support', 'both', 'critical', 'neither', 'unknown')
    """
    more = more_than_one(corpus)
    sides = list(corpus.sides)
    # Between two sides stand those on both; of more sides nobody could say between which.
    sides.insert(1 if len(sides) == 2 else len(sides), more)  # noqa: PLR2004 - a pair
    return (*sides, NEITHER, UNKNOWN)


def sides_taken(corpus: Corpus) -> pd.Series[str]:
    """Return which side each that could have signed took over the statements of a corpus.

    A side (``support``) is for who is named under a statement of that side and not known to have
    signed one of another, ``both`` for who is known to have signed both of two opposed sides
    (``several``: more than one, where there are others), ``neither`` for who signed no statement of
    any side in any completion of the lists, ``unknown`` for everybody else.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Series of str
        One of ``stands_of`` by signatory, in the order of ``corpus.signatories``. Statements
        without a stance are no part of it.

    Notes
    -----
    Who is named on one side is counted there even where a partial list of another side may hold
    the name: only that a name stands somewhere is certain.

    Examples
    --------
    >>> from coalitions import load
    >>> sides_taken(load("unga75")).value_counts().sort_index().to_dict()
    {'critical': 39, 'support': 52, 'unknown': 104}
    """
    signed = side_presence(corpus)
    index = pd.Index(corpus.signatories["signatory"])
    return pd.Series(stand_of_each(signed, more_than_one(corpus), len(index)), index, dtype=object)


def side_presence(corpus: Corpus) -> dict[str, NDArray[np.int8]]:
    """Return, side by side, whether each that could have signed is under one of its lists.

    Examples
    --------
    >>> from coalitions import load
    >>> {s: int((on == SIGNED).sum()) for s, on in side_presence(load("unga75")).items()}
    {'support': 52, 'critical': 39}
    """
    array, stance = presence(corpus), corpus.statements["stance"].to_numpy()
    return {side: _taken(array[stance == side]) for side in corpus.sides}


def stand_of_each(signed: Mapping[str, NDArray[np.int8]], more: str, number: int) -> list[str]:
    """Return where each of so many stands, by who is on the lists of each side.

    Parameters
    ----------
    signed : mapping of str to int array
        Side → whether each is under one of its lists: ``SIGNED``, ``OPEN``, or anything else.
    more : str
        What is said of who is on more than one.
    number : int
        How many there are.

    Examples
    --------
    >>> on = {"yes": np.array([1, 1, 0, 0]), "no": np.array([1, 0, -1, 0])}
    >>> stand_of_each(on, "both", 4)
    ['both', 'yes', 'unknown', 'neither']
    """
    on = np.array([array == SIGNED for array in signed.values()], dtype=bool)
    maybe = np.array([array == OPEN for array in signed.values()], dtype=bool)
    on, maybe = (each.reshape(len(signed), number) for each in (on, maybe))
    found = np.select(
        [on.sum(axis=0) > 1, *on, maybe.any(axis=0)], [more, *signed, UNKNOWN], default=NEITHER
    )
    return [str(stand) for stand in found]


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
        ``neither`` or ``unknown``; of a corpus with other sides one of these, or ``several``),
        ``named`` (under how many statements, of those without a
        stance, too).

    Notes
    -----
    A side is for who is named on it and not known to have signed on another, ``both`` (or
    ``several``) for who is known to have signed on more than one, ``neither`` for who signed on
    none in every completion of the lists, ``unknown`` for everybody else.

    Examples
    --------
    >>> from coalitions import load
    >>> table = sides(load("unga75")).set_index("name")
    >>> table.loc[["Cuba", "Germany", "Brazil"], "side"].tolist()
    ['support', 'critical', 'unknown']
    """
    refuse_no_corpus(corpus)
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
