"""Nodes and edges as lines of GEXF, some thousands at a time, and the columns they turned up."""

from __future__ import annotations

from operator import lt
from typing import TYPE_CHECKING

from coalitions.export.gexf.columns import Columns, block_of
from coalitions.export.gexf.text import Lines, Texts, escape
from coalitions.export.placing import is_colour, rgb
from coalitions.export.values import marked_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from coalitions.export.columns import Block
    from coalitions.export.gexf.columns import Written
    from coalitions.export.gexf.time import Starts, Steps

_WEIGHT = '      <attribute id="weight" title="weight" type="double"/>\n'


class NodeLines(Columns):
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
        super().__init__(starts, {"label": Texts()})
        self._node_ids = ids
        self._look = look

    def declared(self) -> str:
        """Return the declaration of the columns."""
        return block_of("node", "static", self.declarations())

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        (nodes,) = block.ends
        ids = _replaced(nodes, self._node_ids)
        columns = self.read(block)
        lines = Lines(len(nodes))
        lines.text('      <node id="')
        lines.column(ids)
        lines.text('" label="')
        lines.column(self._labelled(ids, columns.pop("label", None)))
        lines.text('"')
        self.add_start(lines, columns)
        lines.text(">")
        self.add_values(lines, columns)
        if self._look is not None:
            self._add_look(lines, self._look.loc[list(nodes)])
        lines.text("</node>\n")
        return str(lines)

    def _labelled(self, ids: Sequence[str], labels: Written | None) -> Sequence[str]:
        if labels is None:
            return ids
        if None not in labels.column:
            return labels.texts
        return [
            key if label is None else text for key, label, text in zip(ids, *labels, strict=True)
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


class EdgeLines(Columns):
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
        super().__init__(starts, {name: Texts(f' {name}="', '"') for name in ("kind", "weight")})
        self._node_ids = ids
        self._marks = marks
        self._colour = colour
        self._steps = steps

    def declared(self) -> str:
        """Return the declaration of the columns, and of a weight that changes."""
        if self._steps is None:
            return block_of("edge", "static", self.declarations())
        # Gephi takes the first declaration of the weight; graphology knows the last block only.
        static = block_of("edge", "static", self.declarations() + _WEIGHT)
        return block_of("edge", "dynamic", _WEIGHT) + static

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        sources, targets, *keys = block.ends
        columns = self.read(block)
        weight = columns.get("weight")
        lines = Lines(len(sources))
        self._add_id(lines, sources, targets, *keys)
        lines.text('" source="')
        lines.column(_replaced(sources, self._node_ids))
        lines.text('" target="')
        lines.column(_replaced(targets, self._node_ids))
        lines.text('"')
        for own in self._own:
            if own in columns:
                lines.column(columns.pop(own).texts)
        self.add_start(lines, columns)
        lines.text(">")
        steps = []
        if self._steps and weight:
            dates = columns["dates"].column if "dates" in columns else [None] * len(sources)
            steps.append(self._steps(dates, weight.column))
        self.add_values(lines, columns, *steps)
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
            lines.column([marked_key(escape(each)) for each in key])

    def _add_colour(self, lines: Lines, own: Written | None) -> None:
        if own is not None:
            lines.column([_colour(each, self._colour) for each in own.column])
        elif self._colour:
            lines.text(_colour(self._colour))


def _replaced(keys: Sequence[str], others: Mapping[str, str]) -> Sequence[str]:
    return [others.get(key, key) for key in keys] if others else keys


def _colour(colour: object, otherwise: str | None = None) -> str:
    shown = str(colour) if is_colour(colour) else otherwise
    return '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb(shown)) if shown else ""
