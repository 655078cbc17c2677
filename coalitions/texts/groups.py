"""Groups of states in lists: which is meant, how many it is said to be, who was one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.names import group_of, is_entered, members_ever, membership, number_of, offer
from coalitions.texts.brackets import GROUP_OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coalitions.names import StateGroup
    from coalitions.texts.pieces import Listed, Piece

# Words that take a part of a group, before it and behind it.
_SOME = re.compile(
    r"\b(?:several|some|many|most|various|certain|few|half|majority|number|part|couple|group|other"
    r"|individual|numerous|selected|none|neither|among|dozen|plusieurs|certains|varios|algunos"
    r"|einige|mehrere)\s+(?:of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"[\s,(\[–—-]*(?:\w+\s+)?(?:except|excluding|exclusive\s+of|without|with\s+the\s+exception|apart"
    r"\s+from|other\s+than|minus|but\s+not|bar|save|less|sauf|excepto|ohne|außer)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b([\w-]+)\s+of\s+(?:the\s+|its\s+|all\s+)*\Z", re.IGNORECASE)
# How far before a group they are looked for (letters).
_REACH = 40
_THEIRS = re.compile(r"(?:all\s+|of\s+)*(?:its|the|their)?\s*(?=\S)", re.IGNORECASE)
#: What stands before a group that signs alone, and not as one that is spoken of.
_ALONE = re.compile(
    r"\b(?:on\s+behalf\s+of|in\s+the\s+name\s+of|(?:statement|letter|declaration|resolution|appeal)"
    r"\s+(?:\S+\s+){0,4}?(?:by|of|from)|(?:signed|supported|endorsed|joined|issued|delivered"
    r"|(?:co-?)?sponsored|submitted)\s+by|(?:sponsors?|signator(?:y|ies))\s*:|signatures\s+of)"
    r"(?:\s+[a-z]+)*\W*\Z",
    re.IGNORECASE,
)
# Behind a group whose members follow, as in "on behalf of the Baltic states: Estonia, …".
_NAMED_BEHIND = re.compile(
    rf"(?:\s+{GROUP_OFFICES})?\s*(?:[:(\[–—]|,?\s*(?:namely|i\.e|that\s+is)\b)"
)


def group_in(text: str, listed: Listed, at: int) -> StateGroup | None:
    """Return the group that a piece of a list means; None where nobody can say which.

    Parameters
    ----------
    text : str
        The text of the list.
    listed : Listed
        The list.
    at : int
        Which of its pieces; "its Member States" are those of the piece before.

    Returns
    -------
    StateGroup or None

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "Signatories: the five Nordic countries, the EU and its Member States"
    >>> [group_in(text, each, at) for each in lists(text) for at in (0, 2)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [StateGroup(name='Nordic countries', number=5, own=''),
     StateGroup(name='member states of the European Union', number=None, own='')]
    """
    piece = listed.pieces[at]
    written = text[piece.start : piece.end]
    found = group_of(written)
    if found is None and at:
        before = listed.pieces[at - 1]
        rest = _THEIRS.sub("", written, count=1)
        found = group_of(f"{text[before.start : before.end]} and its {rest}")
        found = found._replace(own="") if found else None
    return found


def written_out(text: str, listed: Listed, date: str, *, expand: bool) -> Listed:
    """Return a list in which groups are written out, or with what is said of those that are not.

    Parameters
    ----------
    text : str
        The text of the list.
    listed : Listed
        The list.
    date : str
        The day of its statement, "" where none is known.
    expand : bool
        Whether members are to stand for groups.

    Returns
    -------
    Listed
        Each member is a piece where its group stood, with the name of the group.
    """
    pieces = list(listed.pieces)
    if not any(piece.kind == "group" for piece in pieces):
        return listed
    return listed._replace(pieces=tuple(_pieces(text, listed, date, expand=expand)))


def _pieces(text: str, listed: Listed, date: str, *, expand: bool) -> Iterator[Piece]:
    for at, piece in enumerate(listed.pieces):
        group = group_in(text, listed, at) if piece.kind == "group" else None
        if group is None:
            yield piece
            continue
        if is_part(text, piece):
            yield piece._replace(why="is a group of which only some are meant: write their names")
            continue
        found = membership(group, date)
        named = _named_behind(text, listed, at, found.codes or members_ever(group))
        if named and set(named) >= (set(found.codes) or members_ever(group)):
            continue
        if named:
            yield piece._replace(why="is a group of which some stand behind it: write their names")
            continue
        if not (expand and found.codes):
            kind = "differs" if found.differs else "group"
            yield piece._replace(kind=kind, why=offer(group, date))
            continue
        if group.own:
            yield piece._replace(code=group.own, kind="state")
        for code in found.codes:
            yield piece._replace(code=code, kind="state", via=group.name)


def is_part(text: str, piece: Piece) -> bool:
    """Say whether words beside a group take some of it, or leave some out.

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> for text in ("by several EU members", "by EU members except Malta", "by all EU members"):
    ...     print(is_part(text, lists(text)[0].pieces[0]))
    True
    True
    False
    """
    before = text[max(0, piece.start - _REACH) : piece.start]
    if text[piece.start : piece.end].casefold().startswith("other"):
        return True
    if _SOME.search(before) or _BUT.match(text, piece.end):
        return True
    number = _OF_THEM.search(before)
    return number is not None and number_of(number[1]) is not None


def _named_behind(text: str, listed: Listed, at: int, ever: Collection[str]) -> list[str]:
    """Return the members of a group that are named right behind it ("the Baltics, Estonia")."""
    pieces = listed.pieces
    last = at
    while last + 1 < len(pieces) and pieces[last + 1].code in ever:
        last += 1
    beside = last > at and "\n" not in text[pieces[at].end : pieces[at + 1].start]
    return [piece.code for piece in pieces[at + 1 : last + 1]] if beside else []


def sizes(text: str, listed: Listed) -> Iterator[tuple[int, int]]:
    """Yield where the groups of a list stand that others stand beside: their sizes are no list's.

    A group alone is its list: then its number is the number of the list.
    """
    if len(listed.pieces) > 1:
        for at, piece in enumerate(listed.pieces):
            if piece.kind == "group" and group_in(text, listed, at):
                yield piece.start, piece.end


def signs_alone(text: str, listed: Listed, lead_in: str) -> bool:
    """Say whether a list of nothing but groups is one of signatories.

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "Joint statement by the Nordic countries"
    >>> signs_alone(text, lists(text)[0], "Joint statement by the")
    True
    """
    found = [group_in(text, listed, at) for at in range(len(listed.pieces))]
    known = any(group and is_entered(group) for group in found)
    return known and bool(_ALONE.search(lead_in)) and not _NAMED_BEHIND.match(text, listed.end)
