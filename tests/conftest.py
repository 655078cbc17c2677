"""What several tests need: the hand-worked corpus, the bundled ones, and the command line."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import shutil
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

# One thread a process: numpy's others only wait for one another (spinning, on cores that the other
# test processes need), and take as long again. To be said before numpy is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import matplotlib as mpl
import pandas as pd
import pytest
import worked
from hypothesis import settings

from coalitions import Corpus, load
from coalitions.cli import main
from coalitions.figures.registry import FIGURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

#: `make spark` brings what these need.
collect_ignore = [] if find_spec("pyspark") else ["spark"]

mpl.use("Agg")
# What is imported stays, and drawings are kept for other tests: looking through all of it for what
# could be thrown away, after every few hundred new objects, takes a tenth of the time.
gc.freeze()
gc.set_threshold(100_000, 20, 20)
# The same examples each time, and no clock: a busy machine is no fault of the code.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def scope(nodeid: str) -> str:
    """Return what a test shares with others: those of one scope run in the same process.

    Programs are started, reports written and figures drawn once for all the tests that look at
    them, and would be once more in every process.
    """
    path, _, test = nodeid.rpartition("/")[2].partition("::")
    if "tests/interop/" in nodeid:
        return "interop"
    if path.startswith("test_report"):
        return path
    if path.startswith("test_figures"):
        return next((kind for kind in FIGURES if kind in re.split(r"\W", test)), path)
    return nodeid


#: What looks at results, of which no line need be counted: others run the same lines.
LOOKING = (
    *(f"tests/{folder}/" for folder in ("browser", "fuzz", "interop", "pictures")),
    *(f"tests/test_{name}.py" for name in ("export_neighbours", "names_oracles")),
)


def tries_many(item: pytest.Item) -> bool:
    return hasattr(getattr(item, "obj", None), "hypothesis")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that nobody waits for it at the end: examples, scopes.

    Neither many examples nor what only looks at results is counted by line: others run the same
    lines, and being counted takes half as long again.
    """
    items.sort(key=lambda item: (not tries_many(item), scope(item.nodeid) == item.nodeid))
    if config.pluginmanager.hasplugin("pytest_cov"):
        for item in items:
            if tries_many(item) or item.nodeid.startswith(LOOKING):
                item.add_marker("no_cover")


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give each process whole scopes."""
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - there with -n alone

    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = scope  # noqa: SLF001 - what the plugin's manual tells to override
    return scheduler


class Run(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def small() -> Corpus:
    """Return the hand-worked corpus of ``worked.py``."""
    return worked.corpus()


@pytest.fixture(scope="session")
def unga75() -> Corpus:
    return load("unga75")


@pytest.fixture(scope="session")
def un_china() -> Corpus:
    return load("un-china")


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Run]:
    """Run the console script's function in this process."""

    def run_(*arguments: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["coalitions", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Run(code, out.decode(), err.decode())

    return run_


@pytest.fixture
def listing() -> Callable[[Path], dict[str, str]]:
    """List what is below a folder, with the hash of each file."""

    def listing_(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
            )
            for path in sorted(folder.rglob("*"))
        }

    return listing_


@pytest.fixture(scope="session")
def node() -> str:
    """Return Node's command, for the page's model; nobody needs it to use the package."""
    found = shutil.which("node")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no node on the path")
        pytest.skip("no node on the path")
    return found


@pytest.fixture
def text_of_any_letters() -> Iterator[None]:
    """Let tables hold what is no Unicode, too, as pandas does where there is no pyarrow."""
    with pd.option_context("mode.string_storage", "python"):
        yield


@pytest.fixture(autouse=True, scope="session")
def one_process() -> Iterator[None]:
    """Draw a report's figures here: what tests put in their place is not there in another one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coalitions.report.besides.cores", lambda: 1)
        yield


@pytest.fixture(autouse=True)
def nothing_open():
    """Close what pyplot would show: many tests import it, and each figure would stay."""
    yield
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")
