"""Rows on standard output: as a table for eyes, as CSV, as JSON."""

from __future__ import annotations

import sys
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from coalitions.cli.rows import afford_text, json_text, plain, records_of, show_columns
from coalitions.cli.terminal import columns_of, table_text, text_of_parts
from coalitions.corpus import are_opposed, choose, completeness, members, statement_labels
from coalitions.errors import Problem, quoted, visible, warn
from coalitions.files import csv_text, say, write, write_csv, write_path, write_text
from coalitions.looks import NEITHER, side_name
from coalitions.tables import change_bounds, changes_between, later_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus

#: Columns of the ledger and of the claims that scripts rely on.
CLAIM_COLUMNS = ["claim_id", "count", "qualifier", "low", "high", "verdict"]


def show(frame: pd.DataFrame, style: str) -> None:
    """Print a table in the style asked for."""
    afford_text(*frame.shape, style)
    if style == "json":
        write(json_text(records(frame)))
    elif style == "csv":
        write(csv_text(frame, guard="none"))
    else:
        show_columns(columns_of(frame))


def put(frame: pd.DataFrame, style: str, output: Path | None, *, below: str = "") -> None:
    """Print a table, or write it into a file; below one for eyes a paragraph."""
    if output is None or str(output) == "-":
        show(frame, style)
        if below:
            write("\n" * (not frame.empty) + f"{visible(below)}\n")
        return
    afford_text(*frame.shape, style)
    if style == "csv":
        write_csv(frame, output)
    elif style == "json":
        write_text(output, json_text(records(frame)))
    else:
        write_text(output, f"{table_text(frame)}\n{visible(below)}\n")
    write_path(output)


def put_object(found: dict[str, Any], output: Path | None) -> None:
    """Print what was found as one JSON object, or write it into a file."""
    text = json_text({key: plain(value) for key, value in found.items()})
    if output is None or str(output) == "-":
        write(text)
        return
    write_text(output, text)
    write_path(output)


def show_parts(style: str, parts: Callable[..., Iterator[pd.DataFrame]], **how: Any) -> int:
    """Print a table that comes in parts, of which none is kept; return how many rows it has.

    ``parts(**how)`` yields them anew; with ``members="none"`` without their last column, the names.
    """
    if style == "table" and sys.stdout.isatty():
        whole = pd.concat(parts(**how), ignore_index=True)
        show(whole, style)
        return len(whole)
    counted = CountedParts(parts(**how))
    for text in texts(style, counted, parts, how):
        write(text)
    return counted.rows


def texts(
    style: str,
    counted: CountedParts,
    parts: Callable[..., Iterator[pd.DataFrame]],
    how: dict[str, Any],
    guard: Literal["formulas", "none"] = "none",
) -> Iterator[str]:
    """Yield the text of a table that comes in parts; in CSV that people open, guarded."""
    if style == "csv":
        return _csv_of(counted, guard)
    if style == "json":
        return _json_of(counted)
    return text_of_parts(parts(**how | {"members": "none"}), counted)


class CountedParts:
    """Parts of a table, and how many rows those had that were there already."""

    def __init__(self, parts: Iterator[pd.DataFrame]) -> None:
        self._parts, self.rows = parts, 0

    def __iter__(self) -> Iterator[pd.DataFrame]:
        """Yield the parts."""
        for part in self._parts:
            self.rows += len(part)
            yield part


def _csv_of(parts: Iterable[pd.DataFrame], guard: Literal["formulas", "none"]) -> Iterator[str]:
    for n, part in enumerate(parts):
        text = csv_text(part, guard=guard)
        yield text.partition("\n")[2] if n else text


def _json_of(parts: Iterable[pd.DataFrame]) -> Iterator[str]:
    begun = False
    for part in parts:
        if len(part):
            yield f"{',' if begun else '['}\n{json_text(records(part))[2:-3]}"
            begun = True
    yield "\n]\n" if begun else "[]\n"


def say_none(corpus: Corpus | None, *, kind: str, least: int | None) -> None:
    """Say why there are no pairs, or no regions."""
    ids = [] if corpus is None else corpus.statements["statement_id"].tolist()
    if kind == "pairs" and len(ids) == 1:
        found = f"one statement is chosen, {quoted(ids[0])}"
        say(f"there is nothing to pair: {found}, and a pair takes two")
    elif least is None:
        nobody = "fewer than two are named" if "of" in kind else "no statement names anybody"
        say(f"there are no {kind}: {nobody}")
    else:
        who = "hold" if kind == "regions" else "share"
        say(f"there are no {kind} that {who} {least:,} by name; try a smaller --min-shared")


