"""Many statements, many signatories: each beside the plain way of a library, in one run.

    python tests/bench/bench_scale.py [MEMBERS STATEMENTS]

Pairs that share a least number of statements, beside scipy's product in blocks of rows; a table of
many rows, beside pandas alone, which only reads it; a layout of many groups, beside networkx's
springs. What is compared is time of the processor, as others may have the machine as well.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import networkx as nx
import numpy as np
import pandas as pd

from coalitions import Corpus, load, node_looks
from coalitions.corpus.incidence import named_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from scipy.sparse import csr_array

Found = TypeVar("Found")

EACH, LEAST, BLOCK = 42, 5, 500
ROWS, GROUPS = 100_000, 1_500


def timed(what: Callable[[], Found]) -> tuple[float, Found]:
    """Return how long something took (seconds of the processor), and what it found."""
    start = time.process_time()
    found = what()
    return time.process_time() - start, found


def said(what: str, ours: float, theirs: float, peer: str) -> None:
    """Print both times and their ratio."""
    print(f"{what:34} {ours:7.2f} s, {peer} {theirs:7.2f} s: {ours / theirs:5.2f} of it")


def in_blocks(cells: csr_array) -> int:
    """Return how many pairs of rows share so many, by scipy, every block against all rows."""
    other, count = cells.T.tocsr(), 0
    for begin in range(0, cells.shape[0], BLOCK):
        product = (cells[begin : begin + BLOCK] @ other).tocoo()
        row, column = product.coords
        count += int(((product.data >= LEAST) & (column > row + begin)).sum())
    return count


def shared_pairs(members: int, statements: int) -> None:
    """Count pairs of members that share a least number of statements."""
    rng = np.random.default_rng(0)
    row = np.repeat(np.arange(members), EACH)
    column = (rng.random(len(row)) ** 2 * statements).astype(np.int64)
    signatures = pd.DataFrame(
        {
            "statement_id": np.char.add("s", column.astype(str)),
            "signatory": np.char.add("p", row.astype(str)),
        }
    ).drop_duplicates()
    ids = pd.Series(signatures["statement_id"].unique())
    records = named_under(ids, signatures).other_way
    ours, found = timed(lambda: sum(len(i) for i, _, _ in records.pair_blocks(LEAST)))
    theirs, expected = timed(lambda: in_blocks(records.cells))
    assert found == expected
    what = f"{len(signatures):,} signatures, {found:,} pairs"
    said(what, ours, theirs, "scipy")


def many_rows(folder: Path) -> None:
    """Read a table of many rows into a checked corpus."""
    rng = np.random.default_rng(1)
    table = pd.DataFrame(
        {
            "statement_id": np.char.add("s", (np.arange(ROWS) // 50).astype(str)),
            "signatory": np.char.add("person ", rng.integers(0, 4_000, ROWS).astype(str)),
        }
    ).drop_duplicates()
    path = folder / "many.csv"
    table.to_csv(path, index=False)
    theirs, _ = timed(lambda: pd.read_csv(path, dtype=str))

    def read() -> Corpus:
        return load(path, members="any")

    read()  # what is loaded once is loaded
    ours, corpus = timed(read)
    assert len(corpus.signatures) == len(table)
    said(f"{len(table):,} rows, checked", ours, theirs, "pandas, unchecked")


def many_groups() -> None:
    """Lay out a network of many statements."""
    rng = np.random.default_rng(2)
    graph = nx.Graph(kind="two-mode")
    for n in range(GROUPS):
        graph.add_node(f"s{n}", kind="statement", label=f"{n}", count=20)
        graph.add_edges_from((f"s{n}", f"p{k}") for k in rng.integers(0, 200, 20))
    ours, table = timed(lambda: node_looks(graph))
    assert len(table) == len(graph)
    theirs, _ = timed(lambda: nx.spring_layout(graph, seed=0))
    said(f"{len(graph):,} nodes, {graph.size():,} edges, no overlap", ours, theirs, "networkx")


if __name__ == "__main__":
    shared_pairs(*(map(int, sys.argv[1:]) if sys.argv[1:] else (20_000, 4_000)))
    with tempfile.TemporaryDirectory() as folder:
        many_rows(Path(folder))
    many_groups()
