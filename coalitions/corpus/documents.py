"""A document (a page, a PDF, a DOCX) as a source: one list, where the extraction is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.paths import UnreadableError, bytes_of
from coalitions.texts import DocumentError, document

if TYPE_CHECKING:
    from pathlib import Path

    from coalitions.texts import ExtractedRows


def read_document(path: Path, members: str, max_size: int) -> dict[str, pd.DataFrame]:
    """Return the tables of the one list of signatories in a document.

    Parameters
    ----------
    path : Path
        The document, whose stem is the statement.
    members : {"states", "any"}
        Whether signatories are states; other names cannot be told from the words around them.
    max_size : int
        The largest file that is read (bytes).

    Returns
    -------
    dict of DataFrame
        ``statements`` and ``signatures``.

    Raises
    ------
    UnreadableError
        It gives no text, or not one list of which all is sure.
    """
    from coalitions.texts import rows  # noqa: PLC0415 - slow to import, and few read documents

    if members != "states":
        raise UnreadableError(
            "only names of states are found in a document: copy the list into a .txt"
        )
    try:
        found = rows(document(bytes_of(path, max_size), path.name).text)
    except DocumentError as error:
        raise UnreadableError(str(error).removeprefix(f"{path.name}: ")) from error
    if doubt := _doubt(found):
        raise UnreadableError(doubt)
    signed = next(each for each in found.statements if each["signatories"])
    number = signed["declared_count"] if signed["qualifier"] == "exactly" else None
    enough = isinstance(number, int) and number >= len(found.signatures)
    place = {"_file": path.name}
    statement = {
        "statement_id": path.stem,
        "lead": signed["lead"] or "",
        "declared_count": str(number) if enough else "",
        "source_name": path.name,
        **({"date": signed["date"]} if signed["date"] else {}),
        **place,
        "_row": 0,
    }
    signatures = [
        {
            "statement_id": path.stem,
            "signatory": each["signatory"],
            "name_as_written": each["name_as_written"],
            "role": each["role"],
            **place,
            "_row": each["line"],
        }
        for each in found.signatures
    ]
    return {"statements": pd.DataFrame([statement]), "signatures": pd.DataFrame(signatures)}


def _doubt(found: ExtractedRows) -> str:
    """Return why a document is not one list of which all is sure, and what to do; or ""."""
    look = "look at it with `extract_statements`, and load what is right as a CSV"
    if found.unresolved:
        first = next((each for each in found.unresolved if each["why"]), found.unresolved[0])
        many = len(found.unresolved)
        rest = f", and {many - 1:,} more" if many > 1 else ""
        what = f'"{first["text"]}" (line {first["line"]})'
        why = first["why"]
        if why:
            return f"{what} {why}"
        return f"in its list, and no known state: {what}{rest}: {look}"
    named = [each for each in found.statements if each["signatories"]]
    if not named:
        return f"no list of signatories was found in it: {look}"
    if len(found.statements) > 1:
        count = len(found.statements)
        return f"it speaks of {count} statements, where one was expected: {look}"
    if named[0]["check"] in ("unsure", "differs"):
        return f"its list and its number do not agree, or more may have signed: {look}"
    return ""
