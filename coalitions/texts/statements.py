"""What a text says about joint statements: who signed which, how many, and what is unsure."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names import resolve
from coalitions.texts.cells import with_marks, without_other_columns
from coalitions.texts.crossed import without_crossed
from coalitions.texts.cues import ONE
from coalitions.texts.days import stated
from coalitions.texts.events import Event, events
from coalitions.texts.groups import signs_alone, sizes, written_out
from coalitions.texts.lines import without_breaks
from coalitions.texts.lists import lists
from coalitions.texts.matching import Part, check, matched
from coalitions.texts.numbers import counts
from coalitions.texts.others import is_beside, joins
from coalitions.texts.pages import without_pages
from coalitions.texts.partly import is_part
from coalitions.texts.roles import use
from coalitions.texts.sentences import ENDS
from coalitions.texts.spotting import Spot, spots
from coalitions.texts.then import named_then, spot_then
from coalitions.texts.topics import REACH, topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.texts.counted import Count
    from coalitions.texts.pieces import Listed

_CONTEXT = 60
_QUOTE = 400
#: Roles of lists that are of signatories.
SIGNING = ("signatories", "joined")


class ExtractedRows(NamedTuple):
    """What a text holds, as rows of five tables; ``coalitions.corpus`` makes tables of them."""

    statements: list[dict[str, object]]
    signatures: list[dict[str, object]]
    lists: list[dict[str, object]]
    claims: list[dict[str, object]]
    unresolved: list[dict[str, object]]


def rows(text: str, date: str = "", *, expand: bool = False) -> ExtractedRows:
    """Return what a text says about joint statements, as rows.

    Parameters
    ----------
    text : str
        The text, with line breaks where its lists have them.
    date : str
        When its statements were made; "" where that is not known.
    expand : bool
        Whether who was a member of a group on that day stands for the group.

    Returns
    -------
    ExtractedRows

    Examples
    --------
    >>> found = rows("Cuba made a joint statement on behalf of 3 countries: Chad, Cuba and Peru.")
    >>> found.statements[0]["lead"], found.statements[0]["check"]
    ('CUB', 'equal')
    """
    found = _rows(text, date, expand=expand)
    said = {str(each["date"]) for each in found.statements}
    if date or len(said) != 1 or "" in said:
        return found
    # Names stand for whom they stood for on the day that the text says.
    return _rows(text, said.pop(), expand=expand)


def _rows(text: str, date: str, *, expand: bool) -> ExtractedRows:
    read = without_pages(without_other_columns(without_breaks(text)))
    named = [without_crossed(text, named_then(read, listed, date)) for listed in lists(read)]
    numbers = counts(text)
    parts = [_part(text, listed, numbers) for listed in named]
    kept = [part for part in parts if _is_list(text, part)]
    of_groups = sorted(span for part in kept for span in sizes(read, part.listed))
    found = events(text, _alone(text, kept, date), of_groups)
    kept = [part for part in kept if not _is_lead(part, found)]
    kept = [
        part._replace(listed=with_marks(text, written_out(read, part.listed, date, expand=expand)))
        for part in kept
    ]
    place = _Places(text)
    groups = matched([part for part in kept if part.use.role in SIGNING], found)
    statements, signatures, low = [], [], 0
    for number, (event, held) in enumerate(groups, 1):
        key = f"statement-{number}"
        days = (date,) if date else stated(text, event, [part.listed.start for part in held])
        found_here = {**_statement(text, event, held), "topic": _topic(text, low, event, held)}
        when = {"date": days[0] if len(days) == 1 else "", "days": days}
        statements.append({"statement_id": key, **found_here, **when})
        low = max([low, *(part.listed.end for part in held), event.end if event else 0])
        signatures += _signatures(key, event, held, text, place)
    return ExtractedRows(
        statements,
        signatures,
        [_list(part, place) for part in kept],
        [_claim(text, event) for event in found if event.claim],
        _unresolved(text, kept, place, _owners(groups), date),
    )


def _part(text: str, listed: Listed, numbers: Sequence[Count]) -> Part:
    """Return a list with what it is for; open where words call it only some of those who signed."""
    used = use(text, listed)
    is_one = len(listed.pieces) == 1 and listed.pieces[0].code
    if is_one and used.role not in ("addressed", "opposed") and is_beside(text, listed, numbers):
        role = "joined" if joins(text, listed) else "signatories"
        return Part(listed, used._replace(role=role, cued=True, lone=True))
    some = is_part(used.lead_in, text[listed.end : listed.end + _CONTEXT])
    return Part(listed._replace(open=listed.open or some), used)


def _is_lead(part: Part, found: Sequence[Event]) -> bool:
    """Say whether one name beside a number is whose statement it is, and no list of its own."""
    start, codes = part.listed.start, part.listed.codes
    told = (event for event in found if event.start <= start < event.end)
    return part.use.lone and part.use.role != "joined" and any(e.lead in codes for e in told)


def _is_list(text: str, part: Part) -> bool:
    """Say whether a run of names is a list: two or more, or one where one is meant to stand."""
    listed, used = part
    if all(piece.kind == "group" for piece in listed.pieces):
        return used.role in SIGNING and signs_alone(text, listed, used.lead_in)
    if len(listed.pieces) > 1:
        return True
    return used.lone or (
        used.role in SIGNING and used.cued and (used.block or bool(ONE.search(used.lead_in)))
    )


def _alone(text: str, kept: Sequence[Part], date: str) -> list[Spot]:
    """Return the names that are in no list, and those that the speaker calls their own."""
    found = []
    # A list in brackets stands inside of another.
    spans: list[tuple[int, int]] = []
    # "Norway, along with 25 other states, delivered": one beside others may speak for them.
    for part in sorted(
        (each for each in kept if not each.use.lone or each.use.role == "joined"),
        key=lambda part: part.listed.start,
    ):
        start, end = part.listed.start, part.listed.end
        if spans and start < spans[-1][1]:
            start, before = spans.pop()
            end = max(end, before)
        spans.append((start, end))
    own = {part.listed.own for part in kept} - {""}
    for each in spots(text):
        spot = spot_then(text, each, date)
        at = bisect.bisect_right(spans, (spot.start, len(text))) - 1
        inside = at >= 0 and spans[at][0] <= spot.start < spans[at][1]
        if not inside or (spot.code in own and spot.kind == "possessive"):
            found.append(spot)
    return found


class _Places:
    """Line and column of a place in a text, both from 1."""

    def __init__(self, text: str) -> None:
        self._begins = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        return bisect.bisect_right(self._begins, at)

    def column(self, at: int) -> int:
        return at - self._begins[self.line(at) - 1] + 1


def _statement(text: str, event: Event | None, held: Sequence[Part]) -> dict[str, object]:
    found = check(event, [part.listed for part in held])
    quote = text[event.start : event.end] if event else held[0].use.lead_in
    quote = " ".join(quote.split())
    count = event.size if event else None
    return {
        "lead": found.lead or None,
        "declared_count": found.declared,
        "qualifier": count.qualifier if count else None,
        "stance": next(filter(None, map(_stance, held)), None),
        "quote": quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…",
        "signatories": found.codes,
        "check": found.word,
    }


def _topic(text: str, low: int, event: Event | None, held: Sequence[Part]) -> str | None:
    """Return what a statement is about: as its sentence says, or the words around its list.

    ``low`` is where the statement before ends.
    """
    if event and (found := topic(text, event.start, event.end)):
        return found
    start = min([part.listed.start for part in held] or [event.start if event else 0])
    end = held[0].listed.end if held else start
    stop = ENDS.search(text, end)
    last = min(stop.start() if stop else len(text), end + REACH)
    return topic(text, max(low, start - REACH), last) or None


def _stance(part: Part) -> str | None:
    """Return the side that the heading of a list names, and nothing beside it."""
    heading = part.use.lead_in.strip(" :.-–#*").casefold()
    return heading if heading in ("support", "critical") else None


def _signatures(
    key: str, event: Event | None, held: Sequence[Part], text: str, place: _Places
) -> list[dict[str, object]]:
    found = check(event, [part.listed for part in held])
    each = [(piece, part) for part in held for piece in part.listed.pieces if piece.code]
    # Who is named stands there by name, whatever group it is in.
    each.sort(key=lambda found: bool(found[0].via))
    first = {piece.code: (piece, part) for piece, part in reversed(each)}
    result: list[dict[str, object]] = []
    for code in found.codes:
        piece, part = first.get(code, (None, None))
        at = piece.start if piece else event.at if event else 0
        result.append({
            "statement_id": key,
            "signatory": code,
            "name_as_written": " ".join(text[piece.start : piece.end].split()) if piece else code,
            "role": "lead" if code == found.lead else "signatory",
            "line": place.line(at),
            "evidence": part.use.lead_in if part else "",
            "via": piece.via if piece else "",
        })  # fmt: skip
    return result


def _list(part: Part, place: _Places) -> dict[str, object]:
    return {
        "role": part.use.role,
        "lead_in": part.use.lead_in,
        "line": place.line(part.listed.start),
        "signatories": part.listed.codes,
    }


def _claim(text: str, event: Event) -> dict[str, object]:
    count = event.size
    quote = " ".join(text[event.start : event.end].split())
    return {
        "count": count.number if count else None,
        "qualifier": count.qualifier if count else None,
        "quote": quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…",
    }


def _owners(groups: Sequence[tuple[Event | None, list[Part]]]) -> dict[int, str]:
    """Return of which statement the list is that begins at a place."""
    return {
        part.listed.start: f"statement-{number}"
        for number, (_, held) in enumerate(groups, 1)
        for part in held
    }


def _unresolved(
    text: str, kept: Sequence[Part], place: _Places, owners: dict[int, str], date: str
) -> list[dict[str, object]]:
    found = []
    for listed, used in kept:
        if used.role not in (*SIGNING, "opposed"):
            continue
        for piece in listed.unresolved:
            written = " ".join(text[piece.start : piece.end].split())
            around = text[max(0, piece.start - _CONTEXT) : piece.end + _CONTEXT]
            found.append({
                "text": written,
                "line": place.line(piece.start),
                "column": place.column(piece.start),
                "context": " ".join(around.split()),
                "suggestions": resolve(written, date).suggestions,
                "why": piece.why,
                "statement_id": owners.get(listed.start, ""),
            })  # fmt: skip
    return found
