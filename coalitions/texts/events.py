"""Where a text speaks of a joint statement: of whose, and of how many."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.texts.cues import NAMED_IN, NOT_DONE_BY
from coalitions.texts.items import SUPPORTED
from coalitions.texts.languages import alternatives
from coalitions.texts.numbers import counts
from coalitions.texts.others import JOINS
from coalitions.texts.sentences import holding, leads, sentences
from coalitions.texts.words import AND, AND_CLOSE, ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalitions.texts.counted import Count
    from coalitions.texts.spotting import Spot

_BEHALF = re.compile(
    r"\b(?:on\s+behalf\s+of|in\s+the\s+name\s+of|speaking\s+for|spoke\s+for|representing)\b"
    r"[^.;:]{0,80}\Z"
    rf"|(?:{alternatives('behalf')})[^.;:。；：]{{0,60}}\Z",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:statement|letter|draft|resolution|declaration|communiqu\w+|joint|text|appeal)"
    rf"|{alternatives('document', whole=False)}",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:groups?|coalition|number)\s+of\s+(?:(?:the|some)\s+)?\Z"
    r"|\b(?:groupes?\s+de|grupos?\s+de|Gruppe\s+von|групп\w+(?:\s+из)?|مجموعة(?:\s+من)?)\s+\Z",
    re.IGNORECASE,
)
_SIGNED_BY = re.compile(
    r"\b(?:signed|joined|supported|endorsed|(?:co-?)?sponsored|backed|submitted|issued|delivered"
    r"|signatures\s+of|support\s+of|statement\s+(?:by|of|from))\s+(?:(?:by|from|of)\s+)?"
    r"(?:(?:a|the|all)\s+)?(?:(?:\S+\s+){0,3}(?:group|coalition)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"[^.;]{0,60}?\b(?:sent|wrote|sign(?!ific)\w*|co-?sponsor\w*|sponsor\w*|issu\w+|deliver\w*|ma[dk]e|endors\w+"
    r"|submit\w*|join\w*|support\w*|back\w*|align\w*|releas\w*|presented)\b"
    rf"|[^.;。；]{{0,60}}?(?:{alternatives('signed', whole=False)})",
    re.IGNORECASE,
)
# "Portugal joined 22 countries": a euro area may be joined, too.
_JOINED = re.compile(rf"{JOINS}(?:\s+(?:a|an|to|the|{ARTICLE}))*\s*\Z", re.IGNORECASE)
# "Of 47 members, …": how many they could be.
_OF_ALL = re.compile(r"\W*(?:out\s+)?of\s+(?:all\s+)?(?:the\s+|its\s+)?", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:one\s+of|among)\s+(?:the\s+)?\Z", re.IGNORECASE)
# "A letter to 12 members", and "a statement on Iran by 22 countries".
_TO = re.compile(r"\b(?:to|against|about|on|in|towards)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:statement|letter|declaration|appeal|resolution|draft)s?\b[^,.;:]{0,60}\bby\s+"
    r"(?:the\s+|some\s+)?\Z",
    re.IGNORECASE,
)
# "A 39-country statement".
_ITS_SIZE = re.compile(
    r"\s+(?:(?:joint|cross-regional|open)\s+)*(?:statement|letter|declaration|appeal)s?\b",
    re.IGNORECASE,
)
_SIGNERS = re.compile(r"\b(?:co-?)?(?:signatories|sponsors)\Z", re.IGNORECASE)
_COLON = re.compile(r"[^.;]{0,20}:")
# "Thirty-two States have signed", and a colon.
_SIGNED_THESE = re.compile(
    r"\s+(?:\w+\s+){0,3}(?:sign|co-?sponsor|sponsor|endors|join)(?:ed|ing)?(?:\s+\w+){0,3}\s*:",
    re.IGNORECASE,
)
_SAY = re.compile(
    r"[^.;]{0,60}?\b(?:express\w*|call\w*|urg\w+|condemn\w*|critici\w+|voic\w+|commend\w*)\b",
    re.IGNORECASE,
)
# What a speaker says of their own statement.
_MINE = re.compile(
    r"\b(?:I\s+(?:have|am|speak|make|deliver|take|would|wish)|we\s+have\s+the\s+honou?r|my\s+honou?r"
    r"|j['’]ai\s+l['’]honneur|tengo\s+el\s+honor|tenho\s+a\s+honra|ich\s+habe\s+die\s+Ehre"
    r"|имею\s+честь)\b|أتشرف|我(?:很)?荣幸",
    re.IGNORECASE,
)
# "15 countries – among them Albania – sent a letter"
_ASIDE = re.compile(r"\A\s*(?:–|—|-)\s[^–—;.]{0,300}\s(?:–|—|-)(?=\s)|\A\s*\([^()]{0,300}\)")
_LED = re.compile(r"\W*(?:\w+\s+){0,2}(?:led|headed)\s+by\b", re.IGNORECASE)
_LED_FIRST = re.compile(
    r"\A\W*(?:led\s+by\b|angeführt\s+von|unter\s+(?:der\s+)?Führung|(?:em)?menée?s?\s+par"
    r"|(?:encabezad|liderad)[oa]s?\s+por|(?:lidera|encabeça)d[oa]s?\s+pel[oa]|во\s+главе\s+с"
    r"|под\s+руководством|بقيادة|由\S{1,12}(?:牵头|领导))",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in\s+all|altogether|in\s+total|overall|combined|total)\b"
    rf"|{alternatives('total')}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:support|back|statement|sign|oppos|critic|join|voice|side|stand|stood|letter|sponsor)"
    rf"|{alternatives('document', whole=False)}|{alternatives('signed', whole=False)}",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"(?:\band|\bwith|\bby|\bplus|\bof|,|\ba|\bas|、|،|(?<![^\W\d_])(?:{AND}|{ARTICLE})|{AND_CLOSE})\s*\Z",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"^\W*led\s+by\b[^.;:]{2,80},\s+(?:an?|the|this)\s+(?:\w+\s+){0,2}(?:initiative|statement|letter"
    r"|declaration|appeal)\b|"
    r"^\W*joining\s+[^.;:]{2,60}\s+in\s+(?:\w+\s+){1,3}(?:statement|letter|declaration)\b|"
    r"\b(?:joint|cross-regional)\s+(?:\w+\s+){0,2}statement\b|\bon\s+behalf\s+of\b"
    rf"|\bsp(?:eaks|eaking|oke)\s+(?:also\s+)?for\b|\b{SUPPORTED}\s"
    rf"|{alternatives('behalf')}|déclaration\s+(?:conjointe|commune)|declaração\s+conjunta"
    r"|declaración\s+conjunta|gemeinsame\w*\s+Erklärung|совместн\w+\s+заявлени|بيان\w*\s+مشترك"
    r"|(?:共同|联合|聯合)(?:声明|聲明|发言|發言)",
    re.IGNORECASE,
)


class Event(NamedTuple):
    """A sentence that speaks of a joint statement.

    Attributes
    ----------
    start, end : int
        The sentence.
    at : int
        Where the number stands, or the sentence begins.
    lead : str
        Who speaks; empty where nobody is named.
    size : Count or None
        How many.
    claim : bool
        Whether the number is a total of several, or of no statement.
    speaker : int
        Where the name of who speaks stands; -1 where nobody is named.
    mine : bool
        Whether it is the speaker's own words: "I have the honour".
    """

    start: int
    end: int
    at: int
    lead: str
    size: Count | None
    claim: bool
    speaker: int = -1
    mine: bool = False


def events(
    text: str, known: Sequence[Spot], of_groups: Sequence[tuple[int, int]] = ()
) -> list[Event]:
    """Return where a text speaks of joint statements and their sizes.

    Parameters
    ----------
    text : str
        The text.
    known : sequence of Spot
        The names that stand alone in it, no list among them.
    of_groups : sequence of tuple of int
        Where groups stand in lists, in order: how many they are is no number of a statement.

    Returns
    -------
    list of Event

    Examples
    --------
    >>> from coalitions.texts.spotting import spots
    >>> text = "Cuba made a joint statement on behalf of 45 countries. It took 45 minutes."
    >>> [(each.lead, each.size.number) for each in events(text, spots(text))]
    [('CUB', 45)]
    """
    spans = sentences(text)
    names: dict[tuple[int, int], list[Spot]] = {}
    for spot in known:
        names.setdefault(holding(spans, spot.start), []).append(spot)
    numbers: dict[tuple[int, int], list[Count]] = {}
    for count in counts(text):
        at = bisect.bisect_left(of_groups, (count.end, 0)) - 1
        if at >= 0 and count.end <= of_groups[at][1]:
            continue
        numbers.setdefault(holding(spans, count.start), []).append(count)
    found: list[Event] = []
    for span in spans:
        if span in numbers or span in names:
            found += _of_sentence(text, span, names.get(span, []), numbers.get(span, []))
    return found


def _of_sentence(
    text: str, span: tuple[int, int], known: list[Spot], numbers: list[Count]
) -> Iterator[Event]:
    who = leads(text, span, known) if known else []
    told = False
    for count in numbers:
        kind = _kind(text, span, count)
        # "Cuba for 45, Pakistan for 55": each number has the name before it.
        before = [spot for spot in who if spot.start < count.start]
        if _LED.match(text, count.end):
            before = [spot for spot in who if spot.start > count.start][:1]
        speaker = (before[-1] if before else who[0]) if who else None
        lead = speaker.code if speaker else ""
        if kind == "perhaps":
            kind = "statement" if lead or count.qualifier == "exactly" else "claim"
        if kind:
            told = True
            claim = kind == "claim"
            at = speaker.start if speaker else -1
            mine = not lead and bool(_MINE.search(text, *span))
            yield Event(*span, count.start, "" if claim else lead, count, claim, at, mine)
    if not told and who and _DELIVERED.search(text, *span):
        yield Event(*span, who[0].start, who[0].code, None, claim=False, speaker=who[0].start)


def _kind(text: str, span: tuple[int, int], count: Count) -> str:
    """Return whose number it is: a ``statement``'s, ``perhaps`` one's, a ``claim``, "" for none."""
    whole = text[span[0] : span[1]]
    before = text[max(span[0], count.start - 120) : count.start]
    behind = _ASIDE.sub(" ", text[count.end : min(span[1], count.end + 400)], count=1)[:120]
    if count.total or _TOTAL.search(before[-40:]) or re.match(r"\W*in\s+(?:all|total)\b", behind):
        return "claim" if _ABOUT.search(whole) else ""
    document = bool(_DOCUMENT.search(whole))
    named = _ONE_OF.search(before) and NAMED_IN.match(behind)
    if named or NOT_DONE_BY.match(behind) or _OF_ALL.fullmatch(text, span[0], count.start):
        return ""
    if _BEHALF.search(before) or (
        _SIGNED_BY.search(before) and (document or not _JOINED.search(before))
    ):
        return "statement"
    sized = _SIGNED_THESE.match(behind) or _ITS_SIZE.match(behind)
    led = _LED.match(behind) or _LED_FIRST.match(whole)
    if sized or led or (document and _is_done(text, count, before, behind)):
        return "perhaps"
    return ""


def _is_done(text: str, count: Count, before: str, behind: str) -> bool:
    """Say whether words around a number, beside a document, say that so many signed it."""
    if _TO.search(before):
        return False
    found = _GROUP.search(before) or _BY.search(before) or _JOINED.search(before)
    found = found or _SIGN.match(behind) or _SAY.match(behind) or _COLON.match(behind)
    return bool(
        found
        or _SIGNERS.search(text, count.start, count.end)
        or (count.further and _BESIDE.search(before))
    )
