"""Signatories in cells: as codes of states, or as identifiers, and the cells that are neither."""

from __future__ import annotations

import functools
from itertools import repeat
from typing import TYPE_CHECKING

import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.errors import Problem, warn
from coalitions.files import told
from coalitions.names import SecondLooks, near_duplicates, of_pairs, prose, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    Tables = dict[str, pd.DataFrame]


#: Tables of signatories.
_TABLES = ("signatures", "signatories")


def names_as_written(tables: Tables) -> dict[str, pd.Series[str]]:
    """Return, for tables of signatories, each row's name as its source writes it."""
    source = tables["signatures"]["name_as_written"]
    return {
        "signatures": source.where(source != "", tables["signatures"]["signatory"]),
        "signatories": tables["signatories"]["signatory"],
    }


def no_states(signatories: pd.DataFrame) -> frozenset[str]:
    """Return who is no state and has a row of its own, of the kind ``non-member``.

    Examples
    --------
    >>> no_states(pd.DataFrame({"signatory": ["EEC", "Holy See"], "kind": "non-member"}))
    frozenset({'EEC'})
    """
    if "kind" not in signatories:
        return frozenset()
    apart = signatories["signatory"][signatories["kind"] == "non-member"]
    return frozenset(name for name in apart if name and names.resolve(name).signatory is None)


def resolved(
    frame: pd.DataFrame, column: str, dates: list[str], others: frozenset[str] = frozenset()
) -> tuple[pd.Series[str], list[Problem]]:
    """Return the codes of a column of states, and the cells that name none.

    A cell may hold an ISO 3166-1 alpha-3 code or a name, or one of the ``others``; each is read at
    the date of its row. Where the row also says how the source writes the name, and that spelling
    is another state's, one of the two is wrong.
    """
    problems: list[Problem] = []
    codes: list[str] = []
    looks = SecondLooks()
    # A long list holds the same few names, and what is wrong is slow to look up.
    code_in, why = functools.cache(names.code_in), functools.cache(_refusal)
    plain: dict[tuple[str, str, tuple[int, ...]], str] = {}  # of which nothing is to be said
    eras = {date: names.era(date) for date in set(dates)}  # in which a name stands for the same
    for (where, cell, written), date in zip(_cells(frame, column), dates, strict=True):
        if (known := plain.get((cell, written, eras[date]))) is not None:
            codes.append(known)
            continue
        code, before = cell if cell in others else code_in(cell, date), len(problems)
        said = looks.add(*where, cell, written)
        if cell and not code and not looks.garbled(*where, column, cell):
            problems.append(Problem(*where, column, cell, why(cell, date)))
        meant = code_in(written, date) if written else ""
        if code and meant and meant != code:
            text = f"the name as written is {meant}, not {code}: correct one of the two"
            problems.append(Problem(*where, "name_as_written", written, text))
        codes.append(code)
        if not said and len(problems) == before and (code or not cell):
            plain[cell, written, eras[date]] = code
    looks.say()
    return pd.Series(codes, frame.index, dtype=str), problems + looks.problems()


def _refusal(cell: str, date: str) -> str:
    text = names.refusal(names.resolve(cell, date), date)
    return text.removeprefix(f'"{cell}"').strip()


def _cells(frame: pd.DataFrame, column: str) -> Iterator[tuple[tuple[str, int], str, str]]:
    """Yield where each cell of a column stands, what it says, and how the source writes it."""
    blank = repeat("")
    written = frame["name_as_written"].to_list() if "name_as_written" in frame else blank
    places = zip(frame[FILE].to_list(), map(int, frame[ROW].to_list()), strict=True)
    rows = zip(places, frame[column].to_list(), written, strict=written is not blank)
    yield from told(rows, "names", len(frame))


def identified(
    frame: pd.DataFrame, column: str, _dates: list[str]
) -> tuple[pd.Series[str], list[Problem]]:
    """Return the identifiers of a column as text, and the cells that are no one signatory."""
    problems: list[Problem] = []
    looks = SecondLooks()
    tidied: dict[str, str] = {}
    plain = set[str]()  # of which nothing is to be said
    for where, cell, _ in _cells(frame, column):
        if cell in plain:
            continue
        tidied[cell] = tidy(cell)
        said = looks.add_entities(where[0], cell)
        # A lead may be told in words ("Ana, Bo and others"); a signatory is one.
        why = prose(cell) if column == "signatory" else ""
        if looks.garbled(*where, column, cell):
            said = True
        elif why:
            problems.append(Problem(*where, column, cell, why))
        elif column == "signatory":
            said |= looks.add_several(*where, cell)
        if not (said or why):
            plain.add(cell)
    looks.say()
    found = [tidied[cell] for cell in frame[column].to_list()]
    return pd.Series(found, frame.index, dtype=str), problems + looks.problems()


def say_near_duplicates(tables: Tables) -> None:
    """Warn of identifiers that may be one signatory; they stay apart."""
    names = set[str]().union(*(tables[key]["signatory"].unique() for key in _TABLES))
    if pairs := near_duplicates(names - {""}):
        warn(of_pairs(pairs))
