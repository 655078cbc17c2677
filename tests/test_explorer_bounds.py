"""The page's own bounds, beside those of the tables: equal, end by end."""

from __future__ import annotations

import itertools
import json
import random
import re
import subprocess
from typing import Any

import numpy as np
import pytest

from coalitions import Corpus, explorer_page, load, regions
from coalitions.bounds import region_bounds
from coalitions.explorer.modules import joined

Question = tuple[list[int], list[int]]  # statements signed and not signed

#: The page's arithmetic on any data, without a page; each case is a model of its own.
ASKED = """
const { program, cases } = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
const model = (data) => new Function("document", `${program}
  return { ...$model_data, ...$model_bounds };`)({ getElementById: () => ({ textContent: data }) });
"""

#: What the unnamed leave open in a question of statements signed and not signed.
BOUNDS = """
console.log(JSON.stringify(cases.map(([data, questions]) => {
  const { nodes, bounds } = model(data);
  return questions.map((question) => {
    const [signed, without] = question.map((ids) => ids.map((id) => nodes[id]));
    const { least, most, exact } = bounds(signed, without);
    return [least, most, exact];
  });
})));
"""

#: The same for two signatories: what they may share, and the share of it.
PAIRS = """
console.log(JSON.stringify(cases.map((data) => {
  const { signatories, pairBounds } = model(data);
  const { shared, jaccard } = pairBounds(signatories[0], signatories[1]);
  return [...shared, ...jaccard];
})));
"""


def answers(node: str, question: str, cases: list[Any]) -> list[Any]:
    given = json.dumps({"program": joined("model/bounds.js"), "cases": cases})
    command = [node, "--eval", ASKED + question]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {name: explorer_page(load(name)).html for name in ("unga75", "un-china")}


def data_of(html: str) -> str:
    return re.search(r'id="coalitions-data">(.*?)</script>', html, re.DOTALL)[1]  # type: ignore[index]


def exact_bounds(
    incidence: np.ndarray[Any, np.dtype[np.bool_]],
    unnamed: np.ndarray[Any, np.dtype[np.int64]],
    universe: int,
    question: Question,
) -> list[Any]:
    records, group = np.unique(incidence.T, axis=0, return_inverse=True)
    states = np.bincount(group.ravel(), minlength=len(records))
    nobody = np.zeros((1, len(incidence)), bool)
    states = np.append(states, universe - states.sum()).astype(np.int64)
    bounds = region_bounds(np.vstack([records, nobody]), states, unnamed, *question)
    return [bounds.low, bounds.high, True]


def small_case(draw: random.Random) -> tuple[Any, Any, int, Question]:
    universe, lists = draw.randint(3, 14), draw.randint(1, 6)
    density = draw.random()
    incidence = np.array([[draw.random() < density for _ in range(universe)] for _ in range(lists)])
    room = (~incidence).sum(1).tolist()
    unnamed = [draw.randint(0, most) if draw.random() < 0.7 else 0 for most in room]
    asked = draw.sample(range(lists), draw.randint(1, lists))
    cut = draw.randint(0, len(asked))
    return incidence, np.array(unnamed, np.int64), universe, (asked[:cut], asked[cut:])


def small_data(incidence: Any, unnamed: Any, universe: int) -> str:
    """Return the data that a page of these lists would hold, as far as bounds need them."""
    named = np.flatnonzero(incidence.any(0)).tolist()
    nodes: list[dict[str, Any]] = [
        {"id": n, "key": f"s{n}", "kind": "statement", "date": "", "colour": "",
         "named": int(row.sum()), "declared": int(row.sum() + unnamed[n])}
        for n, row in enumerate(incidence)
    ]  # fmt: skip
    first = len(nodes)
    for place, member in enumerate(named):
        nodes.append({"id": first + place, "key": f"v{member}", "kind": "signatory", "colour": ""})
    edges = [
        {"from": n, "to": first + place}
        for n in range(first)
        for place, member in enumerate(named)
        if incidence[n, member]
    ]
    about = {"universe": universe, "dark": {}, "sides": {"neither": ""}}
    return json.dumps({"graph": about, "nodes": nodes, "edges": edges})


