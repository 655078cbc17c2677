"""What goes wrong, in words for the person who can mend it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from coalitions.errors.shown import message, quoted, visible
from coalitions.errors.where import TABULAR, place, unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class CoalitionsError(Exception):
    """Anything a user can mend; its text is the whole message.

    What the message quotes of a user's cells and files is shown and never obeyed: a message can be
    printed on any terminal. What to change stands in it by its Python name, in backquotes
    (`max_size`): a program can find it there, and call it by a name of its own.
    """

    __module__ = "coalitions.errors"

    def __str__(self) -> str:
        """Return the message."""
        return message(super().__str__())


class ChoiceError(CoalitionsError, ValueError):
    """A value that is none of those to choose from, or out of range: a ValueError, too."""

    __module__ = "coalitions.errors"


class CoalitionsWarning(UserWarning):
    """Something that was read as it stands and that a user should look at once more."""

    __module__ = "coalitions.errors"


def warn(text: str) -> None:
    """Warn the user of the library, or the reader of the command line, in one sentence.

    Parameters
    ----------
    text : str
        Where, what was found, and what it may mean.

    Examples
    --------
    >>> with warnings.catch_warnings(record=True, action="always") as seen:
    ...     warn("letter.txt, line 2: Kyrgyzstan carries a mark")
    >>> print(seen[0].message)
    letter.txt, line 2: Kyrgyzstan carries a mark
    """
    warnings.warn(message(text), CoalitionsWarning, stacklevel=3)


#: What is said of a word that another has taken the place of.
FORMER = "{0} is called {1} now, and goes with the next release: write {1}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the input, and where.

    Attributes
    ----------
    file : str
        Name of the file or table.
    row : int
        Row as a spreadsheet shows it (the header is row 1), line of a text; 0 where the whole file
        is meant.
    column : str
        Name of the column; empty where the whole row or file is meant.
    value : str
        What was found.
    expected : str
        What was expected, and what to do.

    Examples
    --------
    >>> print(Problem("signatures.csv", 812, "signatory", "Cubba", 'did you mean "Cuba"?'))
    signatures.csv, row 812, column signatory: "Cubba": did you mean "Cuba"?
    """

    file: str
    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        return self.at(place(visible(self.file), self.row))

    def at(self, where: str) -> str:
        """Return the problem as one line that says where in other words."""
        column = (
            f", column {visible(self.column)}" if self.column and unit(self.file) in TABULAR else ""
        )
        value = f"{quoted(self.value)}: " if self.value else ""
        return f"{where}{column}: {value}{message(self.expected)}"


#: How many places of one kind of problem, and how many kinds, a message names.
PLACES, KINDS = 3, 40

#: How a problem begins that is a spelling of no state.
NO_STATE = "is not a known state"

#: Where else something stands, as an expectation says it: problems of one kind differ in it.
_ELSEWHERE = re.compile(
    r'(?:(?<=\()|(?<=first in ))(?:statement "[^"]*"|[^()"]+), (?:row|line|name) \d+|^row \d+'
)

#: What an expectation says of one value alone: quotations, brackets, codes, numbers.
_SPECIFIC = re.compile(r'"[^"]*"|\([^)]*\)|\b[A-Z]{3}\b|\d+')


def summary(problems: Sequence[Problem]) -> str:
    """Return all problems in words: a line for each kind, the most frequent first.

    Parameters
    ----------
    problems : sequence of Problem
        What is wrong, in any order. Those of the same column, value and expectation are of one
        kind, and so are those of values that stand in two places: its line has their number and
        their first three places.

    Returns
    -------
    str
        A heading, the lines, and where the whole list is to be had if something is left out.

    Examples
    --------
    >>> slips = [Problem("x.csv", row, "signatory", "Cubba", "no state") for row in range(2, 9)]
    >>> print(summary([*slips, Problem("x.csv", 5, "date", "May", "no date")]))
    8 problems of 2 kinds in the input:
    7 times: x.csv, rows 2, 3, 4 and 4 more, column signatory: "Cubba": no state
    x.csv, row 5, column date: "May": no date
    the whole list: `problems` of this error
    """
    kinds = _by_kind(problems)
    heading = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    if len(kinds) < len(problems):
        heading += " of 1 kind" if len(kinds) == 1 else f" of {len(kinds):,} kinds"
    lines = [f"{heading} in the input:", *map(_line, kinds[:KINDS])]
    rest = kinds[KINDS:]
    if rest:
        lines.append(f"and {sum(map(len, rest)):,} more, of {len(rest):,} other kinds")
    if rest or len(kinds[0]) > PLACES:
        lines.append("the whole list: `problems` of this error")
    unknown = {each.value for each in problems if each.expected.startswith(NO_STATE)}
    if len(unknown) > PLACES:
        many = f"{len(unknown):,} spellings are no known states"
        others = '; if they are no states, take `members="any"`' * (len(unknown) > KINDS)
        lines.append(f"{many}: to decide about each once, list them with `names_from`{others}")
    return "\n".join(lines)


