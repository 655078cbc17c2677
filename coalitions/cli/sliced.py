"""The same rows for each year, event, forum or topic, and how alike those are that follow."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import click

from coalitions.errors import ChoiceError, CoalitionsWarning, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of the corpus has them.
SLICE_WORDS = ("year", "event", "forum", "topic")


def by(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that asks for slices."""
    return click.option(
        "--by",
        type=click.Choice(SLICE_WORDS),
        help="The same for each year, event, forum or topic, and how alike those are that follow "
        "one another.",
    )(command)


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


def all_slices(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all slices, each with the name of its slice before it."""
    import pandas as pd  # noqa: PLC0415 - heavy

    named = [table.assign(slice=name) for name, table in tables.items()]
    rows = pd.concat([each for each in named if len(each)] or named[:1], ignore_index=True)
    return rows[["slice", *rows.columns.drop("slice")]]


def how_alike(tables: Mapping[str, pd.DataFrame]) -> str:
    """Return in a sentence how alike slices are that follow one another."""
    from coalitions.graphs import compare_slices  # noqa: PLC0415 - heavy

    steps = compare_slices(tables).itertuples(index=False, name=None)
    told = [
        f"{one} to {other} " + ("–" if alike != alike else f"{alike:.2f}") + f" ({both:,} in both)"  # noqa: PLR0124 - NaN
        for one, other, alike, both, _ in steps
    ]
    return f"Similarity of slices: {', '.join(told)}." if told else "There is one slice."
