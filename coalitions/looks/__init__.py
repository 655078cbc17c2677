"""Visual variables, decided once, for print, page and Gephi alike: colour, place, size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.doors import door
from coalitions.looks.contrast import contrast, luminance, on_dark
from coalitions.looks.labels import is_unknown
from coalitions.looks.look import PAPER, Look, community_colours, group_colours, look_in
from coalitions.looks.owncolours import own_colours
from coalitions.looks.palette import (
    AMOUNTS,
    BAR,
    COMMUNITY_COLOURS,
    EDGE_COLOUR,
    FURTHER_COLOURS,
    GREY,
    GROUND,
    GROUP_COLOURS,
    HAIRLINE,
    INK,
    OWN_COLOURS,
    REGION_COLOURS,
    SIDE_COLOURS,
    STRIPE,
    UNKNOWN,
)
from coalitions.looks.rooms import CELL, MOST_CELLS, MOST_GROUPS
from coalitions.looks.shortening import CUT, lost, told_apart
from coalitions.looks.sidelooks import (
    BETWEEN_SIDES,
    BOTH,
    KNOWN_PAIRS,
    MOST_SIDES,
    NEITHER,
    SEVERAL,
    UNKNOWN_SIDE,
    is_known_pair,
    side_colours,
    side_name,
    side_names,
    side_tokens,
    sides_in_order,
    sides_of,
)
from coalitions.looks.theme import (
    FOOT,
    LIGHT,
    RC,
    SIDE_NAMES,
    SMALL,
    TEXT,
    THEMES,
    TITLE,
    Theme,
    ThemeName,
    refuse_no_theme,
)

if TYPE_CHECKING:
    from coalitions.looks.nodes import SIGNATORY_MOST, looks_on, node_looks
else:  # colours are for all; places take networkx and scipy, which are slow to import
    __getattr__ = door(
        __name__, dict.fromkeys(("SIGNATORY_MOST", "looks_on", "node_looks"), "nodes")
    )

__all__ = [
    "CUT",
    "told_apart",
    "lost",
    "SIDE_COLOURS",
    "FURTHER_COLOURS",
    "GROUP_COLOURS",
    "OWN_COLOURS",
    "COMMUNITY_COLOURS",
    "REGION_COLOURS",
    "AMOUNTS",
    "INK",
    "GREY",
    "HAIRLINE",
    "GROUND",
    "UNKNOWN",
    "EDGE_COLOUR",
    "BAR",
    "STRIPE",
    "luminance",
    "contrast",
    "on_dark",
    "ThemeName",
    "Theme",
    "SIDE_NAMES",
    "TEXT",
    "TITLE",
    "FOOT",
    "SMALL",
    "RC",
    "LIGHT",
    "THEMES",
    "own_colours",
    "Look",
    "look_in",
    "refuse_no_theme",
    "PAPER",
    "group_colours",
    "community_colours",
    "KNOWN_PAIRS",
    "MOST_SIDES",
    "BOTH",
    "SEVERAL",
    "NEITHER",
    "UNKNOWN_SIDE",
    "BETWEEN_SIDES",
    "is_known_pair",
    "sides_in_order",
    "sides_of",
    "side_colours",
    "side_name",
    "side_names",
    "side_tokens",
    "is_unknown",
    "CELL",
    "MOST_GROUPS",
    "MOST_CELLS",
    "SIGNATORY_MOST",
    "looks_on",
    "node_looks",
]
