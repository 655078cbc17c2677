"""English words that lists and numbers are made of, and those of all languages together."""

from __future__ import annotations

import re

from coalitions.texts.languages import LANGUAGES, alternatives


def either(words: tuple[str, ...] | list[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


_CONJUNCTIONS = (
    "and",
    "&",
    r"as\s+well\s+as",
    r"along\s+with",
    r"together\s+with",
    "alongside",
    "plus",
)
_MEMBERS = (
    "countries",
    "states",
    "nations",
    "delegations",
    "governments",
    r"co-?sponsors",
    "sponsors",
    "signatories",
    r"member\s+states",
)
_EVERY = tuple(LANGUAGES.values())

#: What stands between the last two names of a list, in any language.
AND = either([*_CONJUNCTIONS, *(word for each in _EVERY for word in each.conjunctions)])
#: The same in languages that do not part their words, at the end of one.
AND_CLOSE = either([w for each in _EVERY if not each.spaced for w in each.conjunctions])
#: "My own country", "the ministers of" in such languages.
NEAR_CLOSE = either([w for each in _EVERY if not each.spaced for w in (*each.own, *each.offices)])
#: What stands before a name and is no part of it.
ARTICLE = either(["the", *(word for each in _EVERY for word in each.articles)])
#: What is counted where states are.
MEMBERS = either(_MEMBERS)

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
#: Number words → what they mean, compounds ("forty-five") left to the reader of numbers.
UNITS = {word: number for number, word in enumerate(_UNITS.split())}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}

#: What stands before a number → the qualifier of the table of claims.
QUALIFIERS = {
    "nearly": "nearly",
    "almost": "nearly",
    r"close\s+to": "nearly",
    r"more\s+than": "more than",
    "over": "more than",
    r"at\s+least": "at least",
    r"no\s+fewer\s+than": "at least",
    r"at\s+most": "at most",
    r"up\s+to": "at most",
    r"fewer\s+than": "fewer than",
    r"less\s+than": "fewer than",
    "some": "about",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
}

_BESIDE_WORDS = (
    "a also among an and as at but by co com dear delegation except for from have however in "
    "including is members of on our republic signed signatories sponsors statement subject that "
    "joining if whether unless did does would could can will should have "
    "the these this those title to today together we where when while with your unlike both "
    "ambassador permanent representative minister mission delegation draft "
    "joint not only since under against about after before between"
)
#: Words of a sentence that may stand before a name in capitals, at a beginning or in a title.
BESIDE = frozenset(_BESIDE_WORDS.split()).union(*(each.beside for each in _EVERY))

#: Who is spoken to or of, and no signatory.
TITLES = re.compile(
    r"^(?:mr|mrs|ms|madam|mister|sir|excellenc\w+|ambassador|president|chair\w*|vice-\w+|dr|prof\w*"
    r"|secretary-general|high\s+commissioner|i|we|he|she|it|they|thank|this|these|those|that|there"
    r"|our|subsequently|later|today|yesterday|afterwards|meanwhile|finally|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    rf"|(?:{alternatives('titles')})",
    re.IGNORECASE,
)

#: What parts a list by regions, or by letters.
REGION = re.compile(
    r"[A-Z]|africa|asia|asia[ -]pacific|(?:eastern|western|central)?\s*europe|oceania|pacific"
    r"|(?:the\s+)?(?:americas|caribbean|middle\s+east)|(?:north|south|latin)\s+america"
    rf"|latin\s+america\s+and\s+the\s+caribbean|{alternatives('regions')}",
    re.IGNORECASE,
)
