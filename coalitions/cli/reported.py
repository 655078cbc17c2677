"""A report as it was asked for: a folder, or one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.cli.asked import command_line
from coalitions.cli.chosen import corpus_of
from coalitions.cli.drawing import light_theme
from coalitions.cli.ownwords import own_of
from coalitions.cli.progress import progress
from coalitions.corpus import input_records
from coalitions.report import STEPS, write_document, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import click

    from coalitions.corpus import Corpus


def write_folder(
    context: click.Context,
    output: Path,
    parts: Sequence[str],
    chosen: dict[str, Any],
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


def write_file(path: Path, parts: Sequence[str], chosen: dict[str, Any]) -> Corpus:
    """Write the report that was asked for as one file."""
    own: Any = own_of(chosen)
    corpus = corpus_of(chosen)
    with progress(STEPS) as step:
        theme = light_theme(corpus, chosen)
        write_document(corpus, path, only=parts, step=step, theme=theme, **own)
    return corpus
