"""Pairs of a table on the disk: `count_pairs` beside the peers that are installed, in one run.

    python tests/bench/bench_pairs.py [SIGNATURES]

Signatures of 193 members in the order of their statements, from Parquet to what every two share.
DuckDB and Polars join the table with itself, scipy has all of it as a sparse matrix, networkx
projects onto a sample of the members, and its time is scaled up. Time of the processor.
"""

from __future__ import annotations

import sys
import tempfile
import time
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pyarrow as pa
from networkx.algorithms.bipartite import weighted_projected_graph
from pyarrow import parquet
from scipy.sparse import csr_array

from coalitions import count_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

MEMBERS, AT_A_TIME, SAMPLE, LARGEST_OF_NETWORKX = 193, 15_000, 8, 3_000_000


def write_signatures(path: Path, number: int) -> None:
    """Write who signed what, some statements at a time."""
    rng = np.random.default_rng(0)
    likely = rng.beta(1, 2, MEMBERS)
    names = pa.array([f"m{n:03}" for n in range(MEMBERS)])
    schema = pa.schema({"statement_id": pa.string(), "signatory": pa.string()})
    with parquet.ParquetWriter(path, schema) as out:
        begin = written = 0
        while written < number:
            row, column = np.nonzero(rng.random((AT_A_TIME, MEMBERS)) < likely)
            ids = pa.array([f"s{n:010}" for n in range(begin, begin + AT_A_TIME)])
            cells = [ids.take(pa.array(row)), names.take(pa.array(column))]
            part = pa.table(cells, schema=schema).slice(0, number - written)
            out.write_table(part)
            written, begin = written + len(part), begin + AT_A_TIME


def by_scipy(path: Path) -> int:
    """Return what all pairs share in all, by one product of sparse matrices."""
    table = parquet.read_table(path)
    codes = [
        table[name].combine_chunks().dictionary_encode().indices for name in table.column_names
    ]
    cells = csr_array((np.ones(len(table), np.int32), tuple(each.to_numpy() for each in codes)))
    shared = (cells.T @ cells).toarray().astype(np.int64)
    return int(np.triu(shared, 1).sum())


def by_duckdb(path: Path) -> int:
    """Return the same by a join of the table with itself."""
    pairs = (
        "SELECT count(*) AS shared FROM signed a JOIN signed b USING (statement_id) "
        "WHERE a.signatory < b.signatory GROUP BY a.signatory, b.signatory"
    )
    base = import_module("duckdb").connect()
    base.execute(f"CREATE VIEW signed AS FROM '{path}'")
    return int(base.execute(f"SELECT sum(shared) FROM ({pairs})").fetchone()[0])  # noqa: S608 - the same


def by_polars(path: Path) -> int:
    """Return the same by a lazy join."""
    pl: Any = import_module("polars")
    signed = pl.scan_parquet(path)
    both = signed.join(signed, on="statement_id").filter(
        pl.col("signatory") < pl.col("signatory_right")
    )
    counts = both.group_by("signatory", "signatory_right").len()
    return int(counts.select(pl.col("len").sum()).collect(engine="streaming").item())


def by_networkx(path: Path) -> float:
    """Return how long a projection would take (seconds), from that onto some members."""
    table = parquet.read_table(path)
    graph = nx.Graph(zip(*(table[name].to_pylist() for name in table.column_names), strict=True))
    sample = [f"m{n:03}" for n in range(SAMPLE)]
    part = graph.subgraph([*sample, *(node for node in graph if node[0] == "s")]).copy()
    start = time.process_time()
    weighted_projected_graph(part, sample)
    pairs = len(list(combinations(range(MEMBERS), 2))) / len(list(combinations(sample, 2)))
    return (time.process_time() - start) * pairs


def timed(what: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Return how long something took, and what it found."""
    start = time.process_time()
    found = what(path)
    return time.process_time() - start, found


def ours(path: Path) -> int:
    return int(count_pairs(path, of="signatories", members="any")["shared"].sum())


def main(number: int) -> None:
    """Print each time, and how many times ours it is; check that all find the same."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "signed.parquet"
        write_signatures(path, number)
        once, expected = timed(ours, path)
        print(f"{number:,} signatures: coalitions {once:8.2f} s")
        for name, way in (("scipy", by_scipy), ("duckdb", by_duckdb), ("polars", by_polars)):
            try:
                import_module(name)
            except ImportError:
                print(f"  {name:8} is not installed, and left out")
                continue
            theirs, found = timed(way, path)
            assert found == expected, name
            print(f"  {name:8} {theirs:8.2f} s, {theirs / once:6.1f} times as long")
        if number <= LARGEST_OF_NETWORKX:
            theirs = by_networkx(path)
            print(f"  networkx {theirs:8.2f} s, {theirs / once:6.1f} times as long (scaled up)")


if __name__ == "__main__":
    main(int(float(sys.argv[1])) if sys.argv[1:] else 1_000_000)
