"""What changed from one statement to another: joined, left, stayed, crossed over.

A name under a statement is certain. A name that is missing says something only where the list is
complete: every answer here holds in each completion of the partial lists, or is *unknown*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from coalitions.errors import CoalitionsError
from coalitions.presence import OPEN, SIGNED, presence

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What may have happened between a first and a second statement, in the order in which it is told.
CHANGES = (
    "joined",
    "left",
    "stayed",
    "crossed",
    "first_only",
    "second_only",
    "silent",
    "unknown",
)
#: How many ids are suggested for one that is not there.
NEAR = 3


def compare_statements(corpus: Corpus, a: str, b: str) -> pd.DataFrame:
    r"""Return what changed from one statement to another, signatory by signatory.

    Let :math:`A` and :math:`B` be the lists, as far as every completion of them agrees.

    ===============  =================================  ==================================
    change           signed                             where the two statements
    ===============  =================================  ==================================
    ``joined``       :math:`B \setminus A`              are not of opposite stances
    ``left``         :math:`A \setminus B`              are not of opposite stances
    ``stayed``       :math:`A \cap B`                   are not of opposite stances
    ``crossed``      :math:`A \cap B`                   are of opposite stances
    ``first_only``   :math:`A \setminus B`              are of opposite stances
    ``second_only``  :math:`B \setminus A`              are of opposite stances
    ``silent``       neither                            in any case
    ``unknown``      completions of the lists disagree  in any case
    ===============  =================================  ==================================

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the first and of the second statement; which is which is the caller's choice,
        whatever their dates.

    Returns
    -------
    DataFrame
        One row each that could have signed, by identifier: ``signatory``, ``name`` (the short
        one), ``change`` (one of the above), ``named_a``, ``named_b`` (whether the known part of
        the list names it).

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus; the message has those most like it.

    Notes
    -----
    Between opposite stances nobody joins or leaves: who supported, and is not on a critical list,
    need not have stopped supporting, and who is on it may have been critical all along. A list
    without a stance is compared as one of the same series. A list without a declared count is
    taken as printed. What is *not* checked: that the statements belong to the same forum or topic.

    Examples
    --------
    >>> from coalitions import load
    >>> germany = "2020-10-unga3-xinjiang-hongkong-germany"
    >>> canada = "2022-10-unga3-xinjiang-canada"
    >>> table = compare_statements(load("un-china"), germany, canada)
    >>> table.loc[table["change"] == "left", "signatory"].tolist()
    ['BIH', 'HND', 'HTI']
    """
    _known_ids(corpus, (a, b))
    ids = corpus.statements["statement_id"].tolist()
    stance = corpus.statements["stance"].tolist()
    array = presence(corpus)
    first, second = array[ids.index(a)], array[ids.index(b)]
    opposite = {stance[ids.index(a)], stance[ids.index(b)]} == {"support", "critical"}
    only_a, only_b, both = (
        ("first_only", "second_only", "crossed") if opposite else ("left", "joined", "stayed")
    )
    change = np.select(
        [
            (first == OPEN) | (second == OPEN),
            (first == SIGNED) & (second == SIGNED),
            first == SIGNED,
            second == SIGNED,
        ],
        ["unknown", both, only_a, only_b],
        default="silent",
    )
    members = corpus.signatories["signatory"]
    listed = {key: _named(corpus, key) for key in (a, b)}
    return pd.DataFrame(
        {
            "signatory": members,
            "name": corpus.signatories["short"],
            "change": change.tolist(),
            "named_a": members.isin(listed[a]),
            "named_b": members.isin(listed[b]),
        }
    )


def _named(corpus: Corpus, statement: str) -> list[str]:
    rows = corpus.signatures
    return rows.loc[rows["statement_id"] == statement, "signatory"].tolist()


def _known_ids(corpus: Corpus, wanted: tuple[str, ...]) -> None:
    """Refuse ids that are not there, with those most like them."""
    known = list(corpus.statements["statement_id"])
    refusals = [
        f'no statement "{key}" in the corpus; most like it: {", ".join(_near(key, known))}'
        for key in wanted
        if key not in known
    ]
    if refusals:
        hint = 'earlier versions of a letter are there with --versions all, load(versions="all")'
        raise CoalitionsError("\n".join([*refusals, f"({hint})"]))


def _near(key: str, known: list[str]) -> list[str]:
    return [found for found, _, _ in process.extract(key, known, scorer=fuzz.ratio, limit=NEAR)]
