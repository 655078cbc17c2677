"""Make the README's picture: our file of unga75, drawn by Gephi's own preview.

    python tests/interop/make_picture.py

Needs Java 17, Maven and Chromium, which turns Gephi's SVG into notebooks/pictures/gephi.png:
Gephi's PNG exporter needs a screen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from coalitions import load, node_looks, two_mode_graph, write_graph

HERE = Path(__file__).parent
PICTURE = HERE.parent.parent / "notebooks" / "pictures" / "gephi.png"
WIDTH, MARGIN = 900, 14
PAGE = """<!doctype html><meta charset="utf-8">
<style>
body {{ margin: 0; background: white }}
svg {{ width: 100vw; height: 100vh }}
text {{ font-family: "DejaVu Sans", sans-serif }}
</style>{svg}
"""


def run(*command: str | Path, at: Path) -> None:
    subprocess.run(command, cwd=at, check=True, stdout=subprocess.DEVNULL)


def drawn(folder: Path) -> str:
    """Return our file as Gephi's preview draws it (SVG)."""
    readers = folder / "interop"
    shutil.copytree(HERE, readers, ignore=shutil.ignore_patterns("target", "node_modules"))
    run("mvn", "-B", "-q", "process-classes", at=readers)
    toolkit = (readers / "target" / "classpath.txt").read_text(encoding="utf-8").strip()
    graph = two_mode_graph(load("unga75"))
    write_graph(graph, folder / "unga75.gexf", looks=node_looks(graph))
    classpath = f"target/classes{os.pathsep}{toolkit}"
    files = (folder / "unga75.gexf", folder / "unga75.svg")
    run("java", "-cp", classpath, "org.coalitions.interop.Picture", *files, at=readers)
    text = files[1].read_text(encoding="utf-8")
    return text[text.index("<svg") :]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        svg = drawn(folder)
        # Gephi leaves no room for the labels of the outermost nodes.
        box = svg.split('viewBox="')[1].split('"')[0]
        x, y, width, height = map(float, box.split())
        width, height = width + 2 * MARGIN, height + 2 * MARGIN
        svg = svg.replace(box, f"{x - MARGIN} {y - MARGIN} {width} {height}", 1)
        (folder / "page.html").write_text(PAGE.format(svg=svg), encoding="utf-8")
        size = f"--window-size={WIDTH},{round(WIDTH * height / width)}"
        options = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--screenshot={PICTURE}")
        run("chromium", *options, size, f"file://{folder}/page.html", at=folder)


if __name__ == "__main__":
    main()
