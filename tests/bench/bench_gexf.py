"""Time and memory of our GEXF writer, side by side with networkx's and with one made by hand.

    python tests/bench/bench_gexf.py [NODES EDGES]

The graph has the attributes of a co-signing graph. Each writer runs in a process of its own;
memory is what its peak adds to that of the graph. Prints ratios: larger is better for speed,
smaller for memory. The writer by hand knows this one graph, checks nothing and writes the same
bytes as ours: what it takes is what Python takes.
"""

from __future__ import annotations

import hashlib
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import chain, filterfalse, repeat
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from coalitions import __version__
from coalitions.export.gexf.write import write_gexf

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = ("African", "Asia-Pacific", "")
COLUMNS = ("kind", "weight", "shared", "jaccard", "overlap_coefficient")
# As it is for the graph below, to the letter.
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="2020-10-06">
    <creator>coalitions {__version__}</creator>
    <description>A random graph.</description>
  </meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node" mode="static">
      <attribute id="kind" title="kind" type="string"/>
      <attribute id="name" title="name" type="string"/>
      <attribute id="group" title="group" type="string"/>
      <attribute id="count" title="count" type="integer"/>
      <attribute id="side" title="side" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="shared" title="shared" type="integer"/>
      <attribute id="jaccard" title="jaccard" type="double"/>
      <attribute id="overlap_coefficient" title="overlap_coefficient" type="double"/>
    </attributes>
    <nodes>
"""


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


class _Texts(dict[object, str]):
    """Values with what stands around them, each put together once."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after

    def __missing__(self, value: object) -> str:
        text = self[value] = f"{self.before}{value}{self.after}"
        return text


def _by_hand(graph: nx.Graph[str], path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(HEAD.encode())
        lines = [
            f'      <node id="{key}" label="{d["label"]}"><attvalues><attvalue for="kind" '
            f'value="{d["kind"]}"/><attvalue for="name" value="{d["name"]}"/><attvalue for="group" '
            f'value="{d["group"]}"/><attvalue for="count" value="{d["count"]}"/><attvalue '
            f'for="side" value="{d["side"]}"/></attvalues></node>\n'
            for key, d in graph.nodes(data=True)
        ]
        stream.write("".join([*lines, "    </nodes>\n    <edges>\n"]).encode())
        texts = [_Texts(' kind="', '"'), _Texts(' weight="', '"><attvalues>')]
        texts += [_Texts(f'<attvalue for="{name}" value="', '"/>') for name in COLUMNS[2:]]
        for sources, targets, data in _edges_by_hand(graph):
            values = list(chain.from_iterable(map(itemgetter(*COLUMNS), data)))
            # Every other place is for a text of each line's own.
            parts = ['      <edge id="', "", "--", "", '" source="', "", '" target="', "", '"']
            parts = [*parts, *[""] * len(COLUMNS), "</attvalues></edge>\n"] * len(data)
            columns = [list(map(min, sources, targets)), list(map(max, sources, targets))]
            for place, column in zip((1, 3, 5, 7), [*columns, sources, targets], strict=True):
                parts[place::15] = column
            for place, known in enumerate(texts):
                parts[9 + place :: 15] = itemgetter(*values[place :: len(COLUMNS)])(known)
            stream.write("".join(parts).encode())
        stream.write(b"    </edges>\n  </graph>\n</gexf>\n")


def _edges_by_hand(graph: nx.Graph[str]) -> Iterator[tuple[list[str], list[str], list[Any]]]:
    """Return the edges some thousands at a time."""
    block: tuple[list[str], list[str], list[Any]] = ([], [], [])
    seen: set[str] = set()
    for a, neighbours in graph.adjacency():
        new = list(filterfalse(seen.__contains__, neighbours))
        seen.add(a)
        block[0].extend(repeat(a, len(new)))
        block[1].extend(new)
        block[2].extend(map(neighbours.__getitem__, new))
        if len(block[0]) > 4096:
            yield block
            block = ([], [], [])
    if block[0]:
        yield block


WRITERS = {"networkx": _networkx, "by hand": _by_hand, "ours": _ours}


def measure(writer: str, nodes: int, edges: int) -> None:
    graph = random_graph(nodes, edges)
    with tempfile.TemporaryDirectory() as folder:
        # The first call pays for imports and caches.
        WRITERS[writer](random_graph(8, 8), Path(folder, "warm.gexf"))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        # The processor's time: others who use the machine take nothing of it.
        start = time.process_time()
        WRITERS[writer](graph, Path(folder, "graph.gexf"))
        seconds = time.process_time() - start
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = Path(folder, "graph.gexf").stat().st_size
        with Path(folder, "graph.gexf").open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    sys.stdout.write(f"{seconds} {(after - before) / 1024} {size / 1e6} {digest}\n")


def compare(nodes: int, edges: int) -> None:
    results = {}
    for writer in WRITERS:
        command = [sys.executable, __file__, writer, str(nodes), str(edges)]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        *numbers, digest = run.stdout.split()
        results[writer] = (*map(float, numbers), digest)
        seconds, extra, size, _ = results[writer]
        sys.stdout.write(
            f"{writer:9} {seconds:8.2f} s  {extra:8.1f} MiB on top  {size:7.1f} MB written\n"
        )
    times, memory, _, digests = zip(*results.values(), strict=True)
    same = "the same bytes" if digests[1] == digests[2] else "OTHER BYTES"
    sys.stdout.write(
        f"{nodes} nodes, {edges} edges: {times[0] / times[2]:.1f} times as fast as networkx, "
        f"{100 * memory[2] / memory[0]:.1f} % of its memory; "
        f"{times[2] / times[1]:.2f} times the time by hand for {same}\n"
    )


if __name__ == "__main__":
    if len(sys.argv) > 3:
        measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        compare(*(map(int, sys.argv[1:]) if len(sys.argv) == 3 else (10_000, 100_000)))
