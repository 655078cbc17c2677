"""Diagrams for print: one file a diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.figures.balance import draw_balance
from coalitions.figures.card import draw_card, write_card
from coalitions.figures.flow import draw_flow
from coalitions.figures.kit import save_figure
from coalitions.figures.maps import draw_tilemap, draw_worldmap
from coalitions.figures.matrix import draw_matrix
from coalitions.figures.networks import draw_cosigning, draw_network
from coalitions.figures.overlap import draw_overlap
from coalitions.figures.timeline import draw_timeline
from coalitions.figures.upset import draw_upset
from coalitions.figures.venn import draw_venn

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

#: Kind of diagram → what draws it: the source for the command line, the report and the docs.
FIGURES: dict[str, Callable[..., Axes]] = {
    "venn": draw_venn,
    "upset": draw_upset,
    "matrix": draw_matrix,
    "overlap": draw_overlap,
    "network": draw_network,
    "cosigning": draw_cosigning,
    "tilemap": draw_tilemap,
    "worldmap": draw_worldmap,
    "card": draw_card,
    "balance": draw_balance,
    "flow": draw_flow,
    "timeline": draw_timeline,
}

#: Kinds that show the statements that they are told to.
CHOOSING = ("venn", "card")

#: Kinds whose layout may begin with a random seed.
SEEDED = ("network", "cosigning")

__all__ = [
    "CHOOSING",
    "FIGURES",
    "SEEDED",
    "draw_balance",
    "draw_card",
    "draw_cosigning",
    "draw_flow",
    "draw_matrix",
    "draw_network",
    "draw_overlap",
    "draw_tilemap",
    "draw_timeline",
    "draw_upset",
    "draw_venn",
    "draw_worldmap",
    "save_figure",
    "write_card",
]
