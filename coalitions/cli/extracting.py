"""What ``coalitions extract`` reads, and how it prints what it found."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli.adding import ABOUT
from coalitions.cli.options import said_here
from coalitions.cli.printing import records, show
from coalitions.corpus import EXTRACTED, addition, head_of
from coalitions.errors import CoalitionsError, visible
from coalitions.files import say, write, write_path, write_together
from coalitions.texts import LARGEST, Document, document

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Extraction

#: Parts in which scripts find all but what they have beside them.
PARTS = ("statements", "claims", "lists", "unresolved")
BESIDE = ("statement_id", "why")


def document_of(file: str) -> Document:
    """Return the text of a file, or of standard input for ``-``."""
    if file == "-":
        return document(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    path = Path(file)
    if not path.is_file():
        what = "a folder" if path.is_dir() else "no such file" if not path.exists() else "no file"
        raise CoalitionsError(f"{file}: {what}: expected a text, a page, a PDF or a DOCX")
    with path.open("rb") as stream:
        return document(stream.read(LARGEST + 1), path.name)


def show_extraction(found: Extraction, style: str, encoding: str) -> None:
    """Print what a text holds: JSON by its contract, CSV as a list of signatures, or for eyes."""
    if style == "json":
        parts = {
            name: records(getattr(found, name)[[c for c in EXTRACTED[name] if c not in BESIDE]])
            for name in PARTS
        }
        write(json.dumps({**parts, "encoding": encoding}, ensure_ascii=False, indent=2) + "\n")
    elif style == "csv":
        show(_signed(found), style)
    else:
        _show_table(found)


def put_into(found: Extraction, text: str, chosen: dict[str, Any]) -> None:
    """Show what one statement of a text changes in a corpus, ask, and write it."""
    file = "" if chosen["file"] == "-" else Path(chosen["file"]).name
    about = {"source_name": file, **head_of(text, file)[0]}
    about["statement_id"] = " ".join(chosen["statement_id"].split())
    given = {column: chosen[word] for word, column in ABOUT.items()}
    given |= {"date": chosen["date"], "declared_count": chosen["declared"]}
    about |= {column: str(cell) for column, cell in given.items() if cell not in (None, "")}
    added = addition(
        found, chosen["into"], about, which=chosen["which"], decisions=chosen["decisions"]
    )
    if not added.contents:
        say(f"{chosen['into']}: nothing to change: all of it is there")
        return
    write("".join(f"{visible(line)}\n" for line in added.told))
    if not chosen["yes"]:
        if not sys.stdin.isatty():
            raise click.UsageError("nothing is written: add --yes to write this")
        click.confirm("write this?", abort=True, err=True)
    write_together(added.contents)
    write_path(chosen["into"])


def _signed(found: Extraction) -> pd.DataFrame:
    """Return the signatures as ``load`` takes them, with what is known of their statements."""
    about = found.statements[["statement_id", "declared_count", "qualifier", "date"]]
    about = about.assign(
        declared_count=about["declared_count"].where(about["qualifier"] == "exactly")
    )
    signed = found.signatures.drop(columns="line")
    columns = ["statement_id", "declared_count", *(["date"] if about["date"].any() else [])]
    return signed.merge(about[columns], on="statement_id")


def _show_table(found: Extraction) -> None:
    columns = ["statement_id", "lead", "declared_count", "qualifier", "check"]
    shown = found.statements[[*columns, *(["date"] if found.statements["date"].any() else [])]]
    show(shown.assign(signatories=found.statements["signatories"]), "table")
    for title, frame in (
        ("Lists that are of no signatories", _others(found)),
        ("Numbers of no one statement", found.claims),
        ("In a list, and no known state", _unresolved(found)),
    ):
        if len(frame):
            write(f"\n{visible(title)}\n")
            show(frame, "table")


def _unresolved(found: Extraction) -> pd.DataFrame:
    """Return what is unresolved; the column for groups only where there are some."""
    shown = found.unresolved[["text", "line", "column", "context", "why"]]
    shown = shown.assign(why=[said_here(why) for why in shown["why"]])
    return shown if shown["why"].any() else shown.drop(columns="why")


def _others(found: Extraction) -> pd.DataFrame:
    others = found.lists[~found.lists["role"].isin(["signatories", "joined"])]
    return others[["role", "line", "lead_in", "signatories"]]
