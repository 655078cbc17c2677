"""What statements are on and about (``topic``, ``about``): said where it is given, only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import dated_lists, load, statement_ledger, two_mode_graph
from coalitions.explorer.page import explorer_html
from coalitions.findings import (
    card_finding,
    card_lists,
    finding,
    story,
    timeline_words,
    words,
)
from coalitions.findings.matrix import matrix_finding
from coalitions.findings.matter import sides_matter, statements_matter
from coalitions.looks import node_looks
from coalitions.report.page import Made, report_html

if TYPE_CHECKING:
    from pathlib import Path

    from coalitions import Corpus

LISTS = {"a": "Cuba;Peru;Chad", "b": "Peru;Chad;Mali", "c": "Fiji"}


def of(**columns: tuple[str, ...]) -> Corpus:
    """Return a corpus of as many statements as each column has cells."""
    number = len(next(iter(columns.values())))
    table = pd.DataFrame(
        {
            "statement_id": key,
            "signatory": who,
            **{column: cells[n] for column, cells in columns.items()},
        }
        for n, (key, names) in enumerate(list(LISTS.items())[:number])
        for who in names.split(";")
    )
    return load(table)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"topic": ("Gaza", "Gaza")}, "on Gaza"),
        ({"topic": ("Gaza; Sudan", "Sudan; Gaza")}, "on Gaza and Sudan"),  # in whatever order
        ({"topic": ("Gaza", "Sudan")}, ""),
        ({"topic": ("Gaza", "")}, ""),
        ({"topic": ("a; b; c; d",) * 2}, ""),
        ({"about": ("Israel", "Israel")}, "about Israel"),
        ({"about": ("Israel", "Israel"), "topic": ("Gaza", "Aid")}, "about Israel"),
        ({"about": ("Israel",) * 2, "topic": ("Gaza",) * 2}, "about Israel on Gaza"),
        ({"about": ("China",) * 2, "stance": ("support",) * 2}, "in support of China"),
        ({"about": ("China",) * 2, "stance": ("critical",) * 2}, "criticising China"),
        ({"about": ("China",) * 2, "stance": ("support", "critical")}, "about China"),
        ({"about": ("the bill",) * 2, "stance": ("yes",) * 2}, "about the bill"),
        ({"stance": ("support",) * 2}, ""),
    ],
)
def test_what_all_of_some_statements_are_about(columns: dict[str, tuple[str]], said: str) -> None:
    assert statements_matter(of(**columns)) == said


BOTH = ("support", "critical")


@pytest.mark.parametrize(
    ("columns", "of_each"),
    [
        ({"about": ("China", "China")}, [" of China", ""]),
        ({"about": ("China", "India")}, [" of China", " of India"]),
        ({"about": ("China", "")}, ["", ""]),  # else it would be taken for the other's, too
        ({"topic": ("Gaza", "Gaza")}, [" on Gaza", ""]),
        (
            {"about": ("China",) * 2, "topic": ("Xinjiang", "Tibet")},
            [" of China on Xinjiang", " on Tibet"],
        ),
        (
            {"about": ("China", "India"), "topic": ("Aid", "Aid")},
            [" of China on Aid", " of India on Aid"],
        ),
    ],
)
def test_what_each_side_supports_or_criticises(
    columns: dict[str, tuple[str]], of_each: list[str]
) -> None:
    found = sides_matter(of(stance=BOTH, **columns))
    assert [found[side].of for side in BOTH] == of_each


def test_of_sides_in_own_words_nothing_is_said() -> None:
    corpus = of(stance=("yes", "no"), about=("the bill", "the bill"))
    assert {matter.of for matter in sides_matter(corpus).values()} == {""}
    assert "of the bill" not in finding(corpus)
    assert words(corpus, finding(corpus), what="Who").subtitle == "Who. About the bill."


def test_titles_say_it() -> None:
    corpus = of(stance=BOTH, about=("China",) * 2, topic=("Xinjiang",) * 2)
    assert finding(corpus) == (
        "3 states are named in support of China on Xinjiang, 3 in criticism; "
        "2 are named on both sides"
    )
    assert matrix_finding(corpus) == (
        "Chad and Peru are named under 2 of 2 statements about China on Xinjiang"
    )
    assert story(corpus)[0].startswith(
        "2 joint statements: 1 in support of China on Xinjiang, 1 in criticism; "
    )
    assert [panel.about for panel in card_lists(corpus).panels] == [
        "in support of China on Xinjiang; 3 named; no count declared",
        "criticising China on Xinjiang; 3 named; no count declared",
    ]


def test_two_letters_say_what_they_are_on() -> None:
    letters = of(topic=("Gaza", "Gaza"), lead=("GBR", "FRA"))
    assert (
        card_finding(letters) == "2 states are named under both statements: UK and France, on Gaza"
    )
    assert finding(letters) == "2 statements on Gaza name 4 states"
    # Where they are called by it, it is not said twice.
    assert card_finding(of(topic=("Gaza", "Gaza"), date=("2025-07-01", "2025-08-01"))) == (
        "1 state is new, 2 again and 1 not again: Gaza (Jul 2025) to Gaza (Aug 2025)"
    )


def test_below_a_title_stands_what_it_has_not_said() -> None:
    corpus = of(about=("China",) * 2, topic=("Xinjiang",) * 2)
    assert words(corpus, "A title", what="Who").subtitle == "Who. About China, on Xinjiang."
    assert words(corpus, "All on China", what="Who").subtitle == "Who. On Xinjiang."
    assert words(of(topic=("Gaza", "")), "A title", what="Who").subtitle == "Who."


def test_a_page_and_a_graph_have_it() -> None:
    corpus = of(about=("China",) * 2, topic=("Xinjiang",) * 2)
    graph = two_mode_graph(corpus)
    assert graph.nodes["a"]["about"] == "China"
    assert "about" not in two_mode_graph(of(topic=("Gaza", "Gaza"))).nodes["a"]
    page = explorer_html(graph, node_looks(graph))
    assert "Joint statements about China on Xinjiang" in page
    assert '"about":"China"' in page


def test_a_head_may_say_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "topic: Xinjiang\nabout: China\nstance: critical\n\nCuba\nChad\n", encoding="utf-8"
    )
    assert finding(load(tmp_path / "x.txt")) == (
        "2 states are named in criticism of China on Xinjiang"
    )


def test_numbers_and_days_are_written_in_one_way() -> None:
    many = [f"P{n:05}" for n in range(1200)]
    table = pd.DataFrame({"statement_id": "x", "signatory": many, "date": "2020-10-06"})
    corpus = load(table.assign(stance="yes"), members="any", universe=5000)
    said = timeline_words(corpus, dated_lists(corpus), 0)
    assert "6 October 2020: 1,200 named" in said.data
    assert "2020-10-06" not in said.alt
    page = report_html(
        corpus, Made(frozenset(["tables"]), {"ledger": statement_ledger(corpus)}, [], [])
    )
    assert '<td class="number">1,200</td>' in page
    assert ">1200<" not in page
