"""Who signs together more than with others: communities, beside those that chance would make."""

from coalitions.graphs.communities.partitions import agreement
from coalitions.graphs.communities.survival import community_survival, matched
from coalitions.graphs.communities.table import ABOVE, PARTIAL, REFUSED, find_communities

__all__ = [
    "PARTIAL",
    "ABOVE",
    "REFUSED",
    "agreement",
    "find_communities",
    "matched",
    "community_survival",
]
