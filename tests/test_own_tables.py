"""Tables of others: their columns, separators, encodings, layouts and files."""

from __future__ import annotations

import json
import shlex
import sys
import warnings
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd
import pytest

from coalitions import CoalitionsError, CoalitionsWarning, Corpus, load, statement_ledger
from coalitions.dates import day
from coalitions.files import write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

HEADER = "statement_id,signatory\n"


def lists(corpus: Corpus) -> dict[str, list[str]]:
    """Return who is named under each statement."""
    found = {key: list[str]() for key in corpus.statements["statement_id"]}
    for key, code in corpus.signatures[["statement_id", "signatory"]].to_numpy():
        found[key].append(code)
    return found


# Separators and encodings


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_commas_semicolons_and_tabs_part_cells(separator: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{suffix}"
    rows = [["signatory", "statement_id"], ['"Korea, Republic of; South"', "a"], ["Cuba", "b"]]
    rows[1][0] = '"Korea, Republic of"'
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    assert lists(load(path)) == {"a": ["KOR"], "b": ["CUB"]}


def test_a_header_of_other_names_tells_the_separator_too(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("bill, and more;who\na;Cuba\n", encoding="utf-8")
    given = {"statement": "bill, and more", "signatory": "who"}
    assert lists(load(path, columns=given)) == {"a": ["CUB"]}


def test_a_row_of_too_many_cells_is_told_by_its_separator(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id;signatory\na;Cuba;Peru\n", encoding="utf-8")
    with pytest.raises(CoalitionsError, match="put cells that hold semicolons in double quotes"):
        load(path)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Türkiye", "TUR"), ("Côte d’Ivoire", "CIV"), ("México", "MEX"), ("Pérou", "PER")],
)
def test_windows_1252_is_read_and_said(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(f'{HEADER}a,Cuba\nb,"{name}"\n'.encode("cp1252"))
    with pytest.warns(
        CoalitionsWarning, match=r'x.csv, row 3: ".+": the file is not UTF-8'
    ) as said:
        found = lists(load(path))
    assert found["b"] == [code]
    assert len(said) == 1


# Columns


def test_columns_are_named_where_they_are_called_otherwise(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    (tmp_path / "who.csv").write_text("symbol,author\nL.1,Cuba\nL.1,Peru\n", encoding="utf-8")
    (tmp_path / "when.csv").write_text("symbol,year\nL.1,1996\n", encoding="utf-8")
    given = ["--columns", "statement=symbol,signatory=author", "--columns", "date=year"]
    files = [tmp_path / "who.csv", tmp_path / "when.csv"]
    shown = run("check", *files, *given, "--format", "json")
    assert shown.code == 0, shown.err
    assert json.loads(shown.out)["ledger"][0]["named"] == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("statement=nothing", 'no table has a column "nothing"; there are: symbol, author'),
        ("statment=symbol", '"statment": expected one of statement, event, declared, '),
        ("statement", "expected OURS=YOURS, as in statement=symbol"),
        ("statement=symbol,signatory=symbol", "one column of the table is given for two of ours"),
        ("statement=symbol,statement=author", "statement is given twice"),
    ],
)
def test_columns_that_are_none(
    given: str, said: str, tmp_path: Path, run: Callable[..., Run]
) -> None:
    (tmp_path / "who.csv").write_text("symbol,author\nL.1,Cuba\n", encoding="utf-8")
    found = run("check", tmp_path / "who.csv", "--columns", given)
    assert found.code in (1, 2)
    assert said in found.err


def test_a_column_that_is_there_under_our_name_too(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,author\na,Cuba,Peru\n", encoding="utf-8")
    with pytest.raises(CoalitionsError, match='has a column "signatory" beside "author"'):
        load(path, columns={"signatory": "author"})


def test_a_data_frame_has_columns_of_its_own() -> None:
    frame = pd.DataFrame({"symbol": ["L.1", "L.1"], "author": ["Cuba", "Peru"]})
    given = {"statement": "symbol", "signatory": "author"}
    assert lists(load(frame, columns=given)) == {"L.1": ["CUB", "PER"]}


# Statements in a second table


def described(tmp_path: Path, text: str, **reading: object) -> Corpus:
    """Return a corpus of one list and a table that describes statements."""
    (tmp_path / "who.csv").write_text(f"{HEADER}a,Cuba\nb,Peru\n", encoding="utf-8")
    (tmp_path / "what.csv").write_text(text, encoding="utf-8")
    return load(tmp_path / "who.csv", tmp_path / "what.csv", **reading)


def test_a_table_without_signatories_describes_the_statements_of_another(tmp_path: Path) -> None:
    corpus = described(tmp_path, "statement_id,date,declared_count\na,2001,5\nc,2002-03,7\n")
    table = corpus.statements.set_index("statement_id")
    assert table["date"].to_dict() == {"a": "2001", "b": "", "c": "2002-03"}
    assert table.loc["a", "source_name"] == "who.csv"
    assert statement_ledger(corpus).set_index("statement_id")["status"]["c"] == "count only"


def test_what_two_rows_say_alike_is_read_once_and_said(tmp_path: Path) -> None:
    with pytest.warns(CoalitionsWarning, match=r"what.csv: 1 row says what an earlier one says"):
        corpus = described(tmp_path, "statement_id,date\na,2001\na,2001\n")
    assert len(corpus) == 2


@pytest.mark.parametrize("text", ["a,2001\na,2002\n", "c,2001\nc,2002\n"])
def test_what_two_rows_say_otherwise_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match="stands twice in the statements"):
        described(tmp_path, f"statement_id,date\n{text}")


def test_tables_of_which_none_says_who_signed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(f"statement_id,date\n{name},2001\n", encoding="utf-8")
    with pytest.raises(CoalitionsError, match="no other table names who signed"):
        load(tmp_path / "a.csv", tmp_path / "b.csv")


# Cells


def test_dates_that_are_none_are_said_once_where_somebody_named_the_column(tmp_path: Path) -> None:
    text = "statement_id,year\na,996\nb,NA\n"
    with pytest.warns(CoalitionsWarning, match=r'2 of 2 dates are none.*"996", "NA"') as said:
        corpus = described(tmp_path, text, columns={"date": "year"})
    assert len(said) == 1
    assert corpus.statements["date"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("date", "words"),
    [("1996", "1996"), ("1996-05", "May 1996"), ("1996-05-01", "1 May 1996"), ("", "")],
)
def test_a_date_may_be_a_year_or_a_month(date: str, words: str) -> None:
    corpus = load(pd.DataFrame({"statement_id": "a", "signatory": ["CUB"], "date": date}))
    assert corpus.statements["date"].tolist() == [date]
    assert day(date) == words


@pytest.mark.parametrize("date", ["996", "0996", "1996-13", "1996-5", "96", "19961", "1996-"])
def test_a_date_that_is_none(date: str) -> None:
    with pytest.raises(CoalitionsError, match="YYYY-MM or YYYY"):
        load(pd.DataFrame({"statement_id": "a", "signatory": ["CUB"], "date": date}))


def test_years_are_drawn(tmp_path: Path, run: Callable[..., Run]) -> None:
    path = tmp_path / "x.csv"
    rows = (
        "a,Cuba,1996,support\na,Peru,1996,support\nb,Cuba,1998-05,support\nb,Chad,1998-05,support\n"
    )
    rows += "c,Chad,1996,critical\nd,Peru,1998-05-02,critical\n"
    path.write_text(f"statement_id,signatory,date,stance\n{rows}", encoding="utf-8")
    for kind in ("timeline", "flow", "matrix", "card"):
        drawn = run("figure", kind, path, "-o", tmp_path / "x.svg", *CHOSEN.get(kind, ()))
        assert drawn.code == 0, drawn.err
    for name in ("x.gexf", "x.json", "x.html"):
        verb = "explore" if name.endswith("html") else "export"
        assert run(verb, path, "-o", tmp_path / name).code == 0


CHOSEN = {"card": ("--statement", "a", "--statement", "b")}


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        (["NA", "DE"], ["DEU", "NAM"]),
        (["UK", "EL"], ["GBR", "GRC"]),
        (["GB", "GR", "NA"], ["GBR", "GRC", "NAM"]),
        (["XK", "EU"], ["EUE", "XKX"]),
    ],
)
def test_two_letters_are_codes_where_all_are(codes: list[str], found: list[str]) -> None:
    corpus = load(pd.DataFrame({"statement_id": "a", "signatory": codes}))
    assert lists(corpus) == {"a": found}
    assert sorted(corpus.signatures["name_as_written"]) == sorted(codes)


