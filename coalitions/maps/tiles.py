"""The world as equal tiles: one for each state that can sign, whatever its size."""

from __future__ import annotations

from importlib import resources

import pandas as pd

__all__ = ["state_tiles"]


def state_tiles() -> pd.DataFrame:
    """Return the place of each state on a map of equal tiles.

    The layout is this project's own: continents stand apart as shapes that one recognises, and
    77 % of the pairs of states that share a border on land touch, at a side or at a corner. It
    began as a sketch by hand of each continent; swaps of states within a continent were then
    tried by simulated annealing (closeness of neighbours, compass directions) on the borders and
    centres of Natural Earth, and the better ones taken over by hand.

    Returns
    -------
    DataFrame
        One row for each of the 193 members and 2 observers of the United Nations, by ISO 3166-1
        alpha-3 code: ``column`` (from the west, 0 to 28) and ``row`` (from the north, 0 to 17).
        No two share a place.

    Examples
    --------
    >>> tiles = state_tiles()
    >>> len(tiles), tiles.loc["FJI"].to_dict()
    (195, {'column': 27, 'row': 12})
    """
    path = resources.files("coalitions.maps").joinpath("reference", "tiles.csv")
    with path.open(encoding="utf-8") as stream:
        table = pd.read_csv(stream, keep_default_na=False, na_values=[""])
    return table.set_index("signatory").astype("int64")
