"""Whether a tie survives that a statement is left out, or that the unnamed are drawn."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pandas as pd
import pytest

from coalitions import Corpus, cosigning_ties, load, select, tie_survival

HOW = {"model": "fixedrow", "alpha": 0.05}


def letters() -> dict[str, list[str]]:
    found = {f"l{n:02}": ["A", "B"] if n < 4 else [*"CD"[: n % 3], "E"] for n in range(10)}
    return {**found, "l10": ["C", "D"], "l11": ["C", "D", "A"]}


def test_a_statement_is_left_out_in_turn() -> None:
    corpus = load(letters(), members="any")
    table = tie_survival(corpus, **HOW)
    every = cosigning_ties(corpus, **HOW)
    ties = every[every["significant"]]
    assert len(ties) > 1
    keys = ["u", "v", "shared", "p_adjusted", "sign"]
    pd.testing.assert_frame_equal(table[keys], ties[keys].reset_index(drop=True))
    assert table["completed"].isna().all()
    assert (table["statements"] == 12).all()
    left = {}
    for out in letters():
        rest = select(corpus, statements=[key for key in letters() if key != out])
        left[out] = cosigning_ties(rest, **HOW).set_index(["u", "v"])
    for row in table.itertuples():
        p = {out: found.loc[(row.u, row.v), "p_adjusted"] for out, found in left.items()}
        assert row.kept == sum(each <= 0.05 for each in p.values())
        assert row.p_largest == max(p.values()) == p[row.hangs_on]


def test_completions_that_can_be_one_alone_are_that_one() -> None:
    # Of four who could sign, "last" names one and declares four: there is one completion.
    lists = {f"l{n}": ["A", "B"] if n < 4 else ["C"] for n in range(8)}
    rows = [(key, name) for key, who in (lists | {"last": ["A"]}).items() for name in who]
    statements = pd.DataFrame(
        {"statement_id": [*lists, "last"], "declared_count": [*map(len, lists.values()), 4]}
    )
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    who = pd.DataFrame({"signatory": list("ABCD")})
    corpus = Corpus(statements, signatures, who, members="any")
    full = load(lists | {"last": list("ABCD")}, members="any")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = tie_survival(corpus, **HOW)
    after = cosigning_ties(full, **HOW).set_index(["u", "v"])["significant"]
    assert table[["u", "v"]].to_numpy().tolist() == [["A", "B"]]
    assert table["completed"].tolist() == [float(after["A", "B"])]
    assert table["kept"].tolist() == [8]


def test_shares_of_completions_are_shares_and_the_same_every_time(un_china) -> None:
    with pytest.warns(match="are left out"):
        table = tie_survival(select(un_china, stance="critical"), **HOW)
    with pytest.warns(match="are left out"):
        again = tie_survival(select(un_china, stance="critical"), **HOW)
    pd.testing.assert_frame_equal(table, again)
    assert table["completed"].between(0, 1).all()
    assert table["completed"].nunique() > 3
    assert set(table["hangs_on"]) <= set(un_china.statements["statement_id"])


def test_where_no_tie_is_significant_none_survives() -> None:
    three = load({"a": ["A", "B"], "b": ["A", "B"], "c": ["C"]}, members="any")
    with pytest.warns(match="no tie can be significant"):
        table = tie_survival(three)
    assert table.empty
    assert list(table)[-5:] == ["kept", "statements", "p_largest", "hangs_on", "completed"]


@pytest.mark.parametrize("model", ["fixedfill", "fixedcol", "sdsm", "fixedrow"])
def test_without_its_one_statement_nothing_is_left_of_a_tie(model) -> None:
    one = load({"a": ["A", "B"]}, members="any", universe=4)
    how = {"model": model, "alpha": 0.9}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = tie_survival(one, **how)
        ties = cosigning_ties(one, **how)
    assert len(table) == ties["significant"].sum() == int(model in {"fixedfill", "fixedcol"})
    assert (table["kept"] == 0).all()


def test_the_command_line_prints_what_survives(run, tmp_path) -> None:
    path = tmp_path / "letters.csv"
    rows = [f"{key},{name}" for key, who in letters().items() for name in who]
    path.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    asked = ("ties", path, "--members", "any", "--model", "fixedrow", "--survival")
    told = json.loads(run(*asked, "--format", "json").out)
    table = tie_survival(load(letters(), members="any"), **HOW)
    assert [row["kept"] for row in told] == table["kept"].tolist()
    assert {row["completed"] for row in told} == {None}
    assert np.array([row["p_largest"] for row in told]) == pytest.approx(table["p_largest"])
    assert run(*asked).out.splitlines()[0].split()[:3] == ["u", "v", "shared"]
    refused = run(*asked, "--partial", "named")
    assert (refused.code, refused.out) == (2, "")
    assert "--survival is of complete lists: leave out --partial" in refused.err
