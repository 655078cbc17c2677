"""A statement of a text, put into the folder of a corpus: whole, checked, or not at all."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from coalitions import load
from coalitions.corpus import begin_corpus

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "Canada spoke on behalf of 5 states: Albania, Chad, Ruritania and Peru."
PART = "Joint statement on behalf of 6 countries: Cuba, Chad and Peru."


@pytest.fixture
def put(tmp_path: Path, run):
    """Put a text into a corpus, with options; the folder is made when it is not there."""
    folder = tmp_path / "corpus"
    begin_corpus(folder)

    def put_(text: str, *how: str, name: str = "x.txt", key: str = "may"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return run("extract", tmp_path / name, "--into", folder, "--id", key, *how)

    put_.folder = folder
    return put_


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_what_would_change_is_shown_and_nothing_written_without_a_word(put) -> None:
    before = state(put.folder)
    code, out, err = put(PART, "--date", "2024-05-01")
    assert code == 2
    assert "add --yes to write this" in err
    assert out.splitlines() == [
        "statements.csv: may (new): declared_count 6, source_name x.txt, date 2024-05-01",
        "signatures.csv: 3 names: CUB, TCD, PER",
    ]
    assert state(put.folder) == before


def test_a_terminal_is_asked(put, monkeypatch) -> None:
    before = state(put.folder)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    code, out, _ = put(PART)
    assert code == 130
    assert "3 names" in out
    assert state(put.folder) == before
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "y")
    assert put(PART)[0] == 0
    assert load(put.folder).named.to_dict() == {"may": 3}


def test_a_statement_is_completed_and_what_is_there_stays(put) -> None:
    assert put(PART, "--title", "On the sea", "--yes")[0] == 0
    first = state(put.folder)
    code, out, err = put(PART, "--yes")
    assert (code, out) == (0, "")
    assert "nothing to change" in err
    assert state(put.folder) == first
    code, out, _ = put("Joint statement by Mali, Chad and Fiji", "--date", "2024", "--yes")
    assert code == 0
    assert out.splitlines()[:2] == [
        "statements.csv: may: date 2024",
        "signatures.csv: 2 names: MLI, FJI",
    ]
    corpus = load(put.folder)
    assert (corpus.declared["may"], corpus.named["may"], corpus.unnamed["may"]) == (6, 5, 1)
    # A date is made exact, and rows that stay keep every byte.
    assert put("Joint statement by Mali and Chad", "--date", "2024-05-01", "--yes")[0] == 0
    assert rows(put.folder, "statements")[0]["date"] == "2024-05-01"
    assert (put.folder / "signatures.csv").read_bytes().startswith(first["signatures.csv"])


@pytest.mark.parametrize(
    ("text", "how", "says"),
    [
        ("Joint statement by Mali, Niger, Fiji and Togo", [], "7 would be named, more than are"),
        ("Joint statement by Mali and Fiji", ["--date", "2023"], 'the text has "2023"'),
        ("Fiji spoke on behalf of Fiji and Mali", [], 'column lead: "CUB": the text has "FJI"'),
        ("Statement on behalf of 9 states: Mali, Fiji", [], '"6": the text has "9"'),
        ("Joint statement by Mali and Fiji", ["--topic", "Air"], 'the text has "Air"'),
    ],
)
def test_what_contradicts_the_folder_is_refused(put, text, how, says) -> None:
    begun = "Cuba spoke on behalf of 6 countries: Cuba, Chad and Peru."
    assert put(begun, "--date", "2024-05", "--topic", "Sea", "--yes")[0] == 0
    before = state(put.folder)
    code, _, err = put(text, *how, "--yes")
    assert code == 1
    assert says in err
    assert "statements.csv, row 2" in err
    assert state(put.folder) == before


def test_a_topic_in_other_words_contradicts_nothing(put) -> None:
    assert put(PART, "--topic", "Mali", "--yes")[0] == 0
    assert put("Joint statement by Fiji and Chad on the situation in Mali", "--yes")[0] == 0
    assert rows(put.folder, "statements")[0]["topic"] == "Mali"


def test_decisions_are_carried_out_and_kept_for_the_next_text(put, tmp_path) -> None:
    code, _, err = put(LETTER, "--yes")
    assert code == 1
    assert "not decided: decide with --names FILE.csv" in err
    assert 'line 1: "Ruritania" is no known state' in err
    made = tmp_path / "made.csv"
    made.write_text("spelling,decision\nRuritania,new:Ruritania\nFoo,-\n", encoding="utf-8")
    code, out, _ = put(LETTER, "--names", str(made), "--yes")
    assert code == 0
    assert 'decisions.csv: 1 decision, to be carried out again: "Ruritania"' in out
    assert rows(put.folder, "decisions") == [{"spelling": "Ruritania", "decision": "new:Ruritania"}]
    assert put(LETTER, "--yes", key="june")[0] == 0
    corpus = load(put.folder)
    assert corpus.named.to_dict() == {"june": 5, "may": 5}
    assert corpus.apart == {"Ruritania"}
    made.write_text("spelling,decision\nRuritania,CUB\n", encoding="utf-8")
    code, _, err = put(LETTER, "--names", str(made), "--yes", key="july")
    assert code == 1
    assert "decides otherwise" in err


def test_groups_are_written_out_with_their_name(put) -> None:
    text = "Joint statement by the Baltic states and Chad."
    assert "give the statement a date" in put(text, "--yes")[2]
    code, *_ = put(text, "--date", "2024", "--expand-groups", "--yes")
    assert code == 0
    signed = rows(put.folder, "signatures")
    assert [row["via"] for row in signed] == ["Baltic states"] * 3 + [""]


@pytest.mark.parametrize(
    ("text", "how", "says"),
    [
        (
            "Cuba made a statement on behalf of 55 states. Mali spoke on behalf of 45 states.",
            [],
            "--which",
        ),
        ("Peru is a country.", [], "no joint statement was found"),
        ("Statement by Mali, Fiji and others", [], "give it with --declared NUMBER"),
        ("Statement by Mali and Fiji", ["--declared", "1"], "the text names 2, and 1 are declared"),
        ("Statement by Mali and Fiji", ["--date", "May"], 'date: "May"'),
    ],
)
def test_what_is_not_sure_is_not_written(put, text, how, says) -> None:
    before = state(put.folder)
    code, _, err = put(text, *how, "--yes")
    assert code == 1
    assert says in err
    assert state(put.folder) == before


def test_one_of_several_and_a_number_alone(put) -> None:
    text = "Cuba made a statement on behalf of 55 states. Mali spoke on behalf of 45 states."
    assert put(text, "--which", "2", "--yes")[0] == 0
    assert rows(put.folder, "statements")[0]["lead"] == "MLI"
    corpus = load(put.folder)
    assert (corpus.declared["may"], corpus.named["may"]) == (45, 0)


def test_files_of_a_spreadsheet_keep_their_form(put) -> None:
    head = "statement_id;title;date\r\n"
    table = f"\ufeff{head}old;a \u201cb\u201d;2020\r\n"
    (put.folder / "statements.csv").write_text(table, encoding="utf-8", newline="")
    (put.folder / "signatures.csv").write_text("statement_id,signatory\nold,Cuba", newline="")
    assert put(PART, "--date", "2024", "--yes")[0] == 0
    raw = (put.folder / "statements.csv").read_bytes().decode()
    assert raw.startswith("\ufeffstatement_id;title;date;declared_count;source_name\r\n")
    signed = (put.folder / "signatures.csv").read_text(encoding="utf-8")
    assert "\nold,Cuba" in signed
    assert load(put.folder).named.to_dict() == {"old": 1, "may": 3}


def test_usage(put, run, tmp_path) -> None:
    (tmp_path / "x.txt").write_text(PART, encoding="utf-8")
    code, _, err = run("extract", tmp_path / "x.txt", "--title", "A")
    assert (code, "--title is for --into FOLDER" in err) == (2, True)
    code, _, err = run("extract", tmp_path / "x.txt", "--into", put.folder)
    assert (code, "--into needs --id ID" in err) == (2, True)
    code, _, err = run("extract", tmp_path / "x.txt", "--into", tmp_path / "no", "--id", "a")
    assert (code, "make one with coalitions new" in err) == (1, True)
