"""Which ties mean something: pairs against null models, and the decision about each."""

from coalitions.graphs.ties.backbone import backbone_graph, significant_ties
from coalitions.graphs.ties.counting import PARTIAL, observed_records, statements_that_count
from coalitions.graphs.ties.deciding import CORRECTIONS, TAILS, settled
from coalitions.graphs.ties.survival import tie_survival
from coalitions.graphs.ties.table import cosigning_ties

__all__ = [
    "PARTIAL",
    "statements_that_count",
    "observed_records",
    "TAILS",
    "CORRECTIONS",
    "settled",
    "cosigning_ties",
    "tie_survival",
    "significant_ties",
    "backbone_graph",
]
