"""Promises about a user's first line: it works, or says what to type instead."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import re
import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import coalitions
from coalitions import CoalitionsError, CoalitionsWarning, Corpus, load, select
from coalitions.cli import options
from coalitions.cli.ownwords import OWN
from coalitions.errors import memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

ROOT = Path(__file__).parent.parent


# What it is called


def test_the_distribution_has_a_name_of_its_own_and_the_package_keeps_its() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["name"] == "joint-statements"
    assert settings["project"]["scripts"] == {"coalitions": "coalitions.cli:main"}
    assert settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["coalitions"]
    for name in ("README.md", "CITATION.cff"):
        assert "joint-statements" in (ROOT / name).read_text(encoding="utf-8")


def test_the_version_is_said_once_and_read_from_there() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["dynamic"] == ["version"]
    assert settings["tool"]["hatch"]["version"]["path"] == "coalitions/version.py"
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {coalitions.__version__}\n" in citation
    for path in resources.files("coalitions").iterdir():
        if path.name.endswith(".py"):  # whatever the distribution is called where it is installed
            assert 'version("coalitions")' not in path.read_text(encoding="utf-8")


def test_python_runs_it_as_a_module() -> None:
    command = [sys.executable, "-m", "coalitions"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == coalitions.__version__
    done = subprocess.run([*command, "names", "Cubba"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Cuba" in done.stdout


# A part of it


def ids(corpus: Corpus) -> list[str]:
    return corpus.statements["statement_id"].tolist()


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"statements": ["part", "plain"]}, ["part", "plain"]),
        ({"statements": iter(["full"])}, ["full"]),
        ({"statements": pd.Series(["full", "count"]), "stance": "critical"}, ["count"]),
        ({"since": 2021}, ["count", "plain"]),
        ({"until": np.int64(2020)}, ["full", "part"]),
        ({"since": dt.date(2020, 2, 20), "until": 2020}, ["part"]),
        ({"since": dt.datetime(2020, 2, 20, 23, 59, tzinfo=dt.UTC)}, ["part", "count", "plain"]),
        ({"until": pd.Timestamp("2020-02-19 12:00")}, ["full"]),
        ({"until": np.datetime64("2020-02-19T12:00")}, ["full"]),
        ({"since": pd.Timestamp("2021-01-01"), "topic": "land"}, ["count"]),
    ],
)
def test_a_part_is_chosen_by_ids_years_and_days(
    small: Corpus, wish: dict[str, Any], expected: list[str]
) -> None:
    assert ids(select(small, **wish)) == expected


def test_a_forum_is_a_filter_like_the_others(un_china: Corpus, run: Callable[..., Run]) -> None:
    forum = "UN Human Rights Council"
    council = select(un_china, forum=forum, stance="critical", since=2021)
    assert council.statements["event_id"].tolist() == ["hrc47-2021", "hrc50-2022", "hrc57-2024"]
    options = ("--forum", forum, "--stance", "critical", "--since", "2021", "--format", "csv")
    printed = run("check", "un-china", *options)
    assert [line.split(",")[0] for line in printed.out.splitlines()[1:4]] == ids(council)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"forum": "human rights council"}, "forums: UN General Assembly Third Committee, UN Hu"),
        ({"forum": ""}, "no statement fits (forum empty)"),
        ({"stance": "against"}, "stances: critical, support"),
        ({"statements": ["nowhere"]}, "no such statement: nowhere; most like it: "),
        ({"statements": "nowhere"}, 'a list is meant: write ["nowhere"]'),
        ({"statements": []}, "give one id or more"),
        ({"since": "6 October"}, 'since: "6 October": expected a date as YYYY-MM-DD'),
        ({"since": pd.NaT}, "expected a date as YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"since": 20}, "expected a date as YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"event": 2020}, "event: 2020 is no text"),
    ],
)
def test_a_wrong_wish_says_what_there_is_and_is_a_value_error(
    un_china: Corpus, wish: dict[str, Any], said: str
) -> None:
    with pytest.raises(CoalitionsError) as refusal:
        select(un_china, **wish)
    assert said in str(refusal.value)
    assert isinstance(refusal.value, ValueError)


# At a glance


def test_print_says_four_lines(unga75: Corpus, un_china: Corpus) -> None:
    assert str(unga75) == (
        "statements    4\n"
        "signatories   91 states named, of 195 that could have signed\n"
        "dates         6 October 2020\n"
        "completeness  2 complete, 2 known in part"
    )
    assert "dates         8 July 2019 to 21 November 2025\n" in str(un_china)
    assert repr(unga75) == str(unga75)
    assert (len(unga75), len(un_china)) == (4, len(un_china.statements))


@pytest.mark.parametrize(
    ("statements", "names", "given", "said"),
    [
        ({}, ["Ann", "Bo"], {"members": "any", "noun": "senator"}, "2 senators named\ndates"),
        ({}, ["Ann"], {"members": "any", "universe": 100}, "1 signatory named, of 100 that could"),
        ({}, ["CUB", "EUE"], {}, "2 signatories named, of 196 that could have signed"),
        ({"date": ["2020-02-01"]}, ["CUB"], {}, "1 state named, of 195 that could have signed"),
        ({"declared_count": [1]}, [], {}, "0 states named, of 195 that could have signed"),
        ({"declared_count": [1]}, [], {}, "completeness  1 known only by their count"),
        ({"declared_count": [1]}, ["CUB", "CHN"], {}, "1 with more names than declared"),
        ({}, ["CUB"], {}, "completeness  1 without a declared count, taken as printed"),
    ],
)
def test_print_says_what_is_known_and_no_more(
    statements: dict[str, Any], names: list[str], given: dict[str, Any], said: str
) -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], **statements}),
        pd.DataFrame({"statement_id": ["a"] * len(names), "signatory": names}, dtype=str),
        **given,
    )
    assert said in str(corpus)
    assert str(corpus).count("\n") == 3


def test_a_corpus_without_statements_can_be_printed() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": []}), pd.DataFrame({"statement_id": [], "signatory": []})
    )
    assert len(corpus) == 0
    assert str(corpus).startswith("statements    0\nsignatories   0 states named")
    assert corpus._repr_html_()


def test_a_notebook_shows_the_ledger() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["<b>" + "x" * 80, "b"], "declared_count": [3, None]}),
        pd.DataFrame({"statement_id": ["b", "b"], "signatory": ["CUB", "CHN"]}),
    )
    shown = corpus._repr_html_()
    assert "&lt;b&gt;" + "x" * 80 in shown  # whole, and never obeyed
    for cell in ("count only", "undeclared", "<td>–</td>", "statements    2"):
        assert cell in shown
    assert "<NA>" not in shown
    long = Corpus(
        pd.DataFrame({"statement_id": [f"s{n:03}" for n in range(500)]}),
        pd.DataFrame({"statement_id": ["s001"], "signatory": ["CUB"]}),
    )
    assert len(long._repr_html_()) < 5000


# Lists that a program has


ROWS = {
    "statement_id": ["spring", "spring", "autumn"],
    "signatory": ["Viet Nam", "Cuba", "CUB"],
    "date": ["2020-04-01", "2020-04-01", "2020-10-06"],
    "declared_count": [3, 3, 1],
    "stance": ["support", "support", "critical"],
    "role": ["signatory", "lead", ""],
    "evidence": ["yes", "", "no"],
}


def same(one: Corpus, other: Corpus, *, but: tuple[str, ...] = ()) -> None:
    for table in ("statements", "signatures", "signatories", "claims"):
        tables = [
            getattr(each, table).drop(columns=list(but), errors="ignore") for each in (one, other)
        ]
        assert_frame_equal(*tables)


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame,
        lambda frame: frame.assign(date=pd.to_datetime(frame["date"])),
        lambda frame: frame.assign(date=[dt.datetime.fromisoformat(d) for d in frame["date"]]),
        lambda frame: frame.assign(declared_count=frame["declared_count"].astype(float)),
        lambda frame: frame.assign(declared_count=frame["declared_count"].astype("Int64")),
        lambda frame: frame.assign(stance=frame["stance"].astype("category")),
        lambda frame: frame.assign(role=frame["role"].replace("", None)),
        lambda frame: frame.set_index(pd.Index([7, 7, 9])),
        lambda frame: frame.rename(columns={"signatory": " signatory "}),
    ],
)
def test_a_table_is_read_as_the_file_with_its_cells(change: Any, tmp_path: Path) -> None:
    frame = pd.DataFrame(ROWS)
    path = tmp_path / "rows.csv"
    frame.to_csv(path, index=False)
    given = change(frame)
    before = given.copy(deep=True)
    same(load(given), load(path), but=("source_name",))
    assert_frame_equal(given, before)
    assert load(given).statements["source_name"].tolist() == ["", ""]  # nobody said one


def test_names_by_statement_are_resolved_as_written() -> None:
    corpus = load({"spring": ["Burma", " Cuba "], "autumn": ("CUB",)})
    assert corpus.signatures["signatory"].tolist() == ["CUB", "MMR", "CUB"]
    assert corpus.signatures["name_as_written"].tolist() == ["Cuba", "Burma", "CUB"]
    for names in ({"Cuba", "Burma"}, iter(["Burma", "Cuba"]), pd.Series(["Cuba", "Burma"])):
        assert load({"spring": names}).signatures["signatory"].tolist() == ["CUB", "MMR"]
    years = pd.DataFrame({"year": [2020, 2020, 2021], "who": ["CUB", "CHN", "CUB"]})
    assert ids(load(years.groupby("year")["who"].agg(list).to_dict())) == ["2020", "2021"]
    senators = load({"bill": ["Ana", "Bo", 17]}, members="any", noun="senator")
    assert senators.signatures["signatory"].tolist() == ["17", "Ana", "Bo"]


def test_paths_come_alone_several_or_in_a_list(tmp_path: Path) -> None:
    for name in ("spring", "autumn"):
        (tmp_path / f"{name}.txt").write_text("Cuba\nChina\n", encoding="utf-8")
    one, two = sorted(tmp_path.glob("*.txt"))
    for given in ((one, two), ([str(one), str(two)],), ((one, two),), (iter([one, two]),)):
        same(load(*given), load(one, two))
    mixed = load(
        one, {"winter": ["Peru"]}, pd.DataFrame(ROWS).assign(statement_id="all").drop(index=2)
    )
    assert sorted(ids(mixed)) == ["all", "autumn", "winter"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"spring": ["Cuba", "Peru", "Cubba"]},
            'statement "spring", name 3: "Cubba": is not a known state (did you mean "Cuba"?)',
        ),
        (
            {"spring": ["Cuba", "Republic of Cuba"]},
            'name 2: "Republic of Cuba": this and "Cuba" (statement "spring", name 1) are both CUB',
        ),
        ({"spring": ["Cuba", None]}, 'statement "spring", name 2: expected something here'),
        ({"spring": ["Cuba", float("nan")]}, 'statement "spring", name 2: expected something here'),
        ({"spring": ["Cuba, Peru"]}, 'statement "spring", name 1: "Cuba, Peru": '),
        ({"spring": [["Cuba"]]}, 'statement "spring", name 1: "[\'Cuba\']": expected a name'),
        ({"spring": "Cuba"}, 'statement "spring": "Cuba": expected a list of names, not one text'),
        ({"spring": []}, 'statement "spring": no names in it'),
        ({"spring": 5}, 'statement "spring": expected a list of names, found a value of type int'),
        ({"statements": pd.DataFrame(ROWS)}, "found a value of type DataFrame; load takes"),
        ({None: ["Cuba"]}, 'statement "None": expected the id of a statement, as a text'),
        ({"": ["Cuba"]}, 'statement "": expected the id of a statement'),
        ({}, "a mapping: no statement in it"),
        ([], "an empty list: give a path"),
        (pd.DataFrame(ROWS).drop(columns="signatory"), "the header lacks signatory; it needs"),
        (pd.DataFrame(ROWS).rename(columns={"signatory": "signatori"}), 'is "signatori" meant for'),
        (pd.DataFrame(ROWS).set_index("statement_id"), "statement_id is in the index: call reset"),
        (pd.DataFrame(ROWS).head(0), "DataFrame: no rows in it"),
        (pd.DataFrame(ROWS).replace("CUB", "Cubba"), "DataFrame, row 4, column signatory: "),
        (
            pd.DataFrame(ROWS).assign(date=["20", *["2020-04-01"] * 2]),
            "DataFrame, row 2, column d",
        ),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), "DataFrame: a column stands twice"),
        ([pd.DataFrame(ROWS), pd.DataFrame(ROWS)], "first in DataFrame 1, row 2"),
    ],
)
def test_what_is_wrong_in_it_says_where_and_what_to_do(given: Any, said: str) -> None:
    with pytest.raises(CoalitionsError) as refusal:
        load(given)
    assert said in str(refusal.value)


def test_all_that_is_wrong_in_lists_is_told_at_once() -> None:
    lists = {f"s{n}": ["Cuba", "Atlantis", "Cuba"] for n in range(5)}
    with pytest.raises(CoalitionsError) as refusal:
        load(lists)
    heading, unknown, twice = str(refusal.value).splitlines()[:3]
    assert heading == "10 problems of 2 kinds in the input:"
    where = 'statement "s0", name 2; statement "s1", name 2; statement "s2", name 2 and 2 more'
    assert unknown == f'5 times: {where}: "Atlantis": is not a known state'
    assert twice.startswith(
        f'5 times: {where.replace("name 2", "name 3")}: "Cuba": this and "Cuba" ('
    )
    assert "an earlier place) are both CUB, under the same statement: keep one" in twice


# One word for what signatories are


def test_the_former_word_works_and_says_the_new_one(
    tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "bill.txt"
    path.write_text("Ana\nBo\n", encoding="utf-8")
    with pytest.warns(CoalitionsWarning, match="signatories= is called members= now"):
        old = load(path, signatories="any")  # type: ignore[call-arg] # the former word
    same(old, load(path, members="any"))
    told = run("check", path, "--signatories", "any", "--format", "json")
    new = run("check", path, "--members", "any", "--format", "json")
    assert (told.code, told.out) == (0, new.out)
    assert told.err == (
        "coalitions: warning: --signatories is called --members now, and goes with the next "
        "release: write --members\n"
    )
    assert (new.code, new.err) == (0, "")
    assert "--signatories" not in run("check", "--help").out
    both = run("check", path, "--signatories", "states", "--members", "any")
    assert both.code == 0


# What the library says, and what the command line makes of it

PACKAGE = Path(coalitions.__file__).parent
#: The command line, and what prints for it.


def said(path: Path) -> list[str]:
    """Return the texts of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, documented)}
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and text not in docs]


