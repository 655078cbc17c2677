"""What raw tables must fulfil to be a corpus; every problem is found, none stops the search."""

from __future__ import annotations

import functools
from itertools import repeat
from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.dates import is_date_or_part
from coalitions.errors import Problem, place, warn
from coalitions.names import SecondLooks, near_duplicates, of_pairs, prose, tidy

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
                yield _problem(row, column, expected)


def names_as_written(tables: Tables) -> dict[str, pd.Series[str]]:
    """Return, for tables of signatories, each row's name as its source writes it."""
    source = tables["signatures"]["name_as_written"]
    return {
        "signatures": source.where(source != "", tables["signatures"]["signatory"]),
        "signatories": tables["signatories"]["signatory"],
    }


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
    plain: dict[tuple[str, str, str], str] = {}  # of which nothing is to be said
    for (where, cell, written), date in zip(_cells(frame, column), dates, strict=True):
        if (known := plain.get((cell, written, date))) is not None:
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
            plain[cell, written, date] = code
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
    yield from zip(places, frame[column].to_list(), written, strict=written is not blank)


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
    names = {*tables["signatures"]["signatory"], *tables["signatories"]["signatory"]}
    if pairs := near_duplicates(names - {""}):
        warn(of_pairs(pairs))


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
