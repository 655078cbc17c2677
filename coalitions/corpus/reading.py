"""Files as they come → raw tables of text, or a list of what is wrong with them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.documents import read_document
from coalitions.corpus.headers import slip_of
from coalitions.corpus.paths import UnreadableError, kind, located, shown, text_of
from coalitions.errors import CorpusError, Problem, warn
from coalitions.names import (
    comments,
    entities,
    first_row,
    footnote,
    lines_of,
    of_comments,
    of_entities,
    one_a_line,
    split_list,
    unescape,
)
from coalitions.texts import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Where a row was read; never part of a corpus.
FILE, ROW = "_file", "_row"

#: The files of a corpus folder; the first two must be there.
FOLDER = {
    "statements": "statements.csv",
    "signatures": "signatures.csv",
    "signatories": "signatories.csv",
    "claims": "claims.csv",
}

#: What makes each table a table.
REQUIRED = {
    "statements": ("statement_id",),
    "signatures": ("statement_id", "signatory"),
    "signatories": ("signatory",),
    "claims": ("claim_id", "quantity", "statements", "qualifier", "count"),
}

#: Columns of a single list of signatures that describe the statement, not the signature.
OF_THE_STATEMENT = (
    "event_id",
    "date",
    "forum",
    "topic",
    "stance",
    "lead",
    "declared_count",
    "superseded_by",
    "series",
    "title",
    "source_name",
    "notes",
)


def bundled() -> dict[str, Path]:
    """Return the corpora that come with the package, name → folder.

    Examples
    --------
    >>> sorted(bundled())
    ['un-china', 'unga75']
    """
    inside = Path(str(files("coalitions"))) / "data"
    root = inside if inside.is_dir() else inside.parent.parent / "data"
    return {path.parent.name: path.parent for path in sorted(root.glob("*/statements.csv"))}


#: How one of the files, or of the lists, that a source stands for is read.
Reader = Callable[[], dict[str, pd.DataFrame]]


def tables_of(readers: Iterable[tuple[str, Reader]]) -> dict[str, pd.DataFrame]:
    """Read everything into raw tables of text.

    Parameters
    ----------
    readers : iterable of str and function
        The name of each file or list, and how it is read.

    Returns
    -------
    dict of DataFrame
        ``statements``, ``signatures``, ``signatories``, ``claims``: all text, with the columns
        ``_file`` and ``_row`` that say where each row was read.

    Raises
    ------
    CorpusError
        What cannot be read as tables, all of it at once.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in FOLDER}
    problems: list[Problem] = []
    for file, read in readers:
        try:
            for name, frame in read().items():
                parts[name].append(frame)
        except UnreadableError as error:
            problems.append(Problem(file, error.row, error.column, error.value, str(error)))
    if problems:
        raise CorpusError(problems)
    return {name: _stack(name, frames) for name, frames in parts.items()}


def files_of(given: object, members: str, max_size: int) -> Iterator[tuple[str, Reader]]:
    """Yield, for each file that a path stands for, its name and how to read it.

    Parameters
    ----------
    given : str or Path
        The name of a bundled corpus, with or without ``bundled:`` in front; a folder, a ``.csv``
        file with ``statement_id,signatory``, or a ``.txt`` file with a list of names, whose stem is
        the statement.
    members : {"states", "any"}
        Whether the names in a text file are states, and may stand in prose, or are identifiers,
        one a line.
    max_size : int
        The largest file that is read (bytes).
    """
    file = shown(given)
    try:
        path = located(given, bundled())
        file = shown(path)
        if kind(path) == "folder":
            for name, member in FOLDER.items():
                file = f"{shown(path)}/{member}"
                if kind(path / member) or name in ("statements", "signatures"):
                    yield member, partial(_read_member, path, name, max_size)
            return
    except UnreadableError as error:
        yield file, partial(_fail, error)
        return
    by_suffix = {
        ".csv": partial(_read_list, path, max_size),
        ".txt": partial(_read_text, path, members, max_size),
        **dict.fromkeys(SUFFIXES, partial(read_document, path, members, max_size)),
    }
    yield file, by_suffix.get(path.suffix.lower(), partial(_refuse, path))


def _fail(error: UnreadableError) -> dict[str, pd.DataFrame]:
    raise error


def _refuse(path: Path) -> dict[str, pd.DataFrame]:
    known = ", ".join(bundled())
    if not kind(path):
        raise UnreadableError(f"no such file or folder, nor one of the bundled corpora ({known})")
    raise UnreadableError(
        "what kind of file is this? expected a folder, a .csv with the columns "
        "statement_id,signatory, a .txt with a list of names, a document (.html, .md, .docx, "
        f".pdf), or a bundled corpus ({known})"
    )


def _read_member(folder: Path, name: str, max_size: int) -> dict[str, pd.DataFrame]:
    """Read one file of a corpus folder."""
    path = folder / FOLDER[name]
    if not kind(path):
        needed = " and ".join(FOLDER[n] for n in ("statements", "signatures"))
        place = folder.resolve().name
        raise UnreadableError(f"not in the folder {place}: a corpus folder holds {needed}")
    frame = _read_csv(path, REQUIRED[name], max_size)
    if name == "statements" and frame.empty:
        raise UnreadableError("no rows below the header")
    return {name: frame}


