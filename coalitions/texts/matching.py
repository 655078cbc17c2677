"""Which list is of which statement, and whether names and number agree."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.texts.events import Event
    from coalitions.texts.pieces import Listed
    from coalitions.texts.roles import Use

#: A heading of a second tier ("Members:") is short and speaks of no other statement.
_HEADING = 60
# The heading of a side, which goes on with none but its own.
_SIDE = re.compile(r"\W*support\s*(?:[:(]|\Z)")
# No sentence is longer (letters).
_SENTENCE = 5000
# So many statements back a list may be repeated.
_BACK = 20
# What "nearly" and "about" may be off by.
_TENTH = 10


class Part(NamedTuple):
    """A list, and what it is for."""

    listed: Listed
    use: Use


class Check(NamedTuple):
    """What names and number of one statement say together.

    Attributes
    ----------
    word : str
        ``equal``, ``speaker counted apart``, ``differs``, ``no number``, ``no list``, ``unsure``.
    lead : str
        Who speaks.
    declared : int or None
        How many are declared.
    codes : tuple of str
        Who signed, in order.
    """

    word: str
    lead: str
    declared: int | None
    codes: tuple[str, ...]


def check(event: Event | None, held: Sequence[Listed]) -> Check:
    """Return what names and number of a statement say together."""
    codes = tuple(dict.fromkeys(code for listed in held for code in listed.codes))
    lead = next((listed.own for listed in held if listed.own), "") or (event.lead if event else "")
    count = event.size if event else None
    declared = count.number if count else None
    if count and count.further:
        near = [each for each in held if 0 <= count.start - each.end <= _HEADING]
        others = set(codes) if not held else {code for each in near for code in each.codes}
        declared = count.number + (len(others) or bool(lead))
    if not held:
        return Check("no list", lead, declared, ())
    if lead and lead not in codes and declared != len(codes):
        codes = (lead, *codes)
    return Check(_word(event, held, codes, lead, declared), lead, declared, codes)


def _word(
    event: Event | None,
    held: Sequence[Listed],
    codes: tuple[str, ...],
    lead: str,
    declared: int | None,
) -> str:
    unresolved = [piece for listed in held for piece in listed.unresolved]
    if any(piece.kind == "differs" for piece in unresolved):
        return "differs"
    if unresolved:
        return "unsure"
    named = len(codes)
    if declared is None or event is None or event.size is None:
        return "unsure" if any(listed.open for listed in held) else "no number"
    low, high = {
        "exactly": (declared, declared),
        "nearly": (declared - declared // _TENTH, declared - 1),
        "about": (declared - declared // _TENTH, declared + declared // _TENTH),
        "more than": (declared + 1, named),
        "at least": (declared, named),
        "at most": (0, declared),
        "fewer than": (0, declared - 1),
    }[event.size.qualifier]
    if low <= named <= high:
        return "speaker counted apart" if lead and lead not in codes else "equal"
    if lead in codes and low <= named - 1 <= high:
        return "speaker counted apart"
    return "differs"


def matched(parts: Sequence[Part], found: Sequence[Event]) -> list[tuple[Event | None, list[Part]]]:
    """Return the statements of a text: each with what is said of it, and its lists.

    Parameters
    ----------
    parts : sequence of Part
        The lists of signatories, in order.
    found : sequence of Event
        What is said of statements, in order.

    Returns
    -------
    list of tuple
    """
    merged = _Merged([event for event in found if not event.claim])
    taken: dict[int, list[Part]] = {}
    groups: list[tuple[Event | None, list[Part]]] = []
    last: list[Part] | None = None
    for part in parts:
        said = part.listed.codes
        if said and last is not None and (held := _repeated(part, groups[-_BACK:])) is not None:
            if not set(said) <= {c for each in held for c in each.listed.codes}:
                held.append(part)
            continue
        number = _event_of(part, merged, taken)
        if number is None and last is not None and _goes_on(part, last):
            last.append(part)
            continue
        if number is not None and number in taken:
            last = taken[number]
            last.append(part)
            continue
        last = [part]
        groups.append((merged.events[number] if number is not None else None, last))
        if number is not None:
            taken[number] = last
    groups += [(event, []) for n, event in enumerate(merged.events) if n not in taken]
    return sorted(groups, key=_place)


def _place(group: tuple[Event | None, list[Part]]) -> int:
    event, held = group
    return min([part.listed.start for part in held] + ([event.at] if event else []))


class _Merged:
    """Events that are one statement's together: of one lead, or of one number."""

    def __init__(self, found: Sequence[Event]) -> None:
        self.events: list[Event] = []
        self.firsts: list[int] = []
        self._of: list[int] = []
        self._starts = [event.start for event in found]
        self._found = found
        for event in found:
            number = self._known(event)
            if number == len(self.events):
                self.events.append(event)
                self.firsts.append(event.at)
            else:
                known = self.events[number]
                whole = known if known.size else event
                self.events[number] = whole._replace(lead=known.lead or event.lead)
            self._of.append(number)

    def _known(self, event: Event) -> int:
        same = (n for n, known in enumerate(self.events) if _is_same(known, event))
        return next(same, len(self.events))

    def around(self, start: int, end: int) -> int | None:
        """Return the event of the sentence that a list stands in, or that stands in a list."""
        at = bisect.bisect_right(self._starts, end) - 1
        nearest = None
        while at >= 0 and self._starts[at] > start - _SENTENCE:
            event = self._found[at]
            if event.start <= start < event.end or start <= event.at <= end:
                nearest = self._of[at] if event.at <= start or nearest is None else nearest
                if event.at <= start:
                    break
            at -= 1
        return nearest


