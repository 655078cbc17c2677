"""Find the names of states in running text: the longest known one at each place."""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from coalitions.names import group_keys, normalise, number_of, read, tables
from coalitions.texts.words import ARTICLE, BESIDE

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff"
_MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹ªº"
_LETTER = rf"[^\W\d_{_MARKS}{_IDEOGRAPH}]"
# Groups whose names hold a number: "G7", "G-77", "EU-27".
_NUMBERED = rf"(?i:g|v|e|nb|eu)[-‐‑]?\d{{1,2}}(?![\d{_MARKS}]|{_LETTER})"
_TOKEN = re.compile(
    rf"[{_IDEOGRAPH}]|&|(?<!{_LETTER}){_NUMBERED}|(?<=\b[Gg]roup\sof\s)\d{{1,2}}\b|{_LETTER}+(?:\.{_LETTER}(?!{_LETTER}))+|{_LETTER}+(?:['’ʼ´]{_LETTER}+)*"
)
_POSSESSIVE = re.compile(r"['’]s\Z|(?<=s)['’]\Z")
_ARTICLE = re.compile(rf"(?:{ARTICLE})\Z", re.IGNORECASE)
# What stands between two words of one name.
_INSIDE = re.compile(
    r"[ \t\u00a0]*\n?[ \t\u00a0]*(?:[-‐‑–—·・](?:\n?[ \t]*)|[/(\[（])?[)\]）]?|\.? ?"
)
_COMMA = re.compile(r",\s?|\)\s*")
_LONGEST = 24
# Words in lower case that a name may begin with.
_FORMER = frozenset(["ex", "former"])
_MEMBERS = frozenset(["member", "members", "states", "countries", "nations", "candidate"])
_OFFICE_WORDS = "foreign finance ministers leaders ambassadors governments heads presidency"
_OFFICES = frozenset(_OFFICE_WORDS.split())
# Where it all happens is no group that signs.
_EVERYBODY = frozenset(["united nations", "un"])
_DIGITS_APART = re.compile(r"\b(g|v|e|nb|eu) (?=\d)")
# How many a group is, before it.
_MANY = re.compile(r"(?<![\w-])(\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)\s+\Z")
_REACH = 20
_THEIRS = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:member\s+(?:states|countries)|members|countries)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:gulf|sea|city|bay|bank|strait|university|island|embassy|streets?|river)\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)([ \t\u00a0]|-)\Z")
_WORD_BEHIND = re.compile(r"([ \t\u00a0]|[-‐‑])([^\W\d_][\w'’-]*)")


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


class _Token(NamedTuple):
    start: int
    end: int
    key: str


@functools.cache
def _trie() -> dict[str, Any]:
    """Return the known names as a tree of words; "" marks the end of one."""
    root: dict[str, Any] = {}
    known = tables()
    for key in [*known.keys, *known.ambiguous, *group_keys()]:
        if key in _EVERYBODY:
            continue
        node = root
        for token in _tokens(_DIGITS_APART.sub(r"\1-", key)):
            node = node.setdefault(token.key, {})
        if node is not root:
            node[""] = key
    return root


@functools.lru_cache(maxsize=65536)
def _key(word: str) -> str:
    # "the" alone has no key, and stays itself.
    return normalise(word) or word.casefold()


def _inner(word: str, key: str) -> str:
    """Return the key of a word inside a name: there "l'Union" is one word, and not an article."""
    return normalise(f"a {word}")[2:] if "'" in word or "’" in word else key


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), _key(m.group())) for m in _TOKEN.finditer(text)]


def spots(text: str) -> list[Spot]:
    """Return the known names in a text, in order, none inside another.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Spot
        A name is one only where it is written with a capital (in scripts that have them) and no
        other name in capitals stands directly beside it: "Michael Jordan" and "Lake Chad" are
        none.

    Examples
    --------
    >>> text = "Cuba, Guinea-Bissau and Bosnia and Herzegovina; not Michael Jordan."
    >>> [spot.code for spot in spots(text)]
    ['CUB', 'GNB', 'BIH']
    """
    tokens = _tokens(text)
    found: list[Spot] = []
    at = 0
    while at < len(tokens):
        spot, step = _at(text, tokens, at)
        at += step
        if spot and (not found or spot.start >= found[-1].end):
            whole = _with_number if spot.kind == "group" else _extended
            found.append(whole(text, spot, found[-1].end if found else 0))
    return _without_neighbours(text, found)


