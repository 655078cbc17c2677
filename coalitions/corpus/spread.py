"""Signatures on a cluster (Spark): counted where they are; only what pairs share comes back.

Each part of the cluster has some groups whole and counts them as one machine counts all of them;
Spark adds up what the parts found. The parts need this package as well.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from coalitions.corpus.frames import KEYS, Table, of_arrow
from coalitions.corpus.gram import count_shared
from coalitions.errors import ChoiceError, CoalitionsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coalitions.corpus.gram import PairCounts, Positions


def count_spread(
    table: Table, *, of: str, signatory: Callable[[str], str] | None = None
) -> PairCounts:
    """Return what `count_shared` does of a table that a cluster holds (``table.spread``).

    Parameters
    ----------
    table, of, signatory
        As for `count_shared`.

    Raises
    ------
    CoalitionsError
        A row lacks one of the two columns, or the cluster lacks this package.
    """
    by = next(column for column in KEYS if column != of)
    functions, frame = import_module("pyspark.sql.functions"), table.spread
    for column in KEYS:
        cell = functions.col(column)
        if frame.filter(cell.isNull() | (cell.cast("string") == "")).head(1):
            raise ChoiceError(f"{table.name}: rows without {column}: leave them out")
    if signatory:
        spellings = _cells(frame.select("signatory").distinct(), "signatory")
        codes = {name: signatory(name) for name in sorted(map(str, spellings))}
        others = {name: code for name, code in codes.items() if code != name}
        frame = frame.replace(others, subset=["signatory"]) if others else frame
    # Groups whole and in order; who stands twice in one is left out on the way.
    groups = frame.repartition(by).dropDuplicates(list(KEYS)).sortWithinPartitions(by)
    with warnings.catch_warnings():  # it warns of pandas 3, of which nothing is asked here
        warnings.simplefilter("ignore", FutureWarning)
        parts = groups.mapInArrow(Counted(by, of), "u string, v string, shared long")
    sums = parts.groupBy("u", "v").agg(functions.sum("shared").alias("shared"))
    return _Spread(table.name, sums.persist())


class Counted:
    """What a part of the cluster does with its rows."""

    def __init__(self, by: str, of: str) -> None:
        self.by, self.of = by, of

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Yield what the pairs of some groups share, and of each with itself, how many it is in."""
        arrow, held = import_module("pyarrow"), [each for each in batches if each.num_rows]
        if not held:
            return

        def rows(wanted: tuple[str, str]) -> Iterator[Any]:
            return (of_arrow(each, wanted) for each in held)

        found = count_shared(Table("Spark", list(KEYS), None, rows, sorts=True), of=self.of)
        keys, alone = found.rows.to_numpy(), np.arange(len(found.rows))
        for i, j, shared in ((alone, alone, found.sizes), *found.pair_blocks(1)):
            if len(i):
                columns = {"u": keys[i], "v": keys[j], "shared": shared}
                yield arrow.RecordBatch.from_pydict(columns)


class _Spread:
    """What pairs share, on the cluster until it is asked for."""

    def __init__(self, name: str, sums: Any) -> None:
        self._name, self._sums = name, sums
        alone = self._of(sums.filter("u = v").sort("u"))
        # By code points, as everywhere; the cluster has an order of its own.
        order = np.argsort(alone["u"], kind="stable")
        self.rows: pd.Index[str] = pd.Index(alone["u"][order], dtype=object)
        self.sizes: Positions = alone["shared"][order]

    def _of(self, frame: Any) -> dict[str, Any]:
        try:
            found = frame.toArrow()
        except Exception as error:  # the library raises whatever its parts raise
            if "No module named" not in str(error):
                raise
            raise CoalitionsError(
                f"{self._name}: a part of the cluster lacks a package that it counts with: install "
                '"joint-statements[files]" there as well'
            ) from error
        return {
            name: np.asarray(found.column(name).to_pylist(), kind)
            for name, kind in (("u", object), ("v", object), ("shared", np.int64))
        }

    def pair_blocks(self, least: int) -> Iterator[tuple[Positions, Positions, Positions]]:
        """Yield which pairs share so many, in order, and how many they share: in one block."""
        found = self._of(self._sums.filter(f"u != v and shared >= {max(1, least)}"))
        first, second = (self.rows.get_indexer(pd.Index(found[key])) for key in "uv")
        order = np.lexsort((second, first))
        yield first[order], second[order], found["shared"][order]
        self._sums.unpersist()


def _cells(frame: Any, column: str) -> list[Any]:
    cells: list[Any] = frame.toArrow().column(column).to_pylist()
    return cells
