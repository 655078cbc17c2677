"""Two names that may be one misspelt: "Antigua and Barbados" is nearly one state of two halves."""

from __future__ import annotations

import functools
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coalitions.names import normalise, tables
from coalitions.texts.words import AND, AND_CLOSE

if TYPE_CHECKING:
    from coalitions.texts.pieces import Piece
    from coalitions.texts.spotting import Spot

_ONLY_AND = re.compile(rf"\s+(?:{AND})\s+(?:the\s+|las?\s+|les\s+)?|(?:{AND_CLOSE})", re.IGNORECASE)
# So much of its letters a name has in common with the half that it may stand for.
_ALIKE = 0.6


def may_be_one(text: str, one: Piece, other: Spot) -> bool:
    """Say whether two names with nothing but "and" between them may be one that is misspelt.

    Parameters
    ----------
    text : str
        The text.
    one, other : Piece, Spot
        The names, in order.

    Examples
    --------
    >>> from coalitions.texts.spotting import spots
    >>> for text in ("Antigua and Barbados", "Bosnia and Serbia"):
    ...     print(may_be_one(text, *spots(text)))
    True
    False
    """
    half = _second_halves().get(one.code)
    if not half or not other.code or not _ONLY_AND.fullmatch(text, one.end, other.start):
        return False
    # "Trinidad and Tobago and Togo": the first is whole.
    whole = _alike(half, normalise(text[one.start : one.end])[-len(half) :])
    return not whole and _alike(half, normalise(text[other.start : other.end]))


def _alike(half: str, name: str) -> bool:
    return SequenceMatcher(None, half, name).ratio() >= _ALIKE


@functools.cache
def _second_halves() -> dict[str, str]:
    """Return the second halves of the states that are two by name, by code."""
    known = tables()
    names = {code: normalise(known.states[code]["name"]) for code in set(known.heads.values())}
    return {code: name.partition(" and ")[2] for code, name in names.items()}
