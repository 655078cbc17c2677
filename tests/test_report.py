"""The report: one folder that is whole or was never there, and tells nothing of the machine."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import figure_checks as look
import pandas as pd
import pytest

from coalitions import CoalitionsError, Corpus, load, write_report
from coalitions.figures.registry import FIGURES
from coalitions.report import folder as report_folder
from coalitions.report.drawing import Picture
from coalitions.report.folder import STEPS
from coalitions.report.inside import Inside
from coalitions.report.page import Made, report_html
from coalitions.report.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    Listing = Callable[[Path], dict[str, str]]

ROOT = Path(__file__).parent.parent
KINDS = (
    "venn",
    "upset",
    "matrix",
    "overlap",
    "network",
    "cosigning",
    "tilemap",
    "worldmap",
    "card",
    "balance",
)
#: Not drawn where no statement has a stance.
SIDED = {"figures/balance.svg", "figures/balance.png"}
#: What a report holds of lists without dates, for which there is neither flow nor timeline, and
#: in which there is nothing that chance does not explain.
CONTRACT = {
    *(f"corpus/{table}.csv" for table in ("statements", "signatures", "signatories")),
    "explorer.html",
    "index.html",
    "manifest.json",
    "methods.md",
    "references.bib",
    *(f"figures/{kind}.{suffix}" for kind in KINDS for suffix in ("svg", "png")),
    *(
        f"graphs/{graph}.{suffix}"
        for graph in ("two-mode", "cosigning", "statements")
        for suffix in ("gexf", "graphml")
    ),
    *(f"tables/{table}.csv" for table in ("ledger", "pairs", "regions")),
}


@pytest.fixture(scope="session")
def told() -> list[str]:
    """Return what `report` tells while it is written."""
    return []


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory, told: list[str]) -> Path:
    """Return the report on unga75, written once; no test writes to it."""
    folder = tmp_path_factory.mktemp("reports") / "unga75"
    assert write_report(load("unga75"), folder, step=told.append) == folder
    return folder


@pytest.fixture(scope="session")
def small_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on two text files, written once; no test writes to it."""
    place = tmp_path_factory.mktemp("reports")
    (place / "north.txt").write_text("Norway\nSweden\nDenmark\n", encoding="utf-8")
    (place / "baltic.txt").write_text("Sweden, Denmark and Estonia\n", encoding="utf-8")
    corpus = load(place / "north.txt", place / "baltic.txt")
    return write_report(corpus, place / "two-lists")


#: What nobody should be able to bring in by a table.
MARKUP = "<img src=x onerror=alert(1)>"
HOSTILE = {
    "title": f"{MARKUP}</title><script>alert(2)</script>",
    "source_name": f'"><script>alert(3)</script>{MARKUP}',
    "source_url": "javascript:alert(4)",
    "notes": f"{MARKUP}{{{{ 7 * 7 }}}}",
    "topic": MARKUP,
    "forum": f"</style>{MARKUP}",
}


def hostile() -> Corpus:
    """Return a corpus whose every text is markup, a formula or a command."""
    names = [MARKUP, "</script><script>alert(5)</script>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)"]
    statements = pd.DataFrame({"statement_id": ["=2+5", "-letter", "<b>bold</b>"], **HOSTILE})
    statements["date"] = "2020-10-06"
    statements.loc[1, "source_url"] = ' JavaScript:alert(6) | https://example.org/"onclick="x'
    statements.loc[2, "source_url"] = 'https://example.org/?a="><script>alert(7)</script>&b=1'
    rows = [(key, name) for key in statements["statement_id"] for name in names]
    claims = pd.DataFrame(
        {
            "claim_id": ["=3+4"],
            "quantity": ["size"],
            "statements": ["-letter"],
            "qualifier": ["exactly"],
            "count": [5],
            "source_name": [MARKUP],
            "source_url": ["javascript:alert(8)"],
            "notes": [f"=HYPERLINK({MARKUP})"],
        }
    )
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    return Corpus(statements, signatures, claims=claims, members="any")


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report on a hostile corpus, written once."""
    return write_report(hostile(), tmp_path_factory.mktemp("reports") / "hostile")


class Page(HTMLParser):
    """What stands in a page: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, attribute: str) -> list[str]:
        return [found[attribute] for _, found in self.elements if attribute in found]


