"""The world: tiles, borders, and the projection that maps use."""

from coalitions.maps.borders import NO_STATE, state_outlines
from coalitions.maps.projection import equal_earth
from coalitions.maps.tiles import state_tiles

__all__ = [
    "state_tiles",
    "NO_STATE",
    "state_outlines",
    "equal_earth",
]
