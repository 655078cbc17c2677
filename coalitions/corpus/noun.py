"""What signatories are called, one and many: never guessed, only said by whoever loads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.corpus.delimited import FILE, ROW
from coalitions.errors import ChoiceError, CoalitionsError, Problem, quoted, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

#: Where nobody said what they are called.
SIGNATORY = ("signatory", "signatories")
#: Where the signatories are states.
STATE = ("state", "states")
#: Column of a table of signatories that says what they are called.
NOUN = "noun"
#: Longest noun (letters): it stands in titles.
LONGEST = 40

_WORDS = re.compile(r"[^\W\d_][^\W_]*(?:[ '’-][^\W_]+)*")
_HISSING, _Y = re.compile(r"(?:s|x|z|ch|sh)$"), re.compile(r"(?<![aeiou])y$")


def one_and_many(noun: str) -> tuple[str, str]:
    """Return the singular and the plural of a noun as a user gives it.

    Parameters
    ----------
    noun : str
        "senator", whose plural is regular, or both with a slash between: "person/people".

    Raises
    ------
    CoalitionsError
        No word, or more than two.

    Examples
    --------
    >>> one_and_many("senator"), one_and_many("party"), one_and_many("person/people")
    (('senator', 'senators'), ('party', 'parties'), ('person', 'people'))
    """
    parts = [" ".join(part.split()) for part in noun.split("/")] if isinstance(noun, str) else [""]
    if len(parts) > 2 or not all(_WORDS.fullmatch(p) and len(p) <= LONGEST for p in parts):  # noqa: PLR2004 - one and many
        shown = quoted(noun) if isinstance(noun, str) else told(noun)
        raise ChoiceError(
            f"noun: {shown}: expected what one signatory is called, such as senator, "
            "or one and many with a slash between, such as person/people"
        )
    return (parts[0], parts[-1] if len(parts) > 1 else _plural(parts[0]))


def words_for(noun: str, members: str) -> tuple[str, str]:
    """Return what signatories are called, one and many, where a noun is given and where none is.

    Examples
    --------
    >>> words_for("", "states"), words_for("senator", "any")
    (('state', 'states'), ('senator', 'senators'))
    """
    if noun:
        return one_and_many(noun)
    return STATE if members == "states" else SIGNATORY


def _plural(one: str) -> str:
    """Return the regular plural of an English noun."""
    if _Y.search(one):
        return f"{one[:-1]}ies"
    return f"{one}es" if _HISSING.search(one) else f"{one}s"


def noun_of(table: pd.DataFrame) -> str:
    """Return the noun that the column ``noun`` of a table of signatories gives; "" without one."""
    return next((cell for cell in _cells(table) if cell), "")


def noun_problems(table: pd.DataFrame) -> Iterator[Problem]:
    """Yield the cells of the column ``noun`` that are no noun, or another than the first."""
    first = ""
    rows = zip(_cells(table), table[FILE], table[ROW], strict=True) if NOUN in table else ()
    for cell, file, row in rows:
        if not cell or cell == first:
            continue
        if first:
            expected = f'an earlier row has "{first}": all signatories are called by one noun'
            yield Problem(file, int(row), NOUN, cell, f"{expected}; write the same in each row")
            continue
        first = cell
        try:
            one_and_many(cell)
        except CoalitionsError:
            expected = "expected a noun, such as senator, or one and many, such as person/people"
            yield Problem(file, int(row), NOUN, cell, expected)


def _cells(table: pd.DataFrame) -> list[str]:
    """Return the cells of the column ``noun`` as text, "" where there is nothing."""
    if NOUN not in table:
        return []
    cells = table[NOUN].astype(object)
    return [str(cell).strip() for cell in cells.where(cells.notna(), "")]
