"""Tables of votes → a statement for each side that somebody took in each event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.paths import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def of_votes(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with a row a signature: of each event, those who voted alike.

    Parameters
    ----------
    frame : DataFrame
        A raw table with a row a vote. Columns of the Digital Library of the United Nations and of
        Voeten's data are known by name. Without a column of events, the file is one.

    Returns
    -------
    DataFrame
        ``statement_id`` is the event with ``-yes``, ``-no`` or ``-abstain`` behind it; who was
        absent has no row.
    """
    if frame.empty:
        raise UnreadableError("no rows below the header")
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
        raise UnreadableError(
            f"expected a vote: yes, no, abstain (y, n, a), or absent{more}",
            int(first[ROW]),
            str(votes.name),
            votes[wrong].iloc[0],
        )
    return codes.map(meant).astype(str)