def page(report: Path) -> Page:
    return Page((report / "index.html").read_text(encoding="utf-8"))


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


# --- the contract --------------------------------------------------------------------------------


def test_a_report_holds_these_files_and_no_other(report: Path) -> None:
    # Its statements have a date, and its groups are more than chance would make.
    more = {
        f"figures/{kind}.{end}" for kind in ("timeline", "communities") for end in ("svg", "png")
    }
    assert files(report) == CONTRACT | more | {"corpus/claims.csv", "tables/claims.csv"}


def test_claims_are_there_only_where_somebody_stated_a_number(small_report: Path) -> None:
    assert files(small_report) == CONTRACT - SIDED
    assert 'id="claims"' not in (small_report / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("report")
def test_every_step_is_told(told: list[str]) -> None:
    assert len(told) == STEPS == len(set(told))
    assert told[0] == "tables"
    assert [f"figure {kind}" for kind in FIGURES] == told[1 : 1 + len(FIGURES)]


def test_manifest_lists_every_file_with_its_hash_and_size(report: Path) -> None:
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    listed = {entry["path"]: (entry["bytes"], entry["sha256"]) for entry in manifest["files"]}
    assert len(listed) == len(manifest["files"])
    there = {name: (report / name).read_bytes() for name in files(report) - {"manifest.json"}}
    assert listed == {n: (len(b), hashlib.sha256(b).hexdigest()) for n, b in there.items()}


def test_manifest_says_what_the_report_was_made_with_and_from(report: Path) -> None:
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest) == {
        "made_with",
        "options",
        "universe",
        "corpus",
        "completeness",
        "sources",
        "files",
    }
    assert {"coalitions", "networkx", "pandas", "matplotlib"} <= set(manifest["made_with"])
    assert manifest["universe"] == 195
    assert manifest["completeness"].startswith("Names known: Kuwait 1 of 3, Pakistan 25 of 55")
    assert len(manifest["sources"]) == 4
    assert all(entry["source_url"].startswith("http") for entry in manifest["sources"])


@pytest.mark.usefixtures("quick")
def test_manifest_keeps_the_options_it_is_given(tmp_path: Path) -> None:
    options = {"data": ["unga75"], "event": None, "universe": 7}
    report = write_report(look.corpus("two lists"), tmp_path / "report", options=options)
    assert json.loads((report / "manifest.json").read_text("utf-8"))["options"] == options


