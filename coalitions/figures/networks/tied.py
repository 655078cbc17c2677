"""Signatories by regional group, with lines between them: what the networks of ties share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.figures.kit import body_most, canvas, draw_keys, group_keys, keys_height
from coalitions.figures.networks.network import (
    draw_lines,
    draw_signatories,
    extent,
    fitting_labels,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matplotlib.axes import Axes

    from coalitions.figures.kit import Page
    from coalitions.figures.networks.given import Given
    from coalitions.figures.networks.network import Lines
    from coalitions.findings import Words


def draw_ties(
    asked: Given, page: Page, said: Callable[[int], Words], drawn: Iterable[Lines]
) -> Axes:
    """Draw signatories, and lines between them.

    ``said`` are the words around the figure, by how many labels have room.
    """
    graph, look = asked.graph, page.look
    keys = asked.keys(group_keys((d["group"] for _, d in graph.nodes(data=True)), look))
    table = asked.fitted(look, body_most(page, said(0)) - keys_height(keys, look))
    left, right, bottom, top = extent(table, look.width)
    labels = fitting_labels(table, (left, right, bottom, top), look)
    top += keys_height(keys, look)
    ax = canvas(page, said(len(labels)), height=top - bottom, limits=(left, right, bottom, top))
    draw_keys(ax, keys, (left, top), look)
    for lines in drawn:
        draw_lines(ax, table, lines)
    draw_signatories(ax, table, labels, look)
    return ax
