"""Two networks: statements with signatories, and signatories among themselves."""

from coalitions.figures.networks.cosigning import draw_cosigning
from coalitions.figures.networks.network import draw_network

__all__ = [
    "draw_network",
    "draw_cosigning",
]
