"""Decisions about names that are no state: made once, kept in a file, replayed anywhere."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import CoalitionsError, CoalitionsWarning, Corpus, load, resolve_names
from coalitions.corpus import names_from
from coalitions.names import decisions_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

ROWS = [
    *[("L.1", name) for name in ("Belgium", "Cote dIvore", "Denmark Finland.", "EEC", "Cuba")],
    *[("L.2", name) for name in ("Cuba", "EEC", "Group of 77", "Peru")],
]
MADE = {
    "Cote dIvore": "CIV",
    "Denmark Finland.": "DNK;FIN",
    "EEC": "new:European Economic Community",
    "Group of 77": "-",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a table of two statements with what is no state among their names."""
    path = tmp_path / "data.csv"
    frame = pd.DataFrame(ROWS, columns=["statement_id", "signatory"])
    frame.to_csv(path, index=False)
    return path


def write(path: Path, made: dict[str, str]) -> Path:
    """Write decisions to a file."""
    pd.DataFrame(made.items(), columns=["spelling", "decision"]).to_csv(path, index=False)
    return path


def lists(corpus: Corpus) -> dict[str, list[str]]:
    """Return who is named under each statement."""
    found = {key: list[str]() for key in corpus.statements["statement_id"]}
    for key, code in corpus.signatures[["statement_id", "signatory"]].to_numpy():
        found[key].append(code)
    return found


# What is open


def test_many_unknown_spellings_are_told_how_they_are_decided(run, tmp_path):
    few, many = ["Foo", "Bar", "Baz"], ["Foo", "Bar", "Baz", "Qux"]
    told = "4 spellings are no known states: to decide about each once, list them with "
    with pytest.raises(CoalitionsError) as caught:
        load({"a": many})
    assert f"{told}`names_from`" in str(caught.value)
    with pytest.raises(CoalitionsError) as caught:
        load({"a": few, "b": few})
    assert "names_from" not in str(caught.value)
    path = tmp_path / "x.csv"
    path.write_text(
        "statement_id,signatory\n" + "".join(f"a,{n}\n" for n in many), encoding="utf-8"
    )
    assert f"{told}coalitions names --from" in run("check", path)[2]


def test_each_spelling_is_listed_once_with_what_helps_to_decide(data: Path) -> None:
    table = names_from(data).set_index("spelling")
    assert list(table.index) == ["EEC", "Cote dIvore", "Denmark Finland.", "Group of 77"]
    assert table["count"].tolist() == [2, 1, 1, 1]
    first = table.loc["EEC"]
    assert first["first"] == "data.csv, row 5"
    assert first["around"] == "Cote dIvore; Denmark Finland.; [EEC]; Cuba"
    assert table.loc["Cote dIvore", "candidate_1"] == "CIV Côte d'Ivoire"
    assert set(table["decision"]) == {""}


def test_what_is_ambiguous_has_three_candidates_at_most() -> None:
    table = names_from({"a": ["Korea", "Cuba"], "b": ["Chad", "Korea"]}).set_index("spelling")
    assert table.loc["Korea", "first"] == 'statement "a", name 1'
    assert table.loc["Korea", "count"] == 2
    candidates = [*table.loc["Korea", ["candidate_1", "candidate_2", "candidate_3"]]]
    assert [text[:3] for text in candidates] == ["PRK", "KOR", ""]


def test_white_space_makes_no_other_spelling() -> None:
    assert names_from({"a": ["the  EEC"], "b": ["the EEC"]})["count"].tolist() == [2]


def test_a_lead_is_listed_too() -> None:
    frame = pd.DataFrame({"statement_id": ["a"], "signatory": ["Cuba"], "lead": ["Cubba"]})
    assert names_from(frame)["spelling"].tolist() == ["Cubba"]


def test_on_the_command_line(data: Path, run: Callable[..., Run]) -> None:
    shown = run("names", "--from", data, "--format", "json")
    assert shown.code == 1
    found = json.loads(shown.out)
    assert found[0]["spelling"] == "EEC"
    assert set(found[0]) >= {"count", "first", "around", "decision", "candidate_1"}
    nothing = run("names", "--from", "unga75", "--format", "json")
    assert (nothing.code, json.loads(nothing.out)) == (0, [])


