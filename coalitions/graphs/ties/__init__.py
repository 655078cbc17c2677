"""Which ties mean something: pairs against null models, and the decision about each."""

from coalitions.graphs.ties.backbone import backbone_graph
from coalitions.graphs.ties.counting import PARTIAL
from coalitions.graphs.ties.deciding import CORRECTIONS, TAILS
from coalitions.graphs.ties.survival import tie_survival
from coalitions.graphs.ties.table import cosigning_ties

__all__ = [
    "PARTIAL",
    "TAILS",
    "CORRECTIONS",
    "cosigning_ties",
    "tie_survival",
    "backbone_graph",
]
