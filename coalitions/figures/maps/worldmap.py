"""World map: states in their borders, the small ones as dots, coloured by where they stand."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from coalitions.corpus import refuse_no_corpus
from coalitions.figures.kit import canvas, render
from coalitions.figures.maps.standing import UNKNOWN, Standing, ground, standing
from coalitions.findings import AREAS, BORDERS, words
from coalitions.looks import look
from coalitions.maps import NO_STATE, equal_earth, state_outlines

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page

    Points = NDArray[np.float64]

#: Radius of a dot at the width of a page (points); it grows with the root of the width.
DOT = 1.7
#: A state is a dot if its area is less than this many squares of the dot's radius.
SMALL = 2.0
#: Islets with less than this area are left out (square points), but for a state's largest.
SPECK = 0.05
#: Least distance between the edges of two dots (points), and how often they are moved apart.
BETWEEN, MOVES = 0.3, 400


def draw_worldmap(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw states in their borders, on a map on which areas compare truly.

    Colours are those of ``draw_tilemap``. States too small to be seen are dots, moved apart where
    they would touch; territories and areas whose status is disputed are left blank.

    Parameters
    ----------
    corpus : Corpus
        Its signatories are states.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``title``, ``size``, ``theme``,
        ``screen``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes
        The area or the dot that stands for a state has its code as ``gid``.

    References
    ----------
    B. Šavrič, T. Patterson and B. Jenny (2018), "The Equal Earth map projection",
    https://doi.org/10.1080/13658816.2018.1504949

    Examples
    --------
    >>> from coalitions import load
    >>> draw_worldmap(load("unga75")).get_title(loc="left").replace("\n", " ")
    '55 to 84 states signed in support of China, 39 in criticism; none is named on both sides'
    """
    refuse_no_corpus(corpus)
    return render(partial(_drawn, corpus), **how)


def _drawn(corpus: Corpus, page: Page) -> Axes:
    found = standing(corpus)
    keys = found.keys()
    place = ground(keys, _aspect())
    areas, middles = _projected(place.wide)
    notes = (*found.notes, BORDERS)
    said = words(corpus, found.title, what=AREAS, notes=notes, data=found.data())
    ax = canvas(page, said, height=place.limits[3], limits=place.limits)
    place.draw_legend(ax, keys)
    radius = DOT * float(np.sqrt(place.wide / 500))
    dots = [state for state in middles if _area(areas[state]) < SMALL * radius**2]
    blank = _patch(areas[NO_STATE], facecolor=look().stripe, edgecolor=look().hairline)
    ax.add_artist(blank)
    for state in middles:
        patch = _patch(areas[state], edgecolor=look().ground, **found.paint(state))
        patch.set_gid(None if state in dots else state)
        if found.of[state] == UNKNOWN:
            patch.set(edgecolor=look().hatch)
        ax.add_artist(patch)
    places = moved_apart(np.array([middles[state] for state in dots]), 2 * radius + BETWEEN)
    for state, at in zip(dots, places, strict=True):
        ax.add_artist(_dot(found, state, at, radius))
    return ax


@cache
def _globe() -> tuple[dict[str, list[Points]], dict[str, Points], Points]:
    """Return the rings of areas, the middles of states, and the extent, in radii of the sphere."""
    outlines = state_outlines()
    rings = {code: [equal_earth(*ring.T) for ring in o.rings] for code, o in outlines.items()}
    every = np.vstack([ring for found in rings.values() for ring in found])
    middles = {c: equal_earth(*np.array(o.middle)) for c, o in outlines.items() if o.middle}
    low = every.min(axis=0)
    areas = {code: [ring - low for ring in found] for code, found in rings.items()}
    return areas, {c: place - low for c, place in middles.items()}, every.max(axis=0) - low


def _aspect() -> float:
    """Return the map's height in widths."""
    across, up = _globe()[2]
    return float(up / across)


def _projected(wide: float) -> tuple[dict[str, list[Points]], dict[str, Points]]:
    """Return the rings of areas and the middles of states on a map of that width (points)."""
    rings, middles, (across, _) = _globe()
    scale = wide / float(across)
    areas = {code: [ring * scale for ring in found] for code, found in rings.items()}
    for code, found in areas.items():  # the largest ring comes first
        areas[code] = [r for n, r in enumerate(found) if not n or _area([r]) >= SPECK]
    return areas, {code: place * scale for code, place in middles.items()}


def _area(rings: list[Points]) -> float:
    """Return the area of rings (square points), less their enclaves."""
    return abs(sum(float(np.sum(r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1])) / 2 for r in rings))


def _patch(rings: list[Points], **paint: str | None) -> PathPatch:
    path = Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
    patch = PathPatch(path, linewidth=0.3)
    patch.set(**paint)
    return patch


def _dot(found: Standing, state: str, place: Points, radius: float) -> Circle:
    """Return the dot that stands for a state, with a ring that parts it from what is around."""
    dot = Circle((float(place[0]), float(place[1])), radius, gid=state, zorder=3)
    unknown = found.of[state] == UNKNOWN
    dot.set(**found.paint(state), linewidth=0.6 if unknown else 0.4)
    dot.set_edgecolor(look().grey if unknown else look().ground)
    return dot


def moved_apart(places: Points, distance: float) -> Points:
    """Return places that keep a distance from each other, each near to where it was.

    Every pair that is too close is moved apart along the line through it, again and again.

    Parameters
    ----------
    places : array of float
        n × 2, no two the same.
    distance : float
        Least distance between two.

    Examples
    --------
    >>> moved_apart(np.array([[0.0, 0.0], [1.0, 0.0], [9.0, 0.0]]), 3.0).round(2).tolist()
    [[-1.0, 0.0], [2.0, 0.0], [9.0, 0.0]]
    """
    moved = places.astype(float)
    for _ in range(MOVES):
        away = moved[:, None] - moved[None]
        apart = np.hypot(away[..., 0], away[..., 1])
        np.fill_diagonal(apart, np.inf)
        short = np.clip(distance - apart, 0, None)
        if short.max(initial=0) < distance * 1e-3:
            break
        moved += (away / apart[..., None] * short[..., None] / 2).sum(axis=1)
    return moved
