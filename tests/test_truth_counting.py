"""A count counts what it says: states are states, and whoever else is named is named apart."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from figure_checks import corpus_of

from coalitions import Corpus, load
from coalitions.bounds import Interval
from coalitions.corpus import choose
from coalitions.counting import (
    Tally,
    amount,
    counted,
    members,
    overlap_tally,
    size,
    spoken_names,
    tally,
    union_tally,
    universe,
)
from coalitions.errors import CoalitionsError, CorpusError
from coalitions.nouns import one_and_many
from coalitions.overlap import pairs
from coalitions.report.story import story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EU, MALTA, KOSOVO, COOK = "EUE", "XOM", "XKX", "COK"


def two(first: list[str], second: list[str], **more: int) -> Corpus:
    """Return two lists, ``a`` and ``b``, with the counts that they declare."""
    return corpus_of({"a": first, "b": second}, declared=more or None)


# What is no state


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (["FRA", EU], "1 state and the European Union"),
        (["FRA", "DEU", EU], "2 states and the European Union"),
        (["FRA", "PSE", "VAT"], "3 states"),  # the two observers are states
        (["FRA", KOSOVO], "1 state and Kosovo"),
        (["FRA", COOK, "NIU"], "1 state and the Cook Islands and Niue"),
        (["FRA", EU, MALTA, KOSOVO], "1 state and 3 others"),
        ([EU], "the European Union"),
        ([EU, MALTA], "the European Union and the Order of Malta"),
        (["FRA"], "1 state"),
    ],
)
def test_states_are_counted_and_the_others_named(who: list[str], said: str) -> None:
    assert counted(two(who, ["FRA"]), who) == said


def test_the_largest_overlap_names_who_is_no_state() -> None:
    corpus = two(["FRA", EU, "PER"], ["FRA", EU, "FJI"])
    assert amount(corpus, overlap_tally(corpus, "a", "b")) == "1 state and the European Union"
    assert "1 state and the European Union signed both statements" in " ".join(story(corpus))


def test_an_interval_counts_states_and_says_who_may_be_beside_them() -> None:
    # a lacks three names; b has all. The three may be PER and FJI, or the Union, or anybody.
    corpus = two(["FRA"], ["FRA", "PER", "FJI", EU], a=4, b=4)
    said = amount(corpus, overlap_tally(corpus, "a", "b"))
    assert said == "1 to 3 states, and perhaps the European Union,"
    sure = two(["FRA", EU], ["FRA", "PER", "FJI", EU], a=4, b=4)
    said = amount(sure, overlap_tally(sure, "a", "b"))
    assert said == "1 to 3 states and the European Union"


def test_the_universe_is_states_and_those_that_are_named_beside_them() -> None:
    assert universe(two(["FRA"], ["PER"])) == "195 states"
    corpus = two(["FRA", EU], ["PER"])
    assert universe(corpus) == "195 states, and the European Union, which is named"
    assert (corpus.universe, corpus.possible) == (195, 196)
    assert (
        universe(two([EU, MALTA, KOSOVO], ["PER"])) == "195 states, and 3 others, which are named"
    )
    assert load("unga75").possible == 195


def test_who_is_no_state_takes_no_place_in_the_universe() -> None:
    # Of a universe of three states all three and the Union sign: nobody is too many.
    table = pd.DataFrame({"statement_id": ["a"] * 4, "signatory": ["FRA", "PER", "FJI", EU]})
    corpus = Corpus(pd.DataFrame({"statement_id": ["a"], "declared_count": [4]}), table, universe=3)
    assert (corpus.universe, corpus.possible, corpus.unnamed.tolist()) == (3, 4, [0])
    with pytest.raises(CorpusError, match="fewer than are named"):
        Corpus(pd.DataFrame({"statement_id": ["a"]}), table, universe=2)


def test_a_kind_of_the_users_own_makes_nobody_a_state_or_none() -> None:
    table = pd.DataFrame({"signatory": ["FRA", EU, "PSE"], "kind": ["donor", "donor", ""]})
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"]}),
        pd.DataFrame({"statement_id": ["a"] * 3, "signatory": ["FRA", EU, "PSE"]}),
        table,
    )
    assert corpus.apart == {EU}
    assert universe(corpus) == "2 states, and the European Union, which is named"


def test_a_word_for_all_of_them_is_never_states_where_some_are_none() -> None:
    corpus = two(["FRA", EU], ["PER"])
    assert members(corpus, 2) == "signatories"
    assert members(choose(corpus, ["b"]), 2) == "states"
    # Of a partial list nobody knows: the Union, named elsewhere, may be on it.
    corpus = two(["FRA", EU], ["PER"], a=2, b=9)
    assert size(corpus, "b") == "9 signatories"
    assert size(corpus, "a") == "1 state and the European Union"
    assert size(corpus, "a", brief=True) == "1 state and 1 other"


def completions(corpus: Corpus, pool: set[str]) -> Iterator[tuple[set[str], set[str]]]:
    """Yield every pair of whole lists that the two partial ones may be."""
    named = [set(corpus.incidence.columns[row]) for row in corpus.incidence.to_numpy(bool)]
    more = [
        [names | set(extra) for extra in combinations(sorted(pool - names), int(n))]
        for names, n in zip(named, corpus.unnamed, strict=True)
    ]
    yield from product(*more)


@pytest.mark.parametrize("declared", [(2, 3), (4, 3), (3, 5), (6, 6), (2, 5), (5, 4)])
@pytest.mark.parametrize(
    "lists",
    [
        (["FRA"], ["FRA", "PER", EU]),
        (["FRA", EU], ["PER", MALTA]),
        (["FRA", EU], ["PER", EU]),
        ([MALTA], ["FRA", "PER"]),
    ],
)
def test_intervals_of_states_hold_in_every_completion_and_are_attained(
    lists: tuple[list[str], list[str]], declared: tuple[int, int]
) -> None:
    states = ["FRA", "PER", "FJI", "CUB", "OMN"]
    named = [(key, name) for key, names in zip("ab", lists, strict=True) for name in names]
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a", "b"], "declared_count": declared}),
        pd.DataFrame(named, columns=["statement_id", "signatory"]),
        pd.DataFrame({"signatory": states}),
    )
    whole = list(completions(corpus, {*states, *corpus.apart}))
    assert whole
    for found, sets in (
        (overlap_tally(corpus, "a", "b"), [a & b for a, b in whole]),
        (union_tally(corpus, ["a", "b"]), [a | b for a, b in whole]),
    ):
        counts = [len(names & set(states)) for names in sets]
        assert found.found == Interval(min(counts), max(counts))
        apart = [names & corpus.apart for names in sets]
        # Where the lists name all but nobody, who only may be on both is still said to be perhaps.
        assert set(found.apart) <= frozenset.intersection(*map(frozenset, apart))
        assert set(found.apart) | set(found.perhaps) == frozenset().union(*apart)
    # The tables count everybody, and their bounds hold the same completions.
    row = pairs(corpus).iloc[0]
    sizes = [len(a & b) for a, b in whole]
    assert (row["shared_min"], row["shared_max"]) == (min(sizes), max(sizes))


# What they are called


def senators(**more: object) -> Corpus:
    return Corpus(
        pd.DataFrame({"statement_id": ["letter"]}),
        pd.DataFrame({"statement_id": ["letter"] * 2, "signatory": ["Ann", "Bo"]}),
        members="any",
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("", ("signatory", "signatories")),
        ("senator", ("senator", "senators")),
        ("person/people", ("person", "people")),
        ("party", ("party", "parties")),
        ("church", ("church", "churches")),
        ("Member of Parliament/Members of Parliament", None),
        ("chef d'équipe/chefs d'équipe", ("chef d'équipe", "chefs d'équipe")),
    ],
)
def test_the_noun_is_the_users(noun: str, words: tuple[str, str] | None) -> None:
    corpus = senators(noun=noun)
    one, many = words or noun.split("/")
    assert (members(corpus, 1), members(corpus, 2)) == (one, many)
    assert counted(corpus, ["Ann", "Bo"]) == f"2 {many}"
    assert corpus.universe == 2


@pytest.mark.parametrize("noun", ["/", "a/b/c", "12", "x" * 41, "<b>", "senator/", "a\x00b"])
def test_a_noun_that_is_none_is_refused(noun: str) -> None:
    with pytest.raises(CoalitionsError, match=r"noun: .*such as person/people"):
        senators(noun=noun)
    with pytest.raises(CoalitionsError):
        one_and_many(noun)


def test_a_column_says_the_noun_and_must_say_one(tmp_path: Path) -> None:
    (tmp_path / "statements.csv").write_text("statement_id\nletter\n", encoding="utf-8")
    (tmp_path / "signatures.csv").write_text(
        "statement_id,signatory\nletter,Ann\nletter,Bo\n", encoding="utf-8"
    )
    table = tmp_path / "signatories.csv"
    table.write_text("signatory,noun\nAnn,person/people\nBo,\n", encoding="utf-8")
    corpus = load(tmp_path, signatories="any")
    assert (corpus.noun, members(corpus, 2)) == ("person/people", "people")
    assert "noun" not in corpus.signatories
    assert load(tmp_path, signatories="any", noun="senator").noun == "senator"
    table.write_text("signatory,noun\nAnn,person\nBo,senator\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r'signatories.csv, row 3, column noun: "senator"'):
        load(tmp_path, signatories="any")


def test_a_noun_is_never_guessed() -> None:
    table = pd.DataFrame({"signatory": ["Ann", "Bo"], "kind": "senator", "group": "African"})
    assert members(senators(signatories=table), 2) == "signatories"


# Names in sentences


def test_names_have_their_article_and_no_abbreviation_in_a_sentence() -> None:
    codes = ["NLD", "GBR", "USA", "CAF", "PHL", "GNQ", "BIH", "NER", "NGA", "CUB", "SDN", "SSD"]
    corpus = two(codes, [EU])
    assert spoken_names(corpus, codes) == [
        "Bosnia and Herzegovina",
        "the Central African Republic",
        "Cuba",
        "Equatorial Guinea",
        "the Netherlands",
        "the Niger",
        "Nigeria",
        "the Philippines",
        "South Sudan",
        "the Sudan",
        "the United Kingdom",
        "the United States",
    ]


def test_thousands_have_a_separator() -> None:
    many = corpus_of({"letter": [f"Person {n}" for n in range(1264)]}, members="any")
    assert counted(many, many.incidence.columns) == "1,264 signatories"
    assert amount(many, Tally(Interval(900, 1264))) == "900 to 1,264 signatories"
    assert tally(many, ["Person 1"]).found == (1, 1)
    assert "its list names 1,264 signatories" in story(many)[0]


# What was not declared


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({}, "No list declares a count of signatories: whether all are named is not known."),
        ({"a": 1, "b": 1}, "Every declared signatory is named."),
        (
            {"a": 1},
            "1 list declares a count and names that many; of 1 list it is not known.",
        ),
    ],
)
def test_nothing_is_said_of_what_was_not_declared(declared: dict[str, int], said: str) -> None:
    assert story(two(["FRA"], ["PER"], **declared))[-1] == said
