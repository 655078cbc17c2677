"""Words in small letters beside a name that make it another's, or leave open whose it is."""

from __future__ import annotations

import functools
import re

from coalitions.names import read, resolve
from coalitions.texts.neighbours import Spot
from coalitions.texts.tree import tokens, tree

# As many words as stand before the last one of a name: "democratic republic of the Congo".
_WORDS = 5
_BEFORE = re.compile(rf"(?:(?<![\w-])[^\W\d_]+[ -]){{1,{_WORDS}}}\Z")
_BEHIND = re.compile(r"[ -](?=[^\W\d_])([^\W\d_]+)\b")


def with_small_letters(text: str, spot: Spot, limit: int) -> Spot:
    """Return the name that a known one and words in small letters beside it are together.

    Parameters
    ----------
    text : str
        The text.
    spot : Spot
        A known name in it.
    limit : int
        Where the name before it ends.

    Returns
    -------
    Spot
        The same, another state's, or one of the kind ``ambiguous``.

    Examples
    --------
    >>> known = Spot(0, 6, "GIN", "state")
    >>> with_small_letters("Guinea bisau", known, 0).kind
    'ambiguous'
    >>> with_small_letters("Guinea has", known, 0).code
    'GIN'
    >>> with_small_letters("south Sudan", Spot(6, 11, "SDN", "state"), 0).code
    'SSD'
    """
    if spot.kind not in {"state", "ambiguous"}:
        return spot
    before = _BEFORE.search(text, max(limit, spot.start - 60), spot.start)
    for start in _beginnings(before) if before else ():
        found = read(text[start : spot.end])
        if found.one and found.one != spot.code:
            return Spot(start, spot.end, found.one, "state")
    behind = _BEHIND.match(text, spot.end)
    if spot.code and behind and behind[1][0].islower():
        name = text[spot.start : behind.end()]
        if behind[1] == "republic" or _is_nearly_another(name, spot.code):
            return Spot(spot.start, behind.end(), "", "ambiguous")
    return spot


def _beginnings(before: re.Match[str]) -> list[int]:
    """Return where a word in small letters stands with which a name may begin, the last first."""
    words = re.finditer(r"[^\W\d_]+", before.group())
    starts = [before.start() + w.start() for w in words if w.group() in _first_words()]
    return starts[::-1]


@functools.cache
def _first_words() -> frozenset[str]:
    """Return the words with which names of several words begin."""
    return frozenset(word for word, node in tree().items() if len(node) > ("" in node))


@functools.lru_cache(maxsize=4096)
def _is_nearly_another(name: str, code: str) -> bool:
    """Say whether a name and a word are nearly one name, of another state: "Guinea bisau"."""
    node = tree()
    for token in tokens(name)[:-1]:
        node = node.get(token.key, {})
    if len(node) <= ("" in node):
        return False  # no longer name begins so
    meant = {read(each).one for each in resolve(name).suggestions}
    return bool(meant) and code not in meant
