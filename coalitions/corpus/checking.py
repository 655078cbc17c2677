"""What raw tables must fulfil to be a corpus; every problem is found, none stops the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW
from coalitions.dates import is_date_or_part, meant
from coalitions.errors import Problem, place

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    Tables = dict[str, pd.DataFrame]

#: Digits of the largest count: a billion would be a slip.
DIGITS = 9
ROLES = ("lead", "signatory")
QUANTITIES = ("size", "union", "overlap")
QUALIFIERS = ("exactly", "nearly", "more than", "at least", "at most", "fewer than")


def _is_written(cells: pd.Series[str]) -> pd.Series[bool]:
    return cells != ""


def _are_dates(cells: pd.Series[str]) -> pd.Series[bool]:
    # Each different text is looked at once: a column of a long list has few.
    return cells.isin([text for text in cells.unique() if is_date_or_part(text)])


def _are_counts(cells: pd.Series[str]) -> pd.Series[bool]:
    """Say of each cell whether it is empty or a whole number, 0 or more."""
    return cells.str.fullmatch(f"[0-9]{{0,{DIGITS}}}")


def _one_of(choices: tuple[str, ...]) -> Callable[[pd.Series[str]], pd.Series[bool]]:
    return lambda cells: cells.isin(choices)


def _expectation(choices: tuple[str, ...]) -> str:
    return "expected " + ", ".join(f'"{choice}"' for choice in choices)


_WRITTEN = (_is_written, "expected something here")
#: What is said of a last row with one cell.
_NOTE = "; a note below a table is left out"
_DATE = (_are_dates, "expected a date as YYYY-MM-DD, YYYY-MM or YYYY, or nothing")
_COUNT = (_are_counts, "expected a whole number, 0 or more, or nothing")

#: Table → column → which of its cells are as they must be, and how to say what is expected. Absent
#: columns are not checked.
CELLS: dict[str, dict[str, tuple[Callable[[pd.Series[str]], pd.Series[bool]], str]]] = {
    "statements": {
        "statement_id": _WRITTEN,
        "date": _DATE,
        "declared_count": _COUNT,
    },
    "signatures": {
        "statement_id": _WRITTEN,
        "signatory": _WRITTEN,
        "role": (_one_of(("", *ROLES)), f"{_expectation(ROLES)} or nothing"),
    },
    "signatories": {"signatory": _WRITTEN},
    "claims": {
        "claim_id": _WRITTEN,
        "date": _DATE,
        "quantity": (_one_of(QUANTITIES), _expectation(QUANTITIES)),
        "qualifier": (_one_of(QUALIFIERS), _expectation(QUALIFIERS)),
        "count": (
            lambda cells: _is_written(cells) & _are_counts(cells),
            "expected a whole number, 0 or more",
        ),
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
    """Yield every cell that is not what its column holds, column by column."""
    for name, checks in CELLS.items():
        frame = tables[name]
        for column, (test, expected) in checks.items():
            for row in _rows(frame, ~test(frame[column]).astype(bool)):
                hint = of_what_is_meant(row[column]) if test is _are_dates else ""
                is_last = len(frame) > 1 and row[ROW] == frame[ROW].iloc[-1]
                hint = _NOTE if test is _is_written and is_last and _is_alone(row) else hint
                yield _problem(row, column, f"{expected}{hint}")


def _is_alone(row: dict[Hashable, Any]) -> bool:
    """Say whether one cell of a row is filled, beside those that say where it stands."""
    return sum(bool(cell) for column, cell in row.items() if column not in (FILE, ROW)) == 1


def of_what_is_meant(cell: str) -> str:
    """Return which day a cell may mean that is no date, to be put behind what was expected.

    Examples
    --------
    >>> of_what_is_meant("28/05/2024"), of_what_is_meant("1/2/2020"), of_what_is_meant("soon")
    (' (is 2024-05-28 meant?)', ' (is 2020-02-01 meant, or 2020-01-02?)', '')
    """
    days = meant(cell)
    if not days:
        return ""
    return f" (is {days[0]} meant{''.join(f', or {day}' for day in days[1:])}?)"


def key_problems(
    tables: Tables, members: str, written: dict[str, pd.Series[str]]
) -> Iterator[Problem]:
    """Yield every row that stands twice, and every statement that is used wrongly.

    ``written`` has, for tables of signatories, each row's name as its source writes it.
    """
    for name, key in KEYS.items():
        advice = _TWICE[members if name == "signatures" else name]
        names = written.get(name, tables[name][key[-1]])
        yield from _repeated(tables, name, names, advice)
    statements = set(tables["statements"]["statement_id"])
    for name, column in (("signatures", "statement_id"), ("statements", "superseded_by")):
        unknown = ~tables[name][column].isin(statements | {""})
        expected = "no such statement: add it to statements.csv, or correct the id"
        for row in _rows(tables[name], unknown):
            yield _problem(row, column, expected)
    yield from _labels_alike(tables["statements"])
    yield from _circles(tables["statements"])
    signatories = set(tables["signatures"]["signatory"].unique()) - {""}
    ids = tables["statements"]["statement_id"]
    for row in _rows(tables["statements"], ids.isin(signatories)):
        expected = "also a signatory: give the statement another id"
        yield _problem(row, "statement_id", expected)
    for row in tables["claims"].to_dict("records"):
        yield from _claim_problems(row, statements)


def _rows(frame: pd.DataFrame, chosen: pd.Series[bool]) -> list[dict[Hashable, Any]]:
    """Return the rows that are chosen: mostly none, which pandas takes long to tell of."""
    return frame[chosen].to_dict("records") if chosen.any() else []


def _problem(row: dict[Hashable, Any], column: str, expected: str) -> Problem:
    return Problem(row[FILE], int(row[ROW]), column, row[column], expected)


#: What to do about a row that stands twice: no advice may cost a signatory.
_TWICE = {
    "statements": "remove one, or give one of the two another id",
    "states": "keep one, or correct the one that means another state",
    "any": (
        "if it is one signatory, keep one; if they are several, number them "
        '("{0} 1", "{0} 2"), or declare how many signed (declared_count) and list who is named'
    ),
    "signatories": "keep one, or tell the two apart",
    "claims": "remove one, or give one of the two another id",
}


def _repeated(tables: Tables, name: str, written: pd.Series[str], advice: str) -> Iterator[Problem]:
    """Yield the rows whose key stands in an earlier row."""
    frame, key = tables[name], KEYS[name]
    again = frame.duplicated(key)
    repeated = frame[again & (frame[key] != "").all(axis=1)] if again.any() else frame[:0]
    if repeated.empty:
        return
    earlier = frame.drop_duplicates(key)
    first_of = dict(zip(_keys(earlier, key), earlier.to_dict("records"), strict=True))
    first_written = dict(zip(_keys(earlier, key), written[earlier.index], strict=True))
    lists = set(tables["signatures"][FILE].unique())
    columns = [str(column) for column in frame.columns.drop([FILE, ROW])]
    what = "under the same statement" if name == "signatures" else f"in the {name}"
    for (here, row), keys in zip(
        zip(written[repeated.index], repeated.to_dict("records"), strict=True),
        _keys(repeated, key),
        strict=True,
    ):
        first, there = first_of[keys], first_written[keys]
        if name == "statements" and row[FILE] == first[FILE] and row[FILE] in lists:
            for column in (c for c in columns if row[c] != first[c]):
                expected = f'row {first[ROW]} has "{first[column]}" for the same statement'
                yield _problem(row, column, f"{expected}: write the same in each row")
            continue
        where = place(first[FILE], int(first[ROW]))
        expected = f"stands twice {what}, first in {where}: {advice.format(here)}"
        if {here, there} != {keys[-1]}:
            expected = (
                f'this and "{there}" ({where}) are both {keys[-1]}, {what}: {advice.format(here)}'
            )
        yield Problem(row[FILE], int(row[ROW]), key[-1], here, expected)


def _keys(frame: pd.DataFrame, key: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(frame[column] for column in key), strict=True))


def _labels_alike(statements: pd.DataFrame) -> Iterator[Problem]:
    """Yield the labels that an earlier statement has."""
    labelled = statements[statements["label"] != ""].drop_duplicates("statement_id")
    first = labelled.drop_duplicates("label").set_index("label")["statement_id"]
    for row in _rows(labelled, labelled.duplicated("label")):
        expected = f"{first[row['label']]} is called so, too: a label tells one from the others"
        yield _problem(row, "label", expected)


def _circles(statements: pd.DataFrame) -> Iterator[Problem]:
    """Yield the statements that are, over one or more steps, their own later version."""
    replaced = statements[statements["superseded_by"] != ""]
    later = dict(zip(replaced["statement_id"], replaced["superseded_by"], strict=True))
    circular, known = set[str](), set[str]()
    for start in later:
        path, version = dict[str, None](), start
        while version in later and version not in path and version not in known:
            path[version] = None
            version = later[version]
        if version in path:
            passed = list(path)
            circular.update(passed[passed.index(version) :])
        known.update(path)
    for row in _rows(statements, statements["statement_id"].isin(circular)):
        yield _problem(row, "superseded_by", "a statement cannot be its own later version")


def _claim_problems(row: dict[Hashable, Any], known: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the statements that a claim is about."""
    ids = row["statements"].split(";")
    for statement in (s for s in ids if s not in known):
        expected = "no such statement: separate several ids by ;"
        yield Problem(row[FILE], int(row[ROW]), "statements", statement, expected)
    needed = {"size": 1, "overlap": 2}.get(row["quantity"], len(ids))
    if len(ids) != needed:
        expected = f"{len(ids)} statements: the {row['quantity']} is that of {needed}"
        yield _problem(row, "statements", expected)


def size_problems(
    statements: pd.DataFrame, named: pd.Series[int], could: pd.Series[int]
) -> list[Problem]:
    """Return the statements that declare more signatories than could have signed them."""
    declared = pd.to_numeric(statements["declared_count"], errors="coerce")
    too_many = statements.assign(_could=could)[(declared > could) & (declared > named)]
    return [
        _problem(
            row,
            "declared_count",
            f"more than the universe of {row['_could']}: correct the count, or give a larger "
            "universe",
        )
        for row in too_many.to_dict("records")
    ]
