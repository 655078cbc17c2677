"""What a joint statement is about, where the text says it plainly: in its own words."""

from __future__ import annotations

import re

_DOCUMENT = r"(?:statement|letter|declaration|communiqu[eé]|appeal|draft\s+(?:resolution|decision))"
# Words behind which a topic stands, and that belong to it.
_ABOUT = (
    r"(?:the\s+)?(?:human\s+rights\s+situations?|situations?|question|issue|state|crisis|status"
    r"|implementation|protection|promotion|future|deterioration)\s+(?:\w+\s+){0,3}?(?:in|of|on|at)\s+"
)
_END = re.compile(
    r"[.;:!?()\[\]\n\"”]|,\s|\s[–—]\s|\s/\s|\s(?:on\s+behalf\s+of|delivered|made|read|signed|issued"
    r"|submitted|supported|joined|at\s+the|during|before|today|yesterday|we|which|that|who|as|was"
    r"|were|is|are|has|have|had|and\s+(?:called|expressed|urged)|calling|expressing|in\s+which)\b"
    r"|\sby\s+(?:the\s+)?(?-i:[A-Z])|\s(?:on|in)\s+(?:\d|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|monday|tuesday|wednesday|thursday|friday)\b)|\Z",
    re.IGNORECASE,
)
#: What a topic is not: a day, a body that signs, a number.
_NO_TOPIC = re.compile(
    r"(?:behalf|\d|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|that|this|these|which"
    r"|its|our|their|his|her|my|all|both|item|agenda|(?:the\s+)?occasion)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(_ABOUT, re.IGNORECASE)
_MARKS = re.compile(
    rf"\b{_DOCUMENT}s?(?:\s*,)?\s+(?:on|about|regarding|concerning|entitled|titled)\s+|\b(?:on|about"
    rf"|regarding|concerning|over)\s+(?={_ABOUT})"
    r"|\b(?:countries|states|nations|delegations)\s+on\s+(?=(?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
# A topic is longer than a letter and shorter than a sentence (letters).
_SIGNED = re.compile(r"[,\[\]]|\band\b")
_LEAST, _MOST = 3, 120
# How the United Nations write a draft: "Situation in Mali : draft resolution / Chad".
_DRAFT = re.compile(
    r"^[ \t]*(?P<topic>[^\n:/]{3,120}?)\s*:\s*(?:revised\s+)?draft\s+(?:resolution|decision)\b",
    re.IGNORECASE | re.MULTILINE,
)
#: So far around what speaks of a statement its topic is looked for (letters).
REACH = 240


def topic(text: str, start: int, end: int) -> str:
    """Return what a statement is about, in the words of a place; "" where they do not say it.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Where it speaks of the statement.

    Returns
    -------
    str
        Words of the text, their white space collapsed.

    Examples
    --------
    >>> said = "Joint statement on the human rights situation in Xinjiang, by Cuba and Peru"
    >>> topic(said, 0, len(said))
    'the human rights situation in Xinjiang'
    >>> topic("On behalf of Cuba and Peru", 0, 26)
    ''
    """
    if (draft := _DRAFT.search(text, start, end)) and not _SIGNED.search(draft["topic"]):
        return " ".join(draft["topic"].split())
    for mark in _MARKS.finditer(text, start, end):
        begin = mark.end()
        first = _FIRST.match(text, begin, end)
        stop = _END.search(text, first.end() if first else begin, min(end, begin + _MOST + 1))
        words = " ".join(text[begin : stop.start() if stop else begin].split()).strip("\"“”'‘’")
        if stop and _LEAST <= len(words) <= _MOST and not _NO_TOPIC.match(words):
            return words
    return ""
