"""What a report says on a terminal at its end: what it found, and what is unsure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import load, select
from coalitions.cli import progress as cli_progress
from coalitions.cli.progress import progress, tell, watched
from coalitions.corpus import signatures_in
from coalitions.findings import headlines, story

if TYPE_CHECKING:
    from pathlib import Path

    from coalitions import Corpus

PEOPLE = {"climate": ["Ada Lane", "Bo Reyes", "Cy Stone"], "trade": ["Bo Reyes", "Di Park"]}


def test_on_a_terminal_three_lines_say_what_was_found_and_one_what_is_unsure(
    unga75: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(unga75)
    assert capsys.readouterr() == ("", "")  # a program reads what it asked for, and no more
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    tell(unga75)
    out, err = capsys.readouterr()
    *found, unsure = err.splitlines()
    assert out == ""
    assert found == story(unga75)[:3]
    assert unsure.startswith("Unsure: 2 lists known in part or only by count leave signatures")


def test_what_takes_long_has_a_bar_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    frame = pd.DataFrame({"statement_id": ["a", "b"], "signatory": ["CUB", "PER"]})
    table, keys = signatures_in(frame), ("statement_id", "signatory")
    cells = [each.codes.tolist() for batch in table.batches(keys) for each in batch]
    for is_terminal in (False, True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda found=is_terminal: found)
        monkeypatch.setenv("TERM", "xterm")
        with progress(2) as step:
            step("tables")
        with watched(table) as seen:
            assert [each.codes.tolist() for batch in seen.batches(keys) for each in batch] == cells
        assert ("tables" in capsys.readouterr().err) is is_terminal


def test_rows_of_a_large_file_have_a_bar_on_a_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"s{n // 50},person {n % 70}" for n in range(300)]
    (tmp_path / "many.csv").write_text("\n".join(["statement_id,signatory", *rows]))
    monkeypatch.setattr(cli_progress, "LONG", 200)
    monkeypatch.setenv("TERM", "xterm")
    for is_terminal in (False, True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda found=is_terminal: found)
        with cli_progress.reading():
            corpus = load(tmp_path / "many.csv", members="any")
        assert len(corpus) == 6
        shown = capsys.readouterr().err
        assert ("300 of 300 rows" in shown and "names" in shown) is is_terminal


@pytest.mark.parametrize(
    ("corpus", "last"),
    [
        (lambda: load(PEOPLE, members="any", noun="senator"), "3 senators are named under one"),
        (
            lambda: load({"a": ["Cuba", "European Union"], "b": ["Cuba", "Peru"], "c": ["Cuba"]}),
            "1 state and the European Union are named under one statement alone, 1 under all 3.",
        ),
        (
            lambda: select(load("unga75"), stance="critical"),
            "The largest group of those named: Western European and others, 22 of 39.",
        ),
        (lambda: load({"letter": ["Ann", "Bo"]}, members="any"), "1 joint statement; its list"),
        (lambda: load({"may": ["Cuba", "Chad"]}), "1 joint statement; its list names 2 states."),
    ],
)
def test_where_there_is_less_to_say_nothing_is_made_up(corpus, last) -> None:
    found, unsure = headlines(corpus())
    assert 1 <= len(found) <= 3
    assert found[-1].startswith(last)
    assert unsure.endswith(".")
