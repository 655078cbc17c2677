"""UpSet diagram: exclusive regions as bars over the statements that make them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from matplotlib.patches import Circle, Rectangle

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import choose
from coalitions.figures.frame import Words, canvas, render, some_names, words
from coalitions.figures.legend import draw_keys, keys_height, side_keys
from coalitions.figures.lettering import clip, text_width
from coalitions.figures.wording import listing, region_sentences, sentence
from coalitions.graphs import two_mode_graph
from coalitions.looks import look
from coalitions.overlap import regions
from coalitions.provenance import members, statement_labels

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.frame import Size

#: Height of the bars, of a row of statements; widest and narrowest column (points).
BARS, ROW, COLUMN_MOST, COLUMN_LEAST = 150.0, 14.0, 64.0, 14.0
#: Room for the size of each statement, as bars to the right of its name (points).
SIZES = 62.0
#: Most that the name of a statement may take (points).
LABEL = 130.0
#: Above this many statements, those known in part are left out: their regions would be unknown.
STATEMENTS_MOST = 6


def draw_upset(
    corpus: Corpus,
    *,
    ax: Axes | None = None,
    size: Size = "page",
    theme: looks.Theme = "light",
) -> Axes:
    r"""Draw every exclusive region as a bar above the statements that make it.

    A bar is solid as far as the lists guarantee, hatched as far as they allow. Of more than six
    statements, those whose lists are partial are left out; of more regions than the page is wide,
    the smallest: the figure says how many.

    Parameters
    ----------
    corpus : Corpus
    ax : Axes, optional
        Where to draw; by default on a figure of its own.
    size : {"page", "column", "slide"}
        The width of a page, one column of it, or a slide.
    theme : {"light", "dark", "grey"}
        For white paper, for a dark ground, or for print without colours.

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
    return render(partial(_drawn, corpus, _told_apart(corpus)), ax, size=size, theme=theme)


