"""Visual variables, decided once, for print, page and Gephi alike: colour, place, size."""

from coalitions.looks.dark import dark_variant
from coalitions.looks.labels import is_unknown
from coalitions.looks.nodes import (
    EDGE_COLOUR,
    FOOT,
    GROUP_COLOURS,
    INK,
    LIGHT,
    LOOKS,
    RC,
    SIDE_COLOURS,
    SIDE_NAMES,
    SMALL,
    TEXT,
    TITLE,
    Theme,
    group_colours,
    laid,
    look,
    node_looks,
    text_on,
    wearing,
)
from coalitions.looks.place import CELL, MOST_CELLS, MOST_GROUPS
from coalitions.looks.shortening import CUT, lost, told_apart

__all__ = [
    "dark_variant",
    "CUT",
    "told_apart",
    "lost",
    "is_unknown",
    "CELL",
    "MOST_GROUPS",
    "MOST_CELLS",
    "Theme",
    "SIDE_COLOURS",
    "GROUP_COLOURS",
    "SIDE_NAMES",
    "INK",
    "EDGE_COLOUR",
    "TEXT",
    "TITLE",
    "FOOT",
    "SMALL",
    "RC",
    "LIGHT",
    "look",
    "LOOKS",
    "wearing",
    "node_looks",
    "group_colours",
    "text_on",
    "laid",
]
