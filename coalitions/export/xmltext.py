"""Lines of XML out of columns, some thousands at a time."""

from __future__ import annotations

import re
from types import NoneType
from typing import TYPE_CHECKING

from coalitions.export.values import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.export.columns import Found
    from coalitions.export.values import Scalar

_SPECIAL = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
# A parser reads a plain tab or line end in an attribute as a space, and a carriage return as \n.
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)
# Beyond this many different values a column is not worth remembering.
_REMEMBERED = 2**14


def escape(text: str) -> str:
    """Return text as it stands between double quotes or tags in XML 1.0.

    What XML cannot write (control characters, half a surrogate pair) becomes U+FFFD.

    Examples
    --------
    >>> escape('a "b" & c')
    'a &quot;b&quot; &amp; c'
    """
    return text_of(text).translate(_ESCAPES) if _SPECIAL.search(text) else text


def _text_or_none(value: Scalar | None) -> str | None:
    if value is None:
        return None
    return escape(value) if isinstance(value, str) else text_of(value)


class Texts:
    """Turns the values of one column into XML text, each different value once.

    Examples
    --------
    >>> from coalitions.export.columns import Found
    >>> Texts()(Found(["<", None, "<"], {str, NoneType}))
    ['&lt;', None, '&lt;']
    """

    def __init__(self) -> None:
        # By type, since 1, 1.0 and True are the same key.
        self._known: dict[type, dict[Scalar | None, str | None]] = {}

    def __call__(self, found: Found) -> list[str | None]:
        """Return the text of each value, None where there is none."""
        values, types = found
        kinds = types - {NoneType}
        if len(kinds) > 1:
            return list(map(_text_or_none, values))
        known = self._known.setdefault(next(iter(kinds), NoneType), {None: None})
        try:
            return list(map(known.__getitem__, values))
        except KeyError:
            pass
        if len(known) > _REMEMBERED:
            write = repr if types <= {float, int} else _text_or_none
            return list(map(write, values))
        known.update((value, _text_or_none(value)) for value in set(values) - known.keys())
        return list(map(known.__getitem__, values))


class Lines:
    r"""Lines that are alike but for some values.

    Parameters
    ----------
    count : int
        How many lines.

    Examples
    --------
    >>> lines = Lines(2)
    >>> lines.text("<n")
    >>> lines.values(' id="', ["a", None], '"')
    >>> lines.text("/>;")
    >>> str(lines)
    '<n id="a"/>;<n/>;'
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._parts: list[str | Sequence[str]] = []

    def text(self, constant: str) -> None:
        """Add what is the same in every line."""
        if self._parts and isinstance(self._parts[-1], str):
            self._parts[-1] += constant
        else:
            self._parts.append(constant)

    def values(self, before: str, column: Sequence[str | None], after: str) -> None:
        """Add a value a line with what stands around it; nothing of it where it is None."""
        if None in column:
            self._parts.append(["" if v is None else f"{before}{v}{after}" for v in column])
        else:
            self.column(before, column, after)  # type: ignore[arg-type]

    def column(self, before: str, column: Sequence[str], after: str) -> None:
        """Add a value to every line with what stands around it."""
        self.text(before)
        self._parts.append(column)
        self.text(after)

    def __str__(self) -> str:
        """Return all lines as one text."""
        # One join over all lines' parts: several times as fast as formatting line by line.
        step = len(self._parts)
        parts = [""] * (step * self._count)
        for position, part in enumerate(self._parts):
            parts[position::step] = [part] * self._count if isinstance(part, str) else part
        return "".join(parts)