@pytest.mark.parametrize("codes", [["NA"], ["NA", "Cuba"], ["NA", "QQ"], ["na", "de"]])
def test_two_letters_are_none_elsewhere(codes: list[str]) -> None:
    with pytest.raises(CoalitionsError, match="is not a known state"):
        load(pd.DataFrame({"statement_id": "a", "signatory": codes}))


@pytest.mark.parametrize(
    "cell",
    [
        "Cuba, Bosnia and Herzegovina and Iran (Islamic Republic of)",
        "Cuba; Bosnia and Herzegovina; Iran (Islamic Republic of)",
        "Cuba | Bosnia and Herzegovina | Iran (Islamic Republic of)",
        "Cuba\nBosnia and Herzegovina\nIran (Islamic Republic of)",
    ],
)
def test_a_cell_may_hold_several_sponsors_where_somebody_says_so(cell: str) -> None:
    frame = pd.DataFrame({"symbol": ["L.1"], "authors": [cell], "year": ["1996"]})
    given = {"statement": "symbol", "signatories": "authors", "date": "year"}
    assert lists(load(frame, columns=given)) == {"L.1": ["BIH", "CUB", "IRN"]}


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Cuba, Peru and Iran (Islamic Republic of)", ["CUB", "IRN", "PER"]),
        ("Cuba; Bosnia and Herzegovina", ["BIH", "CUB"]),
        ("Korea, Republic of; Viet Nam", ["KOR", "VNM"]),
        ("Congo, Niger", ["COG", "NER"]),
    ],
)
def test_a_cell_of_known_names_is_a_list_in_a_column_that_somebody_named(
    cell: str, codes: list[str]
) -> None:
    frame = pd.DataFrame({"symbol": ["L.1", "L.2"], "authors": [cell, "Korea, Republic of"]})
    given = {"statement": "symbol", "signatory": "authors"}
    with pytest.warns(CoalitionsWarning, match="row 2: 1 cell holds several names") as said:
        assert lists(load(frame, columns=given)) == {"L.1": codes, "L.2": ["KOR"]}
    assert len(said) == 1


