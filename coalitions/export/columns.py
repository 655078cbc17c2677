"""A graph's attributes as checked, typed columns: what every format is written from."""

from __future__ import annotations

import math
from itertools import chain, islice
from operator import itemgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, cast

import pandas as pd

from coalitions.errors import GraphError
from coalitions.export.values import distinct, plain
from coalitions.files import is_legible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    from coalitions.export.values import Scalar

Graph: TypeAlias = "nx.Graph[str]"

# Long enough to spread the cost of each block, short enough to stay in the processor's cache.
_BLOCK = 2048
_INTEGER = 2**31
_LONG = 2**63
# Integers up to here are numbers of 64 bits with a point, too.
_EXACT = 2**53
# Which values a column of a type can hold without loss, narrowest type first.
_HELD = {
    "boolean": {"boolean"},
    "integer": {"integer"},
    "long": {"integer", "exact", "long"},
    "double": {"integer", "exact", "double"},
}
# Gephi holds weights in 32 bits, removes an edge of weight 0 and warns of one below.
_LEAST_WEIGHT, _GREATEST_WEIGHT = 1.2e-38, 3.4e38
_FAULTS_SHOWN = 10
_KINDS = {bool: "boolean", float: "double", str: "string"}


class Block(NamedTuple):
    """Some nodes (one sequence of keys) or edges (two), with their attributes."""

    ends: tuple[Sequence[str], ...]
    data: Sequence[Mapping[str, object]]


def node_blocks(graph: Graph) -> Iterator[Block]:
    """Return the nodes some thousands at a time."""
    nodes = iter(graph.nodes(data=True))
    while block := list(islice(nodes, _BLOCK)):
        yield Block(([key for key, _ in block],), [data for _, data in block])


def edge_blocks(graph: Graph) -> Iterator[Block]:
    """Return the edges some thousands at a time, in the order of ``graph.edges``.

    Of parallel edges a third sequence says which one each is: their keys.
    """
    if graph.is_multigraph():
        edges = iter(cast("nx.MultiGraph[str]", graph).edges(keys=True, data=True))
        while block := list(islice(edges, _BLOCK)):
            *ends, attributes = zip(*block, strict=True)
            yield Block(tuple(ends), attributes)
        return
    sources: list[str] = []
    targets: list[str] = []
    data: list[Mapping[str, object]] = []
    seen: set[str] = set()
    for node, neighbours in graph.adjacency():
        for neighbour, values in neighbours.items():
            if neighbour not in seen:
                sources.append(node)
                targets.append(neighbour)
                data.append(values)
        seen.add(node)
        if len(data) >= _BLOCK:
            yield Block((sources, targets), data)
            sources, targets, data = [], [], []
    if data:
        yield Block((sources, targets), data)


class Found(NamedTuple):
    """What some nodes or edges hold under one name: plain values, None where there is none."""

    column: list[Scalar | None]
    types: set[type]


class AttributeReader:
    """Reads a graph's nodes, or its edges, block by block: plain values, types, what is wrong.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_node("CUB", label="Cuba", count=3)
    >>> tally = AttributeReader()
    >>> [tally.read(block)["count"] for block in node_blocks(graph)]
    [Found(column=[3], types={<class 'int'>})]
    >>> tally.types()
    {'label': 'string', 'count': 'integer'}
    """

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._kinds: dict[str, set[str]] = {}

    def read(self, block: Block) -> dict[str, Found]:
        """Return the attributes of a block as columns, without those that have no value yet."""
        read = {name: self.check(block, name, found) for name, found in raw_columns(block).items()}
        return {name: found for name, found in read.items() if found is not None}

    def check(self, block: Block, name: str, raw: Found) -> Found | None:
        """Return one column of a block as plain values, None where it has no value yet."""
        if not isinstance(name, str):
            self.faults.append(f"attribute {name!r}: expected a name that is text")
            return None
        found = self._plain(block, name, raw)
        if name == "weight" and len(block.ends) > 1:
            self._check_weights(block, found)
        kinds = self._kinds.setdefault(name, set())
        kinds |= _kinds(found)
        return found if kinds else None

    def types(self) -> dict[str, str]:
        """Return the type of each attribute that has a value, in the order of first use.

        ``boolean``, ``integer`` (32 bits), ``long`` (64 bits), ``double`` or ``string``. Integers
        and other numbers together are ``double``; whatever that would not hold exactly, any other
        mixture and integers beyond 64 bits are ``string``.
        """
        return {name: _type(kinds) for name, kinds in self._kinds.items() if kinds}

    def _plain(self, block: Block, name: str, raw: Found) -> Found:
        column, types = raw
        if types <= {str, int, bool, NoneType}:
            return raw
        if types == {float} and math.isfinite(sum(cast("list[float]", column))):
            return raw
        values: list[Scalar | None] = []
        for row, value in enumerate(column):
            try:
                values.append(plain(value))
            except TypeError as error:
                self.faults.append(f'{_place(block, row)}, attribute "{name}": {error}')
                values.append(None)
        return Found(values, set(map(type, values)))

    def _check_weights(self, block: Block, found: Found) -> None:
        if found.types <= {int, float} and _are_weights(found.column):
            return
        for row, weight in enumerate(found.column):
            raw = block.data[row].get("weight")
            if not (_is_missing(raw) or (type(weight) in (int, float) and _are_weights([weight]))):
                self.faults.append(
                    f'{_place(block, row)}, attribute "weight": {raw!r}: expected a finite '
                    "number above 0"
                )