LIBRARY = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "cli"]


def test_the_library_speaks_of_no_option() -> None:
    option = re.compile(r"(?<![\w<!-])--[a-z]|(?<![\w-])-o\b")
    found = [(path.name, text) for path in LIBRARY for text in said(path) if option.search(text)]
    assert found == []


def test_what_it_calls_by_a_python_name_is_called_by_an_option_on_the_command_line() -> None:
    named = {name for path in LIBRARY for text in said(path) for name in QUOTED.findall(text)}
    # Of one's own words a message names whichever is wrong.
    assert named | set(OWN) == set(options.HERE)


QUOTED = re.compile(r"`([^`\n]+)`")


@pytest.mark.parametrize("name", options.HERE)
def test_no_python_name_is_left_in_a_message(name: str) -> None:
    text = f'x.csv, row 2: "`{name}`": so it is; choose another `{name}`, or `nothing`'
    here = options.said_here(text)
    assert (
        here
        == f'x.csv, row 2: "`{name}`": so it is; choose another {options.HERE[name]}, or `nothing`'
    )


def test_the_command_line_says_what_to_type(tmp_path: Path, run: Callable[..., Run]) -> None:
    small = tmp_path / "small.csv"
    small.write_text("statement_id,signatory\n" + "a,Cubba\n" * 9, encoding="utf-8")
    typed = {
        "--max-size": ("overlap", small, "--max-size", "1B"),
        "the whole list: coalitions check --problems FILE.csv\n": ("overlap", small),
        "check --problems FILE.csv\n": ("check", small),
        "with --versions all": ("change", "2019-07-hrc41-xinjiang-support37", "b", "un-china"),
        "choose another folder with -o": ("explore", "-o", tmp_path / "nowhere" / "x.html"),
        "choose another folder with -o\n": ("report", "-o", small),
        "take --graph two-mode": ("export", "--graph", "statements", "-o", tmp_path / "x.hif.json"),
    }
    for words, arguments in typed.items():
        told = run(*arguments)
        assert (told.code, told.out) == (1, "")
        assert words in told.err
        assert "`" not in told.err
    for style in ("json", "csv"):
        big = run("check", small, "--max-size", "1B", "--format", style)
        assert "raise the limit with --max-size" in (big.out or big.err)
    run("check", small, "--max-size", "1B", "--problems", tmp_path / "problems.csv")
    assert "with --max-size" in (tmp_path / "problems.csv").read_text(encoding="utf-8")