@pytest.mark.parametrize(
    "cell", ["Cuba and Atlantis", "Denmark Finland.", "Cubba, Peru", "Korea and Cuba"]
)
def test_a_cell_that_holds_who_is_no_state_stays_whole(cell: str) -> None:
    frame = pd.DataFrame({"symbol": ["L.1"], "authors": [cell]})
    given = {"statement": "symbol", "signatory": "authors"}
    with pytest.raises(CoalitionsError) as caught:
        load(frame, columns=given)
    assert f'"{cell}"' in str(caught.value)


def test_a_row_without_a_signatory_declares_a_count(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,declared_count\na,,45\nb,Cuba,\n", encoding="utf-8")
    assert statement_ledger(load(path))["status"].tolist() == ["count only", "undeclared"]


# Files


def test_an_excel_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.create_sheet("data")
    sheet = book["data"]
    sheet.append(["statement_id", "signatory", "date", None])
    sheet.append(["a", "Cuba", pd.Timestamp("2020-10-06").to_pydatetime(), None])
    sheet.append(["a", "NA", None, None])
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(CoalitionsError, match=r'x\.xlsx, row 3, column signatory: "NA"'):
        load(tmp_path / "x.xlsx")
    sheet["B3"], sheet["C3"] = "Peru", "2020-10-06"
    book.save(tmp_path / "x.xlsx")
    assert lists(load(tmp_path / "x.xlsx")) == {"a": ["CUB", "PER"]}


def test_a_workbook_that_claims_a_vast_sheet_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["statement_id", "signatory"], ["a", "Cuba"]):
        book.active.append(row)
    book.active["B400"] = "Peru"
    book.active["A400"] = "a"
    book.save(tmp_path / "x.xlsx")
    with ZipFile(tmp_path / "x.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'ref="A1:B400"', b'ref="A1:XFD1048576"')
    with ZipFile(tmp_path / "x.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert lists(load(tmp_path / "x.xlsx")) == {"a": ["CUB", "PER"]}
    book.active["D2"] = "?"
    book.save(tmp_path / "x.xlsx")
    with pytest.raises(CoalitionsError, match="row 2: a cell to the right of the header"):
        load(tmp_path / "x.xlsx")


def test_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    frame = pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["Cuba", None]})
    frame["declared_count"] = [2, 2]
    frame.iloc[:1].to_parquet(tmp_path / "x.parquet")
    assert lists(load(tmp_path / "x.parquet")) == {"a": ["CUB"]}


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    rows = [{"statement_id": "a", "signatory": "Cuba"}, {"signatory": "Peru", "statement_id": "a"}]
    path.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert lists(load(path)) == {"a": ["CUB", "PER"]}
    named = {"statement": "a", "names": ["Cuba", "Peru"], "date": None}
    path.write_text(json.dumps(named), encoding="utf-8")
    given = {"statement": "statement", "signatories": "names"}
    assert lists(load(path, columns=given)) == {"a": ["CUB", "PER"]}


