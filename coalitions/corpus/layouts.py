"""Tables with a mark for each signature → statements and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.paths import UnreadableError
from coalitions.errors import shortened, warn
from coalitions.names import resolve

if TYPE_CHECKING:
    from coalitions.corpus.asgiven import How

#: What a cell says that is a signature, and what it says that is none, in small letters.
SIGNED = frozenset(
    "x × ✓ ✔ ☑ ● • ○ ◯ * + 1 1.0 y yes true signed oui sí si ja sim да نعم 是".split()  # noqa: SIM905 - a list of words
)
NOT_SIGNED = frozenset(
    ["", *"0 0.0 n no false - – — . unsigned non nein não нет لا 否".split()]  # noqa: SIM905 - the same
)
_EXPECTED = (
    "expected a mark of a signature (x, 1, yes, ✓) or of none (nothing, 0, no, -); votes (Y, N, A) "
    "take `layout` votes"
)


def rows_of_marks(frame: pd.DataFrame, how: How, described: tuple[str, ...]) -> pd.DataFrame:
    """Return a table with a row a signature, from one of states × statements or the other way.

    Parameters
    ----------
    frame : DataFrame
        A raw table. Its column ``statement_id`` or ``signatory`` says what a row is; without
        either, the first column holds what a row is: whichever of rows and columns has the more
        names of states are the signatories.
    how : How
        Whether signatories are states. Of others, rows are signatories unless the columns say so.
    described : tuple of str
        Columns that describe a statement where a row is one.

    Returns
    -------
    DataFrame
        ``statement_id``, ``signatory``, and the columns that describe statements. A statement that
        nobody signed has one row without a signatory.
    """
    if frame.empty:
        raise UnreadableError("no rows below the header")
    columns = [str(column) for column in frame if column not in (FILE, ROW)]
    key, rows_are = key_of(frame, columns, how)
    kept = [c for c in described if c in columns] if rows_are == "statement_id" else []
    marked = _marked(frame, [c for c in columns if c != key and c not in kept])
    if not marked:
        raise UnreadableError(f"no column of marks: {_EXPECTED}", row=1)
    wide = frame.rename(columns={key: rows_are})[[rows_are, *kept, FILE, ROW, *marked]]
    other = "signatory" if rows_are == "statement_id" else "statement_id"
    long = wide.melt([rows_are, *kept, FILE, ROW], var_name=other, value_name="_mark")
    signed = long[long["_mark"].str.casefold().isin(SIGNED)]
    nobody = long[~long["statement_id"].isin(set(signed["statement_id"]))]
    nobody = nobody.drop_duplicates("statement_id").assign(signatory="")
    found = pd.concat([signed, nobody]).drop(columns="_mark")
    return found.assign(name_as_written=found["signatory"]).reset_index(drop=True)


def key_of(frame: pd.DataFrame, columns: list[str], how: How) -> tuple[str, str]:
    """Return the column that says what each row is, and whether that is statements."""
    for what in ("statement_id", "signatory"):
        if what in columns:
            return what, what
    first = columns[0]
    if how.members != "states":
        return first, "signatory"
    in_rows, in_header = _states(frame[first]), _states(columns[1:])
    if in_rows == in_header:
        raise UnreadableError(
            "are the rows states, or the columns? Neither holds more names of states: say what the "
            f'first column is, signatory or statement (`columns`, here "{shortened(first)}")',
            row=1,
            value=",".join(columns)[:60],
        )
    return first, "signatory" if in_rows > in_header else "statement_id"


def _states(names: pd.Series[str] | list[str]) -> int:
    return sum(resolve(name).kind != "unknown" for name in names)


def _marked(frame: pd.DataFrame, columns: list[str]) -> list[str]:
    """Return the columns of marks; of those that hold none it is said that they are left out."""
    marked, others = list[str](), list[str]()
    for column in columns:
        cells = frame[column].str.casefold()
        wrong = ~cells.isin(SIGNED | NOT_SIGNED)
        if wrong.any() and not cells.isin(SIGNED).any():
            others.append(column)
            continue
        if wrong.any():
            more = f" ({int(wrong.sum()):,} such cells here)" if wrong.sum() > 1 else ""
            first = frame[wrong].iloc[0]
            hint = ""
            if first[ROW] == frame[ROW].iloc[0]:
                hint = "; is it a second row of headers? name each column in one row"
            elif str(first[column]).isdigit():
                hint = "; a row of totals is left out"
            raise UnreadableError(
                f"{_EXPECTED}{more}{hint}", int(first[ROW]), column, first[column]
            )
        marked.append(column)
    if others:
        named = ", ".join(f'"{shortened(column)}"' for column in others)
        warn(f"{frame[FILE].iloc[0]}: left out, as they hold no marks of signatures: {named}")
    return marked
