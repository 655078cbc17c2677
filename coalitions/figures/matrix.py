"""Matrix of signatories × statements: a mark where a name stands under a statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.counting import counted
from coalitions.figures.frame import Words, canvas, render, some_names, words
from coalitions.figures.legend import draw_keys, draw_step, keys_height, side_keys
from coalitions.figures.lettering import clip, text_width
from coalitions.figures.wording import opening, sentence, size_sentences, sizes
from coalitions.graphs import two_mode_graph
from coalitions.looks import look
from coalitions.provenance import statement_labels

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.frame import Size

#: Height of a row, room for the name of a signatory, gap between panels (points).
ROW, NAME, GAP = 8.4, 64.0, 12.0
#: Narrowest and widest column, and rows below which another panel is not worth its head (points).
COLUMN_LEAST, COLUMN_MOST, ROWS_LEAST = 5.0, 18.0, 20
#: Most that the name of a statement may take, and from one to the next as steps (points).
LABEL, STEP = 150.0, 10.0


def draw_matrix(
    corpus: Corpus,
    *,
    ax: Axes | None = None,
    size: Size = "page",
    theme: looks.Theme = "light",
) -> Axes:
    r"""Draw who is named under what, as a table of marks.

    Signatories stand by side and by how many statements name them, statements by date. A hatched
    column is a list known in part: an empty cell there says nothing.

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

    Examples
    --------
    >>> from coalitions import load
    >>> draw_matrix(load("unga75")).get_title(loc="left").replace("\n", " ")
    '19 states are named under 2 of 4 statements, none under more'
    """
    some_names(corpus)
    return render(partial(_drawn, corpus), ax, size=size, theme=theme)


def _drawn(corpus: Corpus, ax: Axes | None) -> Axes:
    graph = two_mode_graph(corpus)
    keys = side_keys(graph)
    room = keys_height(keys)
    rows = _sorted(corpus, graph)
    panels, column = _panels(len(rows), len(corpus.statements))
    each = -(-len(rows) // panels) if len(rows) else 0
    labels = [
        f"{clip(label, LABEL, looks.FOOT)} ({size})"
        for label, size in zip(statement_labels(corpus), sizes(corpus), strict=True)
    ]
    stepped = _fit_as_steps(labels, column)
    type_size = looks.FOOT if stepped else min(looks.FOOT - 1, column * 0.84)
    longest = max(text_width(label, type_size) for label in labels)
    head = (STEP * len(labels) if stepped else longest) + 8
    height = room + head + each * ROW
    ax = canvas(ax, _words(corpus), height=height, limits=(0, look().width, -height, 0))
    draw_keys(ax, keys, (0, 0))
    for n in range(panels):
        left = n * (NAME + column * len(labels) + GAP)
        part = rows[n * each : (n + 1) * each]
        place = (left + NAME, -room - head, column, type_size)
        (_draw_steps if stepped else _draw_head)(ax, corpus, labels, place)
        _draw_panel(ax, corpus, part, (left + NAME, -room - head, column))
    return ax


#: Sides from top to bottom.
ORDER = ("support", "both", "critical", "neither")


def _sorted(corpus: Corpus, graph: nx.Graph[str]) -> pd.DataFrame:
    """Return signatories × statements: by side, then by how many name them, then by name."""
    table, nodes = corpus.incidence.T, graph.nodes

    def place(signatory: str) -> tuple[int, int, tuple[bool, ...], str]:
        data = nodes[signatory]
        record = tuple((~table.loc[signatory].to_numpy()).tolist())
        return ORDER.index(data.get("side", "neither")), -data["count"], record, data["label"]

    table = table.loc[sorted(table.index, key=place)]
    return table.set_axis([nodes[s]["label"] for s in table.index])


def _panels(rows: int, columns: int) -> tuple[int, float]:
    """Return how many panels stand side by side, and the width of a column."""
    most = max(1, -(-rows // ROWS_LEAST))
    for panels in range(min(4, most), 0, -1):
        room = (look().width - GAP * (panels - 1)) / panels - NAME
        if room / columns >= COLUMN_LEAST or panels == 1:
            break
    return panels, min(COLUMN_MOST, room / columns)


def _fit_as_steps(labels: list[str], column: float) -> bool:
    """Return whether each label has room to the left of its column, above the names."""
    widths = [text_width(label, looks.FOOT) for label in labels]
    return all(width + 8 <= NAME + (n + 0.5) * column for n, width in enumerate(widths))


def _draw_steps(
    ax: Axes, corpus: Corpus, labels: list[str], place: tuple[float, float, float, float]
) -> None:
    """Write the names of the statements one above the other, each with a line to its column."""
    left, top, column, size = place
    for n, (label, side) in enumerate(zip(labels, corpus.statements["stance"], strict=True)):
        x, y = left + (n + 0.5) * column, top + 5 + (n + 0.5) * STEP
        colour = look().sides[side or "neither"]
        draw_step(ax, (x, top + 1), (x - 4, y), colour)
        ax.text(x - 6, y, label, ha="right", va="center_baseline", fontsize=size)


def _draw_head(
    ax: Axes, corpus: Corpus, labels: list[str], place: tuple[float, float, float, float]
) -> None:
    left, top, column, size = place
    stance = corpus.statements["stance"]
    for n, (label, side) in enumerate(zip(labels, stance, strict=True)):
        x = left + (n + 0.5) * column
        ax.text(
            x,
            top + 5,
            label,
            rotation=90,
            ha="center",
            va="bottom",
            fontsize=size,
            color=look().ink,
        )
        colour = look().sides[side or "neither"]
        ax.add_artist(
            Rectangle((x - column * 0.4, top + 1), column * 0.8, 2, facecolor=colour, linewidth=0)
        )


def _draw_panel(
    ax: Axes, corpus: Corpus, rows: pd.DataFrame, place: tuple[float, float, float]
) -> None:
    left, top, column = place
    height = len(rows) * ROW
    for n, lacking in enumerate(corpus.partial):
        if lacking:
            ax.add_artist(
                Rectangle(
                    (left + n * column, top - height),
                    column,
                    height,
                    facecolor=look().unknown,
                    edgecolor=look().hatch,
                    linewidth=0,
                    hatch="////",
                    zorder=0,
                )
            )
    lines = np.arange(0, len(rows) + 1, 5)
    ax.hlines(
        top - lines * ROW,
        left - NAME,
        left + column * len(corpus.statements),
        colors=look().hairline,
        linewidth=0.4,
        zorder=0.5,
    )
    colours = [look().sides[s or "neither"] for s in corpus.statements["stance"]]
    mark_w, mark_h = column * 0.8, ROW * 0.8
    for y, (name, cells) in enumerate(rows.iterrows()):
        middle = top - (y + 0.5) * ROW
        ax.text(
            left - 4,
            middle,
            clip(str(name), NAME - 6, looks.SMALL),
            ha="right",
            va="center",
            fontsize=looks.SMALL,
        )
        marks = [
            Rectangle((left + (n + 0.5) * column - mark_w / 2, middle - mark_h / 2), mark_w, mark_h)
            for n in np.flatnonzero(cells.to_numpy())
        ]
        faces = [colours[n] for n in np.flatnonzero(cells.to_numpy())]
        ax.add_collection(
            PatchCollection(
                marks, facecolors=faces, edgecolors=look().ground, linewidths=0.4, zorder=2
            )
        )


def _words(corpus: Corpus) -> Words:
    counts = corpus.incidence.sum()
    number = len(corpus.statements)
    if counts.empty:
        title = "No list names anybody"
    else:
        most = int(counts.max())
        top = sorted(counts.index[counts == most])
        few = 3
        who = opening(corpus, top) if len(top) <= few else sentence(counted(corpus, top))
        verb = "is" if len(top) == 1 else "are"
        rest = ", none under more" if most < number else ""
        title = f"{who} {verb} named under {most:,} of {number:,} statements{rest}"
        if number == 1:
            title = f"{who} {verb} named under the one statement"
        elif most == 1:
            each = "" if len(top) == 1 else "each "
            title = f"{who} {verb} named, {each}under 1 of {number:,} statements"
    what = "Who is named under which statement"
    if corpus.partial.any():
        what += "; in a hatched column an empty cell says nothing"
    return words(corpus, title, what=what, data=size_sentences(corpus))