def _is_same(one: Event, other: Event) -> bool:
    a, b = one.size, other.size
    # "Statement by Cuba", and below it "I have the honour to speak on behalf of 53 countries".
    if one.lead and not a and other.mine and not other.lead:
        return True
    if one.lead and one.lead == other.lead:
        return not (a and b) or a.number == b.number
    if one.lead and other.lead:
        return False
    return bool(a and b) and a is not None and b is not None and a.number == b.number


def _repeated(part: Part, groups: Sequence[tuple[Event | None, list[Part]]]) -> list[Part] | None:
    """Return the lists of the statement that a list repeats, or stands inside of."""
    codes = set(part.listed.codes)
    for _, held in groups:
        known = {code for each in held for code in each.listed.codes}
        inside = any(
            each.listed.start <= part.listed.start and part.listed.end <= each.listed.end
            for each in held
        )
        if inside or (codes <= known and len(codes) * 2 > len(known)):
            return held
    return None


def _event_of(part: Part, merged: _Merged, taken: dict[int, list[Part]]) -> int | None:
    """Return which event a list is of: of its sentence, of its number, or the last one before."""
    start = part.listed.start
    inside = merged.around(start, part.listed.end)
    free = [n for n in range(len(merged.events)) if n not in taken]
    if inside is not None:
        return inside
    if part.use.role == "joined":
        # Whoever joins what was spoken of last, if nobody is named under it yet.
        behind = max((each.listed.end for held in taken.values() for each in held), default=0)
        return next((n for n in reversed(free) if behind <= merged.firsts[n] < start), None)
    named = len(part.listed.codes)
    fitting = [
        n for n in free if (count := merged.events[n].size) and count.number - named in (0, 1)
    ]
    before = [n for n in free if merged.firsts[n] < start]
    if fitting:
        nearer = [n for n in fitting if n in before]
        return (nearer or fitting)[-1 if nearer else 0]
    return before[-1] if before and (part.use.block or part.use.cued) else None


def _goes_on(part: Part, last: Sequence[Part]) -> bool:
    """Say whether a list is a second tier of the one before."""
    if part.use.role == "joined":
        return True
    short = len(part.use.lead_in) <= _HEADING
    words = ("statement", "resolution", "letter", "declaration", "draft", "critical")
    lead_in = part.use.lead_in.casefold()
    other = any(word in lead_in for word in words) or bool(_SIDE.match(lead_in))
    again = part.use.lead_in == last[-1].use.lead_in
    return short and not (other or again) and part.use.block == last[-1].use.block
