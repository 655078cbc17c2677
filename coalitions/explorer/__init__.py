"""One page that shows a graph, answers questions about it, and asks nothing of the network."""

from coalitions.explorer.notebook import ExplorerPage, explorer_page
from coalitions.explorer.page import explorer_html, write_explorer

__all__ = ["ExplorerPage", "explorer_html", "explorer_page", "write_explorer"]
