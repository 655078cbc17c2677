"""What states are called in the languages of the United Nations."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import ChoiceError, told
from coalitions.names.formerly import rows_of
from coalitions.names.gazetteer import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The languages in which states have names here, by their codes.
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")


class Called(NamedTuple):
    """What a state is called: its name, and a label for figures."""

    name: str
    short: str


def called_in(language: str) -> Mapping[str, Called]:
    """Return what states are called in a language, by code; who has no name there is left out.

    Parameters
    ----------
    language : {"en", "fr", "es", "ar", "zh", "ru"}

    Returns
    -------
    mapping of str to Called

    Raises
    ------
    ChoiceError
        Another language.

    Examples
    --------
    >>> called_in("fr")["COD"]
    Called(name='République démocratique du Congo', short='RD Congo')
    """
    if not isinstance(language, str) or language not in LANGUAGES:
        shown = f'"{language}"' if isinstance(language, str) else told(language)
        raise ChoiceError(
            f"`language` {shown}: states have names in {', '.join(LANGUAGES)}: choose one"
        )
    return _called()[language]


@functools.cache
def _called() -> dict[str, dict[str, Called]]:
    """Return the names of every language, read once."""
    found: dict[str, dict[str, Called]] = {language: {} for language in LANGUAGES}
    for row in tables().rows:
        found["en"][row["signatory"]] = Called(row["name"], row["short"])
    for row in rows_of("translations.csv"):
        found[row["language"]][row["signatory"]] = Called(row["name"], row["short"])
    return found
