"""From prose to lists: passages with exactly what they say, documents, hostile files."""

from __future__ import annotations

import contextlib
import io
import json
import time
import tomllib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from coalitions import CoalitionsError, extract_statements, load
from coalitions.names import aliases, tables
from coalitions.texts import document

FOLDER = Path(__file__).parent / "texts"
PASSAGES = [
    pytest.param(passage, id=f"{path.stem}: {passage['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
]


def told(row):
    """Return a statement as the passages write it."""
    number = "-" if row.declared_count is None else str(row.declared_count)
    if row.qualifier not in (None, "exactly"):
        number = f"{row.qualifier} {number}"
    signed = " ".join(sorted(row.signatories)) or "-"
    return f"{row.lead or '-'} | {number} | {signed} | {row.check}"


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_says_exactly_this(passage):
    how = {key: passage[key] for key in ("date", "groups") if key in passage}
    found = extract_statements(passage["text"], **how)
    statements = found.statements.astype(object).where(found.statements.notna(), None)
    assert [told(row) for row in statements.itertuples()] == passage["statements"]
    counted = zip(found.claims["qualifier"], found.claims["count"], strict=True)
    claims = [f"{qualifier} {count}" for qualifier, count in counted]
    assert claims == passage.get("claims", [])
    assert found.unresolved["text"].tolist() == passage.get("unresolved", [])
    if "others" in passage:
        others = found.lists[~found.lists["role"].isin(["signatories", "joined"])]
        named = zip(others["role"], others["signatories"], strict=True)
        assert sorted(f"{r}: {' '.join(sorted(codes))}" for r, codes in named) == passage["others"]


# The same two lists in every shape


def sets(corpus):
    """Return the statements of which every name is known, lead by names and codes."""
    full = corpus.signatures[corpus.signatures["statement_id"].str.contains("cuba|germany")]
    return {
        key: (rows["name_as_written"].tolist(), set(rows["signatory"]))
        for key, rows in full.groupby("statement_id")
    }


def in_rows(names, width):
    return [names[at : at + width] for at in range(0, len(names), width)]


def prose(names):
    return (
        f"Statement on behalf of {len(names)} countries: {', '.join(names[:-1])} and {names[-1]}."
    )


def bullets(names):
    return "Signatories:\n" + "".join(f"- {name}\n" for name in names)


def columns(names):
    return "\n".join("\t".join(row) for row in in_rows(names, 3))


def pipes(names):
    return "\n".join(f"| {' | '.join(row)} |" for row in in_rows(names, 3))


def page(inside):
    return (
        "<!doctype html><html><head><title>Peru</title><script>var a='Mali'</script></head><body>"
        "<nav><ul><li>Fiji<li>Chad<li>Peru</ul></nav><select><option>Mali<option>Peru</select>"
        f"<p>The signatories are:</p>{inside}<footer>Peru, Fiji and Mali</footer></body></html>"
    )


def html_list(names):
    return page("<ul>" + "".join(f"<li>{name}</li>" for name in names) + "</ul>")


def html_breaks(names):
    return page("<p>" + "<br>".join(names) + "</p>")


def html_cells(names):
    rows = in_rows(names, 3)
    return page(
        "<table>"
        + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
        + "</table>"
    )


TEXTS = [prose, bullets, columns, pipes]
PAGES = [html_list, html_breaks, html_cells]


def assert_same(found, codes):
    assert [set(each) for each in found.statements["signatories"]] == [codes]
    assert found.unresolved.empty
    assert found.statements["check"].isin(["equal", "no number"]).all()


@pytest.mark.parametrize("shape", TEXTS)
def test_a_text_in_any_shape_holds_the_same_list(shape, unga75):
    for names, codes in sets(unga75).values():
        assert_same(extract_statements(shape(names)), codes)


@pytest.mark.parametrize("shape", PAGES)
def test_a_page_in_any_shape_holds_the_same_list(shape, unga75):
    for names, codes in sets(unga75).values():
        found = document(shape(names).encode(), "page.html")
        assert_same(extract_statements(found.text), codes)


def test_the_rows_of_a_table_on_a_page_are_one_table():
    rows = [("No.", "State", "Capital"), ("1", "Chile", "Santiago"), ("2", "Mexico", "Mexico City")]
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in rows)
    text = document(page(f"<table>{cells}</table>").encode(), "page.html").text
    assert "\n1\tChile\tSantiago\n2\tMexico" in text
    assert_same(extract_statements(text), {"CHL", "MEX"})


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body, declared=""):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        text = f"{declared}<w:document {WORD}><w:body>{body}</w:body></w:document>"
        into.writestr("word/document.xml", text)
    return packed.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_docx_holds_the_same_list(unga75):
    for names, codes in sets(unga75).values():
        one_each = docx(paragraph("Signatories:") + "".join(map(paragraph, names)))
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc>{paragraph(name)}</w:tc>" for name in row) + "</w:tr>"
            for row in in_rows(names, 3)
        )
        in_cells = docx(paragraph("Signatories:") + f"<w:tbl>{rows}</w:tbl>")
        for raw in (one_each, in_cells):
            assert_same(extract_statements(document(raw, "letter.docx").text), codes)


