"""Cells of others' tables → cells as ours are: several names, two-letter codes, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus.delimited import FILE, ROW
from coalitions.dates import is_date_or_part
from coalitions.errors import shortened, warn
from coalitions.names import code_of_two_letters, split_list

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
    return _dates(frame) if how.columns.is_given("date") else frame


def _one_name_a_row(frame: pd.DataFrame) -> pd.DataFrame:
    """Cut the cells of a column ``signatories``, which hold lists, into a row a name."""
    if "signatories" not in frame or "signatory" in frame:
        return frame
    names = frame["signatories"].map(lambda cell: split_list(cell) or [""])
    return frame.drop(columns="signatories").assign(signatory=names).explode("signatory")


def _three_letters(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn a column of two-letter codes into one of three letters; "NA" is Namibia then.

    A column holds codes where every cell is one, and there are two or more.
    """
    cells = frame["signatory"]
    found = {cell: code_of_two_letters(cell) for cell in set(cells) - {""}}
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
        "YYYY-MM or YYYY"
    )
    return frame.assign(date=frame["date"].where(~frame.index.isin(wrong.index), ""))
