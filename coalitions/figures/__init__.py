"""Diagrams for print: one file or folder a diagram, one registry of them all.

Nothing but the registry is imported before it is used: the command line reads the kinds there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from coalitions.figures.registry import FIGURES, Diagram, in_report

if TYPE_CHECKING:
    from coalitions.figures.balance import draw_balance
    from coalitions.figures.card import draw_card, write_card
    from coalitions.figures.flow import draw_flow
    from coalitions.figures.kit import (
        FORMATS,
        Drawing,
        alt_text,
        balanced,
        fold,
        for_figures,
        from_defaults,
        make_legible,
        refuse_letters,
        refuse_too_long,
        said_once,
        save_figure,
    )
    from coalitions.figures.maps import draw_tilemap, draw_worldmap
    from coalitions.figures.matrix import draw_matrix
    from coalitions.figures.networks import (
        draw_backbone,
        draw_communities,
        draw_cosigning,
        draw_network,
    )
    from coalitions.figures.overlap import draw_overlap
    from coalitions.figures.timeline import draw_timeline
    from coalitions.figures.upset import draw_upset
    from coalitions.figures.venn import draw_venn

__all__ = [
    "alt_text",
    "from_defaults",
    "said_once",
    "fold",
    "make_legible",
    "refuse_too_long",
    "refuse_letters",
    "for_figures",
    "balanced",
    "Drawing",
    "FORMATS",
    "save_figure",
    "draw_venn",
    "draw_upset",
    "write_card",
    "draw_card",
    "draw_flow",
    "draw_timeline",
    "draw_worldmap",
    "draw_tilemap",
    "draw_network",
    "draw_cosigning",
    "draw_backbone",
    "draw_communities",
    "draw_matrix",
    "draw_overlap",
    "draw_balance",
    "Diagram",
    "FIGURES",
    "in_report",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module 'coalitions.figures' has no attribute {name!r}")
    kind = name.removeprefix("draw_")
    if kind != name:
        return FIGURES[kind].draw
    # A card is text, too; all else that is no diagram is in the kit.
    room = "card" if name == "write_card" else "kit"
    return getattr(import_module(f"coalitions.figures.{room}"), name)
