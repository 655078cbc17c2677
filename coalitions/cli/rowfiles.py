"""Options of verbs that print rows of numbers: how sure they are, and which file they go into."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coalitions.cli.chosen import refuse_input
from coalitions.cli.parsing import share

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: End of a file's name → how rows are written into it.
_STYLES = {".csv": "csv", ".json": "json", ".txt": "table"}


def alpha(what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add the option that says from which p-value on something is news."""
    return click.option(
        "--alpha",
        type=float,
        callback=share,
        default=0.05,
        show_default=True,
        metavar="SHARE",
        help=what,
    )


def rows_into(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that says into which file rows are written."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write to this file instead of standard output: .csv, .json or .txt.",
    )(command)


def style_of(
    style: str, output: Path | None, data: Sequence[str], graphs: Sequence[str] = ()
) -> str:
    """Return how rows are written: as is asked for, or as the name of the file ends.

    A file whose name ends with one of ``graphs`` holds no rows, and any style will do.
    """
    if output is None or str(output) == "-":
        return style
    refuse_input(output, data)
    # First those of graphs: .graphology.json is none of a table.
    ending = next((end for end in (*graphs, *_STYLES) if output.name.lower().endswith(end)), "")
    if not ending:
        *others, last = (*_STYLES, *graphs)
        raise click.UsageError(
            f"-o {output}: the name of the file must end with {', '.join(others)} or {last}"
        )
    named = _STYLES.get(ending, style)
    if style not in {"table", named}:
        raise click.UsageError(f"-o {output}: --format {style} goes into a .{style}")
    return named
