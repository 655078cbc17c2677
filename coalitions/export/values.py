"""Values and names as a file can hold them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd

from coalitions.files import legible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Scalar: TypeAlias = bool | int | float | str


def plain(value: object) -> Scalar | None:
    """Return a value as Python's own text, number or truth value.

    Parameters
    ----------
    value : object
        Numpy scalars are converted, dates become ISO 8601 text; None, NaN, NaT and infinities,
        which no format can hold, become None.

    Returns
    -------
    bool, int, float, str or None
        None where the value is to be left out.

    Raises
    ------
    TypeError
        The value is of any other type, such as a list.

    Examples
    --------
    >>> plain(np.float32(0.5)), plain(date(2020, 10, 6)), plain(float("nan"))
    (0.5, '2020-10-06', None)
    """
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (float, np.floating)):
        return float(value) if np.isfinite(value) else None
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    if isinstance(value, np.timedelta64) or not isinstance(value, (int, np.integer, date)):
        raise TypeError(
            f"{type(value).__name__} {str(value)[:80]!r}: expected text, a number, a truth value "
            "or a date"
        )
    return value.isoformat() if isinstance(value, date) else int(value)


def value_text(value: Scalar) -> str:
    """Return a value as the text that a file holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return legible(value) if isinstance(value, str) else repr(value)


def titles(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return names that are legible and that differ in more than case, from taken ones too.

    Examples
    --------
    >>> titles(["kind", "Kind", "id"], taken=["Id"])
    ['kind', 'Kind (2)', 'id (2)']
    """
    return distinct(names, {each.casefold() for each in taken}, str.casefold)


def distinct(names: Iterable[str], used: set[str], fold: Callable[[str], str]) -> list[str]:
    """Return names that are legible and that differ once folded, from those used already too."""
    different = []
    for name in map(legible, names):
        other, copies = name, 1
        while fold(other) in used:
            copies += 1
            other = f"{name} ({copies})"
        used.add(fold(other))
        different.append(other)
    return different


def marked_key(key: str) -> str:
    """Return a key such that no two rows of keys, joined by two hyphens, are the same text.

    Examples
    --------
    >>> marked_key("a-b"), marked_key("a--b")
    ('a-b', 'a%2D%2Db')
    """
    return key.replace("%", "%25").replace("-", "%2D") if marked(key) else key


def marked(keys: str) -> bool:
    r"""Return whether any of some keys, one a line, would be another text in the id of an edge.

    Examples
    --------
    >>> marked("a-b\nc"), marked("a\n-b")
    (False, True)
    """
    lines = f"\n{keys}\n"
    return any(each in lines for each in ("--", "%", "\n-", "-\n"))
