"""Turn a state's name as somebody wrote it into a state, or refuse it and suggest one.

A name resolves only if its normalised spelling is in the tables of ``coalitions/reference``.
Nearness of spelling makes suggestions and never a decision.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from coalitions import listing
from coalitions.errors import UnresolvedNameError, listed
from coalitions.gazetteer import tables
from coalitions.spelling import clean, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

# Below this similarity (0 to 100), above this many letters put in or left out, or for keys shorter
# than this, a suggestion is noise ("Western Sahara" is not a slip of the pen for "Western Samoa").
_CUTOFF = 78.0
_LETTERS_OFF = 4
_SHORTEST = 4
_SUGGESTIONS = 3
# In a text in capitals this is the conjunction far more often than the code of Andorra.
_WORDS = {"AND": "AND"}


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
        ``member``, ``observer`` or ``non-member`` for a resolved name; ``group``, ``ambiguous`` or
        ``unknown`` for a refused one.
    suggestions : tuple of str
        UN names: the candidates of an ambiguous name; of an unknown one the nearest, three at
        most.
    """

    name: str
    signatory: str | None
    kind: str
    suggestions: tuple[str, ...]


def _lookup(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a name and the codes that it may stand for, without suggestions."""
    known = tables()
    code = name.strip()
    if code in _WORDS:
        return "ambiguous", (_WORDS[code],)
    if code not in known.states:
        written = clean(name)
        key = written.casefold()
        if key in known.ambiguous:
            return "ambiguous", known.ambiguous[key]
        if key in known.groups:
            return "group", ()
        code = known.keys.get(key) or known.capitals.get(written, "")
    if not code:
        return "unknown", ()
    return known.states[code]["kind"], (code,)


def _nearest(name: str) -> tuple[str, ...]:
    known = tables()
    key = normalise(name)
    for acronym, code in known.capitals.items():
        if acronym.casefold() == key:
            return (known.states[code]["name"],)
    if len(key) < _SHORTEST:
        return ()
    found = process.extract(
        key, list(known.keys), scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=None
    )
    ranked = sorted(
        (-score, known.states[known.keys[near]]["name"])
        for near, score, _ in found
        if Indel.distance(key, near) <= _LETTERS_OFF
    )
    return tuple(dict.fromkeys(candidate for _, candidate in ranked))[:_SUGGESTIONS]


def resolve(name: str) -> Resolution:
    """Return what one name stands for.

    Parameters
    ----------
    name : str
        A name as written; an ISO 3166-1 alpha-3 code in capitals also counts as one. Two-letter
        codes do not, apart from the acronyms that the press uses (UK, US).

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
    """
    if not isinstance(name, str):
        raise TypeError(f"a name must be text, not {type(name).__name__}: {name!r}")
    kind, codes = _lookup(name)
    if kind == "unknown":
        return Resolution(name, None, kind, _nearest(name))
    if kind == "ambiguous":
        candidates = sorted(tables().states[code]["name"] for code in codes)
        return Resolution(name, None, kind, tuple(candidates))
    return Resolution(name, codes[0] if codes else None, kind, ())


def resolve_names(names: Iterable[str]) -> pd.DataFrame:
    """Return what each name stands for, one row a name.

    Parameters
    ----------
    names : iterable of str
        Names as written.

    Returns
    -------
    pandas.DataFrame
        Columns ``name`` (as given), ``signatory`` (ISO 3166-1 alpha-3, or None), ``kind``
        (``member``, ``observer``, ``non-member``, ``group``, ``ambiguous``, ``unknown``),
        ``suggestions`` (tuple of UN names); rows in the order given.

    Raises
    ------
    TypeError
        If a name is no text.

    Examples
    --------
    >>> resolve_names(["UAE", "Korea", "African Group"])[["signatory", "kind"]].to_numpy().tolist()
    [['ARE', 'member'], [None, 'ambiguous'], [None, 'group']]
    """
    import pandas as pd  # noqa: PLC0415 - resolving single names must not wait for pandas

    rows = [resolve(name) for name in listed(names, "names")]
    return pd.DataFrame(rows, columns=list(Resolution._fields), dtype=object)


def require(names: Iterable[str]) -> list[str]:
    """Return the code of each name, or refuse all that have none.

    Parameters
    ----------
    names : iterable of str
        Names as written.

    Returns
    -------
    list of str
        ISO 3166-1 alpha-3 codes, in the order given.

    Raises
    ------
    UnresolvedNameError
        If any name is unknown, ambiguous or a group; it lists every one.

    Examples
    --------
    >>> require(["la Chine", "Burma"])
    ['CHN', 'MMR']
    """
    found = [resolve(name) for name in listed(names, "names")]
    refused = [refusal(one) for one in found if one.signatory is None]
    if refused:
        raise UnresolvedNameError(refused)
    return [one.signatory for one in found if one.signatory is not None]


_WITH_ARTICLE = re.compile(
    r"(?:Bahamas|Central|Comoros|Cook|Democratic|Dominican|European|Gambia|Holy|Lao|Maldives|Marshall"
    r"|Netherlands|Niger$|Order|Philippines|Republic|Russian|Solomon|State|Sudan|Syrian|United)"
)


def _with_article(name: str) -> str:
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def refusal(resolution: Resolution) -> str:
    """Return the line that tells a reader why a name was refused, and what to do.

    Parameters
    ----------
    resolution : Resolution
        A resolution without a signatory.

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
    """
    shown = f'"{" ".join(resolution.name.split())}"'
    if resolution.signatory is not None:
        raise ValueError(f"{shown} is not refused: it is {resolution.signatory}")
    if resolution.kind == "group":
        return f"{shown} is a group, not a state: name its members"
    if resolution.kind == "ambiguous":
        *others, last = map(_with_article, resolution.suggestions)
        if not others:
            return f'{shown} is not clear: write "{resolution.suggestions[0]}" if that is meant'
        return f"{shown} may be {', '.join(others)} or {last}: write one of them"
    if not resolution.suggestions:
        return f"{shown} is not a known state"
    meant = " or ".join(f'"{name}"' for name in resolution.suggestions)
    return f"{shown} is not a known state (did you mean {meant}?)"


def split_list(text: str) -> list[str]:
    """Cut a list of names, one a line or in prose, into names.

    Commas, semicolons, "and", "&" and "as well as" part names; so do line breaks in a list of one a
    line (with or without commas at the ends) and before bullets and numbers. In prose a line
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
        all the same, so that `require` refuses it: nothing is dropped.

    Examples
    --------
    >>> split_list("Austria, Bosnia and Herzegovina, and the Netherlands.")
    ['Austria', 'Bosnia and Herzegovina', 'the Netherlands']
    """
    known = tables()
    return listing.cut(text, lambda name: _lookup(name)[0] != "unknown", known.inverted)