def test_a_json_list_of_objects(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    rows = [{"statement_id": "a", "signatory": "Cuba"}, {"signatory": "Peru", "statement_id": "a"}]
    lines = "\n".join(map(json.dumps, rows))
    for text in (json.dumps(rows), json.dumps({"n": 2, "rows": rows}, indent=1), lines):
        path.write_text(text, encoding="utf-8")
        assert lists(load(path)) == {"a": ["CUB", "PER"]}
    path.write_text(json.dumps([*rows, rows[0] | {"signatory": "Cubba"}]), encoding="utf-8")
    with pytest.raises(CoalitionsError, match=r"x\.json, object 3, column signatory: "):
        load(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *(
            ("{", "no JSON"),
            ("[1]", 'object 1: "1": expected an object'),
            ("[]", "list of objects"),
        ),
        *(("3", "list of objects"), ("[" * 100_000, "nested too deep")),
    ],
)
def test_json_that_is_no_table(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CoalitionsError, match=says):
        load(path)


@pytest.mark.parametrize("line", ["{", "[1]", "3", '{"a": NaN'])
def test_json_lines_that_are_none(line: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"statement_id": "a", "signatory": "Cuba"}\n' + line, encoding="utf-8")
    with pytest.raises(CoalitionsError, match=r"x.jsonl, row 2: .*expected an object a line"):
        load(path)


@pytest.mark.parametrize(("name", "module"), [("x.xlsx", "openpyxl"), ("x.parquet", "pyarrow")])
def test_a_library_that_is_missing_is_one_sentence(
    name: str, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(b"PK")
    for each in (module, f"{module}.parquet"):
        monkeypatch.setitem(sys.modules, each, None)
    with pytest.raises(
        CoalitionsError, match=rf"{name}: a .\w+ file takes {module} to read"
    ) as said:
        load(tmp_path / name)
    assert "joint-statements[files]" in str(said.value)
    assert "\n" not in str(said.value).partition("\n")[2]


def test_a_library_that_is_missing_for_parquet_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CoalitionsError, match=r"takes pyarrow to write: .*, or write \.csv$"):
        write_parquet([pd.DataFrame({"a": [1]})], tmp_path / "x.parquet")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "module"), [("x.xlsx", "openpyxl"), ("x.parquet", "pyarrow")])
@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PAR1 and no more PAR1", b"\xd0\xcf\x11\xe0" * 99]
)
def test_a_broken_file_is_one_sentence(
    name: str, module: str, content: bytes, tmp_path: Path
) -> None:
    pytest.importorskip(module)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CoalitionsError, match=rf"{name}: cannot be read as"):
        load(tmp_path / name)


@pytest.mark.parametrize("order", [["b", "a", "c"], ["c", "b", "a"], ["a", "b", "c"]])
def test_statements_without_a_date_stand_in_the_order_typed(
    order: list[str], tmp_path: Path
) -> None:
    for name in order:
        (tmp_path / f"{name}.txt").write_text("Cuba\n", encoding="utf-8")
    corpus = load([tmp_path / f"{name}.txt" for name in order])
    assert corpus.statements["statement_id"].tolist() == order
    assert list(load({name: ["Cuba"] for name in order}).named.index) == order


@pytest.mark.parametrize("given", [["--layout", "wide"], ["--columns", "date=year"]])
def test_what_is_for_tables_is_refused_elsewhere(
    given: list[str], tmp_path: Path, run: Callable[..., Run]
) -> None:
    (tmp_path / "a.txt").write_text("Cuba\n", encoding="utf-8")
    for data in ("unga75", tmp_path / "a.txt"):
        found = run("check", data, *given)
        assert found.code == 1
        assert "--layout and --columns are for tables of others" in found.err


