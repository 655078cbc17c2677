"""Heatmap of all pairs of statements: what the lists allow as the two halves of a cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import Polygon, Rectangle

from coalitions import looks
from coalitions.corpus import choose, refuse_no_corpus, statement_labels
from coalitions.figures.kit import (
    body_most,
    canvas,
    clip_apart,
    could_be_wider,
    draw_keys,
    fold,
    keys_height,
    least_shared,
    render,
    side_keys,
    size_of,
    some_names,
    statement_colours,
    text_width,
    those_that_name_most,
    try_wider,
)
from coalitions.figures.overlap.cells import (
    SMALLEST,
    draw_cells,
    draw_image,
    fitting,
    scale,
    shade_of,
)
from coalitions.findings import (
    cells_explained,
    no_room_for_names,
    no_room_for_numbers,
    overlap_words,
    sizes,
)
from coalitions.tables import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Key, Page, Size
    from coalitions.findings import Words
    from coalitions.looks import Look

#: Statements of which all pairs are drawn: of more, those that name most are.
ROOM_FOR: dict[Size, int] = {"page": 150, "column": 70, "slide": 100, "poster": 350}
#: Of so many statements a cell is two shapes and its numbers; of more, all cells are one image.
MOST_SHAPES = 60
#: Where the names and numbers are that have no room.
SEE = "coalitions overlap"
#: Largest cell (points).
CELL_MOST = 84.0
#: Room that the words around the cells take on a slide, and its smallest cell (points).
AROUND, CELL_SLIDE = 190.0, 48.0
#: Most that the name of a statement may take (points).
LABEL, LABEL_LEAST = 150.0, 32.0
#: Smallest cell in which numbers can be read, and beside which names can (points).
CELLS = (14.0, 7.5)
#: Narrowest cell beside which a name stands clear of the next (points).
CELL_NAMED = 7.0


def draw_overlap(
    corpus: Corpus,
    *,
    min_shared: int | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw how many signed both, for every pair of statements.

    The lower left half of a cell is shaded by the smallest overlap that the lists allow, the upper
    right half by the largest. Statements that name nobody are left out, and the foot says why. Of
    more statements than 150 on a page, 70 in a column, 100 on a slide and 350 on a poster, those
    that name most are drawn; of more than 60, cells are one image without numbers.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int, optional
        Leave out pairs that share fewer by name, and statements that share so many with none.
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
        Nobody is named, or no two statements share so many.

    Examples
    --------
    >>> from coalitions import load
    >>> title = draw_overlap(load("unga75")).get_title(loc="left").replace("\n", " ")
    >>> title.partition(": ")[2]
    '19 to 45 states signed both statements, Pakistan and Cuba, in support of China'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    named = choose(corpus, corpus.named.index[corpus.named > 0])
    compared = those_that_name_most(named, ROOM_FOR.get(size_of(how), ROOM_FOR["page"]))
    every = pairs(compared, members="none")
    most = int(every["shared_named"].max()) if len(every) else 0
    which = "" if compared is named else f" of the {len(compared.named):,} drawn"
    least = least_shared(min_shared, most, f"no two statements{which} share {{}} names")
    table, part = every[every["shared_named"] >= least], compared
    if least:
        kept = part.named.index.isin([*table["a"], *table["b"]])
        part = choose(part, part.named.index[kept])
    said = partial(overlap_words, corpus, (compared, part), every, least=least)
    return render(partial(_drawn, corpus, (part, table), said), **how)


def _drawn(
    corpus: Corpus,
    drawn: tuple[Corpus, pd.DataFrame],
    words_of: Callable[[Sequence[str]], Words],
    page: Page,
) -> Axes:
    (part, table), look = drawn, page.look
    most_shared = max([1, *table["shared_max"]])
    # Names give way to cells that hold a number, or at least leave room for the names beside.
    rooms = [(look.width - cell * len(part.statements) - 20) / 1.71 for cell in CELLS]
    most = min(LABEL, 0.3 * look.width, next((r for r in rooms if r > LABEL_LEAST), LABEL_LEAST))
    ids = list(part.statements["statement_id"])
    whole = statement_labels(corpus)[ids]
    labels = whole.map(clip_apart(whole, most, looks.FOOT))
    keys = side_keys(part, look, unknown="")
    if len(ids) > MOST_SHAPES:
        keys += scale(most_shared, look)
    around = _around(page, words_of, keys)
    gutter, slant, cell = _rooms(labels, look, around)
    if cell < CELL_NAMED:
        labels = labels.map(lambda _: "")
        gutter, slant, cell = _rooms(labels, look, around)
    top = slant + keys_height(keys, look)
    split = bool((table["shared_min"] < table["shared_max"]).any())
    numbered = fitting(cell) >= SMALLEST and len(ids) <= MOST_SHAPES
    explained = cells_explained(split=split, numbered=numbered)
    key = fold(explained, look.width - (KEY_LEFT if split else 0.0), looks.FOOT)
    below = cell * len(ids) + (12 + (key.count("\n") + 1) * KEY_LINE if key else 2)
    limits = (-gutter, look.width - gutter, -below, top)
    absent = _no_room(labels, numbered=numbered)
    try_wider(look, lacking=bool(absent))
    ax = canvas(page, words_of(absent), height=limits[3] - limits[2], limits=limits)
    draw_keys(ax, keys, (-gutter, top), look)
    _draw_names(ax, part, labels, cell, look)
    if numbered:
        _draw_sizes(ax, part, cell, look)
    if len(ids) <= MOST_SHAPES:
        draw_cells(ax, ids, table, cell, look)
    else:
        draw_image(ax, ids, table, cell, look)
    if key:
        _draw_key(ax, key, (limits[0], limits[2]), look, split=split)
    return ax


def _around(page: Page, words_of: Callable[[Sequence[str]], Words], keys: list[Key]) -> float:
    """Return the room that all but cells and names takes on a slide (points)."""
    look = page.look
    if not look.height or could_be_wider(look):
        return AROUND
    said = words_of([no_room_for_names(2, 2, see=SEE), no_room_for_numbers()])
    below = 12 + 2 * KEY_LINE
    return look.height - body_most(page, said) + keys_height(keys, look) + below


def _rooms(labels: pd.Series[str], look: Look, around: float) -> tuple[float, float, float]:
    """Return the room for names beside and above the cells, and how large a cell is (points).

    ``around``: what the rest takes on a slide.
    """
    longest = max(text_width(label, looks.FOOT) for label in labels)
    gutter, slant = longest + 12, longest * 0.71 + 8
    cell = min(CELL_MOST, (look.width - gutter - slant) / len(labels))
    if look.height:
        least = CELL_SLIDE if could_be_wider(look) else 0.0
        cell = min(cell, max(least, (look.height - slant - around) / len(labels)))
    return gutter, slant, cell


def _no_room(labels: pd.Series[str], *, numbered: bool) -> list[str]:
    """Say what the cells leave no room for."""
    notes = []
    if nameless := int((labels == "").sum()):
        notes.append(no_room_for_names(nameless, len(labels), see=SEE))
    if not numbered:
        notes.append(no_room_for_numbers())
    return notes


def _draw_names(ax: Axes, part: Corpus, labels: pd.Series[str], cell: float, look: Look) -> None:
    """Write each statement's name beside its row and above its column."""
    size = max(SMALLEST, min(looks.FOOT, cell * 0.62))
    statements = part.statements["statement_id"]
    for n, (key, colour) in enumerate(zip(statements, statement_colours(part, look), strict=True)):
        middle = (n + 0.5) * cell
        strip = Rectangle((-5, -middle - cell * 0.4), 2.5, cell * 0.8, linewidth=0)
        strip.set_facecolor(colour)
        ax.add_artist(strip)
        ax.text(-9, -middle, labels[key], ha="right", va="center", fontsize=size)
        slanted = ax.text(middle, 4, labels[key], rotation=45, fontsize=size)
        slanted.set(ha="left", va="bottom", rotation_mode="anchor")


