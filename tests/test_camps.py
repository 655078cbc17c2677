"""Two camps: as few contradictory ties as can be, and who stands between them."""

from __future__ import annotations

import io
import json
import math
import time
import warnings
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions import CoalitionsError, CoalitionsWarning, Corpus, cosigning_ties, find_camps, load
from coalitions.graphs.camps import table as making
from coalitions.graphs.camps.fewest import Signed, fewest_contradictions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COLUMNS = ["signatory", "name", "part", "camp", "ties", "for_1", "for_2"]


def signed(number: int, ties: list[tuple[int, int, int]]) -> Signed:
    i, j, sign = np.array(ties, np.int64).reshape(-1, 3).T
    return Signed(number, i, j, sign < 0)


def by_hand(ties: Signed) -> tuple[int, list[np.ndarray]]:
    """Return the fewest contradictory ties of all partitions, and the partitions that have them."""
    found: dict[int, list[np.ndarray]] = {}
    for code in range(2 ** (ties.number - 1)):
        second = (code >> np.arange(ties.number)) % 2 == 1
        found.setdefault(ties.contradicted(second), []).append(second)
    fewest = min(found)
    return fewest, found[fewest]


@given(st.integers(2, 8), st.data())
@settings(max_examples=25)
def test_no_partition_contradicts_fewer(number: int, data) -> None:
    pairs = list(combinations(range(number), 2))
    # A path joins all of them; the other ties are drawn.
    signs = data.draw(st.lists(st.integers(-1, 1), min_size=len(pairs), max_size=len(pairs)))
    ties = signed(
        number,
        [
            (i, j, sign or 1)
            for (i, j), sign in zip(pairs, signs, strict=True)
            if sign or j == i + 1
        ],
    )
    found = fewest_contradictions(ties, time.monotonic() + 60)
    fewest, best = by_hand(ties)
    assert (found.contradictory, found.at_least, found.settled) == (fewest, fewest, True)
    assert ties.contradicted(found.second) == fewest
    # Who is sure stands to the others that are so in every best partition, and nobody else does.
    sure = np.flatnonzero(found.sure)
    alike = np.array([each ^ each[sure[0]] for each in best])
    assert ((alike == alike[0]).all(axis=0) == found.sure).all()
    classes = {(each ^ each[0]).tobytes(): 0 for each in np.array(best).T}
    for each in np.array(best).T:
        classes[(each ^ each[0]).tobytes()] += 1
    assert len(sure) == max(classes.values())


def test_sixteen_that_are_at_odds_are_as_by_hand() -> None:
    random = np.random.default_rng(1)
    ties = signed(
        16, [(i, j, random.choice([-1, 1])) for i, j in combinations(range(16), 2) if i + 4 > j]
    )
    assert fewest_contradictions(ties, time.monotonic() + 60).contradictory == by_hand(ties)[0] > 0


# The table


def ties_of(rows: list[tuple[str, str, int]]) -> tuple[Corpus, pd.DataFrame]:
    """Return a corpus of those who have ties, and a table of just these ties."""
    who = sorted({name for *pair, _ in rows for name in pair} | {"Nobody"})
    corpus = load({"all": who}, members="any")
    table = pd.DataFrame(rows, columns=["u", "v", "sign"])
    return corpus, table.assign(shared=1, expected=0.5, p_adjusted=0.01, significant=True)


def test_who_is_tied_to_both_camps_alike_stands_between() -> None:
    rows = [
        *((one, other, 1) for one, other in combinations(["Ann", "Bo", "Cy"], 2)),
        ("Di", "Ed", 1),
        *((one, other, -1) for one in ("Ann", "Bo", "Cy") for other in ("Di", "Ed")),
        # Fay has one friend on either side, and Gil is with Fay.
        ("Ann", "Fay", 1),
        ("Di", "Fay", 1),
        ("Fay", "Gil", 1),
        ("Xi", "Yu", -1),  # joined to nobody else
        ("Ann", "Yu", 0),  # as many as the null says: no tie of either kind
    ]
    corpus, table = ties_of(rows)
    found = find_camps(corpus, table)
    assert list(found) == COLUMNS
    assert found[["signatory", "part", "camp", "ties", "for_1", "for_2"]].to_numpy().tolist() == [
        ["Ann", 1, "1", 5, 4, 0],
        ["Bo", 1, "1", 4, 4, 0],
        ["Cy", 1, "1", 4, 4, 0],
        ["Di", 1, "2", 5, 0, 4],
        ["Ed", 1, "2", 4, 0, 4],
        ["Fay", 1, "between", 3, 1, 1],
        ["Gil", 1, "between", 1, 0, 0],
        ["Xi", 2, "1", 1, 1, 0],
        ["Yu", 2, "2", 1, 0, 1],
    ]
    # Fay is against one of the two wherever it stands.
    assert {key: found.attrs[key] for key in ("ties", "contradictory", "at_least")} == {
        "ties": 14,
        "contradictory": 1,
        "at_least": 1,
    }
    said = found.attrs["method"]
    assert said.startswith("Camps: of 14 significant ties the best two camps contradict 1, and no ")
    assert (
        "3 and 2 of the largest part are in the two camps of every such partition, 2 in e" in said
    )
    assert "; 2 are in 1 more part, joined to it by no tie." in said


