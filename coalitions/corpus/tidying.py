"""The canonical form of the tables of a corpus, whatever they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.noun import NOUN
from coalitions.dates import earliest_first, iso

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

#: The columns of each table, in order; whatever else a table holds comes after them.
COLUMNS = {
    "statements": (
        "statement_id",
        "event_id",
        "date",
        "forum",
        "topic",
        "stance",
        "opposed",
        "lead",
        "declared_count",
        "superseded_by",
        "series",
        "title",
        "label",
        "source_name",
        "source_url",
        "notes",
    ),
    "signatures": (
        "statement_id",
        "signatory",
        "name_as_written",
        "role",
        "via",
        "source_url",
        "evidence",
    ),
    "signatories": ("signatory", "name", "short", "kind", "group"),
    "claims": (
        "claim_id",
        "date",
        "quantity",
        "statements",
        "qualifier",
        "count",
        "source_name",
        "source_url",
        "notes",
    ),
}


def as_text(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table as text, with every column it may have and where each row stands."""
    frame = frame.reset_index(drop=True)
    there = texts(frame[[c for c in COLUMNS[name] if c in frame]])
    text = pd.DataFrame(
        {c: there[c] if c in there else [""] * len(frame) for c in COLUMNS[name]}, dtype=str
    )
    for column in (c for c in frame if c not in text):
        text[column] = frame[column]
    if FILE not in text:
        text[FILE], text[ROW] = name, range(2, len(text) + 2)
    return text


def texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return every cell as a person would write it, "" for a gap.

    A long column has few different texts: each is looked at once.

    Examples
    --------
    >>> texts(pd.DataFrame({"who": [" Cuba ", None], "n": [45.0, 3.5]})).to_numpy().tolist()
    [['Cuba', '45'], ['', '3.5']]
    """
    return pd.DataFrame(
        {
            column: pd.Series(_texts(cells), frame.index, dtype=str)
            for column, cells in frame.astype(object).where(frame.notna(), "").items()
        },
        index=frame.index,
        columns=frame.columns,
    )


def _texts(cells: pd.Series[Any]) -> list[str]:
    known: dict[str, str] = {}
    found = []
    for cell in cells.to_list():
        text = known.get(cell) if type(cell) is str else cell_text(cell)
        if text is None:
            text = known[cell] = cell_text(cell)
        found.append(text)
    return found


def cell_text(value: object) -> str:
    """Return a cell as a person would write it: dates without time, whole numbers without point.

    Examples
    --------
    >>> cell_text(pd.Timestamp("2020-10-06 12:00")), cell_text(45.0), cell_text(" Cuba ")
    ('2020-10-06', '45', 'Cuba')
    """
    if day := iso(value):
        return day
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def typed(frame: pd.DataFrame, count: str) -> pd.DataFrame:
    """Return the table with its column of counts as integers, NA where there is none."""
    numbers = pd.to_numeric(frame[count].replace("", None)).astype("Int64")
    return frame.assign(**{count: numbers})


def in_order(statements: pd.DataFrame) -> pd.DataFrame:
    """Return the statements by date, those without a date last; then by file as given; then by id.

    Examples
    --------
    >>> table = pd.DataFrame({"statement_id": ["s", "a"], "date": "", FILE: ["s.txt", "a.txt"]})
    >>> in_order(table)["statement_id"].tolist()
    ['s', 'a']
    """
    files = pd.Series(pd.factorize(statements[FILE])[0], statements.index)
    dates = statements["date"].map(earliest_first)
    return (
        statements.assign(_order=dates, _typed=files)
        .sort_values(["_order", "_typed", "statement_id"])
        .drop(columns=["_order", "_typed"])
    )


def all_signatories(tables: dict[str, pd.DataFrame], members: str) -> pd.DataFrame:
    """Return who could have signed: as given, or all states; and whoever else is named."""
    columns = list(COLUMNS["signatories"])
    given = tables["signatories"].drop(columns=[FILE, ROW, NOUN], errors="ignore")
    named = set(tables["signatures"]["signatory"].unique())
    if members == "any":
        named_only = sorted(named - set(given["signatory"]))
        others = pd.DataFrame({"signatory": named_only}, dtype=str)
        table = pd.concat([given, others], ignore_index=True).fillna("")
        for column, other in (("name", "signatory"), ("short", "name")):
            table[column] = table[column].where(table[column] != "", table[other])
        return table.sort_values("signatory")
    told = {row["signatory"]: row for row in given[columns].to_dict("records")}
    rows = [_told(code, told.get(code, {})) for code in sorted(_who(set(told)) | named)]
    table = pd.DataFrame(rows, columns=columns, dtype=str)
    if len(given.columns) == len(columns):
        return table
    extra = given.drop(columns=columns[1:])
    return table.merge(extra, on="signatory", how="left").fillna("")


def _who(told: set[str]) -> set[str]:
    """Return who could have signed: the states that are given, or all; and whoever else is."""
    known = names.tables().states
    states = told & set(known) or {c for c, row in known.items() if row["kind"] != APART}
    return states | told


def _told(code: str, own: Mapping[Hashable, str]) -> dict[str, str]:
    """Return what is known of one who could have signed: what the user says, else the gazetteer.

    Who is no state has a name and a label, the identifier where none is given. A state's name, if
    it is not the UN's own, is its label.
    """
    known = names.tables().states.get(code, {"name": code})
    name = own.get("name") or known["name"]
    label = own.get("short") or (name if name != known["name"] else known.get("short", name))
    rest = {column: own.get(column) or known.get(column, "") for column in ("kind", "group")}
    return {"signatory": code, "name": name, "short": label, **rest}


#: What the column ``kind`` says of those who are states here, and of who is named apart.
STATES, APART = ("member", "observer"), "non-member"


def statuses(signatories: pd.DataFrame, members: str) -> dict[str, str]:
    """Return what each signatory is to the United Nations; of no states, what ``kind`` says.

    A ``kind`` of the user's own ("donor") says nothing of a state: then the gazetteer does.

    Examples
    --------
    >>> table = pd.DataFrame({"signatory": ["EUE", "FJI", "VAT"], "kind": ["", "donor", ""]})
    >>> statuses(table, "states")
    {'EUE': 'non-member', 'FJI': 'member', 'VAT': 'observer'}
    """
    told = dict(zip(signatories["signatory"], signatories["kind"], strict=True))
    if members != "states":
        return told
    known = names.tables().states
    return {
        code: kind if kind in (*STATES, APART) else known[code]["kind"]
        for code, kind in told.items()
    }


def apart_from_states(signatories: pd.DataFrame, members: str) -> frozenset[str]:
    """Return who is neither a member nor an observer of the United Nations, among states.

    Examples
    --------
    >>> table = pd.DataFrame({"signatory": ["EUE", "FJI", "VAT"], "kind": ["", "donor", ""]})
    >>> apart_from_states(table, "states"), apart_from_states(table, "any")
    (frozenset({'EUE'}), frozenset())
    """
    if members != "states":
        return frozenset()
    found = statuses(signatories, members)
    return frozenset(code for code, status in found.items() if status not in STATES)
