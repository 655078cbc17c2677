"""Files of ours, opened by the programs that they are for: the Gephi Toolkit and graphology."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from coalitions.export import write_graph

HERE = Path(__file__).parent
KINDS = ("co-signed", "overlap", "signed")
EDGE_COLOUR = "#0A64C8"
AWKWARD = ["a <b> & \"c\" 'd'", "😀 Türkiye", "עברית عربي", " spaces ", "line\nend\ttab", "nul\x00"]
# The names that GEXF gives to attributes of its own elements, or Gephi to its columns.
NAMES = ["id", "pid", "start", "end", "type", "for", "timeset", "Interval", "Weight", "source"]


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


def sample() -> nx.Graph:
    graph = nx.Graph(
        kind="co-signing", method="How it was made.", source="A source.", last_date="2020-10-06"
    )
    for number in range(100):
        graph.add_node(
            f"N{number:02}",
            kind="signatory",
            label=f"State {number}",
            text=AWKWARD[number % len(AWKWARD)],
            whole=number - 50,
            wide=number * 2**40,
            huge=2**70 + number,
            part=number / 7,
            mixed_numbers=number if number % 2 else number / 3,
            mixed=number if number % 2 else "text",
            yes=number % 3 == 0,
            gap=None if number % 4 else number,
            scalar=np.int16(number),
            lost=float("nan") if number % 5 else 1.5,
            **{name: f"{name} {number}" for name in NAMES},
        )
    for number in range(100):
        for step in (1, 7):
            graph.add_edge(
                f"N{number:02}",
                f"N{(number + step) % 100:02}",
                kind=KINDS[(number + step) % 3],
                weight=1 + number / 4,
                shared=number + 1,
                jaccard=number / 99,
                label=f"edge {number}",
                type="any",
            )
    graph.edges["N00", "N01"]["colour"] = EDGE_COLOUR
    return graph


def looks(graph: nx.Graph) -> pd.DataFrame:
    numbers = np.arange(len(graph))
    return pd.DataFrame(
        {
            "x": 300 * np.cos(numbers / 9),
            "y": 300 * np.sin(numbers / 9),
            "colour": [f"#{number * 2:02X}{255 - number:02X}7F" for number in numbers],
            "size": 4 + numbers / 10,
        },
        index=list(graph),
    )


def expected(value: object) -> object:
    """Return a value as a file holds it and JSON brings it back; None where it is left out."""
    if isinstance(value, float) and np.isnan(value):
        return None
    if isinstance(value, np.integer):
        return int(value)
    if isinstance(value, int) and abs(value) >= 2**63:
        return str(value)
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def attributes(data: dict[str, Any], *own: str) -> dict[str, object]:
    kept = {name: expected(value) for name, value in data.items() if name not in own}
    if isinstance(kept.get("mixed"), int):
        kept["mixed"] = str(kept["mixed"])
    return {name: value for name, value in kept.items() if value is not None}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("interop")
    graph = sample()
    for name in ("graph.gexf", "graph.graphml"):
        write_graph(graph, folder / name, looks=looks(graph))
    write_graph(graph, folder / "plain.gexf")
    write_graph(nx.Graph(), folder / "empty.gexf")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the readers to build in, so that several test processes may at once."""
    place = tmp_path_factory.mktemp("readers") / "interop"
    return Path(
        shutil.copytree(HERE, place, ignore=shutil.ignore_patterns("target", "node_modules"))
    )


@pytest.fixture(scope="module")
def gephi(folder: Path, built: Path) -> dict[str, Any]:
    need("java", "mvn")
    run("mvn", "-B", "-q", "process-classes", at=built)
    toolkit = (built / "target" / "classpath.txt").read_text(encoding="utf-8").strip()
    classpath = f"target/classes{os.pathsep}{toolkit}"
    paths = sorted(folder.iterdir())
    out = run("java", "-cp", classpath, "org.coalitions.interop.ImportReport", *paths, at=built)
    return {path.name: report for path, report in zip(paths, json.loads(out), strict=True)}


@pytest.fixture(scope="module")
def graphology(folder: Path, built: Path) -> dict[str, Any]:
    need("node", "npm")
    run("npm", "ci", "--no-audit", "--no-fund", at=built)
    paths = sorted(folder.glob("*.gexf"))
    out = run("node", "read_gexf.mjs", *paths, at=built)
    return {path.name: read for path, read in zip(paths, json.loads(out), strict=True)}