def _at(text: str, tokens: list[_Token], at: int) -> tuple[Spot | None, int]:
    """Return the longest name that begins at a token, and how many tokens it has."""
    first = tokens[at]
    word = text[first.start : first.end]
    small = word[:1].islower() and word not in _FORMER
    if (small and word not in _MEMBERS) or not first.key:
        return None, 1
    if length := _length(text, tokens, at):
        end = _closed(text, first.start, tokens[at + length - 1].end)
        found = _spot(text, first.start, end)
        if not small or (found and found.kind == "group"):
            return found, length
    return (None, 1) if small else _short(text, first)


def _short(text: str, first: _Token) -> tuple[Spot | None, int]:
    """Return a name of one word that is in capitals or says whose something is."""
    word = text[first.start : first.end]
    if code := tables().capitals.get(word.replace(".", "")):
        end = first.end + (text[first.end : first.end + 1] == "." and "." in word)
        return Spot(first.start, end, code, "state"), 1
    bare = _POSSESSIVE.sub("", word)
    code = read(bare).one if bare != word else ""
    if not code:
        return None, 1
    theirs = _THEIRS.match(text, first.end)
    if theirs and read(text[first.start : theirs.end()]).kind == "group":
        return Spot(first.start, theirs.end(), "", "group"), len(theirs.group().split()) + 1
    return Spot(first.start, first.end, code, "possessive"), 1


def _length(text: str, tokens: list[_Token], at: int) -> int:
    """Return of how many tokens the longest name at a token is; 0 for none."""
    node, longest = _trie(), 0
    for number in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[number]
        if number > at and not _one_name(text, tokens, at, number):
            break
        key = token.key if number == at else _inner(text[token.start : token.end], token.key)
        key = "saint" if number == at and key == "st" else key
        key = "and" if key == "&" else key
        if key == "the" and "the" not in node and number > at:
            continue
        if key not in node:
            break
        node = node[key]
        if "" in node and _is_whole(text, tokens, at, number):
            longest = number - at + 1
    return longest


def _one_name(text: str, tokens: list[_Token], at: int, number: int) -> bool:
    gap = text[tokens[number - 1].end : tokens[number].start]
    return bool(_INSIDE.fullmatch(gap) or _COMMA.fullmatch(gap)) or (not gap and number > at)


def _is_whole(text: str, tokens: list[_Token], at: int, number: int) -> bool:
    """Say whether a name may end here: one with a comma is one that is known with it."""
    name = text[tokens[at].start : tokens[number].end]
    if "," not in name:
        return True
    parts = tuple(normalise(part) for part in name.split(","))
    if parts not in tables().inverted:
        return False
    # "Niger, Republic of Korea" is two.
    comma = tokens[at].start + name.index(",")
    after = next(n for n in range(at, number + 1) if tokens[n].start > comma)
    return _reach(text, tokens, after) <= number


def _reach(text: str, tokens: list[_Token], at: int) -> int:
    """Return the last token of the longest name without a comma that begins at a token."""
    node, reach = _trie(), -1
    for number in range(at, min(at + _LONGEST, len(tokens))):
        if number > at and not _INSIDE.fullmatch(
            text, tokens[number - 1].end, tokens[number].start
        ):
            break
        key = tokens[number].key
        if key == "the":
            continue
        if key not in node:
            break
        node = node[key]
        reach = number if "" in node else reach
    return reach


_SHORT = re.compile(r"(?:\b[^\W\d_]{1,5}\.? ?(?:of )?){1,4}\Z")
_TURNED = re.compile(r",[ \n]?[^\W\d_][^\W\d_.' ]*(?:[. ]+[^\W\d_]+){0,3}\.?|\s?\([^()\n]{2,60}\)")


