"""Names that a misspelt one may have meant; rather none than another state's."""

from __future__ import annotations

import functools

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from coalitions.names.gazetteer import tables
from coalitions.names.spelling import normalise

# Below this similarity (0 to 100) and for keys shorter than this a suggestion is noise.
_CUTOFF = 78.0
_SHORTEST = 4
# No known name is as long (letters): what is, is prose.
_LONGEST = 120
_SUGGESTIONS = 3
# Words that names have and lose without becoming another's.
_SMALL_WORDS = "of and the de du des del la le les el los las y et"
_SMALL = frozenset(_SMALL_WORDS.split())
# Words that tell places apart, whether a known name holds them or not.
_TELLING_WORDS = (
    "north south east west northern southern eastern western upper lower central new saint "
    "sainte san santa sao sint republic democratic peoples federal federated united islamic "
    "arab equatorial papua french british portuguese spanish dutch belgian american african "
    "state states kingdom union"
)
_TELLING = frozenset(_TELLING_WORDS.split())
# Of each kind a name has its own: "Saint Martin" is not French for San Marino, one letter off.
_KINDS = (
    frozenset(["north", "south", "east", "west", "northern", "southern", "eastern", "western"]),
    frozenset(["saint", "sainte", "san", "santa", "sao", "sint"]),
)
# "Nigerien" is not Nigeria misspelt, nor "American" the United States.
_ADJECTIVES = ("ian", "ien", "ean", "ese", "ish", "ana", "ano", "ic", "an", "en", "er")
# "Soudan du" has lost its last word.
_OPEN = (" de", " du", " des", " del")


def nearest(name: str) -> tuple[str, ...]:
    """Return the UN names of the states that an unknown name may mean, the nearest first.

    A suggestion has the same words, but for slips of the pen: no word is left out, put in or
    taken for another.

    Parameters
    ----------
    name : str
        A name that does not resolve.

    Returns
    -------
    tuple of str
        Three at most.

    Examples
    --------
    >>> nearest("Cote dIvore"), nearest("Antigua and Barbados"), nearest("New Guinea")
    (("Côte d'Ivoire",), ('Antigua and Barbuda',), ())
    """
    known = tables()
    key = normalise(name)
    for acronym, code in known.capitals.items():
        if acronym.casefold() == key:
            return (known.states[code]["name"],)
    head, joined, _ = key.partition(" and ")
    if joined and head in known.heads:
        return (known.states[known.heads[head]]["name"],)
    if not _SHORTEST <= len(key) <= _LONGEST or key.endswith(_OPEN) or key in known.elsewhere:
        return ()
    near = _near(key, list(known.keys))
    return tuple(dict.fromkeys(near))[:_SUGGESTIONS]


def is_double(name: str) -> bool:
    """Return whether a name is one of two halves, but for slips of the pen.

    Examples
    --------
    >>> is_double("Bosna and Herzegovina"), is_double("Cuba and China")
    (True, False)
    """
    return bool(_near(normalise(name), _doubles()))


def _near(key: str, keys: list[str]) -> list[str]:
    """Return the UN names of the keys that a key may be a slip for, the nearest first."""
    known = tables()
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=None)
    words = _words(key)
    return [
        name
        for _, name in sorted(
            (-score, known.states[known.keys[near]]["name"])
            for near, score, _ in found
            if _is_slip(words, _words(near)) and _same_kinds(words, known.states[known.keys[near]])
        )
    ]


@functools.cache
def _doubles() -> list[str]:
    return [key for key in tables().keys if " and " in key]


def _words(key: str) -> list[str]:
    return [word for word in key.split() if word not in _SMALL]


def _is_slip(written: list[str], known: list[str]) -> bool:
    """Say whether the words of a known name are those that are written, letters aside."""
    if "".join(written) == "".join(known):
        return True
    if len(written) != len(known):
        return False
    return all(a == b or _is_slip_of(a, b) for a, b in zip(written, known, strict=True))


def _same_kinds(written: list[str], state: dict[str, str]) -> bool:
    """Say whether no word contradicts the one of its kind in the name that would be suggested."""
    official = set(normalise(state["name"]).split())
    return all(
        not (kind & official and kind.intersection(written))
        or not kind.intersection(written).isdisjoint(official)
        for kind in _KINDS
    )


def _is_slip_of(written: str, known: str) -> bool:
    """Say whether one word is another with wrong letters; a word that names hold is right."""
    if known in (f"{written}s", written.removesuffix("s")):
        return True
    if written in _vocabulary() or _is_adjective(written, known):
        return False
    wrong = OSA.distance(written, known)
    likely = wrong == 1 or written[0] == known[0]
    return likely and wrong <= _slips(min(len(written), len(known)))


@functools.cache
def _vocabulary() -> frozenset[str]:
    return _TELLING.union(*(key.split() for key in tables().keys))


def _slips(letters: int) -> int:
    """Return how many letters of a word may be wrong."""
    return sum(letters >= enough for enough in (4, 7, 12))


def _is_adjective(written: str, known: str) -> bool:
    """Say whether a word is that of a people or a language; "Britian" ends as "Britain" does."""
    one = written.removesuffix("s")
    return one[-1:] != known[-1] and any(
        one.endswith(end) and known.startswith(one[: -len(end)]) for end in _ADJECTIVES
    )
