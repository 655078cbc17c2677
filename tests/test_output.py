"""Files that are written: never over one that is read, never under another kind's name."""

from __future__ import annotations

import pytest

from coalitions import explorer_page, load, two_mode_graph, write_explorer
from coalitions.cli import chosen
from coalitions.corpus.reading import FOLDER
from coalitions.errors import ChoiceError

LIST = b"statement_id,signatory\na,Chile\na,Peru\nb,Chile\n"
PAGE = b"<html><body><p>Joint statement by Chile, Peru and Fiji</p></body></html>"


@pytest.mark.parametrize(
    "asked",
    [
        ("explore", "x.html", "-o", "x.html"),
        ("explore", "x.csv", "-o", "link.html"),
        ("export", "x.json", "-o", "x.json"),
        ("figure", "card", "x.csv", "x.html", "-o", "x.html"),
        ("report", "x.html", "--format", "page", "-o", "x.html"),
        ("export", "tables", "x.csv", "--table", "pairs", "-o", "x.csv"),
        ("export", "tables", "x.csv", "--names", "d.csv", "--table", "pairs", "-o", "d.csv"),
        ("export", "tables", "f", "--table", "pairs", "-o", "f/signatures.csv"),
        ("overlap", "f", "-o", "f/claims.csv"),
    ],
)
def test_no_file_that_is_read_is_written(asked, tmp_path, run):
    folder = tmp_path / "f"
    folder.mkdir()
    (tmp_path / "x.csv").write_bytes(LIST)
    (tmp_path / "x.html").write_bytes(PAGE)
    (tmp_path / "link.html").symlink_to(tmp_path / "x.csv")
    (tmp_path / "x.json").write_text('[{"statement_id": "a", "signatory": "Chile"}]')
    (tmp_path / "d.csv").write_text("spelling,decision\n")
    (folder / "statements.csv").write_text("statement_id\na\nb\n")
    (folder / "signatures.csv").write_bytes(LIST)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    here = [tmp_path / word if "." in word or word == "f" else word for word in asked]
    done = run(*here)
    assert (done.code, done.out) == (2, "")
    assert "that is a file of DATA: choose another name" in done.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_picture_may_stand_beside_the_tables_of_a_folder(tmp_path, run):
    (tmp_path / "statements.csv").write_text("statement_id\na\nb\n")
    (tmp_path / "signatures.csv").write_bytes(LIST)
    assert run("figure", "venn", tmp_path, "-o", tmp_path / "venn.svg").code == 0
    assert set(FOLDER.values()) == set(chosen.TABLES)


@pytest.mark.parametrize("name", ["page.svg", "page", "page.html.csv"])
def test_a_page_is_written_under_the_name_of_a_page(name, tmp_path, run):
    path = tmp_path / name
    path.write_text("a figure")
    done = run("explore", "-o", path)
    assert (done.code, done.out, path.read_text()) == (1, "", "a figure")
    corpus = load("unga75")
    for write in (
        explorer_page(corpus).save,
        lambda to: write_explorer(corpus, to),
        lambda to: write_explorer(two_mode_graph(corpus), to),
    ):
        with pytest.raises(ChoiceError, match="a page is one file of HTML: end its name with"):
            write(path)
    assert path.read_text() == "a figure"


def test_a_missing_kind_is_told_in_one_line(run):
    done = run("figure")
    assert done.code == 2
    assert "Choose from: venn, upset, matrix" in done.err


@pytest.mark.parametrize(
    "asked",
    [
        ("overlap", "-o"),
        ("export", "tables", "--table", "pairs", "-o"),
        ("report", "-o"),
    ],
)
def test_a_link_that_leads_back_to_itself_is_told(asked, tmp_path, run):
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    done = run(*asked, loop)
    assert (done.code, done.out) == (1, "")
    assert "a link that leads back to itself" in done.err
    assert loop.is_symlink()


@pytest.mark.parametrize("date", ["2020-02-30", "2020-13", "0000"])
def test_a_day_that_is_none_is_no_limit(date, run):
    done = run("check", "--until", date)
    assert (done.code, done.out) == (1, "")
    assert f'until: "{date}": expected a date as YYYY-MM-DD, YYYY-MM or YYYY' in done.err
