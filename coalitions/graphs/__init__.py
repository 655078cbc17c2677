"""Graphs out of a corpus: two-mode, co-signing, statements."""

from coalitions.graphs.build import (
    GRAPHS,
    METHODS,
    cosigning_graph,
    cosigning_multigraph,
    statement_graph,
    two_mode_graph,
)
from coalitions.graphs.sharing import (
    MOST_ASKED,
    MOST_UNASKED,
    cosigning_ties,
    is_tied_loosely,
    smallest_that_fits,
)

__all__ = [
    "MOST_UNASKED",
    "MOST_ASKED",
    "cosigning_ties",
    "is_tied_loosely",
    "smallest_that_fits",
    "METHODS",
    "two_mode_graph",
    "cosigning_graph",
    "cosigning_multigraph",
    "statement_graph",
    "GRAPHS",
]
