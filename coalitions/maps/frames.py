"""Parts of the world that a map may show alone, and where everything lies in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coalitions.errors import ChoiceError, told
from coalitions.maps.borders import state_outlines
from coalitions.maps.projection import equal_earth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]


class Frame(NamedTuple):
    """A part of the world (degrees): the meridian in its middle is where the map is centred."""

    west: float
    east: float
    south: float
    north: float

    @property
    def meridian(self) -> float:
        """The longitude on which the map is centred."""
        return (self.west + self.east) / 2


#: Part → where it lies: regions of the United Nations' geoscheme (M49), as far as a frame holds
#: them, and the Caribbean, where small states stand close. Frames are no lists of members.
REGIONS = {
    "africa": Frame(-26, 60, -36, 38),
    "americas": Frame(-150, -30, -56, 72),
    "asia": Frame(26, 147, -12, 56),
    "caribbean": Frame(-90, -58, 7, 28),
    "europe": Frame(-25, 46, 34, 71.5),
    "oceania": Frame(112, 210, -48, 20),
}
#: What a map of the world shows again at a larger scale: where most states stand close.
INSET = Frame(-10.5, 30, 34.5, 60)


class Chart(NamedTuple):
    """The world, or a part of it, on the plane (radii of the sphere), from its lower left corner.

    Attributes
    ----------
    areas : dict of list of array
        The rings of each state in it, the largest first, and of all other land.
    middles : dict of array
        Where a mark stands for each state in it.
    size : tuple of float
        How far it reaches across and along.
    low : tuple of float
        Its lower left corner on the plane, as ``equal_earth`` has it.
    """

    areas: dict[str, list[Points]]
    middles: dict[str, Points]
    size: tuple[float, float]
    low: tuple[float, float]


def frame_of(region: str) -> Frame:
    """Return the frame of a part of the world; refuse what is none.

    Examples
    --------
    >>> frame_of("europe").meridian
    10.5
    """
    if not isinstance(region, str) or region not in REGIONS:
        shown = f'"{region}"' if isinstance(region, str) else told(region)
        raise ChoiceError(f"there is no region {shown}: choose one of {', '.join(REGIONS)}")
    return REGIONS[region]


@cache
def chart(frame: Frame | None = None) -> Chart:
    """Return the world on the plane, or what lies in a frame.

    Parameters
    ----------
    frame : Frame, optional
        By default the whole world, without the ice of the south.

    Returns
    -------
    Chart
        Rings that reach beyond the frame are whole: who draws them cuts them.

    Examples
    --------
    >>> europe = chart(REGIONS["europe"])
    >>> "MLT" in europe.middles, "JPN" in europe.middles, len(chart().middles)
    (True, False, 195)
    """
    meridian = frame.meridian if frame else 0.0
    rings = {
        code: [_placed(ring, meridian) for ring in o.rings] for code, o in state_outlines().items()
    }
    middles = {
        code: _placed(np.array([o.middle]), meridian)[0]
        for code, o in state_outlines().items()
        if o.middle
    }
    if frame is None:
        every = np.vstack([*middles.values(), *(ring for each in rings.values() for ring in each)])
        low, high = every.min(axis=0), every.max(axis=0)
    else:
        low, high = _corners(frame)
    size = high - low
    areas = {code: [ring - low for ring in found] for code, found in rings.items()}
    middles = {code: place - low for code, place in middles.items()}
    if frame is not None:
        areas = {c: [r for r in found if _meets(r, size)] for c, found in areas.items()}
        middles = {c: at for c, at in middles.items() if _meets(at[None], size) or areas[c]}
    return Chart(areas, middles, (float(size[0]), float(size[1])), (float(low[0]), float(low[1])))


def _placed(ring: Points, meridian: float) -> Points:
    """Return places on the plane, on a map that is centred on a meridian."""
    lon = (ring[:, 0] - meridian + 180) % 360 - 180 if meridian else ring[:, 0]
    return equal_earth(lon, ring[:, 1])


def _corners(frame: Frame) -> tuple[Points, Points]:
    """Return the lower left and the upper right of a frame, as wide as it is at its widest."""
    lat = np.linspace(frame.south, frame.north, 50)
    half = equal_earth(np.full(50, (frame.east - frame.west) / 2), lat)
    across = half[:, 0].max()
    return np.array([-across, half[0, 1]]), np.array([across, half[-1, 1]])


def _meets(ring: Points, size: Points) -> bool:
    """Say whether the box around some places meets the frame, and does not go round the world."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    return bool((high >= 0).all() and (low <= size).all() and high[0] - low[0] < np.pi)