def _extended(text: str, spot: Spot, limit: int) -> Spot:
    """Return a name with the shortened, turned or second words that belong to it."""
    if behind := _TURNED.match(text, spot.end):
        inside = behind.group()
        ends = [len(inside), *(m.start() for m in re.finditer(r"[ .](?=\S)", inside[2:]))]
        for end in (spot.end + ends[0], *(spot.end + 2 + e for e in ends[:0:-1])):
            the = inside[: end - spot.end].casefold().endswith(" the")
            if inside.lstrip()[0] == "(" and end < behind.end():
                continue  # "Lithuania (the Baltic States)"
            if the and re.match(r"\s+\w", text[end : end + 3]):
                continue  # "Japan, the United States"
            if inside[0] == "," and _name_end(text, spot.end + 1) > end:
                continue  # "Congo, Democratic Republic of the Congo"
            if (found := read(text[spot.start : end])).one:
                return Spot(spot.start, end, found.one, "state")
    before = text[max(limit, spot.start - 30) : spot.start]
    short = _SHORT.search(before)
    if short and "." in short.group():
        words = [m.start() for m in re.finditer(r"(?<!\w)\w", short.group())]
        for word in words:
            start = spot.start - len(short.group()) + word
            name = text[start : spot.end]
            if name[0].isupper() and "." in name and (found := read(name)).one:
                return Spot(start, spot.end, found.one, "state")
    return spot


def _with_number(text: str, spot: Spot, limit: int) -> Spot:
    """Return a group with how many it is said to be."""
    number = _MANY.search(text, max(limit, spot.start - _REACH), spot.start)
    many = number and number_of(number[1]) is not None
    return spot._replace(start=number.start(1)) if number and many else spot


def _name_end(text: str, start: int) -> int:
    """Return where the longest known name that begins at a place ends; 0 for none."""
    part = text[start : start + 80]
    tokens = _tokens(part)
    reach = _reach(part, tokens, 0) if tokens else -1
    return start + tokens[reach].end if reach >= 0 else 0


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a name with the bracket that belongs to it."""
    inside = text[start:end]
    for opening, closing in ("()", "[]", "（）"):
        if inside.count(opening) > inside.count(closing):
            tail = re.compile(rf"(?:\s+the)?[\s'’–-]{{0,3}}{re.escape(closing)}").match(text, end)
            return tail.end() if tail else end
    return end


def _spot(text: str, start: int, end: int) -> Spot | None:
    found = read(text[start:end])
    if found.one:
        return Spot(start, end, found.one, "state")
    return Spot(start, end, "", found.kind) if found.kind in ("group", "ambiguous") else None


def _without_neighbours(text: str, found: list[Spot]) -> list[Spot]:
    """Leave out names that are part of another one, of a person or a place."""
    begins = {spot.start for spot in found}
    ends = {spot.end for spot in found}
    return [spot for spot in found if _stands_alone(text, spot, begins, ends)]


def _stands_alone(text: str, spot: Spot, begins: set[int], ends: set[int]) -> bool:
    before = text[max(0, spot.start - 40) : spot.start]
    if _PLACE.search(before):
        return False
    word = _WORD_BEFORE.search(before)
    if word and not _is_beside(word[1]):
        end = spot.start - len(word[2])
        if end not in ends and not _ARTICLE.match(word[1]):
            return False
    behind = _WORD_BEHIND.match(text, spot.end)
    if not behind or spot.kind == "possessive":
        return True
    if behind[1].strip() and behind[2][0].islower():
        return False  # "China-led"
    if spot.kind == "group" and behind[2].casefold() in _OFFICES:
        return True  # "the G7 Foreign Ministers"
    return _is_beside(behind[2]) or behind.start(2) in begins


def _is_beside(word: str) -> bool:
    """Say whether a word beside a name leaves it alone: small, or one of a sentence."""
    return not word[0].isupper() or word.casefold().rstrip(".:") in BESIDE
