"""The words around a figure as they are set: in lines, and how high these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.figures.kit.lettering import balanced, fold

if TYPE_CHECKING:
    from coalitions.findings import Words

#: Height of a line, in heights of its type.
LEADING = 1.25


class WordsInLines(NamedTuple):
    """The words around a figure in lines, and how high they stand above and below (points)."""

    title: str
    subtitle: str
    foot: str
    head: float
    below: float


def in_lines(said: Words, width: float) -> WordsInLines:
    """Return the words around a figure as they are folded at its width (points)."""
    title = balanced(said.title, width, looks.TITLE, "bold")
    subtitle = fold(said.subtitle, width, looks.TEXT)
    foot = "\n".join(fold(line, width, looks.FOOT) for line in said.foot)
    head = leading(title) * looks.TITLE + leading(subtitle) * looks.TEXT
    return WordsInLines(title, subtitle, foot, head, leading(foot) * looks.FOOT + 16)


def leading(text: str) -> float:
    """Return how high a text stands, in heights of its type."""
    return (text.count("\n") + 1) * LEADING
