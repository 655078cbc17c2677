"""The columns of Gephi's data laboratory: their ids in the file, and the text of their values."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from coalitions.export.columns import AttributeReader, raw_columns
from coalitions.export.gexf.text import Texts, escape
from coalitions.export.gexf.time import start
from coalitions.export.values import titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.export.columns import Block, Found
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
    own : mapping of str to Texts
        Those names that are no columns of the data laboratory, but attributes of each element.
    timed : bool
        Whether ``start`` becomes time, too.

    Attributes
    ----------
    dated : bool
        Whether any element has a date from which it is there.

    Examples
    --------
    >>> from coalitions.export.columns import Block
    >>> columns = Columns({}, timed=False)
    >>> columns.read(Block((["CUB"],), [{"count": 3}]))["count"].texts
    ['<attvalue for="count" value="3"/>']
    >>> columns.declared("node").splitlines()[1].strip()
    '<attribute id="count" title="count" type="integer"/>'
    """

    def __init__(self, own: Mapping[str, Texts], *, timed: bool) -> None:
        self.tally, self.dated = AttributeReader(), False
        self._own, self._timed = own, timed
        self._texts: dict[str, Texts] = {}
        self._titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def declared(self, element: str, more: str = "") -> str:
        """Return the declaration of the columns that there were so far, and of more."""
        types = self.tally.types()
        columns = "".join(
            f'      <attribute id="{escape(self._ids[name])}" title="{escape(title)}" '
            f'type="{types[name]}"/>\n'
            for name, title in self._titles.items()
        )
        return block_of(element, "static", columns + more)

    def read(self, block: Block) -> dict[str, Written]:
        """Return the attributes of a block, without those that have no value yet."""
        read = {name: self._read(block, name, raw) for name, raw in raw_columns(block).items()}
        return {name: written for name, written in read.items() if written is not None}

    def since(self, read: Mapping[str, Written]) -> Sequence[str]:
        """Return from when on each element is there, "" where there is no time."""
        texts = list(map(start, read["start"].column)) if self._timed and "start" in read else []
        self.dated |= any(texts)
        return texts or ""

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
            self._texts[name] = self._own.get(name) or self._named(name)
        return Written(found.column, self._texts[name](found))

    def _named(self, name: str) -> Texts:
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
        return Texts(f'<attvalue for="{escape(wanted)}" value="', '"/>')


def block_of(element: str, mode: str, columns: str) -> str:
    """Return declarations as a block of the file, "" where there are none."""
    if not columns:
        return ""
    return f'    <attributes class="{element}" mode="{mode}">\n{columns}    </attributes>\n'
