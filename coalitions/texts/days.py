"""The day of a statement, where the sentence that speaks of it says so without doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.dates import MONTHS, SHORT_MONTHS, is_date
from coalitions.texts.cues import DOCUMENT
from coalitions.texts.languages import alternatives
from coalitions.texts.sentences import sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalitions.texts.events import Event

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
#: What months are called → which.
_NUMBERS = {
    name.casefold(): number
    for names in (MONTHS, SHORT_MONTHS, *map(str.split, _MONTHS))
    for number, name in enumerate(names, 1)
}
_NUMBERS["sept"] = _NUMBERS["september"]
_MONTH = "|".join(sorted(_NUMBERS, key=lambda name: (-len(name), name)))
_DATE = re.compile(
    rf"(?<![\d\w])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:of\s+|de\s+)?(?P<month>{_MONTH})\.?,?"
    rf"\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
    r",?\s+(?P<year2>\d{4})|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))(?!\w)"
    r"|(?<!\d)(?P<year4>\d{4})\s?年\s?(?P<month4>\d{1,2})\s?月\s?(?P<day4>\d{1,2})\s?日",
    re.IGNORECASE,
)
_DAYS = (
    r"(?:[^\W\d_]+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[^\W\d_]+tag|Mittwoch)"
    r",?\s+"
)
_ON = rf"(?:(?:on|le|el|em|am|den|a|в|في)\s+)?(?:the\s+)?(?:{_DAYS})?(?:(?:le|den)\s+)?"
_FIRST = re.compile(rf"[\W\d]*{_ON}\Z", re.IGNORECASE)
_DEED = r"(?:deliver|read|ma[dk]e|issu|sign|present|submit|sent|send|releas|circulat)\w*"
_KIND = rf"(?:{DOCUMENT}\w*|(?:{alternatives('document', whole=False)})\w*)"
# "The joint statement delivered by Germany in Geneva on", "Déclaration conjointe du".
_OF_IT = re.compile(
    rf"[\W\d]*(?:(?:the|this|a|our|la|le|die|une|una|uma|eine)\s+)?(?:\w+\s+)?{_KIND}(?:\s+{_KIND}"
    r"|\s+conjunt[ao]|\s+conjointe|\s+commune)?"
    rf"(?:\s+(?:(?:that|which)\s+)?(?:(?:was|were|has\s+been)\s+)?{_DEED}(?:\s+out)?"
    r"(?:\s+by\s+(?:the\s+)?(?-i:[A-Z])[\w ]{2,40}?)?"
    r"(?:\s+(?:at|in|to)\s+(?:the\s+)?(?-i:[A-Z])[\w ]{2,50}?)?)?"
    rf"\s+(?:of\s+|dated\s+|du\s+|del?\s+|vom\s+|от\s+)?{_ON}\Z",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"[,、，]?\s*(?:also\s+)?(?:{_DEED}|on\s+behalf|{alternatives('behalf')})", re.IGNORECASE
)
_THEN = re.compile(
    rf"[,、，]?\s*(?:(?:a|an|the|this|une?|la|una|uma|eine?)\s+)?(?:\w+\s+)?"
    rf"(?:{_KIND}|groups?\s+of|on\s+behalf|in\s+the\s+name|{alternatives('behalf')})",
    re.IGNORECASE,
)
# "Ambassador Heusgen of", "the Permanent Representative of": who speaks, and nothing done yet.
_WHO = re.compile(
    r"[,、，]?\s*(?:(?:gab(?:en)?|hat|haben|verlas)\s+)?(?:(?:in|at|to|[A-ZÀ-ÞА-Я][\w.’'-]*|of|for|the|an?|de|du|des|la|le|l|el|die|der|les|los|os)[\s'’,]+)*"
)
_ASIDE = re.compile(rf",?\s+on\s+(?:{_DAYS})?\Z", re.IGNORECASE)
# So far before a list its sentence begins (letters).
_BACK = 400
# So long is the name of who speaks, and what stands before it, at most (letters).
_NAME, _TITLE = 40, 120


class Day(NamedTuple):
    """A day that is written in a text."""

    start: int
    end: int
    date: str


def days(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days that are written in a part of a text, in order.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        The part.

    Examples
    --------
    >>> text = "On 6 October 2020, le 1er mai 2021, am 3. März 2022 and on 31 June 2020"
    >>> [day.date for day in days(text, 0, len(text))]
    ['2020-10-06', '2021-05-01', '2022-03-03']
    """
    for match in _DATE.finditer(text, start, end):
        year, month, day = next(
            (match[f"year{n}"], match[f"month{n}"], match[f"day{n}"])
            for n in ("", 2, 3, 4)
            if match[f"year{n}"]
        )
        number = int(month) if month.isdigit() else _NUMBERS[month.casefold()]
        date = f"{year}-{number:02}-{int(day):02}"
        if is_date(date):
            yield Day(match.start(), match.end(), date)


def stated(text: str, event: Event | None, starts: Sequence[int]) -> tuple[str, ...]:
    """Return the day of a statement, or what days its sentences name where it may be any of them.

    Parameters
    ----------
    text : str
        The text.
    event : Event or None
        What is said of the statement.
    starts : sequence of int
        Where its lists begin.

    Returns
    -------
    tuple of str
        One day; none where no day is said to be its own; several, in order, where one is, and
        others stand beside it.

    Examples
    --------
    >>> text = "On 6 October 2020, Cuba and Peru made a joint statement."
    >>> stated(text, None, [19]), stated(text, None, [28])
    (('2020-10-06',), ())
    """
    spans = {sentence_around(text, start, start, _BACK) for start in starts}
    spans |= {(event.start, event.end)} if event else set()
    firsts = [*starts, *([event.at, event.speaker] if event else [])]
    found = sorted((day, span[0]) for span in spans for day in days(text, *span))
    own = any(_is_own(text, day, start, firsts) for day, start in found)
    return tuple(dict.fromkeys(day.date for day, _ in found)) if own else ()


def _is_own(text: str, day: Day, start: int, firsts: Sequence[int]) -> bool:
    """Say whether the words beside a day say that the statement was made on it."""
    before, behind = text[start : day.start], text[day.end : day.end + _TITLE]
    if _OF_IT.fullmatch(before):
        return True
    if _FIRST.fullmatch(before):
        ahead = (first for first in firsts if day.end <= first <= day.end + _TITLE)
        return any(_WHO.fullmatch(text, day.end, at) for at in ahead) or bool(_THEN.match(behind))
    # "Germany, on 6 October 2020, delivered".
    on = _ASIDE.search(before)
    beside = on and any(0 < start + on.start() - first <= _NAME for first in firsts)
    return bool(beside and _SPEAKS.match(behind))
