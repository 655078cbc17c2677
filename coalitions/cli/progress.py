"""On standard error, where that is a terminal: bars for what takes long, then what was found."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from coalitions.errors import visible
from coalitions.files import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

    from coalitions.corpus import Coded, Corpus, Table

#: Rows from which on it is shown how far reading is.
LONG = 100_000


@contextmanager
def progress(steps: int) -> Iterator[Callable[[str], None]]:
    """Show a bar, and give a function that moves it on by a step and says what is being done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with _bar("{task.completed:.0f}/{task.total:.0f}") as bar:
        task = bar.add_task("corpus", total=steps)

        def step(what: str) -> None:
            bar.update(task, advance=1, description=what)

        yield step


@contextmanager
def watched(table: Table) -> Iterator[Table]:
    """Show how fast a table is read, and how long the rest will take."""
    if not sys.stderr.isatty():
        yield table
        return
    rows = "{task.completed:,.0f} of {task.total:,.0f} rows"
    with _bar(rows, "{task.fields[rate]}", is_timed=True) as bar:
        task = bar.add_task(table.name, total=table.rows, rate="")

        def batches(wanted: tuple[str, str]) -> Iterator[tuple[Coded, Coded]]:
            bar.reset(task, rate="")  # a table may be read more than once
            for cells in table.batches(wanted):
                yield cells
                bar.update(task, advance=len(cells[0].codes))
                speed = bar.tasks[task].speed
                bar.update(task, rate=f"{speed:,.0f} rows/s" if speed else "")

        yield table._replace(batches=batches)


@contextmanager
def reading() -> Iterator[None]:
    """Show how fast the rows of large files are read, and their names looked up."""
    if not sys.stderr.isatty():
        yield
        return
    with ExitStack() as shown:
        bars: list[Progress] = []

        def watcher(what: str, done: int, total: int) -> None:
            if max(done, total) < LONG:
                return
            if not bars:
                bars.append(shown.enter_context(_bar("{task.fields[rows]}", is_timed=True)))
            (bar,) = bars
            if not bar.tasks or bar.tasks[0].description != what:
                for task in bar.tasks:
                    bar.remove_task(task.id)
                bar.add_task(what, total=total or None, rows="")
            (task,) = bar.tasks
            of, speed = f" of {total:,}" if total else "", task.speed
            rate = f", {speed:,.0f} rows/s" if speed else ""
            bar.update(task.id, completed=done, rows=f"{done:,}{of} rows{rate}")

        with watching(watcher):
            yield


def _bar(*texts: str, is_timed: bool = False) -> Progress:
    """Return a bar on standard error, behind it texts and, if so, the time that is left."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, for terminals alone
    from rich.progress import (  # noqa: PLC0415 - slow to import, for terminals alone
        BarColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), *map(TextColumn, texts))
    left = (TimeRemainingColumn(),) if is_timed else ()
    return Progress(*columns, *left, console=Console(stderr=True), transient=True)


def tell(corpus: Corpus) -> None:
    """Say on a terminal what a report found, a sentence a line, and what is unsure in the last."""
    if not sys.stderr.isatty():
        return
    from coalitions.findings import headlines  # noqa: PLC0415 - heavy, for reports alone

    found, unsure = headlines(corpus)
    for line in (*found, f"Unsure: {unsure}"):
        click.echo(visible(line), err=True)
