"""Two maps: equal tiles, and states in their borders."""

from coalitions.figures.maps.tilemap import draw_tilemap
from coalitions.figures.maps.worldmap import draw_worldmap

__all__ = [
    "draw_tilemap",
    "draw_worldmap",
]
