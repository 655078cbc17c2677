"""Words that lists and numbers are made of, a table for each language."""

from __future__ import annotations

import re
from typing import NamedTuple


class Language(NamedTuple):
    """The words of one language; each a piece of a regular expression, in lower case.

    Attributes
    ----------
    conjunctions : tuple of str
        What stands between the last two names of a list.
    articles : tuple of str
        What stands before a name and is no part of it.
    numbers : tuple of str
        Number words, from zero on; empty where none are known.
    tens : tuple of str
        Words for 20, 30, … 90.
    members : tuple of str
        What is counted where states are.
    signing : tuple of str
        What stands before a list of signatories.
    """

    conjunctions: tuple[str, ...]
    articles: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    tens: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    signing: tuple[str, ...] = ()


_ENGLISH_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)

_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

#: Language → its words. Another language is another entry.
LANGUAGES = {
    "en": Language(
        conjunctions=("and", "&", r"as\s+well\s+as", r"along\s+with", r"together\s+with", "plus"),
        articles=("the",),
        numbers=tuple(_ENGLISH_NUMBERS.split()),
        tens=tuple(_ENGLISH_TENS.split()),
        members=(
            "countries",
            "states",
            "nations",
            "delegations",
            "governments",
            r"co-?sponsors",
            "sponsors",
            "signatories",
            r"member\s+states",
        ),
    ),
    "fr": Language(
        conjunctions=("et", r"ainsi\s+que"),
        articles=("le", "la", "les"),
        members=("pays", "États"),
        signing=(r"au\s+nom\s+d\w*", "signataires", "coauteurs", r"suivants", r"cosignée?\s+par"),
    ),
    "es": Language(
        conjunctions=("y", "e"),
        articles=("el", "la", "los", "las"),
        members=("países", "Estados"),
        signing=(r"en\s+nombre\s+de\w*", "firmantes", "copatrocinadores", "siguientes"),
    ),
    "pt": Language(
        conjunctions=("e",),
        articles=("o", "a", "os", "as"),
        members=("países",),
        signing=(r"em\s+nome\s+d\w*", "signatários", "seguintes"),
    ),
    "de": Language(
        conjunctions=("und", "sowie"),
        articles=("der", "die", "das", "den"),
        members=("Staaten", "Länder"),
        signing=(r"im\s+Namen\s+\w+", r"Unterzeichner\w*", "folgende[rn]?"),
    ),
    "ru": Language(
        conjunctions=("и", r"а\s+также"),
        members=("стран", "государств"),
        signing=(r"от\s+имени", r"подписавш\w+", r"следующ\w+"),
    ),
    "ar": Language(("و",), members=("دولة", "دول"), signing=("باسم", r"نيابة\s+عن", "التالية")),
    "zh": Language(
        conjunctions=("和", "及", "与", "與", "以及"),
        members=("国", "國", "个国家"),
        signing=("代表", "签署", "簽署", "联署"),
    ),
    "ja": Language(("と", "及び", "および"), members=("カ国", "か国"), signing=("代表し", "署名")),
}


def either(words: tuple[str, ...] | list[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


#: Conjunctions and articles of all languages.
AND = either([word for each in LANGUAGES.values() for word in each.conjunctions])
ARTICLE = either([word for each in LANGUAGES.values() for word in each.articles])
SIGNING = either([word for each in LANGUAGES.values() for word in each.signing])
MEMBERS = either([word for each in LANGUAGES.values() for word in each.members])

#: Number words → what they mean, compounds ("forty-five") left to the reader of numbers.
UNITS = {w: n for each in LANGUAGES.values() for n, w in enumerate(each.numbers)}
TENS = {w: 10 * n for each in LANGUAGES.values() for n, w in enumerate(each.tens, 2)}

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
    "the these this those title to today together we where when while with your unlike both "
    "ambassador permanent representative minister mission delegation draft "
    "joint not only since under against about after before between"
)
#: Words of a sentence that may stand before a name in capitals, at a beginning or in a title.
BESIDE = frozenset(_BESIDE_WORDS.split())

#: Who is spoken to or of, and no signatory.
TITLES = re.compile(
    r"^(?:mr|mrs|ms|madam|mister|sir|excellenc\w+|ambassador|president|chair\w*|vice-\w+|dr|prof\w*"
    r"|secretary-general|high\s+commissioner|i|we|he|she|it|they|thank|this|these|those|that|there"
    r"|our|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)

#: What parts a list by regions, or by letters.
REGION = re.compile(
    r"[A-Z]|africa|asia|asia[ -]pacific|(?:eastern|western|central)?\s*europe|oceania|pacific"
    r"|(?:the\s+)?(?:americas|caribbean|middle\s+east)|(?:north|south|latin)\s+america"
    r"|latin\s+america\s+and\s+the\s+caribbean",
    re.IGNORECASE,
)
