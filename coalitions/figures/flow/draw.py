"""Flow of sides along a series of events: every column holds all who could have signed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.flow.movers import (
    LINE,
    NARROW,
    draw_movers,
    heads,
    movers_counted,
    movers_height,
    movers_listed,
)
from coalitions.figures.flow.naming import draw_crossers, draw_sides, names_of_sides
from coalitions.figures.flow.strands import BAR, BETWEEN, NOWHERE, Place, Ribbon, blocks, ribbons
from coalitions.figures.kit import (
    body_most,
    canvas,
    render,
    some_names,
    text_width,
    try_wider,
)
from coalitions.findings import flow_words
from coalitions.tables import COLUMNS_MOST, NO_ROOM, flow_of, omitted_events

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.looks import Look

#: Least distance of two columns, their height by size (points).
PITCH, HEIGHT, HEIGHT_SLIDE = 30.0, 300.0, 150.0
#: Room beside the last column, where no name stands there (points).
BARE, BARE_NARROW = 34.0, 12.0


def draw_flow(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw which side states took along a series of events, and who moved.

    Every column holds all who could have signed: those on either side, on both, on neither, and
    those of whom partial lists say nothing. A list is held against the last one of its side, or of
    its ``series`` where the statements have such a column: strong ribbons are those who are new or
    not again, dark ones those who crossed over; below stands who they are, on a slide how many.
    A side without a statement at an event is carried on, hatched, and nobody moves there. Of the
    events where one list is complete the last twelve are drawn, or as many as there is room for;
    the figure says which are not.

    Parameters
    ----------
    corpus : Corpus
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        There are not two events with a date, a stance and names.

    References
    ----------
    M. Rosvall, C. T. Bergstrom (2010), "Mapping change in large networks",
    https://doi.org/10.1371/journal.pone.0008694

    Examples
    --------
    >>> from coalitions import load, select
    >>> corpus = select(load("un-china"), stance="critical")
    >>> draw_flow(corpus).get_title(loc="left").replace("\n", " ").partition(", ")[2]
    '44 states were new on a list critical of China, 54 not again on a later one'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    return render(partial(_drawn, corpus), **how)


def _drawn(corpus: Corpus, page: Page) -> Axes:
    look, width = page.look, page.look.width
    names = names_of_sides(corpus)
    gutter = max(text_width(name, looks.SMALL) for name in names.values()) + 6
    right = BARE if width >= NARROW else BARE_NARROW
    found = flow_of(corpus, _columns(width - gutter - BAR - right, look))
    try_wider(look, lacking=NO_ROOM in omitted_events(corpus, found))
    first, last = (set(found.sides[found.series[n]]) for n in (0, -1))
    right = max(right, gutter) if last - first else right
    found = flow_of(corpus, _columns(width - gutter - BAR - right, look))
    tall = HEIGHT_SLIDE if look.height else min(HEIGHT, 150 + 0.3 * width)
    apart = BETWEEN * max(found.sides[event].nunique() - 1 for event in found.series)
    place = Place(
        gutter,
        (width - gutter - BAR - right) / (len(found.series) - 1),
        tall,
        (tall - apart) / len(found.sides),
        looks.side_colours(corpus.sides, look),
        names,
        look,
    )
    above_each = heads(corpus, found, min(place.pitch, 2 * right + BAR))
    gaps = [(place.x(n) + BAR + place.x(n + 1)) / 2 for n in range(len(found.series) - 1)]
    above = 4 + LINE * max(head.count("\n") + 1 for head in above_each)
    said = flow_words(corpus, found, tone=_tone(look) if width >= NARROW else "")
    if look.height:
        rows = movers_counted(found, gaps, width)
    else:
        rows = movers_listed(corpus, found, width, body_most(page, said) - tall - above)
    below = movers_height(rows)
    limits = (0.0, width, -below, tall + above)
    ax = canvas(page, said, height=tall + above + below, limits=limits)
    edges = [blocks(found.sides[event], tall, place.unit, found.order) for event in found.series]
    for ribbon in ribbons(found, edges, place.unit):
        _draw_ribbon(ax, ribbon, place, crosser=ribbon.who[0] in found.alone)
    for n, column in enumerate(edges):
        _draw_column(ax, column, found.held(n), place.x(n), place)
        at = place.x(n) + BAR / 2
        ax.text(at, tall + 4, above_each[n], fontsize=looks.SMALL, ha="center", va="bottom")
    draw_sides(ax, edges, place, found.order)
    draw_crossers(ax, corpus, found, edges, place)
    draw_movers(ax, rows, place)
    return ax


def _tone(look: Look) -> str:
    """Return what the ribbons of crossers are beside the others: they have the colour of words."""
    return "dark" if looks.luminance(look.ink) < looks.luminance(look.ground) else "white"


def _columns(room: float, look: Look) -> int:
    """Return how many events have room side by side; on a poster as many as there are."""
    columns = int(room / PITCH) + 1
    return columns if look.whole else min(columns, COLUMNS_MOST)


def _draw_ribbon(ax: Axes, ribbon: Ribbon, place: Place, *, crosser: bool) -> None:
    """Draw a ribbon, as strong as what it says."""
    tall = place.unit * len(ribbon.who)
    (top, end), x = ribbon.tops, place.x(ribbon.step) + BAR
    far = place.x(ribbon.step + 1)
    middle = (x + far) / 2
    points = [
        (x, top), (middle, top), (middle, end), (far, end),
        (far, end - tall), (middle, end - tall), (middle, top - tall), (x, top - tall), (x, top),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    colour, alpha, zorder = _strength(ribbon, place, crosser=crosser)
    if crosser:  # a line of even width: a steep ribbon would all but vanish
        points = [(px, py - tall / 2) for px, py in points[:4]]
        codes = codes[:4]
    patch = PathPatch(Path(points, codes), facecolor=colour, alpha=alpha, linewidth=0)
    if crosser:
        patch.set(fill=False, edgecolor=colour, linewidth=max(1.2, tall), capstyle="butt")
    patch.set(zorder=zorder, gid=f"{ribbon.change or 'same'} {' '.join(ribbon.who)}")
    ax.add_artist(patch)


def _strength(ribbon: Ribbon, place: Place, *, crosser: bool) -> tuple[str, float, float]:
    """Return colour, opacity and depth of a ribbon."""
    one, other, colours = ribbon.from_side, ribbon.to_side, place.colours
    if crosser or ribbon.change == "crossed":
        return place.look.ink, 0.9, 2.5
    taken = next((s for s in (other, one) if s not in NOWHERE), "")
    if ribbon.change and one != other:  # who is new in a series may be on that side by another
        return colours[taken], 0.85, 2
    if one == other and taken:
        return colours[taken], 0.32, 1.5
    if taken:
        return colours[taken], 0.14, 1.2
    return colours[looks.NEITHER], 0.28, 1


def _draw_column(
    ax: Axes,
    column: dict[str, tuple[float, float]],
    held: dict[str, int],
    x: float,
    place: Place,
) -> None:
    """Draw the blocks of a column with their counts: inside, or beside where there is no room."""
    unit, look = place.unit, place.look
    for side, (low, top) in column.items():
        unknown, colour = side == looks.UNKNOWN_SIDE, place.colours.get(side, look.unknown)
        block = Rectangle((x, low), BAR, top - low, linewidth=0, zorder=3)
        if unknown:
            block.set(facecolor=look.unknown, edgecolor=look.hatch, hatch="//////")
        else:
            block.set_facecolor(colour)
        block.set_gid(side)
        ax.add_artist(block)
        count = round((top - low) / unit)
        ground = _draw_carried(ax, (colour, look.ground), (x, top), unit * held.get(side, 0))
        text = ax.text(x + BAR / 2, (low + top) / 2, str(count), fontsize=looks.SMALL, zorder=5)
        text.set(ha="center", va="center_baseline")
        if top - low < LINE - 1:
            text.set(x=x + BAR + 2, ha="left")
            # Ribbons begin where it stands, and would run through the number.
            text.set_bbox({"facecolor": look.ground, "alpha": 0.75, "linewidth": 0, "pad": 0.4})
        elif unknown or ground:
            ground = ground or look.unknown
            text.set_bbox({"facecolor": ground, "linewidth": 0, "pad": 1.2})
        else:
            text.set_color(look.text_on(colour))


def _draw_carried(
    ax: Axes, colours: tuple[str, str], corner: tuple[float, float], tall: float
) -> str:
    """Hatch those of a block who stand there by an earlier list; return the ground of the hatch."""
    (colour, ground), (x, top) = colours, corner
    if not tall:
        return ""
    hatched = Rectangle((x, top - tall), BAR, tall, linewidth=0.6, zorder=3.5)
    hatched.set(facecolor=ground, edgecolor=colour, hatchcolor=colour)
    hatched.set_hatch("\\\\\\\\\\\\")
    ax.add_artist(hatched)
    return ground