def pdf(names):
    """Return a PDF with a heading, two columns and the number of the page."""
    figure = Figure(figsize=(6, 9))
    figure.text(0.1, 0.95, "The signatories are:")
    half = (len(names) + 1) // 2
    for column, part in enumerate((names[:half], names[half:])):
        for row, name in enumerate(part):
            figure.text(0.1 + 0.45 * column, 0.9 - 0.03 * row, name)
    figure.text(0.5, 0.02, "1")
    raw = io.BytesIO()
    figure.savefig(raw, format="pdf")
    return raw.getvalue()


def test_a_pdf_in_two_columns_holds_the_same_list(unga75):
    pytest.importorskip("pypdf")
    for names, codes in sets(unga75).values():
        assert_same(extract_statements(document(pdf(names), "letter.pdf").text), codes)


# Documents that give no text: one sentence each


def refusal(raw, name):
    with pytest.raises(CoalitionsError) as refused:
        document(raw, name)
    told = str(refused.value)
    assert told.startswith(f"{name}: ")
    assert "\n" not in told
    return told


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("word/document.xml", b"<a>" + b" " * 100_000_000)
    return packed.getvalue()


def zipped():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        into.writestr("letter.txt", "Cuba")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"", "a.txt", "empty"),
        (b" \n", "a.txt", "empty"),
        (b"\x00\x01\x02\xff" * 50, "a.txt", "binary"),
        (b"\xd0\xcf\x11\xe0" + bytes(900), "a.doc", "old Word file"),
        (b"{\\rtf1 Cuba}", "a.rtf", "RTF"),
        (b"\x89PNG\r\n", "a.png", "picture"),
        (b"\x1f\x8b\x08", "a.gz", "unpack"),
        (b"Cuba", "a.docx", "no DOCX"),
        (b"Cuba", "a.pdf", "no PDF"),
        (docx("")[:60], "a.docx", "not whole"),
        (docx(paragraph("Cuba")[:-3]), "a.docx", "not whole"),
        (docx("", "<!DOCTYPE a [<!ENTITY b 'c'>]>"), "a.docx", "declarations"),
        (zipped(), "a.docx", "no Word document"),
        (docx(""), "a.docx", "no text"),
        (b"<html><body><script>Cuba</script></body></html>", "a.html", "no text"),
        ("Куба и Чад".encode("cp1251"), "a.txt", "encoding cannot be told"),
        (b'<html><meta charset="klingon">\xe9</html>', "a.html", "klingon"),
        (b"x" * 2_000_001, "a.txt", "letters"),
        (bytes(50_000_001), "a.txt", "MB"),
    ],
    ids=lambda each: each if isinstance(each, str) else "raw",  # what is packed holds the time
)
def test_what_is_no_document_is_refused_in_one_sentence(raw, name, says):
    assert says in refusal(raw, name)


def test_a_document_that_unpacks_without_end_is_refused():
    assert "unpacks to more than" in refusal(bomb(), "bomb.docx")


def encrypted():
    from pypdf import PdfWriter  # noqa: PLC0415 - an extra that may be absent

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    raw = io.BytesIO()
    writer.write(raw)
    return raw.getvalue()


def test_hostile_pdfs_end_in_one_sentence():
    pytest.importorskip("pypdf")
    assert "password" in refusal(encrypted(), "a.pdf")
    assert "not whole" in refusal(b"%PDF-1.7\nnothing", "a.pdf")
    assert "not whole" in refusal(pdf(["Cuba"])[:2000], "a.pdf")


def test_a_pdf_that_takes_too_long_is_ended(monkeypatch):
    pytest.importorskip("pypdf")
    monkeypatch.setattr("coalitions.texts.pdf.SECONDS", -1)
    with pytest.raises(CoalitionsError, match="longer than"):
        document(pdf(["Cuba"]), "a.pdf")


