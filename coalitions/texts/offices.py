"""Titles of offices, which hold commas and "and": one piece of a list, or whose state follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: What stands in a title where a list would be parted; as many as there were letters.
INSIDE = "\x02"
#: Who holds an office of no state.
OFFICE = (
    r"(?:(?:EU|European|UN|U\.N\.|Deputy|Assistant|Special|Independent|Executive|High)\s|Vice-)*"
    r"(?:Commissioners?|(?:Under-|Deputy\s|Assistant\s)?Secretary-General|Rapporteurs?|Envoys?|Experts?"
    r"|(?:Relief\s)?Coordinators?|Administrators?|Directors?(?:-General)?|(?<=High\s)Representatives?"
    r"|(?<=Special\s)Representatives?)"
)
_OF_STATES = (
    r"(?:(?:Federal|Deputy|First|Prime|Acting)\s|Vice-)*"
    r"(?:Ministers?(?:\sof\sState)?|Secretar(?:y|ies)\sof\sState|Chancellors?)"
)
_TITLE = re.compile(rf"\b(?:(?P<of_states>{_OF_STATES})|{OFFICE})\s(?:for|of|on)\s")
_NEXT = re.compile(
    r"(?P<gap>,\s(?:(?:and|&)\s)?|\s(?:and|&)\s|[ \u00a0]|)(?P<word>[^\W\d_][\w'’-]*)"
)
_SMALL = frozenset(["of", "for", "the", "in", "to", "with"])
_MOST_WORDS = 16
_PERSON = re.compile(r"[\W\d]*[^\W\d_][^,\n]{2,50},\s")
_REST_OF_LINE = re.compile(r"[^,;\n]{1,60}(?:\n|\Z)")
_PARTS = re.compile(r",|\band\b|&|\n")


class _Title(NamedTuple):
    start: int
    end: int
    of_state: bool


def without_titles(text: str, starts: Collection[int]) -> str:
    """Return a text in which titles of offices part no list.

    Parameters
    ----------
    text : str
        The text.
    starts : collection of int
        Where known names begin.

    Returns
    -------
    str
        As long as the text: a title before the name of its state is blank, and one of no state
        has `INSIDE` for what would part it.

    Examples
    --------
    >>> text = "the Minister for Trade, Energy and Defence of Peru"
    >>> without_titles(text, [text.index("Peru")]).split()
    ['the', 'Peru']
    >>> without_titles("Commissioner for Equality and Health", []).count(INSIDE)
    3
    """
    parts, at = [], 0
    for start, end, of_state in _titles(text, starts):
        inside = text[start:end]
        masked = _PARTS.sub(lambda mark: INSIDE * len(mark.group()), inside)
        parts += [text[at:start], " " * len(inside) if of_state else masked]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _titles(text: str, starts: Collection[int]) -> Iterator[_Title]:
    last = 0
    for mark in _TITLE.finditer(text):
        if mark.start() < last:
            continue
        title = _title(text, mark, starts)
        if title:
            last = title.end
            yield title


def _title(text: str, mark: re.Match[str], starts: Collection[int]) -> _Title | None:
    """Return the title that begins at a mark, up to a name, or as far as it is one."""
    at, end, pending, small = mark.end(), mark.end(), 0, True
    for _ in range(_MOST_WORDS):
        found = _NEXT.match(text, at)
        if not found:
            break
        gap, word = found["gap"], found["word"]
        if found.start("word") in starts:
            begin = found.start("word")
            if mark["of_states"] and begin > mark.end() and _is_before(text, mark.start(), begin):
                return _Title(mark.start(), begin, of_state=True)
            break
        if (word[0].islower() and (word not in _SMALL or gap.strip())) or (
            gap.strip() and _TITLE.match(text, found.start("word"))
        ):
            break
        at, small = found.end(), word[0].islower()
        # "Equality, Preparedness and Health": what commas part belongs to it up to an "and".
        pending = pending or (found.start() if gap.startswith(",") and "and" not in gap else 0)
        pending = 0 if "and" in gap or "&" in gap else pending
        end = end if small or pending else at
    if mark["of_states"] or end == mark.end() or not _PARTS.search(text, mark.start(), end):
        return None
    return _Title(mark.start(), end, of_state=False)


def _is_before(text: str, start: int, begin: int) -> bool:
    """Say whether a title is of the state behind it: "Minister of Trade of Peru"."""
    if re.search(r"\b(?:of|for)\s(?:the\s)?\Z", text[start:begin]):
        return True
    # "Ana Lee, Minister of Foreign Affairs, Peru" in a line of its own.
    line = text.rfind("\n", 0, start) + 1
    person = _PERSON.fullmatch(text, line, start)
    return bool(person and _REST_OF_LINE.match(text, begin))
