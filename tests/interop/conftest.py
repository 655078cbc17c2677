"""Every file is opened once by each program: one JVM and one Node a test process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from export_graphs import drawn
from interop_cases import graph_of, looks, looks_of, sample, told_graph

from coalitions import node_looks, write_graph
from coalitions.graphs.build import GRAPHS

HERE = Path(__file__).parent


def need(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{', '.join(missing)} missing: nothing is skipped under CI")
    if missing:
        pytest.skip(f"{', '.join(missing)} missing")


def run(*command: str | Path, at: Path) -> str:
    done = subprocess.run(command, cwd=at, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write_corpus(name: str, folder: Path) -> None:
    """Write each graph of a corpus, the co-signing graph in each of its forms."""
    for kind in (*GRAPHS, "parallel"):
        graph, look = graph_of(name, kind), looks_of(name, kind)
        write_graph(graph, folder / f"{name}-{kind}.gexf", looks=look)
        if kind in GRAPHS:
            write_graph(graph, folder / f"{name}-{kind}.graphml", looks=look)
        if kind == "cosigning":
            write_graph(graph, folder / f"{name}-static.gexf", looks=look, time="static")


@pytest.fixture(scope="session")
def samples() -> dict[str, nx.Graph]:
    """Return graphs with whatever an attribute may hold, by the name of their file."""
    return {f"drawn-{number}.gexf": graph for number, graph in enumerate(drawn(60))}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: dict[str, nx.Graph]) -> Path:
    folder = tmp_path_factory.mktemp("interop")
    graph = sample()
    for name in ("graph.gexf", "graph.graphml"):
        write_graph(graph, folder / name, looks=looks(graph))
    write_graph(graph, folder / "plain.gexf")
    told = told_graph()
    for name in ("told.gexf", "told.graphml"):
        write_graph(told, folder / name, looks=node_looks(told, by="community"), time="static")
    write_graph(nx.Graph(), folder / "empty.gexf")
    for name, drawn_graph in samples.items():
        write_graph(drawn_graph, folder / name)
    write_corpus("unga75", folder)
    write_corpus("un-china", folder)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the readers to build in, so that several test processes may at once."""
    place = tmp_path_factory.mktemp("readers") / "interop"
    return Path(
        shutil.copytree(HERE, place, ignore=shutil.ignore_patterns("target", "node_modules"))
    )


@pytest.fixture(scope="session")
def gephi(folder: Path, built: Path) -> dict[str, Any]:
    need("java", "mvn")
    run("mvn", "-B", "-q", "process-classes", at=built)
    toolkit = (built / "target" / "classpath.txt").read_text(encoding="utf-8").strip()
    classpath = f"target/classes{os.pathsep}{toolkit}"
    paths = sorted(folder.iterdir())
    out = run("java", "-cp", classpath, "org.coalitions.interop.ImportReport", *paths, at=built)
    return {path.name: report for path, report in zip(paths, json.loads(out), strict=True)}


@pytest.fixture(scope="session")
def graphology(folder: Path, built: Path) -> dict[str, Any]:
    need("node", "npm")
    run("npm", "ci", "--no-audit", "--no-fund", at=built)
    paths = sorted(folder.glob("*.gexf"))
    out = run("node", "read_gexf.mjs", *paths, at=built)
    return {path.name: read for path, read in zip(paths, json.loads(out), strict=True)}