def _draw_sizes(ax: Axes, part: Corpus, cell: float, look: Look) -> None:
    """Write on the diagonal how many each statement names, and of how many."""
    for n, size in enumerate(sizes(part)):
        text = size.replace(" of ", " of\n")
        written = ax.text((n + 0.5) * cell, -(n + 0.5) * cell, text, fontsize=fitting(cell))
        written.set(ha="center", va="center", color=look.grey, linespacing=0.95)


#: Where what the cells mean is written, and its lines (points).
KEY_LEFT, KEY_LINE = 16.0, 9.6


def _draw_key(ax: Axes, text: str, corner: tuple[float, float], look: Look, *, split: bool) -> None:
    """Draw a cell with its two halves explained, where there is one, and what the diagonal is."""
    x, y = corner
    y += (text.count("\n") + 1) * KEY_LINE - 10
    if split:
        _draw_halves(ax, x, y, look)
    written = ax.text(x + (KEY_LEFT if split else 0.0), y + 11, text, fontsize=looks.FOOT)
    written.set(va="top", linespacing=KEY_LINE / looks.FOOT, color=look.grey)


def _draw_halves(ax: Axes, x: float, y: float, look: Look) -> None:
    for corners, value in (
        ([(x, y), (x + 11, y), (x, y + 11)], 0.15),
        ([(x + 11, y + 11), (x + 11, y), (x, y + 11)], 0.75),
    ):
        ax.add_artist(Polygon(corners, facecolor=shade_of(value, look), linewidth=0))
