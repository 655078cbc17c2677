"""Promises about versions of a letter: those left out are named, and so is what brings them in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import describe, load, select, write_report
from coalitions.corpus.parts import choose
from coalitions.corpus.provenance import earlier_versions
from coalitions.report import folder as report_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

VERSIONS = [  # id, date, topic, replaced by
    ("draft", "2020-01-01", "Sea", "second"),
    ("second", "2020-02-01", "Sea", "final"),
    ("final", "2021-01-01", "Land", ""),
    ("other", "2020-03-01", "Land", ""),
]


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """Return a folder with a letter of three versions, and another letter."""
    folder = tmp_path / "letters"
    folder.mkdir()
    columns = ["statement_id", "date", "topic", "superseded_by"]
    pd.DataFrame(VERSIONS, columns=columns).to_csv(folder / "statements.csv", index=False)
    rows = [(key, state) for key, *_ in VERSIONS for state in ("CUB", "CHN")]
    signed = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    signed.to_csv(folder / "signatures.csv", index=False)
    return folder


BOTH = "draft (the latest is final), second (the latest is final)"


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (
            {},
            (
                f"Left out as earlier versions of letters (2): {BOTH}; they are there when all "
                "versions are asked for."
            ),
        ),
        # The final version does not fit, and the earlier ones would: that is told all the more.
        ({"until": "2020"}, f"Left out as earlier versions of letters (2): {BOTH}; they are there"),
        ({"until": "2020-04", "since": "2020-02"}, "version of a letter: second (the latest is"),
        ({"topic": "land"}, ""),
        ({"since": 2021}, ""),
    ],
)
def test_earlier_versions_that_would_fit_are_named(
    wish: dict[str, str], said: str, versions: Path
) -> None:
    corpus = select(load(versions), **wish)  # type: ignore[arg-type] # as a user would
    assert said in earlier_versions(corpus)
    assert bool(said) is bool(earlier_versions(corpus))
    assert earlier_versions(corpus) in describe(corpus)
    assert earlier_versions(select(load(versions, versions="all"), **wish)) == ""  # type: ignore[arg-type] # the same


def test_a_choice_by_id_keeps_the_earlier_versions_of_it(versions: Path) -> None:
    corpus = load(versions)
    assert list(choose(corpus, ["final"]).earlier["statement_id"]) == ["draft", "second"]
    assert choose(corpus, ["other"]).earlier.empty


def test_a_report_says_which_versions_it_leaves_out(
    versions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_folder, "FIGURES", {})
    report = write_report(load(versions), tmp_path / "report")
    for name in ("index.html", "methods.md"):
        assert BOTH in (report / name).read_text(encoding="utf-8")
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["left_out"] == [
        {
            "what": f"statement {key}",
            "why": "an earlier version of final; it is there when all versions are asked for",
        }
        for key in ("draft", "second")
    ]
    report = write_report(load(versions, versions="all"), tmp_path / "report")
    assert "left_out" not in json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert "--versions all" not in (report / "index.html").read_text(encoding="utf-8")


EARLIER = "2019-07-hrc41-xinjiang-support37"


@pytest.mark.parametrize(
    "arguments",
    [
        ("overlap", "un-china", "--statement", EARLIER),
        ("overlap", "un-china", "--regions", "--statement", EARLIER),
        ("figure", "card", "un-china", "--statement", EARLIER, "-o", "x.md"),
        ("figure", "venn", "un-china", "--statement", EARLIER, "-o", "x.svg"),
        ("change", EARLIER, "2019-07-hrc41-xinjiang-support50", "un-china"),
    ],
    ids=lambda arguments: " ".join(arguments[:3]),
)
def test_an_earlier_version_that_is_asked_for_by_id(
    arguments: tuple[str, ...], run: Callable[..., Run], tmp_path: Path
) -> None:
    result = run(*(tmp_path / each if each.startswith("x.") else each for each in arguments))
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"coalitions: {EARLIER} is an earlier version of 2019-07-hrc41-xinjiang-support50, and is "
        "left out: load with --versions all\n"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2020-10-unga3-xinjiang-cubba", "2020-10-unga3-xinjiang-cuba"),
        ("2022-10-unga3-xinjang-canada", "2022-10-unga3-xinjiang-canada"),
        ("2020-10-unga3-xinjiang-germany", "2020-10-unga3-xinjiang-hongkong-germany"),
        ("2020-06-HRC44-hongkong-cuba", "2020-06-hrc44-hongkong-cuba"),
    ],
)
def test_an_unknown_id_is_told_the_nearest(
    written: str, meant: str, run: Callable[..., Run]
) -> None:
    result = run("overlap", "un-china", "--statement", written)
    assert (result.code, result.out) == (1, "")
    first, last = result.err.splitlines()
    near = first.removeprefix(f"coalitions: no such statement: {written}; most like it: ")
    assert meant in near.split(", ")
    assert len(near.split(", ")) == 3
    assert last == "(all 30 ids are in the ledger)"


def test_where_nothing_but_an_earlier_version_fits(versions: Path, run: Callable[..., Run]) -> None:
    result = run("overlap", versions, "--topic", "sea")
    assert (result.code, result.out) == (1, "")
    assert "no statement fits (topic sea)" in result.err
    assert (
        "\ndraft is an earlier version of final, and is left out: load with --versions all"
        in result.err
    )
    assert run("check", versions, "--topic", "sea").code == 0
