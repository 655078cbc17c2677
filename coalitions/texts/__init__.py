"""Documents → text → lists of names, numbers of states → what is said of joint statements."""

from coalitions.texts.decode import LARGEST, SUFFIXES, Document, DocumentError, document
from coalitions.texts.statements import ExtractedRows, rows

__all__ = [
    "LARGEST",
    "SUFFIXES",
    "Document",
    "DocumentError",
    "document",
    "ExtractedRows",
    "rows",
]
