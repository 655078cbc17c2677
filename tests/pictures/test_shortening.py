"""Labels that are cut: never two alike that stand for different things."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import figure_checks as look
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions import CoalitionsError, node_looks, two_mode_graph
from coalitions.figures.card.folding import names_in_lines, weight_of
from coalitions.figures.kit.lettering import clip_to_rooms, text_width
from coalitions.figures.networks.labels import labels_with_room
from coalitions.figures.registry import FIGURES
from coalitions.findings.panels import BOTH, Name
from coalitions.looks.labels import node_labels
from coalitions.looks.shortening import CUT, lost, told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalitions import Corpus

#: Few letters, so that texts are alike for long stretches.
TEXTS = st.lists(st.text("ab cÄ", min_size=1, max_size=40), unique=True, max_size=14)


def spoken(text: str) -> str:
    return " ".join(text.split())


def check(cuts: dict[str, str], room: dict[str, float], measure: Callable[[str], float]) -> None:
    """Each fits or is absent; what fits whole is whole; what differs is not cut to the same."""
    assert list(cuts) == list(room)
    stands_for: dict[str, str] = {}
    for text, cut in cuts.items():
        assert not cut or measure(cut) <= room[text]
        assert cut != CUT
        if measure(spoken(text)) <= room[text]:
            assert cut == spoken(text)
        if cut:
            assert stands_for.setdefault(cut, spoken(text)) == spoken(text)


@given(TEXTS, st.integers(0, 24))
def test_different_texts_are_cut_differently_by_letters(texts: list[str], most: int) -> None:
    room = dict.fromkeys(texts, float(most))
    check(told_apart(room, len), room, len)


@given(TEXTS, st.lists(st.floats(0, 90), min_size=14, max_size=14))
def test_different_texts_are_cut_differently_to_rooms_of_their_own(
    texts: list[str], rooms: list[float]
) -> None:
    room = {spoken(text): most for text, most in zip(texts, rooms, strict=False)}

    def bold(text: str) -> float:
        return text_width(text, 7.5, "bold")

    check(clip_to_rooms(room, 7.5, "bold"), room, bold)


@pytest.mark.parametrize(
    ("texts", "most", "cuts"),
    [
        # The ends differ, so that they are kept.
        (["Cuba (July 2020)", "Cuba (July 2021)"], 11, ["Cuba (…020)", "Cuba (…021)"]),
        # They differ in the middle: what stands there is kept.
        (
            ["the states of the northern group of it", "the states of the southern group of it"],
            12,
            ["the s…the n…", "the s…the s…"],
        ),
        # One differs at once, two far on.
        (["aaaaaaaaaaaax", "aaaaaaaaaaaay", "baaaaaaaaaaax"], 6, None),
        (["A" * 40, "A" * 39, "A" * 38], 50, ["A" * 40, "A" * 39, "A" * 38]),
    ],
)
def test_a_cut_keeps_what_tells_texts_apart(
    texts: list[str], most: int, cuts: list[str] | None
) -> None:
    found = list(told_apart(dict.fromkeys(texts, float(most)), len).values())
    assert len(set(found)) == len(texts)
    assert all(found)
    if cuts is not None:
        assert found == cuts


def test_what_nothing_tells_apart_has_no_label() -> None:
    assert set(told_apart(dict.fromkeys(["A" * 40, "A" * 39], 2.0), len).values()) == {""}
    assert lost({"one": "same", "two": "same", "three": ""}) == ["one", "two"]


# --- on the pictures -----------------------------------------------------------------------------

LONG = "Independent Association of Small Island Developing Signatories of the "


def _middles() -> Corpus:
    """Return long names that differ in the middle: of statements, signatories and groups."""
    names = [f"{LONG}{part} sector, general council" for part in ("first", "second", "third")]
    lists = {f"{LONG}{part} region, statement": names for part in ("eastern", "northern")}
    return look.corpus_of(lists, members="any")


def _ends() -> Corpus:
    names = [f"{LONG}{number:02d}" for number in range(30)]
    return look.corpus_of({f"{LONG}{letter}": names for letter in "ABC"}, members="any")


def _one_word() -> Corpus:
    word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau"
    names = [f"{word}{end}" for end in ("er", "erin", "leute")]
    lists = {f"{word}-{n}": names[: n + 1] for n in range(3)}
    return look.corpus_of(lists, members="any")


def _dates() -> Corpus:
    return look.corpus("un-china")


#: Of these, the figure has a text each for statements or signatories, and no other.
@pytest.mark.parametrize("kind", ["venn", "upset", "matrix", "overlap", "cosigning"])
@pytest.mark.parametrize(
    ("corpus", "size"),
    [
        *itertools.product([_middles, _ends, _one_word], ["page", "column", "slide"]),
        (_dates, "column"),
    ],
)
def test_no_two_cut_labels_of_a_picture_are_alike(
    corpus: Callable[[], Corpus], kind: str, size: str
) -> None:
    try:
        ax = FIGURES[kind](corpus(), size=size)
    except CoalitionsError as refusal:
        assert "too tall" in str(refusal)  # noqa: PT017 - a refusal is one of two outcomes
        return
    cut = [p.text for p in look.texts(ax) if CUT in p.text and "Source: " not in p.text]
    # A statement stands beside its row and above its column.
    each = 2 if kind == "overlap" else 1
    # The matrix has its heads above each panel.
    heads = 4 if kind == "matrix" else each
    for text in set(cut):
        assert cut.count(text) <= (heads if re.search(r"\(\d+( of \d+)?\)$", text) else each)
        if kind == "overlap":
            assert cut.count(text) == each


@pytest.mark.parametrize("room", [40.0, 60.0, 90.0, 300.0])
@pytest.mark.parametrize("corpus", [_middles, _ends, _one_word])
def test_names_of_a_card_that_differ_are_not_alike(
    corpus: Callable[[], Corpus], room: float
) -> None:
    who = corpus().signatories["signatory"]
    styles = ("bold", "italic", "plain")
    names = [Name(one, one, one, styles[n % 3], BOTH * (n % 2)) for n, one in enumerate(who)]
    found = {name: tuple(lines) for name, lines in names_in_lines(names, room, 6.2).items()}
    assert len(set(found.values())) == len(names)
    for name, lines in found.items():
        assert len(lines) <= 2
        assert all(text_width(line, 6.2, weight_of(name)) <= room for line in lines)


@pytest.mark.parametrize(
    "labels",
    [
        ["Open letter on the first draft of it", "Open letter on the second draft of it"],
        ["International Union of Bakers", "International Union of Butchers"],
        ["Donaudampfschifffahrtsgesellschaft A", "Donaudampfschifffahrtsgesellschaft B"],
        ["a-very-long-identifier-of-2020-01", "a-very-long-identifier-of-2020-02"],
    ],
)
@pytest.mark.parametrize("kind", ["statement", "signatory"])
def test_labels_of_nodes_that_differ_are_not_alike(labels: list[str], kind: str) -> None:
    nodes = {str(n): {"label": label, "kind": kind} for n, label in enumerate(labels)}
    found = list(node_labels(nodes).values())
    assert len(set(found)) == len(labels)
    for label in found:
        assert all(len(line) <= 17 for line in label.split("\n"))


def test_of_two_nodes_with_one_name_one_has_a_label() -> None:
    graph = two_mode_graph(look.corpus_of({"a": ["Cuba", "Fiji"]}))
    table = node_looks(graph)
    table.loc[["CUB", "FJI"], "label"] = "Same"
    found = labels_with_room(table, (-400, 400, -400, 400))
    assert [node for node in table.index if node not in found] != []
    assert len(found) == len(table) - 1