def test_bounds_are_exact_on_small_universes(node: str) -> None:
    draw = random.Random(0)  # noqa: S311 - the same cases each time
    cases = [small_case(draw) for _ in range(400)]
    asked = [(small_data(*case[:3]), [case[3]]) for case in cases]
    found = [each[0] for each in answers(node, BOUNDS, asked)]
    assert found == [exact_bounds(*case) for case in cases]


def questions_of(corpus: Corpus, number: int, sizes: tuple[int, ...]) -> list[Question]:
    draw = random.Random(1)  # noqa: S311 - the same questions each time
    found = []
    for _ in range(number):
        asked = draw.sample(range(len(corpus.statements)), draw.choice(sizes))
        signed = [one for one in asked if draw.random() < 0.6]
        found.append((signed, [one for one in asked if one not in signed]))
    return found


@pytest.mark.parametrize(("name", "number"), [("unga75", 60), ("un-china", 60)])
def test_bounds_of_two_and_three_statements_are_exact(
    node: str, pages: dict[str, str], name: str, number: int
) -> None:
    corpus = load(name)
    html = pages[name]
    ids = [node["key"] for node in json.loads(data_of(html))["nodes"]]
    rows = [ids.index(key) for key in corpus.statements["statement_id"]]
    questions = questions_of(corpus, number, (2, 3))
    on_page = [([rows[n] for n in a], [rows[n] for n in b]) for a, b in questions]
    found = answers(node, BOUNDS, [(data_of(html), on_page)])[0]
    incidence = corpus.incidence.to_numpy(bool)
    unnamed = np.asarray(corpus.unnamed, np.int64)
    assert found == [
        exact_bounds(incidence, unnamed, corpus.universe, question) for question in questions
    ]


def test_bounds_of_every_region_are_those_of_the_tables(node: str, pages: dict[str, str]) -> None:
    region_table = regions(load("un-china"))
    data = data_of(pages["un-china"])
    nodes = enumerate(json.loads(data)["nodes"])
    number = {node["key"]: place for place, node in nodes if node["kind"] == "statement"}
    questions: list[Question] = []
    for under in region_table["statements"]:
        signed = [number[key] for key in under]
        questions += [(signed, [n for n in number.values() if n not in signed]), (signed, [])]
    found = answers(node, BOUNDS, [(data, questions)])[0]
    bounds = region_table[["exclusive_min", "exclusive_max", "inclusive_min", "inclusive_max"]]
    expected = [
        [int(low), int(high), True]
        for row in bounds.to_numpy().tolist()
        for low, high in (row[:2], row[2:])
    ]
    assert found == expected


def every_completion(incidence: Any, unnamed: Any, universe: int) -> tuple[list[int], list[float]]:
    """Return what the first two signatories may share, by every way to fill up each list."""
    ways = []
    for row, missing in zip(incidence, unnamed.tolist(), strict=True):
        absent = [member for member in range(universe) if not row[member]]
        filled = itertools.combinations(absent, missing)
        ways.append({(row[0] or 0 in more, row[1] or 1 in more) for more in filled})
    found = [
        (sum(one and other for one, other in lists), sum(one or other for one, other in lists))
        for lists in itertools.product(*ways)
    ]
    return [int(shared) for shared, _ in found], [shared / either for shared, either in found]


def test_what_two_signatories_share_is_bounded_by_every_completion(node: str) -> None:
    draw = random.Random(2)  # noqa: S311 - the same cases each time
    cases = []
    while len(cases) < 150:
        incidence, unnamed, universe, _ = small_case(draw)
        incidence, unnamed = incidence[:4], unnamed[:4]
        if universe <= 9 and incidence[:, :2].any(0).all():  # both are named somewhere
            cases.append((incidence, unnamed, universe))
    found = answers(node, PAIRS, [small_data(*case) for case in cases])
    for case, bounds in zip(cases, found, strict=True):
        shared, jaccard = every_completion(*case)
        assert bounds == [min(shared), max(shared), min(jaccard), max(jaccard)]
    assert sum(least < most for *_, least, most in found) > 50  # partial, most of them
