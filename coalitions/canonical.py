"""The canonical form of the tables of a corpus, whatever they were made from."""

from __future__ import annotations

import pandas as pd

from coalitions import gazetteer
from coalitions.tables import FILE, ROW

#: The columns of each table, in order; whatever else a table holds comes after them.
COLUMNS = {
    "statements": (
        "statement_id",
        "event_id",
        "date",
        "forum",
        "topic",
        "stance",
        "lead",
        "declared_count",
        "superseded_by",
        "series",
        "title",
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
    text = frame.reset_index(drop=True)
    for column in COLUMNS[name]:
        if column not in text:
            text[column] = ""
    if FILE not in text:
        text[FILE], text[ROW] = name, range(2, len(text) + 2)
    rest = [c for c in text if c not in COLUMNS[name]]
    cells = text[list(COLUMNS[name])].astype(object)
    cells = cells.where(cells.notna(), "").map(_cell).astype(str)
    return cells.join(text[rest]).reset_index(drop=True)


def _cell(value: object) -> str:
    """Return a cell as a person would write it: dates without time, whole numbers without point."""
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def typed(frame: pd.DataFrame, count: str) -> pd.DataFrame:
    """Return the table with its column of counts as integers, NA where there is none."""
    numbers = pd.to_numeric(frame[count].replace("", None)).astype("Int64")
    return frame.assign(**{count: numbers})


def in_order(statements: pd.DataFrame) -> pd.DataFrame:
    """Return the statements by date, those without a date last, then by id."""
    undated = statements["date"].replace("", "9999")
    return (
        statements.assign(_order=undated)
        .sort_values(["_order", "statement_id"])
        .drop(columns="_order")
    )


def all_signatories(tables: dict[str, pd.DataFrame], members: str) -> pd.DataFrame:
    """Return who could have signed: as given, or all states; and whoever else is named."""
    columns = list(COLUMNS["signatories"])
    given = tables["signatories"].drop(columns=[FILE, ROW])
    named = set(tables["signatures"]["signatory"])
    if members == "any":
        named_only = sorted(named - set(given["signatory"]))
        others = pd.DataFrame({"signatory": named_only}, dtype=str)
        table = pd.concat([given, others], ignore_index=True).fillna("")
        for column in ("name", "short"):
            table[column] = table[column].where(table[column] != "", table["signatory"])
        return table.sort_values("signatory")
    known = gazetteer.states()[columns]
    wanted = set(given["signatory"]) or set(known["signatory"][known["kind"] != "non-member"])
    table = known[known["signatory"].isin(wanted | named)].set_index("signatory")
    table.update(given.set_index("signatory").replace("", None))
    extra = given.drop(columns=columns[1:])
    return (
        table.reset_index()
        .merge(extra, on="signatory", how="left")
        .fillna("")
        .sort_values("signatory")
    )
