"""A row that says "withdrew" is no signature, whatever its column is called."""

from __future__ import annotations

import pandas as pd
import pytest

from coalitions import Corpus
from coalitions.errors.problems import CoalitionsWarning, CorpusError

CODES = ["CUB", "PER", "MLI", "FRA"]


def corpus_with(column: str, cells: list[object]) -> Corpus:
    signed = {"statement_id": "a", "signatory": CODES[: len(cells)], column: cells}
    return Corpus(pd.DataFrame({"statement_id": ["a"]}), pd.DataFrame(signed))


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("action", ["signed", "withdrew"]),
        ("Action", ["signed", "later withdrew, on 3 May"]),
        ("action", ["joined", "left"]),
        ("status", ["signed", "declined"]),
        ("status", ["", "pending"]),
        ("position", ["support", "abstained"]),
        ("signed", ["yes", "not yet"]),
        ("signed", ["yes", "hasn't signed"]),
        ("response", ["endorsed", "no reply"]),
        ("geste", ["signed", "refused"]),  # the cells say it where the name does not
        ("withdrawn", ["", "yes"]),
        ("withdrew_on", ["", "2020-05-03"]),
        ("declined", ["no", "x"]),
    ],
)
def test_a_row_that_is_no_signature_is_refused(column: str, cells: list[object]) -> None:
    with pytest.raises(CorpusError) as caught:
        corpus_with(column, cells)
    (problem,) = caught.value.problems
    assert (problem.row, problem.column, problem.value) == (3, column, cells[1])
    assert problem.expected.startswith("says that this row is no signature")
    assert "superseded_by" in problem.expected


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("position", ["left", "right"]),  # of parties
        ("party", ["Left", "Green"]),
        ("status", ["member", "observer"]),
        ("status", ["has not ratified", "ratified"]),
        ("action", ["signed", "read it out"]),
        ("withdrew", ["no", "no"]),
    ],
)
def test_what_says_something_else_is_carried_along(column: str, cells: list[object]) -> None:
    with pytest.warns(CoalitionsWarning, match=f'not understood: "{column}"$'):
        assert corpus_with(column, cells).named["a"] == len(cells)


def test_of_a_remark_the_row_is_named_and_left_to_the_reader() -> None:
    with pytest.warns(CoalitionsWarning, match=r'"remark" \(row 3 says "withdrew in May": if it'):
        corpus_with("remark", ["read it out", "withdrew in May"])