def test_several_files_may_follow(data: Path, tmp_path: Path, run: Callable[..., Run]) -> None:
    more = tmp_path / "more.csv"
    more.write_text("statement_id,signatory\nL.3,Atlantis\n", encoding="utf-8")
    assert "Atlantis" in run("names", "--from", data, more).out
    assert "Atlantis" in run("names", "--from", data, "--from", more).out


# What is decided


def test_decisions_are_carried_out(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", MADE)
    with pytest.warns(CoalitionsWarning, match=r'd.csv: 1 row is left out.*"Group of 77" \(1\)'):
        corpus = load(data, names=path)
    new = "European Economic Community"
    assert lists(corpus) == {
        "L.1": ["BEL", "CIV", "CUB", "DNK", new, "FIN"],
        "L.2": ["CUB", new, "PER"],
    }
    table = corpus.signatures.set_index(["statement_id", "signatory"])["name_as_written"]
    assert table["L.1", "FIN"] == "Denmark Finland."
    assert table["L.2", new] == "EEC"
    assert corpus.apart == {new}
    assert corpus.universe == 195


@pytest.mark.parametrize("given", ["path", "text", "mapping", "table"])
def test_decisions_are_given_in_four_ways(given: str, tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", {"EEC": "-"})
    table = pd.read_csv(path)
    ways = {"path": path, "text": str(path), "mapping": {"EEC": "-"}, "table": table}
    with pytest.warns(CoalitionsWarning, match="left out"):
        assert lists(load({"a": ["EEC", "Cuba"]}, names=ways[given])) == {"a": ["CUB"]}
    found = resolve_names(["EEC", "Cuba"], decisions=ways[given])
    assert found["kind"].tolist() == ["nobody", "member"]


@pytest.mark.parametrize(
    ("decision", "signatory", "kind"),
    [
        ("CUB", "CUB", "member"),
        ("EUE", "EUE", "non-member"),
        ("CUB; PER", "CUB;PER", "member"),
        ("new:X Y", "X Y", "non-member"),
        ("-", None, "nobody"),
        ("", None, "unknown"),
    ],
)
def test_what_a_decision_may_be(decision: str, signatory: str | None, kind: str) -> None:
    found = resolve_names(["EEC"], decisions={"EEC": decision}).iloc[0]
    assert (found["signatory"], found["kind"]) == (signatory, kind)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("ATL", "no code that is known: expected the code of a state"),
        ("cub", "no code that is known (is CUB meant?)"),
        ("Cuba", "no code that is known (is CUB meant?)"),
        ("CUB;ATL", "no code that is known"),
        ("new:", "no name: expected"),
        ("new:Cuba", "is a state: write CUB"),
        ("new:Burma", "is a state: write MMR"),
        ("none", "no code that is known"),
    ],
)
def test_what_a_decision_may_not_be(decision: str, said: str, tmp_path: Path) -> None:
    path = write(tmp_path / "d.csv", {"Ecuador": "-", "EEC": decision})
    with pytest.raises(CoalitionsError) as caught:
        load({"a": ["Cuba"]}, names=path)
    assert f'd.csv, row 3, column decision: "{decision}": ' in str(caught.value)
    assert said in str(caught.value)


def test_a_decision_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("spelling,decision\nEEC,-\nEEC,EUE\nEEC,-\n", encoding="utf-8")
    with pytest.raises(CoalitionsError, match='row 2 decides otherwise about "EEC": keep one'):
        load({"a": ["EEC"]}, names=path)


def test_decisions_of_no_use_are_named() -> None:
    made = {"Atlantis": "-", "Burma": "CUB", "EEC": "EUE"}
    with pytest.warns(CoalitionsWarning, match="2 decisions are of no use") as said:
        assert lists(load({"a": ["Burma", "EEC"]}, names=made)) == {"a": ["EUE", "MMR"]}
    assert '"Atlantis" (row 1), "Burma" (row 2; it is MMR by itself)' in str(said[0].message)


def test_a_lead_is_decided_and_is_one() -> None:
    frame = pd.DataFrame({"statement_id": ["a"], "signatory": ["Cuba"], "lead": ["Cubba"]})
    assert load(frame, names={"Cubba": "CUB"}).statements["lead"].tolist() == ["CUB"]
    with pytest.raises(CoalitionsError, match="a statement has one lead"):
        load(frame, names={"Cubba": "CUB;PER"})


