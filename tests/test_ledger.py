"""Declared against named, and stated numbers against what the lists allow."""

from __future__ import annotations

import math

import pandas as pd
import pytest
import worked
from hypothesis import given
from hypothesis import strategies as st

from coalitions import CoalitionsError, Corpus, check_claims, statement_ledger
from coalitions.corpus.checking import QUALIFIERS as ALLOWED
from coalitions.tables.ledger import QUALIFIERS


def test_the_worked_ledger(small: Corpus) -> None:
    table = statement_ledger(small)
    assert list(table.columns) == ["statement_id", "declared", "named", "unnamed", "status"]
    assert table.astype(object).where(table.notna(), None).to_numpy().tolist() == [
        ["full", 4, 4, 0, "complete"],
        ["part", 4, 2, 2, "partial"],
        ["count", 3, 0, 3, "count only"],
        ["plain", None, 3, None, "undeclared"],
    ]


def test_more_named_than_declared_is_over_and_leaves_nobody_unnamed() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], "declared_count": [1]}),
        pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["CUB", "CHN"]}),
    )
    row = statement_ledger(corpus).iloc[0]
    assert (row["named"], row["unnamed"], row["status"]) == (2, 0, "over")


def test_nobody_declared_and_nobody_named_is_complete() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"], "declared_count": [0]}),
        pd.DataFrame({"statement_id": [], "signatory": []}),
    )
    assert statement_ledger(corpus)["status"].tolist() == ["complete"]


def test_the_core_case(unga75: Corpus) -> None:
    # What data/SOURCES.md says of 6 October 2020.
    table = statement_ledger(unga75)
    assert table.drop(columns="statement_id").to_numpy().tolist() == [
        [3, 1, 2, "partial"],  # Kuwait: the speaker only
        [55, 25, 30, "partial"],  # Pakistan
        [45, 45, 0, "complete"],  # Cuba
        [39, 39, 0, "complete"],  # Germany
    ]


@pytest.mark.parametrize("claim", worked.CLAIMS)
def test_a_worked_claim(small: Corpus, claim: str) -> None:
    quantity, statements, qualifier, stated, low, high, verdict = worked.CLAIMS[claim]
    row = check_claims(small).set_index("claim_id").loc[claim]
    assert (row["quantity"], row["statements"]) == (quantity, statements)
    assert (row["qualifier"], row["count"]) == (qualifier, stated)
    assert (row["low"], row["high"], row["verdict"]) == (low, high, verdict)


def test_the_claims_about_the_core_case(unga75: Corpus) -> None:
    table = check_claims(unga75).set_index("claim_id")
    assert table[["low", "high", "verdict"]].T.to_dict("list") == {
        # Named union 52 + Kuwait's... Cuba 45, with 6 more of Pakistan's 25 and Kuwait: 52. The 30
        # unnamed of Pakistan: 26 + 1 may be among the 27 others, so 3 are new: 55; the 2 of
        # Kuwait among all of these. At most 52 + 30 + 2 = 84. Nearly 70 is 63 to 69.
        "nearly-70-states": [55, 84, "possible"],
        "diplomat-54": [55, 55, "contradicted"],
        "mfa-57": [55, 55, "contradicted"],
        "mfa-48": [45, 45, "contradicted"],
        "mfa-more-than-70": [55, 84, "possible"],
    }


@pytest.mark.parametrize(
    ("qualifier", "fits"),
    [
        ("exactly", [70]),
        ("nearly", range(63, 70)),  # 70 less 10 % to 70 less 1
        ("more than", range(71, 101)),
        ("at least", range(70, 101)),
        ("at most", range(71)),
        ("fewer than", range(70)),
    ],
)
def test_what_a_qualifier_allows(qualifier: str, fits: range | list[int]) -> None:
    low, high = QUALIFIERS[qualifier](70)
    assert [n for n in range(101) if low <= n <= high] == list(fits)


def test_every_qualifier_that_a_table_may_hold_is_understood() -> None:
    assert tuple(QUALIFIERS) == ALLOWED


@given(st.integers(0, 500))
def test_nearly_is_a_tenth_at_most_rounded_inwards(count: int) -> None:
    low, high = QUALIFIERS["nearly"](count)
    assert high == count - 1
    assert 10 * low >= 9 * count > 10 * (low - 1)
    assert low == math.floor(low)


@pytest.mark.parametrize(
    ("quantity", "statements"), [("size", "full;part"), ("overlap", "full"), ("overlap", "x;y;z")]
)
def test_a_claim_about_too_many_or_too_few_statements(quantity: str, statements: str) -> None:
    names = ["full", "part", "x", "y", "z"]
    claim = {
        "claim_id": ["k7"],
        "quantity": [quantity],
        "statements": [statements],
        "qualifier": ["exactly"],
        "count": [1],
    }
    with pytest.raises(CoalitionsError, match=quantity):
        check_claims(
            Corpus(
                pd.DataFrame({"statement_id": names}),
                pd.DataFrame({"statement_id": names, "signatory": ["CUB"] * len(names)}),
                claims=pd.DataFrame(claim),
            )
        )
