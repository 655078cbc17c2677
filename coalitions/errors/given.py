"""What a program gives where something else is expected: refused by its name, and what it takes."""

from __future__ import annotations

import math
import os
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING

from coalitions.errors.problems import ChoiceError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Of which kinds a value is shown as it is; of others its type says more.
_SHOWN = (str, bytes, int, float, complex, type(None))
#: Letters of a value that a message shows.
_LONGEST = 80


def told(given: object) -> str:
    """Return a value as a message tells it: itself, if it is short, else its type.

    Examples
    --------
    >>> told("pie"), told(5), told([5]), told({"a": object()})
    ("'pie'", '5', '[5]', 'a value of type dict')
    """
    plain = isinstance(given, _SHOWN) or (
        isinstance(given, (list, tuple)) and all(isinstance(each, _SHOWN) for each in given)
    )
    shown = repr(given) if plain else ""
    return shown if 0 < len(shown) <= _LONGEST else f"a value of type {type(given).__name__}"


def refuse_other(what: str, given: object, choices: Collection[str], none: str = "") -> None:
    """Refuse what is none of some words.

    Parameters
    ----------
    what : str
        What is chosen, as the function calls it.
    given : object
        What was given.
    choices : collection of str
        The words.
    none : str
        What "" is called, where it is one of the words.

    Raises
    ------
    ChoiceError
        It names the words.

    Examples
    --------
    >>> refuse_other("partial", "some", ("left-out", "named", "bounds"))
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: partial "some": expected left-out, named or bounds
    """
    if isinstance(given, str) and given in choices:
        return
    shown = told(given)
    if isinstance(given, (str, int, float, type(None))):
        shown = f'"{given}"'
    *others, last = [*filter(None, choices), *filter(None, [none])]
    words = f"{', '.join(others)} or {last}" if others else last
    raise ChoiceError(f"{what} {shown}: expected {words}")


def refuse_other_names(given: Iterable[str], known: Iterable[str], taker: str) -> None:
    """Refuse an argument by name that nothing takes, as Python does of a function that lists them.

    Examples
    --------
    >>> refuse_other_names({"titel": "Who"}, ["title", "note"], "a page")
    Traceback (most recent call last):
        ...
    TypeError: a page takes no `titel`: it takes title, note
    """
    names = list(known)
    if unknown := sorted(map(str, set(given) - set(names))):
        raise TypeError(f"{taker} takes no `{unknown[0]}`: it takes {', '.join(names)}")


def refuse_no_flag(what: str, given: object) -> None:
    """Refuse what is neither true nor false.

    Examples
    --------
    >>> refuse_no_flag("annotate", "below")
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: annotate: 'below': expected True or False
    """
    if not isinstance(given, int) and type(given).__name__ not in {"bool", "bool_"}:
        raise ChoiceError(f"{what}: {told(given)}: expected True or False")


def refuse_no_share(what: str, given: object) -> None:
    """Refuse what is no number between 0 and 1.

    Examples
    --------
    >>> refuse_no_share("alpha", 5)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: alpha 5: expected a number between 0 and 1, such as 0.05
    """
    if not isinstance(given, Real) or isinstance(given, bool) or not 0 < float(given) < 1:
        raise ChoiceError(f"{what} {told(given)}: expected a number between 0 and 1, such as 0.05")


def refuse_no_whole(what: str, given: object, least: int, most: float = math.inf) -> None:
    """Refuse what is no whole number in some limits.

    Examples
    --------
    >>> refuse_no_whole("seed", "x", 0, 9)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: seed 'x': expected a whole number from 0 to 9
    >>> refuse_no_whole("min_shared", -1, 0)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: min_shared -1: expected a whole number, 0 or more
    """
    if isinstance(given, Integral) and not isinstance(given, bool) and least <= int(given) <= most:
        return
    limits = f", {least:,} or more" if most == math.inf else f" from {least:,} to {most:,}"
    raise ChoiceError(f"{what} {told(given)}: expected a whole number{limits}")


def refuse_no_table(what: str, given: object, columns: Iterable[str], maker: str) -> None:
    """Refuse what is no table with some columns.

    Parameters
    ----------
    what : str
        What the function calls it.
    given : object
        What was given.
    columns : iterable of str
        Columns that it must have.
    maker : str
        The function that makes such a table.

    Raises
    ------
    ChoiceError
        It names the columns that lack, and who makes them.

    Examples
    --------
    >>> refuse_no_table("ties", 5, ["u", "v"], "cosigning_ties")
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: ties: 5: expected a table: make it with cosigning_ties
    """
    there = getattr(given, "columns", None)
    if there is None or not hasattr(given, "attrs"):
        raise ChoiceError(f"{what}: {told(given)}: expected a table: make it with {maker}")
    if missing := [column for column in columns if column not in there]:
        raise ChoiceError(f"{what}: no column {', '.join(missing)}: make the table with {maker}")


def path_of(given: object, what: str = "path") -> Path:
    """Return the path that was given.

    Raises
    ------
    ChoiceError
        It is none, or a name that no file can have.

    Examples
    --------
    >>> path_of("a.svg").name
    'a.svg'
    >>> path_of(5)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: path: 5: expected the name of a file or a folder
    """
    if not isinstance(given, (str, os.PathLike)) or isinstance(os.fspath(given), bytes):
        raise ChoiceError(f"{what}: {told(given)}: expected the name of a file or a folder")
    name = os.fspath(given)
    try:
        os.fsencode(name)
    except UnicodeEncodeError as error:
        raise ChoiceError(f"{what}: {told(name)}: no file can have such a name") from error
    if not name or "\0" in name:
        raise ChoiceError(f"{what}: {told(name)}: no file can have such a name")
    return Path(name)
