"""GEXF 1.3, the file format of Gephi."""

from coalitions.export.gexf.write import write_gexf

__all__ = [
    "write_gexf",
]
