"""Lines of XML out of columns, some thousands at a time."""

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
    return value_text(text).translate(_ESCAPES) if _SPECIAL.search(text) else text


class Texts:
    """Turns the values of one column into XML text, each different value once.

    Parameters
    ----------
    before, after : str
        What stands around each value.

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

    def __init__(self, before: str = "", after: str = "") -> None:
        self._before, self._after = before, after
        # By type, since 1, 1.0 and True are the same key.
        self._known: dict[type, dict[Scalar | None, str]] = {}

    def known(self, found: Found) -> Sequence[str] | None:
        """Return the texts of a column if there was each of its values before, None otherwise."""
        values, types = found
        kinds = types - {NoneType}
        if len(kinds) > 1:
            return None
        try:
            return _looked_up(self._known[next(iter(kinds), NoneType)], values)
        except KeyError:
            return None

    def __call__(self, found: Found) -> Sequence[str]:
        """Return the text of each value with what stands around it, "" where there is none."""
        values, types = found
        kinds = types - {NoneType}
        if len(kinds) > 1:
            return self._written(values, exact=False)
        known = self._known.setdefault(next(iter(kinds), NoneType), {None: ""})
        exact = not kinds & {str, bool}
        if len(known) > _REMEMBERED:
            return self._written(values, exact=exact)
        new = list(set(values) - known.keys())
        known.update(zip(new, self._written(new, exact=exact), strict=True))
        return _looked_up(known, values)

    def _written(self, values: Sequence[Scalar | None], *, exact: bool) -> list[str]:
        before, after = self._before, self._after
        # One search over all texts is several times as fast as one in each.
        if None not in values and (exact or _is_plain(values)):
            return [f"{before}{value}{after}" for value in values]
        return ["" if v is None else f"{before}{_text(v)}{after}" for v in values]


def _looked_up(
    known: Mapping[Scalar | None, str], values: Sequence[Scalar | None]
) -> Sequence[str]:
    first, count = values[0], len(values)
    # Many columns are the same throughout; all values are of one type here, or None.
    if values[-1] is first and values.count(first) == count:
        return [known[first]] * count
    # One call for all is faster than one for each.
    texts: Sequence[str] = itemgetter(*values)(known)
    return texts


def _is_plain(values: Sequence[Scalar | None]) -> bool:
    try:
        return not _SPECIAL.search("".join(values))  # type: ignore[arg-type]
    except TypeError:
        return False


def _text(value: Scalar) -> str:
    return escape(value) if isinstance(value, str) else value_text(value)


class Lines:
    r"""Lines that are alike but for some values.

    Parameters
    ----------
    count : int
        How many lines.

    Examples
    --------
    >>> lines = Lines(2)
    >>> lines.text('<n id="')
    >>> lines.column(["a", "b"])
    >>> lines.text('"/>;')
    >>> str(lines)
    '<n id="a"/>;<n id="b"/>;'
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

    def column(self, column: Sequence[str]) -> None:
        """Add a text of its own to every line."""
        first = column[0]
        if column[-1] is first and column.count(first) == self._count:
            self.text(first)
        else:
            self._parts.append(column)

    def __str__(self) -> str:
        """Return all lines as one text."""
        # One join over all lines' parts: several times as fast as formatting line by line.
        step = len(self._parts)
        parts = [part if isinstance(part, str) else "" for part in self._parts] * self._count
        for position, part in enumerate(self._parts):
            if not isinstance(part, str):
                parts[position::step] = part
        return "".join(parts)
