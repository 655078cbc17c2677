"""What all diagrams share: settings, letters, the page, keys, files."""

from coalitions.figures.kit.around import LEADING
from coalitions.figures.kit.frame import render
from coalitions.figures.kit.legend import (
    Key,
    draw_keys,
    draw_step,
    group_keys,
    keys_height,
    keys_width,
    side_keys,
    statement_colours,
)
from coalitions.figures.kit.lettered import for_figures, refuse_letters
from coalitions.figures.kit.lettering import (
    balanced,
    clip,
    clip_apart,
    clip_to_rooms,
    fold,
    folded_lines,
    text_width,
)
from coalitions.figures.kit.page import (
    SLIDE_WIDTH,
    WIDTHS,
    Drawing,
    Page,
    Size,
    TooTallError,
    body_most,
    canvas,
    could_be_wider,
    least_shared,
    leaves_nothing_out,
    nothing_drawn,
    refuse_too_long,
    some_names,
    those_that_name_most,
    try_wider,
)
from coalitions.figures.kit.rowgroups import Line, Rows, rows_that_fit
from coalitions.figures.kit.saving import FORMATS, alt_text, save_figure
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import make_legible, said_once

__all__ = [
    "from_defaults",
    "make_legible",
    "said_once",
    "text_width",
    "fold",
    "folded_lines",
    "clip",
    "clip_apart",
    "clip_to_rooms",
    "balanced",
    "Size",
    "Drawing",
    "Page",
    "WIDTHS",
    "SLIDE_WIDTH",
    "LEADING",
    "TooTallError",
    "render",
    "could_be_wider",
    "leaves_nothing_out",
    "try_wider",
    "body_most",
    "some_names",
    "those_that_name_most",
    "least_shared",
    "refuse_too_long",
    "for_figures",
    "refuse_letters",
    "canvas",
    "nothing_drawn",
    "FORMATS",
    "alt_text",
    "save_figure",
    "Key",
    "side_keys",
    "statement_colours",
    "group_keys",
    "keys_height",
    "keys_width",
    "draw_keys",
    "draw_step",
    "Line",
    "Rows",
    "rows_that_fit",
]
