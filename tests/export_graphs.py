"""Graphs with whatever an attribute may hold, and how a file gives it back."""

from __future__ import annotations

import math
from datetime import date

import networkx as nx
import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

NAMES = st.sampled_from(
    ["id", "pid", "type", "label", "start", "end", "for", "kind", "value", "x", "size",
     "source", "target", "weight ", "name", "ünï", "😀", "שם", "a\x00b", "0", "", "timeset"]
)  # fmt: skip
TEXT = st.text(st.characters(categories=None), max_size=12)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.integers(-5, 5),
    st.floats(),
    TEXT,
    st.dates(),
    st.datetimes(),
    st.booleans().map(np.bool_),
    st.integers(-9, 9).map(np.int16),
    st.floats(width=32).map(np.float32),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(np.datetime64),
)
ATTRIBUTES = st.dictionaries(NAMES, VALUES, max_size=6)


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    keys = draw(st.lists(TEXT.filter(bool), min_size=1, max_size=6, unique=True))
    graph = nx.Graph(method=draw(TEXT), last_date=draw(st.sampled_from(["", "2020-10-06"])))
    for key in keys:
        graph.add_node(key, **draw(ATTRIBUTES))
    ends = st.tuples(st.sampled_from(keys), st.sampled_from(keys))
    for source, target in draw(st.lists(ends, max_size=8)):
        graph.add_edge(source, target)
        graph.edges[source, target].update(draw(ATTRIBUTES))
        graph.edges[source, target]["weight"] = draw(st.floats(0.001, 1000))
    return graph


def held(value: object) -> bool:
    """Return whether a file holds the value at all."""
    if value is None:
        return False
    return not isinstance(value, (float, np.floating)) or math.isfinite(value)


def clean(text: str) -> str:
    """Return text with what XML 1.0 cannot hold replaced, by the letter of its grammar."""
    return "".join(
        c if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe" or c > "\uffff"
        else "\ufffd"
        for c in text
    )  # fmt: skip


def same(value: object, found: object) -> bool:
    """Return whether what was read is what was written, in the type of its column."""
    if isinstance(value, (date, np.datetime64)):
        return found == (value.isoformat() if isinstance(value, date) else str(value))
    if isinstance(found, str) and isinstance(value, (bool, np.bool_)):
        return found == str(value).lower()
    if isinstance(found, str) and isinstance(value, (float, np.floating)):
        return float(found) == float(value)
    if isinstance(found, str):
        return found == clean(str(value))
    return bool(found == value)


def all_held(data: dict[str, object], found: dict[str, object]) -> bool:
    """Return whether the attributes that were read are those that were written, one by one."""
    return found.keys() == {clean(name) for name in data} and all(
        same(value, found[clean(name)]) for name, value in data.items()
    )


def drawn(count: int) -> list[nx.Graph]:
    """Return that many graphs, or somewhat fewer: the same each time."""
    found: list[nx.Graph] = []

    @settings(max_examples=count, phases=[Phase.generate], database=None, derandomize=True)
    @given(graphs())
    def keep(graph: nx.Graph) -> None:
        found.append(graph)

    keep()
    return found
