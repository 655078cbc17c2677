"""The columns of Gephi's data laboratory: their ids in the file, and the text of their values."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from coalitions.export.columns import AttributeReader, raw_columns
from coalitions.export.gexf.text import Texts, escape
from coalitions.export.values import titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.export.columns import Block, Found
    from coalitions.export.gexf.text import Lines
    from coalitions.export.gexf.time import Starts
    from coalitions.export.values import Scalar

# Columns that every table of Gephi's has, so that another one of that id would be lost.
_GEPHI_OWN = {"id", "label", "timeset", "weight"}


class Written(NamedTuple):
    """What some nodes or edges hold under one name, and each value as it is written."""

    column: Sequence[Scalar | None]
    texts: Sequence[str]


class Columns:
    """Reads blocks of nodes or edges into columns of text, and remembers which columns there are.

    Parameters
    ----------
    starts : Starts or None
        Turns ``start`` into time; None leaves time out.
    own : mapping of str to Texts
        Those names that are no columns of the data laboratory, but attributes of each element.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> columns = Columns(None, {})
    >>> columns.read(Block((["CUB"],), [{"count": 3}]))["count"].texts
    ['<attvalue for="count" value="3"/>']
    >>> columns.declarations().strip()
    '<attribute id="count" title="count" type="integer"/>'
    """

    def __init__(self, starts: Starts | None, own: Mapping[str, Texts]) -> None:
        self.tally = AttributeReader()
        self._starts = starts
        self._own = own
        self._texts: dict[str, Texts] = {}
        self._titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def declarations(self) -> str:
        """Return the declarations of the columns that there were so far."""
        types = self.tally.types()
        return "".join(
            f'      <attribute id="{escape(self._ids[name])}" title="{escape(title)}" '
            f'type="{types[name]}"/>\n'
            for name, title in self._titles.items()
        )

    def read(self, block: Block) -> dict[str, Written]:
        """Return the attributes of a block, without those that have no value yet."""
        read = {name: self._read(block, name, raw) for name, raw in raw_columns(block).items()}
        return {name: written for name, written in read.items() if written is not None}

    def _read(self, block: Block, name: str, raw: Found) -> Written | None:
        # Values whose text is known were checked when they were new. Once anything is wrong, all
        # are checked again, so that each place where it is wrong is named.
        if name in self._texts and not self.tally.faults:
            texts = self._texts[name].known(raw)
            if texts is not None:
                return Written(raw.column, texts)
        found = self.tally.check(block, name, raw)
        if found is None:
            return None
        if name not in self._texts:
            self._name(name)
        return Written(found.column, self._texts[name](found))

    def add_start(self, lines: Lines, columns: Mapping[str, Written]) -> None:
        """Add from when on each element is there, where there is time."""
        if self._starts is not None and "start" in columns:
            lines.column(self._starts(columns["start"].column))

    def add_values(
        self, lines: Lines, columns: Mapping[str, Written], *more: Sequence[str]
    ) -> None:
        """Add the values of the columns, and more that are text already."""
        if not columns and not more:
            return
        lines.text("<attvalues>")
        for texts in [*(each.texts for each in columns.values()), *more]:
            lines.column(texts)
        lines.text("</attvalues>")

    def _name(self, name: str) -> None:
        if name in self._own:
            self._texts[name] = self._own[name]
            return
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


def block_of(element: str, mode: str, columns: str) -> str:
    """Return declarations as a block of the file, "" where there are none."""
    if not columns:
        return ""
    return f'    <attributes class="{element}" mode="{mode}">\n{columns}    </attributes>\n'
