"""Documents → text → lists of names, numbers of states → what is said of joint statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.doors import door
from coalitions.texts.decode import LARGEST, SUFFIXES, Document, DocumentError, document

if TYPE_CHECKING:
    from coalitions.texts.statements import ExtractedRows, rows
else:  # a table needs none of their many patterns, which are slow to compile
    __getattr__ = door(__name__, dict.fromkeys(("ExtractedRows", "rows"), "statements"))

__all__ = [
    "LARGEST",
    "SUFFIXES",
    "Document",
    "DocumentError",
    "document",
    "ExtractedRows",
    "rows",
]