def test_un_china_is_of_two_camps_without_a_contradiction(un_china: Corpus) -> None:
    ties = cosigning_ties(un_china, model="fixedrow", tail="two-sided", alpha=0.01, partial="named")
    found = find_camps(un_china, ties)
    side = dict(zip(found["signatory"], found["camp"] + found["part"].astype(str), strict=True))
    assert found.attrs["contradictory"] == found.attrs["at_least"] == 0
    assert found.attrs["ties"] == ties["significant"].sum() > 500
    assert side["DEU"] == side["CAN"] != side["CUB"] == side["CHN"]


def test_where_no_tie_is_significant_there_are_no_camps(small: Corpus) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        found = find_camps(small, cosigning_ties(small))
    assert list(found) == COLUMNS
    assert (len(found), found.attrs["ties"], found.attrs["contradictory"]) == (0, 0, 0)


def test_where_time_runs_out_the_gap_is_said() -> None:
    random = np.random.default_rng(2)
    names = [f"s{n:02}" for n in range(30)]
    rows = [(u, v, int(random.choice([-1, 1]))) for u, v in combinations(names, 2)]
    corpus, table = ties_of(rows)
    with pytest.warns(CoalitionsWarning) as seen:
        found = find_camps(corpus, table, seconds=0.01)
    contradictory, at_least = (found.attrs[key] for key in ("contradictory", "at_least"))
    assert 0 <= at_least < contradictory < len(rows)
    assert str(seen[0].message) == (
        f"time ran out after 0.01 seconds: the partition found contradicts {contradictory} ties; "
        f"the best one may contradict as few as {at_least}"
    )
    assert f"and no partition fewer than {at_least} (" in found.attrs["method"]
    assert set(found["camp"]) <= {"1", "2"}


@pytest.mark.parametrize("seconds", [0, -1, math.nan, "60", None, True])
def test_what_is_no_time_is_refused(small: Corpus, seconds: object) -> None:
    with pytest.raises(CoalitionsError, match=r"^seconds .*: expected a positive number, such as"):
        find_camps(small, pd.DataFrame(), seconds=seconds)


def test_what_is_no_table_of_ties_is_refused(small: Corpus) -> None:
    with pytest.raises(
        CoalitionsError, match=r"^ties: no column u, v, .*: make the table with cos"
    ):
        find_camps(small, pd.DataFrame())
    with pytest.raises(CoalitionsError, match="the corpus names none, the first being"):
        find_camps(small, ties_of([("Ann", "Bo", 1)])[1])


# The command line


def test_camps_are_printed(run: Callable, tmp_path: Path) -> None:
    rows = [f"a{n},{name}" for n in range(6) for name in (("Ann", "Bo") if n < 3 else ("Di", "Ed"))]
    path = tmp_path / "clubs.csv"
    path.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    how = ("ties", path, "--members", "any", "--model", "fixedrow", "--tail", "two-sided")
    how = (*how, "--alpha", "0.1", "--camps")
    printed = run(*how, "--format", "csv")
    assert (printed.code, printed.err) == (0, "")
    table = pd.read_csv(io.StringIO(printed.out), dtype={"camp": str})
    assert list(table) == COLUMNS
    assert table["camp"].tolist() == ["1", "1", "2", "2"]
    told = json.loads(run(*how, "--format", "json").out)
    assert (told["ties"], told["contradictory"], told["at_least"]) == (6, 0, 0)
    assert [row["signatory"] for row in told["camps"]] == ["Ann", "Bo", "Di", "Ed"]
    eyes = run(*how).out.splitlines()
    assert eyes[0].split() == COLUMNS
    assert eyes[-1].startswith("Camps: of 6 significant ties the best two camps contradict 0, and")
    for slip, words in (
        (("--survival",), "--camps and --survival: give one of them"),
        (
            ("-o", tmp_path / "x.gexf"),
            "--camps and a graph: give one of them (-o with a name that",
        ),
    ):
        refused = run(*how, *slip)
        assert (refused.code, refused.out) == (2, "")
        assert words in refused.err
    assert list(tmp_path.iterdir()) == [path]


def test_parts_of_nobody_are_none() -> None:
    assert not list(making._parts(signed(0, [])))  # noqa: SLF001 - a corpus has always somebody
