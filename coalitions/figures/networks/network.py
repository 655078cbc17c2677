"""Two-mode network: statements as squares, signatories as circles, a line where one is named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.collections import EllipseCollection, LineCollection
from matplotlib.patches import FancyBboxPatch, Rectangle

from coalitions import looks
from coalitions.figures.kit import (
    Key,
    TooTallError,
    body_most,
    canvas,
    could_be_wider,
    draw_keys,
    group_keys,
    keys_height,
    render,
    side_keys,
    size_of,
    text_width,
)
from coalitions.figures.networks.given import Given, given
from coalitions.figures.networks.labels import Label, label_reach, labels_with_room
from coalitions.figures.networks.limits import Shown, with_room
from coalitions.findings import (
    finding,
    graph_finding,
    labels_drawn,
    network_caption,
    size_sentences,
)
from coalitions.graphs import two_mode_graph
from coalitions.looks import is_unknown

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Unpack

    import networkx as nx
    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.looks import Look

#: How far labels reach into the margin, and a count over the edge of its square (points).
SPARE, SPILL = 5.0, 4.0
#: How dark a crowd of lines may be, one with another; a line that is fainter is not seen.
CROWD, FAINTEST = 0.35, 0.006


def behind_text(look: Look) -> dict[str, Any]:
    """Return the ground that keeps lines from running through letters."""
    return {"facecolor": look.ground, "edgecolor": "none", "pad": 0.2, "alpha": 0.7}


def draw_network(
    corpus: Corpus | nx.Graph[str],
    *,
    min_shared: int | None = None,
    looks: pd.DataFrame | None = None,
    seed: int = 0,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw who is named under what.

    A statement is a square whose area is its declared count; the part of it that is hatched stands
    for signatories that no list names. A signatory is a circle whose area is the number of
    statements under which it is named. Of more statements than 60 (40 in a column or
    on a slide, 120 on a poster), those that name most are drawn; of more signatories than 2,000
    (1,000 and 3,000), those named under the same statements are one circle, as large as they are
    many. With looks of your own all is drawn.

    Parameters
    ----------
    corpus : Corpus or nx.Graph
        A corpus, or its ``two_mode_graph`` with what was changed in it.
    min_shared : int, optional
        Leave out signatories that are named under fewer statements.
    looks : DataFrame, optional
        Place, colour, size and label of each node, as ``node_looks`` has them.
    seed : int
        Where the layout begins, on graphs too large for stress.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Examples
    --------
    >>> from coalitions import load
    >>> draw_network(load("unga75")).get_title(loc="left").replace("\n", " ")
    '55 to 84 states signed in support of China, 39 in criticism; none is named on both sides'
    """
    asked = given(corpus, two_mode_graph, "two-mode", looks, seed).of_named(min_shared)
    shown = Shown(asked.graph) if asked.looks is not None else with_room(asked.graph, size_of(how))
    return render(partial(_drawn, asked, shown, min_shared or 0), **how)


def _drawn(asked: Given, shown: Shown, least: int, page: Page) -> Axes:
    look, title, data = page.look, graph_finding(asked.graph), ""
    if asked.corpus is not None:
        title, data = finding(asked.corpus), size_sentences(asked.corpus)
    caption = network_caption(asked.graph, least, asked.every - len(asked.graph))
    keys = asked.keys(side_keys(asked.graph, look))
    graph, asked = shown.graph, asked._replace(graph=shown.graph)
    said = asked.words(title, caption, (*shown.notes, *labels_drawn(0, len(graph))), data)
    table = asked.fitted(look, body_most(page, said) - keys_height(keys, look))
    left, right, bottom, top = extent(table, look.width)
    labels = fitting_labels(table, (left, right, bottom, top), look)
    notes = (*shown.notes, *labels_drawn(len(labels), len(table)))
    said = asked.words(title, caption, notes, data)
    if asked.corpus is not None and asked.looks is None and by_group(asked.corpus):
        keys = [*_coloured_by_group(graph, table, look), *(key for key in keys if not key.colour)]
    top += keys_height(keys, look)
    ax = canvas(page, said, height=top - bottom, limits=(left, right, bottom, top))
    draw_keys(ax, keys, (left, top), look)
    draw_lines(ax, table, Lines(list(graph.edges), look.edge, 0.35))
    draw_signatories(ax, table[table["kind"] == "signatory"], labels, look)
    for row in table[table["kind"] == "statement"].reset_index().to_dict("records"):
        _draw_statement(ax, row, graph.nodes[row["node"]], labels.get(row["node"]), look)
    return ax


def by_group(corpus: Corpus) -> bool:
    """Say whether colour means a group: no statement takes a side, and the groups are one's own."""
    groups = set(corpus.signatories["group"]) - {""}
    return not (corpus.statements["stance"] != "").any() and not groups <= set(looks.GROUP_COLOURS)


def _coloured_by_group(graph: nx.Graph[str], table: pd.DataFrame, look: Look) -> list[Key]:
    """Give the signatories in a table of looks the colours of their groups; return the key."""
    group = {
        node: data["group"] for node, data in graph.nodes.items() if data["kind"] == "signatory"
    }
    colours = looks.group_colours(group.values(), look)
    for node, name in group.items():
        table.loc[node, "colour"] = colours.get(name, look.groups[""])
    return group_keys(group.values(), look)


