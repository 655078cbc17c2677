"""The name of a column as somebody wrote it, beside the names that are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Below this likeness (0 to 100) a known column is no help.
_LIKE = 60.0


def plain_header(column: str) -> str:
    """Return the name of a column in small letters, its words joined as ours are.

    Examples
    --------
    >>> plain_header(" Declared Count")
    'declared_count'
    """
    return re.sub(r"[\s\-.]+", "_", column.strip().casefold())


def slip_of(column: str, known: Iterable[str]) -> str:
    """Return the known column that a name is at most one letter away from; "" where none is.

    Capitals, blanks and hyphens are no letters; two letters that changed places are one.

    Examples
    --------
    >>> slip_of("stanse", ["stance"]), slip_of("Declared-Count", ["declared_count"])
    ('stance', 'declared_count')
    >>> slip_of("party", ["stance"])
    ''
    """
    distances = {each: OSA.distance(plain_header(column), each) for each in known}
    return next((each for each in distances if distances[each] <= 1), "")


def nearest_column(column: str, known: Iterable[str]) -> str:
    """Return the known column that is most like a name; "" where none is.

    Examples
    --------
    >>> nearest_column("declared", ["declared_count", "date"])
    'declared_count'
    >>> nearest_column("url", ["notes", "source_url"])
    'source_url'
    >>> nearest_column("party", ["stance"])
    ''
    """
    name = plain_header(column)
    words = set(name.split("_"))
    likeness = {
        each: fuzz.ratio(name, each) + (_LIKE if words & set(each.split("_")) else 0)
        for each in known
    }
    best = max(likeness, key=lambda each: likeness[each], default="")
    return best if best and likeness[best] >= _LIKE else ""
