"""Everything at once: one folder with figures, page, graph files, tables, methods and manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.doors import door
from coalitions.report.besides import beside
from coalitions.report.parts import PARTS, chosen_parts

if TYPE_CHECKING:
    from coalitions.report.again import asked_in, differences
    from coalitions.report.document import write_document
    from coalitions.report.folder import STEPS, write_report
    from coalitions.report.kept import MANIFEST, corpus_of_report, is_report
else:  # a process that draws a report's figures begins at once, and needs none of these
    __getattr__ = door(
        __name__,
        {
            "asked_in": "again",
            "differences": "again",
            "write_document": "document",
            "STEPS": "folder",
            "write_report": "folder",
            "MANIFEST": "kept",
            "corpus_of_report": "kept",
            "is_report": "kept",
        },
    )

__all__ = [
    "PARTS",
    "chosen_parts",
    "beside",
    "STEPS",
    "write_report",
    "write_document",
    "MANIFEST",
    "asked_in",
    "differences",
    "is_report",
    "corpus_of_report",
]
