"""Who signs together more than with others: communities, beside those that chance would make."""

from coalitions.graphs.communities.partitions import agreement
from coalitions.graphs.communities.survival import community_survival, matched
from coalitions.graphs.communities.table import (
    ABOVE,
    PARTIAL,
    REFUSED,
    draws_needed,
    find_communities,
)

__all__ = [
    "PARTIAL",
    "ABOVE",
    "REFUSED",
    "agreement",
    "draws_needed",
    "find_communities",
    "matched",
    "community_survival",
]