def test_identifiers_are_not_decided() -> None:
    with pytest.raises(CoalitionsError, match="decisions are about names of states"):
        load({"a": ["Ana"]}, members="any", names={"Ana": "-"})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("spelling;decision\nEEC;-\n", ""),
        ("spelling\tdecision\nEEC\t-\n", ""),
        ("\ufeffspelling,decision,note\nEEC,-,so\n", ""),
        ("name,code\nEEC,-\n", "row 1: expected a table with the columns spelling and decision"),
        ("", "row 1: expected a table"),
        ('spelling,decision\n"EEC,-\n', "the decisions cannot be read: it is no CSV file"),
    ],
)
def test_a_file_of_decisions(
    content: str, said: str, data: Path, tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "d.csv"
    path.write_text(content, encoding="utf-8")
    found = run("names", "--from", data, "--names", path)
    assert (said in found.err) if said else ("EEC" not in found.out)
    assert "Traceback" not in found.err


def test_a_file_that_is_not_there(tmp_path: Path, run: Callable[..., Run]) -> None:
    found = run("check", "--names", tmp_path / "nothing.csv")
    assert found.code == 1
    assert "nothing.csv: the decisions cannot be read: no such file" in found.err


def test_spellings_survive_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes("spelling;decision\n'=Kuba;CUB\nCôte d'Ivore;CIV\n".encode("cp1252"))
    made = decisions_in(path)
    assert made is not None
    assert [bool(made.of(name)) for name in ("=Kuba", "Côte d'Ivore")] == [True, True]


# The file


def test_every_verb_takes_the_file(data: Path, tmp_path: Path, run: Callable[..., Run]) -> None:
    made = ["--names", write(tmp_path / "d.csv", MADE)]
    svg, page, graph = (tmp_path / name for name in ("x.svg", "x.html", "x.gexf"))
    for verb in (
        ["check", data],
        ["overlap", data],
        ["change", "L.1", "L.2", data],
        ["figure", "matrix", data, "-o", svg],
        ["figure", "tilemap", data, "-o", svg],
        ["explore", data, "-o", page],
        ["export", data, "-o", graph],
    ):
        found = run(*verb, *made)
        assert found.code == 0, found.err
    assert "European Economic Community" in graph.read_text(encoding="utf-8")


def test_what_is_decided_is_kept_when_the_file_is_written_again(
    data: Path, tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "d.csv"
    assert run("names", "--from", data, "-o", path).code == 0
    table = pd.read_csv(path, keep_default_na=False)
    table.loc[table["spelling"] == "EEC", "decision"] = "EUE"
    table["why"] = "so"
    table.to_csv(path, index=False)
    with data.open("a", encoding="utf-8") as stream:
        stream.write("L.3,Atlantis\n")
    again = run("names", "--from", data, "-o", path)
    assert "d.csv: 1 decision is kept; still open: 4" in again.err
    found = pd.read_csv(path, keep_default_na=False).set_index("spelling")
    assert found.loc["EEC", ["decision", "why"]].tolist() == ["EUE", "so"]
    assert "Atlantis" in found.index


def test_another_file_is_not_written_over(
    data: Path, tmp_path: Path, run: Callable[..., Run]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    assert run("names", "--from", data, "-o", other).code == 1
    assert other.read_text(encoding="utf-8") == "a,b\n1,2\n"
    assert run("names", "--from", data, "-o", data).code == 2
    assert run("names", "--from", data, "-o", tmp_path / "d.txt").code == 2


@pytest.mark.parametrize("more", [["-o", "d.csv"], ["--ask"], []])
def test_names_without_data(more: list[str], run: Callable[..., Run]) -> None:
    found = run("names", *(["Cuba"] if more else []), *more)
    assert found.code == 2
    assert "--from" in found.err


# On the terminal


@pytest.fixture
def ask(
    data: Path, tmp_path: Path, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Run, dict[str, str]]]:
    """Answer on a terminal, and return what is in the file then."""

    def asked(*answers: str) -> tuple[Run, dict[str, str]]:
        given = iter(answers)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("click.prompt", lambda *_, **__: next(given))
        shown = run("names", "--from", data, "-o", tmp_path / "d.csv", "--ask")
        table = pd.read_csv(tmp_path / "d.csv", keep_default_na=False)
        return shown, dict(zip(table["spelling"], table["decision"], strict=True))

    return asked


def test_one_spelling_after_another_is_asked(
    ask: Callable[..., tuple[Run, dict[str, str]]],
) -> None:
    shown, made = ask("new:EEC", "1", "DNK;FIN", "-")
    assert shown.code == 0, shown.err
    assert list(made.values()) == ["new:EEC", "CIV", "DNK;FIN", "-"]
    assert "4 of 4 decided" in shown.err
    assert '1 of 4: "EEC", 2 times, first in data.csv, row 5' in shown.out


def test_an_answer_is_taken_back(ask: Callable[..., tuple[Run, dict[str, str]]]) -> None:
    _, made = ask("EUE", "u", "-", "CIV", "u", "u", "EUE", "", "q")
    assert list(made.values()) == ["EUE", "", "", ""]


def test_an_answer_that_is_none_is_asked_again(
    ask: Callable[..., tuple[Run, dict[str, str]]],
) -> None:
    shown, made = ask("ATL", "9", "EUE", "q")
    assert shown.err.count("no code that is known") == 2
    assert list(made.values()) == ["EUE", "", "", ""]


def test_asking_takes_a_terminal_and_a_file(data: Path, run: Callable[..., Run]) -> None:
    assert "give it with -o" in run("names", "--from", data, "--ask").err
    found = run("names", "--from", data, "--ask", "-o", data.parent / "d.csv")
    assert (found.code, "asks on a terminal" in found.err) == (2, True)


# Doubles


def test_doubles_are_merged_where_somebody_says_so() -> None:
    given = {"a": ["Burma", "Cuba", "Myanmar", "Cuba"], "b": ["Cuba"]}
    with pytest.raises(CoalitionsError, match="are both MMR"):
        load(given)
    with pytest.warns(CoalitionsWarning, match="2 rows name who stands") as said:
        assert lists(load(given, doubles="merged")) == {"a": ["CUB", "MMR"], "b": ["CUB"]}
    assert 'statement "a", name 3: "Myanmar" under "a" ("Burma" in row 1)' in str(said[0].message)


def test_a_lead_that_stands_twice_stays_the_lead() -> None:
    frame = pd.DataFrame({"statement_id": "a", "signatory": ["Burma", "MMR"], "role": ["", "lead"]})
    with pytest.warns(CoalitionsWarning, match="1 row names"):
        assert load(frame, doubles="merged").signatures["role"].tolist() == ["lead"]


def test_doubles_of_a_decision_are_merged(data: Path, run: Callable[..., Run]) -> None:
    made = write(data.parent / "d.csv", MADE | {"EEC": "CUB"})
    assert run("check", data, "--names", made).code == 1
    found = run("check", data, "--names", made, "--merge-doubles")
    assert found.code == 0
    assert '"CUB" under "L.1"' in found.err or '"Cuba" under "L.1"' in found.err


def test_identifiers_are_merged_too() -> None:
    with pytest.warns(CoalitionsWarning, match="1 row names"):
        corpus = load({"a": ["Ana", "Ana ", "Bo"]}, members="any", doubles="merged")
    assert lists(corpus) == {"a": ["Ana", "Bo"]}


# Who is no state


def test_who_is_no_state_has_a_row_that_says_so(tmp_path: Path, run: Callable[..., Run]) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "statements.csv").write_text("statement_id\na\n", encoding="utf-8")
    rows = "statement_id,signatory\na,CUB\na,USSR\na,Group of 77\n"
    (folder / "signatures.csv").write_text(rows, encoding="utf-8")
    own = "signatory,name,kind\nUSSR,Soviet Union,non-member\nGroup of 77,,non-member\n"
    (folder / "signatories.csv").write_text(own, encoding="utf-8")
    corpus = load(folder)
    assert corpus.apart == {"USSR", "Group of 77"}
    assert corpus.universe == 195
    assert run("check", folder).code == 0
