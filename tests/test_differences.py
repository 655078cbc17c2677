"""What differs between two states of a corpus: as rows, in sentences, between two reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from coalitions import CoalitionsError, Corpus, compare_corpora, load, select
from coalitions.findings import difference_note
from coalitions.report import corpus_of_report, is_report, write_report
from coalitions.tables import DIFFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def corpus(lists: dict[str, list[str]], declared: dict[str, int] | None = None) -> Corpus:
    """Return a corpus of states, some of whose lists declare how many signed."""
    statements = pd.DataFrame({"statement_id": list(lists)})
    statements["declared_count"] = [(declared or {}).get(key, "") for key in lists]
    rows = [(key, who) for key, names in lists.items() for who in names]
    return Corpus(statements, pd.DataFrame(rows, columns=["statement_id", "signatory"]))


def cells(table: pd.DataFrame) -> dict[str, list[str]]:
    return {str(column): table[column].astype(str).tolist() for column in table}


OLD = corpus(
    {"june": ["CUB", "PER"], "july": ["CUB"], "gone": ["FRA"]}, {"june": 4, "july": 3, "gone": 1}
)
NEW = corpus({"june": ["CUB", "PER", "TCD", "FRA"], "july": ["PER", "CHN"], "new": []}, {"june": 4})


def rows(old: Corpus, new: Corpus, what: str, *columns: str) -> list[list[str]]:
    table = compare_corpora(old, new)
    return table.loc[table["difference"] == what, list(columns)].to_numpy().tolist()


def test_each_difference_is_a_row() -> None:
    assert rows(OLD, NEW, "statement added", "statement_id", "new") == [["new", "not known"]]
    assert rows(OLD, NEW, "statement gone", "statement_id", "old") == [["gone", "1"]]
    assert rows(OLD, NEW, "cell", "statement_id", "field", "old", "new") == [
        ["july", "declared_count", "3", ""]
    ]
    assert rows(OLD, NEW, "named", "statement_id", "signatory") == [
        ["july", "CHN"],
        ["july", "PER"],
        ["june", "FRA"],
        ["june", "TCD"],
    ]
    assert rows(OLD, NEW, "no longer named", "statement_id", "signatory") == [["july", "CUB"]]
    # Two unnamed on each list: Peru may be on both, and two others.
    assert rows(OLD, NEW, "overlap", "statement_id", "other", "old", "new") == [
        ["july", "june", "1–3", "1"]
    ]
    assert set(compare_corpora(OLD, NEW)["difference"]) <= set(DIFFERENCES)


def test_a_corpus_does_not_differ_from_itself() -> None:
    for name in ("unga75", "un-china"):
        same = load(name)
        assert compare_corpora(same, load(name)).empty
        note = difference_note(same, same, compare_corpora(same, same))
        assert note.startswith("Nothing differs")


def test_completed_list_changes_overlap_and_claim() -> None:
    old = load("unga75")
    ids = old.statements["statement_id"].tolist()
    pakistan, cuba = ids[1], ids[2]
    named = old.signatures[old.signatures["statement_id"] == cuba]
    known = old.signatures.loc[old.signatures["statement_id"] == pakistan, "signatory"]
    more = named[~named["signatory"].isin(known)].assign(statement_id=pakistan, role="signatory")
    new = Corpus(
        old.statements, pd.concat([old.signatures, more]), claims=old.claims, universe=old.universe
    )
    assert [pakistan, cuba, "19–45", "45"] in rows(
        old, new, "overlap", "statement_id", "other", "old", "new"
    )
    note = difference_note(old, new, compare_corpora(old, new))
    assert "Pakistan and Cuba: 19–45 on both lists, now 45." in note
    assert "26 more states are named: " in note
    assert ["nearly-70-states", "possible", "contradicted"] in rows(
        old, new, "claim", "field", "old", "new"
    )


def test_note_says_each_kind_of_difference() -> None:
    note = difference_note(OLD, NEW, compare_corpora(OLD, NEW))
    for line in (
        "- new is added, names: not known (new).",
        "- gone is gone, names: 1 (gone).",
        "- july: declared count is nothing, was 3.",
        "- july: 2 more states are named: China and Peru.",
        "- july: 1 state is no longer named: Cuba.",
        "- july and june: 1–3 on both lists, now 1.",
    ):
        assert line in note.splitlines(), note
    headings = [line for line in note.splitlines() if line.startswith("## ")]
    assert headings == ["## Findings", "## Statements", "## Cells", "## Names", "## Overlaps"]


def test_findings_that_changed_come_first_and_who_crossed_over_is_named() -> None:
    old = load("unga75")
    pakistan, cuba, germany = old.statements["statement_id"].tolist()[1:]
    more = pd.DataFrame({"statement_id": pakistan, "signatory": ["DEU", "LAO"]})
    new = Corpus(old.statements, pd.concat([old.signatures, more]), claims=old.claims)
    assert rows(old, new, "size", "statement_id", "old", "new") == [
        [pakistan, "25 of 55", "27 of 55"]
    ]
    assert rows(old, new, "sides", "signatory", "old", "new") == [
        ["DEU", "critical", "support, critical"]
    ]
    assert rows(new, old, "sides", "signatory", "new") == [["DEU", "critical"]]
    note = difference_note(old, new, compare_corpora(old, new))
    first, *others = note.splitlines()
    assert first == "## Findings"
    assert (
        "- Was: No state is named on both sides. Now: Germany is named on both sides, over these "
        "statements."
    ) in others
    assert "- Pakistan: 25 of 55 named, now 27 of 55." in others
    assert "- Germany: critical before, now support and critical." in others
    assert [cuba, germany, "0", "0"] not in rows(
        old, new, "overlap", "statement_id", "other", "old", "new"
    )


def test_states_are_not_held_against_anybody() -> None:
    with pytest.raises(CoalitionsError, match="load both with the same `members`"):
        compare_corpora(load({"a": ["Cuba"]}), load({"a": ["Cuba"]}, members="any"))


@pytest.mark.parametrize(
    "given",
    [
        select(load("un-china"), since="2024"),
        load({"a": ["=Ann", "@bob", "'s Gravenhage, J."], "b": ["@bob"]}, members="any"),
        Corpus(
            pd.DataFrame({"statement_id": ["a"], "declared_count": [3]}),
            pd.DataFrame({"statement_id": ["a"], "signatory": ["Ann"]}),
            pd.DataFrame({"signatory": ["Ann", "Bo", "Cy"], "group": ["x", "", "y"]}),
            members="any",
            noun="person/people",
        ),
    ],
    ids=["states", "anybody", "who could have signed"],
)
def test_report_keeps_its_corpus(
    given: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for drawn in ("FIGURES", "GRAPHS"):  # the tables are enough
        monkeypatch.setattr(f"coalitions.report.folder.{drawn}", {})
    folder = write_report(given, tmp_path / "report")
    assert is_report(folder)
    kept = corpus_of_report(folder)
    for name in ("statements", "signatures", "signatories", "claims"):
        assert cells(getattr(kept, name)) == cells(getattr(given, name)), name
    for name in ("universe", "members", "noun", "assumed", "newcomers"):
        assert getattr(kept, name) == getattr(given, name), name
    assert compare_corpora(given, kept).empty


@pytest.mark.parametrize("manifest", ["", "{}", '{"corpus": 1}', '{"corpus": {"members": "no"}}'])
def test_report_without_a_corpus_is_refused(manifest: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(CoalitionsError, match="without a corpus that can be read"):
        corpus_of_report(tmp_path)


def test_command_prints_rows_sentences_and_nothing(tmp_path: Path, run: Callable[..., Any]) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, names in ((old, "Cuba\n"), (new, "Cuba\nPeru\n")):
        folder.mkdir()
        (folder / "june.txt").write_text(names)
    both = [str(old / "june.txt"), str(new / "june.txt")]
    found = json.loads(run("diff", *both, "--format", "json").out)
    assert [(row["difference"], row["signatory"]) for row in found] == [
        ("named", "PER"),
        ("size", ""),
    ]
    assert run("diff", *both, "--format", "markdown").out.endswith(
        "## Names\n\n- june: 1 more state is named: Peru.\n- june: 1 named, now 2.\n"
    )
    assert [line.split() for line in run("diff", *both).out.splitlines()] == [
        ["difference", "statement_id", "signatory", "old", "new"],
        ["named", "june", "PER"],
        ["size", "june", "1", "2"],
    ]
    same = run("diff", both[0], both[0])
    assert (same.out, same.err) == ("", "coalitions: nothing differs: 1 statement, 1 name in all\n")
