"""What a name as written stands for, by exact spelling and by a few rules that cannot guess."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from coalitions.dates import day
from coalitions.names.abbreviations import written_out
from coalitions.names.decoding import unescape
from coalitions.names.formerly import is_over, meant_then, times, unclear_then
from coalitions.names.gazetteer import tables
from coalitions.names.groups import group_of_key
from coalitions.names.languages import spelt
from coalitions.names.spelling import clean, footnote

# In a text in capitals this is the conjunction far more often than the code of Andorra.
_WORDS = {"AND": "AND"}
_CODE = re.compile(r"[A-Z]{3}")
_BRACKETS = re.compile(r"^([^()\[\]（）]+?)\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]|（([^（）]+)）)\s*$")
_SLASH = re.compile(r"^([^/]+?)\s*/\s*([^/]+)$")
_ALSO = (
    r"(?:formerly|former|previously|once|also\s+known\s+as|also\s+called|also|a\.?k\.?a\.?|known\s+as"
    r"|now|today|currently|officially|hereinafter|hereafter|i\.?e\.?|or|iso(?:\s*3166(?:-1)?)?:?"
    r"|ex(?:\s*-\s*|\s+)|anciennement|ex-?|antes)"
)
_INTRODUCED = re.compile(
    rf"^{_ALSO}(?:\s+(?:known\s+as|called|the))?[\s,:]*(?<![a-z](?=\w))(?=\W*\w)", re.IGNORECASE
)
_BEHIND = re.compile(
    r"^(.+?)[,;]?\s+(?:formerly(?:\s+known\s+as)?|previously|now|also\s+known\s+as|a\.?k\.?a\.?)\s+(.+)$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[,\s]+(?:until|till|before|since|from)\s+\d{4}$", re.IGNORECASE)


_STATES = ("member", "observer", "non-member", "former")


class Reading(NamedTuple):
    """What a name stands for.

    Attributes
    ----------
    kind : str
        ``member``, ``observer``, ``non-member``, ``former`` (a member that is no more); ``group``,
        ``ambiguous``, ``unknown``.
    codes : tuple of str
        The state, or the states that an ambiguous name may mean.
    why : str
        What to tell the user where the kind alone does not say it.
    ended : str
        Of a state that is no more, its years.
    """

    kind: str
    codes: tuple[str, ...] = ()
    why: str = ""
    ended: str = ""

    @property
    def one(self) -> str:
        """The code of the state, or "" where the name is refused."""
        return self.codes[0] if self.kind in _STATES else ""


_UNKNOWN = Reading("unknown")


def _of(code: str) -> Reading:
    return Reading(tables().states[code]["kind"], (code,))


def _of_key(key: str, date: str) -> Reading:
    """Return what a spelling in its normal form stands for at a date."""
    if then := _then(key, date):
        return then
    known = tables()
    if key in known.ambiguous:
        return Reading("ambiguous", known.ambiguous[key], ended=known.ended.get(key, ""))
    return _today(known.keys[key], date)


def _then(key: str, date: str) -> Reading | None:
    """Return what a spelling stood for at a date, where that is told."""
    codes = meant_then(key, date)
    if len(codes) > 1:
        named = " or ".join(f"{tables().states[code]['name']} ({code})" for code in codes)
        why = f"{_at(date)} may be {named}: write the code of the one that is meant"
        return Reading("ambiguous", codes, why)
    return _of(codes[0]) if codes else None


def _today(code: str, date: str) -> Reading:
    """Return the state of today that a name stands for, if it is clear at a date who that was."""
    if unclear := unclear_then(code, date):
        what = "that one" if len(unclear.meant) == 1 else "the one that is meant"
        what = f"{code} if the state of today stands for it" if unclear.meant == (code,) else what
        why = f"{_at(date)} {unclear.note}: write {what}"
        return Reading("ambiguous", unclear.meant, why)
    return _of(code)


def _at(date: str) -> str:
    return f"at that date ({day(date)})"


def _of_code(code: str, date: str) -> Reading:
    """Return what a code stands for: its state, unless that is no more."""
    if is_over(code, date):
        over = day(times()[code][-1].until)
        why = f"{_at(date)} is the code of a state that is no more, since {over}"
        return Reading("ambiguous", (code,), why)
    return _of(code)


def exact(name: str, date: str = "") -> Reading:
    """Return what the tables hold under a name, at a date if one is given.

    Examples
    --------
    >>> exact("Burma"), exact("S. Sudan").kind
    (Reading(kind='member', codes=('MMR',), why='', ended=''), 'unknown')
    >>> exact("Soviet Union", "1985").one, exact("Soviet Union", "1995").one
    ('SUN', '')
    """
    known = tables()
    code = name.strip()
    if code in _WORDS:
        return Reading("ambiguous", (_WORDS[code],))
    written = clean(name)
    key = written.casefold()
    if then := _then(key, date):
        return then
    if key in known.ambiguous:  # before codes: "UAR" is one, and was Egypt's name for ten years
        return _of_key(key, date)
    if code in known.states:
        return _of_code(code, date)
    code = known.keys.get(key) or known.capitals.get(written, "")
    if not code and group_of_key(key):
        return Reading("group")
    return _today(code, date) if code else _in_any_language(name, key, date)


def _in_any_language(name: str, key: str, date: str) -> Reading:
    """Return what a name that our own tables lack means in the languages of the world."""
    codes = tuple(sorted({each.code for each in spelt(name, key)}))
    if len(codes) > 1:
        return Reading("ambiguous", codes)
    return _today(codes[0], date) if codes else _UNKNOWN


@functools.lru_cache(maxsize=8192)
def read(name: str, date: str = "") -> Reading:
    """Return what a name stands for: as the tables have it, or by the first rule that fits.

    Parameters
    ----------
    name : str
        A name as written.
    date : str
        When it was written: a day, a month, a year; "" is today.

    Returns
    -------
    Reading

    Notes
    -----
    The rules, in order; each only leads to a spelling that the tables hold:

    1. HTML entities are undone.
    2. Marks of footnotes at the ends go ("China1", "*Chad").
    3. Words in brackets or behind a comma come first ("Ireland, Republic of"), and shortened
       words are written out ("S. Sudan", "Solomon Is.").
    4. A second name in brackets, behind a slash or behind "formerly" must be the same state's
       ("Myanmar (formerly Burma)", "Albania (ALB)").

    Examples
    --------
    >>> read("Czechia (Czech Republic)").one, read("Eq. Guinea*").one
    ('CZE', 'GNQ')
    >>> print(read("Niger (Nigeria)").why)
    names two states, Niger and Nigeria: write the one that is meant
    >>> read("Germany (Fed. Rep.)", "1985").one, read("Germany", "1985").codes
    ('DEU', ('DEU', 'DDR'))
    """
    found = exact(name, date)
    if found.kind != "unknown":
        return found
    for shorter in (unescape(name), footnote(name)[0]):
        if shorter != name and shorter and (found := read(shorter, date)).kind != "unknown":
            return found
    readings = {_of_key(key, date) for key in written_out(name)}
    if len(readings) == 1:
        return readings.pop()
    if readings:
        return Reading("ambiguous", tuple(sorted({c for each in readings for c in each.codes})))
    return _second_name(name, date)


def _second_name(name: str, date: str) -> Reading:
    """Return what a name with another behind it stands for, if both are one state's."""
    for pattern in (_BRACKETS, _SLASH, _BEHIND):
        if match := pattern.match(name):
            first, second, *_ = [part for part in match.groups() if part]
            break
    else:
        return _UNKNOWN
    one = read(first, date)
    if one.kind not in (*_STATES, "ambiguous"):
        return _UNKNOWN
    second = _YEARS.sub("", _INTRODUCED.sub("", second.strip())).strip("\"'“”‘’ ")
    is_code = _CODE.fullmatch(second) and second in tables().states
    other = _of_code(second, date) if is_code else read(second, date)
    return _both(one, other, second)


