"""Verbs about signatories and their groups: communities, nodes."""

from __future__ import annotations

import math
import warnings
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli import options, rowfiles, sliced
from coalitions.cli.chosen import corpus_of
from coalitions.cli.parsing import one_of
from coalitions.cli.rowfiles import style_of
from coalitions.errors import CoalitionsWarning

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of graphs has them.
PARTIAL_WORDS = ("left-out", "named")
CENTRALITY_WORDS = ("degree", "closeness", "betweenness")
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
@one_of(
    "--partial",
    PARTIAL_WORDS,
    "named",
    "Leave out lists that are known in part, or count the names that are known.",
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
    word, compare = sliced.asked(chosen)
    if word and survival:
        raise click.UsageError("--by is a table of communities: give no --survival")
    corpus = corpus_of(chosen)
    if survival:
        printing.put(community_survival(corpus, **asked), style, output)
        return
    if word:
        tables = sliced.each_slice(corpus, word, lambda part: find_communities(part, **asked))
        sliced.put(tables, style, output, compare=compare, told=_told)
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
@click.option(
    "--survival",
    "measure",
    is_flag=False,
    flag_value="degree",
    type=click.Choice(CENTRALITY_WORDS),
    help="Instead, how often each signatory keeps its rank by this measure (degree where none is "
    "given) with a statement left out, and with completions of partial lists.",
)
@rowfiles.alpha("Largest p-value of communities, and of groups that a statement has more of.")
@one_of(
    "--partial",
    PARTIAL_WORDS,
    "left-out",
    "Where centralities and communities are counted: leave out lists that are known in part, "
    "or count the names that are known.",
)
@sliced.by
@rowfiles.rows_into
@options.row_format
def nodes(
    style: str,
    output: Path | None,
    column: str | None,
    measure: Any,
    alpha: float,
    **chosen: Any,
) -> None:
    """Print what each signatory signed, when, on which side, and how central it is.

    How much it signed is of all lists, with the smallest and the largest number where some are
    known in part; centralities and communities are of complete ones.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import group_representation, rank_survival  # noqa: PLC0415 - heavy

    style = style_of(style, output, chosen["data"])
    partial = chosen.pop("partial")
    word, compare = sliced.asked(chosen)
    others = {"--groups": column, "--survival": measure, "--by": word}
    if len(given := [option for option, value in others.items() if value is not None]) > 1:
        raise click.UsageError(f"{' and '.join(given)}: give one of them")
    corpus = corpus_of(chosen)
    if column is not None:
        groups = group_representation(corpus, column=column, alpha=alpha)
        shown = _significant(groups) if style == "table" else groups
        below = groups.attrs["method"] if style == "table" else ""
        printing.put(shown, style, output, below=below)
    elif measure is not None:
        printing.put(rank_survival(corpus, measure=measure, partial=partial), style, output)
    elif word:
        tables = sliced.each_slice(corpus, word, lambda part: _measured(part, alpha, partial))
        sliced.put(tables, style, output, compare=compare, told=_nodes_told, eyes=_few_columns)
    else:
        table = _measured(corpus, alpha, partial)
        is_seen = style == "table"
        below = table.attrs["method"] if is_seen else ""
        printing.put(_few_columns(table) if is_seen else table, style, output, below=below)


def _measured(corpus: Corpus, alpha: float, partial: Any) -> pd.DataFrame:
    """Return what there is to say of each signatory, with its community."""
    from coalitions.graphs import (  # noqa: PLC0415 - heavy
        draws_needed,
        find_communities,
        node_measures,
    )

    draws = max(DRAWS, draws_needed(alpha))
    with warnings.catch_warnings():
        if partial == "left-out":  # said once, by what counts next
            warnings.filterwarnings("ignore", ".*known in part", CoalitionsWarning)
        found = find_communities(corpus, alpha=alpha, draws=draws, partial=partial)
    return node_measures(corpus, communities=found, partial=partial)


def _nodes_told(table: pd.DataFrame) -> dict[str, Any]:
    """Return the signatories of a slice as JSON has them."""
    from coalitions.cli import printing  # noqa: PLC0415 - heavy

    return {"nodes": printing.records(table), "method": table.attrs["method"]}


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
    if math.isnan(low):
        return None
    ends = dict.fromkeys((written.format(low), written.format(high)))
    return "–".join(ends)


def _told(table: pd.DataFrame) -> dict[str, Any]:
    """Return communities as JSON has them."""
    groups = [list(who) for who in table.groupby("community")["signatory"].agg(list)]
    return {"groups": groups} | {key: table.attrs[key] for key in NUMBERS}


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
