"""Verbs that hold what is shared against chance: ties."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli import options, rowfiles, sliced
from coalitions.cli.chosen import corpus_of
from coalitions.cli.parsing import one_of
from coalitions.cli.rowfiles import style_of
from coalitions.files import write_path

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus

#: Choices; a test keeps them as the room of graphs has them.
NULL_MODELS = ("fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm")
TAIL_WORDS = ("upper", "lower", "two-sided")
CORRECTION_WORDS = ("none", "bonferroni", "holm", "bh")
PARTIAL_WORDS = ("left-out", "named", "bounds")
#: Ends of names of files that hold the significant ties as a graph.
_GRAPHS = (".gexf", ".graphml", ".net", ".graphology.json")
#: Null models of which the bounds over completions of partial lists are known.
BOUNDED_MODELS = ("fixedfill", "fixedrow", "fixedcol")


@click.command()
@options.data
@one_of(
    "--model",
    NULL_MODELS,
    "sdsm",
    "What the null model holds fixed: the number of signatures; how many each signed; how "
    "many signed each; both on average; both in every table drawn.",
)
@one_of(
    "--tail", TAIL_WORDS, "upper", "Ties of more than the null model says, of fewer, or of either."
)
@rowfiles.alpha("Largest p-value of a significant tie (between 0 and 1).")
@one_of("--correction", CORRECTION_WORDS, "none", "What is done about many tests.")
@one_of(
    "--partial",
    PARTIAL_WORDS,
    "left-out",
    "Leave out lists that are known in part, count the names that are known, or give p-values "
    "as intervals.",
)
@click.option(
    "--survival",
    is_flag=True,
    help="Of each significant tie, whether it survives that a statement is left out, and how many "
    "completions of partial lists it survives.",
)
@click.option(
    "--camps",
    is_flag=True,
    help="Who stands in which of the two camps that leave the fewest significant ties "
    "contradictory, and who between them.",
)
@sliced.by
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file instead of standard output: .csv, .json, .txt, or the significant "
    "ties as a graph (.gexf, .graphml, .net, .graphology.json).",
)
@options.row_format
def ties(style: str, output: Path | None, *, survival: bool, camps: bool, **chosen: Any) -> None:
    """Print which signatories share more statements than sizes alone explain.

    A row for every two signatories: what they share, what a null model says they would, the chance
    of so many or more and of so many or fewer. As a table for eyes only significant ties are
    printed, and what was done. Where no tie can be significant, it is said why, and how many
    statements it would take.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import cosigning_ties, tie_survival  # noqa: PLC0415 - heavy

    style = style_of(style, output, chosen["data"], _GRAPHS)
    as_graph = output is not None and output.name.lower().endswith(_GRAPHS)
    asked = {key: chosen.pop(key) for key in ("model", "tail", "alpha", "correction", "partial")}
    word, compare = sliced.asked(chosen)
    others = {"--camps": camps, "--by": bool(word), "--survival": survival, "a graph": as_graph}
    _refuse_both([other for other, given in others.items() if given], asked)
    corpus = corpus_of(chosen)
    if camps:
        _show_camps(corpus, asked, style, output)
    elif word:
        tables = sliced.each_slice(corpus, word, lambda part: cosigning_ties(part, **asked))
        sliced.put(tables, style, output, compare=compare, told=_told, eyes=_for_eyes)
    elif survival:
        del asked["partial"]
        printing.put(tie_survival(corpus, **asked), style, output)
    else:
        table = cosigning_ties(corpus, **asked)
        if output is not None and as_graph:
            _write_graph(corpus, table, output)
        elif style == "table":
            printing.put(_for_eyes(table), "table", output, below=_below(table))
        else:
            printing.put(table, style, output)


def _refuse_both(given: list[str], asked: dict[str, Any]) -> None:
    """Refuse options that have nothing to do with one another."""
    if len(given) > 1:
        graph = " (-o with a name that ends with .csv)" if "a graph" in given else ""
        raise click.UsageError(f"{' and '.join(given)}: give one of them{graph}")
    if "--survival" in given and asked["partial"] != "left-out":
        raise click.UsageError("--survival is of complete lists: leave out --partial")
    if asked["partial"] == "bounds" and asked["model"] not in BOUNDED_MODELS:
        *others, last = BOUNDED_MODELS
        raise click.UsageError(
            f"--partial bounds has no --model {asked['model']}: what completions of lists allow "
            f"is exact for {', '.join(others)} and {last}; give one of these as --model, or "
            "--partial named"
        )


def _told(table: pd.DataFrame) -> dict[str, Any]:
    """Return the ties of a slice as JSON has them."""
    from coalitions.cli import printing  # noqa: PLC0415 - heavy

    return {"ties": printing.records(table), "method": table.attrs["method"]}


def _show_camps(corpus: Corpus, asked: dict[str, Any], style: str, output: Path | None) -> None:
    """Print who stands in which camp, by the significant ties."""
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.graphs import cosigning_ties, find_camps  # noqa: PLC0415 - heavy

    table = find_camps(corpus, cosigning_ties(corpus, **asked))
    if style == "json":
        told = {key: table.attrs[key] for key in ("ties", "contradictory", "at_least", "method")}
        printing.put_object({"camps": printing.records(table), **told}, output)
        return
    below = table.attrs["method"] if style == "table" else ""
    printing.put(table, style, output, below=below)


def _write_graph(corpus: Corpus, table: pd.DataFrame, output: Path) -> None:
    """Write the significant ties as a graph, with the looks of the co-signing network."""
    from coalitions.export import write_graph  # noqa: PLC0415 - heavy
    from coalitions.graphs import backbone_graph  # noqa: PLC0415 - heavy
    from coalitions.looks import node_looks  # noqa: PLC0415 - heavy

    graph = backbone_graph(corpus, table)
    write_path(write_graph(graph, output, looks=node_looks(graph), time="static"))


def _for_eyes(table: pd.DataFrame) -> pd.DataFrame:
    """Return the significant ties, the smallest p-value first."""
    found = table[table["significant"]]
    found = found.sort_values("p_adjusted", kind="stable").reset_index(drop=True)
    for column in [name for name in map(str, found) if name.startswith("p_")]:
        found[column] = found[column].map("{:.2g}".format)
    found["sign"] = found["sign"].map({1: "more", -1: "fewer", 0: "as many"})
    return found.drop(columns=["p_min", "significant"])


def _below(table: pd.DataFrame) -> str:
    """Return how many ties are significant, and what was done."""
    number, of = int(table["significant"].sum()), len(table)
    verb = "is" if number == 1 else "are"
    pairs = "1 pair" if of == 1 else f"{of:,} pairs"
    return f"{number:,} of {pairs} {verb} significant. {table.attrs['method']}"
