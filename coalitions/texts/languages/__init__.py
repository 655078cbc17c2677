"""The words of each language around lists of states. Another language is another file here.

English is not among them: its words stand where they are used, since most rules are made of them.
"""

from __future__ import annotations

import re

from coalitions.texts.languages.arabic import ARABIC
from coalitions.texts.languages.chinese import CHINESE
from coalitions.texts.languages.french import FRENCH
from coalitions.texts.languages.german import GERMAN
from coalitions.texts.languages.japanese import JAPANESE
from coalitions.texts.languages.language import Language
from coalitions.texts.languages.portuguese import PORTUGUESE
from coalitions.texts.languages.russian import RUSSIAN
from coalitions.texts.languages.spanish import SPANISH

__all__ = ["LANGUAGES", "VOWELS", "Language", "alternatives", "of_role", "with_vowels"]

#: Language → its words.
LANGUAGES: dict[str, Language] = {
    "ar": ARABIC,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "ja": JAPANESE,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "zh": CHINESE,
}


#: Marks of vowels, which a careful writer puts over Arabic letters.
VOWELS = "[\u064b-\u0652\u0670]"
# An Arabic letter, or several to choose from.
_LETTER = re.compile("[\u0621-\u064a]|\\[[\u0621-\u064a]+\\]")


def _joined(pieces: dict[str, tuple[str, ...]], *, whole: bool) -> str:
    """Return a pattern for any piece: whole words, or their beginnings, where there are words."""
    spaced = {piece for code, held in pieces.items() if LANGUAGES[code].spaced for piece in held}
    close = {piece for code, held in pieces.items() if not LANGUAGES[code].spaced for piece in held}
    words = "|".join(_longest_first(spaced))
    end = r"(?![^\W\d_])" if whole else ""
    parts = [rf"(?<![^\W\d_])(?:{words}){end}"] if words else []
    return "|".join([*parts, *_longest_first(close)]) or r"(?!)"


def _longest_first(pieces: set[str]) -> list[str]:
    return [with_vowels(piece) for piece in sorted(pieces, key=lambda p: (-len(p), p))]


def with_vowels(pattern: str) -> str:
    """Return a pattern that takes Arabic words with marks of vowels, too.

    Examples
    --------
    >>> import re
    >>> bool(re.fullmatch(with_vowels("نيابة"), "نيابةً")), with_vowels("on behalf")
    (True, 'on behalf')
    """
    return _LETTER.sub(rf"(?:\g<0>{VOWELS}*)", pattern)


def alternatives(field: str, *, whole: bool = True) -> str:
    """Return a pattern for what all languages have for something.

    Parameters
    ----------
    field : str
        A field of `Language`.
    whole : bool
        Whether whole words are meant, or words that begin so.

    Examples
    --------
    >>> import re
    >>> re.findall(alternatives("own"), "de mon propre pays, 我国")
    ['mon propre pays', '我国']
    """
    held = {code: getattr(words, field) for code, words in LANGUAGES.items()}
    return _joined(held, whole=whole)


def of_role(field: str, role: str) -> str:
    """Return a pattern for what stands before or behind lists of a role in any language.

    Examples
    --------
    >>> import re
    >>> bool(re.search(of_role("before", "signatories"), "en nombre de"))
    True
    """
    held = {code: getattr(words, field).get(role, ()) for code, words in LANGUAGES.items()}
    return _joined(held, whole=field == "before")
