"""Names with abbreviated or turned words → the known spellings that they can only stand for."""

from __future__ import annotations

import functools
import re

from coalitions.names.gazetteer import tables
from coalitions.names.qualifiers import SHORT, qualifies
from coalitions.names.spelling import normalise

# So many letters of a word with a dot behind them are enough to know it again beside other words.
_TELLING = 3
_DOTTED = re.compile(rf"\b(\w{{{_TELLING},}})\.")
# "S.Sudan" is two words, "U.K." is one.
_CLOSE = re.compile(r"\.(?=[^\W\d_]{2})")
_TURNED = re.compile(
    r"^([^,，()（）\[\]]+?)\s*(?:[,，]\s*([^,，()（）]+)|[(（\[]([^()（）\[\]]+)[)）\]])\s*$"
)

# "Moldova, República de": in other languages, too, words that ask for the name behind them.
_OPEN = re.compile(r"\s(?:de|del|du|des|da|do|dos|das|d['’]|de\s+la)\Z", re.IGNORECASE)


def turned(name: str) -> str:
    """Return a name whose qualifying words stand behind it in their usual order, or "".

    Examples
    --------
    >>> turned("Ireland, Republic of"), turned("Korea (Rep.)"), turned("Niger (Nigeria)")
    ('Republic of Ireland', 'Rep. Korea', '')
    """
    match = _TURNED.match(name)
    behind = (match[2] or match[3]).strip() if match else ""
    known = match and (qualifies(behind) or _OPEN.search(behind))
    return f"{behind} {match[1].strip()}" if match and known else ""


@functools.lru_cache(maxsize=8192)
def written_out(name: str) -> tuple[str, ...]:
    """Return the known spellings that a name with shortened or turned words can stand for.

    Parameters
    ----------
    name : str
        A name that no table holds.

    Returns
    -------
    tuple of str
        Keys of the tables, ambiguous ones included; empty where none fits.

    Examples
    --------
    >>> written_out("S. Sudan"), written_out("China, Rep."), written_out("W. Sahara")
    (('south sudan',), ('republic of china',), ())
    """
    name = _CLOSE.sub(". ", name)
    dotted = {normalise(word) for word in _DOTTED.findall(name)}
    other = turned(name)
    found: dict[str, None] = {}
    known = tables()
    for order in (name, other):
        words = normalise(order).split()
        short = [word for word in words if word in SHORT or word in dotted]
        # A lone word is too little, and a word that no name holds makes it no name.
        if len(words) < 2 or not (short or order is other):  # noqa: PLR2004 - one word alone
            continue
        if not _vocabulary().issuperset(set(words).difference(short)):
            continue
        spelt = re.compile("(?: of)? ".join(_forms(word, dotted) for word in words))
        found |= dict.fromkeys(filter(spelt.fullmatch, known.keys))
        found |= dict.fromkeys(filter(spelt.fullmatch, known.ambiguous))
    return tuple(found)


@functools.cache
def _vocabulary() -> frozenset[str]:
    keys = [*tables().keys, *tables().ambiguous]
    return frozenset(word for key in keys for word in key.split())


def _forms(word: str, dotted: set[str]) -> str:
    """Return a pattern for what one word may be, written out."""
    forms = [re.escape(form) for form in (word, *SHORT.get(word, ()))]
    if word in dotted:
        forms.append(rf"{re.escape(word)}\w*")
    return f"(?:{'|'.join(forms)})"
