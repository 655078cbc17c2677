"""Everything at once: one folder with figures, page, graph files, tables, methods and manifest."""

from coalitions.report.again import asked_in, differences
from coalitions.report.document import write_document
from coalitions.report.folder import STEPS, write_report
from coalitions.report.kept import MANIFEST, corpus_of_report, is_report
from coalitions.report.parts import PARTS, chosen_parts

__all__ = [
    "PARTS",
    "chosen_parts",
    "STEPS",
    "write_report",
    "write_document",
    "MANIFEST",
    "asked_in",
    "differences",
    "is_report",
    "corpus_of_report",
]
