"""Who is where: what each signatory signed, where it stands, what groups it is of."""

from coalitions.graphs.measures.representation import group_representation
from coalitions.graphs.measures.table import node_measures

__all__ = ["node_measures", "group_representation"]
