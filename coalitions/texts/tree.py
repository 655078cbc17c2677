"""The known names as trees of words, by which the longest one at a place is found."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions.names import (
    READ_LANGUAGES,
    further_keys,
    further_keys_by_first_word,
    further_meanings,
    group_keys,
    normalise,
    tables,
)
from coalitions.texts.languages import VOWELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

IDEOGRAPH = "\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff"
_MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹ªº"
# Vowel signs and accents that are letters of their own in Unicode, and part of a word.
_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    "\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0fbc\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
_LETTER = rf"(?:[^\W\d_{_MARKS}{IDEOGRAPH}]|[{_SIGNS}])"
# Groups whose names hold a number: "G7", "G-77", "EU-27".
_NUMBERED = rf"(?i:g|v|e|nb|eu)[-‐‑]?\d{{1,2}}(?![\d{_MARKS}]|{_LETTER})"
_DIGITS_APART = re.compile(r"\b(g|v|e|nb|eu) (?=\d)")
_TOKEN = re.compile(
    rf"[{IDEOGRAPH}]|&|77(?=[国國かカ])|(?<!{_LETTER}){_NUMBERED}|(?<=\b[Gg]roup\sof\s)\d{{1,2}}\b|{_LETTER}+(?:\.{_LETTER}(?!{_LETTER}))+|{_LETTER}+(?:['’ʼ´]{_LETTER}+)*"
)
# What is written on to the next word: "l'Albanie", "وألبانيا" (and Albania).
_PREFIX = re.compile(
    r"(?i:[dl]|dell|all|nell|sull|qu)['’´](?=[^\W\d_a-zß-ÿ]|ex\b)"
    rf"|و{VOWELS}*(?=\w{VOWELS}*\w)"
)
# Where it all happens is no group that signs.
_EVERYBODY = frozenset(["united nations", "un"])
# So many states that only one language calls so are a text in that language.
_ENOUGH, _ENOUGH_READ = 3, 2
_MOST_WORDS = 8


class Token(NamedTuple):
    """A word of a text, or an ideograph: where it stands, and its key."""

    start: int
    end: int
    key: str


@functools.lru_cache(maxsize=65536)
def _key(word: str) -> str:
    # "the" alone has no key, and stays itself.
    return normalise(word) or word.casefold()


def inner(word: str, key: str) -> str:
    """Return the key of a word inside a name: there "l'Union" is one word, and not an article."""
    return normalise(f"a {word}")[2:] if "'" in word or "’" in word else key


def tokens(text: str) -> list[Token]:
    """Return the words of a text.

    Examples
    --------
    >>> [token.key for token in tokens("Côte d'Ivoire、日本")]
    ['cote', 'divoire', '日', '本']
    """
    return [Token(m.start(), m.end(), _key(m.group())) for m in _TOKEN.finditer(text)]


def without_prefix(text: str, token: Token) -> Token | None:
    """Return a word without what is written on to it; None where nothing is.

    Examples
    --------
    >>> text = "d'Albanie"
    >>> without_prefix(text, tokens(text)[0]).key
    'albanie'
    """
    match = _PREFIX.match(text, token.start, token.end)
    return Token(match.end(), token.end, _key(text[match.end() : token.end])) if match else None


def _grown(keys: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for key in keys:
        node = root
        for token in tokens(key):
            node = node.setdefault(token.key, {})
        if node is not root:
            node[""] = key
    return root


@functools.cache
def tree() -> dict[str, Any]:
    """Return the names that count in any text as a tree of words; "" marks the end of one."""
    known = tables()
    groups = (_DIGITS_APART.sub(r"\1-", key) for key in group_keys() if key not in _EVERYBODY)
    return _grown([*further_keys(), *known.keys, *known.ambiguous, *groups])


@functools.lru_cache(maxsize=64)
def tree_of(languages: frozenset[str]) -> dict[str, Any]:
    """Return the names that count only in texts in some languages."""
    return _grown(
        key
        for keys in further_keys_by_first_word().values()
        for key in keys
        if any(languages.intersection(each.languages) for each in further_meanings(key))
    )


def spoken(text: str, words: Sequence[Token]) -> frozenset[str]:
    """Return the languages that a text calls states in, which other texts do not.

    Parameters
    ----------
    text : str
        The text.
    words : sequence of Token
        Its words.

    Returns
    -------
    frozenset of str
        CLDR's codes of languages.

    Examples
    --------
    >>> text = "Alankomaat, Itävalta, Ruotsi ja Islanti"
    >>> sorted(spoken(text, tokens(text)))
    ['fi']
    """
    found: dict[str, set[str]] = defaultdict(set)
    index = further_keys_by_first_word()
    for at, word in enumerate(words):
        if word.key not in index or text[word.start].islower():
            continue
        for key in index[word.key]:
            parts = key.split()
            behind = words[at : at + len(parts)] if len(parts) <= _MOST_WORDS else ()
            if parts == [token.key for token in behind]:
                for each in further_meanings(key):
                    for language in each.languages:
                        found[language].add(each.code)
    return frozenset(
        language
        for language, codes in found.items()
        if len(codes) >= (_ENOUGH_READ if language in READ_LANGUAGES else _ENOUGH)
    )