def _drawn(corpus: Corpus, part: Corpus, ax: Axes | None) -> Axes:
    table = regions(part)
    most = min(LABEL, 0.34 * look().width)
    labels = statement_labels(corpus).map(lambda text: clip(text, most, looks.FOOT))
    ids = list(part.statements["statement_id"])
    gutter = max(text_width(labels[s], looks.FOOT) for s in ids) + SIZES + 14
    fit = int((look().width - gutter) // COLUMN_LEAST)
    shown = table.head(fit)
    column = min(COLUMN_MOST, (look().width - gutter) / max(1, len(shown)))
    rows = ROW * len(ids)
    keys = side_keys(two_mode_graph(part))
    top = BARS + keys_height(keys)
    said = _words(corpus, part, table, len(shown))
    limits = (-gutter, look().width - gutter, -rows - 4, top)
    ax = canvas(ax, said, height=top + rows + 4, limits=limits)
    draw_keys(ax, keys, (-gutter, top))
    _draw_statements(ax, part, labels, (gutter, column * len(shown)))
    _draw_bars(ax, shown, column)
    _draw_dots(ax, shown, ids, column, part)
    return ax


def _told_apart(corpus: Corpus) -> Corpus:
    """Return the statements that an UpSet of this corpus can tell apart."""
    named = corpus.named
    wanted = named > 0
    if wanted.sum() > STATEMENTS_MOST and (wanted & (corpus.unnamed == 0)).sum() > 1:
        wanted &= corpus.unnamed == 0
    return choose(corpus, named.index[wanted]) if wanted.any() else corpus


def _draw_statements(
    ax: Axes, part: Corpus, labels: pd.Series[str], place: tuple[float, float]
) -> None:
    """Write the names of the statements, with a bar each for how many are named and declared."""
    gutter, width = place
    most = int((part.named + part.unnamed).max())
    stance = part.statements.set_index("statement_id")["stance"]
    for n, key in enumerate(part.named.index):
        y = -(n + 0.5) * ROW
        if n % 2 == 0:
            ax.add_artist(
                Rectangle(
                    (-gutter, y - ROW / 2),
                    gutter + width,
                    ROW,
                    facecolor=look().stripe,
                    linewidth=0,
                    zorder=0,
                )
            )
        ax.text(-gutter + 2, y, labels[key], va="center", fontsize=looks.FOOT)
        named, unnamed = int(part.named[key]), int(part.unnamed[key])
        left, unit = -SIZES - 6, (SIZES - 26) / most
        colour = look().sides[stance[key] or "neither"]
        _bar(ax, (left, y - 3), (named * unit, (named + unnamed) * unit), 6, colour)
        text = str(named) if not unnamed else f"{named} of {named + unnamed}"
        ax.text(
            left + (named + unnamed) * unit + 2,
            y,
            text,
            va="center",
            fontsize=looks.SMALL,
            color=look().grey,
        )


def _bar(
    ax: Axes, corner: tuple[float, float], length: tuple[float, float], width: float, colour: str
) -> None:
    """Draw a lying bar, solid to the first length and hatched to the second."""
    low, high = length
    if high > low:
        _hatched(ax, (corner[0] + low, corner[1]), high - low, width, colour)
    ax.add_artist(Rectangle(corner, low, width, facecolor=colour, linewidth=0, zorder=2))


def _hatched(
    ax: Axes, corner: tuple[float, float], width: float, height: float, colour: str
) -> None:
    ax.add_artist(
        Rectangle(
            corner,
            width,
            height,
            facecolor=look().unknown,
            edgecolor=colour,
            linewidth=0,
            hatch="/////",
            zorder=1.5,
        )
    )


def _draw_bars(ax: Axes, shown: pd.DataFrame, column: float) -> None:
    """Draw a standing bar a region: solid to what is certain, hatched to what is possible."""
    most = max([1, *shown["exclusive_max"]])
    unit = (BARS - 34) / most
    wide = min(18.0, column * 0.7)
    for n, row in enumerate(shown.to_dict("records")):
        x = (n + 0.5) * column
        low, high = row["exclusive_min"], row["exclusive_max"]
        colour = look().bar
        if high > low:
            _hatched(ax, (x - wide / 2, low * unit), wide, (high - low) * unit, look().hatch)
        ax.add_artist(Rectangle((x - wide / 2, 0), wide, low * unit, facecolor=colour, linewidth=0))
        ax.text(
            x,
            high * unit + 2,
            str(Interval(low, high)),
            ha="center",
            va="bottom",
            fontsize=min(looks.TEXT, column * 0.62),
            fontweight="bold",
        )
        if high > low:
            ax.hlines(
                row["exclusive"] * unit,
                x - wide / 2 - 2,
                x + wide / 2 + 2,
                colors=look().ink,
                linewidth=1.2,
            )
            ax.text(
                x + wide / 2 + 3,
                row["exclusive"] * unit,
                f"{row['exclusive']}",
                va="center",
                fontsize=looks.SMALL,
                color=look().grey,
            )
    ax.hlines(0, 0, column * len(shown), colors=look().hairline, linewidth=0.6)


def _draw_dots(ax: Axes, shown: pd.DataFrame, ids: list[str], column: float, part: Corpus) -> None:
    """Draw which statements make each region."""
    stance = part.statements.set_index("statement_id")["stance"]
    radius = min(3.6, column * 0.26)
    for n, region in enumerate(shown["statements"]):
        x = (n + 0.5) * column
        at = [ids.index(s) for s in region]
        ax.vlines(
            x, -(max(at) + 0.5) * ROW, -(min(at) + 0.5) * ROW, colors=look().grey, linewidth=1
        )
        for row, key in enumerate(ids):
            inside = key in region
            colour = look().sides[stance[key] or "neither"] if inside else look().hairline
            size = radius if inside else radius * 0.45
            ax.add_artist(
                Circle((x, -(row + 0.5) * ROW), size, facecolor=colour, linewidth=0, zorder=3)
            )


def _words(corpus: Corpus, part: Corpus, table: pd.DataFrame, shown: int) -> Words:
    labels = statement_labels(corpus)
    rest = [labels[s] for s in corpus.statements["statement_id"] if s not in set(part.named.index)]
    notes = []
    if rest:
        notes.append(f"Lists known in part or only by their count, not drawn: {listing(rest, 8)}.")
    if shown < len(table):
        least = int(table["exclusive"].iloc[shown - 1])
        notes.append(
            f"{shown} of {len(table)} regions drawn; the others hold {least} or fewer each "
            "(all of them: coalitions overlap --regions)."
        )
    what = "How many signed exactly these statements"
    if part.unnamed.any():
        what += ": solid is certain, hatched possible, the line is how many are named"
    said = region_sentences(part, table.head(shown))
    title = sentence(_finding(corpus, part, table))
    return words(part, title, what=what, notes=tuple(notes), data=said)


def _finding(corpus: Corpus, part: Corpus, table: pd.DataFrame) -> str:
    """Name the largest region of two or more statements, or the largest of all."""
    if not len(table):
        return "No list names anybody"
    labels = statement_labels(corpus)
    shared = table[table["statements"].map(len) > 1]
    best = (shared if len(shared) else table).iloc[0]
    count, names = int(best["exclusive"]), [labels[s] for s in best["statements"]]
    two, few = 2, 4
    where = listing(names) if len(names) <= few else f"the same {len(names)} statements"
    named = f"{count} {members(corpus, count)} {'is' if count == 1 else 'are'} named under"
    if len(part.statements) == 1:
        return f"{named} {where}"
    others = (
        ""
        if len(part.statements) == len(corpus.statements)
        else (f" of the {len(part.statements)} drawn")
    )
    return (
        f"{named} {'both statements, ' if len(names) == two else ''}{where}, and no other{others}"
    )
