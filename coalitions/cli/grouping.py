"""Verbs about signatories and their groups: communities, nodes."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli import options, rowfiles, sliced
from coalitions.cli.chosen import corpus_of
from coalitions.cli.rowfiles import style_of
from coalitions.errors import CoalitionsWarning

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of graphs has them.
PARTIAL_WORDS = ("left-out", "named")
#: How many tables are drawn where nobody says; a test keeps it as the room of graphs has it.
DRAWS = 200
#: What JSON tells of communities beside the groups themselves, in order.
NUMBERS = ("modularity", "null_mean", "null_max", "p", "stability", "verdict", "method")


@click.command()
@options.data
@rowfiles.alpha("Largest p-value of communities that are shown (between 0 and 1).")
@click.option(
    "--draws",
    type=click.IntRange(min=1),
    default=DRAWS,
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
@click.option(
    "--survival",
    is_flag=True,
    help="Of each signatory, how often it stays in its community with a statement left out, and "
    "with completions of partial lists.",
)
@sliced.by
@rowfiles.rows_into
@options.row_format
def communities(style: str, output: Path | None, *, survival: bool, **chosen: Any) -> None:
    """Print who signs together more than with others, if more than by chance.

    Signatories are tied by how many statements two share, and communities are the partition of
    highest modularity. Where tables drawn at random, with the same sizes of records and lists, have
    one as high, there are no communities, and the numbers say so.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import community_survival, find_communities  # noqa: PLC0415 - heavy

    style = style_of(style, output, chosen["data"])
    asked = {key: chosen.pop(key) for key in ("alpha", "draws", "partial")}
    word = chosen.pop("by")
    if word and survival:
        raise click.UsageError("--by is a table of communities: give no --survival")
    corpus = corpus_of(chosen)
    if survival:
        printing.put(community_survival(corpus, **asked), style, output)
        return
    if word:
        tables = sliced.each_slice(corpus, word, lambda part: find_communities(part, **asked))
        _put_slices(tables, style, output)
        return
    table = find_communities(corpus, **asked)
    if style == "json":
        printing.put_object(_told(table), output)
    elif style == "csv":
        printing.put(table, style, output)
    else:
        printing.put(_for_eyes(table, corpus), style, output, below=table.attrs["method"])


@click.command()
@options.data
@click.option(
    "--groups",
    "column",
    is_flag=False,
    flag_value="group",
    metavar="[COLUMN]",
    help="Instead, of which groups each statement has more than by chance: regional groups, or "
    "those of another column of signatories.csv.",
)
@rowfiles.alpha("Largest p-value of communities, and of groups that a statement has more of.")
@click.option(
    "--partial",
    type=click.Choice(PARTIAL_WORDS),
    default="left-out",
    show_default=True,
    help="Where centralities and communities are counted: leave out lists that are known in part, "
    "or count the names that are known.",
)
@sliced.by
@rowfiles.rows_into
@options.row_format
def nodes(style: str, output: Path | None, column: str | None, alpha: float, **chosen: Any) -> None:
    """Print what each signatory signed, when, on which side, and how central it is.

    How much it signed is of all lists, with the smallest and the largest number where some are
    known in part; centralities and communities are of complete ones.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import (  # noqa: PLC0415 - heavy
        draws_needed,
        find_communities,
        group_representation,
        node_measures,
    )

    style = style_of(style, output, chosen["data"])
    partial = chosen.pop("partial")
    word = chosen.pop("by")
    if word and column is not None:
        raise click.UsageError("--groups is of each statement: give no --by")
    corpus = corpus_of(chosen)
    if column is not None:
        groups = group_representation(corpus, column=column, alpha=alpha)
        shown = _significant(groups) if style == "table" else groups
        below = groups.attrs["method"] if style == "table" else ""
        printing.put(shown, style, output, below=below)
        return

    draws = max(DRAWS, draws_needed(alpha))

    def measured(part: Corpus) -> pd.DataFrame:
        with warnings.catch_warnings():
            if partial == "left-out":  # said once, by what counts next
                warnings.filterwarnings("ignore", ".*known in part", CoalitionsWarning)
            found = find_communities(part, alpha=alpha, draws=draws, partial=partial)
        return node_measures(part, communities=found, partial=partial)

    tables = sliced.each_slice(corpus, word, measured) if word else {"": measured(corpus)}
    table = sliced.all_slices(tables) if word else tables[""]
    if style == "table":
        printing.put(_few_columns(table), style, output, below=table.attrs.get("method", ""))
    else:
        printing.put(table, style, output)


def _significant(groups: pd.DataFrame) -> pd.DataFrame:
    """Return the groups that a statement has more of, the smallest p-value first."""
    found = groups[groups["significant"]].sort_values("p_adjusted", kind="stable")
    found = found.drop(columns=["label", "p_upper", "p_upper_min", "significant"])
    return found.reset_index(drop=True).assign(
        p_adjusted=found["p_adjusted"].map("{:.2g}".format).to_list()
    )


def _few_columns(table: pd.DataFrame) -> pd.DataFrame:
    """Return what is looked at first: intervals in one column, no names of names."""
    shown = table[[name for name in ("slice", "signatory", "name") if name in table]].copy()
    for column, written in (("signed", "{:,}"), ("share", "{:.0%}"), ("loyalty", "{:.0%}")):
        ends = zip(table[column], table[f"{column}_max"], strict=True)
        shown[column] = [_interval(written, *each) for each in ends]
    shown.insert(list(shown).index("loyalty"), "side", table["side"])
    for column in ("first", "last", "community"):
        shown[column] = table[column]
    for column in ("closeness", "betweenness", "participation"):
        shown[column] = table[column].map("{:.3f}".format, na_action="ignore")
    return shown


def _interval(written: str, low: float, high: float) -> str | None:
    """Return a number, or both ends of an interval; None for what is no number."""
    if low != low:  # noqa: PLR0124 - NaN
        return None
    ends = dict.fromkeys((written.format(low), written.format(high)))
    return "–".join(ends)


def _told(table: pd.DataFrame) -> dict[str, Any]:
    """Return communities as JSON has them."""
    groups = [list(who) for who in table.groupby("community")["signatory"].agg(list)]
    return {"groups": groups} | {key: table.attrs[key] for key in NUMBERS}


def _put_slices(tables: dict[str, pd.DataFrame], style: str, output: Path | None) -> None:
    """Print the communities of each slice, and how alike those are that follow one another."""
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import compare_slices  # noqa: PLC0415 - heavy

    if style == "json":
        told = [{"slice": name, **_told(table)} for name, table in tables.items()]
        between = printing.records(compare_slices(tables))
        printing.put_object({"slices": told, "between": between}, output)
        return
    below = sliced.how_alike(tables) if style == "table" else ""
    printing.put(sliced.all_slices(tables), style, output, below=below)


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
