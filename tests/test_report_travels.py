"""A report that travels: in one file, in parts, and made again from its manifest."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import pytest

from coalitions import CoalitionsError, load, write_document, write_report
from coalitions.figures.registry import FIGURES
from coalitions.report import MANIFEST, asked_in, folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

LISTS = {"spring.txt": "Cuba\nChina\nViet Nam\n", "autumn.txt": "China, Cuba and Peru.\n"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw one figure only."""
    monkeypatch.setattr(folder, "FIGURES", {"upset": FIGURES["upset"]})


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two lists in it, which is the current one."""
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def manifest(report: Path) -> dict:
    return json.loads((report / MANIFEST).read_text(encoding="utf-8"))


def held(page: str) -> dict[str, bytes]:
    """Return the files that a page gives, by the names under which they are saved."""
    found = re.findall(r'<a href="data:[^,"]*,([^"]*)" download="([^"]+)"', page)
    return {name: unquote_to_bytes(unescape(text)) for text, name in found}


# One page


@pytest.mark.usefixtures("quick", "lists")
def test_one_page_holds_all_that_the_folder_does(run: Callable[..., Run], tmp_path: Path) -> None:
    done = run("report", "spring.txt", "autumn.txt", "--format", "page")
    assert done == (0, "report.html\n", "")
    report = tmp_path / "report"
    assert run("report", "spring.txt", "autumn.txt", "-o", report).code == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    names = ["tables/ledger.csv", "tables/pairs.csv", "tables/regions.csv"]
    names += ["methods.md", "references.bib"]
    names += [f"corpus/{each.name}" for each in (report / "corpus").iterdir()]
    expected = {n.removeprefix("tables/").replace("/", "-"): (report / n) for n in names}
    assert held(page) == {name: path.read_bytes() for name, path in expected.items()}
    (picture,) = re.findall(r'<img src="data:image/svg\+xml,([^"]*)"', page)
    drawn = (report / "figures" / "upset.svg").read_bytes().replace(b"\n", b" ").strip()
    assert unquote_to_bytes(unescape(picture)).strip() == drawn
    (frame,) = re.findall(r'srcdoc="([^"]*)"', page)
    explorer = (report / "explorer.html").read_text(encoding="utf-8")
    assert unescape(frame) == explorer
    # Its scripts run there, and nothing else does.
    allowed = re.search(r"script-src ([^;]*);", unescape(explorer))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert allowed
    assert policy
    assert f"script-src {allowed[1]};" in policy[1]
    assert "file:" not in policy[1]
    # Nothing leads to a file beside it.
    outside = re.sub(r'srcdoc="[^"]*"', "", page)
    links = re.findall(r'(?:href|src)="([^"]*)"', outside)
    assert all(re.match(r"#|data:|https://doi\.org/", link) for link in links)
    assert "<h3>Overlap</h3>" in page


@pytest.mark.usefixtures("quick")
def test_one_page_is_the_same_again_and_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    corpus = load({"spring": ["Cuba", "Peru"], "autumn": ["Peru"]})
    made = [write_document(corpus, tmp_path / name) for name in ("a.html", "b.html")]
    content = made[0].read_bytes()
    assert content == made[1].read_bytes()
    assert str(tmp_path).encode() not in content
    assert b"/tmp/" not in content
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.html", "b.html"]


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [("page", "a.pdf", "end a.pdf with .html"), ("pdf", "a.html", "end a.html with .pdf")],
)
def test_a_file_of_another_kind_is_refused(
    run: Callable[..., Run], form: str, name: str, said: str
) -> None:
    done = run("report", "--format", form, "-o", name)
    assert done.code == 2
    assert said in done.err


# Parts


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("only", "files"),
    [
        (["figures"], {"figures/upset.svg", "figures/upset.png"}),
        (["tables", "methods"], {"methods.md", *(f"tables/{t}.csv" for t in ("ledger", "pairs"))}),
        (["graphs"], {f"graphs/{g}.gexf" for g in ("two-mode", "cosigning", "statements")}),
        (["corpus"], {"corpus/statements.csv", "corpus/signatures.csv"}),
    ],
)
def test_only_the_parts_that_are_asked_for_are_made_and_linked(
    only: list[str], files: set[str], tmp_path: Path
) -> None:
    corpus = load({"spring": ["Cuba", "Peru"], "autumn": ["Peru"]})
    report = write_report(corpus, tmp_path / "report", only=only)
    there = {p.relative_to(report).as_posix() for p in report.rglob("*") if p.is_file()}
    assert files < there
    folders = {name.partition("/")[0].removesuffix(".md") for name in there}
    assert folders - {"references.bib"} == {
        "index.html",
        MANIFEST,
        *only,
    }
    page = (report / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"#]+)"', page)
    local = {link for link in links if not re.match(r"https?:|data:", link)}
    assert local == there - {"index.html"}
    assert all(f'id="{each}"' in page for each in re.findall(r'href="#([^"]+)"', page))
    assert {entry["path"] for entry in manifest(report)["files"]} == there - {MANIFEST}


@pytest.mark.parametrize(
    ("form", "only", "said"),
    [
        ("folder", "figures,graph", '"graph": no part of this report; it has figures, explorer, '),
        ("page", "graphs", '"graphs": no part of this report; it has figures, explorer, tables, '),
        ("pdf", "explorer", '"explorer": no part of this report; it has figures, tables, methods'),
    ],
)
def test_a_part_that_is_none_is_refused(
    run: Callable[..., Run], form: str, only: str, said: str, tmp_path: Path
) -> None:
    done = run("report", "--format", form, "--only", only, "-o", tmp_path / "report")
    assert done.code == 2
    assert f"--only {said}" in done.err
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match=r"no part of this report"):
        write_report(load("unga75"), tmp_path / "report", only=["figure"])


def test_a_pdf_of_one_part_has_one_page(tmp_path: Path) -> None:
    corpus = load({"spring": ["Cuba", "Peru"]})
    part = write_document(corpus, tmp_path / "a.pdf", only=["tables"]).read_bytes()
    assert len(re.findall(rb"/Type /Page\b", part)) == 1


# Made again


@pytest.fixture
def asked(run: Callable[..., Run], lists: Path) -> list[str]:
    """Return the words of a report that was made in the folder of the lists."""
    words = ["spring.txt", "autumn.txt", "--only", "tables,corpus", "--universe", "200"]
    assert run("report", *words, "-o", lists / "ours").code == 0
    return words


def test_the_manifest_has_the_command_and_its_inputs_but_no_place(
    asked: list[str], lists: Path
) -> None:
    options = manifest(lists / "ours")["options"]
    assert shlex.split(options["command"]) == ["coalitions", "report", *asked]
    found = {each["given"]: (each["bytes"], each["sha256"]) for each in options["inputs"]}
    there = {name: text.encode() for name, text in LISTS.items()}
    assert found == {n: (len(b), hashlib.sha256(b).hexdigest()) for n, b in there.items()}
    assert str(lists) not in (lists / "ours" / MANIFEST).read_text(encoding="utf-8")


@pytest.mark.usefixtures("asked")
def test_made_again_it_has_the_same_bytes(
    run: Callable[..., Run], lists: Path, listing: Callable[[Path], dict[str, str]]
) -> None:
    before = listing(lists)
    assert run("rerun", "ours/manifest.json") == (0, "the same bytes: 7 files\n", "")
    assert listing(lists) == before  # nothing is kept that nobody asked for
    done = run("rerun", "ours", "-o", "again")
    assert done == (0, "the same bytes: 7 files\nagain/index.html\n", "")
    assert listing(lists / "again") == listing(lists / "ours")


@pytest.mark.usefixtures("asked")
def test_made_again_of_other_lists_it_says_which_and_what_differs(
    run: Callable[..., Run], lists: Path
) -> None:
    (lists / "spring.txt").write_text("Cuba\nChina\nMali\n", encoding="utf-8")
    found = manifest(lists / "ours")
    found["made_with"]["pandas"] = "0.1"
    (lists / "ours" / MANIFEST).write_text(json.dumps(found), encoding="utf-8")
    done = run("rerun", "ours")
    inputs, versions, files = done.out.splitlines()
    assert done.code == 1
    digest = hashlib.sha256(LISTS["spring.txt"].encode()).hexdigest()
    assert inputs.startswith(f"the input spring.txt is another one: SHA-256 {digest[:12]}… then, ")
    assert re.fullmatch(r"made with pandas 0\.1 then, \d.* now", versions)
    assert files == (
        "3 of 7 files are not the same: corpus/signatures.csv, index.html, tables/regions.csv"
    )


@pytest.mark.usefixtures("asked")
def test_an_input_that_is_gone_is_said_and_nothing_is_made(
    run: Callable[..., Run], lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lists / "elsewhere").mkdir()
    monkeypatch.chdir(lists / "elsewhere")
    done = run("rerun", "../ours", "-o", "again")
    assert (done.code, done.out) == (1, "")
    assert (
        "spring.txt, autumn.txt: the input of the report is not there; it is there as " in done.err
    )
    assert f"as seen from {lists}: run this there" in done.err
    (lists / "spring.txt").unlink()
    assert "spring.txt, autumn.txt: the" in run("rerun", "../ours").err
    monkeypatch.chdir(lists)
    assert (
        "coalitions: spring.txt: the input of the report is not there; put"
        in run("rerun", "ours").err
    )
    assert list((lists / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected the manifest.json of a report"),
        ("[]", "expected the manifest.json of a report"),
        ('{"files": [], "made_with": {"coalitions": "0"}, "options": {}}', "has no command"),
        (
            '{"files": [], "made_with": {"coalitions": "0"}, "options": {"command": "rm -rf x"}}',
            "has no command",
        ),
        (
            (
                '{"files": [], "made_with": {"coalitions": "0"}, '
                '"options": {"command": "coalitions report --colour x"}}'
            ),
            "its command is none of this release: ",
        ),
    ],
)
def test_what_is_no_manifest_of_a_command_is_refused(
    run: Callable[..., Run], tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(text, encoding="utf-8")
    done = run("rerun", path)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    missing = run("rerun", tmp_path / "nowhere.json")
    assert "nowhere.json: expected the manifest.json of a report, or its folder (no such" in (
        missing.err
    )


def test_a_report_made_in_python_has_no_command(tmp_path: Path) -> None:
    corpus = load({"spring": ["Cuba"]})
    report = write_report(corpus, tmp_path / "report", only=["corpus"])
    with pytest.raises(CoalitionsError, match="was not made on the command line"):
        asked_in(report)
