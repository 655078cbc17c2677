"""Cells of others' tables → cells as ours are: several names, two-letter codes, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus.checking import of_what_is_meant
from coalitions.corpus.delimited import FILE, ROW
from coalitions.dates import is_date_or_part
from coalitions.errors import place, shortened, warn
from coalitions.names import code_of_two_letters, resolve, split_list

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus.asgiven import How

#: How many of the cells that are left out a warning quotes.
_QUOTED = 5


def as_ours(frame: pd.DataFrame, how: How) -> pd.DataFrame:
    """Return a table with one name a row, codes of three letters, and dates that are some.

    Parameters
    ----------
    frame : DataFrame
        A raw table with our names for its columns.
    how : How
        Which of them somebody named, and whether signatories are states.
    """
    frame = _one_name_a_row(frame)
    if how.members == "states" and "signatory" in frame:
        frame = _three_letters(frame)
        frame = _known_names_a_row(frame) if how.columns.is_given("signatory") else frame
    return _dates(frame) if how.columns.is_given("date") else frame


def _one_name_a_row(frame: pd.DataFrame) -> pd.DataFrame:
    """Cut the cells of a column ``signatories``, which hold lists, into a row a name."""
    if "signatories" not in frame or "signatory" in frame:
        return frame
    names = frame["signatories"].map(lambda cell: split_list(cell) or [""])
    return frame.drop(columns="signatories").assign(signatory=names).explode("signatory")


def _known_names_a_row(frame: pd.DataFrame) -> pd.DataFrame:
    """Cut cells of somebody else's column that are lists of known names, and say so.

    A cell in which one part is no state stays whole, and is refused or decided as a whole.
    """
    lists = {cell: _list_of_states(cell) for cell in frame["signatory"].unique()}
    long = {cell for cell, parts in lists.items() if len(parts) > 1}
    several = frame["signatory"].isin(long)
    if not several.any():
        return frame
    first = frame[several].iloc[0]
    cells = "1 cell holds" if several.sum() == 1 else f"{int(several.sum()):,} cells hold"
    names = "; ".join(lists[first["signatory"]][:_QUOTED])
    warn(
        f"{place(first[FILE], int(first[ROW]))}: {cells} several names, all of them known, and are "
        f"read as lists: {shortened(names)}"
    )
    return frame.assign(signatory=frame["signatory"].map(lists)).explode("signatory")


def _list_of_states(cell: str) -> list[str]:
    """Return the names in a cell if it is no state, and all that are in it are."""
    if not cell or resolve(cell).kind != "unknown":
        return [cell]
    parts = split_list(cell)
    whole = len(parts) > 1 and all(resolve(part).signatory for part in parts)
    return parts if whole else [cell]


def _three_letters(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn a column of two-letter codes into one of three letters; "NA" is Namibia then.

    A column holds codes where every cell is one, and there are two or more.
    """
    cells = frame["signatory"]
    found = {cell: code_of_two_letters(cell) for cell in cells.unique() if cell}
    if len(found) < 2 or not all(found.values()):  # noqa: PLR2004 - of one, nobody knows
        return frame
    if "name_as_written" not in frame:
        frame = frame.assign(name_as_written=cells)
    return frame.assign(signatory=cells.map(lambda cell: found.get(cell, "")))


def _dates(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out what is no date in a column that somebody else called otherwise, and say so."""
    if "date" not in frame:
        return frame
    wrong = frame[~frame["date"].map(is_date_or_part).astype(bool)]
    if wrong.empty:
        return frame
    values = list(dict.fromkeys(wrong["date"]))
    shown = ", ".join(f'"{shortened(value)}"' for value in values[:_QUOTED])
    more = f" and {len(values) - _QUOTED:,} more" if len(values) > _QUOTED else ""
    warn(
        f"{wrong[FILE].iloc[0]}: {len(wrong):,} of {len(frame):,} dates are none, and are taken as "
        f"not known: {shown}{more}, first in row {wrong[ROW].iloc[0]}; expected YYYY-MM-DD, "
        f"YYYY-MM or YYYY{of_what_is_meant(values[0])}"
    )
    return frame.assign(
        date=["" if row in wrong.index else date for row, date in frame["date"].items()]
    )
