"""The states and other signatories that names resolve to, from ``coalitions/reference``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names import cut
from coalitions.names.formerly import FORMER, rows_of, spellings
from coalitions.names.spelling import clean, normalise

if TYPE_CHECKING:
    import pandas as pd


class Tables(NamedTuple):
    """What ``reference`` holds, as names are looked up.

    Attributes
    ----------
    rows : tuple of dict
        The rows of ``states.csv``.
    states : dict
        Code → its row.
    spellings : dict
        Code → every spelling as written, sorted.
    keys, capitals : dict
        Normalised spelling → code; acronym in capitals → code.
    ambiguous : dict
        Normalised spelling → the codes that it may stand for.
    groups : dict
        Normalised name of a group of states → what the group is called.
    memberships : tuple of dict
        The rows of ``memberships.csv``.
    inverted : frozenset of tuple
        Names that hold a comma, cut at it.
    ended : dict
        Normalised name of a state that is no more → its years, as far as they are entered.
    elsewhere : frozenset of str
        Normalised names that are nearly a state's and mean something else: nothing is suggested.
    heads : dict
        Normalised first half of a name of two halves ("Trinidad") → code.
    """

    rows: tuple[dict[str, str], ...]
    states: dict[str, dict[str, str]]
    spellings: dict[str, tuple[str, ...]]
    keys: dict[str, str]
    capitals: dict[str, str]
    ambiguous: dict[str, tuple[str, ...]]
    groups: dict[str, str]
    memberships: tuple[dict[str, str], ...]
    inverted: frozenset[tuple[str, ...]]
    ended: dict[str, str]
    elsewhere: frozenset[str]
    heads: dict[str, str]


@functools.cache
def tables() -> Tables:
    """Return the tables, read once.

    Examples
    --------
    >>> tables().keys["burma"]
    'MMR'
    """
    rows = tuple(rows_of("states.csv"))
    states = {row["signatory"]: row for row in rows}
    written = {code: {row["name"], row["short"]} for code, row in states.items()}
    keys = {normalise(row["name"]): code for code, row in states.items() if row["kind"] != FORMER}
    capitals: dict[str, str] = {}
    ambiguous: dict[str, tuple[str, ...]] = {}
    inverted: set[tuple[str, ...]] = set()
    ended: dict[str, str] = {}
    for row in rows_of("aliases.csv"):
        alias, code = row["alias"], row["signatory"]
        if "," in alias:
            inverted.add(cut.inverted(alias))
        if row["kind"] == "ambiguous":
            key = normalise(alias)
            ambiguous[key] = (*ambiguous.get(key, ()), code)
            if row["until"]:
                ended[key] = f"{row['since']} to {row['until']}"
            continue
        written[code].add(alias)
        if row["kind"] == "acronym":
            capitals[clean(alias)] = code
        else:
            keys[normalise(alias)] = code
    for alias, code in spellings():
        written[code].add(alias)
        if "," in alias:
            inverted.add(cut.inverted(alias))
        key, name = normalise(alias), normalise(states[code]["name"])
        if key not in keys and name in ambiguous:  # with the successors of the name in English
            ambiguous.setdefault(key, ambiguous[name])
            ended.setdefault(key, ended[name])
    return Tables(
        rows,
        states,
        {code: tuple(sorted(found)) for code, found in written.items()},
        keys,
        capitals,
        ambiguous,
        {normalise(row["alias"]): row["name"] for row in rows_of("groups.csv")},
        tuple(rows_of("memberships.csv")),
        frozenset(inverted),
        ended,
        frozenset(normalise(row["alias"]) for row in rows_of("elsewhere.csv")),
        _heads(states, keys),
    )


def _heads(states: dict[str, dict[str, str]], keys: dict[str, str]) -> dict[str, str]:
    """Return the first halves of the states that are two by name: islands, provinces."""
    names = {code: normalise(row["name"]) for code, row in states.items()}
    double = {code for code, key in names.items() if " and " in key and " of " not in key}
    return {
        key.partition(" and ")[0]: code
        for key, code in keys.items()
        if code in double and " and " in key and " of " not in key
    }


def states() -> pd.DataFrame:
    """Return the states and other signatories that names resolve to.

    Returns
    -------
    pandas.DataFrame
        Columns ``signatory``, ``name`` (UN short name), ``short`` (a label), ``kind`` (``member``,
        ``observer``, ``non-member``; ``former`` of a member that is no more), ``group`` (UN
        regional group, empty for none), ``admitted`` (YYYY-MM-DD, empty for non-members), ``from``
        and ``until`` (when it could sign as a member or an observer; several times with
        semicolons between), ``note``; all text, sorted by ``signatory``.

    Examples
    --------
    >>> table = states()
    >>> int((table["kind"] == "member").sum())
    193
    """
    import pandas as pd  # noqa: PLC0415 - resolving single names must not wait for pandas

    return pd.DataFrame(list(tables().rows), dtype=str)


def known(code: str) -> bool:
    """Return whether a code is one that names resolve to.

    Parameters
    ----------
    code : str
        An ISO 3166-1 alpha-3 code, in capitals.

    Returns
    -------
    bool
        True for the codes of `states`, states that are no more included.

    Examples
    --------
    >>> known("CUB"), known("cub"), known("ATL")
    (True, False, False)
    """
    return code in tables().states


def aliases() -> dict[str, tuple[str, ...]]:
    """Return every spelling of every state, as written, for a search.

    Returns
    -------
    dict of str to tuple of str
        Code to its name, its label and its aliases in all languages, sorted by code point;
        ambiguous names are left out.

    Examples
    --------
    >>> "Burma" in aliases()["MMR"]
    True
    """
    return dict(tables().spellings)
