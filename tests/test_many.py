"""Many statements and names: what is looked up once is not looked up for each."""

from __future__ import annotations

import sys

import pandas as pd
import pytest

from coalitions import (
    CoalitionsWarning,
    compare_corpora,
    cosigning_graph,
    draw_cosigning,
    draw_upset,
    load,
    names,
    pairs,
)
from coalitions.corpus import incidence
from coalitions.errors import TooLargeError
from coalitions.figures.networks import cosigning
from coalitions.figures.upset import rows as upset_rows
from coalitions.findings import difference_note
from coalitions.findings import differences as differing
from coalitions.findings import flow as flow_words
from coalitions.looks import told_apart
from coalitions.names import formerly
from coalitions.tables import differences

#: Months and days of them.
MONTHS = [(n, 1 + n % 28) for n in range(1, 13)]


def test_cuts_that_clash_are_not_compared_with_every_other() -> None:
    texts = [f"{n:03} petitions {which}" for n in range(500) for which in "ab"]
    calls = list[int]()
    sys.setprofile(lambda *_: calls.append(1))
    try:
        found = told_apart(dict.fromkeys(texts, 8), len)
    finally:
        sys.setprofile(None)
    assert len(set(found.values())) == len(texts)
    assert len(calls) < 300 * len(texts)


def test_members_at_a_date_are_looked_up_between_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    dates = [f"{year}-{month:02}-03" for year in range(1946, 2026) for month in range(1, 13)]
    dates += ["1990", "1990-10", "1990-10-02", "1990-10-03", "1965", "1991-12-24"]
    times, asked = formerly.times(), list[int]()
    monkeypatch.setattr(formerly, "times", lambda: asked.append(1) or times)
    formerly.members_at.cache_clear()
    for date in dates:
        there = {code for code, each in times.items() if any(t.meets(date) for t in each)}
        assert formerly.members_at(date) == there, date
    assert len(asked) < len(dates) / 3


def test_names_stand_for_the_same_at_dates_of_one_era(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"{year}-{month:02}-{day:02}" for year in range(1946, 2024) for month, day in MONTHS]
    spellings = ["Yugoslavia", "Germany", "Russia", "USSR", "SUN", "DDR", "Egypt", "Cuba", "Zaire"]
    first: dict[tuple[int, ...], str] = {}
    for date in [*days, *(day[:7] for day in days), *(day[:4] for day in days)]:
        one = first.setdefault(names.era(date), date)
        for name in spellings:
            assert names.code_in(name, date) == names.code_in(name, one), (name, date, one)
            assert names.outside("YUG", date) == names.outside("YUG", one), (date, one)
    assert len(first) < len(days) / 4
    code_in, asked = names.code_in, []
    monkeypatch.setattr(names, "code_in", lambda *of: asked.append(of) or code_in(*of))
    given = pd.DataFrame({"statement_id": days, "signatory": "Cuba", "date": days})
    assert load(given).named.sum() == len(days)
    assert len(asked) < len(days) / 4


def test_dates_of_events_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, asked = load("un-china"), []
    dates = flow_words.event_dates
    monkeypatch.setattr(flow_words, "event_dates", lambda corpus: asked.append(1) or dates(corpus))
    events = list(flow_words.events(corpus))
    assert len(flow_words.when_each(corpus, events)) == len(events) > 1
    assert len(asked) == 1


def test_doubles_are_told_one_by_one_up_to_a_dozen() -> None:
    letters = {"a": [f"person {n}" for n in range(30)] * 2}
    with pytest.warns(CoalitionsWarning, match="30 rows name .*; and 18 more$") as told:
        load(letters, members="any", doubles="merged")
    assert str(told[0].message).count("under") == 13


def test_an_upset_measures_names_of_regions_that_have_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters = {f"s{n:02}": [f"person {n} {k}" for k in range(3)] for n in range(24)}
    pairs = [(a, b) for a in range(24) for b in range(a)]
    for a, b in pairs:
        for key in (a, b):
            letters[f"s{key:02}"].append(f"both {a} {b}")
    measured = []
    cut = upset_rows.clip_apart
    monkeypatch.setattr(
        upset_rows, "clip_apart", lambda names, *how: measured.extend(names) or cut(names, *how)
    )
    draw_upset(load(letters, members="any"))
    assert 0 < len(measured) < 24 * 3 + len(pairs) / 2


def test_a_cosigning_figure_refuses_more_lines_than_can_be_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters = {"a": [f"person {n}" for n in range(30)], "b": [f"person {n}" for n in range(8)]}
    corpus = load(letters, members="any")
    monkeypatch.setattr(cosigning, "LINES_MOST", 100)
    for what in (corpus, cosigning_graph(corpus)):
        with pytest.raises(TooLargeError, match=r"^435 lines .* than 100 .*of 2, which leaves 28$"):
            draw_cosigning(what, min_shared=1)
        assert draw_cosigning(what, min_shared=2).get_title(loc="left")
    alike = load({"a": letters["a"]}, members="any")
    with pytest.raises(TooLargeError, match="leave out `min_shared`: then the strongest"):
        draw_cosigning(alike, min_shared=1)


def test_overlaps_that_differ_are_found_in_parts_and_the_first_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = load({f"s{n:02}": [f"person {k}" for k in range(n)] for n in range(2, 30)}, members="any")
    signatures = old.signatures[old.signatures["signatory"] != "person 0"]
    new = load(signatures[["statement_id", "signatory"]].iloc[::-1], members="any")
    monkeypatch.setattr(incidence, "_BLOCK", 40)
    table = compare_corpora(old, new)
    rows = table[table["difference"] == "overlap"].set_index(["statement_id", "other"])
    before, now = (
        pairs(corpus).set_index(["a", "b"])["shared_named"].to_dict() for corpus in (old, new)
    )
    assert list(rows.index) == list(now)
    assert all(row["new"] == str(now[key]) for key, row in rows.iterrows())
    assert all(row["old"] == str(before[tuple(sorted(key))]) for key, row in rows.iterrows())
    monkeypatch.setattr(differences, "MOST_OVERLAPS", 50)
    with pytest.warns(CoalitionsWarning, match=r"^378 pairs .*: the first 50 are told$"):
        assert len(compare_corpora(old, new)) == len(table) - 378 + 50


def test_a_note_on_differences_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    old = load({f"s{n:02}": ["Ann", "Bo"] for n in range(30)}, members="any")
    new = load({f"s{n:02}": ["Ann", "Bo", "Cy"] for n in range(30)}, members="any")
    monkeypatch.setattr(differing, "_LINES_MOST", 7)
    note = difference_note(old, new, compare_corpora(old, new))
    assert "- And 428 more: the rows have all of them." in note
    assert max(part.count("\n- ") for part in note.split("## ")) == 8
