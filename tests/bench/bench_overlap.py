"""All overlaps at once, beside networkx's weighted projection and a popcount of bits, in one run.

6,000 statements × 195 signatories at density 0.6: what every two statements share, and every two
signatories. All sides count from the signatures to the counts, packing included; of the bits, from
a matrix of cells. networkx is slow enough that only some of the pairs are counted: it projects onto
a sample, and its time per pair is scaled up. The kernel of bits is numpy's ``bitwise_count``, which
uses the instructions of the processor. Time of the processor.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, TypeVar

# One thread each: those of numpy's products wait for one another, and waiting is counted as well.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import networkx as nx
import numpy as np
import pandas as pd
from networkx.algorithms.bipartite import weighted_projected_graph

from coalitions.corpus.incidence import named_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Counts = NDArray[np.int64]

Found = TypeVar("Found")

STATEMENTS, SIGNATORIES, DENSITY, RUNS = 6_000, 195, 0.6, 3
#: Onto how many nodes networkx projects.
SAMPLE = {"statements": 600, "signatories": 12}
#: Rows of bits that are compared at a time.
AT_A_TIME = 64


def best(what: Callable[[], Found]) -> tuple[float, Found]:
    """Return the shortest of some times (seconds of the processor), and what was found."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        found = what()
        times.append(time.process_time() - start)
    return min(times), found


def counted(lists: Any) -> Counts:
    counts = np.zeros((len(lists), len(lists)), np.int64)
    for begin, shared in lists.blocks():
        counts[begin : begin + len(shared), begin:] = shared
    return counts


def by_popcount(named: NDArray[np.bool_]) -> Counts:
    """Return what every two rows share, from bits."""
    bits = np.packbits(np.ascontiguousarray(named), axis=1)
    bits = np.pad(bits, ((0, 0), (0, -bits.shape[1] % 8)))
    words = np.ascontiguousarray(bits).view(np.uint64)
    counts = np.zeros((len(words), len(words)), np.int64)
    for begin in range(0, len(words), AT_A_TIME):
        both = words[begin : begin + AT_A_TIME, None] & words[None, begin:]
        counts[begin : begin + AT_A_TIME, begin:] = np.bitwise_count(both).sum(-1, np.int64)
    return counts


def by_networkx(signatures: pd.DataFrame, of: str, counts: Counts) -> float:
    """Return how long all pairs would take, from those of a sample; check what they share."""
    graph = nx.Graph(zip(signatures["statement_id"], signatures["signatory"], strict=True))
    letter, other = ("s", "signatory") if of == "statements" else ("x", "statement_id")
    sample = [f"{letter}{n:04}" for n in range(SAMPLE[of])]
    part = graph.subgraph([*sample, *set(signatures[other])]).copy()  # a view is slower
    start = time.process_time()
    projected = weighted_projected_graph(part, sample)
    theirs = time.process_time() - start
    for a, b, shared in projected.edges(data="weight"):
        one, two = sorted((int(a[1:]), int(b[1:])))
        assert counts[one, two] == shared
    return theirs * len(counts) * (len(counts) - 1) / (len(sample) * (len(sample) - 1))


def main() -> None:
    """Print the times and ratios, and check that all count the same."""
    named = np.random.default_rng(0).random((STATEMENTS, SIGNATORIES)) < DENSITY
    rows, columns = np.nonzero(named)
    signatures = pd.DataFrame(
        {"statement_id": [f"s{n:04}" for n in rows], "signatory": [f"x{n:04}" for n in columns]}
    )
    ids = pd.Series([f"s{n:04}" for n in range(STATEMENTS)])
    packing, lists = best(lambda: named_under(ids, signatures))
    print(f"{len(signatures):,} signatures, as rows and columns: {packing:.3f} s")
    for of, cells in (("statements", named), ("signatories", named.T)):
        asked = lists if of == "statements" else lists.other_way
        ours, counts = best(lambda asked=asked: counted(asked))
        bits, expected = best(lambda cells=cells: by_popcount(cells))
        assert (np.triu(counts) == np.triu(expected)).all()
        theirs = by_networkx(signatures, of, counts)
        print(f"{len(counts) * (len(counts) - 1) // 2:,} pairs of {of}: coalitions {ours:.3f} s")
        print(f"  networkx {theirs:10,.1f} s, {theirs / ours:8,.0f} times as long", end="")
        print(f" ({theirs / (ours + packing):,.0f} with what makes the rows)")
        print(f"  popcount {bits:10.3f} s, {ours / bits:8.2f} of it is ours")


if __name__ == "__main__":
    main()
