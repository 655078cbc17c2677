"""Names as written → a table of what each stands for, by spelling or by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.dates import is_date_or_part
from coalitions.errors import ChoiceError, listed
from coalitions.names.decisions import Decisions, decisions_in
from coalitions.names.gazetteer import tables
from coalitions.names.resolving import Resolution, resolve, say_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import pandas as pd


def resolve_names(
    names: Iterable[str],
    *,
    date: str | int = "",
    decisions: str | Path | Mapping[str, str] | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return what each name stands for, one row a name.

    Parameters
    ----------
    names : iterable of str
        Names as written.
    date : str or int
        When they were written (YYYY-MM-DD, YYYY-MM or YYYY): a name stands for whom it stood for
        then. "" is today.
    decisions : str, Path, mapping or DataFrame, optional
        What was decided about spellings that do not resolve: a file or a table with the columns
        ``spelling`` and ``decision``, or decisions by spelling. A decision is a code; several, with
        semicolons between; ``-`` for no signatory; ``new:NAME`` for one that is no state.

    Returns
    -------
    pandas.DataFrame
        Columns ``name`` (as given), ``signatory`` (ISO 3166-1 alpha-3, or None), ``kind``
        (``member``, ``observer``, ``non-member``, ``former`` of a member that is no more,
        ``group``, ``ambiguous``, ``unknown``; ``nobody`` where that was decided),
        ``suggestions`` (tuple of UN names); rows in the order given. A warning says which names
        carried marks of footnotes.

    Raises
    ------
    TypeError
        If a name is no text.
    CoalitionsError
        Decisions that are none, two about one spelling, or a date that is none.

    Examples
    --------
    >>> resolve_names(["UAE", "Korea", "African Group"])[["signatory", "kind"]].to_numpy().tolist()
    [['ARE', 'member'], [None, 'ambiguous'], [None, 'group']]
    >>> resolve_names(["EEC"], decisions={"EEC": "new:EEC"})["signatory"].tolist()
    ['EEC']
    >>> resolve_names(["Yugoslavia", "Germany"], date=1985)["signatory"].tolist()
    ['YUG', None]
    """
    import pandas as pd  # noqa: PLC0415 - resolving single names must not wait for pandas

    rows = resolutions(names, date=date, decisions=decisions)
    return pd.DataFrame(rows, columns=list(Resolution._fields), dtype=object)


def resolutions(
    names: Iterable[str],
    *,
    date: str | int = "",
    decisions: str | Path | Mapping[str, str] | pd.DataFrame | None = None,
) -> list[Resolution]:
    """Return the rows of `resolve_names`.

    Examples
    --------
    >>> [found.signatory for found in resolutions(["Burma", "Korea"])]
    ['MMR', None]
    """
    made, when = decisions_in(decisions), str(date)
    if not is_date_or_part(when):
        raise ChoiceError(f'date "{when}": expected YYYY-MM-DD, YYYY-MM or YYYY')
    rows = [_decided(resolve(name, when), made) for name in listed(names, "names")]
    say_marks(row.name for row in rows)
    if made:
        made.say_unused()
    return rows


def _decided(found: Resolution, made: Decisions | None) -> Resolution:
    """Return what a name turned out to be, by a decision where its spelling says nothing."""
    decision = made.of(found.name) if made and found.signatory is None else None
    if decision is None:
        return found
    codes = decision.signatories
    kinds = ["non-member" if decision.is_new else tables().states[code]["kind"] for code in codes]
    kind = kinds[0] if kinds else "nobody"
    return Resolution(found.name, ";".join(codes) or None, kind, ())
