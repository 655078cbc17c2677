"""Many statements and names: what is looked up once is not looked up for each."""

from __future__ import annotations

import pytest

from coalitions import CoalitionsWarning, load
from coalitions.figures.upset import rows as upset_rows
from coalitions.findings import flow as flow_words
from coalitions.looks import shortening
from coalitions.names import formerly


class Text(str):
    """A text that counts how often it is compared."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Text.compared += 1
        return str.__eq__(self, other)


def test_cuts_that_clash_are_not_compared_with_every_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Text, "compared", 0)
    texts = [Text(f"a petition of {n:04}") for n in range(400)]
    cutter = shortening._Cutter(dict.fromkeys(texts, 8.0), len)
    found = shortening._cut_apart(texts, cutter, set())
    assert len(set(found.values())) == len(texts)
    assert Text.compared < 20 * len(texts)


def test_members_at_a_date_are_looked_up_between_turns() -> None:
    dates = [f"{year}-{month:02}-03" for year in range(1946, 2026) for month in range(1, 13)]
    dates += ["1990", "1990-10", "1990-10-02", "1990-10-03", "1965", "1991-12-24"]
    formerly._members_between.cache_clear()
    for date in dates:
        there = {s for s, each in formerly.times().items() if any(t.meets(date) for t in each)}
        assert formerly.members_at.__wrapped__(date) == there, date
    assert formerly._members_between.cache_info().currsize < len(dates) / 3


def test_dates_of_events_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, asked = load("un-china"), []
    dates = flow_words.event_dates
    monkeypatch.setattr(
        flow_words, "event_dates", lambda corpus: asked.append(1) or dates(corpus)
    )
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
    from coalitions import draw_upset

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
