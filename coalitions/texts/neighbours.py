"""Known names in a text, without those that the words beside them make another's."""

from __future__ import annotations

import re
from typing import NamedTuple

from coalitions.texts.languages import alternatives
from coalitions.texts.words import ARTICLE, BESIDE

_OFFICE_WORDS = "foreign finance ministers leaders ambassadors governments heads presidency"
_OFFICES = frozenset(_OFFICE_WORDS.split())
# German calls many what they are in one word: "die Bewerberländer Albanien und Serbien".
_WHO = re.compile(r"(?:ländern?|staaten|minister\w*|regierung\w*|vertreter\w*|kandidaten)\Z")
_ARTICLE = re.compile(rf"(?:{ARTICLE})\Z", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:gulf|sea|city|bay|bank|strait|university|island|embassy|streets?|river)\s+of\s+(?:the\s+)?\Z"
    rf"|(?:{alternatives('places')})(?:\s+|['’]\s*)\Z",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)([ \t\u00a0]|-)\Z")
_WORD_BEHIND = re.compile(r"([ \t\u00a0]|[-‐‑])([^\W\d_][\w'’-]*)")
_KANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
# Ideographs that make another place, people or language of a name that they stand behind.
_NO_STATE = re.compile(r"[海洋湾灣河湖岛島语語族城人]|(?<=[国國])[家际際]")
# "Inner Mongolia", "New Guinea"; "developing countries" hold the letters of "China".
_OTHER = re.compile(r"[新内內]\Z")


class Spot(NamedTuple):
    """A known name in a text.

    Attributes
    ----------
    start, end : int
        Where it stands.
    code : str
        The state; empty for a group and for a name that may mean several.
    kind : str
        ``state``, ``group``, ``ambiguous``; ``possessive`` for "China's".
    """

    start: int
    end: int
    code: str
    kind: str


def without_neighbours(text: str, found: list[Spot]) -> list[Spot]:
    """Leave out names that are part of another one, of a person or a place."""
    begins = {spot.start for spot in found}
    ends = {spot.end for spot in found}
    return [spot for spot in found if _stands_alone(text, spot, begins, ends)]


def _stands_alone(text: str, spot: Spot, begins: set[int], ends: set[int]) -> bool:
    before = text[max(0, spot.start - 40) : spot.start]
    if _PLACE.search(before) or _NO_STATE.match(text, spot.end):
        return False
    if not _is_whole_word(text, spot, begins, ends):
        return False
    word = _WORD_BEFORE.search(before)
    if word and not _is_beside(word[1]):
        end = spot.start - len(word[2])
        if end not in ends and not _ARTICLE.match(word[1]):
            return False
    behind = _WORD_BEHIND.match(text, spot.end)
    return not behind or spot.kind == "possessive" or _leaves_alone(behind, spot, begins)


def _leaves_alone(behind: re.Match[str], spot: Spot, begins: set[int]) -> bool:
    """Say whether the word behind a name is none of it."""
    if behind[1].strip() and behind[2][0].islower():
        return False  # "China-led"
    if spot.kind == "group" and behind[2].casefold() in _OFFICES:
        return True  # "the G7 Foreign Ministers"
    return _is_beside(behind[2]) or behind.start(2) in begins


def _is_beside(word: str) -> bool:
    """Say whether a word beside a name leaves it alone: small, or one of a sentence."""
    small = word.casefold().rstrip(".:")
    return not word[0].isupper() or small in BESIDE or bool(_WHO.search(small))


def _is_whole_word(text: str, spot: Spot, begins: set[int], ends: set[int]) -> bool:
    """Say whether letters that stand directly beside a name are no part of it."""
    first, last = text[spot.start], text[spot.end - 1]
    left, right = text[max(0, spot.start - 1) : spot.start], text[spot.end : spot.end + 1]
    if _KANA.match(first) and _KANA.match(left) and spot.start not in ends:
        return False
    if _KANA.match(last) and _KANA.match(right) and spot.end not in begins:
        return False
    return not (_OTHER.match(left) and "\u3400" <= first <= "\u9fff")
