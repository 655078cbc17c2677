"""The corpus of a report: kept in it as tables, and read from there exactly as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from coalitions.corpus import COLUMNS, Corpus
from coalitions.errors import CoalitionsError
from coalitions.files import spreadsheet_unguarded, write_csv
from coalitions.names import known

#: The list of a report's files, and the folder of its corpus.
MANIFEST, FOLDER = "manifest.json", "corpus"


def keep_corpus(corpus: Corpus, report: Path) -> None:
    """Write the tables of a corpus into a report, without columns that are empty throughout."""
    (report / FOLDER).mkdir()
    for name, table in _kept(corpus).items():
        filled = (table.astype(object).where(table.notna(), "").astype(str) != "").any()
        filled |= table.columns.isin(["statement_id", "signatory"])
        write_csv(table.loc[:, filled], report / FOLDER / f"{name}.csv")


def corpus_files(corpus: Corpus) -> list[str]:
    """Return the files that a report keeps its corpus in, by their place in the report."""
    return [f"{FOLDER}/{name}.csv" for name in _kept(corpus)]


def _kept(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Return the tables that make the corpus again."""
    tables: dict[str, pd.DataFrame] = {name: getattr(corpus, name) for name in COLUMNS}
    if corpus.assumed:
        del tables["signatories"]  # nobody said who could: who did is in the signatures
    elif corpus.universes is not None:  # which states could, and when, follows from the dates
        table = tables["signatories"]
        tables["signatories"] = table[~table["signatory"].map(known).astype(bool)]
        if tables["signatories"].empty:
            del tables["signatories"]
    if tables["claims"].empty:
        del tables["claims"]
    return tables


def corpus_choices(corpus: Corpus) -> dict[str, object]:
    """Return what the manifest says of a corpus, so that its tables are read as they were."""
    return {
        "members": corpus.members,
        "noun": corpus.noun,
        "universe": 0 if corpus.assumed or corpus.universes is not None else corpus.universe,
    }


def is_report(given: str | Path) -> bool:
    """Say whether a path is the folder of a report."""
    return all((Path(given) / name).is_file() for name in (MANIFEST, "index.html"))


def corpus_of_report(folder: str | Path) -> Corpus:
    """Return the corpus that a report was made of.

    Parameters
    ----------
    folder : str or Path
        The folder of a report.

    Returns
    -------
    Corpus

    Raises
    ------
    CoalitionsError
        The report holds no corpus, as those of earlier releases; or a file cannot be read.

    Examples
    --------
    >>> import tempfile
    >>> from coalitions import load, select, write_report
    >>> place = Path(tempfile.mkdtemp()) / "report"
    >>> corpus = select(load("unga75"), stance="critical")
    >>> corpus_of_report(write_report(corpus, place)).named.tolist()
    [39]
    """
    place = Path(folder)
    try:
        about = json.loads((place / MANIFEST).read_text(encoding="utf-8"))["corpus"]
        tables: dict[str, Any] = {name: _table(place / FOLDER / f"{name}.csv") for name in COLUMNS}
        return Corpus(**tables, **about)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CoalitionsError(
            f"{folder} is a report without a corpus that can be read: make it again from its "
            "tables with this release, or give the tables themselves"
        ) from error


def _table(path: Path) -> pd.DataFrame:
    if not path.exists():
        return pd.DataFrame()
    return spreadsheet_unguarded(pd.read_csv(path, dtype=str, keep_default_na=False))
