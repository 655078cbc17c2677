"""Tables as they are given become those of a corpus, or all that is wrong is said at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coalitions.corpus.cellnames import (
    identified,
    names_as_written,
    no_states,
    resolved,
    say_near_duplicates,
)
from coalitions.corpus.checking import cell_problems, key_problems
from coalitions.corpus.columns import column_problems
from coalitions.corpus.noun import noun_problems
from coalitions.corpus.stances import stance_problems, tidied
from coalitions.corpus.tidying import COLUMNS, as_text
from coalitions.corpus.universes import dates_of, dates_of_rows
from coalitions.errors import CorpusError

if TYPE_CHECKING:
    import pandas as pd


def checked(given: dict[str, pd.DataFrame], members: str) -> dict[str, pd.DataFrame]:
    """Return the tables as text, with codes for names, or refuse all that is wrong."""
    tables = {name: as_text(name, given[name]) for name in COLUMNS}
    tables["statements"] = tidied(tables["statements"])
    problems = [*column_problems(tables), *cell_problems(tables)]
    problems += stance_problems(tables["statements"])
    written = names_as_written(tables)
    read = identified
    if members == "states":
        read = partial(resolved, others=no_states(tables["signatories"]))
    dates = dates_of(tables["statements"])
    for name, column in (
        ("statements", "lead"),
        ("signatures", "signatory"),
        ("signatories", "signatory"),
    ):
        codes, refused = read(tables[name], column, dates_of_rows(name, tables[name], dates))
        tables[name] = tables[name].assign(**{column: codes})
        problems += refused
    problems += key_problems(tables, members, written)
    problems += noun_problems(tables["signatories"])
    if problems:
        raise CorpusError(problems)
    if members == "any":
        say_near_duplicates(tables)
    return tables
