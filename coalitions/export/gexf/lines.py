"""Nodes and edges as lines of GEXF, some thousands at a time, and the columns they turned up."""

from __future__ import annotations

from operator import lt
from typing import TYPE_CHECKING

from coalitions.export.gexf.columns import Columns, block_of
from coalitions.export.gexf.text import Texts, escape, joined
from coalitions.export.gexf.time import steps
from coalitions.export.placing import is_colour, rgb
from coalitions.export.values import marked_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from coalitions.export.columns import Block
    from coalitions.export.gexf.columns import Written

    Parts = list[str | Sequence[str]]

_WEIGHT = '      <attribute id="weight" title="weight" type="double"/>\n'


class NodeLines(Columns):
    """Writes blocks of nodes.

    Parameters
    ----------
    ids : mapping of str to str
        Text of those keys that are not written as they are.
    looks : DataFrame or None
        Checked looks of the nodes.
    timed : bool
        Whether ``start`` becomes time.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> NodeLines({}, None, timed=False).text(Block((["CUB"],), [{"label": "Cuba"}])).strip()
    '<node id="CUB" label="Cuba"></node>'
    """

    def __init__(self, ids: Mapping[str, str], looks: pd.DataFrame | None, *, timed: bool) -> None:
        super().__init__({"label": Texts()}, timed=timed)
        self._node_ids, self._looks = ids, looks

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        (nodes,) = block.ends
        ids, read = _replaced(nodes, self._node_ids), self.read(block)
        labels = _labels(ids, read.pop("label", None))
        parts: Parts = ['      <node id="', ids, '" label="', labels, '"', self.since(read), ">"]
        parts += _attvalues([each.texts for each in read.values()])
        if self._looks is not None:
            parts += _place(self._looks.loc[list(nodes)])
        return joined(len(nodes), *parts, "</node>\n")


class EdgeLines(Columns):
    """Writes blocks of edges, in one colour where they have none of their own.

    Parameters
    ----------
    ids, marks : mapping of str to str
        Text of those keys that are not written as they are; in the id of an edge.
    colour : str or None
        Colour of edges that have none.
    timed : bool
        Whether ``start`` becomes time.
    moving : bool
        Whether ``dates`` become weights that change.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> block = Block((["CUB"], ["CHN"]), [{"weight": 2.0}])
    >>> EdgeLines({}, {}, None, timed=False, moving=False).text(block).strip()
    '<edge id="CHN--CUB" source="CUB" target="CHN" weight="2.0"></edge>'
    """

    def __init__(
        self,
        ids: Mapping[str, str],
        marks: Mapping[str, str],
        colour: str | None,
        *,
        timed: bool,
        moving: bool,
    ) -> None:
        own = {name: Texts(f' {name}="', '"') for name in ("kind", "weight")}
        super().__init__(own, timed=timed)
        self._node_ids, self._marks, self._colour, self._moving = ids, marks, colour, moving

    def declared(self, element: str, more: str = "") -> str:
        """Return the declaration of the columns, and of a weight that changes."""
        if not self._moving:
            return super().declared(element, more)
        # Gephi takes the first declaration of the weight; graphology knows the last block only.
        return block_of(element, "dynamic", _WEIGHT) + super().declared(element, more + _WEIGHT)

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        sources, targets, *keys = block.ends
        read = self.read(block)
        weight = read.get("weight")
        parts: Parts = ['      <edge id="', *self._id(sources, targets, *keys)]
        for name, ends in (("source", sources), ("target", targets)):
            parts += [f'" {name}="', _replaced(ends, self._node_ids)]
        parts += ['"', *(read.pop(name).texts for name in self._own if name in read)]
        values = [each.texts for each in read.values()]
        if self._moving and weight:
            dates = read["dates"].column if "dates" in read else [None] * len(sources)
            values.append(list(map(steps, dates, weight.column)))
        parts += [self.since(read), ">", *_attvalues(values)]
        colours = read["colour"].column if "colour" in read else [None]
        shown = [_colour(each, self._colour) for each in colours]
        parts.append(shown if "colour" in read else shown[0])
        return joined(len(sources), *parts, "</edge>\n")

    def _id(self, sources: Sequence[str], targets: Sequence[str], *keys: Sequence[str]) -> Parts:
        # The ends in the order of the alphabet: the order of the graph's edges plays no part.
        first, second = sources, targets
        if any(map(lt, targets, sources)):
            first = list(map(min, sources, targets))
            second = list(map(max, sources, targets))
        parts: Parts = [_replaced(first, self._marks), "--", _replaced(second, self._marks)]
        for key in keys:
            parts += ["--", [marked_key(escape(each)) for each in key]]
        return parts


def _replaced(keys: Sequence[str], others: Mapping[str, str]) -> Sequence[str]:
    return [others.get(key, key) for key in keys] if others else keys


def _labels(ids: Sequence[str], labels: Written | None) -> Sequence[str]:
    if labels is None:
        return ids
    found = zip(ids, *labels, strict=True)
    return [key if label is None else text for key, label, text in found]


def _attvalues(columns: Sequence[Sequence[str]]) -> Parts:
    return ["<attvalues>", *columns, "</attvalues>"] if columns else []


def _place(looks: pd.DataFrame) -> Parts:
    # Gephi and Gephi Lite draw a size as the radius, looks give the width.
    x, y, size = (
        list(map(repr, each.tolist())) for each in (looks["x"], looks["y"], looks["size"] / 2)
    )
    place = ['<viz:position x="', x, '" y="', y, '" z="0.0"/><viz:size value="', size, '"/>']
    return [list(map(_colour, looks["colour"])), *place]


def _colour(colour: object, otherwise: str | None = None) -> str:
    shown = str(colour) if is_colour(colour) else otherwise
    return '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb(shown)) if shown else ""
