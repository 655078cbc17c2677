"""What is counted and written in parts is what is counted and written at once."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions import CoalitionsWarning, Corpus, load, pairs
from coalitions.cli import printing
from coalitions.cli.terminal import table_text
from coalitions.corpus import incidence
from coalitions.corpus.tidying import cell_text, texts
from coalitions.errors import CorpusError
from coalitions.files.rows import csv_rows
from coalitions.names.decoding import garbled
from coalitions.tables import overlap, pair_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = st.one_of(st.none(), st.sampled_from(["", "a,b", 'x"y', "l\nm", "=1", "é", " ", "\r"]))


@pytest.fixture
def crowd() -> Corpus:
    """Fourteen statements of a dozen people, a third known in part, one of them not at all."""
    named = np.random.default_rng(3).random((14, 12)) < np.linspace(0.0, 0.9, 14)[:, None]
    rows, columns = np.nonzero(named)
    ids = [f"s{n:02}" for n in range(14)]
    sizes = named.sum(1)
    declared = ["" if n % 3 else str(min(12, size + n % 4)) for n, size in enumerate(sizes)]
    return Corpus(
        pd.DataFrame({"statement_id": ids, "declared_count": declared}),
        pd.DataFrame(
            {"statement_id": [ids[n] for n in rows], "signatory": [f"x{n:02}" for n in columns]}
        ),
        pd.DataFrame({"signatory": [f"x{n:02}" for n in range(12)]}),
        members="any",
    )


@pytest.fixture(params=[1, 20])
def small_parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count and write so few at a time that all comes in many parts."""
    monkeypatch.setattr(incidence, "_BLOCK", request.param)
    monkeypatch.setattr(overlap, "_ROWS", request.param)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("of", ["statements", "signatories"])
@pytest.mark.parametrize("least", [None, 1, 4, 99])
@pytest.mark.parametrize("statements", [(), ("s09",), ("s05", "s09", "s13")])
def test_parts_are_the_whole(
    crowd: Corpus, of: str, least: int | None, statements: tuple[str, ...]
) -> None:
    asked = {"of": of, "statements": statements, "min_shared": least}
    whole = pairs(crowd, **asked)
    parts = pd.concat(pair_tables(crowd, **asked), ignore_index=True)
    pd.testing.assert_frame_equal(parts, whole)


@pytest.mark.usefixtures("small_parts")
def test_a_minimum_and_the_largest_are_those_of_all_pairs(crowd: Corpus) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(incidence, "_BLOCK", 10**6)
        whole = pairs(crowd)
    some = pairs(crowd, min_shared=4)
    expected = whole[whole["shared_named"] >= 4].reset_index(drop=True)
    pd.testing.assert_frame_equal(some, expected)
    order = ["shared_named", "shared_max"]
    for top in (1, 5, 60, 10_000):
        first = whole.sort_values(order, ascending=False, kind="stable").head(top)
        pd.testing.assert_frame_equal(pairs(crowd, top=top), first.reset_index(drop=True))


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize(
    ("members", "least"), [("named", 3), ("none", None), ("named", 99), ("none", 99)]
)
def test_every_format_is_the_same_in_parts(
    crowd: Corpus, members: str, least: int | None, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    asked = {"min_shared": least, "members": members}
    whole = pairs(crowd, **asked)
    for style in ("csv", "json", "table"):
        printing.show(whole, style)
        at_once = capfdbinary.readouterr().out
        rows = printing.show_parts(style, partial(pair_tables, crowd), **asked)
        assert capfdbinary.readouterr().out == at_once
        assert rows == len(whole)


def test_on_a_terminal_the_whole_table_is_fitted(
    crowd: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    printing.show_parts("table", partial(pair_tables, crowd), min_shared=8)
    assert capsys.readouterr().out == table_text(pairs(crowd, min_shared=8), 60)


@st.composite
def tables(draw: st.DrawFn) -> pd.DataFrame:
    """Draw a table of every kind of column, with few different cells, or only one column."""
    rows = draw(st.integers(0, 6))

    def column(cells: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(cells, min_size=rows, max_size=rows))

    floats = st.sampled_from([0.0, -0.0, 1 / 3, float("nan"), float("inf"), 1e20, 1e-7, 5.0])
    table = pd.DataFrame(
        {
            "text": pd.Series(column(TEXTS), dtype="str"),
            "any": pd.Series(column(TEXTS | st.integers()), dtype=object),
            "number": pd.Series(column(st.integers(-(2**63), 2**63 - 1)), dtype="int64"),
            "share": pd.Series(column(floats), dtype="float64"),
            "count": pd.Series(column(st.none() | st.integers(0, 3)), dtype="Int64"),
            "said": pd.Series(column(st.booleans()), dtype=bool),
        }
    )
    return table[draw(st.lists(st.sampled_from(list(table)), min_size=1, unique=True))]


@given(tables())
def test_csv_is_what_pandas_writes(table: pd.DataFrame) -> None:
    assert csv_rows(table) == table.to_csv(index=False, lineterminator="\n")


def test_names_are_worked_out_for_the_rows_that_are_printed(
    crowd: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    plain = incidence.Incidence.members_of_pairs

    def counted(
        self: incidence.Incidence, first: incidence.Positions, second: incidence.Positions
    ) -> Iterator[tuple[str, ...]]:
        asked.append(len(first))
        return plain(self, first, second)

    monkeypatch.setattr(incidence.Incidence, "members_of_pairs", counted)
    assert len(pairs(crowd, top=3)) == 3
    assert asked == [3]


def test_a_table_of_many_rows_says_what_each_row_says() -> None:
    """What is looked up once for many rows is still said of each of them."""
    rows = [("a", "Cubba"), ("a", "Peru"), ("b", "Cubba"), ("b", "Peru*"), ("c", "Peru*")]
    table = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    said = pytest.warns(CoalitionsWarning, match=r"Peru\* \(row 5\).*Peru\* \(row 6\)")
    with said, pytest.raises(CorpusError) as refused:
        load(table)
    assert [(p.row, p.value) for p in refused.value.problems] == [(2, "Cubba"), (4, "Cubba")]


@given(st.lists(TEXTS | st.floats(allow_nan=True) | st.integers() | st.dates(), max_size=6))
def test_texts_are_those_of_each_cell(cells: list[object]) -> None:
    frame = pd.DataFrame({"any": pd.Series(cells, dtype=object)})
    expected = ["" if pd.isna(cell) else cell_text(cell) for cell in cells]
    assert texts(frame)["any"].tolist() == expected


@pytest.mark.parametrize("text", ["Türkiye", "TÃ¼rkiye", "ÐŸÐµÑ€Ñƒ", "Éé", "Côte d'Ivoire", "île"])
def test_a_wrong_encoding_is_found_in_a_long_text_as_in_a_word(text: str) -> None:
    long = "\n".join(["Cuba, Peru"] * 50 + [text] + ["Chile"] * 50)
    assert (garbled(long) is None) == (garbled(text) is None)
