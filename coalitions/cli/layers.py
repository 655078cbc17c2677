"""Options that put ties and communities on what is there: the page, and files of graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from coalitions.cli.grouping import DRAWS, PARTIAL_WORDS
from coalitions.cli.parsing import share
from coalitions.cli.significance import CORRECTION_WORDS, NULL_MODELS, TAIL_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    import pandas as pd

    from coalitions.corpus import Corpus

#: Largest p-value of what is told, where nobody says.
_ALPHA = 0.05


def _of_layers() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--ties",
            "model",
            type=click.Choice(NULL_MODELS),
            is_flag=False,
            flag_value="sdsm",
            metavar="[MODEL]",
            help="Which co-signing ties mean something, against this null model (sdsm, if none is "
            "given; see coalitions ties).",
        ),
        click.option(
            "--tail", type=click.Choice(TAIL_WORDS), help="With --ties.  [default: upper]"
        ),
        click.option(
            "--correction",
            type=click.Choice(CORRECTION_WORDS),
            help="With --ties: what is done about many tests.  [default: none]",
        ),
        click.option(
            "--communities",
            is_flag=True,
            help="Who signs together more than with others, by number and colour (see coalitions "
            "communities).",
        ),
        click.option(
            "--alpha",
            type=float,
            callback=lambda ctx, option, given: given and share(ctx, option, given),
            metavar="SHARE",
            help=f"Largest p-value of significant ties, and of communities.  [default: {_ALPHA}]",
        ),
        click.option(
            "--partial",
            type=click.Choice(PARTIAL_WORDS),
            help="Leave out lists that are known in part, or count the names that are known.  "
            "[default: ties leave them out, communities count the names]",
        ),
    ]


def layers(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that ask for ties and communities."""
    for option in reversed(_of_layers()):
        command = option(command)
    return command


def asked(chosen: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Take the options out of what was chosen: for ties and for communities, what is asked.

    Examples
    --------
    >>> given = {"model": None, "tail": None, "correction": None, "alpha": 0.01, "partial": None}
    >>> asked({**given, "communities": True})
    {'communities': {'alpha': 0.01}}
    """
    names = ("model", "tail", "correction", "alpha", "partial")
    given = {name: chosen.pop(name) for name in names}
    communities = chosen.pop("communities")
    for name in ("tail", "correction") if not given["model"] else ():
        if given[name]:
            raise click.UsageError(f"--{name} is for --ties")
    for name in ("alpha", "partial") if not (given["model"] or communities) else ():
        if given[name]:
            raise click.UsageError(f"--{name} is for --ties or --communities")
    found = {name: value for name, value in given.items() if value}
    of_both = {name: value for name, value in found.items() if name in {"alpha", "partial"}}
    wanted: dict[str, dict[str, Any]] = {}
    if given["model"]:
        wanted["ties"] = found
    if communities:
        wanted["communities"] = of_both
    return wanted


def tables(corpus: Corpus, wanted: dict[str, dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Return the tables that are asked for, by name: ties, communities."""
    from coalitions.graphs import (  # noqa: PLC0415 - heavy
        cosigning_ties,
        draws_needed,
        find_communities,
    )

    found = {}
    if "ties" in wanted:
        found["ties"] = cosigning_ties(corpus, **wanted["ties"])
    if "communities" in wanted:
        draws = max(DRAWS, draws_needed(wanted["communities"].get("alpha", _ALPHA)))
        found["communities"] = find_communities(corpus, draws=draws, **wanted["communities"])
    return found


def told(graph: nx.Graph[str], found: dict[str, pd.DataFrame]) -> nx.Graph[str]:
    """Return a graph that tells of ties and communities, where there are tables of them."""
    from coalitions.graphs import with_communities, with_ties  # noqa: PLC0415 - heavy

    if "ties" in found:
        graph = with_ties(graph, found["ties"])
    if "communities" in found:
        graph = with_communities(graph, found["communities"])
    return graph
