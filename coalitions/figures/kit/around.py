"""The words around a figure as they are set: in lines, and how high these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.errors import ChoiceError, quoted
from coalitions.figures.kit.lettering import balanced, fold, in_pieces, text_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coalitions.findings import Words

#: Height of a line, in heights of its type.
LEADING = 1.25
#: Of each of a user's own words: its size (points), its weight, and in how many lines it may stand.
ROOM = {
    "title": (looks.TITLE, "bold", 5),
    "subtitle": (looks.TEXT, "normal", 6),
    "note": (looks.FOOT, "normal", 8),
    "source": (looks.FOOT, "normal", 8),
    "credit": (looks.FOOT, "normal", 3),
}


class WordsInLines(NamedTuple):
    """The words around a figure in lines, and how high they stand above and below (points)."""

    title: str
    subtitle: str
    foot: str
    head: float
    below: float


def in_lines(said: Words, width: float) -> WordsInLines:
    """Return the words around a figure as they are folded at its width (points)."""
    title = in_pieces(said.title, width, looks.TITLE, "bold")
    title = balanced(title, width, looks.TITLE, "bold")
    subtitle = fold(in_pieces(said.subtitle, width, looks.TEXT), width, looks.TEXT)
    lines = [in_pieces(line, width, looks.FOOT) for line in said.foot]
    foot = "\n".join(fold(line, width, looks.FOOT) for line in lines)
    head = leading(title) * looks.TITLE + leading(subtitle) * looks.TEXT
    return WordsInLines(title, subtitle, foot, head, leading(foot) * looks.FOOT + 16)


def leading(text: str) -> float:
    """Return how high a text stands, in heights of its type."""
    return bool(text) * (text.count("\n") + 1) * LEADING


def check_room(own: Mapping[str, str], width: float) -> None:
    """Refuse what of a user's own words has no room at the width of a figure (points).

    Raises
    ------
    ChoiceError
        A word that is wider, or more lines than may stand there.
    """
    for name, text in own.items():
        size, weight, most = ROOM[name]
        lines = fold(text, width, size, weight).split("\n")
        if wide := [line for line in lines if text_width(line, size, weight) > width]:
            raise ChoiceError(
                f"`{name}`: {quoted(wide[0])} is wider than the figure and has no blank at which "
                "it could be broken: write one"
            )
        if len(lines) > most:
            raise ChoiceError(
                f"`{name}`: takes {len(lines)} lines at this width, expected {most} or fewer: "
                "shorten it"
            )
