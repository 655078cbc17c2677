"""Find the names of states in running text: the longest known one at each place."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from coalitions.names import further_meanings, normalise, number_of, read, tables
from coalitions.texts.codes import with_codes
from coalitions.texts.neighbours import Spot, without_neighbours
from coalitions.texts.smallletters import with_small_letters
from coalitions.texts.tree import Token, inner, spoken, tokens, tree, tree_of, without_prefix

__all__ = ["Spot", "spots"]

_POSSESSIVE = re.compile(r"['’]s\Z|(?<=s)['’]\Z")
# What stands between two words of one name.
_INSIDE = re.compile(
    r"[ \t\u00a0]*\n?[ \t\u00a0]*(?:[-‐‑–—·・](?:\n?[ \t]*)|[/(\[（])?[)\]）]?|\.? ?| 77 "
)
_COMMA = re.compile(r",\s?|\)\s*")
_LONGEST = 24
# Words in lower case that a name may begin with.
_FORMER = frozenset(["ex", "former"])
_MEMBERS = frozenset(["member", "members", "states", "countries", "nations", "candidate"])
# How many a group is, before it.
_MANY = re.compile(r"(?<![\w-])(\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)\s+\Z")
_REACH = 20
_LINE = re.compile(r"[ \t\u00a0]*(?:\n|\Z)")
_THEIRS = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:member\s+(?:states|countries)|members|countries)\b", re.IGNORECASE
)


class _Given(NamedTuple):
    """A text, its words, and the languages that it calls states in."""

    text: str
    words: list[Token]
    languages: frozenset[str]


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
    words = tokens(text)
    given = _Given(text, words, spoken(text, words))
    found: list[Spot] = []
    at = 0
    while at < len(words):
        spot, step = _at(given, at)
        at += step
        if spot and (not found or spot.start >= found[-1].end):
            whole = _with_number if spot.kind == "group" else _extended
            limit = found[-1].end if found else 0
            found.append(with_small_letters(text, whole(text, spot, limit), limit))
    return with_codes(text, without_neighbours(text, found))


def _at(given: _Given, at: int) -> tuple[Spot | None, int]:
    """Return the longest name that begins at a word, and how many words it has."""
    text, words, _ = given
    first = words[at]
    found = _beginning_with(given, at, first)
    # "d'Albanie", "وألبانيا": the name begins within its word.
    if not found[0] and (bare := without_prefix(text, first)):
        found = _beginning_with(given, at, bare)
    return found


def _beginning_with(given: _Given, at: int, first: Token) -> tuple[Spot | None, int]:
    """Return the longest name that begins with a word, or with the end of one."""
    text, words, languages = given
    word = text[first.start : first.end]
    small = word[:1].islower() and word not in _FORMER
    if (small and word not in _MEMBERS) or not first.key:
        return None, 1
    behind = words[at + 1 : at + _LONGEST]
    length = _length(text, [first, *behind], tree())
    further = _length(text, [first, *behind], tree_of(languages)) if languages else 0
    if length or further:
        last = [first, *behind][max(length, further) - 1]
        end = _closed(text, first.start, last.end)
        name = text[first.start : end]
        spot = _of_languages(first.start, name, languages) if further > length else None
        found = spot or _spot(text, first.start, end)
        if not small or (found and found.kind == "group"):
            return found, max(length, further)
    return (None, 1) if small else _short(text, first)


def _short(text: str, first: Token) -> tuple[Spot | None, int]:
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


def _of_languages(start: int, name: str, languages: frozenset[str]) -> Spot | None:
    """Return what a name means in the languages that a text speaks."""
    held = further_meanings(normalise(name))
    codes = {each.code for each in held if languages.intersection(each.languages)}
    if len(codes) == 1:
        return Spot(start, start + len(name), codes.pop(), "state")
    return Spot(start, start + len(name), "", "ambiguous") if codes else None


def _length(text: str, words: list[Token], root: dict[str, Any]) -> int:
    """Return of how many words the longest name that begins with the first is; 0 for none."""
    node, longest = root, 0
    for number, token in enumerate(words):
        if number and not _one_name(text, words, number):
            break
        key = inner(text[token.start : token.end], token.key) if number else token.key
        key = "saint" if not number and key == "st" else key
        key = "and" if key == "&" else key
        if key == "the" and "the" not in node and number:
            continue
        if key not in node:
            break
        node = node[key]
        if "" in node and _is_whole(text, words, number):
            longest = number + 1
    return longest


def _one_name(text: str, words: list[Token], number: int) -> bool:
    gap = text[words[number - 1].end : words[number].start]
    return not gap or bool(_INSIDE.fullmatch(gap) or _COMMA.fullmatch(gap))


def _is_whole(text: str, words: list[Token], number: int) -> bool:
    """Say whether a name may end here: one with a comma is one that is known with it."""
    start, end = words[0].start, words[number].end
    name = text[start:end]
    if "\n" not in name and _LINE.match(text, end) and (not start or text[start - 1] == "\n"):
        return "," not in name or _is_turned(name)
    if "," not in name:
        return not ("\n" in name and _goes_on(text, words, number))
    if not _is_turned(name):
        return False
    # "Niger, Republic of Korea" is two.
    comma = start + name.index(",")
    after = next(n for n in range(number + 1) if words[n].start > comma)
    return _reach(text, words, after) <= number


def _is_turned(name: str) -> bool:
    return tuple(normalise(part) for part in name.split(",")) in tables().inverted


def _goes_on(text: str, words: list[Token], number: int) -> bool:
    """Say whether a name that begins in a new line goes on behind: "Kenya", "Republic of Korea"."""
    begins = (
        at for at in range(1, number + 1) if "\n" in text[words[at - 1].end : words[at].start]
    )
    return any(_reach(text, words, at) > number for at in begins)


def _reach(text: str, words: list[Token], at: int) -> int:
    """Return the last word of the longest name without a comma that begins at a word."""
    node, reach = tree(), -1
    for number in range(at, min(at + _LONGEST, len(words))):
        if number > at and not _INSIDE.fullmatch(text, words[number - 1].end, words[number].start):
            break
        key = words[number].key
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
            if inside[0] == "," and _begins_another(text, spot, end):
                continue
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


def _begins_another(text: str, spot: Spot, end: int) -> bool:
    """Say whether another name stands behind the comma, and not the rest of a turned one."""
    if _name_end(text, spot.end + 1) > end:
        return True  # "Congo, Democratic Republic of the Congo"
    return read(text[spot.end + 1 : end]).one not in {"", spot.code}  # "the Congo, the DRC"


def _with_number(text: str, spot: Spot, limit: int) -> Spot:
    """Return a group with how many it is said to be."""
    number = _MANY.search(text, max(limit, spot.start - _REACH), spot.start)
    many = number and number_of(number[1]) is not None
    return spot._replace(start=number.start(1)) if number and many else spot


def _name_end(text: str, start: int) -> int:
    """Return where the longest known name that begins at a place ends; 0 for none."""
    part = text[start : start + 80]
    words = tokens(part)
    reach = _reach(part, words, 0) if words else -1
    return start + words[reach].end if reach >= 0 else 0


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a name with the bracket that belongs to it."""
    inside = text[start:end]
    for opening, closing in ("()", "[]", "（）"):
        if inside.count(opening) > inside.count(closing):
            tail = re.compile(rf"(?:\s+the)?[.\s'’–-]{{0,3}}{re.escape(closing)}").match(text, end)
            return tail.end() if tail else end
    return end


def _spot(text: str, start: int, end: int) -> Spot | None:
    found = read(text[start:end])
    if found.one:
        return Spot(start, end, found.one, "state")
    return Spot(start, end, "", found.kind) if found.kind in ("group", "ambiguous") else None