def test_a_workbook_that_unpacks_to_more_than_the_limit(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    with ZipFile(tmp_path / "x.xlsx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 3_000_000)
    assert (tmp_path / "x.xlsx").stat().st_size < 10_000
    with pytest.raises(CoalitionsError, match="3 MB, more than the limit of 1 MB"):
        load(tmp_path / "x.xlsx", max_size=1_000_000)


def test_parquet_that_unpacks_to_more_than_the_limit(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pd.DataFrame({"statement_id": ["a"] * 100_000}).to_parquet(tmp_path / "x.parquet")
    with pytest.raises(CoalitionsError, match="more than the limit of 50 kB"):
        load(tmp_path / "x.parquet", max_size=50_000)


def test_a_report_says_how_its_tables_were_read(run: Callable[..., Run], tmp_path: Path) -> None:
    made, table = tmp_path / "made.csv", tmp_path / "table.csv"
    made.write_text("spelling,decision\nEEC,FRA\n", encoding="utf-8")
    table.write_text("letter,who\na,EEC\na,Cuba\n", encoding="utf-8")
    read = ["--columns", "statement=letter,signatory=who", "--names", str(made), "--merge-doubles"]
    done = run("report", table, *read, "--only", "corpus", "-o", tmp_path / "report")
    assert (done.code, done.err) == (0, "")
    said = json.loads((tmp_path / "report" / "manifest.json").read_text("utf-8"))["options"]
    assert shlex.split(said["command"])[2:] == [str(table), *read, "--only", "corpus"]
    assert [each["given"] for each in said["inputs"]] == [str(table), str(made)]


def test_files_are_read_in_the_order_typed(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.csv").write_text(f"{HEADER}{name},Cubba\n", encoding="utf-8")
    with pytest.raises(CoalitionsError) as caught:
        load(tmp_path / "b.csv", tmp_path / "a.csv")
    assert "b.csv" in str(caught.value)


# Marks


MARKS = ["x", "X", "1", "yes", "✓", "Y", "1.0", "oui"]
NONE = ["", "0", "no", "-", "N", "0.0", "–", "false"]


@pytest.mark.parametrize(("yes", "no"), list(zip(MARKS, NONE, strict=True)))
def test_states_by_statements_or_the_other_way(yes: str, no: str) -> None:
    expected = {"s1": ["CUB"], "s2": ["CUB", "PER"]}
    rows = pd.DataFrame({"who": ["Cuba", "Peru"], "s1": [yes, no], "s2": [yes, yes]})
    assert lists(load(rows, layout="wide")) == expected
    turned = pd.DataFrame({"what": ["s1", "s2"], "Cuba": [yes, yes], "Peru": [no, yes]})
    assert lists(load(turned, layout="wide")) == expected


def test_two_spellings_of_no_stand_beside_each_other() -> None:
    frame = pd.DataFrame({"who": ["Cuba", "Peru", "Chad"], "s1": ["x", "no", ""]})
    assert lists(load(frame, layout="wide")) == {"s1": ["CUB"]}


def test_a_row_that_is_a_statement_may_describe_it() -> None:
    frame = pd.DataFrame({"statement_id": ["s1"], "date": ["1996"], "Cuba": ["x"], "Peru": ["x"]})
    corpus = load(frame.assign(declared_count=["3"]), layout="wide")
    assert corpus.statements[["date", "declared_count"]].to_numpy().tolist() == [["1996", 3]]
    assert lists(corpus) == {"s1": ["CUB", "PER"]}


def test_who_is_no_state_is_in_rows_unless_somebody_says_otherwise() -> None:
    frame = pd.DataFrame({"who": ["Ana", "Bo"], "bill": ["x", "x"]})
    assert lists(load(frame, layout="wide", members="any")) == {"bill": ["Ana", "Bo"]}
    given = {"statement": "who"}
    found = lists(load(frame, layout="wide", members="any", columns=given))
    assert found == {"Ana": ["bill"], "Bo": ["bill"]}


def test_a_statement_that_nobody_marked_stays() -> None:
    frame = pd.DataFrame({"who": ["Cuba", "Peru"], "s1": ["x", ""], "s2": ["", ""]})
    assert lists(load(frame, layout="wide")) == {"s1": ["CUB"], "s2": []}


def test_columns_without_marks_are_left_out_and_said() -> None:
    frame = pd.DataFrame({"who": ["Cuba"], "region": ["Americas"], "s1": ["x"]})
    with pytest.warns(CoalitionsWarning, match='hold no marks of signatures: "region"'):
        assert lists(load(frame, layout="wide")) == {"s1": ["CUB"]}


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (
            {"who": ["Cuba", "Peru"], "s1": ["x", "maybe"]},
            'row 3, column s1: "maybe": expected a m',
        ),
        ({"who": ["Ana"], "s1": ["x"]}, "are the rows states, or the columns?"),
        ({"who": ["Cuba", "Total"], "s1": ["x", "17"]}, '"17": expected a mark'),
        ({"who": [], "s1": []}, "no rows"),
    ],
)
def test_what_is_no_table_of_marks(frame: dict[str, list[str]], said: str) -> None:
    with pytest.raises(CoalitionsError) as caught:
        load(pd.DataFrame(frame), layout="wide")
    assert said in str(caught.value)


# Votes


def test_votes_of_the_digital_library() -> None:
    frame = pd.DataFrame(
        {
            "undl_id": "4000001",
            "ms_code": ["CUB", "PER", "TCD", "FJI", "NAM"],
            "ms_name": ["CUBA", "PERU", "CHAD", "FIJI", "NAMIBIA"],
            "ms_vote": ["Y", "N", "A", "X", "Y"],
            "date": "2020-11-01",
            "resolution": "A/RES/75/1",
            "title": "On something",
            "total_yes": 2,
        }
    )
    corpus = load(frame, layout="votes")
    assert lists(corpus) == {
        "A/RES/75/1-abstain": ["TCD"],
        "A/RES/75/1-no": ["PER"],
        "A/RES/75/1-yes": ["CUB", "NAM"],
    }
    assert set(corpus.statements["event_id"]) == {"A/RES/75/1"}
    assert set(corpus.statements["date"]) == {"2020-11-01"}


def test_votes_of_voetens_data() -> None:
    frame = pd.DataFrame(
        {
            "rcid": [3, 3, 3, 3, 4],
            "ccode": [40, 135, 483, 950, 40],
            "vote": [1, 3, 2, 8, 9],
            "Country": ["CUB", "PER", "TCD", "FJI", "CUB"],
            "year": 1996,
        }
    )
    corpus = load(frame, layout="votes")
    assert lists(corpus) == {"3-abstain": ["TCD"], "3-no": ["PER"], "3-yes": ["CUB"]}
    assert set(corpus.statements["date"]) == {"1996"}


def test_votes_without_an_event_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text("country;vote\nCuba;yes\nPeru;absent\n", encoding="utf-8")
    assert lists(load(path, layout="votes")) == {"budget-yes": ["CUB"]}


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ({"country": ["Cuba"], "vote": ["perhaps"]}, 'column vote: "perhaps": expected a vote'),
        ({"country": ["Cuba"], "vote": ["1"]}, 'column vote: "1": expected a vote'),
        ({"country": ["Cuba"], "v": ["yes"]}, "needs a column vote"),
        ({"c": ["Cuba"], "vote": ["yes"]}, "needs a column signatory"),
    ],
)
def test_what_is_no_table_of_votes(frame: dict[str, list[str]], said: str) -> None:
    with pytest.raises(CoalitionsError) as caught:
        load(pd.DataFrame(frame), layout="votes")
    assert said in str(caught.value)


