"""What raw tables must fulfil to be a corpus; every problem is found, none stops the search."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pandas as pd

from coalitions import names
from coalitions.errors import Problem
from coalitions.tables import FILE, ROW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tables = dict[str, pd.DataFrame]

STANCES = ("support", "critical")
ROLES = ("lead", "signatory")
QUANTITIES = ("size", "union", "overlap")
QUALIFIERS = ("exactly", "nearly", "more than", "at least", "at most", "fewer than")


def is_date(text: str) -> bool:
    """Say whether a text is empty or a date as YYYY-MM-DD."""
    if not text:
        return True
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_count(text: str) -> bool:
    """Say whether a text is empty or a whole number, 0 or more."""
    return not text or (text.isascii() and text.isdigit())


def _one_of(choices: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda text: text in ("", *choices)


def _expectation(choices: tuple[str, ...]) -> str:
    return "expected " + ", ".join(f'"{choice}"' for choice in choices) + " or nothing"


_WRITTEN = (bool, "expected something here")
_DATE = (is_date, "expected a date as YYYY-MM-DD, or nothing")
_COUNT = (is_count, "expected a whole number, 0 or more, or nothing")

#: Table → column → what each cell must be, and how to say so. Absent columns are not checked.
CELLS: dict[str, dict[str, tuple[Callable[[str], bool], str]]] = {
    "statements": {
        "statement_id": _WRITTEN,
        "date": _DATE,
        "stance": (_one_of(STANCES), _expectation(STANCES)),
        "declared_count": _COUNT,
    },
    "signatures": {
        "statement_id": _WRITTEN,
        "role": (_one_of(ROLES), _expectation(ROLES)),
    },
    "signatories": {"signatory": _WRITTEN},
    "claims": {
        "claim_id": _WRITTEN,
        "date": _DATE,
        "quantity": (QUANTITIES.__contains__, _expectation(QUANTITIES)[: -len(" or nothing")]),
        "qualifier": (QUALIFIERS.__contains__, _expectation(QUALIFIERS)[: -len(" or nothing")]),
        "count": (lambda text: bool(text) and is_count(text), "expected a whole number, 0 or more"),
    },
}

#: Table → columns that must be unique together.
KEYS = {
    "statements": ["statement_id"],
    "signatures": ["statement_id", "signatory"],
    "signatories": ["signatory"],
    "claims": ["claim_id"],
}


def cell_problems(tables: Tables) -> Iterator[Problem]:
    """Yield every cell that is not what its column holds, by a pandera schema a table."""
    import pandera.pandas as pa  # noqa: PLC0415 - takes a second to load

    for name, checks in CELLS.items():
        frame = tables[name]
        schema = pa.DataFrameSchema(
            {
                column: pa.Column(checks=pa.Check(test, element_wise=True), required=False)
                for column, (test, _) in checks.items()
            }
        )
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as errors:
            places = frame[[FILE, ROW]].to_dict("index")
            for case in errors.failure_cases.to_dict("records"):
                place, column = places[case["index"]], case["column"]
                yield Problem(
                    place[FILE], int(place[ROW]), column, case["failure_case"], checks[column][1]
                )


def key_problems(tables: Tables) -> Iterator[Problem]:
    """Yield every row that stands twice, and every reference to a statement that is not there."""
    for name, key in KEYS.items():
        frame = tables[name]
        for _, row in frame[frame.duplicated(key) & (frame[key] != "").all(axis=1)].iterrows():
            same = (frame[key] == row[key]).all(axis=1)
            first = frame[same].iloc[0]
            what = "under the same statement" if name == "signatures" else f"in the {name}"
            expected = f"stands twice {what}, first in {first[FILE]}, row {first[ROW]}: remove one"
            yield Problem(row[FILE], int(row[ROW]), key[-1], row[key[-1]], expected)

    known = set(tables["statements"]["statement_id"]) | {""}
    references = [("signatures", "statement_id"), ("statements", "superseded_by")]
    for name, column in references:
        frame = tables[name]
        for _, row in frame[~frame[column].isin(known)].iterrows():
            expected = "no such statement: add it to statements.csv, or correct the id"
            yield Problem(row[FILE], int(row[ROW]), column, row[column], expected)
    for _, row in tables["claims"].iterrows():
        for statement in row["statements"].split(";"):
            if statement not in known - {""}:
                expected = "no such statement: separate several ids by ;"
                yield Problem(row[FILE], int(row[ROW]), "statements", statement, expected)


def resolved(frame: pd.DataFrame, column: str) -> tuple[pd.Series[str], list[Problem]]:
    """Return the codes of a column of states, and the cells that name none.

    A cell may hold an ISO 3166-1 alpha-3 code or a name. Where the row also says how the source
    writes the name, and that spelling is another state's, one of the two is wrong.
    """
    problems: list[Problem] = []
    codes: list[str] = []
    for _, row in frame.iterrows():
        cell, written = row[column], row.get("name_as_written", "")
        place = (row[FILE], int(row[ROW]))
        found = names.resolve(cell)
        code = cell if names.known(cell) else found.signatory
        if cell and code is None:
            text = names.refusal(found).removeprefix(f'"{cell}"').strip()
            problems.append(Problem(*place, column, cell, text))
        meant = names.resolve(written).signatory if written else None
        if code and meant and meant != code:
            text = f"the name as written is {meant}, not {code}: correct one of the two"
            problems.append(Problem(*place, "name_as_written", written, text))
        codes.append(code or "")
    return pd.Series(codes, frame.index, dtype=str), problems


def size_problems(statements: pd.DataFrame, named: pd.Series[int], universe: int) -> list[Problem]:
    """Return the statements that declare more signatories than there are to sign."""
    declared = pd.to_numeric(statements["declared_count"], errors="coerce")
    too_many = statements[(declared > universe) & (declared > named)]
    expected = f"more than the universe of {universe}: correct the count, or give a larger universe"
    return [
        Problem(row[FILE], int(row[ROW]), "declared_count", row["declared_count"], expected)
        for _, row in too_many.iterrows()
    ]


def unwritten(signatures: pd.DataFrame) -> list[Problem]:
    """Return the rows that name no signatory."""
    empty = signatures[signatures["signatory"] == ""]
    return [
        Problem(row[FILE], int(row[ROW]), "signatory", "", "expected something here")
        for _, row in empty.iterrows()
    ]
