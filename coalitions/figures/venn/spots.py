"""Where the numbers of a Venn diagram stand: each in its region, or beside it on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    Truths = NDArray[np.bool_]
    #: Left, right, bottom, top.
    Box = tuple[float, float, float, float]

#: Points tried along each side of a region; steps of places beside the circles; room around a
#: number beside them, and between two texts (points).
FINE, STEP, CLEAR, APART = 90, 5.0, 4.0, 3.0


class Circles(NamedTuple):
    """The circles of a diagram (points), and how far around each a number would be read as its."""

    centres: Points
    radii: Points
    rings: Points

    def away(self, at: Points) -> Points:
        """Return how far each point lies from the centre of each circle."""
        found: Points = np.hypot(*(at[:, None] - self.centres[None]).transpose(2, 0, 1))
        return found

    def within(self, key: str, at: Points) -> Truths:
        """Return which points lie in exactly the circles whose digit in the key is 1."""
        wanted = np.array([digit == "1" for digit in key])
        found: Truths = ((self.away(at) <= self.radii) == wanted).all(1)
        return found

    def region(self, key: str) -> Points:
        """Return points all over a region; none where the circles do not show it."""
        inside = [n for n, digit in enumerate(key) if digit == "1"]
        low = np.max([self.centres[n] - self.radii[n] for n in inside], axis=0)
        high = np.min([self.centres[n] + self.radii[n] for n in inside], axis=0)
        if (high <= low).any():
            return np.zeros((0, 2))
        xs, ys = (np.linspace(low[n], high[n], FINE + 2)[1:-1] for n in (0, 1))
        grid = np.array([(x, y) for y in ys for x in xs])
        return grid[self.within(key, grid)]

    def clearance(self, at: Points) -> Points:
        """Return how far each point lies from the nearest line of a circle."""
        found: Points = np.abs(self.away(at) - self.radii).min(1)
        return found


def spot_within(
    circles: Circles, key: str, size: tuple[float, float], wish: Points | None = None
) -> Points | None:
    """Return where a text stands wholly in its region, as far from its lines as can be.

    Parameters
    ----------
    circles : Circles
    key : str
        A digit for each circle: "1" where the region lies in it.
    size : tuple of float
        Width and height of the text (points).
    wish : array, optional
        Where it stands if it can.

    Returns
    -------
    array or None
        Its middle; None where it does not fit.

    Examples
    --------
    >>> alone = Circles(np.array([[0.0, 0.0]]), np.array([10.0]), np.array([10.0]))
    >>> abs(spot_within(alone, "1", (4, 4))).round(0).tolist()
    [0.0, 0.0]
    >>> spot_within(alone, "1", (20, 4)) is None
    True
    """
    xs, ys = (np.linspace(-0.5, 0.5, 7) * side for side in size)
    edges = np.array([(x, y) for x in xs for y in ys])
    if wish is not None and circles.within(key, wish + edges).all():
        return wish
    at = circles.region(key)
    if not len(at):
        return None
    at = at[np.argsort(-circles.clearance(at), kind="stable")]
    for chunk in np.array_split(at, max(1, len(at) // 200)):
        fits = circles.within(key, (chunk[:, None] + edges[None]).reshape(-1, 2))
        whole = fits.reshape(len(chunk), -1).all(1)
        if whole.any():
            best: Points = chunk[whole.argmax()]
            return best
    return None


def spot_beside(
    circles: Circles, key: str, size: tuple[float, float], page: Box, taken: list[Box]
) -> tuple[Points, Points]:
    """Return the point of a region that a line starts from, and where its text stands.

    The text stands outside all circles and clear of all that is written, and the line to it runs
    through nothing written, as long as there is such a place on the page.

    Parameters
    ----------
    circles : Circles
    key : str
        A digit for each circle: "1" where the region lies in it.
    size : tuple of float
        Width and height of the text (points).
    page : tuple of float
        What can be written on: left, right, bottom, top (points).
    taken : list of tuple
        Boxes of what is written.
    """
    region = circles.region(key)
    start: Points = region[circles.clearance(region).argmax()]
    half = np.array(size) / 2
    xs = np.arange(page[0] + half[0], page[1] - half[0] + 1e-9, STEP)
    ys = np.arange(page[2] + half[1], page[3] - half[1] + 1e-9, STEP)
    at = np.array([(x, y) for y in ys for x in xs])
    away = circles.away(at)
    reach = float(np.hypot(*half)) + CLEAR
    boxes = np.array(taken).reshape(-1, 4)
    free = _clear(at, half + APART, boxes)
    for radii in (np.maximum(circles.radii, circles.rings), circles.radii, circles.radii * 0):
        outside: Truths = free & np.asarray((away >= radii + reach).all(1), dtype=bool)
        near = at[outside][np.argsort(np.hypot(*(at[outside] - start).T), kind="stable")]
        for end in near:
            if not _crosses(start, end, boxes).any():
                return start, end
        if len(near):
            return start, near[0]
    return start, at[np.hypot(*(at - start).T).argmin()] if len(at) else start


def _clear(at: Points, half: Points, boxes: Points) -> Truths:
    """Return which boxes of one size touch none of those that are taken."""
    found: Truths = np.ones(len(at), dtype=bool)
    for x0, x1, y0, y1 in boxes:
        across = (at[:, 0] + half[0] > x0) & (at[:, 0] - half[0] < x1)
        found &= ~(across & (at[:, 1] + half[1] > y0) & (at[:, 1] - half[1] < y1))
    return found


def _crosses(start: Points, end: Points, boxes: Points) -> Truths:
    """Return which boxes a line runs through."""
    along = start + np.linspace(0, 1, 120)[:, None] * (end - start)
    x, y = along[:, 0, None], along[:, 1, None]
    inside = (x > boxes[:, 0] - 1) & (x < boxes[:, 1] + 1)
    inside &= (y > boxes[:, 2] - 1) & (y < boxes[:, 3] + 1)
    found: Truths = np.any(inside, axis=0)
    return found
