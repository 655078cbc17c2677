"""Nodes and edges as lines of GEXF, some thousands at a time, and the columns they turned up."""

from __future__ import annotations

from itertools import count
from operator import lt
from typing import TYPE_CHECKING

from coalitions.export.columns import Tally
from coalitions.export.placing import is_colour, rgb
from coalitions.export.values import titles
from coalitions.export.xmltext import Lines, Texts, escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from coalitions.export.columns import Block, Found
    from coalitions.export.spells import Starts, Steps

# Columns that every table of Gephi's has, so that another one of that id would be lost; and none.
_GEPHI_OWN = {"id", "label", "timeset", "weight", ""}
_WEIGHT = '      <attribute id="weight" title="weight" type="double"/>\n'


class _Columns:
    """The columns of Gephi's data laboratory, each with its id in the file."""

    def __init__(self, starts: Starts | None) -> None:
        self.tally = Tally()
        self._starts = starts
        self._texts: dict[str, Texts] = {}
        self._titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def _declarations(self) -> str:
        types = self.tally.types()
        return "".join(
            f'      <attribute id="{escape(self._ids[name])}" title="{escape(title)}" '
            f'type="{types[name]}"/>\n'
            for name, title in self._titles.items()
        )

    def _add_start(self, lines: Lines, columns: Mapping[str, Found]) -> None:
        if self._starts is not None and "start" in columns:
            lines.column(self._starts(columns["start"].column))

    def _add_values(self, lines: Lines, columns: Mapping[str, Found], *more: Sequence[str]) -> None:
        if not columns and not more:
            return
        lines.text("<attvalues>")
        for name, found in columns.items():
            if name not in self._ids:
                self._name(name)
            lines.column(self._texts[name](found))
        for column in more:
            lines.column(column)
        lines.text("</attvalues>")

    def _name(self, name: str) -> None:
        # Gephi finds columns by id without regard to case, and so joins those of several files. A
        # name that it keeps for itself gets a number as its id, for which graphology shows the
        # title.
        (title,) = titles([name], self._titles.values())
        free = map(str, count())
        wanted = next(free) if title.strip().casefold() in _GEPHI_OWN else title
        while wanted in self._ids.values():
            wanted = next(free)
        self._titles[name], self._ids[name] = title, wanted
        self._texts[name] = Texts(f'<attvalue for="{escape(wanted)}" value="', '"/>')


class NodeLines(_Columns):
    """Writes blocks of nodes.

    Parameters
    ----------
    ids : mapping of str to str
        Text of those keys that are not written as they are.
    look : DataFrame or None
        Checked looks of the nodes.
    starts : Starts or None
        Turns ``start`` into time; None leaves time out.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> NodeLines({}, None, None).text(Block((["CUB"],), [{"label": "Cuba"}])).strip()
    '<node id="CUB" label="Cuba"></node>'
    """

    def __init__(
        self, ids: Mapping[str, str], look: pd.DataFrame | None, starts: Starts | None
    ) -> None:
        super().__init__(starts)
        self._node_ids = ids
        self._look = look
        self._labels = Texts()

    def declared(self) -> str:
        """Return the declaration of the columns."""
        return _block("node", "static", self._declarations())

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        (nodes,) = block.ends
        ids = _replaced(nodes, self._node_ids)
        columns = self.tally.read(block)
        lines = Lines(len(nodes))
        lines.text('      <node id="')
        lines.column(ids)
        lines.text('" label="')
        lines.column(self._labelled(ids, columns.pop("label", None)))
        lines.text('"')
        self._add_start(lines, columns)
        lines.text(">")
        self._add_values(lines, columns)
        if self._look is not None:
            self._add_look(lines, self._look.loc[list(nodes)])
        lines.text("</node>\n")
        return str(lines)

    def _labelled(self, ids: Sequence[str], labels: Found | None) -> Sequence[str]:
        if labels is None:
            return ids
        texts = self._labels(labels)
        if None not in labels.column:
            return texts
        return [
            key if label is None else text
            for key, label, text in zip(ids, labels.column, texts, strict=True)
        ]

    def _add_look(self, lines: Lines, look: pd.DataFrame) -> None:
        lines.column([_colour(colour) for colour in look["colour"]])
        for before, values in (
            ('<viz:position x="', look["x"]),
            ('" y="', look["y"]),
            # Gephi and Gephi Lite draw a size as the radius, looks give the width.
            ('" z="0.0"/><viz:size value="', look["size"] / 2),
        ):
            lines.text(before)
            lines.column(list(map(repr, values.tolist())))
        lines.text('"/>')


