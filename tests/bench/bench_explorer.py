"""The page beside pyvis' own page of the same graph, in one run of one browser.

Ready: from opening the file to the first drawn frame with the graph in it. Filter: from the click
to the frame that answers it. pyvis' page has its network in-line and physics off; what it would
fetch from elsewhere is taken out, so that it does not wait for it.
"""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from playwright.sync_api import sync_playwright
from pyvis.network import Network

from coalitions.explorer.page import explorer_html
from coalitions.looks import node_looks

if TYPE_CHECKING:
    import pandas as pd
    from playwright.sync_api import Browser

RUNS = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# The picture is there when its canvas is not of one colour any more, at the end of a frame.
WATCH = """
addEventListener("DOMContentLoaded", () => {
  const look = () => requestAnimationFrame(() => {
    const canvas = document.querySelector("canvas");
    const drawn = canvas && canvas.width > 300 && (() => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      for (let place = 3; place < data.length; place += 4) if (data[place]) return true;
      return false;
    })();
    if (drawn) setTimeout(() => { window.readyAfter = performance.now(); });
    else look();
  });
  look();
});
"""
FILTER = """
async (selector) => {
  const click = performance.now();
  document.querySelector(selector).click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - click;
}
"""


def random_graph(statements: int, signatories: int, edges: int) -> nx.Graph[str]:
    """Return a two-mode graph of so many nodes and edges."""
    graph: nx.Graph[str] = nx.Graph(kind="two-mode", universe=signatories, method="Drawn by lot.")
    for n in range(statements):
        side = ("support", "critical")[n % 2]
        graph.add_node(
            f"s{n}", kind="statement", label=f"Statement {n}", side=side, date=f"20{10 + n % 10}",
            group="", named=0, declared=-1,
        )  # fmt: skip
    for n in range(signatories):
        side = ("support", "critical", "both")[n % 3]
        graph.add_node(f"v{n}", kind="signatory", label=f"Member {n}", side=side, group="")
    lot = np.random.default_rng(0).choice(statements * signatories, edges, replace=False)
    for place in lot.tolist():
        graph.add_edge(f"s{place % statements}", f"v{place // statements}", shared=1)
    nx.set_node_attributes(graph, {node: {"count": graph.degree[node]} for node in graph})
    return graph


def pyvis_html(graph: nx.Graph[str], looks: pd.DataFrame) -> str:
    """Return pyvis' page; filled directly, for its own way to add edges takes far too long."""
    network = Network(height="900px", width="100%", cdn_resources="in_line")
    network.nodes = [
        {"id": key, "label": key, "shape": "dot", "size": row.size / 2, "x": row.x, "y": -row.y}
        for key, row in zip(looks.index, looks.itertuples(index=False), strict=True)
    ]
    network.edges = [{"from": a, "to": b} for a, b in graph.edges]
    network.set_options('{"physics": {"enabled": false}, "layout": {"improvedLayout": false}}')
    html = str(network.generate_html())
    return re.sub(r'<(script|link)[^>]*(?:src|href)="http[^>]*>(?:\s*</script>)?', "", html)


def ready(browser: Browser, file: Path) -> float:
    """Return how many milliseconds it takes from opening the file to its picture."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    while not (found := page.evaluate("window.readyAfter || 0")):  # the page's policy bars polling
        page.wait_for_timeout(20)
    page.close()
    return float(found)


def answers(browser: Browser, file: Path, selector: str) -> float:
    """Return the median time (milliseconds) from a click to the frame that answers it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())
    page.wait_for_timeout(2500)
    times = []
    for _ in range(2 * RUNS):
        times.append(float(page.evaluate(FILTER, selector)))
        page.wait_for_timeout(1200)
    page.close()
    return statistics.median(times)


def main() -> None:
    """Print what a reader waits for, and how long the files are."""
    found = next(filter(None, map(shutil.which, BROWSERS)))
    folder = Path(tempfile.mkdtemp())
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=FLAGS)
        for statements, signatories, edges in ((60, 140, 7_000), (20, 1_980, 20_000)):
            graph = random_graph(statements, signatories, edges)
            looks = node_looks(graph)
            ours, theirs = folder / "ours.html", folder / "pyvis.html"
            cosigning = looks.loc[[node for node in graph if node.startswith("v")]]
            ours.write_text(explorer_html(graph, looks, cosigning=cosigning), encoding="utf-8")
            theirs.write_text(pyvis_html(graph, looks), encoding="utf-8")
            # In turns, so that what else the machine does meets both.
            rounds = [(ready(browser, ours), ready(browser, theirs)) for _ in range(RUNS)]
            mine, other = (statistics.median(times) for times in zip(*rounds, strict=True))
            print(f"{len(graph):,} nodes, {edges:,} edges")
            print(f"  ready:  coalitions {mine:6.0f} ms, pyvis {other:6.0f} ms")
            sizes = ours.stat().st_size / 1000, theirs.stat().st_size / 1000
            print(f"  size:   coalitions {sizes[0]:6.0f} kB, pyvis {sizes[1]:6.0f} kB")
            filtered = answers(browser, ours, "#legend input")
            asked = answers(browser, ours, "#statements input:not(:checked)")
            print(f"  filter: {filtered:4.0f} ms, question: {asked:4.0f} ms to the frame")
        browser.close()


if __name__ == "__main__":
    main()
