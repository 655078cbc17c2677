"""Who could have signed each statement: of states, the members and observers at its date.

The convention, wherever a corpus of states says nothing else (``universe=``, or states in
``signatories.csv``):

- A statement could be signed by whoever was a member or an observer of the United Nations at its
  date; where only a month or a year is known, at some day of it.
- A statement without a date, or from before the United Nations, has the universe of today.
- Who is named could sign, whatever the tables say: a list is evidence. Who is no state (the
  European Union) could sign at any date.
- Two statements are compared within those who could have signed each: only who could have signed
  both can be shared, and who could sign one of them has room there alone.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions import names
from coalitions.bounds import Room
from coalitions.corpus.tidying import cell_text
from coalitions.dates import day, is_date_or_part
from coalitions.errors import warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from coalitions.corpus.incidence import Incidence

    Positions = NDArray[np.int64]

#: So many who are named at a date at which they were no members are told; more are counted.
_TOLD = 6


def dates_of(statements: pd.DataFrame) -> dict[str, str]:
    """Return the date of each statement of a raw table, by id; "" for what is none.

    Examples
    --------
    >>> dates_of(pd.DataFrame({"statement_id": ["a", "b"], "date": ["1985", "soon"]}))
    {'a': '1985', 'b': ''}
    """
    if not {"statement_id", "date"} <= set(statements.columns):
        return {}
    texts = [cell_text(cell) for cell in statements["date"].astype(object)]
    known = [text if is_date_or_part(text) else "" for text in texts]
    return dict(zip(statements["statement_id"].astype(str), known, strict=True))


def dates_of_rows(table: str, frame: pd.DataFrame, dates: dict[str, str]) -> list[str]:
    """Return the date at which each row of a raw table was written: that of its statement."""
    if table == "signatories" or "statement_id" not in frame or not any(dates.values()):
        return [""] * len(frame)
    return [dates.get(str(key), "") for key in frame["statement_id"].to_list()]


def at_any(dates: Iterable[str]) -> frozenset[str]:
    """Return the states that could sign at one of some dates; with no date, those of today.

    Examples
    --------
    >>> len(at_any([])), len(at_any(["1985-06-01"])), len(at_any(["1985-06-01", "2020"]))
    (195, 165, 200)
    """
    each = [names.members_at(date) for date in dict.fromkeys(dates)]
    return frozenset().union(*each) if each else names.members_at("")


@dataclass(frozen=True, eq=False)
class Universes:
    """Who could have signed each statement, where that differs from one to another.

    Attributes
    ----------
    signatories : Index
        Who could have signed one of them, as in ``corpus.signatories``.
    kinds : bool array, shape (universes, signatories)
        The different universes.
    which : int array, shape (statements,)
        Which of them each statement has.
    named : bool array, shape (statements, signatories)
        Who is named under each statement.
    """

    signatories: pd.Index[str]
    kinds: NDArray[np.bool_]
    which: Positions
    named: NDArray[np.bool_]

    @property
    def masks(self) -> NDArray[np.bool_]:
        """Who could have signed each statement, shape (statements, signatories)."""
        found: NDArray[np.bool_] = self.kinds[self.which]
        return found

    @functools.cached_property
    def sizes(self) -> Positions:
        """How many could have signed each statement."""
        found: Positions = self.kinds.sum(1).astype(np.int64)[self.which]
        return found

    def of(self, statement: int) -> frozenset[str]:
        """Return who could have signed a statement, given by its position."""
        return frozenset(self.signatories[self.kinds[self.which[statement]]])

    def room(self, i: Positions, j: Positions, both: Positions) -> Room:
        """Return who is not named in both of each pair of statements, by what is open to them."""
        in_kind = self._named_in
        one = in_kind[j, self.which[i]] - both  # named in the second, could sign the first
        other = in_kind[i, self.which[j]] - both
        together = self._shared[self.which[i], self.which[j]]
        neither = together - one - other - both
        count = self.named.sum(1).astype(np.int64)
        return Room(
            only_a=other,
            only_b=one,
            both=neither,
            a=self.sizes[i] - count[i] - one - neither,
            b=self.sizes[j] - count[j] - other - neither,
        )

    @functools.cached_property
    def _named_in(self) -> Positions:
        """How many of each list could have signed within each universe."""
        found = self.named.astype(np.float32) @ self.kinds.astype(np.float32).T
        return found.astype(np.int64)

    @functools.cached_property
    def _shared(self) -> Positions:
        """How many could have signed within both of two universes."""
        kinds = self.kinds.astype(np.float32)
        return (kinds @ kinds.T).astype(np.int64)


def universes_of(
    dates: Sequence[str], signatories: pd.Series[str], apart: frozenset[str], lists: Incidence
) -> Universes | None:
    """Return who could have signed statements of some dates; None where everybody could sign all.

    ``apart`` are those of the signatories who are no states, ``lists`` who is named.
    """
    everybody = pd.Index(signatories)
    beside = everybody.isin(list(apart))
    at = {date: everybody.isin(list(names.members_at(date))) | beside for date in set(dates)}
    if all(mask.all() for mask in at.values()):
        return None
    named = np.zeros((len(dates), len(everybody)), bool)
    place = everybody.get_indexer(lists.columns)
    for row, positions in zip(named, lists.positions, strict=True):
        row[place[positions]] = True
    masks = np.array([at[date] for date in dates]) | named
    # As bits, which stand in the same order and are many times fewer to compare.
    bits = np.packbits(masks, axis=1)
    _, first, which = np.unique(bits, axis=0, return_index=True, return_inverse=True)
    return Universes(everybody, masks[first], which.reshape(-1).astype(np.int64), named)


def say_outside(signatures: pd.DataFrame, dates: dict[str, str]) -> None:
    """Warn of states that are named at a date at which they were no members; they are counted."""
    rows = zip(signatures["statement_id"].to_list(), signatures["signatory"].to_list(), strict=True)
    eras = {key: names.era(date) for key, date in dates.items()}  # many dates are of one era
    one_of = {(): "", **dict(zip(eras.values(), dates.values(), strict=True))}
    outside = functools.cache(lambda code, era: names.outside(code, one_of[era]))
    found = dict[str, list[str]]()
    for key, code in rows:
        if outside(code, eras.get(key, ())):
            found.setdefault(code, []).append(key)
    if not found:
        return
    known = {code: names.tables().states[code]["name"] for code in found}
    told = []
    for code in sorted(found, key=lambda code: known[code]):
        first, more = dates[found[code][0]], len(found[code]) - 1
        told.append(f"{known[code]} ({day(first)}{f' and {more:,} more' if more else ''})")
    others = f"; and {len(told) - _TOLD:,} more" if len(told) > _TOLD else ""
    number = sum(map(len, found.values()))
    stand = "1 name stands" if number == 1 else f"{number:,} names stand"
    warn(
        f"{stand} under a statement of a date at which the state was no member or observer of the "
        f"United Nations: {'; '.join(told[:_TOLD])}{others}. They count as any other; if one is a "
        "slip, correct the date or the name"
    )
