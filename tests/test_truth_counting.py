"""A count counts what it says: states are states, and whoever else is named is named apart."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from figure_checks import corpus_of

from coalitions import (
    Corpus,
    cosigning_graph,
    describe,
    draw_balance,
    draw_cosigning,
    draw_matrix,
    draw_network,
    draw_overlap,
    draw_timeline,
    load,
    node_looks,
    two_mode_graph,
    write_graph,
)
from coalitions.bounds import Interval
from coalitions.cli import cli
from coalitions.corpus.counting import (
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
from coalitions.corpus.noun import one_and_many
from coalitions.corpus.parts import choose
from coalitions.corpus.provenance import completeness
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning, CorpusError
from coalitions.figures.kit.legend import group_keys
from coalitions.findings.balance import OTHERS, group_counts
from coalitions.findings.panels import card_lists
from coalitions.findings.paragraph import story
from coalitions.findings.sentences import sizes
from coalitions.graphs.furthercolumns import plain_cell
from coalitions.looks import GROUP_COLOURS, PAPER, group_colours
from coalitions.tables.overlap import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EU, MALTA, KOSOVO, COOK = "EUE", "XOM", "XKX", "COK"


def two(first: list[str], second: list[str], **more: int) -> Corpus:
    """Return two lists, ``a`` and ``b``, with the counts that they declare."""
    return corpus_of({"a": first, "b": second}, declared=more or None)


def senators(**more: object) -> Corpus:
    return Corpus(
        pd.DataFrame({"statement_id": ["letter"]}),
        pd.DataFrame({"statement_id": ["letter"] * 2, "signatory": ["Ann", "Bo"]}),
        members="any",
        **more,  # type: ignore[arg-type]
    )


# What is no state


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (["FRA", EU], "1 state and the European Union"),
        (["FRA", "DEU", EU], "2 states and the European Union"),
        (["FRA", "PSE", "VAT"], "3 states"),  # the two observers are states
        (["FRA", KOSOVO], "1 state and Kosovo"),
        (["FRA", COOK, "NIU"], "1 state, the Cook Islands and Niue"),
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
    assert "1 state and the European Union are named under both statements" in " ".join(
        story(corpus)
    )


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
    # A part that names no such signatory does not say that it does.
    part = choose(corpus_of({"a": ["FRA", EU], "b": ["PER"]}), ["b"])
    assert universe(part) == "195 states, and the European Union, which could have signed as well"
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
    corpus = load(tmp_path, members="any")
    assert (corpus.noun, members(corpus, 2)) == ("person/people", "people")
    assert "noun" not in corpus.signatories
    assert load(tmp_path, members="any", noun="senator").noun == "senator"
    table.write_text("signatory,noun\nAnn,person\nBo,senator\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r'signatories.csv, row 3, column noun: "senator"'):
        load(tmp_path, members="any")


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
    assert str(Interval(900, 1264)) == "900–1,264"
    partial = corpus_of({"letter": ["Ann"]}, declared={"letter": 1264}, members="any")
    assert completeness(partial) == "Names known: letter 1 of 1,264."
    assert sizes(partial) == ["1 of 1,264"]
    assert "letter 1,263 of 1,264" in story(partial)[-1]
    assert [key.text for key in group_keys(["D"] * 1264, PAPER)] == ["D 1,264"]


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


# What travels into graphs


def test_a_graph_says_what_its_signatories_are_called() -> None:
    told = ("members", "noun", "noun_plural", "universe", "apart")
    graph = two_mode_graph(two(["FRA", EU], ["PER"]))
    assert [graph.graph[key] for key in told] == ["states", "state", "states", 196, 1]
    assert {key: graph.nodes[key]["status"] for key in ("FRA", EU)} == {
        "FRA": "member",
        EU: "non-member",
    }
    graph = cosigning_graph(senators(noun="person/people"))
    assert [graph.graph[key] for key in told] == ["any", "person", "people", 2, 0]
    assert cosigning_graph(senators()).graph["noun_plural"] == "signatories"


@pytest.mark.parametrize("suffix", [".graphml", ".json", ".gexf", ".csv", ".net", ".hif.json"])
def test_no_file_holds_a_side_or_a_count_that_nobody_stated(tmp_path: Path, suffix: str) -> None:
    graph = two_mode_graph(two(["FRA"], ["PER"]))
    write_graph(graph, tmp_path / f"graph{suffix}")
    for path in tmp_path.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "neither" not in text
        assert "-1" not in text
    assert not any({"side", "declared"} & set(data) for _, data in graph.nodes(data=True))


def test_further_columns_travel_and_take_no_name_of_the_contract() -> None:
    with pytest.warns(CoalitionsWarning, match="carried along"):
        corpus = Corpus(
            pd.DataFrame({"statement_id": ["letter"], "Count": ["many"], "pages": [3]}),
            pd.DataFrame(
                {"statement_id": ["letter"] * 2, "signatory": ["Ann", "Bo"], "page": [1, 2]}
            ),
            pd.DataFrame({"signatory": ["Ann", "Bo"], "state": ["OH", ""], "label": [None, "B."]}),
            members="any",
        )
    graph = two_mode_graph(corpus)
    assert graph.nodes["letter"]["statement_Count"] == "many"
    assert graph.nodes["letter"]["pages"] == 3
    assert graph.nodes["letter"]["count"] == 2
    assert graph.nodes["Ann"]["state"] == "OH"
    assert "state" not in graph.nodes["Bo"]
    assert "signatory_label" not in graph.nodes["Ann"]
    assert (graph.nodes["Bo"]["label"], graph.nodes["Bo"]["signatory_label"]) == ("Bo", "B.")
    assert [graph.edges["letter", name]["page"] for name in ("Ann", "Bo")] == [1, 2]
    assert cosigning_graph(corpus).nodes["Ann"]["state"] == "OH"
    assert all(
        type(value) in (str, int, float, bool)
        for _, data in graph.nodes(data=True)
        for value in data.values()
    )


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (float("nan"), ""),
        (None, ""),
        (pd.NaT, ""),
        (float("inf"), ""),
        ("  x ", "x"),
        (True, True),
        (pd.Timestamp("2020-10-06"), "2020-10-06"),
        ({"a": 1}, "{'a': 1}"),
    ],
)
def test_a_cell_becomes_what_every_format_can_hold(value: object, held: object) -> None:
    assert plain_cell(value) == held


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"signatory": "s1", "name": "Ann Lee"}, "Ann Lee"),
        ({"signatory": "s1", "name": "Ann Lee", "short": "Lee"}, "Lee"),
        ({"signatory": "s1", "name": ""}, "s1"),
    ],
)
def test_a_name_is_the_label_everywhere(row: dict[str, str], label: str) -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["letter"]}),
        pd.DataFrame({"statement_id": ["letter"], "signatory": ["s1"]}),
        pd.DataFrame([row]),
        members="any",
    )
    assert two_mode_graph(corpus).nodes["s1"]["label"] == label
    assert spoken_names(corpus, ["s1"]) == [label]
    assert draw_matrix(corpus).get_title(loc="left").startswith(f"{label} is named")


def test_a_name_of_a_state_is_the_label_unless_it_is_the_united_nations_own() -> None:
    table = pd.DataFrame(
        {"signatory": ["NLD", "CUB"], "name": ["Netherlands (Kingdom of the)", "Kuba"]}
    )
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["letter"]}),
        pd.DataFrame({"statement_id": ["letter"] * 2, "signatory": ["NLD", "CUB"]}),
        table,
    )
    assert corpus.signatories["short"].tolist() == ["Kuba", "Netherlands"]


# Groups


def parties(**groups: int) -> Corpus:
    """Return one letter that so many of each party signed."""
    rows = [(f"{party} {n}", party) for party, number in groups.items() for n in range(number)]
    table = pd.DataFrame(rows, columns=["signatory", "group"])
    return Corpus(
        pd.DataFrame({"statement_id": ["one", "two"]}),
        pd.concat([table[["signatory"]].assign(statement_id=key) for key in ("one", "two")]),
        table,
        members="any",
        noun="senator",
    )


def test_groups_of_ones_own_have_colours_and_a_key() -> None:
    corpus = parties(Democrats=3, Republicans=2, Independents=1)
    for draw in (draw_cosigning, draw_network):
        texts = {text.get_text() for text in draw(corpus).texts}
        assert {"Democrats 3", "Republicans 2", "Independents 1"} <= texts
    looks = node_looks(cosigning_graph(corpus))
    assert looks["colour"].nunique() == 3
    assert looks.loc["Democrats 0", "colour"] == looks.loc["Democrats 2", "colour"]


def test_more_groups_than_colours_are_other_groups() -> None:
    sizes = {f"G{n}": 12 - n for n in range(10)}
    corpus = parties(**sizes)
    groups = [d["group"] for _, d in cosigning_graph(corpus).nodes(data=True)]
    keys = group_keys(groups, PAPER)
    # Six can be told apart; the four smallest hold 6, 5, 4 and 3.
    assert [key.text for key in keys] == [*(f"G{n} {12 - n}" for n in range(6)), "other groups 18"]
    assert len({key.colour for key in keys}) == 7
    assert [k.text for k in group_keys(["R", "", "", "R"], PAPER)] == ["R 2", "no group 2"]
    assert group_keys([*map(str, range(9)), ""], PAPER)[-1].text == "other groups or none 4"


def test_the_united_nations_groups_keep_their_colours_beside_others() -> None:
    colours = group_colours(["African", "Islands", "Islands", ""], PAPER)
    assert colours["African"] == GROUP_COLOURS["African"]
    assert len(set(colours.values())) == 3


def test_balance_counts_no_state_that_is_none() -> None:
    corpus = two(["FRA", "DEU", EU, MALTA], ["FRA", "PER", "PSE"])
    corpus = Corpus(
        corpus.statements.assign(stance=["support", "critical"]),
        corpus.signatures,
        pd.DataFrame({"signatory": [EU], "group": ["Western European and others"]}).merge(
            pd.DataFrame({"signatory": ["FRA", "DEU", "PER", "PSE", EU]}), how="right"
        ),
    )
    groups = {group.name: group.size for group in group_counts(corpus)}
    assert groups == {
        "Western European and others": 2,
        "Latin American and Caribbean": 1,
        "": 1,
        OTHERS: 2,
    }
    written = [text.get_text() for text in draw_balance(corpus).texts]
    assert "the European Union and the Order of Malta" in written
    assert written.count("2 states") == 1


# Methods


@pytest.mark.parametrize(
    ("corpus", "said"),
    [
        (two(["FRA"], ["PER"]), "The universe is the 195 states that could have signed."),
        (
            two(["FRA", EU], ["PER"]),
            "the 195 states that could have signed, and the European Union, which is named.",
        ),
        (
            senators(),
            "Who else could have signed is not known: the universe is taken as the 2 that are",
        ),
        (senators(universe=100, noun="senator"), "The universe is the 100 senators that could"),
        (
            corpus_of({"a": ["Ann"]}, declared={"a": 1300}, members="any"),
            "the universe is taken as the 1 that is named and the 1,299 that are not.",
        ),
    ],
)
def test_methods_say_who_could_have_signed_as_far_as_it_is_known(corpus: Corpus, said: str) -> None:
    assert said in describe(corpus)
    assert said in describe(choose(corpus, [corpus.named.index[0]]))


def test_methods_say_how_positions_were_found() -> None:
    few = describe(two(["FRA"], ["PER"]))
    assert "minimise stress (Kamada and Kawai 1989); they are then stretched" in few
    assert "Fruchterman" not in few
    # 301 people, each under a letter of their own: more groups than stress takes.
    many = describe(corpus_of({f"l{n}": [f"p{n}"] for n in range(301)}, members="any"))
    assert "in parts of up to 300 such groups, and come from springs (Fruchterman" in many
    assert "10.1002/spe.4380211102" in many
    assert "1,264 signatories are named 1,264 times" in describe(
        corpus_of({"a": [f"p{n}" for n in range(1264)]}, members="any")
    )


# What is not drawn is not dated


def test_a_subtitle_has_the_dates_of_what_is_drawn() -> None:
    corpus = Corpus(
        pd.DataFrame(
            {
                "statement_id": ["a", "b", "c"],
                "date": ["2019-01-01", "2020-02-02", "2021-03-03"],
                "stance": ["", "support", "critical"],
                "declared_count": [None, 2, 9],
            }
        ),
        pd.DataFrame({"statement_id": ["a", "b", "b"], "signatory": ["PER", "FRA", "CUB"]}),
    )
    for draw, dates in (
        (draw_timeline, "2 February 2020 to 3 March 2021"),  # a has no stance
        (draw_balance, "2 February 2020 to 3 March 2021"),
        (draw_overlap, "1 January 2019 to 2 February 2020"),  # c names nobody
        (draw_matrix, "1 January 2019 to 3 March 2021"),
    ):
        subtitle = " ".join(draw(corpus).texts[0].get_text().split())
        assert subtitle.endswith(f"{dates}."), draw.__name__


@pytest.mark.parametrize(
    ("stances", "said"),
    [
        (["", ""], "Bold: on no other list"),
        (["support", "support"], "Bold: on no other list of that side"),
        (["support", "critical"], ""),
    ],
)
def test_a_card_speaks_of_sides_only_where_there_are_any(stances: list[str], said: str) -> None:
    corpus = two(["FRA", "PER"], ["FRA", "CUB"])
    card = card_lists(Corpus(corpus.statements.assign(stance=stances), corpus.signatures))
    assert [key for key in card.key if key.startswith("Bold")] == [said] * bool(said)


def test_every_command_that_takes_lists_takes_a_noun() -> None:
    taking = {
        name: {parameter.name for parameter in command.params}
        for name, command in cli.commands.items()
    }
    with_lists = {name for name, names in taking.items() if {"data", "members"} <= names}
    assert {"report", "check", "overlap", "change", "figure", "explore", "export"} <= with_lists
    assert all("noun" in taking[name] for name in with_lists)
