"""What goes wrong, in words for the person who can mend it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalitions.visible import message, quoted, visible

if TYPE_CHECKING:
    from collections.abc import Sequence


class CoalitionsError(Exception):
    """Anything a user can mend; its text is the whole message.

    What the message quotes of a user's cells and files is shown and never obeyed: a message can be
    printed on any terminal.
    """

    def __str__(self) -> str:
        """Return the message."""
        return message(super().__str__())


class CoalitionsWarning(UserWarning):
    """Something that was read as it stands and that a user should look at once more."""


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
        where = place(visible(self.file), self.row)
        column = (
            f", column {visible(self.column)}" if self.column and not _is_text(self.file) else ""
        )
        value = f"{quoted(self.value)}: " if self.value else ""
        return f"{where}{column}: {value}{message(self.expected)}"


def place(file: str, row: int) -> str:
    """Return where something stands: a list as text has lines, a table has rows.

    Examples
    --------
    >>> place("letter.txt", 2), place("signatures.csv", 812), place("letter.txt", 0)
    ('letter.txt, line 2', 'signatures.csv, row 812', 'letter.txt')
    """
    if not row:
        return file
    return f"{file}, {'line' if _is_text(file) else 'row'} {row}"


def _is_text(file: str) -> bool:
    return file.lower().endswith(".txt")


class CorpusError(CoalitionsError):
    """The tables of a corpus are not valid; every problem is listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        heading = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([f"{heading} in the input:", *map(str, self.problems)]))


class UnresolvedNameError(CoalitionsError):
    """Names that resolve to no state; every one is listed with suggestions."""

    def __init__(self, refusals: Sequence[str]) -> None:
        self.refusals = tuple(refusals)
        count = len(self.refusals)
        heading = "1 name was" if count == 1 else f"{count} names were"
        super().__init__("\n".join([f"{heading} not resolved:", *self.refusals]))


class GraphError(CoalitionsError):
    """A graph that breaks the contract, or that a format cannot hold."""
