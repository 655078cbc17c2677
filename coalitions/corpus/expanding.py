"""Groups of states in raw tables → their members on the day of the statement."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.dates import is_date_or_part
from coalitions.errors import CorpusError, Problem

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    Tables = dict[str, pd.DataFrame]
    Row = dict[Hashable, Any]

#: What becomes of groups of states.
GROUPS = ("refused", "expanded")


def with_members(tables: Tables) -> Tables:
    """Return raw tables in which a group's members stand for it, with its name in ``via``.

    Who is named under the statement, or stands for an earlier group of it, is not doubled.

    Parameters
    ----------
    tables : dict of DataFrame
        As they were read.

    Raises
    ------
    CorpusError
        A group whose members nobody can say on that day, or that is said to have others.
    """
    frame = tables["signatures"]
    group_of = functools.cache(_group_of)
    meant = [group_of(cell) for cell in frame["signatory"]]
    if not any(meant):
        return tables
    dates = _dates(tables["statements"])
    there = _named(frame)
    problems: list[Problem] = []
    rows: list[Row] = []
    for row, group in zip(frame.to_dict("records"), meant, strict=True):
        if group is None:
            rows.append(row)
            continue
        found = names.membership(group, dates.get(row["statement_id"], ""))
        if not found.codes:
            problems.append(Problem(row[FILE], row[ROW], "signatory", row["signatory"], found.why))
        rows += _members(row, group, found.codes, there.setdefault(row["statement_id"], set()))
    if problems:
        raise CorpusError(problems)
    return tables | {"signatures": pd.DataFrame(rows).fillna("")}


def _group_of(cell: str) -> names.StateGroup | None:
    """Return the group of known members that a cell stands for."""
    found = names.group_of(cell) if names.resolve(cell).kind == "group" else None
    return found if found and names.is_entered(found) else None


def _dates(statements: pd.DataFrame) -> dict[str, str]:
    if "date" not in statements:
        return {}
    pairs = zip(statements["statement_id"], statements["date"], strict=True)
    return {key: date for key, date in pairs if is_date_or_part(date)}


def _named(frame: pd.DataFrame) -> dict[str, set[str]]:
    """Return the codes of who is named under each statement."""
    code_of = functools.cache(lambda c: c if names.known(c) else names.resolve(c).signatory)
    found: dict[str, set[str]] = {}
    for key, cell in zip(frame["statement_id"], frame["signatory"], strict=True):
        if code := code_of(cell):
            found.setdefault(key, set()).add(code)
    return found


def _members(
    row: Row, group: names.StateGroup, codes: tuple[str, ...], there: set[str]
) -> Iterator[Row]:
    """Yield a row for each member who is not there yet."""
    written = row.get("name_as_written") or row["signatory"]
    for code in (group.own, *codes):
        if code and code not in there:
            there.add(code)
            via = "" if code == group.own else group.name
            yield row | {"signatory": code, "name_as_written": written, "via": via}
