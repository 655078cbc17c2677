"""Tables for a paper: as LaTeX, as Markdown, or one of them as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from coalitions.bounds import Interval
from coalitions.corpus import (
    completeness,
    refuse_no_corpus,
    short_names,
    source,
    statement_labels,
)
from coalitions.dates import day
from coalitions.errors import ChoiceError, listed, path_of
from coalitions.export.latex import PACKAGES, latex_table
from coalitions.files import markdown_text, write_csv, write_text
from coalitions.findings import decimals
from coalitions.looks import side_name
from coalitions.tables import check_claims, incidence_matrix, pairs, regions, statement_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus


#: Most pairs of statements that are written for print.
MOST_PAIRS = 5_000


class Printed(NamedTuple):
    """A table for print: its caption, its rows in words, the same as data for a spreadsheet."""

    caption: str
    rows: Callable[[Corpus], pd.DataFrame]
    data: Callable[[Corpus], pd.DataFrame]


def write_paper_tables(corpus: Corpus, path: str | Path, *, tables: Sequence[str] = ()) -> Path:
    r"""Write tables as a paper has them, into one file.

    Parameters
    ----------
    corpus : Corpus
    path : str or Path
        Its suffix chooses the format: ``.tex`` (LaTeX with booktabs), ``.md`` (Markdown), ``.csv``
        (one table, as data).
    tables : sequence of str, optional
        Of ``ledger``, ``pairs``, ``regions``, ``claims`` and ``incidence``; by default the first
        four, as far as they have rows.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    CoalitionsError
        Another suffix, an unknown table, several tables for a ``.csv`` file, more pairs than are
        printed, or a file that cannot be written; nothing is written.

    Notes
    -----
    Where a list is partial a cell is an interval, as 19–45; a cell of the incidence matrix is empty
    then. The first line of a LaTeX file says which packages it takes; letters that its font lacks,
    as Chinese ones, take XeLaTeX or LuaLaTeX.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "pairs.md"
    >>> corpus = load({"may": ["Cuba", "Peru"], "june": ["Peru"]})
    >>> print(write_paper_tables(corpus, path, tables=["pairs"]).read_text().splitlines()[-1])
    | may | june | 1 | 2 | 0.50 | Peru |
    """
    refuse_no_corpus(corpus)
    path = path_of(path)
    suffix = path.suffix.lower()
    if suffix not in _TEXTS and suffix != ".csv":
        raise ChoiceError(f"{path.name}: end the name with .tex, .md or .csv")
    names = [tables] if isinstance(tables, str) else list(dict.fromkeys(listed(tables, "tables")))
    for name in names:
        if name not in TABLES:
            raise ChoiceError(f'no table "{name}": there are {", ".join(TABLES)}')
    if suffix == ".csv":
        if len(names) != 1:
            raise ChoiceError(
                f"{path.name}: a .csv file holds one table: say which with `tables`, of "
                f"{', '.join(TABLES)}"
            )
        return write_csv(TABLES[names[0]].data(corpus), path)
    _refuse_many(corpus, names or _UNASKED)
    found = {name: TABLES[name].rows(corpus) for name in names or _UNASKED}
    shown = {name: table for name, table in found.items() if names or len(table)}
    foot = f"{completeness(corpus)} Source: {source(corpus).rstrip('.')}."
    text = "\n".join(_TEXTS[suffix](name, shown[name], foot) for name in shown)
    return write_text(path, f"% {PACKAGES}\n{text}" if suffix == ".tex" else text)


def _refuse_many(corpus: Corpus, names: Sequence[str]) -> None:
    """Refuse more pairs than anybody prints, before any is counted."""
    number = len(corpus) * (len(corpus) - 1) // 2
    if "pairs" in names and number > MOST_PAIRS:
        raise ChoiceError(
            f"{number:,} pairs of statements, more than the {MOST_PAIRS:,} that a paper may print: "
            "choose fewer statements with `select`, or other tables with `tables`"
        )


def _ledger(corpus: Corpus) -> pd.DataFrame:
    labels, about = statement_labels(corpus), corpus.statements.set_index("statement_id")
    rows = []
    for row in statement_ledger(corpus).to_dict("records"):
        key = row["statement_id"]
        rows.append(
            {
                "Statement": labels[key],
                "Date": day(about["date"][key]),
                "Side": side_name(about["stance"][key]),
                "Named": row["named"],
                "Declared": "" if pd.isna(row["declared"]) else row["declared"],
                "List": row["status"],
            }
        )
    return _said(rows)


def _pairs(corpus: Corpus) -> pd.DataFrame:
    labels, short = statement_labels(corpus), short_names(corpus)
    rows = [
        {
            "Statement": labels[row["a"]],
            "and": labels[row["b"]],
            "On both lists": Interval(row["shared_min"], row["shared_max"]),
            "On either list": Interval(row["union_min"], row["union_max"]),
            "Jaccard": decimals(row["jaccard_min"], row["jaccard_max"]),
            "Named on both": ", ".join(sorted(short[s] for s in row["members"])),
        }
        for row in pairs(corpus).to_dict("records")
    ]
    return _said(rows)


def _regions(corpus: Corpus) -> pd.DataFrame:
    labels, short = statement_labels(corpus), short_names(corpus)
    rows = [
        {
            "Statements": "; ".join(labels[s] for s in row["statements"]),
            "Exactly these": Interval(row["exclusive_min"], row["exclusive_max"]),
            "At least these": Interval(row["inclusive_min"], row["inclusive_max"]),
            "Named on exactly these": ", ".join(sorted(short[s] for s in row["members"])),
        }
        for row in regions(corpus).to_dict("records")
    ]
    return _said(rows)


def _claims(corpus: Corpus) -> pd.DataFrame:
    labels = statement_labels(corpus)
    rows = [
        {
            "Statements": "; ".join(labels.get(s, s) for s in str(row["statements"]).split(";")),
            "Stated": f"{row['quantity']} {row['qualifier']} {row['count']}",
            "The lists allow": Interval(row["low"], row["high"]),
            "Verdict": row["verdict"],
            "Source": row["source_name"],
        }
        for row in check_claims(corpus).to_dict("records")
    ]
    return _said(rows)


def _incidence(corpus: Corpus) -> pd.DataFrame:
    matrix = incidence_matrix(corpus).astype(object)
    matrix = matrix.where(matrix.notna(), "").rename(columns=dict(statement_labels(corpus)))
    short = short_names(corpus)
    return matrix.set_axis([short[key] for key in matrix.index]).reset_index(names="Signatory")


def _said(rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return rows as a table of text, without columns that say nothing."""
    table = pd.DataFrame(list(rows), dtype=object).astype(str)
    return table.loc[:, (table != "").any()]


