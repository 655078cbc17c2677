"""Verbs about groups of signatories: communities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from coalitions.cli import options
from coalitions.cli.chosen import corpus_of, style_of

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of graphs has them.
PARTIAL_WORDS = ("left-out", "named")
#: What JSON tells of communities beside the groups themselves, in order.
NUMBERS = ("modularity", "null_mean", "null_max", "p", "stability", "verdict", "method")


@click.command()
@options.data
@options.alpha("Largest p-value of communities that are shown (between 0 and 1).")
@click.option(
    "--draws",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="How many tables with the same sizes are drawn.",
)
@click.option(
    "--partial",
    type=click.Choice(PARTIAL_WORDS),
    default="named",
    show_default=True,
    help="Leave out lists that are known in part, or count the names that are known.",
)
@options.rows_into
@options.row_format
def communities(style: str, output: Path | None, **chosen: Any) -> None:
    """Print who signs together more than with others, if more than by chance.

    Signatories are tied by how many statements two share, and communities are the partition of
    highest modularity. Where tables drawn at random, with the same sizes of records and lists, have
    one as high, there are no communities, and the numbers say so.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import find_communities  # noqa: PLC0415 - heavy

    style = style_of(style, output, chosen["data"])
    asked = {key: chosen.pop(key) for key in ("alpha", "draws", "partial")}
    corpus = corpus_of(chosen)
    table = find_communities(corpus, **asked)
    if style == "json":
        groups = [list(who) for who in table.groupby("community")["signatory"].agg(list)]
        told = {"groups": groups} | {key: table.attrs[key] for key in NUMBERS}
        printing.put_object(told, output)
    elif style == "csv":
        printing.put(table, style, output)
    else:
        printing.put(_for_eyes(table, corpus), style, output, below=table.attrs["method"])


def _for_eyes(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return a row for each community: how many are in it, how closed it is, who they are."""
    from coalitions.corpus import members  # noqa: PLC0415 - heavy

    found = table.groupby("community")
    rows = found.agg(
        number=("signatory", "size"),
        within=("within", "mean"),
        who=("name", lambda names: ", ".join(sorted(names))),
    )
    rows = rows.reset_index().rename(columns={"number": members(corpus, 2)})
    rows["within"] = rows["within"].map("{:.0%}".format)
    return rows
