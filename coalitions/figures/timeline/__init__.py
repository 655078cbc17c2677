"""Timeline of statements."""

from coalitions.figures.timeline.draw import draw_timeline

__all__ = [
    "draw_timeline",
]
