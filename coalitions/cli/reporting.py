"""Verbs that make a whole report: report, and rerun, which makes one again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from coalitions.cli import options
from coalitions.cli.asked import Recorded
from coalitions.cli.chosen import refuse_read
from coalitions.cli.ownwords import language, own_words
from coalitions.cli.parsing import asked_parts, one_of
from coalitions.files import write_path
from coalitions.report import PARTS, beside

#: Kind of report → how its name ends.
SUFFIXES = {"folder": "", "page": ".html", "pdf": ".pdf"}


@click.command(cls=Recorded)
@options.data
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder or file to write; an earlier report there is replaced.  [default: report, "
    "report.html or report.pdf]",
)
@one_of(
    "--format",
    ["folder", "page", "pdf"],
    "folder",
    "A folder; one HTML page with all but the Gephi files inside, to mail and to print; or a "
    "PDF with what it says, every figure, the methods.",
    into="form",
)
@click.option(
    "--only",
    metavar="PART,…",
    default="",
    help="Only these parts: figures, explorer, graphs, tables, corpus, methods.",
)
@own_words
@language
@options.colours
def report(output: Path | None, form: str, only: str, **chosen: Any) -> None:
    """Write everything into one folder: figures, page, Gephi files, tables, methods, manifest.

    What it found is said at the end, where standard error is a terminal.
    """
    parts = asked_parts(only, form)
    path = output or Path(f"report{SUFFIXES[form]}")
    if form != "folder" and path.suffix.lower() != SUFFIXES[form]:
        raise click.UsageError(f"--format {form} is one file: end {path} with {SUFFIXES[form]}")
    if form != "folder":
        refuse_read(path, chosen)
    with beside(draws=form != "pdf" and "figures" in (parts or PARTS[form])):
        from coalitions.cli.progress import tell  # noqa: PLC0415 - heavy, and the other one begins
        from coalitions.cli.reported import write_file, write_folder  # noqa: PLC0415 - the same

        if form == "folder":
            corpus = write_folder(click.get_current_context(), path, parts, chosen)
        else:
            corpus = write_file(path, parts, chosen)
    tell(corpus)
    write_path(path / "index.html" if form == "folder" else path)


@click.command()
@click.argument("manifest", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Keep what is made in this folder.  [default: it is compared, and not kept]",
)
def rerun(manifest: Path, output: Path | None) -> None:
    """Make a report again from its MANIFEST.json, and say whether every byte is the same.

    MANIFEST is the manifest.json of a report, or the folder of the report. What differs is said:
    inputs that are others by their hash, versions of programs, files. Exits with 1 then.
    """
    from coalitions.cli.rerunning import make_again  # noqa: PLC0415 - heavy

    make_again(report, manifest, output)