def _by_kind(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Return the problems by what is wrong, wherever that is; the most frequent kind first."""
    kinds: dict[tuple[str, str, str], list[Problem]] = {}
    for each in sorted(problems):
        kind = (each.column, each.value, _ELSEWHERE.sub("", each.expected))
        kinds.setdefault(kind, []).append(each)
    apart: list[list[Problem]] = []
    for alike in _met_twice(
        list(kinds.values())
    ):  # a few files that fail alike are named one by one
        few_files = len(alike) <= PLACES and not any(each.row for each in alike)
        apart += [[each] for each in alike] if few_files else [alike]
    return sorted(apart, key=len, reverse=True)  # of equal numbers, as they stand


def _met_twice(kinds: list[list[Problem]]) -> list[list[Problem]]:
    """Join kinds that are about two places: what stands there matters less than that it does."""
    found: dict[tuple[str, str], list[list[Problem]]] = {}
    for number, kind in enumerate(kinds):
        two_places = _ELSEWHERE.search(kind[0].expected)
        key = _SPECIFIC.sub("", kind[0].expected) if two_places else str(number)
        found.setdefault((kind[0].column, key), []).append(kind)
    joined: list[list[Problem]] = []
    for alike in found.values():
        joined += [sorted(chain.from_iterable(alike))] if len(alike) > PLACES else alike
    return joined


def _line(kind: list[Problem]) -> str:
    """Return one kind of problem as a line: how often, where first, what is wrong."""
    first = kind[0]
    if len(kind) == 1:
        return str(first)
    files = groupby(kind[:PLACES], key=lambda each: each.file)
    where = "; ".join(_places(file, [each.row for each in here]) for file, here in files)
    more = len(kind) - PLACES
    where += f" and {more:,} more" if more > 0 else ""
    values = list(dict.fromkeys(each.value for each in kind))
    if len(values) > 1:
        others = ", ".join(map(quoted, values[1:PLACES]))
        rest = len(values) - PLACES
        others += f" and {rest:,} more" if rest > 0 else ""
        return f"{len(kind):,} times, also with {others}: {first.at(where)}"
    if any(each.expected != first.expected for each in kind):
        general = _ELSEWHERE.sub("an earlier place", first.expected)
        first = Problem(first.file, first.row, first.column, first.value, general)
    return f"{len(kind):,} times: {first.at(where)}"


def _places(file: str, rows: list[int]) -> str:
    where = place(file, rows[0])
    if len(rows) == 1:
        return where
    beginning = where.removesuffix(f" {rows[0]}")
    return f"{beginning}s {', '.join(map(str, rows))}"


class CorpusError(CoalitionsError):
    """The tables of a corpus are not valid; ``problems`` has all, the text has their kinds."""

    __module__ = "coalitions.errors"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(summary(self.problems))


def _kind(given: object) -> str:
    plain = given is None or isinstance(given, (int, float))
    return repr(given) if plain else f"a value of type {type(given).__name__}"


def listed(given: Iterable[str], what: str) -> list[str]:
    """Return a list of texts as a list; a text alone is refused, for its letters are not meant.

    Parameters
    ----------
    given : iterable of str
        What a user gave.
    what : str
        What the list is called.

    Raises
    ------
    ChoiceError
        A text alone, or nothing that has members.

    Examples
    --------
    >>> listed(("Burma", "Chad"), "names")
    ['Burma', 'Chad']
    >>> listed("Burma", "names")
    Traceback (most recent call last):
    coalitions.errors.ChoiceError: names: "Burma" is a text, a list is meant: write ["Burma"]
    """
    if isinstance(given, str):
        raise ChoiceError(f'{what}: "{given}" is a text, a list is meant: write ["{given}"]')
    try:
        found = list(given)
    except TypeError as error:
        raise ChoiceError(f"{what}: {_kind(given)} is no list of texts") from error
    for each in found:
        if not isinstance(each, Hashable):
            raise ChoiceError(f"{what}: {_kind(each)} in it: expected texts alone")
    return found


class GraphError(CoalitionsError):
    """A graph that breaks the contract, or that a format cannot hold."""

    __module__ = "coalitions.errors"
