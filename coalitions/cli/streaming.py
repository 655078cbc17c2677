"""Rows that are written as they come, and a table that is counted as it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalitions.cli import printing
from coalitions.cli.chosen import CHOICES
from coalitions.corpus import signatures_in
from coalitions.errors import CoalitionsError
from coalitions.files import encodable, replacing, say, write_parquet, write_path
from coalitions.tables import pair_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from coalitions.corpus import Table

    Parts = Callable[..., Iterator[pd.DataFrame]]

#: Signatures of a Parquet file from which on it is counted as it is read.
LARGE = 1_000_000
#: Columns that make a list known in part, or leave one out: these take a corpus.
_OF_A_CORPUS = {"declared_count", "superseded_by"}


def streamed(chosen: dict[str, Any], wanted: dict[str, Any], of: str) -> Parts | None:
    """Return the parts of the pairs of a large table; None where a corpus is to be read."""
    table = _large(chosen)
    if table is None or wanted["statements"] or wanted["top"]:
        return None
    say(
        f"{table.name}: its {table.rows:,} signatures are counted as they are read; which names "
        "pairs share is not listed"
    )

    def parts(**_: object) -> Iterator[pd.DataFrame]:
        from coalitions.cli.progress import watched  # noqa: PLC0415 - heavy

        with watched(table) as seen:
            yield from pair_counts(
                seen,
                of=of,  # type: ignore[arg-type] # click has checked it
                min_shared=wanted["min_shared"] or 1,
                members=chosen["members"],
            )

    return parts


def _large(chosen: dict[str, Any]) -> Table | None:
    """Return the one table that is given, where it is large and nothing takes a corpus."""
    read_otherwise = chosen["layout"] != "long" or chosen["decisions"] or chosen["groups"]
    given = chosen["data"]
    if len(given) != 1 or read_otherwise or any(chosen[key] for key in CHOICES):
        return None
    if Path(given[0]).suffix.lower() != ".parquet":
        return None
    try:
        table = signatures_in(given[0], chosen["columns"])
    except CoalitionsError:
        return None  # who reads the corpus says what is wrong
    few = (table.rows or 0) <= LARGE
    return None if few or _OF_A_CORPUS & set(table.header) else table


def put_parts(style: str, output: Path | None, parts: Parts, **how: Any) -> int:
    """Print a table that comes in parts, or write it; return how many rows it has."""
    if output is None or str(output) == "-":
        return printing.show_parts(style, parts, **how)
    counted = printing.CountedParts(parts(**how))
    if output.suffix.lower() == ".parquet":
        write_parquet(counted, output)
    else:
        with replacing(output) as stream:
            for text in printing.texts(style, counted, parts, how, guard="formulas"):
                stream.write(encodable(text).encode())
    write_path(output)
    return counted.rows
