"""The spellings of raw tables that are no state, each once, with what helps to decide on them."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions import names
from coalitions.corpus.cellnames import no_states
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.tidying import as_text
from coalitions.corpus.universes import dates_of, dates_of_rows
from coalitions.errors import place
from coalitions.names import spelling_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    Tables = dict[str, pd.DataFrame]

#: Where names stand: table and column.
NAMED = (("signatures", "signatory"), ("statements", "lead"), ("signatories", "signatory"))
#: How many candidates of a spelling are named, and how many names before and after it.
CANDIDATES, NEAR = 3, 2
#: The columns of `open_spellings`.
OPEN_COLUMNS = [
    names.SPELLING,
    names.DECISION,
    "count",
    "first",
    "around",
    *(f"candidate_{n}" for n in range(1, CANDIDATES + 1)),
]


def open_spellings(tables: Tables) -> pd.DataFrame:
    """Return the spellings that resolve to no state, each once, the most frequent first.

    Returns
    -------
    DataFrame
        ``spelling``, ``decision`` (empty), ``count``, ``first`` (file and row), ``around`` (the
        names before and after it), ``candidate_1`` to ``candidate_3`` (code and name).
    """
    code_in, dates = functools.cache(names.code_in), dates_of(tables["statements"])
    kept = no_states(tables["signatories"])
    places = defaultdict[str, list[tuple[str, str]]](list)
    first = dict[str, tuple[str, str]]()
    for table, column in NAMED:
        if column not in tables[table]:
            continue
        frame = as_text(table, tables[table])
        when = dates_of_rows(table, frame, dates)
        for (row, around), date in zip(_in_context(frame, column), when, strict=True):
            cell = row[column]
            if cell and cell not in kept and not code_in(cell, date):
                key = spelling_key(cell)
                first.setdefault(key, (cell, date))
                places[key].append((place(row[FILE], int(row[ROW])), around))
    rows = [
        {
            names.SPELLING: key,
            names.DECISION: "",
            "count": len(found),
            "first": found[0][0],
            "around": found[0][1],
            **_candidates(*first[key]),
        }
        for key, found in sorted(places.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    return pd.DataFrame(rows, columns=OPEN_COLUMNS)


def _in_context(frame: pd.DataFrame, column: str) -> Iterator[tuple[dict[Hashable, Any], str]]:
    """Yield each row with the names around it under the same statement."""
    rows = frame.to_dict("records")
    for n, row in enumerate(rows):
        near = [
            f"[{other[column]}]" if other is row else other[column]
            for other in rows[max(0, n - NEAR) : n + NEAR + 1]
            if column == "signatory" and other.get("statement_id") == row.get("statement_id")
        ]
        yield row, "; ".join(near) or str(row.get("statement_id", ""))


def _candidates(cell: str, date: str) -> dict[str, str]:
    """Return what a spelling may mean: codes and names, three at most."""
    known = names.tables().states
    codes = {row["name"]: code for code, row in known.items()}
    suggestions = list(names.resolve(cell, date).suggestions)
    if not suggestions:
        parts = [names.resolve(part, date).signatory for part in names.split_list(cell)]
        suggestions = [known[code]["name"] for code in parts if code]
    # A state that is no more comes first: without a date its name is refused.
    itself = [known[code]["name"] for code in names.former_codes(names.normalise(cell))]
    suggestions = [*itself, *suggestions]
    told = [f"{codes[name]} {name}" for name in dict.fromkeys(suggestions)][:CANDIDATES]
    filled = [*told, *[""] * CANDIDATES][:CANDIDATES]
    return {f"candidate_{n}": text for n, text in enumerate(filled, 1)}
