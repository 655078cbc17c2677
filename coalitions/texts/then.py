"""Names of a list at the date of its statement: states that are no more, names not clear then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.names import read

if TYPE_CHECKING:
    from coalitions.texts.neighbours import Spot
    from coalitions.texts.pieces import Listed, Piece


def named_then(text: str, listed: Listed, date: str) -> Listed:
    """Return a list whose names stand for whom they stood for at a date.

    Parameters
    ----------
    text : str
        The text of the list.
    listed : Listed
        The list, read as one of today.
    date : str
        The day of its statement, "" where none is known.

    Returns
    -------
    Listed

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "Joint statement by Cuba, the USSR and Germany"
    >>> then = named_then(text, lists(text)[0], "1985")
    >>> [(piece.code, piece.kind) for piece in then.pieces]
    [('CUB', 'state'), ('SUN', 'former'), ('', 'ambiguous')]
    """
    if not date:
        return listed
    pieces = tuple(_then(text, piece, date) for piece in listed.pieces)
    codes = dict(zip((p.code for p in listed.pieces), (p.code for p in pieces), strict=True))
    own = codes.get(listed.own, listed.own) if listed.own else ""
    return listed._replace(pieces=pieces, own=own)


def spot_then(text: str, spot: Spot, date: str) -> Spot:
    """Return a name in a text that stands for whom it stood for at a date.

    Examples
    --------
    >>> from coalitions.texts.spotting import spots
    >>> text = "The USSR made a joint statement."
    >>> [spot_then(text, spot, "1985").code for spot in spots(text)]
    ['SUN']
    """
    if not date or spot.kind in ("group", "possessive"):
        return spot
    name = text[spot.start : spot.end]
    found = read(name, date)
    return spot if found == read(name) else spot._replace(code=found.one)


def _then(text: str, piece: Piece, date: str) -> Piece:
    if piece.kind in ("group", "filling"):
        return piece
    name = text[piece.start : piece.end]
    found = read(name, date)
    if found == read(name) or found.kind in ("group", "unknown"):
        return piece
    return piece._replace(code=found.one, kind=found.kind, why=found.why)
