"""Two processes draw the figures of a report as one does, and one is enough."""

from __future__ import annotations

import io
import pickle
import subprocess
import time
import warnings
from typing import TYPE_CHECKING

import pytest

from coalitions import CoalitionsWarning, load
from coalitions.report import besides
from coalitions.report.drawing import Order, Outcome, Picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

KINDS = ["upset", "overlap", "tilemap", "backbone", "card"]
CORPUS = load({"may": ["Cuba", "Peru", "Chad"], "june": ["Peru", "Chad", "Mali"]})


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(besides, "cores", lambda: 2)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Keep a list of the processes that are begun."""
    begun = subprocess.Popen
    found: list[subprocess.Popen[bytes]] = []

    def noted(*given: object, **how: object) -> subprocess.Popen[bytes]:
        found.append(begun(*given, **how))  # type: ignore[call-overload]
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    return found


def order(folder: Path) -> Order:
    folder.mkdir()
    return Order(CORPUS, folder, ["svg"], {})


def side_by_side(order: Order, step: Callable[[str], None] = lambda _: None) -> list[Picture]:
    with besides.helper_for(CORPUS, draws=True) as other:
        return besides.draw_all(order, KINDS, step, other)


def drawn(order: Order) -> tuple[list[Picture], dict[str, bytes]]:
    pictures = side_by_side(order)
    return pictures, {each.name: each.read_bytes() for each in order.folder.iterdir()}


@pytest.mark.usefixtures("two")
def test_two_processes_draw_what_one_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, children: list[subprocess.Popen[bytes]]
) -> None:
    here: list[str] = []
    one = order(tmp_path / "one")
    together = side_by_side(one, here.append)
    assert len(children) == 1
    assert len(here) < len(KINDS)  # the other one had a part in it
    assert children[0].poll() is not None  # and is gone
    files = {each.name: each.read_bytes() for each in one.folder.iterdir()}
    monkeypatch.setattr(besides, "cores", lambda: 1)
    assert drawn(order(tmp_path / "two")) == (together, files)
    assert [each.kind for each in together] == KINDS
    assert len(children) == 1


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("program", ["raise SystemExit(1)", "print('what?')", "import nothing"])
def test_a_process_that_delivers_nothing_is_not_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(besides, "_PROGRAM", program)
    monkeypatch.setattr(besides, "draw", quick)
    pictures = side_by_side(order(tmp_path / "figures"))
    assert [each.kind for each in pictures] == KINDS


@pytest.mark.usefixtures("two")
def test_a_machine_that_starts_no_process_draws_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(subprocess, "Popen", refused)
    monkeypatch.setattr(besides, "draw", quick)
    pictures = side_by_side(order(tmp_path / "figures"))
    assert [each.kind for each in pictures] == KINDS


@pytest.mark.usefixtures("two")
def test_what_ends_the_other_process_ends_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = (
        "import pickle, sys\n"
        "for _ in range(2): pickle.load(sys.stdin.buffer)\n"
        "sys.stdout.buffer.write(pickle.dumps(OSError(28, 'No space left on device')))"
    )
    monkeypatch.setattr(besides, "_PROGRAM", full)
    monkeypatch.setattr(besides, "draw", slow)  # the other one has its turn
    with pytest.raises(OSError, match="No space left"):
        side_by_side(order(tmp_path / "figures"))


def test_warnings_come_in_the_order_of_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(besides, "draw", with_a_warning)
    with warnings.catch_warnings(record=True, action="always") as seen:
        side_by_side(order(tmp_path / "figures"))
    assert [str(each.message) for each in seen] == [f"{kind} is small" for kind in KINDS]
    assert {each.category for each in seen} == {CoalitionsWarning}


def test_who_is_asked_draws_and_says_what_went_wrong(tmp_path: Path) -> None:
    asked, answers = io.BytesIO(), io.BytesIO()
    for each in (order(tmp_path / "figures"), "tilemap", "no such figure"):
        asked.write(pickle.dumps(each))
    asked.seek(0)
    besides.serve(asked, answers)
    answers.seek(0)
    first, second = pickle.load(answers), pickle.load(answers)  # noqa: S301 - written above
    assert first.picture.drawn
    assert [each.name for each in (tmp_path / "figures").iterdir()] == ["tilemap.svg"]
    assert isinstance(second, KeyError)


def quick(_: Order, kind: str) -> Outcome:
    """Return a figure at once, as if it had been drawn."""
    return Outcome(Picture(kind, kind, drawn=True), [])


def slow(order: Order, kind: str) -> Outcome:
    time.sleep(0.2)
    return quick(order, kind)


def with_a_warning(order: Order, kind: str) -> Outcome:
    return quick(order, kind)._replace(warned=[CoalitionsWarning(f"{kind} is small")])


@pytest.mark.usefixtures("two")
def test_nobody_is_asked_where_nothing_is_drawn() -> None:
    with besides.helper_for(CORPUS, draws=False) as other:
        assert other is None


@pytest.mark.usefixtures("two")
def test_a_process_begun_early_draws_of_every_report_in_the_block(tmp_path: Path) -> None:
    here: list[str] = []
    with besides.beside() as early:
        assert early is not None
        for name in ("one", "two"):
            assert len(side_by_side(order(tmp_path / name), here.append)) == len(KINDS)
        assert early.poll() is None
    assert early.poll() is not None
    assert len(here) < 2 * len(KINDS)
    assert len(list(tmp_path.glob("*/*.svg"))) == 2 * len([*(tmp_path / "one").iterdir()])


@pytest.mark.usefixtures("two")
def test_a_large_corpus_is_drawn_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(besides, "_MOST_SIGNATURES", 5)
    with besides.beside() as early, besides.helper_for(CORPUS, draws=True) as other:
        assert other is None
        assert early is not None
        assert early.wait(5) != 0  # its memory is free


@pytest.mark.usefixtures("two")
def test_what_was_begun_ends_where_lists_are_refused(
    tmp_path: Path, run: Callable[..., Run], children: list[subprocess.Popen[bytes]]
) -> None:
    (tmp_path / "lists.csv").write_text("Atlantis\n")
    assert run("report", tmp_path / "lists.csv", "-o", tmp_path / "report").code == 1
    assert [child.poll() is None for child in children] == [False]
