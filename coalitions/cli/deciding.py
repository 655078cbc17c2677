"""Spellings that are no state: printed, written for decisions, or decided on the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click
import pandas as pd

from coalitions.cli import printing
from coalitions.cli.chosen import refuse_input
from coalitions.corpus import names_from
from coalitions.errors import CorpusError, quoted, visible
from coalitions.files import say, write, write_csv, write_path
from coalitions.names import DECISION, SPELLING, Decisions, decision_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_HELP = "a number, a code, several with ;, - for no signatory, new:NAME, u undo, q stop"


def names_of_data(data: Sequence[str], style: str, **chosen: Any) -> None:
    """List the spellings in data that are no state, as ``names --from`` is asked to."""
    output: Path | None = chosen["output"]
    if chosen["ask"] and output is None:
        raise click.UsageError("--ask writes what you decide to a file: give it with -o FILE.csv")
    if output is not None and output.suffix.lower() != ".csv":
        raise click.UsageError(f"-o {output}: the name of the file must end with .csv")
    refuse_input(output, data)
    if chosen["ask"] and not sys.stdin.isatty():
        raise click.UsageError("--ask asks on a terminal, and standard input is none")
    found = names_from(
        *data,
        layout=chosen["layout"],
        columns=chosen["columns"],
        names=chosen["decisions"],
        max_size=chosen["max_size"],
    )
    if output is None:
        printing.show(found, style)
        if len(found):
            sys.exit(1)
        return
    table = _with_earlier(found, output)
    write_csv(table, output)
    if chosen["ask"]:
        _ask(table, output)
    write_path(output)


def _with_earlier(found: pd.DataFrame, output: Path) -> pd.DataFrame:
    """Return the spellings below the decisions that a file has; these are kept to the letter."""
    if not output.exists():
        return found
    rows = [row for _, row in decision_rows(output) if row[DECISION]]
    Decisions(output.name, [(n, row[SPELLING], row[DECISION]) for n, row in enumerate(rows, 2)])
    known = {row[SPELLING] for row in rows}
    rest = found[~found[SPELLING].isin(known)]
    if rows:
        decided = "1 decision is" if len(rows) == 1 else f"{len(rows):,} decisions are"
        say(f"{output.name}: {decided} kept; still open: {len(rest):,}")
    if not rows:
        return rest
    whole = pd.concat([pd.DataFrame(rows, dtype=object), rest.astype(object)])
    return whole.where(whole.notna(), "")


def _ask(table: pd.DataFrame, output: Path) -> None:
    """Ask for a decision on each spelling that has none, and write each as it is made."""
    rows = [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]
    left = [n for n, row in enumerate(rows) if not row[DECISION]]
    at = 0
    while at < len(left):
        row = rows[left[at]]
        answer = _answer(row, f"{at + 1} of {len(left)}")
        if answer == "q":
            break
        if answer == "u":
            at = max(0, at - 1)
            rows[left[at]][DECISION] = ""
        else:
            row[DECISION] = answer
            at += 1
        write_csv(pd.DataFrame(rows, columns=list(table)), output)
    made = sum(bool(rows[n][DECISION]) for n in left)
    say(f"{made} of {len(left)} decided")


def _answer(row: dict[str, Any], number: str) -> str:
    """Return a decision on a spelling, "" to leave it open, ``u`` or ``q``."""
    times = "once" if row["count"] == 1 else f"{row['count']} times"
    candidates = [row[key] for key in row if key.startswith("candidate_") and row[key]]
    told = [f"{number}: {quoted(row[SPELLING])}, {times}, first in {row['first']}"]
    told += [f"   {row['around']}", *(f"   {n} {text}" for n, text in enumerate(candidates, 1))]
    write("\n".join(map(visible, told)) + "\n")
    while True:
        try:
            given = click.prompt(_HELP, default="", show_default=False, prompt_suffix=": ")
        except click.Abort:
            return "q"
        answer = str(given).strip()
        if answer.isdigit() and 1 <= int(answer) <= len(candidates):
            return str(candidates[int(answer) - 1]).partition(" ")[0]
        if answer in ("", "u", "q"):
            return answer
        try:
            Decisions("answer", [(0, row[SPELLING], answer)])
        except CorpusError as error:
            say(error.problems[0].expected)
            continue
        return answer
