"""What stands between the separators of a list: a name, filling, or something unknown."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from coalitions.names import normalise, read, resolve, tables
from coalitions.texts.languages import alternatives
from coalitions.texts.offices import OFFICE
from coalitions.texts.pieces import Piece
from coalitions.texts.words import AND, AND_CLOSE, ARTICLE, BESIDE, NEAR_CLOSE, REGION, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = 9
_SHORT = 4
_SIGNS = r"[\s\-–—•*·▪◦‣●○■|†‡§¶#+^°º¹²³⁰⁴⁵⁶⁷⁸⁹\U0001F1E6-\U0001F1FF\ufe0f✓✔☑✗✘❌☒✖~→>_'’]"
OWN = (
    r"(?:(?:my|its|our|his|her|their)\s+own\s+(?:country|delegation|state)|my\s+country"
    rf"|{alternatives('own')})"
)
_OFFICES = (
    r"(?:the\s+)?(?:(?:high\s+representative|(?:foreign\s+)?ministers?(?:\s+(?:for|of)\s+foreign"
    r"\s+affairs)?|secretar(?:y|ies)\s+of\s+state|governments?|delegations?|countries"
    r"|representatives?|leaders?|presidents?|prime\s+ministers?)\s+(?:of|for|on\s+behalf\s+of)"
    rf"|{alternatives('offices')})"
)
# What stands beside names where the European Union says who joins it.
_OF_EUROPE = (
    r"members?\s+of\s+the\s+European\s+Economic\s+Area|(?:the\s+)?(?:countr(?:y|ies)\s+of\s+the"
    r"\s+Stabili[sz]ation\s+and\s+Association\s+Process(?:\s+and)?\s*)?potential\s+candidates?"
    r"(?:\s+countr(?:y|ies))?"
)
# "Cuba and Chad, with the support of Peru, submitted …": Peru is of those who did.
SUPPORTED = (
    r"(?:with\s+the\s+(?:support|co-?sponsorship|backing)\s+of|(?:co-?sponsored|supported)\s+by)"
)
NUMBER = r"(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\[[\da-z]{1,3}\]|\((?:\d{1,3}|[a-z*])\)|\d{1,3}\b)"
FILLER = (
    rf"(?:{_SIGNS}|{NUMBER}|(?<![^\W\d_])(?:(?:(?:{AND})\s+(?:also\s+)?|(?<=[,;]\s))by|{AND}|{ARTICLE}|also|both|{OWN}|{_OFFICES}|{SUPPORTED}"
    rf"|join(?:s|ed|ing)|in\s+(?:our|my|its)\s+national\s+capacity|{_OF_EUROPE})(?![^\W\d_])|(?:{AND_CLOSE}|{NEAR_CLOSE})|\b[dl]['’])"
)
MARK = r"[,;،؛、，；・]"
PIECES = re.compile(
    rf"{MARK}|\n|\t|\||[•·▪◦‣●○■]|\s{{3,}}|(?<![^\W\d_])(?:{AND})(?![^\W\d_])", re.IGNORECASE
)
EDGE = re.compile(
    rf"^(?:{FILLER})+|(?:{_SIGNS}|{NUMBER})+$|(?<=[^\W\d_])(?:{AND_CLOSE})$", re.IGNORECASE
)
# "Special Rapporteur on trafficking in persons": somebody, whatever the words behind it.
_OFFICE = re.compile(rf"{OFFICE}\s(?:for|of|on)\s|(?:EU-)?Kommissar(?:in)?\sfür\s")
# "Chad, ?, Peru": somebody whom the text cannot name.
_NOBODY = re.compile(r"[?？]+")
_ITEM = re.compile(r"[^\W\d_][^.:;!?\"“”=<>{}]*(?:\b\w{1,4}\.[^.:;!?\"“”=<>{}]*)*")
# With which the name of a state may begin in small letters: "the former Republic of …".
_DESIGNATION = re.compile(
    r"(?:former|late|ex|ancienne?|antigua|antigo|ehemaligen?|kingdom|republic|federa(?:l|tion|ted)"
    r"|state|principality|sultanate|union|commonwealth|island|royaume|r[ée]publi(?:que|ca|k)"
    r"|f[ée]d[ée]ration|principaut[ée]|reino|estado|königreich|fürstentum)s?\b",
    re.IGNORECASE,
)
_SMALL_WORDS = "of the and de du des la le les el los del da do dos d' l' for & y et"
_SMALL = frozenset(_SMALL_WORDS.split())
OTHERS = re.compile(
    r"(?:(?:many|several|some|other|others|more|countries|states|nations|members?|inter\s+alia|etc"
    r"|a|an|number|of|few|among|additional|further|like-minded|\d+|\w+teen|\w+ty|one|two"
    rf"|three|four|five|six|seven|eight|nine|ten)\W*)+|{alternatives('others')}",
    re.IGNORECASE,
)
MEMBER_STATES = re.compile(
    r"(?:(?:its|the|their|all|other)\s+)*(?:[\w-]+\s+)?(?:EU\s+)?member\s+(?:states|countries)"
    rf"(?:\s+of\s+the\s+(?:EU|European\s+Union))?|{alternatives('memberships')}",
    re.IGNORECASE,
)
# Scripts without capitals: what an unknown name may be is told by its length and its letters alone.
CLOSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NO_NAME = re.compile(r"[的是在了对與为為所以之こそのをはがにでもすしく]")
_LONGEST_CLOSE = 14
_CAPITALS = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]")
_WORDS_WITHOUT_CAPITALS = 4


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces between separators stand."""
    at = start
    for mark in [*PIECES.finditer(text, start, end), None]:
        until = mark.start() if mark else end
        if text[at:until].strip():
            yield at, until
        at = mark.end() if mark else end


