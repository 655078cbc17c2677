"""Part names at "and" in languages other than English: "Chad y Perú", "乍得和秘鲁"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

_WORDS = (
    r"y|e|et|und|ainsi\s+que|así\s+como|bem\s+como|sowie|и|а\s+также"
    # Words that mean much else: names stand on both sides of them.
    r"|(?P<short>en|i|a|og|och|ja|ve|dan|și|şi|si|és|ed|és|a\s+także|oraz|та|і|й)"
)
# The "and" of a language: in its words, between ideographs, written on to the next word.
_AND = (
    re.compile(rf"(?:^|\s+)(?:{_WORDS})\s+", re.IGNORECASE),
    re.compile(
        r"(?<!共)(?:以及|和|及び|および|ならびに|並びに|及|与|與|暨|(?<=[\u30a0-\u30ff\u3400-\u9fff])と)"
    ),
    re.compile(r"(?:^|\s+)و(?=\w{2})"),
)
# What stands before a name there and is no part of it, as "the" is none.
_ARTICLE = re.compile(r"(?:die|der|das|den|dem|o|a|os|as|il|lo|gli|i)\s+", re.IGNORECASE)
# Parts of the longest name that holds an "and".
_LONGEST = 4


def parted(
    piece: str, is_name: Callable[[str], bool], halves: AbstractSet[str] = frozenset()
) -> list[str]:
    """Return the names that a piece of a list holds, parted at the "and" of its language.

    Parameters
    ----------
    piece : str
        What stands between two separators of a list.
    is_name : callable
        Whether a spelling is known.
    halves : set of str
        First halves of names of two halves, as `first_halves` gives them.

    Returns
    -------
    list of str
        The piece alone where it is a name, or where no known name stands beside an "and". What
        begins as a name of two halves does is not parted behind its first half.

    Examples
    --------
    >>> parted("Chad y Perú", {"Chad", "Perú"}.__contains__)
    ['Chad', 'Perú']
    >>> parted("Trinidad y Barbados", {"Barbados"}.__contains__, {"trinidad"})
    ['Trinidad y Barbados']
    """
    every = [marks for pattern in _AND if (marks := list(pattern.finditer(piece)))]
    whole = bare(piece, is_name)
    if every and not is_name(whole):
        found = (_names(piece, marks, is_name, halves) for marks in every)
        return next(filter(None, found), [piece])
    return [whole]


def bare(name: str, is_name: Callable[[str], bool]) -> str:
    """Return a name without its article in other languages; what is none as it is.

    Examples
    --------
    >>> bare("die Schweiz", {"Schweiz"}.__contains__), bare("die Welt", set().__contains__)
    ('Schweiz', 'die Welt')
    """
    article = _ARTICLE.match(name)
    if not article or is_name(name) or not is_name(name[article.end() :]):
        return name
    return name[article.end() :]


def _names(
    piece: str,
    marks: list[re.Match[str]],
    is_name: Callable[[str], bool],
    halves: AbstractSet[str],
) -> list[str]:
    """Return the names between marks, the longest first; none where the marks part no names."""
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(piece)]
    found: list[str] = []
    known: list[bool] = []
    at = 0
    while at < len(starts):
        last = _last(piece, starts, ends, at, is_name)
        if last == at < len(starts) - 1 and normalise(piece[starts[at] : ends[at]]) in halves:
            last += 1
        name = piece[starts[at] : ends[last]].strip()
        if name:
            found.append(bare(name, is_name))
            known.append(is_name(found[-1]))
        at = last + 1
    short = any(mark.groupdict().get("short") for mark in marks)
    return found if any(known) and (not short or all(known)) else []


def _last(
    piece: str, starts: list[int], ends: list[int], at: int, is_name: Callable[[str], bool]
) -> int:
    """Return the last part of the longest name that begins at a part."""
    for last in range(min(at + _LONGEST, len(ends)) - 1, at, -1):
        if is_name(bare(piece[starts[at] : ends[last]], is_name)):
            return last
    return at


def first_halves(names: Iterable[str]) -> frozenset[str]:
    """Return what stands before the "and" of its language in names, normalised.

    Examples
    --------
    >>> sorted(first_halves(["bosnia y herzegovina", "cuba", "trinite et tobago"]))
    ['bosnia', 'trinite']
    """
    found = set[str]()
    for name in names:
        for pattern in _AND:
            mark = pattern.search(name)
            if mark and mark.start():
                found.add(normalise(name[: mark.start()]))
    return frozenset(found - {""})
