"""Dots for states too small to be seen: each beside its place, on no land and on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.path import Path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float64]

#: Least distance between the edges of two dots (points).
BETWEEN = 0.3
#: How far a dot may stand from its place, and how far apart the places are that are tried, in its
#: radii.
REACH, STEP = 6.0, 0.5
#: Directions that are tried, and places on the rim of a dot that may not be on land.
WAYS, RIM = 24, 8


def clear_places(
    middles: Mapping[str, Points], lands: Mapping[str, Sequence[Points]], radius: float
) -> dict[str, Points]:
    """Return where the dot of each state stands: as near to its place as there is free water.

    Where there is none within reach (a state amid another), a dot stands on the land around it,
    and still on no other dot.

    Parameters
    ----------
    middles : mapping of array
        The place of each state that is a dot (points).
    lands : mapping of sequence of array
        The rings of every area, those of the dots' own states, too (points).
    radius : float
        Of a dot (points).

    Examples
    --------
    >>> square = np.array([[0.0, 0.0], [9.0, 0.0], [9.0, 20.0], [0.0, 20.0], [0.0, 0.0]])
    >>> found = clear_places({"A": np.array([8.0, 10.0])}, {"B": [square]}, 1.0)
    >>> found["A"].round(1).tolist()
    [10.5, 10.0]
    """
    tried = _offsets(radius)
    rim = radius * _circle(RIM)
    found: dict[str, Points] = {}
    free: dict[str, NDArray[np.bool_]] = {}
    whose = [(code, ring) for code, rings in lands.items() for ring in rings]
    low = np.array([ring.min(axis=0) for _, ring in whose]).reshape(-1, 2)
    high = np.array([ring.max(axis=0) for _, ring in whose]).reshape(-1, 2)
    for state, place in middles.items():
        discs = (place + tried[:, None] + np.vstack([rim, [[0.0, 0.0]]])[None]).reshape(-1, 2)
        near = (high >= discs.min(axis=0)).all(axis=1) & (low <= discs.max(axis=0)).all(axis=1)
        others = [whose[n][1] for n in np.flatnonzero(near) if whose[n][0] != state]
        dry = _on_land(discs, others).reshape(len(tried), -1)
        free[state] = np.array(~dry.any(axis=1))
    # Who is at sea keeps its place; who is amid land takes what is left.
    for state in sorted(middles, key=lambda code: (not free[code][0], code)):
        places = middles[state] + tried
        clear = _apart(places, [*found.values()], 2 * radius + BETWEEN)
        best = clear & free[state] if (clear & free[state]).any() else clear
        found[state] = places[int(best.argmax())]
    return found


def _offsets(radius: float) -> Points:
    """Return steps away from a place, the shortest first."""
    rounds = [n * STEP * radius * _circle(WAYS) for n in range(1, int(REACH / STEP) + 1)]
    return np.vstack([[[0.0, 0.0]], *rounds])


def _circle(number: int) -> Points:
    angles = 2 * np.pi * np.arange(number) / number
    return np.column_stack([np.cos(angles), np.sin(angles)])


def _on_land(places: Points, rings: Sequence[Points]) -> NDArray[np.bool_]:
    """Say of each place whether it lies in some ring."""
    found = np.zeros(len(places), dtype=bool)
    for ring in rings:
        found |= Path(ring).contains_points(places)
    return found


def _apart(places: Points, taken: Sequence[Points], least: float) -> NDArray[np.bool_]:
    """Say of each place whether it keeps a distance from all that are taken."""
    if not taken:
        return np.ones(len(places), dtype=bool)
    away = places[:, None] - np.array(taken)[None]
    return np.array((np.hypot(away[..., 0], away[..., 1]) >= least).all(axis=1))
