"""Heatmap of all pairs of statements."""

from coalitions.figures.overlap.draw import draw_overlap

__all__ = [
    "draw_overlap",
]
