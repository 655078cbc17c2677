"""Graphs out of a corpus: two-mode, co-signing, statements; ties against null models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.doors import door
from coalitions.graphs.build import (
    GRAPHS,
    METHODS,
    cosigning_graph,
    cosigning_multigraph,
    statement_graph,
    two_mode_graph,
)
from coalitions.graphs.communities import community_survival, draws_needed, find_communities
from coalitions.graphs.comparing import compare_slices
from coalitions.graphs.furthercolumns import CONTRACT
from coalitions.graphs.measures import (
    CENTRALITIES,
    group_representation,
    node_measures,
    rank_survival,
)
from coalitions.graphs.nodes import named_sides
from coalitions.graphs.nullmodels import MODELS
from coalitions.graphs.sharing import (
    MOST_ASKED,
    MOST_UNASKED,
    has_few_ties,
    pairs_sharing,
    smallest_that_fits,
)
from coalitions.graphs.telling import with_communities, with_ties
from coalitions.graphs.ties import (
    CORRECTIONS,
    LEVELS,
    PARTIAL,
    TAILS,
    backbone_graph,
    cosigning_ties,
    tie_survival,
)

if TYPE_CHECKING:
    from coalitions.graphs.camps import find_camps
else:  # the optimiser is slow to import, and only camps need it
    __getattr__ = door(__name__, {"find_camps": "camps"})

__all__ = [
    "CONTRACT",
    "MOST_UNASKED",
    "MOST_ASKED",
    "pairs_sharing",
    "has_few_ties",
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
    "LEVELS",
    "PARTIAL",
    "cosigning_ties",
    "tie_survival",
    "backbone_graph",
    "find_camps",
    "draws_needed",
    "find_communities",
    "community_survival",
    "CENTRALITIES",
    "node_measures",
    "rank_survival",
    "group_representation",
    "compare_slices",
    "with_ties",
    "with_communities",
]
