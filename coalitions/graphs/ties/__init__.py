"""Which ties mean something: pairs against null models, and the decision about each."""

from coalitions.graphs.ties.backbone import backbone_graph, significant_ties
from coalitions.graphs.ties.chance import LEVELS
from coalitions.graphs.ties.counting import (
    PARTIAL,
    observed_records,
    quietly_counted,
    statements_that_count,
)
from coalitions.graphs.ties.deciding import CORRECTIONS, TAILS, settled
from coalitions.graphs.ties.saying import which_left_out
from coalitions.graphs.ties.survival import drawn_completions, one_left_out, tie_survival
from coalitions.graphs.ties.table import cosigning_ties

__all__ = [
    "PARTIAL",
    "statements_that_count",
    "quietly_counted",
    "observed_records",
    "TAILS",
    "CORRECTIONS",
    "LEVELS",
    "which_left_out",
    "settled",
    "cosigning_ties",
    "tie_survival",
    "one_left_out",
    "drawn_completions",
    "significant_ties",
    "backbone_graph",
]
