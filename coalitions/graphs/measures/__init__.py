"""Who is where: what each signatory signed, where it stands, what groups it is of."""

from coalitions.graphs.measures.centrality import CENTRALITIES
from coalitions.graphs.measures.representation import group_representation
from coalitions.graphs.measures.survival import rank_survival
from coalitions.graphs.measures.table import node_measures

__all__ = ["CENTRALITIES", "node_measures", "rank_survival", "group_representation"]
