"""Matplotlib's settings: its own defaults and a few of ours, never those of who runs us."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


#: Settings that say where and when a figure is shown.
_LEFT_ALONE = ("backend", "interactive")
#: Held while settings are changed: they are matplotlib's, and the same for all threads.
_ONE_AT_A_TIME = RLock()


@contextmanager
def from_defaults(changed: Mapping[str, Any]) -> Iterator[None]:
    """Draw with matplotlib's defaults but for what is changed, until the block ends.

    A ``matplotlibrc``, a style or ``rcParams`` of the user change no byte of a figure, and are as
    they were afterwards. Which backend shows figures, and when, is left alone. Of several threads
    one draws at a time. The settings are matplotlib's, one for all threads: what another draws
    without us meanwhile is drawn with them, too.

    Parameters
    ----------
    changed : mapping
        Setting → value.

    Examples
    --------
    >>> with mpl.rc_context({"font.weight": "bold"}):
    ...     with from_defaults({"font.size": 9}):
    ...         inside = mpl.rcParams["font.weight"], mpl.rcParams["font.size"]
    >>> inside
    ('normal', 9.0)
    """
    rc: Any = _defaults() | dict(changed)
    with _ONE_AT_A_TIME, mpl.rc_context(rc):
        yield


@cache
def _defaults() -> dict[str, Any]:
    """Return what matplotlib starts from where nobody set anything."""
    found: Any = mpl.rcParamsDefault
    # As a plain dict: reading a setting that is on its way out would warn.
    return {name: value for name, value in dict.items(found) if not name.startswith(_LEFT_ALONE)}
