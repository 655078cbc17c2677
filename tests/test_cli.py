"""The command line as scripts use it: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
import worked

from coalitions import __version__
from coalitions import corpus as corpora
from coalitions.cli import commands
from coalitions.cli.options import GRAPH_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

PAIR = {
    "a": str,
    "b": str,
    "named_a": int,
    "named_b": int,
    "declared_a": int,
    "declared_b": int,
    "shared_named": int,
    "shared_min": int,
    "shared_max": int,
    "union_min": int,
    "union_max": int,
    "jaccard_min": float,
    "jaccard_max": float,
    "members": list,
}
REGION = {
    "statements": list,
    "exclusive": int,
    "exclusive_min": int,
    "exclusive_max": int,
    "inclusive": int,
    "inclusive_min": int,
    "inclusive_max": int,
    "members": list,
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return worked.write_folder(tmp_path / "own")


def rows(result: Run) -> list[dict[str, Any]]:
    """Return the rows of a run that ended well and said nothing else."""
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert isinstance(found, list)
    return found


def types(row: dict[str, Any]) -> dict[str, type]:
    return {key: type(value) for key, value in row.items()}


# overlap


def test_overlap_as_json(own: Path, run: Callable[..., Run]) -> None:
    found = rows(run("overlap", own, "--format", "json"))
    members = {("full", "part"): ["CHN"], ("full", "plain"): ["KEN"]}
    assert [r["members"] for r in found] == [members.get(pair, []) for pair in worked.PAIRS]
    for row in found:
        undeclared = {f"declared_{n}": type(None) for n in "ab" if row[n] == "plain"}
        assert types(row) == PAIR | undeclared
        assert list(row) == list(PAIR)
        bounds = ("shared_named", "shared_min", "shared_max", "union_min", "union_max")
        assert tuple(row[key] for key in bounds) == worked.PAIRS[row["a"], row["b"]]


def test_overlap_of_the_core_case(run: Callable[..., Run]) -> None:
    found = rows(run("overlap", "--format", "json"))
    assert len(found) == 6
    row = next(r for r in found if (r["declared_a"], r["declared_b"]) == (55, 45))
    assert (row["named_a"], row["named_b"], row["shared_named"]) == (25, 45, 19)
    assert (row["shared_min"], row["shared_max"]) == (19, 45)
    assert row["members"] == sorted(row["members"])
    assert run("overlap", "unga75", "--format", "json").out == json_text(found)


def json_text(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def test_regions_as_json(own: Path, run: Callable[..., Run]) -> None:
    found = rows(run("overlap", own, "--regions", "--format", "json"))
    assert [tuple(r["statements"]) for r in found] == list(worked.REGIONS)
    for row in found:
        assert types(row) == REGION
        *counts, members = worked.REGIONS[tuple(row["statements"])]
        assert [row[key] for key in list(REGION)[1:-1]] == counts
        assert row["members"] == list(members)


def test_overlap_as_csv(own: Path, run: Callable[..., Run]) -> None:
    result = run("overlap", own, "--format", "csv")
    table = list(csv.DictReader(io.StringIO(result.out)))
    assert list(table[0]) == list(PAIR)
    assert [(r["a"], r["b"]) for r in table] == list(worked.PAIRS)
    assert table[2]["members"] == "KEN"
    assert table[2]["declared_b"] == ""
    assert "\r" not in result.out
    result = run("overlap", own, "--regions", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(result.out)))
    assert list(table[0]) == list(REGION)
    assert (table[0]["statements"], table[0]["members"]) == ("full", "CUB;PAK")
    assert table[3]["statements"] == "full;part"


def test_overlap_as_a_table(own: Path, run: Callable[..., Run]) -> None:
    result = run("overlap", own)
    header, *lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert header.split() == list(PAIR)
    assert len(lines) == len(worked.PAIRS)
    # full, part: sizes, bounds, then the coefficients to three places and the name.
    assert " ".join(lines[0].split()) == "full part 4 2 4 4 1 1 3 5 7 0.143 0.600 CHN"
    assert lines[2].split()[5] == "–"  # plain declares nothing


def test_own_lists_as_text(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "a.txt").write_text("Cuba\nBosnia and Herzegovina\nDPRK\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Burma\nRepublic of Korea\nCuba\n", encoding="utf-8")
    (row,) = rows(run("overlap", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json"))
    assert (row["a"], row["b"], row["named_a"], row["named_b"]) == ("a", "b", 3, 3)
    assert (row["shared_min"], row["shared_max"], row["members"]) == (1, 1, ["CUB"])
    assert (row["union_min"], row["union_max"]) == (5, 5)
    assert (row["declared_a"], row["declared_b"]) == (None, None)


def test_own_lists_as_prose(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "a.txt").write_text("Cuba, Antigua and Barbuda,\nChina, and the Sudan.\n")
    (tmp_path / "b.txt").write_text("South Sudan, Trinidad and Tobago, China and Cuba")
    (row,) = rows(run("overlap", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json"))
    assert (row["named_a"], row["named_b"], row["members"]) == (4, 4, ["CHN", "CUB"])


def test_identifiers_of_another_kind(tmp_path: Path, run: Callable[..., Run]) -> None:
    path = tmp_path / "bills.csv"
    path.write_text("statement_id,signatory\nb1,Smith\nb1,Jones\nb2,Jones\n")
    arguments = ("overlap", path, "--members", "any", "--format", "json")
    (row,) = rows(run(*arguments))
    assert (row["members"], row["union_max"]) == (["Jones"], 2)
    (row,) = rows(run(*arguments, "--universe", "100"))
    assert row["members"] == ["Jones"]


def test_the_universe_bounds_what_is_unnamed(tmp_path: Path, run: Callable[..., Run]) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,declared_count\na,CUB,3\nb,CHN,2\n")
    # Of 4: a has two of the three others of it, b one; 3 + 2 of 4 leave no room to stand apart.
    (row,) = rows(run("overlap", path, "--universe", "4", "--format", "json"))
    assert (row["shared_min"], row["shared_max"]) == (1, 2)
    (row,) = rows(run("overlap", path, "--format", "json"))
    assert (row["shared_min"], row["shared_max"]) == (0, 2)


# Choosing statements


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), {"full", "part", "count", "plain"}),
        (("--event", "e1"), {"full", "part"}),
        (("--since", "2021-03-03"), {"count", "plain"}),
        (("--until", "2021-03-03"), {"full", "part", "count"}),
        (("--topic", "land"), {"full", "count"}),
        (("--stance", "critical"), {"count", "plain"}),
        (("--stance", "support", "--topic", "Sea", "--until", "2020"), {"full", "part"}),
    ],
)
def test_options_choose_statements(
    options: tuple[str, ...], expected: set[str], own: Path, run: Callable[..., Run]
) -> None:
    found = rows(run("overlap", own, *options, "--format", "json"))
    assert {row[key] for row in found for key in "ab"} == expected


def test_a_forum_chooses_its_statements(run: Callable[..., Run]) -> None:
    forum = "UN Human Rights Council"
    printed = run("check", "un-china", "--forum", forum, "--stance", "critical", "--format", "json")
    ids = [row["statement_id"] for row in json.loads(printed.out)["ledger"]]
    assert len(ids) == 5
    assert all("-hrc4" in key or "-hrc5" in key for key in ids)


def test_versions_of_a_letter(run: Callable[..., Run]) -> None:
    earlier = "2019-07-hrc41-xinjiang-support37"
    arguments = ("overlap", "un-china", "--event", "hrc41-2019", "--format", "json")
    for options, there in (((), False), (("--versions", "all"), True)):
        found = rows(run(*arguments, *options))
        assert (earlier in {row[key] for row in found for key in "ab"}) is there
    ledger = json.loads(run("check", "un-china", "--format", "json").out)["ledger"]
    assert earlier in {row["statement_id"] for row in ledger}
    latest = run("check", "un-china", "--versions", "latest", "--format", "json").out
    assert earlier not in {row["statement_id"] for row in json.loads(latest)["ledger"]}


def test_nothing_fits(run: Callable[..., Run]) -> None:
    result = run("overlap", "--event", "e99")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("coalitions: no statement fits (event e99)")
    assert "unga3-2020" in result.err
    assert "\n  dates: 2020-10-06\n" in result.err
    series = run("overlap", "un-china", "--event", "e99")
    assert "\n  dates: 2019-07-08 to 2025-11-21\n" in series.err
    council = run("figure", "flow", "un-china", "--forum", "human rights council", "-o", "f.svg")
    assert (council.code, council.out) == (1, "")
    assert council.err.startswith("coalitions: no statement fits (forum human rights council)")
    there = "forums: UN General Assembly Third Committee, UN Human Rights Council"
    assert f"\n  {there}\n" in council.err
    nowhere = run("overlap", "--forum", "")
    assert (nowhere.code, "(forum empty)" in nowhere.err) == (1, True)


# check


def test_check_as_json(own: Path, run: Callable[..., Run]) -> None:
    result = run("check", own, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert list(found) == ["problems", "ledger", "claims"]
    assert found["problems"] == []
    keys = ["statement_id", "declared", "named", "unnamed", "status"]
    assert found["ledger"] == [
        dict(zip(keys, row, strict=True))
        for row in [
            ("full", 4, 4, 0, "complete"),
            ("part", 4, 2, 2, "partial"),
            ("count", 3, 0, 3, "count only"),
            ("plain", None, 3, None, "undeclared"),
        ]
    ]
    assert found["claims"] == [
        {
            "claim_id": key,
            "count": stated,
            "qualifier": qualifier,
            "low": low,
            "high": high,
            "verdict": verdict,
        }
        for key, (_, _, qualifier, stated, low, high, verdict) in worked.CLAIMS.items()
    ]


def test_check_of_the_core_case(run: Callable[..., Run]) -> None:
    found = json.loads(run("check", "--format", "json").out)
    assert [(row["declared"], row["named"]) for row in found["ledger"]] == [
        (3, 1),
        (55, 25),
        (45, 45),
        (39, 39),
    ]
    assert found["claims"][0] == {
        "claim_id": "nearly-70-states",
        "count": 70,
        "qualifier": "nearly",
        "low": 55,
        "high": 84,
        "verdict": "possible",
    }


@pytest.mark.parametrize("style", ["table", "csv"])
def test_check_as_text(style: str, own: Path, run: Callable[..., Run]) -> None:
    result = run("check", own, "--format", style)
    assert (result.code, result.err) == (0, "")
    ledger, claims = result.out.split("\n\n")
    assert ledger.split("\n")[0].replace(",", " ").split() == [
        "statement_id",
        "declared",
        "named",
        "unnamed",
        "status",
    ]
    assert len(ledger.strip().split("\n")) == 1 + 4
    assert len(claims.strip().split("\n")) == 1 + len(worked.CLAIMS)
    assert "count only" in ledger
    assert "contradicted" in claims


# names


def test_names_as_json(run: Callable[..., Run]) -> None:
    assert rows(run("names", "UAE", "Côte d'Ivoire", "--format", "json")) == [
        {"name": "UAE", "signatory": "ARE", "kind": "member", "suggestions": []},
        {"name": "Côte d'Ivoire", "signatory": "CIV", "kind": "member", "suggestions": []},
    ]


@pytest.mark.parametrize(
    ("name", "kind", "suggestion"),
    [
        ("Guinea-Bisau", "unknown", "Guinea-Bissau"),
        ("Korea", "ambiguous", "Republic of Korea"),
    ],
)
def test_an_unresolved_name_ends_in_1(
    name: str, kind: str, suggestion: str, run: Callable[..., Run]
) -> None:
    result = run("names", "Cuba", name, "--format", "json")
    assert result.code == 1
    cuba, row = json.loads(result.out)
    assert cuba["signatory"] == "CUB"
    assert (row["name"], row["signatory"], row["kind"]) == (name, None, kind)
    assert suggestion in row["suggestions"]


def test_a_group_is_no_state(run: Callable[..., Run]) -> None:
    (row,) = json.loads(run("names", "African Group", "--format", "json").out)
    assert (row["signatory"], row["kind"], row["suggestions"]) == (None, "group", [])


def test_names_as_text(run: Callable[..., Run]) -> None:
    assert run("names", "DRC", "--format", "csv").out == (
        "name,signatory,kind,suggestions\nDRC,COD,member,\n"
    )
    assert run("names", "DRC").out.splitlines()[1].split() == ["DRC", "COD", "member"]


# Files


@pytest.mark.parametrize("kind", GRAPH_KINDS)
@pytest.mark.parametrize("suffix", ["gexf", "graphml", "json", "csv"])
def test_export(kind: str, suffix: str, own: Path, tmp_path: Path, run: Callable[..., Run]) -> None:
    target = tmp_path / f"x.{suffix}"
    result = run("export", own, "--graph", kind, "-o", target)
    assert (result.code, result.err) == (0, "")
    written = tmp_path / "x.nodes.csv" if suffix == "csv" else target
    assert result.out == f"{written}\n"
    size = {"two-mode": (11, 9), "cosigning": (7, 10), "statements": (4, 2)}[kind]
    assert read(written, suffix) == size


def read(path: Path, suffix: str) -> tuple[int, int]:
    """Return how many nodes and edges a file holds, as another program reads it."""
    if suffix == "csv":
        edges = path.with_name("x.edges.csv")
        nodes, lines = (
            len(list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8")))))
            for table in (path, edges)
        )
        return nodes, lines
    if suffix == "json":
        found = json.loads(path.read_text(encoding="utf-8"))
        return len(found["nodes"]), len(found.get("edges", found.get("links")))
    if suffix == "graphml":
        graph = nx.read_graphml(path)
        return len(graph), graph.number_of_edges()
    text = path.read_text(encoding="utf-8")
    return text.count("<node "), text.count("<edge ")


def test_the_page_to_a_file_and_to_standard_output(
    own: Path, tmp_path: Path, run: Callable[..., Run]
) -> None:
    target = tmp_path / "x.html"
    result = run("explore", own, "-o", target)
    assert result == (0, f"{target}\n", "")
    streamed = run("explore", own, "-o", "-")
    assert (streamed.code, streamed.err) == (0, "")
    assert streamed.out == target.read_text(encoding="utf-8")
    assert streamed.out.lower().startswith("<!doctype html>")


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_a_figure(suffix: str, own: Path, tmp_path: Path, run: Callable[..., Run]) -> None:
    target = tmp_path / f"x.{suffix}"
    assert run("figure", "upset", own, "-o", target) == (0, f"{target}\n", "")
    start = {"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG"}[suffix]
    assert target.read_bytes().startswith(start)


# How it ends


def test_the_version(run: Callable[..., Run]) -> None:
    result = run("--version")
    assert (result.code, result.err) == (0, "")
    assert result.out.split()[-1] == __version__


@pytest.mark.parametrize("verb", [None, *commands()])
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help(verb: str | None, flag: str, run: Callable[..., Run]) -> None:
    result = run(*filter(None, [verb, flag]))
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Usage: ")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("nonsense",), "nonsense"),
        (("overlap", "--format", "xml"), "xml"),
        (("overlap", "--universe", "0"), "universe"),
        (("overlap", "--nonsense"), "nonsense"),
        (("figure", "pie", "-o", "x.svg"), "pie"),
        (("figure", "venn"), "--output"),
        (("export",), "--output"),
        (("export", "--graph", "three-mode", "-o", "x.gexf"), "three-mode"),
        (("names",), "NAME"),
    ],
)
def test_wrong_use_ends_in_2(
    arguments: tuple[str, ...], word: str, run: Callable[..., Run]
) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert word in result.err


def test_a_reader_that_goes_away_is_no_error() -> None:
    # As in `coalitions overlap | head -0`: nobody reads any more when the first row is written.
    code = "from coalitions.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "overlap", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in {0, -signal.SIGPIPE}


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_rows_are_utf8_whatever_the_terminal(encoding: str) -> None:
    code = "from coalitions.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "names", "Côte d'Ivoire", "--format", "csv"],
        check=True,
        capture_output=True,
        env={"PYTHONIOENCODING": encoding, "PATH": ""},
    )
    assert done.stdout.decode("utf-8").splitlines()[1] == "Côte d'Ivoire,CIV,member,"
    assert done.stderr == b""


def test_a_run_that_is_stopped_says_so(
    run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(corpora, "load", stopped)
    result = run("overlap")
    assert (result.code, result.out) == (130, "")
    assert result.err.strip() == "coalitions: stopped; earlier files are as they were"