def test_a_warning_says_what_to_type(
    run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "free", lambda: 10)
    told = run("overlap")
    assert (told.code, told.out) == (1, "")
    assert "choose fewer statements with --event, --since, --until, --forum, --topic or" in told.err


WRONG: dict[str, Callable[[Corpus, Path], object]] = {
    "members of a corpus": lambda c, _: Corpus(c.statements, c.signatures, members="all"),  # type: ignore[arg-type]
    "universe": lambda c, _: Corpus(c.statements, c.signatures, universe=-1),
    "noun": lambda c, _: Corpus(c.statements, c.signatures, noun="/"),
    "members": lambda *_: load(members="people"),  # type: ignore[arg-type]
    "versions": lambda *_: load(versions="newest"),  # type: ignore[arg-type]
    "max_size": lambda *_: load(max_size=0),
    "stance": lambda c, _: select(c, stance="against"),
    "members of pairs": lambda c, _: coalitions.pairs(c, members="all"),  # type: ignore[arg-type]
    "members of regions": lambda c, _: coalitions.regions(c, members=""),  # type: ignore[arg-type]
    "top": lambda c, _: coalitions.pairs(c, top=-1),
    "top of regions": lambda c, _: coalitions.regions(c, top=0),
    "min_shared": lambda c, _: coalitions.pairs(c, min_shared="2"),  # type: ignore[arg-type]
    "a pair": lambda c, _: coalitions.compare_statements(c, "full", "nowhere"),
    "size": lambda c, _: coalitions.draw_overlap(c, size="billboard"),  # type: ignore[arg-type]
    "theme": lambda c, _: coalitions.draw_matrix(c, theme="blue"),  # type: ignore[arg-type]
    "statements": lambda c, _: coalitions.draw_card(c, statements=["nowhere"]),
    "statements of venn": lambda c, _: coalitions.draw_venn(c, statements=["full"]),
    "seed": lambda c, _: coalitions.node_looks(coalitions.two_mode_graph(c), seed=-1),
    "time": lambda c, at: coalitions.write_graph(
        coalitions.two_mode_graph(c),
        at / "x.gexf",
        time="never",  # type: ignore[arg-type]
    ),
    "format": lambda c, at: coalitions.write_graph(coalitions.two_mode_graph(c), at / "x.doc"),
    "format of a card": lambda c, at: coalitions.write_card(c, at / "x.doc"),
    "format of a document": lambda c, at: coalitions.write_document(c, at / "x.doc"),
    "format of a figure": lambda c, at: coalitions.save_figure(
        coalitions.draw_upset(c), at / "x.doc"
    ),
}


