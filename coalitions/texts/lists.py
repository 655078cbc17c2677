"""Find the spans of a text that are lists of names, with what stands in them and is no name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from coalitions.names import read, resolve
from coalitions.texts.brackets import GROUP_OFFICES, is_beside, with_brackets
from coalitions.texts.pieces import Listed, Piece
from coalitions.texts.spotting import Spot, spots
from coalitions.texts.words import AND, ARTICLE, BESIDE, REGION, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is longer between two names (letters) is a sentence.
_REACH = 160
_WORDS = 9
_SIGNS = r"[\s\-–—•*·▪◦‣●○■|†‡§¶#+^°º¹²³⁰⁴⁵⁶⁷⁸⁹\U0001F1E6-\U0001F1FF\ufe0f✓✔☑→>_'’]"
_OWN = r"(?:(?:my|its|our|his|her|their)\s+own\s+(?:country|delegation|state)|my\s+country)"
_OFFICES = (
    r"(?:the\s+)?(?:(?:high\s+representative|(?:foreign\s+)?ministers?(?:\s+(?:for|of)\s+foreign"
    r"\s+affairs)?|secretar(?:y|ies)\s+of\s+state|governments?|delegations?|countries"
    r"|representatives?|leaders?|presidents?|prime\s+ministers?)\s+(?:of|for|on\s+behalf\s+of))"
)
# What stands beside names where the European Union says who joins it.
_OF_EUROPE = (
    r"members?\s+of\s+the\s+European\s+Economic\s+Area|(?:the\s+)?(?:countr(?:y|ies)\s+of\s+the"
    r"\s+Stabili[sz]ation\s+and\s+Association\s+Process(?:\s+and)?\s*)?potential\s+candidates?"
    r"(?:\s+countr(?:y|ies))?"
)
_NUMBER = r"(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\[[\da-z]{1,3}\]|\((?:\d{1,3}|[a-z*])\)|\d{1,3}\b)"
_FILLER = (
    rf"(?:{_SIGNS}|{_NUMBER}|(?<![^\W\d_])(?:{AND}|{ARTICLE}|also|both|{_OWN}|{_OFFICES}"
    rf"|in\s+(?:our|my|its)\s+national\s+capacity|{_OF_EUROPE})(?![^\W\d_]))"
)
_MARK = r"[,;،؛、，；]"
_GLUE = re.compile(rf"(?:{_FILLER}|{_MARK}|[\"“”/]|\.(?=[,;\n]))*", re.IGNORECASE)
_NUMBERED = re.compile(rf"\.?\s+{_NUMBER}\s*", re.IGNORECASE)
_PIECES = re.compile(
    rf"{_MARK}|\n|\t|\||[•·▪◦‣●○■]|\s{{3,}}|(?<![^\W\d_])(?:{AND})(?![^\W\d_])", re.IGNORECASE
)
_EDGE = re.compile(rf"^(?:{_FILLER})+|(?:{_SIGNS}|{_NUMBER})+$", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()\[\]]{1,2000}\)|\[[^()\[\]]{1,2000}\]")
_OFFICES_BEHIND = re.compile(rf"\s+{GROUP_OFFICES}(?!\s+(?:of|for)\b)", re.IGNORECASE)
# How many of a group, before it.
_SOME_OF = re.compile(
    r"(?<!\w)(?:other|several|some|many|most|all|[\w-]+\s+of(?=\s+the\s))(?:\s+of)?(?:\s+the)?\s+\Z",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"\.\s")
_BLANK = re.compile(r"\n[ \t]*\n")
_STOP = re.compile(r"(?<!\n\d)(?<!\n\d\d)(?<!\n\d\d\d)(?<!\b[A-Z])[.!?](?:[\"”’)\]]*\s|$)|[。！？]")
_ITEM = re.compile(r"[^\W\d_][^.:;!?\"“”=<>{}]*(?:\b\w{1,4}\.[^.:;!?\"“”=<>{}]*)*")
_SMALL_WORDS = "of the and de du des la le les el los del da do dos d' l' for & y et"
_SMALL = frozenset(_SMALL_WORDS.split())
_OTHERS = re.compile(
    r"(?:(?:many|several|some|other|others|more|countries|states|nations|members?|inter\s+alia|etc"
    r"|a|an|number|of|few|among|additional|further|like-minded|\d+|\w+teen|\w+ty|one|two"
    r"|three|four|five|six|seven|eight|nine|ten)\W*)+",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:(?:a|an|about|some|many|several|few|number|of|further|additional|another|over|more|than"
    r"|[\d]{1,3}|[a-z]+-[a-z]+|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)\s+)*(?:other|others|more|further|additional)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"(?:[^\S\n]|{_NUMBER}|[^\w\s,;.:])+\Z", re.IGNORECASE)
_MEMBER_STATES = re.compile(
    r"(?:(?:its|the|their|all|other)\s+)*(?:[\w-]+\s+)?(?:EU\s+)?member\s+(?:states|countries)"
    r"(?:\s+of\s+the\s+(?:EU|European\s+Union))?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(rf"(?:{_MARK}|\n|\t|\||(?:{AND}))\s*(?:(?:{ARTICLE})\s+)?\Z", re.IGNORECASE)


def lists(text: str) -> list[Listed]:
    """Return the lists in a text, a lone name being a list of one.

    Parameters
    ----------
    text : str
        Any text, brackets of more than a word blanked where they are not read.

    Returns
    -------
    list of Listed

    Examples
    --------
    >>> [found.codes for found in lists("On behalf of Cuba, China and Chad. Peru spoke.")]
    [('CUB', 'CHN', 'TCD'), ('PER',)]
    """
    known = [spot for spot in spots(text) if spot.kind != "possessive"]
    outer, inner, masked = _apart(text, known)
    found = _runs(masked, outer, 0, len(text))
    beside: dict[int, Listed] = {}
    for (start, end), inside in inner.items():
        held = _runs(text, inside, start, end)
        found += held
        if len(held) == 1 and is_beside(text, start, held[0]):
            beside[start] = held[0]
    return with_brackets(text, sorted(found), beside)


def _apart(
    text: str, known: list[Spot]
) -> tuple[list[Spot], dict[tuple[int, int], list[Spot]], str]:
    """Return the names outside brackets, those inside by bracket, and the text without them."""
    covered = {at for spot in known for at in range(spot.start, spot.end)}
    held: list[tuple[int, int]] = []
    parts, at = [], 0
    for bracket in _BRACKET.finditer(text):
        if bracket.start() in covered:
            continue
        held.append((bracket.start() + 1, bracket.end() - 1))
        parts += [text[at : bracket.start()], " " * len(bracket.group())]
        at = bracket.end()
    outer: list[Spot] = []
    inner: dict[tuple[int, int], list[Spot]] = {}
    number = 0
    for spot in known:
        while number < len(held) and held[number][1] < spot.end:
            number += 1
        if number < len(held) and held[number][0] <= spot.start:
            inner.setdefault(held[number], []).append(spot)
        else:
            outer.append(spot)
    return outer, inner, "".join([*parts, text[at:]])


def _runs(text: str, known: list[Spot], low: int, high: int) -> list[Listed]:
    """Return the lists that names within some limits make."""
    runs: list[list[Piece]] = []
    for spot in known:
        between = _between(text, runs[-1][-1], spot) if runs else None
        if between is None:
            runs.append([])
        else:
            runs[-1] += between
        runs[-1].append(Piece(*spot))
    limits = [low, *(run[-1].end for run in runs)]
    nexts = [*(run[0].start for run in runs[1:]), high]
    every = zip(runs, limits, nexts, strict=False)
    return [_listed(text, run, limit, until) for run, limit, until in every if _has_name(run)]


def _has_name(run: list[Piece]) -> bool:
    return any(piece.code or piece.kind in ("ambiguous", "group") for piece in run)


def _between(text: str, one: Piece, other: Spot) -> list[Piece] | None:
    """Return the unknown pieces between two names of one list; None where a list ends."""
    start, end = one.end, other.start
    if one.kind == "group" and (offices := _OFFICES_BEHIND.match(text, start, end)):
        start = offices.end()
    if other.kind == "group" and (some := _SOME_OF.search(text, start, end)):
        end = some.start()
    gap = text[start:end]
    if len(gap) > _REACH or not gap:
        return None
    if (_BLANK.search(gap) or _FULL_STOP.match(gap)) and not (
        _fills_line(text, one.start, one.end) and _fills_line(text, other.start, other.end)
    ):
        return None
    if _GLUE.fullmatch(gap) or _NUMBERED.fullmatch(gap):
        return [] if re.search(r"\S|\n|\s\s|\s", gap) else None
    found: list[Piece] = []
    for piece in _cut(text, start, end):
        item = _item(text, *piece)
        if item is None:
            return None
        found += item
    first, last = _PIECES.search(gap), _SEPARATED.search(_TRAILING.sub("", gap))
    # An unknown name stands apart on both sides: "Cuba, Ruritania and China".
    lead = gap[: first.start()] if first else gap
    return found if not _EDGE.sub("", lead.strip()) and last and first else None


def _fills_line(text: str, start: int, end: int) -> bool:
    """Say whether a name stands in a line with nothing but other signs, or in cells."""
    before = text[max(0, start - 80) : start].rsplit("\n", 1)[-1]
    behind = text[end : end + 80].split("\n", 1)[0]
    apart = bool(re.search(r"\t|\||\s{3}", before + behind))
    return apart or bool(_GLUE.fullmatch(before) and _GLUE.fullmatch(f"{behind}\n"))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces between separators stand."""
    at = start
    for mark in [*_PIECES.finditer(text, start, end), None]:
        until = mark.start() if mark else end
        if text[at:until].strip():
            yield at, until
        at = mark.end() if mark else end


