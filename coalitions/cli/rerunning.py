"""A report that is made again from its manifest, and compared with what it was."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli.asked import command_line
from coalitions.cli.chosen import corpus_of
from coalitions.cli.drawing import light_theme
from coalitions.cli.ownwords import own_of
from coalitions.cli.progress import progress
from coalitions.corpus import input_records
from coalitions.errors import ChoiceError, CoalitionsError
from coalitions.files import write, write_path
from coalitions.report import (
    MANIFEST,
    PARTS,
    STEPS,
    asked_in,
    chosen_parts,
    differences,
    write_report,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus


def asked_parts(only: str, form: str) -> list[str]:
    """Return the parts of a report that ``--only`` names; none where it names none."""
    parts = [part.strip() for part in only.split(",") if part.strip()]
    try:
        chosen_parts(parts, PARTS[form])
    except ChoiceError as error:
        raise click.UsageError(f"--only {error}") from error
    return parts


def write_folder(
    context: click.Context, output: Path, parts: Sequence[str], chosen: dict[str, Any]
) -> Corpus:
    """Write the report that was asked for into a folder; its manifest says how to do it again."""
    own: Any = own_of(chosen)
    corpus = corpus_of(chosen)
    decisions = [str(chosen["decisions"])] if chosen["decisions"] else []
    given = [*(chosen["data"] or ["unga75"]), *decisions]
    asked = {"command": command_line(context), "inputs": input_records(given)}
    with progress(STEPS) as step:
        theme = light_theme(corpus, chosen)
        write_report(corpus, output, only=parts, options=asked, step=step, theme=theme, **own)
    return corpus


def make_again(report: click.Command, path: Path, output: Path | None) -> None:
    """Make a report again, and say that every byte is the same, or what differs."""
    asked = asked_in(path)
    with TemporaryDirectory() as place:
        folder = output or Path(place, "report")
        try:
            context = report.make_context("report", [*asked.words, "--output", str(folder)])
        except click.UsageError as error:
            raise CoalitionsError(
                f"{path}: its command is none of this release: {error.format_message()}"
            ) from error
        with context:
            chosen = dict(context.params)
            write_folder(context, folder, asked_parts(chosen["only"], chosen["form"]), chosen)
        now = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    found = differences(asked.manifest, now)
    for line in found:
        write(f"{line}\n")
    if not found:
        write(f"the same bytes: {len(now['files']):,} files\n")
    if output:
        write_path(output / "index.html")
    if found:
        sys.exit(1)
