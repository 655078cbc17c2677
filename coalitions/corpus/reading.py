"""Files as they come → raw tables of text, or a list of what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW, delimited, refuse_lacking
from coalitions.corpus.describing import OF_THE_STATEMENT, described_in, in_two, with_descriptions
from coalitions.corpus.documents import read_document
from coalitions.corpus.headers import slip_of
from coalitions.corpus.heads import head_of
from coalitions.corpus.layouts import rows_of_marks
from coalitions.corpus.others import as_ours
from coalitions.corpus.paths import UnreadableError, kind, located, shown, text_of
from coalitions.corpus.tablefiles import TABLES, table_in
from coalitions.corpus.votes import of_votes
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

    from coalitions.corpus.asgiven import How

#: The files of a corpus folder; the first two must be there.
FOLDER = {
    "statements": "statements.csv",
    "signatures": "signatures.csv",
    "signatories": "signatories.csv",
    "claims": "claims.csv",
}

#: What stands between most names, and begins none.
_BETWEEN = re.compile(r"[\s,;]*")

#: What makes each table a table.
REQUIRED = {
    "statements": ("statement_id",),
    "signatures": ("statement_id", "signatory"),
    "signatories": ("signatory",),
    "claims": ("claim_id", "quantity", "statements", "qualifier", "count"),
}


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
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in (*FOLDER, "described")}
    problems: list[Problem] = []
    for file, read in readers:
        try:
            for name, frame in read().items():
                parts[name].append(frame)
        except UnreadableError as error:
            problems.append(Problem(file, error.row, error.column, error.value, str(error)))
    if problems:
        raise CorpusError(problems)
    described = parts.pop("described")
    tables = {name: _stack(name, frames) for name, frames in parts.items()}
    if described and tables["signatures"].empty:
        first = described[0]
        refused = "the header lacks signatory, and no other table names who signed"
        raise CorpusError([Problem(str(first[FILE].iloc[0]), 1, "", "", refused)])
    if described:
        tables["statements"] = with_descriptions(tables["statements"], described)
    return tables


def files_of(given: object, how: How) -> Iterator[tuple[str, Reader]]:
    """Yield, for each file that a path stands for, its name and how to read it.

    Parameters
    ----------
    given : str or Path
        The name of a bundled corpus, with or without ``bundled:`` in front; a folder, a table
        with ``statement_id,signatory``, or a ``.txt`` file with a list of names, whose stem is
        the statement.
    how : How
        Whether the names in a text file are states, and may stand in prose, or are identifiers,
        one a line; what the columns of a table are, and how it is laid out.
    """
    file = shown(given)
    try:
        path = located(given, bundled())
        file = shown(path)
        if kind(path) == "folder":
            for name, member in FOLDER.items():
                file = f"{shown(path)}/{member}"
                if kind(path / member) or name in ("statements", "signatures"):
                    yield member, partial(_read_member, path, name, how.max_size)
            return
    except UnreadableError as error:
        yield file, partial(_fail, error)
        return
    by_suffix: dict[str, Reader] = dict.fromkeys(TABLES, partial(_read_list, path, how))
    by_suffix[".txt"] = partial(_read_text, path, how)
    by_suffix |= dict.fromkeys(SUFFIXES, partial(read_document, path, how.members, how.max_size))
    yield file, by_suffix.get(path.suffix.lower(), partial(_refuse, path))


def _fail(error: UnreadableError) -> dict[str, pd.DataFrame]:
    raise error


def _refuse(path: Path) -> dict[str, pd.DataFrame]:
    known = ", ".join(bundled())
    if not kind(path):
        raise UnreadableError(f"no such file or folder, nor one of the bundled corpora ({known})")
    raise UnreadableError(
        "what kind of file is this? expected a folder, a table (.csv, .tsv, .xlsx, .parquet, "
        ".json, .jsonl) with the columns statement_id,signatory, a .txt with a list of names, a "
        f"document (.html, .md, .docx, .pdf, .eml), or a bundled corpus ({known})"
    )


def _lists_in(folder: Path) -> str:
    """Say how the lists are given that stand in a folder, which is no corpus."""
    known = {".txt", *TABLES, *SUFFIXES} - {".csv"}
    there = sorted({path.suffix for path in folder.iterdir() if path.suffix.lower() in known})
    return f"; lists are given by name: {folder.name}/*{there[0]}" if there else ""


def _read_member(folder: Path, name: str, max_size: int) -> dict[str, pd.DataFrame]:
    """Read one file of a corpus folder."""
    path = folder / FOLDER[name]
    if not kind(path):
        needed = " and ".join(FOLDER[n] for n in ("statements", "signatures"))
        place = folder.resolve().name
        # A report keeps its corpus in such a folder.
        inside = kind(path.parent / "corpus" / path.name)
        hint = f"; there is one in {place}/corpus: give that" if inside else _lists_in(folder)
        raise UnreadableError(f"not in the folder {place}: a corpus folder holds {needed}{hint}")
    frame = delimited(text_of(path, max_size), path.name, REQUIRED[name], list)
    refuse_lacking(list(map(str, frame)), REQUIRED[name], 1)
    if name == "statements" and frame.empty:
        raise UnreadableError("no rows below the header")
    return {name: frame}


def _read_list(path: Path, how: How) -> dict[str, pd.DataFrame]:
    """Read one table of signatures; columns that describe a statement make its statements."""
    required = REQUIRED["signatures"] if how.layout == "long" else ()
    frame = table_in(path, required, how)
    return in_layout(frame, how, path.name)


def in_layout(frame: pd.DataFrame, how: How, source: str = "") -> dict[str, pd.DataFrame]:
    """Return the tables that one table stands for, laid out as somebody said.

    Parameters
    ----------
    frame : DataFrame
        A raw table with our names for its columns.
    how : How
        Its layout, among others.
    source : str
        What is the source of statements that name none.
    """
    if how.layout == "wide":
        frame = rows_of_marks(frame, how, (*OF_THE_STATEMENT, "source_url"))
    elif how.layout == "votes":
        frame = of_votes(frame, how, OF_THE_STATEMENT)
    elif describes(frame, how):
        return {"described": as_ours(frame, how)}
    listed = "signatories" in frame and "signatory" not in frame
    needed = REQUIRED["signatures"][:1] if listed else REQUIRED["signatures"]
    refuse_lacking(list(map(str, frame)), needed, 1)
    if frame.empty:
        raise UnreadableError("no rows below the header")
    if source and "source_name" not in frame:
        frame = frame.assign(source_name=source)
    return in_two(as_ours(frame, how), unsigned=how.layout == "wide")


def describes(frame: pd.DataFrame, how: How) -> bool:
    """Say whether a table is one of statements: each described, none of its signatories named."""
    known = described_in(frame)
    if not known or "statement_id" not in frame or {"signatory", "signatories"} & set(frame):
        return False
    slip = any(slip_of(str(cell), ["signatory"]) for cell in frame if cell not in known)
    return how.several and not slip


def _read_text(path: Path, how: How) -> dict[str, pd.DataFrame]:
    """Read a list of names; the file's stem is the statement."""
    whole, members = text_of(path, how.max_size), how.members
    head, text = head_of(whole, path.name)
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
    if not names and "declared_count" not in head:
        raise UnreadableError("no names in it: expected one name a line, or a list in prose")
    place = {FILE: path.name}
    statement = {"statement_id": path.stem, "source_name": path.name, **head, **place, ROW: 0}
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
        begin, at = _next(name, text, at)
        places.append(begin)
    return lines_of(places, text)


def _next(name: str, text: str, at: int) -> tuple[int, int]:
    """Return where a name begins and ends, from a place in the text on; there, if nowhere."""
    between = _BETWEEN.match(text, at)
    begin = between.end() if between else at
    if name[:1].isalpha() and text.startswith(name, begin):
        return begin, begin + len(name)
    # "Yemen,* Zambia": what is read as "Yemen*" stands there without its mark.
    for written in (name, footnote(name)[0]):
        spelt = re.compile(r"\s+".join(map(re.escape, written.split())))
        if match := spelt.search(text, at):
            return match.span()
    return at, at


def _stack(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the parts of one table under each other; absent cells are empty."""
    frames = [frame for frame in frames if len(frame)] or frames[:1]
    if not frames or frames[0].columns.empty:
        return pd.DataFrame(columns=[*REQUIRED[name], FILE, ROW], dtype=str)
    return pd.concat(frames, ignore_index=True).fillna("")
