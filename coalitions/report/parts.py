"""The parts of a report: what each is called, and which a kind of report can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coalitions.errors import ChoiceError, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

#: Kind of report → the parts it may hold, in order; a folder has an index and a manifest, too.
PARTS = {
    "folder": ("figures", "explorer", "graphs", "tables", "corpus", "methods"),
    "page": ("figures", "explorer", "tables", "corpus", "methods"),
    "pdf": ("figures", "tables", "methods"),
}


def chosen_parts(only: Iterable[str], among: Collection[str] = PARTS["folder"]) -> frozenset[str]:
    """Return the parts that are asked for: all, where none is named.

    Parameters
    ----------
    only : iterable of str
        Names of parts.
    among : collection of str
        The parts that there may be.

    Returns
    -------
    frozenset of str

    Raises
    ------
    CoalitionsError
        A part that is none, or that this kind of report does not hold.

    Examples
    --------
    >>> sorted(chosen_parts(["tables", "graphs"]))
    ['graphs', 'tables']
    >>> chosen_parts(["graphs"], PARTS["pdf"])
    Traceback (most recent call last):
    ...
    coalitions.errors.ChoiceError: "graphs": no part of this report; it has figures, tables, methods
    """
    asked = [only] if isinstance(only, str) else listed(only, "only")
    for part in asked:
        if part not in among:
            raise ChoiceError(
                f"{quoted(str(part))}: no part of this report; it has {', '.join(among)}"
            )
    return frozenset(asked or among)


def described(parts: Collection[str]) -> Literal["report", "tables"]:
    """Return what the methods of a report with these parts are of.

    Examples
    --------
    >>> described({"tables", "methods"}), described({"figures", "methods"})
    ('tables', 'report')
    """
    return "report" if {"figures", "explorer", "graphs"} & set(parts) else "tables"
