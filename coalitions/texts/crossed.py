"""Names that a list has with a cross beside them, or struck through: they sign nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalitions.texts.pieces import Listed, Piece

_CROSS = re.compile(r"[ \t|:–-]*[✗✘❌☒✖]")
_STRUCK = re.compile(r"~~[ \t]*\Z")
_STRUCK_BEHIND = re.compile(r"[ \t]*~~")
_REACH = 4
_WHY = "is crossed there: leave it out, or the cross"


def without_crossed(text: str, listed: Listed) -> Listed:
    r"""Return a list in which names that are crossed, or struck through, stand for nobody.

    Parameters
    ----------
    text : str
        The text, with all columns of its tables.
    listed : Listed
        The list.

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "Signatories:\nCuba ✓\nChad ✗\nPeru ✓"
    >>> without_crossed(text, lists(text)[0]).codes
    ('CUB', 'PER')
    """
    pieces = tuple(
        piece._replace(code="", kind="unknown", why=_WHY) if _is_crossed(text, piece) else piece
        for piece in listed.pieces
    )
    return listed._replace(pieces=pieces)


def _is_crossed(text: str, piece: Piece) -> bool:
    struck = _STRUCK.search(text, max(0, piece.start - _REACH), piece.start)
    return bool(_CROSS.match(text, piece.end) or (struck and _STRUCK_BEHIND.match(text, piece.end)))
