"""Graphs out of a corpus: two-mode, co-signing, statements; ties against null models."""

from coalitions.graphs.build import (
    GRAPHS,
    METHODS,
    cosigning_graph,
    cosigning_multigraph,
    statement_graph,
    two_mode_graph,
)
from coalitions.graphs.camps import find_camps
from coalitions.graphs.communities import community_survival, draws_needed, find_communities
from coalitions.graphs.comparing import compare_slices
from coalitions.graphs.furthercolumns import CONTRACT
from coalitions.graphs.measures import group_representation, node_measures
from coalitions.graphs.nodes import named_sides
from coalitions.graphs.nullmodels import MODELS
from coalitions.graphs.sharing import (
    MOST_ASKED,
    MOST_UNASKED,
    is_tied_loosely,
    smallest_that_fits,
    tie_counts,
)
from coalitions.graphs.ties import (
    CORRECTIONS,
    PARTIAL,
    TAILS,
    backbone_graph,
    cosigning_ties,
    tie_survival,
)

__all__ = [
    "CONTRACT",
    "MOST_UNASKED",
    "MOST_ASKED",
    "tie_counts",
    "is_tied_loosely",
    "smallest_that_fits",
    "METHODS",
    "named_sides",
    "two_mode_graph",
    "cosigning_graph",
    "cosigning_multigraph",
    "statement_graph",
    "GRAPHS",
    "MODELS",
    "TAILS",
    "CORRECTIONS",
    "PARTIAL",
    "cosigning_ties",
    "tie_survival",
    "backbone_graph",
    "find_camps",
    "draws_needed",
    "find_communities",
    "community_survival",
    "node_measures",
    "group_representation",
    "compare_slices",
]