def show_check(
    style: str,
    *,
    problems: Sequence[Problem] = (),
    ledger: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
) -> None:
    """Print what ``check`` found: problems, which only JSON holds, or the ledger and the claims."""
    ledger = pd.DataFrame() if ledger is None else ledger
    claims = pd.DataFrame() if claims is None else claims
    listed = pd.DataFrame([asdict(problem) for problem in problems])
    if style == "json":
        found = {
            "problems": records(listed),
            "ledger": records(ledger),
            "claims": records(claims[CLAIM_COLUMNS] if len(claims) else claims),
        }
        write(json_text(found))
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
        numbers = {word: [*found] for word, found in change_bounds(corpus, *ids).items()}
        write(json_text({"a": ids[0], "b": ids[1], **lists, "numbers": numbers}))
        return
    if style == "csv":
        show(table, style)
        return
    _show_changes(corpus, ids, found)


def _show_changes(corpus: Corpus, ids: tuple[str, str], found: dict[str, pd.DataFrame]) -> None:
    """Print what changed for eyes: the two statements, who did what, and what the words mean."""
    both = choose(corpus, ids)
    about = both.statements.set_index("statement_id")
    sizes, labels = both.declared.fillna(both.named), statement_labels(corpus)
    if "left" in found and not later_version(corpus, *ids):  # told in the order of the versions
        ids = ids[::-1]
    for word, key in zip(("from", "to"), ids, strict=True):
        side = side_name(about["stance"][key] or NEITHER)
        many = f"{sizes[key]} {members(corpus, sizes[key])}"
        many = f"an unknown number of {members(corpus, 2)}" if both.unknown[key] else many
        write(f"{word:<5} {labels[key]}: {many}, {side} ({key})\n")
    rows = [(word.replace("_", " "), len(r), _who(r, word)) for word, r in found.items() if len(r)]
    write("\n")
    show(pd.DataFrame(rows, columns=["change", members(corpus, 2), "who"]), "table")
    write(f"\n{_in_all(corpus, ids, found)}{completeness(both)}\n")
    if (others := corpus.possible - sum(map(len, found.values()))) > 0:
        write(f"{others:,} more could have signed; no list here names them.\n")
    nothing = [labels[key] for key in ids if both.unknown[key]]
    for label in nothing:
        write(f"{label}: neither a name nor a count is known, anybody may be on the list.\n")
    if not found["unknown"].empty and not nothing:
        write("unknown: a partial list may hold the name, nobody knows.\n")
    if "left" in found:
        write("Versions of one letter: joined and left are by their order.\n")
    elif are_opposed(corpus, *(about["stance"][key] for key in ids)):
        write("Opposite sides: new and not again only say on which list a name stands.\n")
    elif not found["not_again"].empty:
        write("Not again: on the first list, not on the second; why, the lists do not say.\n")


def _in_all(corpus: Corpus, ids: tuple[str, str], found: dict[str, pd.DataFrame]) -> str:
    """Return how many are of each kind with the unnamed, where the table has only the sure."""
    if found["unknown"].empty or corpus.unknown[list(ids)].any():
        return ""
    parts = [
        f"{number} {word.replace('_', ' ')}"
        for word, number in change_bounds(corpus, *ids).items()
        if number.high
    ]
    return f"Sure by name are those above; with the unnamed, there are {', '.join(parts)}.\n"


def _who(rows: pd.DataFrame, change: str) -> str:
    """Return the names of those whom a list names, and how many others there are, and why."""
    named = rows["named_a"] | rows["named_b"]
    names = ", ".join(sorted(rows.loc[named, "name"]))
    if named.all():
        return names
    number = (~named).sum()
    rest = f"{number} that neither list names"
    if change not in {"neither", "unknown"}:
        rest = f"{number} not named, certain as the counts leave nobody out"
    return f"{names}; {rest}" if names else rest


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as plain objects for JSON: no NaN, tuples as lists."""
    return records_of(frame.columns.tolist(), list(frame.itertuples(index=False, name=None)))
