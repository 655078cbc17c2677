"""Names of groups of states → which group is meant, and who was one of its members on a day."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from coalitions.names.gazetteer import tables
from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What the members of a group are called, in keys.
MEMBERS = (
    "member states",
    "member countries",
    "member nations",
    "members",
    "states members",
    "states parties",
    "countries",
    "states",
    "nations",
    "republics",
)
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TENS = {"": 0, "twenty ": 20, "thirty ": 30}
#: Number words of sizes that groups have, in keys.
_NUMBERS = {
    f"{tens}{word}": ten + number
    for tens, ten in _TENS.items()
    for number, word in enumerate(_UNITS.split())
    if number and not (ten and number > 9)  # noqa: PLR2004 - twenty-ten is none
} | {"fifteen": 15, "twenty": 20, "thirty": 30}
_MEMBERS = rf"(?:{'|'.join(MEMBERS)})"
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WITH_ITS = r"(?:and|as well as|together with|along with) (?:all )?(?:of )?(?:its|their)"
_SHAPES = [
    re.compile(shape)
    for shape in (
        # "EU-27", "the EU27 countries"
        rf"(?P<body>eu) ?(?P<number>\d\d)(?: {_MEMBERS})?",
        # "the European Union and its 27 Member States"
        rf"(?P<own>.+) {_WITH_ITS}(?: (?P<number>{_NUMBER}))? {_MEMBERS}",
        # "all 27 EU Member States", "ASEAN's ten members"
        rf"(?:all )?(?:(?P<number>{_NUMBER}) )?(?P<body>.+?) {_MEMBERS}",
        rf"(?P<body>.+?) (?P<number>{_NUMBER}) {_MEMBERS}",
        # "the 27 Member States of the European Union"
        rf"(?:all )?(?:(?P<number>{_NUMBER}) )?{_MEMBERS} of (?P<body>.+)",
    )
]
# As the United Nations write who is behind a draft.
_THAT_ARE = re.compile(r"(?:states members|member states) of united nations (?:that|which) are ")
# Until when somebody is a member who still is one.
_OPEN = "9999-12-31"
_MEMBERS_OF = re.compile(rf"{_MEMBERS} of ")
#: Code of a signatory that is a group of states itself → the group of its members.
BODIES = {"EUE": "member states of the European Union"}


class StateGroup(NamedTuple):
    """A group of states that a name stands for.

    Attributes
    ----------
    name : str
        What it is called in ``groups.csv``.
    number : int or None
        How many members the name says it has.
    own : str
        The code of who signs beside the members ("the European Union and its Member States").
    """

    name: str
    number: int | None = None
    own: str = ""


class Membership(NamedTuple):
    """Who was a member of a group on a day.

    Attributes
    ----------
    codes : tuple of str
        The members, sorted; empty where nobody can say who they were.
    why : str
        Why nobody can, and what to do: the end of a sentence that begins with the group.
    differs : bool
        Whether that is because it is said to have another number of members.
    """

    codes: tuple[str, ...]
    why: str = ""
    differs: bool = False


class _Stay(NamedTuple):
    member: str
    since: str
    until: str

    @property
    def behind(self) -> str:
        """The first day after it."""
        if self.until == _OPEN:
            return _OPEN
        return (dt.date.fromisoformat(self.until) + dt.timedelta(days=1)).isoformat()


@functools.cache
def _stays() -> dict[str, tuple[_Stay, ...]]:
    """Return, for each group whose members are entered, who was a member from when to when."""
    found: dict[str, list[_Stay]] = {}
    for row in tables().memberships:
        stay = _Stay(row["member"], row["since"], row["until"] or _OPEN)
        found.setdefault(row["group"], []).append(stay)
    return {group: tuple(stays) for group, stays in found.items()}


@functools.cache
def _bodies() -> dict[str, str]:
    """Return the groups whose members are entered, by every key that their members can be of."""
    found = {}
    suffix = re.compile(rf" {_MEMBERS}\Z")
    for key, name in tables().groups.items():
        if name in _stays():
            found[suffix.sub("", key) or key] = name
    for key, code in tables().keys.items():
        if code in BODIES:
            found[key] = BODIES[code]
    return found | {"eu": BODIES["EUE"]}


def group_keys() -> Iterator[str]:
    """Yield the keys of all groups: as they are entered, and with each word for members."""
    known = tables().groups
    yield from known
    for body in _bodies():
        for members in MEMBERS:
            for key in (f"{body} {members}", f"{body}s {members}", f"{members} of {body}"):
                if key not in known:
                    yield key


def _body(key: str) -> str:
    """Return the group that a key is the body of; "" for none."""
    bodies = _bodies()
    found = bodies.get(key) or bodies.get(key.removesuffix("s"), "")
    first, _, last = key.rpartition(" ")
    # A name with its short form behind it: "the Gulf Cooperation Council (GCC)".
    return found or (bodies[last] if last in bodies and bodies.get(first) == bodies[last] else "")


def group_of_key(key: str) -> StateGroup | None:
    """Return the group that a normalised name stands for; None where it stands for none."""
    key = _THAT_ARE.sub("", key)
    for shape in _SHAPES:
        if not (match := shape.fullmatch(key)):
            continue
        said = match.groupdict()
        if name := _body(said.get("body") or said["own"]):
            number = said.get("number")
            is_body = said.get("own") and name in BODIES.values()
            own = next(c for c, g in BODIES.items() if g == name) if is_body else ""
            return StateGroup(name, number_of(number) if number else None, own)
    name = tables().groups.get(key) or tables().groups.get(_MEMBERS_OF.sub("", key), "")
    many, _, rest = key.partition(" ")
    if not name and (number := number_of(many)) and (name := tables().groups.get(rest, "")):
        return StateGroup(name, number)  # in the words of other languages
    return StateGroup(name) if name else None


def number_of(words: str) -> int | None:
    """Return what a number of members means, in digits or in words; None for another word."""
    key = normalise(words)
    return int(key) if key.isdecimal() else _NUMBERS.get(key)


def group_of(spelling: str) -> StateGroup | None:
    """Return the group of states that a name stands for.

    Parameters
    ----------
    spelling : str
        A name as written, with or without a number of members.

    Returns
    -------
    StateGroup or None
        None where the name stands for no known group.

    Examples
    --------
    >>> group_of("the 28 EU Member States")
    StateGroup(name='member states of the European Union', number=28, own='')
    >>> group_of("the European Union and its Member States").own, group_of("Cuba")
    ('EUE', None)
    """
    return group_of_key(normalise(spelling))


def membership(group: StateGroup, date: str) -> Membership:
    """Return who was a member of a group on a day, or why nobody can say.

    Parameters
    ----------
    group : StateGroup
    date : str
        A day, or a month or a year in which no member came or went.

    Returns
    -------
    Membership
        Members only where they are entered for that day and as many as the name says.

    Examples
    --------
    >>> membership(group_of("Benelux"), "2024").codes
    ('BEL', 'LUX', 'NLD')
    >>> membership(group_of("the 28 EU Member States"), "2024-03-01").differs
    True
    """
    stays = _stays().get(group.name)
    if not stays:
        return _nobody("whose members are not entered: write their names")
    if not date:
        return _nobody(
            "whose members depend on the day: give the statement a date, or write their names"
        )
    first = f"{date}-01-01"[: len("YYYY-MM-DD")]
    last = date + {4: "-12-31", 7: "-31"}.get(len(date), "")
    moves = {day for stay in stays for day in (stay.since, stay.behind)}
    if moved := sorted(day for day in moves if first < day <= last):
        return _nobody(f"whose members changed on {moved[0]}: give the whole date, not {date}")
    codes = tuple(sorted({stay.member for stay in stays if stay.since <= first <= stay.until}))
    if not codes:
        begin, end = min(stay.since for stay in stays), max(stay.until for stay in stays)
        rest = f" to {end}" if end < _OPEN else " on"
        return _nobody(f"whose members are entered from {begin}{rest}, and the date is {date}")
    if group.number not in (None, len(codes)):
        why = f"is said to have {group.number} members, and had {len(codes)} on {date}"
        return Membership((), f"{why}: correct one of the two, or write their names", differs=True)
    return Membership(codes)


def _nobody(why: str) -> Membership:
    return Membership((), f"is a group {why}")


def offer(group: StateGroup, date: str) -> str:
    """Return what a group is on a day, and what to do: the end of a sentence that begins with it.

    Examples
    --------
    >>> offer(group_of("Benelux"), "2024")
    'is a group of 3 states on 2024: write their names, or take `groups="expanded"`'
    """
    found = membership(group, date)
    if not found.codes:
        return found.why
    number = len(found.codes)
    return (
        f'is a group of {number} states on {date}: write their names, or take `groups="expanded"`'
    )


def is_entered(group: StateGroup) -> bool:
    """Say whether the members of a group are entered.

    Examples
    --------
    >>> is_entered(group_of("Benelux")), is_entered(group_of("African Group"))
    (True, False)
    """
    return group.name in _stays()


def members_ever(group: StateGroup) -> frozenset[str]:
    """Return who was a member of a group on any day.

    Examples
    --------
    >>> "GBR" in members_ever(group_of("EU countries"))
    True
    """
    return frozenset(stay.member for stay in _stays().get(group.name, ()))
