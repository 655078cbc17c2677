"""Words around figures in lines: what stays in one, and names of circles that are not cut."""

from __future__ import annotations

import figure_checks as look
import pandas as pd
import pytest

from coalitions import (
    Corpus,
    draw_balance,
    draw_card,
    draw_cosigning,
    draw_matrix,
    draw_overlap,
    draw_timeline,
    draw_upset,
    draw_venn,
    load,
)
from coalitions.corpus import statement_labels
from coalitions.figures.kit import balanced, fold
from coalitions.findings import no_room_for_steps

KUWAIT, PAKISTAN, CUBA = (
    "2020-10-unga3-china-kuwait",
    "2020-10-unga3-hongkong-pakistan",
    "2020-10-unga3-xinjiang-cuba",
)


@pytest.mark.parametrize(
    "kept",
    ["8 July 2019", "(Oct 2019)", "May 2020,", "25 of 55,", "1,025 of 4,027.", "1946 to 2015."],
)
@pytest.mark.parametrize("width", range(80, 200, 12))
def test_a_date_and_how_many_of_how_many_are_not_broken(kept: str, width: int) -> None:
    text = f"Lists of letters, known {kept} and known {kept} as far as they go {kept}"
    for lines in (fold(text, width, 9), balanced(text, width, 9)):
        assert sum(line.count(kept) for line in lines.split("\n")) == 3
        assert " ".join(lines.split()) == text


def test_where_there_is_no_room_words_are_broken_at_their_blanks() -> None:
    assert fold("8 September 2019", 40, 9) == "8\nSeptember\n2019"
    assert balanced("Cuba (Jun 2020)", 55, 9) == "Cuba\n(Jun 2020)"
    assert fold("March on, 8 of us", 45, 9) == "March on,\n8 of us"


@pytest.mark.parametrize("size", ["page", "column"])
def test_a_venn_diagram_calls_statements_as_other_figures_do(size) -> None:
    ax = draw_venn(load("un-china"), statements=[PAKISTAN, CUBA], size=size)
    assert {"Pakistan (Oct 2020)", "Cuba (Oct 2020)"} <= {
        " ".join(text.get_text().split()) for text in ax.texts
    }
    assert look.title(ax).endswith("Pakistan (Oct 2020) and Cuba (Oct 2020), in support of China")
    cubas = draw_venn(load("un-china"), statements=["2020-06-hrc44-hongkong-cuba", CUBA])
    assert "Cuba (Jun 2020) and Cuba (Oct 2020)" in look.title(cubas)


@pytest.mark.parametrize("width", ["80mm", "84mm", "88mm", "120mm"])
def test_what_circles_are_called_and_hold_is_whole_at_every_width(width: str) -> None:
    ax = draw_venn(load("un-china"), statements=[KUWAIT, PAKISTAN, CUBA], width=width)
    printed = look.texts(ax)
    assert not look.outside(ax, printed)
    assert not look.collisions(printed)
    held = {" ".join(text.get_text().split()) for text in ax.texts}
    assert {"55 declared, 25 named", "45 named", "3 declared, 1 named"} <= held


@pytest.mark.parametrize("draw", [draw_venn, draw_upset, draw_overlap, draw_card])
@pytest.mark.parametrize("width", ["80mm", "89mm"])
def test_a_long_id_is_broken_where_a_line_has_no_room(draw, width: str) -> None:
    name = "statement-with-a-long-identifier-number-{}-of-the-series-{}"
    lists = {name.format(n, "x" * 40 * (n == 2)): ["Ann", "Bo"] for n in (1, 2)}
    ax = draw(load(lists, members="any"), width=width)
    assert not look.outside(ax, look.texts(ax))
    assert name.format(1, "") in ax.figure.said.title


def test_what_a_group_is_called_and_has_is_whole_at_80_mm() -> None:
    statements = pd.DataFrame({"statement_id": ["a", "b"], "stance": ["support", "critical"]})
    who = ["COK", "NIU", "EUE", "TWN", "CUB", "PER"]
    rows = [(key, state) for key in "ab" for state in who]
    corpus = Corpus(statements, pd.DataFrame(rows, columns=["statement_id", "signatory"]))
    ax = draw_balance(corpus, width="80mm")
    written = {text.get_text() for text in ax.texts}
    assert {"Not members or observers of the UN", "4 signatories"} <= written
    assert not look.outside(ax, look.texts(ax))
    assert not look.collisions(look.texts(ax))


def dated(topic: str, dates: list[str]) -> Corpus:
    """Return a statement of Ann and Bo, and Cy in the first, for each date."""
    ids = [f"s{n}" for n in range(len(dates))]
    statements = pd.DataFrame({"statement_id": ids, "date": dates, "topic": topic})
    rows = [(key, who) for key in ids for who in ("Ann", "Bo", "Cy")[: 3 - (key != "s0")]]
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    return Corpus(statements, signatures, members="any")


def test_a_year_stands_once_in_a_label_and_a_long_topic_of_all_in_none() -> None:
    alike = dated("", ["1999", "1999", "2001"])
    expected = ["3 signatories (1999)", "2 signatories (1999)", "2 signatories (2001)"]
    assert statement_labels(alike).tolist() == expected
    twice = dated("", ["2001", "1999", "1999"])
    expected = ["2 signatories (1999, s1)", "2 signatories (1999, s2)", "3 signatories (2001)"]
    assert statement_labels(twice).tolist() == expected
    long = dated("Reform of the copyright directive", ["2001", "2002"])
    assert statement_labels(long).tolist() == ["3 signatories (2001)", "2 signatories (2002)"]
    assert statement_labels(dated("Water", ["2001", "2002"])).tolist() == [
        "Water (2001)",
        "Water (2002)",
    ]


def test_those_under_all_statements_are_said_to_be_so() -> None:
    lists = {f"s{n}": ["Ann", "Bo", "Cy"] for n in range(6)}
    title = look.title(draw_upset(load(lists, members="any")))
    assert title == "3 signatories are named under all 6 statements"


def test_long_names_are_counted_in_a_title() -> None:
    long = [f"The {n} Committee for {60 * 'x'}" for n in ("First", "Second", "Third")]
    corpus = load({f"s{n}": long for n in range(3)}, members="any")
    assert look.title(draw_cosigning(corpus)).startswith("3 signatories are named together most")
    assert look.title(draw_matrix(corpus)) == "3 signatories are named under 3 of 3 statements"
    few = load({f"s{n}": ["Ann", "Bo"] for n in range(3)}, members="any")
    assert look.title(draw_matrix(few)) == "Ann and Bo are named under 3 of 3 statements"


def test_where_no_statement_takes_a_side_a_timeline_names_none() -> None:
    ax = draw_timeline(dated("Water", ["2001", "2002"]))
    assert "no stance recorded" not in {text.get_text() for text in ax.texts}


def test_one_step_of_a_flow_without_names_is_one() -> None:
    assert no_room_for_steps(1).startswith("1 further step: ")
    assert no_room_for_steps(2).startswith("2 further steps: ")
