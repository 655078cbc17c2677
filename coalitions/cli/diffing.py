"""What differs between two corpora or reports, on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.cli import printing
from coalitions.cli.chosen import CHOICES, corpus_of
from coalitions.files import say, write
from coalitions.findings import difference_note
from coalitions.report import corpus_of_report, is_report
from coalitions.tables import compare_corpora

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus


def show_differences(old: str, new: str, style: str, chosen: dict[str, Any]) -> None:
    """Print what differs: rows as a table, CSV or JSON; sentences as Markdown."""
    before, now = (_corpus(given, chosen) for given in (old, new))
    table = compare_corpora(before, now)
    if style == "markdown":
        write(difference_note(before, now, table))
    elif table.empty and style == "table":
        note = difference_note(before, now, table).strip(".\n")
        say(note[:1].lower() + note[1:])
    else:
        printing.show(_as_wide_as_needed(table) if style == "table" else table, style)


def _corpus(given: str, chosen: dict[str, Any]) -> Corpus:
    """Return the corpus of a report, or what the options of reading say of DATA."""
    if is_report(given):
        return corpus_of_report(given)
    return corpus_of(dict.fromkeys(CHOICES) | chosen | {"data": (given,)})


def _as_wide_as_needed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table without columns that are empty in every row."""
    return table.loc[:, (table != "").any()]
