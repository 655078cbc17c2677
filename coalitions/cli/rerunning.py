"""A report that is made again from its manifest, and compared with what it was."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from coalitions.cli.parsing import asked_parts
from coalitions.cli.reported import write_folder
from coalitions.errors import CoalitionsError
from coalitions.files import write, write_path
from coalitions.report import MANIFEST, asked_in, differences


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
