"""The world: tiles, borders, and the projection that maps use."""

from coalitions.maps.borders import DRAWN, NO_STATE, OTHERS_UNTIL, SINCE, state_outlines
from coalitions.maps.frames import INSET, REGIONS, Chart, Frame, chart, frame_of
from coalitions.maps.projection import equal_earth
from coalitions.maps.tiles import state_tiles

__all__ = [
    "state_tiles",
    "NO_STATE",
    "DRAWN",
    "OTHERS_UNTIL",
    "SINCE",
    "state_outlines",
    "REGIONS",
    "INSET",
    "Frame",
    "frame_of",
    "Chart",
    "chart",
    "equal_earth",
]