@pytest.mark.parametrize("choice", WRONG)
def test_a_wrong_choice_is_a_value_error_in_one_message(
    choice: str, small: Corpus, tmp_path: Path
) -> None:
    with pytest.raises(CoalitionsError) as refusal:
        WRONG[choice](small, tmp_path)
    assert isinstance(refusal.value, ValueError)
    assert str(refusal.value)
    assert list(tmp_path.iterdir()) == []


# What is no corpus, and no graph

OF_A_CORPUS = [
    name
    for name in coalitions.__all__
    if inspect.isfunction(getattr(coalitions, name))
    and next(iter(inspect.signature(getattr(coalitions, name)).parameters), "") in {"corpus", "old"}
]


@pytest.mark.parametrize("name", OF_A_CORPUS)
@pytest.mark.parametrize("given", ["unga75", None, 5])
def test_what_is_no_corpus_is_refused_with_how_to_get_one(name: str, given: object) -> None:
    further: dict[str, list[Any]] = {
        "compare_statements": ["a", "b"],
        "compare_corpora": [given],
        "backbone_graph": [pd.DataFrame()],
        "find_camps": [pd.DataFrame()],
        "in_language": ["fr"],
        "side_moves": [["a", "b"]],
        "listed_names": [["a"]],
    }
    rest = further.get(name, ["x.html"] if name.startswith("write") else [])
    with pytest.raises(CoalitionsError, match=r"expected a (corpus|graph), found .*load"):
        getattr(coalitions, name)(given, *rest)


def test_a_corpus_is_no_graph_and_the_message_names_what_makes_one() -> None:
    corpus: Any = load({"a": ["Cuba", "Peru"]})
    for refused in (
        lambda: coalitions.write_graph(corpus, "x.gexf"),
        lambda: coalitions.node_looks(corpus),
    ):
        with pytest.raises(CoalitionsError, match=r"found a value of type Corpus.*two_mode_graph"):
            refused()


@pytest.mark.parametrize("least", ["x", 1.5, float("nan"), True, None])
def test_a_graph_refuses_what_is_no_number_of_shared_ones(least: Any) -> None:
    corpus = load({"a": ["Cuba", "Peru"]})
    for graph in (coalitions.cosigning_graph, coalitions.statement_graph):
        with pytest.raises(CoalitionsError, match=r"`min_shared` .*: expected a whole number"):
            graph(corpus, min_shared=least)


@pytest.mark.parametrize("field", ["stance", "forum", "topic", "event"])
def test_a_choice_of_statements_takes_one_text(field: str) -> None:
    how: Any = {field: ["critical"]}
    with pytest.raises(CoalitionsError, match=rf"{field}: \['critical'\] is no text"):
        select(load("unga75"), **how)