def _item(text: str, start: int, end: int) -> list[Piece] | None:
    """Return a piece as a name or an unknown item; [] for filling, None for words of a sentence."""
    raw = text[start:end]
    bare = raw.strip()
    while (shorter := _EDGE.sub("", bare).strip()) != bare:
        bare = shorter
    if not bare:
        return []
    begin = start + raw.index(bare)
    if REGION.fullmatch(bare):
        return []
    if _MEMBER_STATES.fullmatch(bare):
        return [Piece(begin, begin + len(bare), "", "group")]
    found = read(bare)
    if found.kind != "unknown":
        return [Piece(begin, begin + len(bare), found.one, found.kind)]
    if _OTHERS.fullmatch(bare):
        return []
    meant = _is_item(bare) or _is_misspelt(bare)
    return [Piece(begin, begin + len(bare), "", "unknown")] if meant else None


@functools.lru_cache(maxsize=4096)
def _is_misspelt(bare: str) -> bool:
    """Say whether words are nearly a name: "Cote dIvore"."""
    words = bare.split()
    return len(words) <= _WORDS and words[0][0].isupper() and bool(resolve(bare).suggestions)


def _is_item(bare: str) -> bool:
    """Say whether words may be somebody's name: in capitals, short, and no sentence."""
    words = bare.split()
    if len(words) > _WORDS or TITLES.match(bare) or not _ITEM.fullmatch(bare):
        return False
    if words[0][0].islower() or (len(words) == 1 and words[0].casefold() in BESIDE):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w.casefold() in _SMALL for w in words)


