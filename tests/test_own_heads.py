"""The head of a text with a list of names, and the folder that a corpus begins as."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coalitions import CoalitionsError, CoalitionsWarning, load, statement_ledger
from coalitions.corpus.tidying import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

WHOLE = """title: Joint statement on Fiji
date: 2020-10-06
lead: Cuba
stance: support
declared: 5
topic: Fiji; the sea
source: Press release

Cuba
Chad
Viet Nam
"""


def test_a_head_describes_the_statement(tmp_path: Path) -> None:
    (tmp_path / "fiji.txt").write_text(WHOLE, encoding="utf-8")
    corpus = load(tmp_path / "fiji.txt")
    row = corpus.statements.iloc[0]
    assert row[["statement_id", "title", "date", "lead", "stance", "topic"]].tolist() == [
        "fiji",
        "Joint statement on Fiji",
        "2020-10-06",
        "CUB",
        "support",
        "Fiji; the sea",
    ]
    assert (row["declared_count"], row["source_name"]) == (5, "Press release")
    assert corpus.signatures["signatory"].tolist() == ["CUB", "TCD", "VNM"]
    assert statement_ledger(corpus)["unnamed"].tolist() == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Title: T\nCuba\nChad\n",
        "---\ntitle: T\n---\nCuba\nChad\n",
        "# signed in May\n\ntitle: T\n\n# the list\nCuba, Chad\n",
        'TITLE : "T"\r\nCuba\r\nChad\r\n',
        "\ufefftitle: T\nCuba and Chad",
    ],
)
def test_a_head_may_be_written_so(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(text.encode())
    corpus = load(tmp_path / "x.txt")
    assert corpus.statements["title"].tolist() == ["T"]
    assert corpus.signatures["signatory"].tolist() == ["CUB", "TCD"]


@pytest.mark.parametrize(
    "said", ["6 October 2020", "October 6, 2020", "6th Oct. 2020", "2020-10-06"]
)
def test_a_date_may_be_written_out(said: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"date: {said}\n\nCuba\n", encoding="utf-8")
    assert load(tmp_path / "x.txt").statements["date"].tolist() == ["2020-10-06"]


@pytest.mark.parametrize("text", ["Cuba\ntitle: T\n", "Signatories: Cuba\n", "colour: red\nCuba\n"])
def test_what_is_no_head_is_no_name_either(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    try:
        corpus = load(tmp_path / "x.txt")
    except CoalitionsError:
        return
    assert set(corpus.signatures["signatory"]) <= {"CUB"}
    assert corpus.statements["title"].tolist() == [""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date: 6 October\nCuba\n", 'column date: "6 October": expected a date'),
        ("stance: suport\nCuba\n", 'column stance: "suport"'),
        ("declared: many\nCuba\n", '"many": expected a whole number'),
        ("lead: Cubba\nCuba\n", '"Cubba": is not a known state'),
        ("title: T\n", "no names in it"),
        ("title: T\nCuba\nCubba\n", "x.txt, line 3"),
    ],
)
def test_what_is_wrong_in_it_is_said(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    with pytest.raises(CoalitionsError) as caught:
        load(tmp_path / "x.txt")
    lines = str(caught.value).replace("x.txt: ", "column date: ", 1) if "date" in said else ""
    assert said in (lines or str(caught.value)) or said.partition(": ")[2] in str(caught.value)


def test_a_word_that_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("title: T\ntitle: U\nCuba\n", encoding="utf-8")
    with pytest.warns(CoalitionsWarning, match=r'x.txt, line 2: "title:" stands there twice'):
        assert load(tmp_path / "x.txt").statements["title"].tolist() == ["T"]


def test_a_head_alone_declares_a_count(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("declared: 45\n", encoding="utf-8")
    (tmp_path / "y.txt").write_text("Cuba\n", encoding="utf-8")
    for files in (["x.txt"], ["x.txt", "y.txt"], ["y.txt", "x.txt"]):
        table = statement_ledger(load([tmp_path / name for name in files]))
        assert table.set_index("statement_id")["status"]["x"] == "count only"


def test_identifiers_have_a_head_too(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("title: T\nAna\nBo: the second\n", encoding="utf-8")
    corpus = load(tmp_path / "x.txt", members="any")
    assert corpus.statements["title"].tolist() == ["T"]
    assert corpus.signatures["signatory"].tolist() == ["Ana", "Bo: the second"]


# An empty corpus


def test_a_folder_to_fill_in(tmp_path: Path, run: Callable[..., Run]) -> None:
    folder = tmp_path / "mine"
    made = run("new", folder)
    assert (made.code, made.out.strip()) == (0, str(folder))
    names = {"statements.csv", "signatures.csv", "signatories.csv", "README.md"}
    assert {path.name for path in folder.iterdir()} == names
    for table in ("statements", "signatures", "signatories"):
        header = (folder / f"{table}.csv").read_text(encoding="utf-8")
        assert header == ",".join(COLUMNS[table]) + "\n"
        about = (folder / "README.md").read_text(encoding="utf-8")
        assert all(f"`{column}`" in about for column in COLUMNS[table])


def test_it_is_a_corpus_once_it_is_filled_in(tmp_path: Path, run: Callable[..., Run]) -> None:
    folder = tmp_path / "mine"
    assert run("new", folder).code == 0
    assert "no rows below the header" in run("check", folder).err
    with (folder / "statements.csv").open("a", encoding="utf-8") as stream:
        stream.write("spring,,2020,,,,,,,,,,,,,,\n")
    with (folder / "signatures.csv").open("a", encoding="utf-8") as stream:
        stream.write("spring,Cuba,,,,,\n")
    assert run("check", folder).code == 0


def test_nothing_is_written_over(tmp_path: Path, run: Callable[..., Run]) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    found = run("new", tmp_path)
    assert found.code == 1
    assert "holds something already" in found.err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    assert run("new", tmp_path / "note.txt").code == 1
    assert run("new", tmp_path / "no" / "such" / "place").code == 1
    (tmp_path / "empty").mkdir()
    assert run("new", tmp_path / "empty").code == 0