WIDE_VOTES = {
    "a row a state": "country,region,R1,R2\nCuba,south,Y,N\nPeru,south,yes,\nChad,north,A,n\n",
    "a row an event": "x,Cuba,Peru,Chad\nR1,Y,Y,Abstain\nR2,N,absent,No\n",
    "an event by name": "resolution,date,Cuba,Peru,Chad\nR1,2020,Y,Y,A\nR2,2021,N,X,N\n",
}


@pytest.mark.parametrize("text", WIDE_VOTES.values(), ids=WIDE_VOTES)
def test_votes_of_states_and_resolutions(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        corpus = load(path, layout="votes")
    assert lists(corpus) == {
        "R1-abstain": ["TCD"],
        "R1-yes": ["CUB", "PER"],
        "R2-no": ["CUB", "TCD"],
    }
    assert corpus.statements["stance"].tolist() == ["abstain", "yes", "no"]
    assert [str(each.message) for each in told] == (
        ['x.csv: left out, as they hold no votes: "region"'] if "region" in text else []
    )


def test_what_is_no_vote_is_told_by_its_column(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("country,R1,R2\nCuba,Y,Y\nPeru,Q,N\n", encoding="utf-8")
    with pytest.raises(CoalitionsError, match=r'x\.csv, row 3, column R1: "Q": expected a vote'):
        load(path, layout="votes")
    with pytest.raises(CoalitionsError, match=r"take `layout` votes"):
        load(path, layout="wide")