def raw_columns(block: Block) -> dict[str, Found]:
    """Return the attributes of a block as columns of what the graph holds, checked in no way."""
    return {name: Found(values, _types(values)) for name, values in _values(block.data).items()}


def _types(values: Sequence[object]) -> set[type]:
    # Types are mostly one, and counting that one takes half as long as collecting them.
    types = list(map(type, values))
    return {types[0]} if types.count(types[0]) == len(types) else set(types)


def _values(data: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    names = list(data[0])
    if list(map(len, data)).count(len(names)) == len(data):
        try:
            return {name: list(map(itemgetter(name), data)) for name in names}
        except KeyError:
            pass  # As many attributes each, but not the same ones.
    names = list(dict.fromkeys(chain.from_iterable(data)))
    return {name: [each.get(name) for each in data] for name in names}


def _are_weights(values: Sequence[Scalar | None]) -> bool:
    return min(values) >= _LEAST_WEIGHT and max(values) <= _GREATEST_WEIGHT  # type: ignore[type-var, operator]


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def _place(block: Block, row: int) -> str:
    keys = [str(end[row]) for end in block.ends]
    return f'{"edge" if len(keys) > 1 else "node"} "{"–".join(keys)}"'


def _kinds(found: Found) -> set[str]:
    values, types = found
    kinds = {_KINDS[each] for each in types & _KINDS.keys()}
    if int in types:
        whole = values if types == {int} else [each for each in values if type(each) is int]
        kinds.add(_width(min(whole), max(whole)))  # type: ignore[type-var, arg-type]
    return kinds


def _width(low: int, high: int) -> str:
    if low >= -_INTEGER and high < _INTEGER:
        return "integer"
    if low >= -_EXACT and high <= _EXACT:
        return "exact"
    return "long" if low >= -_LONG and high < _LONG else "string"


def _type(kinds: set[str]) -> str:
    for type_, held in _HELD.items():
        if kinds <= held:
            return type_
    return "string"


def node_ids(graph: Graph) -> dict[str, str]:
    r"""Return each node's key as a file holds it: legible, and still different from all others.

    Examples
    --------
    >>> import networkx as nx
    >>> node_ids(nx.Graph([("CUB", "a\x00")]))
    {'CUB': 'CUB', 'a\x00': 'a�'}
    """
    if is_legible("".join(graph)):
        return dict(zip(graph, graph, strict=True))
    return dict(zip(graph, distinct(graph, set(), str), strict=True))


def check_graph(graph: Graph, *, parallel: Literal["kind", "none"] = "none") -> None:
    """Check what is no attribute of a node or edge: the kind of graph, keys, graph attributes.

    Parameters
    ----------
    graph : nx.Graph
        Any graph.
    parallel : {"kind", "none"}
        Which parallel edges there may be: those of different kind, or none.

    Raises
    ------
    GraphError
        The graph is directed, has parallel edges that it may not have, a key is no text, or a
        value of the graph is none that a file could hold; each is named.
    """
    if graph.is_directed() or (graph.is_multigraph() and parallel == "none"):
        raise GraphError(
            f"the graph is a {type(graph).__name__}: expected an undirected nx.Graph without "
            "parallel edges, which only .gexf holds"
        )
    faults = [*_alike(graph)] if graph.is_multigraph() else []
    faults += [
        f"node {node!r}: expected a key of one character or more"
        for node in graph
        if not isinstance(node, str) or not node
    ]
    for name, value in graph.graph.items():
        if not isinstance(name, str):
            faults.append(f"graph attribute {name!r}: expected a name that is text")
            continue
        try:
            plain(value)
        except TypeError as error:
            faults.append(f'graph attribute "{name}": {error}')
    refuse(faults)


def _alike(graph: Graph) -> Iterator[str]:
    """Yield what is wrong with parallel edges: Gephi joins those of the same kind into one."""
    for source, target in dict.fromkeys(graph.edges()):
        edges = graph.get_edge_data(source, target)
        kinds = [data.get("kind") for data in edges.values()]
        if len(set(kinds)) < len(kinds):
            yield (
                f'edge "{source}–{target}", attribute "kind": {kinds[0]!r}: expected another '
                "kind for each parallel edge"
            )
        for key in edges:
            if not isinstance(key, str):
                yield f'edge "{source}–{target}", key {key!r}: expected text'


def refuse(faults: Sequence[str]) -> None:
    """Raise a GraphError that lists the faults, where there are any."""
    if not faults:
        return
    shown = list(faults[:_FAULTS_SHOWN])
    if len(faults) > len(shown):
        shown.append(f"and {len(faults) - len(shown)} more")
    raise GraphError("\n".join(["the graph cannot be written:", *shown]))
