"""States written as their three letters: "ALB, AND, ARM"."""

from __future__ import annotations

import re

from coalitions.names import tables
from coalitions.texts.neighbours import Spot

# One alone may be any abbreviation, and "AND" is a word: three in a row are codes.
_ROW = re.compile(
    r"(?<![\w-])[A-Z]{3}(?:\s*[,;/|\n]\s*(?:and\s+|et\s+|y\s+|und\s+|e\s+)?[A-Z]{3}){2,}"
    r"(?:\s+(?:and|et|y|und|e)\s+[A-Z]{3})?(?![\w-])"
)


def with_codes(text: str, found: list[Spot]) -> list[Spot]:
    """Return the names in a text with the states that stand there as codes, three or more in a row.

    Examples
    --------
    >>> [spot.code for spot in with_codes("Participants: ALB, AND, ARM and AUT", [])]
    ['ALB', 'AND', 'ARM', 'AUT']
    >>> with_codes("Reported by AFP, BBC, CNN", [])
    []
    """
    known = tables().states
    codes: list[Spot] = []
    for row in _ROW.finditer(text):
        held = list(re.finditer(r"[A-Z]{3}", row.group()))
        if all(code.group() in known for code in held):
            codes += [
                Spot(row.start() + code.start(), row.start() + code.end(), code.group(), "state")
                for code in held
            ]
    starts = {spot.start for spot in codes}
    return sorted([*codes, *(spot for spot in found if spot.start not in starts)])
