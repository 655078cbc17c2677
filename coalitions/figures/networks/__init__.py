"""Networks: statements with signatories, signatories among themselves, and their communities."""

from coalitions.figures.networks.backbone import draw_backbone
from coalitions.figures.networks.communities import draw_communities
from coalitions.figures.networks.cosigning import draw_cosigning
from coalitions.figures.networks.network import draw_network

__all__ = [
    "draw_network",
    "draw_cosigning",
    "draw_backbone",
    "draw_communities",
]
