"""Names in further languages: Unicode CLDR's, and names as the cases of a language write them.

The tables are large and seldom needed, so they are read where the first name needs them.
"""

from __future__ import annotations

import csv
import functools
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Languages whose lists are read in any text; a name in another one needs more of it around.
READ_LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "ja", "pt", "ru", "zh"])
# Names in these languages that are words of another: they need more of theirs around, too.
_WORDS = frozenset(["gana", "guiana", "ira", "island", "islands", "oma", "uk", "usa"])
# "Islands" is a genitive and an English word, "Guiana" three places: no names where they are alone.
_NOT_ALONE = frozenset(["guiana", "islands"])


class Further(NamedTuple):
    """What a spelling means in further languages.

    Attributes
    ----------
    code : str
        The state.
    languages : tuple of str
        The languages, by CLDR's codes.
    written : str
        Where the name counts only as it is written, how; else "".
    """

    code: str
    languages: tuple[str, ...]
    written: str


def _text(file: str) -> str:
    return (resources.files("coalitions.names") / "reference" / file).read_text(encoding="utf-8")


@functools.cache
def _rows() -> dict[str, list[str]]:
    """Return the rows of the table of CLDR by key, each still as it is written."""
    found: dict[str, list[str]] = {}
    for line in _text("cldr.csv").splitlines()[1:]:
        key, _, rest = line.partition(",")
        found.setdefault(key, []).append(rest)
    return found


@functools.cache
def _forms() -> dict[str, list[Further]]:
    found: dict[str, list[Further]] = {}
    for row in csv.DictReader(_text("forms.csv").splitlines()):
        written = row["alias"] if row["alias"].isupper() else ""
        meant = Further(row["signatory"], (row["language"],), written)
        found.setdefault(normalise(row["alias"]), []).append(meant)
    return found


def further_meanings(key: str) -> list[Further]:
    """Return what a normalised spelling means in further languages.

    Examples
    --------
    >>> [(each.code, each.written) for each in further_meanings("ao")]
    [('AUT', 'Áo')]
    """
    return [*_forms().get(key, ()), *map(_parsed, _rows().get(key, ()))]


def _parsed(row: str) -> Further:
    code, languages, written = row.split(",")
    return Further(code, tuple(languages.split()), written)


def spelt(name: str, key: str) -> list[Further]:
    """Return what a name as written means in further languages.

    Parameters
    ----------
    name : str
        The name.
    key : str
        The same, normalised.

    Examples
    --------
    >>> [each.code for each in spelt("Áo", "ao")], spelt("ao", "ao")
    (['AUT'], [])
    """
    bare = name.strip()
    return [
        each
        for each in further_meanings(key)
        if key not in _NOT_ALONE
        and (
            not each.written
            or bare == each.written
            or (not each.written.isupper() and bare.casefold() == each.written.casefold())
        )
    ]


def further_keys() -> Iterator[str]:
    """Yield the keys that are names in any text: those of the languages that are read.

    Examples
    --------
    >>> "osterreich" in further_keys(), "itavalta" in further_keys()
    (True, False)
    """
    yield from (key for key in _forms() if key not in _WORDS)
    for key, rows in _rows().items():
        if key not in _WORDS and any(
            READ_LANGUAGES.intersection(_parsed(row).languages) for row in rows
        ):
            yield key


@functools.cache
def further_keys_by_first_word() -> dict[str, list[str]]:
    """Return the keys of all further names by their first words.

    Examples
    --------
    >>> "alankomaat" in further_keys_by_first_word()["alankomaat"]
    True
    """
    found: dict[str, list[str]] = {}
    for key in [*_forms(), *_rows()]:
        found.setdefault(key.partition(" ")[0], []).append(key)
    return found
