"""A part of the world as it is drawn: areas cut at its frame, small states as dots beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Bbox, BboxTransformTo, TransformedBbox

from coalitions.figures.maps.dots import clear_places
from coalitions.figures.maps.standing import UNKNOWN, Standing
from coalitions.maps import NO_STATE, Chart

if TYPE_CHECKING:
    from collections.abc import Collection

    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform
    from numpy.typing import NDArray

    from coalitions.looks import Look

    Points = NDArray[np.float64]

#: A state is a dot if its area is less than this many squares of the dot's radius.
SMALL = 2.0
#: Islets with less than this area are left out (square points), but for a state's largest.
SPECK = 0.05
#: How far beyond its frame an area is kept, so that its line there is cut off (points).
BEYOND = 4.0


class MapPart(NamedTuple):
    """A part of the world on axes that are measured in points."""

    chart: Chart
    #: Its lower left corner, and points per radius of the sphere.
    corner: tuple[float, float]
    scale: float
    #: Of a dot (points).
    radius: float

    @property
    def size(self) -> tuple[float, float]:
        """How far it reaches across and along (points)."""
        return self.chart.size[0] * self.scale, self.chart.size[1] * self.scale

    @property
    def box(self) -> Bbox:
        """Where it lies (points)."""
        return Bbox.from_bounds(*self.corner, *self.size)

    def areas(self) -> dict[str, list[Points]]:
        """Return the rings of every area (points), the largest first, cut beyond the frame."""
        placed = {c: [self.at(r) for r in found] for c, found in self.chart.areas.items()}
        box = self.box.padded(BEYOND)
        cut = {code: [_cut(ring, box) for ring in found] for code, found in placed.items()}
        return {
            code: [r for n, r in enumerate(found) if len(r) and (not n or area([r]) >= SPECK)]
            for code, found in cut.items()
        }

    def middles(self) -> dict[str, Points]:
        """Return where a mark stands for each state whose middle lies here (points)."""
        return {
            code: at
            for code, at in ((c, self.at(place)) for c, place in self.chart.middles.items())
            if self.box.padded(0.01).contains(float(at[0]), float(at[1]))  # as places are rounded
        }

    def dots(self) -> set[str]:
        """Return the states whose middle lies here, and which are too small to be areas."""
        areas = self.areas()
        return {code for code in self.middles() if area(areas[code]) < SMALL * self.radius**2}

    def shown(self) -> set[str]:
        """Return the states of which something is drawn here."""
        land = (
            code
            for code, rings in self.areas().items()
            if code != NO_STATE and any(Path(r).intersects_bbox(self.box) for r in rings)
        )
        return {*land, *self.middles()}

    def at(self, places: Points) -> Points:
        """Return where places of the chart lie (points)."""
        # Hundredths of a point: what is written of them is a third shorter.
        return np.array(np.round(places * self.scale + np.array(self.corner), 2))

    def draw(
        self,
        ax: Axes,
        found: Standing,
        look: Look,
        marked: Collection[str],
        *,
        above: bool = False,
    ) -> None:
        """Draw all areas, and the dots of small states; only those marked bear their code.

        ``above``: what is laid under other parts.
        """
        areas, dots = self.areas(), self.dots() & set(marked)
        blank = _patch(areas[NO_STATE], facecolor=look.stripe, edgecolor=look.hairline)
        patches = [blank]
        for state in (code for code in found.of if areas[code]):
            patch = _patch(areas[state], edgecolor=look.ground, **found.paint(state))
            patch.set_gid(state if state in marked and state not in dots else None)
            if found.of[state] == UNKNOWN:
                patch.set(edgecolor=look.hatch)
            patches.append(patch)
        for patch in patches:
            ax.add_artist(patch)
            patch.set_zorder(2.1 if above else 1)
            if not _within(self.box, patch):
                patch.set_clip_path(Path.unit_rectangle(), _onto(self.box, ax))
        middles = {code: at for code, at in self.middles().items() if code in dots}
        for state, at in clear_places(middles, areas, self.radius).items():
            if np.hypot(*(at - middles[state])) > self.radius:
                line = np.array([middles[state], at]).T
                ax.plot(*line, color=look.grey, linewidth=0.4, zorder=2.9)
            ax.add_artist(_dot(found, state, (at, self.radius), look))


def frame_in(ax: Axes, box: Bbox, look: Look) -> None:
    """Draw the hairline around what is shown at two scales."""
    line = Rectangle(box.min, box.width, box.height, fill=False, linewidth=0.4, zorder=2.8)
    line.set_edgecolor(look.grey)
    ax.add_artist(line)


def lay_under(ax: Axes, box: Bbox, look: Look) -> None:
    """Lay the ground below what is drawn over the sea."""
    sea = Rectangle(box.min, box.width, box.height, linewidth=0, zorder=2)
    sea.set_facecolor(look.ground)
    ax.add_artist(sea)


def area(rings: list[Points]) -> float:
    """Return the area of rings (square points), less their enclaves."""
    return abs(sum(float(np.sum(r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1])) / 2 for r in rings))


def _cut(ring: Points, box: Bbox) -> Points:
    """Return what lies of a ring in a box."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    if (low >= box.min).all() and (high <= box.max).all():
        return ring
    cut = Path(ring, closed=True).clip_to_bbox(box)
    return np.array(cut.vertices)


def _within(box: Bbox, patch: PathPatch) -> bool:
    """Say whether nothing of an area lies beyond a frame."""
    reach = patch.get_path().get_extents()
    return bool(
        reach.x0 >= box.x0 and reach.y0 >= box.y0 and reach.x1 <= box.x1 and reach.y1 <= box.y1
    )


def _onto(box: Bbox, ax: Axes) -> Transform:
    return BboxTransformTo(TransformedBbox(box, ax.transData))


def _patch(rings: list[Points], **paint: str | None) -> PathPatch:
    path = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
    patch = PathPatch(path, linewidth=0.3)
    patch.set(**paint)
    return patch


def _dot(found: Standing, state: str, at: tuple[Points, float], look: Look) -> Circle:
    """Return the dot that stands for a state, with a ring that parts it from what is around."""
    place, radius = at
    dot = Circle((float(place[0]), float(place[1])), radius, gid=state, zorder=3)
    unknown = found.of[state] == UNKNOWN
    dot.set(**found.paint(state), linewidth=0.6 if unknown else 0.4)
    dot.set_edgecolor(look.grey if unknown else look.ground)
    return dot
