"""Nodes of the three graphs, and what a graph says of itself: see ``build`` for the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd

from coalitions.corpus import (
    completeness,
    dates,
    more_than_one,
    nouns,
    sides_here,
    source,
    statement_labels,
    statuses,
)
from coalitions.graphs.furthercolumns import further_columns
from coalitions.looks import BETWEEN_SIDES, KNOWN_PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalitions.corpus import Corpus

Attributes = dict[str, Any]


def empty_graph(corpus: Corpus, kind: str, method: str) -> nx.Graph[str]:
    """Return a graph without nodes that says what it is."""
    one, many = nouns(corpus)
    graph: nx.Graph[str] = nx.Graph(
        kind=kind,
        members=corpus.members,
        noun=one,
        noun_plural=many,
        universe=corpus.possible,
        apart=len(corpus.apart),
        method=method,
        completeness=completeness(corpus),
        source=source(corpus),
        last_date=dates(corpus)[1],
    )
    if corpus.assumed:
        graph.graph["assumed"] = True
    if corpus.universes is not None:
        graph.graph["dated"] = True
    if not set(corpus.sides) <= set(KNOWN_PAIRS[0]):
        graph.graph["sides"] = BETWEEN_SIDES.join(corpus.sides)
    return graph


def statement_nodes(corpus: Corpus) -> Iterator[tuple[str, Attributes]]:
    """Yield every statement, with its attributes by the contract."""
    labels, named, declared = statement_labels(corpus), corpus.named, corpus.declared
    more = further_columns("statements", corpus.statements)
    for row in corpus.statements.to_dict("records"):
        key = str(row["statement_id"])
        count = None if pd.isna(declared[key]) else int(declared[key])
        size = int(named[key]) if count is None else count
        yield (
            key,
            {
                "kind": "statement",
                "label": labels[key],
                "group": row["topic"],
                **({"about": row["about"]} if row["about"] else {}),
                **({} if corpus.unknown[key] else {"count": size}),
                **({"side": row["stance"]} if row["stance"] else {}),
                "start": row["date"],
                "stance": row["stance"],
                "date": row["date"],
                "event": row["event_id"],
                **({} if count is None else {"declared": count}),
                "named": int(named[key]),
                "title": row["title"] or labels[key],
                "source_url": row["source_url"],
                "notes": row["notes"],
                **more.get(key, {}),
            },
        )


def signatory_nodes(corpus: Corpus) -> Iterator[tuple[str, Attributes]]:
    """Yield every signatory named under a statement, with its attributes by the contract."""
    sides = named_sides(corpus)
    dates = corpus.statements["date"].to_numpy(dtype=object)
    about = corpus.signatories.set_index("signatory")[["short", "name", "group"]].to_dict("index")
    status = statuses(corpus.signatories, corpus.members)
    more = further_columns("signatories", corpus.signatories)
    for key, under in zip(corpus.records.rows, corpus.records.positions, strict=True):
        yield (
            key,
            {
                "kind": "signatory",
                "label": about[key]["short"],
                "name": about[key]["name"],
                "group": about[key]["group"],
                "status": status[key],
                "count": len(under),
                **({"side": sides[key]} if sides[key] else {}),
                # An empty date comes first: then the first statement is not known.
                "start": min(dates[under]),
                **more.get(key, {}),
            },
        )


def named_sides(corpus: Corpus) -> dict[str, str]:
    """Return the side that each named signatory took over all statements of the corpus.

    Examples
    --------
    >>> from coalitions import load
    >>> named_sides(load("unga75"))["CUB"]
    'support'
    """
    stance = corpus.statements["stance"].to_numpy()
    sides = sides_here(corpus)
    under = np.array([corpus.lists.in_any(stance == side) for side in sides], dtype=bool)
    under = under.reshape(len(sides), len(corpus.lists.columns))
    several = under.sum(axis=0) > 1
    side = np.select([several, *under], [more_than_one(corpus), *sides], "")
    return dict(zip(corpus.lists.columns, side.tolist(), strict=True))
