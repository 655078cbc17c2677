"""One name beside a number of others: "Portugal joined 22 other countries in a statement"."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from coalitions.texts.cues import NAMED_IN, NOT_DONE_BY, WORD_FOR_IT
from coalitions.texts.languages import of_role
from coalitions.texts.sentences import sentence_around
from coalitions.texts.words import AND, ARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.texts.counted import Count
    from coalitions.texts.pieces import Listed

# So far from the name stands the number, and so far around it what is signed (letters).
_REACH, _AROUND = 60, 240
#: What those do who are so many beside others.
JOINS = rf"(?:\bjoin(?:s|ed|ing)?(?:\s+(?:up\s+)?with)?|(?:{of_role('behind', 'joined')})\w*)"
_SMALL = rf"(?:\s+(?:a|an|to|at|the|some|{ARTICLE}))*\s*\Z"
_HELPING = r"\s+(?:(?:has|have|had|also|today|later|then|now)\s+){0,3}"
_JOINED = re.compile(rf"{_HELPING}{JOINS}", re.IGNORECASE)
_NEAR = re.compile(rf"(?:\s+(?:à|zu))?{_SMALL}", re.IGNORECASE)
_WITH = re.compile(
    rf"\W*(?:(?<![^\W\d_])(?:{AND})|with|avec|con|com|mit|с)(?![^\W\d_]){_SMALL}", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"\s+(?:is|was|are|were|became|has\s+become)\s+(?:also\s+|now\s+)?(?:(?:one|part|some)\s+of|among)"
    rf"{_SMALL}",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"[\s,(–—-]*(?:including|among\s+(?:them|which|whom)|dont|y\s+compris|darunter|incluindo|entre"
    rf"\s+(?:ellos|eles)|в\s+том\s+числе){_SMALL}",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"\s+(?:being\s+)?among\s+(?:them|these|those)\b", re.IGNORECASE)


def is_beside(text: str, listed: Listed, numbers: Sequence[Count]) -> bool:
    """Say whether one name stands beside a number of states that it signs with.

    Parameters
    ----------
    text : str
        The text.
    listed : Listed
        A list of one name.
    numbers : sequence of Count
        The numbers of states in the text, in order.

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> from coalitions.texts.numbers import counts
    >>> text = "Portugal joined 22 other countries in a statement."
    >>> is_beside(text, lists(text)[0], counts(text))
    True
    """
    at = bisect.bisect_left(numbers, (listed.end,))
    behind = numbers[at] if at < len(numbers) else None
    before = numbers[at - 1] if at else None
    ahead = text[listed.end : listed.end + _AROUND]
    leads = behind and behind.start - listed.end <= _REACH and _leads_to(text, listed, behind)
    near = before and listed.start - before.end <= _REACH
    if not leads and not (before and near and _follows(text[before.end : listed.start], ahead)):
        return False
    begin, end = sentence_around(text, listed.start, listed.end, _AROUND)
    number = behind if leads else before
    within = number is not None and begin <= number.start < end
    return within and bool(WORD_FOR_IT.search(text, begin, min(end, listed.end + _AROUND)))


def joins(text: str, listed: Listed) -> bool:
    """Say whether who is named joins others, and does not speak for them."""
    return bool(_JOINED.match(text[listed.end : listed.end + _REACH]))


def _leads_to(text: str, listed: Listed, number: Count) -> bool:
    """Say whether words between a name and a number put the name beside so many."""
    between = text[listed.end : number.start]
    join = _JOINED.match(between)
    joined = (join and _NEAR.fullmatch(between, join.end())) or _ONE_OF.match(between)
    beside = joined or (number.further and _WITH.match(between))
    other = NOT_DONE_BY.match(text, number.end) or NAMED_IN.match(text, number.end)
    return bool(beside and not other)


def _follows(between: str, behind: str) -> bool:
    """Say whether a name behind a number is one of so many."""
    apart = between.strip() in (",", "–", "—", "(")
    return bool(_INCLUDING.fullmatch(between) or (apart and _AMONG_THEM.match(behind)))
