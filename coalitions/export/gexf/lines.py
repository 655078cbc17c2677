"""Nodes and edges as lines of GEXF, some thousands at a time, and the columns they turned up.

Columns are those of Gephi's data laboratory: each has an id in the file, a title and a type.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from operator import lt
from typing import TYPE_CHECKING, NamedTuple

from coalitions.export.columns import AttributeReader, raw_columns
from coalitions.export.gexf.text import Texts, escape, joined
from coalitions.export.gexf.time import start, steps
from coalitions.export.placing import is_colour, rgb
from coalitions.export.values import marked_key, titles
from coalitions.looks import EDGE_COLOUR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from coalitions.export.columns import Block
    from coalitions.export.gexf.text import Column

    # What many lines have: one text, or one for each line.
    Parts = list[str | Sequence[str]]

_WEIGHT = '      <attribute id="weight" title="weight" type="double"/>\n'
# Columns that every table of Gephi's has, so that another one of that id would be lost.
_GEPHI_OWN = {"id", "label", "timeset", "weight"}


class Plan(NamedTuple):
    """What is settled before the first line: keys, looks, and whether there is time."""

    #: Text of those keys that are not written as they are; and of those within the id of an edge.
    ids: Mapping[str, str]
    marks: Mapping[str, str]
    #: Checked looks of the nodes.
    looks: pd.DataFrame | None
    #: Whether ``start`` becomes time; whether ``dates`` of edges become weights that change.
    timed: bool
    moving: bool


class _Lines(AttributeReader):
    """Reads blocks of nodes or edges as columns of text, and remembers which columns there are."""

    element: str
    # Names that are no columns of the data laboratory, but attributes of the element.
    own: tuple[str, ...]

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        # Whether the file has time: a weight that changes, or any element with a date.
        self.dated = plan.moving
        self._plan = plan
        self._texts = {name: Texts(f' {name}="', '"') for name in self.own}
        self._titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def declared(self) -> str:
        """Return the declaration of the columns that there were so far."""
        types = self.types()
        columns = "".join(
            f'      <attribute id="{escape(self._ids[name])}" title="{escape(title)}" '
            f'type="{types[name]}"/>\n'
            for name, title in self._titles.items()
        )
        # Gephi takes the first declaration of the weight; graphology knows the last block only.
        weight = _WEIGHT if self._plan.moving and "weight" in self.own else ""
        return "".join(
            f'    <attributes class="{self.element}" mode="{mode}">\n{each}    </attributes>\n'
            for mode, each in (("dynamic", weight), ("static", columns + weight))
            if each
        )

    def _columns(self, block: Block) -> tuple[dict[str, Column], dict[str, Sequence[str]]]:
        """Return the attributes of a block that have any value yet, and each value as text."""
        columns: dict[str, Column] = {}
        texts: dict[str, Sequence[str]] = {}
        for name, raw in raw_columns(block).items():
            # Values whose text is known were checked when they were new. Once anything is wrong,
            # all are checked again, so that each place where it is wrong is named.
            is_new = name not in self._texts or self.faults
            known = None if is_new else self._texts[name].known(raw)
            found = raw if known else self.check(block, name, raw)
            if found:
                columns[name] = found.column
                texts[name] = known or self._texts_of(name)(found)
        return columns, texts

    def _texts_of(self, name: str) -> Texts:
        if name in self._texts:
            return self._texts[name]
        # Gephi finds columns by id without regard to case, and so joins those of several files. A
        # name that it keeps for itself gets a number as its id, for which graphology shows the
        # title. One without a name is called by its id: no number, which may be another's name.
        (title,) = titles([name], self._titles.values())
        free = map(str, count())
        wanted = title if title.strip() else "unnamed"
        wanted = next(free) if wanted.strip().casefold() in _GEPHI_OWN else wanted
        while wanted in self._ids.values():
            wanted = next(free)
        self._titles[name], self._ids[name] = title, wanted
        self._texts[name] = Texts(f'<attvalue for="{escape(wanted)}" value="', '"/>')
        return self._texts[name]

    def _rest(self, columns: Mapping[str, Column], texts: Mapping[str, Sequence[str]]) -> Parts:
        """Return from when on each element is there, and what the data laboratory shows of it."""
        since: str | list[str] = ""
        if self._plan.timed and "start" in columns:
            since = list(map(start, columns["start"]))
            self.dated |= any(since)
        values = ["<attvalues>", *texts.values(), "</attvalues>"] if texts else []
        return [since, ">", *values]


class NodeLines(_Lines):
    """Writes blocks of nodes.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> nodes = NodeLines(Plan({}, {}, None, timed=False, moving=False))
    >>> print(nodes.text(Block((["CUB"],), [{"label": "Cuba", "count": 3}])).strip())
    <node id="CUB" label="Cuba"><attvalues><attvalue for="count" value="3"/></attvalues></node>
    """

    element, own = "node", ("label",)

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        (nodes,) = block.ends
        ids, (columns, texts) = _replaced(nodes, self._plan.ids), self._columns(block)
        labels = texts.pop("label", [""] * len(nodes))
        if not all(labels):
            labels = [label or f' label="{key}"' for key, label in zip(ids, labels, strict=True)]
        looks = [] if self._plan.looks is None else _viz(self._plan.looks.loc[list(nodes)])
        parts: Parts = ['      <node id="', ids, '"', labels, *self._rest(columns, texts), *looks]
        return joined(len(nodes), *parts, "</node>\n")


class EdgeLines(_Lines):
    """Writes blocks of edges, in one colour where they have none of their own.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> edges = EdgeLines(Plan({}, {}, None, timed=False, moving=False))
    >>> edges.text(Block((["CUB"], ["CHN"]), [{"weight": 2.0}])).strip()
    '<edge id="CHN--CUB" source="CUB" target="CHN" weight="2.0"></edge>'
    """

    element, own = "edge", ("kind", "weight")

    def text(self, block: Block) -> str:
        """Return the lines of a block."""
        sources, targets = block.ends[:2]
        columns, texts = self._columns(block)
        parts: Parts = ['      <edge id="', *self._id(block.ends)]
        parts += ['" source="', _replaced(sources, self._plan.ids)]
        parts += ['" target="', _replaced(targets, self._plan.ids), '"']
        parts += [texts.pop(name) for name in self.own if name in texts]
        if self._plan.moving and "weight" in columns:
            dates = columns.get("dates", [None] * len(sources))
            texts["weight"] = list(map(steps, dates, columns["weight"]))
        otherwise = "" if self._plan.looks is None else _colour(EDGE_COLOUR)
        colours = [_colour(each) or otherwise for each in columns.get("colour", ())]
        parts += [*self._rest(columns, texts), colours or otherwise]
        return joined(len(sources), *parts, "</edge>\n")

    def _id(self, ends: Sequence[Sequence[str]]) -> Parts:
        sources, targets, *keys = ends
        # The ends in the order of the alphabet: the order of the graph's edges plays no part.
        first, second = list(sources), list(targets)
        for place in compress(count(), map(lt, targets, sources)):
            first[place], second[place] = second[place], first[place]
        marks = self._plan.marks
        parts: Parts = [_replaced(first, marks), "--", _replaced(second, marks)]
        for key in keys:
            parts += ["--", [marked_key(escape(each)) for each in key]]
        return parts


def _replaced(keys: Sequence[str], others: Mapping[str, str]) -> Sequence[str]:
    return [others.get(key, key) for key in keys] if others else keys


def _viz(looks: pd.DataFrame) -> Parts:
    # Gephi and Gephi Lite draw a size as the radius, looks give the width.
    x, y, size = (
        list(map(repr, each.tolist())) for each in (looks["x"], looks["y"], looks["size"] / 2)
    )
    place = ['<viz:position x="', x, '" y="', y, '" z="0.0"/><viz:size value="', size, '"/>']
    return [list(map(_colour, looks["colour"])), *place]


@lru_cache
def _colour(value: object) -> str:
    return '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb(str(value))) if is_colour(value) else ""