@pytest.mark.parametrize("which", ["report", "small_report"])
def test_nothing_in_a_report_tells_of_the_machine_or_the_day(
    which: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(which)
    told = [str(folder.parent), str(ROOT), f"{Path.home()}/", sys.prefix, socket.gethostname()]
    if which == "small_report":  # the notes of unga75 say on which day its sources were read
        today = dt.datetime.now(dt.UTC).date()
        told += [f"{today:%Y-%m-%d}", f"{today:%Y%m%d}", f"{today:%d %B %Y}", f"{today:%B %d, %Y}"]
    found = [
        (name, word)
        for name in sorted(files(folder))
        for word in told
        if len(word) > 5 and word.encode() in (folder / name).read_bytes()
    ]
    assert found == []


# --- the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["report", "small_report", "hostile_report"])
def test_every_link_of_the_page_leads_to_a_file_or_a_place_in_it(
    which: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(which)
    found = page(folder)
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    links = [*found.all("href"), *found.all("src")]
    local = [link for link in links if not re.match(r"https?://|data:,$", link)]
    for link in local:
        name, _, fragment = link.partition("#")
        assert fragment in ids if fragment else (folder / unquote(name)).is_file(), link
    # All that a reader may want is linked.
    linked = {link for link in local if not link.startswith("#")}
    assert files(folder) - {"index.html"} - linked == set()


@pytest.mark.parametrize("which", ["report", "small_report", "hostile_report"])
def test_the_page_asks_the_network_for_nothing(which: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(which)
    html = (folder / "index.html").read_text(encoding="utf-8")
    found = page(folder)
    tags = {tag for tag, _ in found.elements}
    assert not tags & {"script", "iframe", "object", "embed", "form", "base", "video", "audio"}
    assert not any(key.startswith("on") for _, attrs in found.elements for key in attrs)
    # Only an <a> may lead elsewhere, and only when it is followed.
    for tag, attributes in found.elements:
        if tag != "a":
            assert not re.match(r"\s*(\w+:)?//", attributes.get("href", attributes.get("src", "")))
        assert "style" not in attributes or re.fullmatch(r"width: [\d.]+%", attributes["style"])
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert not re.search(r"url\(|@import|//", style)


def test_the_page_forbids_by_policy_what_it_does_not_need(report: Path) -> None:
    (policy,) = [
        attributes["content"]
        for tag, attributes in page(report).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "script-src" not in rules
    assert not re.search(r"https?:|\*|unsafe-eval", policy)


def test_the_page_shows_markup_as_text(hostile_report: Path) -> None:
    found = page(hostile_report)
    html = (hostile_report / "index.html").read_text(encoding="utf-8")
    assert "<script" not in html.lower()
    assert "<img src=x" not in html
    assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", html)
    for text in (HOSTILE["title"], HOSTILE["source_name"], MARKUP, "<b>bold</b>"):
        assert text in found.text
    assert "x" not in found.all("src")
    assert len([tag for tag, _ in found.elements if tag == "b"]) == html.count("<b>")


def test_only_web_addresses_become_links(hostile_report: Path) -> None:
    links = page(hostile_report).all("href")
    outward = [link for link in links if ":" in link and link != "data:,"]
    # Of =2+5 none; of -letter the first is a script, so none or the second; of <b> its own.
    assert 'https://example.org/?a="><script>alert(7)</script>&b=1' in outward
    assert all(link.startswith("https://example.org/") for link in outward)
    assert "javascript:" not in "".join(links).lower()


def test_links_that_lead_away_do_not_tell_where_from(report: Path) -> None:
    away = [
        attributes
        for tag, attributes in page(report).elements
        if tag == "a" and attributes["href"].startswith("http")
    ]
    assert len(away) == 4
    assert all({"noopener", "noreferrer"} <= set(a["rel"].split()) for a in away)


def test_the_explorer_of_a_hostile_corpus_holds_its_names_as_text(hostile_report: Path) -> None:
    html = (hostile_report / "explorer.html").read_text(encoding="utf-8")
    assert MARKUP not in html
    assert "<script>alert(" not in html
    assert "</script><script>" not in html


def test_the_page_tells_every_statement_pair_and_region(report: Path) -> None:
    html = (report / "index.html").read_text(encoding="utf-8")
    rows = {
        section: len(re.findall(r'<tr><th scope="row">', body))
        for section, body in re.findall(r'<section id="(\w+)"(.*?)</section>', html, re.DOTALL)
    }
    claims = (ROOT / "data" / "unga75" / "claims.csv").read_text(encoding="utf-8")
    # 4 statements, 4 · 3 / 2 pairs, 5 regions that hold somebody, and one claim a line.
    expected = {"ledger": 4, "pairs": 6, "regions": 5, "claims": claims.count("\n") - 1}
    assert {key: rows[key] for key in expected} == expected
    assert "19–45" in page(report).text
    assert 'lang="en"' in html
    pictures = [a for tag, a in page(report).elements if tag == "img"]
    assert len(pictures) == len(KINDS) + 2  # and a timeline, and communities
    assert all(len(a["alt"]) > 40 for a in pictures)


def test_with_everything_inside_the_page_is_small_enough_to_mail(report: Path) -> None:
    corpus = load("unga75")
    drawn = [Picture(path.stem, "", drawn=True) for path in (report / "figures").glob("*.svg")]
    made = Made(frozenset(PARTS["page"]), {}, drawn, [])
    text = report_html(corpus, made, Inside(report))
    assert len(drawn) == len(KINDS) + 2
    assert len(text.encode()) + 60_000 < 3_000_000  # and the rows of its tables


# --- the tables ----------------------------------------------------------------------------------


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_tables_hold_what_the_functions_return(report: Path) -> None:
    pairs = {(r["a"], r["b"]): r for r in rows(report / "tables" / "pairs.csv")}
    assert len(pairs) == 6
    row = pairs["2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"]
    assert (row["shared_named"], row["shared_min"], row["shared_max"]) == ("19", "19", "45")
    assert len(row["members"].split(";")) == 19
    regions = rows(report / "tables" / "regions.csv")
    assert [r["exclusive"] for r in regions] == ["39", "26", "19", "6", "1"]
    ledger = rows(report / "tables" / "ledger.csv")
    assert [(r["declared"], r["named"]) for r in ledger] == [
        ("3", "1"),
        ("55", "25"),
        ("45", "45"),
        ("39", "39"),
    ]


def test_no_cell_of_a_table_is_a_formula(hostile_report: Path) -> None:
    found = {
        cell
        for path in (hostile_report / "tables").glob("*.csv")
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
        for cell in row
    }
    text = {cell for cell in found if not re.fullmatch(r"-?\d+(\.\d+)?", cell)}
    assert not {cell for cell in text if cell.startswith(("=", "+", "-", "@", "\t", "\r"))}
    assert {"'=2+5", "'-letter", "'=3+4"} <= text


# --- the same bytes ------------------------------------------------------------------------------

WRITE = (
    "import sys; from coalitions import load, write_report;"
    "write_report(load('unga75'), sys.argv[1])"
)


def test_two_runs_and_another_hash_seed_give_the_same_bytes(
    report: Path, tmp_path: Path, listing: Listing
) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "20201006", "TZ": "Pacific/Kiritimati"}
    subprocess.run(
        [sys.executable, "-c", WRITE, tmp_path / "again"], check=True, env=environment, cwd=ROOT
    )
    assert listing(tmp_path / "again") == listing(report)


@pytest.mark.usefixtures("quick")
def test_a_report_written_over_itself_stays_the_same(tmp_path: Path, listing: Listing) -> None:
    place, corpus = tmp_path / "report", look.corpus("two lists")
    before = listing(write_report(corpus, place))
    assert listing(write_report(corpus, place)) == before
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


# --- runs that fail ------------------------------------------------------------------------------


class BreakdownError(Exception):
    """Something that nobody foresaw."""


@pytest.fixture
def earlier(tmp_path: Path, small_report: Path) -> Path:
    """Return an earlier report in a place of its own."""
    place = tmp_path / "report"
    for path in (p for p in small_report.rglob("*") if p.is_file()):
        copy = place / path.relative_to(small_report)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return place


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw one figure only: these tests are about the folder."""
    monkeypatch.setattr(report_folder, "FIGURES", {"upset": FIGURES["upset"]})


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ("write_csv", BreakdownError),
        ("draw_all", OSError),
        ("write_graph", KeyboardInterrupt),
        ("describe", CoalitionsError),
        ("write_manifest", BreakdownError),
    ],
)
def test_a_run_that_fails_midway_leaves_the_earlier_report_and_nothing_else(
    earlier: Path,
    listing: Listing,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    error: type[BaseException],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("no")

    monkeypatch.setattr(report_folder, broken, fail)
    before = listing(earlier)
    expected = CoalitionsError if error is OSError else error
    with pytest.raises(expected):
        write_report(look.corpus("disjoint"), earlier)
    assert listing(earlier) == before
    assert [p.name for p in earlier.parent.iterdir()] == ["report"]


@pytest.mark.usefixtures("quick")
def test_a_run_that_fails_midway_leaves_no_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BreakdownError

    monkeypatch.setattr(report_folder, "report_html", fail)
    with pytest.raises(BreakdownError):
        write_report(look.corpus("two lists"), tmp_path / "report")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_a_move_that_fails_puts_the_earlier_report_back(
    earlier: Path, listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_folder, "exchange", lambda *_: False)
    before, rename = listing(earlier), Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.suffix == ".part" and self.is_dir():
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(CoalitionsError, match=r"cannot write the folder .*: permission denied"):
        write_report(look.corpus("disjoint"), earlier)
    assert listing(earlier) == before
    assert [p.name for p in earlier.parent.iterdir()] == ["report"]


@pytest.mark.usefixtures("quick")
def test_a_run_killed_midway_leaves_the_earlier_report_whole(
    earlier: Path, listing: Listing
) -> None:
    before = listing(earlier)
    code = """
import sys, time
from coalitions import load, write_report
def step(name):
    if name == "figure upset":
        print(name, flush=True)
        time.sleep(60)
write_report(load("unga75"), sys.argv[1], step=step)
"""
    run = subprocess.Popen([sys.executable, "-c", code, earlier], stdout=subprocess.PIPE, cwd=ROOT)
    assert run.stdout
    assert run.stdout.readline().startswith(b"figure")
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    assert run.returncode == -signal.SIGKILL
    assert listing(earlier) == before
    # A later run takes away what the killed one left beside the report.
    assert len(list(earlier.parent.iterdir())) == 2
    again = listing(write_report(look.corpus("two lists"), earlier))
    assert "index.html" in again
    assert again != before
    assert [p.name for p in earlier.parent.iterdir()] == ["report"]


# --- folders that are not ours -------------------------------------------------------------------


@pytest.mark.parametrize(
    "stranger", ["thesis.docx", ".hidden", "figures/photo.png", "deep/er/notes.txt", "ÜBER.md"]
)
def test_a_folder_that_holds_other_files_is_refused_and_untouched(
    earlier: Path, listing: Listing, stranger: str
) -> None:
    (earlier / stranger).parent.mkdir(parents=True, exist_ok=True)
    (earlier / stranger).write_text("mine")
    before = listing(earlier)
    with pytest.raises(CoalitionsError) as refusal:
        write_report(look.corpus("two lists"), earlier)
    assert stranger in str(refusal.value)
    assert "choose another `folder`" in str(refusal.value)
    assert listing(earlier) == before
    assert [p.name for p in earlier.parent.iterdir()] == ["report"]


def test_many_strangers_are_not_all_listed(tmp_path: Path) -> None:
    for n in range(9):
        (tmp_path / f"mine-{n}.txt").write_text("mine")
    with pytest.raises(CoalitionsError, match=r"\(mine-0\.txt, mine-1\.txt, mine-2\.txt …\)"):
        write_report(look.corpus("two lists"), tmp_path)
    assert len(list(tmp_path.iterdir())) == 9


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "content",
    [
        '{"name": "my app", "start_url": "/"}',
        '{"files": [{"path": "thesis.docx"}]}',
        "not json",
    ],
)
def test_a_manifest_that_is_not_of_a_report_is_a_stranger(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)
    (tmp_path / "thesis.docx").write_text("mine")
    if "thesis" not in content:
        (tmp_path / "thesis.docx").unlink()
    with pytest.raises(CoalitionsError, match="no part of a report"):
        write_report(look.corpus("two lists"), tmp_path)
    assert (tmp_path / "manifest.json").read_text() == content


@pytest.mark.usefixtures("quick")
def test_a_file_added_while_the_report_is_written_is_not_lost(earlier: Path) -> None:
    def step(name: str) -> None:
        if name == "page":
            (earlier / "notes.txt").write_text("written meanwhile")

    with pytest.raises(CoalitionsError, match=r"notes\.txt"):
        write_report(look.corpus("two lists"), earlier, step=step)
    assert (earlier / "notes.txt").read_text() == "written meanwhile"


@pytest.mark.usefixtures("quick")
def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    assert "index.html" in files(write_report(look.corpus("two lists"), place))
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_a_file_in_place_of_the_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    place = tmp_path / "report"
    place.write_text("mine")
    with pytest.raises(CoalitionsError, match="is a file: choose another `folder`"):
        write_report(look.corpus("two lists"), place)
    assert place.read_text() == "mine"


def test_a_missing_parent_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match=r"cannot write the folder .*: no such file"):
        write_report(look.corpus("two lists"), tmp_path / "no" / "where")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    write_report(look.corpus("two lists"), tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert "index.html" in files(tmp_path / "there")


# --- corpora of every kind -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["counts", "one name"])
def test_a_report_of_any_corpus_is_whole(tmp_path: Path, name: str) -> None:
    report = write_report(look.corpus(name), tmp_path / "report")
    venn = {"figures/venn.svg", "figures/venn.png"}
    missing = CONTRACT - files(report)
    assert missing <= venn | SIDED if look.corpus(name).named.any() else missing >= venn | SIDED
    found = page(report)
    absent = {path.partition("/")[2].partition(".")[0] for path in missing}
    # Neither has dates (no flow, no timeline), nor anything that chance does not explain.
    assert found.text.count("is not drawn:") == len(absent) + 4
    assert "Traceback" not in found.text


def test_a_report_of_two_text_files_works(small_report: Path) -> None:
    (pair,) = rows(small_report / "tables" / "pairs.csv")
    assert (pair["shared_named"], pair["members"]) == ("2", "DNK;SWE")
    text = page(small_report).text
    assert "north.txt; baltic.txt" in text  # in the order in which they were typed
    assert " , " not in text  # as around a date that is not there
    assert ", ." not in text
