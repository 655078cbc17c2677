"""For a paper: tables as LaTeX, Markdown and CSV, the incidence matrix, what to cite."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pandas as pd
import pytest

from coalitions import (
    CoalitionsError,
    Corpus,
    bibliography,
    cosigning_ties,
    describe,
    find_communities,
    incidence_matrix,
    load,
    select,
    write_paper_tables,
)
from coalitions.cli import options
from coalitions.cli.significance import NULL_MODELS
from coalitions.export import paper
from coalitions.export.paper import TABLES
from coalitions.files import latex_text
from coalitions.findings import works
from coalitions.findings.modelworks import WORKS_OF_MODELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

#: What LaTeX, Markdown and BibTeX take for commands.
ODD = "50 % of {x}_1 & $y$ #2 ~z^ \\input|<b>*[2]"


def odd() -> Corpus:
    """Return two letters of persons whose every text is markup."""
    about = {"title": ODD, "source_name": ODD, "source_url": "https://example.org/a_{b}%20c"}
    statements = pd.DataFrame({"statement_id": ["a & b", "a_b", "Ω"], **about})
    rows = [(key, who) for key in statements["statement_id"] for who in (ODD, "[3] Ann")]
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    return Corpus(statements, signatures, members="any")


# Who signed what


def test_a_cell_is_empty_where_a_list_does_not_tell(small: Corpus) -> None:
    matrix = incidence_matrix(small)
    assert str(matrix.dtypes.iloc[0]) == "Int8"
    named = small.signatures.groupby("statement_id")["signatory"].agg(set)
    # full is complete, plain has no count and is taken as printed; part and count are partial.
    for key, open_cells in {"full": 0, "part": 8 - 2, "count": 8, "plain": 0}.items():
        column = matrix[key]
        assert set(column.index[column == 1]) == named.get(key, set())
        assert int(column.isna().sum()) == open_cells


def test_who_could_not_sign_did_not_and_who_must_did() -> None:
    early = load({"letter": ["Cuba", "Peru"]})
    dated = Corpus(early.statements.assign(date="1950-01-01"), early.signatures)
    late = Corpus(
        early.statements.assign(declared_count=3, statement_id="letter"),
        early.signatures,
        universe=3,
        signatories=pd.DataFrame({"signatory": ["CUB", "PER", "CHN"]}),
    )
    assert set(incidence_matrix(dated)["letter"]) == {0, 1}
    assert incidence_matrix(late)["letter"].to_dict() == {"CHN": 1, "CUB": 1, "PER": 1}


def test_persons_are_those_that_are_named() -> None:
    corpus = load({"a": ["Ann", "Bo"], "b": ["Bo"]}, members="any")
    assert incidence_matrix(corpus).to_numpy().tolist() == [[1, 0], [1, 1]]


# Tables


def test_the_choices_of_the_command_line_are_those_of_the_module() -> None:
    assert tuple(TABLES) == options.PAPER_TABLES
    assert get_args(works.Part) == works.PARTS


def test_latex_has_intervals_rules_and_no_command_of_a_users_text(tmp_path: Path) -> None:
    text = write_paper_tables(load("unga75"), tmp_path / "t.tex", tables=["pairs"]).read_text()
    assert r"Pakistan & Cuba & 19–45 & 55–81 & 0.23–0.82 & Bahrain, Belarus" in text
    assert text.count(r"\midrule") >= 2
    assert r"\label{tab:pairs}" in text
    wild = write_paper_tables(odd(), tmp_path / "o.tex").read_text(encoding="utf-8")
    for cell in (ODD, "[3] Ann"):
        assert cell not in wild
    assert latex_text(ODD) in wild
    body = wild.replace(latex_text(ODD), "").replace(latex_text("a_b"), "")
    assert "\\input" not in body
    assert not re.search(r"\\\\\s*\[", wild)  # a row that begins with a bracket is no length
    assert wild.count("{") - wild.count(r"\{") == wild.count("}") - wild.count(r"\}")


def test_columns_of_latex_share_the_line_by_what_they_have_to_say(
    un_china: Corpus, tmp_path: Path
) -> None:
    text = write_paper_tables(un_china, tmp_path / "t.tex").read_text("utf-8")
    assert text.startswith("% \\usepackage{array,booktabs,graphicx,longtable}\n")
    ledger, pairs_, *_ = re.findall(r"\\begin\{longtable\}\{(.*)\}", text)
    assert ledger.endswith("ll")  # short cells have all that they need
    shares = [float(share) for share in re.findall(r"p\{([\d.]+)", pairs_)]
    assert sum(shares) < 1
    assert max(shares) == shares[-1] > 2 * shares[0]  # the names of both
    assert r"\rotatebox" not in text


def test_heads_of_latex_that_have_no_room_are_turned(un_china: Corpus, tmp_path: Path) -> None:
    path = write_paper_tables(un_china, tmp_path / "t.tex", tables=["incidence"])
    text = path.read_text("utf-8")
    assert r"Signatory & \rotatebox{90}{22 states (Jul 2019)} & " in text
    few = write_paper_tables(load("unga75"), path, tables=["incidence"])
    assert r"\rotatebox" not in few.read_text("utf-8")


def test_markdown_has_as_many_cells_in_every_row(tmp_path: Path) -> None:
    text = write_paper_tables(odd(), tmp_path / "t.md").read_text(encoding="utf-8")
    assert text.count("\n**") + text.startswith("**") == 3  # nobody states a number
    for table in re.findall(r"(?:^\|.*\|\n)+", text, flags=re.MULTILINE):
        cells = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(cells) == 1
    assert "<b>" not in text.replace(r"\<b\>", "")
    plain = write_paper_tables(load("unga75"), tmp_path / "p.md", tables=["pairs"])
    assert "| Pakistan | Germany | 0–30 | 64–94 | 0.00–0.47 |  |" in plain.read_text("utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_written_in_every_format(name: str, small: Corpus, tmp_path: Path) -> None:
    for suffix in (".tex", ".md", ".csv"):
        path = write_paper_tables(small, tmp_path / f"t{suffix}", tables=[name])
        assert path.read_text(encoding="utf-8").strip()
    rows = list(csv.reader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8"))))
    assert len(rows) - 1 == len(TABLES[name].data(small))


def test_a_column_that_nobody_filled_is_left_out(tmp_path: Path) -> None:
    corpus = load({"may": ["Cuba", "Peru"]})
    lines = write_paper_tables(corpus, tmp_path / "t.md", tables=["ledger"]).read_text("utf-8")
    assert "| Statement | Named | List |" in lines


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["t.csv"], 2, "t.csv: a .csv file holds one table: say which with --table"),
        (["t.pdf"], 1, "t.pdf: end the name with .tex, .md or .csv"),
        (["t.tex", "--table", "pair"], 2, "'pair' is not one of 'ledger', 'pairs'"),
        (["t.tex", "--stance", "critical", "--statement", "x"], 1, "x"),
    ],
)
def test_what_cannot_be_written_is_refused(
    run: Callable[..., Run], tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    name, *rest = words
    done = run("export", "tables", "-o", tmp_path / name, *rest)
    assert done.code == code
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_word_tables_is_no_data_and_export_alone_stays_as_it_was(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("--stance", "critical", "--table", "regions", "--lang", "fr", "-o", "t.md")
    assert run("export", "tables", *words) == (0, "t.md\n", "")
    assert ", Allemagne, " in (tmp_path / "t.md").read_text(encoding="utf-8")
    assert run("export", "--stance", "critical", "-o", "g.json").out == "g.json\n"
    assert "no such file or folder" in run("export", "./tables", "-o", "g.json").err


def test_more_pairs_than_anybody_prints_are_refused(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_PAIRS", 5)
    done = run("export", "tables", "-o", tmp_path / "t.md")
    assert done.code == 1
    assert "6 pairs of statements, more than the 5 that a paper may print: choose fewer" in done.err
    assert "or other tables with --table" in done.err
    assert run("export", "tables", "--table", "ledger", "-o", tmp_path / "t.md").code == 0


def test_names_that_are_none_are_refused_in_python(small: Corpus, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r'no table "pair": there are ledger, pairs'):
        write_paper_tables(small, tmp_path / "t.md", tables=["pair"])
    with pytest.raises(CoalitionsError, match="holds one table"):
        write_paper_tables(small, tmp_path / "t.csv")
    for function in (describe, bibliography):
        with pytest.raises(ValueError, match=r'of "figures": expected report or tables'):
            function(small, of="figures")  # type: ignore[operator]
    assert list(tmp_path.iterdir()) == []


# What to cite


def entries(text: str) -> dict[str, dict[str, str]]:
    """Return key → fields of BibTeX; every brace must close."""
    found, both = {}, re.MULTILINE | re.DOTALL
    for kind, key, body in re.findall(r"^@(\w+)\{([^,\s{}]+),\n(.*?)^\}$", text, both):
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
        assert len(fields) == body.count("\n")
        found[key] = {"kind": kind, **fields}
    assert len(found) == text.count("\n@") + 1
    plain = text.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    return found


def test_tool_methods_and_sources_are_cited(unga75: Corpus) -> None:
    found = entries(bibliography(unga75))
    assert next(iter(found)) == "coalitions"
    dois = {each["doi"] for each in found.values() if each["kind"] == "article"}
    assert dois == set(re.findall(r"https://doi\.org/(\S+)", describe(unga75)))
    cuba = found["2020-10-unga3-xinjiang-cuba"]
    assert (cuba["howpublished"], cuba["year"]) == ("Axios", "2020")
    assert cuba["url"].startswith("https://www.axios.com/")
    assert len(found) == 1 + len(dois) + 4


def test_a_null_model_has_its_works_which_the_readme_names(small: Corpus) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert tuple(WORKS_OF_MODELS) == NULL_MODELS
    for model in NULL_MODELS:
        (row,) = re.findall(rf"^\| `{model}` \|.*$", readme, re.MULTILINE)
        found = entries(bibliography(small, of="tables", model=model))
        dois = {each.get("doi") for each in found.values()}
        assert set(re.findall(r"https://doi\.org/([^)\s]+)", row)) <= dois
        assert "10.1038/s41598-021-03238-3" in dois
    with pytest.raises(ValueError, match="expected fixedfill, fixedrow"):
        bibliography(small, model="fdms")


def addresses(text: str) -> set[str]:
    return set(re.findall(r"https://[^\s,;)]+", text))


@pytest.mark.filterwarnings("ignore:no tie can be significant")
def test_what_a_paragraph_on_ties_cites_is_in_the_bibliography(small: Corpus) -> None:
    letters = {"june": ["Cuba", "Peru", "Chile"], "may": ["Cuba", "Peru"]}
    corpus, kinds = load(letters), {"fixedrow": "holm", "sdsm": "bh", "fdsm": "bonferroni"}
    for model, correction in {**dict.fromkeys(NULL_MODELS, "none"), **kinds}.items():
        how: Any = {"model": model, "correction": correction}
        cited = addresses(cosigning_ties(corpus, **how).attrs["method"])
        found = bibliography(corpus, of="tables", model=model, correction=correction)
        assert len(cited) > (correction != "none")
        assert all(each.removeprefix("https://doi.org/") in found for each in cited)
    with pytest.raises(ValueError, match="expected none, bonferroni, holm or bh"):
        bibliography(small, correction="sidak")


def test_what_a_paragraph_on_communities_cites_is_in_the_bibliography(
    small: Corpus, run: Callable[..., Run]
) -> None:
    letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
    letters |= {f"b{n}": ["Di", "Ed"] for n in range(4)}
    corpus = load(letters, members="any")
    cited = addresses(find_communities(corpus, draws=19).attrs["method"])
    found = bibliography(corpus, of="tables", communities="louvain", model="fdsm")
    assert len(cited) == 3
    assert all(each.removeprefix("https://doi.org/") in found for each in cited)
    assert found.count("@article{strona2014") == 1
    asked = ("--model", "fdsm", "--correction", "holm", "--communities")
    printed = entries(run("cite", "unga75", *asked).out)
    assert {"strona2014", "holm1979", "blondel2008"} <= set(printed)
    with pytest.raises(ValueError, match='communities "leiden": expected louvain'):
        bibliography(small, communities="leiden")


def test_keys_are_apart_and_no_text_is_a_command() -> None:
    found = entries(bibliography(odd(), of="tables"))
    assert list(found)[-3:] == ["a-b", "a-b-2", "statement"]
    assert found["statement"]["title"] == f"{{{latex_text(ODD)}}}"
    assert found["statement"]["url"] == "https://example.org/a_%7Bb%7D%20c"


def test_what_has_no_source_is_not_cited(run: Callable[..., Run], tmp_path: Path) -> None:
    assert list(entries(bibliography(load({"may": ["Cuba"]}), of="tables"))) == ["coalitions"]
    path = tmp_path / "may.txt"
    path.write_text("Cuba\nPeru\n", encoding="utf-8")
    done = run("cite", path, "--of", "tables")
    assert (done.code, done.err) == (0, "")
    assert list(entries(done.out)) == ["coalitions", "may"]
    assert entries(done.out)["may"]["howpublished"] == "may.txt"


# The methods name what was done, and nothing else

KINDS: dict[str, tuple[Callable[[], Corpus], set[str], set[str]]] = {
    "one list": (
        lambda: load({"may": ["Cuba", "Peru"]}),
        {"Two-mode network", "Equal Earth"},
        {"pair of statements", "Jaccard", "Overlap network", "partial", "Lex", "alluvial"},
    ),
    "two lists": (
        lambda: load({"may": ["Cuba", "Peru"], "june": ["Peru"]}),
        {"Jaccard 1912", "Lex et al. 2014", "Overlap network", "as it is printed"},
        {"partial", "smallest", "alluvial", "Complete lists"},
    ),
    "persons": (
        lambda: load({"a": ["Ann", "Bo"], "b": ["Bo"]}, members="any", noun="senator"),
        {"Jaccard 1912", "Co-signing network"},
        {"states", "Equal Earth", "Natural Earth", "United Nations", "partial"},
    ),
    "partial": (
        lambda: load("unga75"),
        {"smallest and the largest", "Complete lists give single", "not a refusal to sign"},
        {"as it is printed", "alluvial"},
    ),
    "complete": (
        lambda: select(load("unga75"), stance="critical"),
        {"39 declared, 39 named, complete", "Co-signing network"},
        {"partial", "smallest", "Overlap network"},
    ),
    "series": (
        lambda: select(load("un-china"), until="2020-12-31"),
        {"alluvial diagram (Rosvall and Bergstrom 2010)"},
        set(),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_methods_name_what_was_done_and_nothing_else(kind: str) -> None:
    corpus, there, absent = KINDS[kind]
    said = " ".join(describe(corpus()).split())
    assert not {word for word in there if word not in said}
    assert not {word for word in absent if word in said}


def test_of_tables_alone_no_network_and_no_map_is_told(unga75: Corpus) -> None:
    said = describe(unga75, of="tables")
    assert re.findall(r"^## (.*)$", said, re.MULTILINE) == [
        "Corpus",
        "Completeness",
        "Overlap",
        "Software",
        "References",
    ]
    assert not {word for word in ("Kamada", "matplotlib", "networkx") if word in said}
