"""What readers with lists of their own found: each a kind that must not come back."""

from __future__ import annotations

import signal

import pandas as pd
import pytest

from coalitions import Corpus, load
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning, CorpusError
from coalitions.files import streams
from coalitions.names.decoding import garbled
from coalitions.names.lines import comments, one_a_line
from coalitions.names.resolving import refusal, resolve, split_list


@pytest.mark.parametrize(
    "name", ["*" * 200_000 + "Cuba", "x" * 2_000_000, "*" * 40 + " Signatories"]
)
def test_a_line_of_stars_or_of_letters_is_refused_at_once(name):
    assert resolve(name).kind == "unknown"  # 25 stars took five seconds, 30 a minute


@pytest.mark.parametrize(
    "cells",
    [["Yes", "No", ""], ["Yes", "", "Abstain (later yes)"], ["Ja", "Nein", "Ja"], [1.0, 0.0, None]],
)
def test_a_ballot_counts_only_where_all_of_it_is_yes(cells):
    signatures = {"statement_id": ["a"] * 3, "signatory": ["CUB", "PER", "MLI"], "vote": cells}
    with pytest.raises(CorpusError, match="a column of votes"):
        Corpus(pd.DataFrame({"statement_id": ["a"]}), pd.DataFrame(signatures))


def test_columns_of_yes_and_no_side_by_side_are_votes():
    signatures = {
        "statement_id": ["a"] * 2,
        "signatory": ["CUB", "PER"],
        "yes": [1, 0],
        "no": [0, 1],
    }
    with pytest.warns(CoalitionsWarning), pytest.raises(CorpusError, match="column no"):
        Corpus(pd.DataFrame({"statement_id": ["a"]}), pd.DataFrame(signatures))


@pytest.mark.parametrize(
    "text", ["Amitié France–Éthiopie", "“être ensemble”", "CAFÉ™", "Paris–Évry"]
)
def test_how_people_write_is_no_wrong_encoding(text):
    assert garbled(text) is None


def test_marks_of_a_list_are_no_part_of_a_name():
    assert one_a_line("1. Jane Doe\n2. John Roe") == one_a_line("• Jane Doe\n• John Roe")
    assert one_a_line("Jane Doe,\nJohn Roe,\nand Max Roe.") == ["Jane Doe", "John Roe", "Max Roe"]


def test_a_mark_behind_a_comma_is_that_of_the_name_before():
    assert split_list("Yemen,* Zambia and Togo") == ["Yemen*", "Zambia", "Togo"]


def test_a_state_that_is_no_more_is_not_left_out_of_brackets():
    assert "write the one that is meant" in refusal(resolve("Germany (GDR)"))
    assert "two signatories" in refusal(resolve("Sweden (EU)"))


def test_a_table_with_a_column_twice_is_refused_in_a_sentence():
    signatures = pd.DataFrame({"statement_id": ["a"], "signatory": ["CUB"]})
    with pytest.raises(CoalitionsError, match="a column stands twice"):
        Corpus(pd.DataFrame({"statement_id": ["a"]}), pd.concat([signatures, signatures], axis=1))


def test_a_signal_that_was_lost_is_asked_for_before_a_file_is_replaced(monkeypatch):
    monkeypatch.setattr(streams, "_ENDED", [signal.SIGTERM])
    with pytest.raises(SystemExit) as end:
        streams.end_if_asked()
    assert end.value.code == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Open letter\n# of May\n\nAnn Poe\nBo Roe", []),
        ("Ann Poe\n# ---\n#\nBo Roe", []),
        ("Ann Poe\n#MeToo France\nBo Roe", [(2, "#MeToo France")]),
        ("#MeToo\nAnn Poe", [(1, "#MeToo")]),
        ("# read in May\nAnn Poe\n  # withdrew:\n# Bo Roe", [(3, "# withdrew:"), (4, "# Bo Roe")]),
        ("Ann Poe\n#1 Bo Roe", [(2, "#1 Bo Roe")]),
    ],
)
def test_a_line_that_is_left_out_for_its_mark_is_told(text, told):
    assert comments(text) == told


