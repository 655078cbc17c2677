"""One page that shows a graph, answers questions about it, and asks nothing of the network."""

from coalitions.explorer.notebook import explorer_page
from coalitions.explorer.page import write_explorer

__all__ = [
    "write_explorer",
    "explorer_page",
]
