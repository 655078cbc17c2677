"""Matrix of signatories × statements: a mark where a name stands under a statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import refuse_no_corpus, statement_labels
from coalitions.figures.kit import (
    Line,
    Rows,
    body_most,
    canvas,
    clip_apart,
    draw_keys,
    draw_step,
    keys_height,
    least_shared,
    leaves_nothing_out,
    render,
    rows_that_fit,
    side_keys,
    size_of,
    some_names,
    statement_colours,
    text_width,
    those_that_name_most,
    try_wider,
)
from coalitions.findings import (
    matrix_words,
    named_under_fewer,
    no_room_for_names,
    no_room_for_smaller,
    sizes,
)
from coalitions.graphs import named_sides
from coalitions.tables import stands_of

if TYPE_CHECKING:
    from typing import Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page, Size
    from coalitions.looks import Look

#: Statements that have a column: of more, those that name most; rows that there are at most.
ROOM_FOR: dict[Size, int] = {"page": 80, "column": 32, "slide": 80, "poster": 200}
MOST_ROWS = 2_000
#: Height of a row, room for the name of a signatory, gap between panels (points).
ROW, NAME, GAP = 8.4, 64.0, 12.0
#: Least height of a row where not all would fit, and smallest type over a column (points).
ROW_LEAST, SMALLEST = 7.4, 4.5
#: Narrowest and widest column, and rows below which another panel is not worth its head (points).
COLUMN_LEAST, COLUMN_MOST, ROWS_LEAST = 5.0, 18.0, 20
#: Most that the name of a statement may take, and from one to the next as steps (points).
LABEL, STEP = 150.0, 10.0


def draw_matrix(
    corpus: Corpus,
    *,
    min_shared: int | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw who is named under what, as a table of marks.

    Signatories stand by side and by how many statements name them, statements by date. A hatched
    column is a list known in part: an empty cell there says nothing. Where there is no room for
    all, of those named under the same statements the first are shown and how many more there are;
    rows are 2,000 at most. Of more statements than 80 (32 in a column, 200 on a poster), those that
    name most have a column.

    Parameters
    ----------
    corpus : Corpus
    min_shared : int, optional
        Leave out signatories that are named under fewer statements.
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
        Nobody is named, or nobody under so many statements.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_matrix(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named under 2 of 4 statements about China, none under more'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    most = int(corpus.records.sizes.max())
    least = least_shared(min_shared, most, "nobody is named under {} statements")
    part = those_that_name_most(corpus, ROOM_FOR.get(size_of(how), ROOM_FOR["page"]))
    return render(partial(_drawn, corpus, part, (_sorted(corpus, part), least)), **how)


def _drawn(corpus: Corpus, part: Corpus, asked: tuple[pd.DataFrame, int], page: Page) -> Axes:
    look, keys = page.look, side_keys(part, page.look)
    room = keys_height(keys, look)
    (table, least), every = asked, len(asked[0])
    table = table[table.sum(axis=1) >= least]
    panels, column = _panels(len(table), len(part.statements), look.width)
    labels, stepped, type_size = _heads(part, column)
    longest = max(text_width(label, type_size) for label in labels)
    head = (STEP * len(labels) if stepped else longest) + 8
    notes = named_under_fewer(corpus, least, every - len(table))
    if len(smaller := corpus.named[~corpus.named.index.isin(part.named.index)]):
        notes = (no_room_for_smaller(part.named.tolist(), smaller.tolist()), *notes)
    try_wider(look, lacking=not any(labels))
    if not any(labels):
        notes += (no_room_for_names(len(labels), len(labels)),)
    rows, row = _fitted((corpus, part), table, (panels, room + head), notes, page)
    each = -(-len(rows.lines) // panels)
    height = room + head + each * row
    said = matrix_words(corpus, part, (*notes, *rows.notes))
    ax = canvas(page, said, height=height, limits=(0, look.width, -height, 0))
    draw_keys(ax, keys, (0, 0), look)
    names = clip_apart([line.text for line in rows.lines], NAME - 6, looks.SMALL)
    for n in range(panels):
        left = n * (NAME + column * len(labels) + GAP)
        lines = rows.lines[n * each : (n + 1) * each]
        place = (left + NAME, -room - head, column, type_size)
        if lines:
            heads = list(zip(labels, statement_colours(part, look), strict=True))
            (_draw_steps if stepped else _draw_head)(ax, heads, place)
            place = (left + NAME, -room - head, column, row)
            _draw_panel(ax, part, (lines, names), place, look)
    return ax


def _heads(corpus: Corpus, column: float) -> tuple[list[str], bool, float]:
    """Return what stands over the columns, whether as steps, and in what type; "" without room."""
    whole = statement_labels(corpus)
    cut = clip_apart(whole, LABEL, looks.FOOT)
    labels = [f"{cut[label]} ({size})" for label, size in zip(whole, sizes(corpus), strict=True)]
    if _fit_as_steps(labels, column):
        return labels, True, looks.FOOT
    size = min(looks.FOOT - 1, column * 0.84)
    return (labels if size >= SMALLEST else [""] * len(labels)), False, size


def _fitted(
    drawn: tuple[Corpus, Corpus],
    table: pd.DataFrame,
    taken: tuple[int, float],
    notes: tuple[str, ...],
    page: Page,
) -> tuple[Rows, float]:
    """Return the rows that there is room for, and how high each is (points).

    ``drawn`` are the corpus and its statements that are drawn; ``taken`` are the panels and the
    room above their rows. Rows first stand closer.
    """
    (corpus, part), (panels, above) = drawn, taken
    every = min(len(table), MOST_ROWS)
    each = -(-every // panels)
    if leaves_nothing_out(page.look):
        return rows_that_fit(corpus, table, every), ROW
    free = body_most(page, matrix_words(corpus, part, notes)) - above
    if each * ROW_LEAST <= free:
        return rows_that_fit(corpus, table, every), min(ROW, free / max(1, each))
    notes = (*notes, *rows_that_fit(corpus, table, 1).notes)
    free = body_most(page, matrix_words(corpus, part, notes)) - above
    return rows_that_fit(corpus, table, max(1, panels * int(free / ROW_LEAST))), ROW_LEAST


def _sorted(corpus: Corpus, part: Corpus) -> pd.DataFrame:
    """Return signatories × statements: by side, then by how many name them, then by name."""
    table, side, order = part.incidence.T, named_sides(part), stands_of(corpus)
    table = table[table.any(axis=1)]
    label = dict(zip(corpus.signatories["signatory"], corpus.signatories["short"], strict=True))
    absent = ~table.to_numpy(bool)
    places = [
        (order.index(side[key] or looks.NEITHER), int(row.sum()), row.tolist(), label[key])
        for key, row in zip(table.index, absent, strict=True)
    ]
    table = table.iloc[sorted(range(len(table)), key=places.__getitem__)]
    return table.set_axis([label[s] for s in table.index])


def _panels(rows: int, columns: int, width: float) -> tuple[int, float]:
    """Return how many panels stand side by side, and the width of a column."""
    most = max(1, -(-rows // ROWS_LEAST))
    for panels in range(min(4, most), 0, -1):
        room = (width - GAP * (panels - 1)) / panels - NAME
        if room / columns >= COLUMN_LEAST or panels == 1:
            break
    return panels, min(COLUMN_MOST, room / columns)


def _fit_as_steps(labels: list[str], column: float) -> bool:
    """Return whether each label has room to the left of its column, above the names."""
    widths = [text_width(label, looks.FOOT) for label in labels]
    return all(width + 8 <= NAME + (n + 0.5) * column for n, width in enumerate(widths))


def _draw_steps(
    ax: Axes, heads: list[tuple[str, str]], place: tuple[float, float, float, float]
) -> None:
    """Write the names of the statements one above the other, each with a line to its column."""
    left, top, column, size = place
    for n, (label, colour) in enumerate(heads):
        x, y = left + (n + 0.5) * column, top + 5 + (n + 0.5) * STEP
        draw_step(ax, (x, top + 1), (x - 4, y), colour)
        ax.text(x - 6, y, label, ha="right", va="center_baseline", fontsize=size)


def _draw_head(
    ax: Axes, heads: list[tuple[str, str]], place: tuple[float, float, float, float]
) -> None:
    left, top, column, size = place
    for n, (label, colour) in enumerate(heads):
        x = left + (n + 0.5) * column
        head = ax.text(x, top + 5, label, rotation=90, fontsize=size)
        head.set(ha="center", va="bottom")
        ax.add_artist(
            Rectangle((x - column * 0.4, top + 1), column * 0.8, 2, facecolor=colour, linewidth=0)
        )


def _hatch_partial(
    ax: Axes, corpus: Corpus, place: tuple[float, float, float, float], many: int, look: Look
) -> None:
    """Hatch the columns of lists that may hold others, over so many rows."""
    left, top, column, row = place
    height = many * row
    for n, lacking in enumerate(corpus.partial):
        if lacking:
            ax.add_artist(
                Rectangle(
                    (left + n * column, top - height),
                    column,
                    height,
                    facecolor=look.unknown,
                    edgecolor=look.hatch,
                    linewidth=0,
                    hatch="////",
                    zorder=0,
                )
            )


def _draw_panel(
    ax: Axes,
    corpus: Corpus,
    rows: tuple[list[Line], dict[str, str]],
    place: tuple[float, float, float, float],
    look: Look,
) -> None:
    (lines, names), (left, top, column, row) = rows, place
    _hatch_partial(ax, corpus, place, len(lines), look)
    fifths = np.arange(0, len(lines) + 1, 5)
    ax.hlines(
        top - fifths * row,
        left - NAME,
        left + column * len(corpus.statements),
        colors=look.hairline,
        linewidth=0.4,
        zorder=0.5,
    )
    colours = statement_colours(corpus, look)
    mark_w, mark_h = column * 0.8, row * 0.8
    for y, line in enumerate(lines):
        middle = top - (y + 0.5) * row
        colour = look.ink if line.many == 1 else look.grey
        name = ax.text(left - 4, middle, names[line.text], fontsize=looks.SMALL, color=colour)
        name.set(ha="right", va="center")
        at = np.flatnonzero(line.cells)
        marks = [
            Rectangle((left + (n + 0.5) * column - mark_w / 2, middle - mark_h / 2), mark_w, mark_h)
            for n in at
        ]
        ax.add_collection(
            PatchCollection(
                marks,
                facecolors=[colours[n] for n in at],
                edgecolors=look.ground,
                linewidths=0.4,
                zorder=2,
            )
        )
