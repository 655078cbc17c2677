"""Texts of XML, some thousands at a time: of the values of a column, and lines made of them."""

from __future__ import annotations

import re
from operator import itemgetter
from types import NoneType
from typing import TYPE_CHECKING

from coalitions.export.values import value_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.export.columns import Found
    from coalitions.export.values import Scalar

    Column = Sequence[Scalar | None]

_SPECIAL = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
# A parser reads a plain tab or line end in an attribute as a space, and a carriage return as \n.
_ESCAPES = {"&": "amp", "<": "lt", ">": "gt", '"': "quot", "\t": "#9", "\n": "#10", "\r": "#13"}
_ESCAPED = str.maketrans({each: f"&{name};" for each, name in _ESCAPES.items()})
# Beyond this many different values a column is not worth remembering.
_REMEMBERED = 2**14


def is_escaped(text: str) -> bool:
    """Return whether text stands in XML as it is."""
    return not _SPECIAL.search(text)


def escape(text: str) -> str:
    """Return text as it stands between double quotes or tags in XML 1.0.

    What XML cannot write (control characters, half a surrogate pair) becomes U+FFFD.

    Examples
    --------
    >>> escape('a "b" & c')
    'a &quot;b&quot; &amp; c'
    """
    return text if is_escaped(text) else value_text(text).translate(_ESCAPED)


class Texts:
    """Turns the values of one column into XML text with something around it, each value once.

    Examples
    --------
    >>> from coalitions.export.columns import Found
    >>> texts, found = Texts(' kind="', '"'), Found(["<", None, "<"], {str, NoneType})
    >>> texts.known(found)
    >>> texts(found)
    (' kind="&lt;"', '', ' kind="&lt;"')
    >>> texts.known(found)
    (' kind="&lt;"', '', ' kind="&lt;"')
    """

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        # By type, since 1, 1.0 and True are the same key.
        self._known: dict[frozenset[type], dict[Scalar | None, str]] = {}

    def known(self, found: Found) -> Sequence[str] | None:
        """Return the texts of a column if there was each of its values before, None otherwise."""
        try:
            return _looked_up(self._known[frozenset(found.types - {NoneType})], found.column)
        except KeyError:
            return None

    def __call__(self, found: Found) -> Sequence[str]:
        """Return the text of each value with what stands around it, "" where there is none."""
        values, kinds = found.column, frozenset(found.types - {NoneType})
        known, different = self._known.setdefault(kinds, {None: ""}), set(values)
        # Names, of which each is another one, are not remembered either.
        if len(kinds) > 1 or len(known) > _REMEMBERED or len(different) == len(values):
            return self._written(values, kinds)
        new = list(different - known.keys())
        known.update(zip(new, self._written(new, kinds), strict=True))
        return _looked_up(known, values)

    def _written(self, values: Column, kinds: frozenset[type]) -> list[str]:
        # One search over all texts is several times as fast as one in each.
        texts = "".join(filter(None, values)) if kinds == {str} else ""  # type: ignore[arg-type] # of texts
        if not (kinds <= {int, float} or (kinds == {str} and is_escaped(texts))):
            values = [None if value is None else escape(value_text(value)) for value in values]
        before, after = self._before, self._after
        return ["" if value is None else f"{before}{value}{after}" for value in values]


def _looked_up(known: Mapping[Scalar | None, str], values: Column) -> Sequence[str]:
    # Many columns are the same throughout.
    if _is_one(values):
        return [known[values[0]]] * len(values)
    # One call for all is faster than one for each.
    texts: Sequence[str] = itemgetter(*values)(known)
    return texts


def _is_one(column: Sequence[object]) -> bool:
    first = column[0]
    return column[-1] is first and column.count(first) == len(column)


def joined(count: int, *parts: str | Sequence[str]) -> str:
    """Return lines that are alike but for some columns, which have a text for each line.

    Examples
    --------
    >>> joined(2, '<n id="', ["a", "b"], '"/>;')
    '<n id="a"/>;<n id="b"/>;'
    """
    merged: list[str | Sequence[str]] = []
    for part in parts:
        text = part if isinstance(part, str) else part[0] if _is_one(part) else part
        if isinstance(text, str) and merged and isinstance(merged[-1], str):
            merged[-1] += text
        else:
            merged.append(text)
    # One join over all lines' parts: several times as fast as formatting line by line.
    every = [part if isinstance(part, str) else "" for part in merged] * count
    for place, part in enumerate(merged):
        if not isinstance(part, str):
            every[place :: len(merged)] = part
    return "".join(every)
