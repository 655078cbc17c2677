"""The one place where names are counted: every answer beside the plain table of who is named."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

import coalitions
from coalitions import Corpus
from coalitions.corpus import incidence
from coalitions.corpus.incidence import Incidence, named_under

Named = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
NAMED = arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=12))


def lists(named: Named) -> tuple[Incidence, pd.DataFrame]:
    """Return what counts, and the plain table beside it: columns that nobody is in are left out."""
    ids = pd.Series([f"s{n:02}" for n in range(len(named))], dtype=str)
    rows, columns = np.nonzero(named)
    signatures = pd.DataFrame(
        {
            "statement_id": [f"s{n:02}" for n in rows],
            "signatory": [f"x{n:02}" for n in columns],
        },
        dtype=str,
    )
    shuffled = signatures.sample(frac=1, random_state=0)
    table = pd.DataFrame(named, ids, [f"x{n:02}" for n in range(named.shape[1])])
    return named_under(ids, shuffled), table.loc[:, named.any(axis=0)]


@given(NAMED)
def test_sizes_and_members_are_those_of_the_table(named: Named) -> None:
    found, table = lists(named)
    for counted, plain in ((found, table), (found.other_way, table.T)):
        assert counted.rows.tolist() == plain.index.tolist()
        assert counted.columns.tolist() == plain.columns.tolist()
        assert counted.sizes.tolist() == plain.sum(axis=1).tolist()
        assert counted.filled().tolist() == plain.to_numpy(bool).tolist()
        for row in plain.index:
            named_there = plain.columns[plain.loc[row].to_numpy(bool)]
            assert counted.members(row).tolist() == named_there.tolist()


@pytest.mark.parametrize("faster", [0, 64, 10**9])  # sparse, as it comes, full
@given(named=NAMED, least=st.integers(0, 4), block=st.integers(1, 40))
def test_pairs_are_those_of_the_table(faster: int, named: Named, least: int, block: int) -> None:
    found, table = lists(named)
    columns = [frozenset(table.columns[row.astype(bool)]) for row in table.to_numpy()]
    expected = [
        (i, j, len(columns[i] & columns[j]))
        for i, j in combinations(range(len(columns)), 2)
        if len(columns[i] & columns[j]) >= least
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incidence, "FULL_IS_FASTER", faster)
        patch.setattr(incidence, "_BLOCK", block)
        first, second, both = found.pairs(least)
    assert list(zip(first.tolist(), second.tolist(), both.tolist(), strict=True)) == expected
    names = list(found.members_of_pairs(first, second))
    assert names == [tuple(sorted(columns[i] & columns[j])) for i, j, _ in expected]


@given(NAMED)
def test_kinds_are_the_different_rows(named: Named) -> None:
    found, table = lists(named)
    kinds, which = found.kinds()
    assert kinds.filled()[which].tolist() == table.to_numpy(bool).tolist()
    assert len(kinds) == len(table.drop_duplicates()) if table.size else len(kinds) <= 1
    assert kinds.rows.tolist() == sorted(kinds.rows)


@given(NAMED, st.data())
def test_in_any_row(named: Named, data: Any) -> None:
    found, table = lists(named)
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table))))
    assert found.in_any(chosen.astype(bool)).tolist() == table[chosen.astype(bool)].any().tolist()


def test_who_is_no_row_has_no_members(small: Corpus) -> None:
    with pytest.raises(KeyError):
        small.lists.members("nowhere")


def test_counts_beyond_what_a_byte_holds() -> None:
    found, _ = lists(np.ones((3, 1_000), bool))
    assert found.pairs()[2].tolist() == [1_000] * 3


def test_nothing_is_kept_full_that_is_not_asked_for() -> None:
    """5,000 letters of three out of 100,000 people: full, they would be 500 MB."""
    ids = pd.Series([f"l{n}" for n in range(5_000)])
    who = np.random.default_rng(0).integers(0, 100_000, (5_000, 3))
    signatures = pd.DataFrame(
        {"statement_id": ids.repeat(3).to_numpy(), "signatory": who.ravel().astype(str)}
    ).drop_duplicates()
    found = named_under(ids, signatures)
    assert found.bytes_to_count < 10**6
    first, second, both = found.pairs(1)
    names = found.members_of_pairs(first, second)
    assert [len(each) for each in names] == both.tolist()


def test_only_the_seam_knows_how_names_are_kept() -> None:
    package = Path(coalitions.__file__).parent
    sources = {str(p.relative_to(package)): p.read_text("utf-8") for p in package.rglob("*.py")}
    kept = re.compile(r"csr_array|scipy\.sparse|(?:lists|records|kinds)\.cells")
    # Where nodes stand, which cells of a null model are free, who is in a community or a camp, is
    # reckoned from other graphs.
    others = ("looks/", "graphs/nullmodels/", "graphs/communities/", "graphs/camps/")
    found = [name for name, text in sources.items() if kept.search(text)]
    seam = ["corpus/gram.py", "corpus/incidence.py"]
    assert [name for name in found if not name.startswith(others)] == seam
    # A diagram of every cell may have the full table.
    full = re.compile(
        r"(?:corpus|part)\.incidence\.(?:T|loc|iloc|any|sum|shape|columns|index|to_numpy)\b"
    )
    assert [name for name, text in sources.items() if full.search(text)] == ["figures/matrix.py"]
