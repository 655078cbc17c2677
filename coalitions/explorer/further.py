"""Attributes of a user's own, on nodes and edges, as the page can hold them."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from coalitions.graphs import CONTRACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    Value: TypeAlias = bool | int | float | str

#: What nodes and edges have by the contract, in any of the graphs: the page has its own place for
#: what it shows of these.
_KNOWN = CONTRACT | (
    {"shared_min", "shared_max", "jaccard_min", "jaccard_max"}
    | {"x", "y", "size", "colour"}  # of looks
)
# Whole numbers up to here are numbers to a browser, too; larger ones are text.
_EXACT = 2**53


def further(attributes: Mapping[Any, Any]) -> dict[str, Value]:
    """Return what else a node or an edge has: a community, a p-value, a measure.

    Parameters
    ----------
    attributes : mapping
        All that the graph says of it.

    Returns
    -------
    dict
        Attribute → text, number or truth value, in the graph's order; dates are text. Empty text
        is not there, nor what JSON cannot hold: NaN, infinities, lists.

    Examples
    --------
    >>> further({"label": "Cuba", "community": np.int64(2), "note": "", "share": float("nan")})
    {'community': 2}
    """
    read = {
        str(name): _value(value) for name, value in attributes.items() if str(name) not in _KNOWN
    }
    return {name: value for name, value in read.items() if value is not None}


def _value(value: object) -> Value | None:
    if isinstance(value, np.generic):
        value = value.item()
    if value is pd.NaT:
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > _EXACT:
        return str(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (bool, int, float, str)) and value != "" else None
