"""GEXF 1.3, the file format of Gephi."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from itertools import count
from operator import lt
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from coalitions.export.columns import (
    Tally,
    check_graph,
    edge_blocks,
    node_blocks,
    node_ids,
    refuse,
)
from coalitions.export.placing import is_colour, placed, rgb
from coalitions.export.values import plain, text_of, titles
from coalitions.export.xmltext import Lines, Texts, escape
from coalitions.files import replacing
from coalitions.looks import EDGE_COLOUR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from coalitions.export.columns import Block, Found, Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
"""
_GRAPH = '  <graph defaultedgetype="undirected" mode="static">\n'
# Columns that every table of Gephi's has, so that another one of that id would be lost; and none.
_GEPHI_OWN = {"id", "label", "timeset", "weight", ""}
# Files below this size (bytes) are put together in memory.
_SPOOLED = 2**22


def write_gexf(graph: Graph, looks: pd.DataFrame | None, target: Path) -> Path:
    """Write a graph as GEXF 1.3 for Gephi and Gephi Lite.

    The same graph gives the same bytes. Of a node, ``label`` is its label in Gephi (its key where
    it has none); of an edge, ``kind`` is its kind (Gephi's edge type), ``weight`` its weight and
    ``colour``, where it is ``#RRGGBB``, its colour; all other attributes, and ``colour`` too, are
    columns of the data laboratory. An edge's id is made of its two ends, so that it stays when
    other edges come or go.

    Parameters
    ----------
    graph : nx.Graph
        Graph after the graph contract; its attributes ``method``, ``completeness`` and ``source``
        become the file's description, ``last_date`` its date.
    looks : DataFrame or None
        Node looks; without them the file has no places, colours and sizes.
    target : Path
        File to write; its folder must exist.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    GraphError
        The graph or the looks break the contract.
    CoalitionsError
        The file cannot be written.

    Notes
    -----
    Control characters and lone surrogates become U+FFFD. None, NaN and infinities are left out.
    Column types are decided per column: a mixture of integers and other numbers is ``double``, any
    other mixture and what no number of 64 bits holds exactly are ``string``. Other attributes of
    the graph are not kept. Titles that differ only in case get a number.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import networkx as nx
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_gexf(nx.Graph([("CUB", "CHN")]), None, folder / "a.gexf")
    >>> print(path.read_text().splitlines()[-4].strip())
    <edge id="CHN--CUB" source="CUB" target="CHN"></edge>
    """
    check_graph(graph)
    # Only the keys that are not written as they are, mostly none.
    ids = {node: text for node, key in node_ids(graph).items() if (text := escape(key)) != node}
    nodes = _NodeLines(ids, placed(graph, looks))
    marks = {node: mark for node in graph if (mark := _mark(ids.get(node, node))) != node}
    edges = _EdgeLines(ids, marks, None if looks is None else EDGE_COLOUR)
    # Which columns there are, and of which types, is known once all is read.
    with replacing(target) as stream, SpooledTemporaryFile(_SPOOLED) as body:
        for text in _body(graph, nodes, edges):
            body.write(text.encode())
        refuse([*nodes.tally.faults, *edges.tally.faults])
        head = _HEAD + _meta(graph.graph) + _GRAPH + nodes.declared("node") + edges.declared("edge")
        stream.write(head.encode())
        body.seek(0)
        copyfileobj(body, stream, _SPOOLED)
    return target


def _body(graph: Graph, nodes: _NodeLines, edges: _EdgeLines) -> Iterator[str]:
    yield "    <nodes>\n"
    yield from map(nodes.text, node_blocks(graph))
    yield "    </nodes>\n    <edges>\n"
    yield from map(edges.text, edge_blocks(graph))
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _meta(attributes: Mapping[str, object]) -> str:
    last_date, *sentences = (
        escape(text_of(value)) if (value := plain(attributes.get(name))) is not None else ""
        for name in ("last_date", "method", "completeness", "source")
    )
    day = f' lastmodifieddate="{last_date}"' if last_date else ""
    return (
        f"  <meta{day}>\n"
        f"    <creator>coalitions {version('coalitions')}</creator>\n"
        f"    <description>{' '.join(filter(None, sentences))}</description>\n"
        "  </meta>\n"
    )


