"""Time and memory of our GEXF writer, side by side with networkx's.

    python tests/bench/bench_gexf.py [NODES EDGES]

The graph has the attributes of a co-signing graph. Each writer runs in a process of its own;
memory is what its peak adds to that of the graph. Prints ratios: larger is better for speed,
smaller for memory.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx

from coalitions.export import write_gexf

GROUPS = ("African", "Asia-Pacific", "")


def random_graph(nodes: int, edges: int) -> nx.Graph[str]:
    chance = random.Random(0)  # noqa: S311 - the same graph in each process, nothing secret
    graph: nx.Graph[str] = nx.Graph(method="A random graph.", last_date="2020-10-06")
    keys = [f"N{number}" for number in range(nodes)]
    for number, key in enumerate(keys):
        graph.add_node(
            key,
            kind="signatory",
            label=f"State {number}",
            name=f"The Republic of State {number}",
            group=GROUPS[number % 3],
            count=number % 97,
            side="neither",
        )
    for number in range(edges):
        # Each node is tied to those at the next few distances: no pair comes twice.
        source, step = number % nodes, 1 + number // nodes
        shared = chance.randint(1, 40)
        graph.add_edge(
            keys[source],
            keys[(source + step) % nodes],
            kind="co-signed",
            shared=shared,
            weight=float(shared),
            jaccard=shared / chance.randint(40, 80),
            overlap_coefficient=shared / chance.randint(40, 60),
        )
    return graph


def _networkx(graph: nx.Graph[str], path: Path) -> None:
    # Edge kinds are attributes here, as networkx writes them, or they would be lost.
    nx.write_gexf(graph, path, version="1.2draft")


def _ours(graph: nx.Graph[str], path: Path) -> None:
    write_gexf(graph, None, path)


WRITERS = {"networkx": _networkx, "ours": _ours}


def measure(writer: str, nodes: int, edges: int) -> None:
    graph = random_graph(nodes, edges)
    with tempfile.TemporaryDirectory() as folder:
        # The first call pays for imports and caches.
        WRITERS[writer](nx.Graph([("a", "b")]), Path(folder, "warm.gexf"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        WRITERS[writer](graph, Path(folder, "graph.gexf"))
        seconds = time.perf_counter() - start
        size = Path(folder, "graph.gexf").stat().st_size
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{seconds} {(after - before) / 1024} {size / 1e6}\n")


def compare(nodes: int, edges: int) -> None:
    results = {}
    for writer in WRITERS:
        command = [sys.executable, __file__, writer, str(nodes), str(edges)]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        results[writer] = tuple(map(float, run.stdout.split()))
        seconds, extra, size = results[writer]
        sys.stdout.write(
            f"{writer:9} {seconds:8.2f} s  {extra:8.1f} MiB on top  {size:7.1f} MB written\n"
        )
    times, memory, _ = zip(results["networkx"], results["ours"], strict=True)
    sys.stdout.write(
        f"{nodes} nodes, {edges} edges: {times[0] / times[1]:.1f} times as fast, "
        f"{100 * memory[1] / memory[0]:.1f} % of the memory\n"
    )


if __name__ == "__main__":
    if len(sys.argv) > 3:
        measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        compare(*(map(int, sys.argv[1:]) if len(sys.argv) == 3 else (10_000, 100_000)))
