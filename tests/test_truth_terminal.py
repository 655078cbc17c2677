"""Promises about what a terminal shows, what is out of range, and what memory allows."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest
import worked
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coalitions import (
    Corpus,
    cosigning_graph,
    load,
    node_looks,
    pairs,
    regions,
    statement_graph,
    two_mode_graph,
    write_graph,
)
from coalitions import corpus as corpora
from coalitions.cli import printing
from coalitions.cli.terminal import GIVES_WAY, cut_names, table_text
from coalitions.errors import memory
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning, Problem, warn
from coalitions.errors.shown import message, quoted, visible
from coalitions.export.formats import FORMATS
from coalitions.files import streams
from coalitions.files.spreadsheet import csv_text
from coalitions.graphs import sharing
from coalitions.graphs.build import cosigning_multigraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

pytestmark = pytest.mark.usefixtures("text_of_any_letters")

# A row is a line, and an id is never broken


def test_an_id_is_found_in_what_is_piped(run: Callable[..., Run]) -> None:
    statements = load("un-china").statements["statement_id"]
    lines = run("overlap", "un-china").out.splitlines()
    assert len(lines) == 1 + len(statements) * (len(statements) - 1) // 2
    for key in statements:
        assert sum(key in line.split() for line in lines) == len(statements) - 1


@pytest.mark.parametrize("command", [("overlap",), ("overlap", "--regions"), ("check",)])
def test_a_row_is_a_line(command: tuple[str, ...], run: Callable[..., Run]) -> None:
    as_csv = run(*command, "--format", "csv").out.split("\n\n")
    as_table = run(*command).out.split("\n\n")
    for table, rows in zip(as_table, as_csv, strict=True):
        assert len(table.splitlines()) == len(list(csv.reader(io.StringIO(rows.strip()))))


PAIR = pd.DataFrame(
    {
        "a": ["2020-10-unga3-hongkong-pakistan"],
        "b": ["2020-10-unga3-xinjiang-cuba"],
        "shared_named": [19],
        "shared_min": [19],
        "shared_max": [45],
        "union_min": [55],
        "union_max": [81],
        "members": [tuple(f"S{n:02}" for n in range(19))],
    }
)


@pytest.mark.parametrize("width", [20, 60, 80, 100, 120, 140, 160, 300])
def test_on_a_terminal_headers_stay_whole_and_ids_as_long_as_they_can(width: int) -> None:
    header, row, *rest = table_text(PAIR, width).splitlines()
    shown, said = header.split(), " ".join(rest)
    assert set(shown) <= set(PAIR.columns)
    assert shown[:2] == ["a", "b"]
    gone = [name for name in PAIR.columns if name not in shown]
    assert all(name in said for name in gone) if gone else "Left out" not in said
    whole = row.startswith(f"{PAIR['a'][0]}  {PAIR['b'][0]}")
    assert whole == ("Ids are cut" not in said) == (width not in (60, 80))
    if width >= 60:
        assert max(len(header), len(row)) <= width


#: What is shown of ids at last: pairs, regions, a ledger, and ids of wide letters.
CUT = {
    "pairs": (PAIR, 80, ["2020-10-unga3…kong-pakistan", "2020-10-unga3-xinjiang-cuba"]),
    "regions": (
        pd.DataFrame({"statements": [(PAIR["a"][0], "c")], "exclusive": [2]}),
        40,
        ["2020-10-unga…kong-pakistan, c"],
    ),
    "ledger": (
        pd.DataFrame({"statement_id": ["2020-10-unga3-hongkong-pakistan", "x"], "named": [1, 2]}),
        30,
        ["2020-10-ung…ng-pakistan", "x"],
    ),
    "wide letters": (
        pd.DataFrame({"a": ["中" * 12], "b": ["x"], "shared_min": [1]}),
        34,
        ["中中中中…中中中中中", "x"],
    ),
}


@pytest.mark.parametrize("name", CUT)
def test_ids_are_cut_in_the_middle_at_last_and_it_is_said(name: str) -> None:
    frame, width, expected = CUT[name]
    lines = table_text(frame, width).splitlines()
    assert all(any(each in line for line in lines[1:]) for each in expected)
    assert max(map(cell_len, lines)) <= width
    assert "Ids are cut in the middle, as the terminal is narrow" in " ".join(lines)
    assert "Ids are cut" not in table_text(frame, 400)
    assert "…" not in table_text(frame)  # for a file or another program


def test_ids_that_would_be_alike_stay_whole() -> None:
    alike = [f"2020-10-unga3-{n}-as-read-in-the-committee" for n in "ab"]
    text = table_text(pd.DataFrame({"a": alike[:1], "b": alike[1:], "shared_min": [1]}), 60)
    assert f"{alike[0]}  {alike[1]}" in text
    assert "Ids are cut" not in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("counts", "--regions"), "there are no regions: no statement names anybody"),
        (("one.txt",), 'there is nothing to pair: one statement is chosen, "one", and a pair'),
        (("one.txt", "--statement", "one"), 'one statement is chosen, "one", and a pair takes two'),
        (("one.txt", "two.txt", "--min-shared", "2"), "there are no pairs that share 2 by name"),
        (("one.txt", "--regions", "--min-shared", "3"), "there are no regions that hold 3 by name"),
    ],
)
def test_where_there_is_no_row_overlap_says_why(
    more: tuple[str, ...],
    said: str,
    run: Callable[..., Run],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, names in (("one", "Cuba\nFiji\n"), ("two", "Cuba\nPeru\n")):
        (tmp_path / f"{name}.txt").write_text(names, encoding="utf-8")
    (tmp_path / "counts").mkdir()
    tables = {
        "statements": "statement_id,declared_count\na,3\n",
        "signatures": "statement_id,signatory\n",
    }
    for name, text in tables.items():
        (tmp_path / "counts" / f"{name}.csv").write_text(text, encoding="utf-8")
    result = run("overlap", *more)
    assert (result.code, len(result.out.splitlines())) == (0, 1)
    assert said in result.err
    assert result.err.count("\n") == 1


def test_columns_give_way_in_the_order_that_is_stated() -> None:
    seen: list[str] = []
    for width in range(300, 20, -1):
        shown = table_text(PAIR, width).splitlines()[0].split()
        seen += [name for name in PAIR.columns if name not in (*shown, *seen)]
    assert seen == sorted(seen, key=GIVES_WAY.index)
    assert seen == ["union_min", "union_max", "shared_named", "members"]


def test_names_are_cut_and_counted() -> None:
    assert table_text(PAIR, 140).splitlines()[1].endswith("S00, S01, S02 … and 16 more")
    assert table_text(PAIR).splitlines()[1].endswith("S16, S17, S18")


@given(st.lists(st.text("abé世 ", min_size=1), min_size=1, max_size=30), st.integers(0, 80))
def test_what_is_cut_is_counted(names: list[str], width: int) -> None:
    cut = cut_names(names, width)
    found = re.search(r"^(.*) … and (\d+) more$|^… (\d+) in all$", cut)
    if found is None:
        assert cut == ", ".join(names)
    elif found[3]:
        assert int(found[3]) == len(names)
    else:
        assert found[1] == ", ".join(names[: len(names) - int(found[2])])


@pytest.mark.parametrize("width", [55, 80, 120])
def test_every_row_shows_its_first_name_whole(width: int) -> None:
    keys = ("2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba", "c")
    frame = pd.DataFrame({"statements": [keys, keys[:2], keys[1:2]], "exclusive": [1, 2, 3]})
    _, *lines = table_text(frame, width).splitlines()
    for line, row in zip(lines, frame["statements"], strict=True):
        assert line.startswith(row[0])
        assert any(f"{', '.join(row[:n])} … and {len(row) - n} more" in line for n in (1, 2)) or (
            ", ".join(row) in line
        )


def test_prose_is_broken_between_words_on_a_terminal_only() -> None:
    frame = pd.DataFrame({"change": ["new"], "who": ["Antigua and Barbuda, Bosnia, Cuba"]})
    assert table_text(frame, 32).splitlines() == [
        "change  who",
        "new     Antigua and Barbuda,",
        "        Bosnia, Cuba",
    ]
    assert len(table_text(frame).splitlines()) == 2


# What overlap is asked for


def named(table: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(table["a"], table["b"], strict=True))


def test_the_pairs_of_one_statement_and_those_among_several(small: Corpus) -> None:
    assert named(pairs(small, statements=["part"])) == [
        pair for pair in worked.PAIRS if "part" in pair
    ]
    assert named(pairs(small, statements=["plain", "full", "part"])) == [
        pair for pair in worked.PAIRS if "count" not in pair
    ]
    with pytest.raises(CoalitionsError, match="no such statement: ful; there are"):
        pairs(small, statements=["ful"])


def test_the_largest_pairs(un_china: Corpus) -> None:
    whole = pairs(un_china)
    top = pairs(un_china, top=5)
    most = whole["shared_named"].nlargest(5).tolist()
    assert top["shared_named"].tolist() == most
    key = ["a", "b"]
    pd.testing.assert_frame_equal(top, top[key].merge(whole, on=key))
    assert len(pairs(un_china, top=10**9)) == len(whole)


def test_pairs_that_share_enough(un_china: Corpus) -> None:
    whole = pairs(un_china)
    few = pairs(un_china, min_shared=40)
    pd.testing.assert_frame_equal(
        few, whole[whole["shared_named"] >= 40].reset_index(drop=True), check_dtype=False
    )
    assert 0 < len(few) < len(whole)
    assert list(pairs(un_china, members="none")) == list(whole)[:-1]


def test_regions_are_narrowed_alike(small: Corpus) -> None:
    whole = regions(small)
    assert regions(small, top=2).equals(whole.head(2))
    assert regions(small, min_shared=2)["exclusive"].min() == 2
    assert "members" not in regions(small, members="none")
    assert {key for row in regions(small, statements=["full"])["statements"] for key in row} == {
        "full"
    }


def test_the_options_of_overlap(run: Callable[..., Run]) -> None:
    key = "2020-10-unga3-xinjiang-cuba"
    result = run("overlap", "--statement", key, "--top", "1", "--no-members", "--min-shared", "2")
    header, row = result.out.splitlines()
    assert (result.code, "members" in header.split()) == (0, False)
    assert (key in row.split(), "19" in row.split()) == (True, True)
    for option in ("--top", "--min-shared"):
        assert run("overlap", option, "0").code == 2


@pytest.mark.parametrize("name", ["@alice", "=1+1", "-Bob", "+49 30", "\tTab"])
def test_csv_on_standard_output_is_data(name: str, capfdbinary: Any) -> None:
    frame = pd.DataFrame({"who": [name], "members": [(name, "Cuba")]})
    printing.show(frame, "csv")
    rows = list(csv.reader(io.StringIO(capfdbinary.readouterr().out.decode(), newline="")))
    assert rows[1] == [name, f"{name};Cuba"]
    guarded = list(csv.reader(io.StringIO(csv_text(frame), newline="")))
    assert guarded[1] == [f"'{name}", f"'{name};Cuba"]


# Numbers out of range


@pytest.mark.parametrize("number", [2**63, 2**64, 10**30, 0, -1])
def test_a_universe_out_of_range(number: int, run: Callable[..., Run]) -> None:
    result = run("overlap", "--universe", str(number))
    assert (result.code, result.out) == (2, "")
    assert "universe" in result.err
    if number:
        with pytest.raises(CoalitionsError, match=r"universe .*: expected a whole number from 0"):
            load("unga75", universe=number)


def test_the_largest_universe_is_counted_exactly(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,declared_count\na,CUB,3\nb,CUB,2\n")
    for universe in (195, 2**31, 2**53 + 1, 2**63 - 1):
        (row,) = pairs(load(path, universe=universe)).to_dict("records")
        assert (row["shared_min"], row["shared_max"]) == (1, 2)
        (both,) = regions(load(path, universe=universe)).to_dict("records")
        assert (both["exclusive_min"], both["exclusive_max"]) == (1, 2)


@pytest.mark.parametrize("seed", [-1, -(2**40), 2**32, 10**30])
@pytest.mark.parametrize("command", ["explore", "export", "figure"])
def test_a_seed_out_of_range(seed: int, command: str, run: Callable[..., Run]) -> None:
    kind = ["network"] if command == "figure" else []
    result = run(command, *kind, "-o", "x.svg", "--seed", str(seed))
    assert (result.code, result.out) == (2, "")
    assert "seed" in result.err


def test_a_seed_out_of_range_in_the_library(small: Corpus) -> None:
    for seed in (-1, 2**32):
        with pytest.raises(CoalitionsError, match=f"seed {seed}: expected a whole number from 0"):
            node_looks(two_mode_graph(small), seed=seed)


# What a terminal would obey is shown

#: What is written → what is shown.
OBEYED = {
    "\x1b[2J": r"\x1b[2J",
    "\x1b]0;title\x07": r"\x1b]0;title\x07",
    "\x9b31m": r"\x9b31m",
    "a\rb": r"a\rb",
    "a\nb": r"a\nb",
    "a\tb": r"a\tb",
    "a\x7f\x08": r"a\x7f\x08",
    "Cuba\u202eanihC": "Cuba⟨U+202E⟩anihC",
    "\u2066China\u2069": "⟨U+2066⟩China⟨U+2069⟩",
    "Cu\u200bba": "Cu⟨U+200B⟩ba",
    "\ufeffCuba": "⟨U+FEFF⟩Cuba",
    "a\u2028b": "a⟨U+2028⟩b",
    "caf\udce9": r"caf\xe9",
    "\ud800": "⟨U+D800⟩",
    "\U000e0041": "⟨U+E0041⟩",
    "Türkiye, Côte d'Ivoire, 日本, 👩\u200d🚀": "Türkiye, Côte d'Ivoire, 日本, 👩\u200d🚀",
}


@pytest.mark.parametrize("text", OBEYED, ids=ascii)
def test_what_is_obeyed_is_shown(text: str) -> None:
    shown = OBEYED[text]
    assert visible(text) == shown
    frame = pd.DataFrame({text: [text], "members": [(text, "b")]})
    assert table_text(frame).splitlines()[1].split("  ")[0] == shown
    assert shown in str(Problem(f"{text}.csv", 2, text, text, "expected something else"))
    with pytest.warns(CoalitionsWarning) as seen:
        warn(text)
    assert visible(str(seen[0].message), keep="\n") == str(seen[0].message)


@given(st.text())
def test_nothing_that_is_printed_moves_the_cursor(text: str) -> None:
    frame = pd.DataFrame({"name": [text]})
    printed = table_text(frame, 80)
    assert printed.count("\n") == 2
    for each in (printed, str(CoalitionsError(text)), quoted(text)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", each)
        each.encode()


def test_messages_and_usage_errors_are_shown(tmp_path: Path, run: Callable[..., Run]) -> None:
    hostile = "\x1b[31m\u202eevil"
    (tmp_path / f"{hostile}.csv").write_text(f"statement_id,signatory\na,{hostile}\n")
    for arguments in (
        ("overlap", tmp_path / f"{hostile}.csv"),
        ("overlap", tmp_path / f"no-{hostile}.csv"),
        ("overlap", "--stance", hostile),
        ("overlap", f"--{hostile}"),
        (hostile,),
        ("overlap", "--topic", hostile),
        ("export", "-o", tmp_path / f"{hostile}.doc"),
        ("change", hostile, hostile),
        ("figure", "venn", "--statement", hostile, "-o", tmp_path / "x.svg"),
    ):
        result = run(*arguments)
        assert (result.code > 0, result.out) == (True, "")
        assert r"\x1b[31m" in result.err
        assert not {"\x1b", "\u202e"} & set(result.err)


@pytest.mark.parametrize("length", [81, 200, 100_000])
def test_a_message_quotes_at_most_80_letters(
    length: int, tmp_path: Path, run: Callable[..., Run]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"statement_id,signatory,date\na,{'x' * length},{'y' * length}\n")
    result = run("overlap", path)
    assert result.code == 1
    for letter in "xy":
        assert f'{letter * 80}…" (of {length:,} letters)' in result.err
        assert letter * 81 not in result.err
    for option in ("--forum", "--since"):
        assert "z" * 81 not in run("overlap", option, "z" * length).err
    assert quoted("z" * 80) == f'"{"z" * 80}"'


def test_what_there_is_instead_is_told_in_short(tmp_path: Path, run: Callable[..., Run]) -> None:
    path = tmp_path / "x.csv"
    cells = {letter: letter * 5000 for letter in "pqrs"}
    path.write_text(
        "statement_id,signatory,event_id,topic,forum\n"
        f"{cells['p']},CUB,{cells['q']},{cells['r']},{cells['s']}\n"
    )
    for option in ("--event", "--topic", "--forum", "--statement"):
        result = run("overlap", path, option, "z" * 5000)
        assert result.code == 1
        for letter in "pqrsz":
            assert letter * 81 not in result.err


def test_half_a_character_is_no_crash(run: Callable[..., Run]) -> None:
    for name in ("\udcff", "\ud800"):
        (row,) = json.loads(run("names", name, "--format", "json").out)
        assert row["name"] == name
        assert visible(name) in run("names", name).out


@pytest.mark.parametrize("option", ["--top", "--min-shared"])
def test_numbers_beyond_what_a_table_holds(option: str, run: Callable[..., Run]) -> None:
    for more in ((), ("--regions",)):
        assert run("overlap", *more, option, str(10**30)).code == 0


def test_a_quotation_that_is_cut_leaves_the_advice() -> None:
    text = f'"{"a" * 500}": expected something else, and much is said about it here, more than 80.'
    assert message(text).endswith(text[502:])


@given(st.text('"ab\x1b\n', max_size=300))
def test_a_message_can_be_made_visible_twice(text: str) -> None:
    assert message(message(text)) == message(text)


# How standard output ends

CODE = "from coalitions.cli import main; main()"


def started(command: tuple[str, ...], ending: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with another standard output, and return what was said."""
    return subprocess.run(
        ["sh", "-c", f'"$0" "$@" {ending}', sys.executable, "-c", CODE, *command],
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "command", [("names", "Cuba", "--format", "json"), ("--help",)], ids=" ".join
)
def test_a_full_disk_is_said_in_a_sentence(command: tuple[str, ...]) -> None:
    done = started(command, ">/dev/full")
    assert done.returncode == 1
    assert done.stderr == ("coalitions: cannot write to standard output: no space left on device\n")