class EdgeLines(_Columns):
    """Writes blocks of edges, in one colour where they have none of their own.

    Parameters
    ----------
    ids, marks : mapping of str to str
        Text of those keys that are not written as they are; in the id of an edge.
    colour : str or None
        Colour of edges that have none.
    starts : Starts or None
        Turns ``start`` into time; None leaves time out.
    steps : Steps or None
        Turns ``dates`` into weights that change; None leaves weights as they are.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> block = Block((["CUB"], ["CHN"]), [{"weight": 2.0}])
    >>> EdgeLines({}, {}, None, None, None).text(block).strip()
    '<edge id="CHN--CUB" source="CUB" target="CHN" weight="2.0"></edge>'
    """

    def __init__(
        self,
        ids: Mapping[str, str],
        marks: Mapping[str, str],
        colour: str | None,
        starts: Starts | None,
        steps: Steps | None,
    ) -> None:
        super().__init__(starts)
        self._node_ids = ids
        self._marks = marks
        self._colour = colour
        self._steps = steps
        self._own = {name: Texts(f' {name}="', '"') for name in ("kind", "weight")}

    def declared(self) -> str:
        """Return the declaration of the columns, and of a weight that changes."""
        if self._steps is None:
            return _block("edge", "static", self._declarations())
        # Gephi takes the first declaration of the weight; graphology knows the last block only.
        static = _block("edge", "static", self._declarations() + _WEIGHT)
        return _block("edge", "dynamic", _WEIGHT) + static

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        sources, targets, *keys = block.ends
        columns = self.tally.read(block)
        weight = columns.get("weight")
        lines = Lines(len(sources))
        self._add_id(lines, sources, targets, *keys)
        lines.text('" source="')
        lines.column(_replaced(sources, self._node_ids))
        lines.text('" target="')
        lines.column(_replaced(targets, self._node_ids))
        lines.text('"')
        for own, texts in self._own.items():
            if own in columns:
                lines.column(texts(columns.pop(own)))
        self._add_start(lines, columns)
        lines.text(">")
        steps = []
        if self._steps and weight:
            dates = columns["dates"].column if "dates" in columns else [None] * len(sources)
            steps.append(self._steps(dates, weight.column))
        self._add_values(lines, columns, *steps)
        self._add_colour(lines, columns.get("colour"))
        lines.text("</edge>\n")
        return str(lines)

    def _add_id(
        self, lines: Lines, sources: Sequence[str], targets: Sequence[str], *keys: Sequence[str]
    ) -> None:
        # The ends in the order of the alphabet: the order of the graph's edges plays no part.
        first, second = sources, targets
        if any(map(lt, targets, sources)):
            first = list(map(min, sources, targets))
            second = list(map(max, sources, targets))
        lines.text('      <edge id="')
        lines.column(_replaced(first, self._marks))
        lines.text("--")
        lines.column(_replaced(second, self._marks))
        for key in keys:
            lines.text("--")
            lines.column([mark(escape(each)) for each in key])

    def _add_colour(self, lines: Lines, own: Found | None) -> None:
        if own is not None:
            lines.column([_colour(each, self._colour) for each in own.column])
        elif self._colour:
            lines.text(_colour(self._colour))


def _block(element: str, mode: str, columns: str) -> str:
    if not columns:
        return ""
    return f'    <attributes class="{element}" mode="{mode}">\n{columns}    </attributes>\n'


def _replaced(keys: Sequence[str], others: Mapping[str, str]) -> Sequence[str]:
    return [others.get(key, key) for key in keys] if others else keys


def mark(key: str) -> str:
    """Return a key such that no two rows of keys, joined by two hyphens, are the same text.

    Examples
    --------
    >>> mark("a-b"), mark("a--b")
    ('a-b', 'a%2D%2Db')
    """
    return key.replace("%", "%25").replace("-", "%2D") if marked(key) else key


def marked(keys: str) -> bool:
    r"""Return whether any of some keys, one a line, would be another text in the id of an edge.

    Examples
    --------
    >>> marked("a-b\nc"), marked("a\n-b")
    (False, True)
    """
    lines = f"\n{keys}\n"
    return any(each in lines for each in ("--", "%", "\n-", "-\n"))


def _colour(colour: object, otherwise: str | None = None) -> str:
    shown = str(colour) if is_colour(colour) else otherwise
    return '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb(shown)) if shown else ""
