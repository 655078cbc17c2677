"""Sides in one's own words: up to six, which of them are opposed, and what is said of them."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from colorspacious import cspace_convert, deltaE

from coalitions import (
    CoalitionsError,
    Corpus,
    compare_statements,
    describe,
    load,
    looks,
    node_looks,
    select,
    two_mode_graph,
)
from coalitions.corpus import are_opposed, more_than_one, opposites, sides_here
from coalitions.explorer.wholegraph import graph_record
from coalitions.figures import FIGURES
from coalitions.figures.card import write_card
from coalitions.findings import finding, story
from coalitions.findings.panels import card_lists
from coalitions.report.page import Made, report_html
from coalitions.report.parts import PARTS
from coalitions.tables import (
    choose_statements,
    pairs,
    regions,
    side_histories,
    side_moves,
    side_standings,
    sides_across,
    sides_taken,
    stands_of,
    statement_ledger,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from conftest import Run

#: Each statement: its stance, its day, who is under it.
Lists = dict[str, tuple[str, str, str]]
VOTES: Lists = {
    "r1-yes": ("yes", "2020-01-01", "CUB PER CHL ARG"),
    "r1-no": ("no", "2020-01-01", "FRA DEU"),
    "r1-abstain": ("abstain", "2020-01-01", "KEN JPN"),
    "r2-yes": ("yes", "2021-01-01", "CUB PER FRA"),
    "r2-no": ("no", "2021-01-01", "DEU CHL"),
    "r2-abstain": ("abstain", "2021-01-01", "KEN ARG"),
}
CAMPS: Lists = {
    "w": ("western", "2020-01-01", "FRA DEU JPN"),
    "e": ("eastern", "2020-01-01", "CUB PER"),
    "n": ("non-aligned", "2020-01-01", "KEN CHL"),
    "w2": ("western", "2021-01-01", "FRA KEN"),
    "e2": ("eastern", "2021-01-01", "CUB"),
    "n2": ("non-aligned", "2021-01-01", "CHL JPN"),
}
SIX: Lists = {
    side: (side, "2020-01-01", who)
    for side, who in zip("abcdef", ["CUB PER", *["FRA", "DEU", "KEN", "CHL", "JPN"]], strict=True)
}
ONE: Lists = {
    "x": ("concerned", "2020-01-01", "CUB PER"),
    "y": ("concerned", "2021-01-01", "CUB CHL"),
}
#: Two that are opposed by what is given, and a third.
THREE: Lists = {
    "f": ("for", "2020-01-01", "CUB PER CHL"),
    "g": ("against", "2020-01-01", "FRA CUB"),
    "s": ("silent", "2020-01-01", "KEN"),
    "f2": ("for", "2021-01-01", "CUB FRA"),
    "g2": ("against", "2021-01-01", "DEU"),
}


def corpus_of(lists: Lists, **given: Any) -> Corpus:
    """Return the corpus of some lists; those of one day are one event."""
    columns = ["statement_id", "stance", "date", "event_id"]
    about = [(key, side, day, day) for key, (side, day, _) in lists.items()]
    names = [(key, who) for key, (_, _, them) in lists.items() for who in them.split()]
    return Corpus(
        pd.DataFrame(about, columns=columns),
        pd.DataFrame(names, columns=["statement_id", "signatory"]),
        **given,
    )


CORPORA: dict[str, Any] = {
    "votes": lambda: corpus_of(VOTES),
    "camps": lambda: corpus_of(CAMPS),
    "six": lambda: corpus_of(SIX),
    "one": lambda: corpus_of(ONE),
    "three": lambda: corpus_of(THREE, opposed=[("for", "against")]),
    "two apart": lambda: corpus_of({key: CAMPS[key] for key in ("w", "e", "w2", "e2")}),
}


# --- which sides there are, and which are opposed ------------------------------------------------


def test_a_corpus_knows_its_sides_the_opposed_ones_first() -> None:
    votes = corpus_of(VOTES)
    assert votes.sides == ("yes", "no", "abstain")
    assert votes.opposed == (("yes", "no"),)
    assert opposites(votes, "abstain") == []
    assert corpus_of(CAMPS).sides == ("eastern", "non-aligned", "western")
    assert corpus_of(CAMPS).opposed == ()
    assert corpus_of(THREE, opposed=[("against", "for")]).sides == ("against", "for", "silent")


def test_which_are_opposed_is_said_by_a_column_too() -> None:
    table = pd.DataFrame(
        {
            "statement_id": ["f", "g", "h"],
            "signatory": ["Cuba", "Peru", "Chad"],
            "stance": ["for", "against", "silent"],
            "opposed": ["against; silent", "", ""],
        }
    )
    corpus = load(table)
    assert opposites(corpus, "for") == ["against", "silent"]
    assert opposites(corpus, "silent") == ["for"]
    assert not are_opposed(corpus, "against", "silent")


def test_a_part_keeps_the_sides_of_the_whole_and_so_their_colours() -> None:
    part = select(corpus_of(VOTES), stance="abstain")
    assert part.sides == ("yes", "no", "abstain")
    assert sides_here(part) == ["abstain"]
    graph = two_mode_graph(part)
    assert set(node_looks(graph)["colour"]) == {looks.FURTHER_COLOURS[0]}


@pytest.mark.parametrize(
    ("sides", "opposed", "more"),
    [
        (["support", "critical"], (), "both"),
        (["Yes", "No"], (), "both"),
        (["west", "east"], (), "several"),
        (["west", "east"], [("west", "east")], "both"),
        (["yes", "no", "abstain"], (), "several"),
        (["critical", "abstain"], (), "several"),
    ],
)
def test_both_is_said_only_where_two_opposed_sides_are_all(
    sides: list[str], opposed: Any, more: str
) -> None:
    lists: Lists = {side: (side, "2020-01-01", "CUB") for side in sides}
    corpus = corpus_of(lists, opposed=opposed)
    assert more_than_one(corpus) == more
    assert set(sides_taken(corpus)) == {more if len(sides) > 1 else sides[0], "neither"}
    assert two_mode_graph(corpus).nodes["CUB"]["side"] == more


def test_our_own_words_may_begin_with_a_capital() -> None:
    lists: Lists = {"a": ("Support", "", "CUB"), "b": (" CRITICAL", "", "PER")}
    assert sides_here(corpus_of(lists)) == ["support", "critical"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,both,", 'row 2, column stance: "both": this word is said of signatories on more'),
        ("a,Unknown,", 'column stance: "Unknown": this word is said of signatories'),
        ("a,suport,", 'column stance: "suport": did you mean "support"?'),
        ("a,criticl,", 'column stance: "criticl": did you mean "critical"?'),
        ("a,for,\nb,For,", 'row 3, column stance: "For": differs from "for" in capitals only'),
        ("a,a;b,", "expected the name of one side, up to 40 letters and without ;"),
        (f"a,{'x' * 41},", "expected the name of one side, up to 40 letters"),
        (
            "\n".join(f"{n},side {n}," for n in range(8)),
            (
                'row 8, column stance: "side 6": a corpus has up to 6 sides, and this is one more; '
                'found: "side 0", "side 1", "side 2", "side 3", "side 4", "side 5", "side 6", "si'
            ),
        ),
        ("a,for,agianst\nb,against,", 'column opposed: "agianst": no statement has this stance'),
        ("a,for,for", 'column opposed: "for": a side is not opposed to itself'),
        ("a,,for\nb,for,", 'row 2, column opposed: "for": the statement itself has no stance'),
    ],
)
def test_what_is_no_side_is_refused_in_a_sentence(tmp_path: Path, rows: str, said: str) -> None:
    (tmp_path / "statements.csv").write_text(f"statement_id,stance,opposed\n{rows}\n")
    (tmp_path / "signatures.csv").write_text("statement_id,signatory\na,CUB\n")
    with pytest.raises(CoalitionsError) as caught:
        load(tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("opposed", "said"),
    [
        ([("for", "agianst")], '"for", "agianst": "agianst": no statement has this stance; found'),
        (["for"], "`opposed`: 'for': expected pairs of stances"),
        ("for", "`opposed`: 'for': expected pairs of stances"),
        ([("for", "for")], "a side is not opposed to itself"),
        ([("for", "against", "silent")], "expected pairs of stances"),
    ],
)
def test_pairs_that_are_none_are_refused(opposed: Any, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        corpus_of(THREE, opposed=opposed)


def test_votes_are_sides_and_who_was_absent_is_on_none() -> None:
    table = pd.DataFrame(
        {"country": ["Cuba", "Peru", "Chad", "Fiji"], "vote": ["y", "n", "a", "x"]}
    ).assign(event_id="r1")
    corpus = load(table, layout="votes")
    assert corpus.sides == ("yes", "no", "abstain")
    assert corpus.opposed == (("yes", "no"),)
    taken = sides_taken(corpus)
    assert taken[["CUB", "PER", "TCD", "FJI"]].tolist() == ["yes", "no", "abstain", "neither"]


def test_a_text_says_its_side_in_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("stance: doves\nopposed: hawks\n\nCuba\n")
    (tmp_path / "b.txt").write_text("stance: hawks\n\nPeru\n")
    corpus = load(tmp_path / "a.txt", tmp_path / "b.txt")
    assert (corpus.sides, corpus.opposed) == (("doves", "hawks"), (("doves", "hawks"),))


# --- what follows from it ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "crossed"),
    [("r1-no", "r2-yes", ["FRA"]), ("r1-yes", "r2-abstain", []), ("r1-yes", "r2-yes", [])],
)
def test_only_between_opposed_sides_somebody_crosses(a: str, b: str, crossed: list[str]) -> None:
    table = compare_statements(corpus_of(VOTES), a, b)
    assert table["signatory"][table["change"] == "crossed"].tolist() == crossed


def test_moves_between_sides_that_are_not_opposed_are_new_and_not_again() -> None:
    moves = side_moves(corpus_of(VOTES))
    found = {(r["side"], r["change"], r["signatory"]) for r in moves.to_dict("records")}
    assert found == {
        ("yes", "not_again", "ARG"),
        ("yes", "crossed", "FRA"),
        ("no", "crossed", "CHL"),
        ("abstain", "new", "ARG"),
        ("abstain", "not_again", "JPN"),
    }
    assert set(side_moves(corpus_of(CAMPS))["change"]) == {"new", "not_again"}


def test_where_everybody_stands_at_each_vote() -> None:
    sides = side_histories(corpus_of(VOTES)).loc[["CHL", "KEN", "JPN", "FRA"]]
    assert sides.to_numpy().tolist() == [
        ["yes", "no"],
        ["abstain", "abstain"],
        ["abstain", "neither"],
        ["no", "yes"],
    ]
    assert stands_of(corpus_of(VOTES)) == ("yes", "no", "abstain", "several", "neither", "unknown")
    across = sides_across(corpus_of(VOTES))
    assert across == ("yes", "abstain", "neither", "several", "unknown", "no")


def test_who_takes_another_side_is_not_carried_on_by_an_earlier_list() -> None:
    lists: Lists = {
        "a": ("abstain", "2020-01-01", "CUB PER"),
        "b": ("yes", "2021-01-01", "CUB"),
        "c": ("abstain", "2022-01-01", "PER"),
    }
    found = side_standings(corpus_of(lists))
    assert found.sides.loc["CUB"].tolist() == ["abstain", "yes", "yes"]
    assert found.sides.loc["PER"].tolist() == ["abstain"] * 3
    moves = side_moves(corpus_of(lists))
    gone = moves[moves["change"] == "not_again"]
    assert gone[["before", "after", "signatory"]].to_numpy().tolist() == [
        ["2020-01-01", "2022-01-01", "CUB"]
    ]


def test_a_card_shows_lists_that_face_each_other() -> None:
    assert choose_statements(corpus_of(VOTES)).statements == ["r2-no", "r2-yes"]
    assert choose_statements(corpus_of(CAMPS)).statements == ["e2", "n2", "w2"]
    three = corpus_of(THREE, opposed=[("for", "against")])
    card = card_lists(three, ["f", "g", "s"])
    marked = {name.signatory for panel in card.panels for name in panel.names if name.mark}
    assert marked == {"CUB"}
    assert card.key == ("↔ on lists of opposed sides",)


# --- words and colours ---------------------------------------------------------------------------

#: Words that fit no corpus with sides of its own.
WRONG = re.compile(
    r"support|critic|both sides|either side|Opposite sides|other side", re.IGNORECASE
)


@pytest.mark.parametrize("name", ["votes", "six", "two apart"])
@pytest.mark.parametrize("kind", [kind for kind in FIGURES if kind != "worldmap"])
def test_no_figure_speaks_of_sides_that_are_not_there(name: str, kind: str) -> None:
    corpus = CORPORA[name]()
    if kind == "venn":
        corpus = select(corpus, statements=corpus.statements["statement_id"][:2].tolist())
    if kind == "flow" and name == "six":
        with pytest.raises(CoalitionsError, match="two events"):
            FIGURES[kind](corpus)
        return
    ax = FIGURES[kind](corpus)
    figure = ax.figure.figure
    said = [figure.said.title, figure.said.subtitle, *figure.said.foot, figure.said.data]
    said += [text.get_text() for text in figure.findobj(lambda a: hasattr(a, "get_text"))]
    assert [text for text in said if WRONG.search(text)] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "votes",
            (
                "5 states are named on the side “yes”, 3 on “no”, 3 on “abstain”; "
                "3 are named on more than one side"
            ),
        ),
        (
            "camps",
            (
                "2 states are named on the side “eastern”, 3 on “non-aligned”, 4 on “western”; "
                "2 are named on more than one side"
            ),
        ),
        ("one", "3 states are named on the side “concerned”"),
        (
            "two apart",
            (
                "2 states are named on the side “eastern”, 4 on “western”; "
                "none is named on more than one side"
            ),
        ),
    ],
)
def test_the_finding_has_each_side(name: str, said: str) -> None:
    assert finding(CORPORA[name]()) == said


def test_two_sides_opposed_by_ones_own_words_are_both() -> None:
    lists = {key: THREE[key] for key in ("f", "g")}
    corpus = corpus_of(lists, opposed=[("for", "against")])
    assert finding(corpus) == (
        "3 states are named on the side “for”, 2 on “against”; one is named on both sides"
    )
    assert story(corpus)[-2] == "Cuba is named on both sides, over these statements."


def test_story_and_methods_name_the_sides() -> None:
    corpus = corpus_of(VOTES)
    assert "2 on the side “yes”, 2 on “no”, 2 on “abstain”" in story(corpus)[0]
    assert "Argentina, Chile and France are named on more than one side" in " ".join(story(corpus))
    said = describe(corpus)
    assert "The sides taken are “yes”, “no” and “abstain”; opposed are “yes” to “no”." in said
    assert "none is opposed to another" in describe(corpus_of(CAMPS))


def test_report_and_card_name_the_sides_whatever_they_are_called(tmp_path: Path) -> None:
    corpus = corpus_of(CAMPS | {"o": ('"><i', "2021-01-01", "ARG")})
    tables = {
        "ledger": statement_ledger(corpus),
        "pairs": pairs(corpus),
        "regions": regions(corpus),
    }
    page = report_html(corpus, Made(frozenset(PARTS["folder"]), tables, [], []))
    assert '<span class="solid side-1"' in page
    assert ".solid.side-4 { background: var(--side-4); }" in page
    assert "--side-1: #27A2BE; --side-2: #88633B; --side-3: #002D00;" in page
    card = write_card(corpus, tmp_path / "card.html", statements=["w", "o"]).read_text()
    assert '<section class="side-4' in card
    assert ", western</h2>" in card
    assert [text for text in (page, card) if WRONG.search(text) or '"><i' in text] == []


def test_graph_and_page_know_the_order_of_the_sides() -> None:
    graph = two_mode_graph(corpus_of(VOTES))
    assert graph.graph["sides"] == "yes;no;abstain"
    assert list(graph_record(graph)["sides"]) == ["yes", "no", "abstain", "several", "neither"]
    colours = node_looks(graph)["colour"]
    assert colours["r1-yes"] == looks.SIDE_COLOURS["support"]
    assert colours["r1-no"] == looks.SIDE_COLOURS["critical"]
    assert colours["r1-abstain"] == looks.FURTHER_COLOURS[0]
    assert colours["CHL"] == looks.SIDE_COLOURS["both"]
    assert "sides" not in two_mode_graph(load("unga75")).graph


def test_a_graph_of_somebody_else_may_have_sides_of_any_name() -> None:
    graph = two_mode_graph(load("unga75"))
    graph.nodes["CUB"]["side"] = "undecided"
    assert node_looks(graph).loc["CUB", "colour"] == looks.FURTHER_COLOURS[0]


def colours_of(number: int, theme: str) -> dict[str, str]:
    """Return the colours of so many sides, of those on several, and of none."""
    found = looks.side_colours("abcdef"[:number], looks.THEMES[theme])  # type: ignore[index]
    return {key: colour for key, colour in found.items() if key != "several"}


def rgb(colour: str) -> Any:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


@pytest.mark.parametrize("sight", ["plain", "deuteranomaly", "protanomaly", "tritanomaly"])
@pytest.mark.parametrize(
    ("theme", "number", "least"), [("light", 6, 18), ("dark", 3, 18), ("dark", 6, 11)]
)
def test_six_sides_can_be_told_apart(theme: str, number: int, least: float, sight: str) -> None:
    seen = [rgb(colour) for colour in colours_of(number, theme).values()]
    if sight != "plain":
        space = {"name": "sRGB1+CVD", "cvd_type": sight, "severity": 100}
        seen = [np.clip(cspace_convert(each, space, "sRGB1"), 0, 1) for each in seen]
    apart = [
        deltaE(a, b, input_space="sRGB1", uniform_space="CAM02-UCS")
        for a, b in combinations(seen, 2)
    ]
    assert min(apart) >= least


@pytest.mark.parametrize("theme", ["light", "dark", "grey"])
@pytest.mark.parametrize(("number", "step"), [(3, 12), (6, 6)])
def test_sides_differ_in_lightness_and_stand_out(theme: str, number: int, step: float) -> None:
    colours = colours_of(number, theme)
    light = sorted(float(cspace_convert(rgb(c), "sRGB1", "CIELab")[0]) for c in colours.values())
    assert min(np.diff(light)) >= step
    ground = looks.THEMES[theme].ground  # type: ignore[index]
    marks = [colour for key, colour in colours.items() if key != "neither"]
    assert min(looks.contrast(colour, ground) for colour in marks) >= 2.95


def test_a_theme_of_ones_own_colours_sides_in_their_order() -> None:
    mine = looks.LIGHT.replace(sides={"support": "#1B7837"}, further=("#762A83",))
    found = looks.side_colours(["yes", "no", "abstain"], mine)
    assert [found["yes"], found["abstain"]] == ["#1B7837", "#762A83"]
    with pytest.raises(CoalitionsError, match="further, number 1: #FFFF00 has a contrast"):
        looks.LIGHT.replace(further=("#FFFF00",))


def test_a_colour_goes_with_the_same_side_in_every_order() -> None:
    def slot(found: Sequence[str], side: str) -> int:
        return looks.sides_in_order(found).index(side)

    for found in (["critical"], ["neutral", "critical"], ["critical", *"abcde"]):
        assert slot(found, "critical") == 1
    assert slot(["abstain", "no"], "no") == 1


# --- the command line ----------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path) -> str:
    rows = [f"{key},{who},{side}" for key, (side, _, them) in THREE.items() for who in them.split()]
    path = tmp_path / "three.csv"
    path.write_text("statement_id,signatory,stance\n" + "\n".join(rows) + "\n")
    return str(path)


def test_opposed_sides_are_said_on_the_command_line(three: str, run: Callable[..., Run]) -> None:
    said = run("change", "f", "g", three, "--opposed", "for,against").out
    assert re.search(r"crossed +1 +Cuba", said)
    assert "Opposite sides" in said
    without = run("change", "f", "g", three).out
    assert re.search(r"again +1 +Cuba", without)
    assert "Opposite sides" not in without


def test_a_side_is_chosen_by_its_name(three: str, run: Callable[..., Run]) -> None:
    assert "KEN" in run("overlap", three, "--stance", "silent", "--regions").out
    none = run("check", three, "--stance", "loud")
    assert none.code == 1
    assert "stances: against, for, silent" in none.err


@pytest.mark.parametrize("given", ["for", "for,", "for,against,silent"])
def test_what_is_no_pair_is_refused_here_too(
    three: str, given: str, run: Callable[..., Run]
) -> None:
    found = run("check", three, "--opposed", given)
    assert found.code == 2
    assert "expected two sides, as in for,against" in found.err
