"""Rows on standard output: as a table for eyes, as CSV, as JSON."""

from __future__ import annotations

import io
import json
import math
import os
import sys
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from coalitions.change import changes_between
from coalitions.corpus import choose
from coalitions.errors import CoalitionsError, Problem, summary, warn
from coalitions.looks import SIDE_NAMES
from coalitions.provenance import completeness, members, statement_labels
from coalitions.spreadsheet import csv_text, write_csv

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus

#: Columns of the ledger and of the claims that scripts rely on.
CLAIM_COLUMNS = ["claim_id", "count", "qualifier", "low", "high", "verdict"]
#: Width of a table where standard output is no terminal (letters).
WIDE = 160


def show(frame: pd.DataFrame, style: str) -> None:
    """Print a table in the style asked for."""
    if style == "json":
        write(json.dumps(records(frame), ensure_ascii=False, indent=2) + "\n")
    elif style == "csv":
        write(csv_text(frame))
    else:
        _show_table(frame)


def show_check(
    style: str,
    *,
    problems: Sequence[Problem] = (),
    ledger: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
) -> None:
    """Print what ``check`` found: problems, or the ledger and the claims."""
    ledger = pd.DataFrame() if ledger is None else ledger
    claims = pd.DataFrame() if claims is None else claims
    listed = pd.DataFrame([asdict(problem) for problem in problems])
    if style == "json":
        found = {
            "problems": records(listed),
            "ledger": records(ledger),
            "claims": records(claims[CLAIM_COLUMNS] if len(claims) else claims),
        }
        write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    if problems:
        Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(
            f"coalitions: {summary(problems)}"
        )
        return
    show(ledger, style)
    if len(claims):
        write("\n")
        show(claims[[*CLAIM_COLUMNS, "notes"]], style)


def write_problems(problems: Sequence[Problem], path: Path) -> None:
    """Write the whole list of problems as a table for a spreadsheet; only a header if none is."""
    columns = [each.name for each in fields(Problem)]
    write_csv(pd.DataFrame([asdict(problem) for problem in problems], columns=columns), path)


def show_change(style: str, corpus: Corpus, ids: tuple[str, str], table: pd.DataFrame) -> None:
    """Print what ``change`` found: as a table, who did what; as CSV, one row a signatory."""
    words = changes_between(corpus, *ids)
    series = corpus.statements.set_index("statement_id")["series"][list(ids)]
    if len(set(series)) > 1:
        said = " and ".join(f'"{name}"' if name else "none" for name in series)
        warn(f"the statements are of different series ({said}): the second continues another one")
    found = {change: table[table["change"] == change] for change in words}
    if style == "json":
        lists = {change: sorted(rows["signatory"]) for change, rows in found.items()}
        write(json.dumps({"a": ids[0], "b": ids[1], **lists}, ensure_ascii=False, indent=2) + "\n")
        return
    if style == "csv":
        show(table, style)
        return
    both = choose(corpus, ids)
    about = both.statements.set_index("statement_id")
    sizes, labels = both.declared.fillna(both.named), statement_labels(corpus)
    for word, key in zip(("from", "to"), ids, strict=True):
        side = SIDE_NAMES[about["stance"][key] or "neither"]
        many = f"{sizes[key]} {members(corpus, sizes[key])}"
        write(f"{word:<5} {labels[key]}: {many}, {side} ({key})\n")
    rows = [(change.replace("_", " "), len(r), _who(r)) for change, r in found.items() if len(r)]
    write("\n")
    show(pd.DataFrame(rows, columns=["change", members(corpus, 2), "who"]), style)
    write(f"\n{completeness(both)}\n")
    if not found["unknown"].empty:
        write("unknown: a partial list may hold the name, nobody knows.\n")
    if "left" in words:
        write("Versions of one letter: joined and left are by their order.\n")
    elif set(about["stance"]) == {"support", "critical"}:
        write("Opposite sides: new and not again only say on which list a name stands.\n")
    elif not found["not_again"].empty:
        write("Not again: on the first list, not on the second; why, the lists do not say.\n")


def _who(rows: pd.DataFrame) -> str:
    """Return the names of those whom a list names, and how many others there are."""
    named = rows["named_a"] | rows["named_b"]
    names = ", ".join(sorted(rows.loc[named, "name"]))
    if named.all():
        return names
    rest = f"{(~named).sum()} named under neither"
    return f"{names}; {rest}" if names else rest


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as plain objects for JSON: no NaN, tuples as lists."""
    return [
        {column: _plain(value) for column, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def _show_table(frame: pd.DataFrame) -> None:
    """Print a table for eyes: as wide as the terminal, or wide enough for a file."""
    width = None if Console().is_terminal else WIDE
    console = Console(file=io.StringIO(), highlight=False, markup=False, width=width)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in frame.columns:
        number = pd.api.types.is_numeric_dtype(frame[column])
        table.add_column(column, justify="right" if number else "left", overflow="fold")
    for row in frame.itertuples(index=False, name=None):
        table.add_row(*map(_cell, row))
    with console.capture() as printed:
        console.print(table)
    write(printed.get())


def _cell(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return "–"
    if isinstance(plain, list):
        return ", ".join(map(str, plain))
    return f"{plain:.3f}" if isinstance(plain, float) else str(plain)


def write(text: str) -> None:
    """Write UTF-8 with line ends as they are, whatever the terminal's encoding.

    A reader that goes away, as ``head`` does, has what it wanted.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard()
        sys.exit(0)
    except OSError as error:
        _discard()
        reason = (error.strerror or str(error)).lower()
        raise CoalitionsError(f"cannot write to standard output: {reason}") from error


def _discard() -> None:
    """Let what is still to be flushed go nowhere, so that the end of the program is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
