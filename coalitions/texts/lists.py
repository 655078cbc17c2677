"""Find the spans of a text that are lists of names, with what stands in them and is no name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from coalitions.texts.brackets import WHOSE, is_beside, with_brackets
from coalitions.texts.cues import BEHIND
from coalitions.texts.halves import may_be_one
from coalitions.texts.items import (
    CLOSE,
    EDGE,
    FILLER,
    MARK,
    MEMBER_STATES,
    NUMBER,
    OTHERS,
    OWN,
    PIECES,
    SUPPORTED,
    cut,
    read_item,
)
from coalitions.texts.languages import alternatives
from coalitions.texts.leading import HEADING, before
from coalitions.texts.offices import without_titles
from coalitions.texts.pieces import Listed, Piece
from coalitions.texts.sentences import ENDS
from coalitions.texts.spotting import Spot, spots
from coalitions.texts.words import AND, ARTICLE, REGION

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_SIGNING = ("opposed", "mentioned")
# What is longer between two names (letters) is a sentence.
_REACH = 160
_GLUE = re.compile(rf"(?:{FILLER}|{MARK}|[\"“”/]|\.(?=[,;\n]))*", re.IGNORECASE)
_SUPPORTED = re.compile(rf"\b{SUPPORTED}\s", re.IGNORECASE)
_NUMBERED = re.compile(rf"\.?\s+{NUMBER}\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()\[\]]{1,2000}\)|\[[^()\[\]]{1,2000}\]|（[^（）]{1,2000}）")
_OFFICES_BEHIND = re.compile(rf"\s*{WHOSE}(?!\s+(?:of|for)\b)", re.IGNORECASE)
# How many of a group, before it.
_SOME_OF = re.compile(
    r"(?<!\w)(?:other|several|some|many|most|all|[\w-]+\s+of(?=\s+the\s))(?:\s+of)?(?:\s+the)?\s+\Z",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"\.\s")
_HEADING_LINE = re.compile(r"\n[ \t]*([^\W\d_][^\n]*?)\s*:[ \t]*\n")
# "Chad, [illegible], Peru": what stood in brackets is blank here.
_BRACKETED = re.compile(rf"{MARK}[^\S\n]?([^\S\n]{{3,}}){MARK}")
_BLANK = re.compile(r"\n[ \t]*\n")
_STOP = re.compile(r"(?<!\n\d)(?<!\n\d\d)(?<!\n\d\d\d)(?<!\b[A-Z])[.!?](?:[\"”’)\]]*\s|$)|[。！？]")
_MORE = re.compile(
    r"(?:(?:a|an|about|some|many|several|few|number|of|further|additional|another|over|more|than"
    r"|[\d]{1,3}|[a-z]+-[a-z]+|[a-z]+teen|[a-z]+ty|one|two|three|four|five|six|seven|eight|nine"
    rf"|ten|eleven|twelve)\s+)*(?:other|others|more|further|additional)\b|{alternatives('others')}"
    rf"|(?:[\w-]+\s+){{0,2}}(?:{alternatives('further')})(?!\w)",
    re.IGNORECASE,
)
# "Cuba, China等国": and others, written on to the last name.
_MORE_CLOSE = re.compile(
    r"等|など|ほか|、?(?:和|及|以及|与|と|および)?(?:其他|其它|その他|他の)|\s*،?\s*و(?:غيره|آخر|(?:\w+\s+)?دول\w*\s+أخرى|عدد\s+من)"
)
_TRAILING = re.compile(rf"(?:[^\S\n]|{NUMBER}|[^\w\s,;.:、，；،؛・])+\Z", re.IGNORECASE)
_BEFORE_NAME = rf"\s*(?:(?:{ARTICLE})\s+|[dl]['’])*(?:[dl]\b)?\Z"
_SEPARATED = re.compile(rf"(?:{MARK}|\n|\t|\||(?:{AND})){_BEFORE_NAME}", re.IGNORECASE)


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
    text = without_titles(text, {spot.start for spot in known})
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
        # "Norway, supported by Iceland, said": Norway speaks.
        if (
            between == []
            and len(runs[-1]) == 1
            and _SUPPORTED.search(text, runs[-1][0].end, spot.start)
        ):
            between = None
        if between == [] and may_be_one(text, runs[-1][-1], spot):
            runs[-1][-1] = Piece(runs[-1][-1].start, spot.end, "", "unknown")
            continue
        if between is None:
            runs.append([])
        else:
            runs[-1] += between
        runs[-1].append(Piece(*spot))
    runs = [part for run in runs for part in _clauses(text, run)]
    limits = [low, *(run[-1].end for run in runs)]
    nexts = [*(run[0].start for run in runs[1:]), high]
    every = zip(runs, limits, nexts, strict=False)
    return [_listed(text, run, limit, until) for run, limit, until in every if _has_name(run)]


def _clauses(text: str, run: list[Piece]) -> Iterator[list[Piece]]:
    """Yield what a semicolon parts: "signed by Chile and Peru; Cuba and Fiji abstained"."""
    stop = ENDS.search(text, run[-1].end)
    rest = text[run[-1].end : min(stop.start() if stop else len(text), run[-1].end + _REACH)]
    if any(pattern.match(rest) for role, pattern in BEHIND if role in _NO_SIGNING):
        gaps = [text[a.end : b.start] for a, b in pairwise(run)]
        marks = [at for at, gap in enumerate(gaps, 1) if ";" in gap]
        # In a list that semicolons part throughout they part no clauses.
        if marks and len(marks) < len(gaps):
            yield run[: marks[-1]]
            run = run[marks[-1] :]
    yield run


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
    if not gap and CLOSE.match(text, start - 1) and CLOSE.match(text, start):
        return []
    if not gap or (len(gap) > _REACH and len(" ".join(gap.split())) > _REACH):
        return None
    if _has_heading(gap) or (
        (_BLANK.search(gap) or _FULL_STOP.match(gap))
        and not (
            _fills_line(text, one.start, one.end) and _fills_line(text, other.start, other.end)
        )
    ):
        return None
    if _GLUE.fullmatch(gap) or _NUMBERED.fullmatch(gap):
        marks = _BRACKETED.finditer(gap)
        hidden = [Piece(start + m.start(1), start + m.end(1), "", "unknown") for m in marks]
        return hidden if re.search(r"\S|\n|\s\s|\s", gap) else None
    found: list[Piece] = []
    for piece in cut(text, start, end):
        item = read_item(text, *piece)
        if item is None:
            return None
        found += item
    first, last = PIECES.search(gap), _SEPARATED.search(_TRAILING.sub("", gap))
    # An unknown name stands apart on both sides: "Cuba, Ruritania and China".
    lead = gap[: first.start()] if first else gap
    return found if not EDGE.sub("", lead.strip()) and last and first else None


def _has_heading(gap: str) -> bool:
    """Say whether a heading that is no region's stands between two names: another list begins."""
    heading = _HEADING_LINE.search(gap)
    return heading is not None and not REGION.fullmatch(" ".join(heading[1].split()))


