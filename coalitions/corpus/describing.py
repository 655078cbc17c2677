"""Statements as lists imply them, and as another table describes them → one table of both."""

from __future__ import annotations

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import warn

#: Columns of a single list of signatures that describe the statement, not the signature.
OF_THE_STATEMENT = tuple(
    each for each in COLUMNS["statements"] if each not in ("statement_id", "source_url")
)


def in_two(frame: pd.DataFrame, *, unsigned: bool = False) -> dict[str, pd.DataFrame]:
    """Return the two tables that one table of signatures stands for.

    Columns that describe a statement make its statements, a row for each that is described alike.
    A row without a signatory is that of a statement which only declares how many signed, or, where
    some are ``unsigned``, of one that nobody signed.
    """
    described = described_in(frame)
    statements = frame[["statement_id", *described, FILE, ROW]]
    repeated = statements.duplicated(["statement_id", *described])
    signatures = frame.drop(columns=described)
    return {
        "statements": statements[~repeated],
        "signatures": signatures[~_nameless(frame, unsigned=unsigned)],
    }


def described_in(frame: pd.DataFrame) -> list[str]:
    """Return the columns of one table of signatures that say something of their statements.

    Who "opposed" is none of the signatories, unless the word is said of a stance beside it.
    """
    there = [column for column in OF_THE_STATEMENT if column in frame]
    return [column for column in there if column != "opposed" or "stance" in there]


def _nameless(frame: pd.DataFrame, *, unsigned: bool) -> pd.Series[bool]:
    """Say of each row whether it is there for its statement alone, which names nobody."""
    empty = frame["signatory"] == ""
    naming = frame["statement_id"][~empty].unique()
    alone = empty & ~frame["statement_id"].isin(naming)
    if not unsigned:
        alone &= (frame["declared_count"] != "") if "declared_count" in frame else False
    return alone


def with_descriptions(statements: pd.DataFrame, described: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the statements of lists, filled in with what tables of statements say of them.

    Parameters
    ----------
    statements : DataFrame
        A row a statement that has a list.
    described : list of DataFrame
        Raw tables of statements. Statements that no list names are there for their counts.

    Returns
    -------
    DataFrame
        Where both say something of a statement, and not the same, it has two rows: that is found
        as a statement that stands twice.
    """
    tables = pd.concat([_each_once(frame) for frame in described], ignore_index=True).fillna("")
    told = tables.drop_duplicates("statement_id").set_index("statement_id")
    known = statements["statement_id"].isin(told.index)
    filled = statements.copy()
    differs = pd.Series(data=False, index=statements.index)
    for column in told.columns.drop([FILE, ROW]):
        if column not in filled:
            filled[column] = ""
        said = filled["statement_id"].map(told[column]).fillna("")
        own = filled[column] != ""
        differs |= known & own & (said != "") & (said != filled[column])
        filled[column] = filled[column].where(own, said)
    here = known & ~differs
    for column in (FILE, ROW):
        theirs = filled["statement_id"].map(told[column])
        both = zip(filled[column], theirs, here, strict=True)
        filled[column] = [other if taken else own for own, other, taken in both]
    settled = set(filled["statement_id"][here])
    rest = tables[~(tables["statement_id"].isin(settled) & ~tables.duplicated("statement_id"))]
    return pd.concat([filled, rest], ignore_index=True).fillna("")


def _each_once(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out rows that say once more what an earlier one says, and say so."""
    repeated = frame.duplicated([column for column in frame if column != ROW])
    if repeated.any():
        first = frame[repeated].iloc[0]
        count = int(repeated.sum())
        what = "1 row says" if count == 1 else f"{count:,} rows say"
        warn(
            f"{first[FILE]}: {what} what an earlier one says, first row {first[ROW]} "
            f'("{first["statement_id"]}"): each is read once'
        )
    return frame[~repeated]
