"""Sentences of a text, and who leads in one."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from coalitions.texts.items import SUPPORTED
from coalitions.texts.languages import alternatives
from coalitions.texts.words import AND, AND_CLOSE, ARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.texts.spotting import Spot

# "Am 6. Oktober 2020".
_OF_A_MONTH = (
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
#: Where sentences and paragraphs end.
ENDS = re.compile(
    rf"(?<!\b[A-Z])(?<!\b[ap]\.m)(?<!\b[Nn]o)(?<!\b[Aa]rt)(?<!\bp)[.!?](?!(?<=\b\d\.){_OF_A_MONTH}|(?<=\b\d\d\.){_OF_A_MONTH})[\"”’»)\]]*\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\d“«¿¡\"'‘(\[])"
    r"|\n\s*\n|\n(?=[ \t]*[-*•#]+[ \t])|[。！？]|(?<=[\u0600-\u06ff])[.؟](?=\s|\Z)"
)
_DEED = (
    r"(?:deliver\w*|ma[dk]e|making|read\w*|spoke|speak\w*|issu\w+|present\w*|gave|giving|submit\w*"
    r"|on\s+behalf\s+of|led|lead\w*|introduc\w+|initiat\w+|co-?ordinat\w+|organi[sz]\w+|tabled?)"
)
_BY = re.compile(
    r"\b(?:made|delivered|read(?:\s+out)?|presented|issued|led|headed|introduced|given|coordinated"
    r"|initiated|statements?|submitted|drafted|organi[sz]ed)\s+(?:\S+\s+){0,3}?by\s*:?\s+(?:the\s+)?"
    r"(?:(?:\S+\s+){0,8}?(?:of|from|for)\s+(?:the\s+)?)?\Z|\bled\s+by\s+(?:the\s+)?\Z|^\W*joining\s+(?:the\s+)?\Z"
    r"|\bon\s+behalf\s+of\s+[^,.;:]{1,60}\b(?:countries|states|nations|delegations|\d+),\s+(?:the\s+)?\Z"
    rf"|(?:{alternatives('by', whole=False)})\Z",
    re.IGNORECASE,
)
# "Mr. Okoro (Nigeria), speaking for …": the name stands in a bracket, right before the deed.
_SPEAKS = re.compile(
    r"(?:\)[,\s]+(?:(?:also|speaking|reading|who)\s+){0,2}|(?:[^.;:()。；]|\([^()]*\)|(?<=\b(?-i:[A-Z]))\.){0,140}?)"
    rf"(?:\b{_DEED}\b|{alternatives('speaks', whole=False)})",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:in|between|against|about|on|towards?|with|over|to|than|like|at|for|from|behind|support|supporting"
    r"|backing|back|and|situation|rights|criticiz\w+|thank\w*|praise[sd]?|welcome[sd]?)\s+(?:the\s+)?\Z"
    rf"|(?:{alternatives('about')})(?:\s+(?:{ARTICLE}))*\s*\Z|\b{SUPPORTED}\s+(?:the\s+)?\Z"
    rf"|(?<![^\W\d_])(?:{AND})\s+\Z|(?:{AND_CLOSE})\Z",
    re.IGNORECASE,
)
# "アルバニアを代表して": it is spoken for, by another.
_REPRESENTED = re.compile("を(?:代表|含む|はじめ)")
# "中国北京——" is where, and the deed is of the list behind it; "日本政府は、" speaks.
_APART = re.compile(r"(?![^、。]{0,6}[はがも])[\u3400-\u9fff][^。]*(?:、|——)")
# "Germany (on behalf of Austria and Belgium)", with which a sentence begins.
_FOR_OTHERS = re.compile(r"\s*[(\[]\s*on\s+behalf\s+of\b", re.IGNORECASE)
# "Peru – was read by Cuba": another speaks.
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?(?:\w+(?:ed|en)|made|read)\s+(?:out\s+)?by\b",
    re.IGNORECASE,
)
_BY_REACH = len(" out by")
_NOTHING = re.compile(r"(?:\W|\bthe\b)*\Z", re.IGNORECASE)
_PERSON = re.compile(
    r"\s+(?:\S+\s+){0,3}?(?:ambassador|permanent|representative|envoy|mission|delegat\w+|foreign"
    r"|un|u\.n\.|deputy|minist\w+)",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends.

    Examples
    --------
    >>> sentences("He spoke. U.S. envoys left.")
    [(0, 10), (10, 27)]
    """
    ends = [match.end() for match in ENDS.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def sentence_around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Return where the sentence around a part of a text begins, not farther back, and ends.

    Examples
    --------
    >>> sentence_around("He spoke. Cuba signed. Peru left.", 10, 14, 400)
    (10, 21)
    """
    low = max(0, start - reach)
    # The letter behind is looked at, too: where a sentence ends shows in what begins the next.
    ends = [match.end() for match in ENDS.finditer(text, low, start + 1) if match.end() <= start]
    stop = ENDS.search(text, end)
    return max(ends, default=low), stop.start() if stop else len(text)


def holding(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return the sentence that a place is in."""
    return spans[max(0, bisect.bisect_right(spans, (at, 10**12)) - 1)]


def leads(text: str, span: tuple[int, int], known: Sequence[Spot]) -> list[Spot]:
    """Return the states that speak, in one sentence.

    Parameters
    ----------
    text : str
        The whole text.
    span : tuple of int
        The sentence.
    known : sequence of Spot
        The names in it.

    Returns
    -------
    list of Spot
        In the order of the text.

    Examples
    --------
    >>> from coalitions.texts.spotting import spots
    >>> text = "Cuba made a joint statement on behalf of 45 countries"
    >>> [spot.code for spot in leads(text, (0, len(text)), spots(text))]
    ['CUB']
    """
    found: list[Spot] = []
    further: list[Spot] = []
    for number, spot in enumerate(known):
        before = text[max(span[0], spot.start - 160) : spot.start]
        until = known[number + 1].start if number + 1 < len(known) else span[1]
        behind = text[spot.end : min(span[1], spot.end + 200)]
        if not spot.code or (spot.kind == "possessive" and not _PERSON.match(behind)):
            continue
        if _REPRESENTED.match(behind):
            continue
        if _BY.search(before) or (_NOTHING.match(before) and _FOR_OTHERS.match(behind)):
            found.append(spot)
        elif not _NOT.search(before) and (match := _SPEAKS.match(behind)):
            # The deed is of the name that stands nearest before it.
            near = spot.end + match.end() <= until
            if _APART.match(match.group()) or _PASSIVE.search(behind[: match.end() + _BY_REACH]):
                continue
            (found if near else further).append(spot)
    return found or further[:1]