def read_item(text: str, start: int, end: int) -> list[Piece] | None:
    """Return a piece as a name or an unknown item; [] for filling, None for words of a sentence."""
    raw = text[start:end]
    bare = raw.strip()
    while (shorter := EDGE.sub("", bare).strip()) != bare:
        bare = shorter
    if not bare:
        return []
    begin = start + raw.index(bare)
    if REGION.fullmatch(bare):
        return []
    if MEMBER_STATES.fullmatch(bare) or _NOBODY.fullmatch(bare):
        kind = "unknown" if _NOBODY.fullmatch(bare) else "group"
        return [Piece(begin, begin + len(bare), "", kind)]
    found = read(bare)
    # "Ira" is Iran in Lingala, and somebody here.
    if found.kind != "unknown" and (len(bare) > _SHORT or normalise(bare) in tables().keys):
        return [Piece(begin, begin + len(bare), found.one, found.kind)]
    if OTHERS.fullmatch(bare):
        return []
    meant = bool(_OFFICE.match(bare)) or _is_item(bare) or _is_misspelt(bare)
    return [Piece(begin, begin + len(bare), "", "unknown")] if meant else None


@functools.lru_cache(maxsize=4096)
def _is_misspelt(bare: str) -> bool:
    """Say whether words are nearly a name: "Cote dIvore"."""
    words = bare.split()
    return len(words) <= _WORDS and words[0][0].isupper() and bool(resolve(bare).suggestions)


def _is_item(bare: str) -> bool:
    """Say whether words may be somebody's name: in capitals, short, and no sentence."""
    if not _CAPITALS.match(bare) and bare[0].isalpha():
        return _is_item_without_capitals(bare)
    words = bare.split()
    if len(words) > _WORDS or TITLES.match(bare) or not _ITEM.fullmatch(bare):
        return False
    if _DESIGNATION.match(bare):
        return any(word[:1].isupper() for word in re.split(r"[\s-]", bare))
    if words[0][0].islower() or (len(words) == 1 and words[0].casefold() in BESIDE):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w.casefold() in _SMALL for w in words)


def _is_item_without_capitals(bare: str) -> bool:
    """Say whether words of a script that has no capitals may be a name: few, and no sentence."""
    if TITLES.match(bare) or not _ITEM.fullmatch(bare):
        return False
    if CLOSE.match(bare):
        return len(bare) <= _LONGEST_CLOSE and not _NO_NAME.search(bare)
    return len(bare.split()) <= _WORDS_WITHOUT_CAPITALS
