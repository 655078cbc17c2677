"""Which ties mean something: pairs against null models, and the decision about each."""

from coalitions.graphs.ties.backbone import backbone_graph
from coalitions.graphs.ties.counting import PARTIAL, observed_records, statements_that_count
from coalitions.graphs.ties.deciding import CORRECTIONS, TAILS
from coalitions.graphs.ties.survival import tie_survival
from coalitions.graphs.ties.table import cosigning_ties

__all__ = [
    "PARTIAL",
    "statements_that_count",
    "observed_records",
    "TAILS",
    "CORRECTIONS",
    "cosigning_ties",
    "tie_survival",
    "backbone_graph",
]
