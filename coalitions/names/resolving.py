"""Turn a state's name as somebody wrote it into a state, or refuse it and suggest one.

A name resolves only if its normalised spelling is in the tables of ``coalitions/reference``.
Nearness of spelling makes suggestions and never a decision.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import warn
from coalitions.names import cut, leftovers, notices
from coalitions.names.conjunctions import first_halves
from coalitions.names.decoding import entities, garbled
from coalitions.names.formerly import former_codes
from coalitions.names.gazetteer import tables
from coalitions.names.groups import group_of, is_entered
from coalitions.names.languages import further_keys, further_meanings
from coalitions.names.readings import mark, read
from coalitions.names.spelling import normalise
from coalitions.names.suggesting import is_double, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


#: What is longer than any name (letters) is prose, and is not looked up word by word.
_LONGEST = 400


class Resolution(NamedTuple):
    """What a name turned out to be.

    Attributes
    ----------
    name : str
        The name as it was given.
    signatory : str or None
        ISO 3166-1 alpha-3 code (or one of the codes of ``states.csv`` where ISO has none); None
        unless the name stands for exactly one entry.
    kind : str
        ``member``, ``observer``, ``non-member`` or ``former`` (a member that is no more) for a
        resolved name; ``group``, ``ambiguous`` or ``unknown`` for a refused one.
    suggestions : tuple of str
        UN names: the candidates of an ambiguous name; of an unknown one the nearest, three at
        most.
    """

    name: str
    signatory: str | None
    kind: str
    suggestions: tuple[str, ...]


def resolve(name: str, date: str = "") -> Resolution:
    """Return what one name stands for, at a date if one is given.

    Parameters
    ----------
    name : str
        A name as written; an ISO 3166-1 alpha-3 code in capitals also counts as one. Two-letter
        codes do not, apart from the acronyms that the press uses (UK, US). Abbreviations ("S.
        Sudan"), turned names ("Ireland, Republic of"), a second name of the same state in brackets
        ("Myanmar (formerly Burma)") and marks of footnotes ("Chad*") are read by rule.
    date : str
        When it was written, YYYY-MM-DD, YYYY-MM or YYYY: states that are no more are found at
        dates at which they were, and no state of today is found where it was not clear whose name
        it was ("Germany" in 1985). "" is today.

    Returns
    -------
    Resolution
        The state, or what speaks against one.

    Raises
    ------
    TypeError
        If `name` is no text.

    Examples
    --------
    >>> resolve("the Plurinational State of Bolivia").signatory
    'BOL'
    >>> resolve("Guinea-Bisau")
    Resolution(name='Guinea-Bisau', signatory=None, kind='unknown', suggestions=('Guinea-Bissau',))
    >>> resolve("USSR", "1985").signatory, resolve("USSR").signatory
    ('SUN', None)
    """
    if not isinstance(name, str):
        raise TypeError(f"a name must be text, not {type(name).__name__}: {name!r}")
    if len(name) > _LONGEST:
        return Resolution(name, None, "unknown", ())
    found = read(name, date)
    if found.kind == "unknown":
        return Resolution(name, None, found.kind, () if found.why else _suggestions(name))
    if found.kind == "ambiguous":
        candidates = sorted(tables().states[code]["name"] for code in found.codes)
        return Resolution(name, None, found.kind, tuple(candidates))
    return Resolution(name, found.one or None, found.kind, ())


def code_in(cell: str, date: str = "") -> str:
    """Return the state that a cell of a table holds, as a code or by name; "" for none.

    A code counts in a cell where it is no name in a text ("AND").

    Examples
    --------
    >>> code_in("AND"), code_in("Burma"), code_in("SUN", "1985"), code_in("SUN", "2020")
    ('AND', 'MMR', 'SUN', '')
    """
    found = read(cell, date)
    is_code = found.codes == (cell,) and not found.why and cell in tables().states
    return found.one or (cell if is_code else "")


def _suggestions(name: str) -> tuple[str, ...]:
    wrong = garbled(name)
    meant = read(wrong.text).one if wrong else ""
    return (tables().states[meant]["name"],) if meant else nearest(name)


def say_marks(names: Iterable[str]) -> None:
    """Warn of marks that were taken off names, and of HTML entities that were undone."""
    given = list(dict.fromkeys(names))
    if undone := list(dict.fromkeys(e for name in given for e in entities(name))):
        warn(notices.of_entities(undone))
    if marked := [name for name in given if mark(name)]:
        warn(notices.of_marks(marked))


_APART = "two states are written apart, by a comma or line by line"
_WITH_ARTICLE = re.compile(
    r"(?:Bahamas|Central|Comoros|Cook|Democratic|Dominican|European|Gambia|Holy|Lao|Maldives|Marshall"
    r"|Netherlands|Niger$|Order|Philippines|Republic|Russian|Solomon|State|Sudan|Syrian|United)"
)


def _with_article(name: str) -> str:
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def refusal(resolution: Resolution, date: str = "") -> str:
    """Return the line that tells a reader why a name was refused, and what to do.

    Parameters
    ----------
    resolution : Resolution
        A resolution without a signatory.
    date : str
        The date at which it was made.

    Returns
    -------
    str
        One line.

    Raises
    ------
    ValueError
        If the name did resolve.

    Examples
    --------
    >>> print(refusal(resolve("Cote dIvore")))
    "Cote dIvore" is not a known state (did you mean "Côte d'Ivoire"?)
    >>> print(refusal(resolve("African Group")))
    "African Group" is a group, not a state: name its members
    >>> print(refusal(resolve("Germany", "1985"), "1985"))
    "Germany" at that date (1985) may be the Federal Republic of Germany (DEU) or the German \
Democratic Republic (DDR): write the one that is meant
    """
    shown = f'"{" ".join(resolution.name.split())}"'
    if resolution.signatory is not None:
        raise ValueError(f"{shown} is not refused: it is {resolution.signatory}")
    if resolution.kind == "group":
        group = group_of(resolution.name)
        more = ', or take `groups="expanded"`' if group and is_entered(group) else ""
        return f"{shown} is a group, not a state: name its members{more}"
    if resolution.kind == "unknown" and not resolution.suggestions:
        told = leftovers.told(resolution.name, split_list)
        if told:
            return f"{shown} {told}"
    if why := read(resolution.name, date).why:
        return f"{shown} {why}"
    if resolution.kind == "ambiguous":
        return f"{shown} {_unclear(resolution)}"
    return f"{shown} {_unknown(resolution)}"


def _unclear(resolution: Resolution) -> str:
    candidates = [_with_article(name) for name in resolution.suggestions]
    *others, last = candidates
    if years := read(resolution.name).ended:
        came = f"{', '.join(others)} and {last}" if others else last
        apart = f"; {_APART}" if " and " in normalise(resolution.name) else ""
        codes = " or ".join(former_codes(normalise(resolution.name)))
        code = f"; its code is {codes}" if codes else ""
        return (
            f"is a state that is no more ({years}{code}), followed by {came}: "
            f"whether a successor stands for it is yours to decide{apart}"
        )
    if not others:
        return f'is not clear: write "{last}" if that is meant'
    return f"may be {', '.join(others)} or {last}: write one of them"


def _unknown(resolution: Resolution) -> str:
    name = resolution.name
    if wrong := garbled(name):
        if wrong.text == name:
            return f"is not whole: {wrong.why}; take it from its source again"
        return f'was {wrong.why}: it should be "{wrong.text}"'
    if resolution.suggestions:
        meant = " or ".join(f'"{candidate}"' for candidate in resolution.suggestions)
        half = normalise(name).partition(" and ")[0] in tables().heads
        apart = f"; {_APART}" if half else ""
        return f"is not a known state (did you mean {meant}?){apart}"
    several = split_list(name)
    if len(several) > 1 and all(read(part).one for part in several):
        return f"holds {len(several)} names ({'; '.join(several)}): write them one by one"
    return "is not a known state"


def split_list(text: str) -> list[str]:
    """Cut a list of names, one a line or in prose, into names.

    Commas, semicolons, "and", "&" and "as well as" part names, and beside a known name the "and" of
    another language ("y", "et", "und", "и", "和"); so do line breaks in a list of one a
    line (with or without commas at the ends) and before bullets and numbers, and columns of names
    (tabs, upright lines). What brackets hold stays with the words before. In prose a line
    break is white space. Names that hold a separator ("Bosnia and Herzegovina", "Korea, Republic
    of") stay whole: at each place the longest known spelling wins. Lines that begin with ``#``
    and empty lines are left out.

    Parameters
    ----------
    text : str
        The list.

    Returns
    -------
    list of str
        The names as written, white space collapsed, in order. What is no known name is returned
        all the same, so that loading refuses it: nothing is dropped.

    Examples
    --------
    >>> split_list("Austria, Bosnia and Herzegovina, and the Netherlands.")
    ['Austria', 'Bosnia and Herzegovina', 'the Netherlands']
    """
    return cut.cut(leftovers.columns(text), _known())


@functools.cache
def _known() -> cut.Known:
    """Return how `split_list` knows a name when it sees one."""
    known = tables()
    return cut.Known(
        lambda name: read(name).kind != "unknown",
        known.inverted,
        heads=known.heads.keys(),
        halves=_halves(),
        is_near=is_double,
    )


def _halves() -> frozenset[str]:
    """Return the first halves of names of two halves, in every language that is read."""
    heads, keys = tables().heads, tables().keys
    double = set(heads.values())
    names = [key for key, code in keys.items() if code in double]
    names += [key for key in further_keys() if double & {m.code for m in further_meanings(key)}]
    return frozenset(heads) | first_halves(names)
