"""Texts cut to the room that there is, so that no two that differ are cut to the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Measure = Callable[[str], float]
    Cuts = dict[str, str]

#: What stands for the letters that are left out.
CUT = "…"
#: Shares of the letters kept that may come from the end, in the order in which they are tried.
ENDS = (0.0, 0.35, 0.5, 0.65, 1.0)
#: Letters before the first that differs which are kept where two texts differ only in the middle.
BEFORE = 4


def told_apart(rooms: Mapping[str, float], measure: Measure) -> Cuts:
    """Return each text no wider than its room, no two of them alike; "" where no cut does.

    What fits stays whole. The rest is cut at its end where that tells it from all others, else in
    the middle or at the front, where the ends differ, else on both sides of what differs.

    Parameters
    ----------
    rooms : mapping
        Text → the room it has, in the unit of ``measure``.
    measure : callable
        How much room a text takes; a longer cut of one text takes no less.

    Returns
    -------
    dict of str
        By text.

    Examples
    --------
    >>> told_apart({"letter of May": 9, "letter of June": 9, "vote": 9}, len)
    {'letter of May': 'lette…May', 'letter of June': 'lette…une', 'vote': 'vote'}
    >>> told_apart({"first version of it": 12, "other list": 12}, len)
    {'first version of it': 'first versi…', 'other list': 'other list'}
    """
    spoken = {text: " ".join(text.split()) for text in rooms}
    room = {spoken[text]: most for text, most in rooms.items()}
    whole = {text: text for text, most in room.items() if measure(text) <= most}
    long = [text for text in room if text not in whole]
    found = whole | _cut_apart(long, _Cutter(room, measure), set(whole))
    return {text: found[spoken[text]] for text in rooms}


def lost(shown: Mapping[str, str]) -> list[str]:
    """Return the texts that are shown like another one, although they differ.

    Examples
    --------
    >>> lost({"first": "f…", "fourth": "f…", "second": "s…"})
    ['first', 'fourth']
    """
    return [text for group in _alike(dict(shown)) for text in group]


class _Cutter:
    """Cuts of texts, each as long as its room allows."""

    def __init__(self, room: Mapping[str, float], measure: Measure) -> None:
        self._room, self._measure = room, measure

    def at_end(self, text: str, share: float) -> str:
        """Return a text of which so large a share comes from its end, and the rest from its front.

        Nothing, where not one letter has room.
        """

        def cut(letters: int) -> str:
            last = round(share * letters)
            front, end = text[: letters - last].rstrip(), text[len(text) - last :].lstrip()
            return f"{front}{CUT}{end}"

        return self._longest(text, cut)

    def around(self, text: str, first: int) -> str:
        """Return what stands around a letter, and how the text begins where there is room."""
        begin = max(0, first - BEFORE)

        def cut(letters: int) -> str:
            # Half of the letters show what differs, half how the text begins.
            inner = (letters + 1) // 2
            front, start = text[: letters - inner].rstrip(), max(begin, first - inner + 1)
            start = max(0, min(start, len(text) - inner))
            rest = CUT if start + inner < len(text) else ""
            return f"{front}{CUT}{text[start : start + inner]}{rest}"

        return self._longest(text, cut)

    def _longest(self, text: str, cut: Callable[[int], str]) -> str:
        """Return the longest of the cuts that fits; each letter more is no narrower."""
        room, measure = self._room[text], self._measure

        def too_wide(letters: int) -> bool:
            return measure(cut(letters)) > room

        # A search in halves measures a few texts, not one a letter.
        fitting = bisect_left(range(len(text)), x=True, key=too_wide) - 1
        # A letter from the other side may be wider than the one before: a few fewer then.
        while fitting > 0 and too_wide(fitting):
            fitting -= 1
        return cut(fitting) if fitting > 0 else ""


def _cut_apart(texts: list[str], cutter: _Cutter, taken: set[str]) -> Cuts:
    """Return a cut for each text, told apart from each other and from those that are taken."""
    found = {text: cutter.at_end(text, ENDS[0]) for text in texts}
    clashing = list(_alike(found, taken))
    clash = {text for group in clashing for text in group}
    taken |= {cut for text, cut in found.items() if text not in clash}
    for group in clashing:
        found |= _settled(group, cutter, taken)
    return found


def _alike(cuts: Cuts, taken: Iterable[str] = ()) -> Iterator[list[str]]:
    """Give the groups of texts that are cut to the same, or to what is taken."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for text, cut in cuts.items():
        groups[cut].append(text)
    for cut, group in groups.items():
        if cut and (len(group) > 1 or cut in taken):
            yield group


def _settled(group: list[str], cutter: _Cutter, taken: set[str]) -> Cuts:
    """Return cuts of texts that begin alike: all in one way, if one way tells them all apart."""
    for share in ENDS[1:]:
        cuts = {text: cutter.at_end(text, share) for text in group}
        if _free(cuts, taken):
            taken |= set(cuts.values())
            return cuts
    return _around_what_differs(group, cutter, taken)


def _free(cuts: Cuts, taken: set[str]) -> bool:
    """Say whether there is a cut of each text, no two alike, and none taken."""
    values = set(cuts.values())
    return len(values) == len(cuts) and "" not in values and not values & taken


def _around_what_differs(group: list[str], cutter: _Cutter, taken: set[str]) -> Cuts:
    """Return cuts of texts around the first letter that differs, then around the next."""
    together = (len(set(letters)) == 1 for letters in zip(*group, strict=False))
    first = sum(takewhile(bool, together))
    cuts = {text: cutter.around(text, first) for text in group}
    often = Counter(cuts.values())
    found = {text: cut for text, cut in cuts.items() if often[cut] == 1 and cut not in taken}
    taken |= set(found.values()) - {""}
    rest: defaultdict[str, list[str]] = defaultdict(list)
    for text in group:
        if text not in found:
            rest[text[first : first + 1]].append(text)
    for part in rest.values():
        # Alike with the same letter there: they differ further on. Else nothing tells them apart.
        further = 1 < len(part) < len(group)
        found |= _around_what_differs(part, cutter, taken) if further else dict.fromkeys(part, "")
    return found