def _read_list(path: Path, max_size: int) -> dict[str, pd.DataFrame]:
    """Read one table of signatures; columns that describe a statement make its statements."""
    frame = _read_csv(path, REQUIRED["signatures"], max_size)
    if frame.empty:
        raise UnreadableError("no rows below the header")
    if "source_name" not in frame:
        frame = frame.assign(source_name=path.name)
    return in_two(frame)


def in_two(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the two tables that one table of signatures stands for.

    Columns that describe a statement make its statements, a row for each that is described alike.
    """
    described = [column for column in OF_THE_STATEMENT if column in frame]
    statements = frame[["statement_id", *described, FILE, ROW]]
    repeated = statements.duplicated(["statement_id", *described])
    return {
        "statements": statements[~repeated],
        "signatures": frame.drop(columns=described),
    }


def _read_text(path: Path, members: str, max_size: int) -> dict[str, pd.DataFrame]:
    """Read a list of names; the file's stem is the statement."""
    text = text_of(path, max_size)
    if undone := entities(text):
        warn(of_entities(undone, path.name))
        text = unescape(text)
    if left_out := comments(text):
        warn(of_comments(left_out, path.name))
    number, row = first_row(text) if members == "states" else (0, "")
    if number:
        raise UnreadableError(
            "a row of a table, not a name or names in columns: keep the column of names alone, or "
            "save the table as CSV with the columns statement_id,signatory",
            row=number,
            value=row,
        )
    names = one_a_line(text) if members == "any" else split_list(text)
    if not names:
        raise UnreadableError("no names in it: expected one name a line, or a list in prose")
    place = {FILE: path.name}
    statement = {"statement_id": path.stem, "source_name": path.name, **place, ROW: 0}
    signatures = [
        {
            "statement_id": path.stem,
            "signatory": name,
            "name_as_written": name,
            **place,
            ROW: row,
        }
        for name, row in zip(names, _lines_of(names, text), strict=True)
    ]
    return {"statements": pd.DataFrame([statement]), "signatures": pd.DataFrame(signatures)}


def _lines_of(names: list[str], text: str) -> list[int]:
    """Return the line on which each name begins; a name may be broken over lines."""
    places, at = [], 0
    for name in names:
        # "Yemen,* Zambia": what is read as "Yemen*" stands there without its mark.
        for written in (name, footnote(name)[0]):
            spelt = re.compile(r"\s+".join(map(re.escape, written.split())))
            if match := spelt.search(text, at):
                break
        begin, at = match.span() if match else (at, at)
        places.append(begin)
    return lines_of(places, text)


def _read_csv(path: Path, required: tuple[str, ...], max_size: int) -> pd.DataFrame:
    """Read a comma-separated file as text; "NA" is Namibia, not a gap."""
    text, rows = text_of(path, max_size), list[list[str]]()
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise UnreadableError(
            f"not a row of a CSV file ({error}): is a double quote never closed?", row=len(rows) + 1
        ) from error
    header = [cell.strip() for cell in rows[0]]
    separators = " (are the columns separated by ; or tabs? use commas)"
    refuse_lacking(header, required, 1, separators if len(header) == 1 else "")
    repeated = {column for column in header if header.count(column) > 1}
    if repeated:
        raise UnreadableError("this column stands twice in the header", 1, min(repeated))
    # In a cell, since an entity may stand for a comma or a quote.
    if undone := entities(text):
        warn(of_entities(undone, path.name))
        rows = [list(map(unescape, row)) for row in rows]
    filled = [(n, [c.strip() for c in row]) for n, row in enumerate(rows[1:], 2) if any(row)]
    for n, row in filled:
        if len(row) != len(header):
            raise UnreadableError(
                f"{len(row)} cells where the header has {len(header)}: "
                "put cells that hold commas in double quotes",
                row=n,
                value=",".join(row),
            )
    frame = pd.DataFrame([row for _, row in filled], columns=header, dtype=str)
    frame[FILE], frame[ROW] = path.name, [n for n, _ in filled]
    return frame


def refuse_lacking(header: list[str], required: tuple[str, ...], row: int, hint: str = "") -> None:
    """Refuse a header that lacks a column, with what may be meant for it."""
    missing = [column for column in required if column not in header]
    if not missing:
        return
    slips = {slip_of(cell, missing): cell for cell in header if cell not in required}
    hint += "".join(f' (is "{slips[c]}" meant for {c}?)' for c in missing if c in slips)
    raise UnreadableError(
        f"the header lacks {', '.join(missing)}; it needs {','.join(required)}{hint}",
        row=row,
        value=",".join(header),
    )


def _stack(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the parts of one table under each other; absent cells are empty."""
    if not frames:
        return pd.DataFrame(columns=[*REQUIRED[name], FILE, ROW], dtype=str)
    return pd.concat(frames, ignore_index=True).fillna("")
