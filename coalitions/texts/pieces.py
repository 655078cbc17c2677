"""Lists of names in a text, and what stands in them."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """What stands in a list: a name, or words that are none (``code`` is empty).

    ``via`` is the group whose member stands for it, ``why`` what is said of a group that is not
    written out.
    """

    start: int
    end: int
    code: str
    kind: str
    via: str = ""
    why: str = ""


class Listed(NamedTuple):
    """A list in a text.

    Attributes
    ----------
    start, end : int
        From its first to behind its last piece.
    pieces : tuple of Piece
        What it holds, in order.
    own : str
        The code of the state that the speaker calls "my own country", or "".
    open : bool
        Whether it ends in "and others".
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    own: str
    open: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The states, each once, in order."""
        return tuple(dict.fromkeys(piece.code for piece in self.pieces if piece.code))

    @property
    def unresolved(self) -> tuple[Piece, ...]:
        """What is no state."""
        return tuple(piece for piece in self.pieces if not piece.code)