@pytest.mark.parametrize("name", ["graph.gexf", "plain.gexf", "empty.gexf", "graph.graphml"])
def test_gephi_reports_nothing(gephi: dict[str, Any], name: str) -> None:
    assert [each for each in gephi[name]["issues"] if each["level"] != "INFO"] == []


@pytest.mark.parametrize("name", ["graph.gexf", "graph.graphml"])
def test_gephi_shows_nodes_where_and_as_they_were_drawn(gephi: dict[str, Any], name: str) -> None:
    graph = sample()
    read = {node["id"]: node for node in gephi[name]["nodes"]}
    assert read.keys() == set(graph)
    for key, look in looks(graph).iterrows():
        node = read[key]
        assert (node["x"], node["y"]) == pytest.approx((look["x"], look["y"]), abs=1e-4)
        assert node["size"] == pytest.approx(look["size"])
        assert node["colour"] == look["colour"]
        assert node["label"] == graph.nodes[key]["label"]


def test_gephi_has_every_column_in_its_type(gephi: dict[str, Any]) -> None:
    columns = {each["title"]: each["type"] for each in gephi["graph.gexf"]["node_columns"]}
    assert columns == {
        "kind": "String", "text": "String", "whole": "Integer", "wide": "Long", "huge": "String",
        "part": "Double", "mixed_numbers": "Double", "mixed": "String", "yes": "Boolean",
        "gap": "Integer", "scalar": "Integer", "lost": "Double", **dict.fromkeys(NAMES, "String"),
    }  # fmt: skip
    columns = {each["title"]: each["type"] for each in gephi["graph.gexf"]["edge_columns"]}
    assert columns == {
        "shared": "Integer", "jaccard": "Double", "label": "String", "type": "String",
        "colour": "String",
    }  # fmt: skip


def test_gephi_has_every_value_of_every_node(gephi: dict[str, Any]) -> None:
    read = {node["id"]: node["attributes"] for node in gephi["graph.gexf"]["nodes"]}
    for key, data in sample().nodes(data=True):
        assert read[key] == attributes(data, "label")


def test_gephi_has_every_edge_with_kind_weight_and_colour(gephi: dict[str, Any]) -> None:
    graph = sample()
    read = {(e["source"], e["target"]): e for e in gephi["graph.gexf"]["edges"]}
    assert len(read) == graph.number_of_edges()
    for source, target, data in graph.edges(data=True):
        edge = read[source, target]
        assert not edge["directed"]
        assert edge["id"] == "--".join(sorted((source, target)))
        assert (edge["kind"], edge["weight"]) == (data["kind"], data["weight"])
        assert edge["attributes"] == attributes(data, "kind", "weight")
    assert read["N00", "N01"]["colour"] == EDGE_COLOUR


def test_gephi_reads_no_time_where_there_is_none(gephi: dict[str, Any]) -> None:
    assert not gephi["graph.gexf"]["time"]["dynamic"]


def test_gephi_lite_has_every_value_of_every_node(graphology: dict[str, Any]) -> None:
    graph = sample()
    read = {node["id"]: node["attributes"] for node in graphology["graph.gexf"]["nodes"]}
    for key, look in looks(graph).iterrows():
        red, green, blue = bytes.fromhex(look["colour"][1:])
        assert read[key].pop("color") == f"rgb({red},{green},{blue})"
        place = (read[key].pop("x"), read[key].pop("y"), read[key].pop("size"))
        assert place == (look["x"], look["y"], look["size"])
        assert read[key].pop("z") == 0
        assert read[key] == attributes(graph.nodes[key])


def test_gephi_lite_has_every_edge_with_kind_and_weight(graphology: dict[str, Any]) -> None:
    graph = sample()
    read = graphology["graph.gexf"]
    assert (read["type"], read["multi"]) == ("undirected", False)
    edges = {(each["source"], each["target"]): each for each in read["edges"]}
    assert len(edges) == graph.number_of_edges()
    for source, target, data in graph.edges(data=True):
        found = edges[source, target]["attributes"]
        found.pop("color")
        assert found == attributes(data)


def test_gephi_lite_shows_who_made_the_file_and_how(graphology: dict[str, Any]) -> None:
    meta = graphology["graph.gexf"]["meta"]
    assert meta["description"] == "How it was made. A source."
    assert meta["lastModifiedDate"] == "2020-10-06"


def test_gephi_lite_opens_an_empty_graph(graphology: dict[str, Any]) -> None:
    assert graphology["empty.gexf"]["nodes"] == []
