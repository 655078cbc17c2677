"""A corpus at a glance: its ledger, and what can be said of it in four lines."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.dates import span

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How far a list reaches → how that is said of several lists; in the order of sentences.
REACHES = {
    "complete": "complete",
    "partial": "known in part",
    "count only": "known only by their count",
    "undeclared": "without a declared count, taken as printed",
    "unknown": "of which neither a name nor a count is known",
    "over": "with more names than declared",
}
#: Most rows that a notebook shows; the first and the last of more.
_ROWS = 20


def ledger(declared: pd.Series[int], named: pd.Series[int]) -> pd.DataFrame:
    """Return, statement by statement, how many are declared, named, unnamed, and what that means.

    Examples
    --------
    >>> declared = pd.Series([3, pd.NA], index=["a", "b"], dtype="Int64")
    >>> ledger(declared, pd.Series([1, 2], index=["a", "b"]))["status"].tolist()
    ['partial', 'undeclared']
    """
    rows = zip(declared, named, strict=True)
    return pd.DataFrame(
        {
            "statement_id": declared.index,
            "declared": declared.array,
            "named": named.array,
            "unnamed": (declared - named).clip(lower=0).array,
            "status": [_reach(None if pd.isna(d) else int(d), int(k)) for d, k in rows],
        }
    )


def _reach(declared: int | None, named: int) -> str:
    if declared is None:
        return "undeclared" if named else "unknown"
    if named > declared:
        return "over"
    if named == declared:
        return "complete"
    return "partial" if named else "count only"


def reaches(statuses: Iterable[str]) -> str:
    """Return how many lists reach how far, in words.

    Examples
    --------
    >>> reaches(["complete", "partial", "complete"])
    '2 complete, 1 known in part'
    """
    found = list(statuses)
    counts = {words: found.count(status) for status, words in REACHES.items()}
    return ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)


def named_of(number: int, words: tuple[str, str], possible: int | None) -> str:
    """Return how many are named, and of how many, where somebody said who could have signed.

    Examples
    --------
    >>> named_of(91, ("state", "states"), 195), named_of(1, ("senator", "senators"), None)
    ('91 states named, of 195 that could have signed', '1 senator named')
    """
    text = f"{number:,} {words[number != 1]} named"
    return text if possible is None else f"{text}, of {possible:,} that could have signed"


def in_four_lines(table: pd.DataFrame, dates: Iterable[str], signatories: str) -> str:
    """Return what a corpus holds: statements, signatories, dates, completeness.

    Parameters
    ----------
    table : DataFrame
        The ledger.
    dates : iterable of str
        Those of the statements, empty where there is none.
    signatories : str
        How many are named, in words.

    Examples
    --------
    >>> table = ledger(pd.Series([3], index=["a"]), pd.Series([1], index=["a"]))
    >>> print(in_four_lines(table, ["2020-10-06"], "1 state named"))
    statements    1
    signatories   1 state named
    dates         6 October 2020
    completeness  1 known in part
    """
    said = {
        "statements": f"{len(table):,}",
        "signatories": signatories,
        "dates": span(dates),
        "completeness": reaches(table["status"]) or "no list",
    }
    return "\n".join(f"{what:<12}  {words}" for what, words in said.items())


def as_html(table: pd.DataFrame, text: str) -> str:
    """Return a ledger with some lines above it, for a notebook."""
    cells = table.astype(object).where(table.notna(), "–")
    with pd.option_context("display.max_colwidth", None):  # ids stay whole
        shown = cells.to_html(index=False, border=0, max_rows=_ROWS)
    return f"<pre>{escape(text)}</pre>\n{shown}"
