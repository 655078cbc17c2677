"""Joint-statement coalition analysis: who signs with whom, exactly, and how far the lists reach."""

from coalitions.corpus import Corpus, load, select
from coalitions.graphs import cosigning_graph, statement_graph, two_mode_graph

__all__ = ["Corpus", "cosigning_graph", "load", "select", "statement_graph", "two_mode_graph"]
