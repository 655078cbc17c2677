"""Graphs as files: one module a format."""

from coalitions.export.formats import read_graph, write_graph

__all__ = [
    "read_graph",
    "write_graph",
]
