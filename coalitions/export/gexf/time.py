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
    return f' start="{value}"' if isinstance(value, str) and value and is_date(value) else ""


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
    if not isinstance(weight, (int, float)):
        return ""
    days = sorted(dates.split()) if isinstance(dates, str) else []
    days = days if all(map(is_date, days)) and len(days) <= weight else []
    total = float(weight) - len(days)
    # Each value, and the day from which it holds.
    values: list[tuple[str | None, float]] = [(None, total)] if total else []
    for day, more in Counter(days).items():
        total += more
        values.append((day, total))
    ends = [f' end="{day}"' for day, _ in values[1:]] + [""]
    return "".join(
        f'<attvalue for="weight" value="{value!r}"{start(day)}{end}/>'
        for (day, value), end in zip(values, ends, strict=True)
    )


def changes(edge: Mapping[str, object]) -> bool:
    """Return whether the weight of an edge has more than one value over time."""
    dates, weight = edge.get("dates"), edge.get("weight")
    is_timed = isinstance(dates, str) and isinstance(weight, (int, float))
    return is_timed and steps(dates, weight).count("<attvalue") > 1
