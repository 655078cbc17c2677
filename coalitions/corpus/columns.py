"""Columns that nobody knows: slips of the pen, votes, deeds, and what a user has besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.deeds import REFUSED, is_named_so, not_signed, says_deeds
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.headers import nearest_column, plain_header, slip_of
from coalitions.corpus.noun import NOUN
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import CoalitionsError, Problem, shortened, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    Tables = dict[str, pd.DataFrame]

#: What a vote says, in small letters: for, and anything else.
_FOR = {
    "y",
    "a favor",
    "yes",
    "yea",
    "yeas",
    "aye",
    "for",
    "in favour",
    "in favor",
    "oui",
    "pour",
    "ja",
    "sí",
}
_NOT_FOR = {
    *("n", "no", "nay", "nays", "against", "non", "contre", "nein", "opposed"),
    *("abstain", "abstained", "abstains", "abstaining", "abstention", "abstentions"),
    *("absent", "not voting", "non-voting", "nonvoting", "did not vote", "no vote", "not present"),
}
#: Letters and numbers that are a vote only beside others, or in a column that is named so.
_CODES = {"a", "x", "nv", "np", "ab", "0", "1", "2", "3", "8", "9", "true", "false", "-", "+"}
_CODES_NOT_FOR = _CODES - {"1", "true", "+"}
#: How the words of such a column's name begin.
_BALLOT = ("vote", "voting", "ballot", "rollcall", "rcv")
_VOTING = ("signed", "sponsor", "support", "endorse", "favour", "favor", "cosign", "confirm")
#: What numbers in a column are, if its name ends so.
_RANKS = ("order", "rank", "number", "count", "year")

_VOTES = (
    "a column of votes, and every row would count as a signature. Load votes as one statement a "
    'side: read a table of your own with `layout="votes"`, or give the rows for it the '
    'statement_id "{0}-yes", those against it "{0}-no", leave out who did neither, and remove the '
    "column. If it says something else about the signatory, move it to signatories.csv"
)


def refuse_no_table(name: str, table: object) -> None:
    """Refuse what is no table, or one whose columns cannot be told apart.

    Raises
    ------
    CoalitionsError
        It says what was found.
    """
    if not isinstance(table, pd.DataFrame):
        what = type(table).__name__
        raise CoalitionsError(f"{name}: expected a DataFrame, found a {what}")
    if table.columns.nlevels > 1 or table.columns.duplicated().any():
        raise CoalitionsError(f"{name}: a column stands twice, or has a head of two rows")


def column_problems(tables: Tables) -> Iterator[Problem]:
    """Yield columns that are a known one but for a letter, or hold votes or deeds; warn of others.

    One warning a file names each column that nobody knows, with the nearest that is known.
    """
    lists = set(tables["statements"][FILE]) & set(tables["signatures"][FILE].unique())
    others: dict[str, dict[str, str]] = {}
    for name, frame in tables.items():
        for column in (c for c in frame if c not in (*_known(name), FILE, ROW)):
            cells = frame[column].astype(object)
            cells = cells.where(cells.notna(), "").astype(str).str.strip()
            for file, rows in _by_file(frame[FILE], cells):
                known = _known(name, is_list=file in lists)
                slip = "" if is_named_so(str(column)) else slip_of(str(column), known)
                hint = _hint(str(column), name, known)
                if slip and not _filled(tables, file, slip):
                    expected = f'not a column we know: is "{slip}" meant? Correct it, or rename it'
                    yield Problem(file, 1, str(column), "", expected)
                    continue
                if name == "signatures" and len(rows):
                    found = _no_signature(frame, str(column), rows)
                    if isinstance(found, Problem):
                        yield found
                        continue
                    hint = found or hint
                others.setdefault(file, {})[str(column) or "(no name)"] = hint
    for file, hints in others.items():
        _warn(file, hints)


def _no_signature(frame: pd.DataFrame, column: str, rows: pd.Series[str]) -> Problem | str:
    """Return what is wrong where a column says of a row that it is no signature, or may say so."""
    votes = None if is_named_so(column) else _votes(column, rows)
    if plain_header(column) == "no" and "yes" in {plain_header(str(each)) for each in frame}:
        votes = int(rows.index[0])
    place = not_signed(column, rows) if votes is None else votes
    if place is None:
        return ""
    file, row = str(frame[FILE][place]), int(frame[ROW][place])
    if votes is not None:
        expected = _VOTES.format(frame["statement_id"][votes] or "<id>")
        return Problem(file, row, column, rows[place], expected)
    if says_deeds(column, rows):
        return Problem(file, row, column, rows[place], REFUSED)
    return f'row {row} says "{shortened(rows[place])}": if it did not sign, leave the row out'


def _by_file(files: pd.Series[str], cells: pd.Series[str]) -> Iterator[tuple[str, pd.Series[str]]]:
    """Yield each file that has the column, with what it holds; an empty one costs nothing."""
    filled = cells[cells != ""]
    if filled.empty and len(files.unique()) == 1:
        yield str(files.iloc[0]), filled
    for file, rows in filled.groupby(files[filled.index], sort=False):
        yield str(file), rows


def _known(name: str, *, is_list: bool = False) -> tuple[str, ...]:
    """Return the columns of a table; one list of signatures describes its statements too."""
    if is_list and name == "signatures":
        return tuple(dict.fromkeys([*COLUMNS["signatures"], *COLUMNS["statements"]]))
    return (*COLUMNS[name], NOUN) if name == "signatories" else COLUMNS[name]


def _filled(tables: Tables, file: str, column: str) -> bool:
    """Say whether a file has something in a column: then one beside it is no slip."""
    holding = [frame for frame in tables.values() if column in frame]
    return any((frame.loc[frame[FILE] == file, column] != "").any() for frame in holding)


def _votes(column: str, rows: pd.Series[str]) -> int | None:
    """Return where a column of votes first says anything but yes; None if it holds no votes."""
    votes = rows.str.casefold().str.removesuffix(".0")  # pandas' whole numbers beside a gap
    words = [word for word in plain_header(column).split("_") if not word.isdigit()] or [""]
    if words[-1].startswith(_BALLOT) or words[-1].endswith("vote"):
        other = votes.index[(votes != "") & ~votes.isin(_FOR | {"1", "true", "+"})]
        return int(other[0]) if len(other) else None
    said = set(votes) - {""}
    if said == {"x"} or words[-1] in _RANKS:  # a cross is the signature itself
        return None
    named = any(word.startswith(_VOTING) for word in words)
    if not said <= _FOR | _NOT_FOR | _CODES:
        return None
    against = _NOT_FOR | _CODES_NOT_FOR if named or said & {"y", "yes"} else _NOT_FOR
    found = votes.index[votes.isin(against)]
    return int(found[0]) if len(found) else None


def _hint(column: str, table: str, known: tuple[str, ...]) -> str:
    """Return what may be meant by a column: one of this table, or of another."""
    elsewhere = [
        name for name in COLUMNS if name != table and plain_header(column) in COLUMNS[name]
    ]
    if elsewhere:
        return f"belongs in the {elsewhere[0]}"
    like = nearest_column(column, known)
    return f'is "{like}" meant?' if like else ""


def _warn(file: str, hints: dict[str, str]) -> None:
    named = [f'"{column}" ({hint})' if hint else f'"{column}"' for column, hint in hints.items()]
    what = "a column that nobody knows is" if len(named) == 1 else "columns that nobody knows are"
    warn(f"{file}: {what} carried along, and not understood: {', '.join(named)}")