def fitting_labels(
    table: pd.DataFrame, limits: tuple[float, float, float, float], look: Look
) -> dict[str, Label]:
    """Return the labels that have room; on a slide that can be wider, all of them must.

    Parameters
    ----------
    table : DataFrame
    limits : tuple of float
        What the axes show: left, right, bottom, top.
    look : Look
    """
    left, right, bottom, top = limits
    # Labels may stand in the margin of the page, as far as nothing is cut.
    labels = labels_with_room(table, (left - SPARE, right + SPARE, bottom - SPARE, top))
    if len(labels) < len(table) and could_be_wider(look):
        raise TooTallError("some labels have no room")
    return labels


def extent(table: pd.DataFrame, width: float) -> tuple[float, float, float, float]:
    """Return what the axes show: a page's width (points), as high as the marks and their labels."""
    middle = (table["x"].min() + table["x"].max()) / 2
    most = width / 2 + SPARE
    # Where a wide label at one side would leave the page, all moves to the other; marks first.
    for reach in (label_reach(table), table["size"] / 2):
        low, high = (table["x"] - reach).min(), (table["x"] + reach).max()
        if high - low <= 2 * most:
            middle = min(max(middle, high - most), low + most)
    lines = table["label"].str.count("\n") + 1
    below = table["size"] / 2 + 2 + lines * looks.FOOT * 1.25
    top = (table["y"] + table["size"] / 2).max() + 6
    return (
        middle - width / 2,
        middle + width / 2,
        (table["y"] - below).min() - 2,
        top,
    )


class Lines(NamedTuple):
    """Whom lines join, and how they are drawn."""

    between: list[tuple[str, str]]
    colour: str
    #: In points.
    width: float
    #: As matplotlib has it.
    style: Any = "solid"


def draw_lines(ax: Axes, table: pd.DataFrame, lines: Lines) -> None:
    """Draw thin translucent lines between nodes; a crowd of them is a tone, and no blot."""
    xy, place = table[["x", "y"]].to_numpy(), {node: n for n, node in enumerate(table.index)}
    pairs = [(place[a], place[b]) for a, b in lines.between]
    ends = xy[pairs] if pairs else np.zeros((0, 2, 2))
    across = np.hypot(*(ends[:, 0] - ends[:, 1]).T).sum() * lines.width
    layers = across / max(1.0, float(np.ptp(xy, axis=0).prod()))
    ax.add_collection(
        LineCollection(
            list(ends),
            colors=lines.colour,
            linewidths=lines.width,
            linestyles=[lines.style],
            alpha=min(0.75, max(FAINTEST, CROWD / max(layers, FAINTEST))),
            zorder=1,
        )
    )


def draw_signatories(ax: Axes, table: pd.DataFrame, labels: dict[str, Label], look: Look) -> None:
    """Draw circles, and those of their labels that have room."""
    size = table["size"].to_numpy()
    ax.add_collection(
        EllipseCollection(
            size,
            size,
            np.zeros(len(size)),
            units="xy",
            offsets=table[["x", "y"]].to_numpy(),
            offset_transform=ax.transData,
            facecolors=list(table["colour"]),
            edgecolors=look.ground,
            linewidths=0.5,
            zorder=3,
        )
    )
    for label in (labels[node] for node in table.index if node in labels):
        ax.text(
            label.x,
            label.y,
            label.name,
            fontsize=looks.SMALL,
            ha="center",
            va="top",
            linespacing=0.95,
            zorder=4,
            bbox=behind_text(look),
        )


def _draw_statement(
    ax: Axes, row: dict[Hashable, Any], data: dict[str, Any], name: Label | None, look: Look
) -> None:
    """Draw a rounded square, solid as far as its names are known, hatched beyond."""
    size, unknown = row["size"], is_unknown(data)
    count = data.get("count", 0)
    known = 0.0 if unknown else min(1.0, data["named"] / count) if count else 1.0
    corner = (row["x"] - size / 2, row["y"] - size / 2)
    outline = f"round,pad=0,rounding_size={min(3.0, size / 4)}"
    frame = FancyBboxPatch(corner, size, size, boxstyle=outline, facecolor=look.unknown, zorder=3)
    frame.set(hatch="//////" if known < 1 else None, edgecolor=look.hatch, linewidth=0)
    ax.add_artist(frame)
    solid = Rectangle(corner, size, size * known, facecolor=row["colour"], linewidth=0, zorder=3.1)
    ax.add_artist(solid)
    solid.set_clip_path(frame)
    border = FancyBboxPatch(corner, size, size, boxstyle=outline, facecolor="none", zorder=3.2)
    border.set(edgecolor=row["colour"], linewidth=0.8)
    ax.add_artist(border)
    _write_count(ax, row, "?" if unknown else f"{count:,}", known, look)
    if name is None:
        return
    top: dict[str, Any] = {
        "ha": "center",
        "va": "top",
        "linespacing": 1.0,
        "zorder": 4,
        "bbox": behind_text(look),
    }
    ax.text(name.x, name.y, name.name, fontsize=looks.FOOT, fontweight="bold", **top)
    y = name.y - looks.FOOT * 1.2
    ax.text(name.x, y, name.rest, fontsize=looks.SMALL, color=look.grey, **top)


def _write_count(ax: Axes, row: dict[Hashable, Any], count: str, known: float, look: Look) -> None:
    """Write a statement's count into its square, where it has room."""
    size = row["size"]
    label = float(np.clip(0.52 * size, 5.5, looks.TEXT))
    if text_width(count, label, "bold") > size + SPILL:
        return
    number = ax.text(row["x"], row["y"], count, ha="center", va="center", fontsize=label, zorder=4)
    number.set(color=look.text_on(row["colour"]) if known == 1 else look.ink, fontweight="bold")
    if known < 1 and size > 2 * label:
        number.set_bbox({"facecolor": look.ground, "edgecolor": "none", "pad": 0.8, "alpha": 0.8})
