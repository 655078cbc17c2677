"""What a user decided about spellings that do not resolve: read, checked, looked up."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import ChoiceError, CorpusError, Problem, quoted, warn
from coalitions.names.gazetteer import tables
from coalitions.names.misread import is_western
from coalitions.names.resolving import resolve

if TYPE_CHECKING:
    import pandas as pd

#: The columns of a file of decisions that are read; what else it holds is for the one who decides.
SPELLING, DECISION = "spelling", "decision"
#: What a decision says of who is no signatory, and how one begins that names who is no state.
NOBODY, NEW = "-", "new:"
#: What a spreadsheet is kept from running as a formula by an apostrophe in front.
_GUARDED = ("'=", "'+", "'-", "'@")
_EXPECTED = (
    "expected the code of a state (CUB), several with semicolons between, - for no signatory, "
    "new:NAME for one that is no state, or nothing"
)


class Decision(NamedTuple):
    """What was decided about a spelling.

    Attributes
    ----------
    signatories : tuple of str
        Codes of states, or the name of who is none; empty for no signatory.
    is_new : bool
        Whether it is a name of who is no state.
    row : int
        Where it was decided.
    """

    signatories: tuple[str, ...]
    is_new: bool
    row: int


def spelling_key(name: str) -> str:
    """Return a spelling as decisions tell them apart: to the letter, white space but once."""
    return " ".join(name.split())


class Decisions:
    """Decisions by spelling, and which of them were of use.

    Examples
    --------
    >>> decisions = Decisions("d.csv", [(2, "EEC", "new:EEC"), (3, "the USSR", "RUS")])
    >>> decisions.of(" the USSR").signatories, decisions.of("Cuba")
    (('RUS',), None)
    """

    def __init__(self, file: str, rows: list[tuple[int, str, str]]) -> None:
        self.file = file
        self._made = dict[str, Decision]()
        self._used = set[str]()
        problems = list[Problem]()
        for row, spelling, decided in rows:
            key = spelling_key(spelling)
            if not key or not decided.strip():
                continue
            found = _decision(row, decided.strip())
            earlier = self._made.get(key)
            if isinstance(found, str):
                problems.append(Problem(file, row, DECISION, decided, found))
            elif earlier and earlier[:2] != found[:2]:
                expected = f"row {earlier.row} decides otherwise about {quoted(key)}: keep one"
                problems.append(Problem(file, row, DECISION, decided, expected))
            else:
                self._made.setdefault(key, found)
        if problems:
            raise CorpusError(problems)

    def of(self, name: str) -> Decision | None:
        """Return what was decided about a name as written; None where nothing was."""
        key = spelling_key(name)
        if key in self._made:
            self._used.add(key)
        return self._made.get(key)

    @property
    def new(self) -> list[tuple[str, int]]:
        """Who is no state, each once, with the row that decides it first."""
        found = dict[str, int]()
        for made in self._made.values():
            if made.is_new:
                found.setdefault(made.signatories[0], made.row)
        return list(found.items())

    def say_unused(self) -> None:
        """Warn of decisions about spellings that were not met, or that resolve by themselves."""
        unused = [
            f"{quoted(key)} (row {made.row}{_by_itself(key)})"
            for key, made in self._made.items()
            if key not in self._used
        ]
        if unused:
            what = "decision is" if len(unused) == 1 else "decisions are"
            warn(f"{self.file}: {len(unused):,} {what} of no use here: {', '.join(unused)}")


def _by_itself(key: str) -> str:
    code = resolve(key).signatory
    return f"; it is {code} by itself" if code else ""


def _decision(row: int, decided: str) -> Decision | str:
    """Return a decision, or what is wrong with it."""
    if decided == NOBODY:
        return Decision((), is_new=False, row=row)
    if decided.startswith(NEW):
        name = spelling_key(decided.removeprefix(NEW))
        state = resolve(name).signatory or (name if name in tables().states else None)
        if state:
            return f"is a state: write {state}"
        return Decision((name,), is_new=True, row=row) if name else f"no name: {_EXPECTED}"
    codes = tuple(code.strip() for code in decided.split(";") if code.strip())
    unknown = [code for code in codes if code not in tables().states]
    if not unknown:
        return Decision(tuple(dict.fromkeys(codes)), is_new=False, row=row)
    meant = resolve(unknown[0]).signatory or ""
    meant = meant or (unknown[0].upper() if unknown[0].upper() in tables().states else "")
    return f"no code that is known{f' (is {meant} meant?)' if meant else ''}: {_EXPECTED}"


def decisions_in(given: object) -> Decisions | None:
    """Return decisions however they are given; None for none.

    Parameters
    ----------
    given : str, Path, mapping, DataFrame, Decisions or None
        A CSV file or a table with ``spelling`` and ``decision``, or decisions by spelling.

    Raises
    ------
    CorpusError
        Every decision that is none, and every spelling about which there are two.
    ChoiceError
        Nothing of these, or a file that cannot be read.

    Examples
    --------
    >>> decisions_in({"EEC": "-"}).of("EEC")
    Decision(signatories=(), is_new=False, row=1)
    """
    if given is None or isinstance(given, Decisions):
        return given
    if isinstance(given, (str, Path)):
        return _of_file(Path(given))
    if isinstance(given, Mapping):
        rows = [(n, str(key), str(made)) for n, (key, made) in enumerate(given.items(), 1)]
        return Decisions("decisions", rows)
    if {SPELLING, DECISION} <= set(getattr(given, "columns", ())):
        frame: pd.DataFrame = given  # type: ignore[assignment] # what has these columns
        cells = frame[[SPELLING, DECISION]].astype(object)
        texts = cells.where(cells.notna(), "").astype(str).itertuples(index=False, name=None)
        return Decisions("decisions", [(n, *row) for n, row in enumerate(texts, 2)])
    raise ChoiceError(
        f"decisions: a value of type {type(given).__name__}: expected a CSV file or a table with "
        f'the columns {SPELLING} and {DECISION}, or decisions by spelling, as in {{"EEC": "-"}}'
    )


def _of_file(path: Path) -> Decisions:
    rows = decision_rows(path)
    return Decisions(path.name, [(n, row[SPELLING], row[DECISION]) for n, row in rows])


def decision_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a file of decisions with their numbers.

    Raises
    ------
    ChoiceError
        The file cannot be read, or has no columns ``spelling`` and ``decision``.
    """
    try:
        raw = path.read_bytes()
        western = is_western(raw) and not _is_utf8(raw)
        text = raw.decode("cp1252" if western else "utf-8-sig")
        first = text.partition("\n")[0]
        separator = max(",;\t", key=first.count)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except (OSError, ValueError, csv.Error) as error:
        why = (getattr(error, "strerror", None) or "").lower() or "it is no CSV file in UTF-8"
        raise ChoiceError(f"{path.name}: the decisions cannot be read: {why}") from error
    header = [cell.strip() for cell in rows[0]] if rows else []
    if not {SPELLING, DECISION} <= set(header):
        raise ChoiceError(
            f"{path.name}, row 1: expected a table with the columns {SPELLING} and {DECISION}, as "
            "`names_from` writes it"
        )
    blank = dict.fromkeys(header, "")
    return [
        (n, blank | {column: _bare(cell) for column, cell in zip(header, row, strict=False)})
        for n, row in enumerate(rows[1:], 2)
        if any(row)
    ]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell.startswith(_GUARDED) else cell.strip()
