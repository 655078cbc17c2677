"""The canonical form of the tables of a corpus, whatever they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.noun import NOUN
from coalitions.dates import earliest_first, iso

if TYPE_CHECKING:
    from collections.abc import Collection

#: The columns of each table, in order; whatever else a table holds comes after them.
COLUMNS = {
    "statements": (
        "statement_id",
        "event_id",
        "date",
        "forum",
        "topic",
        "about",
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
    each = cells.to_list()
    if set(map(type, each)) <= {str}:
        texts_of = {cell: cell_text(cell) for cell in set(each)}
        return [texts_of[cell] for cell in each]
    known: dict[str, str] = {}
    found = []
    for cell in each:
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
    >>> cell_text({"Peru", "Cuba"}), cell_text(["Bosnia and Herzegovina", "Chad"])
    ('Cuba; Peru', 'Bosnia and Herzegovina; Chad')
    """
    if day := iso(value):
        return day
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    if isinstance(value, (list, tuple, np.ndarray)):  # several names in one cell
        return "; ".join(map(cell_text, value))
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


def given_states(signatories: pd.DataFrame) -> set[str]:
    """Return the states of which somebody said that they could have signed, by code."""
    return {code for code in signatories["signatory"] if names.known(code)}


def all_signatories(
    tables: dict[str, pd.DataFrame], members: str, could: Collection[str]
) -> pd.DataFrame:
    """Return who could have signed: as given, or some states; and whoever else is named."""
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
    known = names.states()[columns]
    others = given[~given["signatory"].isin(set(known["signatory"]))][columns]
    wanted = given_states(given) or set(could)
    known = pd.concat([known, _named(others)])
    wanted |= set(others["signatory"])
    table = known[known["signatory"].isin(wanted | named)].set_index("signatory")
    table.update(_labelled(given, known).set_index("signatory").replace("", None))
    extra = given.drop(columns=columns[1:])
    return (
        table.reset_index()
        .merge(extra, on="signatory", how="left")
        .fillna("")
        .sort_values("signatory")
    )


def _named(others: pd.DataFrame) -> pd.DataFrame:
    """Return who is no state with a name and a label, the identifier where none is given."""
    name = others["name"].where(others["name"] != "", others["signatory"])
    return others.assign(name=name, short=others["short"].where(others["short"] != "", name))


def _labelled(given: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the user's names as labels, where they are not the UN's own names."""
    official = given["signatory"].map(known.set_index("signatory")["name"])
    own = (given["name"] != "") & (given["name"] != official) & (given["short"] == "")
    return given.assign(short=given["short"].where(~own, given["name"]))


#: What the column ``kind`` says of those who are states here, and of who is named apart.
STATES, APART = ("member", "observer", names.FORMER), "non-member"


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