class _Columns:
    """The columns of Gephi's data laboratory, each with its id in the file."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._texts: defaultdict[str, Texts] = defaultdict(Texts)
        self._titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def declared(self, element: str) -> str:
        """Return the declaration of the columns."""
        types = self.tally.types()
        lines = (
            f'      <attribute id="{escape(self._ids[name])}" title="{escape(title)}" '
            f'type="{types[name]}"/>\n'
            for name, title in self._titles.items()
        )
        if not self._titles:
            return ""
        return (
            f'    <attributes class="{element}" mode="static">\n{"".join(lines)}    </attributes>\n'
        )

    def _encoded(self, columns: Mapping[str, Found]) -> dict[str, list[str | None]]:
        return {name: self._texts[name](found) for name, found in columns.items()}

    def _add_values(self, lines: Lines, columns: Mapping[str, list[str | None]]) -> None:
        if not columns:
            return
        lines.text("<attvalues>")
        for name, texts in columns.items():
            if name not in self._ids:
                self._name(name)
            lines.values(f'<attvalue for="{escape(self._ids[name])}" value="', texts, '"/>')
        lines.text("</attvalues>")

    def _name(self, name: str) -> None:
        # Gephi finds columns by id without regard to case, and so joins those of several files. A
        # name that it keeps for itself gets a number as its id, for which graphology shows the
        # title.
        (title,) = titles([name], self._titles.values())
        free = map(str, count())
        wanted = next(free) if title.casefold() in _GEPHI_OWN else title
        while wanted in self._ids.values():
            wanted = next(free)
        self._titles[name], self._ids[name] = title, wanted


class _NodeLines(_Columns):
    """Writes blocks of nodes."""

    def __init__(self, ids: Mapping[str, str], look: pd.DataFrame | None) -> None:
        super().__init__()
        self._node_ids = ids
        self._look = look

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        (nodes,) = block.ends
        ids = _replaced(nodes, self._node_ids)
        columns = self._encoded(self.tally.read(block))
        texts = columns.pop("label", [None] * len(nodes))
        labels = [key if text is None else text for key, text in zip(ids, texts, strict=True)]
        lines = Lines(len(nodes))
        lines.column('      <node id="', ids, '"')
        lines.column(' label="', labels, '">')
        self._add_values(lines, columns)
        if self._look is not None:
            self._add_look(lines, self._look.loc[list(nodes)])
        lines.text("</node>\n")
        return str(lines)

    def _add_look(self, lines: Lines, look: pd.DataFrame) -> None:
        x, y, size = (list(map(repr, look[name].tolist())) for name in ("x", "y", "size"))
        lines.values("", [_colour(colour) for colour in look["colour"]], "")
        lines.column('<viz:position x="', x, '"')
        lines.column(' y="', y, '" z="0.0"/>')
        lines.column('<viz:size value="', size, '"/>')


class _EdgeLines(_Columns):
    """Writes blocks of edges, in one colour where they have none of their own."""

    def __init__(
        self, ids: Mapping[str, str], marks: Mapping[str, str], colour: str | None
    ) -> None:
        super().__init__()
        self._node_ids = ids
        self._marks = marks
        self._colour = colour

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        sources, targets = block.ends
        found = self.tally.read(block)
        colours = found.get("colour")
        columns = self._encoded(found)
        lines = Lines(len(sources))
        self._add_id(lines, sources, targets)
        lines.column(' source="', _replaced(sources, self._node_ids), '"')
        lines.column(' target="', _replaced(targets, self._node_ids), '"')
        for own in ("kind", "weight"):
            if own in columns:
                lines.values(f' {own}="', columns.pop(own), '"')
        lines.text(">")
        self._add_values(lines, columns)
        if colours is not None:
            lines.values("", [_colour(each, self._colour) for each in colours.column], "")
        elif self._colour:
            lines.text(_colour(self._colour) or "")
        lines.text("</edge>\n")
        return str(lines)

    def _add_id(self, lines: Lines, sources: Sequence[str], targets: Sequence[str]) -> None:
        # The ends in the order of the alphabet: the order of the graph's edges plays no part.
        first, second = sources, targets
        if any(map(lt, targets, sources)):
            first = list(map(min, sources, targets))
            second = list(map(max, sources, targets))
        lines.column('      <edge id="', _replaced(first, self._marks), "--")
        lines.column("", _replaced(second, self._marks), '"')


def _replaced(keys: Sequence[str], others: Mapping[str, str]) -> Sequence[str]:
    return [others.get(key, key) for key in keys] if others else keys


def _mark(key: str) -> str:
    """Return a key such that no two pairs of keys, joined by two hyphens, are the same text."""
    if "--" in key or "%" in key or key.startswith("-") or key.endswith("-"):
        return key.replace("%", "%25").replace("-", "%2D")
    return key


def _colour(colour: object, otherwise: str | None = None) -> str | None:
    shown = str(colour) if is_colour(colour) else otherwise
    return shown and '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb(shown))
