"""Graphs as files, one module a format; tables for a paper."""

from coalitions.export.formats import read_graph, write_graph
from coalitions.export.paper import TABLES, write_paper_tables

__all__ = [
    "read_graph",
    "write_graph",
    "TABLES",
    "write_paper_tables",
]