def _latex(name: str, table: pd.DataFrame, foot: str) -> str:
    return latex_table(table, TABLES[name].caption, name, foot)


def _markdown(name: str, table: pd.DataFrame, foot: str) -> str:
    heads = [_cell(head) for head in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.to_numpy()]
    lines = [heads, ["---"] * len(heads), *rows]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"**{markdown_text(TABLES[name].caption)}.** {markdown_text(foot)}\n\n{body}\n"


def _cell(value: object) -> str:
    """Return a cell in which nothing is markup; it does not begin a line, and "0.5" is no list."""
    return markdown_text(f"_{value}").removeprefix("\\_")


_TEXTS: dict[str, Callable[[str, pd.DataFrame, str], str]] = {".tex": _latex, ".md": _markdown}
#: Name → what is printed, in the order of a report.
TABLES = {
    "ledger": Printed("Joint statements: declared against named", _ledger, statement_ledger),
    "pairs": Printed("Pairs of statements: how many are on both lists", _pairs, pairs),
    "regions": Printed("Regions: who is on exactly which lists", _regions, regions),
    "claims": Printed("Numbers that were stated, and what the lists allow", _claims, check_claims),
    "incidence": Printed(
        "Who is on which list: 1 yes, 0 no, empty where a list known in part does not tell",
        _incidence,
        lambda corpus: incidence_matrix(corpus).reset_index(),
    ),
}
_UNASKED = ("ledger", "pairs", "regions", "claims")
