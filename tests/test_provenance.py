"""What every artefact says of itself."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitions import Corpus, load, select
from coalitions.corpus.labels import statement_labels
from coalitions.corpus.provenance import completeness, dates, source
from coalitions.errors import CorpusError


def corpus_of(**columns: list[object]) -> Corpus:
    """Return a corpus of statements of which nobody is named."""
    nobody = pd.DataFrame({"statement_id": [], "signatory": []}, dtype=str)
    return Corpus(pd.DataFrame(columns), nobody)


def test_few_statements_are_spelt_out(small: Corpus, unga75: Corpus) -> None:
    assert completeness(unga75) == (
        "Names known: Kuwait 1 of 3, Pakistan 25 of 55, Cuba 45 of 45, Germany 39 of 39."
    )
    for part in ("4 of 4", "2 of 4", "0 of 3", "3 (no count declared)"):
        assert part in completeness(small)


def test_many_statements_are_counted() -> None:
    # One of each status, and a second complete one: two, one, one, one, one.
    corpus = Corpus(
        pd.DataFrame(
            {"statement_id": list("abcdef"), "declared_count": [1, 1, 3, 2, None, 0]},
        ),
        pd.DataFrame({"statement_id": list("abcef"), "signatory": ["CUB"] * 5}),
    )
    assert completeness(corpus) == (
        "Of 6 lists: 2 complete, 1 known in part, 1 known only by their count, "
        "1 without a declared count, taken as printed, 1 with more names than declared."
    )


def test_the_counts_add_up(un_china: Corpus) -> None:
    sentence = completeness(un_china)
    total, *parts = [int(word) for word in sentence.replace(",", "").split() if word.isdigit()]
    assert total == sum(parts) == len(un_china.statements) == 30  # 31 less one earlier version


def test_sources_are_named_once_in_the_order_of_the_statements(small: Corpus) -> None:
    assert source(small) == "Gazette; Herald"
    assert source(select(small, topic="Air")) == "not stated"


def test_dates_are_the_first_and_the_last(small: Corpus, unga75: Corpus) -> None:
    assert dates(small) == ("2020-01-10", "2021-04-04")
    assert dates(unga75) == ("2020-10-06", "2020-10-06")
    assert dates(corpus_of(statement_id=["a"])) == ("", "")


# Labels


def test_a_label_is_the_lead_where_that_is_enough(unga75: Corpus) -> None:
    assert statement_labels(unga75).tolist() == ["Kuwait", "Pakistan", "Cuba", "Germany"]


def test_a_label_has_what_tells_two_apart() -> None:
    corpus = corpus_of(
        statement_id=["a", "b", "c", "d", "e"],
        date=["2020-01-01", "2020-01-01", "2020-01-09", "2020-01-09", "2020-01-09"],
        lead=["CUB"] * 4 + ["CHN"],
        topic=["Land", "Sea", "Land", "Land", "Land"],
    )
    labels = statement_labels(corpus)
    assert labels["b"].startswith("Cuba")
    assert "Sea" in labels["b"]
    assert "2020-01-01" in labels["a"]
    assert labels["d"].endswith("d)")  # like c in all that is known
    assert labels["e"] == "China (Jan 2020)"


@pytest.mark.parametrize(
    ("columns", "labels"),
    [
        (
            {"topic": ["Gaza", "Gaza; Aid"], "date": ["2025-07-21", "2025-08-12"]},
            ["Gaza (Jul 2025)", "Gaza (Aug 2025)"],
        ),
        ({"topic": ["Gaza", "Methane"]}, ["Gaza", "Methane"]),
        ({"topic": ["Gaza", ""], "title": ["On Gaza", "On methane"]}, ["On Gaza", "On methane"]),
        ({"title": ["On Gaza", "On methane " * 9]}, ["one", "two"]),
        ({"date": ["2025-07-21", "2025-08-12"]}, ["one (Jul 2025)", "two (Aug 2025)"]),
    ],
)
def test_a_lead_that_all_have_is_no_label(columns: dict[str, list[str]], labels: list[str]) -> None:
    corpus = corpus_of(statement_id=["one", "two"], lead=["GBR", "GBR"], **columns)
    assert statement_labels(corpus).tolist() == labels


def test_sides_of_one_vote_are_told_apart_by_side() -> None:
    corpus = corpus_of(statement_id=["y", "n"], topic=["Gaza"] * 2, stance=["support", "critical"])
    assert statement_labels(corpus).to_dict() == {"y": "Gaza (support)", "n": "Gaza (critical)"}


def test_a_label_of_ones_own_is_kept_and_others_stand_back() -> None:
    corpus = corpus_of(
        statement_id=["a", "b", "c"], lead=["CUB", "PER", "CUB"], label=["", "Cuba", "On land"]
    )
    labels = statement_labels(corpus)
    assert labels.to_dict() == {"a": "Cuba (a)", "b": "Cuba", "c": "On land"}


def test_two_labels_alike_are_refused() -> None:
    with pytest.raises(CorpusError, match="a is called so, too: a label tells one from the others"):
        corpus_of(statement_id=["a", "b", "c"], label=["On land", "On land", ""])


def test_a_statement_without_a_lead_is_called_by_its_size_or_its_id() -> None:
    corpus = corpus_of(
        statement_id=["a", "letter"], date=["2020-01-01", ""], declared_count=[22, None]
    )
    labels = statement_labels(corpus)
    assert labels["a"].startswith("22 states")
    assert labels["letter"] == "letter"


def test_one_state_is_not_called_states() -> None:
    corpus = corpus_of(statement_id=["a"], date=["2020-01-01"], declared_count=[1])
    assert "1 states" not in statement_labels(corpus)["a"]


def test_members_of_another_kind_are_not_called_states() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["bill"], "date": ["2020-01-01"]}),
        pd.DataFrame({"statement_id": ["bill"] * 2, "signatory": ["Ann", "Bo"]}),
        members="any",
    )
    assert "state" not in statement_labels(corpus)["bill"]


@pytest.mark.parametrize("versions", ["latest", "all"])
def test_labels_of_the_large_corpus_are_unique(versions: str) -> None:
    corpus = load("un-china", versions=versions)  # type: ignore[arg-type]
    assert statement_labels(corpus).is_unique


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "2020-01-01", "2020-01-02"]),
            st.sampled_from(["", "CUB", "CHN"]),
            st.sampled_from(["", "Sea", "Land; Sea"]),
            st.sampled_from(["", "4", "5"]),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(deadline=None, max_examples=30)
def test_labels_are_unique(rows: list[tuple[str, str, str, str]]) -> None:
    table = pd.DataFrame(rows, columns=["date", "lead", "topic", "declared_count"], dtype=str)
    labels = statement_labels(
        corpus_of(**{c: list(table[c]) for c in table}, statement_id=[f"s{i}" for i in table.index])
    )
    assert labels.is_unique
    assert labels.str.len().gt(0).all()