@pytest.mark.parametrize("members", ["any", "states"])
def test_comments_of_a_file_are_counted_in_one_warning(members, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("# of May\nCuba\n#Peru\n# Chile\nMali\n")
    with pytest.warns(CoalitionsWarning) as seen:
        assert len(load(path, members=members).signatures) == 2
    assert [str(one.message).split(". ")[0] for one in seen] == [
        (
            "letter.txt: 2 lines begin with # and were left out as comments, "
            'the first of them line 3, "#Peru"'
        )
    ]


def test_a_name_that_begins_with_the_mark_of_a_comment_can_stand_in_a_table(tmp_path):
    path = tmp_path / "letter.csv"
    path.write_text("statement_id,signatory\na,#MeToo France\n")
    corpus = load(path, members="any")
    assert corpus.signatures["signatory"].tolist() == ["#MeToo France"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yemen,1 Zambia and Togo", ["Yemen1", "Zambia", "Togo"]),
        ("Yemen,12 Zambia;3 Togo", ["Yemen12", "Zambia3", "Togo"]),
        ("Oman1,2, Peru,1,2 Zambia", ["Oman1,2", "Peru1,2", "Zambia"]),
        ("Iran (Islamic Republic of),2 Zambia", ["Iran (Islamic Republic of)2", "Zambia"]),
        ("Cuba\tPeru\nChile\tMali", ["Cuba", "Peru", "Chile", "Mali"]),
        ("1.\tCuba\t2.\tPeru\n3.\tChile", ["Cuba", "Peru", "Chile"]),
        ("Cuba | Peru | Chile", ["Cuba", "Peru", "Chile"]),
        ("UK (Great Britain and Northern Ireland), Cuba", None),
        ("Peru, Iran (Islamic\nRepublic of), Cuba", None),
        ("Peru, Saint Vincent (and the Grenadines), Cuba", None),
    ],
)
def test_marks_columns_and_brackets_of_a_list(text, names):
    assert names is None or split_list(text) == names
    assert all(resolve(name).signatory for name in split_list(text))


@pytest.mark.parametrize(
    ("text", "piece", "said"),
    [
        (
            "Peru, Canada (also on behalf of Australia and New Zealand), Chile",
            "Canada (also on behalf of Australia and New Zealand)",
            "names 3 states (Canada; Australia; New Zealand): write one by one who signed",
        ),
        (
            "Peru\nCanada (and on behalf of Australia)\nChile",
            "Canada (and on behalf of Australia)",
            "names 2 states (Canada; Australia): write one by one who signed",
        ),
        (
            "Peru, Benelux (Belgium, the Netherlands and Luxembourg), Cuba",
            "Benelux (Belgium, the Netherlands and Luxembourg)",
            "write one by one who signed, and leave the other words out",
        ),
        ("Peru on behalf of Chile, Cuba", "Peru on behalf of Chile", "says who speaks for whom"),
        ("We, the Foreign Ministers of Peru and Cuba", "We", "is a word of a sentence"),
        (
            "We, the Foreign Ministers of Peru and Cuba",
            "the Foreign Ministers of Peru",
            'holds other words beside "Peru": leave only the name, if that is meant',
        ),
        ("the Governments of Peru, Cuba", "the Governments of Peru", 'beside "Peru": leave only'),
        ("Signed by: Peru, Cuba", "Signed by: Peru", 'beside "Peru": leave only the name'),
        ("Heads of State of Peru, Cuba", "Heads of State of Peru", 'beside "Peru": leave only'),
        ("Peru, Cuba, met.", "met", "is a word of a sentence, not a state: leave only the names"),
        ("Peru, Cuba and others", "others", "leave it out, and declare how many signed"),
        ("Signatories:\nPeru\nCuba", "Signatories:", "is a heading, not a state: leave it out"),
        ("P\nPeru\nC\nCuba", "P", "is a heading, not a state: leave it out"),
        ("Peru\nCuba\nPage 2 of 3", "Page 2 of 3", "is a heading, not a state"),
        ("Peru\nCuba\nTotal: 2", "Total: 2", "is a heading, not a state"),
        ("Peru,\n12 Cuba, Chile", "12 Cuba", 'holds a number beside "Cuba": leave only the name'),
    ],
)
def test_what_is_no_name_of_a_state_is_called_what_it_is(text, piece, said):
    assert piece in split_list(text)
    assert said in refusal(resolve(piece))


@pytest.mark.parametrize(
    "name",
    [
        "North Sudan",
        "Turkish Republic of Northern Cyprus",
        "Kurdistan Region of Iraq",
        "Bank of Mali",
    ],
)
def test_no_advice_takes_away_a_word_that_may_belong_to_a_name(name):
    assert "leave only" not in refusal(resolve(name))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cuba\tyes\nPeru\tno\n", 1),
        ("Cuba\nPeru\n1\tChile\tmember\n", 3),
        ("Cuba\tCUB\tyes\nPeru\tPER\tno\n", 1),
        ("| Cuba | yes |\n| Peru | no |\n", 1),
        ("# votes\nCountry\tVote\nCuba\tYes\n", 2),
    ],
)
def test_rows_of_a_table_in_a_text_are_one_problem(text, line, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(text)
    with pytest.raises(CorpusError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert problem.row == line
    assert "save the table as CSV with the columns statement_id,signatory" in problem.expected


def test_a_slip_in_a_column_of_names_is_told_by_itself(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Cuba\tPeru\nChile\tMalli\nTogo\tFiji\n")
    with pytest.raises(CorpusError, match=r'line 2: "Malli": .*did you mean "Mali"'):
        load(path)


def test_a_name_whose_mark_stood_behind_a_comma_is_told_with_its_line(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Cuba, Peru,\nYemen,1 Zambia, Chile,\nTogo,* Mali and Fiji.")
    with pytest.warns(CoalitionsWarning, match=r"Yemen1 \(line 2\); Togo\* \(line 3\)"):
        load(path)
