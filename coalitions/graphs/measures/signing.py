"""What each signatory signed for sure, and what it may have signed, on lists known in part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coalitions.corpus import could_sign, more_than_one, sides_here

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Signing:
    """Signatories who are named, and the statements of a corpus: who signed what.

    Attributes
    ----------
    could : bool array, shape (signatories, statements)
        Who could have signed what.
    signed : bool array of the same shape
        Who signed what in every completion of the lists.
    open_ : bool array of the same shape
        Who signed what in some completions, and not in others.
    """

    could: Truths
    signed: Truths
    open_: Truths


def signing_of(corpus: Corpus) -> Signing:
    """Return who signed what for sure, and who may have, in the order of the records.

    Examples
    --------
    >>> from coalitions import load
    >>> found = signing_of(load("unga75"))
    >>> found.signed.shape, int(found.signed.sum()), int(found.open_.any(axis=0).sum())
    ((91, 4), 110, 2)
    """
    named = corpus.records.filled()
    could = could_sign(corpus)[list(corpus.records.rows)].to_numpy(bool).T
    unnamed = corpus.unnamed.to_numpy(np.int64)
    unknown = corpus.unknown.to_numpy(bool)
    # A list with as many unnamed as there are others is signed by all of them.
    everybody = ~unknown & (unnamed > 0) & (unnamed >= (corpus.could - corpus.named).to_numpy())
    signed = named | (could & everybody)
    partial = (unnamed > 0) | unknown
    return Signing(could, signed, could & partial & ~signed)


def days(signing: Signing, corpus: Corpus) -> dict[str, list[str]]:
    """Return the first and the last dates of what each signed, and what lists known in part allow.

    Statements without a date do not count; who signed only such ones has "".

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load({"a": ["CUB"], "b": ["CUB"]})
    >>> days(signing_of(corpus), corpus)
    {'first': [''], 'first_min': [''], 'last': [''], 'last_max': ['']}
    """
    date = corpus.statements["date"].to_numpy(object)
    dated = date != ""

    def found(which: Truths, end: int) -> list[str]:
        return [sorted(date[row])[end] if row.any() else "" for row in which & dated]

    either = signing.signed | signing.open_
    return {
        "first": found(signing.signed, 0),
        "first_min": found(either, 0),
        "last": found(signing.signed, -1),
        "last_max": found(either, -1),
    }


def loyalty(signing: Signing, corpus: Corpus) -> tuple[list[str], Floats, Floats]:
    """Return on which side each signed most, and the least and the most of it that is there.

    Who signed as much on several sides is on all of these.

    Examples
    --------
    >>> from coalitions import load
    >>> side, least, most = loyalty(signing_of(load("unga75")), load("unga75"))
    >>> side[0], least[:2].tolist(), most[:2].tolist()
    ('support', [1.0, 1.0], [1.0, 1.0])
    """
    stance, sides = corpus.statements["stance"].to_numpy(), sides_here(corpus)
    if not sides:
        nothing = np.full(len(signing.signed), np.nan)
        return [""] * len(nothing), nothing, nothing
    of = np.array([stance == side for side in sides]).T.astype(np.int64)
    sure, open_ = signing.signed.astype(np.int64) @ of, signing.open_.astype(np.int64) @ of
    whole = sure.sum(axis=1, keepdims=True)
    main = (sure == sure.max(axis=1, keepdims=True)) & (whole > 0)
    with np.errstate(invalid="ignore"):
        least = sure / (whole + open_.sum(axis=1, keepdims=True) - open_)
        most = (sure + open_) / (whole + open_)
    fewest = np.where(main, least, np.inf).min(axis=1)
    largest = np.where(main, most, -np.inf).max(axis=1)
    signed = main.any(axis=1)
    several = more_than_one(corpus)
    which = [
        "" if not row.any() else several if row.sum() > 1 else sides[int(row.argmax())]
        for row in main
    ]
    return which, np.where(signed, fewest, np.nan), np.where(signed, largest, np.nan)
