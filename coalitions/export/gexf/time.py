"""Time as GEXF holds it: from when on something is there, and how a weight grew."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from coalitions.dates import is_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coalitions.export.values import Scalar

# Dates are few: those of the statements.
_REMEMBERED = 2**14


@lru_cache(maxsize=_REMEMBERED)
def start(value: Scalar | None) -> str:
    """Return a date as the attribute ``start`` of an element, "" for whatever is no date.

    Examples
    --------
    >>> start("2020-10-06"), start("soon"), start("")
    (' start="2020-10-06"', '', '')
    """
    is_day = isinstance(value, str) and value != "" and is_date(value)
    return f' start="{value}"' if is_day else ""


@lru_cache(maxsize=_REMEMBERED)
def steps(dates: Scalar | None, weight: Scalar | None) -> str:
    """Return the value over time of a weight to which each date adds 1.

    What the weight has more than dates was there from the beginning. A weight whose dates are
    none, or too many, has one value for all time: once weights change, Gephi reads no others.

    Examples
    --------
    >>> print(steps("2020-10-06 2021-10-21", 3.0).replace("/>", "/>;"))
    <attvalue for="weight" value="1.0" end="2020-10-06"/>;<attvalue for="weight" value="2.0"\
 start="2020-10-06" end="2021-10-21"/>;<attvalue for="weight" value="3.0" start="2021-10-21"/>;
    >>> steps("", 1.0)
    '<attvalue for="weight" value="1.0"/>'
    """
    if weight is None:
        return ""
    values = _values(dates, float(weight))
    ends = [f' end="{day}"' for day, _ in values[1:]] + [""]
    return "".join(
        f'<attvalue for="weight" value="{value!r}"{start(day)}{end}/>'
        for (day, value), end in zip(values, ends, strict=True)
    )


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
    listed = dates.split() if isinstance(dates, str) else []
    listed = listed if all(map(is_date, listed)) else []
    total = weight - len(listed)
    if total < 0:
        return [(None, weight)]
    values: list[tuple[str | None, float]] = [(None, total)] if total else []
    for day, more in sorted(Counter(listed).items()):
        total += more
        values.append((day, total))
    return values
