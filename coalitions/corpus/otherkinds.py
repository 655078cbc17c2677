"""A path that gives no table: what it is, and how what it holds becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from coalitions.corpus.paths import UnreadableError, kind

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_SHEET = "a spreadsheet of {}: save it as .xlsx or .csv"
_TEXT = "a document of {}: save it as .docx or as plain text"
_STATA = "a file of Stata: save it as CSV (export delimited), or load(pandas.read_stata(…))"
_SPSS = "a file of SPSS: save it as CSV (Save as), or load(pandas.read_spss(…))"
_R = 'a file of R: save the table as CSV: write.csv(table, "table.csv", row.names = FALSE, na = "")'
_PANDAS = "a file of pandas: save it as .parquet or .csv, or load(pandas.{}(…))"
_PACKED = "a packed file: unpack it, and give the files that are in it"
#: How files of other programs become tables, by suffix.
KINDS = {
    ".dta": _STATA,
    **dict.fromkeys((".sav", ".zsav", ".por"), _SPSS),
    **dict.fromkeys((".rds", ".rda", ".rdata"), _R),
    **dict.fromkeys((".xls", ".xlsb", ".xlsm"), _SHEET.format("Excel")),
    **dict.fromkeys((".ods", ".fods"), _SHEET.format("LibreOffice")),
    ".numbers": _SHEET.format("Numbers"),
    ".gsheet": "a link to Google Sheets: download it there as .xlsx or .csv",
    ".gdoc": "a link to Google Docs: download it there as .docx or .txt",
    **dict.fromkeys((".doc", ".rtf"), _TEXT.format("Word")),
    **dict.fromkeys((".odt", ".fodt"), _TEXT.format("LibreOffice")),
    ".pages": _TEXT.format("Pages"),
    **dict.fromkeys((".pkl", ".pickle"), _PANDAS.format("read_pickle")),
    ".feather": _PANDAS.format("read_feather"),
    **dict.fromkeys((".zip", ".gz", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst"), _PACKED),
    **dict.fromkeys(
        (".gexf", ".graphml", ".net", ".gml"),
        "a graph, which says not all of its lists: give the tables that it was made of",
    ),
}


def refuse_kind(path: Path, bundled: Collection[str]) -> NoReturn:
    """Refuse a path that is not there, or is of no kind that is read.

    Parameters
    ----------
    path : Path
        What was given.
    bundled : collection of str
        The names of the bundled corpora.

    Raises
    ------
    UnreadableError
        What it is, as far as its name tells, and what to do.
    """
    known = ", ".join(bundled)
    if not kind(path):
        where = f" ({path})" if path.name != str(path) else ""
        raise UnreadableError(
            f"no such file or folder{where}, nor one of the bundled corpora ({known})"
        )
    if said := KINDS.get(path.suffix.lower(), ""):
        raise UnreadableError(said)
    raise UnreadableError(
        "what kind of file is this? expected a folder, a table (.csv, .tsv, .xlsx, .parquet, "
        ".json, .jsonl) with the columns statement_id,signatory, a .txt with a list of names, a "
        f"document (.html, .md, .docx, .pdf, .eml), or a bundled corpus ({known})"
    )