def _listed(text: str, run: list[Piece], limit: int, until: int) -> Listed:
    """Return a run with the unknown items at its two ends."""
    pieces = list(run)
    if before := _before(text, limit, pieces[0].start):
        pieces.insert(0, before)
    behind, is_open = _behind(text, pieces[-1].end, until)
    pieces += behind
    own = next((p.code for p in run if p.code and _is_own(text, p)), "")
    kept = [piece for piece in pieces if piece.kind != "filling"]
    return Listed(kept[0].start, kept[-1].end, tuple(kept), own, is_open)


def _is_own(text: str, piece: Piece) -> bool:
    before = text[max(0, piece.start - 60) : piece.start]
    return bool(re.search(rf"{_OWN}\W*(?:(?:{ARTICLE})\s+)?\Z", before, re.IGNORECASE))


_LEADING = re.compile(
    r"(?s:.*)(?:\bof|\bby|:|\bnamely,?|\A|\n)\s*(?:the\s+)?(?P<item>[^,;:\n]{2,60}?)"
    rf"\s*(?:{_MARK}\s*(?:(?:{AND})\s+)?|\n\s*|(?<=\s)(?:{AND})\s+)(?:the\s+)?\Z"
)


def _before(text: str, limit: int, start: int) -> Piece | None:
    """Return the unknown item right before the first known name of a list."""
    low = max(limit, start - _REACH)
    before = text[low:start]
    if (
        found := re.search(r"[,;\n]\s*(?:and\s+)?(?:the\s+)?\Z|\band\s+(?:the\s+)?\Z", before)
    ) is None:
        return None
    match = _LEADING.search(before)
    if not match or not found:
        return None
    item = _item(text, low + match.start("item"), low + match.end("item"))
    return item[0] if item and (item[0].code or item[0].kind == "unknown") else None


def _theirs(text: str, start: int, end: int) -> list[Piece]:
    """Return the members of what stands before, where a sentence goes on behind them."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    match = _MEMBER_STATES.match(text, begin, end)
    goes_on = match and re.match(r"\s+(?:[a-z]{2,}\b)", text[match.end() : end])
    return [Piece(begin, match.end(), "", "group")] if match and goes_on else []


def _behind(text: str, start: int, until: int) -> tuple[list[Piece], bool]:
    """Return the unknown items behind the last known name, and whether "and others" follows."""
    found: list[Piece] = []
    rest = text[start : min(until, start + _REACH)]
    stop = _STOP.search(rest)
    blank = _BLANK.search(rest)
    end = min([m.start() for m in (stop, blank) if m] or [len(rest)])
    rest = rest[:end]
    first = _PIECES.search(rest)
    if not first or _EDGE.sub("", rest[: first.start()].strip()):
        return [], False
    is_open = False
    for begin, finish in _cut(text, start + first.start(), start + end):
        bare = text[begin:finish].strip()
        if (_OTHERS.fullmatch(bare) and bare[-1] != ":") or _MORE.match(bare):
            is_open = True
            break
        item = _item(text, begin, finish) or _theirs(text, begin, finish)
        if not item:
            break
        found += [piece for piece in item if piece.start < until]
    return found, is_open
