"""Tables of votes → a statement for each side that somebody took in each event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.layouts import key_of
from coalitions.corpus.paths import UnreadableError
from coalitions.errors import shortened, warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalitions.corpus.asgiven import How

#: Our column → what it is called, the most telling first: by the Digital Library of the United
#: Nations (undl_id, ms_name, ms_vote), and by Voeten's data on votes in the General Assembly (rcid,
#: Countryname, unres), in both of the forms in which they go round.
KNOWN = {
    "event_id": ("event_id", "statement_id", "rcid", "resolution", "unres", "undl_id"),
    "signatory": ("signatory", "ms_name", "countryname", "country", "ms_code", "country_code"),
    "vote": ("vote", "ms_vote"),
    "date": ("date", "year"),
    "title": ("title", "descr"),
    "topic": ("topic",),
    "forum": ("forum",),
}
#: What a cell says, in small letters → the side that was taken, "" for none.
VOTES = {
    **dict.fromkeys(["y", "yes", "yea", "aye", "for", "in favour", "in favor", "+", "oui"], "yes"),
    **dict.fromkeys(["sí", "si", "ja", "pour", "да", "是", "نعم"], "yes"),
    **dict.fromkeys(["n", "no", "nay", "against", "non", "nein", "contre", "нет", "否"], "no"),
    **dict.fromkeys(["a", "abstain", "abstained", "abstains", "abstention"], "abstain"),
    **dict.fromkeys(["", "x", "absent", "not voting", "non-voting", "did not vote", "nv"], ""),
}
#: Voeten's numbers, where a column is called as his are.
NUMBERS = {"1": "yes", "2": "abstain", "3": "no", "8": "", "9": ""}


# So many columns of votes are of an event each.
_SEVERAL = 2


def of_votes(frame: pd.DataFrame, how: How, described: tuple[str, ...]) -> pd.DataFrame:
    """Return a table with a row a signature: of each event, those who voted alike.

    Parameters
    ----------
    frame : DataFrame
        A raw table with a row a vote. Columns of the Digital Library of the United Nations and of
        Voeten's data are known by name. Without a column of events, the file is one; without a
        column of votes, each column of votes is an event's, or a signatory's where rows are events.
    how : How
        Whether signatories are states.
    described : tuple of str
        Columns that describe an event where a row is one.

    Returns
    -------
    DataFrame
        ``statement_id`` is the event with ``-yes``, ``-no`` or ``-abstain`` behind it; who was
        absent has no row.
    """
    if frame.empty:
        raise UnreadableError("no rows below the header")
    if not _called(frame, KNOWN["vote"]):
        frame = _one_a_row(frame, how, described)
    found = {ours: _called(frame, names) for ours, names in KNOWN.items()}
    for ours in ("signatory", "vote"):
        if not found[ours]:
            raise UnreadableError(
                f"a table of votes needs a column {ours}: say which it is with `columns`, or call "
                f"it {' or '.join(KNOWN[ours])}",
                row=1,
                value=",".join(str(c) for c in frame if c not in (FILE, ROW))[:80],
            )
    table = pd.DataFrame({ours: frame[c] for ours, c in found.items() if c})
    table[[FILE, ROW]] = frame[[FILE, ROW]]
    if "event_id" not in table:
        table["event_id"] = (
            table[FILE].str.rpartition(".")[0].where(table[FILE].str.contains(r"\."), table[FILE])
        )
    sides = _sides(table["vote"], frame)
    table = table.assign(
        statement_id=table["event_id"] + "-" + sides,
        stance=sides,
        name_as_written=table["signatory"],
    )
    return table[sides != ""].drop(columns="vote").reset_index(drop=True)


def _one_a_row(frame: pd.DataFrame, how: How, described: tuple[str, ...]) -> pd.DataFrame:
    """Return a table with a row a vote, from one of signatories × events or the other way."""
    columns = [str(column) for column in frame if column not in (FILE, ROW)]
    said = [column for column in columns if _side_words(frame[column]).any()]
    if len(said) < _SEVERAL:
        return frame  # one column may be called otherwise: it is refused for what it lacks
    named = ((_called(frame, KNOWN[what]), what) for what in ("signatory", "event_id"))
    key, rows_are = next(((c, w) for c, w in named if c), ("", ""))
    if not key:
        key, rows_are = key_of(frame, columns, how)
    rows_are = "signatory" if rows_are == "signatory" else "event_id"
    about = described if rows_are == "event_id" else ()
    kept = [c for c in about if c in columns and c not in (key, *said)]
    voted = [c for c in said if c != key]
    if left := [c for c in columns if c not in (key, *kept, *voted)]:
        shown = ", ".join(f'"{shortened(column)}"' for column in left)
        warn(f"{frame[FILE].iloc[0]}: left out, as they hold no votes: {shown}")
    for column in voted:
        _sides(frame[column], frame)  # what is no vote is told by its own column
    wide = frame.rename(columns={key: rows_are})[[rows_are, *kept, FILE, ROW, *voted]]
    other = "event_id" if rows_are == "signatory" else "signatory"
    return wide.melt([rows_are, *kept, FILE, ROW], var_name=other, value_name="vote")


def _side_words(cells: pd.Series[str]) -> pd.Series[bool]:
    """Say of each cell whether it names a side."""
    return cells.str.casefold().map(VOTES).fillna("").astype(bool)


def _called(frame: pd.DataFrame, names: Iterable[str]) -> str:
    """Return the column that is called by one of some names; "" where none is."""
    there = {str(column).casefold(): str(column) for column in frame}
    return next((there[name] for name in names if name in there), "")


def _sides(votes: pd.Series[str], frame: pd.DataFrame) -> pd.Series[str]:
    """Return the side of each vote."""
    codes = votes.str.casefold().str.removesuffix(".0")
    meant = NUMBERS | VOTES if _called(frame, ["rcid"]) else VOTES
    wrong = ~codes.isin(list(meant))
    if wrong.any():
        first = frame[wrong].iloc[0]
        more = f" ({int(wrong.sum()):,} such cells)" if wrong.sum() > 1 else ""
        gaps = votes[wrong].str.casefold().isin(["na", "n/a", "nan", "null", "none", "."]).all()
        gap = '; who has no vote has an empty cell (in R: na = "")' if gaps else ""
        raise UnreadableError(
            f"expected a vote: yes, no, abstain (y, n, a), or absent{more}{gap}",
            int(first[ROW]),
            str(votes.name),
            votes[wrong].iloc[0],
        )
    return codes.map(meant).astype(str)
