"""Every figure, the opening of the report and the methods, read aloud on other people's lists."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

import pandas as pd
import pytest
from matplotlib import pyplot as plt

from coalitions import Corpus, describe, draw_overlap, load
from coalitions.errors.problems import CoalitionsError
from coalitions.figures.registry import FIGURES
from coalitions.findings.paragraph import story

SIDES: dict[str, Any] = {
    "stance": ["support", "critical"],
    "date": ["2020-01-01", "2021-02-02"],
}
ALIKE: dict[str, Any] = SIDES | {"stance": ["support", "support"]}


def lists(named: dict[str, str], about: dict[str, Any] | None = None, **more: Any) -> Corpus:
    """Return a corpus of lists of names with blanks between."""
    rows = [(key, name) for key, names in named.items() for name in names.split()]
    return Corpus(
        pd.DataFrame({"statement_id": list(named), **(about or {})}),
        pd.DataFrame(rows, columns=["statement_id", "signatory"]),
        **more,
    )


class Case(NamedTuple):
    """A corpus, what must be said of it, figure → title (or a part), and what must never be."""

    corpus: Corpus
    said: dict[str, str]
    never: str


CASES = {
    "the Union on both": lambda: Case(
        lists({"a": "FRA EUE DEU", "b": "FRA EUE PER"}, SIDES),
        {
            "venn": "1 state and the European Union are named under both statements",
            "upset": "1 state and the European Union are named under both statements",
            "matrix": "The European Union and France are named under 2 of 2 statements",
            "overlap": "1 state and the European Union are named under both statements",
            "network": "2 states and the European Union are named in support, 2 states and the "
            "European Union in criticism; 2 are named on both sides",
            "cosigning": "The European Union and France are named together most",
            "tilemap": "2 states and the European Union are named in support",
            "card": "the European Union and France are named under both",
            "balance": "Of 29 states of the Western European and others group, 2 are named",
            "timeline": "2 states and the European Union supporting (January 2020)",
            "story": "their lists name 3 states and the European Union.",
            "methods": "195 states that could have signed, and the European Union, which is named",
        },
        # Three signed each, four are named, 196 could have signed: none of these are states.
        r"\b(3|196) states signed|\b4 states|\b196\b",
    ),
    "two others, one list partial": lambda: Case(
        lists({"a": "FRA EUE XOM", "b": "FRA PER"}, ALIKE | {"declared_count": [3, 5]}),
        {
            "venn": "1 state, and perhaps the European Union and the Order of Malta, signed both",
            "upset": "1 state is named under both statements",
            "network": "3 to 5 states, the European Union and the Order of Malta signed in support",
            "timeline": "Largest list: 5 signatories supporting",
            "story": "their lists name 2 states, the European Union and the Order of Malta.",
        },
        r"\b5 states (signed|supporting)|\b4 states|\b(3|5) states\b(?! *, the)|\b197\b",
    ),
    "nobody is a state": lambda: Case(
        lists({"a": "EUE XOM", "b": "EUE XKX COK"}),
        {
            "venn": "The European Union is named under both statements",
            "cosigning": "No two signatories are named together under more than 1",
            "network": "2 statements name 4 signatories that are not members or observers",
            "card": "The European Union is named under both statements",
            "balance": "no statement has a stance",
            "methods": "195 states that could have signed, and 4 others, which are named",
        },
        r"\b[1-9] states?\b|neither|no states",
    ),
    "nobody said what they are": lambda: Case(
        lists({"a": "Ann Bo", "b": "Ann Cy"}, SIDES, members="any"),
        {
            "venn": "1 signatory is named under both statements",
            "network": "2 signatories are named in support, 2 in criticism; one is named on both",
            "tilemap": "its signatories are not states",
            "card": "2 signatories are named in support, 2 in criticism; Ann is named under",
            "methods": "the universe is taken as the 3 that are named",
            "story": "No list declares a count of signatories",
        },
        r"(?<!signatories are not )\bstates?\b|could have signed\.|Every declared",
    ),
    "senators": lambda: Case(
        lists(
            {"a": "Ann Bo", "b": "Ann Cy"},
            SIDES,
            members="any",
            noun="senator",
            signatories=pd.DataFrame({"signatory": ["Ann", "Bo", "Cy"], "group": list("DRD")}),
        ),
        {
            "venn": "1 senator is named under both statements",
            "upset": "1 senator is named under both statements",
            "cosigning": "No two senators are named together",
            "balance": "Of 1 senator of the R group, 1 is named in support",
            "timeline": "Largest lists: 2 senators supporting",
            "methods": "The universe is the 3 senators that could have signed",
        },
        r"\bstates?\b|signator(y|ies) signed|regional",
    ),
    "people, one list partial": lambda: Case(
        lists(
            {"a": "Ann Bo", "b": "Ann Cy"},
            {"declared_count": [5, 2]},
            members="any",
            noun="person/people",
        ),
        {
            "venn": "1 to 2 people signed both statements",
            "upset": "1 person is named under both statements",
            "network": "2 statements name 3 people",
            "methods": "taken as the 3 that are named and the 3 that are not",
        },
        r"\bstates?\b|persons|no other list of that side",
    ),
    "one list": lambda: Case(
        lists({"a": "FRA EUE"}, {"date": ["2020-01-01"]}),
        {
            "upset": "1 state and the European Union are named under",
            "network": "1 statement names 1 state and the European Union",
            "cosigning": "1 state and the European Union are named together, under the one",
            "card": "1 state and the European Union are named",
            "story": "The list declares no count of signatories",
        },
        r"\b2 states (signed|are)|both sides|Every declared",
    ),
    "no stance, articles": lambda: Case(
        lists({"a": "NLD GBR", "b": "NLD GBR", "c": "PER"}),
        {
            "matrix": "The Netherlands and the United Kingdom are named under 2 of 3 statements",
            "cosigning": "The Netherlands and the United Kingdom are named together most",
            "venn": "2 states are named under both statements: a and b",
            "card": "2 states are named under both statements: a and b",
        },
        r"neither|of that side|both sides",
    ),
}
#: Drawn in the first case only: the maps say the same, and take longest.
MAPS = {"tilemap", "worldmap"}


@cache
def aloud(name: str) -> tuple[Case, dict[str, str]]:
    """Return all that is said of a case: of a figure title, texts, or why there is none."""
    case = CASES[name]()
    said = {"story": " ".join(story(case.corpus)), "methods": describe(case.corpus)}
    for kind, draw in FIGURES.items():
        if kind in MAPS - case.said.keys():
            continue
        try:
            ax = draw(case.corpus)
        except CoalitionsError as error:
            said[kind] = str(error)
            continue
        texts = [ax.get_title(loc="left"), *(text.get_text() for text in ax.texts)]
        said[kind] = "\n".join(" ".join(text.split()) for text in [*texts, ax.figure.alt])
        plt.close("all")
    return case, said


@pytest.mark.parametrize("name", CASES)
def test_what_is_said_is_so(name: str) -> None:
    case, said = aloud(name)
    for kind, words in case.said.items():
        assert words in said[kind], f"{kind}: {said[kind]}"


@pytest.mark.parametrize("name", CASES)
def test_nothing_else_is_said(name: str) -> None:
    case, said = aloud(name)
    for kind, words in said.items():
        found = re.search(case.never, words)
        assert not found, f"{kind}: …{words[max(0, found.start() - 60) : found.end() + 40]}…"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        # Pakistan and Germany may share 30, and 19 are certain of Pakistan and Cuba.
        ("unga75", "Largest certain overlap: 19 to 45 states"),
        # Lists of which only the count is known may share more than the 47 that are named.
        ("un-china", "Largest certain overlap: 47 states"),
        ({"a": ["Cuba", "Fiji"], "b": ["Cuba", "Peru"], "c": ["Fiji"]}, "Largest overlap: 1 state"),
    ],
)
def test_an_overlap_is_the_largest_only_where_no_other_can_be_larger(data, words):
    corpus = load(data)
    assert draw_overlap(corpus).get_title(loc="left").replace("\n", " ").startswith(words)
    assert f"The {words[0].lower()}{words[1:]}" in " ".join(story(corpus))
