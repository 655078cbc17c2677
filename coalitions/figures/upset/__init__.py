"""UpSet diagram: a row a region."""

from coalitions.figures.upset.draw import draw_upset

__all__ = [
    "draw_upset",
]
