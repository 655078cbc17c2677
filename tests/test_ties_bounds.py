"""p-values over completions of partial lists, against every completion."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions import CoalitionsError, Corpus, cosigning_ties, load
from coalitions.graphs.nullmodels import Observed, null_distribution
from coalitions.graphs.ties.completions import BOUNDED, bounds


def completions(observed):
    """Yield every table of signatories that the lists allow."""
    of_each = []
    for n, more in enumerate((observed.counts - observed.signed.sum(axis=0)).tolist()):
        absent = np.flatnonzero(observed.permitted[:, n] & ~observed.signed[:, n])
        columns = []
        for who in combinations(absent.tolist(), more):
            column = observed.signed[:, n].copy()
            column[list(who)] = True
            columns.append(column)
        of_each.append(columns)
    for columns in product(*of_each):
        yield np.stack(columns, axis=1)


@given(st.sampled_from(BOUNDED), st.integers(3, 5), st.integers(1, 4), st.data())
@settings(max_examples=60)
def test_bounds_are_those_of_every_completion(model, rows, columns, data) -> None:
    cells = data.draw(st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns))
    signed = np.array(cells).reshape(rows, columns)
    closed = data.draw(st.sampled_from([0, 0, 0b100010001, 0b1000010]))  # some could not sign
    could = signed | ((closed >> np.arange(rows * columns)) & 1 == 0).reshape(rows, columns)
    room = (could & ~signed).sum(axis=0).tolist()
    unnamed = np.array([data.draw(st.integers(0, each)) for each in room])
    mask = could if closed else None
    observed = Observed(signed, could.sum(axis=0), mask, unnamed)
    tables = [Observed(table, observed.universe, mask) for table in completions(observed)]
    nulls = [null_distribution(table, model) for table in tables]
    tails = [null.tails(table.shared) for null, table in zip(nulls, tables, strict=True)]
    found = bounds(null_distribution(observed, model), observed)
    every = {
        "upper": [upper for upper, _ in tails],
        "lower": [lower for _, lower in tails],
        "shared": [table.shared for table in tables],
        "expected": [null.expected for null in nulls],
    }
    for name, values in every.items():
        low, high = getattr(found, name)
        np.testing.assert_allclose(low, np.min(values, axis=0), rtol=1e-10, err_msg=name)
        np.testing.assert_allclose(high, np.max(values, axis=0), rtol=1e-10, err_msg=name)


def test_an_interval_is_a_point_where_lists_are_complete() -> None:
    letters = {"a": ["A", "B", "C"], "b": ["A", "B"], "c": ["C"], "d": ["A", "B"]}
    for model in BOUNDED:
        corpus = load(letters, members="any")
        table = cosigning_ties(corpus, model=model, partial="bounds", alpha=0.9)
        plain = cosigning_ties(corpus, model=model, alpha=0.9)
        same = [column for column in plain if column != "p_min"]
        pd.testing.assert_frame_equal(table[same], plain[same])
        for column in ("shared", "expected", "p_upper", "p_lower"):
            other = f"{column}_max" if f"{column}_max" in table else f"{column}_min"
            assert (table[column] == table[other]).all()


def test_a_tie_is_significant_whoever_the_unnamed_are() -> None:
    who = {f"l{n}": ["A", "B"] if n < 5 else ["C"] for n in range(12)} | {"last": ["A"]}
    rows = [(key, name) for key, names in who.items() for name in names]
    corpus = Corpus(
        pd.DataFrame(
            {"statement_id": list(who), "declared_count": [*map(len, who.values())]}
        ).assign(
            declared_count=lambda table: table["declared_count"] + (table["statement_id"] == "last")
        ),
        pd.DataFrame(rows, columns=["statement_id", "signatory"]),
        universe=6,
        members="any",
    )
    table = cosigning_ties(corpus, model="fixedrow", partial="bounds").set_index(["u", "v"])
    pair = table.loc["A", "B"]
    # Of 13 statements A signed 6, B 5 or 6: all of B's, whether or not it is the one unnamed.
    assert pair["p_upper"] == pytest.approx(1 / 1287 * 6)  # C(6, 5) of the C(13, 5)
    assert pair["p_upper_min"] == pytest.approx(1 / 1716)  # C(13, 6)
    assert (pair["shared"], pair["shared_max"], pair["significant"]) == (5, 6, True)
    assert table["significant"].sum() == 1
    method = table.attrs["method"]
    assert "(1 of them known in part, counted with all that they declare)" in method
    assert method.endswith("the largest decides.")


def test_where_much_is_unnamed_nothing_is_sure(un_china) -> None:
    table = cosigning_ties(un_china, model="fixedrow", partial="bounds")
    named = cosigning_ties(un_china, model="fixedrow", partial="named")
    assert len(table) == len(named)
    assert not table["significant"].any()
    assert named["significant"].any()
    assert (table["p_upper_min"] <= named["p_upper"] * (1 + 1e-9)).all()
    assert (table["p_upper"] >= named["p_upper"] * (1 - 1e-9)).all()
    assert (table["shared"] <= table["shared_max"]).all()
    assert set(table["sign"]) <= {-1, 0, 1}


def test_models_without_bounds_are_refused_with_what_to_take(un_china) -> None:
    for model in ("sdsm", "fdsm"):
        with pytest.raises(CoalitionsError, match=r"exact for fixedfill, fixedrow and fixedcol; "):
            cosigning_ties(un_china, model=model, partial="bounds")


def test_a_list_of_which_nothing_is_known_has_no_size() -> None:
    table = pd.DataFrame({"statement_id": list("abc"), "declared_count": [3, None, 1]})
    named = {"statement_id": list("aac"), "signatory": ["CUB", "PER", "CHL"]}
    signatures = pd.DataFrame(named)
    how = {"model": "fixedrow", "partial": "bounds", "alpha": 0.999}
    with pytest.warns(match="of 1 of 3 statements neither a name nor a count is known, and it is"):
        found = cosigning_ties(Corpus(table, signatures), **how)
    assert len(found) == 3
    nothing = Corpus(table[1:2], signatures[:0])
    with pytest.raises(CoalitionsError, match="no p-value has bounds"):
        cosigning_ties(nothing, **how)
