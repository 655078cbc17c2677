"""Rows of a matrix: all of them where they fit, else some for each set of statements."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from coalitions.findings import rows_left_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from coalitions.corpus import Corpus


class Line(NamedTuple):
    """A row as it is drawn: what is written beside it, under which statements, how many it is."""

    text: str
    cells: tuple[bool, ...]
    #: Signatories that the row stands for; 1 where it is a name.
    many: int = 1


class Rows(NamedTuple):
    """The rows that are drawn, and what is said of those that are not."""

    lines: list[Line]
    notes: tuple[str, ...] = ()


def rows_that_fit(corpus: Corpus, table: pd.DataFrame, most: int) -> Rows:
    """Return rows for signatories × statements, of which the same stand together: at most so many.

    Where not all fit, of those named under the same statements the first are shown, as many of
    each as fit, and then how many more; at last the sets that fewest share are left out.

    Parameters
    ----------
    corpus : Corpus
    table : DataFrame
        Label × statement: whether named there; rows of one set of statements stand together.
    most : int
        Rows that there is room for.
    """
    lines = [
        Line(str(label), tuple(cells))
        for label, cells in zip(table.index, table.to_numpy().tolist(), strict=True)
    ]
    if len(lines) <= most:
        return Rows(lines)
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line.cells)]
    shown = next((n for n in range(most, 0, -1) if _height(groups, n) <= most), 0)
    kept = _kept(groups, most) if shown == 0 else groups
    drawn = [line for group in kept for line in _some(group, shown)]
    many = len(lines) - sum(map(len, kept))
    return Rows(drawn, tuple(rows_left_out(corpus, shown, len(groups) - len(kept), many)))


def _height(groups: Sequence[list[Line]], shown: int) -> int:
    """Return how many rows groups take of which so many are shown."""
    return sum(len(_some(group, shown)) for group in groups)


def _some(group: list[Line], shown: int) -> list[Line]:
    """Return the first rows of a group, and one for the rest, if it is for more than one."""
    rest = len(group) - shown
    if rest <= 1:
        return group
    text = f"and {rest:,} more" if shown else f"{rest:,} alike"
    return [*group[:shown], Line(text, group[0].cells, rest)]


def _kept(groups: list[list[Line]], most: int) -> list[list[Line]]:
    """Return the largest groups, one row each, in their order."""
    largest = sorted(range(len(groups)), key=lambda n: (-len(groups[n]), n))[:most]
    return [groups[n] for n in sorted(largest)]
