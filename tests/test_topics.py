"""What a statement is about: words of the text, or nothing."""

from __future__ import annotations

import pytest

from coalitions import extract_statements


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "Joint statement on the human rights situation in Xinjiang, made by Cuba for 45 states",
            "the human rights situation in Xinjiang",
        ),
        ("Cuba spoke for a statement on behalf of 45 countries on Xinjiang on 6 May.", "Xinjiang"),
        ("Statement on Hong Kong by Albania, Chad and Peru", "Hong Kong"),
        (
            "Joint statement by Cuba, Chad and Peru on the situation in Mali and Niger",
            "the situation in Mali and Niger",
        ),
        ("Joint Statement on Syria\n\nAlbania\nChad\nPeru\n", "Syria"),
        ("Situation in Mali : draft resolution / Albania, Chad and Peru", "Situation in Mali"),
        ("Statement on ending child marriage, by Albania, Chad", "ending child marriage"),
        ("The statement on 8 July was signed by Cuba, Chad, Peru", None),
        ("A statement on Monday by Cuba, Chad and Peru", None),
        ("Statement on the occasion of a day of joy: Albania, Chad, Peru", None),
        ("Statement on behalf of 39 countries: Albania, Austria", None),
        ("Albania, Chad and Peru : draft resolution", None),
        ("Signatories: Albania, Chad, Peru", None),
        ("draft resolution / Albania, Chad and Peru", None),
    ],
)
def test_a_topic_is_in_the_words_of_the_text(text: str, topic: str | None) -> None:
    assert extract_statements(text).statements["topic"].tolist() == [topic]


def test_each_statement_has_its_own() -> None:
    text = (
        "Germany made a joint statement on behalf of 39 countries on the situation in Xinjiang. "
        "Pakistan read a statement on behalf of 55 countries on Hong Kong. Cuba spoke on behalf of "
        "45 countries."
    )
    found = extract_statements(text).statements["topic"].tolist()
    assert found == ["the situation in Xinjiang", "Hong Kong", None]
