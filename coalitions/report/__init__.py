"""Everything at once: one folder with figures, page, graph files, tables, methods and manifest."""

from coalitions.report.document import write_document
from coalitions.report.folder import STEPS, write_report
from coalitions.report.kept import corpus_of_report, is_report

__all__ = [
    "STEPS",
    "write_report",
    "write_document",
    "is_report",
    "corpus_of_report",
]
