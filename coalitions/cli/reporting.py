"""Verbs that make a whole report: report, and rerun, which makes one again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from coalitions.cli import drawing, options
from coalitions.cli.asked import Recorded
from coalitions.cli.chosen import corpus_of
from coalitions.cli.ownwords import language, own_of, own_words
from coalitions.cli.parsing import one_of
from coalitions.files import write_path


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
    from coalitions.cli.progress import progress, tell  # noqa: PLC0415 - heavy
    from coalitions.cli.rerunning import asked_parts, write_folder  # noqa: PLC0415 - heavy
    from coalitions.report import STEPS, write_document  # noqa: PLC0415 - heavy

    parts = asked_parts(only, form)
    if form == "folder":
        folder = output or Path("report")
        path = folder / "index.html"
        corpus = write_folder(click.get_current_context(), folder, parts, chosen)
    else:
        path = output or Path("report.html" if form == "page" else "report.pdf")
        suffix = ".html" if form == "page" else ".pdf"
        if path.suffix.lower() != suffix:
            raise click.UsageError(f"--format {form} is one file: end {path} with {suffix}")
        own: Any = own_of(chosen)
        corpus = corpus_of(chosen)
        with progress(STEPS) as step:
            theme = drawing.light_theme(corpus, chosen)
            write_document(corpus, path, only=parts, step=step, theme=theme, **own)
    tell(corpus)
    write_path(path)


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
