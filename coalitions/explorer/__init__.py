"""One page that shows a graph, answers questions about it, and asks nothing of the network."""

from coalitions.explorer.page import explorer_html, write_explorer

__all__ = ["explorer_html", "write_explorer"]
