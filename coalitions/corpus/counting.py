"""How many, of what: states are counted, and who is named beside them is named apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from coalitions.bounds import Interval, Room, overlap_within, room_of
from coalitions.corpus.noun import SIGNATORY, words_for
from coalitions.corpus.within import on_any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coalitions.corpus.corpus import Corpus

#: As many that are no states are named in a sentence; more are counted.
NAMED_APART = 2

_WITH_ARTICLE = re.compile(
    r"(?:Bahamas|Central African|Comoros|Congo$|Cook|Democratic|Dominican|DR Congo|European|Gambia"
    r"|Holy|Maldives|Marshall|Netherlands|Niger$|Order|Philippines|Russian|Solomon|Sudan$|Syrian"
    r"|United)"
)
_SHORTENED = re.compile(r"[A-Z]{2,}$|.*\.")
_SECOND_NAME = re.compile(r" (?:\(.*|of America|of Great Britain .*)$")


class Tally(NamedTuple):
    """How many of what is counted, and who is named, or may be, beside them.

    Attributes
    ----------
    found : Interval
        How many states; where the signatories are none, how many signatories.
    apart : tuple of str
        Signatories who are certainly among those counted and are no member or observer of the UN.
    perhaps : tuple of str
        Those of whom a partial list does not say whether they are.
    """

    found: Interval
    apart: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def nouns(corpus: Corpus) -> tuple[str, str]:
    """Return what is counted, one and many: who is no state is not among them.

    Examples
    --------
    >>> from coalitions import load
    >>> nouns(load("unga75")), nouns(load("unga75", noun="country"))
    (('state', 'states'), ('country', 'countries'))
    """
    return words_for(corpus.noun, corpus.members)


def members(corpus: Corpus, number: int) -> str:
    """Return the word for signatories who are not told apart: "states", "senators".

    Where some of them are states and some are not, it is "signatories".

    Examples
    --------
    >>> from coalitions import load
    >>> members(load("unga75"), 1), members(load("unga75"), 0)
    ('state', 'states')
    """
    return (SIGNATORY if corpus.mixed else nouns(corpus))[int(number != 1)]


def tally(corpus: Corpus, who: Iterable[str]) -> Tally:
    """Return how many of some signatories are states, and who of them are none.

    Examples
    --------
    >>> from coalitions import load
    >>> tally(load("unga75"), ["CUB", "CHN"]).found
    Interval(low=2, high=2)
    """
    names = set(who)
    apart = tuple(sorted(names & corpus.apart))
    number = len(names) - len(apart)
    return Tally(Interval(number, number), apart)


def list_tally(corpus: Corpus, statement: str) -> Tally:
    """Return how many signed a statement: those it names, and those it only declares."""
    if corpus.unknown[statement]:
        states = int(corpus.could[statement]) - len(corpus.apart)
        return Tally(Interval(0, states), (), _sorted(corpus.apart))
    known = tally(corpus, _named(corpus, statement))
    unnamed = int(corpus.unnamed[statement])
    if not unnamed:
        return known
    return _opened(corpus, known, Interval(unnamed, unnamed))


def _opened(corpus: Corpus, known: Tally, more: Interval) -> Tally:
    """Return a tally with so many more, who may be those that stand apart."""
    perhaps = tuple(sorted(corpus.apart - set(known.apart)))
    low = known.found.low + max(0, more.low - len(perhaps))
    return Tally(Interval(low, known.found.high + more.high), known.apart, perhaps)


def _named(corpus: Corpus, statement: str) -> set[str]:
    return set(corpus.lists.members(statement))


def overlap_tally(corpus: Corpus, a: str, b: str) -> Tally:
    """Return how many signed both statements, as far as the lists tell.

    Examples
    --------
    >>> from coalitions import load
    >>> both = ("2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba")
    >>> overlap_tally(load("unga75"), *both).found
    Interval(low=19, high=45)
    """
    lists = [_named(corpus, key) for key in (a, b)]
    one, other = (names - corpus.apart for names in lists)
    unnamed = [int(corpus.unnamed[key]) for key in (a, b)]
    unnamed_most = [int(corpus.unnamed_most[key]) for key in (a, b)]
    open_ = [
        corpus.apart - names if n else frozenset()
        for names, n in zip(lists, unnamed_most, strict=True)
    ]
    shared, room = len(one & other), _room(corpus, (a, b), (one, other))
    # The fewest states: whoever stands apart takes a place among the unnamed; the most: nobody.
    fewest = [max(0, n - len(who)) for n, who in zip(unnamed, open_, strict=True)]
    states = [int(corpus.could[key]) - len(corpus.apart) for key in (a, b)]
    most = [
        min(n, number - len(names))
        for n, number, names in zip(unnamed_most, states, (one, other), strict=True)
    ]
    low, _ = overlap_within(shared, room, *fewest)
    _, high = overlap_within(shared, room, *most)
    certain = lists[0] & lists[1] & corpus.apart
    could = (lists[0] | open_[0]) & (lists[1] | open_[1]) & corpus.apart
    return Tally(Interval(int(low), int(high)), _sorted(certain), _sorted(could - certain))


def _room(corpus: Corpus, statements: Sequence[str], lists: Sequence[set[str]]) -> Room:
    """Return the room of two lists of states among those that could have signed them."""
    one, other = lists
    if corpus.universes is None:
        both = corpus.universe - len(one | other)
        return Room(len(one - other), len(other - one), both, 0, 0)
    places = corpus.lists.rows.get_indexer(pd.Index(list(statements)))
    first, second = (corpus.universes.of(int(n)) - corpus.apart for n in places)
    return room_of(one, other, first, second)


def union_tally(corpus: Corpus, statements: Iterable[str]) -> Tally:
    """Return how many signed at least one of some statements, as far as the lists tell."""
    keys = list(statements)
    lists = [_named(corpus, key) for key in keys]
    unnamed = [int(corpus.unnamed[key]) for key in keys]
    unnamed_most = [int(corpus.unnamed_most[key]) for key in keys]
    certain = frozenset[str]().union(*lists) & corpus.apart
    perhaps = corpus.apart - certain if any(unnamed_most) else frozenset()
    open_ = [max(0, n - len(corpus.apart - names)) for names, n in zip(lists, unnamed, strict=True)]
    low = on_any(corpus, keys, open_, corpus.apart).low
    high = on_any(corpus, keys, unnamed_most, corpus.apart).high
    return Tally(Interval(low, high), _sorted(certain), _sorted(perhaps))


def _sorted(who: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(who))


def amount(corpus: Corpus, counted: Tally | Interval) -> str:
    """Return "37 states", "19 to 45 states and the European Union", "no state", "2 others".

    Examples
    --------
    >>> from coalitions import load
    >>> amount(load("unga75"), Interval(19, 45)), amount(load("unga75"), Interval(0, 0))
    ('19 to 45 states', 'no state')
    """
    if not isinstance(counted, Tally):
        low, high = counted
        counted = Tally(Interval(low, high))
        words = members(corpus, 1), members(corpus, 2)
    else:
        words = nouns(corpus)
    text = _number(counted.found, words)
    nobody = counted.found == (0, 0)
    if counted.apart:
        beside = _beside(corpus, counted.apart, alone=nobody)
        between = "," if 1 < len(counted.apart) <= NAMED_APART else " and"
        text = beside if nobody else f"{text}{between} {beside}"
    if counted.perhaps:
        text = f"{text}, and perhaps {_beside(corpus, counted.perhaps, up_to='up to ')},"
    return text


def counted(corpus: Corpus, who: Iterable[str]) -> str:
    """Return how many some signatories are: "1 state and the European Union".

    Examples
    --------
    >>> from coalitions import load
    >>> counted(load("unga75"), ["CUB", "CHN"])
    '2 states'
    """
    return amount(corpus, tally(corpus, who))


def size(corpus: Corpus, statement: str, *, brief: bool = False) -> str:
    """Return how many signed a statement, in words: "45 states", "44 states and Kosovo".

    Who is unnamed on a partial list may stand apart, if anybody does: then all are "signatories".
    In ``brief`` nobody is named: "44 states and 1 other". Of a list of which neither a name nor a
    count is known it is "an unknown number of states".
    """
    if corpus.unknown[statement]:
        return f"an unknown number of {members(corpus, 2)}"
    found = list_tally(corpus, statement)
    if found.perhaps:
        number = int(corpus.named[statement] + corpus.unnamed[statement])
        return f"{number:,} {SIGNATORY[number != 1]}"
    number = len(found.apart)
    if brief and number and not found.found.high:
        return f"{number:,} {SIGNATORY[number != 1]}"
    if brief and number:
        others = f"{number:,} {'other' if number == 1 else 'others'}"
        return f"{amount(corpus, Tally(found.found))} and {others}"
    return amount(corpus, found)


def is_one(found: Tally) -> bool:
    """Say whether a verb after the amount stands in the singular."""
    return found.found.high + len(found.apart) + len(found.perhaps) == 1


def _number(found: Interval, words: tuple[str, str]) -> str:
    if found == (0, 0):
        return f"no {words[0]}"
    low, high = (f"{number:,}" for number in found)
    number = low if low == high else f"{low} to {high}"
    return f"{number} {words[found.high != 1]}"


def _beside(corpus: Corpus, who: Sequence[str], *, alone: bool = False, up_to: str = "") -> str:
    """Return who stands apart from states: by name where they are few."""
    if len(who) <= NAMED_APART:
        return " and ".join(spoken(corpus, name) for name in who)
    if alone:
        return f"{len(who):,} signatories that are not members or observers of the UN"
    return f"{up_to}{len(who):,} others"


def spoken(corpus: Corpus, signatory: str) -> str:
    """Return a name as it stands in a sentence: "the Netherlands", "the European Union".

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load("unga75")
    >>> [spoken(corpus, code) for code in ("CUB", "NLD", "GBR", "DOM")]
    ['Cuba', 'the Netherlands', 'the United Kingdom', 'the Dominican Republic']
    """
    return spoken_names(corpus, [signatory])[0]


def spoken_names(corpus: Corpus, who: Collection[str]) -> list[str]:
    """Return names as they stand in a sentence, in the order of the alphabet."""
    about = corpus.signatories.set_index("signatory")
    found = sorted((str(about["short"][key]), str(about["name"][key])) for key in who)
    if corpus.members != "states":
        return [short for short, _ in found]
    names = [
        _SECOND_NAME.sub("", name) if _SHORTENED.match(short) else short for short, name in found
    ]
    return [f"the {name}" if _WITH_ARTICLE.match(name) else name for name in names]


def universe(corpus: Corpus) -> str:
    """Return who could have signed, in words: "195 states, and the European Union, which is named".

    Examples
    --------
    >>> from coalitions import load
    >>> universe(load("unga75"))
    '195 states'
    """
    text = f"{corpus.universe:,} {nouns(corpus)[corpus.universe != 1]}"
    if not corpus.apart:
        return text
    who, verb = _beside(corpus, _sorted(corpus.apart)), "is" if len(corpus.apart) == 1 else "are"
    if not corpus.apart <= set(corpus.records.rows):  # only under statements left out
        return f"{text}, and {who}, which could have signed as well"
    return f"{text}, and {who}, which {verb} named"
