"""The outlines of states, simplified from Natural Earth for maps of the world."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The key of all other land: territories, and areas whose status is disputed.
NO_STATE = ""
#: When the borders of a map were drawn; until when some member had others.
DRAWN, OTHERS_UNTIL = "2018", "2011-07-09"
#: State → the day since which it has the land that a map shows: where members were united, or one
#: was parted from another, since 1945. Nobody takes it for a list of all borders that moved.
SINCE = {
    "DEU": "1990-10-03",
    "ETH": "1993-05-24",
    "MYS": "1965-08-09",
    "PAK": "1971-12-16",
    "SDN": OTHERS_UNTIL,
    "YEM": "1990-05-22",
}


class Outline(NamedTuple):
    """Where a state lies, in degrees of longitude and latitude.

    Attributes
    ----------
    rings : tuple of array
        Closed rings of places (n × 2), the largest first, none across 180°. Islands and
        enclaves are rings of their own; an enclave runs the other way round.
    middle : tuple of float
        The middle of its largest part, where a mark stands for it; empty for ``NO_STATE``.
    """

    rings: tuple[NDArray[np.float64], ...]
    middle: tuple[float, ...]


def state_outlines() -> dict[str, Outline]:
    """Return the outline of each state that can sign, and of all other land.

    Natural Earth 4.1 at 1:50 million (public domain), by way of the npm package ``world-atlas``
    2.0.2, simplified so that neighbours keep one common border (Visvalingam and Whyatt, per arc),
    without Antarctica and specks. Tuvalu is not in it, and has a middle only. Western Sahara,
    Kosovo, Taiwan, Northern Cyprus, Somaliland, the Siachen glacier, Crimea, and territories
    overseas that Natural Earth keeps apart are in ``NO_STATE``.

    Returns
    -------
    dict of Outline
        By ISO 3166-1 alpha-3 code, sorted; ``NO_STATE`` last.

    References
    ----------
    Natural Earth, https://www.naturalearthdata.com; M. Visvalingam and J. D. Whyatt (1993), "Line
    generalisation by repeated elimination of points", https://doi.org/10.1179/000870493786962263

    Examples
    --------
    >>> outlines = state_outlines()
    >>> len(outlines) - 1, len(outlines["TUV"].rings), outlines["TUV"].middle
    (195, 0, (179.2, -8.5))
    """
    path = resources.files("coalitions.maps").joinpath("reference", "countries.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    unit = table["units_per_degree"]
    return {
        code: Outline(
            tuple(_ring(steps) / unit for steps in rings), tuple(value / unit for value in middle)
        )
        for code, middle, rings in table["shapes"]
    }


def _ring(steps: list[int]) -> NDArray[np.float64]:
    """Return the places of a ring that is written as steps from place to place."""
    places = np.cumsum(np.array(steps, dtype=np.float64).reshape(-1, 2), axis=0)
    return np.vstack([places, places[:1]])
