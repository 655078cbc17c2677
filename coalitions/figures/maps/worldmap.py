"""World map: states in their borders, the small ones as dots, coloured by where they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.transforms import Bbox

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.kit import body_most, canvas, render
from coalitions.figures.maps.parts import MapPart, frame_in, lay_under
from coalitions.figures.maps.standing import ground, standing
from coalitions.findings import borders_told, map_told, words
from coalitions.maps import INSET, chart, equal_earth, frame_of

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.figures.maps.standing import Standing
    from coalitions.maps import Frame

#: Radius of a dot at the width of a page (points); it grows with the root of the width.
DOT = 1.7
#: Where the inset begins and how wide it is, in widths of the map: in the south of the Pacific,
#: between the islands that are states and America.
INSET_LEFT, INSET_WIDE = 0.045, 0.232


def draw_worldmap(
    corpus: Corpus,
    *,
    region: str | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw states in their borders, on a map on which areas compare truly.

    Colours are those of ``draw_tilemap``. States too small to be seen are dots, on no land of
    others where the sea is near; Europe is drawn again at a larger scale, and its dots are there.
    Territories and areas whose status is disputed are left blank.

    Parameters
    ----------
    corpus : Corpus
        Its signatories are states.
    region : {"africa", "americas", "asia", "caribbean", "europe", "oceania"}, optional
        Draw this part of the world alone; the key counts the states that it shows. By default all.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes
        The area or the dot that stands for a state has its code as ``gid``.

    Raises
    ------
    CoalitionsError
        No such region, nobody named, or signatories that are no states.

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
    frame = None if region is None or (isinstance(region, str) and not region) else frame_of(region)
    if frame is None:
        return render(partial(_world, corpus), **how)
    return render(partial(_region, corpus, (str(region), frame)), **how)


def _world(corpus: Corpus, page: Page) -> Axes:
    """Draw the world, and Europe again where there is nothing but sea."""
    look, found = page.look, standing(corpus, page.look)
    across, along = chart().size
    ax, wide = _canvas(corpus, found, along / across, page)
    world = MapPart(chart(), (0.0, 0.0), wide / across, _radius(wide))
    inset = MapPart(chart(INSET), (INSET_LEFT * wide, 0.0), 1.0, world.radius)
    inset = inset._replace(scale=INSET_WIDE * wide / inset.size[0])
    small = world.dots() & set(inset.middles())
    world.draw(ax, found, look, set(found.of) - small)
    frame_in(ax, _box_of(INSET, world), look)
    lay_under(ax, inset.box, look)
    inset.draw(ax, found, look, small, above=True)
    frame_in(ax, inset.box, look)
    at = inset.box.x0, inset.box.y1 + 2
    ax.text(*at, "Europe", fontsize=looks.SMALL, color=look.grey, va="bottom")
    return ax


def _region(corpus: Corpus, asked: tuple[str, Frame], page: Page) -> Axes:
    """Draw a part of the world alone."""
    (region, frame), look = asked, page.look
    shown = chart(frame)
    across, along = shown.size
    found = standing(corpus, look).among(MapPart(shown, (0.0, 0.0), 500 / across, DOT).shown())
    ax, wide = _canvas(corpus, found, along / across, page, region)
    MapPart(shown, (0.0, 0.0), wide / across, _radius(wide)).draw(ax, found, look, set(found.of))
    return ax


def _canvas(
    corpus: Corpus, found: Standing, aspect: float, page: Page, region: str = ""
) -> tuple[Axes, float]:
    """Return axes with the legend, and the width that a map has on them (points)."""
    keys = found.keys()
    notes = (*found.notes, borders_told(corpus))
    said = words(corpus, found.title, what=map_told(region), notes=notes, data=found.data())
    place = ground(keys, aspect, page.look, body_most(page, said))
    ax = canvas(page, said, height=place.limits[3], limits=place.limits)
    place.draw_legend(ax, keys, page.look)
    return ax, place.wide


def _radius(wide: float) -> float:
    """Return the radius of a dot on a map of that width (points)."""
    return DOT * float(np.sqrt(wide / 500))


def _box_of(frame: Frame, world: MapPart) -> Bbox:
    """Return where a frame lies on the map of the world (points)."""
    lat = (frame.south + frame.north) / 2
    lon = np.array([frame.west, frame.east, frame.meridian, frame.meridian])
    places = world.at(
        equal_earth(lon, np.array([lat, lat, frame.south, frame.north])) - world.chart.low
    )
    (x0, x1), (y0, y1) = places[:2, 0], places[2:, 1]
    return Bbox([[x0, y0], [x1, y1]])
