"""Card: lists of names side by side, drawn or as text."""

from coalitions.figures.card.draw import draw_card
from coalitions.figures.card.text import read_card, write_card

__all__ = [
    "draw_card",
    "write_card",
    "read_card",
]
