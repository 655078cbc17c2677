"""Sides in one's own words: up to six in a corpus, and which of them are opposed to which."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA

from coalitions.corpus.delimited import FILE, ROW
from coalitions.errors import ChoiceError, Problem, shortened, told
from coalitions.looks import (
    BETWEEN_SIDES,
    BOTH,
    KNOWN_PAIRS,
    MOST_SIDES,
    NEITHER,
    SEVERAL,
    UNKNOWN_SIDE,
    is_known_pair,
    sides_in_order,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    import pandas as pd

    Pairs = tuple[tuple[str, str], ...]

#: Longest name of a side (letters): it stands in titles and keys.
LONGEST = 40
#: Words that say where a signatory stands, and would be no name of a side.
TAKEN = (BOTH, SEVERAL, NEITHER, UNKNOWN_SIDE)
#: A word of so many other letters than one of ours is a slip of the pen.
SLIP = 2
#: Sides that a message lists, at most.
LISTED = 12
#: The two sides that we have words for, in whatever letters they are written.
_OURS = KNOWN_PAIRS[0]


def tidied(statements: pd.DataFrame) -> pd.DataFrame:
    """Return statements with ``support`` and ``critical`` in small letters, blanks as one.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"stance": ["Support", "Non  aligned"], "opposed": ["", "Critical"]})
    >>> tidied(table).to_numpy().tolist()
    [['support', ''], ['Non aligned', 'critical']]
    """

    def plain(cell: str) -> str:
        words = " ".join(cell.split())
        return words.casefold() if words.casefold() in _OURS else words

    return statements.assign(
        stance=statements["stance"].map(plain),
        opposed=statements["opposed"].map(
            lambda cell: BETWEEN_SIDES.join(map(plain, cell.split(BETWEEN_SIDES)))
        ),
    )


def stance_problems(statements: pd.DataFrame) -> Iterator[Problem]:
    """Yield the stances that are no name of a side, the seventh, and what opposes nothing."""
    first: dict[str, dict[Hashable, Any]] = {}
    for row in statements.drop_duplicates(["stance", "opposed"]).to_dict("records"):
        stance = row["stance"]
        if stance and stance not in first:
            first[stance] = row
            if why := _no_name(stance, first):
                yield _problem(row, "stance", why)
    if len(first) > MOST_SIDES:
        row = first[list(first)[MOST_SIDES]]
        found = ", ".join(f'"{shortened(side)}"' for side in list(first)[:LISTED])
        more = f" and {len(first) - LISTED:,} more" if len(first) > LISTED else ""
        yield _problem(
            row,
            "stance",
            f"a corpus has up to {MOST_SIDES} sides, and this is one more; found: {found}{more}: "
            "call those alike that are one side, or leave the cell empty",
        )
    yield from _opposed_problems(statements, list(first))


def _no_name(stance: str, known: Iterable[str]) -> str:
    """Return why a stance cannot be the name of a side; "" where it can."""
    small = stance.casefold()
    if small in TAKEN:
        return (
            "this word is said of signatories on more than one side, or on none: give the side "
            "another name, or leave the cell empty"
        )
    if BETWEEN_SIDES in stance or len(stance) > LONGEST:
        return f"expected the name of one side, up to {LONGEST} letters and without ;"
    alike = [side for side in known if side != stance and side.casefold() == small]
    if alike:
        return f'differs from "{alike[0]}" in capitals only: write the same in each row'
    near = [our for our in _OURS if small != our and OSA.distance(small, our) <= SLIP]
    return f'did you mean "{near[0]}"? Correct it, or give the side another name' if near else ""


def _opposed_problems(statements: pd.DataFrame, sides: list[str]) -> Iterator[Problem]:
    rows = statements[statements["opposed"] != ""]
    for row in rows.drop_duplicates(["stance", "opposed"]).to_dict("records"):
        for other in map(str.strip, row["opposed"].split(BETWEEN_SIDES)):
            why = _no_pair(row["stance"], other, sides)
            if why:
                yield _problem(row, "opposed", why)


def _no_pair(stance: str, other: str, sides: list[str]) -> str:
    """Return why two stances cannot be opposed; "" where they can."""
    if not stance:
        return "the statement itself has no stance: give it one, or leave this cell empty"
    if stance == other:
        return "a side is not opposed to itself: write the other one here"
    if other in sides or is_known_pair(stance, other):
        return ""
    found = ", ".join(f'"{side}"' for side in sides[:LISTED])
    return f"no statement has this stance; found: {found}"


def _problem(row: dict[Hashable, Any], column: str, expected: str) -> Problem:
    return Problem(row[FILE], int(row[ROW]), column, row[column], expected)


def opposed_pairs(statements: pd.DataFrame, given: object) -> Pairs:
    """Return which sides are opposed: as given, as the column says, and by what they are called.

    Raises
    ------
    ChoiceError
        What is given is no pairs of stances that the statements have.
    """
    sides = [side for side in dict.fromkeys(statements["stance"]) if side]
    told = [_pair(each, sides) for each in _listed(given)]
    rows = statements[statements["opposed"] != ""]
    written = (
        (stance, other.strip())
        for stance, cell in zip(rows["stance"], rows["opposed"], strict=True)
        for other in cell.split(BETWEEN_SIDES)
    )
    known = (
        (one, other)
        for one in sides
        for other in sides
        if (one.casefold(), other.casefold()) in KNOWN_PAIRS
    )
    found: dict[frozenset[str], tuple[str, str]] = {}
    for pair in chain(told, written, known):
        found.setdefault(frozenset(pair), pair)
    return tuple(found.values())


def _listed(given: object) -> list[object]:
    if isinstance(given, (list, tuple, set, frozenset)):
        return list(given)
    raise ChoiceError(f"`opposed`: {told(given)}: {_PAIRS}")


_PAIRS = 'expected pairs of stances, such as [("for", "against")]'


def _pair(given: object, sides: list[str]) -> tuple[str, str]:
    if not isinstance(given, (list, tuple)) or len(given) != 2:  # noqa: PLR2004 - a pair
        raise ChoiceError(f"`opposed`: {told(given)}: {_PAIRS}")
    one, other = (" ".join(str(each).split()) for each in given)
    for stance, against in ((one, other), (other, one)):
        if why := _no_pair(stance, against, sides):
            found = f'"{one}", "{other}"'
            raise ChoiceError(f'`opposed`: {found}: "{against}": {why}')
    return one, other


def sides_of_corpus(statements: pd.DataFrame, opposed: Pairs) -> tuple[str, ...]:
    """Return the sides that statements take, in order: the opposed ones first."""
    return sides_in_order((side for side in statements["stance"] if side), opposed)
