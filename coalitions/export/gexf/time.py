"""Time as GEXF holds it: from when on something is there, and how a weight grew."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coalitions.dates import is_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.export.values import Scalar


class Starts:
    """Turns dates into the attribute ``start`` of elements; whatever is no date into nothing.

    Attributes
    ----------
    dated : bool
        Whether there was a date yet.

    Examples
    --------
    >>> starts = Starts()
    >>> starts(["2020-10-06", "", None, "soon"]), starts.dated
    ([' start="2020-10-06"', '', '', ''], True)
    """

    def __init__(self) -> None:
        self.dated = False
        self._known: dict[Scalar | None, str] = {None: "", "": ""}

    def __call__(self, values: Sequence[Scalar | None]) -> list[str]:
        """Return the text of each value."""
        for value in set(values) - self._known.keys():
            dated = isinstance(value, str) and is_date(value)
            self._known[value] = f' start="{value}"' if dated else ""
            self.dated |= dated
        return list(map(self._known.__getitem__, values))


class Steps:
    """Turns dates and the weight that they add up to into the weight's value over time.

    Each date adds 1. What the weight has more than dates was there from the beginning. A weight
    whose dates are none, or too many, has one value for all time: once weights change, Gephi reads
    no others.

    Examples
    --------
    >>> for text in Steps()(["2020-10-06 2021-10-21", ""], [3.0, 1.0]):
    ...     print(text.replace("/>", "/>;").replace('for="weight" ', ""))
    <attvalue value="1.0" end="2020-10-06"/>;<attvalue value="2.0" start="2020-10-06"\
 end="2021-10-21"/>;<attvalue value="3.0" start="2021-10-21"/>;
    <attvalue value="1.0"/>;
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Scalar | None, Scalar | None], str] = {}

    def __call__(
        self, dates: Sequence[Scalar | None], weights: Sequence[Scalar | None]
    ) -> list[str]:
        """Return the text of each weight."""
        pairs = list(zip(dates, weights, strict=True))
        self._known.update((pair, _steps(*pair)) for pair in set(pairs) - self._known.keys())
        return list(map(self._known.__getitem__, pairs))


def days(dates: object) -> list[str]:
    """Return the dates that a text lists, none where it lists anything else.

    Examples
    --------
    >>> days("2020-10-06 2021-10-21"), days("soon")
    (['2020-10-06', '2021-10-21'], [])
    """
    listed = dates.split() if isinstance(dates, str) else []
    return listed if all(map(is_date, listed)) else []


def changes(edge: Mapping[str, object]) -> bool:
    """Return whether the weight of an edge has more than one value over time.

    Examples
    --------
    >>> changes({"dates": "2020-10-06", "weight": 1.0})
    False
    >>> changes({"dates": "2020-10-06", "weight": 2.0})
    True
    """
    weight = edge.get("weight")
    return isinstance(weight, (int, float)) and len(_values(edge.get("dates"), weight)) > 1


def _values(dates: object, weight: float) -> list[tuple[str | None, float]]:
    """Return each value of a weight with the day from which it holds, None the beginning."""
    listed = days(dates)
    total = weight - len(listed)
    if total < 0:
        return [(None, weight)]
    values: list[tuple[str | None, float]] = [(None, total)] if total else []
    for day, more in sorted(Counter(listed).items()):
        total += more
        values.append((day, total))
    return values


def _steps(dates: Scalar | None, weight: Scalar | None) -> str:
    if weight is None:
        return ""
    values = _values(dates, float(weight))
    ends = [start for start, _ in values[1:]] + [None]
    return "".join(
        _attvalue(value, start, end) for (start, value), end in zip(values, ends, strict=True)
    )


def _attvalue(value: float, start: str | None, end: str | None) -> str:
    since = "" if start is None else f' start="{start}"'
    until = "" if end is None else f' end="{end}"'
    return f'<attvalue for="weight" value="{value!r}"{since}{until}/>'
