"""One page that shows a graph, answers questions about it, and asks nothing of the network."""

from coalitions.explorer.notebook import SANDBOX, explorer_page
from coalitions.explorer.saving import refuse_no_page
from coalitions.explorer.writing import write_explorer

__all__ = [
    "SANDBOX",
    "explorer_page",
    "refuse_no_page",
    "write_explorer",
]
