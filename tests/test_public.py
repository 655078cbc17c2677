"""Public names, their docstrings, and the order of the rooms."""

from __future__ import annotations

import ast
import doctest
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest
import worked
from matplotlib import pyplot as plt
from pandas.testing import assert_frame_equal, assert_series_equal

import coalitions
from coalitions import Corpus, cosigning_graph, load, node_looks, two_mode_graph
from coalitions.cli import options
from coalitions.corpus.corpus import COLUMNS
from coalitions.export.formats import FORMATS
from coalitions.figures.registry import FIGURES
from coalitions.graphs.build import GRAPHS

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path(coalitions.__file__).parent
ROOT = Path(__file__).parents[1]
MODULES = sorted(
    found.name for found in pkgutil.walk_packages(coalitions.__path__, prefix="coalitions.")
)
FUNCTIONS = [name for name in coalitions.__all__ if inspect.isfunction(getattr(coalitions, name))]
CLASSES = [name for name in coalitions.__all__ if inspect.isclass(getattr(coalitions, name))]


#: What says which statements are meant.
READING = {"max_size", "layout", "columns", "names", "doubles", "groups", "opposed"}
FILTER = {"statements", "event", "since", "until", "forum", "topic", "stance"}

#: Most lines of a file, and of the body of a function.
MOST_LINES, MOST_OF_A_BODY = 300, 45


# Names


def test_the_public_names_are_those_that_are_found() -> None:
    assert list(coalitions._WHERE) == coalitions.__all__  # noqa: SLF001 - the two are kept alike here
    assert dir(coalitions) == sorted(coalitions.__all__)
    assert len(set(coalitions.__all__)) == len(coalitions.__all__)
    assert set(FUNCTIONS) | set(CLASSES) == set(coalitions.__all__)


def test_every_name_is_that_of_its_room() -> None:
    for name, room in coalitions._WHERE.items():  # noqa: SLF001 - the same
        assert getattr(import_module(f"coalitions.{room}"), name) is getattr(coalitions, name)


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'draw_pie'"):
        _ = coalitions.draw_pie  # type: ignore[attr-defined]


def test_no_function_bears_the_name_of_a_module() -> None:
    assert not {name.rpartition(".")[2] for name in MODULES} & set(coalitions.__all__)


def test_types_are_told_the_same_names() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    told = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("coalitions.")
        for alias in node.names
    }
    assert told == {*coalitions.__all__, "__version__", "door"}  # the last one is what opens it


