"""Two camps: the partition that leaves the fewest significant ties contradictory."""

from coalitions.graphs.camps.table import BETWEEN, find_camps

__all__ = ["BETWEEN", "find_camps"]
