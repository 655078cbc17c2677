"""Flow of sides along a series of events."""

from coalitions.figures.flow.draw import draw_flow

__all__ = [
    "draw_flow",
]
