"""Find the numbers of states that a text speaks of: how many, and how surely."""

from __future__ import annotations

import re

from coalitions.texts.counted import Count, counted
from coalitions.texts.words import MEMBERS, QUALIFIERS, TENS, UNITS, either

_WORD = (
    rf"(?:(?:{either(list(TENS))})(?:[-\s](?:{either([w for w in UNITS if UNITS[w]])}))?"
    rf"|(?:{either(list(UNITS))})|a\s+dozen|(?:one|two)\s+hundred)"
)
_DOZENS = r"(?:two|three|four|five|six|seven|eight|nine|ten)\s+dozen"
# Bodies whose members are states: "21 members of the Council", "12 Security Council members".
_BODY = (
    r"(?:(?:UN|U\.N\.|United\s+Nations)(?:['’]s?)?\s+)?"
    r"(?-i:(?:(?:Human\s+Rights|Security|Executive|Permanent|Economic\s+and\s+Social)\s+)?Council"
    r"(?:\s+of\s+Europe)?|General\s+Assembly|(?:First|Second|Third|Fourth|Fifth|Sixth)\s+Committee"
    r"|United\s+Nations|UN\b|European\s+Union|EU\b|African\s+Union|OSCE|OPCW|OAS"
    r"|Organi[sz]ation\s+of\s+American\s+States|Commonwealth|NATO)"
)
_OF_A_BODY = rf"members\s+of\s+(?:the\s+)?{_BODY}(?!\s+of\b)|{_BODY}\s+members"
_BETWEEN = (
    r"other|further|more|additional|like-minded|cross-regional|un|united\s+nations|member|different"
    r"|sovereign|arab|african|asian|european|western|islamic|gulf|developing|muslim|latin\s+american"
    r"|caribbean|pacific|arabian|new|(?-i:[A-Z][\w-]+)|non-aligned|of\s+the|observer|muslim-majority|predominantly"
)
_COUNT = re.compile(
    rf"(?:(?P<qualifier>{either(list(QUALIFIERS))}|a\s+total\s+of(?:\s+(?:nearly|over|some))?)\s+)?"
    rf"(?<![\d.,/(-])(?<![^\W\d_])(?P<number>\d{{1,3}}(?![\d,.]*\d)|{_DOZENS}|(?!one\s+of\b){_WORD})"
    rf"(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?(?:\d{{1,3}}|{_WORD}))?"
    rf"(?P<between>(?:[\s-]+(?:{_BETWEEN}))*)"
    rf"[\s-]+(?:member\s+|un\s+)?(?P<members>{_OF_A_BODY}|{MEMBERS}|country|nation|state"
    r"|co-signatories)(?![^\W\d_])",
    re.IGNORECASE,
)
# "On behalf of 39, Germany said", "a group of 39 led by Germany": "the Group of 77" is another's.
_BARE = re.compile(
    rf"(?:on\s+behalf\s+of\s+(?:the\s+|these\s+|those\s+)?|(?-i:group)\s+of\s+)"
    rf"(?P<number>\d{{1,3}}|{_WORD})(?=\s*[,;:)–—]|\.?\s*\Z|\.\s|\s+(?:led|headed|on|at|to|in\s+the)\b)",
    re.IGNORECASE,
)
# "Half of the 27 member states": how many of them is not said.
_SOME_OF = re.compile(
    r"\b(?:half|most|majority|thirds?|quarters?|many|several|some|few|none|neither)\s+of"
    r"\s+(?:the\s+|its\s+|all\s+)+\Z",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:a|an|and|plus|with)\s+(?:further|additional|another)\s+\Z", re.IGNORECASE
)
#: So many states there are, and more; what is more is something else.
MOST = 250


def value(words: str) -> int:
    """Return what a number means, in digits or in words.

    Examples
    --------
    >>> value("45"), value("forty-five"), value("three"), value("one hundred")
    (45, 45, 3, 100)
    """
    text = " ".join(words.casefold().replace("-", " ").split())
    if text.isdigit():
        return int(text)
    if text == "a dozen":
        return 12
    *before, last = text.split()
    if last == "dozen":
        return 12 * UNITS[before[0]]
    if last == "hundred":
        return 100 * UNITS[before[0]]
    return sum(TENS.get(word, 0) + UNITS.get(word, 0) for word in (*before, last))


def counts(text: str) -> list[Count]:
    """Return the numbers of states in a text, in order.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Count
        Numbers of anything else (people, years, articles) are none.

    Examples
    --------
    >>> found = counts("Nearly 70 countries, 850 million people and 38 other states in 71 years.")
    >>> [(each.number, each.qualifier, each.further) for each in found]
    [(70, 'nearly', False), (38, 'exactly', True)]
    """
    found = [each for each in counted(text) if 1 < each.number <= MOST]
    held = {each.start for each in found}
    for match in _COUNT.finditer(text):
        if match.start() in held:
            continue
        number = value(match["number"])
        if not 1 < number <= MOST:
            continue
        said = " ".join((match["qualifier"] or "").casefold().split())
        total = said.startswith("a total of")
        between = f" {' '.join(match['between'].casefold().split())} "
        before = text[max(0, match.start() - 30) : match.start()]
        if _SOME_OF.search(before):
            continue
        further = bool(
            re.search(r" (?:other|further|more|additional) ", between) or _FURTHER.search(before)
        )
        found.append(
            Count(
                match.start(),
                match.end(),
                number,
                _qualifier(said, match["number"]),
                further,
                total,
            )
        )
    for match in _BARE.finditer(text):
        number = value(match["number"])
        if 1 < number <= MOST:
            start, end = match.span("number")
            found.append(Count(start, end, number, "exactly", further=False, total=False))
    return sorted(found)


def _qualifier(said: str, number: str) -> str:
    said = said.removeprefix("a total of").strip()
    plain = (
        "about" if re.search(r"\sdozen\Z", number) and number[0].casefold() != "a" else "exactly"
    )
    return next((q for word, q in QUALIFIERS.items() if re.fullmatch(word, said)), plain)
