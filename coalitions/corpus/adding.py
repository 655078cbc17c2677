"""One statement of a text → what changes in the folder of a corpus, checked, unwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions import names
from coalitions.corpus.corpus import Corpus
from coalitions.corpus.delimited import delimited
from coalitions.corpus.pickedout import picked_out
from coalitions.corpus.reading import FOLDER, REQUIRED
from coalitions.corpus.sheets import TableFile
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import CoalitionsError, CorpusError, Problem, quoted
from coalitions.names import DECISION, SPELLING, Decisions, decision_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coalitions.corpus.extracting import Extraction
    from coalitions.corpus.pickedout import PickedOut, Row

#: The file of a folder that keeps what was decided about spellings.
DECIDED = "decisions.csv"


class Addition(NamedTuple):
    """What is to change in a folder.

    Attributes
    ----------
    contents : dict of Path to bytes
        The files as they are to be; none where nothing changes.
    told : tuple of str
        What changes, a line each.
    """

    contents: dict[Path, bytes]
    told: tuple[str, ...]


def addition(
    found: Extraction,
    folder: Path,
    about: Mapping[str, str],
    *,
    which: int | None = None,
    decisions: Path | None = None,
) -> Addition:
    """Return what one statement of a text changes in the folder of a corpus.

    A statement that is there already is completed: names that it lacks are added, cells that are
    empty are filled in, and nothing else is touched.

    Parameters
    ----------
    found : Extraction
        What the text says.
    folder : Path
        A folder with ``statements.csv`` and ``signatures.csv``.
    about : mapping of str to str
        Columns of the statement: ``statement_id``, and what else is known of it.
    which : int, optional
        Which of several statements of the text, from 1.
    decisions : Path, optional
        What was decided about spellings, beside what ``decisions.csv`` in the folder says.

    Raises
    ------
    CoalitionsError
        More or less than one statement, or something in its list that is not decided.
    CorpusError
        What the text says and what the folder says are not both right.
    """
    if not (folder / FOLDER["statements"]).is_file():
        raise CoalitionsError(f"{folder}: no corpus: make one with coalitions new {folder}")
    made = _decisions(folder, decisions)
    of_text = picked_out(found, dict(about), which, made)
    sheets = {name: TableFile(folder / FOLDER[name], name) for name in FOLDER if name != "claims"}
    told = [*_of_statement(sheets, of_text), *_of_signatures(sheets["signatures"], of_text)]
    known = {row.get("signatory", "") for row in sheets["signatories"].rows}
    for name in of_text.new:
        if name not in known:
            sheets["signatories"].add({"signatory": name, "name": name, "kind": "non-member"})
            told.append(f"{FOLDER['signatories']}: {name}, no state")
    if not told:
        return Addition({}, ())
    contents = {s.path: s.content for s in sheets.values() if s.path.exists() or s.rows}
    _check(folder, {path.name: content.decode("utf-8-sig") for path, content in contents.items()})
    if kept := _kept(folder, of_text.decided):
        contents[folder / DECIDED] = kept[1]
        told.append(kept[0])
    return Addition(contents, tuple(told))


def _decisions(folder: Path, given: Path | None) -> Decisions:
    """Return what was decided before, and what is decided now: never two things of one spelling."""
    paths = [
        path for path in (folder / DECIDED, given) if path and (path == given or path.exists())
    ]
    rows = [(n, row[SPELLING], row[DECISION]) for path in paths for n, row in decision_rows(path)]
    return Decisions(" and ".join(path.name for path in paths), rows)


def _of_statement(sheets: dict[str, TableFile], found: PickedOut) -> list[str]:
    """Add the statement, or fill in what is empty; return what that changes, in words."""
    sheet, new = sheets["statements"], found.statement
    key = new["statement_id"]
    at = next((n for n, row in enumerate(sheet.rows) if row.get("statement_id") == key), None)
    if at is None:
        sheet.add(new)
        rest = ", ".join(
            f"{column} {cell}" for column, cell in new.items() if column != "statement_id"
        )
        rest = f": {rest}" if rest else ""
        return [f"{sheet.path.name}: {key} (new){rest}"]
    there = sheet.rows[at]
    problems = _contradictions(sheets, found, there, at + 2)
    if problems:
        raise CorpusError(problems)
    filled = {
        column: cell
        for column, cell in new.items()
        if not there.get(column) or (column == "date" and len(cell) > len(there[column]))
    }
    filled = {column: cell for column, cell in filled.items() if column in COLUMNS["statements"]}
    if not filled:
        return []
    sheet.fill(at, filled)
    return [f"{sheet.path.name}: {key}: {', '.join(f'{c} {cell}' for c, cell in filled.items())}"]


def _contradictions(
    sheets: dict[str, TableFile], found: PickedOut, there: Row, row: int
) -> list[Problem]:
    """Return what the text and the folder do not say alike of one statement."""
    file, problems = sheets["statements"].path.name, list[Problem]()
    for column, cell in found.statement.items():
        known = there.get(column, "")
        same = _code(known) == _code(cell) if column == "lead" else known == cell
        if column == "date":
            same = known.startswith(cell) or cell.startswith(known)
        # What the text is about, it may say in other words.
        free = column == "source_name" or (column == "topic" and column not in found.given)
        if known and not same and not free:
            expected = f"the text has {quoted(cell)}: correct the file, if the text is right"
            problems.append(Problem(file, row, column, known, expected))
    codes = {_code(each.get("signatory", "")) for each in _under(sheets["signatures"], found)}
    whole = codes | {each["signatory"] for each in found.signatures}
    declared = there.get("declared_count", "")
    if declared.isdecimal() and len(whole) > int(declared):
        further = ", ".join(sorted(whole - codes))
        expected = f"with {further} of the text {len(whole)} would be named, more than are declared"
        problems.append(Problem(file, row, "declared_count", declared, expected))
    return problems


def _under(sheet: TableFile, found: PickedOut) -> list[Row]:
    key = found.statement["statement_id"]
    return [row for row in sheet.rows if row.get("statement_id") == key]


def _code(cell: str) -> str:
    return cell if names.known(cell) else names.resolve(cell).signatory or cell


def _of_signatures(sheet: TableFile, found: PickedOut) -> list[str]:
    """Add the names that are not there; return what that changes, in words."""
    there = {_code(row.get("signatory", "")) for row in _under(sheet, found)}
    added = [row for row in found.signatures if row["signatory"] not in there]
    for row in added:
        sheet.add(row)
    if not added:
        return []
    many = f"{len(added)} name{'s' if len(added) > 1 else ''}"
    return [f"{sheet.path.name}: {many}: {', '.join(row['signatory'] for row in added)}"]


def _check(folder: Path, texts: dict[str, str]) -> None:
    """Refuse a folder that would be no corpus."""
    claims = folder / FOLDER["claims"]
    if claims.exists():
        texts = texts | {claims.name: claims.read_text(encoding="utf-8-sig")}
    tables = {
        name: delimited(texts[file], file, REQUIRED[name], list)
        for name, file in FOLDER.items()
        if file in texts
    }
    Corpus(**tables)  # type: ignore[arg-type] # they are tables, and no other of its parameters


def _kept(folder: Path, decided: list[Row]) -> tuple[str, bytes] | None:
    """Return the decisions of a folder with those that were of use and are not there."""
    path = folder / DECIDED
    there = {row[SPELLING] for _, row in decision_rows(path)} if path.exists() else set()
    rows = [row for row in decided if row[SPELLING] not in there]
    if not rows:
        return None
    sheet = TableFile(path, "decisions")
    for row in rows:
        sheet.add(row)
    many = f"{len(rows)} decision{'s' if len(rows) > 1 else ''}"
    spelt = ", ".join(quoted(row[SPELLING]) for row in rows)
    return f"{path.name}: {many}, to be carried out again: {spelt}", sheet.content