#: File and name; CHANGELOG may speak of what is gone.
SPOKEN_OF = sorted(
    {
        (path.relative_to(ROOT if path.parent == ROOT else PACKAGE.parent).as_posix(), name)
        for path in [*ROOT.glob("*.md"), *PACKAGE.rglob("*.md"), *PACKAGE.rglob("*.py")]
        if path.name != "CHANGELOG.md"
        for name in re.findall(r"`(coalitions(?:\.\w+)+)[`(]", path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize(("_", "name"), SPOKEN_OF)
def test_what_a_text_speaks_of_is_where_it_says(_: str, name: str) -> None:
    assert pkgutil.resolve_name(name) is not None


def test_texts_speak_of_names() -> None:
    assert {"README.md", "coalitions/names/reference/README.md"} <= {path for path, _ in SPOKEN_OF}


# Docstrings


def sections(documented: object) -> dict[str, list[str]]:
    """Return the sections of a numpydoc docstring, heading → lines; "" is the summary."""
    lines = (inspect.getdoc(documented) or "").splitlines()
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line and set(below) == {"-"} and len(below) == len(line):
            heading = line
            found[heading] = []
        elif not (line and set(line) == {"-"}):
            found[heading].append(line)
    return found


def documented_names(lines: list[str]) -> list[str]:
    """Return the names that a section of parameters describes."""
    entries = [line.split(" : ")[0] for line in lines if line and not line.startswith(" ")]
    return [name.strip().lstrip("*") for entry in entries for name in entry.split(",")]


@pytest.mark.parametrize("name", [*FUNCTIONS, "Corpus"])
def test_docstring_and_signature_agree(name: str) -> None:
    thing = getattr(coalitions, name)
    parameters = list(inspect.signature(thing).parameters)
    assert documented_names(sections(thing).get("Parameters", [])) == parameters
    # A filter is one thing to know, and the same wherever it is: its fields count as one.
    # So is how what others made is read.
    several = [fields & set(parameters) for fields in (FILTER, READING)]
    number = len(parameters) - sum(map(len, several)) + sum(map(bool, several))
    # A corpus is three tables, what is claimed of them, and four facts that no table holds.
    assert number <= (8 if name == "Corpus" else 6)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_docstring_has_these_sections(name: str) -> None:
    found = sections(getattr(coalitions, name))
    assert {"Parameters", "Returns", "Examples"} <= set(found)
    assert any(line.startswith(">>>") for line in found["Examples"])
    order = ["", "Parameters", "Returns", "Raises", "Notes", "References", "Examples"]
    assert [heading for heading in order if heading in found] == list(found)
    summary = found[""][0]
    assert summary.endswith(".")
    assert not summary.split()[0].endswith("s")  # imperative: "Return", not "Returns"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_typed_and_no_truth_value_chooses_an_algorithm(name: str) -> None:
    signature = inspect.signature(getattr(coalitions, name))
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty
        # As matplotlib has it where a figure is saved: it chooses no algorithm.
        assert parameter.annotation != "bool" or parameter.name == "transparent"


@pytest.mark.parametrize("module", ["coalitions", *MODULES])
def test_a_module_says_what_it_is(module: str) -> None:
    first = (import_module(module).__doc__ or "").split("\n")[0]
    assert re.fullmatch(r"\S.{10,}", first)


@pytest.mark.parametrize("module", ["coalitions", *MODULES])
def test_every_example_runs(module: str) -> None:
    result = doctest.testmod(import_module(module))
    plt.close("all")
    assert result.failed == 0


def test_there_are_examples() -> None:
    found = doctest.DocTestFinder().find(import_module("coalitions.corpus.corpus"))
    assert sum(len(test.examples) for test in found) >= 4


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@pytest.fixture(scope="module")
def trees(sources: dict[str, str]) -> dict[str, ast.Module]:
    return {path: ast.parse(source) for path, source in sources.items()}


def test_no_two_classes_have_one_name(trees: dict[str, ast.Module]) -> None:
    # A reader who finds a name need not ask which of two is meant.
    found: dict[str, list[str]] = {}
    for path, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(path)
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_a_file_is_read_in_one_go(sources: dict[str, str]) -> None:
    lines = {path: source.count("\n") for path, source in sources.items()}
    assert {path: many for path, many in lines.items() if many > MOST_LINES} == {}


def test_a_body_fits_a_screen(trees: dict[str, ast.Module]) -> None:
    bodies = {
        f"{path}, {node.name}": body_lines(node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {place: many for place, many in bodies.items() if many > MOST_OF_A_BODY} == {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has below its docstring."""
    documented = ast.get_docstring(function, clean=False) is not None
    body = function.body[documented:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


# Nothing that is given is changed


def state(given: object) -> object:
    """Return a deep copy of what a call is given, in a form that can be compared."""
    if isinstance(given, Corpus):
        tables = {name: getattr(given, name).copy(deep=True) for name in COLUMNS}
        return tables | {"incidence": given.incidence.copy(), "universe": given.universe}
    if isinstance(given, nx.Graph):
        return (
            {node: dict(data) for node, data in given.nodes(data=True)},
            {edge: dict(given.edges[edge]) for edge in given.edges},
            dict(given.graph),
        )
    if isinstance(given, pd.DataFrame):
        return given.copy(deep=True)
    if isinstance(given, (list, tuple)):
        return [state(each) for each in given]
    if isinstance(given, dict):
        return {key: state(each) for key, each in given.items()}
    return given


def assert_same(one: Any, other: Any) -> None:
    if isinstance(one, pd.DataFrame):
        assert_frame_equal(one, other)
    elif isinstance(one, pd.Series):
        assert_series_equal(one, other)
    elif isinstance(one, dict):
        assert list(one) == list(other)
        for key in one:
            assert_same(one[key], other[key])
    elif isinstance(one, (list, tuple)):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    else:
        assert one == other


def _ties(corpus: Corpus) -> pd.DataFrame:
    return coalitions.cosigning_ties(corpus, partial="named", alpha=0.9)


def _clubs() -> Corpus:
    lists = {f"{club}{n}": [f"{club} one", f"{club} two"] for club in "ABC" for n in range(4)}
    return load(lists, members="any")


def call(name: str, corpus: Corpus, folder: Path) -> tuple[list[Any], dict[str, Any]]:
    """Return what to give to a public function; most take a corpus."""
    graph = two_mode_graph(corpus)
    unusual: dict[str, Callable[[], tuple[list[Any], dict[str, Any]]]] = {
        "extract_statements": lambda: (["Joint statement by Cuba, Chad and Peru"], {}),
        "load": lambda: ([worked.write_folder(folder / "own")], {}),
        "select": lambda: ([corpus], {"event": "e1", "since": "2020"}),
        "count_pairs": lambda: ([pd.DataFrame(corpus.signatures)], {"of": "signatories"}),
        "in_language": lambda: ([corpus, "fr"], {}),
        "resolve_names": lambda: ([["Cuba", "Korea", "Cubba"]], {}),
        "compare_statements": lambda: ([corpus, "full", "part"], {}),
        "compare_corpora": lambda: ([corpus, corpus], {}),
        # At .05 it warns that no tie of so few statements can be significant.
        "cosigning_ties": lambda: ([corpus], {"partial": "named", "alpha": 0.9}),
        "backbone_graph": lambda: ([corpus, _ties(corpus)], {}),
        # As for ties: among so few there are no communities, and it warns.
        "node_measures": lambda: ([corpus], {"partial": "named"}),
        "rank_survival": lambda: ([corpus], {"partial": "named"}),
        "find_camps": lambda: ([corpus, _ties(corpus)], {}),
        "find_communities": lambda: ([_clubs()], {"draws": 19}),
        "with_ties": lambda: ([cosigning_graph(corpus), _ties(corpus)], {}),
        "with_communities": lambda: (
            [two_mode_graph(_clubs()), coalitions.find_communities(_clubs(), draws=19)],
            {},
        ),
        "compare_slices": lambda: ([{"2019": _ties(corpus), "2020": _ties(corpus)}], {}),
        "community_survival": lambda: ([_clubs()], {"draws": 19}),
        "tie_survival": lambda: (
            [coalitions.select(corpus, statements=["full", "plain"])],
            {"alpha": 0.9},
        ),
        "node_looks": lambda: ([graph], {"seed": 1}),
        "save_figure": lambda: ([coalitions.draw_upset(corpus), folder / "x.svg"], {}),
        "write_card": lambda: ([corpus, folder / "x.md"], {}),
        "write_explorer": lambda: ([graph, folder / "x.html"], {"looks": node_looks(graph)}),
        "write_graph": lambda: ([graph, folder / "x.gexf"], {"looks": node_looks(graph)}),
        "read_graph": lambda: ([coalitions.write_graph(graph, folder / "x.json")], {}),
        "write_paper_tables": lambda: ([corpus, folder / "x.md"], {"tables": ["ledger"]}),
        "write_report": lambda: ([corpus, folder / "report"], {"options": {"data": ["own"]}}),
        "write_document": lambda: ([corpus, folder / "report.pdf"], {}),
    }
    return unusual.get(name, lambda: ([corpus], {}))()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_that_is_given_is_changed(
    name: str, small: Corpus, tmp_path: Path, listing: Callable[[Path], dict[str, str]]
) -> None:
    arguments, keywords = call(name, small, tmp_path)
    before = state(arguments), state(keywords)
    files = listing(tmp_path)
    getattr(coalitions, name)(*arguments, **keywords)
    plt.close("all")
    assert_same((state(arguments), state(keywords)), before)
    assert files.items() <= listing(tmp_path).items()


# The command line


def test_kinds_are_those_of_the_modules() -> None:
    for kind, diagram in FIGURES.items():
        assert diagram.draw is getattr(coalitions, f"draw_{kind}")
        taken = set(inspect.signature(diagram.draw).parameters) & {
            "statements",
            "seed",
            "min_shared",
            "region",
            "model",
            "tail",
            "alpha",
            "correction",
        }
        assert taken == set(diagram.takes), kind
    assert list(GRAPHS) == list(options.GRAPH_KINDS)


def test_help_loads_nothing_heavy() -> None:
    code = """
import sys
from coalitions.cli import cli, commands
verbs = list(commands())
for arguments in [["--help"], *[[verb, "--help"] for verb in verbs]]:
    cli(arguments, standalone_mode=False)
heavy = {"pandas", "matplotlib", "networkx", "numpy", "scipy", "pyvis", "rich"}
print(sorted(heavy & set(sys.modules)), len(verbs), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr.split("]")[0] == "["
    assert int(done.stderr.split("]")[1]) >= 7
    assert done.stdout.count("Usage:") >= 8


@pytest.mark.parametrize(
    ("arguments", "waits_for"),
    [
        *(
            (["names", "Burma", "Korea", "--format", style], set())
            for style in ("table", "csv", "json")
        ),
        (["check"], {"pandas", "numpy", "scipy.sparse"}),
        (["overlap", "--top", "3"], {"pandas", "numpy", "scipy.sparse"}),
    ],
)
def test_a_verb_loads_nothing_heavy_that_it_does_not_need(
    arguments: list[str], waits_for: set[str]
) -> None:
    code = """
import sys
from coalitions.cli import cli
try:
    cli(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
heavy = {"pandas", "matplotlib", "networkx", "numpy", "scipy.sparse", "scipy.optimize", "pyvis",
         "rich.console", "jinja2", "coalitions.texts.statements", "coalitions.looks.stress"}
print(*(heavy & set(sys.modules)), file=sys.stderr)
"""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert set(done.stderr.split()) == waits_for
    assert done.stdout


# Rooms: import-linter (pyproject.toml) holds the house together; some things it cannot see


FILES = sorted(PACKAGE.rglob("*.py"))


def kept_apart(contract: str) -> set[str]:
    """Return the modules that a contract of import-linter forbids to import one another."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(set(each["modules"]) for each in contracts if each["id"] == contract)


def file_or_folder(function: Callable[..., object]) -> str:
    """Return the file or folder of a room that holds a function."""
    return ".".join(function.__module__.split(".")[:3])


def test_every_diagram_is_kept_apart_from_the_others() -> None:
    drawing = [getattr(coalitions, f"draw_{kind}") for kind in FIGURES]
    assert kept_apart("diagrams") == set(map(file_or_folder, drawing))


def test_every_format_is_kept_apart_from_the_others() -> None:
    assert kept_apart("formats") == {file_or_folder(each.write) for each in FORMATS.values()}


def test_colours_are_decided_in_one_place() -> None:
    code = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']""")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        if code.search(re.sub(r'"""(?:.|\n)*?"""', "", path.read_text(encoding="utf-8")))
    }
    assert found <= {"looks/palette.py"}
