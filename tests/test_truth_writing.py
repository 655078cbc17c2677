"""Promises about what is written: whole or not at all, whatever ends the run, and tidied up."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from coalitions import Corpus, write_graph, write_report
from coalitions.errors.memory import TooLargeError
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning
from coalitions.files import drafts
from coalitions.files.writing import write_text, write_together
from coalitions.report import folder as report_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dead() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen(["true"]) as process:
        process.wait()
    return process.pid


def left(place: Path, kind: str, process: int) -> Path:
    """Return the name of a draft of another process."""
    return place.with_name(drafts.draft(place, kind).name.replace(str(os.getpid()), str(process)))  # type: ignore[arg-type] # a test says which


def report_at(place: Path, text: str) -> Path:
    """Make what passes for an earlier report."""
    place.mkdir()
    (place / "index.html").write_text(text)
    manifest = {"made_with": {"coalitions": "0"}, "files": [{"path": "index.html"}]}
    (place / "manifest.json").write_text(json.dumps(manifest))
    return place


def hidden(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name.startswith(".coalitions-")]


# What dead runs left behind


def test_the_next_run_removes_what_a_dead_one_left(tmp_path: Path, dead: int) -> None:
    target = tmp_path / "a.txt"
    left(target, "part", dead).write_text("half")
    left(tmp_path / "report", "part", dead).mkdir()
    (left(tmp_path / "other", "part", dead)).write_text("half of another file")
    write_text(target, "whole")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_belongs_to_a_run_that_lives_stays(tmp_path: Path, dead: int) -> None:
    target = tmp_path / "a.txt"
    living = left(target, "part", os.getppid())
    elsewhere = left(target, "part", dead)  # its process runs on another machine, and holds it
    theirs = tmp_path / ".coalitions-notes.part"
    for each in (living, elsewhere, theirs):
        each.write_text("half")
    with elsewhere.open() as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        write_text(target, "whole")
        assert set(tmp_path.iterdir()) == {target, living, elsewhere, theirs}
    write_text(target, "whole")
    assert set(tmp_path.iterdir()) == {target, living, theirs}


def test_a_report_that_was_moved_aside_comes_back(tmp_path: Path, dead: int) -> None:
    place = tmp_path / "report"
    report_at(left(place, "old", dead), "earlier")
    report_at(left(place, "part", dead), "new, perhaps half")
    another = report_at(left(tmp_path / "second", "old", dead), "of another folder")
    drafts.clear_leftovers(place)
    assert (place / "index.html").read_text() == "earlier"
    assert set(tmp_path.iterdir()) == {place, another}
    drafts.clear_leftovers(tmp_path / "second")
    assert (tmp_path / "second" / "index.html").read_text() == "of another folder"


# A report is replaced in one step, or the next run undoes the half of it

KILLED = """
import os, signal, sys
from pathlib import Path
from coalitions.errors import TooLargeError
from coalitions.report import folder
exchange, rename = folder.exchange, Path.rename
def die(step):
    def stepped(*given):
        step(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    return stepped
if sys.argv[2] == "one step":
    folder.exchange = die(exchange)
else:
    folder.exchange = lambda *_: False
    Path.rename = die(rename)
with folder._moved_into_place(Path(sys.argv[1])) as new:
    (new / "index.html").write_text("new")
    (new / "manifest.json").write_text(sys.argv[3])
"""


@pytest.mark.parametrize(("steps", "there"), [("one step", "new"), ("two steps", "earlier")])
def test_a_kill_while_a_report_is_replaced(steps: str, there: str, tmp_path: Path) -> None:
    place = report_at(tmp_path / "report", "earlier")
    if steps == "one step" and not drafts.exchange(place, report_at(tmp_path / "x", "earlier")):
        pytest.skip("this system knows no such step")
    manifest = (place / "manifest.json").read_text()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, place, steps, manifest], check=False, cwd=ROOT
    )
    assert done.returncode == -signal.SIGKILL
    assert place.exists() is (steps == "one step")
    assert hidden(tmp_path)
    drafts.clear_leftovers(place)
    assert (place / "index.html").read_text() == there
    assert not hidden(tmp_path)


def test_two_folders_change_places_or_nothing_happens(tmp_path: Path) -> None:
    one, other = report_at(tmp_path / "one", "1"), report_at(tmp_path / "other", "2")
    first, second = ("2", "1") if drafts.exchange(one, other) else ("1", "2")
    assert (one / "index.html").read_text() == first
    assert (other / "index.html").read_text() == second
    assert not drafts.exchange(one, tmp_path / "nowhere")
    assert one.exists()


@pytest.mark.parametrize("steps", [1, 2])
def test_a_report_takes_the_place_of_an_earlier_one(
    steps: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if steps == 2:
        monkeypatch.setattr(report_folder, "exchange", lambda *_: False)
    place = report_at(tmp_path / "report", "earlier")
    with report_folder._moved_into_place(place) as new:  # noqa: SLF001 - the one that moves
        (new / "index.html").write_text("new")
    assert (place / "index.html").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("place", ["/", "/usr", "/proc"])
def test_a_disk_is_no_place_for_a_report(place: str, run: Callable[..., Run]) -> None:
    result = run("report", "--stance", "critical", "-o", place)
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert place in result.err
    assert "with -o" in result.err


def test_a_full_disk_names_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    full = OSError(28, "No space left on device")

    def fill() -> None:
        with report_folder._moved_into_place(tmp_path / "report") as new:  # noqa: SLF001 - the same
            try:
                raise full
            except OSError as error:
                raise CoalitionsError(f"cannot write methods.md in {new}") from error

    with pytest.raises(CoalitionsError) as refusal:
        fill()
    assert str(refusal.value) == (
        f"cannot write the folder {tmp_path}/report: no space left on device; "
        "choose another `folder`"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.gexf", "x.graphml", "x.json", "x.csv", "x.net"])
def test_a_file_that_grows_too_large_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / (name if name != "x.csv" else "x.nodes.csv")
    target.write_text("earlier")
    monkeypatch.setattr(Path, "open", full_disk(Path.open))
    with pytest.raises(CoalitionsError, match=rf"^cannot write {target.name} in .*: no space left"):
        write_graph(nx.complete_graph(list("abcdefgh")), tmp_path / name)
    monkeypatch.undo()
    assert [each.name for each in tmp_path.iterdir()] == [target.name]
    assert target.read_text() == "earlier"


def full_disk(opening: Callable[..., object]) -> Callable[..., object]:
    """Open the device that is always full wherever a new file is made."""

    def opened(path: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        if "x" not in mode:
            return opening(path, mode, *arguments, **named)
        return opening(Path("/dev/full"), "wb")

    return opened


def test_a_report_leaves_out_the_graph_that_is_too_large_and_says_so(
    tmp_path: Path, small: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def large(_: Corpus) -> None:
        raise TooLargeError("it would take about 14 GB of memory")

    monkeypatch.setattr(report_folder, "FIGURES", {})
    monkeypatch.setitem(report_folder.GRAPHS, "cosigning", large)
    with pytest.warns(CoalitionsWarning, match="the graph cosigning is left out of the report: it"):
        report = write_report(small, tmp_path / "report")
    assert {path.name for path in (report / "graphs").iterdir()} == {
        f"{name}.{suffix}" for name in ("two-mode", "statements") for suffix in ("gexf", "graphml")
    }
    assert "cosigning.gexf" not in (report / "index.html").read_text(encoding="utf-8")


# A run that is told to end

WAITING = """
import sys, time
from pathlib import Path
from coalitions.files import streams
from coalitions.files import replacing
with streams.standing_streams():
    with replacing(sys.argv[1]) as stream:
        stream.write(b"half")
        print("ready", flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_run_that_is_ended(number: signal.Signals, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("earlier")
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, target],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert target.read_text() == "earlier"
    if number == signal.SIGKILL:
        assert (process.returncode, len(hidden(tmp_path))) == (-number, 1)
    else:
        assert (process.returncode, hidden(tmp_path)) == (128 + number, [])
        assert said.decode() == "coalitions: stopped; earlier files are as they were\n"
    write_text(target, "new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


# Two files of one export


@pytest.fixture
def both(tmp_path: Path) -> dict[Path, bytes]:
    """Return new contents for two files that are there already."""
    for name in ("x.nodes.csv", "x.edges.csv"):
        (tmp_path / name).write_text("earlier")
    return {tmp_path / "x.nodes.csv": b"new nodes", tmp_path / "x.edges.csv": b"new edges"}


@pytest.mark.parametrize("earlier", [True, False])
def test_where_the_second_fails_the_first_is_as_it_was(
    earlier: bool,  # noqa: FBT001 - whether there are files already
    both: dict[Path, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace = Path.replace
    for path in both:
        if not earlier:
            path.unlink()

    def fail(self: Path, target: Path) -> Path:
        if target.name == "x.edges.csv" and self.suffix == ".part":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CoalitionsError, match=r"^cannot write x\.edges\.csv .*permission denied"):
        write_together(both)
    folder = next(iter(both)).parent
    there = {each.name: each.read_text() for each in folder.iterdir()}
    assert there == ({path.name: "earlier" for path in both} if earlier else {})


TORN = """
import os, signal, sys
from pathlib import Path
from coalitions.files import write_together
replace = Path.replace
def die(self, target):
    replace(self, target)
    if target.name == "x.nodes.csv":
        os.kill(os.getpid(), signal.SIGKILL)
Path.replace = die
folder = Path(sys.argv[1])
write_together({folder / "x.nodes.csv": b"new nodes", folder / "x.edges.csv": b"new edges"})
"""


def test_nothing_stands_between_the_two(
    both: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for name in ("replace", "exists", "stat", "chmod", "rename"):
        whole = getattr(Path, name)

        def step(self: Path, *given: object, name: str = name, whole: object = whole) -> object:
            steps.append(name)
            return whole(self, *given)  # type: ignore[operator] # a method of Path

        monkeypatch.setattr(Path, name, step)
    write_together(both)
    first = steps.index("replace")
    assert steps[first : first + 2] == ["replace", "replace"]
    assert {path: path.read_bytes() for path in both} == both


def test_a_kill_between_the_two_is_made_good_by_the_next_run(both: dict[Path, bytes]) -> None:
    folder = next(iter(both)).parent
    subprocess.run([sys.executable, "-c", TORN, folder], check=False, cwd=ROOT)
    assert (folder / "x.nodes.csv").read_bytes() == b"new nodes"
    assert (folder / "x.edges.csv").read_text() == "earlier"
    # Until then a list tells that the two are mixed, and which file is to come.
    (pair,) = folder.glob(".coalitions-*.pair")
    assert set(json.loads(pair.read_text()).values()) == {"x.nodes.csv", "x.edges.csv"}
    write_text(folder / "another.txt", "of the next run")
    assert {path: path.read_bytes() for path in both} == both
    assert not hidden(folder)


def test_a_place_is_looked_at_while_no_other_run_moves_its_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def look(_: Path) -> None:
        descriptor = os.open(tmp_path, os.O_RDONLY)
        try:
            with pytest.raises(BlockingIOError):  # as another run would find it
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(descriptor)
        looked.append(True)

    monkeypatch.setattr(report_folder, "_refuse_strangers", look)
    with report_folder._moved_into_place(tmp_path / "report") as new:  # noqa: SLF001 - its last step
        (new / "index.html").write_text("new")
    assert looked == [True, True]
    assert (tmp_path / "report" / "index.html").read_text() == "new"
