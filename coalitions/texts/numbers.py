"""Find the numbers of states that a text speaks of: how many, and how surely."""

from __future__ import annotations

import re

from coalitions.texts.counted import Count, counted
from coalitions.texts.words import MEMBERS, QUALIFIERS, TENS, UNITS, either

_WORD = (
    rf"(?:(?:{either(list(TENS))})(?:[-\s](?:{either([w for w in UNITS if UNITS[w]])}))?"
    rf"|(?:{either(list(UNITS))})|a\s+dozen|(?:one|two)\s+hundred)"
)
_BETWEEN = (
    r"other|further|more|additional|like-minded|cross-regional|un|united\s+nations|member|different"
    r"|sovereign|arab|african|asian|european|western|islamic|gulf|developing|muslim|latin\s+american"
    r"|caribbean|pacific|arabian|new|(?-i:[A-Z][\w-]+)|non-aligned|of\s+the|observer|muslim-majority|predominantly"
)
_COUNT = re.compile(
    rf"(?:(?P<qualifier>{either(list(QUALIFIERS))}|a\s+total\s+of(?:\s+(?:nearly|over|some))?)\s+)?"
    rf"(?<![\d.,/(-])(?<![^\W\d_])(?P<number>\d{{1,3}}(?![\d,.]*\d)|{_WORD})(?P<between>(?:[\s-]+(?:{_BETWEEN}))*)"
    rf"[\s-]+(?:member\s+|un\s+)?(?P<members>{MEMBERS}|country|co-signatories)(?![^\W\d_])",
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
        further = bool(
            re.search(r" (?:other|further|more|additional) ", between) or _FURTHER.search(before)
        )
        found.append(Count(match.start(), match.end(), number, _qualifier(said), further, total))
    return sorted(found)


def _qualifier(said: str) -> str:
    said = said.removeprefix("a total of").strip()
    return next((q for word, q in QUALIFIERS.items() if re.fullmatch(word, said)), "exactly")
