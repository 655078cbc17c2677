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

from coalitions import notices
from coalitions.decoding import entities, lines_of, unescape
from coalitions.errors import CorpusError, Problem, warn
from coalitions.headers import slip_of
from coalitions.leftovers import first_row
from coalitions.lines import comments, one_a_line
from coalitions.names import split_list
from coalitions.reading import MAX_SIZE, UnreadableError, kind, located, shown, text_of
from coalitions.spelling import footnote

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


def read_tables(
    paths: Iterable[str | Path], *, signatories: str = "states", max_size: int = MAX_SIZE
) -> dict[str, pd.DataFrame]:
    """Read every path into raw tables of text.

    Parameters
    ----------
    paths : iterable of str or Path
        Names of bundled corpora, with or without ``bundled:`` in front; folders, ``.csv`` files
        with ``statement_id,signatory``, or ``.txt`` files with a list of names, whose stem is the
        statement.
    signatories : {"states", "any"}
        Whether the names in a text file are states, and may stand in prose, or are identifiers,
        one a line.
    max_size : int
        The largest file that is read (bytes).

    Returns
    -------
    dict of DataFrame
        ``statements``, ``signatures``, ``signatories``, ``claims``: all text, with the columns
        ``_file`` and ``_row`` that say where each row was read.

    Raises
    ------
    CorpusError
        Files that cannot be read as tables, all of them at once.
    """
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in FOLDER}
    problems: list[Problem] = []
    for path in paths:
        for file, read in _files_of(path, signatories, max_size):
            try:
                for name, frame in read().items():
                    parts[name].append(frame)
            except UnreadableError as error:
                problems.append(Problem(file, error.row, error.column, error.value, str(error)))
    if problems:
        raise CorpusError(problems)
    return {name: _stack(name, frames) for name, frames in parts.items()}


_Reader = Callable[[], dict[str, pd.DataFrame]]


def _files_of(given: str | Path, signatories: str, max_size: int) -> Iterator[tuple[str, _Reader]]:
    """Yield, for each file that a path stands for, its name and how to read it."""
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
        ".txt": partial(_read_text, path, signatories, max_size),
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
        f"statement_id,signatory, a .txt with a list of names, or a bundled corpus ({known})"
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
    described = [c for c in OF_THE_STATEMENT if c in frame]
    statements = frame[["statement_id", *described, FILE, ROW]]
    if "source_name" not in described:
        statements = statements.assign(source_name=path.name)
    repeated = statements.duplicated(["statement_id", *described])
    return {
        "statements": statements[~repeated],
        "signatures": frame.drop(columns=described),
    }


def _read_text(path: Path, signatories: str, max_size: int) -> dict[str, pd.DataFrame]:
    """Read a list of names; the file's stem is the statement."""
    text = text_of(path, max_size)
    if undone := entities(text):
        warn(notices.of_entities(undone, path.name))
        text = unescape(text)
    if left_out := comments(text):
        warn(notices.of_comments(left_out, path.name))
    number, row = first_row(text) if signatories == "states" else (0, "")
    if number:
        raise UnreadableError(
            "a row of a table, not a name or names in columns: keep the column of names alone, or "
            "save the table as CSV with the columns statement_id,signatory",
            row=number,
            value=row,
        )
    names = one_a_line(text) if signatories == "any" else split_list(text)
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
    missing = [column for column in required if column not in header]
    if missing:
        hint = " (are the columns separated by ; or tabs? use commas)" if len(header) == 1 else ""
        slips = {slip_of(cell, missing): cell for cell in header if cell not in required}
        hint += "".join(f' (is "{slips[c]}" meant for {c}?)' for c in missing if c in slips)
        raise UnreadableError(
            f"the header lacks {', '.join(missing)}; it needs {','.join(required)}{hint}",
            row=1,
            value=",".join(header),
        )
    repeated = {column for column in header if header.count(column) > 1}
    if repeated:
        raise UnreadableError("this column stands twice in the header", 1, min(repeated))
    # In a cell, since an entity may stand for a comma or a quote.
    if undone := entities(text):
        warn(notices.of_entities(undone, path.name))
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


def _stack(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the parts of one table under each other; absent cells are empty."""
    if not frames:
        return pd.DataFrame(columns=[*REQUIRED[name], FILE, ROW], dtype=str)
    return pd.concat(frames, ignore_index=True).fillna("")
