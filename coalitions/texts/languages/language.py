"""What one language has for lists, their numbers, and who signs, joins, is spoken to or of."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Language(NamedTuple):
    """The words of one language; each a piece of a regular expression.

    Attributes
    ----------
    spaced : bool
        Whether its words stand apart, so that a piece is a whole word.
    conjunctions : tuple of str
        What stands between the last two names of a list.
    articles : tuple of str
        What stands before a name and is no part of it.
    own : tuple of str
        "My own country".
    others : tuple of str
        "And others", behind a list that is not whole.
    memberships : tuple of str
        "Its member states", for which no names stand.
    offices : tuple of str
        "The minister of", between two names.
    members : tuple of str
        What is counted where states are.
    qualifiers : mapping of str to tuple of str
        Qualifier of the table of claims → what stands before a number.
    further : tuple of str
        "Other", "more", beside a number.
    total : tuple of str
        "In all", beside a number.
    before, behind : mapping of str to tuple of str
        Role of a list → what stands before it, or directly behind it.
    behalf, signed : tuple of str
        What stands before, and behind, the number of those who signed.
    document : tuple of str
        What is signed.
    speaks, by : tuple of str
        What stands behind, and before, the name of who speaks.
    about : tuple of str
        Words directly before states that are only spoken of.
    places : tuple of str
        "Lake", before a name that is then no state's.
    beside : tuple of str
        Words with a capital that may stand beside a name.
    titles : tuple of str
        What an item begins with that is no name.
    regions : tuple of str
        Headings that part a list.
    """

    spaced: bool = True
    conjunctions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    memberships: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    qualifiers: Mapping[str, tuple[str, ...]] = _NONE
    further: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    before: Mapping[str, tuple[str, ...]] = _NONE
    behind: Mapping[str, tuple[str, ...]] = _NONE
    behalf: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    speaks: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
