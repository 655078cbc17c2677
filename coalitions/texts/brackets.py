"""What brackets hold in a list: the members of a group, or the group that a name speaks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.names import group_of, is_entered
from coalitions.texts.pieces import Listed
from coalitions.texts.words import AND, AND_CLOSE, ARTICLE

if TYPE_CHECKING:
    from coalitions.texts.pieces import Piece

#: Whose meeting a group's statement may be of.
GROUP_OFFICES = (
    r"(?:(?:foreign|finance|deputy|heads\s+of\s+state\s+and)\s+)?(?:ministers|leaders|ambassadors"
    r"|governments?|presidency|representatives)['’]?"
)
#: The same written on to the group's name, or in languages without such words between.
WHOSE = (
    rf"(?:{GROUP_OFFICES}|[-‐]?(?:Außenminister|Finanzminister|Staaten|Länder)\w*"
    r"|外相|首脳|首相|外长|外長)"
)
_NOTHING = re.compile(rf"\W*(?:(?:{ARTICLE}|namely)\W+)?", re.IGNORECASE)
_OPENING = re.compile(rf",?\s?(?:{WHOSE}\s?)?[(\[（]", re.IGNORECASE)
_NAMED = re.compile(
    rf"[ \u00a0]?[:–—-]?[ \u00a0](?:{GROUP_OFFICES}\s+)?(?:of[ \u00a0])?(?:the[ \u00a0])?",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(
    rf"\s*[)\]）]\s*(?:[,、，]\s*)?(?:(?:{AND})\s+(?:(?:{ARTICLE})\s+)?|(?:{AND_CLOSE})\s*)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\W*(?:also\s+)?(?:on\s+behalf\s+of|in\s+the\s+name\s+of)\b", re.IGNORECASE)


def with_brackets(text: str, found: list[Listed], beside: dict[int, Listed]) -> list[Listed]:
    """Return lists in which what brackets say of a group, or of whom a name is for, is one piece.

    Who speaks for others in a list of several is one of them, and so are they: "Canada (also on
    behalf of New Zealand) and Japan". "The Benelux countries (Belgium, Luxembourg and the
    Netherlands)", "the Nordic countries Denmark, Finland and Norway", "Denmark [on behalf of the
    Nordic countries]". ``beside`` has the lists in brackets that are only one, by where the
    brackets begin.
    """
    result: list[Listed] = []
    taken: set[Listed] = set()
    for listed in found:
        pieces: list[Piece] = []
        for piece, after in zip(listed.pieces, (*listed.pieces[1:], None), strict=True):
            bracket = _OPENING.match(text, piece.end)
            begin = bracket.end() if bracket else -1
            inside = beside.get(begin)
            # "The Frugal Four (Austria, Denmark, …)": whoever they are is said.
            told = piece.kind == "unknown" and inside and len(inside.codes) > 1
            is_group = piece.kind == "group" or bool(told)
            is_named = is_group and after and _NAMED.fullmatch(text, piece.end, after.start)
            speaks = inside and len(listed.pieces) > 1 and _FOR.match(text, begin)
            if inside and (speaks or is_group == bool(inside.codes)):
                taken.add(inside)
                pieces += [*([] if is_group else [piece]), *inside.pieces]
            elif not is_named:
                pieces.append(piece)
        end = max(listed.end, *(piece.end for piece in pieces))
        result.append(listed._replace(pieces=tuple(pieces), end=end))
    return _gone_on(text, [each for each in result if each not in taken])


def _gone_on(text: str, found: list[Listed]) -> list[Listed]:
    """Return lists of which one in brackets goes on behind: "the four (Austria, …) and Germany"."""
    result: list[Listed] = []
    for listed in found:
        if result and _AND_SO_ON.fullmatch(text, result[-1].end, listed.start):
            last = result.pop()
            pieces = (*last.pieces, *listed.pieces)
            own = last.own or listed.own
            listed = Listed(last.start, listed.end, pieces, own, listed.open)  # noqa: PLW2901 - the two are one
        result.append(listed)
    return result


def is_beside(text: str, start: int, inside: Listed) -> bool:
    """Say whether a list in brackets names a group's members, or whom one speaks for."""
    begin = text[start : inside.start]
    if inside.codes:
        return bool(_NOTHING.fullmatch(begin) or _FOR.match(begin))
    groups = [group_of(text[piece.start : piece.end]) for piece in inside.pieces]
    return bool(_FOR.match(begin)) and all(group and is_entered(group) for group in groups)