def _fills_line(text: str, start: int, end: int) -> bool:
    """Say whether a name stands in a line with nothing but other signs, or in cells."""
    before = text[max(0, start - 80) : start].rsplit("\n", 1)[-1]
    behind = text[end : end + 80].split("\n", 1)[0]
    apart = bool(re.search(r"\t|\||\s{3}", before + behind))
    return apart or bool(_GLUE.fullmatch(before) and _GLUE.fullmatch(f"{behind}\n"))


def _listed(text: str, run: list[Piece], limit: int, until: int) -> Listed:
    """Return a run with the unknown items at its two ends."""
    pieces = list(run)
    pieces = [*before(text, limit, pieces[0].start, lone=len(run) == 1), *pieces]
    behind, is_open = _behind(text, pieces[-1].end, until)
    pieces += behind
    own = next((p.code for p in run if p.code and _is_own(text, p)), "")
    kept = [piece for piece in pieces if piece.kind != "filling"]
    return Listed(kept[0].start, kept[-1].end, tuple(kept), own, is_open)


def _is_own(text: str, piece: Piece) -> bool:
    before = text[max(0, piece.start - 60) : piece.start]
    return bool(re.search(rf"{OWN}\W*(?:(?:{ARTICLE})\s+)?\Z", before, re.IGNORECASE))


def _theirs(text: str, start: int, end: int) -> list[Piece]:
    """Return the members of what stands before, where a sentence goes on behind them."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    match = MEMBER_STATES.match(text, begin, end)
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
    if _MORE_CLOSE.match(rest):
        return [], True
    first = PIECES.search(rest)
    if not first or EDGE.sub("", rest[: first.start()].strip()):
        return [], False
    is_open = False
    for begin, finish in cut(text, start + first.start(), start + end):
        bare = text[begin:finish].strip()
        if (OTHERS.fullmatch(bare) and bare[-1] != ":") or _MORE.match(bare):
            is_open = True
            break
        item = read_item(text, begin, finish) or _theirs(text, begin, finish)
        if not item or (item[0].kind == "unknown" and HEADING.search(bare)):
            break
        found += [piece for piece in item if piece.start < until]
    return found, is_open
