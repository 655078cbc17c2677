"""On standard error, where that is a terminal: bars for what takes long, then what was found."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from coalitions.errors import visible
from coalitions.findings import headlines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coalitions.corpus import Coded, Corpus, Table


@contextmanager
def progress(steps: int) -> Iterator[Callable[[str], None]]:
    """Show a bar, and give a function that moves it on by a step and says what is being done."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f}"),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("corpus", total=steps)

        def step(what: str) -> None:
            bar.update(task, advance=1, description=what)

        yield step


@contextmanager
def watched(table: Table) -> Iterator[Table]:
    """Show how fast a table is read, and how long the rest will take."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} of {task.total:,.0f} rows"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(table.name, total=table.rows, rate="")

        def batches(wanted: tuple[str, str]) -> Iterator[tuple[Coded, Coded]]:
            bar.reset(task, rate="")  # a table may be read more than once
            for cells in table.batches(wanted):
                yield cells
                bar.update(task, advance=len(cells[0].codes))
                speed = bar.tasks[task].speed
                bar.update(task, rate=f"{speed:,.0f} rows/s" if speed else "")

        yield table._replace(batches=batches)


def tell(corpus: Corpus) -> None:
    """Say on a terminal what a report found, a sentence a line, and what is unsure in the last."""
    if not sys.stderr.isatty():
        return
    found, unsure = headlines(corpus)
    for line in (*found, f"Unsure: {unsure}"):
        click.echo(visible(line), err=True)
