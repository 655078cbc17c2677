"""What every figure says first, of lists of every kind: read by eye in ``titles.toml``."""

from __future__ import annotations

import tomllib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import CoalitionsError, load
from coalitions.figures import FIGURES
from coalitions.figures.kit import frame
from coalitions.figures.kit.page import Measured

if TYPE_CHECKING:
    from coalitions import Corpus

WRITTEN = tomllib.loads(Path(__file__).with_name("titles.toml").read_text(encoding="utf-8"))
#: Statement, names, date, stance, topic, about, declared count, lead.
ROWS: dict[str, list[tuple[str, ...]]] = {
    "two lists without stance": [
        ("a", "Cuba;Peru;Chad", "2025-07-01", "", "Gaza", "", "", "GBR"),
        ("b", "Peru;Chad;Mali;Fiji", "2025-08-01", "", "Gaza", "", "", "GBR"),
    ],
    "one list": [("a", "Cuba;Peru;Chad", "2025-07-01", "", "Gaza", "", "", "GBR")],
    "three sides": [
        ("y", "Cuba;Peru;Chad", "2025-07-01", "yes", "Res. 1", "", "", ""),
        ("n", "Mali;Fiji", "2025-07-01", "no", "Res. 1", "", "", ""),
        ("z", "Togo", "2025-07-01", "abstain", "Res. 1", "", "", ""),
        ("y2", "Cuba;Fiji", "2026-07-01", "yes", "Res. 2", "", "", ""),
        ("n2", "Mali;Peru", "2026-07-01", "no", "Res. 2", "", "", ""),
        ("z2", "Togo;Chad", "2026-07-01", "abstain", "Res. 2", "", "", ""),
    ],
    "persons": [
        ("climate", "Ada Lane;Bo Reyes;Cy Stone", "2025-07-01", "", "", "", "", ""),
        ("trade", "Bo Reyes;Di Park", "2025-08-01", "", "", "", "", ""),
    ],
    "partial lists": [
        ("a", "Cuba;Peru;Chad", "2025-07-01", "support", "Xinjiang", "China", "10", "PAK"),
        ("b", "Mali;Fiji;Peru", "2025-08-01", "critical", "Xinjiang", "China", "5", "FRA"),
    ],
    "one side only": [
        ("a", "Cuba;Peru;Chad", "2025-07-01", "critical", "Xinjiang", "China", "3", "GBR"),
        ("b", "Peru;Fiji;Mali", "2025-08-01", "critical", "Xinjiang", "China", "3", "FRA"),
    ],
}
COLUMNS = ("date", "stance", "topic", "about", "declared_count", "lead")


@pytest.fixture(scope="module", params=ROWS)
def case(request: pytest.FixtureRequest) -> tuple[str, Corpus]:
    rows = [
        {"statement_id": key, "signatory": who, **dict(zip(COLUMNS, rest, strict=True))}
        for key, names, *rest in ROWS[request.param]
        for who in names.split(";")
    ]
    how = {"members": "any", "noun": "person/people"} if request.param == "persons" else {}
    return request.param, load(pd.DataFrame(rows), **how)


def title(kind: str, corpus: Corpus) -> str:
    """Return the title of a figure, or why there is none, without drawing it."""
    try:
        FIGURES[kind](corpus)
    except Measured as found:
        return found.said.title
    except CoalitionsError as error:
        return f"({error})"
    raise AssertionError(kind)


def test_titles_are_those_that_were_read(
    case: tuple[str, Corpus], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a figure says is known before it is drawn.
    monkeypatch.setattr(frame, "Page", partial(frame.Page, measuring=True))
    name, corpus = case
    assert {kind: title(kind, corpus) for kind in FIGURES} == WRITTEN[name]


def test_every_figure_has_been_read_in_every_case() -> None:
    assert set(WRITTEN) == set(ROWS)
    assert {frozenset(titles) for titles in WRITTEN.values()} == {frozenset(FIGURES)}


def test_no_word_stands_where_it_does_not_fit() -> None:
    said = {name: " ".join(titles.values()) for name, titles in WRITTEN.items()}
    # Nobody joined or left, of persons none is a state, and who is only named has not "signed".
    for text in said.values():
        assert " joined" not in text
        assert " left" not in text
    assert "state" not in said["persons"].replace("statement", "").replace("not states", "")
    for name in ("two lists without stance", "one list", "three sides", "persons"):
        assert " signed " not in said[name]
    for name in ("two lists without stance", "one list", "persons"):
        titles = {kind: text for kind, text in WRITTEN[name].items() if not text.startswith("(")}
        assert "side" not in " ".join(titles.values())