def test_without_its_reader_a_pdf_says_what_to_install(monkeypatch):
    monkeypatch.setattr("coalitions.texts.pdf.find_spec", lambda _: None)
    assert "joint-statements[files]" in refusal(b"%PDF-1.7", "a.pdf")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_the_encoding_is_found_and_said(encoding, said):
    raw = "Signatories: Türkiye, Côte d’Ivoire and Peru".encode(encoding)
    found = document(raw, "a.txt")
    assert (found.encoding, "Türkiye" in found.text) == (said, True)


def test_what_a_page_hides_is_not_read():
    raw = (
        "<div hidden>Peru</div><div style='display: none'>Fiji</div><p aria-hidden=true>Mali</p>"
        "<div role=navigation><p>Chad</p></div><!-- Niger --><p>Signed by Cuba<sup>1</sup> and "
        "T&uuml;rkiye"
    )
    assert document(raw.encode(), "a.html").text == "Signed by Cuba 1 and Türkiye"


# Time


def seconds(work):
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize(
    "nested",
    ["<div>", "<ul><li>", "<b>", "<table><tr><td>", "<nav>", "</p>", "<a ", "<!--", "&amp"],
)
def test_nested_tags_take_no_time(nested):
    page_ = nested * (200_000 if len(nested) < 6 else 70_000) + "Cuba"

    def read():
        with contextlib.suppress(CoalitionsError):
            document(page_.encode(), "a.html")

    # In proportion, whatever the machine: were it quadratic, it would take 400 times as long.
    def read_a_twentieth():
        with contextlib.suppress(CoalitionsError):
            document((nested * (len(page_) // len(nested) // 20) + "Cuba").encode(), "a.html")

    assert seconds(read) < 100 * max(seconds(read_a_twentieth), 0.01)


def test_time_grows_with_length_and_no_more():
    sentence = (
        "Cuba spoke on behalf of 4 countries, namely Chad, Peru, Fiji and Ruritania, about rights "
        "in China. "
    )
    extract_statements(sentence)
    short = min(seconds(lambda: extract_statements(sentence * 200)) for _ in range(3))
    assert seconds(lambda: extract_statements(sentence * 2000)) < 2 * 10 * short


# The command line


def test_json_is_by_its_contract(run, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(
        "Canada spoke for us.\nSignatories: Cuba, Ruritania and Guinea-Bisau\n", "utf-8"
    )
    done = run("extract", path, "--format", "json")
    found = json.loads(done.out)
    assert done.code == 1
    assert list(found) == ["statements", "claims", "lists", "unresolved", "encoding"]
    keys = [
        "lead",
        "declared_count",
        "qualifier",
        "topic",
        "stance",
        "quote",
        "signatories",
        "check",
        "date",
    ]
    assert [list(each) for each in found["statements"]] == [keys]
    assert found["statements"][0]["signatories"] == ["CAN", "CUB"]
    unknown, slip = found["unresolved"]
    assert (unknown["text"], unknown["line"], unknown["column"]) == ("Ruritania", 2, 20)
    assert "Cuba, Ruritania and" in unknown["context"]
    assert slip["suggestions"] == ["Guinea-Bissau"]
    assert [(each["role"], each["line"]) for each in found["lists"]] == [("signatories", 2)]


def test_standard_input_and_exit_statuses(run, tmp_path, monkeypatch):
    sure = tmp_path / "sure.txt"
    sure.write_text("Joint statement by Cuba, Chad and Peru", "utf-8")
    assert run("extract", sure).code == 0
    with sure.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        assert "CUB, TCD, PER" in run("extract", "-").out
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("The weather was fine.", "utf-8")
    done = run("extract", nothing)
    assert (done.code, "no joint statement was found" in done.err) == (1, True)
    done = run("extract", tmp_path / "none.txt")
    assert (done.code, done.out) == (1, "")
    assert "no such file" in done.err
    done = run("extract", tmp_path)
    assert "a folder" in done.err


def test_csv_is_a_list_that_loads(run, tmp_path):
    letter, table = tmp_path / "letter.txt", tmp_path / "list.csv"
    letter.write_text("Canada spoke on behalf of 4 states: Albania, Chad and Peru.", "utf-8")
    table.write_text(run("extract", letter, "--format", "csv").out, "utf-8")
    assert load(table).signatures["signatory"].tolist() == ["ALB", "CAN", "PER", "TCD"]


# In Python


def test_an_extraction_is_a_corpus_where_it_is_sure():
    sure = extract_statements(
        "Cuba made a joint statement on behalf of 4 countries: Cuba, Chad and Peru.\n\nKuwait made "
        "a joint statement on behalf of three Arab states."
    ).corpus()
    assert sure.named.tolist() == [3, 0]
    assert sure.unnamed.tolist() == [1, 3]
    with pytest.raises(CoalitionsError, match=r'no known state: "Ruritania" \(line 1, column 20\)'):
        extract_statements("Signatories: Cuba, Ruritania and Peru").corpus()
    with pytest.raises(CoalitionsError, match="no joint statement was found"):
        extract_statements("").corpus()
    with pytest.raises(CoalitionsError, match="may be longer"):
        extract_statements("Joint statement by Cuba, Chad and others.").corpus()


def test_only_a_text_is_read():
    with pytest.raises(CoalitionsError, match="expected a text"):
        extract_statements(b"Cuba")


# Documents as sources


def test_a_document_is_a_source_where_all_is_sure(tmp_path, run, unga75):
    (cuba, codes), (germany, others) = sets(unga75).values()
    one, other = tmp_path / "spring.html", tmp_path / "autumn.docx"
    one.write_text(html_list(cuba), "utf-8")
    other.write_bytes(docx("".join(map(paragraph, germany))))
    corpus = load(one, other)
    found = corpus.signatures.groupby("statement_id")["signatory"].agg(set).to_dict()
    assert found == {"spring": codes, "autumn": others}
    third = tmp_path / "third.md"
    third.write_text("# Statement\n\nOn behalf of 4 states: [Cuba](x), Chad, Peru, Fiji.", "utf-8")
    assert load(third).declared.to_dict() == {"third": 4}
    assert run("overlap", one, other, third).code == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Signatories: Cuba, Ruritania and Peru", r'known state: "Ruritania" \(line 1\)'),
        ("The weather was fine.", "no list of signatories"),
        ("Signatories: Cuba, Peru and others.", "more may have signed"),
        (
            "Cuba spoke on behalf of 2 states: Chad, Cuba. Peru spoke for 2 states: Peru, Mali.",
            "2 statements",
        ),
        ("Cuba spoke on behalf of 9 states: Chad, Fiji and Cuba.", "do not agree"),
        ("", "empty"),
    ],
)
def test_a_document_that_is_not_sure_says_what_to_run(text, says, tmp_path, run):
    path = tmp_path / "letter.md"
    path.write_text(text, "utf-8")
    with pytest.raises(CoalitionsError, match=says):
        load(path)
    done = run("check", path)
    assert (done.code, done.err.count("Traceback")) == (1, 0)
    assert not text or "coalitions extract, and load" in done.err


def test_a_document_holds_states_alone(tmp_path):
    path = tmp_path / "letter.md"
    path.write_text("Ana and Bo", "utf-8")
    with pytest.raises(CoalitionsError, match="only names of states"):
        load(path, members="any")


# Every spelling, and anything at all


def spellings():
    """Return every spelling in the tables that means one state that still is, with its code."""
    ended = {code for code, state in tables().states.items() if state["until"]}
    every = sorted(aliases().items())
    return [(name, code) for code, names in every if code not in ended for name in names]


def test_every_spelling_is_found_among_others():
    every = spellings()
    assert len(every) > 3000
    for at in range(0, len(every), 12):
        part = every[at : at + 12]
        found = extract_statements(f"Signatories: {'; '.join(name for name, _ in part)}; Peru.")
        assert found.unresolved.empty
        assert set(found.statements["signatories"][0]) == {"PER", *(code for _, code in part)}


PARTS = [
    *("Cuba", "the U.S.", "Korea", "Ruritania", "Niger, Republic of", "China's", "EU", "S. Sudan"),
    *(
        "on behalf of",
        "and",
        "joined by",
        "statement",
        "39 countries",
        "nearly",
        "three",
        "a further",
    ),
    *(
        ",",
        ";",
        ".",
        ":",
        "\n",
        "\n\n",
        "\t",
        "|",
        "(",
        ")",
        "[",
        "*",
        "1.",
        "•",
        " ",
        "“",
        "。",
        "和",
    ),
]


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_any_words_in_any_order_are_read(parts):
    text = " ".join(parts)
    found = extract_statements(text)
    lines = text.split("\n")
    for row in found.unresolved.itertuples():
        assert lines[row.line - 1][row.column - 1 :].startswith(row.text.split()[0])
    for row in found.statements.itertuples():
        assert len(set(row.signatories)) == len(row.signatories)
    assert set(found.signatures["statement_id"]) <= set(found.statements["statement_id"])
