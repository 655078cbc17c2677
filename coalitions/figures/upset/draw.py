"""UpSet diagram: a row a region, with the statements that make it, how many, and who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coalitions.corpus import choose, refuse_no_corpus, statement_labels
from coalitions.figures.kit import (
    canvas,
    draw_keys,
    keys_height,
    least_shared,
    render,
    side_keys,
    size_of,
    some_names,
    those_that_name_most,
)
from coalitions.figures.upset.rows import draw_heads, draw_rows, heads_height, places, region_rows
from coalitions.findings import upset_words
from coalitions.tables import STATEMENTS_MOST, region_statements, regions

if TYPE_CHECKING:
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page, Size

#: So many statements leave room for rows below their names.
ROOM_FOR: dict[Size, int] = {"page": 24, "column": 16, "slide": 14, "poster": 80}


def draw_upset(
    corpus: Corpus,
    *,
    min_shared: int | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw every region as a row: the statements that make it, how many signed them, and who.

    The bar and the bold number are the exclusive region (signed exactly these statements), the
    thin line and the grey number the inclusive one (signed at least these). A bar is solid as far
    as the lists guarantee, hatched as far as they allow; a tick is how many are named. All names
    of a region are written out, or none: where they do not fit, it says how many there are. Of
    more than six statements, those whose lists are partial are left out; of more than 24 (16 in a
    column, 14 on a slide, 80 on a poster), those that name fewest; of more regions than fit, or
    than 500, the smallest: the figure says how many.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int, optional
        Leave out regions in which fewer are named.
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
        Nobody is named, or no region holds so many names.

    References
    ----------
    A. Lex et al. (2014), "UpSet: visualization of intersecting sets",
    https://doi.org/10.1109/TVCG.2014.2346248

    Examples
    --------
    >>> from coalitions import load
    >>> title = draw_upset(load("unga75")).get_title(loc="left").replace("\n", " ")
    >>> title.partition(", ")[2]
    'Pakistan and Cuba, in support of China, and no other'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    part = those_that_name_most(
        choose(corpus, region_statements(corpus)),
        ROOM_FOR.get(size_of(how), STATEMENTS_MOST),
    )
    every = regions(part)
    largest = int(every["exclusive"].max())
    least = least_shared(min_shared, largest, "no region holds {} names")
    return render(partial(_drawn, corpus, part, (every, least)), **how)


def _drawn(corpus: Corpus, part: Corpus, asked: tuple[pd.DataFrame, int], page: Page) -> Axes:
    (every, least), look = asked, page.look
    table = every[every["exclusive"] >= least]
    where = places(part, table, look)
    keys = side_keys(part, look)
    top = heads_height(part) + keys_height(keys, look)
    rows = region_rows(part, table, where, top)
    height = top + sum(row.height for row in rows) + 2
    limits = (0, look.width, top - height, top)
    said = upset_words(corpus, part, every, shown=len(rows), least=least)
    ax = canvas(page, said, height=height, limits=limits)
    draw_keys(ax, keys, (0, top), look)
    labels = statement_labels(corpus)
    draw_heads(ax, part, [labels[s] for s in part.named.index], where)
    draw_rows(ax, part, rows, where)
    return ax