def _both(one: Reading, other: Reading, second: str) -> Reading:
    """Return what a name and the one behind it stand for together."""
    # "Korea (ROK)": the second name says which of the two is meant.
    if other.one in one.codes and not one.ended:
        return other
    if not one.one:
        return one
    shown = tables().states[one.one]["name"]
    if other.one:
        named = tables().states[other.one]["name"]
        kinds = {tables().states[code]["kind"] for code in (one.one, other.one)}
        two = "signatories" if "non-member" in kinds else "states"
        why = f"names two {two}, {shown} and {named}: write the one that is meant"
        return Reading("ambiguous", (one.one, other.one), why)
    if other.kind == "ambiguous" and not other.ended:
        return Reading("unknown", (), f'holds "{second}", which is not clear: leave it out')
    if other.kind == "ambiguous":
        why = f'names {shown} and "{second}", which may be another: write the one that is meant'
        return Reading("unknown", (), why)
    return Reading("unknown", (), f'holds "{second}", which is no name of {shown} that is known')


def mark(name: str) -> str:
    """Return the marks of a footnote that a name carries, if it is a name without them.

    Examples
    --------
    >>> mark("Kyrgyzstan*"), mark("China1"), mark("Group of 77"), mark("Cuba")
    ('*', '1', '', '')
    """
    bare, marks = footnote(name)
    return marks if marks and read(bare).one and read(name).one == read(bare).one else ""
