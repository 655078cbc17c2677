"""Venn diagram of two or three statements."""

from coalitions.figures.venn.draw import draw_venn

__all__ = [
    "draw_venn",
]
