"""Ties and communities on the page: which numbers go along, what is said, what is refused."""

from __future__ import annotations

import json
import re
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from coalitions import (
    CoalitionsWarning,
    Corpus,
    cosigning_graph,
    cosigning_ties,
    explorer_page,
    find_communities,
    load,
    select,
    two_mode_graph,
    write_explorer,
)
from coalitions.errors import ChoiceError
from coalitions.explorer import layers
from coalitions.findings import no_ties, tie_line
from coalitions.looks import LIGHT, on_dark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd
    from conftest import Run

#: Two clubs that keep to themselves, and Flo, who is alone.
CLUBS = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(6)}
CLUBS |= {f"b{n}": ["Di", "Ed"] for n in range(6)} | {"c": ["Flo"]}


def data_of(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    read: dict[str, Any] = json.loads(found)
    return read


def ties_of(corpus: Corpus, **how: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CoalitionsWarning)
        return cosigning_ties(corpus, **how)


@pytest.fixture(scope="module")
def clubs() -> Corpus:
    return load(CLUBS, members="any")


def test_a_page_of_which_nothing_is_asked_knows_nothing(clubs: Corpus) -> None:
    told = data_of(explorer_page(clubs).html)
    assert not {"ties", "communities"} & told["graph"].keys()
    assert not any("more" in node for node in told["nodes"])
    assert explorer_page(clubs, ties=None).html == explorer_page(clubs).html  # type: ignore[typeddict-item]


@pytest.mark.parametrize("tail", ["upper", "lower", "two-sided"])
def test_each_level_has_the_ties_of_the_table(clubs: Corpus, tail: str) -> None:
    table = ties_of(clubs, model="fixedrow", tail=tail, alpha=0.02)
    told = data_of(explorer_page(clubs, ties=table).html)
    keys = [node["key"] for node in told["nodes"]]
    ties, rows = told["graph"]["ties"], table.set_index(["u", "v"])
    assert ties["alpha"] == 0.02
    assert [level["alpha"] for level in ties["levels"]] == [0.1, 0.05, 0.02, 0.01, 0.001]
    for level in ties["levels"]:
        found = table[table["p_adjusted"] <= level["alpha"]]
        first = ties["list"][: level["number"]]
        assert {(keys[u], keys[v]) for u, v, *_ in first} == set(
            zip(found["u"], found["v"], strict=True)
        )
        assert ("none" in level) is (not level["number"])
    for u, v, *numbers in ties["list"]:
        row = rows.loc[(keys[u], keys[v])]
        assert numbers == [row[name] for name in ("shared", "expected", "p_adjusted", "sign")]
    assert table.attrs["method"] in told["graph"]["method"]


def test_of_tables_drawn_at_random_no_smaller_level_is_sure(clubs: Corpus) -> None:
    told = data_of(explorer_page(clubs, ties=ties_of(clubs, model="fdsm")).html)
    assert [level["alpha"] for level in told["graph"]["ties"]["levels"]] == [0.1, 0.05]


def test_more_ties_than_a_picture_holds_are_not_offered(
    clubs: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = ties_of(clubs, model="fixedrow", tail="two-sided", alpha=0.002)
    numbers = [int((table["p_adjusted"] <= alpha).sum()) for alpha in (0.01, 0.002)]
    assert numbers == [10, 4]
    monkeypatch.setattr(layers, "MOST_TIES", 9)
    told = data_of(explorer_page(clubs, ties=table).html)["graph"]["ties"]
    assert [level["alpha"] for level in told["levels"]] == [0.002, 0.001]
    monkeypatch.setattr(layers, "MOST_TIES", 3)
    with pytest.raises(ChoiceError, match=r"4 are significant at 0\.002, and a picture holds 3: m"):
        explorer_page(clubs, ties=table)


# Words


def test_a_line_says_what_it_is(clubs: Corpus, unga75: Corpus) -> None:
    plain = tie_line(clubs, ties_of(clubs, model="fixedrow"), 0.05)
    assert plain == (
        "a line where two share more statements than chance explains: null model fixedrow, p-value "
        "of at most 0.05, not corrected for 15 pairs"
    )
    fewer = tie_line(clubs, ties_of(clubs, tail="lower", correction="holm"), 0.01)
    assert "share fewer statements than chance explains: null model sdsm" in fewer
    assert fewer.endswith("of at most 0.01, corrected by Holm over 15 pairs")
    both = tie_line(clubs, ties_of(clubs, tail="two-sided", correction="bh"), 0.01)
    assert "more statements (solid) or fewer (dashed) than" in both
    assert "in the 2 statements with complete lists" in tie_line(unga75, ties_of(unga75), 0.05)
    named = tie_line(unga75, ties_of(unga75, partial="named"), 0.05)
    assert "explains, by the names that are known: null" in named
    wide = tie_line(clubs, ties_of(clubs, model="fixedcol"), 0.1)
    assert wide.endswith("not corrected for 15 pairs, of which chance alone may make 1 tie")


def test_where_none_can_be_significant_the_words_are_the_commands(unga75: Corpus) -> None:
    with warnings.catch_warnings(record=True, action="always") as said:
        table = cosigning_ties(unga75)
    told = data_of(explorer_page(unga75, ties=table).html)["graph"]["ties"]
    words = {level["alpha"]: level["none"] for level in told["levels"]}
    assert words[0.05] == str(said[-1].message)
    assert words[0.01].startswith("no tie can be significant at 0.01: the smallest p-value that a")
    assert told["list"] == []


def test_that_none_is_does_not_mean_that_none_can_be(clubs: Corpus) -> None:
    letters = {f"letter {n}": ["Ann" if n % 2 else "Bo", "Cy"] for n in range(12)}
    table = ties_of(load(letters, members="any"), model="fixedrow", alpha=0.01)
    assert no_ties(table, 0.01) == "no tie is significant at 0.01"
    corrected = ties_of(clubs, model="fixedrow", correction="holm", alpha=0.01)
    assert "could attain, corrected by Holm, is 0.0" in no_ties(corrected, 0.0001)


# Communities


def test_communities_have_colours_by_number(clubs: Corpus) -> None:
    found = find_communities(clubs, draws=19)
    told = data_of(explorer_page(clubs, communities=found).html)
    colours = told["graph"]["communities"]
    first, second = LIGHT.communities[:2]
    assert colours["colours"] == {"1": [first, on_dark(first)], "2": [second, on_dark(second)]}
    assert colours["rest"][0] == LIGHT.groups[""]  # Flo is alone
    more = {node["key"]: node.get("more") for node in told["nodes"]}
    assert (more["Ann"], more["Ed"], more["a0"]) == ({"community": 1}, {"community": 2}, None)
    assert found.attrs["method"] in told["graph"]["method"]


def test_refused_communities_say_why(unga75: Corpus) -> None:
    with pytest.warns(CoalitionsWarning, match="no communities") as said:
        found = find_communities(select(unga75, stance="critical"), draws=19)
    told = data_of(explorer_page(unga75, communities=found).html)["graph"]
    assert told["communities"] == {"refused": str(said[-1].message)}


# What is refused, and how it is asked for


def test_what_is_no_whole_table_of_the_corpus_is_refused(clubs: Corpus, unga75: Corpus) -> None:
    table = ties_of(clubs, model="fixedrow")
    bare = table.copy()
    bare.attrs = {}
    with pytest.raises(ChoiceError, match="the table does not say how it was made"):
        explorer_page(clubs, ties=bare)
    with pytest.raises(ChoiceError, match='"Ann" is not in the corpus'):
        explorer_page(unga75, ties=table)
    with pytest.raises(ChoiceError, match="their p-values are intervals"):
        explorer_page(clubs, ties=ties_of(clubs, model="fixedrow", partial="bounds"))
    with pytest.raises(ChoiceError, match="communities: of 6 signatories the graph has none"):
        explorer_page(unga75, communities=find_communities(clubs, draws=19))


def test_a_file_has_the_page_with_its_layers(
    clubs: Corpus, tmp_path: Path, run: Callable[..., Run]
) -> None:
    table = ties_of(clubs, model="fixedrow", tail="two-sided", alpha=0.01, correction="bh")
    found = find_communities(clubs, alpha=0.01)
    path = write_explorer(clubs, tmp_path / "a.html", ties=table, communities=found, title="Mine")
    lists = tmp_path / "clubs.csv"
    rows = [f"{letter},{name}" for letter, who in CLUBS.items() for name in who]
    lists.write_text("\n".join(["statement_id,signatory", *rows, ""]), encoding="utf-8")
    asked = ("--ties", "fixedrow", "--tail", "two-sided", "--correction", "bh", "--communities")
    done = run(
        "explore", lists, "--members", "any", *asked, "--alpha", "0.01", "-o", tmp_path / "b.html"
    )
    assert (done.code, done.err) == (0, "")
    mine, theirs = (data_of(each.read_text("utf-8")) for each in (path, tmp_path / "b.html"))
    assert mine["graph"]["ties"] == theirs["graph"]["ties"]
    assert mine["graph"]["communities"] == theirs["graph"]["communities"]
    for graph in (two_mode_graph(clubs), cosigning_graph(clubs)):
        with pytest.raises(ChoiceError, match="ties: belongs to a corpus, and a graph was given"):
            write_explorer(graph, tmp_path / "c.html", ties=table)


def test_layers_come_with_few_words(run: Callable[..., Run], tmp_path: Path) -> None:
    done = run("explore", "--tail", "lower", "-o", tmp_path / "a.html")
    assert (done.code, "--tail is for --ties" in done.err) == (2, True)
    done = run("explore", "--ties", "-o", tmp_path / "a.html")
    assert done.code == 0
    told = data_of((tmp_path / "a.html").read_text("utf-8"))["graph"]["ties"]
    assert "null model sdsm" in told["levels"][0]["line"]