def test_a_closed_standard_output_is_quiet() -> None:
    done = started(("names", "Cuba"), ">&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert started(("overlap", "--top", "0"), ">&- 2>&-").returncode == 2


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_told_to_end_says_so(
    name: str, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    monkeypatch.setattr(corpora, "load", lambda *_, **__: os.kill(os.getpid(), number))
    result = run("overlap")
    assert (result.code, result.out) == (128 + number, "")
    assert result.err == "coalitions: stopped; earlier files are as they were\n"
    assert signal.getsignal(number) == before
    signal.signal(number, signal.SIG_IGN)  # as under nohup
    monkeypatch.setattr(corpora, "load", lambda *_, **__: os.kill(os.getpid(), number) or load())
    assert run("overlap", "--no-members").code == 0
    signal.signal(number, before)


def test_a_path_is_shown_to_eyes_and_given_to_programs(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = Path(os.fsdecode(b"a\x1b[31m\xff.svg"))
    streams.write_path(path)
    assert capfdbinary.readouterr().out == b"a\x1b[31m\xff.svg\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    streams.write_path(path)
    assert capfdbinary.readouterr().out == rb"a\x1b[31m\xff.svg" + b"\n"


# What the memory cannot hold


@pytest.fixture
def one_letter() -> Corpus:
    """Return a letter of 400 persons, named twice: 79,800 pairs of persons."""
    people = [f"person {n}" for n in range(400)]
    return Corpus(
        pd.DataFrame({"statement_id": ["a", "b"]}),
        pd.DataFrame({"statement_id": ["a"] * 400 + ["b"] * 400, "signatory": people * 2}),
        members="any",
    )


def leave_free(monkeypatch: pytest.MonkeyPatch, there: int) -> None:
    """Let so many bytes be free, for whoever asks."""
    for room in (memory, sharing):
        monkeypatch.setattr(room, "free", lambda: there)


def refused(monkeypatch: pytest.MonkeyPatch, there: int, ask: Callable[[], object]) -> str:
    """Return the sentence that refuses, where so many bytes are free."""
    leave_free(monkeypatch, there)
    with pytest.raises(CoalitionsError) as refusal:
        ask()
    sentence = str(refusal.value)
    assert re.search(r"would take about [\d,.]+ [kMG]B of memory, and .* are free: ", sentence)
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("there", [10**6, 40 * 10**6])
def test_a_cosigning_graph_that_is_too_large(
    there: int, one_letter: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 79,800 edges of 700 bytes: 56 MB. They are counted first, which takes next to nothing.
    for build in (cosigning_graph, cosigning_multigraph):
        text = refused(monkeypatch, there, lambda build=build: build(one_letter))  # type: ignore[misc]
        assert "400 nodes" in text
        assert "`min_shared`" in text
    assert len(cosigning_graph(one_letter, min_shared=3)) == 400 if there > 10**7 else True
    leave_free(monkeypatch, 10**8)
    assert cosigning_graph(one_letter).number_of_edges() == 79_800


def test_no_other_graph_minds(one_letter: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_free(monkeypatch, 10**5)
    assert len(two_mode_graph(one_letter)) == 402
    assert len(statement_graph(one_letter)) == 2


def test_pairs_that_are_too_many(one_letter: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    letters, people = [f"l{n}" for n in range(8)], [f"p{n}" for n in range(100)]
    alike = [(letter, person) for letter in letters for person in people]
    same = Corpus(
        pd.DataFrame({"statement_id": letters}),
        pd.DataFrame(alike, columns=["statement_id", "signatory"]),
        members="any",
    )
    # 28 pairs share 100 names each: 25 kB of them.
    assert "2,800 in all" in (text := refused(monkeypatch, 20_000, lambda: pairs(same)))
    assert '`members="none"`' in text
    assert len(pairs(same, members="none")) == 28
    crowd = Corpus(
        pd.DataFrame({"statement_id": [f"s{n}" for n in range(300)]}),
        pd.DataFrame({"statement_id": ["s0"], "signatory": ["CUB"]}),
    )
    assert "44,850 pairs" in refused(monkeypatch, 10**6, lambda: pairs(crowd))
    text = refused(monkeypatch, 1_000, lambda: one_letter.incidence)
    assert "2 statements and 400 signatories" in text


@pytest.mark.parametrize("style", ["table", "csv", "json"])
def test_a_table_that_is_too_long(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"n": range(10_000)})
    assert "--top" in refused(monkeypatch, 10**5, lambda: printing.show(frame, style))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_that_is_too_large(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = nx.complete_graph([f"n{k}" for k in range(60)])
    text = refused(monkeypatch, 10**5, lambda: write_graph(graph, tmp_path / f"x{suffix}"))
    assert text.startswith(f"a {suffix} file of 1,770 edges would take")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", "Unable to allocate 8.00 GiB for an array with shape (2, 3)"])
def test_memory_that_runs_out_all_the_same(
    text: str, run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError(text)

    monkeypatch.setattr(corpora, "load", fail)
    result = run("overlap")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("coalitions: there is not enough memory for it")
    assert ("8.00 GiB" in result.err) is bool(text)
    assert result.err.endswith("; earlier files are as they were\n")
    assert "--event" in result.err
    assert "--min-shared" in result.err
    if sys.platform == "linux":
        how_much = r"(this machine has|the container may take|ulimit -v allows) [\d.,]+ [kMG]B"
        assert re.search(rf"{how_much}, [\d.,]+ [kMG]B are free now\): choose", result.err)


@pytest.mark.parametrize(
    ("machine", "container", "limit", "said"),
    [
        (8 * 10**9, None, None, "this machine has 8.0 GB"),
        (8 * 10**9, 2 * 10**9, None, "the container may take 2.0 GB"),
        (8 * 10**9, 2 * 10**9, 500 * 10**6, "ulimit -v allows 500 MB"),
        (None, None, 10**9, "ulimit -v allows 1.0 GB"),
        (None, None, None, ""),
    ],
)
def test_how_much_memory_there_is_at_most(
    machine: int | None,
    container: int | None,
    limit: int | None,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "_machine_whole", lambda: machine)
    monkeypatch.setattr(memory, "_container_most", lambda: container)
    monkeypatch.setattr(memory, "_limit_most", lambda: limit)
    assert memory.most() == said
    assert said in memory.too_much(MemoryError())


def test_the_limit_of_a_process_is_told() -> None:
    if sys.platform != "linux":
        pytest.skip("the limit is set as Linux does")
    code = """
import resource
from coalitions.errors import memory
resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))
print(memory.most())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "ulimit -v allows 268 MB\n"


def test_the_memory_that_is_free_is_known() -> None:
    if sys.platform == "linux":
        assert 10**6 < (memory.free() or 0) < 10**15
