"""UpSet diagram: a row a region, with the statements that make it, how many, and who."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coalitions.corpus import choose, statement_labels
from coalitions.figures.kit import (
    canvas,
    draw_keys,
    keys_height,
    render,
    side_keys,
    some_names,
)
from coalitions.figures.upset.rows import draw_heads, draw_rows, heads_height, places, region_rows
from coalitions.findings import Words, listing, only_lists, region_sentences, upset_finding, words
from coalitions.graphs import two_mode_graph
from coalitions.looks import look
from coalitions.tables import regions

if TYPE_CHECKING:
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page, Size
    from coalitions.figures.upset.rows import Row

#: Above this many statements, those known in part are left out: their regions would be unknown.
STATEMENTS_MOST = 6
#: So many statements leave room for rows below their names.
ROOM_FOR: dict[Size, int] = {"page": 24, "column": 16, "slide": 14}


def draw_upset(
    corpus: Corpus,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw every region as a row: the statements that make it, how many signed them, and who.

    The bar and the bold number are the exclusive region (signed exactly these statements), the
    thin line and the grey number the inclusive one (signed at least these). A bar is solid as far
    as the lists guarantee, hatched as far as they allow; a tick is how many are named. All names
    of a region are written out, or none: where they do not fit, it says how many there are. Of
    more than six statements, those whose lists are partial are left out; of more statements than
    leave room for their regions, those that name fewest; of more regions than fit, the smallest:
    the figure says how many.

    Parameters
    ----------
    corpus : Corpus
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``title``, ``size``, ``theme``,
        ``screen``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    References
    ----------
    A. Lex et al. (2014), "UpSet: visualization of intersecting sets",
    https://doi.org/10.1109/TVCG.2014.2346248

    Examples
    --------
    >>> from coalitions import load
    >>> draw_upset(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named under both statements, Pakistan and Cuba, and no other'
    """
    some_names(corpus)
    part = _largest(_told_apart(corpus), ROOM_FOR.get(how.get("size", "page"), STATEMENTS_MOST))
    return render(partial(_drawn, corpus, part, regions(part)), **how)


def _drawn(corpus: Corpus, part: Corpus, table: pd.DataFrame, page: Page) -> Axes:
    where = places(part, table)
    keys = side_keys(two_mode_graph(part))
    top = heads_height(part) + keys_height(keys)
    rows = region_rows(part, table, where, top)
    height = top + sum(row.height for row in rows) + 2
    limits = (0, look().width, top - height, top)
    ax = canvas(page, _words(corpus, part, table, rows), height=height, limits=limits)
    draw_keys(ax, keys, (0, top))
    labels = statement_labels(corpus)
    draw_heads(ax, part, [labels[s] for s in part.named.index], where)
    draw_rows(ax, part, rows, where)
    return ax


def _told_apart(corpus: Corpus) -> Corpus:
    """Return the statements that an UpSet of this corpus can tell apart."""
    named = corpus.named
    wanted = named > 0
    if wanted.sum() > STATEMENTS_MOST and (wanted & (corpus.unnamed == 0)).sum() > 1:
        wanted &= corpus.unnamed == 0
    return choose(corpus, named.index[wanted]) if wanted.any() else corpus


def _largest(corpus: Corpus, most: int) -> Corpus:
    """Return the statements that name most, as many as have room, in their order."""
    if len(corpus.named) <= most:
        return corpus
    largest = corpus.named.sort_values(ascending=False, kind="stable").index[:most]
    return choose(corpus, corpus.named.index[corpus.named.index.isin(largest)])


def _words(corpus: Corpus, part: Corpus, table: pd.DataFrame, rows: list[Row]) -> Words:
    labels = statement_labels(corpus)
    told = set(_told_apart(corpus).named.index)
    rest = [labels[s] for s in corpus.named.index if s not in set(part.named.index)]
    unknown = [labels[s] for s in corpus.named.index if s not in told]
    shown, notes = len(rows), []
    if unknown:
        which = "Lists known in part, only by their count or not at all, not drawn"
        notes.append(f"{which}: {listing(unknown, 8)}.")
    if small := len(told) - len(part.named):
        notes.append(
            f"Not drawn, no room: the {small:,} statements that name fewest "
            f"(regions of all {len(told)}: the table of regions)."
        )
    if shown < len(table):
        least = int(table["exclusive"].iloc[shown - 1])
        notes.append(
            f"{shown} of {len(table)} regions drawn; the others hold {least} or fewer each "
            "(the table of regions has all)."
        )
    who, under = ("is named under", "under ") if only_lists(part) else ("signed", "")
    what = (
        f"Who {who} exactly these statements (bar), and how many {under}at least these (thin line)"
    )
    if part.unnamed.any():
        what += "; solid is certain, hatched possible, the tick how many are named"
    said = region_sentences(part, table.head(shown), rest=rest)
    title = upset_finding(corpus, part, table)
    return words(part, title, what=what, notes=tuple(notes), data=said)
