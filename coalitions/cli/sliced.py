"""The same for each year, event, forum or topic, and how alike those are that follow."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import click

from coalitions.errors import ChoiceError, CoalitionsWarning, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of the corpus has them.
SLICE_WORDS = ("year", "event", "forum", "topic")


def by(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that ask for slices."""
    for option in (
        click.option(
            "--compare",
            is_flag=True,
            help="With --by: instead, how alike slices are that follow one another, and who "
            "changed.",
        ),
        click.option(
            "--by",
            type=click.Choice(SLICE_WORDS),
            help="The same for each year, event, forum or topic, and how alike those are that "
            "follow one another.",
        ),
    ):
        command = option(command)
    return command


def asked(chosen: dict[str, Any]) -> tuple[str | None, bool]:
    """Take out of the options by what there are slices, and whether these are compared."""
    word, compare = chosen.pop("by"), chosen.pop("compare")
    if compare and not word:
        raise click.UsageError("--compare is of slices: give --by year, event, forum or topic")
    return word, compare


def each_slice(
    corpus: Corpus, word: str, measure: Callable[[Corpus], pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Return a table for each slice; what is said of one is said with its name."""
    from coalitions.corpus import slices  # noqa: PLC0415 - heavy

    found = {}
    for name, part in slices(corpus, word).items():  # type: ignore[arg-type] # click has checked it
        with warnings.catch_warnings(record=True, action="always") as said:
            try:
                found[name] = measure(part)
            except ChoiceError as error:
                warnings.warn(str(error), CoalitionsWarning, stacklevel=1)
        for each in said:
            if issubclass(each.category, CoalitionsWarning):
                warn(f"{name}: {each.message}")
    if not found:
        raise ChoiceError(f"no {word} has anything to show")
    return found


def put(  # noqa: PLR0913 - what is shown, how, where, and what of it in JSON and for eyes
    tables: Mapping[str, pd.DataFrame],
    style: str,
    output: Path | None,
    *,
    compare: bool,
    told: Callable[[pd.DataFrame], dict[str, Any]],
    eyes: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows,
) -> None:
    """Print the tables of all slices, or how alike those are that follow one another.

    ``told`` is what JSON has of one table, ``eyes`` what a table for eyes has of all rows.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import compare_slices  # noqa: PLC0415 - heavy

    steps = compare_slices(tables)
    if compare:
        printing.put(steps, style, output)
    elif style == "json":
        found = [{"slice": name, **told(table)} for name, table in tables.items()]
        between = printing.records(steps)
        printing.put_object({"slices": found, "between": between}, output)
    elif style == "csv":
        printing.put(_all_slices(tables), style, output)
    else:
        printing.put(eyes(_all_slices(tables)), style, output, below=_how_alike(steps))


def _all_slices(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all slices, each with the name of its slice before it."""
    import pandas as pd  # noqa: PLC0415 - heavy

    named = [table.assign(slice=name) for name, table in tables.items()]
    rows = pd.concat([each for each in named if len(each)] or named[:1], ignore_index=True)
    return rows[["slice", *rows.columns.drop("slice")]]


def _how_alike(steps: pd.DataFrame) -> str:
    """Return in a sentence how alike slices are that follow one another."""
    told = [
        f"{one} to {other} " + ("–" if alike != alike else f"{alike:.2f}") + f" ({both:,} in both)"  # noqa: PLR0124 - NaN
        for one, other, alike, both, _ in steps.itertuples(index=False, name=None)
    ]
    return f"Similarity of slices: {', '.join(told)}." if told else "There is one slice."
